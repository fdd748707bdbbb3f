"""The assistant that needs no model: `todo.language` reads the sentence, the same tools act. Deterministic."""

import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

from agents import Model, ModelResponse, Usage
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseTextDeltaEvent,
)

from todo.actor import Actor
from todo.assistant import answers
from todo.boundary import new_id
from todo.language import (
    AddTasks,
    ByWords,
    Command,
    CompleteTasks,
    FindTasks,
    ProjectName,
    Undo,
    parse_command,
)
from todo.mcp.schemas import ToolOutput
from todo.projects.schemas import ProjectView

Item = dict[str, Any]


class OfflineModel(Model):
    """An `agents.Model` for one turn of one person.

    Each step either asks for one tool call, or puts what the tool gave into words.
    """

    def __init__(self, actor: Actor, projects: Sequence[ProjectView]) -> None:
        self._actor = actor
        self._projects = [ProjectName(str(project.id), project.name) for project in projects]

    async def get_response(self, system_instructions: str | None, input: Any, *_: Any, **__: Any) -> ModelResponse:
        """The whole step at once."""
        return ModelResponse(output=[self._step(_as_items(input))], usage=Usage(), response_id=None)

    async def stream_response(
        self,
        system_instructions: str | None,
        input: Any,
        *_: Any,
        **__: Any,
    ) -> AsyncIterator[Any]:
        """The step as Responses events: text a line at a time, then the completed response."""
        output = self._step(_as_items(input))
        if isinstance(output, ResponseOutputMessage):
            for number, delta in enumerate(_lines(output)):
                yield _delta_event(output.id, delta, number)
        yield ResponseCompletedEvent(
            type="response.completed", sequence_number=1_000_000, response=_completed_response(output)
        )

    def _step(self, items: list[Item]) -> ResponseOutputMessage | ResponseFunctionToolCall:
        said, result = _last_exchange(items)
        command = self._read(said)
        if result is not None:
            return _message(answers.after_tool(command, result, self._actor))
        call = tool_call(command)
        return _call(*call) if call else _message(answers.without_tool(command))

    def _read(self, said: str) -> Command:
        actor, habits = self._actor, self._actor.habits
        return parse_command(
            said,
            now=actor.now(),
            time_zone=actor.time_zone,
            projects=self._projects,
            language_code=habits.language,
            day_first=habits.day_first,
        )


def tool_call(command: Command) -> tuple[str, Item] | None:
    """The tool and arguments that do what a command asks; None when words are the answer."""
    match command:
        case AddTasks(texts=texts, unless_present=False) if texts:
            return "add_tasks", {"items": [{"text": text} for text in texts]}
        # Priority and label are not passed on yet: no answer is better than one that leaves them out.
        case FindTasks(priority=None, label=None):
            return "find_tasks", _search(command)
        case CompleteTasks(target=ByWords(words=words)):
            return "complete_tasks", {"words": words}
        case Undo():
            return "undo", {}
    return None


def _search(command: FindTasks) -> Item:
    arguments: Item = {
        "due": command.scope,
        "due_from": command.due_from and command.due_from.isoformat(),
        "due_until": command.due_until and command.due_until.isoformat(),
        "text": command.text,
        "project": command.project_id,
        "done": command.done or None,
    }
    return {name: value for name, value in arguments.items() if value is not None}


def _as_items(given: str | list[Any]) -> list[Item]:
    return [{"role": "user", "content": given}] if isinstance(given, str) else [dict(item) for item in given]


def _last_exchange(items: list[Item]) -> tuple[str, ToolOutput | None]:
    """What the person said last, and what the tool gave since, if one ran."""
    result = None
    for item in reversed(items):
        if item.get("type") == "function_call_output" and result is None:
            result = ToolOutput.model_validate_json(item["output"])
        if item.get("role") == "user":
            return str(item["content"]), result
    return "", result


def _message(text: str) -> ResponseOutputMessage:
    part = ResponseOutputText(text=text, type="output_text", annotations=[])
    return ResponseOutputMessage(
        id=f"msg_{new_id().hex}", type="message", role="assistant", status="completed", content=[part]
    )


def _call(name: str, arguments: Item) -> ResponseFunctionToolCall:
    call_id = f"call_{new_id().hex}"
    return ResponseFunctionToolCall(
        id=call_id, call_id=call_id, type="function_call", name=name, arguments=json.dumps(arguments)
    )


def _lines(message: ResponseOutputMessage) -> list[str]:
    text = "".join(part.text for part in message.content if isinstance(part, ResponseOutputText))
    return text.splitlines(keepends=True)


def _delta_event(item_id: str, delta: str, number: int) -> ResponseTextDeltaEvent:
    return ResponseTextDeltaEvent(
        type="response.output_text.delta",
        item_id=item_id,
        output_index=0,
        content_index=0,
        delta=delta,
        sequence_number=number,
        logprobs=[],
    )


def _completed_response(output: Any) -> Response:
    return Response(
        id=f"resp_{new_id().hex}",
        created_at=0,
        model="offline",
        object="response",
        output=[output],
        tool_choice="auto",
        tools=[],
        parallel_tool_calls=False,
        status="completed",
    )
