"""How checks are run and shown, and that stale generated files are found."""

from io import StringIO
from pathlib import Path

import pytest
from todo_ops import api_page, api_types, commands, lint, node
from todo_ops.commands import CommandFailedError
from todo_ops.console import Console
from todo_ops.lint import Check


@pytest.fixture(autouse=True)
def no_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(node, "ensure_packages", lambda console: None)


def run(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> tuple[int, str]:
    monkeypatch.setattr(lint, "checks", lambda: list(checks))
    shown = StringIO()
    return lint.run(Console(shown)), shown.getvalue()


def test_all_well(monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = run(monkeypatch, Check("one", list), Check("two", list))
    assert code == 0
    assert said.splitlines()[-1] == "All checks passed"
    assert "one  " in said


def test_every_problem_is_shown_and_later_checks_still_run(monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = run(monkeypatch, Check("one", lambda: ["a.py:1: bad", "a.py:2: worse"]), Check("two", list))
    assert code == 1
    assert "a.py:1: bad\na.py:2: worse\n" in said
    assert "two  " in said
    assert said.splitlines()[-1] == "1 checks failed"


def test_a_failing_tool_shows_its_output(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(title: str, *arguments: object, **options: object) -> str:
        raise CommandFailedError(title, 1, "a.py:1:1: F401 unused\n", Path("log"))

    monkeypatch.setattr(commands, "run", fail)
    assert list(lint._python_tool("ruff", "check")) == ["a.py:1:1: F401 unused"]
    assert list(lint._script("lint")) == ["a.py:1:1: F401 unused"]


def test_types_are_checked_in_the_tests_of_each_part(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(commands, "run", lambda title, command, **options: asked.extend(command[3:]))
    assert list(lint._types()) == []
    assert {"backend/src", "backend/tests", "ops/src", "ops/tests", "tests"} <= set(asked)


def test_a_silent_failure_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(title: str, *arguments: object, **options: object) -> str:
        raise CommandFailedError(title, 1, "", Path("log"))

    monkeypatch.setattr(commands, "run", fail)
    assert list(lint._python_tool("ruff", "check")) == ["ruff failed with exit code 1. Its output is in log"]


def test_every_rule_of_the_house_is_checked() -> None:
    names = {check.name for check in lint.checks()}
    tools = {"mypy", "tsc and eslint", "ruff check", "ruff format"}
    containers = {"Dockerfiles", "shell scripts", "PowerShell scripts", "container settings"}
    rules = {"API description and types", "import directions", "SQL", "code shape", "lock files"}
    assert {name.split(" (")[0] for name in names} == tools | rules | containers | {"Helm chart"}


WRITTEN = '{"openapi": "3.1.0", "paths": {}, "components": {"schemas": {}}}'


class TestApiTypes:
    @pytest.fixture
    def document(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        file = tmp_path / "openapi.json"
        page = tmp_path / "API.md"
        page.write_text("# The API\n")
        monkeypatch.setattr(api_types, "DOCUMENT", file)
        monkeypatch.setattr(api_page, "PAGE", page)
        monkeypatch.setattr(commands, "run", lambda *arguments, **options: f"{WRITTEN}\n")
        return file

    def test_fresh_after_writing(self, document: Path) -> None:
        api_types.write(Console(StringIO()))
        assert document.read_text() == f"{WRITTEN}\n"
        assert api_page.PAGE.read_text().startswith(f"# The API\n\n{api_page.BEGINNING}\n")
        assert list(api_types.check()) == []

    def test_stale_when_the_api_changed(self, document: Path) -> None:
        document.write_text('{"openapi": "3.0.0"}\n')
        assert list(api_types.check()) == [f"{document} is stale. Run ./todo openapi"]

    def test_a_page_that_says_something_else(self, document: Path) -> None:
        api_types.write(Console(StringIO()))
        api_page.PAGE.write_text(f"{api_page.PAGE.read_text()}\nMore.\n")
        assert list(api_types.check()) == [f"{api_page.PAGE} is stale. Run ./todo openapi"]

    def test_missing(self, document: Path) -> None:
        assert len(list(api_types.check())) == 1

    def test_types_that_do_not_follow_the_document(self, document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        api_types.write(Console(StringIO()))

        def differ(name: str, **options: object) -> str:
            raise CommandFailedError(name, 1, "schema.d.ts differs", Path("log"))

        monkeypatch.setattr(node, "run_script", differ)
        [problem] = api_types.check()
        assert problem == "The web app's API types are stale. Run ./todo openapi\nschema.d.ts differs"
