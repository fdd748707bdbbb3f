"""What is said of more than a list of tasks: summaries, names, the trash, what changed, one task."""

import re

from todo.assistant.wording.voice import Voice
from todo.assistant.wording.words import Kind
from todo.mcp.looking import pressing
from todo.mcp.schemas import Activity, NextStep, Organized, Overview, ToolOutput
from todo.tasks import recurring

MOST_CHANGES = 10
_HEAVY = 5  # tasks on one day that are worth a word
_MORE = re.compile(r" and (?P<count>\d+) more\Z")


def overview(output: ToolOutput, voice: Voice) -> str:
    """Where things stand, and what to do next with the reason for each."""
    found = output.more.overview if output.more else None
    if not output.ok or found is None:
        return output.detail or output.title
    words = voice.words
    standing = words.standing(found.overdue, found.today)
    steps = [f"{n}. {step.title} ({_reason(step, output, voice)})" for n, step in enumerate(found.next_steps, 1)]
    if not steps:
        return f"{standing} {words.NOTHING_WAITING}"
    return "\n".join([f"{standing} {words.IN_THIS_ORDER}", *steps, *_load(found, voice)])


def _reason(step: NextStep, output: ToolOutput, voice: Voice) -> str:
    task = next((task for task in output.tasks if task.id == step.task_id), None)
    return step.reason if task is None else ", ".join(map(voice.words.pressing, pressing(task, voice.actor)))


def _load(found: Overview, voice: Voice) -> list[str]:
    busy = max(found.days[1:], key=lambda day: day.tasks, default=None)
    if busy is None or busy.tasks < _HEAVY:
        return []
    return [voice.words.fullest(busy.day, busy.tasks, voice.today)]


def names(output: ToolOutput, kind: Kind, voice: Voice) -> str:
    """The person's projects or labels."""
    if not output.ok:
        return output.detail or output.title
    more = output.more
    found = ((more.projects if kind == "project" else more.labels) if more else None) or []
    return "\n".join([voice.words.you_have(kind, len(found)), *(_name(one, voice) for one in found)])


def _name(one: Organized, voice: Voice) -> str:
    name = voice.words.INBOX if one.is_inbox else one.name
    return f"- {name}, {voice.words.open_tasks(one.open_tasks)}" if one.open_tasks else f"- {name}"


def trash(output: ToolOutput, voice: Voice) -> str:
    """What was deleted and can be restored."""
    if not output.ok:
        return output.detail or output.title
    return voice.numbered(voice.words.IN_TRASH, output.tasks) if output.tasks else voice.words.TRASH_EMPTY


def activity(output: ToolOutput, voice: Voice) -> str:
    """What was changed lately."""
    if not output.ok:
        return output.detail or output.title
    found = (output.more.activity if output.more else None) or []
    if not found:
        return voice.words.NOTHING_CHANGED_YET
    return "\n".join([voice.words.CHANGED_LATELY, *(f"- {_changed(one, voice)}" for one in found[:MOST_CHANGES])])


def _changed(one: Activity, voice: Voice) -> str:
    """A command by what was done and to what: the log tells both in English, "Complete tasks: Tea and 2 more"."""
    command, _, rest = one.summary.partition(": ")
    verb = command.split(" ")[0].lower()
    done = next((said for past, said in voice.words.PAST.items() if past == verb), voice.words.PAST["edit"])
    more = _MORE.search(rest) if len(one.changes) > 1 else None
    what = f"{rest[: more.start()]} {voice.words.and_more(int(more['count']))}" if more else rest
    undone = f" ({voice.words.WAS_UNDONE})" if one.undone else ""
    return f"{done}: {what}{undone}" if what else f"{done}{undone}"


def details(output: ToolOutput, voice: Voice) -> str:
    """One task with what belongs to it."""
    task, words, actor = output.tasks[0], voice.words, voice.actor
    reading = output.more.task if output.more else None
    parts = [f"**{voice.line(task)}**"]
    if reading is not None:
        parts += [words.within(None if task.project_id == actor.inbox_project_id else reading.project)]
        parts += [", ".join(f"@{label}" for label in reading.labels)] if reading.labels else []
        rule = recurring.in_words(task, words.CODE, twelve_hour=actor.habits.twelve_hour)
        parts += [words.recurs(rule)] if rule else []
        parts += [words.subtasks(len(reading.subtasks))] if reading.subtasks else []
    notes = f"\n{task.notes}" if task.notes else ""
    return ", ".join(parts) + notes
