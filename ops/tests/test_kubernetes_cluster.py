"""Preparing a cluster, the hosts file, port-forward and cleanup: what the programs are told. They are stand-ins."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from cluster_kit import NOT_FOUND, FakeCluster, items
from todo_ops import cli
from todo_ops.console import confirmed
from todo_ops.errors import OpsError, PortTakenError, ProcessFailedError
from todo_ops.kubernetes import cleanup, cluster, hosts, port_forward
from todo_ops.kubernetes.release import MADE_HERE

VERSION = {"serverVersion": {"gitVersion": "v1.31.4", "major": "1", "minor": "31+"}}
STORAGE = items(
    {"metadata": {"name": "slow"}},
    {"metadata": {"name": "standard", "annotations": {"storageclass.kubernetes.io/is-default-class": "true"}}},
)
HOSTS = "127.0.0.1 localhost\n# 10.0.0.1 todo.local\n192.168.49.2 todo.local\n"


@pytest.fixture
def hosts_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "hosts"
    file.write_text("127.0.0.1 localhost\n")
    monkeypatch.setattr(hosts, "UNIX_FILE", file)
    return file


@pytest.fixture
def complete(fake: FakeCluster, hosts_file: Path) -> FakeCluster:
    """A cluster that has everything, and a hosts file of its own."""
    fake.answer("version", VERSION)
    fake.answer("get storageclasses", STORAGE)
    fake.answer("get ingressclasses", items({"metadata": {"name": "nginx"}}))
    fake.answer("minikube status", "", 7)
    fake.answer("minikube addons list", {"ingress": {"Status": "disabled"}, "dashboard": {"Status": "enabled"}})
    fake.answer("minikube ip", "192.168.49.2")
    return fake


class TestMinikube:
    def test_started_with_the_size_and_the_addons_that_are_needed(
        self, complete: FakeCluster, hosts_file: Path
    ) -> None:
        complete.has("minikube")
        assert cluster.run(cluster.Options(yes=True), complete.console) == 0
        assert complete.calls("minikube start") == [
            ["minikube", "start", "--cpus=4", "--memory=8192", "--disk-size=20g"]
        ]
        assert [call[-1] for call in complete.calls("minikube addons enable")] == ["ingress", "metrics-server"]
        assert ["kubectl", "config", "use-context", "minikube"] in complete.calls()
        assert "192.168.49.2 todo.local" in hosts_file.read_text()

    def test_one_that_runs_is_not_started_again(self, complete: FakeCluster) -> None:
        complete.has("minikube")
        complete.answer("minikube status", "Running")
        cluster.run(cluster.Options(yes=True), complete.console)
        assert complete.calls("minikube start") == []

    def test_missing(self, complete: FakeCluster) -> None:
        with pytest.raises(OpsError, match=r"minikube is not installed.*or use another cluster with --driver"):
            cluster.run(cluster.Options(), complete.console)
        assert complete.changes() == []

    def test_a_dry_run(self, complete: FakeCluster, hosts_file: Path) -> None:
        complete.has("minikube")
        assert cluster.run(cluster.Options(dry_run=True, yes=True), complete.console) == 0
        assert complete.calls("minikube start") == complete.calls("minikube addons enable") == []
        assert "would run: minikube start --cpus=4" in complete.shown
        assert hosts_file.read_text() == "127.0.0.1 localhost\n"


class TestKind:
    def test_created_once_with_ingress_and_metrics(self, complete: FakeCluster, hosts_file: Path) -> None:
        complete.has("kind", "docker")
        complete.answer("kind get clusters", "other")
        assert cluster.run(cluster.Options("kind", yes=True), complete.console) == 0
        (created,) = complete.calls("kind create")
        assert "hostPort: 80\n" in created[-1]
        assert "listenAddress: 127.0.0.1" in created[-1]
        traefik, metrics = complete.calls("helm upgrade")
        assert "ingressClass.name=nginx" in traefik
        assert "metrics-server" in metrics
        assert "127.0.0.1 todo.local" in hosts_file.read_text()
        complete.answer("kind get clusters", "other\ntodo")
        cluster.run(cluster.Options("kind", yes=True), complete.console)
        assert len(complete.calls("kind create")) == 1

    @pytest.mark.parametrize("name", ["kind", "docker"])
    def test_missing(self, complete: FakeCluster, name: str) -> None:
        complete.has("kind", "docker")
        complete.lacks(name)
        with pytest.raises(OpsError, match=f"{name} is not installed"):
            cluster.run(cluster.Options("kind"), complete.console)


class TestCurrent:
    def test_what_there_is_is_shown_and_nothing_changed(self, complete: FakeCluster, hosts_file: Path) -> None:
        assert cli.main(["cluster", "--driver", "current", "--context", "far"]) == 0
        assert complete.changes() == []
        assert all("far" in call for call in complete.calls())
        assert hosts_file.read_text() == "127.0.0.1 localhost\n"
        cluster.run(cluster.Options("current"), complete.console)
        for found in ("v1.31.4", "standard", "nginx", "metrics.k8s.io"):
            assert found in complete.shown

    def test_what_is_needed_and_not_there(self, complete: FakeCluster) -> None:
        complete.answer("get storageclasses", items())
        assert cluster.run(cluster.Options("current"), complete.console) == 1
        assert "Default storage class  missing: name one in postgres.persistence.storageClass" in complete.shown

    def test_too_old(self, complete: FakeCluster) -> None:
        complete.answer("version", {"serverVersion": {"gitVersion": "v1.29.9", "major": "1", "minor": "29"}})
        assert cluster.run(cluster.Options("current"), complete.console) == 1
        assert "missing: 1.30 or newer is needed" in complete.shown

    def test_what_can_be_done_without(self, complete: FakeCluster) -> None:
        complete.answer("get ingressclasses", items())
        complete.answer("--raw=/apis/metrics", "not found", 1)
        assert cluster.run(cluster.Options("current"), complete.console) == 0
        assert "missing: without one, open the app by ./todo port-forward" in complete.shown
        assert "missing: without metrics-server nothing scales by itself" in complete.shown


class TestHosts:
    def test_an_entry_is_found_and_a_remark_is_none(self) -> None:
        assert hosts.entry(HOSTS, "todo.local") == "192.168.49.2"
        assert hosts.entry("# 10.0.0.1 todo.local\n\n", "todo.local") == ""
        assert hosts.entry("10.0.0.1 not-todo.local\n", "todo.local") == ""

    def test_an_old_address_gives_way(self) -> None:
        changed = hosts.with_entry(HOSTS, "10.9.9.9", "todo.local")
        assert changed == "127.0.0.1 localhost\n# 10.0.0.1 todo.local\n10.9.9.9 todo.local\n"
        assert hosts.with_entry(changed, "10.9.9.9", "todo.local") == changed

    def test_nothing_is_written_without_a_yes(self, fake: FakeCluster, hosts_file: Path) -> None:
        assert not hosts.ensure(fake.console, "10.0.0.1", yes=False)
        assert hosts_file.read_text() == "127.0.0.1 localhost\n"
        assert "    10.0.0.1 todo.local" in fake.shown

    def test_written_once(self, fake: FakeCluster, hosts_file: Path) -> None:
        for _ in range(2):
            assert hosts.ensure(fake.console, "10.0.0.1", yes=True)
        assert hosts_file.read_text() == "127.0.0.1 localhost\n10.0.0.1 todo.local\n"

    def test_printed_where_it_may_not_be_written(
        self, fake: FakeCluster, hosts_file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("os.access", lambda path, mode: False)
        assert not hosts.ensure(fake.console, "10.0.0.1", yes=True)
        assert "as its administrator:\n    10.0.0.1 todo.local" in fake.shown
        assert hosts_file.read_text() == "127.0.0.1 localhost\n"

    def test_a_line_that_names_others_too_is_left_to_people(self, fake: FakeCluster, hosts_file: Path) -> None:
        hosts_file.write_text("10.0.0.2 todo.local api.local\n")
        assert not hosts.ensure(fake.console, "10.0.0.1", yes=True)
        assert hosts_file.read_text() == "10.0.0.2 todo.local api.local\n"

    @pytest.mark.parametrize(
        ("typed", "answer"),
        [("y", True), ("YES", True), (" yes ", True), ("n", False), ("", False), ("yesterday", False), ("no", False)],
    )
    def test_only_a_clear_yes_is_one(self, typed: str, answer: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        class Terminal(StringIO):
            def isatty(self) -> bool:
                return True

        def ask(question: str) -> str:
            assert question == "Delete all? [y/N] "
            return typed

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("builtins.input", ask)
        assert confirmed("Delete all?") is answer

    def test_without_a_terminal_the_answer_is_no(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", None)
        assert not confirmed("Sure?")


class TestPortForward:
    def test_again_when_the_pod_goes_away(self, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(port_forward, "PAUSE_SECONDS", 0)
        said: Iterator[str] = iter(
            ["Forwarding from 127.0.0.1:8080 -> 3000\nlost connection to pod"] * 2 + ["no pods"] * 3
        )
        forward = port_forward.Forwarding.once

        def once(self: port_forward.Forwarding) -> str:
            fake.answer("port-forward", next(said))
            return forward(self)

        monkeypatch.setattr(port_forward.Forwarding, "once", once)
        with pytest.raises(ProcessFailedError, match="todo can't be reached: no pods"):
            port_forward.run(fake.release(), 8080, fake.console, most_failures=3)
        calls = fake.calls("kubectl --namespace todo port-forward")
        assert len(calls) == 5
        assert calls[0][-2:] == ["service/todo-frontend", "8080:3000"]
        assert fake.shown.count("http://127.0.0.1:8080 leads to todo") == 2
        assert "Connecting again (lost connection to pod)" in fake.shown

    def test_a_port_that_is_taken(self, fake: FakeCluster) -> None:
        fake.answer("port-forward", "listen tcp4 127.0.0.1:80: bind: address already in use", 1)
        with pytest.raises(PortTakenError, match=r"Port 80 is taken. Choose another one with --port"):
            port_forward.run(fake.release(), 80, fake.console)


class TestCleanup:
    @pytest.fixture(autouse=True)
    def own_namespace(self, fake: FakeCluster) -> None:
        fake.answer("get namespace", {"metadata": {"labels": MADE_HERE}})
        fake.answer("helm list", [])

    def test_the_data_stays(self, fake: FakeCluster) -> None:
        assert cli.main(["cleanup", "--yes"]) == 0
        assert fake.changes() == ["helm uninstall todo --wait --timeout 180s --namespace todo"]

    def test_the_data_goes_only_with_a_yes(self, fake: FakeCluster) -> None:
        asked: list[str] = []

        def refuse(question: str) -> bool:
            asked.append(question)
            return False

        with pytest.raises(OpsError, match="Nothing was deleted"):
            cleanup.run(fake.release(), fake.console, data=True, yes=False, ask=refuse)
        assert asked == ["Delete every task, account and backup of todo in todo, for good?"]
        assert fake.changes() == []
        assert cli.main(["cleanup", "--data"]) == 2  # no terminal to ask on
        assert fake.changes() == []

    def test_with_a_yes_claims_secrets_and_the_namespace_go(self, fake: FakeCluster) -> None:
        assert cli.main(["cleanup", "--data", "--yes"]) == 0
        uninstall, data, namespace = fake.changes()
        assert "uninstall" in uninstall
        assert "persistentvolumeclaims,secrets --selector app.kubernetes.io/instance=todo" in data
        assert "delete namespace todo" in namespace

    def test_a_namespace_that_others_made_or_use_stays(self, fake: FakeCluster) -> None:
        fake.answer("helm list", [{"name": "todo"}, {"name": "second"}])
        cleanup.run(fake.release(), fake.console, data=True, yes=True)
        fake.answer("helm list", [])
        fake.answer("get namespace", {"metadata": {"labels": {}}})
        cleanup.run(fake.release(), fake.console, data=True, yes=True)
        assert not any("delete namespace" in call for call in fake.changes())

    def test_twice(self, fake: FakeCluster) -> None:
        fake.answer("helm status", NOT_FOUND, 1)
        fake.answer("get namespace", "NotFound", 1)
        assert cli.main(["cleanup", "--yes", "--data"]) == 0
        assert not any("uninstall" in call or "delete namespace" in call for call in fake.changes())
