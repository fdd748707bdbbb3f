"""SQL of people, sessions and attempts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from todo.database import Executor, Row

USER = """app_user.id, app_user.email, app_user.name, app_user.time_zone, app_user.language, app_user.date_order,
    app_user.hour_cycle, app_user.week_start, app_user.welcome_dismissed, app_user.created_at"""
_CHANGEABLE = ("name", "time_zone", "language", "date_order", "hour_cycle", "week_start", "welcome_dismissed")
# Projects of which the person $1 is the only member.
_ALONE = """
    select mine.project_id from project_member as mine where mine.user_id = $1 and not exists (
        select 1 from project_member as other where other.project_id = mine.project_id and other.user_id <> $1
    )
"""


async def create_user(db: Executor, **values: Any) -> Row | None:
    """A person with their Inbox, in one statement. None when the address is taken.

    Args:
        values: id, email, name, password_hash, time_zone, language, inbox_project_id.
    """
    return await db.fetch_one(
        f"""
        with person as (
            insert into app_user (id, email, name, password_hash, time_zone, language)
            values ($1, $2, $3, $4, $5, $7)
            on conflict (email) do nothing returning *
        ), inbox as (
            insert into project (id, name, color, inbox_of_user_id) select $6, 'Inbox', 'gray', id from person
            returning id
        ), membership as (
            insert into project_member (project_id, user_id, role)
            select inbox.id, person.id, 'owner' from inbox, person
        )
        select {USER}, inbox.id as inbox_project_id from person as app_user, inbox
        """,  # noqa: S608 - a constant list of columns
        values["id"],
        values["email"],
        values["name"],
        values["password_hash"],
        values["time_zone"],
        values["inbox_project_id"],
        values["language"],
    )


async def any_user(db: Executor) -> bool:
    return await db.fetch_one("select 1 from app_user limit 1") is not None


async def one_at_a_time(db: Executor) -> None:
    """Let whoever else makes an account wait until this transaction ends."""
    await db.fetch("select pg_advisory_xact_lock(hashtext('todo: the first account'))")


async def list_accounts(db: Executor) -> list[Row]:
    """Everybody, the oldest first: {email, name, created_at, last_used_at, tasks}."""
    return await db.fetch(
        """
        select email, name, created_at,
               (select max(last_used_at) from session where session.user_id = app_user.id) as last_used_at,
               (select count(*) from task join project_member as member on member.project_id = task.project_id
                where member.user_id = app_user.id and task.deleted_at is null) as tasks
        from app_user order by created_at, id
        """
    )


async def lock_user(db: Executor, user_id: UUID) -> None:
    """Hold the person still until the transaction ends: nothing new of theirs is written meanwhile."""
    await db.fetch("select 1 from app_user where id = $1 for update", user_id)


async def delete_tasks(db: Executor, user_id: UUID, limit: int) -> int:
    """Delete up to `limit` tasks of projects that are the person's alone; returns how many."""
    rows = await db.fetch(
        f"""
        delete from task where id in (
            select task.id from task where task.project_id in ({_ALONE}) limit $2
        ) returning 1
        """,  # noqa: S608 - a constant query
        user_id,
        limit,
    )
    return len(rows)


async def delete_changes(db: Executor, user_id: UUID, limit: int) -> int:
    """Delete up to `limit` records of what the person did; returns how many."""
    rows = await db.fetch(
        """
        delete from change where id in (
            select change.id from change join change_group on change_group.id = change.group_id
            where change_group.user_id = $1 limit $2
        ) returning 1
        """,
        user_id,
        limit,
    )
    return len(rows)


async def delete_projects(db: Executor, user_id: UUID) -> None:
    """Delete the projects that are the person's alone; they hold no tasks any more."""
    await db.fetch(f"delete from project where id in ({_ALONE})", user_id)  # noqa: S608 - a constant query


async def delete_user(db: Executor, user_id: UUID) -> None:
    """Delete the person with all that the schema ties to them."""
    await db.fetch("delete from app_user where id = $1", user_id)


async def find_by_email(db: Executor, email: str) -> Row | None:
    """The person with that address, with `password_hash` and `inbox_project_id`."""
    return await db.fetch_one(
        f"""
        select {USER}, app_user.password_hash, project.id as inbox_project_id
        from app_user join project on project.inbox_of_user_id = app_user.id where app_user.email = $1
        """,  # noqa: S608 - a constant list of columns
        email,
    )


async def find_by_session(db: Executor, session_id: UUID, user_id: UUID) -> Row | None:
    """The person whose session is alive: looked up at every request, so a revoked one ends at once everywhere.

    `is_stale` tells that its use was noted more than a minute ago.
    """
    return await db.fetch_one(
        f"""
        select {USER}, project.id as inbox_project_id,
               coalesce(session.last_used_at < now() - interval '1 minute', true) as is_stale
        from session
        join app_user on app_user.id = session.user_id
        join project on project.inbox_of_user_id = app_user.id
        where session.id = $1 and session.user_id = $2 and session.revoked_at is null and session.expires_at > now()
        """,  # noqa: S608 - a constant list of columns
        session_id,
        user_id,
    )


async def find_by_access_token(db: Executor, secret_hash: str) -> Row | None:
    """The person whose token is alive, with {token_id, may_write, client, is_stale}: looked up at every request."""
    return await db.fetch_one(
        f"""
        select {USER}, project.id as inbox_project_id, token.id as token_id, token.may_write, token.client,
               coalesce(token.last_used_at < now() - interval '1 minute', true) as is_stale
        from access_token token
        join app_user on app_user.id = token.user_id
        join project on project.inbox_of_user_id = app_user.id
        where token.secret_hash = $1 and token.revoked_at is null
          and (token.expires_at is null or token.expires_at > now())
        """,  # noqa: S608 - constants
        secret_hash,
    )


async def password_hash(db: Executor, user_id: UUID) -> str:
    row = await db.fetch_one("select password_hash from app_user where id = $1", user_id)
    return str(row["password_hash"]) if row else ""


async def update_profile(db: Executor, user_id: UUID, values: Mapping[str, str | bool | None]) -> Row | None:
    """Change what is not None of the `_CHANGEABLE`."""
    changes = ", ".join(f"{name} = coalesce(${at}, app_user.{name})" for at, name in enumerate(_CHANGEABLE, 2))
    return await db.fetch_one(
        f"""
        update app_user set {changes}, updated_at = now()
        from project where app_user.id = $1 and project.inbox_of_user_id = app_user.id
        returning {USER}, project.id as inbox_project_id
        """,  # noqa: S608 - constant lists of columns
        user_id,
        *(values.get(name) for name in _CHANGEABLE),
    )


async def change_password(db: Executor, user_id: UUID, new_hash: str, keep_session: UUID) -> None:
    """Store the new hash and end every other session, in one statement."""
    await db.fetch(
        """
        with person as (update app_user set password_hash = $2, updated_at = now() where id = $1 returning id)
        update session set revoked_at = now()
        from person where session.user_id = person.id and session.id <> $3 and session.revoked_at is null
        """,
        user_id,
        new_hash,
        keep_session,
    )


async def create_session(db: Executor, session_id: UUID, user_id: UUID, expires_at: datetime, user_agent: str) -> None:
    """A new session; long-dead ones of the same person are cleared away with it."""
    await db.fetch(
        """
        with stale as (delete from session where user_id = $2 and expires_at < now() - interval '30 days')
        insert into session (id, user_id, expires_at, user_agent, last_used_at) values ($1, $2, $3, $4, now())
        """,
        session_id,
        user_id,
        expires_at,
        user_agent,
    )


async def note_use(db: Executor, session_id: UUID) -> None:
    await db.fetch("update session set last_used_at = now() where id = $1", session_id)


async def list_sessions(db: Executor, user_id: UUID) -> list[Row]:
    """The sessions of a person that are alive, the one that was used last first."""
    return await db.fetch(
        """
        select id, created_at, last_used_at, user_agent from session
        where user_id = $1 and revoked_at is null and expires_at > now()
        order by last_used_at desc nulls last, id desc
        """,
        user_id,
    )


async def revoke_session(db: Executor, session_id: UUID, user_id: UUID) -> bool:
    """End one of the person's; False when there is no such."""
    row = await db.fetch_one(
        "update session set revoked_at = now() where id = $1 and user_id = $2 and revoked_at is null returning id",
        session_id,
        user_id,
    )
    return row is not None


async def revoke_other_sessions(db: Executor, session_id: UUID, user_id: UUID) -> None:
    await db.fetch(
        "update session set revoked_at = now() where id <> $1 and user_id = $2 and revoked_at is null",
        session_id,
        user_id,
    )


async def alive_sessions(db: Executor, ids: list[UUID]) -> set[UUID]:
    """Those of `ids`, of sessions and of access tokens, that are still good."""
    rows = await db.fetch(
        """
        select id from session where id = any($1::uuid[]) and revoked_at is null and expires_at > now()
        union all
        select id from access_token where id = any($1::uuid[]) and revoked_at is null
                                      and (expires_at is null or expires_at > now())
        """,
        ids,
    )
    return {row["id"] for row in rows}


async def count_attempts(db: Executor, keys: list[str], window_seconds: int) -> list[Row]:
    """Count one more attempt under each key: {key, count, wait} with the seconds left of its window.

    Counting comes before the password is looked at, so parallel guesses over any number of replicas can't slip by.
    """
    return await db.fetch(
        """
        insert into attempt (key, count) select key, 1 from unnest($1::text[]) as key order by key
        on conflict (key) do update set
            count = case when attempt.window_started_at < now() - make_interval(secs => $2) then 1
                         else attempt.count + 1 end,
            window_started_at = case when attempt.window_started_at < now() - make_interval(secs => $2) then now()
                                     else attempt.window_started_at end
        returning key, count, ceil($2 - extract(epoch from now() - window_started_at))::int as wait
        """,
        sorted(keys),
        float(window_seconds),
    )


async def forgive_attempts(db: Executor, account_key: str, address_key: str) -> None:
    """After a right password: the account starts afresh, the address gets its one attempt back."""
    await db.fetch(
        """
        with account as (delete from attempt where key = $1),
        stale as (delete from attempt where window_started_at < now() - interval '1 day' and key <> $1 and key <> $2)
        update attempt set count = greatest(count - 1, 0) where key = $2
        """,
        account_key,
        address_key,
    )
