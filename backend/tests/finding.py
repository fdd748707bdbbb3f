"""What the tests of finding share: a day at noon, and things that are quicker to make in the database."""

from datetime import UTC, datetime
from uuid import UUID

import asyncpg
from support import Person
from todo.boundary import new_id

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)  # noon in Berlin, a Wednesday


async def label(sql: asyncpg.Connection, person: Person, name: str) -> str:
    """The id of a new label of theirs."""
    row = await sql.fetchrow(
        "insert into label (id, user_id, name, color) values ($1, $2, $3, 'red') returning id",
        new_id(),
        person.user["id"],
        name,
    )
    return str(row["id"])


async def section(sql: asyncpg.Connection, project_id: str, name: str, position: str = "a") -> str:
    """The id of a new section of a project."""
    row = await sql.fetchrow(
        "insert into section (id, project_id, name, position) values ($1, $2, $3, $4) returning id",
        new_id(),
        UUID(project_id),
        name,
        position,
    )
    return str(row["id"])
