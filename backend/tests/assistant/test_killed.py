"""A server that is killed in the middle of an answer: the conversation opens again and nothing was done twice."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from scripted_model import ScriptedModel, serving_model, use
from support import Person, assert_problem
from talking import post, say, text_of
from test_server import served
from todo.assistant import history


class Slow(ScriptedModel):
    """Adds a task, and then never says another word."""

    async def answer(self, request: Any) -> Any:
        if not self.steps:
            await asyncio.Event().wait()
        return await super().answer(request)


@pytest.fixture
async def model() -> AsyncIterator[ScriptedModel]:
    async with serving_model(Slow([use("add_tasks", items=[{"text": "buy milk"}])])) as model:
        yield model


async def _until_card(address: str, person: Person) -> str:
    """Say something, and come back when the tool has run; gives the conversation."""
    conversation = ""
    async with httpx.AsyncClient(headers=person.client.headers, timeout=60) as client:
        body = {"message": "add buy milk"}
        async with client.stream("POST", f"{address}/api/chat", json=body) as response:
            event = ""
            async for line in response.aiter_lines():
                if line.startswith("event: "):
                    event = line.removeprefix("event: ")
                elif line.startswith("data: ") and event == "conversation":
                    conversation = str(json.loads(line.removeprefix("data: "))["id"])
                elif event == "tool_card":
                    return conversation
    raise AssertionError("no tool ran")


async def test_killed_in_the_middle_of_an_answer(
    database_url: str, owner: Person, model: ScriptedModel, sql: Any
) -> None:
    settings = {"OPENAI_BASE_URL": model.url, "OPENAI_MODEL": "scripted", "ASSISTANT_TOOLS": "native"}
    with served(database_url, **settings) as server:
        conversation = await _until_card(server.address, owner)
        server.process.kill()
        server.process.communicate()
    assert await owner.titles() == ["buy milk"]

    # It opens on another server, with what was done and how to undo it.
    path = f"/api/conversations/{conversation}/messages"
    [said, broken] = (await owner.client.get(path)).json()["items"]
    assert (said["text"], broken["state"], broken["text"]) == ("add buy milk", "running", "")
    assert [card["tasks"][0]["title"] for card in broken["cards"]] == ["buy milk"]
    assert broken["change_group"] == broken["cards"][0]["change_group"]

    # What is replayed is whole.
    rows = await sql.fetch("select role, items, text from message where conversation_id = $1 order by id", conversation)
    items = history.replayable([{**row, "items": json.loads(row["items"])} for row in map(dict, rows)])
    kinds = [item.get("type", item.get("role")) for item in items]
    assert kinds == ["user", "function_call", "function_call_output", "assistant"]

    # Right after it nobody knows yet that it is dead; later it counts as stopped, and another try does nothing twice.
    body = {"conversation_id": conversation, "retry": True}
    assert_problem(await owner.client.post("/api/chat", json=body), 409, "running")
    await sql.execute("update message set created_at = created_at - interval '1 hour' where id = $1", broken["id"])
    assert (await owner.client.get(path)).json()["items"][1]["state"] == "stopped"
    assert "Added" in text_of(await post(owner, **body))
    assert await owner.titles() == ["buy milk"]

    # And it goes on.
    assert "1 task" in text_of(await say(owner, "what is on my list?", conversation))
