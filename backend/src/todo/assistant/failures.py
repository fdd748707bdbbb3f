"""How a model can fail, and what a person is told of it."""

import json

import openai
from agents.exceptions import AgentsException, ModelTimeoutError

from todo.assistant.schemas import ChatEvent, NoticeKind

DETAILS: dict[NoticeKind, str] = {
    "model-unavailable": "The model can't be reached, so the built-in assistant answers.",
    "model-slow": "The model took too long, so the built-in assistant answers.",
    "model-refused-key": "The model's provider refused the key, so the built-in assistant answers.",
    "model-quota": "The model's provider has no quota left, so the built-in assistant answers.",
    "model-nonsense": "The model's answer made no sense, so the built-in assistant answers.",
    "budget": "Today's budget for the model is used up, so the built-in assistant answers.",
}
HALF_DONE = "\n\nThe model broke off here. What was done so far stands; undo takes it back."


class NonsenseError(Exception):
    """A model answered something that can't be read."""


# Whatever else is raised while a model answers is a failure of ours.
OF_A_MODEL = (TimeoutError, openai.OpenAIError, AgentsException, json.JSONDecodeError, NonsenseError)


def kind_of(error: Exception) -> NoticeKind:
    """What kind of failure one of `OF_A_MODEL` is."""
    match error:
        case TimeoutError() | openai.APITimeoutError() | ModelTimeoutError():
            return "model-slow"
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return "model-refused-key"
        case openai.RateLimitError():
            return "model-quota"
        case openai.OpenAIError() if not isinstance(error, openai.APIResponseValidationError):
            return "model-unavailable"
    return "model-nonsense"


def notice(kind: NoticeKind) -> ChatEvent:
    """The event that says that the built-in assistant takes over, and why."""
    return ChatEvent(event="notice", data={"kind": kind, "detail": DETAILS[kind]})
