"""Each kind of trouble, in the words in which a cluster tells it, and what is found. Nothing here needs a cluster."""

from typing import Any

import pytest
from ai_kit import claim, ended, event, facts, ingress, pod, policy, thing, unscheduled, waiting, with_pod
from todo_ops.ai import diagnose
from todo_ops.ai.advice import FIXES
from todo_ops.ai.checks import all_findings
from todo_ops.ai.facts import COMPONENT, Facts

QUOTA = 'pods "todo-backend-7d" is forbidden: exceeded quota: small, requested: cpu=100m, used: cpu=1, limited: cpu=1'
SECURITY = 'pods "todo-backend-7d" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true'
NO_ROOM = "0/1 nodes are available: 1 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never."
REFUSED = 'asyncpg.exceptions.InvalidPasswordError: password authentication failed for user "todo"'
DENY_ALL: dict[str, Any] = {"policyTypes": ["Ingress", "Egress"]}


def found(broken: Facts) -> list[tuple[str, str]]:
    """Cause and part of what is found, in order."""
    return [(one.cause, one.part) for one in diagnose.diagnose(broken, resolve=lambda host: True)]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert found(facts()) == []


def of_pod(part: str, **state: Any) -> Facts:
    return facts(Pod=with_pod(pod(part, ready=False, **state)))


def replica_set(message: str) -> Facts:
    maker = thing("ReplicaSet", "todo-backend-7d", "backend", {"replicas": 2}, {"readyReplicas": 1})
    return facts(ReplicaSet=[maker], Event=[event("ReplicaSet", "todo-backend-7d", "FailedCreate", message)])


def probe(part: str, message: str) -> Facts:
    name = f"todo-{part}-1"
    return facts(Pod=with_pod(pod(part, ready=False)), Event=[event("Pod", name, "Unhealthy", message)])


def scaler(**condition: str) -> Facts:
    status = {"conditions": [{"type": "ScalingActive", **condition}]}
    return facts(HorizontalPodAutoscaler=[thing("HorizontalPodAutoscaler", "todo-backend", "backend", status=status)])


BROKEN = {
    "bad image": (of_pod("backend", **waiting("ImagePullBackOff", "Back-off pulling image")), ("image", "backend")),
    "no such secret": (
        of_pod("backend", **waiting("CreateContainerConfigError", 'secret "todo" not found')),
        ("secret", "backend"),
    ),
    "no such volume": (
        facts(
            Pod=with_pod(pod("postgres", ready=False, **waiting("ContainerCreating"))),
            Event=[event("Pod", "todo-postgres-1", "FailedMount", 'configmap "todo-init" not found')],
        ),
        ("secret", "postgres"),
    ),
    "wrong password": (
        facts(Pod=with_pod(pod("backend", ready=False, **ended(1))), logs={("todo-backend-1", "migrate"): REFUSED}),
        ("database-password", "database"),
    ),
    "no such host": (
        facts(
            Pod=with_pod(pod("backend", ready=False, **ended(1))),
            logs={("todo-backend-1", "migrate"): "socket.gaierror: [Errno -2] Name or service not known"},
        ),
        ("database-host", "database"),
    ),
    "full disk": (
        facts(logs={("todo-postgres-1", "postgres"): "PANIC: could not write: No space left on device"}),
        ("disk-full", "database"),
    ),
    "memory": (of_pod("backend", **ended(137, "OOMKilled")), ("memory", "backend")),
    "memory that is too little to begin": (
        of_pod("backend", **ended(128, "StartError", "container init was OOM-killed (memory limit too low?)")),
        ("memory", "backend"),
    ),
    "wrong path of a probe": (
        probe("frontend", "Readiness probe failed: HTTP probe failed with statuscode: 404"),
        ("probe", "frontend"),
    ),
    "a server that can't work": (
        probe("backend", "Readiness probe failed: HTTP probe failed with statuscode: 503"),
        ("probe", "backend"),
    ),
    "no storage class": (facts(PersistentVolumeClaim=[claim("fast", "Pending")]), ("claim", "postgres")),
    "no default storage class": (facts(PersistentVolumeClaim=[claim(None, "Pending")]), ("claim", "postgres")),
    "no volume": (facts(PersistentVolumeClaim=[claim("standard", "Pending")]), ("claim", "postgres")),
    "no claim": (
        facts(Pod=with_pod(unscheduled("postgres", 'persistentvolumeclaim "data" not found'))),
        ("claim", "postgres"),
    ),
    "no room on the nodes": (facts(Pod=with_pod(unscheduled("backend", NO_ROOM))), ("pending", "backend")),
    "quota": (replica_set(QUOTA), ("quota", "backend")),
    "pod security": (replica_set(SECURITY), ("pod-security", "backend")),
    "webhook": (replica_set('admission webhook "x" denied the request'), ("refused", "backend")),
    "closed network": (facts(NetworkPolicy=[policy("deny", "", DENY_ALL)]), ("network", "network")),
    "no metrics": (
        scaler(status="False", reason="FailedGetResourceMetric", message="unable to fetch metrics"),
        ("metrics", "backend"),
    ),
    "no such class of ingress": (facts(IngressClass=[]), ("ingress-class", "ingress")),
    "no certificate": (
        facts(Ingress=[ingress(tls=[{"secretName": "other"}])]),
        ("certificate", "ingress"),
    ),
    "no such service": (
        facts(Service=[thing("Service", "todo-backend", "backend", {"selector": {COMPONENT: "backend"}})]),
        ("ingress-service", "ingress"),
    ),
    "a host that is taken": (facts(Ingress=[ingress(), ingress(name="other")]), ("ingress-host", "ingress")),
    "a service without pods": (
        facts(Pod=[pod("frontend"), pod("postgres")]),
        ("service", "backend"),
    ),
    "a node that is away": (
        facts(Node=[thing("Node", "one", status={"conditions": [{"type": "Ready", "status": "Unknown"}]})]),
        ("node", "one"),
    ),
    "a node that is full": (
        facts(Node=[thing("Node", "one", status={"conditions": [{"type": "DiskPressure", "status": "True"}]})]),
        ("node", "one"),
    ),
    "a crash": (of_pod("frontend", **ended(1)), ("crash", "frontend")),
    "a job": (
        facts(Job=[thing("Job", "backup-1", "backup", status={"conditions": [{"type": "Failed", "status": "True"}]})]),
        ("job", "backup"),
    ),
    "nothing there": (facts(Deployment=[], StatefulSet=[]), ("not-installed", "todo")),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_the_cause_comes_first(name: str) -> None:
    broken, expected = BROKEN[name]
    assert found(broken)[0] == expected


@pytest.mark.parametrize("name", BROKEN)
def test_a_finding_says_what_to_do(name: str) -> None:
    for one in diagnose.diagnose(BROKEN[name][0], resolve=lambda host: True):
        assert one.fixes
        assert all("{" not in line for line in one.fixes)


def test_every_cause_of_the_advice_but_the_second_opinions_is_broken_here() -> None:
    assert {cause for _, (cause, _) in BROKEN.values()} >= set(FIXES) - {"k8sgpt", "database-name"}


class TestSymptoms:
    def test_a_crash_for_want_of_memory_is_told_once(self) -> None:
        assert found(of_pod("backend", **ended(137, "OOMKilled"))) == [("memory", "backend")]

    def test_a_backend_without_its_database_is_no_fault_of_its_probe(self) -> None:
        message = "Readiness probe failed: HTTP probe failed with statuscode: 503"
        broken = facts(
            Pod=with_pod(pod("backend", ready=False)),
            Event=[event("Pod", "todo-backend-1", "Unhealthy", message)],
            PersistentVolumeClaim=[claim("fast", "Pending")],
        )
        assert found(broken) == [("claim", "postgres")]

    def test_what_several_pods_tell_is_told_once(self) -> None:
        second = pod("backend", ready=False, **waiting("ErrImagePull"))
        second["metadata"] = {**second["metadata"], "name": "todo-backend-2"}
        broken = facts(Pod=[*with_pod(pod("backend", ready=False, **waiting("ErrImagePull"))), second])
        assert found(broken) == [("image", "backend")]

    def test_metrics_that_are_missing_because_no_pod_is_ready(self) -> None:
        status = {"conditions": [{"type": "ScalingActive", "status": "False", "reason": "FailedGetResourceMetric"}]}
        broken = facts(
            Pod=with_pod(pod("backend", ready=False, **waiting("ErrImagePull"))),
            HorizontalPodAutoscaler=[thing("HorizontalPodAutoscaler", "todo-backend", "backend", status=status)],
        )
        assert found(broken) == [("image", "backend")]


class TestWhatIsNoTrouble:
    def test_a_pod_that_is_on_its_way_out(self) -> None:
        leaving = pod("backend", ready=False, **waiting("ErrImagePull"))
        leaving["metadata"] = {**leaving["metadata"], "deletionTimestamp": "2026-11-28T10:00:00Z"}
        assert found(facts(Pod=[*facts().all("Pod"), leaving])) == []

    def test_a_pod_that_was_refused_once_and_is_there_now(self) -> None:
        maker = thing("ReplicaSet", "todo-backend-7d", "backend", {"replicas": 2}, {"readyReplicas": 2})
        said = event("ReplicaSet", "todo-backend-7d", "FailedCreate", QUOTA)
        assert found(facts(ReplicaSet=[maker], Event=[said])) == []

    def test_a_probe_that_failed_before_the_pod_was_ready(self) -> None:
        assert found(facts(Event=[event("Pod", "todo-backend-1", "Unhealthy", "connection refused")])) == []

    def test_objects_of_another_release(self) -> None:
        other = pod("backend", ready=False, **waiting("ErrImagePull"))
        other["metadata"] = {**other["metadata"], "labels": {COMPONENT: "backend"}}
        assert found(facts(Pod=[*facts().all("Pod"), other])) == []

    def test_kinds_that_may_not_be_seen(self) -> None:
        broken = facts(StorageClass=[], IngressClass=[])
        unseen = Facts("todo", "todo", broken.things, None, {}, ("storageclasses", "ingressclasses"))
        assert found(unseen) == []


def test_evidence_holds_what_the_cluster_said() -> None:
    [one] = all_findings(replica_set(QUOTA))
    assert one.evidence == (QUOTA,)


def test_the_latest_event_is_shown() -> None:
    early = event("Pod", "todo-backend-1", "Unhealthy", "statuscode: 404", "2026-11-28T09:00:00Z")
    late = event("Pod", "todo-backend-1", "Unhealthy", "statuscode: 403", "2026-11-28T11:00:00Z")
    [one] = all_findings(facts(Pod=with_pod(pod("backend", ready=False)), Event=[late, early]))
    assert one.evidence == ("statuscode: 403",)
