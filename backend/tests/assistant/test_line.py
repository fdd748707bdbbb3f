"""The line of answers: a few at once, first come first served, and nobody waits for one that hangs."""

import asyncio
from typing import Any

import pytest
from scripted_model import ScriptedModel, serving_model
from support import make_settings, running, sign_up
from talking import parse
from todo.assistant import line, service, turns
from todo.assistant.line import AT_ONCE, Place, new_line
from todo.assistant.schemas import ChatEvent, ChatRequest
from todo.main import create_app


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody loses patience while a test looks."""
    monkeypatch.setattr(line, "PATIENCE", 60.0)


class Answering:
    """Answers that go on until they may end, in the order in which they began."""

    def __init__(self) -> None:
        self.line, self.began = new_line(), list[int]()
        self.end = [asyncio.Event() for _ in range(AT_ONCE + 2)]
        self.tasks = [asyncio.create_task(self._answer(number)) for number in range(len(self.end))]

    async def _answer(self, number: int) -> None:
        async with Place(self.line):
            self.began.append(number)
            await self.end[number].wait()

    async def settle(self) -> list[int]:
        """Those that have begun once nothing else can."""
        for _ in range(20):
            await asyncio.sleep(0)
        return self.began


@pytest.mark.usefixtures("patient")
class TestPlaces:
    async def test_only_a_few_at_once_and_in_order(self) -> None:
        answering = Answering()
        assert await answering.settle() == list(range(AT_ONCE))
        answering.end[1].set()
        assert await answering.settle() == list(range(AT_ONCE + 1))
        for event in answering.end:
            event.set()
        await asyncio.gather(*answering.tasks)
        assert answering.began == list(range(AT_ONCE + 2))

    async def test_a_place_given_up_is_free_once(self) -> None:
        places = new_line()
        async with Place(places) as place, Place(places):
            assert places.locked()
            place.give_up()
            place.give_up()
            async with Place(places):
                assert places.locked()
        async with Place(places), Place(places):
            assert places.locked()

    async def test_whoever_leaves_the_line_takes_nobodys_place(self) -> None:
        answering = Answering()
        await answering.settle()
        answering.tasks[AT_ONCE].cancel()
        await asyncio.wait([answering.tasks[AT_ONCE]])
        answering.end[0].set()
        assert await answering.settle() == [*range(AT_ONCE), AT_ONCE + 1]
        for event in answering.end:
            event.set()
        await asyncio.wait(answering.tasks)

    async def test_an_answer_that_fails_gives_its_place_back(self) -> None:
        places = new_line()
        for _ in range(AT_ONCE + 1):
            with pytest.raises(ValueError, match="broken"):
                async with Place(places):
                    raise ValueError("broken")
        assert not places.locked()


async def test_nobody_waits_forever_for_one_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "PATIENCE", 0.01)
    places = new_line()
    async with Place(places), Place(places), Place(places):
        assert places.locked()
    async with Place(places):
        assert not places.locked()


@pytest.mark.usefixtures("patient")
class TestStreams:
    async def test_those_in_line_have_their_first_event(
        self, database_url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The agent is not even loaded for them."""
        go_on = asyncio.Event()

        class Held:
            async def run_turn(self, *_: Any) -> Any:
                await go_on.wait()
                yield ChatEvent(event="text", data={"delta": "Done."})

        monkeypatch.setattr(turns, "import_module", lambda _: Held())
        async with running(create_app(make_settings(database_url))) as app:
            person = await sign_up(app)
            state = app.state
            for _ in range(AT_ONCE):
                await state.line.acquire()
            streams = [await _open(app, person) for _ in range(AT_ONCE + 3)]
            firsts = [await anext(stream) for stream in streams]
            assert [event.event for event in firsts] == ["conversation"] * len(streams)
            for _ in range(AT_ONCE):
                state.line.release()
            go_on.set()
            rests = [[event.event async for event in stream] for stream in streams]
            assert rests == [["text", "done"]] * len(streams)

    async def test_the_first_event_comes_before_any_model_is_asked(self, database_url: str) -> None:
        async with serving_model(ScriptedModel(["Hello."])) as model:
            settings = make_settings(
                database_url, openai_base_url=model.url, openai_model="m", assistant_tools="native"
            )
            async with running(create_app(settings)) as app:
                person = await sign_up(app)
                stream = await _open(app, person)
                first = await anext(stream)
                assert (first.event, model.requests) == ("conversation", [])
                assert [event.event async for event in stream][-1] == "done"
                assert len(model.requests) == 1

    async def test_a_model_that_thinks_holds_nobody_up(self, database_url: str) -> None:
        """More ask it at once than there are places."""
        asked, all_ask = list[str](), asyncio.Event()
        count = AT_ONCE + 2

        async def together(_: Any) -> str:
            asked.append("x")
            if len(asked) == count:
                all_ask.set()
            await asyncio.wait_for(all_ask.wait(), 30)
            return "Hello."

        model = ScriptedModel([together] * count)
        async with serving_model(model):
            settings = make_settings(
                database_url, openai_base_url=model.url, openai_model="m", assistant_tools="native"
            )
            async with running(create_app(settings)) as app:
                person = await sign_up(app)
                answers = await asyncio.gather(
                    *(person.client.post("/api/chat", json={"message": "hi"}) for _ in range(count))
                )
        assert [parse(answer.text)[-1][0] for answer in answers] == ["done"] * count


async def _open(app: Any, person: Any) -> Any:
    """The events of an answer, none of them taken yet."""
    state = app.state
    surroundings = turns.Surroundings(state.database, state.settings, state.tools, state.line)
    return await service.start_turn(surroundings, person.actor, ChatRequest(message="hi"))
