"""What a filter means for the rows: its tree with days as moments of the person's zone and names as patterns."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from todo.actor import Actor
from todo.errors import InvalidInputError
from todo.language import utf16_offsets
from todo.language.filters import (
    And,
    Dated,
    Fact,
    Filter,
    FilterError,
    Named,
    NextDays,
    Not,
    Or,
    Priority,
    Words,
    mentions_done,
    parse_filter,
    requires_done,
)
from todo.tasks.days import start_of
from todo.tasks.finding.repository import WILDCARD, Condition, condition_sql
from todo.tasks.listing.repository import TaskFilter

_DAY, _INSTANT = timedelta(days=1), timedelta(microseconds=1)


def read_filter(text: str, actor: Actor) -> Filter:
    """A filter in the person's zone and at the present moment.

    Raises:
        InvalidInputError: `invalid-filter`; `position` counts UTF-16 units, as browsers do.
    """
    try:
        return parse_filter(text, now=actor.now(), time_zone=actor.time_zone, week_start=actor.habits.week_start)
    except FilterError as error:
        start, end = utf16_offsets(text, error.start, error.end)
        raise InvalidInputError(
            str(error),
            slug="invalid-filter",
            position={"start": start, "end": end},
            expected=list(error.expected),
            suggestion=error.suggestion,
            reason=error.reason,
            values=dict(error.values),
        ) from None


def narrowed(wanted: TaskFilter, text: str, actor: Actor, *, done: bool | None = None) -> TaskFilter:
    """The same list with a filter. Unless `done` is given, the filter decides whether tasks that are done count.

    Raises:
        InvalidInputError: see `read_filter`.
    """
    tree = read_filter(text, actor)
    if done is None:
        done = wants_done(tree)
    return replace(wanted, done=done, condition=partial(condition_sql, condition_of(tree, actor)))


def wants_done(tree: Filter) -> bool | None:
    """Whether a filter is about tasks that are done (True), open ones (False) or both (None)."""
    return True if requires_done(tree) else None if mentions_done(tree) else False


def condition_of(tree: Filter, actor: Actor) -> Condition:
    """The tree as a condition on rows."""
    match tree:
        case And(items):
            return Condition("and", parts=tuple(condition_of(item, actor) for item in items))
        case Or(items):
            return Condition("or", parts=tuple(condition_of(item, actor) for item in items))
        case Not(item):
            return Condition("not", parts=(condition_of(item, actor),))
        case Dated():
            return _dated(tree, actor)
        case NextDays(days):
            today = actor.now().date()
            return _due_within(today, today + timedelta(days=days), actor)
    return _simple(tree, actor)


def _simple(tree: Fact | Priority | Named | Words, actor: Actor) -> Condition:
    match tree:
        case Fact("overdue"):
            now = actor.now()
            return Condition("due_before", (now.date(), now))
        case Fact(name):
            return Condition(name)
        case Priority(level):
            return Condition("priority", (level,))
        case Named(noun, pieces):
            return Condition(noun, (WILDCARD.join(pieces),))
        case Words(words):
            return words_condition(words)


def words_condition(words: tuple[str, ...]) -> Condition:
    """Each of the words begins a word of the title, the notes or a label."""
    return Condition("and", parts=tuple(Condition("word", (word,)) for word in words))


# --- Days


def _dated(tree: Dated, actor: Actor) -> Condition:
    day = tree.when.date() if isinstance(tree.when, datetime) else tree.when
    if tree.field == "deadline":
        return _on_days(tree, day)
    if tree.field == "due":
        return _due(tree, day, actor)
    first, after = _bounds(tree.when, actor)
    if tree.relation == "before":
        return Condition(f"{tree.field}_before", (first,))
    if tree.relation == "after":
        return Condition(f"{tree.field}_from", (after,))
    parts = Condition(f"{tree.field}_from", (first,)), Condition(f"{tree.field}_before", (after,))
    return Condition("and", parts=parts)


def _on_days(tree: Dated, day: date) -> Condition:
    if tree.relation == "before":
        return Condition("deadline_before", (day,))
    return Condition("deadline_from", (day + _DAY,)) if tree.relation == "after" else Condition("deadline_on", (day,))


def _due(tree: Dated, day: date, actor: Actor) -> Condition:
    """A task due on a day without a time is due at that day's end: before no moment of it, after each."""
    first, after = _bounds(tree.when, actor)
    is_day = not isinstance(tree.when, datetime)
    next_day = day + _DAY if is_day else day
    if tree.relation == "before":
        return Condition("due_before", (day, first))
    if tree.relation == "after":
        return Condition("due_from", (next_day, after))
    return Condition("due_within", (day, next_day, first, after))


def _due_within(first: date, end: date, actor: Actor) -> Condition:
    """Due from the first day on, before the other."""
    return Condition("due_within", (first, end, start_of(first, actor.time_zone), start_of(end, actor.time_zone)))


def _bounds(when: date, actor: Actor) -> tuple[datetime, datetime]:
    """The first moment of a day, or the moment, and the first one after it."""
    if isinstance(when, datetime):
        return when, when + _INSTANT
    return start_of(when, actor.time_zone), start_of(when + _DAY, actor.time_zone)
