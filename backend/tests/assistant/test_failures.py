"""How a model can fail: what kind each error is, and that it is told in words that help."""

import json
from typing import Any, get_args

import openai
import pytest
from agents.exceptions import (
    AgentsException,
    MaxTurnsExceeded,
    ModelBehaviorError,
    ModelRefusalError,
    ModelTimeoutError,
    UserError,
)
from todo.assistant.failures import OF_A_MODEL, NonsenseError, kind_of, notice
from todo.assistant.schemas import NoticeKind
from todo.assistant.wording import english
from todo.assistant.wording.catalogue import CATALOGUE
from todo.assistant.wording.words import Words
from todo.errors import NotFoundError


class Answer:
    """What the client's errors keep of an HTTP answer."""

    status_code = 400
    request: Any = None
    headers: dict[str, str] = {}  # noqa: RUF012 - never written to


def status(kind: type[openai.APIStatusError]) -> openai.APIStatusError:
    answer: Any = Answer()
    return kind("the provider's own words", response=answer, body=None)


NO_REQUEST: Any = None
NO_ANSWER: Any = Answer()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (TimeoutError(), "model-slow"),
        (ModelTimeoutError(3), "model-slow"),
        (openai.APITimeoutError(request=NO_REQUEST), "model-slow"),
        (openai.APIConnectionError(request=NO_REQUEST), "model-unavailable"),
        (status(openai.AuthenticationError), "model-refused-key"),
        (status(openai.PermissionDeniedError), "model-refused-key"),
        (status(openai.RateLimitError), "model-quota"),
        (status(openai.NotFoundError), "model-unavailable"),
        (status(openai.BadRequestError), "model-unavailable"),
        (status(openai.InternalServerError), "model-unavailable"),
        (openai.OpenAIError("no client"), "model-unavailable"),
        (openai.APIResponseValidationError(NO_ANSWER, None), "model-nonsense"),
        (json.JSONDecodeError("x", "{", 1), "model-nonsense"),
        (NonsenseError("no step"), "model-nonsense"),
        (MaxTurnsExceeded("too many"), "model-steps"),
        (ModelBehaviorError("no such tool"), "model-nonsense"),
        (ModelRefusalError("no"), "model-nonsense"),
        (UserError("x"), "model-nonsense"),
        (AgentsException(), "model-nonsense"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_whose_failure_it_is(error: Exception, kind: str) -> None:
    assert isinstance(error, OF_A_MODEL)
    assert kind_of(error) == kind


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("x"), RuntimeError("x"), NotFoundError("x"), OSError("x")])
def test_an_error_of_ours_is_none_of_a_models(error: Exception) -> None:
    assert not isinstance(error, OF_A_MODEL)


@pytest.mark.parametrize("words", CATALOGUE.values(), ids=CATALOGUE)
def test_every_kind_says_why_and_who_answers_now(words: Words) -> None:
    kinds = get_args(NoticeKind.__value__ if hasattr(NoticeKind, "__value__") else NoticeKind)
    assert set(words.NOTICES) == set(kinds)
    details = {notice(kind, words).data["detail"] for kind in kinds}
    assert len(details) == len(kinds)
    who = {
        "en": "built-in assistant answers.",
        "de": "antwortet der eingebaute Assistent.",
        "es": "asistente integrado.",
    }
    assert all(detail.endswith(who[words.CODE]) for detail in details)


def test_a_notice_tells_its_kind() -> None:
    event = notice("budget", english)
    assert (event.event, event.data["kind"]) == ("notice", "budget")
