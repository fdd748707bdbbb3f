"""SQL of the trash. $1 is always the acting person's `user_id`; null is the job that empties what is old, of all."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from todo.actor import Actor
from todo.changes.entities import PROJECT, Entity
from todo.database import Executor, Row


async def list_trash(db: Executor, actor: Actor, after: tuple[datetime, UUID] | None, limit: int) -> list[Row]:
    """What lies in the trash by itself: {entity, id, title, project_id, deleted_at}, newest first after a position."""
    return await db.fetch(
        f"""
        with readable as (
            select project.* from project
            join project_member on project_member.project_id = project.id and project_member.user_id = $1
        ), present as (select id from readable where deleted_at is null)
        select * from (
            select 'task' as entity, newest.* from present cross join lateral (
                select task.id, task.title, task.project_id, task.deleted_at from task
                where task.project_id = present.id and task.deleted_at is not null
                  -- Looked up task by task, as joining them would lose the order of the index.
                  and (select deleted_at from task parent where parent.id = task.parent_id) is null
                  and (select deleted_at from section where section.id = task.section_id) is null
                  and (task.deleted_at, task.id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::uuid, $4::uuid))
                order by task.deleted_at desc, task.id desc limit {limit:d}
            ) newest
            union all
            select 'section', section.id, section.name, section.project_id, section.deleted_at
            from section join present on present.id = section.project_id where section.deleted_at is not null
            union all
            select 'project', readable.id, readable.name, null, readable.deleted_at
            from readable left join readable parent on parent.id = readable.parent_id
            where readable.deleted_at is not null and parent.deleted_at is null
            union all
            select 'label', id, name, null, deleted_at from label where user_id = $1 and deleted_at is not null
            union all
            select 'saved_filter', id, name, null, deleted_at from saved_filter
            where user_id = $1 and deleted_at is not null
        ) item
        where (deleted_at, id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::uuid, $4::uuid))
        order by deleted_at desc, id desc limit {limit:d}
        """,  # noqa: S608 - a number, which PostgreSQL must know to keep a plan
        actor.user_id,
        *(after or (None, None)),
        UUID(int=2**128 - 1),
    )


async def lock_deleted(
    db: Executor,
    user_id: UUID | None,
    entity: Entity,
    *,
    only: UUID | None = None,
    before: datetime | None = None,
    limit: int = 1,
) -> list[UUID]:
    """Ids of rows in the trash that may be purged, locked. The job takes the oldest that nobody else holds."""
    name = entity.name
    # A person's project by project: in the order of their age stand those of everybody.
    whose = f"{name}.{entity.project_column or 'user_id'}, " if user_id else ""
    rows = await db.fetch(
        f"""
        select {name}.id from {name}
        where {name}.deleted_at is not null and {_may_purge(entity, user_id)}
          and ($2::uuid is null or {name}.id = $2) and ($3::timestamptz is null or {name}.deleted_at < $3)
        order by {whose}{name}.deleted_at, {name}.id limit $4
        for update of {name} {"skip locked" if user_id is None else ""}
        """,  # noqa: S608 - names come from the table of entities
        user_id,
        only,
        before,
        limit,
    )
    return [row["id"] for row in rows]


async def who_sees(db: Executor, entity: Entity, ids: Sequence[UUID]) -> list[UUID]:
    """The `user_id` of everybody whose trash shows one of these rows."""
    name, column = entity.name, entity.project_column
    member = f"project_member on project_member.project_id = {name}.{column}"
    who, whose = (f"{name}.user_id", name) if column is None else ("project_member.user_id", f"{name} join {member}")
    rows = await db.fetch(
        f"select distinct {who} from {whose} where {name}.id = any($1::uuid[])",  # noqa: S608 - names of entities
        list(ids),
    )
    return [row["user_id"] for row in rows]


async def below(db: Executor, user_id: UUID | None, entity: Entity, ids: Sequence[UUID]) -> list[UUID]:
    """Tasks or projects with all below them that lies in the trash too."""
    name = entity.name
    rows = await db.fetch(
        f"""
        with recursive doomed as (
            select id from {name} where id = any($2::uuid[])
            union
            select {name}.id from {name} join doomed on {name}.parent_id = doomed.id
            where {name}.deleted_at is not null and {_may_purge(entity, user_id)}
        )
        select id from doomed
        """,  # noqa: S608 - names come from the table of entities
        user_id,
        list(ids),
    )
    return [row["id"] for row in rows]


async def erase(db: Executor, user_id: UUID | None, entity: Entity, column: str, ids: Sequence[UUID]) -> list[UUID]:
    """Delete rows by one of their columns (`id`, or where they are), and what the log has of them.

    Returns:
        The groups of the log that lost something.
    """
    name = entity.name
    rows = await db.fetch(
        f"""
        with gone as (
            delete from {name} where {name}.{column} = any($2::uuid[]) and {_may_purge(entity, user_id)} returning id
        ), forgotten as (
            delete from change where entity = '{name}' and entity_id in (select id from gone) returning group_id
        )
        select distinct group_id from forgotten
        """,  # noqa: S608 - names come from the table of entities
        user_id,
        list(ids),
    )
    return [row["group_id"] for row in rows]


async def forget_empty_groups(db: Executor, ids: Sequence[UUID]) -> list[UUID]:
    """Delete groups that have no change left; whose they were."""
    rows = await db.fetch(
        """
        delete from change_group
        where id = any($1::uuid[]) and not exists (select from change where change.group_id = change_group.id)
        returning user_id
        """,
        list(ids),
    )
    return [row["user_id"] for row in rows]


def _may_purge(entity: Entity, user_id: UUID | None) -> str:
    """Whether $1 may purge a row: an owner a project, who may write what is in it, everybody what is theirs alone.

    Their projects are found first, as else everybody's trash would be read for theirs.
    """
    name, column = entity.name, entity.project_column
    if user_id is None:
        return "$1::uuid is null"
    if column is None:
        return f"{name}.user_id = $1"
    role = "= 'owner'" if entity is PROJECT else "<> 'viewer'"
    return f"{name}.{column} = any(array(select project_id from project_member where user_id = $1 and role {role}))"  # noqa: S608 - constants
