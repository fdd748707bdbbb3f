"""The JSON document: what is exported, that an import of it gives the same again, and that undo takes it back."""

import httpx
import pytest
from fastapi import FastAPI
from support import Person, assert_problem
from todo.boundary import new_id
from todo.transfer import contents
from transferring import account, comparable, exported, imported


async def furnished(person: Person) -> None:
    """An account with something of every kind."""
    home = await person.project("Home", color="teal", is_favorite=True)
    garden = await person.project("Garden", parent_id=home["id"])
    shed = await person.project("Shed")
    section = (await person.client.post(f"/api/projects/{garden['id']}/sections", json={"name": "Soon"})).json()
    label = (await person.client.post("/api/labels", json={"name": "errand", "color": "amber"})).json()
    await person.client.post("/api/filters", json={"name": "Mine", "query": "today & @errand"})
    dig = await person.add("Dig", section_id=section["id"], notes="**deep**\nvery", priority=1, label_ids=[label["id"]])
    below = await person.add("Deeper", parent_id=dig["id"], due_date="2031-02-03", deadline="2031-02-05")
    rent = await person.add("Rent", due_at="2031-01-31T09:00:00+01:00", recurrence={"rule": "FREQ=MONTHLY"})
    await person.add("Call", project_id=home["id"], duration_minutes=30)
    await person.client.post(f"/api/tasks/{rent['id']}/complete")
    await person.client.post(f"/api/tasks/{below['id']}/complete")
    await person.client.post(f"/api/tasks/{rent['id']}/reminders", json={"minutes_before": 15})
    await person.client.post(f"/api/tasks/{dig['id']}/reminders", json={"at": "2031-01-01T08:00:00Z"})
    await person.client.post(f"/api/projects/{shed['id']}/archive")
    gone = await person.add("Gone")
    await person.client.delete(f"/api/tasks/{gone['id']}")


class TestExport:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/export"), 401, "unauthenticated")

    async def test_all_that_a_person_has(self, owner: Person) -> None:
        await furnished(owner)
        document = await exported(owner)
        assert (document["format"], document["version"]) == ("todo-account", 1)
        assert document["person"] == {
            "name": "Ada",
            "time_zone": "Europe/Berlin",
            "language": "en",
            "date_order": "language",
            "hour_cycle": "h23",
            "week_start": "language",
        }
        names = [(project["name"], project["is_inbox"]) for project in document["projects"]]
        assert names == [("Inbox", True), ("Home", False), ("Garden", False), ("Shed", False)]
        assert document["projects"][2]["parent_id"] == document["projects"][1]["id"]
        assert document["projects"][3]["archived_at"] is not None
        tasks = {task["title"]: task for task in document["tasks"]}
        assert tasks.keys() == {"Dig", "Deeper", "Rent", "Call"}
        assert tasks["Deeper"]["parent_id"] == tasks["Dig"]["id"]
        assert tasks["Deeper"]["completed_at"] is not None
        assert tasks["Rent"]["recurrence"]["rule"] == "FREQ=MONTHLY"
        assert tasks["Rent"]["due_at"] == "2031-02-28T08:00:00Z"
        assert tasks["Rent"]["reminders"] == [{"at": None, "minutes_before": 15}]
        assert tasks["Dig"]["label_ids"] == [document["labels"][0]["id"]]
        assert document["filters"] == [
            {"name": "Mine", "query": "today & @errand", "color": "gray", "is_favorite": False}
        ]

    async def test_no_secret_is_in_it(self, owner: Person) -> None:
        text = (await owner.client.get("/api/export")).text
        assert "password" not in text
        assert owner.user["email"] not in text
        assert owner.token not in text

    async def test_the_file_has_a_name_with_the_day(self, owner: Person) -> None:
        response = await owner.client.get("/api/export")
        assert response.headers["Content-Type"] == "application/json"
        name = response.headers["Content-Disposition"]
        assert name.startswith('attachment; filename="todo-20')
        assert name.endswith('.json"')
        assert response.headers["Cache-Control"] == "no-store"

    async def test_only_what_is_asked_for(self, owner: Person) -> None:
        await furnished(owner)
        open_ones = {task["title"] for task in (await exported(owner, completed=False))["tasks"]}
        assert open_ones == {"Dig", "Rent", "Call"}
        with_trash = {task["title"]: task for task in (await exported(owner, trash=True))["tasks"]}
        assert with_trash["Gone"]["deleted_at"] is not None

    async def test_nothing_of_others(self, owner: Person, stranger: Person) -> None:
        await furnished(stranger)
        document = await exported(owner)
        assert document["tasks"] == document["labels"] == document["filters"] == document["sections"] == []

    async def test_page_after_page_in_order(self, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("todo.tasks.service.EVERY_PAGE", 2)
        titles = [f"Task {number}" for number in range(7)]
        for title in titles:
            await owner.add(title)
        assert [task["title"] for task in (await exported(owner))["tasks"]] == titles

    @pytest.mark.parametrize(
        "query", [{"project_id": str(new_id())}, {"format": "pdf"}, {"format": "csv", "trash": "1"}, {"x": "1"}]
    )
    async def test_conditions_that_make_no_sense(self, owner: Person, query: dict[str, str]) -> None:
        assert_problem(await owner.client.get("/api/export", params=query), 422)

    async def test_no_connection_is_held_between_pages(self, app: FastAPI, owner: Person) -> None:
        await owner.add("One")
        pool = app.state.database._pool
        async for _ in contents.pages(app.state.database, owner.actor, completed=True):
            assert pool.get_idle_size() == pool.get_size()


class TestImport:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/import", content=b"{}"), 401, "unauthenticated")

    async def test_the_same_comes_out_again(self, owner: Person, stranger: Person) -> None:
        await furnished(owner)
        document = await exported(owner, trash=True)
        response = await imported(stranger, document)
        assert response.status_code == 200, response.text
        assert response.json()["warnings"] == []
        assert comparable(await exported(stranger, trash=True)) == comparable(document)

    async def test_undo_takes_all_of_it_back_and_redo_brings_it_again(self, owner: Person, stranger: Person) -> None:
        await furnished(owner)
        document, before = await exported(owner), comparable(await exported(stranger))
        response = await imported(stranger, document)
        undone = await stranger.undo(response)
        assert undone.status_code == 200, undone.text
        assert comparable(await exported(stranger)) == before
        again = await stranger.client.post(f"/api/changes/{undone.json()['id']}/undo")
        assert again.status_code == 200, again.text
        assert comparable(await exported(stranger)) == comparable(document)

    async def test_it_is_one_group_by_the_door_of_imports(self, owner: Person) -> None:
        response = await imported(owner, account(tasks=[{"id": "t", "project_id": "p", "title": "Dig"}]))
        [group, *_] = (await owner.client.get("/api/changes")).json()["items"]
        assert (group["id"], group["via"], group["command"]) == (response.headers["Change-Group"], "import", "import")
        assert {change["entity"] for change in group["changes"]} == {"project", "task"}

    async def test_a_rehearsal_says_what_would_come_and_writes_nothing(self, owner: Person) -> None:
        tasks = [
            {
                "id": "t",
                "project_id": "p",
                "title": "Dig",
                "due_date": "2031-01-01",
                "completed_at": "2030-01-01T00:00:00Z",
            }
        ]
        response = await imported(owner, account(tasks=tasks), dry_run=True)
        body = response.json()
        assert "Change-Group" not in response.headers
        assert body["dry_run"] is True
        assert body["counts"] == {
            "projects": 1, "sections": 0, "labels": 0, "filters": 0, "tasks": 1, "completed": 1, "reminders": 0,
        }  # fmt: skip
        [task] = body["tasks"]
        assert (task["title"], task["project"], task["due_date"]) == ("Dig", "Home", "2031-01-01")
        assert (await exported(owner))["tasks"] == []

    async def test_the_same_import_again_changes_nothing(self, owner: Person) -> None:
        document, import_id = account(tasks=[{"id": "t", "project_id": "p", "title": "Dig"}]), str(new_id())
        first = await imported(owner, document, id=import_id)
        again = await imported(owner, document, id=import_id)
        assert (first.json()["repeated"], again.json()["repeated"]) == (False, True)
        assert "Change-Group" not in again.headers
        assert [task["title"] for task in (await exported(owner))["tasks"]] == ["Dig"]

    async def test_the_id_of_another_persons_import_is_free(self, owner: Person, stranger: Person) -> None:
        document, import_id = account(tasks=[{"id": "t", "project_id": "p", "title": "Dig"}]), str(new_id())
        for person in (owner, stranger):
            response = await imported(person, document, id=import_id)
            assert response.json()["repeated"] is False
            assert len((await exported(person))["tasks"]) == 1

    async def test_a_project_of_somebody_else_is_not_touched(self, owner: Person, stranger: Person) -> None:
        project = await stranger.project("Theirs")
        document = account(
            projects=[{"id": project["id"], "name": "Theirs"}],
            tasks=[{"id": "t", "project_id": project["id"], "title": "Sneak"}],
        )
        assert (await imported(owner, document)).status_code == 200
        assert await stranger.titles() == []
        assert await owner.titles() == ["Sneak"]

    async def test_labels_that_are_there_are_used(self, owner: Person) -> None:
        label = (await owner.client.post("/api/labels", json={"name": "Errand"})).json()
        tasks = [{"id": "t", "project_id": "p", "title": "Dig", "label_ids": ["l"]}]
        await imported(owner, account(tasks=tasks, labels=[{"id": "l", "name": "errand"}]))
        [task] = (await exported(owner))["tasks"]
        assert task["label_ids"] == [label["id"]]

    async def test_what_has_nothing_new_has_nothing_to_undo(self, owner: Person) -> None:
        response = await imported(owner, account(projects=[{"id": "i", "name": "Inbox", "is_inbox": True}]))
        assert response.status_code == 200
        assert "Change-Group" not in response.headers


class TestTokens:
    async def test_a_token_that_reads_exports_and_does_not_import(self, app: FastAPI, owner: Person) -> None:
        made = await owner.client.post("/api/tokens", json={"name": "Backup", "scopes": ["read"]})
        headers = {"Authorization": f"Bearer {made.json()['token']}"}
        assert (await owner.client.get("/api/export", headers=headers)).status_code == 200
        refused = await owner.client.post("/api/import", content=b"{}", headers=headers)
        assert_problem(refused, 403, "read-only-token")

    async def test_a_token_that_writes_imports(self, owner: Person) -> None:
        made = await owner.client.post("/api/tokens", json={"name": "Move", "scopes": ["read", "write"]})
        headers = {"Authorization": f"Bearer {made.json()['token']}"}
        response = await owner.client.post("/api/import", json=account(), headers=headers)
        assert response.status_code == 200, response.text
