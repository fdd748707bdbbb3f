"""The words for what a tool shows besides lists of tasks: summaries, names, the trash, what changed, one task."""

from todo.actor import Actor
from todo.assistant.wording import answers
from todo.mcp.schemas import Overview, ToolOutput

MOST_CHANGES = 10
_HEAVY = 5  # tasks on one day that are worth a word


def overview(output: ToolOutput, actor: Actor) -> str:
    """Where things stand, and what to do next with the reason for each."""
    found = output.more.overview if output.more else None
    if not output.ok or found is None:
        return output.detail or output.title
    steps = [f"{n}. {step.title} ({step.reason})" for n, step in enumerate(found.next_steps, 1)]
    if not steps:
        return f"{_standing(found)} Nothing is waiting to be done."
    return "\n".join([f"{_standing(found)} In this order:", *steps, *_load(found, actor)])


def _standing(found: Overview) -> str:
    late = (
        f"{found.overdue} task{' is' if found.overdue == 1 else 's are'} overdue"
        if found.overdue
        else "Nothing is overdue"
    )
    today = f"{found.today} {'is' if found.today == 1 else 'are'} due today" if found.today else "nothing is due today"
    return f"{late} and {today}."


def _load(found: Overview, actor: Actor) -> list[str]:
    busy = max(found.days[1:], key=lambda day: day.tasks, default=None)
    if busy is None or busy.tasks < _HEAVY:
        return []
    return [f"The fullest day ahead is {answers.day_in_words(busy.day, actor)} with {busy.tasks} tasks."]


def names(output: ToolOutput, kind: str) -> str:
    """The person's projects or labels."""
    more = output.more
    found = (more.projects if kind == "project" else more.labels) if more else None
    if not output.ok or not found:
        return (output.detail or output.title) if not output.ok else f"You have no {kind}s yet."
    lead = f"You have {len(found)} {kind}{'' if len(found) == 1 else 's'}:"
    counts = [f", {one.open_tasks} open" if one.open_tasks else "" for one in found]
    return "\n".join([lead, *(f"- {one.name}{count}" for one, count in zip(found, counts, strict=True))])


def trash(output: ToolOutput, actor: Actor) -> str:
    """What was deleted and can be restored."""
    if not output.ok:
        return output.detail or output.title
    return answers.numbered("In the trash:", output.tasks, actor) if output.tasks else "The trash is empty."


def activity(output: ToolOutput) -> str:
    """What was changed lately."""
    found = output.more.activity if output.more else None
    if not output.ok or not found:
        return (output.detail or output.title) if not output.ok else "Nothing was changed yet."
    lines = [f"- {one.summary}{' (undone)' if one.undone else ''}" for one in found[:MOST_CHANGES]]
    return "\n".join(["Changed lately, the newest first:", *lines])


def details(output: ToolOutput, actor: Actor) -> str:
    """One task with what belongs to it."""
    task = output.tasks[0]
    reading = output.more.task if output.more else None
    parts = [f"**{answers.line(task, actor)}**"]
    if reading is not None:
        parts += [f"in {reading.project}"]
        parts += [", ".join(f"@{label}" for label in reading.labels)] if reading.labels else []
        parts += [f"recurs {reading.recurs}"] if reading.recurs else []
        below = len(reading.subtasks)
        parts += [f"{below} subtask{'' if below == 1 else 's'}"] if below else []
    notes = f"\n{task.notes}" if task.notes else ""
    return ", ".join(parts) + notes
