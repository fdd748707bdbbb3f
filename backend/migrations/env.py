"""Alembic's entry: one connection, one advisory lock, so that replicas starting together migrate once."""

import asyncio
import time
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel.sql.sqltypes import AutoString
from todo.migrations import PAUSE_SECONDS, connect
from todo.schema import METADATA

LOCK_KEY = 7_305_401  # any number that nothing else in this database locks


def render_item(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Write plain `sa.String()`, so that migrations don't depend on SQLModel."""
    return "sa.String()" if kind == "type" and isinstance(item, AutoString) else False


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=METADATA, render_item=render_item, compare_type=True)
    wait_for_turn(connection)
    with context.begin_transaction():
        context.run_migrations()


def wait_for_turn(connection: Connection) -> None:
    """Hold the lock until the connection closes. Asked for again and again, as whoever waited for it within a statement
    would be waited for by an index that is made meanwhile.
    """
    while not connection.scalar(text("select pg_try_advisory_lock(:key)"), {"key": LOCK_KEY}):
        connection.rollback()
        time.sleep(PAUSE_SECONDS)
    connection.rollback()


async def main() -> None:
    dsn, wait_seconds = context.config.attributes["dsn"], context.config.attributes["wait_seconds"]
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: connect(dsn, wait_seconds), poolclass=NullPool
    )
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()


asyncio.run(main())
