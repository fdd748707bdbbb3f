"""Conversations with what must be true of the person's things afterwards.

A case is a line of JSON: `world` names what is there before, `say` are the turns (words, or {"approve": true|false} for
a decision), `language` is the person's, `end` is how the world differs afterwards and says nothing of what stays: "+"
tasks by title with what they have, "~" tasks with what changed, "done", "open" (again) and "gone" lists of titles,
"projects" and "labels" all their names. `answer` are words that the last answer holds, `silent` words that it does not.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Attributes = dict[str, Any]
# Tools that change nothing: whoever looks before acting has not chosen wrongly.
LOOKING = {"find_tasks", "get_task", "overview", "activity"}
# What can bring about each part of an end. A task that repeats is only moved on when it is completed.
_MEANS = {
    "+": {"add_tasks"},
    "~": {"update_tasks", "reschedule_tasks", "complete_tasks", "organize"},
    "done": {"complete_tasks"},
    "open": {"complete_tasks", "undo"},
    "gone": {"delete_tasks", "organize"},
    "projects": {"organize", "add_tasks", "update_tasks"},
    "labels": {"organize", "add_tasks", "update_tasks"},
}
# What a new task has unless the case says otherwise.
PLAIN: Attributes = {"due": None, "p": 4, "project": "Inbox", "labels": [], "notes": "", "rule": None}


@dataclass(frozen=True)
class Case:
    """One conversation."""

    name: str
    world: str
    say: list[Any]
    end: dict[str, Any] = field(default_factory=dict)
    answer: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    language: str = "en"


@dataclass(frozen=True)
class State:
    """Tasks by id with `title`, `state` (open, done, gone) and the attributes of `PLAIN`; names of the rest."""

    tasks: dict[str, Attributes]
    projects: list[str]
    labels: list[str]


@dataclass(frozen=True)
class Verdict:
    """What is not as it should be. `harm` is what was changed, done or deleted though nobody asked for it.

    `chosen`: the first tool that acted could bring about the end.
    """

    wrong: list[str]
    harm: list[str]
    chosen: bool = True


def load(folder: Path) -> list[Case]:
    """All cases of a folder's *.jsonl, named after their file and line."""
    return [case for path in sorted(folder.glob("*.jsonl")) for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield Case(name=f"{path.stem}:{number}", **json.loads(line))


def judge(case: Case, before: State, after: State, answer: str, called: Sequence[str] = ()) -> Verdict:
    """Compare what is with what should be. `called` are the tools that were called, in order."""
    wrong, harm = [], []
    for task_id, old in before.tasks.items():
        expected, found = _expected(case.end, old), after.tasks.get(task_id)
        if found != expected:
            wrong.append(f"“{old['title']}” is {_difference(expected, found)}")
            if expected == old:
                harm.append(f"“{old['title']}” was touched: {_difference(expected, found)}")
    wrong += _new(case, before, after)
    for kind in ("projects", "labels"):
        names, there = sorted(case.end.get(kind, getattr(before, kind))), sorted(getattr(after, kind))
        wrong += [f"{kind} are {there}, not {names}"] if names != there else []
    wrong += [f"the answer lacks “{words}”: {answer!r}" for words in case.answer if words.lower() not in answer.lower()]
    wrong += [f"the answer says “{words}”: {answer!r}" for words in case.silent if words.lower() in answer.lower()]
    return Verdict(wrong, harm, chose_well(case, called))


def chose_well(case: Case, called: Sequence[str]) -> bool:
    """Whether the first tool that acts is one that can bring about the end; where nothing is to change, none has to."""
    acting = [name for name in called if name not in LOOKING]
    means = set().union(*(_MEANS[key] for key in case.end))
    return not means or (bool(acting) and acting[0] in means)


def spread(cases: Sequence[Case], count: int | None) -> list[Case]:
    """As many of the cases as wanted (all with None), the same ones each time, spread evenly over the whole."""
    if count is None or count >= len(cases):
        return list(cases)
    return [cases[place * len(cases) // count] for place in range(count)]


def _expected(end: dict[str, Any], old: Attributes) -> Attributes:
    title, new = old["title"], dict(old)
    for state, key in (("done", "done"), ("open", "open"), ("gone", "gone")):
        if title in end.get(key, ()):
            new["state"] = state
    return {**new, **end.get("~", {}).get(title, {})}


def _new(case: Case, before: State, after: State) -> Iterator[str]:
    expected = {title: PLAIN | {"title": title, "state": "open"} | has for title, has in case.end.get("+", {}).items()}
    found = {task["title"]: task for task_id, task in after.tasks.items() if task_id not in before.tasks}
    for title in expected.keys() | found.keys():
        if expected.get(title) != found.get(title):
            yield f"new “{title}” is {_difference(expected.get(title), found.get(title))}"


def _difference(expected: Attributes | None, found: Attributes | None) -> str:
    if expected is None or found is None:
        return f"{found}, not {expected}"
    pairs = {key: (found.get(key), value) for key, value in expected.items() if found.get(key) != value}
    return ", ".join(f"{key} {have!r}, not {want!r}" for key, (have, want) in pairs.items())
