"""The command line of the backend, and the wiring of the application."""

import json

import pytest
from fastapi import FastAPI
from support import client_of, make_settings, running
from todo import __main__ as command_line
from todo.config import ConfigurationError
from todo.main import create_app


class TestCommandLine:
    def test_openapi_is_printed_and_ends_well(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert command_line.main(["openapi"]) == 0
        assert json.loads(capsys.readouterr().out)["info"]["title"] == "Todo"

    @pytest.mark.parametrize(
        "arguments", [[], ["dance"], ["serve", "--now"], ["migrate", "--wait", "soon"], ["migrate", "--wait=-1"]]
    )
    def test_other_words_are_refused_with_usage(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            command_line.main(arguments)
        assert caught.value.code == 2
        assert "usage: python -m todo" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("error", "code", "line"),
        [
            (ConfigurationError("PORT: is not set"), 2, "todo: bad configuration: PORT: is not set\n"),
            (OSError("no route"), 1, "todo: migrate failed: no route\n"),
        ],
    )
    def test_failures_are_one_line_each(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        error: Exception,
        code: int,
        line: str,
    ) -> None:
        def fail(_: object) -> int:
            raise error

        monkeypatch.setattr(command_line, "_run", fail)
        assert command_line.main(["migrate"]) == code
        assert capsys.readouterr().err == line


class TestMigrating:
    @pytest.mark.parametrize(("options", "seconds"), [([], 30.0), (["--wait=0"], 0.0), (["--wait", "300"], 300.0)])
    def test_waits_as_long_as_it_is_told(
        self, options: list[str], seconds: float, monkeypatch: pytest.MonkeyPatch, database_url: str
    ) -> None:
        asked: list[float] = []
        monkeypatch.setattr("todo.migrations.migrate", lambda dsn, wait: asked.append(wait))
        monkeypatch.setattr(command_line, "load_settings", lambda: make_settings(database_url))
        assert command_line.main(["migrate", *options]) == 0
        assert asked == [seconds]


class TestApplication:
    async def test_starts_and_stops_again_and_again(self, database_url: str) -> None:
        for _ in range(2):
            async with running(create_app(make_settings(database_url))) as app, client_of(app) as client:
                assert (await client.get("/health/ready")).status_code == 200

    @pytest.mark.parametrize("preload", [False, True])
    async def test_the_assistant_is_loaded_before_it_is_ready_where_that_is_wanted(
        self, database_url: str, preload: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        loaded: list[bool] = []

        async def load() -> None:
            loaded.append(True)

        monkeypatch.setattr("todo.main.load_agent", load)
        async with running(create_app(make_settings(database_url, assistant_preload=preload))):
            assert loaded == [True] * preload

    async def test_two_in_one_process_do_not_share_state(self, app: FastAPI, database_url: str) -> None:
        async with running(create_app(make_settings(database_url, session_days=1))) as other:
            assert other.state.database is not app.state.database
            assert other.state.settings.session_days == 1

    async def test_nothing_is_served_beside_the_api(self, app: FastAPI) -> None:
        async with client_of(app) as client:
            for path in ("/", "/docs", "/redoc", "/openapi.json", "/metrics", "/tasks", "/api"):
                assert (await client.get(path)).status_code == 404, path
