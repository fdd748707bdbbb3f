"""The steps of the built-in assistant that only show."""

from collections.abc import Sequence
from typing import Any

from todo.assistant.builtin.calls import Call, Outcome, Step
from todo.assistant.builtin.choosing import choose
from todo.assistant.builtin.searching import search
from todo.assistant.memory import Named
from todo.assistant.talk import Talk
from todo.assistant.wording import answers, plain, reports
from todo.assistant.wording.words import Kind
from todo.language import FindTasks, ListProjects
from todo.language.conversation import ListLabels, ShowActivity, ShowMentioned, ShowTrash, Summarize


def show(talk: Talk, request: Any, chosen: Sequence[Named] | None) -> Step:
    """Show what is asked for."""
    match request:
        case FindTasks():
            return (yield from _find(talk, request))
        case ShowMentioned():
            return (yield from _mentioned(talk, request, chosen))
        case Summarize(days=days):
            output = yield Call("overview", {"days": days})
            return Outcome(reports.overview(output, talk.voice), output.ok)
        case ListProjects() | ListLabels():
            kind: Kind = "project" if isinstance(request, ListProjects) else "label"
            output = yield Call("organize", {"action": "list", "kind": kind})
            return Outcome(reports.names(output, kind, talk.voice), output.ok)
        case ShowTrash():
            output = yield Call("find_tasks", {"view": "trash"})
            return Outcome(reports.trash(output, talk.voice), output.ok)
        case ShowActivity():
            output = yield Call("activity", {"limit": 10})
            return Outcome(reports.activity(output, talk.voice), output.ok)
    return Outcome(plain.without_tool(request, talk.words), ok=False)


def _find(talk: Talk, query: FindTasks) -> Step:
    if query.label and not talk.has_label(query.label):
        return Outcome(talk.words.no_such("label", query.label), ok=False)
    output = yield Call("find_tasks", search(talk, query))
    return Outcome(answers.after_tool(query, output, talk.voice), output.ok)


def _mentioned(talk: Talk, request: ShowMentioned, chosen: Sequence[Named] | None) -> Step:
    """What was spoken of; of things just put into a project, all of that project: "add milk to groceries, show it"."""
    just_added = [card for card in talk.draft.cards if card.tool == "add_tasks" and card.ok]
    if just_added and just_added[-1].tasks:
        project = talk.project(just_added[-1].tasks[0].project_id)
        if project is not None:
            output = yield Call("find_tasks", {"project": str(project.id)})
            name = None if project.is_inbox else project.name
            return Outcome(answers.in_project(name, output, talk.voice), output.ok)
    found = yield from choose(talk, request, chosen)
    if isinstance(found, Outcome):
        return found
    tasks, failed = [], None
    for task_id in found["ids"][:10]:
        output = yield Call("get_task", {"id": task_id})
        if output.ok:
            tasks.append(output)
        else:
            failed = output
    if not tasks and failed is not None:
        return Outcome(failed.detail or failed.title, ok=False)
    named = [Named.of(output.tasks[0]) for output in tasks]
    talk.remember(spoken_of=named)
    return Outcome("\n".join(reports.details(output, talk.voice) for output in tasks))
