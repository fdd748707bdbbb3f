"""A question as `find_tasks` takes it."""

from typing import Any

from todo.assistant.talk import Talk
from todo.language import FindTasks


def search(talk: Talk, query: FindTasks) -> dict[str, Any]:
    """The arguments of the search; what is not asked for is left out."""
    project = talk.project(query.project_id) if query.project_id else None
    arguments: dict[str, Any] = {
        "due": query.scope,
        "due_from": query.due_from and query.due_from.isoformat(),
        "due_until": query.due_until and query.due_until.isoformat(),
        "text": query.text,
        "project": str(project.id) if project else None,
        "priority": query.priority,
        "label": query.label,
        "done": query.done or None,
    }
    return {name: value for name, value in arguments.items() if value is not None}
