"""`./todo accounts`: over a real database; containers and clusters are stand-ins that record what is asked."""

import argparse
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cluster_kit import FakeCluster
from todo_ops import accounts, cli, compose, keys, process_table
from todo_ops.errors import OpsError
from todo_ops.postgres import PostgresServer
from todo_ops.stack import Stack

Captured = pytest.CaptureFixture[str]


def words(*given: str) -> list[str]:
    """What the backend's command is given for these arguments."""
    options: argparse.Namespace = cli.parser().parse_args(["accounts", *given])
    return accounts.arguments(options)


class TestArguments:
    @pytest.mark.parametrize(
        ("given", "wanted"),
        [
            (["list"], ["list"]),
            (["list", "--json"], ["list", "--json"]),
            (["add", "a@b.de"], ["add", "a@b.de"]),
            (["add", "a@b.de", "--name", "-A", "--time-zone", "UTC"], None),
            (["add", "a@b.de", "--name=-A", "--time-zone", "UTC"], ["add", "a@b.de", "--name=-A", "--time-zone=UTC"]),
            (["add", "a@b.de", "--name", ""], ["add", "a@b.de", "--name="]),
            (["--compose", "password", "a@b.de", "--password-stdin"], ["password", "a@b.de", "--password-stdin"]),
            (["delete", "a@b.de", "--yes", "--cluster", "--release", "x"], ["delete", "a@b.de", "--yes"]),
        ],
    )
    def test_are_passed_on(self, given: list[str], wanted: list[str] | None) -> None:
        if wanted is None:
            with pytest.raises(SystemExit):
                words(*given)
        else:
            assert words(*given) == wanted

    @pytest.mark.parametrize("given", [["add"], ["password"], ["delete"], ["list", "a@b.de"]])
    def test_an_address_where_one_is_needed(self, given: list[str]) -> None:
        with pytest.raises(OpsError, match=f"accounts {given[0]} (needs|takes)"):
            words(*given)

    @pytest.mark.parametrize("given", [[], ["dance"], ["list", "--compose", "--cluster"]])
    def test_other_words_are_refused(self, given: list[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            words(*given)
        assert caught.value.code == 2


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A data folder as a run leaves it; in a place that PostgreSQL's own user can reach."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        with PostgresServer(place / "postgres", log_file=place / "logs" / "postgres.log") as database:
            Stack(database.url(), keys.read_or_make(place / "jwt-secret-key"), 3000, 8000).backend("migrate")
        yield place
        PostgresServer(place / "postgres").remove()


class TestOnThisMachine:
    def test_while_nothing_runs_the_database_is_started_for_the_moment(self, folder: Path, capfd: Captured) -> None:
        assert cli.main(["accounts", "add", "ann@example.com", "--data", str(folder)]) == 0
        assert "ann@example.com has an account." in capfd.readouterr().out
        assert not PostgresServer(folder / "postgres").running
        assert cli.main(["accounts", "list", "--data", str(folder)]) == 0
        assert "ann@example.com (ann): since" in capfd.readouterr().out

    def test_the_database_of_a_run_is_used_and_left_running(self, folder: Path, capfd: Captured) -> None:
        with PostgresServer(folder / "postgres") as database:
            before = process_table.identify(database.pid or 0)
            assert cli.main(["accounts", "add", "ben@example.com", "--data", str(folder)]) == 0
            assert cli.main(["accounts", "password", "ben@example.com", "--data", str(folder)]) == 0
            assert "ben@example.com has another password" in capfd.readouterr().out
            assert process_table.identify(database.pid or 0) == before

    def test_what_the_backend_refuses_fails(self, folder: Path, capfd: Captured) -> None:
        assert cli.main(["accounts", "delete", "nobody@example.com", "--yes", "--data", str(folder)]) == 1
        assert "Nobody here has the address" in capfd.readouterr().err
        assert not PostgresServer(folder / "postgres").running

    def test_a_folder_without_anything_says_what_to_do_and_makes_nothing(
        self, tmp_path: Path, capsys: Captured
    ) -> None:
        assert cli.main(["accounts", "list", "--data", str(tmp_path / "new")]) != 0
        assert "Start the task manager once: ./todo run" in capsys.readouterr().err
        assert not (tmp_path / "new").exists()


class TestElsewhere:
    def test_on_a_cluster(self, fake: FakeCluster) -> None:
        options = ["--cluster", "--namespace", "team", "--release", "ours", "--context", "c"]
        assert cli.main(["accounts", "add", "a@b.de", "--language=de", *options]) == 0
        (call,) = (" ".join(call) for call in fake.calls("kubectl") if "exec" in call)
        assert call == (
            "kubectl --context c --namespace team exec --stdin deployment/ours-todo-backend --container backend -- "
            "python -m todo accounts add a@b.de --language=de"
        )

    def test_a_release_that_is_not_there(self, fake: FakeCluster, capsys: Captured) -> None:
        fake.answer("helm status", "Error: release: not found", 1)
        assert cli.main(["accounts", "list", "--cluster"]) != 0
        assert "There is no release todo in namespace todo" in capsys.readouterr().err
        assert not [call for call in fake.calls("kubectl") if "exec" in call]

    def test_what_fails_there_fails_here(self, fake: FakeCluster) -> None:
        fake.answer("exec", "todo: Nobody here has the address a@b.de.", 1)
        assert cli.main(["accounts", "password", "a@b.de", "--cluster"]) == 1

    def test_in_containers(
        self, fake: FakeCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        fake.has("docker")
        monkeypatch.setattr(compose, "ENV_FILE", tmp_path / ".env")
        assert cli.main(["accounts", "list", "--compose"]) != 0
        assert "Start them: ./todo compose" in capsys.readouterr().err
        (tmp_path / ".env").write_text("")
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        assert cli.main(["accounts", "list", "--compose"]) == 0
        (call,) = (call for call in fake.calls("docker") if "exec" in call)
        assert call[call.index("exec") :] == ["exec", "--no-TTY", "backend", *accounts.COMMAND, "list"]
