"""What is asked before it is done: deleting anything, and changing more than a few tasks in one call."""

from collections.abc import Awaitable, Callable
from typing import Any

from todo.assistant.draft import Asked
from todo.assistant.schemas import ApprovalView
from todo.assistant.wording.outcomes import deed_of
from todo.assistant.wording.voice import Voice
from todo.boundary import new_id
from todo.database import Database
from todo.mcp.schemas import ToolOutput
from todo.tasks import service as tasks

UNASKED = 5  # tasks that one call may change without a question
CHOOSING = {"update_tasks", "reschedule_tasks", "complete_tasks", "delete_tasks"}
Run = Callable[[str, dict[str, Any]], Awaitable[ToolOutput]]


async def examine(
    run: Run, database: Database, voice: Voice, name: str, arguments: dict[str, Any]
) -> Asked | ToolOutput | None:
    """What to ask before a call; the call's own refusal; None when it may go ahead.

    Args:
        run: calls a tool.
        voice: who is asked.
    """
    if arguments.get("dry_run") or not _may_ask(name, arguments):
        return None
    preview = await run(name, {**arguments, "dry_run": True})
    if not preview.ok:
        return preview
    if not _deletes(name, arguments) and len(preview.tasks) <= UNASKED:
        return None
    exact = {key: value for key, value in arguments.items() if key not in ("words", "filter", "ids")}
    if name in CHOOSING:
        exact["ids"] = [str(task.id) for task in preview.tasks]
    view = ApprovalView.model_validate(
        {
            "id": new_id(),
            "tool": name,
            "title": _title(name, arguments, len(preview.tasks), voice),
            "tasks": [task.model_dump() for task in preview.tasks],
            "status": "pending",
        }
    )
    known = [] if arguments.get("restore") else preview.tasks
    versions = {str(task.id): (await tasks.get_task(database, voice.actor, task.id)).version for task in known}
    return Asked(view, exact, versions)


def _may_ask(name: str, arguments: dict[str, Any]) -> bool:
    ids = arguments.get("ids") or []
    many = name in CHOOSING and (bool(arguments.get("filter")) or not isinstance(ids, list) or len(ids) > UNASKED)
    return many or _deletes(name, arguments)


def _deletes(name: str, arguments: dict[str, Any]) -> bool:
    if name == "organize":
        return arguments.get("action") == "delete"
    return name == "delete_tasks" and not arguments.get("restore")


def _title(name: str, arguments: dict[str, Any], count: int, voice: Voice) -> str:
    if name == "organize":
        return voice.words.ask_to_delete(arguments["kind"], str(arguments.get("name")))
    return voice.words.ask(deed_of(name, arguments) or "change", count)
