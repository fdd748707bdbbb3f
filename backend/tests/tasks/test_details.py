"""Durations, deadlines, labels and sections of tasks: whose they are, and what stays when others write."""

from typing import Any

import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id
from todo.ordering import end_key


class Shelf:
    """Makes labels and sections in the database, and members of projects."""

    def __init__(self, sql: Any) -> None:
        self.sql = sql

    async def label(self, person: Person, name: str) -> str:
        values = (new_id(), person.user["id"], name, "blue", end_key())
        await self.sql.execute(
            "insert into label (id, user_id, name, color, position) values ($1, $2, $3, $4, $5)", *values
        )
        return str(values[0])

    async def section(self, project: dict[str, Any], name: str = "Later") -> str:
        values = (new_id(), project["id"], name, end_key())
        await self.sql.execute("insert into section (id, project_id, name, position) values ($1, $2, $3, $4)", *values)
        return str(values[0])

    async def trash(self, table: str, row_id: str) -> None:
        await self.sql.execute(f"update {table} set deleted_at = now() where id = $1", row_id)

    async def member(self, project: dict[str, Any], person: Person, role: str = "editor") -> None:
        await self.sql.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, $3)",
            project["id"],
            person.user["id"],
            role,
        )


@pytest.fixture
def shelf(sql: Any) -> Shelf:
    return Shelf(sql)


async def patch(person: Person, task: dict[str, Any], **body: Any) -> httpx.Response:
    return await person.client.patch(f"/api/tasks/{task['id']}", json=body)


class TestPlainDetails:
    async def test_are_kept_changed_cleared_and_undone(self, owner: Person) -> None:
        task = await owner.add(duration_minutes=45, deadline="2026-12-24", due_date="2026-12-20")
        assert (task["duration_minutes"], task["deadline"], task["due_date"]) == (45, "2026-12-24", "2026-12-20")
        changed = await patch(owner, task, duration_minutes=None, deadline="2026-12-31")
        assert (changed.json()["duration_minutes"], changed.json()["deadline"]) == (None, "2026-12-31")
        assert changed.json()["due_date"] == "2026-12-20", "a deadline is no due date"
        assert (await owner.undo(changed)).status_code == 200
        back = await owner.task(task["id"])
        assert {name for name in task if task[name] != back[name]} == {"version", "updated_at"}

    async def test_without_any_there_are_none(self, owner: Person) -> None:
        task = await owner.add()
        empty = ("section_id", "parent_id", "duration_minutes", "deadline", "recurrence")
        assert {task[name] for name in empty} == {None}
        assert (task["label_ids"], task["completion_count"]) == ([], 0)


class TestLabels:
    async def test_are_set_replaced_and_undone(self, owner: Person, shelf: Shelf) -> None:
        work, home = await shelf.label(owner, "work"), await shelf.label(owner, "home")
        task = await owner.add(label_ids=[work, work])
        assert task["label_ids"] == [work]
        changed = await patch(owner, task, label_ids=[home, work])
        assert changed.json()["label_ids"] == [work, home], "in the order of the labels"
        again = await patch(owner, task, label_ids=[work, home])
        assert "Change-Group" not in again.headers
        assert (await owner.undo(changed)).status_code == 200
        assert (await owner.task(task["id"]))["label_ids"] == [work]

    async def test_of_others_nobody_or_the_trash_are_refused(
        self, owner: Person, stranger: Person, shelf: Shelf
    ) -> None:
        theirs, gone = await shelf.label(stranger, "secret"), await shelf.label(owner, "gone")
        await shelf.trash("label", gone)
        task = await owner.add()
        for label in (theirs, gone, str(new_id())):
            made = await owner.client.post("/api/tasks", json={"title": "X", "label_ids": [label]})
            details = {
                assert_problem(response, 404, "not-found")["detail"]
                for response in (made, await patch(owner, task, label_ids=[label]))
            }
            assert details == {"There is no such label of yours."}
        assert await owner.task(task["id"]) == task

    async def test_each_member_sees_and_sets_only_their_own(
        self, owner: Person, stranger: Person, shelf: Shelf
    ) -> None:
        project = await owner.project()
        await shelf.member(project, stranger)
        mine, theirs = await shelf.label(owner, "mine"), await shelf.label(stranger, "theirs")
        task = await owner.add(project_id=project["id"], label_ids=[mine])
        assert (await patch(stranger, task, label_ids=[theirs])).json()["label_ids"] == [theirs]
        assert (await owner.task(task["id"]))["label_ids"] == [mine]
        assert (await patch(stranger, task, label_ids=[])).json()["label_ids"] == []
        assert (await owner.task(task["id"]))["label_ids"] == [mine]

    async def test_in_the_trash_is_hidden_and_survives_a_change_of_the_others(
        self, owner: Person, shelf: Shelf, sql: Any
    ) -> None:
        work, home = await shelf.label(owner, "work"), await shelf.label(owner, "home")
        task = await owner.add(label_ids=[work])
        await shelf.trash("label", work)
        assert (await owner.task(task["id"]))["label_ids"] == []
        await patch(owner, task, label_ids=[home])
        await sql.execute("update label set deleted_at = null where id = $1", work)
        assert (await owner.task(task["id"]))["label_ids"] == [work, home]

    async def test_lists_show_them(self, owner: Person, shelf: Shelf) -> None:
        work = await shelf.label(owner, "work")
        await owner.add(label_ids=[work])
        items = (await owner.client.get("/api/tasks")).json()["items"]
        assert [item["label_ids"] for item in items] == [[work]]

    async def test_a_name_is_one_label_whatever_its_case_and_accents(
        self, owner: Person, stranger: Person, shelf: Shelf
    ) -> None:
        first = await shelf.label(owner, "Café")
        with pytest.raises(Exception, match="uq_label_name"):
            await shelf.label(owner, "cafe")
        await shelf.label(stranger, "cafe")
        await shelf.trash("label", first)
        await shelf.label(owner, "cafe")


class TestSections:
    async def test_decide_the_project_of_a_new_task(self, owner: Person, shelf: Shelf) -> None:
        project = await owner.project()
        section = await shelf.section(project)
        task = await owner.add(section_id=section)
        assert (task["project_id"], task["section_id"]) == (project["id"], section)
        below = await owner.add(parent_id=task["id"])
        assert (below["project_id"], below["section_id"]) == (project["id"], section)

    async def test_of_others_or_in_the_trash_are_not_there(self, owner: Person, stranger: Person, shelf: Shelf) -> None:
        theirs = await shelf.section(await stranger.project())
        gone = await shelf.section(await owner.project())
        await shelf.trash("section", gone)
        task = await owner.add()
        for section in (theirs, gone):
            body = {"title": "X", "section_id": section}
            assert_problem(await owner.client.post("/api/tasks", json=body), 404, "not-found")
            moved = await owner.client.post(f"/api/tasks/{task['id']}/move", json={"section_id": section})
            assert_problem(moved, 404, "not-found")
        assert await owner.task(task["id"]) == task

    async def test_another_than_the_parents_is_refused(self, owner: Person, shelf: Shelf) -> None:
        project = await owner.project()
        one, other = await shelf.section(project, "One"), await shelf.section(project, "Other")
        parent = await owner.add(section_id=one)
        body = {"title": "X", "parent_id": parent["id"], "section_id": other}
        assert_problem(await owner.client.post("/api/tasks", json=body), 422)

    async def test_a_task_goes_in_and_out_with_all_below(self, owner: Person, shelf: Shelf) -> None:
        project = await owner.project()
        section = await shelf.section(project)
        top = await owner.add("top", project_id=project["id"])
        low = await owner.add("low", parent_id=top["id"])
        path = f"/api/tasks/{top['id']}/move"
        moved = await owner.client.post(path, json={"section_id": section})
        assert moved.json()["section_id"] == (await owner.task(low["id"]))["section_id"] == section
        out = await owner.client.post(path, json={"section_id": None})
        assert (out.json()["section_id"], out.json()["project_id"]) == (None, project["id"])
        assert (await owner.undo(out)).status_code == 200
        assert (await owner.task(low["id"]))["section_id"] == section

    async def test_a_viewer_puts_nothing_in(self, owner: Person, stranger: Person, shelf: Shelf) -> None:
        project = await owner.project()
        await shelf.member(project, stranger, "viewer")
        section = await shelf.section(project)
        response = await stranger.client.post("/api/tasks", json={"title": "X", "section_id": section})
        assert_problem(response, 403, "forbidden")

    async def test_undo_puts_nothing_into_a_section_that_is_gone(self, owner: Person, shelf: Shelf) -> None:
        section = await shelf.section(await owner.project())
        task = await owner.add(section_id=section)
        moved = await owner.client.post(
            f"/api/tasks/{task['id']}/move", json={"project_id": owner.user["inbox_project_id"]}
        )
        await shelf.trash("section", section)
        problem = assert_problem(await owner.undo(moved), 409, "undo-conflict")
        assert [conflict["code"] for conflict in problem["conflicts"]] == ["section-gone"]
