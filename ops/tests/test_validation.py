"""The validation checklist: its table, the ways in which a criterion is shown, what is left out, and its page."""

import json
import re
import shlex
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from cluster_kit import FakeCluster
from todo_ops import cli, docker, paths
from todo_ops.console import Console
from todo_ops.errors import OpsError
from todo_ops.validation import checklist, page
from todo_ops.validation.criteria import CRITERIA, PARTS, Criterion
from todo_ops.validation.needs import NEEDS, Machine
from todo_ops.validation.ways import LONGEST, Answers, Lasts, Names, Row, Todo, Trial, Version, last_line
from todo_ops.verify import scorecard
from todo_ops.verify.context import Measurement

SAYS = (sys.executable, "-c")


def says(code: str) -> Answers:
    """A program that does what this Python says."""
    return Answers((*SAYS, code))


def nothing_lacks(need: str) -> str:
    return ""


@pytest.fixture
def screen() -> StringIO:
    return StringIO()


@pytest.fixture
def trial(tmp_path: Path, screen: StringIO, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """A trial in an empty folder, with a scorecard on which `bad` fails and `unknown` could not be measured."""
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    rows = {"bad": False, "unknown": None}
    return Trial(Console(screen), lambda row: Measurement(f"was {row}", rows.get(row, True)), root=tmp_path)


class TestTable:
    def test_names_are_unique(self) -> None:
        names = [criterion.name for criterion in CRITERIA]
        assert len(set(names)) == len(names)

    def test_all_phases_and_metrics_of_the_plan_are_there(self) -> None:
        titles = [part.title for part in PARTS]
        assert [title[:7] for title in titles[:7]] == [f"Phase {number}" for number in range(7)]
        assert len([title for title in titles if title.startswith("Metrics")]) == 4

    def test_rows_are_those_of_the_scorecard(self) -> None:
        known = {row.name for row in scorecard.ROWS}
        assert {one.way.name for one in CRITERIA if isinstance(one.way, Row)} <= known

    @pytest.mark.parametrize(
        "way", dict.fromkeys(one.way for one in CRITERIA if isinstance(one.way, Todo)), ids=lambda way: way.line
    )
    def test_commands_are_ones_that_there_are(self, way: Todo) -> None:
        cli.parser().parse_args(shlex.split(way.line))

    @pytest.mark.parametrize(
        "line", dict.fromkeys(one.way.line for one in CRITERIA if isinstance(one.way, Todo) and " -k " in one.way.line)
    )
    def test_words_choose_tests_that_there_are(self, line: str) -> None:
        """A misspelled word would choose none, which a suite takes for a failure only when it is run."""
        _, suite, _, words = shlex.split(line)
        folder = {"ops": paths.OPS / "tests", "system": paths.ROOT / "tests"}.get(suite, paths.ROOT / "tests" / suite)
        text = "\n".join(f"{file.name}\n{file.read_text('utf-8')}" for file in folder.glob("test_*.py"))
        for word in words.split(" or "):
            assert re.search(rf"^test_{word}|^(\s*def|class) \w*{word}|^{word}\.py$", text, re.MULTILINE), word

    def test_needs_are_ones_that_can_be_looked_for_and_said(self) -> None:
        wanted = {need for criterion in CRITERIA for need in criterion.needs}
        assert wanted <= set(NEEDS)
        assert set(NEEDS) == set(page.WORDS)

    def test_what_changes_a_cluster_needs_one(self) -> None:
        """Nothing that installs something on the current cluster may run without a person's word."""
        for criterion in CRITERIA:
            if (
                isinstance(criterion.way, Row)
                or "kubectl" in criterion.way.typed
                or "test cluster" in criterion.way.typed
            ):
                assert {"cluster", "kubectl-ai"} & set(criterion.needs), criterion.name


class TestWays:
    def test_a_program_that_ends_well(self, trial: Trial) -> None:
        assert trial.of(says("print('one'); print('two')")) == Measurement("two", True)

    def test_a_program_that_fails(self, trial: Trial) -> None:
        assert trial.of(says("print('why'); raise SystemExit(1)")) == Measurement("why", False)

    def test_a_program_that_says_nothing(self, trial: Trial) -> None:
        assert trial.of(says("")) == Measurement("it ends well", True)

    def test_a_program_that_is_not_there(self, trial: Trial) -> None:
        assert trial.of(Answers(("no-such-program",))) == Measurement(
            "no-such-program: No such file or directory", False
        )

    def test_it_runs_in_the_checkout(self, trial: Trial) -> None:
        assert trial.of(says("import os; print(os.getcwd())")).value == str(trial.root)

    def test_what_several_criteria_share_is_tried_once(self, trial: Trial) -> None:
        way = says("open('tried', 'a').write('x')")
        assert trial.of(way) == trial.of(says("open('tried', 'a').write('x')"))
        assert (trial.root / "tried").read_text() == "x"

    @pytest.mark.parametrize("allowed", [True, False])
    def test_the_clusters_tests_are_allowed_by_a_person_alone(
        self, trial: Trial, monkeypatch: pytest.MonkeyPatch, allowed: bool
    ) -> None:
        monkeypatch.delenv("TODO_TEST_CLUSTER", raising=False)
        trial.cluster = allowed
        shown = trial.of(says("import os; print(os.environ.get('TODO_TEST_CLUSTER', 'not allowed'))"))
        assert shown.value == ("1" if allowed else "not allowed")

    @pytest.mark.parametrize(
        ("said", "passed"),
        [
            ("v3.16.0+g123", True),
            ("v4.0.1", True),
            ("Docker version 27.1", True),
            ("v3.15.9", False),
            ("2.99", False),
            ("none", False),
        ],
    )
    def test_versions(self, trial: Trial, said: str, passed: bool) -> None:
        assert trial.of(Version((*SAYS, f"print({said!r})"), (3, 16))) == Measurement(said, passed)

    def test_a_version_that_a_failing_program_says_does_not_count(self, trial: Trial) -> None:
        way = Version((*SAYS, "print('v9.9'); raise SystemExit(1)"), (3, 16))
        assert trial.of(way).passed is False

    def test_a_command_of_ours(self, trial: Trial) -> None:
        shown = trial.of(Todo("validate --list --only docker"))
        assert shown.passed
        assert "docker --version" in shown.value

    def test_codes_that_are_no_failure(self, trial: Trial) -> None:
        assert trial.of(Todo("no-such-command", (2,))).passed
        assert trial.of(Todo("no-such-command")).passed is False

    def test_a_row_of_the_scorecard(self, trial: Trial) -> None:
        assert trial.of(Row("smoke")) == Measurement("was smoke", True)
        assert Row("smoke").typed == "./todo verify --only smoke"

    def test_a_file_that_names_all(self, trial: Trial) -> None:
        (trial.root / "PAGE.md").write_text("Sign up, then Undo.")
        assert trial.of(Names("PAGE.md", ("sign", "undo"))).passed
        assert trial.of(Names("PAGE.md", ("undo", "scale"))) == Measurement("PAGE.md does not name scale", False)

    def test_a_file_that_is_not_there(self, trial: Trial) -> None:
        assert trial.of(Names("NONE.md", ("undo",))) == Measurement("there is no NONE.md", False)

    @pytest.mark.parametrize(
        ("captions", "shown"),
        [
            ("WEBVTT\n\n00:00.000 --> 00:05.000\nOne\n\n00:05.000 --> 01:25.500\nTwo\n", Measurement("85.5 s", True)),
            ("WEBVTT\n\n00:00:00.000 --> 00:01:30.000\nOne\n", Measurement("90 s", True)),
            ("WEBVTT\n\n00:00:00.000 --> 01:00:01.000\nOne\n", Measurement("3601 s", False)),
            ("WEBVTT\n", Measurement("film.vtt has no caption", False)),
        ],
    )
    def test_how_long_a_film_lasts(self, trial: Trial, captions: str, shown: Measurement) -> None:
        (trial.root / "film.vtt").write_text(captions)
        assert trial.of(Lasts("film.vtt", 90)) == shown

    def test_a_film_that_is_not_there(self, trial: Trial) -> None:
        assert trial.of(Lasts("film.vtt", 90)) == Measurement("there is no film.vtt", False)

    def test_what_is_shown_fits_into_a_line(self) -> None:
        assert last_line(f"first\n\x1b[32m{'x' * 500}\x1b[0m\n\n") == "x" * LONGEST
        assert last_line("") == ""


class TestRun:
    GOOD = Criterion("good", "it works", says("print('works')"))
    BAD = Criterion("bad", "it works", says("raise SystemExit(1)"))
    ELSEWHERE = Criterion("elsewhere", "it works there", says("raise SystemExit(1)"), ("cluster",))

    @staticmethod
    def lacks(need: str) -> str:
        return "no cluster is allowed"

    def test_all_good(self, trial: Trial, screen: StringIO) -> None:
        assert checklist.run([self.GOOD], trial, self.lacks) == 0
        assert re.search(r"^shown +good +\d+\.\d  works$", screen.getvalue(), re.MULTILINE)
        assert "1 of 1 criteria are shown, 0 failed, 0 left out" in screen.getvalue()

    def test_what_can_not_be_tried_is_left_out_and_says_why(self, trial: Trial, screen: StringIO) -> None:
        assert checklist.run([self.GOOD, self.ELSEWHERE], trial, self.lacks) == 0
        assert re.search(r"^left out +elsewhere +0\.0  no cluster is allowed$", screen.getvalue(), re.MULTILINE)
        assert "1 of 2 criteria are shown, 0 failed, 1 left out" in screen.getvalue()

    def test_one_that_fails_fails_all_and_the_rest_is_tried(self, trial: Trial, screen: StringIO) -> None:
        assert checklist.run([self.BAD, self.GOOD], trial, self.lacks) == 1
        assert re.search(r"^FAILED +bad ", screen.getvalue(), re.MULTILINE)
        assert re.search(r"^shown +good ", screen.getvalue(), re.MULTILINE)

    def test_a_list_of_which_nothing_could_be_tried_shows_nothing(self, trial: Trial) -> None:
        assert checklist.run([self.ELSEWHERE], trial, self.lacks) == 1

    @pytest.mark.parametrize(
        ("row", "code", "word"), [("bad", 1, "FAILED"), ("unknown", 1, "left out"), ("smoke", 0, "shown")]
    )
    def test_rows_keep_their_result(self, trial: Trial, screen: StringIO, row: str, code: int, word: str) -> None:
        assert checklist.run([Criterion("row", "it works", Row(row))], trial, nothing_lacks) == code
        assert re.search(rf"^{word} +row +0\.0  was {row}$", screen.getvalue(), re.MULTILINE)

    def test_as_json(self, trial: Trial, tmp_path: Path) -> None:
        report = tmp_path / "reports" / "validation.json"
        checklist.run([self.GOOD, self.ELSEWHERE], trial, self.lacks, report)
        good, elsewhere = json.loads(report.read_text())
        assert (good["name"], good["seen"], good["passed"]) == ("good", "works", True)
        assert good["typed"].endswith("-c 'print('\"'\"'works'\"'\"')'")
        assert (elsewhere["seen"], elsewhere["passed"]) == ("no cluster is allowed", None)

    def test_chosen_by_name_in_the_lists_order(self) -> None:
        assert [one.name for one in checklist.chosen(["probes", "docker"])] == ["docker", "probes"]
        assert checklist.chosen([]) == list(CRITERIA)

    def test_a_name_that_there_is_not(self) -> None:
        with pytest.raises(OpsError, match=r"There is no criterion no-such\. Choose from: docker, gordon"):
            checklist.chosen(["docker", "no-such"])


class TestScorecard:
    CRITERIA = (
        Criterion("pods", "they run", Row("install")),
        Criterion("again", "they run", Row("install")),
        Criterion("page", "it answers", Row("smoke")),
        Criterion("tool", "it works", Todo("lint")),
    )

    def measuring(
        self, trial: Trial, monkeypatch: pytest.MonkeyPatch, written: object
    ) -> tuple[checklist.OneScorecard, list[list[str]]]:
        """A scorecard whose run writes this; the commands that it ran."""
        ran: list[list[str]] = []

        def run(words: list[str], title: str) -> Measurement:
            ran.append(words)
            if written is not None:
                Path(words[words.index("--json") + 1]).write_text(json.dumps(written))
            return Measurement("", True)

        monkeypatch.setattr(trial, "run", run)
        return checklist.OneScorecard(self.CRITERIA, trial), ran

    def test_all_rows_are_measured_in_one_run(self, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = [
            {"row": "install", "measured": "9 s", "passed": True},
            {"row": "smoke", "measured": "no", "passed": False},
        ]
        card, ran = self.measuring(trial, monkeypatch, rows)
        assert card("install") == Measurement("9 s", True)
        assert card("smoke") == Measurement("no", False)
        assert [words[words.index("--only") + 1 :] for words in ran] == [["install", "smoke"]]

    def test_a_run_that_broke(self, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
        card, ran = self.measuring(trial, monkeypatch, None)
        assert card("install") == card("smoke") == Measurement("./todo verify did not measure it", False)
        assert len(ran) == 1

    def test_a_row_that_could_not_be_measured(self, trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
        card, _ = self.measuring(trial, monkeypatch, [{"row": "install", "measured": "no ab here", "passed": None}])
        assert card("install") == Measurement("no ab here", None)


class TestNeeds:
    @pytest.fixture
    def machine(self, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> Machine:
        """A machine on which only stand-ins of kubectl and helm are installed."""
        monkeypatch.delenv("DOCKER", raising=False)
        return Machine(fake.console, cluster=True)

    def test_programs(self, machine: Machine, fake: FakeCluster) -> None:
        assert machine.lacks("helm") == ""
        assert machine.lacks("docker") == "docker is not installed"
        fake.lacks("helm")
        assert machine.lacks("helm") == "helm is not installed"

    def test_a_cluster_that_answers(self, machine: Machine) -> None:
        assert machine.lacks("cluster") == ""

    def test_a_cluster_without_a_persons_word(self, fake: FakeCluster) -> None:
        machine = Machine(fake.console)
        assert machine.lacks("cluster") == "--cluster allows it to install copies on the current cluster"
        assert fake.calls() == []

    def test_a_cluster_that_does_not_answer(self, machine: Machine, fake: FakeCluster) -> None:
        fake.answer("kubectl .*version", "connection refused", 1)
        assert machine.lacks("cluster").startswith("No cluster answers")

    def test_an_engine(self, machine: Machine) -> None:
        assert machine.lacks("engine") == docker.NO_CLIENT
        assert machine.lacks("images") == docker.NO_CLIENT

    def test_an_engine_without_compose(self, machine: Machine, fake: FakeCluster) -> None:
        fake.has("docker")
        fake.answer("docker compose", "'compose' is not a docker command", 1)
        assert machine.lacks("engine") == docker.NO_COMPOSE

    def test_images_that_are_built(self, machine: Machine, fake: FakeCluster) -> None:
        fake.has("docker")
        fake.answer("docker image inspect", [{"Size": 1}])
        assert machine.lacks("images") == ""
        fake.answer("docker image inspect todo-frontend", "No such image", 1)
        assert machine.lacks("images") == "the images are not built: ./todo images"

    def test_gordon(self, machine: Machine) -> None:
        assert machine.lacks("gordon") == "Docker Desktop's `docker ai` is not here"

    def test_gordon_is_there(self, machine: Machine, fake: FakeCluster) -> None:
        fake.has("docker")
        assert machine.lacks("gordon") == ""

    def test_minikube(self, machine: Machine, fake: FakeCluster) -> None:
        assert machine.lacks("minikube") == "minikube is not installed"
        fake.has("minikube")
        assert machine.lacks("minikube") == "minikube does not run: ./todo cluster"
        fake.answer("minikube status", "Running")
        assert machine.lacks("minikube") == ""
        fake.answer("minikube status", "not found", 85)
        assert machine.lacks("minikube") == "minikube does not run: ./todo cluster"

    def test_every_need_can_be_looked_for(self, machine: Machine) -> None:
        assert {need: isinstance(machine.lacks(need), str) for need in NEEDS} == dict.fromkeys(NEEDS, True)


class TestPage:
    def test_it_is_current(self) -> None:
        assert page.PAGE.read_text("utf-8") == page.render(), "Run ./todo validate --page"

    def test_every_criterion_stands_in_it_with_its_command(self) -> None:
        text = page.PAGE.read_text("utf-8")
        for criterion in CRITERIA:
            assert f"| `{criterion.name}` | {criterion.asks} | `{criterion.way.typed}` |" in text

    def test_another_table_gives_another_page(self) -> None:
        assert page.render(PARTS[:-1]) != page.render()

    def test_a_table_has_a_column_for_each_heading(self) -> None:
        rows = [line for line in page.render().splitlines() if line.startswith("|")]
        assert {line.replace("\\|", "").count("|") for line in rows} == {5}


class TestCommandLine:
    @pytest.fixture
    def run(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> Callable[..., tuple[int, str]]:
        monkeypatch.delenv("TODO_TEST_CLUSTER", raising=False)
        return lambda *words: (cli.main(["validate", *words]), capsys.readouterr().err)

    def test_list(self, run: Callable[..., tuple[int, str]]) -> None:
        code, said = run("--list")
        assert code == 0
        assert all(f"  {criterion.name:16} " in said for criterion in CRITERIA)

    def test_list_of_some(self, run: Callable[..., tuple[int, str]]) -> None:
        _, said = run("--list", "--only", "probes")
        assert said.splitlines() == [
            "Phase 3: templates",
            "  probes           every deployment has probes: ./todo test chart -k three_probes",
        ]

    def test_documents_are_looked_at_anywhere(self, run: Callable[..., tuple[int, str]]) -> None:
        code, said = run("--only", "chart-metadata", "nodes")
        assert code == 0
        assert "1 of 2 criteria are shown, 0 failed, 1 left out" in said
        assert "--cluster allows it to install copies" in said

    def test_a_misspelled_name(self, run: Callable[..., tuple[int, str]]) -> None:
        code, said = run("--only", "prob")
        assert code == 2
        assert "There is no criterion prob" in said

    def test_the_page_is_written(
        self, run: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(page, "PAGE", tmp_path / "VALIDATION.md")
        assert run("--page")[0] == 0
        assert page.PAGE.read_text("utf-8") == page.render()
