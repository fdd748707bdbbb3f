"""Models behind an OpenAI-compatible endpoint: both modes, every kind of failure, budgets, and what is sent."""

import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from scripted_model import ScriptedModel, serving_model, use
from support import Person, make_settings, sign_up
from talking import Chat, cards_of, of, post, text_of
from todo.assistant import connection
from todo.assistant.models import MAX_STEPS


@pytest.fixture(autouse=True)
def _nothing_probed() -> None:
    connection.PROBED.clear()


@asynccontextmanager
async def person_with(app: FastAPI, model: ScriptedModel, **changes: Any) -> AsyncIterator[Person]:
    """Somebody whose server asks that model."""
    before = app.state.settings
    values = {"openai_base_url": model.url, "openai_model": "scripted", "openai_api_key": "sk-test-1234", **changes}
    person = await sign_up(app)
    app.state.settings = make_settings(before.dsn, **values)
    try:
        yield person
    finally:
        app.state.settings = before
        await person.client.aclose()
        await connection.close_connections()


@pytest.fixture(params=["native", "schema"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def model() -> AsyncIterator[ScriptedModel]:
    async with serving_model(ScriptedModel()) as model:
        yield model


class TestLanguage:
    """Around a model's own words everything is said in the person's language, and the model is told which it is."""

    @pytest.mark.parametrize(
        ("language", "said", "notice", "title", "first"),
        [
            (
                "en",
                "delete old desk",
                "The model can't be reached",
                "Delete 1 task?",
                "I do this only when you approve it.",
            ),
            (
                "de",
                "lösche Old desk",
                "Das Modell ist nicht erreichbar",
                "1 Aufgabe löschen?",
                "Das mache ich erst, wenn du es bestätigst.",
            ),
            (
                "es",
                "borra Old desk",
                "No se puede contactar con el modelo",
                "¿Eliminar 1 tarea?",
                "Solo lo haré si lo apruebas.",
            ),
        ],
    )
    async def test_of_notices_and_questions(
        self, app: FastAPI, model: ScriptedModel, language: str, said: str, notice: str, title: str, first: str
    ) -> None:
        model.status = 500
        async with person_with(app, model, assistant_tools="native") as person:
            await person.client.patch("/api/auth/me", json={"language": language})
            await person.add("Old desk")
            chat = Chat(person)
            assert await chat.say(said) == first
            assert of(chat.events, "notice")[0]["detail"].startswith(notice)
            assert chat.approval["title"] == title

    @pytest.mark.parametrize(("language", "name"), [("en", "English"), ("de", "German"), ("es", "Spanish")])
    async def test_that_a_model_answers_in(self, app: FastAPI, model: ScriptedModel, language: str, name: str) -> None:
        model.steps = ["Gut."]
        async with person_with(app, model, assistant_tools="native") as person:
            await person.client.patch("/api/auth/me", json={"language": language})
            await Chat(person).say("ok 1")
            assert f"Answer in {name}" in json.dumps(model.asked[0])


class TestBothModes:
    async def test_a_model_acts_and_answers(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("add_tasks", items=[{"text": "buy milk tomorrow"}]), "Added it for you."]
        async with person_with(app, model, assistant_tools=mode) as person:
            chat = Chat(person)
            assert (await chat.say("please put buy milk on my list for tomorrow")).strip() == "Added it for you."
            done = chat.events[-1][1]
            assert (done["model"], done["usage"]) == ("scripted", {"input_tokens": 200, "output_tokens": 40})
            assert await person.titles() == ["buy milk"]
            assert (await person.client.post(f"/api/changes/{done['change_group']}/undo")).status_code == 200
            assert await person.titles() == []

    async def test_deleting_is_asked_first(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("delete_tasks", words="old desk"), "Never asked for."]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Old desk")
            chat = Chat(person)
            await chat.say("throw away the old desk")
            assert len(model.asked) == 1
            assert await person.titles() == ["Old desk"]
            await chat.approve()
            assert await person.titles() == []

    async def test_after_an_approval_it_goes_on(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [
            use("delete_tasks", words="old desk"),
            use("add_tasks", items=[{"text": "buy a desk"}]),
            "All done.",
        ]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Old desk")
            chat = Chat(person)
            await chat.say("throw away the old desk and then put buy a desk on the list")
            assert (await chat.approve()).rstrip().endswith("All done.")
            assert await person.titles() == ["buy a desk"]
            told = json.dumps(model.asked[1]["messages"])
            assert "Deleted 1 task" in told
            assert "has approved the call" in told
            # What was approved and what followed are one change.
            [group] = {card["change_group"] for card in cards_of(chat.events)}
            assert (await person.client.post(f"/api/changes/{group}/undo")).status_code == 200
            assert await person.titles() == ["Old desk"]
            assert chat.events[-1][1]["usage"] == {"input_tokens": 200, "output_tokens": 40}

    async def test_what_it_goes_on_with_is_asked_too(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("delete_tasks", words="old desk"), use("delete_tasks", words="old lamp"), "Both are gone."]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Old desk")
            await person.add("Old lamp")
            chat = Chat(person)
            await chat.say("throw away the old desk and the old lamp")
            await chat.approve()
            assert await person.titles() == ["Old lamp"]
            assert [task["title"] for task in chat.approval["tasks"]] == ["Old lamp"]
            assert (await chat.approve()).rstrip().endswith("Both are gone.")
            assert await person.titles() == []

    async def test_rejected_it_is_not_asked_again(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("delete_tasks", words="old desk")]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Old desk")
            chat = Chat(person)
            await chat.say("throw away the old desk")
            assert await chat.reject() == "Nothing was changed."
            assert len(model.asked) == 1

    async def test_failing_after_an_approval_it_is_said_and_the_change_stands(
        self, app: FastAPI, model: ScriptedModel, mode: str
    ) -> None:
        model.steps = [use("delete_tasks", words="old desk")]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Old desk")
            chat = Chat(person)
            await chat.say("throw away the old desk")
            model.status = 500
            assert (await chat.approve()).startswith("Deleted:")
            assert [notice["kind"] for notice in of(chat.events, "notice")] == ["model-unavailable"]
            assert chat.events[-1][0] == "done"
            assert await person.titles() == []

    async def test_it_does_not_go_on_forever(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("delete_tasks", words="old desk")]
        model.steps += [use("add_tasks", items=[{"text": f"desk {n}"}]) for n in range(20)]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Old desk")
            chat = Chat(person)
            await chat.say("throw away the old desk")
            await chat.approve()
            assert len(model.asked) == 1 + MAX_STEPS
            assert [notice["kind"] for notice in of(chat.events, "notice")] == ["model-steps"]

    async def test_a_refusing_tool_teaches_the_next_step(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("update_tasks", words="tea"), use("update_tasks", words="tea", priority=1), "Done."]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.add("Tea")
            chat = Chat(person)
            await chat.say("tea is important")
            assert [card["ok"] for card in cards_of(chat.events)] == [False, True]
            assert "Say what to change" in json.dumps(model.asked[1]["messages"])

    async def test_the_conversation_is_replayed(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("find_tasks"), "Nothing yet.", "As I said."]
        async with person_with(app, model, assistant_tools=mode) as person:
            chat = Chat(person)
            await chat.say("what is there?")
            await chat.say("and now?")
            assert model.steps == []
            told = json.dumps(model.asked[-1]["messages"])
            assert "what is there?" in told
            assert "Nothing yet." in told

    async def test_what_is_sent(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = ["Hello."]
        async with person_with(app, model, assistant_tools=mode) as person:
            await person.project("Garden")
            await person.add("Secret plan", notes="nobody may read this")
            chat = Chat(person)
            await chat.say("hi there friend")
            told = json.dumps(model.asked)
            assert "Europe/Berlin" in told
            assert "Garden" in told
            for secret in ("Secret plan", "nobody may", person.user["email"], person.user["id"], "Ada"):
                assert secret not in told
            assert set(model.keys) == {"Bearer sk-test-1234"}


class TestFailures:
    """Whatever the model does, it is said, and the built-in assistant answers."""

    @pytest.mark.parametrize(
        ("failure", "kind"),
        [
            ({"status": 401}, "model-refused-key"),
            ({"status": 403}, "model-refused-key"),
            ({"status": 429}, "model-quota"),
            ({"status": 500}, "model-unavailable"),
            ({"status": 404}, "model-unavailable"),
            ({"raw": "<html>no</html>"}, "model-nonsense"),
            ({"raw": '{"choices": []}'}, "model-nonsense"),
            ({"delay": 60}, "model-slow"),
        ],
    )
    async def test_the_endpoint(
        self, app: FastAPI, model: ScriptedModel, mode: str, failure: dict[str, Any], kind: str
    ) -> None:
        for name, value in failure.items():
            setattr(model, name, value)
        async with person_with(app, model, assistant_tools=mode, chat_turn_seconds=10) as person:
            chat = Chat(person)
            assert await chat.say("add buy milk") == "Added:\n- buy milk"
            assert [data["kind"] for data in of(chat.events, "notice")] == [kind]
            assert chat.events[-1][1]["model"] == "built-in"
            assert "secret of the provider" not in str(chat.events)
            assert await person.titles() == ["buy milk"]

    async def test_nobody_listens(self, app: FastAPI, mode: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            model = ScriptedModel(url=f"http://127.0.0.1:{free.getsockname()[1]}/v1")
        async with person_with(app, model, assistant_tools=mode) as person:
            chat = Chat(person)
            assert (await chat.say("what is due today?")).startswith("Nothing due")
            assert [data["kind"] for data in of(chat.events, "notice")] == ["model-unavailable"]

    async def test_a_tool_that_does_not_exist(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("send_mail", to="everybody")]
        async with person_with(app, model, assistant_tools=mode) as person:
            chat = Chat(person)
            assert await chat.say("add buy milk") == "Added:\n- buy milk"
            assert [data["kind"] for data in of(chat.events, "notice")] == ["model-nonsense"]

    @pytest.mark.parametrize("text", ["RAW:", "RAW:{", "RAW:[1]", 'RAW:{"step": 7}', 'RAW:{"step": {"action": null}}'])
    async def test_no_step_in_the_schema(self, app: FastAPI, model: ScriptedModel, text: str) -> None:
        model.steps = [text]
        async with person_with(app, model, assistant_tools="schema") as person:
            chat = Chat(person)
            assert await chat.say("add buy milk") == "Added:\n- buy milk"
            assert [data["kind"] for data in of(chat.events, "notice")] == ["model-nonsense"]

    async def test_arguments_that_are_no_json_are_answered(self, app: FastAPI, model: ScriptedModel) -> None:
        model.steps = [use("add_tasks", RAW='{"items": '), "Sorry."]
        async with person_with(app, model, assistant_tools="native") as person:
            chat = Chat(person)
            assert (await chat.say("add buy milk")).strip() == "Sorry."
            assert [card["ok"] for card in cards_of(chat.events)] == [False]

    async def test_endless_calls_end(self, app: FastAPI, model: ScriptedModel, mode: str) -> None:
        model.steps = [use("find_tasks", limit=limit) for limit in range(1, 51)]
        async with person_with(app, model, assistant_tools=mode) as person:
            chat = Chat(person)
            await chat.say("what is due today?")
            assert [data["kind"] for data in of(chat.events, "notice")] == ["model-steps"]
            assert len(model.asked) == 8

    async def test_what_a_model_did_before_it_failed_is_not_done_again(
        self, app: FastAPI, model: ScriptedModel, mode: str
    ) -> None:
        def fail(_: Any) -> Any:
            model.raw = "no"
            return "x"

        model.steps = [use("add_tasks", items=[{"text": "buy milk"}]), fail]
        async with person_with(app, model, assistant_tools=mode) as person:
            model.steps = [use("add_tasks", items=[{"text": "buy milk"}]), use("nonsense")]
            chat = Chat(person)
            assert "broke off" in await chat.say("add buy milk")
            assert await person.titles() == ["buy milk"]
            await person.client.post(f"/api/changes/{chat.events[-1][1]['change_group']}/undo")
            assert await person.titles() == []


class TestAuto:
    @pytest.mark.parametrize("calls_tools", [True, False])
    async def test_finds_out_once_whether_tools_are_called(
        self, app: FastAPI, model: ScriptedModel, calls_tools: bool
    ) -> None:
        model.calls_tools = calls_tools
        model.steps = ["One.", "Two."]
        async with person_with(app, model) as person:
            chat = Chat(person)
            await chat.say("hi there")
            await chat.say("hi again")
            assert len(model.requests) - len(model.asked) == 1
            assert all(("response_format" in body) is not calls_tools for body in model.asked)
            found = (await person.client.get("/api/assistant")).json()
            assert (found["model"], found["tools"]) == ("scripted", "native" if calls_tools else "schema")

    async def test_an_endpoint_that_is_down_is_asked_again(self, app: FastAPI, model: ScriptedModel) -> None:
        model.status = 503
        async with person_with(app, model) as person:
            chat = Chat(person)
            await chat.say("hello")
            assert [data["kind"] for data in of(chat.events, "notice")] == ["model-unavailable"]
            model.status, model.steps = 200, ["Here I am."]
            assert (await chat.say("hello")).strip() == "Here I am."


class TestGrounding:
    """In `schema` mode nothing happens that the person did not say."""

    async def _card(self, app: FastAPI, model: ScriptedModel, said: str, step: Any) -> dict[str, Any]:
        model.steps = [step, "Done."]
        async with person_with(app, model, assistant_tools="schema") as person:
            await person.add("Tea")
            await person.add("Coffee", due_date="2020-01-01")
            chat = Chat(person)
            await chat.say(said)
            return {"call": of(chat.events, "tool_call")[0]["arguments"], **cards_of(chat.events)[0]}

    @pytest.mark.parametrize(
        ("said", "text", "kept"),
        [
            ("add buy milk", "buy milk tomorrow @errand p1", "buy milk"),
            ("add buy milk tomorrow", "buy milk tomorrow @errand p1", "buy milk tomorrow"),
            (
                "add buy milk for the errand tomorrow, urgent",
                "buy milk tomorrow @errand p1",
                "buy milk tomorrow @errand p1",
            ),
            ("I should call mum every week", "call mum every week at 9am", "call mum every week"),
        ],
    )
    async def test_new_tasks(self, app: FastAPI, model: ScriptedModel, said: str, text: str, kept: str) -> None:
        card = await self._card(app, model, said, use("add_tasks", items=[{"text": text}]))
        assert card["call"] == {"items": [{"text": kept}]}

    @pytest.mark.parametrize(
        ("said", "arguments", "kept"),
        [
            ("what is there?", {"due": "today", "priority": 1, "label": "work"}, {}),
            ("what is due today?", {"due": "today", "project": "Garden"}, {"due": "today"}),
            ("what is late?", {"due": "overdue", "done": True}, {"due": "overdue"}),
            ("show urgent ones", {"priority": 1, "due_until": "2026-12-01"}, {"priority": 1}),
        ],
    )
    async def test_searches(
        self, app: FastAPI, model: ScriptedModel, said: str, arguments: dict[str, Any], kept: dict[str, Any]
    ) -> None:
        card = await self._card(app, model, said, use("find_tasks", **arguments))
        assert card["call"] == kept

    async def test_an_id_that_was_never_shown(self, app: FastAPI, model: ScriptedModel) -> None:
        step = use("complete_tasks", ids=["01a22424-0342-765d-8eb7-001d04fc0367"])
        card = await self._card(app, model, "finish it", step)
        assert (card["call"], card["ok"]) == ({}, False)

    async def test_an_invented_date_changes_nothing(self, app: FastAPI, model: ScriptedModel) -> None:
        step = use("reschedule_tasks", words="tea", when="next monday")
        card = await self._card(app, model, "move tea", step)
        assert (card["call"], card["ok"]) == ({"words": "tea"}, False)


class TestBudgets:
    async def test_tokens_of_a_day(self, app: FastAPI, model: ScriptedModel) -> None:
        model.steps = ["One.", "Two."]
        async with person_with(app, model, assistant_tools="native", assistant_daily_tokens=100) as person:
            chat = Chat(person)
            await chat.say("hi there")
            usage = (await person.client.get("/api/assistant")).json()["usage"]
            assert (usage["tokens_today"], usage["token_limit"]) == (120, 100)
            assert usage["seconds_today"] > 0
            assert (await chat.say("what is due today?")).startswith("Nothing due")
            assert [data["kind"] for data in of(chat.events, "notice")] == ["budget"]
            assert len(model.asked) == 1

    async def test_each_person_has_their_own(self, app: FastAPI, model: ScriptedModel, sql: Any) -> None:
        model.steps = ["One."]
        async with person_with(app, model, assistant_tools="native", assistant_daily_seconds=10) as person:
            await sql.execute(
                "insert into assistant_usage (user_id, day, milliseconds) select id, current_date, 60000 from app_user "
                "where id <> $1 on conflict do nothing",
                person.user["id"],
            )
            chat = Chat(person)
            assert (await chat.say("hi there")).strip() == "One."
            await sql.execute("update assistant_usage set milliseconds = 60000 where user_id = $1", person.user["id"])
            await chat.say("hello")
            assert [data["kind"] for data in of(chat.events, "notice")] == ["budget"]

    async def test_a_failed_answer_counts_too(self, app: FastAPI, model: ScriptedModel) -> None:
        model.delay = 5
        async with person_with(app, model, assistant_tools="native", chat_turn_seconds=1) as person:
            await Chat(person).say("hello")
            assert (await person.client.get("/api/assistant")).json()["usage"]["seconds_today"] > 0.5


async def test_no_connection_but_to_the_endpoint_is_made(
    app: FastAPI, model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-the-environment")
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def lookup(host: Any, *rest: Any, **named: Any) -> Any:
        looked_up.append(str(host))
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    model.steps = [use("find_tasks"), "None."]
    async with person_with(app, model, assistant_tools="native") as person:
        await post(person, message="what is there?")
    assert set(looked_up) <= {"127.0.0.1", "localhost", "None"}, looked_up


async def test_what_was_said_before_the_model_failed_is_not_kept(app: FastAPI, model: ScriptedModel) -> None:
    model.steps = ["RAW:{"]
    async with person_with(app, model, assistant_tools="schema") as person:
        chat = Chat(person)
        await chat.say("hello")
        assert text_of(chat.events).startswith("Hello!")
