"""What of a weak model's call is kept: only what the person said."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import project_named
from todo.actor import Actor
from todo.assistant.draft import Draft
from todo.assistant.grounding import Grounds, grounded
from todo.assistant.memory import Memory, Named
from todo.assistant.turns import Names
from todo.boundary import new_id
from todo.clock import clock_at

SHOWN, UNSEEN = str(UUID(int=1)), str(UUID(int=2))


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(datetime(2026, 11, 25, 9, 30, tzinfo=UTC)):
        yield


def kept(said: str, tool: str, **arguments: Any) -> dict[str, Any]:
    """The arguments that are left of a call after a conversation."""
    actor = Actor(new_id(), "assistant", "Europe/Berlin", new_id())
    memory = Memory(shown=[Named(id=UUID(SHOWN), title="Tea")])
    items = [{"role": "user", "content": said}, {"role": "assistant", "content": "next monday @work p1"}]
    projects = [project_named(name, UUID(int=9)) for name in ("Home", "Big plans")]
    return grounded(tool, arguments, Grounds.of(items, Names(projects, []), Draft(new_id(), actor, memory)))


@pytest.mark.parametrize(
    ("said", "words", "is_kept"),
    [
        ("I finished the speech", "speech", True),
        ("I finished the speech", "Write the speech", True),
        ("the calls are done", "call dad", True),
        ("what is overdue, then complete the first one", "Send invoice", False),
        ("complete it", "the one", False),
        ("complete it", "", False),
    ],
)
def test_a_task_must_have_been_named(said: str, words: str, is_kept: bool) -> None:
    assert kept(said, "complete_tasks", words=words) == ({"words": words} if is_kept else {})


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("complete the first one", 0),
        ("and the second one too", 1),
        ("delete the last task", 2),
        ("complete those", None),
    ],
)
def test_a_place_in_the_list_names_the_task_there(said: str, place: int | None) -> None:
    shown = [Named(id=UUID(int=n), title=f"Task {n}") for n in (5, 6, 7)]
    draft = Draft(new_id(), Actor(new_id(), "assistant", "UTC", new_id()), Memory(shown=shown))
    grounds = Grounds.of([{"role": "user", "content": said}], Names([], []), draft)
    for number, task in enumerate(shown):
        found = grounded("complete_tasks", {"ids": [str(task.id)]}, grounds)
        assert found == ({"ids": [str(task.id)]} if place in (None, number) else {})


def test_no_place_beyond_the_list() -> None:
    assert kept("complete the fourth one", "complete_tasks", ids=[SHOWN]) == {}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("add water ferns", "water ferns"),
        ("Please create tea", "tea"),
        ("remind me to call mum", "call mum"),
        ("address the letter", "address the letter"),
        ("add", "add"),
        ("water the add", "water the add"),
    ],
)
def test_the_order_is_no_part_of_a_title(text: str, left: str) -> None:
    assert kept(f"add {text}", "add_tasks", items=[{"text": text}]) == {"items": [{"text": left}]}


@pytest.mark.parametrize(
    ("said", "text", "left"),
    [
        ("add milk", "milk /Kitchen", "milk"),
        ("add milk tomorrow", "milk /Kitchen tomorrow", "milk tomorrow"),
        ("add milk tomorrow", "milk /Deep Work tomorrow", "milk tomorrow"),
        ("add milk", 'milk /"Deep Work"', "milk"),
        ("add milk to the kitchen section", "milk /Kitchen", "milk /Kitchen"),
        ("add milk /Deep Work p1", "milk /Deep Work p1", "milk /Deep Work p1"),
        ('add milk /"Deep Work"', 'milk /"Deep Work"', 'milk /"Deep Work"'),
        ("add tea and/or milk", "tea and/or milk", "tea and/or milk"),
        ("add tea / milk", "tea / milk", "tea / milk"),
        ("add call on 3/4", "call on 3/4", "call on 3/4"),
    ],
)
def test_a_section_is_one_that_the_person_named(said: str, text: str, left: str) -> None:
    assert kept(said, "add_tasks", items=[{"text": text}]) == {"items": [{"text": left}]}


@pytest.mark.parametrize(
    ("said", "when", "is_kept"),
    [
        ("move tea to friday", "friday", True),
        ("move tea to Friday at 5pm", "friday 5pm", True),
        ("move tea", "tomorrow", False),
        ("move tea", "next monday", False),
        ("tea every second tuesday please", "every second tuesday", True),
    ],
)
def test_dates_are_the_persons_own_words(said: str, when: str, is_kept: bool) -> None:
    found = kept(said, "reschedule_tasks", words="tea", when=when)
    assert found == {"words": "tea"} | ({"when": when} if is_kept else {})


@pytest.mark.parametrize(
    ("said", "when", "own"),
    [
        ("move tea to friday", "2026-11-27", "friday"),
        ("move tea to tomorrow at 6pm", "2026-11-26T18:00", "tomorrow at 6pm"),
        ("tea every second tuesday please", "FREQ=WEEKLY;INTERVAL=2", "every second tuesday"),
        ("move tea from monday to friday", "2026-11-27", "friday"),
        ("tea on friday, or tea on monday", "2026-11-27", None),
        ("move tea", "2026-11-27", None),
        ("move tea by two days", "2026-11-27", "+2 day"),
        ("move tea an hour earlier", "-1", "-60 min"),
        ("move tea to friday", 5, "friday"),
    ],
)
def test_a_date_that_was_worked_out_becomes_the_persons_own(said: str, when: Any, own: str | None) -> None:
    found = kept(said, "reschedule_tasks", words="tea", when=when)
    assert found == {"words": "tea"} | ({"when": own} if own else {})


@pytest.mark.parametrize(
    ("said", "texts", "left"),
    [
        ("add tea on friday", ["tea 2026-11-27"], ["tea on friday"]),
        ("add tea on friday at 9", ["tea 2026-11-27 09:00"], ["tea on friday at 9"]),
        ("add tea", ["tea 2026-11-27"], ["tea"]),
        ("add tea on friday", ["tea friday"], ["tea friday"]),
        ("add tea on friday and milk", ["tea 2026-11-27", "milk"], ["tea", "milk"]),
    ],
)
def test_so_does_the_date_of_a_new_task(said: str, texts: list[str], left: list[str]) -> None:
    found = kept(said, "add_tasks", items=[{"text": text} for text in texts])
    assert found == {"items": [{"text": text} for text in left]}


@pytest.mark.parametrize(
    ("said", "arguments", "left"),
    [
        ("tea is urgent", {"priority": 1}, {"priority": 1}),
        ("set tea to p2", {"priority": 2}, {"priority": 2}),
        ("change tea", {"priority": 1}, {}),
        ("put tea into work", {"project": "Work"}, {"project": "Work"}),
        ("change tea", {"project": "Work"}, {}),
        ("label tea errand", {"add_labels": ["errand", "shopping"]}, {"add_labels": ["errand"]}),
        ("change tea", {"add_labels": ["errand"]}, {}),
        ("note on tea: green", {"notes": "green"}, {"notes": "green"}),
        ("change tea", {"notes": "a nice cup"}, {}),
        ("change tea", {"deadline": "friday", "duration": "45 min"}, {}),
    ],
)
def test_changes(said: str, arguments: dict[str, Any], left: dict[str, Any]) -> None:
    assert kept(said, "update_tasks", words="tea", **arguments) == {"words": "tea"} | left


@pytest.mark.parametrize(
    ("said", "arguments", "left"),
    [
        ("what is due today?", {"due": "today"}, {"due": "today"}),
        ("was ist heute fällig?", {"due": "today"}, {"due": "today"}),
        ("qué tengo para hoy", {"due": "today"}, {"due": "today"}),
        ("what do I have?", {"due": "today", "view": "overdue"}, {}),
        ("what did I complete?", {"done": True}, {"done": True}),
        ("what do I have?", {"done": True}, {}),
        ("show the trash", {"view": "trash"}, {"view": "trash"}),
        ("what do I have?", {"filter": "overdue & @work"}, {}),
        ("overdue things at work", {"filter": "overdue & @work"}, {"filter": "overdue & @work"}),
        ("anything between monday and friday", {"due_from": "monday", "due_until": "sunday"}, {"due_from": "monday"}),
        ("x", {"due": "never", "limit": 5}, {"limit": 5}),
    ],
)
def test_searches(said: str, arguments: dict[str, Any], left: dict[str, Any]) -> None:
    assert kept(said, "find_tasks", **arguments) == left


@pytest.mark.parametrize(
    ("said", "text", "left"),
    [
        ("add tea", "tea", "tea"),
        ("add tea", "Buy green tea", "Buy green tea"),
        ("add tea", "tea tomorrow at 5pm", "tea"),
        ("add tea", "tea @errand", "tea"),
        ("add tea", "tea every day p1", "tea"),
        ("add tea tomorrow", "tea tomorrow at 5pm", "tea tomorrow"),
        ("important: tea", "tea p1", "tea p1"),
    ],
)
def test_lines_of_new_tasks(said: str, text: str, left: str) -> None:
    assert kept(said, "add_tasks", items=[{"text": text}]) == {"items": [{"text": left}]}


def test_items_that_are_none_are_left_out() -> None:
    assert kept("add tea", "add_tasks", items=["tea", 7, {"text": "tea", "colour": "red"}]) == {
        "items": [{"text": "tea"}]
    }


def test_ids_count_only_if_they_were_shown() -> None:
    assert kept("finish them", "complete_tasks", ids=[SHOWN, UNSEEN]) == {"ids": [SHOWN]}
    assert kept("finish them", "complete_tasks", ids=[UNSEEN]) == {}
    assert kept("finish them", "complete_tasks", ids="all") == {}
    assert kept("show it", "get_task", id=SHOWN) == {"id": SHOWN}
    assert kept("show it", "get_task", id=UNSEEN) == {}
    assert kept("undo", "undo", change_group=UNSEEN) == {}


@pytest.mark.parametrize(
    ("said", "name", "is_kept"),
    [
        ("restore tea", "restore", True),
        ("delete tea", "restore", False),
        ("reopen tea", "reopen", True),
        ("complete tea", "reopen", False),
        ("complete tea for good", "forever", True),
        ("complete tea", "forever", False),
        ("redo", "redo", True),
        ("undo", "redo", False),
    ],
)
def test_switches_need_words_that_speak_for_them(said: str, name: str, is_kept: bool) -> None:
    said = f"tea: {said}"
    assert kept(said, "x", words="tea", **{name: True}) == {"words": "tea"} | ({name: True} if is_kept else {})


def test_only_what_the_person_said_counts() -> None:
    """The assistant's own words of the conversation speak for nothing."""
    assert kept("hello tea", "reschedule_tasks", words="tea", when="next monday") == {"words": "tea"}
    assert kept("hello", "reschedule_tasks", words="tea") == {}


@pytest.mark.parametrize(
    ("said", "scope", "is_kept"),
    [
        ("what about tonight?", "today", True),
        ("what is todays plan", "today", False),
        ("was steht morgen an?", "tomorrow", True),
        ("¿qué hay mañana?", "tomorrow", True),
        ("am I behind?", "overdue", True),
        ("überfällige Aufgaben", "overdue", True),
        ("tareas vencidas", "overdue", True),
        ("I overdid it", "overdue", False),
        ("what comes next?", "upcoming", True),
        ("tasks without a date", "none", False),
        ("tasks without date", "none", True),
        ("undated tasks", "none", True),
        ("show my inbox", "inbox", True),
        ("what did I finish?", "completed", True),
        ("what is in the bin?", "trash", True),
        ("combine them", "trash", False),
    ],
)
def test_a_named_span_needs_a_word_for_it(said: str, scope: str, is_kept: bool) -> None:
    for key in ("due", "view"):
        assert kept(said, "find_tasks", **{key: scope}) == ({key: scope} if is_kept else {})


@pytest.mark.parametrize(
    ("said", "arguments", "left"),
    [
        ("tea", {"project": 7, "when": ["friday"], "label": {"x": 1}}, {}),
        ("tea", {"add_labels": ["tea", 7, None, {"tea": 1}]}, {"add_labels": ["tea"]}),
        ("tea", {"add_labels": "tea"}, {"add_labels": "tea"}),
        ("tea", {"words": "", "ids": [], "text": None}, {}),
        ("tea", {"ids": [7, None, SHOWN]}, {"ids": [SHOWN]}),
        ("tea", {"limit": 0, "flag": False}, {"limit": 0, "flag": False}),
        ("tea", {"items": []}, {}),
    ],
)
def test_values_of_the_wrong_kind_do_no_harm(said: str, arguments: dict[str, Any], left: dict[str, Any]) -> None:
    assert kept(said, "x", **arguments) == left


@pytest.mark.parametrize(
    ("said", "item", "left"),
    [
        ("add tea, green", {"text": "tea", "notes": "green"}, {"text": "tea", "notes": "green"}),
        ("add tea", {"text": "tea", "notes": "buy two packs"}, {"text": "tea"}),
        ("add tea", {"text": "tea", "parent_id": UNSEEN, "priority": 1}, {"text": "tea"}),
        ("add tea", {"notes": "tea"}, {"text": "", "notes": "tea"}),
        ("add tea", {"text": None}, {"text": ""}),
        ("add tea for 20 min", {"text": "tea for 20 min {friday}"}, {"text": "tea for 20 min"}),
        ("add tea to home", {"text": "tea #Home"}, {"text": "tea #Home"}),
        ("add tea", {"text": "tea #Home"}, {"text": "tea"}),
        ("add tea to my big plans", {"text": "tea #Big plans"}, {"text": "tea #Big plans"}),
        ("add a big tea", {"text": "big tea #Big plans"}, {"text": "big tea"}),
        ("add tea", {"text": "tea #nosuch"}, {"text": "tea #nosuch"}),
    ],
)
def test_parts_of_a_new_task(said: str, item: dict[str, Any], left: dict[str, Any]) -> None:
    assert kept(said, "add_tasks", items=[item]) == {"items": [left]}


def test_all_that_was_said_in_the_conversation_counts() -> None:
    """An answer to a question says little by itself: "the green one"."""
    actor = Actor(new_id(), "assistant", "Europe/Berlin", new_id())
    items = [{"role": "user", "content": "move tea to friday"}, {"role": "user", "content": "the green one"}]
    grounds = Grounds.of(items, Names([], []), Draft(new_id(), actor, Memory()))
    assert grounded("reschedule_tasks", {"words": "green tea", "when": "friday"}, grounds) == {
        "words": "green tea",
        "when": "friday",
    }


WORDS = st.lists(
    st.sampled_from(["tea", "Friday", "morgen", "p1", "@work", "#Home", "Café", "5pm", "every"]), max_size=6
)


@given(WORDS, WORDS)
def test_dropping_twice_is_dropping_once_and_adds_nothing(said: list[str], value: list[str]) -> None:
    arguments = {"when": " ".join(value), "add_labels": value, "words": "tea"}
    once = kept(" ".join(said), "x", **arguments)
    assert kept(" ".join(said), "x", **once) == once
    assert once.keys() <= arguments.keys()
    assert set(once.get("add_labels", [])) <= set(value)


@given(WORDS)
def test_what_was_said_word_for_word_is_kept_whole(said: list[str]) -> None:
    when = " ".join(said)
    assert kept(f"please move tea {when.upper()}!", "reschedule_tasks", when=when) == ({"when": when} if when else {})
