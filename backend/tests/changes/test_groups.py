"""Groups of many changes: counted, shown in part, read page by page, and undone in a few statements."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id
from todo.changes import service
from transferring import account, imported

MANY = 130


async def import_of(person: Person, count: int = MANY, **fields: Any) -> httpx.Response:
    """An import of so many tasks into one new project."""
    tasks = [{"id": f"t{n}", "project_id": "p", "title": f"task {n}", **fields} for n in range(count)]
    response = await imported(person, account(tasks=tasks))
    assert response.status_code == 200, response.text
    return response


async def newest(person: Person) -> dict[str, Any]:
    group: dict[str, Any] = (await person.client.get("/api/changes", params={"limit": 1})).json()["items"][0]
    return group


class TestInTheList:
    async def test_is_counted_by_kind_and_shows_the_first(self, owner: Person) -> None:
        await import_of(owner)
        group = await newest(owner)
        assert group["count"] == MANY + 1
        assert group["counts"] == [
            {"entity": "project", "kind": "create", "count": 1},
            {"entity": "task", "kind": "create", "count": MANY},
        ]
        titles = [change["title"] for change in group["changes"]]
        assert titles == ["Home", *(f"task {n}" for n in range(service.SHOWN - 1))]
        assert group["summary"] == f"Import: Home and {MANY} more"

    async def test_does_not_grow_with_what_a_command_changed(self, owner: Person) -> None:
        await import_of(owner)
        one = await owner.client.get("/api/changes")
        assert len(one.content) < 200 * service.SHOWN + 1_000

    async def test_kinds_are_what_became_of_each_thing(self, owner: Person) -> None:
        task = await owner.add("Dig")
        path = f"/api/tasks/{task['id']}"
        edited = await owner.client.patch(path, json={"title": "Dig deeper"})
        await owner.undo(edited)
        gone = await owner.client.delete(path)
        await owner.undo(gone)
        groups = (await owner.client.get("/api/changes")).json()["items"]
        told = [(group["counts"][0]["kind"], group["changes"][0]["kind"]) for group in groups]
        assert told == [(kind, kind) for kind in ("create", "delete", "update", "update", "create")]
        assert [group["changes"][0]["title"] for group in groups] == ["Dig", "Dig", "Dig", "Dig deeper", "Dig"]

    async def test_what_has_no_title_is_called_by_its_kind(self, owner: Person) -> None:
        task = await owner.add("Dig")
        response = await owner.client.post(f"/api/tasks/{task['id']}/reminders", json={"at": "2040-01-01T09:00:00Z"})
        assert response.status_code == 201, response.text
        [change] = (await newest(owner))["changes"]
        assert (change["entity"], change["title"], change["kind"]) == ("reminder", "reminder", "create")


class TestItsChanges:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get(f"/api/changes/{new_id()}"), 401)

    async def test_stranger_and_nobodys_group_look_the_same(self, owner: Person, stranger: Person) -> None:
        group = (await import_of(owner, 2)).headers["Change-Group"]
        foreign = assert_problem(await stranger.client.get(f"/api/changes/{group}"), 404)
        missing = assert_problem(await stranger.client.get(f"/api/changes/{new_id()}"), 404)
        assert foreign["detail"] == missing["detail"]

    async def test_what_another_did_in_a_shared_project_is_not_read_here(
        self, owner: Person, stranger: Person, sql: Any
    ) -> None:
        """Their command may have changed more than what is shared; the project's activity tells of that."""
        project = await owner.project()
        await sql.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, 'editor')",
            project["id"],
            stranger.user["id"],
        )
        made = await stranger.client.post("/api/tasks", json={"title": "Theirs", "project_id": project["id"]})
        assert_problem(await owner.client.get(f"/api/changes/{made.headers['Change-Group']}"), 404)

    async def test_pages_meet_without_gap_or_repetition(self, owner: Person) -> None:
        group = (await import_of(owner)).headers["Change-Group"]
        titles: list[str] = []
        query: dict[str, Any] = {"limit": 50}
        sizes = []
        while True:
            page = (await owner.client.get(f"/api/changes/{group}", params=query)).json()
            sizes.append(len(page["items"]))
            titles += [item["title"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            query["cursor"] = page["next_cursor"]
        assert sizes == [50, 50, 31]
        assert titles == ["Home", *(f"task {n}" for n in range(MANY))]

    async def test_a_page_past_the_end_is_empty(self, owner: Person) -> None:
        group = (await import_of(owner, 3)).headers["Change-Group"]
        page = (await owner.client.get(f"/api/changes/{group}", params={"limit": 3})).json()
        rest = await owner.client.get(f"/api/changes/{group}", params={"limit": 3, "cursor": page["next_cursor"]})
        assert [item["title"] for item in rest.json()["items"]] == ["task 2"]
        assert rest.json()["next_cursor"] is None

    @pytest.mark.parametrize(
        "query", [{"cursor": "x"}, {"cursor": "WyJ4Il0"}, {"limit": "0"}, {"limit": "101"}], ids=str
    )
    async def test_bad_queries(self, owner: Person, query: dict[str, str]) -> None:
        made = await owner.client.post("/api/tasks", json={"title": "Dig"})
        group = made.headers["Change-Group"]
        assert_problem(await owner.client.get(f"/api/changes/{group}", params=query), 422)

    async def test_no_id(self, owner: Person) -> None:
        assert_problem(await owner.client.get("/api/changes/none"), 422)


async def told(person: Person, group: str) -> dict[str, Any]:
    """The one thing that a group changed: the same in the list of groups as in the group's own."""
    [change] = (await person.client.get(f"/api/changes/{group}")).json()["items"]
    listed = next(one for one in (await person.client.get("/api/changes")).json()["items"] if one["id"] == group)
    assert listed["changes"] == [change]
    return dict(change)


def fields_of(change: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {field["name"]: (field["before"], field["after"]) for field in change["fields"]}


class TestFields:
    """What a command changed in a thing that was there before and still is."""

    @pytest.mark.parametrize(
        ("given", "change", "fields"),
        [
            ({}, {"title": "Dig deeper"}, {"title": ("Dig", "Dig deeper")}),
            ({}, {"priority": 1, "title": "Dig deeper"}, {"title": ("Dig", "Dig deeper"), "priority": (4, 1)}),
            ({}, {"due_date": "2040-02-03"}, {"due_date": (None, "2040-02-03")}),
            ({"due_date": "2040-02-03"}, {"due_date": None}, {"due_date": ("2040-02-03", None)}),
            ({}, {"duration_minutes": 45}, {"duration_minutes": (None, 45)}),
            ({}, {"notes": "x" * 9_000}, {"notes": (None, None)}),
        ],
        ids=str,
    )
    async def test_an_edited_task(
        self, owner: Person, given: dict[str, Any], change: dict[str, Any], fields: dict[str, Any]
    ) -> None:
        task = await owner.add("Dig", **given)
        edited = await owner.client.patch(f"/api/tasks/{task['id']}", json=change)
        seen = await told(owner, edited.headers["Change-Group"])
        assert (seen["kind"], fields_of(seen)) == ("update", fields)

    async def test_completing_and_reopening(self, owner: Person) -> None:
        task = await owner.add("Dig")
        for act, was_done in (("complete", False), ("reopen", True)):
            response = await owner.client.post(f"/api/tasks/{task['id']}/{act}")
            before, after = fields_of(await told(owner, response.headers["Change-Group"]))["completed_at"]
            assert (before is not None, after is not None) == (was_done, not was_done)

    async def test_a_task_that_recurs_is_completed_and_due_again(self, owner: Person) -> None:
        task = await owner.add("Water", due_date="2040-02-03", recurrence={"rule": "FREQ=DAILY"})
        response = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        fields = fields_of(await told(owner, response.headers["Change-Group"]))
        assert fields["completion_count"] == (0, 1)
        assert fields["due_date"][0] == "2040-02-03"
        assert "completed_at" not in fields

    async def test_a_move_to_another_project(self, owner: Person) -> None:
        task, project = await owner.add("Dig"), await owner.project("Garden")
        moved = await owner.client.patch(f"/api/tasks/{task['id']}", json={"project_id": project["id"]})
        fields = fields_of(await told(owner, moved.headers["Change-Group"]))
        assert fields["project_id"] == (task["project_id"], project["id"])

    async def test_labels_of_others_are_not_told(self, owner: Person) -> None:
        label = (await owner.client.post("/api/labels", json={"name": "home"})).json()
        task = await owner.add("Dig")
        edited = await owner.client.patch(f"/api/tasks/{task['id']}", json={"label_ids": [label["id"]]})
        assert fields_of(await told(owner, edited.headers["Change-Group"])) == {"label_ids": (None, None)}

    async def test_a_project_and_its_undo(self, owner: Person) -> None:
        project = await owner.project("Garden")
        renamed = await owner.client.patch(f"/api/projects/{project['id']}", json={"name": "Yard"})
        assert fields_of(await told(owner, renamed.headers["Change-Group"])) == {"name": ("Garden", "Yard")}
        undone = (await owner.undo(renamed)).json()
        assert fields_of(await told(owner, undone["id"])) == {"name": ("Yard", "Garden")}
        assert undone["changes"][0]["fields"] == [{"name": "name", "before": "Yard", "after": "Garden"}]

    async def test_nothing_of_what_is_new_gone_or_back(self, owner: Person) -> None:
        task = await owner.add("Dig", notes="deep")
        gone = await owner.client.delete(f"/api/tasks/{task['id']}")
        await owner.undo(gone)
        groups = (await owner.client.get("/api/changes")).json()["items"]
        assert [group["changes"][0]["fields"] for group in groups] == [[], [], []]

    async def test_a_new_place_among_others_is_a_change_without_fields(self, owner: Person) -> None:
        first, second = await owner.add("First"), await owner.add("Second")
        moved = await owner.client.post(f"/api/tasks/{second['id']}/move", json={"before_id": first["id"]})
        assert moved.status_code == 200, moved.text
        seen = await told(owner, moved.headers["Change-Group"])
        assert (seen["kind"], seen["fields"]) == ("update", [])


class TestUndo:
    async def test_answers_with_counts_and_brings_all_back(self, owner: Person) -> None:
        response = await import_of(owner, notes="by hand", due_date="2030-01-01")
        before = await owner.titles(limit=200)
        undone = await owner.undo(response)
        assert undone.status_code == 200, undone.text
        assert (undone.json()["count"], len(undone.json()["changes"])) == (MANY + 1, service.SHOWN)
        assert await owner.titles(limit=200) == []
        again = await owner.client.post(f"/api/changes/{undone.json()['id']}/undo")
        assert again.status_code == 200, again.text
        assert sorted(await owner.titles(limit=200)) == sorted(before)
        assert len(before) == MANY

    async def test_is_done_in_batches_whose_borders_do_not_show(
        self, owner: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        response = await import_of(owner)
        for size in ("BATCH", "READ"):
            monkeypatch.setattr(service, size, 7)
        undone = await owner.undo(response)
        assert (undone.status_code, undone.json()["count"]) == (200, MANY + 1), undone.text
        assert await owner.titles(limit=200) == []

    async def test_the_statements_do_not_grow_with_it(
        self, owner: Person, statements: Callable[[], AbstractContextManager[list[str]]]
    ) -> None:
        few, many = await import_of(owner, 2), await import_of(owner, MANY)
        with statements() as for_few:
            await owner.undo(few)
        with statements() as for_many:
            await owner.undo(many)
        assert len(for_many) == len(for_few)

    async def test_one_that_was_edited_since_stands_in_the_way_of_all(self, owner: Person) -> None:
        response = await import_of(owner)
        [first, *_] = (await owner.client.get("/api/tasks")).json()["items"]
        await owner.client.patch(f"/api/tasks/{first['id']}", json={"notes": "an hour of writing"})
        problem = assert_problem(await owner.undo(response), 409, "undo-conflict")
        assert [(one["entity_id"], one["reason"]) for one in problem["conflicts"]] == [
            (first["id"], "was changed since")
        ]
        assert len(await owner.titles(limit=200)) == MANY

    async def test_computes_only_what_it_changes(self, owner: Person) -> None:
        """What a task is found by is written when its title or notes are, and stays right."""
        response = await import_of(owner, 3, notes="wheelbarrow")
        undone = await owner.undo(response)
        await owner.client.post(f"/api/changes/{undone.json()['id']}/undo")
        found = (await owner.client.get("/api/search", params={"q": "wheelbarrow"})).json()["items"]
        assert len(found) == 3
        task = found[0]["task"] if "task" in found[0] else found[0]
        renamed = await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "Excavate"})
        await owner.undo(renamed)
        assert (await owner.client.get("/api/search", params={"q": "excavate"})).json()["items"] == []
