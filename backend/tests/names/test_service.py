"""The names that a person's words may mean: theirs to write to, and nothing that is out of sight."""

from typing import Any

import pytest
from fastapi import FastAPI
from support import Person, join
from todo.database import Database
from todo.names import service


@pytest.fixture
def database(app: FastAPI) -> Database:
    database: Database = app.state.database
    return database


async def section(person: Person, project: dict[str, Any], name: str) -> str:
    response = await person.client.post(f"/api/projects/{project['id']}/sections", json={"name": name})
    section_id: str = response.json()["id"]
    return section_id


async def projects(database: Database, person: Person) -> list[str]:
    return [project.name for project in (await service.known(database, person.actor)).projects]


class TestKnown:
    async def test_of_somebody_new(self, database: Database, owner: Person) -> None:
        known = await service.known(database, owner.actor)
        assert ([project.name for project in known.projects], known.sections, known.labels) == (["Inbox"], (), {})

    async def test_each_kind_in_its_order(self, database: Database, owner: Person) -> None:
        home, work = await owner.project("Home"), await owner.project("Work")
        await owner.client.post(f"/api/projects/{work['id']}/move", json={"before_id": home["id"]})
        soon, later = await section(owner, home, "Soon"), await section(owner, work, "Later")
        labels = [(await owner.client.post("/api/labels", json={"name": name})).json() for name in ("b", "a")]
        known = await service.known(database, owner.actor)
        assert [project.name for project in known.projects] == ["Inbox", "Work", "Home"]
        found = [(one.id, one.name, one.project_id) for one in known.sections]
        assert found == [(soon, "Soon", home["id"]), (later, "Later", work["id"])]
        assert {name: str(label_id) for name, label_id in known.labels.items()} == {
            label["name"]: label["id"] for label in labels
        }

    async def test_nothing_of_strangers_nor_only_to_be_read(
        self, database: Database, owner: Person, stranger: Person, sql: Any
    ) -> None:
        project = await owner.project("Secret")
        await section(owner, project, "Vault")
        await owner.client.post("/api/labels", json={"name": "hidden"})
        for role in (None, "viewer"):
            if role:
                await join(sql, project, stranger, role)
            known = await service.known(database, stranger.actor)
            assert ([one.name for one in known.projects], known.sections, known.labels) == (["Inbox"], (), {})
        await sql.execute("update project_member set role = 'editor' where user_id = $1", stranger.user["id"])
        known = await service.known(database, stranger.actor)
        assert [one.name for one in known.sections] == ["Vault"]
        assert known.labels == {}, "labels are their person's alone"

    async def test_nothing_in_the_archive_or_the_trash(self, database: Database, owner: Person) -> None:
        old, gone, home = [await owner.project(name) for name in ("Old", "Gone", "Home")]
        for project in (old, gone, home):
            await section(owner, project, f"In {project['name']}")
        label = (await owner.client.post("/api/labels", json={"name": "dropped"})).json()
        await owner.client.post(f"/api/projects/{old['id']}/archive")
        await owner.client.delete(f"/api/projects/{gone['id']}")
        await owner.client.delete(f"/api/labels/{label['id']}")
        known = await service.known(database, owner.actor)
        assert await projects(database, owner) == ["Inbox", "Home"]
        assert ([one.name for one in known.sections], known.labels) == (["In Home"], {})

    async def test_is_one_statement(self, database: Database, owner: Person, statements: Any) -> None:
        with statements() as seen:
            await service.known(database, owner.actor)
        assert len(seen) == 1


class TestSectionsFrom:
    async def test_those_of_the_project_at_hand_come_first(self, database: Database, owner: Person) -> None:
        home, work = await owner.project("Home"), await owner.project("Work")
        for project in (home, work, home):
            await section(owner, project, f"of {project['name']}")
        known = await service.known(database, owner.actor)
        names = [one.name for one in known.sections_from(owner.actor.inbox_project_id)]
        assert names == [one.name for one in known.sections]
        from uuid import UUID

        first = [one.name for one in known.sections_from(UUID(work["id"]))]
        assert first == ["of Work", "of Home", "of Home"]
