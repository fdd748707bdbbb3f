"""Which model answers, from the settings alone. Loads nothing of the Agents SDK."""

from typing import Literal

from todo.assistant.schemas import BUILT_IN
from todo.config import Settings

ToolMode = Literal["native", "schema"]
# What `auto` found out about the endpoint of this process; None until the first chat.
PROBED: dict[tuple[str, str], ToolMode] = {}
DEFAULT_MODEL = "gpt-5-mini"


def has_model(settings: Settings) -> bool:
    """Whether anything but the built-in assistant answers."""
    return bool(settings.openai_base_url or settings.openai_api_key.get_secret_value())


def model_name(settings: Settings) -> str:
    """The model's name as the endpoint knows it."""
    return settings.openai_model or DEFAULT_MODEL


def known_mode(settings: Settings) -> ToolMode | None:
    """How the model uses tools; None when `auto` has not found out yet. OpenAI itself calls them natively."""
    if settings.assistant_tools != "auto":
        return settings.assistant_tools
    if not settings.openai_base_url:
        return "native"
    return PROBED.get((settings.openai_base_url, model_name(settings)))


def describe_connection(settings: Settings) -> tuple[str, Literal["native", "schema", "built-in"]]:
    """The model's name, and how it uses tools as far as that is known."""
    if not has_model(settings):
        return BUILT_IN, "built-in"
    return model_name(settings), known_mode(settings) or "native"
