"""What a person is told when all is ready, and when a browser is opened."""

import webbrowser
from io import StringIO
from pathlib import Path

import pytest
from todo_ops import process_table, run
from todo_ops.console import Console
from todo_ops.run import LocalRun, Login, Options, has_display, next_free_port
from todo_ops.stack import Stack

STACK = Stack("postgresql://x", "x" * 32, port=3001, api_port=8001)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the pages that would be opened, on a machine with a display."""
    pages: list[str] = []
    monkeypatch.setattr(webbrowser, "open", pages.append)
    monkeypatch.setattr(run, "has_display", lambda: True)
    return pages


def announced(folder: Path, *, browser: bool = True, login: Login | None = None) -> str:
    shown = StringIO()
    LocalRun(Options(data=folder, browser=browser), Console(shown))._announce(STACK, login)
    return shown.getvalue()


class TestAnnouncing:
    def test_address_folder_and_logs(self, opened: list[str], tmp_path: Path) -> None:
        said = announced(tmp_path)
        assert "Address  http://127.0.0.1:3001\n" in said
        assert f"Data     {tmp_path}\n" in said
        assert f"Logs     {tmp_path / 'logs'}\n" in said
        assert said.endswith("\nPress Ctrl-C to stop.\n")
        assert "Sign in" not in said

    def test_the_sample_accounts_login(self, opened: list[str], tmp_path: Path) -> None:
        said = announced(tmp_path, login=Login("ann@example.test", "secret words"))
        assert "Sign in  ann@example.test  password secret words\n" in said

    def test_no_key_or_database_password_is_shown(self, opened: list[str], tmp_path: Path) -> None:
        assert "x" * 32 not in announced(tmp_path)

    def test_the_browser_is_opened_once(self, opened: list[str], tmp_path: Path) -> None:
        announced(tmp_path)
        assert opened == ["http://127.0.0.1:3001"]

    def test_not_when_nobody_wants_it(self, opened: list[str], tmp_path: Path) -> None:
        announced(tmp_path, browser=False)
        assert opened == []

    def test_not_when_nobody_would_see_it(
        self, opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(run, "has_display", lambda: False)
        announced(tmp_path)
        assert opened == []


class TestDisplay:
    @pytest.mark.parametrize(
        ("platform", "variables", "expected"),
        [
            ("linux", {}, False),
            ("linux", {"DISPLAY": ":0"}, True),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
            ("darwin", {}, True),
            ("darwin", {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, False),
            ("win32", {}, True),
        ],
    )
    def test_of_each_system(
        self, monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: bool
    ) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr("sys.platform", platform)
        assert has_display() is expected


def test_the_suggested_port_is_the_next_free_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_table, "port_is_free", lambda port: port not in {3001, 3002})
    assert next_free_port(3000) == 3003
