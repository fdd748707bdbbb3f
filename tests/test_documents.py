"""What the documents claim about the sources holds: messages, paths, options, values, causes."""

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import document_kit as kit
import pytest
import yaml  # type: ignore[import-untyped]
from todo_ops import architecture, cli
from todo_ops.ai.advice import FIXES

TROUBLE = kit.ROOT / "docs" / "TROUBLESHOOTING.md"
VALUES = yaml.safe_load((kit.ROOT / "helm-charts" / "todo" / "values.yaml").read_text("utf-8"))
# A value of the chart: `ingress.tls.enabled`; `{part}` is the web app or the API. Files' names look alike.
VALUE = re.compile(rf"(?:{'|'.join(VALUES)}|\{{part\}})(?:\.\w+)+")
FILE = re.compile(r"\.(py|ts|tsx|yaml|md|sh|toml|tpl)$")
pages = pytest.mark.parametrize("page", [*kit.PAGES, *kit.FOLDERS], ids=kit.name_of)


@pages
def test_messages_that_are_quoted_are_in_the_sources(page: Path) -> None:
    assert [message for message in kit.messages(page) if not kit.is_ours(message)] == []


@pages
def test_paths_that_are_named_exist(page: Path) -> None:
    assert [path for path in kit.paths(page) if not kit.exists(path)] == []


@pages
def test_options_that_are_named_exist(page: Path) -> None:
    typed = [line for block in kit.blocks(page) if block.language == "sh" for line in block.code.splitlines()]
    wrong = [line for line in typed if (words := command(line)) and not can_be_parsed(words)]
    assert [*wrong, *(code for code in kit.inline(page) if not are_options(command(code)))] == []


@pages
def test_values_that_are_named_are_the_charts(page: Path) -> None:
    text = page.read_text("utf-8")
    named = {code for code in kit.inline(page) if VALUE.fullmatch(code.partition("=")[0]) and not FILE.search(code)}
    assert [name for name in sorted(named | given(text)) if not is_value(name)] == []


def given(text: str) -> set[str]:
    """Values that commands set: all of ours, and of other charts' those that look like ours."""
    lines = [(line, re.findall(r"--set[ =]([\w.{}]+)=", line)) for line in text.splitlines()]
    return {name for line, names in lines for name in names if "./todo" in line or name.split(".")[0] in VALUES}


def command(line: str) -> list[str]:
    """The words after `./todo`; none where a line is no such command."""
    words = shlex.split(line, comments=True) if "./todo " in line else []
    return words[words.index("./todo") + 1 :] if "./todo" in words else []


def can_be_parsed(words: list[str]) -> bool:
    try:
        cli.parser().parse_args(words)
    except SystemExit as ended:
        return ended.code == 0
    return True


def are_options(words: list[str]) -> bool:
    """Whether every option of a command that may be named without its arguments is one of its own."""
    return {word.partition("=")[0] for word in words if word.startswith("--")} <= set(options(cli.parser(), words))


def options(parser: argparse.ArgumentParser, words: list[str]) -> Iterator[str]:
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction) and words and words[0] in action.choices:
            yield from options(action.choices[words[0]], words[1:])


def is_value(name: str) -> bool:
    """Whether the chart has this value; below a list or an empty block anything may be."""
    value: object = VALUES
    for part in name.replace("{part}", "backend").partition("=")[0].split("."):
        if not isinstance(value, dict) or (value and part not in value):
            return False
        value = value.get(part)
    return True


class TestTroubleshooting:
    def test_every_entry_says_what_to_check_and_to_do(self) -> None:
        entries = re.split(r"^### ", TROUBLE.read_text("utf-8"), flags=re.MULTILINE)[1:]
        assert len(entries) >= 24
        assert [entry.splitlines()[0] for entry in entries if "- **Check**" not in entry] == []
        assert [entry.splitlines()[0] for entry in entries if "- **Fix**" not in entry] == []

    def test_the_ten_failures_of_the_clusters_test_are_among_them(self) -> None:
        broken = (kit.ROOT / "tests" / "cluster" / "test_ai.py").read_text("utf-8")
        causes = re.findall(r'Breakage\(\s*"([\w-]+)"', broken)
        assert len(causes) == 10
        assert set(causes) <= set(named_causes())

    def test_causes_are_those_of_the_diagnosis(self) -> None:
        assert set(named_causes()) <= set(FIXES)


def named_causes() -> list[str]:
    return re.findall(r"\[`([\w-]+)`\]", TROUBLE.read_text("utf-8"))


class TestSecurity:
    PAGE = kit.ROOT / "docs" / "SECURITY.md"

    def test_each_promise_names_its_test(self) -> None:
        promised = section(self.PAGE, "What is promised, and how it is tested")
        rows = [line for line in promised.splitlines() if line.startswith("| ") and not line.startswith("| promise ")]
        assert len(rows) >= 25
        assert [row for row in rows if not re.search(r"`[\w/.-]*(tests|e2e|lib)/[\w/.-]+`", row)] == []


class TestArchitecture:
    PAGE = kit.ROOT / "docs" / "ARCHITECTURE.md"

    def test_each_kind_of_module_is_in_the_table_of_imports(self) -> None:
        table = section(self.PAGE, "Who may import whom")
        assert [kind for kind in architecture.ALLOWED if kind not in table] == []

    def test_each_way_and_each_addition_is_told(self) -> None:
        text = self.PAGE.read_text("utf-8")
        for way in ("request", "write", "chat turn", "live event", "rollout"):
            assert f"## The way of a {way}\n" in text
        added = re.findall(r"^\*\*(?:An?|The) (\w+)", section(self.PAGE, "Where to add what"), re.MULTILINE)
        assert {"field", "endpoint", "tool", "phrase", "setting", "value", "page"} <= set(added)


def section(page: Path, heading: str) -> str:
    """What stands below a heading of the second rank."""
    _, _, rest = page.read_text("utf-8").partition(f"\n## {heading}\n")
    return rest.partition("\n## ")[0]


class TestDecisions:
    FOLDER = kit.ROOT / "docs" / "adr"

    def test_the_index_lists_each(self) -> None:
        index = (self.FOLDER / "README.md").read_text("utf-8")
        for page in sorted(self.FOLDER.glob("[0-9]*.md")):
            assert f"| [{page.name[:4]}]({page.name}) | " in index, page.name

    def test_each_says_why_what_and_what_it_costs(self) -> None:
        for page in self.FOLDER.glob("[0-9]*.md"):
            text = page.read_text("utf-8")
            assert "**Situation.**" in text, page.name
            assert "**Decision.**" in text, page.name
            assert "**Consequences.**" in text, page.name
            assert len(text.splitlines()) <= 45, f"{page.name} is longer than a page"


class TestTheseChecks:
    """They find what is wrong: a check that can't fail is none."""

    @pytest.mark.parametrize(
        "message", ["There is no such message of ours.", "No node can get the picture … of the …."], ids=str
    )
    def test_foreign_messages(self, message: str) -> None:
        assert not kit.is_ours(message)

    @pytest.mark.parametrize(
        "path", ["backend/src/todo/no_such.py", "frontend/features/<noun>/none.ts", "ops/tests/test_cli.py::no_test"]
    )
    def test_missing_paths(self, path: str) -> None:
        assert kit.PATH.fullmatch(path)
        assert not kit.exists(path)

    @pytest.mark.parametrize(
        "path", ["backend/src/todo", "frontend/app/(app)/today", "backend/src/todo/<noun>/service.py", ".ci/run"]
    )
    def test_paths_that_are_there(self, path: str) -> None:
        assert kit.PATH.fullmatch(path)
        assert kit.exists(path)

    @pytest.mark.parametrize("line", ["./todo run --no-such", "./todo cluster --driver none", "./todo ai ask"])
    def test_commands_that_fail(self, line: str) -> None:
        assert not can_be_parsed(command(line))

    @pytest.mark.parametrize("code", ["./todo deploy --porrt 1", "./todo ai diagnose --yes"])
    def test_options_of_other_commands(self, code: str) -> None:
        assert not are_options(command(code))

    def test_commands_within_a_line(self) -> None:
        assert command('A=1 ./todo test e2e -k "a b"  # why') == ["test", "e2e", "-k", "a b"]
        assert command("kubectl get pods") == []

    @pytest.mark.parametrize("name", ["ingress.hots", "backend.replicas", "ingress.host.name"])
    def test_values_that_the_chart_lacks(self, name: str) -> None:
        assert VALUE.fullmatch(name)
        assert not is_value(name)

    @pytest.mark.parametrize("name", ["ingress.host", "{part}.resources.limits.cpu", "ingress.annotations.any"])
    def test_values_that_the_chart_has(self, name: str) -> None:
        assert VALUE.fullmatch(name)
        assert is_value(name)

    def test_values_that_commands_set(self) -> None:
        text = "./todo upgrade --set a.b=1\nhelm install x --set providers.key=2 \\\n  --set ingress.host=c"
        assert given(text) == {"a.b", "ingress.host"}

    def test_adjoining_strings_are_one(self) -> None:
        assert list(kit.strings('x = "one " f"{y} two"')) == ["one … two", "one ", " two"]
