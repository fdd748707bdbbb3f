"""The asyncpg pool. Nothing else opens a connection; SQL itself lives in the repositories.

A single statement outside `transaction()` is its own transaction: that is what keeps a hot request at two statements.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Any, Protocol, TypeVar, cast

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from todo.errors import ConflictError, DatabaseUnavailableError
from todo.metrics import DATABASE_SECONDS

Row = dict[str, Any]
Result = TypeVar("Result")

# A request must answer within 2 s when the database is gone or frozen: so long may connecting take, and one statement.
TIMEOUT_SECONDS = 1.5
# So long may a request stand in line while every connection is busy: that is load, and turning people away no cure.
QUEUE_SECONDS = 5.0

UNAVAILABLE = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InternalClientError,
)

_SERVER_SETTINGS = {
    "application_name": "todo",
    "timezone": "UTC",
    "jit": "off",
    # What is asked for lies in memory or on a disk that need not seek. By PostgreSQL's own 4.0, which is for disks that
    # do, whoever has more in a project than others have is read and sorted as a whole instead of in an index's order.
    "random_page_cost": "1.1",
}


class Executor(Protocol):
    """Runs one statement: the pool itself, or an open transaction."""

    async def fetch(self, query: str, *arguments: Any) -> list[Row]: ...

    async def fetch_one(self, query: str, *arguments: Any) -> Row | None: ...


class _Connection(asyncpg.Connection):  # type: ignore[misc]
    """Session state is never left behind here, so the reset round trip at each release is saved."""

    def get_reset_query(self) -> str:
        return ""


async def _initialise(connection: asyncpg.Connection) -> None:
    await connection.set_type_codec("jsonb", encoder=json.dumps, decoder=json.loads, schema="pg_catalog", format="text")
    # Looked up at each call, so that tests can listen in.
    connection.add_query_logger(lambda record: _observe(record))


def _observe(record: Any) -> None:
    DATABASE_SECONDS.observe(record.elapsed)


class Transaction:
    """Statements on one connection between BEGIN and COMMIT."""

    def __init__(self, connection: PoolConnectionProxy) -> None:
        self._connection = connection

    async def fetch(self, query: str, *arguments: Any) -> list[Row]:
        return [dict(row) for row in await self._connection.fetch(query, *arguments)]

    async def fetch_one(self, query: str, *arguments: Any) -> Row | None:
        row = await self._connection.fetchrow(query, *arguments)
        return None if row is None else dict(row)

    def as_database(self) -> "Database":
        """The database as this transaction sees it, for functions that may open transactions of their own."""
        return _Within(self._connection)


class Database:
    """A pool that connects when it is first used, so the process starts and recovers without the database.

    Args:
        dsn: `postgresql://` address.
        pool_size: connections at most.
        timeout_seconds: how long connecting may take, and a statement.
        queue_seconds: how long to wait in line for a connection while all are busy, which is load and not an outage.
    """

    def __init__(
        self,
        dsn: str,
        *,
        pool_size: int = 10,
        timeout_seconds: float = TIMEOUT_SECONDS,
        queue_seconds: float = QUEUE_SECONDS,
    ) -> None:
        self._dsn = dsn
        self._pool_size = pool_size
        self._timeout = timeout_seconds
        self._queue_seconds = queue_seconds
        self._pool: asyncpg.Pool | None = None

    async def open(self) -> None:
        """Make the pool; connects to nothing yet."""
        self._pool = await asyncpg.create_pool(
            self._dsn,
            min_size=0,
            max_size=self._pool_size,
            max_inactive_connection_lifetime=300,
            timeout=self._timeout,
            command_timeout=self._timeout,
            connection_class=_Connection,
            init=_initialise,
            server_settings=_SERVER_SETTINGS,
        )

    async def close(self) -> None:
        """Close what is idle at once, and end what is not within two seconds."""
        if self._pool is None:
            return
        try:
            await asyncio.wait_for(self._pool.close(), timeout=2)
        except (TimeoutError, *UNAVAILABLE):
            self._pool.terminate()

    async def warm(self, count: int, use: Callable[[Executor], Awaitable[None]]) -> None:
        """Open `count` connections (no more than the pool may have), use each once, and leave them to the pool.

        Raises:
            DatabaseUnavailableError: not all could be opened and used; those that could be stay.
        """
        async with AsyncExitStack() as held:
            # One after the other, each held until all are there: else the first would be used again and again.
            for _ in range(min(count, self._pool_size)):
                await use(Transaction(await held.enter_async_context(self._connection())))

    async def fetch(self, query: str, *arguments: Any) -> list[Row]:
        """All rows of one statement, which is a transaction of its own."""
        return await self._run(lambda connection: Transaction(connection).fetch(query, *arguments))

    async def fetch_one(self, query: str, *arguments: Any) -> Row | None:
        """The first row of one statement, or None."""
        return await self._run(lambda connection: Transaction(connection).fetch_one(query, *arguments))

    @asynccontextmanager
    async def listen(
        self, channel: str, hear: Callable[[str], None], lose: Callable[[], None]
    ) -> AsyncIterator[Transaction]:
        """A connection beside the pool that hears what is notified on `channel`; statements may be run on it too.

        Args:
            hear: called with each payload.
            lose: called when the connection breaks.

        Raises:
            DatabaseUnavailableError: no connection, or it broke.
        """
        options: dict[str, Any] = {"timeout": self._timeout, "command_timeout": self._timeout}
        try:
            connection = await asyncpg.connect(self._dsn, **options, server_settings=_SERVER_SETTINGS)
        except UNAVAILABLE as error:
            raise DatabaseUnavailableError from error
        try:
            await connection.add_listener(channel, lambda *heard: hear(heard[3]))
            connection.add_termination_listener(lambda _: lose())
            yield Transaction(connection)
        except UNAVAILABLE as error:
            raise DatabaseUnavailableError from error
        finally:
            connection.terminate()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Several statements that hold together: committed at the end, rolled back on any error.

        Raises:
            DatabaseUnavailableError: no connection, or it broke.
        """
        async with self._connection() as connection, connection.transaction():
            yield Transaction(connection)

    @asynccontextmanager
    async def rehearsal(self) -> AsyncIterator["Database"]:
        """This database within one transaction that is never kept: what a command would do, without doing it.

        Raises:
            DatabaseUnavailableError: no connection, or it broke.
        """
        async with self._connection() as connection:
            transaction = connection.transaction()
            await transaction.start()
            try:
                yield _Within(connection)
            finally:
                await transaction.rollback()

    async def _run(self, work: Callable[[PoolConnectionProxy], Awaitable[Result]]) -> Result:
        async with self._connection() as connection:
            return await work(connection)

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[PoolConnectionProxy]:
        if self._pool is None:
            raise DatabaseUnavailableError
        try:
            # The pool's own timeout makes a task of its own in Python 3.11, which costs each statement 50 us of CPU.
            async with asyncio.timeout(self._queue_seconds):
                connection = await self._pool.acquire()
        except UNAVAILABLE as error:
            raise DatabaseUnavailableError from error
        try:
            yield cast(PoolConnectionProxy, connection)
        except UNAVAILABLE as error:
            # A frozen server never answers a polite close, so the socket is dropped; a lost one is dropped already.
            with suppress(asyncpg.InterfaceError):
                connection.terminate()
            raise DatabaseUnavailableError from error
        except asyncpg.UniqueViolationError as error:
            raise ConflictError("This name is in use already.", slug="name-taken") from error
        except asyncpg.DeadlockDetectedError as error:
            raise ConflictError("Others changed the same things at once. Try again.", slug="busy") from error
        finally:
            await self._pool.release(connection, timeout=self._timeout)


class _Within(Database):
    """All on one connection: transactions are savepoints of the one that it is in."""

    def __init__(self, connection: PoolConnectionProxy) -> None:
        self._held = connection

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[PoolConnectionProxy]:
        yield self._held
