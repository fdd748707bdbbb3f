"""`commands.jsonl`: spoken sentences about lists, reminders and calendars, and sentences about anything else.

The corpus tells only whether a list is asked about or changed: `todo_list` wants tasks to be found, `todo_list_update`
wants any change of them (an item added, removed, moved, completed). Shopping lists, reminders and calendars are lists
of tasks here. An intent without arguments counts: the assistant asks which task is meant. Out of scope is right when
nothing is done, not even a search.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from todo.language import (
    AddTasks,
    Command,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    OutOfScope,
    Redo,
    ReopenTasks,
    Several,
    Undo,
    Unknown,
    UpdateTasks,
    parse_command,
)

from bench.language.outcomes import Case, Corpus, Outcome
from bench.language.reading import ZONE, timed

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
OUT_OF_SCOPE = "out_of_scope"
RIGHT_INTENT, REFUSED = "commands: right intent", "commands: out of scope refused"
BARS = {RIGHT_INTENT: 0.92, REFUSED: 0.85}
ASKS: tuple[type, ...] = (FindTasks,)
CHANGES: tuple[type, ...] = (
    AddTasks,
    CompleteTasks,
    ReopenTasks,
    DeleteTasks,
    UpdateTasks,
    Several,
    Undo,
    Redo,
)
REFUSALS: tuple[type, ...] = (Unknown, OutOfScope)


def corpora(cases: Iterable[Case]) -> Iterator[Corpus]:
    """One corpus of the sentences about lists, one of the others."""
    outcomes: dict[str, list[Outcome]] = {RIGHT_INTENT: [], REFUSED: []}
    for case in cases:
        outcomes[REFUSED if case["intent"] == OUT_OF_SCOPE else RIGHT_INTENT].append(_outcome(case))
    for name, found in outcomes.items():
        yield Corpus(name, BARS[name], found)


def _outcome(case: Case) -> Outcome:
    text = case["text"]
    command, microseconds = timed(lambda: parse_command(text, now=NOW, time_zone=ZONE))
    return Outcome(text, case["intent"], _say(command), isinstance(command, _wanted(case["intent"])), microseconds)


def _wanted(intent: str) -> tuple[type, ...]:
    if intent == OUT_OF_SCOPE:
        return REFUSALS
    return CHANGES if intent.endswith("_update") else ASKS


def _say(command: Command) -> str:
    return type(command).__name__ if isinstance(command, REFUSALS) else repr(command)
