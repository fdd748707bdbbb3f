"""Labels by their names, as a part of a command: found or made, once each."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from pydantic import ValidationError
from support import Person, assert_problem
from todo.actor import Command
from todo.database import Database
from todo.labels import service


@pytest.fixture
def database(app: FastAPI) -> Database:
    database: Database = app.state.database
    return database


async def named(database: Database, person: Person, *names: str) -> tuple[dict[str, UUID], Command]:
    command = Command(person.actor, "add_task")
    async with database.transaction() as transaction:
        return await service.named_in(transaction, command, names), command


async def names_of(database: Database, person: Person) -> list[str]:
    return [label.name for label in await service.list_labels(database, person.actor)]


class TestNamedIn:
    async def test_new_ones_are_made_in_their_order_and_belong_to_the_command(
        self, database: Database, owner: Person
    ) -> None:
        ids, command = await named(database, owner, "b", "a")
        assert [*ids] == ["b", "a"]
        assert await names_of(database, owner) == ["b", "a"]
        response = await owner.client.post(f"/api/changes/{command.group_id}/undo")
        assert len(response.json()["changes"]) == 2
        assert await names_of(database, owner) == []

    async def test_names_that_read_alike_are_one_label(self, database: Database, owner: Person) -> None:
        ids, _ = await named(database, owner, "Café", "CAFE", "cafe")
        assert len(set(ids.values())) == 1
        assert await names_of(database, owner) == ["Café"], "as it was said first"

    async def test_what_is_there_is_found_and_nothing_logged(self, database: Database, owner: Person, sql: Any) -> None:
        first, _ = await named(database, owner, "work")
        again, command = await named(database, owner, "WORK")
        assert first["work"] == again["WORK"]
        assert await sql.fetchval("select count(*) from change where group_id = $1", command.group_id) == 0

    async def test_what_is_in_the_trash_is_made_anew(self, database: Database, owner: Person) -> None:
        first, _ = await named(database, owner, "work")
        deleted = await owner.client.delete(f"/api/labels/{first['work']}")
        again, _ = await named(database, owner, "work")
        assert first != again
        assert_problem(await owner.undo(deleted), 409, "name-taken")

    async def test_of_strangers_are_not_found(self, database: Database, owner: Person, stranger: Person) -> None:
        mine, _ = await named(database, owner, "work")
        theirs, _ = await named(database, stranger, "work")
        assert mine != theirs

    async def test_no_names_no_labels(self, database: Database, owner: Person) -> None:
        assert (await named(database, owner))[0] == {}

    async def test_a_name_that_no_label_can_have_makes_none(self, database: Database, owner: Person) -> None:
        with pytest.raises(ValidationError):
            await named(database, owner, "fine", "x" * 101)
        assert await names_of(database, owner) == []
