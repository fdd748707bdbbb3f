"""What a later turn may refer to, and the answer while it is made."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support import project_named
from todo.actor import Actor
from todo.assistant import briefing, history
from todo.assistant.draft import Asked, Draft, compact
from todo.assistant.memory import MOST_NAMED, Memory, Named
from todo.assistant.schemas import ApprovalView, ChatEvent, ChatRequest
from todo.assistant.turns import Names
from todo.boundary import new_id
from todo.clock import clock_at
from todo.mcp.schemas import ToolOutput, ToolTask

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
GROUP = UUID(int=77)


def task(number: int = 1, title: str | None = None) -> ToolTask:
    return ToolTask(
        id=UUID(int=number),
        project_id=UUID(int=100),
        title=title or f"Task {number}",
        notes="",
        priority=4,
        due_date=None,
        due_at=None,
        time_zone=None,
        completed_at=None,
        deleted_at=None,
        version=1,
        created_at=NOW,
        updated_at=NOW,
    )


def output(*numbers: int, **fields: Any) -> ToolOutput:
    return ToolOutput(title="x", tasks=[task(number) for number in numbers], **fields)


@pytest.fixture
def draft() -> Draft:
    actor = Actor(new_id(), "assistant", "Europe/Berlin", new_id()).within(GROUP)
    return Draft(new_id(), actor, Memory())


def titles(named: list[Named]) -> list[str]:
    return [one.title for one in named]


class TestMemory:
    def test_a_list_is_shown_and_spoken_of(self) -> None:
        memory = Memory().noting("find_tasks", output(1, 2, 3))
        assert titles(memory.shown) == titles(memory.spoken_of) == ["Task 1", "Task 2", "Task 3"]

    def test_what_is_done_to_one_task_leaves_the_list(self) -> None:
        memory = Memory().noting("find_tasks", output(1, 2, 3)).noting("complete_tasks", output(2))
        assert titles(memory.shown) == ["Task 1", "Task 2", "Task 3"]
        assert titles(memory.spoken_of) == ["Task 2"]

    def test_candidates_of_a_question_are_a_list(self) -> None:
        memory = Memory().noting("find_tasks", output(1)).noting("complete_tasks", output(4, ok=False))
        assert titles(memory.shown) == ["Task 4"]

    def test_several_that_were_added_can_be_named_by_number(self) -> None:
        assert titles(Memory().noting("add_tasks", output(1, 2)).shown) == ["Task 1", "Task 2"]

    def test_a_tool_that_names_no_task_changes_nothing(self) -> None:
        memory = Memory().noting("find_tasks", output(1))
        assert memory.noting("undo", output()) == memory

    def test_no_more_is_kept_than_can_be_chosen(self) -> None:
        assert len(Memory().noting("find_tasks", output(*range(1, 300))).shown) == MOST_NAMED

    def test_survives_the_database(self) -> None:
        memory = Memory().noting("find_tasks", output(1, 2))
        assert Memory.model_validate(json.loads(memory.model_dump_json())) == memory


class TestDraft:
    def test_its_group_undoes_all_that_it_wrote(self, draft: Draft) -> None:
        draft.record("1", "add_tasks", {}, output(1, change_group=GROUP))
        draft.record("2", "complete_tasks", {}, output(1, change_group=GROUP))
        assert (draft.change_group, draft.changed) == (GROUP, True)

    def test_without_a_change_there_is_nothing_to_undo(self, draft: Draft) -> None:
        draft.record("1", "find_tasks", {}, output(1))
        assert (draft.change_group, draft.changed) == (None, False)

    def test_an_undo_has_a_group_of_its_own(self, draft: Draft) -> None:
        other = UUID(int=88)
        draft.record("1", "undo", {}, ToolOutput(title="Undone", change_group=other))
        assert draft.change_group == other
        assert draft.actor.group_id not in (GROUP, other, None)

    def test_while_it_is_made_its_group_is_kept_and_its_text_is_open(self, draft: Draft) -> None:
        draft.record("1", "add_tasks", {"items": []}, output(1, change_group=GROUP))
        draft.text.append("Half")
        values = draft.values("running")
        assert (values["state"], values["change_group"], values["text"]) == ("running", GROUP, "Half")
        assert [item["type"] for item in values["items"]] == ["function_call", "function_call_output"]

    @pytest.mark.parametrize(("text", "closing"), [(["All", " done."], "All done."), ([], history.BROKEN_OFF)])
    def test_when_it_ends_it_is_closed(self, draft: Draft, text: list[str], closing: str) -> None:
        draft.text += text
        assert draft.values("done")["items"] == [history.answered(closing)]

    def test_what_is_asked_is_no_card(self, draft: Draft) -> None:
        view = ApprovalView(id=new_id(), tool="delete_tasks", title="Delete 1 task?", tasks=[], status="pending")
        draft.ask("1", "delete_tasks", {"words": "tea"}, Asked(view, {}, {}))
        assert draft.cards == []
        assert "asked first" in draft.values("done")["items"][1]["output"]

    def test_all_of_it_is_json(self, draft: Draft) -> None:
        draft.record("1", "find_tasks", {}, output(1, change_group=GROUP))
        kept = {key: value for key, value in draft.values("done").items() if key != "change_group"}
        assert json.loads(json.dumps(kept)) == kept

    def test_a_model_reads_little(self) -> None:
        told = json.loads(compact(output(1)))
        assert told["tasks"][0]["title"] == "Task 1"
        assert "completed_at" not in told["tasks"][0]
        assert "change_group" not in told


class TestBrief:
    def test_holds_day_zone_names_and_what_was_shown(self, draft: Draft) -> None:
        draft.memory = Memory().noting("find_tasks", output(1, 2))
        project = project_named("Garden")
        with clock_at(NOW):
            told = briefing.brief(Names([project], ["deep"]), draft)
        assert "It is Wednesday 2026-11-25 10:30 in Europe/Berlin." in told
        assert "Projects: Garden." in told
        assert "Labels: deep." in told
        assert f"2. Task 2 (id {UUID(int=2)})" in told

    @pytest.mark.parametrize(
        ("code", "language"), [("en", "English"), ("de", "German"), ("es", "Spanish"), ("", "English")]
    )
    def test_says_in_which_language_to_answer(self, draft: Draft, code: str, language: str) -> None:
        draft.language = code
        assert f"Answer in {language}" in briefing.brief(Names([], []), draft)

    def test_is_short_however_much_there_is(self, draft: Draft) -> None:
        draft.memory = Memory().noting("find_tasks", output(*range(1, 200)))
        names = Names([project_named(f"P{n}") for n in range(500)], ["x"] * 500)
        assert len(briefing.brief(names, draft)) < 6000


class TestHistory:
    def test_nothing_said_yet(self) -> None:
        assert history.replayable([]) == []

    def test_an_output_without_its_call_is_left_out(self) -> None:
        [_, lone] = history.tool_exchange("1", "undo", "{}", "done")
        said = {"role": "user", "items": [history.said("go")], "text": "go"}
        answer = {"role": "assistant", "items": [lone, history.answered("Done.")], "text": "Done."}
        assert history.replayable([said, answer]) == [history.said("go"), history.answered("Done.")]

    @pytest.mark.parametrize("text", ["", "Half an ans"])
    def test_an_answer_without_an_end_gets_one(self, text: str) -> None:
        said = {"role": "user", "items": [history.said("go")], "text": "go"}
        [_, closing] = history.replayable([said, {"role": "assistant", "items": [], "text": text}])
        assert closing == history.answered(text or history.BROKEN_OFF)

    def test_two_things_said_in_a_row_stay_two(self) -> None:
        said = {"role": "user", "items": [history.said("go")], "text": "go"}
        assert history.replayable([said, said]) == [history.said("go")] * 2


class TestRequest:
    @pytest.mark.parametrize(
        "body",
        [
            {"message": "hi"},
            {"message": "hi", "conversation_id": str(new_id())},
            {"conversation_id": str(new_id()), "retry": True},
            {"conversation_id": str(new_id()), "approval": {"id": str(new_id()), "approve": False}},
        ],
    )
    def test_the_three_kinds(self, body: dict[str, Any]) -> None:
        assert ChatRequest.model_validate(body)

    def test_an_event_on_the_wire(self) -> None:
        event = ChatEvent(event="notice", data={"kind": "budget", "detail": "line\nbreak"})
        assert event.encode() == b'event: notice\ndata: {"kind":"budget","detail":"line\\nbreak"}\n\n'


CALLS = st.tuples(st.sampled_from(["1", "2", "3"]), st.booleans(), st.booleans())
MESSAGES = st.lists(st.tuples(st.sampled_from(["user", "assistant"]), st.lists(CALLS, max_size=4), st.booleans()))


def _message(role: str, calls: list[tuple[str, bool, bool]], *, is_closed: bool) -> dict[str, Any]:
    """A message in which calls, outputs or the end may be missing, as after a break."""
    if role == "user":
        return {"role": role, "items": [history.said("go")], "text": "go"}
    items: list[history.Item] = []
    for call_id, has_call, has_output in calls:
        call, given = history.tool_exchange(call_id, "undo", "{}", "done")
        items += [call] * has_call + [given] * has_output
    return {"role": role, "items": items + [history.answered("Done.")] * is_closed, "text": ""}


@given(MESSAGES)
def test_whatever_broke_off_can_be_replayed(drawn: list[tuple[str, list[tuple[str, bool, bool]], bool]]) -> None:
    """Every endpoint takes it: the person begins, each answer ends, and no call is without an output or the reverse."""
    messages = [_message(role, calls, is_closed=is_closed) for role, calls, is_closed in drawn]
    before = json.dumps(messages)
    items = history.replayable(messages)
    assert json.dumps(messages) == before
    assert not items or items[0] == history.said("go")
    roles = [item["role"] for item in items if "role" in item]
    started = [role for role, _, _ in drawn][[role for role, _, _ in drawn].index("user") :] if roles else []
    assert roles == started
    for number, item in enumerate(items):
        assert "call_id" not in item or items[number + 1 :], "a call or output ends it"
    calls = {item["call_id"] for item in items if item.get("type") == "function_call"}
    assert calls == {item["call_id"] for item in items if item.get("type") == "function_call_output"}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"message": None},
        {"message": ""},
        {"message": "hi", "retry": True, "conversation_id": str(new_id())},
        {"retry": "true", "conversation_id": str(new_id())},
        {"retry": True},
        {"approval": {"id": str(new_id()), "approve": 1}, "conversation_id": str(new_id())},
        {"message": "hi", "conversation_id": "x"},
        {"message": "hi", "model": "gpt"},
    ],
)
def test_a_request_is_one_of_the_three_kinds(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ChatRequest.model_validate(body)


@pytest.mark.parametrize(
    ("before", "tool", "given_", "shown", "spoken_of"),
    [
        ((1, 2), "overview", output(3), ["Task 3"], ["Task 3"]),
        ((1, 2), "get_task", output(2), ["Task 1", "Task 2"], ["Task 2"]),
        ((1, 2), "complete_tasks", output(3, 4), ["Task 3", "Task 4"], ["Task 3", "Task 4"]),
        ((), "add_tasks", output(5), [], ["Task 5"]),
        ((1, 2), "find_tasks", output(), ["Task 1", "Task 2"], ["Task 1", "Task 2"]),
        ((1, 2), "delete_tasks", output(3, ok=False), ["Task 3"], ["Task 3"]),
    ],
)
def test_what_the_next_turn_may_mean(
    before: tuple[int, ...], tool: str, given_: ToolOutput, shown: list[str], spoken_of: list[str]
) -> None:
    memory = Memory().noting("find_tasks", output(*before)).noting(tool, given_)
    assert (titles(memory.shown), titles(memory.spoken_of)) == (shown, spoken_of)
