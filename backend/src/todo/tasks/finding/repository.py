"""SQL of finding: the conditions of filters, full text, counts. Goes through the acting person's membership ($1)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.database import Executor, Row
from todo.tasks.listing.repository import MINE, ON_A_DAY
from todo.tasks.repository import READABLE, SELECTED

WILDCARD = "\ue000"  # between the pieces of a name; nobody types it, and who does gets a wildcard
Place = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of `_TESTS` with its values, or "and", "or", "not" with what it joins."""

    kind: str
    values: tuple[Any, ...] = ()
    parts: tuple["Condition", ...] = ()


def condition_sql(condition: Condition, place: Place) -> str:
    """The condition on `task`; `place` takes a value and gives the parameter that stands for it."""
    parts = [condition_sql(part, place) for part in condition.parts]
    if condition.kind == "not":
        return f"({parts[0]}) is not true"  # what is unknown, such as when an undated task is due, does not hold
    if condition.kind in ("and", "or"):
        return "(" + f" {condition.kind} ".join(parts) + ")"
    return _TESTS[condition.kind].format(*(place(value) for value in condition.values))


# Punctuation, and with it what LIKE and full text search give a meaning to, is a blank in folded text.
_NAME_FITS = f"fold_text({{named}}.name) like replace(fold_text({{{{0}}}}::text), '{WILDCARD}', '%')"
_OWN_PROJECTS = """select named.id from project named
    join project_member own on own.project_id = named.id and own.user_id = $1 where named.deleted_at is null"""
_OWN_LABELS = "select label.id from label where label.user_id = $1 and label.deleted_at is null"
_FOLDED_WORD = "nullif(trim(fold_text({0}::text)), '')"


def _prefixes(parameter: str, operator: str) -> str:
    """The words of a parameter as a text query for words that begin like all ("&") or any ("|") of them."""
    folded = _FOLDED_WORD.format(parameter)
    return rf"to_tsquery('simple', '''' || regexp_replace({folded}, '\s+', ''':* {operator} ''', 'g') || ''':*')"


_TESTS = {
    "all": "true",
    "priority": "task.priority = {0}",
    "recurring": "task.recurrence is not null",
    "subtask": "task.parent_id is not null",
    "done": "task.completed_at is not null",
    "no date": "(task.due_date is null and task.due_at is null)",
    "no time": "task.due_date is not null",
    "no deadline": "task.deadline is null",
    "no section": "task.section_id is null",
    "no labels": f"not task.label_ids && array({_OWN_LABELS})",
    "due_before": f"({ON_A_DAY} < {{0}} or task.due_at < {{1}})",
    "due_from": f"({ON_A_DAY} >= {{0}} or task.due_at >= {{1}})",
    "due_within": f"({ON_A_DAY} >= {{0}} and task.due_date < {{1}} or task.due_at >= {{2}} and task.due_at < {{3}})",
    "deadline_before": "task.deadline < {0}",
    "deadline_from": "task.deadline >= {0}",
    "deadline_on": "task.deadline = {0}",
    "created_before": "task.created_at < {0}",
    "created_from": "task.created_at >= {0}",
    "updated_before": "task.updated_at < {0}",
    "updated_from": "task.updated_at >= {0}",
    "completed_before": "task.completed_at < {0}",
    "completed_from": "task.completed_at >= {0}",
    "label": f"task.label_ids && array({_OWN_LABELS} and {_NAME_FITS.format(named='label')})",
    "project": f"task.project_id = any(array({_OWN_PROJECTS} and {_NAME_FITS.format(named='named')}))",
    "projects": f"""task.project_id = any(array(
        with recursive within as (
            {_OWN_PROJECTS} and {_NAME_FITS.format(named="named")}
            union
            select below.id from project below join within on below.parent_id = within.id where below.deleted_at is null
        ) select id from within))""",  # noqa: S608 - constants of this module
    "section": f"""task.section_id = any(array(
        select section.id from section
        join project_member own on own.project_id = section.project_id and own.user_id = $1
        where section.deleted_at is null and {_NAME_FITS.format(named="section")}))""",  # noqa: S608 - constants of this module
    "label id": f"task.label_ids && array({_OWN_LABELS} and label.id = {{0}})",
    "word": f"""(task.label_ids && array(
        {_OWN_LABELS} and ' ' || fold_text(label.name) like '% ' || {_FOLDED_WORD} || '%')
        or task.search @@ {_prefixes("{0}", "&")})""",
}

# So many of the newest matches are ranked: more would take long, and nobody leafs through them.
MAX_RANKED = 300
# True; but a plan for words that are not known yet would cost very much, so PostgreSQL keeps none. One for a rare word
# takes a hundred times as long for a common one, and the other way round.
_PLANNED_EACH_TIME = "($3::boolean or (select count(*) from generate_series(1, 1000000000)) > 0)"
_BEGINS_LIKE_ANY = r"""exists (select from regexp_split_to_table(trim(fold_text($2)), '\s+') piece
    where ' ' || fold_text(label.name) like '% ' || piece || '%')"""
_LABEL_WEIGHT = 0.5  # between that of a word in the notes and one in the title


@dataclass(frozen=True, slots=True)
class Search:
    """Words, each of which must begin a word of title, notes or a label. `after` is the last hit's (rank, id)."""

    words: tuple[str, ...]
    done: bool | None = None
    project_id: UUID | None = None
    after: tuple[str, str] | None = None
    limit: int = 20


async def search_tasks(db: Executor, actor: Actor, wanted: Search) -> list[Row]:
    """Tasks that hold all words, the best first, each with `rank` and `found_labels` (ids)."""
    arguments: list[Any] = [actor.user_id, " ".join(wanted.words), True]

    def place(value: Any) -> str:
        arguments.append(value)
        return f"${len(arguments)}"

    allowed = ["task.deleted_at is null"]
    if wanted.done is not None:
        allowed.append(f"task.completed_at is {'not null' if wanted.done else 'null'}")
    if wanted.project_id is None:
        allowed.append("project.archived_at is null")
    else:
        allowed.append(f"task.project_id = {place(wanted.project_id)}")
    each_word = [_TESTS["word"].format(place(word)) for word in wanted.words]
    after = ""
    if wanted.after is not None:
        rank, task_id = (place(part) for part in wanted.after)
        after = f"where (rank, id) < ({rank}::text::real, {task_id}::text::uuid)"
    # By text and by label apart: PostgreSQL knows how many tasks hold a word, but not a label that is yet to be found.
    return await db.fetch(
        f"""
        with sought as materialized (
            select {_prefixes("$2", "|")} as query, array({_OWN_LABELS} and {_BEGINS_LIKE_ANY}) as labels
        ), by_text as materialized (
            select task.id from {READABLE}
            where {" and ".join(allowed)} and task.search @@ {_prefixes("$2", "&")} and {_PLANNED_EACH_TIME}
            order by task.id desc limit {MAX_RANKED}
        ), by_label as materialized (
            select task.id from {READABLE}
            where {" and ".join([*allowed, *each_word])} and task.label_ids && (select labels from sought)
        ), matches as materialized (
            select id from by_text union select id from by_label order by id desc limit {MAX_RANKED}
        ), ranked as (
            select task.id, (ts_rank('{{0.1, 0.2, 0.4, 1.0}}', task.search, sought.query)
                + case when task.label_ids && sought.labels then {_LABEL_WEIGHT} else 0 end)::real as rank
            from matches join task using (id) cross join sought
        ), best as materialized (
            select id, rank from ranked {after} order by rank desc, id desc limit {place(wanted.limit)}
        )
        select {SELECTED}, best.rank::text as rank,
               array(select unnest(task.label_ids) intersect select unnest(sought.labels)) as found_labels
        from best join task using (id) cross join sought
        order by best.rank desc, best.id desc
        """,  # noqa: S608 - values are parameters
        *arguments,
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: open tasks, done ones or both (None), that meet a condition."""

    condition: Condition
    done: bool | None = False


@dataclass(frozen=True, slots=True)
class Present:
    """The day that it is where a person is, the moment, and the first moment of the day after."""

    today: date
    now: datetime
    tomorrow_at: datetime


async def count_tasks(db: Executor, actor: Actor, present: Present, counted: Sequence[Counted]) -> Row:
    """How many open tasks are due by the end of today, and overdue; how many meet each of the conditions; and how many
    open ones each project and label has.

    Returns:
        {due, overdue, counts: list, projects: {id: count}, labels: {id: count}}; what has none is left out of the
        latter two.
    """
    arguments: list[Any] = [actor.user_id]

    def place(value: Any) -> str:
        arguments.append(value)
        return f"${len(arguments)}"

    today, now, tomorrow_at = (place(value) for value in (present.today, present.now, present.tomorrow_at))
    counts = ", ".join(_count_sql(one, place) for one in counted)
    row = await db.fetch_one(
        f"""
        with mine as materialized (
            {MINE} and project.archived_at is null
        ), due (due, overdue) as materialized (  -- apart, as each is in an index of its own
            select count(*), count(*) filter (where task.due_date < {today}) from task
            where {_OPEN_HERE} and {ON_A_DAY} <= {today}
            union all
            select count(*), count(*) filter (where task.due_at < {now}) from task
            where {_OPEN_HERE} and task.due_at < {tomorrow_at}
        )
        select (select sum(due)::bigint from due) as due, (select sum(overdue)::bigint from due) as overdue,
               array[{counts}]::bigint[] as counts,
               (select coalesce(jsonb_object_agg(project_id, count), '{{}}') from (
                    select project_id, count(*) from task where {_OPEN_HERE} group by project_id) by_project
               ) as projects,
               (select coalesce(jsonb_object_agg(id, count), '{{}}') from (
                    select label.id, count(*) from task join label on label.id = any(task.label_ids)
                    where {_OPEN_HERE} and task.label_ids <> '{{}}'
                      and label.user_id = $1 and label.deleted_at is null group by label.id) by_label) as labels
        """,  # noqa: S608 - values are parameters
        *arguments,
    )
    assert row is not None
    return row


_HERE = "task.project_id = any(array(select project_id from mine)) and task.deleted_at is null"
_OPEN_HERE = f"{_HERE} and task.completed_at is null"


def _count_sql(counted: Counted, place: Place) -> str:
    conditions = [_HERE, condition_sql(counted.condition, place)]
    if counted.done is not None:
        conditions.append(f"task.completed_at is {'not null' if counted.done else 'null'}")
    return f"(select count(*) from task where {' and '.join(conditions)})"  # noqa: S608 - values are parameters
