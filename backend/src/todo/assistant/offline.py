"""The assistant that needs no model: `todo.language` reads the sentence, the same tools act. Deterministic."""

from collections.abc import AsyncIterator
from typing import Any

from agents import Model, ModelResponse, Usage

from todo.assistant import responses
from todo.assistant.builtin.steps import Call, Script, answer, go_on
from todo.assistant.schemas import BUILT_IN
from todo.assistant.talk import Talk
from todo.mcp.schemas import ToolOutput


class OfflineModel(Model):
    """An `agents.Model` for one turn of one person.

    A script answers: it asks for one tool call after another, each seeing what the ones before gave, and ends in words.
    With `step`, it goes on with the steps of an earlier request from that one on (from 0).
    """

    def __init__(self, talk: Talk, said: str, step: int | None = None) -> None:
        self._talk = talk
        self._script: Script = answer(talk, said) if step is None else go_on(talk, said, step)
        self._started = False
        self.has_more = step is None or step < len(talk.read(said))

    async def get_response(self, system_instructions: str | None, input: Any, *_: Any, **__: Any) -> ModelResponse:
        """The whole step at once."""
        return ModelResponse(output=[self._step()], usage=Usage(), response_id=None)

    async def stream_response(
        self, system_instructions: str | None, input: Any, *_: Any, **__: Any
    ) -> AsyncIterator[Any]:
        """The step as Responses events."""
        for event in responses.events(self._step(), BUILT_IN):
            yield event

    def _step(self) -> responses.Output:
        try:
            call = self._script.send(self._last_output()) if self._started else next(self._script)
        except StopIteration as end:
            return responses.message(end.value)
        self._started = True
        return _as_item(call)

    def _last_output(self) -> ToolOutput:
        """What the call gave that the script waits for: the draft has it whole."""
        cards = self._talk.draft.cards
        return cards[-1] if cards else ToolOutput(ok=False, title=f"{self._talk.words.FAILED}.")


def _as_item(call: Call) -> responses.Output:
    return responses.call(call.tool, call.arguments)
