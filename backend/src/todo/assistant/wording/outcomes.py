"""The words for a call that the person has approved."""

from typing import Any

from todo.actor import Actor
from todo.assistant.wording import answers
from todo.mcp.schemas import ToolOutput

_LEADS = {
    "delete_tasks": "Deleted:",
    "complete_tasks": "Completed:",
    "reschedule_tasks": "Rescheduled:",
    "update_tasks": "Changed:",
}


def of_tool(name: str, arguments: dict[str, Any], output: ToolOutput, actor: Actor) -> str:
    """What was done."""
    if not output.ok:
        return output.detail or output.title
    lead = "Restored:" if arguments.get("restore") else "Open again:" if arguments.get("reopen") else _LEADS.get(name)
    return answers.with_list(lead, output.tasks, actor) if lead and output.tasks else f"{output.title}."
