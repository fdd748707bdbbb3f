"""How a model can fail, and what of that a person is told."""

import json

import openai
from agents.exceptions import AgentsException, MaxTurnsExceeded, ModelTimeoutError

from todo.assistant.schemas import ChatEvent, NoticeKind
from todo.assistant.wording.words import Words


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
        case MaxTurnsExceeded():
            return "model-steps"
    return "model-nonsense"


def notice(kind: NoticeKind, words: Words) -> ChatEvent:
    """The event that says that the built-in assistant takes over, and why."""
    return ChatEvent(event="notice", data={"kind": kind, "detail": words.NOTICES[kind]})
