"""Projects, sections and labels by what people call them."""

import pytest
from fastapi import FastAPI
from support import Person
from todo.database import Database
from todo.errors import NotFoundError
from todo.mcp import names


@pytest.fixture
def database(app: FastAPI) -> Database:
    found: Database = app.state.database
    return found


class TestProject:
    @pytest.mark.parametrize("said", ["Home & Garden", "home & garden", "#Home & Garden", "  HOME & GARDEN ", "garden"])
    async def test_by_name_whatever_its_case_and_sign(self, database: Database, owner: Person, said: str) -> None:
        home = await owner.project("Home & Garden")
        await owner.project("Work")
        assert str((await names.project(database, owner.actor, said)).id) == home["id"]

    async def test_an_exact_name_goes_before_a_longer_one(self, database: Database, owner: Person) -> None:
        await owner.project("Home office")
        home = await owner.project("Home")
        assert str((await names.project(database, owner.actor, "home")).id) == home["id"]

    async def test_accents_do_not_matter(self, database: Database, owner: Person) -> None:
        await owner.project("Café")
        assert (await names.project(database, owner.actor, "cafe")).name == "Café"

    async def test_what_is_unclear_says_what_there_is(self, database: Database, owner: Person) -> None:
        for name in ("Home office", "Home garden"):
            await owner.project(name)
        with pytest.raises(NotFoundError, match="“Inbox”, “Home office”, “Home garden”"):
            await names.project(database, owner.actor, "home")

    async def test_of_two_with_one_name_the_id_decides(self, database: Database, owner: Person) -> None:
        first, _ = await owner.project("Twin"), await owner.project("Twin")
        with pytest.raises(NotFoundError, match="Several are called"):
            await names.project(database, owner.actor, "Twin")
        assert str((await names.project(database, owner.actor, first["id"])).id) == first["id"]


class TestLabel:
    async def test_with_or_without_its_sign(self, database: Database, owner: Person) -> None:
        await owner.client.post("/api/labels", json={"name": "errand"})
        for said in ("errand", "@errand", "Errand"):
            assert (await names.label(database, owner.actor, said)).name == "errand"

    async def test_without_any_says_so(self, database: Database, owner: Person) -> None:
        with pytest.raises(NotFoundError, match="There are: none"):
            await names.label(database, owner.actor, "errand")
