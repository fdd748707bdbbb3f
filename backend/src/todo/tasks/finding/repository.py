"""SQL of finding: the conditions of filters, full text, counts. Goes through the acting person's membership ($1)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
_PREFIXES = rf"to_tsquery('simple', '''' || regexp_replace({_FOLDED_WORD}, '\s+', ''':* & ''', 'g') || ''':*')"

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
    "due_before": "(task.due_date < {0} or task.due_at < {1})",
    "due_from": "(task.due_date >= {0} or task.due_at >= {1})",
    "due_within": "(task.due_date >= {0} and task.due_date < {1} or task.due_at >= {2} and task.due_at < {3})",
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
    "word": f"""(task.search @@ {_PREFIXES} or task.label_ids && array(
        {_OWN_LABELS} and ' ' || fold_text(label.name) like '% ' || {_FOLDED_WORD} || '%'))""",
}
