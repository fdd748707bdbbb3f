"""One undo for an answer, trying again, and conversations: titles, search, what is replayed."""

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from support import Person, assert_problem
from talking import Chat, cards_of, of, post, say, text_of
from todo.assistant import history, turns
from todo.assistant.schemas import ChatEvent
from todo.boundary import new_id


async def messages(person: Person, conversation: str | None) -> list[dict[str, Any]]:
    response = await person.client.get(f"/api/conversations/{conversation}/messages")
    assert response.status_code == 200, response.text
    return list(response.json()["items"])


async def retry(chat: Chat) -> str:
    chat.events = await post(chat.person, conversation_id=chat.id, retry=True)
    return text_of(chat.events)


class TestOneUndo:
    async def test_an_answer_of_several_steps_is_undone_at_once(self, owner: Person) -> None:
        await owner.add("Pay rent")
        chat = Chat(owner)
        await chat.say("complete pay rent, then add buy milk; move buy milk to friday")
        assert len(cards_of(chat.events)) == 3
        done = chat.events[-1][1]
        assert {card["change_group"] for card in cards_of(chat.events)} == {done["change_group"]}
        assert await owner.titles() == ["buy milk"]
        assert (await owner.client.post(f"/api/changes/{done['change_group']}/undo")).status_code == 200
        assert await owner.titles() == ["Pay rent"]
        assert [m["undone"] for m in await messages(owner, chat.id)] == [False, True]

    async def test_what_an_answer_was_made_with_is_kept(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        [_, answer] = await messages(owner, chat.id)
        done = chat.events[-1][1]
        assert (answer["id"], answer["change_group"]) == (done["message_id"], done["change_group"])
        assert (answer["model"], answer["state"], answer["undone"]) == ("built-in", "done", False)
        assert answer["usage"] == done["usage"] == {"input_tokens": 0, "output_tokens": 0}

    async def test_an_answer_that_changes_nothing_has_no_undo(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("what is due today?")
        assert chat.events[-1][1]["change_group"] is None
        assert [m["change_group"] for m in await messages(owner, chat.id)] == [None, None]

    async def test_undoing_in_the_chat_can_be_undone(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        await chat.say("undo")
        group = chat.events[-1][1]["change_group"]
        assert await owner.titles() == []
        assert (await owner.client.post(f"/api/changes/{group}/undo")).status_code == 200
        assert await owner.titles() == ["buy milk"]


class TestRetry:
    async def test_nothing_is_done_twice(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        for _ in range(3):
            assert (await retry(chat)).startswith("Added:")
        assert await owner.titles() == ["buy milk"]
        assert [m["text"] for m in await messages(owner, chat.id)] == ["add buy milk", "Added:\n- buy milk"]

    async def test_what_the_person_undid_already_is_left_alone(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        await owner.client.post(f"/api/changes/{chat.events[-1][1]['change_group']}/undo")
        await retry(chat)
        assert await owner.titles() == ["buy milk"]

    async def test_what_can_not_be_taken_back_is_refused_and_kept(self, owner: Person) -> None:
        await owner.add("Tea", priority=3)
        chat = Chat(owner)
        await chat.say("make tea p1")
        [task] = (await owner.client.get("/api/tasks")).json()["items"]
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"priority": 2})
        body = {"conversation_id": chat.id, "retry": True}
        assert_problem(await owner.client.post("/api/chat", json=body), 409, "undo-conflict")
        assert len(await messages(owner, chat.id)) == 2

    async def test_an_answer_that_broke_off_is_tried_again(
        self, owner: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        chat = Chat(owner)
        await chat.say("hello")
        with monkeypatch.context() as patch:
            patch.setattr(turns, "import_module", lambda _: Broken())
            assert (await say(owner, "add buy milk", chat.id))[-1][0] == "error"
        assert [m["state"] for m in await messages(owner, chat.id)][-1] == "failed"
        await retry(chat)
        assert [m["state"] for m in await messages(owner, chat.id)] == ["done"] * 4
        assert await owner.titles() == ["buy milk"]

    async def test_an_answer_under_way_is_not_tried_again(self, owner: Person, sql: Any) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        await sql.execute("update message set state = 'running' where id = $1", chat.events[-1][1]["message_id"])
        body = {"conversation_id": chat.id, "retry": True}
        assert_problem(await owner.client.post("/api/chat", json=body), 409, "running")
        assert await owner.titles() == ["buy milk"]

    async def test_strangers_and_empty_conversations(self, owner: Person, stranger: Person) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        for person, conversation in ((stranger, chat.id), (owner, str(new_id()))):
            body = {"conversation_id": conversation, "retry": True}
            assert_problem(await person.client.post("/api/chat", json=body), 404)
        assert await owner.titles() == ["buy milk"]


class Broken:
    """Stands in for an agent that fails before it has done anything."""

    async def run_turn(self, *_: Any) -> Any:
        yield ChatEvent(event="text", data={"delta": "Half an ans"})
        raise RuntimeError("secret internals")


class TestReplay:
    def test_a_call_without_its_output_is_left_out_and_an_open_answer_is_closed(self) -> None:
        [call, output] = history.tool_exchange("1", "undo", "{}", "done")
        lone = {**call, "call_id": "2"}
        messages = [
            {"role": "assistant", "items": [history.answered("cut off before")], "text": ""},
            {"role": "user", "items": [history.said("go")], "text": "go"},
            {"role": "assistant", "items": [call, output, lone], "text": "Half"},
        ]
        assert history.replayable(messages) == [history.said("go"), call, output, history.answered("Half")]

    async def test_what_was_done_is_replayed_after_a_break(self, owner: Person, sql: Any) -> None:
        chat = Chat(owner)
        await chat.say("add buy milk")
        row = await sql.fetchrow("select * from message where id = $1", chat.events[-1][1]["message_id"])
        items = json.loads(row["items"])
        killed = {"role": "assistant", "items": items[:-1], "text": ""}
        said = {"role": "user", "items": [history.said("go")], "text": "go"}
        replayed = history.replayable([said, killed])
        assert [item.get("type", item.get("role")) for item in replayed] == [
            "user",
            "function_call",
            "function_call_output",
            "assistant",
        ]


class TestConversations:
    async def test_renaming(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("hello")
        response = await owner.client.patch(f"/api/conversations/{chat.id}", json={"title": "  The   move "})
        assert response.json()["title"] == "The move"
        assert [c["title"] for c in (await owner.client.get("/api/conversations")).json()["items"]] == ["The move"]

    async def test_renaming_is_for_its_owner(
        self, owner: Person, stranger: Person, anonymous: httpx.AsyncClient
    ) -> None:
        chat = Chat(owner)
        await chat.say("hello")
        path = f"/api/conversations/{chat.id}"
        assert_problem(await anonymous.patch(path, json={"title": "x"}), 401)
        assert_problem(await stranger.client.patch(path, json={"title": "x"}), 404)
        for body in ({}, {"title": ""}, {"title": "x", "user_id": "y"}, {"title": "x" * 101}):
            assert_problem(await owner.client.patch(path, json=body), 422)

    async def test_search_finds_titles_and_what_was_said(self, owner: Person, stranger: Person) -> None:
        await owner.add("Sail to Crete")
        first, second = Chat(owner), Chat(owner)
        await first.say("what is on my list?")
        await second.say("add 100% cotton_shirt")

        async def found(person: Person, text: str) -> list[str]:
            response = await person.client.get("/api/conversations", params={"text": text})
            return [item["id"] for item in response.json()["items"]]

        assert await found(owner, "CRETE") == [first.id]
        assert await found(owner, "100%") == [second.id]
        assert await found(owner, "%") == [second.id]
        assert await found(owner, "cotton") == [second.id]
        assert await found(owner, "nothing of it") == []
        assert await found(stranger, "crete") == []


class TestAssistant:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/assistant"), 401)

    async def test_what_one_may_know(self, owner: Person) -> None:
        found = (await owner.client.get("/api/assistant")).json()
        assert (found["model"], found["tools"]) == ("built-in", "built-in")
        assert found["usage"] == {
            "tokens_today": 0,
            "token_limit": None,
            "seconds_today": 0,
            "second_limit": None,
        }

    async def test_suggestions_fit_the_day_and_work(self, app: FastAPI, owner: Person) -> None:
        async def suggested() -> list[str]:
            return list((await owner.client.get("/api/assistant")).json()["suggestions"])

        assert "What is overdue?" not in await suggested()
        await owner.add("Late", due_date="2020-01-01")
        suggestions = await suggested()
        assert "What is overdue?" in suggestions
        for suggestion in suggestions:
            events = await say(owner, suggestion)
            assert "did not understand" not in text_of(events), suggestion
            assert of(events, "tool_card"), suggestion
