"""SQL of the live stream: the change log read forward, for the people who listen."""

from collections.abc import Sequence
from uuid import UUID

from todo.database import Executor, Row

# Each new entry of the change log is announced here by the database (migration 0003), with an empty payload.
CHANNEL = "todo_live"


async def tell(db: Executor, payloads: Sequence[str]) -> None:
    """Tell every process, at commit."""
    await db.fetch("select pg_notify($1, payload) from unnest($2::text[]) as payload", CHANNEL, list(payloads))


async def latest_id(db: Executor) -> int:
    """The last id that the change log gave out, committed or not. Read it before `completeness`."""
    row = await db.fetch_one(
        """
        select coalesce(pg_sequence_last_value(pg_get_serial_sequence('change', 'id')::regclass), 0) as id
        /* a number that tells nothing, so not by user_id */
        """
    )
    assert row is not None
    return int(row["id"])


async def completeness(db: Executor, after: int, until: int) -> Row:
    """How complete the log is between two ids, whoever's (no user_id is asked for: numbers are all that it tells).

    Returns:
        {complete, all_ended}, both of one snapshot; see `horizon.Look`.
    """
    row = await db.fetch_one(
        """
        select coalesce((
                   select missing - 1 from generate_series($1::bigint + 1, $2::bigint) as missing
                   where not exists (select from change where change.id = missing) order by missing limit 1
               ), $2) as complete,
               pg_snapshot_xmin(snapshot)::text::bigint as all_ended
        from pg_current_snapshot() as snapshot /* not by user_id */
        """,
        after,
        until,
    )
    assert row is not None
    return row


async def new_transaction(db: Executor) -> int:
    """The number of a transaction that begins, and ends, now: all that began before have smaller ones."""
    row = await db.fetch_one("select pg_current_xact_id()::text::bigint as number")
    assert row is not None
    return int(row["number"])


def _among_users(project: str) -> str:
    """Those of the users $1 who may hear of a row in that project, or who own a row that is in none."""
    return f"""array(
        select user_id from project_member where project_id = {project} and user_id = any($1::uuid[])
        union all
        select owner.id from app_user owner where change.project_id is null
            and owner.id = (change.after ->> 'user_id')::uuid and owner.id = any($1::uuid[]))"""  # noqa: S608 - constants of this module


async def list_changes(db: Executor, users: Sequence[UUID], after: int, until: int) -> list[Row]:
    """Changes between two ids that one of `users` may hear of, in order of id.

    Returns:
        Rows of {id, entity, entity_id, version, group, was_there, is_there, saw, sees}: `saw` are those of the users
        who may see where the row was, `sees` those who may see where it is.
    """
    return await db.fetch(
        f"""
        with told as (
            select id, entity, entity_id, (after ->> 'version')::int as version, group_id as group,
                   before is not null and before ->> 'deleted_at' is null as was_there,
                   after ->> 'deleted_at' is null as is_there,
                   {_among_users("coalesce(change.from_project_id, change.project_id)")} as saw,
                   {_among_users("change.project_id")} as sees
            from change where id > $2 and id <= $3
        )
        select * from told where cardinality(saw) + cardinality(sees) > 0 order by id
        """,  # noqa: S608 - constants of this module
        list(users),
        after,
        until,
    )
