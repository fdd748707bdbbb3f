"""The model that the settings name, as the Agents SDK drives it."""

from dataclasses import dataclass
from functools import lru_cache

from agents import Model, OpenAIChatCompletionsModel, OpenAIResponsesModel
from openai import AsyncOpenAI

from todo.assistant.connection import PROBED, ToolMode, known_mode, model_name
from todo.assistant.failures import NonsenseError
from todo.assistant.grounding import Grounds
from todo.assistant.schema_mode import SchemaModel
from todo.config import Settings

MAX_STEPS = 8
OPENAI = "https://api.openai.com/v1"
# Local endpoints want a key in the header and don't read it.
NO_KEY = "none"
_WORD = "pelican"
_PROBE_TOOL = {
    "type": "function",
    "function": {
        "name": "remember",
        "description": "Remember a word.",
        "parameters": {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"]},
    },
}


@dataclass(frozen=True, slots=True)
class Brain:
    """What answers: its name, and how many steps it may take in a turn."""

    name: str
    model: Model
    max_steps: int = MAX_STEPS


async def connect(settings: Settings, grounds: Grounds) -> Brain:
    """The model for one turn. Asks the endpoint once a process whether it really calls tools, if nobody said so.

    Raises:
        openai.OpenAIError: it can't be asked.
    """
    client = _client(
        settings.openai_base_url or OPENAI,
        settings.openai_api_key.get_secret_value() or NO_KEY,
        settings.chat_turn_seconds,
    )
    name = model_name(settings)
    mode = known_mode(settings)
    if mode is None:
        mode = PROBED[settings.openai_base_url, name] = await _probe(client, name)
    if mode == "schema":
        return Brain(name, SchemaModel(client, name, grounds))
    if settings.openai_base_url:
        return Brain(name, OpenAIChatCompletionsModel(name, client))
    return Brain(name, OpenAIResponsesModel(name, client))


@lru_cache(maxsize=4)
def _client(base_url: str, key: str, seconds: float) -> AsyncOpenAI:
    """One client a process. It never tries twice: the built-in assistant is quicker than a second failure."""
    return AsyncOpenAI(base_url=base_url, api_key=key, timeout=seconds, max_retries=0)


async def _probe(client: AsyncOpenAI, name: str) -> ToolMode:
    """Many endpoints take tools and then ignore them; what counts is that one is called."""
    asked = f"Remember the word {_WORD}: call the tool."
    answer = await client.chat.completions.create(
        model=name,
        messages=[{"role": "user", "content": asked}],
        tools=[_PROBE_TOOL],  # type: ignore[list-item]
        max_tokens=200,
    )
    if not answer.choices:
        raise NonsenseError("The endpoint gave no answer.")
    calls = answer.choices[0].message.tool_calls or []
    called = any(call.type == "function" and _WORD in call.function.arguments for call in calls)
    return "native" if called else "schema"
