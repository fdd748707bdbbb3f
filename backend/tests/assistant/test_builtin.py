"""The built-in assistant's scripts: which tools a sentence comes to, with what, and the words for what they gave."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from support import project_named
from todo.actor import Actor
from todo.assistant.builtin.calls import Call
from todo.assistant.builtin.steps import answer, go_on
from todo.assistant.draft import Draft
from todo.assistant.memory import MOST_NAMED, Memory, Named, Unfinished
from todo.assistant.talk import Talk
from todo.assistant.wording import english
from todo.boundary import new_id
from todo.clock import clock_at
from todo.mcp.schemas import More, Reading, ToolOutput, ToolTask

# A Wednesday, 10:30 in Berlin.
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
GARDEN = UUID(int=500)
NAMES = {1: "Tea", 2: "Coffee", 3: "Green tea", 4: "Report", 5: "Salt and pepper"}
REFUSED = ToolOutput(ok=False, title="No such task", detail="No open task has the words.")


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(NOW):
        yield


def task_id(number: int) -> str:
    return str(UUID(int=number))


def task(number: int, **fields: Any) -> ToolTask:
    values: dict[str, Any] = {
        "id": UUID(int=number),
        "project_id": GARDEN,
        "title": NAMES.get(number, f"Task {number}"),
        "notes": "",
        "priority": 4,
        **dict.fromkeys(("due_date", "due_at", "time_zone", "completed_at", "deleted_at")),
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return ToolTask(**{**values, **fields})


def gave(*numbers: int, **fields: Any) -> ToolOutput:
    return ToolOutput(**{"title": "Done", "tasks": [task(number) for number in numbers], **fields})


def named(*numbers: int) -> list[Named]:
    return [Named(id=UUID(int=number), title=NAMES[number]) for number in numbers]


class Turn:
    """One answer, with the tools' outputs given in their order; what was called, said and is remembered."""

    def __init__(self, said: str, *outputs: ToolOutput, memory: Memory | None = None, step: int | None = None) -> None:
        actor = Actor(new_id(), "assistant", "Europe/Berlin", new_id())
        self.draft = Draft(new_id(), actor, memory or Memory())
        project = project_named("Garden", GARDEN)
        self.talk = Talk([project], ["errand"], self.draft)
        self.calls: list[Call] = []
        self.text = self._run(answer(self.talk, said) if step is None else go_on(self.talk, said, step), list(outputs))

    def _run(self, script: Any, outputs: list[ToolOutput]) -> str:
        try:
            call = next(script)
            while True:
                self.calls.append(call)
                output = outputs.pop(0) if outputs else gave()
                self.draft.record(str(len(self.calls)), call.tool, call.arguments, output)
                call = script.send(output)
        except StopIteration as end:
            assert outputs == [], "it asked for fewer tools"
            return str(end.value)

    @property
    def memory(self) -> Memory:
        return self.draft.memory

    @property
    def called(self) -> list[tuple[str, dict[str, Any]]]:
        return [(call.tool, call.arguments) for call in self.calls]


TALKED = Memory(shown=named(1, 2, 3), spoken_of=named(1), said="complete tea")


class TestOneCall:
    @pytest.mark.parametrize(
        ("said", "tool", "arguments"),
        [
            ("complete tea", "complete_tasks", {"words": "tea"}),
            ("reopen tea", "complete_tasks", {"words": "tea", "reopen": True}),
            ("delete tea", "delete_tasks", {"words": "tea"}),
            ("restore tea", "delete_tasks", {"words": "tea", "restore": True}),
            ("move tea to friday", "reschedule_tasks", {"words": "tea", "when": "friday"}),
            ("remove the due date of tea", "reschedule_tasks", {"words": "tea", "when": "none"}),
            ("postpone tea by 2 days", "reschedule_tasks", {"words": "tea", "when": "+2 day"}),
            ("move tea 1 day earlier", "reschedule_tasks", {"words": "tea", "when": "-1 day"}),
            ("postpone tea by 1 hour", "reschedule_tasks", {"words": "tea", "when": "+60 min"}),
            ("make tea p1", "update_tasks", {"words": "tea", "priority": 1}),
            ("rename tea to Mint", "update_tasks", {"words": "tea", "title": "Mint"}),
            ("add @errand to tea", "update_tasks", {"words": "tea", "add_labels": ["errand"]}),
            ("remove @errand from tea", "update_tasks", {"words": "tea", "remove_labels": ["errand"]}),
            ("move tea to #Garden", "update_tasks", {"words": "tea", "project": "Garden"}),
            ("undo", "undo", {}),
            ("redo", "undo", {"redo": True}),
            ("what is due today?", "find_tasks", {"due": "today"}),
            ("what is due this week?", "find_tasks", {"due_from": "2026-11-23", "due_until": "2026-11-29"}),
            ("show @errand", "find_tasks", {"label": "errand"}),
            ("show p1 tasks", "find_tasks", {"priority": 1}),
            ("show garden", "find_tasks", {"project": str(GARDEN)}),
            ("what did I finish today?", "find_tasks", {"due": "today", "done": True}),
            ("show the trash", "find_tasks", {"view": "trash"}),
            ("what changed?", "activity", {"limit": 10}),
            ("what should I do today?", "overview", {"days": 7}),
            ("show my projects", "organize", {"action": "list", "kind": "project"}),
            ("show my labels", "organize", {"action": "list", "kind": "label"}),
            ("create a project called Yard", "organize", {"action": "create", "kind": "project", "name": "Yard"}),
            ("delete the project Garden", "organize", {"action": "delete", "kind": "project", "name": "Garden"}),
            (
                "rename the label errand to shop",
                "organize",
                {"action": "rename", "kind": "label", "name": "errand", "new_name": "shop"},
            ),
        ],
    )
    def test_with_just_what_was_said(self, said: str, tool: str, arguments: dict[str, Any]) -> None:
        assert Turn(said, gave()).called == [(tool, arguments)]

    @pytest.mark.parametrize(
        ("said", "numbers"),
        [
            ("complete it", [1]),
            ("complete the second one", [2]),
            ("complete the last one", [3]),
            ("complete 1 and 3", [1, 3]),
            ("complete the first two", [1, 2]),
            ("now the third one", [3]),
        ],
    )
    def test_on_what_was_shown_or_spoken_of(self, said: str, numbers: list[int]) -> None:
        turn = Turn(said, gave(*numbers), memory=TALKED)
        assert turn.called == [("complete_tasks", {"ids": [task_id(number) for number in numbers]})]

    @pytest.mark.parametrize(
        ("said", "memory", "words"),
        [
            ("complete the 9th one", TALKED, "The last list has 3 tasks. Say a number up to 3."),
            ("complete the second one", Memory(), "I have shown no list yet."),
            ("complete it", Memory(), english.NOTHING_SPOKEN_OF),
            ("show @nothing", TALKED, "You have no label called “nothing”, so I changed nothing."),
            ("create a project called garden", TALKED, "You have a project called “garden” already"),
            ("create a label called errand", TALKED, "You have a label called “errand” already"),
            ("no, the second one", Memory(), english.NOTHING_SPOKEN_OF),
            ("never mind", TALKED, english.DISMISSED),
            ("thanks", TALKED, "You are welcome."),
            ("add", TALKED, "What should I add?"),
        ],
    )
    def test_nothing_is_called_where_it_is_clear_before(self, said: str, memory: Memory, words: str) -> None:
        turn = Turn(said, memory=memory)
        assert turn.called == []
        assert turn.text.startswith(words)


class TestSeveralCalls:
    def test_a_date_and_another_field_are_two_calls_on_one_task(self) -> None:
        turn = Turn("move tea to friday and make it p1", gave(1), gave(1))
        assert turn.called == [
            ("reschedule_tasks", {"words": "tea", "when": "friday"}),
            ("update_tasks", {"ids": [task_id(1)], "priority": 1}),
        ]

    def test_the_steps_after_one_that_failed_are_left_out_and_said_so(self) -> None:
        turn = Turn("complete tea then add milk then undo", REFUSED)
        assert [call.tool for call in turn.calls] == ["complete_tasks"]
        assert turn.text == f"{REFUSED.detail}\n\n{english.LEFT_OUT}"

    def test_nothing_is_left_out_after_the_last(self) -> None:
        assert Turn("add milk then complete tea", gave(1), REFUSED).text == f"Added:\n- Tea\n\n{REFUSED.detail}"

    def test_goes_on_with_the_step_that_was_next(self) -> None:
        turn = Turn("delete tea then add milk then undo", gave(1), gave(), step=1)
        assert [call.tool for call in turn.calls] == ["add_tasks", "undo"]

    def test_a_step_past_the_end_does_nothing(self) -> None:
        turn = Turn("delete tea then add milk", step=2)
        assert (turn.called, turn.text) == ([], "")

    def test_a_project_that_is_none_may_be_words_of_a_task(self) -> None:
        assert Turn("delete the project report", gave(4)).called == [("delete_tasks", {"words": "project report"})]
        turn = Turn("rename the project moon to sun", REFUSED)
        assert turn.called == [("update_tasks", {"words": "project moon", "title": "sun"})]
        assert turn.text == "You have no project called “moon”, so I changed nothing."


class TestAllThatMatch:
    @pytest.mark.parametrize(
        ("said", "search", "then"),
        [
            ("complete everything due today", {"due": "today"}, ("complete_tasks", {})),
            ("delete everything overdue", {"due": "overdue"}, ("delete_tasks", {})),
            ("reopen everything done today", {"due": "today", "done": True}, ("complete_tasks", {"reopen": True})),
            ("restore everything", {"view": "trash"}, ("delete_tasks", {"restore": True})),
            ("move everything due today to friday", {"due": "today"}, ("reschedule_tasks", {"when": "friday"})),
        ],
    )
    def test_are_searched_first_and_then_named_by_id(
        self, said: str, search: dict[str, Any], then: tuple[str, dict[str, Any]]
    ) -> None:
        turn = Turn(said, gave(1, 2), gave(1, 2))
        tool, arguments = then
        assert turn.called == [
            ("find_tasks", {**search, "limit": 101}),
            (tool, {"ids": [task_id(1), task_id(2)], **arguments}),
        ]

    @pytest.mark.parametrize(
        ("found", "words"),
        [
            (gave(), english.NOTHING_FITS),
            (gave(*range(1, 102)), english.TOO_MANY),
            (gave(ok=False, detail="The search failed."), "The search failed."),
            (gave(ok=False, title="Refused"), "Refused"),
        ],
    )
    def test_none_or_too_many_change_nothing(self, found: ToolOutput, words: str) -> None:
        turn = Turn("delete everything overdue", found)
        assert (len(turn.calls), turn.text) == (1, words)

    def test_a_hundred_are_not_too_many(self) -> None:
        turn = Turn("complete everything overdue", gave(*range(1, 101)), gave(1))
        assert len(turn.calls[1].arguments["ids"]) == 100


class TestAllBut:
    @pytest.mark.parametrize(
        ("without", "kept"),
        [
            ("coffee", (1, 3, 4)),
            ("tea", (2, 4)),  # all that have the word are left out
            ("coffee and the report", (1, 3)),
            ("green tea", (1, 2, 4)),
        ],
    )
    def test_of_a_search_what_has_the_words_is_left_out(self, without: str, kept: Sequence[int]) -> None:
        turn = Turn(f"move everything due today to friday except {without}", gave(1, 2, 3, 4), gave(1))
        ids = [task_id(number) for number in kept]
        assert turn.called == [
            ("find_tasks", {"due": "today", "limit": 101}),
            ("reschedule_tasks", {"ids": ids, "when": "friday"}),
        ]

    @pytest.mark.parametrize(
        ("said", "kept"),
        [
            ("complete all of those but the last", (1, 2)),
            ("complete all but the first", (2, 4)),
            ("complete all of them except coffee", (1, 4)),
            ("complete the first two except the second", (1,)),
        ],
    )
    def test_of_what_was_shown(self, said: str, kept: Sequence[int]) -> None:
        turn = Turn(said, gave(1), memory=Memory(shown=named(1, 2, 4), spoken_of=named(1, 2, 4)))
        assert turn.called == [("complete_tasks", {"ids": [task_id(number) for number in kept]})]

    @pytest.mark.parametrize("said", ["complete all but the ninth", "complete all of them except the moon and coffee"])
    def test_what_is_not_there_cannot_be_left_out(self, said: str) -> None:
        turn = Turn(said, memory=Memory(shown=named(1, 2), spoken_of=named(1, 2)))
        assert (turn.called, turn.text) == ([], english.NOTHING_TO_LEAVE_OUT)

    def test_where_all_are_left_out_nothing_is_done(self) -> None:
        turn = Turn("complete all of them except the first and the second", memory=Memory(spoken_of=named(1, 2)))
        assert (turn.called, turn.text) == ([], english.NOTHING_FITS)

    def test_where_nothing_was_shown_nothing_is_done(self) -> None:
        turn = Turn("complete all of those but the last")
        assert (turn.called, turn.text) == ([], english.NOTHING_SPOKEN_OF)


class TestDeletingWithASlip:
    NEAR = gave(4, ok=False, detail="No open task has the words “reprot”. If you mean this one, say so:")

    def test_the_one_that_is_near_is_asked_about(self) -> None:
        turn = Turn("delete reprot", self.NEAR, gave(4))
        assert turn.called == [("delete_tasks", {"words": "reprot"}), ("delete_tasks", {"ids": [task_id(4)]})]

    def test_of_several_the_person_chooses(self) -> None:
        several = gave(1, 3, ok=False, detail="Several tasks match.")
        turn = Turn("delete tea", several)
        assert turn.called == [("delete_tasks", {"words": "tea"})]
        assert turn.draft.memory.unfinished is not None
        assert [one.title for one in turn.draft.memory.unfinished.candidates] == ["Tea", "Green tea"]


class TestTitlesJoinedByAnd:
    @pytest.mark.parametrize(
        ("said", "known", "chosen"),
        [
            ("complete coffee and report", (1, 2, 4), {"ids": [task_id(2), task_id(4)]}),
            ("complete coffee, report", (1, 2, 4), {"ids": [task_id(2), task_id(4)]}),
            ("complete coffee, report and tea", (1, 2, 4), {"ids": [task_id(2), task_id(4), task_id(1)]}),
            ("complete salt and pepper", (2, 5), {"words": "salt and pepper"}),
            ("complete coffee and moon", (1, 2, 4), {"words": "coffee and moon"}),
            ("complete coffee and report", (), {"words": "coffee and report"}),
        ],
    )
    def test_are_several_tasks_only_if_each_is_one(
        self, said: str, known: Sequence[int], chosen: dict[str, Any]
    ) -> None:
        turn = Turn(said, gave(*known), gave(1))
        assert turn.called == [("find_tasks", {"limit": 200}), ("complete_tasks", chosen)]


class TestTheTaskOfADay:
    SEARCH = ("find_tasks", {"text": "tea", "due_from": "2026-11-26", "due_until": "2026-11-26"})

    @pytest.mark.parametrize(
        ("found", "chosen"),
        [
            (gave(3), {"ids": [task_id(3)]}),
            (gave(), {"words": "tea"}),
            (REFUSED, {"words": "tea"}),
        ],
    )
    def test_is_looked_for_on_that_day_first(self, found: ToolOutput, chosen: dict[str, Any]) -> None:
        turn = Turn("complete tea due tomorrow", found, gave(3))
        assert turn.called == [self.SEARCH, ("complete_tasks", chosen)]

    def test_of_several_the_person_chooses(self) -> None:
        turn = Turn("complete tea due tomorrow", gave(1, 3))
        assert turn.called == [self.SEARCH]
        assert turn.text == "Which one do you mean?\n1. Tea\n2. Green tea"


class TestChoosing:
    """Several tasks fit: the person is asked, and the request goes on with what they choose."""

    ASKED = Memory(unfinished=Unfinished(said="complete tea then add milk", candidates=named(1, 3)))

    def test_candidates_of_a_tool_are_asked_about_and_remembered(self) -> None:
        turn = Turn("complete tea then add milk", gave(1, 3, ok=False))
        assert turn.text == "Several tasks match. Which one do you mean?\n1. Tea\n2. Green tea"
        assert turn.memory.unfinished == self.ASKED.unfinished

    def test_it_after_several_is_asked_about(self) -> None:
        turn = Turn("delete it", memory=Memory(spoken_of=named(1, 2)))
        assert (turn.called, turn.text) == ([], "Which one do you mean?\n1. Tea\n2. Coffee")
        assert turn.memory.unfinished is not None
        assert turn.memory.unfinished.candidates == named(1, 2)

    @pytest.mark.parametrize(
        ("reply", "numbers"),
        [
            ("2", [3]),
            ("the first one", [1]),
            ("the last one", [3]),
            ("green tea", [3]),
            ("the green one please", [3]),
            ("both", [1, 3]),
            ("all of them", [1, 3]),
        ],
    )
    def test_a_reply_goes_on_with_all_the_steps(self, reply: str, numbers: list[int]) -> None:
        turn = Turn(reply, gave(*numbers), gave(2), memory=self.ASKED)
        assert turn.called == [
            ("complete_tasks", {"ids": [task_id(number) for number in numbers]}),
            ("add_tasks", {"items": [{"text": "milk"}]}),
        ]
        assert turn.memory.unfinished is None

    @pytest.mark.parametrize("reply", ["never mind", "none of them", "cancel"])
    def test_no_reply_is_needed(self, reply: str) -> None:
        turn = Turn(reply, memory=self.ASKED)
        assert (turn.called, turn.text, turn.memory.unfinished) == ([], english.DISMISSED, None)

    def test_something_else_is_a_request_of_its_own(self) -> None:
        turn = Turn("what is due today?", gave(), memory=self.ASKED)
        assert [call.tool for call in turn.calls] == ["find_tasks"]
        assert turn.memory.unfinished is None

    def test_the_choice_is_for_the_step_that_asked_only(self) -> None:
        waiting = Memory(unfinished=Unfinished(said="complete tea then delete tea", candidates=named(1, 3)))
        turn = Turn("1", gave(1), gave(3), memory=waiting)
        assert turn.called[1] == ("delete_tasks", {"words": "tea"})


class TestInstead:
    def test_a_wrong_task_is_taken_back_before_the_right_one_is_done(self) -> None:
        group = UUID(int=77)
        memory = TALKED.model_copy(update={"change_group": group})
        turn = Turn("no, the second one", gave(), gave(2), memory=memory)
        assert turn.called == [
            ("undo", {"change_group": str(group)}),
            ("complete_tasks", {"ids": [task_id(2)]}),
        ]

    def test_what_changed_nothing_is_not_taken_back(self) -> None:
        turn = Turn("no, the second one", gave(2), memory=TALKED)
        assert turn.called == [("complete_tasks", {"ids": [task_id(2)]})]

    def test_another_date_is_for_all_that_was_spoken_of(self) -> None:
        memory = Memory(spoken_of=named(1, 2), changed=named(1, 2), said="move them to monday")
        turn = Turn("no, friday", gave(1, 2), memory=memory)
        assert turn.called == [("reschedule_tasks", {"ids": [task_id(1), task_id(2)], "when": "friday"})]

    def test_a_date_is_not_for_all_of_a_list_that_was_only_shown(self) -> None:
        turn = Turn("no, friday", memory=Memory(spoken_of=named(1, 2), shown=named(1, 2), said="what is due today?"))
        assert turn.called == []


class TestLeavingOut:
    """ "Except the bread", said after something was done to several."""

    def _after(self, said: str, *changed: int) -> Memory:
        return Memory(said=said, change_group=UUID(int=77), changed=named(*changed), spoken_of=named(*changed))

    def test_what_was_done_is_done_anew_without_it(self) -> None:
        memory = self._after("move everything overdue to friday", 1, 2)
        turn = Turn(f"except {NAMES[2]}", gave(), gave(1), memory=memory)
        assert [tool for tool, _ in turn.called] == ["undo", "reschedule_tasks"]
        assert turn.called[1] == ("reschedule_tasks", {"ids": [task_id(1)], "when": "friday"})

    def test_what_was_completed_is_opened_again(self) -> None:
        turn = Turn(f"i still need {NAMES[2]}", gave(2), memory=self._after("complete all of them", 1, 2))
        assert turn.called == [("complete_tasks", {"ids": [task_id(2)], "reopen": True})]

    def test_what_it_did_not_touch_is_left_alone(self) -> None:
        assert Turn("except the moon", memory=self._after("move everything overdue to friday", 1, 2)).called == []

    def test_of_so_many_that_not_all_are_remembered_none_is_touched(self) -> None:
        many = self._after("move everything overdue to friday", *([1] * (MOST_NAMED - 1)), 2)
        assert Turn(f"except {NAMES[2]}", memory=many).called == []


class TestTheOtherOne:
    """ "No, the other one", said after the person was asked which of two was meant."""

    GROUP = UUID(int=77)

    def _chosen(self, *candidates: int) -> Memory:
        """What is remembered once the first of the candidates was picked and done."""
        waiting = Memory(unfinished=Unfinished(said="complete tea", candidates=named(*candidates)))
        turn = Turn("1", gave(candidates[0]), memory=waiting)
        return turn.memory.model_copy(update={"change_group": self.GROUP})

    @pytest.mark.parametrize("said", ["no, the other one", "the other one", "not that one", "wrong one"])
    def test_is_the_one_that_was_passed_over(self, said: str) -> None:
        turn = Turn(said, gave(), gave(3), memory=self._chosen(1, 3))
        assert turn.called == [
            ("undo", {"change_group": str(self.GROUP)}),
            ("complete_tasks", {"ids": [task_id(3)]}),
        ]

    def test_of_three_nobody_can_say_which(self) -> None:
        turn = Turn("no, the other one", gave(), memory=self._chosen(1, 2, 3))
        assert turn.called == [("undo", {"change_group": str(self.GROUP)})]
        assert turn.text == english.TAKEN_BACK

    def test_is_forgotten_with_the_next_request(self) -> None:
        later = Turn("complete report", gave(4), memory=self._chosen(1, 3))
        assert later.memory.passed_over == []

    def test_is_none_where_none_was_meant(self) -> None:
        waiting = Memory(unfinished=Unfinished(said="complete tea", candidates=named(1, 3)))
        assert Turn("none", memory=waiting).memory.passed_over == []


class TestUndoAfterWhatWasNotUnderstood:
    def test_takes_nothing_back_at_first(self) -> None:
        puzzled = Turn("frobnicate the tasks").memory
        assert puzzled.puzzled
        turn = Turn("undo", memory=puzzled)
        assert (turn.called, turn.text) == ([], english.NOTHING_DONE)

    def test_takes_the_change_before_back_when_said_again(self) -> None:
        again = Turn("undo", memory=Turn("frobnicate the tasks").memory).memory
        assert Turn("undo", gave(), memory=again).called == [("undo", {})]

    @pytest.mark.parametrize("said", ["complete tea", "what is due today?", "thanks"])
    def test_is_as_ever_after_anything_else(self, said: str) -> None:
        before = Turn(said, gave(1)) if said != "thanks" else Turn(said)
        assert Turn("undo", gave(), memory=before.memory).called == [("undo", {})]


class TestPutting:
    """ "Put tea in garden" moves a task that is called so, and adds it where none is."""

    def test_moves_what_is_there(self) -> None:
        turn = Turn("put tea in garden", gave(1), gave(1))
        assert turn.called == [
            ("find_tasks", {"text": "tea", "limit": 5}),
            ("update_tasks", {"words": "tea", "project": "Garden"}),
        ]

    @pytest.mark.parametrize("found", [gave(), gave(3), REFUSED])
    def test_adds_what_is_not(self, found: ToolOutput) -> None:
        """A task that only holds the words is another one."""
        turn = Turn("put tea in garden", found, gave(9))
        assert turn.called[1:] == [("add_tasks", {"items": [{"text": "tea #Garden"}]})]

    def test_it_is_what_was_spoken_of(self) -> None:
        turn = Turn("and put it in garden", gave(1), memory=TALKED)
        assert turn.called == [("update_tasks", {"ids": [task_id(1)], "project": "Garden"})]

    def test_a_priority_may_follow(self) -> None:
        turn = Turn("and p2", gave(1), memory=TALKED)
        assert turn.called == [("update_tasks", {"ids": [task_id(1)], "priority": 2})]

    def test_with_a_date_too(self) -> None:
        assert Turn("schedule tea for friday", gave(1), gave(1)).called[1:] == [
            ("reschedule_tasks", {"words": "tea", "when": "for friday"})
        ]
        assert Turn("schedule tea for friday", gave(), gave(9)).called[1:] == [
            ("add_tasks", {"items": [{"text": "tea for friday"}]})
        ]


class TestShowing:
    def _read(self, number: int, **fields: Any) -> ToolOutput:
        values: dict[str, Any] = {"recurs": None, "project": "Garden", "section": None, "labels": []}
        reading = Reading(**{**values, "subtasks": [], "reminders": [], **fields})
        return gave(number, more=More(task=reading))

    def test_each_of_what_was_spoken_of(self) -> None:
        turn = Turn("show them", self._read(1), self._read(3, labels=["errand"]), memory=Memory(spoken_of=named(1, 3)))
        assert turn.called == [("get_task", {"id": task_id(1)}), ("get_task", {"id": task_id(3)})]
        assert turn.text == "**Tea**, in Garden\n**Green tea**, in Garden, @errand"
        assert turn.memory.spoken_of == named(1, 3)

    def test_one_that_is_gone_leaves_the_others(self) -> None:
        turn = Turn("show them", REFUSED, self._read(3), memory=Memory(spoken_of=named(1, 3)))
        assert turn.text == "**Green tea**, in Garden"
        assert turn.memory.spoken_of == named(3)

    def test_all_gone_is_said_as_the_tool_says_it(self) -> None:
        assert Turn("show it", REFUSED, memory=TALKED).text == REFUSED.detail

    def test_no_more_than_ten_are_read(self) -> None:
        many = [Named(id=UUID(int=number), title="x") for number in range(1, 31)]
        turn = Turn("show them", *[self._read(number) for number in range(1, 11)], memory=Memory(spoken_of=many))
        assert len(turn.calls) == 10


class TestMemory:
    def test_a_request_that_was_done_is_kept_for_the_next(self) -> None:
        turn = Turn("complete tea", gave(1))
        assert (turn.memory.said, turn.memory.unfinished) == ("complete tea", None)

    def test_while_a_tool_runs_the_next_step_is_noted(self) -> None:
        """A call may wait for approval: the turn ends there, and the request goes on with what follows."""
        draft = Draft(new_id(), Actor(new_id(), "assistant", "Europe/Berlin", new_id()), Memory())
        script = answer(Talk([], [], draft), "delete tea then add milk")
        assert next(script).tool == "delete_tasks"
        assert draft.memory.unfinished == Unfinished(said="delete tea then add milk", step=1)
