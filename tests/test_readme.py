"""What the README and docs tell people to type works as written, and what they show is what is there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from document_kit import PAGES, ROOT, Block, blocks, name_of
from todo_ops.live_system import System

LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<target>[^)#\s]+)")
COMMAND = re.compile(r"\./todo (?P<command>[a-z]+(?:-[a-z]+)*)")
ALL = [block for page in PAGES for block in blocks(page)]


@pytest.mark.parametrize("block", [block for block in ALL if block.mark == "run"], ids=str)
def test_what_is_to_be_typed_works(block: Block, system: System, token: str) -> None:
    if "curl" in block.code and not shutil.which("curl"):
        pytest.skip("this machine has no curl")
    code = block.code.replace("http://127.0.0.1:3000", system.address).replace(
        "http://127.0.0.1:8000", system.api_address
    )
    env = {**os.environ, "TODO_TOKEN": token, "TODO_URL": system.address}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    done = subprocess.run(["sh", "-euc", code], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert '"status":4' not in done.stdout
    assert '"status":5' not in done.stdout


@pytest.mark.parametrize("block", [block for block in ALL if block.mark.startswith("file: ")], ids=str)
def test_what_is_quoted_is_the_file(block: Block) -> None:
    assert block.code == (ROOT / block.mark.removeprefix("file: ")).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    missing = [link["target"] for link in LINK.finditer(page.read_text("utf-8"))]
    assert [target for target in missing if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_into_a_page_lead_to_a_heading(page: Path) -> None:
    found = re.findall(r"\]\((?!https?:)(?P<file>[^)#\s]*)#(?P<anchor>[^)\s]+)\)", page.read_text("utf-8"))
    targets = [(page if not file else page.parent / file, anchor) for file, anchor in found]
    assert [anchor for target, anchor in targets if anchor not in anchors(target)] == []


def anchors(page: Path) -> list[str]:
    """What links lead to in a page: each heading in small letters, words joined by hyphens."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_only_commands_that_exist_are_named(page: Path) -> None:
    from todo_ops import cli

    known = {name for action in cli.parser()._actions for name in (action.choices or ())}
    assert {match["command"] for match in COMMAND.finditer(page.read_text("utf-8"))} <= known


def test_every_shell_block_is_run_or_starts_the_product() -> None:
    """A block that no test runs may only be one of the commands that the tests come from, or need a cluster."""
    unmarked = [block for block in ALL if block.language == "sh" and block.mark != "run"]
    typed = [line.split("#")[0].strip() for block in unmarked for line in block.code.strip().splitlines()]
    assert [line for line in typed if not re.match(r"([A-Z_]+=\S+ )?(\./todo|helm) ", line)] == []


def test_every_setting_of_the_backend_is_documented_with_its_default() -> None:
    from todo.config import Settings

    table = (ROOT / "README.md").read_text("utf-8")
    missing = [name for name in Settings.model_fields if f"`{name.upper()}`" not in table]
    assert missing == []
