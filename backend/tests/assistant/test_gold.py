"""The gold set: whole conversations with the built-in assistant, and what is true of the person's things afterwards."""

import json
from pathlib import Path
from typing import Any

import pytest
from support import Person
from todo.clock import clock_at
from todo_ops import paths

from bench.assistant.cases import load
from bench.assistant.driving import Driver
from bench.assistant.worlds import NOW

GOLD = load(Path(__file__).parent / "gold")
# Of the conversations of each kind must end right; what is done unasked is never right.
BAR = 0.95


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(NOW):
        yield


def test_each_conversation_is_held_once_and_documents_know_how_many_there_are() -> None:
    assert len({(case.world, json.dumps(case.say), case.language) for case in GOLD}) == len(GOLD)
    document = (paths.ROOT / "docs" / "ASSISTANT-MODELS.md").read_text(encoding="utf-8")
    assert f"`./todo eval assistant` holds {len(GOLD)} conversations" in document


async def test_conversations_end_right_and_nothing_is_done_unasked(owner: Person, sql: Any) -> None:
    driver = Driver(owner.client, sql, owner.user["id"], [])
    verdicts = {case.name: await driver.run(case) for case in GOLD}
    harm = {name: verdict.harm for name, verdict in verdicts.items() if verdict.harm}
    wrong = {name: verdict.wrong for name, verdict in verdicts.items() if verdict.wrong}
    assert harm == {}
    assert len(wrong) <= (1 - BAR) * len(GOLD), wrong
