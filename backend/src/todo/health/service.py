"""Whether this process should get requests."""

import threading
from importlib.metadata import version

from todo.database import Database
from todo.errors import DatabaseUnavailableError
from todo.health import repository
from todo.health.schemas import Health

# Set by the first stop signal; one process serves one application.
SHUTTING_DOWN = threading.Event()


async def check(database: Database) -> Health:
    """The report; never raises."""
    try:
        await repository.ping(database)
        answers = True
    except DatabaseUnavailableError:
        answers = False
    status = "shutting-down" if SHUTTING_DOWN.is_set() else "ok" if answers else "unavailable"
    return Health(status=status, database="ok" if answers else "unavailable", version=version("todo"))
