"""`./todo ai` from the command line, with stand-ins of its programs and a model of our own."""

import json
from pathlib import Path
from typing import Any

import pytest
from ai_kit import Thing, event, facts, healthy, ingress, pod, waiting, with_pod
from cluster_kit import FakeCluster
from model_script import model, says
from todo_ops import cli
from todo_ops.ai import diagnose, explaining, hosts_check, k8sgpt
from todo_ops.ai import facts as reading
from todo_ops.ai.findings import Rank, finding
from todo_ops.errors import OpsError
from todo_ops.kubernetes.release import Release

BROKEN = with_pod(pod("backend", ready=False, **waiting("ErrImagePull", "no such image")))


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCluster:
    made = FakeCluster(tmp_path)
    monkeypatch.setenv("PATH", str(made.programs))
    monkeypatch.setenv("FAKE_CLUSTER", str(made.folder))
    monkeypatch.setattr(hosts_check, "resolves", lambda host: True)
    return made


def holds(cluster: FakeCluster, things: dict[str, list[Thing]]) -> None:
    """Let the cluster hold these objects."""
    wide = {"Node": "nodes", "StorageClass": "storageclasses", "IngressClass": "ingressclasses"}
    cluster.answer("get pods,", {"items": [one for kind in things if kind not in wide for one in things[kind]]})
    for kind, name in wide.items():
        cluster.answer(f"get {name}", {"items": things.get(kind, [])})
    cluster.answer("get secrets", "todo POSTGRES_PASSWORD JWT_SECRET_KEY\ntodo-tls tls.crt tls.key\n\n")
    cluster.answer("kubectl .*logs", "the end of a log")


def release(cluster: FakeCluster) -> Release:
    from todo_ops.kubernetes.programs import Programs

    return Release(Programs(cluster.console))


class TestReading:
    def test_secrets_are_names_and_keys(self, cluster: FakeCluster) -> None:
        holds(cluster, healthy())
        read = reading.read(release(cluster))
        assert read.secrets == {
            "todo": frozenset(["POSTGRES_PASSWORD", "JWT_SECRET_KEY"]),
            "todo-tls": frozenset(["tls.crt", "tls.key"]),
        }
        asked = [" ".join(call) for call in cluster.calls("kubectl") if "secrets" in " ".join(call)]
        assert all("go-template" in call and "json" not in call for call in asked)

    def test_logs_are_those_of_what_fails(self, cluster: FakeCluster) -> None:
        crashed = pod("backend", ready=False, restartCount=2, **waiting("CrashLoopBackOff"))
        holds(cluster, {**healthy(), "Pod": with_pod(crashed)})
        assert reading.read(release(cluster)).logs == {("todo-backend-1", "backend"): "the end of a log\n"}
        [call] = cluster.calls("kubectl --namespace todo logs")
        assert "--previous" in call

    def test_where_the_log_of_the_run_before_is_gone_the_one_that_is_there_counts(self, cluster: FakeCluster) -> None:
        crashed = pod("backend", ready=False, restartCount=2, **waiting("CrashLoopBackOff"))
        holds(cluster, {**healthy(), "Pod": with_pod(crashed)})
        cluster.answer("--previous", "unable to retrieve container logs for containerd://1")
        assert reading.read(release(cluster)).logs == {("todo-backend-1", "backend"): "the end of a log\n"}
        cluster.answer("kubectl .*logs", "unable to retrieve container logs for containerd://1")
        assert reading.read(release(cluster)).logs == {}

    def test_what_may_not_be_looked_at_is_remembered(self, cluster: FakeCluster) -> None:
        holds(cluster, healthy())
        cluster.answer("get nodes", "Error from server (Forbidden): nodes is forbidden", 1)
        cluster.answer("get secrets", "Error from server (Forbidden): secrets is forbidden", 1)
        cluster.answer("kubectl .*logs", "Error from server (Forbidden)", 1)
        read = reading.read(release(cluster))
        assert (read.unseen, read.secrets, read.logs) == (("nodes",), None, {})


class TestDiagnose:
    def test_nothing_is_wrong(self, cluster: FakeCluster) -> None:
        holds(cluster, healthy())
        assert diagnose.run(release(cluster), diagnose.Options(), cluster.console) == 0
        assert "Nothing is wrong with release todo in namespace todo: 3 pods, every check" in cluster.screen.getvalue()

    def test_pods_that_are_still_coming_up_are_counted(self, cluster: FakeCluster) -> None:
        holds(cluster, {**healthy(), "Pod": with_pod(pod("backend", ready=False, **waiting("PodInitializing")))})
        assert diagnose.run(release(cluster), diagnose.Options(), cluster.console) == 0
        assert "3 pods, 1 of them not ready yet" in cluster.screen.getvalue()

    def test_a_cause_with_what_shows_it_and_what_to_do(self, cluster: FakeCluster) -> None:
        holds(cluster, {**healthy(), "Pod": BROKEN})
        assert diagnose.run(release(cluster), diagnose.Options(), cluster.console) == 1
        said = cluster.screen.getvalue()
        assert "1. No node can get the image todo-backend:v4.0.0 of the backend. [image]" in said
        assert "shown by: no such image" in said
        assert "to do: Check the tag and the registry in the values backend.image" in said

    def test_json_is_for_programs(
        self, cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        holds(cluster, {**healthy(), "Pod": BROKEN})
        assert cli.main(["ai", "diagnose", "--json"]) == 1
        [one] = json.loads(capsys.readouterr().out)
        assert (one["cause"], one["part"], one["rank"]) == ("image", "backend", "cause")
        assert one["fixes"]

    def test_no_cluster(self, cluster: FakeCluster, capsys: pytest.CaptureFixture[str]) -> None:
        cluster.answer("version", "connection refused", 1)
        assert cli.main(["ai", "diagnose"]) != 0
        assert "No cluster answers" in "".join(capsys.readouterr())

    def test_what_could_not_be_looked_at_is_said(self, cluster: FakeCluster) -> None:
        holds(cluster, healthy())
        cluster.answer("get nodes", "Forbidden", 1)
        diagnose.run(release(cluster), diagnose.Options(), cluster.console)
        assert "Not looked at, as you may not: nodes." in cluster.screen.getvalue()

    def test_nothing_is_changed(self, cluster: FakeCluster) -> None:
        holds(cluster, {**healthy(), "Pod": BROKEN})
        diagnose.run(release(cluster), diagnose.Options(), cluster.console)
        assert cluster.changes() == []


REPORT = {
    "results": [
        {"kind": "Pod", "name": "todo/todo-backend-1", "error": [{"Text": "Back-off pulling image"}]},
        {"kind": "PodDisruptionBudget", "name": "todo/todo-backend-pdb", "error": [{"Text": "no pods match"}]},
    ]
}


class TestSecondOpinion:
    def test_what_ours_do_not_name_is_added(self, cluster: FakeCluster) -> None:
        cluster.has("k8sgpt")
        holds(cluster, {**healthy(), "Pod": BROKEN, "Event": [event("Pod", "todo-backend-1", "Failed", "image x")]})
        cluster.answer("k8sgpt analyze", REPORT)
        theirs = k8sgpt.findings(release(cluster))
        ours = diagnose.diagnose(reading.read(release(cluster)), theirs)
        assert [one.part for one in ours] == ["backend", "todo-backend-1", "todo-backend-pdb"]
        assert k8sgpt.merged([finding("image", "backend", "t", "todo-backend-1: x")], theirs)[1:] == [theirs[1]]

    def test_none_where_it_is_not_installed(self, cluster: FakeCluster) -> None:
        assert k8sgpt.findings(release(cluster)) == []

    @pytest.mark.parametrize(("said", "code"), [("no cluster", 1), ("[]", 0), ("no json", 0)])
    def test_its_own_failure_is_told_and_hides_nothing(self, cluster: FakeCluster, said: str, code: int) -> None:
        cluster.has("k8sgpt")
        cluster.answer("k8sgpt", said, code)
        [one] = k8sgpt.findings(release(cluster))
        assert (one.part, one.rank) == ("k8sgpt", Rank.WARNING)

    def test_the_context_is_passed_on(self, cluster: FakeCluster) -> None:
        cluster.has("k8sgpt")
        cluster.answer("k8sgpt", {"results": None})
        from todo_ops.kubernetes.programs import Programs

        assert k8sgpt.findings(Release(Programs(cluster.console), context="lab")) == []
        assert cluster.calls("k8sgpt")[0][-2:] == ["--kubecontext", "lab"]


class TestExplaining:
    FOUND = (finding("image", "backend", "No node can get the image.", "manifest unknown"),)

    def test_the_model_gets_the_findings_and_nothing_else(self) -> None:
        with model([says(" Wrong tag. ")]) as (address, asked):
            environment = {"OPENAI_BASE_URL": address, "OPENAI_MODEL": "small", "SECRET": "hidden-value"}
            assert explaining.explain(self.FOUND, environment) == "Wrong tag."
        [request] = asked
        assert request["model"] == "small"
        assert request["messages"][1]["content"] == explaining.as_text(self.FOUND[0])
        assert "hidden-value" not in json.dumps(request)

    @pytest.mark.parametrize("environment", [{}, {"OPENAI_MODEL": "m"}])
    def test_what_is_not_configured_is_named(self, environment: dict[str, str]) -> None:
        with pytest.raises(OpsError, match="OPENAI_API_KEY, or OPENAI_BASE_URL"):
            explaining.explain(self.FOUND, environment)

    @pytest.mark.parametrize(
        ("answer", "status", "message"),
        [
            (says(""), 200, "empty"),
            ({"choices": []}, 200, "empty"),
            ({"error": {"message": "bad key"}}, 401, "bad key"),
        ],
    )
    def test_a_model_that_gives_no_answer(self, answer: dict[str, Any], status: int, message: str) -> None:
        with model([answer], status) as (address, _), pytest.raises(OpsError, match=message):
            explaining.explain(self.FOUND, {"OPENAI_BASE_URL": address, "OPENAI_MODEL": "small"})

    def test_its_words_follow_the_findings(self, cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        holds(cluster, {**healthy(), "Pod": BROKEN})
        with model([says("Wrong tag.")]) as (address, _):
            monkeypatch.setenv("OPENAI_BASE_URL", address)
            monkeypatch.setenv("OPENAI_MODEL", "small")
            assert diagnose.run(release(cluster), diagnose.Options(explain=True), cluster.console) == 1
        assert cluster.screen.getvalue().endswith("In the words of the model:\nWrong tag.\n")


class TestNames:
    def test_one_that_this_machine_does_not_know(self) -> None:
        [one] = hosts_check.hosts(facts(), lambda host: False)
        assert (one.cause, one.rank) == ("ingress-host", Rank.WARNING)
        assert "todo.local" in one.title

    def test_one_for_many_names_is_not_asked_for(self) -> None:
        assert list(hosts_check.hosts(facts(Ingress=[ingress("*.example.org")]), lambda host: False)) == []

    def test_this_machine_knows_itself(self) -> None:
        assert hosts_check.resolves("localhost")
        assert not hosts_check.resolves("no-such-host.invalid")
