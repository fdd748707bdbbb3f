"""SQL of the change log. Other repositories append `log_changes()` to their own writing statement."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes.entities import ENTITIES, Entity
from todo.database import Executor, Row


def log_changes(entity: str) -> str:
    """CTEs that log the rows of the CTE `changed(before jsonb, after jsonb)` in the statement that made them.

    The statement's $1 to $4 are `Command.parameters`. Nothing is written when nothing changed.
    """
    return f"""
    , logged_group as (
        insert into change_group (id, user_id, via, command)
        select $2::uuid, $1::uuid, $3::text, $4::text where exists (select from changed)
        on conflict (id) do nothing
    ), logged as (
        insert into change (group_id, entity, entity_id, before, after)
        select $2::uuid, '{entity}', (coalesce(after, before) ->> 'id')::uuid, before, after from changed
        order by coalesce(after, before) ->> 'id'
    )"""  # noqa: S608 - the entity is a constant of this program


async def get_group(db: Executor, actor: Actor, group_id: UUID) -> Row | None:
    """One group of the person's own, with its changes."""
    rows = await list_groups(db, actor, before=None, limit=1, group_id=group_id)
    return rows[0] if rows else None


async def list_groups(
    db: Executor, actor: Actor, *, before: UUID | None, limit: int, group_id: UUID | None = None
) -> list[Row]:
    """The person's groups, newest first, each with `changes` (a list of {entity, entity_id, before, after})."""
    return await db.fetch(
        """
        select change_group.*, undoing.id as undone_by,
               coalesce(entries.changes, '[]'::jsonb) as changes
        from change_group
        left join change_group undoing on undoing.undo_of = change_group.id
        left join lateral (
            select jsonb_agg(jsonb_build_object('entity', entity, 'entity_id', entity_id,
                                                'before', before, 'after', after) order by change.id) as changes
            from change where change.group_id = change_group.id
        ) entries on true
        where change_group.user_id = $1
          and ($2::uuid is null or change_group.id < $2)
          and ($3::uuid is null or change_group.id = $3)
        order by change_group.id desc
        limit $4
        """,
        actor.user_id,
        before,
        group_id,
        limit,
    )


async def last_undoable(db: Executor, actor: Actor) -> UUID | None:
    """The person's newest group that is neither undone nor itself an undo."""
    row = await db.fetch_one(
        """
        select change_group.id from change_group
        where user_id = $1 and undo_of is null
          and not exists (select from change_group undoing where undoing.undo_of = change_group.id)
        order by id desc limit 1
        """,
        actor.user_id,
    )
    return row["id"] if row else None


async def start_undo(db: Executor, command: Command, group_id: UUID) -> bool:
    """Note that `command` undoes `group_id`. False when somebody else did so first."""
    row = await db.fetch_one(
        """
        insert into change_group (id, user_id, via, command, undo_of) values ($2, $1, $3, $4, $5)
        on conflict (undo_of) do nothing returning id
        """,
        *command.parameters,
        group_id,
    )
    return row is not None


async def lock_rows(db: Executor, actor: Actor, entity: Entity, ids: Sequence[UUID]) -> list[Row]:
    """The present rows as JSON documents, locked in order of id, with the person's role: {row, role}."""
    return await db.fetch(
        f"""
        select to_jsonb({entity.name}.*) as row, project_member.role
        from {entity.name}
        join project_member on project_member.project_id = {entity.name}.{entity.project_column}
                           and project_member.user_id = $1
        where {entity.name}.id = any($2::uuid[])
        order by {entity.name}.id
        for update of {entity.name}
        """,  # noqa: S608 - names come from the table of entities
        actor.user_id,
        list(ids),
    )


async def writable_projects(db: Executor, actor: Actor, ids: Sequence[UUID]) -> set[UUID]:
    """Those of `ids` that exist, are not in the trash, and that the person may change."""
    rows = await db.fetch(
        """
        select project.id from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.id = any($2::uuid[]) and project.deleted_at is null and project_member.role <> 'viewer'
        """,
        actor.user_id,
        list(ids),
    )
    return {row["id"] for row in rows}


async def restore_rows(db: Executor, command: Command, entity: Entity, rows: Sequence[dict[str, Any]]) -> None:
    """Give rows the mutable values in `rows` (whole JSON rows) and log that as part of `command`."""
    name = entity.name
    assignments = ", ".join(f"{column} = wanted.{column}" for column in entity.mutable)
    await db.fetch(
        f"""
        with wanted as (select * from jsonb_populate_recordset(null::{name}, $5::jsonb)),
        earlier as (
            select {name}.* from {name}
            join project_member on project_member.project_id = {name}.{entity.project_column}
                               and project_member.user_id = $1 and project_member.role <> 'viewer'
            where {name}.id in (select id from wanted)
        ),
        later as (
            update {name} set {assignments}, version = {name}.version + 1, updated_at = now()
            from wanted join earlier using (id) where {name}.id = wanted.id returning {name}.*
        ),
        changed as (
            select to_jsonb(earlier) as before, to_jsonb(later) as after from later join earlier using (id)
        )
        {log_changes(name)}
        select id from later
        """,  # noqa: S608 - names come from the table of entities
        *command.parameters,
        list(rows),
    )


def entity_of(name: str) -> Entity:
    return ENTITIES[name]
