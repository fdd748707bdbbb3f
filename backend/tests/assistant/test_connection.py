"""Which model answers, how it uses tools, and what a person may spend on it."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from agents import OpenAIChatCompletionsModel, OpenAIResponsesModel
from fastapi import FastAPI
from support import Person, make_settings
from todo.assistant import connection, models
from todo.assistant.connection import DEFAULT_MODEL, describe_connection, has_model, known_mode
from todo.assistant.describing import suggest
from todo.assistant.failures import NonsenseError
from todo.assistant.schema_mode import SchemaModel
from todo.assistant.schemas import TokenUsage, UsageView
from todo.assistant.usage import service as usage
from todo.assistant.wording import english
from todo.clock import clock_at
from todo.config import Settings

LOCAL = "http://localhost:11434/v1"
GROUNDS: Any = None  # only looked at when a model answers


def settings(**changes: Any) -> Settings:
    return make_settings("postgresql://nobody@127.0.0.1/nothing", **changes)


@pytest.fixture(autouse=True)
async def _nothing_known() -> Any:
    connection.PROBED.clear()
    yield
    connection.PROBED.clear()
    await connection.close_connections()


class TestSettings:
    @pytest.mark.parametrize(
        ("values", "described"),
        [
            ({}, ("built-in", "built-in")),
            ({"openai_model": "gpt-5"}, ("built-in", "built-in")),
            ({"openai_api_key": "sk-1"}, (DEFAULT_MODEL, "native")),
            ({"openai_api_key": "sk-1", "openai_model": "gpt-5"}, ("gpt-5", "native")),
            ({"openai_base_url": LOCAL, "openai_model": "qwen"}, ("qwen", "native")),
            ({"openai_base_url": LOCAL, "assistant_tools": "schema"}, (DEFAULT_MODEL, "schema")),
        ],
    )
    def test_describe_what_answers(self, values: dict[str, Any], described: tuple[str, str]) -> None:
        assert describe_connection(settings(**values)) == described
        assert has_model(settings(**values)) is (described[1] != "built-in")

    def test_what_was_found_out_is_for_that_model_at_that_address(self) -> None:
        connection.PROBED[LOCAL, "qwen"] = "schema"
        assert known_mode(settings(openai_base_url=LOCAL, openai_model="qwen")) == "schema"
        assert known_mode(settings(openai_base_url=LOCAL, openai_model="llama")) is None
        assert known_mode(settings(openai_base_url=LOCAL + "/other", openai_model="qwen")) is None

    def test_what_is_set_goes_before_what_was_found_out(self) -> None:
        connection.PROBED[LOCAL, "qwen"] = "schema"
        values = {"openai_base_url": LOCAL, "openai_model": "qwen", "assistant_tools": "native"}
        assert known_mode(settings(**values)) == "native"


class TestConnect:
    @pytest.mark.parametrize(
        ("values", "kind"),
        [
            ({"openai_api_key": "sk-1"}, OpenAIResponsesModel),
            ({"openai_base_url": LOCAL, "assistant_tools": "native"}, OpenAIChatCompletionsModel),
            ({"openai_base_url": LOCAL, "assistant_tools": "schema"}, SchemaModel),
            ({"openai_api_key": "sk-1", "assistant_tools": "schema"}, SchemaModel),
        ],
    )
    async def test_the_kind_of_model(self, values: dict[str, Any], kind: type) -> None:
        brain = await models.connect(settings(**values, openai_model="m"), GROUNDS)
        assert (type(brain.model), brain.name, brain.max_steps) == (kind, "m", models.MAX_STEPS)

    async def test_one_client_for_the_same_and_another_for_another_key(self) -> None:
        for key in ("sk-1", "sk-1", "sk-2"):
            await models.connect(settings(openai_api_key=key), GROUNDS)
        assert [key for _, key, _ in connection.CLIENTS] == ["sk-1", "sk-2"]
        assert {client.max_retries for client in connection.CLIENTS.values()} == {0}

    async def test_an_address_without_a_key_gets_one_that_says_nothing(self) -> None:
        await models.connect(settings(openai_base_url=LOCAL, assistant_tools="schema"), GROUNDS)
        [(address, key, _)] = connection.CLIENTS
        assert (address, key) == (LOCAL, models.NO_KEY)

    @pytest.mark.parametrize(
        ("calls", "mode"),
        [
            ([("function", '{"word": "pelican"}')], "native"),
            ([("function", '{"word": ""}')], "schema"),
            ([("custom", '{"word": "pelican"}')], "schema"),
            ([], "schema"),
            (None, "schema"),
        ],
    )
    async def test_what_counts_is_that_the_tool_is_really_called(
        self, monkeypatch: pytest.MonkeyPatch, calls: Any, mode: str
    ) -> None:
        asked = self._answering(monkeypatch, calls)
        values = settings(openai_base_url=LOCAL, openai_model="qwen")
        for _ in range(2):
            await models.connect(values, GROUNDS)
        assert (known_mode(values), len(asked)) == (mode, 1)

    async def test_an_endpoint_that_answers_nothing_is_not_remembered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        async def nothing(**_: Any) -> Any:
            return SimpleNamespace(choices=[])

        self._client(monkeypatch, nothing)
        with pytest.raises(NonsenseError):
            await models.connect(settings(openai_base_url=LOCAL), GROUNDS)
        assert connection.PROBED == {}

    def _answering(self, monkeypatch: pytest.MonkeyPatch, calls: Any) -> list[Any]:
        asked: list[Any] = []

        async def create(**body: Any) -> Any:
            asked.append(body)
            made = [SimpleNamespace(type=kind, function=SimpleNamespace(arguments=text)) for kind, text in calls or ()]
            message = SimpleNamespace(tool_calls=made if calls is not None else None)
            return SimpleNamespace(choices=[SimpleNamespace(message=message)])

        self._client(monkeypatch, create)
        return asked

    def _client(self, monkeypatch: pytest.MonkeyPatch, create: Any) -> None:
        chat = SimpleNamespace(completions=SimpleNamespace(create=create))
        monkeypatch.setattr(models, "_client", lambda *_: SimpleNamespace(chat=chat))


class TestUsage:
    @pytest.mark.parametrize(
        ("tokens", "token_limit", "seconds", "second_limit", "spent"),
        [
            (10**9, None, 10.0**9, None, False),
            (99, 100, 0, None, False),
            (100, 100, 0, None, True),
            (101, 100, 0, None, True),
            (0, None, 9.999, 10, False),
            (0, None, 10.0, 10, True),
            (0, 100, 10.0, 10, True),
            (100, 100, 0, 10, True),
            (0, 1, 0, 1, False),
        ],
    )
    def test_either_limit_ends_the_day(
        self, tokens: int, token_limit: int | None, seconds: float, second_limit: int | None, spent: bool
    ) -> None:
        view = UsageView(tokens_today=tokens, token_limit=token_limit, seconds_today=seconds, second_limit=second_limit)
        assert usage.is_spent(view) is spent

    async def test_adds_up_by_the_persons_own_day(self, app: FastAPI, owner: Person, stranger: Person) -> None:
        database, limits = app.state.database, settings(assistant_daily_tokens=50)
        for moment in ("2026-11-25T22:59:00+00:00", "2026-11-25T23:01:00+00:00", "2026-11-25T23:02:00+00:00"):
            with clock_at(datetime.fromisoformat(moment)):
                await usage.spend(database, owner.actor, TokenUsage(input_tokens=10, output_tokens=5), 1.2504)
        with clock_at(datetime.fromisoformat("2026-11-26T12:00:00+00:00")):
            today = await usage.usage_today(database, limits, owner.actor)
            theirs = await usage.usage_today(database, limits, stranger.actor)
        with clock_at(datetime.fromisoformat("2026-11-25T12:00:00+00:00")):
            yesterday = await usage.usage_today(database, limits, owner.actor)
        assert (today.tokens_today, today.seconds_today, today.token_limit) == (30, 2.5, 50)
        assert (yesterday.tokens_today, yesterday.seconds_today, yesterday.second_limit) == (15, 1.25, None)
        assert (theirs.tokens_today, theirs.seconds_today) == (0, 0)


class TestSuggestions:
    @pytest.mark.parametrize(
        ("overdue", "today", "first", "number"),
        [
            (False, False, "What is coming up?", 3),
            (False, True, "What should I do today?", 3),
            (True, False, "What should I do today?", 4),
            (True, True, "What should I do today?", 4),
        ],
    )
    def test_fit_the_day_and_are_few(self, overdue: bool, today: bool, first: str, number: int) -> None:
        found = suggest(english, overdue=overdue, today=today)
        assert (found[0], len(found)) == (first, number)
        assert ("What is overdue?" in found) is overdue
