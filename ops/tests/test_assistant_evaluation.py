"""`./todo eval assistant`: its arguments, what it prints, how it ends, and how conversations are judged."""

import json
from pathlib import Path
from typing import Any

import pytest
from todo_ops import assistant_evaluation, cli, commands

from bench.assistant.cases import PLAIN, Case, State, chose_well, judge, load, spread
from bench.assistant.worlds import WORLDS

FIGURES: dict[str, Any] = {
    "conversations": 20,
    "right": 19,
    "accuracy": 0.95,
    "chosen": 20,
    "harm": {},
    "wrong": {"adding:3": ["new “tea” is missing"]},
    "median_ms": 8.4,
    "p95_ms": 19.6,
}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODO_HOME", str(tmp_path))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The command lines of what was started; each gives `FIGURES`."""
    seen: list[list[str]] = []

    def run(title: str, command: list[object], **options: object) -> str:
        seen.append([str(word) for word in command])
        return json.dumps(FIGURES)

    monkeypatch.setattr(commands, "run", run)
    return seen


class TestCommand:
    def test_the_built_in_assistant(self, started: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["eval", "assistant"]) == 0
        assert started[0][1:] == ["-m", "bench.assistant", str(assistant_evaluation.GOLD)]
        said = capsys.readouterr().out
        assert "19 of 20 conversations end right: 95.0%" in said
        assert "8 ms in the median, 20 ms in 95 of 100" in said
        assert "tea" not in said

    def test_a_model(self, started: list[list[str]], tmp_path: Path) -> None:
        arguments = ["--model", "small", "--address", "http://x/v1", "--tools", "schema", "--gold", str(tmp_path)]
        cli.main(["eval", "assistant", *arguments])
        assert started[0][2:] == ["bench.assistant", str(tmp_path), "--model", "http://x/v1", "small", "schema"]

    def test_a_sample_with_time(self, started: list[list[str]]) -> None:
        assert cli.main(["eval", "assistant", "--sample", "40", "--seconds", "300"]) == 0
        assert started[0][4:] == ["--sample=40", "--seconds=300"]
        with pytest.raises(SystemExit):
            cli.main(["eval", "assistant", "--sample", "0"])

    def test_misses_and_json(self, started: list[list[str]], capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["eval", "assistant", "--misses"])
        assert "adding:3: new “tea” is missing" in capsys.readouterr().out
        cli.main(["eval", "assistant", "--json"])
        assert json.loads(capsys.readouterr().out) == FIGURES

    @pytest.mark.parametrize(
        ("changes", "arguments", "status"),
        [
            ({"accuracy": 0.949}, [], 1),
            ({"accuracy": 0.949}, ["--model", "small"], 0),
            ({"harm": {"traps:1": ["“Tea” was touched"]}}, [], 1),
            ({"harm": {"traps:1": ["“Tea” was touched"]}}, ["--model", "small"], 1),
        ],
    )
    def test_falling_short_and_harm_fail(
        self,
        started: list[list[str]],
        monkeypatch: pytest.MonkeyPatch,
        changes: dict[str, Any],
        arguments: list[str],
        status: int,
    ) -> None:
        monkeypatch.setattr(commands, "run", lambda *_, **__: json.dumps({**FIGURES, **changes}))
        assert cli.main(["eval", "assistant", *arguments]) == status

    def test_a_folder_of_conversations_that_is_not_there(
        self, started: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["eval", "assistant", "--gold", str(tmp_path / "none")]) == 2
        assert f"{tmp_path}/none can't be used" in "".join(capsys.readouterr())
        assert started == []

    def test_a_measurement_without_figures_names_its_own_log(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        logs: list[object] = []

        def run(title: str, command: list[object], *, log: str, **options: object) -> str:
            logs.append(log)
            return "Killed"

        monkeypatch.setattr(commands, "run", run)
        assert cli.main(["eval", "assistant"]) != 0
        assert logs == ["eval-assistant"]
        assert f"{tmp_path}/logs/eval-assistant.log" in "".join(capsys.readouterr())


class TestReport:
    def test_harm_is_listed_always_and_misses_when_asked(self) -> None:
        harmed = {**FIGURES, "harm": {"traps:1": ["“Tea” was touched", "“Rent” is gone"]}}
        said = list(assistant_evaluation.report(harmed))
        assert said[1] == "The first tool that acts is right in 20"
        assert said[2] == "Changed, done or deleted unasked: 1 (none may be)"
        assert said[4:] == ["HARM traps:1: “Tea” was touched; “Rent” is gone"]
        with_misses = list(assistant_evaluation.report(harmed, misses=True))
        assert with_misses == [*said, "adding:3: new “tea” is missing"]

    @pytest.mark.parametrize(
        ("changes", "line"),
        [
            ({"right": 0, "accuracy": 0.0}, "0 of 20 conversations end right: 0.0%"),
            ({"right": 20, "accuracy": 1.0}, "20 of 20 conversations end right: 100.0%"),
            ({"median_ms": 0.4, "p95_ms": 1234.5}, "One turn: 0 ms in the median, 1234 ms in 95 of 100"),
        ],
    )
    def test_figures_are_rounded(self, changes: dict[str, Any], line: str) -> None:
        assert line in list(assistant_evaluation.report({**FIGURES, **changes}))


def task(title: str, **changes: Any) -> dict[str, Any]:
    return {**PLAIN, "title": title, "state": "open", **changes}


BEFORE = State({"1": task("Tea"), "2": task("Rent", due="2026-11-25")}, ["Home"], [])


def judged(after: dict[str, Any], answer: str = "Done.", **case: Any) -> tuple[bool, bool]:
    """Whether something is wrong, and whether harm was done."""
    verdict = judge(Case("x:1", "home", ["go"], **case), BEFORE, State(after, ["Home"], []), answer)
    return bool(verdict.wrong), bool(verdict.harm)


class TestJudging:
    def test_nothing_was_to_change(self) -> None:
        assert judged(BEFORE.tasks) == (False, False)
        assert judged({**BEFORE.tasks, "1": task("Tea", p=1)}) == (True, True)
        assert judged({"1": task("Tea")}) == (True, True)

    def test_what_was_to_change_and_did_not_is_no_harm(self) -> None:
        assert judged(BEFORE.tasks, end={"done": ["Tea"]}) == (True, False)
        assert judged({**BEFORE.tasks, "1": task("Tea", state="done")}, end={"done": ["Tea"]}) == (False, False)
        assert judged({**BEFORE.tasks, "1": task("Tea", state="gone")}, end={"gone": ["Tea"]}) == (False, False)

    def test_new_tasks_must_be_just_so(self) -> None:
        after = {**BEFORE.tasks, "3": task("Milk", p=2)}
        assert judged(after) == (True, False)
        assert judged(after, end={"+": {"Milk": {}}}) == (True, False)
        assert judged(after, end={"+": {"Milk": {"p": 2}}}) == (False, False)

    def test_words_of_the_answer(self) -> None:
        for words in ({"answer": ["which"]}, {"silent": ["sorry"]}):
            verdict = judge(Case("x:1", "home", ["go"], **words), BEFORE, BEFORE, "Which one?")  # type: ignore[arg-type]
            assert verdict.wrong == []
        verdict = judge(Case("x:1", "home", ["go"], answer=["no"], silent=["which"]), BEFORE, BEFORE, "Which one?")
        assert len(verdict.wrong) == 2

    def test_projects_and_labels(self) -> None:
        verdict = judge(Case("x:1", "home", ["go"], {"projects": ["Garden"]}), BEFORE, BEFORE, "")
        assert verdict.wrong == ["projects are ['Home'], not ['Garden']"]


class TestChoosing:
    @pytest.mark.parametrize(
        ("end", "called", "well"),
        [
            ({"+": {"Tea": {}}}, ["add_tasks"], True),
            ({"+": {"Tea": {}}}, ["find_tasks", "add_tasks", "delete_tasks"], True),
            ({"+": {"Tea": {}}}, ["update_tasks", "add_tasks"], False),
            ({"+": {"Tea": {}}}, ["find_tasks"], False),
            ({"done": ["Tea"]}, [], False),
            ({"gone": ["Tea"]}, ["delete_tasks"], True),
            ({"gone": ["Tea"], "+": {"Milk": {}}}, ["add_tasks"], True),
            ({}, ["overview"], True),
            ({}, ["undo"], True),
        ],
    )
    def test_the_first_that_acts_counts(self, end: dict[str, Any], called: list[str], well: bool) -> None:
        assert chose_well(Case("x:1", "home", ["go"], end), called) is well


class TestSampling:
    CASES = tuple(Case(f"x:{n}", "home", ["go"]) for n in range(10))

    def test_is_spread_and_the_same_each_time(self) -> None:
        assert [case.name for case in spread(self.CASES, 5)] == ["x:0", "x:2", "x:4", "x:6", "x:8"]
        assert [case.name for case in spread(self.CASES, 3)] == ["x:0", "x:3", "x:6"]

    @pytest.mark.parametrize("count", [None, 10, 99])
    def test_is_all_when_that_many_are_wanted(self, count: int | None) -> None:
        assert spread(self.CASES, count) == list(self.CASES)


class TestGoldSet:
    def test_is_large_and_varied(self) -> None:
        cases = load(assistant_evaluation.GOLD)
        assert len(cases) >= 200
        assert {case.world for case in cases} == WORLDS.keys()
        assert len({json.dumps([case.world, case.say]) for case in cases}) == len(cases)
        assert sum(len(case.say) > 1 for case in cases) >= 60
        assert all(1 <= len(case.say) <= 4 for case in cases)

    def test_expects_only_what_can_be_told(self) -> None:
        for case in load(assistant_evaluation.GOLD):
            titles = {task["title"] for task in WORLDS[case.world]["tasks"]}
            named = {title for key in ("done", "open", "gone", "~") for title in case.end.get(key, ())}
            assert named <= titles, case.name
            assert case.end.keys() <= {"+", "~", "done", "open", "gone", "projects", "labels"}, case.name
