"""Whole sentences through the whole system: what a person says, what is then true of their tasks."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from support import Person
from todo.clock import clock_at

# A Wednesday, 10:30 in Berlin.
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(NOW):
        yield


async def answer(person: Person, message: str) -> str:
    response = await person.client.post("/api/chat", json={"message": message})
    blocks = [block for block in response.text.split("\n\n") if block.startswith("event: text")]
    return "".join(json.loads(block.split("data: ", 1)[1])["delta"] for block in blocks)


async def the_task(person: Person) -> dict[str, Any]:
    """Their only open task."""
    (task,) = (await person.client.get("/api/tasks")).json()["items"]
    return dict(task)


class TestAdding:
    @pytest.mark.parametrize(
        ("sentence", "title", "due"),
        [
            ("add buy milk", "buy milk", None),
            ("Please add buy milk tomorrow", "buy milk", "2026-11-26"),
            ("remind me to call mum on friday", "call mum", "2026-11-27"),
            ("new task: renew the passport", "renew the passport", None),
            ("I need to send the invoice today", "send the invoice", "2026-11-25"),
            ("don't let me forget to water the plants tomorrow", "water the plants", "2026-11-26"),
        ],
    )
    async def test_words_become_a_task(self, owner: Person, sentence: str, title: str, due: str | None) -> None:
        assert (await answer(owner, sentence)).startswith("Added:")
        task = await the_task(owner)
        assert (task["title"], task["due_date"]) == (title, due)

    async def test_time_priority_and_project(self, owner: Person) -> None:
        home = await owner.project("Home")
        await answer(owner, "add pay rent tomorrow at 5pm p1 #Home")
        task = await the_task(owner)
        assert (task["title"], task["priority"], task["project_id"]) == ("pay rent", 1, home["id"])
        assert task["due_at"] == "2026-11-26T16:00:00Z"

    async def test_several_lines_are_several_tasks_and_one_undo(self, owner: Person) -> None:
        await answer(owner, "add buy milk\ncall mum\nwater the plants")
        assert len(await owner.titles()) == 3
        await answer(owner, "undo")
        assert await owner.titles() == []


class TestAsking:
    @pytest.fixture
    async def busy(self, owner: Person) -> Person:
        """Somebody with tasks on several days."""
        await owner.add("Late report", due_date="2026-11-20")
        await owner.add("Team lunch", due_date="2026-11-25")
        await owner.add("Dentist", due_at="2026-11-26T08:00:00+01:00")
        await owner.add("Book club", due_date="2026-12-10")
        return owner

    @pytest.mark.parametrize(
        ("sentence", "named", "unnamed"),
        [
            ("what is due tomorrow?", {"Dentist"}, {"Late report", "Team lunch", "Book club"}),
            ("What's due today", {"Team lunch"}, {"Dentist", "Book club"}),
            ("anything overdue?", {"Late report"}, {"Team lunch", "Dentist"}),
            ("show me what is overdue", {"Late report"}, {"Dentist"}),
            ("what do I have this week?", {"Team lunch", "Dentist"}, {"Book club"}),
        ],
    )
    async def test_the_answer_names_the_tasks_of_those_days(
        self, busy: Person, sentence: str, named: set[str], unnamed: set[str]
    ) -> None:
        words = await answer(busy, sentence)
        assert all(title in words for title in named), words
        assert not any(title in words for title in unnamed), words

    async def test_what_was_finished_today(self, busy: Person) -> None:
        await answer(busy, "complete dentist")
        words = await answer(busy, "what did I finish today?")
        assert "Dentist" in words
        assert "Team lunch" not in words


class TestCompleting:
    @pytest.mark.parametrize(
        "sentence",
        [
            "complete pay rent",
            "I paid the rent, mark pay rent as done",
            "mark pay rent as done",
            "check off pay rent",
            "done with pay rent",
            "Could you please tick off pay rent?",
        ],
    )
    async def test_words_of_the_title_complete_it_or_nothing_happens(self, owner: Person, sentence: str) -> None:
        await owner.add("Pay rent")
        await owner.add("Pay the electricity bill")
        words = await answer(owner, sentence)
        left = await owner.titles()
        if words.startswith("Completed:"):
            assert left == ["Pay the electricity bill"]
        else:
            assert "changed nothing" in words or "No open task" in words
            assert len(left) == 2

    @pytest.mark.parametrize(
        "sentence",
        [
            "don't complete pay rent",
            "should I complete pay rent?",
            "I was undone by this",
            "never undo that",
            "why is pay rent not done",
        ],
    )
    async def test_what_only_mentions_it_never_acts(self, owner: Person, sentence: str) -> None:
        await owner.add("Pay rent")
        before = (await owner.client.get("/api/changes")).json()["items"]
        await answer(owner, sentence)
        assert await owner.titles() == ["Pay rent"]
        assert (await owner.client.get("/api/changes")).json()["items"] == before


class TestUndoing:
    @pytest.mark.parametrize("sentence", ["undo", "undo that", "take that back", "please undo the last change"])
    async def test_the_last_change_is_taken_back(self, owner: Person, sentence: str) -> None:
        await answer(owner, "add buy milk")
        await answer(owner, "complete buy milk")
        words = await answer(owner, sentence)
        assert words.startswith("Undone"), words
        assert await owner.titles() == ["buy milk"]

    async def test_undo_reaches_what_was_done_in_the_browser_too(self, owner: Person) -> None:
        await owner.add("From the browser")
        assert "From the browser" in await answer(owner, "undo")
        assert await owner.titles() == []

    async def test_again_and_again_until_nothing_is_left(self, owner: Person) -> None:
        for title in ("one", "two"):
            await owner.add(title)
        assert [(await answer(owner, "undo")) for _ in range(3)] == [
            "Undone: two.",
            "Undone: one.",
            "There is nothing to undo.",
        ]
