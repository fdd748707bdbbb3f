"""Writing whole rows: who may, what is logged, what is left alone."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from support import Person
from todo.actor import Command
from todo.boundary import Neighbour, new_id
from todo.changes import writing
from todo.changes.entities import LABEL, TASK
from todo.database import Database
from todo.errors import ConflictError, ForbiddenError, NotFoundError, StaleVersionError
from todo.ordering import end_key


@pytest.fixture
def database(app: FastAPI) -> Database:
    database: Database = app.state.database
    return database


def label_of(person: Person, name: str = "work") -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "user_id": person.user["id"],
        "name": name,
        "color": "blue",
        "is_favorite": False,
        "position": end_key(),
    }


async def entries(sql: Any, row_id: str) -> list[tuple[str, bool]]:
    """What the log has of a row: the command, and whether the row was new."""
    rows = await sql.fetch(
        """
        select command, before is null as is_new from change join change_group on change_group.id = change.group_id
        where entity_id = $1 order by change.id
        """,
        UUID(row_id),
    )
    return [(row["command"], row["is_new"]) for row in rows]


class TestLocked:
    async def test_in_the_order_asked(self, database: Database, owner: Person) -> None:
        ids = [UUID((await owner.add(title))["id"]) for title in "abc"]
        async with database.transaction() as transaction:
            rows = await writing.locked(transaction, owner.actor, TASK, ids[::-1])
        assert [row["title"] for row in rows] == ["c", "b", "a"]
        assert "search" not in rows[0], "what is computed is not the row's own"

    async def test_of_a_stranger_or_nobody(self, database: Database, owner: Person, stranger: Person) -> None:
        mine, theirs = await owner.add(), await stranger.add()
        for other in (UUID(theirs["id"]), new_id()):
            async with database.transaction() as transaction:
                with pytest.raises(NotFoundError):
                    await writing.locked(transaction, owner.actor, TASK, [UUID(mine["id"]), other])

    async def test_only_to_be_read(self, database: Database, owner: Person, stranger: Person, sql: Any) -> None:
        project = await owner.project()
        task = await owner.add(project_id=project["id"])
        await sql.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')",
            project["id"],
            stranger.user["id"],
        )
        async with database.transaction() as transaction:
            with pytest.raises(ForbiddenError):
                await writing.present(transaction, stranger.actor, TASK, UUID(task["id"]))
            with pytest.raises(ForbiddenError):
                await writing.hold_projects(transaction, stranger.actor, [UUID(project["id"])])

    async def test_present_means_not_in_the_trash_and_at_that_version(self, database: Database, owner: Person) -> None:
        task, gone = await owner.add(), await owner.add()
        await owner.client.delete(f"/api/tasks/{gone['id']}")
        async with database.transaction() as transaction:
            with pytest.raises(NotFoundError):
                await writing.present(transaction, owner.actor, TASK, UUID(gone["id"]))
            with pytest.raises(StaleVersionError, match="at version 1 now"):
                await writing.present(transaction, owner.actor, TASK, UUID(task["id"]), 4)
            row = await writing.present(transaction, owner.actor, TASK, UUID(task["id"]), 1)
        assert row["title"] == task["title"]

    async def test_projects_of_strangers_are_not_held(
        self, database: Database, owner: Person, stranger: Person
    ) -> None:
        theirs = UUID((await stranger.project())["id"])
        async with database.transaction() as transaction:
            with pytest.raises(NotFoundError):
                await writing.hold_projects(transaction, owner.actor, [owner.actor.inbox_project_id, theirs])


class TestInsertAndWrite:
    async def test_are_logged_and_undone(self, database: Database, owner: Person, sql: Any) -> None:
        row = label_of(owner)
        add, rename = Command(owner.actor, "add_label"), Command(owner.actor, "edit_label")
        async with database.transaction() as transaction:
            assert await writing.insert(transaction, add, LABEL, [row])
        async with database.transaction() as transaction:
            present = await writing.present(transaction, owner.actor, LABEL, UUID(row["id"]))
            await writing.write(transaction, rename, LABEL, [present | {"name": "office"}])
        assert await entries(sql, row["id"]) == [("add_label", True), ("edit_label", False)]
        for command, name in ((rename, "work"), (add, "work")):
            response = await owner.client.post(f"/api/changes/{command.group_id}/undo")
            assert response.status_code == 200, response.text
            label = await sql.fetchrow("select name, deleted_at from label where id = $1", row["id"])
            assert label["name"] == name
        assert label["deleted_at"] is not None

    async def test_what_is_so_already_is_not_written(self, database: Database, owner: Person, sql: Any) -> None:
        task = await owner.add()
        async with database.transaction() as transaction:
            row = await writing.present(transaction, owner.actor, TASK, UUID(task["id"]))
            await writing.write(transaction, Command(owner.actor, "edit_task"), TASK, [row])
            await writing.write(transaction, Command(owner.actor, "edit_task"), TASK, [])
        assert await owner.task(task["id"]) == task
        assert await entries(sql, task["id"]) == [("add_task", True)]

    async def test_others_rows_are_not_written(
        self, database: Database, owner: Person, stranger: Person, sql: Any
    ) -> None:
        row = label_of(owner)
        async with database.transaction() as transaction:
            await writing.insert(transaction, Command(owner.actor, "add_label"), LABEL, [row])
            stolen = row | {"name": "stolen", "deleted_at": None}
            await writing.write(transaction, Command(stranger.actor, "edit_label"), LABEL, [stolen])
        assert await sql.fetchval("select name from label where id = $1", row["id"]) == "work"

    async def test_an_id_again_inserts_nothing_and_some_of_several_are_refused(
        self, database: Database, owner: Person
    ) -> None:
        row, command = label_of(owner), Command(owner.actor, "add_label")
        async with database.transaction() as transaction:
            assert await writing.insert(transaction, command, LABEL, [row])
            assert not await writing.insert(transaction, command, LABEL, [row])
            with pytest.raises(ConflictError):
                await writing.insert(transaction, command, LABEL, [row, label_of(owner, "home")])

    async def test_a_name_that_is_taken_is_a_conflict(self, database: Database, owner: Person) -> None:
        rows = [label_of(owner, name) for name in ("Work", "wörk")]

        async def insert() -> None:
            async with database.transaction() as transaction:
                await writing.insert(transaction, Command(owner.actor, "add_label"), LABEL, rows)

        with pytest.raises(ConflictError) as caught:
            await insert()
        assert caught.value.slug == "name-taken"


class TestPosition:
    async def labels(self, database: Database, owner: Person, *keys: str) -> list[dict[str, Any]]:
        """Labels at the given keys: {id, position} in order."""
        rows = [label_of(owner, f"label {n}") | {"position": key} for n, key in enumerate(keys)]
        async with database.transaction() as transaction:
            await writing.insert(transaction, Command(owner.actor, "add_label"), LABEL, rows)
        return sorted(
            ({"id": UUID(row["id"]), "position": row["position"]} for row in rows),
            key=lambda row: (row["position"], row["id"]),
        )

    async def position(
        self, database: Database, owner: Person, others: list[dict[str, Any]], **neighbour: UUID
    ) -> tuple[str, list[dict[str, Any]]]:
        async with database.transaction() as transaction:
            return await writing.position(transaction, owner.actor, LABEL, others, Neighbour(**neighbour))

    async def test_alone_first_between_and_last(self, database: Database, owner: Person) -> None:
        key, pushed = await self.position(database, owner, [])
        assert (key > "", pushed) == (True, [])
        others = await self.labels(database, owner, "G", "N")
        for neighbour, low, high in (
            ({"before_id": others[0]["id"]}, "", "G"),
            ({"after_id": others[0]["id"]}, "G", "N"),
            ({"before_id": others[1]["id"]}, "G", "N"),
            ({"after_id": others[1]["id"]}, "N", "~"),
            ({}, "N", "~"),
        ):
            key, pushed = await self.position(database, owner, others, **neighbour)
            assert low < key < high
            assert pushed == []

    async def test_those_that_leave_no_room_are_pushed(self, database: Database, owner: Person) -> None:
        others = await self.labels(database, owner, "G", "G", "G")
        key, pushed = await self.position(database, owner, others, after_id=others[0]["id"])
        assert [row["id"] for row in pushed] == [str(row["id"]) for row in others[1:]]
        assert "G" < key < pushed[0]["position"] < pushed[1]["position"]
        assert pushed[0]["name"].startswith("label"), "whole rows, ready to be written"

    async def test_a_neighbour_that_is_not_there(self, database: Database, owner: Person) -> None:
        others = await self.labels(database, owner, "G")
        for neighbour in ({"after_id": new_id()}, {"before_id": new_id()}):
            with pytest.raises(NotFoundError, match="label to go next to"):
                await self.position(database, owner, others, **neighbour)


class TestChange:
    async def test_answers_the_row_as_it_is_then(self, database: Database, owner: Person) -> None:
        task = UUID((await owner.add())["id"])
        command = Command(owner.actor, "edit_task")
        async with database.transaction() as transaction:
            row = await writing.present(transaction, owner.actor, TASK, task)
            written = await writing.change(transaction, command, TASK, row, {"title": "New"})
            again = await writing.change(transaction, command, TASK, written.value, {"title": "New"})
        assert (written.value["title"], written.value["version"], written.group_id) == ("New", 2, command.group_id)
        assert (again.value, again.group_id) == (written.value, None)


class TestWholeCommands:
    async def kept(self, database: Database, person: Person, *names: str) -> list[dict[str, Any]]:
        rows = [label_of(person, name) for name in names]
        async with database.transaction() as transaction:
            await writing.insert(transaction, Command(person.actor, "add_label"), LABEL, rows)
        return rows

    async def test_one_row_changes(self, database: Database, owner: Person, stranger: Person, sql: Any) -> None:
        [row] = await self.kept(database, owner, "work")
        command = Command(owner.actor, "edit_label")
        written = await writing.change_one(database, command, LABEL, UUID(row["id"]), {"name": "play"}, 1)
        assert (written.value["name"], written.value["version"], written.group_id) == ("play", 2, command.group_id)
        for actor, version, error in ((stranger.actor, None, NotFoundError), (owner.actor, 1, StaleVersionError)):
            late = Command(actor, "edit_label")
            with pytest.raises(error):
                await writing.change_one(database, late, LABEL, UUID(row["id"]), {"name": "rest"}, version)
        again = await writing.change_one(database, Command(owner.actor, "x"), LABEL, UUID(row["id"]), {"name": "play"})
        assert again.group_id is None, "nothing changed"
        assert await entries(sql, row["id"]) == [("add_label", True), ("edit_label", False)]

    @pytest.mark.parametrize(
        ("place", "order"),
        [({}, "bca"), ({"after_id": 1}, "bac"), ({"before_id": 1}, "abc"), ({"before_id": 2}, "bac")],
    )
    async def test_a_row_takes_its_place(
        self, database: Database, owner: Person, place: dict[str, int], order: str
    ) -> None:
        rows = await self.kept(database, owner, "a", "b", "c")
        among = [{"id": UUID(row["id"]), "position": row["position"]} for row in rows]
        beside = Neighbour(**{side: among[index]["id"] for side, index in place.items()})
        async with database.transaction() as transaction:
            row = await writing.present(transaction, owner.actor, LABEL, UUID(rows[0]["id"]))
            await writing.reorder(transaction, Command(owner.actor, "move_label"), LABEL, row, among, beside)
        items = (await owner.client.get("/api/labels")).json()["items"]
        assert "".join(item["name"] for item in items) == order

    async def test_next_to_itself_or_nobody_is_no_place(self, database: Database, owner: Person) -> None:
        [row] = await self.kept(database, owner, "a")
        among = [{"id": UUID(row["id"]), "position": row["position"]}]
        for other in (UUID(row["id"]), new_id()):
            async with database.transaction() as transaction:
                held = await writing.present(transaction, owner.actor, LABEL, UUID(row["id"]))
                with pytest.raises(NotFoundError):
                    await writing.reorder(
                        transaction, Command(owner.actor, "x"), LABEL, held, among, Neighbour(after_id=other)
                    )
