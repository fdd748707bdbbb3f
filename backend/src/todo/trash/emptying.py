"""Empties the trash of what is old, now and then, in every process: they take turns by locks on the rows."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from todo.database import Database
from todo.errors import ProblemError
from todo.trash import service

PAUSE_SECONDS = 3600.0
log = structlog.get_logger(__name__)


@asynccontextmanager
async def emptying(database: Database, pause_seconds: float = PAUSE_SECONDS) -> AsyncIterator[None]:
    """Empty the trash while the block is open, each time after a pause."""
    task = asyncio.create_task(_keep_emptying(database, pause_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _keep_emptying(database: Database, pause_seconds: float) -> None:
    while True:
        # Uneven, so that processes that started together do not stay in step.
        await asyncio.sleep(pause_seconds * random.uniform(0.5, 1.5))  # noqa: S311 - no secret
        try:
            count = await service.empty_expired(database)
        except ProblemError as error:
            log.warning("trash_not_emptied", reason=error.detail)
        else:
            log.info("trash_emptied", count=count)
