"""Brings the database's schema to this version of the program."""

import asyncio
import ssl
import time
from pathlib import Path

import asyncpg
import structlog
from alembic import command, op
from alembic.config import Config
from sqlalchemy import text

log = structlog.get_logger(__name__)
FOLDER = Path(__file__).parents[2] / "migrations"
# A database that starts beside this program, or whose name is not there yet, gets so long to answer by default.
WAIT_SECONDS = 30.0
PAUSE_SECONDS = 0.5
NOT_YET = (OSError, asyncpg.CannotConnectNowError, asyncpg.PostgresConnectionError)


def alembic_config(dsn: str, wait_seconds: float = WAIT_SECONDS) -> Config:
    """Alembic's settings for one database."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes.update(dsn=dsn, wait_seconds=wait_seconds)
    return config


def migrate(dsn: str, wait_seconds: float = WAIT_SECONDS) -> None:
    """Run what is missing. Several processes may call this at once: an advisory lock lets one at a time work.

    Raises:
        OSError: the database did not answer for `wait_seconds`, or refuses this login.
    """
    command.upgrade(alembic_config(dsn, wait_seconds), "head")


def create_index(name: str, table: str, columns: list[str], where: str | None = None) -> None:
    """Make an index as a step of a migration while others go on writing to the table.

    It is no part of the migration's transaction: one that was broken off leaves half an index, which goes first.
    """
    with op.get_context().autocommit_block():
        op.drop_index(name, table, if_exists=True, postgresql_concurrently=True)
        condition = None if where is None else text(where)
        op.create_index(name, table, columns, postgresql_where=condition, postgresql_concurrently=True)


def drop_index(name: str, table: str) -> None:
    """Drop an index as a step of a migration while others go on with the table."""
    with op.get_context().autocommit_block():
        op.drop_index(name, table, if_exists=True, postgresql_concurrently=True)


async def connect(dsn: str, wait_seconds: float) -> asyncpg.Connection:
    """Connect, and wait for a database that does not answer yet; what waiting can't mend fails at once.

    Raises:
        OSError: nothing answered for `wait_seconds`, or the database refuses this login.
    """
    deadline, said = time.monotonic() + wait_seconds, ""
    while True:
        try:
            return await asyncpg.connect(dsn, timeout=10)
        except ssl.SSLError as error:
            raise OSError(f"the connection to the database is not safe: {error}") from error
        except NOT_YET as error:
            reason = str(error) or type(error).__name__
            if time.monotonic() >= deadline:
                raise OSError(f"the database does not answer: {reason}") from error
            if reason != said:
                log.warning("waiting for the database", reason=reason)
            said = reason
            await asyncio.sleep(PAUSE_SECONDS)
        except asyncpg.PostgresError as error:
            raise OSError(f"the database refuses the connection: {error}") from error
