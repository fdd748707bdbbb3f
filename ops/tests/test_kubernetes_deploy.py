"""Deploying, upgrading, rolling back: what Helm is told, and how a failure is explained. The programs are stand-ins."""

import json
from pathlib import Path

import pytest
from cluster_kit import DEPLOYED, INGRESS, NOT_FOUND, FakeCluster, container, deployment, items, pod
from todo_ops import cli, manifests
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes import deploy, pod_states, status
from todo_ops.kubernetes.release import Release

WAITING = container(waiting={"reason": "ImagePullBackOff", "message": 'Back-off pulling image "todo-backend:v9"'})
EVENTS = items(
    {"type": "Normal", "reason": "Scheduled", "message": "Assigned", "lastTimestamp": "2026-01-01T00:00:00Z"},
    {"type": "Warning", "reason": "Failed", "message": "Error: ErrImagePull", "lastTimestamp": "2026-01-01T00:00:09Z"},
    {"type": "Warning", "reason": "Failed", "message": "no such image", "lastTimestamp": "2026-01-01T00:00:05Z"},
)


class TestMissing:
    @pytest.mark.parametrize("name", ["kubectl", "helm"])
    def test_a_program_is_named_with_where_to_get_it(self, fake: FakeCluster, name: str) -> None:
        fake.lacks(name)
        for command in (["deploy"], ["status"], ["upgrade"], ["rollback"], ["cleanup"], ["backup"], ["verify"]):
            assert cli.main(command) == 2
        assert fake.calls() == []

    def test_the_message(self, fake: FakeCluster) -> None:
        fake.lacks("kubectl")
        with pytest.raises(OpsError, match=r"kubectl is not installed, or not on the PATH: https://kubernetes.io/"):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)

    def test_no_cluster_answers(self, fake: FakeCluster) -> None:
        fake.answer("version", "The connection to the server localhost:8080 was refused", 1)
        with pytest.raises(ProcessFailedError, match=r"No cluster answers .*refused.*\./todo cluster"):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert fake.changes() == []

    def test_wrong_use(self, fake: FakeCluster) -> None:
        for arguments in (["--timeout", "soon"], ["--unknown"]):
            with pytest.raises(SystemExit) as ended:
                cli.main(["deploy", *arguments])
            assert ended.value.code == 2
        assert cli.main(["deploy", "--values", "/no/such/file.yaml"]) == 2
        assert cli.main(["deploy", "--set", "ingress.host"]) == 2
        assert cli.main(["deploy", "--tag", "latest"]) == 2
        assert fake.changes() == []


class TestDeploy:
    def test_into_a_new_namespace_that_enforces_pod_security(self, fake: FakeCluster) -> None:
        fake.answer("get namespace", 'namespaces "todo" not found', 1)
        fake.answer("helm status", NOT_FOUND, 1)
        fake.answer("get ingress", INGRESS)
        assert deploy.deploy(fake.release(), deploy.Options(), fake.console) == 0
        namespace, install = fake.changes()
        assert namespace.startswith("kubectl --namespace todo apply --filename=- ")
        assert "pod-security.kubernetes.io/enforce: restricted" in namespace
        assert install == (
            f"helm upgrade todo {manifests.CHART} --install --wait --timeout 300s "
            f"--values={deploy.LAPTOP_VALUES} --namespace todo"
        )
        assert "Address  http://todo.local" in fake.shown

    def test_what_was_chosen_reaches_helm(self, fake: FakeCluster, tmp_path: Path) -> None:
        file = tmp_path / "mine.yaml"
        file.write_text("{}")
        fake.answer("get ", INGRESS)
        command = ["deploy", "--release", "mine", "--namespace", "team", "--context", "far", "--timeout", "9"]
        assert cli.main([*command, "-f", str(file), "--set", "a=b", "--tag", "v2"]) == 0
        (install,) = fake.changes()
        assert "upgrade mine" in install
        assert "--timeout 9s" in install
        assert f"--values={file}" in install
        assert "--set backend.image.tag=v2 --set frontend.image.tag=v2 --set a=b" in install
        assert install.endswith("--namespace team --kube-context far")
        assert "values-dev" not in install
        assert all("--context" in call for call in fake.calls("kubectl"))

    def test_a_namespace_that_is_there_stays_as_it_is(self, fake: FakeCluster) -> None:
        fake.answer("get ", INGRESS)
        deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert [call for call in fake.changes() if "apply" in call] == []

    def test_a_dry_run_runs_nothing_at_all(self, fake: FakeCluster, capsys: pytest.CaptureFixture[str]) -> None:
        for command in ("deploy", "upgrade", "rollback", "status", "port-forward", "cleanup", "backup", "verify"):
            assert cli.main([command, "--dry-run"]) == 0
        assert cli.main(["restore", "latest", "--dry-run"]) == 0
        assert cli.main(["cleanup", "--data", "--dry-run"]) == 0
        assert fake.calls() == []
        assert f"would run: helm upgrade todo {manifests.CHART} --install --wait" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("state", "first"), [("pending-install", "helm uninstall todo"), ("pending-upgrade", "helm rollback todo")]
    )
    def test_an_earlier_one_that_was_interrupted(self, fake: FakeCluster, state: str, first: str) -> None:
        fake.answer("helm status", {"info": {"status": state}})
        fake.answer("get ", INGRESS)
        deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert fake.changes()[0].startswith(first)

    def test_no_ingress_is_no_reason_to_fail(self, fake: FakeCluster) -> None:
        fake.answer("get namespace", {})
        fake.answer("get ingress", "NotFound", 1)
        deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert "use ./todo port-forward" in fake.shown


class TestUpgradeAndRollback:
    def test_values_stay(self, fake: FakeCluster) -> None:
        assert deploy.upgrade(fake.release(), deploy.Options(tag="v5"), fake.console) == 0
        (call,) = fake.changes()
        assert "--reset-then-reuse-values --set backend.image.tag=v5" in call
        assert "--values" not in call

    def test_nothing_is_installed(self, fake: FakeCluster) -> None:
        fake.answer("helm status", NOT_FOUND, 1)
        assert cli.main(["upgrade"]) == 2
        assert cli.main(["rollback"]) == 2
        assert fake.changes() == []

    def test_back(self, fake: FakeCluster) -> None:
        assert cli.main(["rollback"]) == 0
        assert cli.main(["rollback", "3", "--timeout", "60"]) == 0
        assert fake.changes() == [
            "helm rollback todo --wait --timeout 300s --namespace todo",
            "helm rollback todo 3 --wait --timeout 60s --namespace todo",
        ]


class TestFailure:
    def test_each_pod_that_does_not_come_up_is_told_with_the_cause_and_what_to_do(self, fake: FakeCluster) -> None:
        failing = pod("todo-backend-2", phase="Pending", containerStatuses=[{**WAITING, "image": "todo-backend:v9"}])
        fake.answer("get namespace", {})
        fake.answer("helm upgrade", "Error: context deadline exceeded", 1)
        fake.answer("get ", items())
        fake.answer("get pods", items(pod(), failing, deployment()))
        with pytest.raises(ProcessFailedError, match="todo did not come up") as failure:
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert failure.value.exit_code == 1
        assert "Error: context deadline exceeded" in fake.shown
        state = 'todo-backend-2: backend is waiting: ImagePullBackOff (Back-off pulling image "todo-backend:v9")'
        assert state in fake.shown
        assert "1. No node can get the image todo-backend:v9 of the backend. [image]" in fake.shown
        assert "to do: On a local cluster hand the images over" in fake.shown
        assert "todo-backend-1" not in fake.shown

    def test_what_a_crash_said_is_shown(self, fake: FakeCluster) -> None:
        crashed = container("migrate", waiting={"reason": "CrashLoopBackOff"}, restarts=2)
        crashed["lastState"] = {"terminated": {"exitCode": 2, "reason": "Error"}}
        fake.answer("get namespace", {})
        fake.answer("helm upgrade", "Error: timed out", 1)
        fake.answer("get ", items())
        fake.answer("get pods", items(pod(phase="Pending", initContainerStatuses=[crashed]), deployment()))
        fake.answer("--previous", "JWT_SECRET_KEY: is not set")
        with pytest.raises(ProcessFailedError):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert "todo-backend-1: migrate is waiting: CrashLoopBackOff" in fake.shown
        assert "shown by: JWT_SECRET_KEY: is not set" in fake.shown

    def test_where_no_check_finds_a_cause_it_says_so(self, fake: FakeCluster) -> None:
        slow = pod(phase="Running", containerStatuses=[container(running={})])
        fake.answer("get namespace", {})
        fake.answer("helm upgrade", "Error: timed out", 1)
        fake.answer("get ", items())
        fake.answer("get pods", items(slow, deployment()))
        with pytest.raises(ProcessFailedError):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert "todo-backend-1: backend runs and is not ready" in fake.shown
        assert "No check finds a cause." in fake.shown
        assert "Nothing is wrong" not in fake.shown

    def test_where_nothing_was_made_nobody_is_sent_round_in_circles(self, fake: FakeCluster) -> None:
        fake.answer("get ", items())
        fake.answer("get namespace", {})
        fake.answer("helm upgrade", "Error: forbidden", 1)
        with pytest.raises(ProcessFailedError):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert "what failed is in the message above" in fake.shown
        assert "./todo deploy" not in fake.shown

    def test_where_every_pod_is_ready_the_message_of_helm_counts(self, fake: FakeCluster) -> None:
        fake.answer("get namespace", {})
        fake.answer("helm upgrade", "Error: no matches for kind", 1)
        fake.answer("get ", items())
        fake.answer("get pods", items(pod(), pod("todo-backup-1", phase="Succeeded"), deployment()))
        with pytest.raises(ProcessFailedError):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert "no matches for kind" in fake.shown
        assert "Every pod that exists is ready" in fake.shown

    def test_a_claim_that_can_not_change_is_said_with_what_to_do(self, fake: FakeCluster) -> None:
        fake.answer("get namespace", {})
        refused = 'StatefulSet.apps "todo-postgres" is invalid: spec: Forbidden: updates to statefulset spec for fields'
        fake.answer("helm upgrade", f"Error: UPGRADE FAILED: {refused} other than 'replicas' are forbidden", 1)
        with pytest.raises(ProcessFailedError, match=r"todo is as it was: .*postgres\.persistence"):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert not [call for call in fake.calls() if "pods" in call]

    def test_when_the_cluster_goes_away_meanwhile(self, fake: FakeCluster) -> None:
        fake.answer("get namespace", {})
        fake.answer("helm upgrade", "Error: lost", 1)
        fake.answer("get pods", "connection refused", 1)
        with pytest.raises(ProcessFailedError, match="did not come up"):
            deploy.deploy(fake.release(), deploy.Options(), fake.console)
        assert "The pods can't be looked at" in fake.shown


class TestReason:
    def test_the_first_step_that_is_not_done_holds_the_pod_up(self) -> None:
        done = container("wait-for-volume", terminated={"exitCode": 0})
        failed = container("migrate", terminated={"exitCode": 3, "reason": "Error"})
        waiting = container(waiting={"reason": "PodInitializing"})
        found = pod(phase="Pending", initContainerStatuses=[done, failed], containerStatuses=[waiting])
        assert pod_states.reason(found) == "migrate ended: Error, exit code 3"
        found["status"]["initContainerStatuses"] = [done]
        assert pod_states.reason(found) == "backend is waiting: PodInitializing"

    def test_one_that_runs_and_is_not_ready(self) -> None:
        assert pod_states.reason(pod(containerStatuses=[container(running={})])) == "backend runs and is not ready"
        restarted = container(running={}, restarts=4)
        assert pod_states.reason(pod(containerStatuses=[restarted])).endswith("after 4 restarts")

    def test_one_that_no_node_takes(self) -> None:
        condition = {"type": "PodScheduled", "status": "False", "message": "0/1 nodes: Insufficient cpu"}
        assert pod_states.reason(pod(phase="Pending", conditions=[condition])) == (
            "no node takes it: 0/1 nodes: Insufficient cpu"
        )
        assert pod_states.reason(pod(phase="Pending")) == "Pending"


class TestStatus:
    def test_what_runs_and_what_does_not(self, fake: FakeCluster) -> None:
        failing = pod("todo-backend-2", containerStatuses=[WAITING])
        backup = pod("todo-backup-1", component="backup", phase="Failed")
        scaler = {
            "metadata": {"name": "todo-backend"},
            "spec": {"minReplicas": 2, "maxReplicas": 5},
            "status": {"currentReplicas": 2, "currentMetrics": [{"resource": {"current": {"averageUtilization": 41}}}]},
        }
        fake.answer("get pods", items(pod(), failing, backup))
        fake.answer("get hpa", items(scaler))
        fake.answer("get ingress", INGRESS)
        assert status.run(fake.release(), fake.console) == 1
        assert "todo in todo: deployed" in fake.shown
        assert "todo-backend-1: ready" in fake.shown
        assert "todo-backend-2: backend is waiting: ImagePullBackOff" in fake.shown
        assert "todo-backend: 2 of 2 to 5, CPU 41 %" in fake.shown
        assert "todo-backup-1" not in fake.shown

    def test_all_well(self, fake: FakeCluster) -> None:
        fake.answer("get ", items(pod()))
        fake.answer("get hpa", items({"metadata": {"name": "a"}, "spec": {"minReplicas": 1, "maxReplicas": 2}}))
        fake.answer("get ingress", {"spec": {"rules": [{"host": "todo.example.com"}], "tls": [{}]}})
        assert status.run(fake.release(), fake.console) == 0
        assert "https://todo.example.com" in fake.shown
        assert "a: 0 of 1 to 2, CPU unknown" in fake.shown

    def test_a_failed_release(self, fake: FakeCluster) -> None:
        fake.answer("get ", items())
        fake.answer("get ingress", INGRESS)
        fake.answer("helm status", DEPLOYED.replace("deployed", "failed"))
        assert status.run(fake.release(), fake.console) == 1


@pytest.mark.parametrize(
    ("name", "fullname"),
    [("todo", "todo"), ("my-todo", "my-todo"), ("second", "second-todo"), ("x" * 36, "x" * 36 + "-tod")],
)
def test_names_are_those_of_the_chart(fake: FakeCluster, name: str, fullname: str) -> None:
    assert fake.release(name=name).fullname == fullname


def test_a_question_that_failed_for_another_reason_is_no_answer(fake: FakeCluster) -> None:
    fake.answer("get ingress", "Error from server (Forbidden)", 1)
    fake.answer("helm status", "Error: forbidden", 1)
    release: Release = fake.release()
    with pytest.raises(ProcessFailedError, match="Forbidden"):
        release.find("ingress", "todo")
    with pytest.raises(ProcessFailedError, match="forbidden"):
        release.status()


def test_pods_on_their_way_out_do_not_count(fake: FakeCluster) -> None:
    leaving = pod("todo-backend-2")
    leaving["metadata"]["deletionTimestamp"] = "2026-01-01T00:00:00Z"
    fake.answer("get pods", json.dumps(items(pod(), leaving)))
    assert [found["metadata"]["name"] for found in fake.release().pods("backend")] == ["todo-backend-1"]
