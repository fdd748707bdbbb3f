"""`/api/trash`: what is listed, comes back, and is gone for good."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from support import Person, assert_problem, join
from todo.boundary import new_id


async def trash(person: Person) -> list[tuple[str, str]]:
    """What lies in a person's trash, last deleted first: kind and title."""
    response = await person.client.get("/api/trash")
    assert response.status_code == 200, response.text
    return [(item["entity"], item["title"]) for item in response.json()["items"]]


async def delete(person: Person, kind: str, thing: dict[str, Any]) -> httpx.Response:
    response = await person.client.delete(f"/api/{kind}s/{thing['id']}")
    assert response.status_code == 204, response.text
    return response


async def restore(person: Person, kind: str, thing: dict[str, Any]) -> httpx.Response:
    return await person.client.post(f"/api/trash/{kind}/{thing['id']}/restore")


async def purge(person: Person, kind: str, thing: dict[str, Any]) -> httpx.Response:
    return await person.client.delete(f"/api/trash/{kind}/{thing['id']}")


async def section_of(person: Person, project: dict[str, Any], name: str = "Soon") -> dict[str, Any]:
    response = await person.client.post(f"/api/projects/{project['id']}/sections", json={"name": name})
    section: dict[str, Any] = response.json()
    return section


async def one_of_each(person: Person) -> dict[str, dict[str, Any]]:
    """A thing of each kind, none within another."""
    home, work = await person.project("Home"), await person.project("Work")
    label = await person.client.post("/api/labels", json={"name": "errand"})
    return {
        "task": await person.add("Pay rent"),
        "section": await section_of(person, home),
        "project": work,
        "label": label.json(),
    }


async def logged(sql: Any, row_id: str) -> int:
    count: int = await sql.fetchval("select count(*) from change where entity_id = $1", UUID(row_id))
    return count


class TestList:
    async def test_anonymous_and_bad_input(self, anonymous: httpx.AsyncClient, owner: Person) -> None:
        assert_problem(await anonymous.get("/api/trash"), 401)
        for query in ({"limit": 0}, {"limit": 101}, {"cursor": "x"}, {"cursor": "WyJhIiwiYiJd"}):
            assert_problem(await owner.client.get("/api/trash", params=query), 422)

    async def test_last_first_and_not_to_strangers(self, owner: Person, stranger: Person) -> None:
        for kind, thing in (await one_of_each(owner)).items():
            await delete(owner, kind, thing)
        expected = [("label", "errand"), ("project", "Work"), ("section", "Soon"), ("task", "Pay rent")]
        assert await trash(owner) == expected
        assert await trash(stranger) == []

    async def test_only_the_top_of_what_was_deleted_together(self, owner: Person) -> None:
        top, home = await owner.project("Top"), await owner.project("Home")
        await owner.project("Below", parent_id=top["id"])
        await owner.add("In the project", project_id=top["id"])
        section = await section_of(owner, home)
        parent = await owner.add("Parent", section_id=section["id"])
        await owner.add("Child", parent_id=parent["id"])
        await delete(owner, "task", parent)
        assert await trash(owner) == [("task", "Parent")]
        await delete(owner, "section", section)
        await delete(owner, "project", top)
        assert await trash(owner) == [("project", "Top"), ("section", "Soon")]

    async def test_pages(self, owner: Person) -> None:
        for number in range(5):
            await delete(owner, "task", await owner.add(f"task {number}"))
        seen: list[str] = []
        cursor: str | None = None
        while len(seen) < 9:
            query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
            page = (await owner.client.get("/api/trash", params=query)).json()
            seen += [item["title"] for item in page["items"]]
            if not (cursor := page["next_cursor"]):
                break
        assert seen == [f"task {number}" for number in (4, 3, 2, 1, 0)]

    async def test_says_until_when_it_is_kept(self, owner: Person) -> None:
        from datetime import datetime

        task = await owner.add()
        await delete(owner, "task", task)
        [item] = (await owner.client.get("/api/trash")).json()["items"]
        kept = datetime.fromisoformat(item["purge_at"]) - datetime.fromisoformat(item["deleted_at"])
        assert (item["id"], item["project_id"], kept.days) == (task["id"], task["project_id"], 30)


class TestRestore:
    async def test_each_kind_comes_back_and_may_be_deleted_by_undo(self, owner: Person) -> None:
        for kind, thing in (await one_of_each(owner)).items():
            await delete(owner, kind, thing)
            response = await restore(owner, kind, thing)
            assert response.status_code == 200, response.text
            group = response.json()
            assert [(change["entity"], change["kind"]) for change in group["changes"]] == [(kind, "create")]
            assert (await owner.client.get(f"/api/{kind}s/{thing['id']}")).status_code == 200
            assert (await owner.client.post(f"/api/changes/{group['id']}/undo")).status_code == 200
            assert (await trash(owner))[0][0] == kind

    async def test_brings_back_what_was_deleted_with_it_and_no_more(self, owner: Person) -> None:
        section = await section_of(owner, await owner.project())
        parent = await owner.add("Parent", section_id=section["id"])
        await owner.add("Child", parent_id=parent["id"])
        earlier = await owner.add("Earlier", section_id=section["id"])
        await delete(owner, "task", earlier)
        await delete(owner, "section", section)
        response = await restore(owner, "section", section)
        assert len(response.json()["changes"]) == 3
        assert sorted(await owner.titles()) == ["Child", "Parent"]
        assert await trash(owner) == [("task", "Earlier")]

    async def test_one_of_many_that_were_deleted_at_once(self, owner: Person) -> None:
        one, other = await owner.add("one"), await owner.add("other")
        operations = [{"op": "delete", "id": task["id"]} for task in (one, other)]
        await owner.client.post("/api/tasks/bulk", json={"operations": operations})
        assert (await restore(owner, "task", one)).status_code == 200
        assert (await owner.titles(), await trash(owner)) == (["one"], [("task", "other")])

    async def test_what_an_undo_took_away(self, owner: Person) -> None:
        made = await owner.client.post("/api/tasks", json={"title": "Made"})
        await owner.undo(made)
        assert await trash(owner) == [("task", "Made")]
        assert (await restore(owner, "task", made.json())).status_code == 200
        assert await owner.titles() == ["Made"]

    async def test_what_a_member_deleted_comes_back_by_another(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        await join(sql, project, stranger, "editor")
        await delete(stranger, "task", task)
        assert (await restore(owner, "task", task)).status_code == 200
        await delete(owner, "task", task)
        await sql.execute("update project_member set role = 'viewer' where user_id = $1", stranger.user["id"])
        assert_problem(await restore(stranger, "task", task), 403)
        assert_problem(await purge(stranger, "task", task), 403)
        assert await trash(stranger) == [("task", task["title"])]

    async def test_an_editor_restores_and_purges_no_project(self, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        await join(sql, project, stranger, "editor")
        await delete(owner, "project", project)
        for call in (restore, purge):
            assert_problem(await call(stranger, "project", project), 403)
        await stranger.client.delete("/api/trash")
        assert (await restore(owner, "project", project)).status_code == 200

    async def test_not_below_what_is_gone(self, owner: Person) -> None:
        parent = await owner.add("Parent")
        child = await owner.add("Child", parent_id=parent["id"])
        await delete(owner, "task", child)
        await delete(owner, "task", parent)
        problem = assert_problem(await restore(owner, "task", child), 409, "undo-conflict")
        assert [conflict["title"] for conflict in problem["conflicts"]] == ["Child"]
        for task in (parent, child):
            assert (await restore(owner, "task", task)).status_code == 200
        assert sorted(await owner.titles()) == ["Child", "Parent"]

    async def test_anonymous_stranger_not_in_the_trash_and_bad_input(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        task = await owner.add()
        assert_problem(await restore(owner, "task", task), 404)
        await delete(owner, "task", task)
        assert_problem(await anonymous.post(f"/api/trash/task/{task['id']}/restore"), 401)
        for person, kind, thing in (
            (stranger, "task", task),
            (owner, "project", task),
            (owner, "task", {"id": str(new_id())}),
        ):
            assert_problem(await restore(person, kind, thing), 404, "not-found")
        assert_problem(await restore(owner, "tusk", task), 422)
        assert_problem(await restore(owner, "task", {"id": "x"}), 422)


class TestPurge:
    @pytest.mark.parametrize("kind", ["task", "section", "project", "label"])
    async def test_leaves_nothing_of_it(self, owner: Person, sql: Any, kind: str) -> None:
        thing = (await one_of_each(owner))[kind]
        deleted = await delete(owner, kind, thing)
        assert await logged(sql, thing["id"]) == 2
        assert (await purge(owner, kind, thing)).status_code == 204
        assert await sql.fetchval(f"select count(*) from {kind} where id = $1", thing["id"]) == 0
        assert (await logged(sql, thing["id"]), await trash(owner)) == (0, [])
        assert_problem(await owner.undo(deleted), 404)
        for call in (purge, restore):
            assert_problem(await call(owner, kind, thing), 404)

    async def test_takes_all_below_and_in_it(self, owner: Person, sql: Any) -> None:
        top = await owner.project("Top")
        below = await owner.project("Below", parent_id=top["id"])
        section = await section_of(owner, below)
        parent = await owner.add("Parent", section_id=section["id"])
        child = await owner.add("Child", parent_id=parent["id"])
        kept = await owner.add("Kept")
        await delete(owner, "project", top)
        assert (await purge(owner, "project", top)).status_code == 204
        ids = [UUID(thing["id"]) for thing in (top, below, section, parent, child)]
        for table in ("project", "section", "task"):
            assert await sql.fetchval(f"select count(*) from {table} where id = any($1)", ids) == 0
        assert await sql.fetchval("select count(*) from change where entity_id = any($1)", ids) == 0
        assert await owner.task(kept["id"]) == kept

    async def test_a_section_goes_with_its_tasks_and_a_task_with_those_below(self, owner: Person, sql: Any) -> None:
        section = await section_of(owner, await owner.project())
        parent = await owner.add("Parent", section_id=section["id"])
        child = await owner.add("Child", parent_id=parent["id"])
        other = await owner.add("Other", section_id=section["id"])
        await delete(owner, "task", parent)
        assert (await purge(owner, "task", parent)).status_code == 204
        assert await logged(sql, child["id"]) == 0
        await delete(owner, "section", section)
        assert (await purge(owner, "section", section)).status_code == 204
        assert await logged(sql, other["id"]) == 0
        assert (await trash(owner), await owner.titles()) == ([], [])

    async def test_a_group_keeps_what_it_did_to_others(self, owner: Person) -> None:
        one, other = await owner.add("one"), await owner.add("other")
        operations = [{"op": "delete", "id": task["id"]} for task in (one, other)]
        deleted = await owner.client.post("/api/tasks/bulk", json={"operations": operations})
        await purge(owner, "task", one)
        assert (await owner.undo(deleted)).status_code == 200
        assert await owner.titles() == ["other"]

    async def test_what_was_moved_out_of_it_is_not_undone_into_nothing(self, owner: Person) -> None:
        top, home = await owner.project("Top"), await owner.project("Home")
        section, parent = await section_of(owner, home), await owner.add("Parent")
        project = await owner.project("Below", parent_id=top["id"])
        child = await owner.add("Child", parent_id=parent["id"])
        task = await owner.add("Headed", section_id=section["id"])
        for kind, thing, place, above in (
            ("project", project, {"parent_id": None}, top),
            ("task", child, {"parent_id": None}, parent),
            ("task", task, {"section_id": None}, section),
        ):
            moved = await owner.client.post(f"/api/{kind}s/{thing['id']}/move", json=place)
            kind_above = "section" if above is section else kind
            await delete(owner, kind_above, above)
            await purge(owner, kind_above, above)
            problem = assert_problem(await owner.undo(moved), 409, "undo-conflict")
            reasons = [(one["entity_id"], one["reason"]) for one in problem["conflicts"]]
            assert reasons == [(thing["id"], "belongs to something that was deleted for good")]
            assert (await owner.client.get(f"/api/{kind}s/{thing['id']}")).json()["version"] == 2

    async def test_anonymous_stranger_and_what_is_not_in_the_trash(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person
    ) -> None:
        for kind, thing in (await one_of_each(owner)).items():
            assert_problem(await purge(owner, kind, thing), 404)
            await delete(owner, kind, thing)
            assert_problem(await anonymous.delete(f"/api/trash/{kind}/{thing['id']}"), 401)
            assert_problem(await purge(stranger, kind, thing), 404)
        assert len(await trash(owner)) == 4


class TestEmpty:
    async def test_takes_all_of_the_persons_and_nobody_elses(
        self, anonymous: httpx.AsyncClient, owner: Person, stranger: Person, sql: Any
    ) -> None:
        shared = await stranger.project("Shared")
        await join(sql, shared, owner, "viewer")
        theirs = await stranger.add("Theirs", project_id=shared["id"])
        await delete(stranger, "task", theirs)
        kept = await owner.add("Kept")
        for kind, thing in (await one_of_each(owner)).items():
            await delete(owner, kind, thing)
        assert_problem(await anonymous.delete("/api/trash"), 401)
        assert (await owner.client.delete("/api/trash")).status_code == 204
        assert await trash(owner) == [("task", "Theirs")], "what they may only read stays"
        assert await owner.titles() == ["Kept"]
        assert await owner.task(kept["id"]) == kept
        assert (await restore(stranger, "task", theirs)).status_code == 200
