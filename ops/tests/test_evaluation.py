"""`./todo eval language`: its arguments, its table, and the measurement that it starts."""

import json
from pathlib import Path

import pytest
from todo_ops import cli, commands, evaluation
from todo_ops.console import Console
from todo_ops.errors import NotAFolderError, OpsError


def corpus(**figures: object) -> evaluation.Figures:
    """The figures of a corpus of which 3 of 4 cases are right."""
    standard = {
        "name": "dates",
        "bar": 0.7,
        "absent": "",
        "cases": 4,
        "right": 3,
        "accuracy": 0.75,
        "declined": {},
        "microseconds": 12.3,
        "misses": [{"text": "on friday", "expected": "2026-11-27", "found": "none"}],
    }
    return {**standard, **figures}


def figures(*corpora: evaluation.Figures) -> evaluation.Figures:
    return {
        "corpora": list(corpora),
        "microseconds": 87.6 if corpora else None,
        "declined": {"seasons": "a season is no day", "seconds": "too fine"},
        "slowest": {"quick add": {"milliseconds": 8.04, "shape": "1"}},
    }


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TODO_HOME", str(tmp_path))
    return tmp_path


class TestReport:
    def test_the_table(self) -> None:
        lines = list(evaluation.report(figures(corpus(), corpus(name="quick add", bar=None, cases=10))))
        assert lines[:3] == [
            "corpus     cases  right  accuracy    bar        µs a line  declined",
            "dates          4      3     75.0%  70.0%  pass         12",
            "quick add     10      3     75.0%      -               12",
        ]

    @pytest.mark.parametrize(
        ("accuracy", "bar", "verdict"), [(0.75, 0.75, "pass"), (0.7499, 0.75, "FAIL"), (0.9565, 44 / 46, "pass")]
    )
    def test_the_bar(self, accuracy: float, bar: float, verdict: str) -> None:
        assert verdict in list(evaluation.report(figures(corpus(accuracy=accuracy, bar=bar))))[1]

    def test_a_corpus_without_cases_that_count(self) -> None:
        row = list(evaluation.report(figures(corpus(cases=0, right=0, accuracy=None, microseconds=None))))[1]
        assert row.split() == ["dates", "0", "0", "-", "70.0%", "pass", "-"]

    def test_what_is_declined_is_explained_once(self) -> None:
        lines = list(evaluation.report(figures(corpus(declined={"seasons": 2}), corpus(declined={"seasons": 1}))))
        assert lines[1].endswith("2 seasons")
        assert [line for line in lines if line.startswith("Declined")] == ["Declined, seasons: a season is no day."]

    def test_a_corpus_that_is_not_there(self) -> None:
        lines = list(evaluation.report(figures(corpus(name="dates.jsonl", absent="no /c/dates.jsonl"))))
        assert lines[1] == "dates.jsonl: left out, no /c/dates.jsonl"

    def test_the_longest_text(self) -> None:
        assert "10,000 characters, quick add: 8.0 ms at most (bar: 20)" in list(evaluation.report(figures()))

    def test_the_time_of_a_line(self) -> None:
        assert "One line: 88 µs in the median of all (bar: 100)" in list(evaluation.report(figures(corpus())))
        assert not any(line.startswith("One line") for line in evaluation.report(figures()))

    def test_misses_are_listed_when_asked(self) -> None:
        assert not any("on friday" in line for line in evaluation.report(figures(corpus())))
        lines = list(evaluation.report(figures(corpus()), misses=True))
        assert lines[-2:] == ["\ndates: 1 not right", "  on friday\n    expected 2026-11-27, found none"]


class TestFigures:
    def test_are_the_last_line(self) -> None:
        assert evaluation.read_figures('a warning\n{"corpora": []}\n') == {"corpora": []}

    @pytest.mark.parametrize("output", ["", "no JSON", '{"corpora": []}\nKilled'])
    def test_that_are_missing(self, output: str, home: Path) -> None:
        with pytest.raises(OpsError, match=f"printed no figures.*{home}/logs/eval-language.log"):
            evaluation.read_figures(output)


class TestCommand:
    @pytest.fixture
    def started(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """Record what is started instead of measuring; the corpus is below its bar."""
        seen: list[list[str]] = []

        def run(title: str, command: list[object], **options: object) -> str:
            seen.append([str(word) for word in command])
            return json.dumps(figures(corpus(bar=0.9)))

        monkeypatch.setattr(commands, "run", run)
        return seen

    def test_the_table_and_a_bar_that_is_missed(
        self, started: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["eval", "language", "--corpora", str(tmp_path)]) == 1
        assert started[0][1:] == ["-m", "bench.language", str(tmp_path), str(evaluation.GOLD)]
        assert "75.0%  90.0%  FAIL" in capsys.readouterr().out

    def test_json(self, started: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        cli.main(["eval", "language", "--corpora", str(tmp_path), "--json"])
        assert json.loads(capsys.readouterr().out) == figures(corpus(bar=0.9))

    def test_the_default_folder_may_be_absent(
        self, started: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(evaluation, "default_corpora", lambda: tmp_path / "none")
        cli.main(["eval", "language"])
        assert started[0][3] == str(tmp_path / "none")

    def test_a_folder_that_was_asked_for_must_be_there(self, started: list[list[str]], tmp_path: Path) -> None:
        with pytest.raises(NotAFolderError):
            evaluation.measure(tmp_path / "none", Console())
        assert cli.main(["eval", "language", "--corpora", str(tmp_path / "none")]) == 2
        assert started == []


class TestMeasurement:
    """The real one, on corpora of one case each."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        made = tmp_path / "corpora"
        made.mkdir()
        day = {"kind": "point", "ref": "2026-11-24T12:00:00", "start": "2026-11-25T00:00:00", "grain": "day"}
        cases = {
            "dates.jsonl": [{"src": "todo", "text": "buy milk tomorrow", **day}, {"src": "x", "text": "fall", **day}],
            "commands.jsonl": [{"intent": "todo_list_update", "text": "add buy milk"}],
        }
        for name, lines in cases.items():
            (made / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return made

    def test_measures_what_is_there(self, folder: Path) -> None:
        found = {each["name"]: each for each in evaluation.measure(folder, Console())["corpora"]}
        assert found["dates: todo"]["right"] == 1
        assert found["dates: todo"]["microseconds"] > 0
        assert found["dates: x"]["misses"] == [
            {"text": "fall", "expected": "2026-11-25T00:00:00 (day)", "found": "none"}
        ]
        assert found["commands: right intent"]["right"] == 1
        assert found["quickadd.jsonl"]["absent"] == f"no {folder}/quickadd.jsonl"
