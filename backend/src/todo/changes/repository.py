"""SQL of the change log. Other repositories append `log_changes()` to their own writing statement."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from todo.actor import Actor, Command
from todo.changes.entities import ENTITIES, UNTOLD, Entity
from todo.database import Executor, Row


def log_changes(name: str) -> str:
    """CTEs that log the rows of the CTE `changed(before jsonb, after jsonb)` in the statement that made them.

    The statement's $1 to $4 are `Command.parameters`. Nothing is written when nothing changed.
    """
    project = ENTITIES[name].project_column
    places = f"(after ->> '{project}')::uuid, (before ->> '{project}')::uuid" if project else "null::uuid, null::uuid"
    return f"""
    , logged_group as (
        insert into change_group (id, user_id, via, command)
        select $2::uuid, $1::uuid, $3::text, $4::text where exists (select from changed)
        on conflict (id) do nothing
    ), logged as (
        insert into change (group_id, entity, entity_id, project_id, from_project_id, before, after)
        select $2::uuid, '{name}', (after ->> 'id')::uuid, {places}, before, after from changed
        order by after ->> 'id'
    )"""  # noqa: S608 - the entity is a constant of this program


def document(row: str) -> str:
    """A row as the log keeps it: without what is computed from the rest."""
    return f"to_jsonb({row}) - 'search'"


def _access(entity: Entity) -> str:
    """The join that leads to the acting person ($1) and gives `member.role`."""
    if entity.project_column is None:
        member = "(select id as user_id, 'owner' as role from app_user) member"
        return f"join {member} on member.user_id = {entity.name}.user_id and member.user_id = $1"
    return f"""join project_member member
        on member.project_id = {entity.name}.{entity.project_column} and member.user_id = $1"""


# What an entry is called, and what became of the row: the trash is as good as gone.
_TITLE = " ".join(f"when '{entity.name}' then '{entity.title_column}'" for entity in ENTITIES.values())
_TOLD = f"""
    change.entity, change.entity_id,
    coalesce(coalesce(change.after, change.before) ->> (case change.entity {_TITLE} end), change.entity) as title,
    case when change.after ->> 'deleted_at' is not null then 'delete'
         when change.before is not null and change.before ->> 'deleted_at' is null then 'update'
         else 'create' end as kind
"""
_NAMES = ",".join(dict.fromkeys(n for e in ENTITIES.values() for n in e.mutable if n not in UNTOLD | {"deleted_at"}))
_UNSHOWN = "('notes', 'label_ids')"
# Which fields differ in a row that was there before and still is.
_FIELDS = f"""
    coalesce((
        select jsonb_agg(jsonb_build_object(
            'name', name,
            'before', case when name not in {_UNSHOWN} then change.before -> name end,
            'after', case when name not in {_UNSHOWN} then change.after -> name end
        ) order by place)
        from unnest('{{{_NAMES}}}'::text[]) with ordinality told(name, place)
        where change.before ->> 'deleted_at' is null and change.after ->> 'deleted_at' is null
          and change.before is not null and change.before ->> name is distinct from change.after ->> name
    ), '[]'::jsonb) as fields
"""  # noqa: S608 - names come from the table of entities


# A part of what one of the acting person's ($1) groups ($2) changed: no more than $4, from after the id $3 on.
_OWN = """
    with own as materialized (
        select change.* from change join change_group on change_group.id = change.group_id
        where change_group.user_id = $1 and change.group_id = $2 and change.id > $3
    )
"""
_IN_ORDER = "from own change order by id limit $4"


async def find_group(db: Executor, actor: Actor, group_id: UUID) -> Row | None:
    """A group of the person's own as the table has it."""
    return await db.fetch_one("select * from change_group where user_id = $1 and id = $2", actor.user_id, group_id)


async def get_group(db: Executor, actor: Actor, group_id: UUID, *, shown: int) -> Row | None:
    """One group of the person's own; see `list_groups`."""
    rows = await list_groups(db, actor, before=None, limit=1, shown=shown, group_id=group_id)
    return rows[0] if rows else None


async def list_groups(
    db: Executor, actor: Actor, *, before: UUID | None, limit: int, shown: int, group_id: UUID | None = None
) -> list[Row]:
    """The person's groups, newest first.

    Returns:
        The columns of the table, undone_by, changes (the first `shown`, as `list_told_changes` gives them) and counts
        ({entity, kind, count}, in the order in which these first come).
    """
    return await db.fetch(
        f"""
        select change_group.*, undoing.id as undone_by, coalesce(first.changes, '[]'::jsonb) as changes,
               coalesce(whole.counts, '[]'::jsonb) as counts
        from change_group
        left join change_group undoing on undoing.undo_of = change_group.id
        left join lateral (
            select jsonb_agg(to_jsonb(entry) - 'id' order by id) as changes from (
                -- the offset keeps it to the index of groups: in order of id the whole log might be read
                select id, {_TOLD}, {_FIELDS}
                from (select * from change where group_id = change_group.id offset 0) change
                order by id limit $5
            ) entry
        ) first on true
        left join lateral (
            select jsonb_agg(jsonb_build_object('entity', entity, 'kind', kind, 'count', count) order by at) as counts
            from (
                select entity, kind, count(*), min(id) as at
                from (select id, {_TOLD} from change where group_id = change_group.id) entry group by entity, kind
            ) counted
        ) whole on true
        where change_group.user_id = $1
          and ($2::uuid is null or change_group.id < $2)
          and ($3::uuid is null or change_group.id = $3)
        order by change_group.id desc
        limit $4
        """,  # noqa: S608 - names come from the table of entities
        actor.user_id,
        before,
        group_id,
        limit,
        shown,
    )


async def list_changes(db: Executor, actor: Actor, group_id: UUID, *, after: int, limit: int) -> list[Row]:
    """What one of the person's groups changed, in order, from an id on: {id, entity, entity_id, title, kind}."""
    return await db.fetch(f"{_OWN} select id, {_TOLD} {_IN_ORDER}", actor.user_id, group_id, after, limit)


async def list_told_changes(db: Executor, actor: Actor, group_id: UUID, *, after: int, limit: int) -> list[Row]:
    """The same with `fields`, which are {name, before, after}."""
    return await db.fetch(f"{_OWN} select id, {_TOLD}, {_FIELDS} {_IN_ORDER}", actor.user_id, group_id, after, limit)


async def list_states(db: Executor, actor: Actor, group_id: UUID, *, after: int, limit: int) -> list[Row]:
    """The same with the rows as they were and became: {id, entity, entity_id, before, after}."""
    columns = "id, entity, entity_id, before, after"
    return await db.fetch(f"{_OWN} select {columns} {_IN_ORDER}", actor.user_id, group_id, after, limit)


_ACTIVITY = """
    select change.id, change.group_id as group, change_group.undo_of, change_group.via, change_group.command,
           change_group.created_at, change.entity, change.entity_id,
           app_user.id as person_id, app_user.name as person_name,
           case when came_from.user_id is not null then change.before end as before,
           case when went_to.user_id is not null then change.after end as after,
           array(select label.id from label where label.user_id = $1) as own_labels
    from change
    join change_group on change_group.id = change.group_id
    join app_user on app_user.id = change_group.user_id
    left join project_member went_to on went_to.project_id = change.project_id and went_to.user_id = $1
    left join project_member came_from
        on came_from.project_id = coalesce(change.from_project_id, change.project_id) and came_from.user_id = $1
    where (went_to.user_id is not null or came_from.user_id is not null) and ($3::bigint is null or change.id < $3)
"""


async def list_task_activity(db: Executor, actor: Actor, task_id: UUID, before: int | None, limit: int) -> list[Row]:
    """Changes of a task that the person sees now, newest first; states that were where they see nothing are null.

    Returns:
        {id, group, undo_of, via, command, created_at, entity, entity_id, person_id, person_name, before, after,
        own_labels}.
    """
    return await db.fetch(
        f"""
        {_ACTIVITY} and change.entity = 'task' and change.entity_id = $2
        and exists (select from task join project on project.id = task.project_id and project.deleted_at is null
                    join project_member on project_member.project_id = project.id and project_member.user_id = $1
                    where task.id = $2)
        order by change.id desc limit $4
        """,
        actor.user_id,
        task_id,
        before,
        limit,
    )


async def list_project_activity(
    db: Executor, actor: Actor, project_id: UUID, before: int | None, limit: int
) -> list[Row]:
    """Changes of a project that the person sees, and in it, newest first; columns as of `list_task_activity`."""
    places = ("change.project_id = $2", "change.from_project_id = $2 and change.from_project_id <> change.project_id")
    parts = " union all ".join(f"({_ACTIVITY} and {place} order by change.id desc limit $4)" for place in places)
    return await db.fetch(
        f"""
        select * from ({parts}) activity
        where exists (select from project
                      join project_member on project_member.project_id = project.id and project_member.user_id = $1
                      where project.id = $2 and project.deleted_at is null)
        order by id desc limit $4
        """,  # noqa: S608 - a constant of this module
        actor.user_id,
        project_id,
        before,
        limit,
    )


async def sees_task(db: Executor, actor: Actor, task_id: UUID) -> bool:
    """Whether the person may see a task, in the trash or not."""
    row = await db.fetch_one(
        """
        select task.id from task join project on project.id = task.project_id and project.deleted_at is null
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where task.id = $2
        """,
        actor.user_id,
        task_id,
    )
    return row is not None


async def sees_project(db: Executor, actor: Actor, project_id: UUID) -> bool:
    """Whether the person may see a project that is not in the trash."""
    row = await db.fetch_one(
        """
        select project.id from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.id = $2 and project.deleted_at is null
        """,
        actor.user_id,
        project_id,
    )
    return row is not None


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


async def last_deletion(db: Executor, actor: Actor, entity: Entity, row_id: UUID) -> list[Row]:
    """What went to the trash with a row that is there, by the group that put it there, whoever's it is:
    {entity, entity_id, after, role (of the person, where the named row is)}.
    """
    return await db.fetch(
        f"""
        with last as (
            select change.group_id, member.role from {entity.name} {_access(entity)}
            join change on change.entity = '{entity.name}' and change.entity_id = {entity.name}.id
            where {entity.name}.id = $2 and {entity.name}.deleted_at is not null
              and change.after ->> 'deleted_at' is not null and change.before ->> 'deleted_at' is null
            order by change.id desc limit 1
        )
        select change.entity, change.entity_id, change.after, last.role
        from last join change on change.group_id = last.group_id
        where change.after ->> 'deleted_at' is not null and change.before ->> 'deleted_at' is null
        order by change.id
        """,  # noqa: S608 - names come from the table of entities
        actor.user_id,
        row_id,
    )


async def lock_rows(db: Executor, actor: Actor, entity: Entity, ids: Sequence[UUID]) -> list[Row]:
    """The present rows as JSON documents, locked in order of id, with the person's role: {row, role}."""
    return await db.fetch(
        f"""
        select {document(f"{entity.name}.*")} as row, member.role
        from {entity.name} {_access(entity)}
        where {entity.name}.id = any($2::uuid[])
        order by {entity.name}.id
        for update of {entity.name}
        """,  # noqa: S608 - names come from the table of entities
        actor.user_id,
        list(ids),
    )


async def lock_projects(db: Executor, actor: Actor, ids: Sequence[UUID]) -> list[Row]:
    """Hold the structure of projects still until the transaction ends: {id, role} of those that the person may see.

    Whatever moves things or puts them below others takes this lock first, so that what it then reads is the last word.
    Plain new tasks don't wait for it.
    """
    return await db.fetch(
        """
        select project.id, project_member.role from project
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.id = any($2::uuid[]) and project.deleted_at is null
        order by project.id for no key update of project
        """,
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


async def without_place(db: Executor, entity: Entity, rows: Sequence[dict[str, Any]]) -> set[str]:
    """Ids of whole JSON rows that would be below or in something that was deleted for good."""
    name = entity.name
    above = {column: table for column, table in (("parent_id", name), ("section_id", "section")) if column in rows[0]}
    if not above:
        return set()
    # Looked up one by one, as a join would read the whole table for what it takes to be a hundred rows.
    gone = " or ".join(
        f"wanted.{column} is not null and (select id from {table} where {table}.id = wanted.{column}) is null"  # noqa: S608
        for column, table in above.items()
    )
    found = await db.fetch(
        f"""
        select wanted.id from jsonb_populate_recordset(null::{name}, $1::jsonb) wanted
        where {gone}
        """,  # noqa: S608 - names come from the table of entities
        [{column: row[column] for column in ("id", *above)} for row in rows],
    )
    return {str(row["id"]) for row in found}


async def write_rows(
    db: Executor,
    command: Command,
    entity: Entity,
    rows: Sequence[dict[str, Any]],
    *,
    columns: Sequence[str] | None = None,
) -> None:
    """Give rows the mutable values in `rows` (whole JSON rows) and log that; rows that have them stay as they are.

    `columns` are those that may differ, if the caller knows (rows must be locked): what is computed from others, such
    as what a task is found by, is then not computed again.
    """
    name, columns = entity.name, entity.mutable if columns is None else columns
    if not columns:
        return
    assignments = ", ".join(f"{column} = wanted.{column}" for column in columns)
    wanted_values, present_values = (", ".join(f"{of}.{c}" for c in columns) for of in ("wanted", name))
    await db.fetch(
        f"""
        with wanted as (select * from jsonb_populate_recordset(null::{name}, $5::jsonb)),
        earlier as (
            select {name}.* from {name} {_access(entity)} and member.role <> 'viewer'
            where {name}.id = any(array(select id from wanted))
        ),
        later as (
            update {name} set {assignments}, version = {name}.version + 1, updated_at = now()
            from wanted join earlier using (id)
            where {name}.id = wanted.id and row({wanted_values}) is distinct from row({present_values})
            returning {document("earlier")} as before, {document(name)} as after
        ),
        changed as (select before, after from later)
        {log_changes(name)}
        select from later
        """,  # noqa: S608 - names come from the table of entities
        *command.parameters,
        [{column: row[column] for column in ("id", *columns)} for row in rows],
    )


async def insert_rows(db: Executor, command: Command, entity: Entity, rows: Sequence[dict[str, Any]]) -> list[UUID]:
    """Insert whole JSON rows and log that. The caller has made sure that the person may write where they go.

    Returns:
        The ids that are new; those that exist (and may be another's) are left as they are.
    """
    columns = ", ".join(entity.columns)
    found = await db.fetch(
        f"""
        with later as (
            insert into {entity.name} ({columns})
            select {columns} from jsonb_populate_recordset(null::{entity.name}, $5::jsonb)
            on conflict (id) do nothing returning *
        ), changed as (select null::jsonb as before, {document("later")} as after from later)
        {log_changes(entity.name)}
        select id from later
        """,  # noqa: S608 - names come from the table of entities
        *command.parameters,
        list(rows),
    )
    return [row["id"] for row in found]


async def broken_links(db: Executor, command: Command) -> list[Row]:
    """What a command's changes leave hanging, below something that is gone or in a circle: {entity, entity_id, title,
    code}.
    """
    return await db.fetch(
        """
        with recursive touched as (
            select change.entity, change.entity_id as id from change
            join change_group on change_group.id = change.group_id
            where change_group.user_id = $1 and change_group.id = $2
        ), near as (
            -- arrays, as for subqueries in an `or` the tasks of everybody would be read
            select * from task where deleted_at is null and (
                id = any(array(select id from touched)) or parent_id = any(array(select id from touched))
                or section_id = any(array(select id from touched)))
        ), above (start, id) as (
            select near.id, near.parent_id from near where parent_id is not null
            union
            select above.start, task.parent_id from above join task on task.id = above.id
            where task.parent_id is not null
        ), outside (start, id) as (
            select project.id, project.parent_id from project
            where project.parent_id is not null and project.id = any(array(select id from touched))
            union
            select outside.start, project.parent_id from outside join project on project.id = outside.id
            where project.parent_id is not null
        )
        select 'task' as entity, near.id as entity_id, near.title,
               case when parent.deleted_at is not null then 'parent-in-trash'
                    when parent.project_id <> near.project_id then 'parent-elsewhere'
                    else 'section-gone' end as code
        from near left join task parent on parent.id = near.parent_id left join section on section.id = near.section_id
        where parent.deleted_at is not null or parent.project_id <> near.project_id
           or section.deleted_at is not null or section.project_id <> near.project_id
        union all
        select 'task', near.id, near.title, 'circle' from near join above on above.start = near.id
        where above.id = near.id
        union all
        select 'project', project.id, project.name, 'project-above-gone' from project
        join project parent on parent.id = project.parent_id
        where project.deleted_at is null and parent.deleted_at is not null
          and (project.id = any(array(select id from touched))
               or project.parent_id = any(array(select id from touched)))
        union all
        select 'project', project.id, project.name, 'circle' from project
        join outside on outside.start = project.id where outside.id = project.id
        """,
        command.actor.user_id,
        command.group_id,
    )


def entity_of(name: str) -> Entity:
    return ENTITIES[name]
