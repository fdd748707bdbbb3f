"""Empties the trash of what is old, now and then, in every process: they take turns by locks on the rows."""

import asyncio
import random
from contextlib import AbstractAsyncContextManager

import structlog

from todo.background import in_background
from todo.database import Database
from todo.errors import ProblemError
from todo.trash import service

PAUSE_SECONDS = 3600.0
log = structlog.get_logger(__name__)


def emptying(database: Database, pause_seconds: float = PAUSE_SECONDS) -> AbstractAsyncContextManager[None]:
    """Empty the trash while the block is open, each time after a pause."""
    return in_background(_keep_emptying(database, pause_seconds))


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
