"""The assistant's sentences in English. What they hold is told in `words.Words`."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from todo.assistant.wording.words import Asked, Deed, Kind, Notice, Ordering, Past, Suggested
from todo.mcp.looking import say_pressing
from todo.mcp.reasons import Pool, Pressing

CODE = "en"
INBOX = "Inbox"
ABILITIES = (
    "I can add tasks (“add pay rent tomorrow at 5pm p1”), tell what is due (“what is due this week?”) or what to do "
    "next (“what should I do today?”), change tasks (“move pay rent to friday”, “make it p1”), complete, reopen or "
    "delete them (“complete the second one”), look after projects and labels (“create a project called Garden”), and "
    "undo the last change."
)
DISMISSED = "Fine. I changed nothing."
LEFT_OUT = "I left out what was to come after that."
NOTHING_SPOKEN_OF = "I don't know which task you mean. Say words of its title, such as “complete pay rent”."
TOO_MANY = "That is more than 100 tasks, so I changed nothing. Narrow it down, such as by project or day."
NOTHING_TO_LEAVE_OUT = (
    "I found nothing like that to leave out, so I changed nothing. Say words of its title, such as “move everything "
    "due today to friday except call mum”."
)
TAKEN_BACK = "I took that back. Which task do you mean?"
NOTHING_DONE = "I changed nothing just now. To take back the change before, say “undo” once more."
WELCOME, GOODBYE, HELLO = "You are welcome.", "Goodbye!", "Hello!"
WHAT_TO_ADD = "What should I add? Say it with the task, such as “add pay rent tomorrow at 5pm p1”."
ONLY_TASKS = "I only look after your tasks, so I changed nothing."
NOT_UNDERSTOOD = "I did not understand that, so I changed nothing."
NOTHING_FITS = "No task fits that, so I changed nothing."
NO_LIST_YET = "I have shown no list yet. Ask for one first, such as “what is due today?”."
WHICH_ONE = "Which one do you mean?"
SEVERAL_FIT = "Several tasks match. Which one do you mean?"
ALREADY_SO = "It was so already: nothing changed."
MORE_THAN_SHOWN = "There are more; narrow the search."
IN_TRASH, TRASH_EMPTY = "In the trash:", "The trash is empty."
CHANGED_LATELY, NOTHING_CHANGED_YET = "Changed lately, the newest first:", "Nothing was changed yet."
WAS_UNDONE = "undone"
THIS_ONE = "If you mean this one, say so with its title:"
GONE = "I can't find that any more. Ask for a list first, such as “what is due today?”."
NOTHING_WAITING, IN_THIS_ORDER = "Nothing is waiting to be done.", "In this order:"
APPROVE_FIRST = "I do this only when you approve it."
CHANGED_SINCE = "Some of these changed since I asked, so I did nothing yet. This is how it would be now:"
ASK_ANEW = "Some of these changed since I asked, so I did nothing yet. Say it again if you still want it."
EXPIRED = "That was asked too long ago, so nothing was changed. Say it again if you still want it."
REJECTED = "Nothing was changed."
HALF_DONE = "The model broke off here. What was done so far stands; undo takes it back."
FAILED, DONE = "That did not work", "Done."
NO_SUCH_TASK, SEVERAL_TASKS, NOTHING_UNDONE = "No such task", "Several tasks match", "Nothing was undone"
LEADS: Mapping[Deed, str] = {
    "add": "Added:",
    "complete": "Completed:",
    "reopen": "Open again:",
    "delete": "Deleted:",
    "restore": "Restored:",
    "change": "Changed:",
    "reschedule": "Rescheduled:",
}
NOUNS: Mapping[Kind, str] = {"project": "project", "section": "section", "label": "label"}
WHICH: Mapping[Deed, str] = {
    "complete": "Which task is done? Say words of its title, such as “complete pay rent”.",
    "reopen": "Which task is open again? Say words of its title, such as “reopen pay rent”.",
    "delete": "Which task should I delete? Say words of its title, such as “delete pay rent”.",
    "restore": "Which task should I take out of the trash? Say words of its title, such as “restore pay rent”.",
    "change": "What should I change? Say which task and how, such as “move pay rent to friday”.",
}
NOTICES: Mapping[Notice, str] = {
    "model-unavailable": "The model can't be reached, so the built-in assistant answers.",
    "model-slow": "The model took too long, so the built-in assistant answers.",
    "model-refused-key": "The model's provider refused the key, so the built-in assistant answers.",
    "model-quota": "The model's provider has no quota left, so the built-in assistant answers.",
    "model-nonsense": "The model's answer made no sense, so the built-in assistant answers.",
    "model-steps": "The model took too many steps, so the built-in assistant answers.",
    "budget": "Today's budget for the model is used up, so the built-in assistant answers.",
}
PAST: Mapping[Past, str] = {
    "add": "Added",
    "edit": "Changed",
    "move": "Moved",
    "complete": "Completed",
    "reopen": "Opened again",
    "delete": "Deleted",
    "restore": "Restored",
    "duplicate": "Copied",
    "skip": "Skipped",
    "archive": "Archived",
    "unarchive": "Taken out of the archive",
    "undo": "Undone",
    "redo": "Redone",
    "import": "Imported",
}
SUGGESTIONS: Mapping[Suggested, str] = {
    "today": "What should I do today?",
    "ahead": "What is coming up?",
    "overdue": "What is overdue?",
    "catch-up": "Move everything overdue to today",
    "add": "Add buy milk tomorrow at 5pm",
    "finished": "What did I finish this week?",
}
_ORGANIZED: Mapping[Ordering, str] = {
    "create": "Created",
    "rename": "Renamed",
    "recolor": "Recolored",
    "move": "Moved",
    "archive": "Archived",
    "unarchive": "Unarchived",
    "delete": "Deleted",
}
_DID: Mapping[Deed, str] = {
    "add": "Added",
    "complete": "Completed",
    "reopen": "Reopened",
    "delete": "Deleted",
    "restore": "Restored",
    "change": "Changed",
    "reschedule": "Rescheduled",
}
_POOLS = {"open": "open task", "done": "completed task", "trash": "task in the trash"}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def tasks(number: int) -> str:
    return _count(number, "task")


def things(kind: Kind, number: int) -> str:
    return _count(number, kind) if number else f"No {kind}s"


def changes(number: int) -> str:
    return _count(number, "change") if number else "No changes"


def and_more(number: int) -> str:
    return f"and {number} more"


def quoted(text: str) -> str:
    return f"“{text}”"


# --- Days


def _date(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}"


def day(day: date, today: date) -> str:
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get((day - today).days) or _date(day, today)


def moment(day_: date, at: time, today: date, *, twelve_hour: bool) -> str:
    return f"{day(day_, today)} at {_clock(at, twelve_hour=twelve_hour)}"


def _clock(at: time, *, twelve_hour: bool) -> str:
    if not twelve_hour:
        return f"{at:%H:%M}"
    minutes = f":{at:%M}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}\u00a0{'AM' if at.hour < 12 else 'PM'}"


def _span(asked: Asked) -> str:
    first, last, today = asked.first, asked.last, asked.today
    if first and last:
        if first == last:
            near = abs(first - today) <= timedelta(days=1)
            return day(first, today) if near else f"on {_date(first, today)}"
        return f"from {day(first, today)} to {day(last, today)}"
    return f"from {day(first, today)}" if first else f"until {day(last, today)}" if last else ""


# --- What was found


def found(count: int, asked: Asked) -> str:
    parts = [f"with priority {asked.priority}" if asked.priority else "", f"with @{asked.label}" if asked.label else ""]
    parts += [_when(asked), f"with {quoted(asked.text)}" if asked.text else ""]
    scope = "".join(f" {part}" for part in parts if part)
    return f"{tasks(count)}{scope}:" if count else f"Nothing{scope}."


def _when(asked: Asked) -> str:
    if asked.scope:
        return {"overdue": "overdue", "none": "without a date", "upcoming": "coming up"}[asked.scope]
    span = _span(asked)
    return f"{'done' if asked.done else 'due'} {span}" if span else "done" if asked.done else ""


def in_project(count: int, name: str | None) -> str:
    return f"{tasks(count)} {within(name)}:"


def undone(titles: str, *, redo: bool) -> str:
    word = "Redone" if redo else "Undone"
    return f"{word}: {titles}." if titles else f"{word}."


def standing(overdue: int, today: int) -> str:
    late = f"{tasks(overdue)} {'is' if overdue == 1 else 'are'} overdue" if overdue else "Nothing is overdue"
    due = f"{today} {'is' if today == 1 else 'are'} due today" if today else "nothing is due today"
    return f"{late} and {due}."


def fullest(day_: date, count: int, today: date) -> str:
    return f"The fullest day ahead is {day(day_, today)} with {tasks(count)}."


def pressing(reason: Pressing) -> str:
    return say_pressing(reason)


# --- Projects, labels, one task


def you_have(kind: Kind, number: int) -> str:
    return f"You have {_count(number, kind)}:" if number else f"You have no {kind}s yet."


def open_tasks(number: int) -> str:
    return f"{number} open"


def within(project: str | None) -> str:
    return f"in {project or INBOX}"


def recurs(rule: str) -> str:
    return f"recurs {rule}"


def subtasks(number: int) -> str:
    return _count(number, "subtask")


def no_such(kind: Kind, name: str) -> str:
    return f"You have no {kind} called {quoted(name)}, so I changed nothing."


def there_already(kind: Kind, name: str) -> str:
    return f"You have a {kind} called {quoted(name)} already: that name is in use, so I changed nothing."


def organized(action: Ordering, kind: Kind, name: str, *, would: bool = False) -> str:
    done = f"Would have {_ORGANIZED[action].lower()}" if would else _ORGANIZED[action]
    return f"{done} {kind} {quoted(name)}"


# --- Deeds, questions, refusals


def did(deed: Deed, number: int, *, would: bool = False) -> str:
    done = f"Would have {_DID[deed].lower()}" if would else _DID[deed]
    return f"{done} {tasks(number) if number else 'no tasks'}"


def counted(number: int) -> str:
    return f"Found {tasks(number) if number else 'no tasks'}"


def ask(deed: Deed, number: int) -> str:
    return f"{deed.capitalize()} {tasks(number)}?"


def ask_to_delete(kind: Kind, name: str) -> str:
    return f"Delete the {kind} {quoted(name)}?"


def maybe_a_task(line: str) -> str:
    return f"If it is a task, say “add {line}”."


def half_understood(text: str) -> str:
    return f"I don't know what you want with {quoted(text)}, so I changed nothing. Please say all of it again."


def too_high(count: int) -> str:
    return f"The last list has {tasks(count)}. Say a number up to {count}."


def on_the_list(texts: Sequence[str]) -> str:
    return f"On your list already: {', '.join(map(quoted, texts))}."


def none_has(words: str, pool: Pool) -> str:
    return f"No {_POOLS[pool]} has the words {quoted(words)}."


def there_are(names: Sequence[str]) -> str:
    return f"There are: {', '.join(map(quoted, names))}."


def several_named(kind: Kind, name: str) -> str:
    return f"Several {kind}s are called {quoted(name)}, so I changed nothing. Rename one of them first."


def no_date(said: str) -> str:
    return f"{quoted(said)} is no date that I can read. Say for example “friday 5pm” or “in 2 weeks”."


def trouble(slug: str, detail: str) -> str:
    return detail
