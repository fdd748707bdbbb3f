"""Backups: where they go, which one is the latest, and that nothing half done stays. The programs are stand-ins."""

import json
from pathlib import Path
from typing import Any

import pytest
from cluster_kit import FakeCluster, items, pod
from todo_ops import cli
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes import backups

DEPLOYMENT = {"spec": {"replicas": 3}}
CRONJOB: dict[str, Any] = {
    "spec": {
        "jobTemplate": {
            "spec": {
                "template": {
                    "metadata": {"labels": {"app.kubernetes.io/component": "backup"}},
                    "spec": {
                        "restartPolicy": "Never",
                        "volumes": [{"name": "backups"}],
                        "containers": [
                            {
                                "name": "backup",
                                "image": "postgres:16-alpine",
                                "args": ["dump"],
                                "env": [{"name": "PGHOST"}],
                            }
                        ],
                    },
                }
            }
        }
    }
}


@pytest.fixture
def database(fake: FakeCluster) -> FakeCluster:
    """A release with its own database and no schedule of backups."""
    fake.answer("get cronjob", "NotFound", 1)
    fake.answer("get pods", items(pod("todo-postgres-0", component="postgres")))
    fake.answer("get deployment", DEPLOYMENT)
    fake.answer("pg_dump", "PGDMP and the rest")
    return fake


def dump(fake: FakeCluster, name: str, content: str = "PGDMP") -> Path:
    file = backups.folder(fake.release()) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)
    return file


class TestBackup:
    def test_a_private_file_named_by_its_time(self, database: FakeCluster) -> None:
        assert cli.main(["backup"]) == 0
        (file,) = backups.folder(database.release()).iterdir()
        assert file.name.startswith("todo-20")
        assert file.name.endswith("Z.dump")
        assert file.read_text().startswith("PGDMP")
        assert file.stat().st_mode & 0o777 == 0o600
        (call,) = database.calls("kubectl --namespace todo exec")
        assert call[4] == "todo-postgres-0"

    def test_where_it_was_asked_for(self, database: FakeCluster, tmp_path: Path) -> None:
        file = tmp_path / "new" / "mine.dump"
        assert cli.main(["backup", "--output", str(file)]) == 0
        assert file.read_text().startswith("PGDMP")

    @pytest.mark.parametrize(("said", "code"), [("connection refused", 1), ("no dump at all", 0), ("", 0)])
    def test_a_failed_one_leaves_no_file(self, database: FakeCluster, said: str, code: int) -> None:
        database.answer("pg_dump", said, code)
        with pytest.raises(ProcessFailedError, match="pg_dump failed"):
            backups.backup(database.release(), database.console)
        assert list(backups.folder(database.release()).iterdir()) == []

    def test_a_failed_one_keeps_the_one_before(self, database: FakeCluster, tmp_path: Path) -> None:
        file = tmp_path / "mine.dump"
        file.write_text("the one before")
        database.answer("pg_dump", "broken", 1)
        with pytest.raises(ProcessFailedError):
            backups.backup(database.release(), database.console, file)
        assert file.read_text() == "the one before"

    def test_a_database_outside_the_cluster_needs_the_charts_backups(self, database: FakeCluster) -> None:
        database.answer("get pods", items())
        with pytest.raises(OpsError, match=r"outside the cluster: deploy with --set backup\.enabled=true"):
            backups.backup(database.release(), database.console)


class TestRestore:
    def test_the_api_is_stopped_meanwhile_and_as_many_pods_come_back(self, database: FakeCluster) -> None:
        file = dump(database, "todo-20260101T000000Z.dump")
        assert cli.main(["restore", str(file), "--yes"]) == 0
        stop, gone, restore, start, ready = database.changes()
        assert stop.endswith("scale deployment/todo-backend --replicas=0")
        assert "wait pods" in gone
        assert "exec --stdin todo-postgres-0" in restore
        assert restore.endswith("PGDMP")  # the file is what it is given
        assert "drop schema public cascade" in restore
        assert "--single-transaction --set=ON_ERROR_STOP=1" in restore
        assert start.endswith("--replicas=3")
        assert "rollout status" in ready

    def test_the_api_comes_back_when_restoring_fails(self, database: FakeCluster) -> None:
        file = dump(database, "todo-1.dump")
        database.answer("pg_restore", "ERROR: the dump can not be read to its end", 1)
        with pytest.raises(ProcessFailedError, match="nothing was changed: ERROR: the dump"):
            backups.restore(database.release(), str(file), database.console, yes=True)
        assert database.changes()[-1].endswith("--replicas=3")

    def test_without_a_yes_nothing_happens(self, database: FakeCluster) -> None:
        dump(database, "todo-1.dump")
        with pytest.raises(OpsError, match="Nothing was changed"):
            backups.restore(database.release(), "latest", database.console, yes=False, ask=lambda question: False)
        assert database.changes() == []

    def test_the_latest_is_the_last_by_name(self, database: FakeCluster) -> None:
        older, newer = dump(database, "todo-20260101T000000Z.dump"), dump(database, "todo-20260201T000000Z.dump")
        place = backups.Place("todo-postgres-0", "", claim=False)
        assert backups.chosen(database.release(), place, "latest") == (newer.name, newer)
        assert backups.chosen(database.release(), place, older.name) == (older.name, older)
        with pytest.raises(OpsError, match=r"no dump other\.dump. There are: todo-20260101"):
            backups.chosen(database.release(), place, "other.dump")

    def test_no_backup_at_all(self, database: FakeCluster) -> None:
        assert cli.main(["restore", "latest", "--yes"]) == 2
        assert database.changes() == []

    def test_a_file_that_is_no_dump(self, database: FakeCluster, tmp_path: Path) -> None:
        file = tmp_path / "tasks.csv"
        file.write_text("a,b")
        with pytest.raises(OpsError, match="is not a dump"):
            backups.restore(database.release(), str(file), database.console, yes=True)
        assert not any("psql" in call for call in database.changes())


class TestClaim:
    @pytest.fixture
    def scheduled(self, database: FakeCluster) -> FakeCluster:
        database.answer("get cronjob", CRONJOB)
        database.answer("ls /backups", "todo-20260301T000000Z.dump\ntodo-20260302T000000Z.dump.partial\nlost+found")
        return database

    def test_the_newest_there_is_the_latest(self, scheduled: FakeCluster) -> None:
        dump(scheduled, "todo-20260201T000000Z.dump")
        assert cli.main(["restore", "latest", "--yes"]) == 0
        (restore,) = [call for call in scheduled.changes() if "pg_restore" in call]
        assert "exec todo-restore" in restore
        assert "pg_restore --no-owner --no-privileges --file=- '/backups/todo-20260301T000000Z.dump'" in restore
        assert "DATABASE_URL" in restore

    def test_the_helper_is_like_the_schedules_pods_and_goes_afterwards(self, scheduled: FakeCluster) -> None:
        backups.backup(scheduled.release(), scheduled.console)
        (applied,) = [call for call in scheduled.calls() if "apply" in call]
        made = json.loads(applied[-1])
        assert made["metadata"] == {"name": "todo-restore", "labels": {"app.kubernetes.io/component": "backup"}}
        (container,) = made["spec"]["containers"]
        assert container["command"][0] == "sleep"
        assert container["args"] == []
        assert container["env"] == [{"name": "PGHOST"}]
        assert made["spec"]["volumes"] == [{"name": "backups"}]
        before, after = [call for call in scheduled.changes() if "delete pod todo-restore" in call]
        assert before == after == scheduled.changes()[-1]
        assert "--wait=true" in after  # the next command must not meet it on its way out

    def test_the_helper_goes_also_when_it_never_gets_ready(self, scheduled: FakeCluster) -> None:
        scheduled.answer("wait pod/", "timed out waiting", 1)
        with pytest.raises(ProcessFailedError, match="timed out"):
            backups.backup(scheduled.release(), scheduled.console)
        assert "delete pod todo-restore" in scheduled.changes()[-1]
