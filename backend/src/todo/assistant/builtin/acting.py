"""The steps that the built-in assistant can do: which tools, with what."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from todo.assistant.builtin import choosing, showing
from todo.assistant.builtin.calls import Call, Outcome, Step
from todo.assistant.builtin.choosing import Chosen
from todo.assistant.memory import MOST_NAMED, Named
from todo.assistant.talk import Talk
from todo.assistant.wording import answers, plain
from todo.language import (
    AddTasks,
    ByNumber,
    ByWords,
    Changes,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    ListProjects,
    Mentioned,
    Redo,
    ReopenTasks,
    Undo,
    UpdateTasks,
    match_title,
    sure_match,
)
from todo.language.conversation import (
    Correct,
    Instead,
    LeaveOut,
    ListLabels,
    Organize,
    Request,
    Restore,
    ShowActivity,
    ShowMentioned,
    ShowTrash,
    Summarize,
)
from todo.language.conversation.rule_days import with_rule_of
from todo.language.text import fold
from todo.mcp.schemas import ToolOutput

_TARGETED = (CompleteTasks, ReopenTasks, DeleteTasks, UpdateTasks, Restore)


def perform(talk: Talk, request: Request, chosen: Sequence[Named] | None) -> Step:
    """Do one step. `chosen` are the tasks that the person picked when asked which ones it is about."""
    match request:
        case AddTasks(texts=texts, unless_present=True) if texts:
            return (yield from _add_missing(talk, texts))
        case AddTasks(texts=texts) if texts:
            return (yield from _add(talk, request))
        case Correct() | Instead() | LeaveOut():
            return (yield from _second_thought(talk, request))
        case CompleteTasks() | ReopenTasks() | DeleteTasks() | UpdateTasks() | Restore():
            return (yield from _on_tasks(talk, request, chosen))
        case Undo(just_now=just_now) if talk.memory.puzzled or (just_now and talk.memory.change_group is None):
            # Whoever takes back an order that was not understood does not mean a change from before.
            return Outcome(talk.words.NOTHING_DONE, ok=False)
        case Undo() | Redo():
            output = yield Call("undo", {"redo": True} if isinstance(request, Redo) else {})
            return _said(talk, request, output)
        case Organize():
            return (yield from _organize(talk, request, chosen))
        case FindTasks() | ShowMentioned() | Summarize() | ListProjects() | ListLabels() | ShowTrash() | ShowActivity():
            return (yield from showing.show(talk, request, chosen))
    return Outcome(plain.without_tool(request, talk.words), ok=False)


def _add_missing(talk: Talk, texts: Sequence[str]) -> Step:
    """Add only what no open task says yet."""
    missing: list[str] = []
    there: list[str] = []
    for text in texts:
        found = yield Call("find_tasks", {"text": text, "limit": 5})
        (there if found.ok and found.tasks else missing).append(text)
    known = talk.words.on_the_list(there) if there else ""
    if not missing:
        return Outcome(known)
    output = yield Call("add_tasks", {"items": [{"text": text} for text in missing]})
    added = _said(talk, AddTasks(tuple(missing)), output)
    return Outcome("\n\n".join(part for part in (known, added.text) if part), added.ok)


def _add(talk: Talk, request: AddTasks) -> Step:
    change = request.if_present if len(request.texts) == 1 else None
    if change and (yield from _is_there(change)):
        return (yield from _on_tasks(talk, change, None))
    output = yield Call("add_tasks", {"items": [{"text": text} for text in request.texts]})
    return _said(talk, request, output)


def _is_there(change: UpdateTasks) -> Generator[Call, ToolOutput, bool]:
    """Whether a task is called exactly as the words say."""
    if not isinstance(change.target, ByWords):
        return False
    words = change.target.words
    found = yield Call("find_tasks", {"text": words, "limit": 5})
    return found.ok and any(fold(task.title) == fold(words) for task in found.tasks)


def _on_tasks(talk: Talk, request: Any, chosen: Sequence[Named] | None) -> Step:
    """Change tasks: find out which, then call the tools that it takes."""
    if request.target is None:
        return Outcome(plain.which_tasks(request, talk.words), ok=False)
    found = yield from choosing.choose(talk, request, chosen)
    if isinstance(found, Outcome):
        return found
    outputs: list[ToolOutput] = []
    for call in _calls(talk, request, found):
        output = yield call
        if isinstance(request, DeleteTasks) and not output.ok and len(output.tasks) == 1:
            # One that has the words but for a slip: the person is asked anyway, and sees which it is.
            output = yield Call("delete_tasks", {"ids": [str(output.tasks[0].id)]})
        outputs.append(output)
        if not output.ok:
            break
    return _told(talk, request, outputs)


def _second_thought(talk: Talk, request: Correct | Instead | LeaveOut) -> Step:
    match request:
        case Correct() if len(talk.memory.spoken_of) > 1 and not talk.memory.changed:
            # "Friday" after a list that was only shown is no day for all of the list.
            return Outcome(talk.words.NOTHING_SPOKEN_OF, ok=False)
        case Correct(when=when):
            return (yield from _correct(talk, when, _said_before(talk)))
        case Instead():
            return (yield from _instead(talk, request))
    return (yield from _leave_out(talk, request))


def _said_before(talk: Talk) -> Sequence[Request]:
    """The steps of the last request that was done."""
    return talk.read(talk.memory.said) if talk.memory.said else ()


def _last_on_tasks(steps: Sequence[Request]) -> Any | None:
    """The last of the steps that was done to tasks."""
    return next((step for step in reversed(steps) if isinstance(step, _TARGETED)), None)


def _take_back(talk: Talk) -> Generator[Call, ToolOutput, None]:
    """Undo what the last answer changed."""
    if talk.memory.change_group is not None:
        yield Call("undo", {"change_group": str(talk.memory.change_group)})


def _correct(talk: Talk, when: str, steps: Sequence[Request]) -> Step:
    """Give another date to what was spoken of. What was completed just now is open again: it is not done, but moved."""
    if steps and isinstance(steps[-1], CompleteTasks):
        yield from _take_back(talk)
    change = UpdateTasks(Mentioned(several=True), Changes(when=_in_place(talk, when, steps)))
    return (yield from _on_tasks(talk, change, None))


def _instead(talk: Talk, request: Instead) -> Step:
    """Do the last request for other tasks. What was done by mistake is taken back first."""
    steps = _said_before(talk)
    if isinstance(request.target, ByWords):
        return (yield from _named_instead(talk, request, request.target.words, steps))
    if request.when and any(map(_gave_a_day, steps)):
        return (yield from _correct(talk, request.when, steps))
    last = _last_on_tasks(steps)
    if last is None:
        return Outcome(talk.words.NOTHING_SPOKEN_OF, ok=False)
    chosen: list[Named] = []
    if request.target is None and len(talk.memory.passed_over) == 1:
        chosen = [*talk.memory.passed_over]
    elif request.target is not None:
        found = yield from choosing.choose(talk, replace(last, target=request.target), None)
        if isinstance(found, Outcome):
            return found
        chosen = [Named(id=UUID(one), title="") for one in found["ids"]]
    group = talk.memory.change_group
    if request.undo:
        yield from _take_back(talk)
    if not chosen:
        return Outcome(talk.words.TAKEN_BACK if group else talk.words.NOTHING_SPOKEN_OF)
    return (yield from _on_tasks(talk, last, chosen))


def _leave_out(talk: Talk, request: LeaveOut) -> Step:
    """What was done last, not for one of its tasks. A task that it did not touch is left alone."""
    steps, changed = _said_before(talk), talk.memory.changed
    sure = sure_match(match_title(request.words, [one.title for one in changed]))
    last = _last_on_tasks(steps)
    if sure is None or last is None:
        return Outcome(talk.words.NOTHING_FITS, ok=False)
    out = [changed[sure.index]]
    if isinstance(last, CompleteTasks):
        return (yield from _on_tasks(talk, ReopenTasks(Mentioned()), out))
    if request.undone or not isinstance(last, UpdateTasks):
        return Outcome(talk.words.NOTHING_FITS, ok=False)
    if request.when:
        return (yield from _on_tasks(talk, UpdateTasks(Mentioned(), Changes(when=request.when)), out))
    rest = [one for one in changed if one not in out]
    if len(steps) > 1 or len(changed) >= MOST_NAMED:
        # Of several steps nobody can say which is to be done again for the rest, nor of so many tasks for which.
        return Outcome(talk.words.NOTHING_FITS, ok=False)
    yield from _take_back(talk)
    return (yield from _on_tasks(talk, last, rest)) if rest else Outcome(talk.words.TAKEN_BACK)


def _named_instead(talk: Talk, request: Instead, words: str, steps: Sequence[Request]) -> Step:
    """Do the last request for the task that is named. Words that name none correct nothing: what was done stays."""
    if request.more and steps and isinstance(steps[-1], AddTasks) and steps[-1].texts:
        return (yield from _add(talk, AddTasks((talk.beside(request.when or words, steps[-1].texts[-1]),))))
    last = _last_on_tasks(steps)
    if last is None:
        return Outcome(talk.words.NOTHING_SPOKEN_OF, ok=False)
    # "And call mum tomorrow" after "milk is done" says of nothing that it is done, nor does "and call mum".
    is_same = request.undo or request.also or isinstance(last, UpdateTasks)
    chosen = (yield from choosing.sure_one(talk, words)) if is_same and not request.when else []
    if not chosen:
        return Outcome(talk.words.NOTHING_FITS, ok=False)
    if request.undo:
        yield from _take_back(talk)
    return (yield from _on_tasks(talk, last, chosen))


def _in_place(talk: Talk, when: str, steps: Sequence[Request]) -> str:
    """What a correction puts in place of what was said: after a rule, a weekday is the day of the rule."""
    gave = _gave(steps[-1], talk) if steps else None
    meant = with_rule_of(when, gave, **talk.actor.reading) if gave else when
    talk.remember(rule=gave if meant == when else meant)
    return meant


def _gave(step: Request, talk: Talk) -> str | None:
    """What a step said of when, with all around it; after a correction, what that made of it."""
    match step:
        case AddTasks(texts=[*_, text]):
            return text
        case UpdateTasks(changes=Changes(when=when)):
            return when
        case Correct():
            return talk.memory.rule
    return None


def _gave_a_day(step: Request) -> bool:
    """Whether a number said after the step is a day, and not another place in a list: "to the 12th", "no, the 13th"."""
    if isinstance(step, UpdateTasks):
        return bool(step.changes.when) and not isinstance(step.target, ByNumber)
    return isinstance(step, AddTasks)


def _calls(talk: Talk, request: Any, chosen: Chosen) -> list[Call]:
    match request:
        case CompleteTasks():
            return [Call("complete_tasks", chosen)]
        case ReopenTasks():
            return [Call("complete_tasks", {**chosen, "reopen": True})]
        case DeleteTasks():
            return [Call("delete_tasks", chosen)]
        case Restore():
            return [Call("delete_tasks", {**chosen, "restore": True})]
    return _updates(talk, request.changes, chosen)


def _updates(talk: Talk, changes: Changes, chosen: Chosen) -> list[Call]:
    calls = []
    when = when_of(changes)
    if when is not None:
        calls.append(Call("reschedule_tasks", {**chosen, "when": when}))
    project = talk.project(changes.project_id) if changes.project_id else None
    values = {
        "title": changes.title,
        "notes": changes.notes,
        "priority": changes.priority,
        "project": project.name if project else None,
        "add_labels": list(changes.labels),
        "remove_labels": list(changes.without_labels),
    }
    given = {name: value for name, value in values.items() if value}
    return [*calls, Call("update_tasks", {**chosen, **given})] if given else calls


def when_of(changes: Changes) -> str | None:
    """The new due date as `reschedule_tasks` takes it."""
    if changes.without_due:
        return "none"
    if changes.shift is None:
        return changes.when
    minutes = round(changes.shift.total_seconds() / 60)
    sign, size = ("-" if minutes < 0 else "+"), abs(minutes)
    return f"{sign}{size // 1440} day" if size % 1440 == 0 else f"{sign}{size} min"


def _organize(talk: Talk, request: Organize, chosen: Sequence[Named] | None) -> Step:
    known = talk.has_label(request.name) if request.kind == "label" else talk.has_project(request.name)
    if request.action in ("rename", "delete") and request.kind != "section" and not known:
        # "Delete the project report" names a task where no project is called so.
        words = ByWords(f"{talk.words.NOUNS[request.kind]} {request.name}")
        is_rename = request.action == "rename"
        other = UpdateTasks(words, Changes(title=request.new_name)) if is_rename else DeleteTasks(words)
        outcome = yield from _on_tasks(talk, other, chosen)
        is_done = outcome.ok or outcome.candidates
        return outcome if is_done else Outcome(talk.words.no_such(request.kind, request.name), ok=False)
    if request.action == "create" and known:
        return Outcome(talk.words.there_already(request.kind, request.name), ok=False)
    arguments = {"action": request.action, "kind": request.kind, "name": request.name}
    if request.new_name:
        arguments["new_name"] = request.new_name
    output = yield Call("organize", arguments)
    return Outcome(f"{output.title}." if output.ok else output.detail or output.title, output.ok)


def _said(talk: Talk, request: Any, output: ToolOutput) -> Outcome:
    return Outcome(answers.after_tool(request, output, talk.voice), output.ok)


def _told(talk: Talk, request: Any, outputs: Sequence[ToolOutput]) -> Outcome:
    if not outputs:
        return Outcome(plain.which_tasks(request, talk.words), ok=False)
    last = outputs[-1]
    if not last.ok and last.tasks:
        candidates = tuple(Named.of(task) for task in last.tasks)
        return Outcome(answers.which_one(last.tasks, talk.voice), candidates=candidates)
    return _said(talk, request, last)
