"""The parts of `./todo ai` one by one, without a cluster, an engine or a model."""

import io
import json
import tarfile
from io import StringIO
from typing import Any

import pytest
from ai_kit import (
    Thing,
    claim,
    ended,
    event,
    facts,
    healthy,
    ingress,
    pod,
    policy,
    thing,
    unscheduled,
    waiting,
    with_pod,
)
from hypothesis import given
from hypothesis import strategies as st
from todo_ops.ai import diagnose, explaining, hosts_check, image, k8sgpt
from todo_ops.ai.advice import FIXES
from todo_ops.ai.checks import containers, logs, places, upkeep, ways
from todo_ops.ai.facts import COMPONENT, INSTANCE, Facts, condition, labels, name_of, part_of, statuses, waiting_for
from todo_ops.ai.facts import ended as endings
from todo_ops.ai.findings import LONGEST, Finding, Rank, finding, ordered
from todo_ops.ai.guard import CHANGES, DELETES, KINDS, LOOKS, OFFERED, Effect, RefusedError, judge
from todo_ops.ai.model import ConfiguredModel, ModelError, model_settings
from todo_ops.ai.reachability import closing, matches
from todo_ops.console import Console

PARTS = ("frontend", "backend", "postgres", "ingress", "network", "some-object")


class TestFindings:
    @pytest.mark.parametrize(
        ("evidence", "kept"),
        [
            ((), ()),
            (("", "  ", "\n"), ()),
            ((" a ", "a", "b"), ("a", "b")),
            (("b", "a", "b "), ("b", "a")),
            (("x" * 400,), ("x" * LONGEST,)),
        ],
    )
    def test_evidence_is_cleaned(self, evidence: tuple[str, ...], kept: tuple[str, ...]) -> None:
        assert finding("image", "backend", "t", *evidence).evidence == kept

    @pytest.mark.parametrize("cause", FIXES)
    @pytest.mark.parametrize("part", PARTS)
    def test_advice_can_be_given_for_any_part(self, cause: str, part: str) -> None:
        lines = finding(cause, part, "t").fixes
        assert len(lines) == len(FIXES[cause])
        assert not any("{" in line or "}" in line for line in lines)

    @pytest.mark.parametrize(("part", "port"), [("frontend", 3000), ("backend", 8000), ("postgres", 5432), ("x", 8000)])
    def test_advice_on_a_probe_names_the_parts_port(self, part: str, port: int) -> None:
        assert f"kubectl port-forward POD {port}:{port}" in finding("probe", part, "t").fixes[0]

    @pytest.mark.parametrize(
        ("found", "kept"),
        [
            ([("memory", "backend", 0), ("crash", "backend", 2)], ["memory"]),
            ([("crash", "backend", 2)], ["crash"]),
            ([("metrics", "backend", 1), ("crash", "backend", 2)], ["metrics", "crash"]),
            ([("crash", "frontend", 2), ("memory", "backend", 0)], ["memory", "crash"]),
            ([("crash", "backend", 2), ("claim", "postgres", 0)], ["claim"]),
            ([("crash", "backend", 2), ("database-name", "database", 0)], ["database-name"]),
            ([("probe", "backend", 2), ("network", "network", 0)], ["network"]),
            ([("crash", "frontend", 2), ("claim", "postgres", 0)], ["claim", "crash"]),
            ([("crash", "backend", 2), ("job", "postgres", 1)], ["job", "crash"]),
            ([("image", "backend", 0), ("image", "backend", 0)], ["image"]),
            ([], []),
        ],
    )
    def test_symptoms_are_told_only_where_nothing_explains_them(
        self, found: list[tuple[str, str, int]], kept: list[str]
    ) -> None:
        result = ordered([finding(cause, part, "t", rank=Rank(rank)) for cause, part, rank in found])
        assert [one.cause for one in result] == kept

    @given(
        st.lists(
            st.builds(
                lambda cause, part, rank, said: finding(cause, part, "t", said, rank=rank),
                st.sampled_from(sorted(FIXES)),
                st.sampled_from(PARTS),
                st.sampled_from(Rank),
                st.sampled_from(["", "a", "b"]),
            ),
            max_size=8,
        )
    )
    def test_no_cause_is_lost_and_to_order_twice_changes_nothing(self, found: list[Finding]) -> None:
        result = ordered(found)
        assert ordered(result) == result
        assert [one.rank for one in result] == sorted(one.rank for one in result)
        lasting = {(one.cause, one.part) for one in found if one.rank is not Rank.SYMPTOM}
        assert lasting <= {(one.cause, one.part) for one in result}

    def test_of_findings_that_say_the_same_the_first_stays(self) -> None:
        first, second = finding("image", "backend", "t", "one"), finding("image", "backend", "t", "two")
        assert ordered([first, second]) == [first]


class TestFacts:
    def test_objects_of_the_release_are_told_apart(self) -> None:
        other = thing("Service", "other")
        other["metadata"]["labels"] = {INSTANCE: "blog"}
        bare = {"kind": "Service", "metadata": {"name": "bare", "labels": None}}
        read = facts(Service=[thing("Service", "todo-x", "x"), other, bare])
        assert [name_of(one) for one in read.mine("Service")] == ["todo-x"]
        assert len(read.all("Service")) == 3
        assert read.all("Secret") == read.mine("Secret") == []
        assert labels(bare) == {}

    def test_pods_of_a_component(self) -> None:
        leaving = pod("backend")
        leaving["metadata"] = {**leaving["metadata"], "deletionTimestamp": "2026-11-28T10:00:00Z"}
        read = facts(Pod=[*healthy()["Pod"], leaving])
        assert len(read.pods()) == 3
        assert [name_of(one) for one in read.pods("backend")] == ["todo-backend-1"]
        assert read.pods("cache") == []

    def test_events_are_the_warnings_about_an_object_with_the_oldest_first(self) -> None:
        late = event("Pod", "a", "Failed", "late\n  news", "2026-11-28T11:00:00Z")
        early = event("Pod", "a", "Unhealthy", "early", "2026-11-28T09:00:00Z")
        undated = {**event("Pod", "a", "Failed", "undated"), "lastTimestamp": None}
        newer = {**undated, "message": "newer", "eventTime": "2026-11-28T12:00:00Z"}
        normal = {**event("Pod", "a", "Failed", "normal"), "type": "Normal"}
        others = [event("Pod", "b", "Failed", "other name"), event("Job", "a", "Failed", "other kind")]
        aimless = {"kind": "Event", "metadata": {"name": "x"}, "type": "Warning", "message": "about nothing"}
        read = facts(Event=[late, newer, early, normal, undated, aimless, *others])
        assert read.events("Pod", "a") == ["undated", "early", "late news", "newer"]
        assert read.events("Pod", "a", "Failed") == ["undated", "late news", "newer"]
        assert read.events("Pod", "a", "Killing") == []

    def test_states_of_containers(self) -> None:
        found = pod("backend", **ended(137, "OOMKilled"))
        found["status"]["initContainerStatuses"] = [{"name": "migrate", "state": {"terminated": {"exitCode": 0}}}]
        migrate, backend = statuses(found)
        assert (migrate["name"], backend["name"]) == ("migrate", "backend")
        assert [one["exitCode"] for one in endings(migrate)] == [0]
        assert [one["reason"] for one in endings(backend)] == ["OOMKilled"]
        assert waiting_for(backend) == {"reason": "CrashLoopBackOff"}
        assert waiting_for(migrate) == waiting_for({}) == {}
        assert endings({}) == []

    def test_conditions_parts_and_logs(self) -> None:
        assert condition(pod("backend"), "Ready") == {"type": "Ready", "status": "True"}
        assert condition(pod("backend"), "Other") == condition({}, "Ready") == {}
        assert condition({"status": {"conditions": None}}, "Ready") == {}
        assert (part_of(pod("backend")), part_of(thing("Node", "one"))) == ("backend", "one")
        read = facts(logs={("todo-backend-1", "backend"): "said"})
        assert (read.log(pod("backend"), "backend"), read.log(pod("backend"), "x")) == ("said", "")


def unready(part: str, **state: Any) -> list[Thing]:
    return with_pod(pod(part, ready=False, **state))


class TestContainers:
    @pytest.mark.parametrize("reason", ["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull"])
    def test_images_that_no_node_can_get(self, reason: str) -> None:
        said = [
            event("Pod", "todo-backend-1", "Failed", text) for text in ("Error: x", "image not known", "image again")
        ]
        [one] = containers.images(facts(Pod=unready("backend", **waiting(reason, "can't pull")), Event=said))
        assert one.evidence == ("can't pull", "image not known")

    @pytest.mark.parametrize("reason", ["PodInitializing", "ContainerCreating", "CrashLoopBackOff", ""])
    def test_containers_that_wait_for_something_else(self, reason: str) -> None:
        assert list(containers.images(facts(Pod=unready("backend", **waiting(reason))))) == []

    @pytest.mark.parametrize(
        ("message", "cause"),
        [
            ('secret "todo" not found', containers.missing_objects),
            ("couldn't find key JWT_SECRET_KEY in Secret todo/todo", containers.missing_objects),
            ("container init was OOM-killed (memory limit too low?)", containers.memory),
            ("Memory LIMIT of 4Mi is too small", containers.memory),
        ],
    )
    def test_a_container_that_cannot_be_made(self, message: str, cause: Any) -> None:
        broken = facts(Pod=unready("backend", **waiting("CreateContainerError", message)))
        found = {check: list(check(broken)) for check in (containers.missing_objects, containers.memory)}
        assert [check for check, findings in found.items() if findings] == [cause]

    def test_the_limit_of_memory_is_named(self) -> None:
        broken = pod("backend", ready=False, **ended(137, "OOMKilled"))
        [one] = containers.memory(facts(Pod=with_pod(broken)))
        assert one.title.endswith("32Mi.")
        assert one.evidence == ("todo-backend-1/backend: OOMKilled, exit code 137, 3 restarts",)
        broken["spec"]["containers"][0]["resources"] = {}
        [one] = containers.memory(facts(Pod=with_pod(broken)))
        assert "its node's" in one.title

    @pytest.mark.parametrize(
        ("message", "state", "rank"),
        [
            ("HTTP probe failed with statuscode: 404", {}, Rank.CAUSE),
            ("dial tcp 10.1.0.5:8001: connect: connection refused", {}, Rank.CAUSE),
            ("HTTP probe failed with statuscode: 503", {}, Rank.SYMPTOM),
            ("context deadline exceeded", {}, Rank.SYMPTOM),
            ("connect: connection refused", ended(1), Rank.SYMPTOM),
            ("connect: connection refused", ended(137), Rank.CAUSE),
            ("connect: connection refused", ended(143), Rank.CAUSE),
            ("connect: connection refused", waiting("ContainerCreating"), None),
            ("Startup probe failed: connection refused", {}, Rank.SYMPTOM),
            ("Startup probe failed: connection refused", {"restartCount": 2}, Rank.CAUSE),
            ("Startup probe failed: HTTP probe failed with statuscode: 404", {}, Rank.CAUSE),
            ("Startup probe failed: connection refused", ended(137, "OOMKilled"), Rank.SYMPTOM),
        ],
    )
    def test_probes(self, message: str, state: dict[str, Any], rank: Rank | None) -> None:
        said = [event("Pod", "todo-backend-1", "Unhealthy", message)]
        found = list(containers.probes(facts(Pod=unready("backend", **state), Event=said)))
        assert [one.rank for one in found] == ([] if rank is None else [rank])

    def test_a_server_that_has_only_begun_is_not_said_to_run(self) -> None:
        said = [event("Pod", "todo-backend-1", "Unhealthy", "Startup probe failed: connection refused")]
        [one] = containers.probes(facts(Pod=unready("backend"), Event=said))
        assert one.title == "The backend has not started yet."

    def test_a_crash_shows_the_end_of_its_log(self) -> None:
        log = {("todo-backend-1", "backend"): "\n".join(["one", "two", "three", "four", "five", ""])}
        [one] = containers.crashes(facts(Pod=unready("backend", **ended(2)), logs=log))
        assert one.evidence == ("todo-backend-1: Error, exit code 2, 3 restarts", "two", "three", "four", "five")

    def test_the_first_end_counts_where_it_is_to_run_again(self) -> None:
        found = unready("backend", state={"terminated": {"exitCode": 2, "reason": "Error"}})
        assert list(containers.crashes(facts(Pod=found))) == []
        found[0]["spec"]["restartPolicy"] = "Always"
        [one] = containers.crashes(facts(Pod=found))
        assert one.title == "The container backend of the backend ended."

    @pytest.mark.parametrize("state", [ended(0), {**ended(1), "restartCount": 0}, waiting("CrashLoopBackOff"), {}])
    def test_what_is_no_crash(self, state: dict[str, Any]) -> None:
        assert list(containers.crashes(facts(Pod=unready("backend", **state)))) == []


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ('FATAL: password authentication failed for user "todo"', "database-password"),
        ('FATAL: no pg_hba.conf entry for host "10.1.0.5"', "database-password"),
        ('FATAL: database "todo" does not exist', "database-name"),
        ("asyncpg.exceptions.InvalidCatalogNameError", "database-name"),
        ('could not translate host name "db" to address', "database-host"),
        ("[Errno -3] Temporary failure in name resolution", "database-host"),
        ("socket.gaierror: NAME DOES NOT RESOLVE", "database-host"),
        ("PANIC: could not write: No space left on device", "disk-full"),
        ('relation "tasks" does not exist', None),
        ("connection refused", None),
        ("", None),
    ],
)
def test_what_logs_say_about_the_database(line: str, cause: str | None) -> None:
    found = list(logs.database_errors(facts(logs={("a", "b"): f"starting\n{line}\nstopping"})))
    assert [(one.cause, one.part, one.evidence) for one in found] == (
        [(cause, "database", (f"a/b: {line}",))] if cause else []
    )


def test_of_a_log_the_last_line_of_the_first_kind_is_shown() -> None:
    log = "No space left on device\npassword authentication failed 1\npassword authentication failed 2\n"
    [one] = logs.database_errors(facts(logs={("a", "b"): log}))
    assert one.evidence == ("a/b: password authentication failed 2",)


def refused(kind: str, message: str = "denied", spec: Thing | None = None, status: Thing | None = None) -> Facts:
    maker = thing(kind, "todo-x", "x", spec, status)
    told = event(kind, "todo-x", "FailedCreate", message)
    return Facts("todo", "todo", {**healthy(), kind: [maker], "Event": [told]})


class TestPlaces:
    @pytest.mark.parametrize(
        ("claimed", "classes", "why"),
        [
            ("fast", ["standard", "slow"], "there is no storage class fast"),
            (None, ["standard"], "names no storage class"),
            ("standard", ["standard"], "none has been made"),
            ("fast", [], "there is no storage class fast"),
        ],
    )
    def test_why_a_claim_has_no_volume(self, claimed: str | None, classes: list[str], why: str) -> None:
        found = [thing("StorageClass", name) for name in classes]
        said = event("PersistentVolumeClaim", "data-todo-postgres-0", "ProvisioningFailed", "said the cluster")
        broken = facts(PersistentVolumeClaim=[claim(claimed, "Pending")], StorageClass=found, Event=[said])
        [one] = places.claims(broken)
        assert why in one.title
        assert one.evidence == (
            "said the cluster",
            f"storage classes of the cluster: {', '.join(sorted(classes)) or 'none'}",
        )

    def test_what_may_not_be_seen_is_not_said_to_be_missing(self) -> None:
        things = {**healthy(), "PersistentVolumeClaim": [claim("fast", "Pending")], "StorageClass": []}
        [one] = places.claims(Facts("todo", "todo", things, unseen=("storageclasses",)))
        assert "none has been made" in one.title

    @pytest.mark.parametrize(
        ("message", "check"),
        [
            ("0/1 nodes are available: 1 Insufficient memory.", places.scheduling),
            ('persistentvolumeclaim "data" not found', places.claims),
        ],
    )
    def test_a_pod_that_no_node_takes_is_told_once(self, message: str, check: Any) -> None:
        broken = facts(Pod=with_pod(unscheduled("postgres", message)))
        assert [one for one in (places.scheduling, places.claims) if list(one(broken))] == [check]

    @pytest.mark.parametrize(
        ("kind", "status", "titles"),
        [
            ("Ready", "True", []),
            ("Ready", "False", ["The node one is not ready."]),
            ("Ready", "Unknown", ["The node one is not ready."]),
            ("MemoryPressure", "True", ["The node one has MemoryPressure."]),
            ("PIDPressure", "True", ["The node one has PIDPressure."]),
            ("DiskPressure", "False", []),
            ("NetworkUnavailable", "True", []),
        ],
    )
    def test_nodes(self, kind: str, status: str, titles: list[str]) -> None:
        node = thing("Node", "one", status={"conditions": [{"type": kind, "status": status}]})
        assert [one.title for one in places.nodes(facts(Node=[node]))] == titles

    @pytest.mark.parametrize(
        ("kind", "spec", "status", "told"),
        [
            ("ReplicaSet", {"replicas": 2}, {"readyReplicas": 1}, True),
            ("ReplicaSet", {"replicas": 2}, {"readyReplicas": 2}, False),
            ("ReplicaSet", {"replicas": 0}, {}, False),
            ("ReplicaSet", {}, {}, True),
            ("StatefulSet", {"replicas": 1}, {}, True),
            ("Job", {}, {}, True),
            ("Job", {}, {"active": 1}, False),
            ("Job", {}, {"succeeded": 1}, False),
            ("Job", {}, {"failed": 1}, True),
            ("DaemonSet", {}, {}, False),
        ],
    )
    def test_pods_that_are_refused_and_still_lacking(self, kind: str, spec: Thing, status: Thing, told: bool) -> None:
        assert bool(list(places.refused_pods(refused(kind, spec=spec, status=status)))) is told

    @pytest.mark.parametrize(
        ("message", "cause"),
        [
            ("forbidden: exceeded quota: small", "quota"),
            ('violates PodSecurity "restricted:latest"', "pod-security"),
            ('serviceaccount "todo" not found', "refused"),
        ],
    )
    def test_who_refuses(self, message: str, cause: str) -> None:
        [one] = places.refused_pods(refused("ReplicaSet", message))
        assert (one.cause, one.part, one.evidence) == (cause, "x", (message,))


class TestWays:
    @pytest.mark.parametrize(
        ("selector", "told"),
        [
            ({COMPONENT: "backend"}, False),
            ({COMPONENT: "backend", INSTANCE: "todo"}, False),
            ({COMPONENT: "backend", "version": "2"}, True),
            ({}, False),
            (None, False),
        ],
    )
    def test_services_without_pods(self, selector: dict[str, str] | None, told: bool) -> None:
        found = list(ways.endpoints(facts(Service=[thing("Service", "todo-x", "x", {"selector": selector})])))
        assert bool(found) is told

    def test_a_service_that_selects_by_other_means_needs_no_pod(self) -> None:
        foreign = thing("Service", "todo-db", "db", {"selector": None, "externalName": "db.example"})
        assert list(ways.endpoints(facts(Service=[foreign], Pod=[]))) == []

    @pytest.mark.parametrize(
        ("wanted", "classes", "told"),
        [
            ("nginx", ["nginx"], None),
            ("nginx", ["traefik", "haproxy"], "there is no class nginx"),
            (None, ["traefik"], None),
            (None, [], "there is no class at all"),
        ],
    )
    def test_classes_of_ingresses(self, wanted: str | None, classes: list[str], told: str | None) -> None:
        broken = facts(
            Ingress=[ingress(ingressClassName=wanted)], IngressClass=[thing("IngressClass", n) for n in classes]
        )
        found = [one for one in ways.ingress(broken) if one.cause == "ingress-class"]
        assert [told in one.title for one in found if told] == ([True] if told else [])
        assert len(found) == (1 if told else 0)

    @pytest.mark.parametrize(
        ("tls", "secrets", "told"),
        [
            ([{"secretName": "a"}], {"a": frozenset(["tls.crt", "tls.key"])}, False),
            ([{"secretName": "a"}], {"a": frozenset(["tls.key"])}, True),
            ([{"secretName": "a"}], {}, True),
            ([{"secretName": "a"}], None, False),
            ([{"hosts": ["todo.local"]}], {}, False),
            (None, {}, False),
        ],
    )
    def test_certificates(self, tls: Any, secrets: dict[str, frozenset[str]] | None, told: bool) -> None:
        read = Facts("todo", "todo", {**healthy(), "Ingress": [ingress(tls=tls)]}, secrets)
        assert [one.cause for one in ways.ingress(read)] == (["certificate"] if told else [])

    @pytest.mark.parametrize("rules", [None, [], [{"host": "a"}], [{"http": {"paths": [{"backend": {}}]}}]])
    def test_rules_that_lead_to_no_service(self, rules: Any) -> None:
        assert list(ways.ingress(facts(Ingress=[ingress(rules=rules)]))) == []

    def test_the_closed_way_is_told_with_the_policies_that_close_it(self) -> None:
        closed = [policy(name, "backend", {"policyTypes": ["Ingress"]}) for name in ("two", "one")]
        [one] = ways.network(facts(NetworkPolicy=closed))
        assert one.title == "NetworkPolicies keep the frontend from the backend."
        assert one.evidence == ("none of one, two allows port 8000 of todo-backend-1 to todo-frontend-1",)


class TestUpkeep:
    @pytest.mark.parametrize(
        ("status", "reason", "ready", "rank"),
        [
            ("False", "FailedGetResourceMetric", True, Rank.WARNING),
            ("False", "FailedGetPodsMetric", True, Rank.WARNING),
            ("False", "FailedGetResourceMetric", False, Rank.SYMPTOM),
            ("False", "ScalingDisabled", True, None),
            ("True", "ValidMetricFound", True, None),
        ],
    )
    def test_metrics(self, status: str, reason: str, ready: bool, rank: Rank | None) -> None:
        active = {"type": "ScalingActive", "status": status, "reason": reason}
        scaler = thing("HorizontalPodAutoscaler", "todo-backend", "backend", status={"conditions": [active]})
        found = list(upkeep.metrics(facts(HorizontalPodAutoscaler=[scaler], Pod=with_pod(pod("backend", ready=ready)))))
        assert [one.rank for one in found] == ([] if rank is None else [rank])

    @pytest.mark.parametrize(
        ("kind", "status", "told"), [("Failed", "True", True), ("Failed", "False", False), ("Complete", "True", False)]
    )
    def test_jobs(self, kind: str, status: str, told: bool) -> None:
        job = thing("Job", "backup-1", "backup", status={"conditions": [{"type": kind, "status": status}]})
        assert bool(list(upkeep.jobs(facts(Job=[job])))) is told


class TestHosts:
    def test_each_name_of_each_rule_is_asked_for_once(self) -> None:
        asked: list[str] = []
        rules = [{"host": "b.example"}, {"host": "a.example"}, {"host": "b.example"}, {"host": "*.c.example"}, {}]

        def resolve(host: str) -> bool:
            asked.append(host)
            return False

        found = hosts_check.hosts(facts(Ingress=[ingress(rules=rules)]), resolve)
        assert len(list(found)) == 2
        assert asked == ["a.example", "b.example"]

    def test_a_name_that_a_foreign_ingress_claims_too(self) -> None:
        foreign = ingress(name="blog")
        foreign["metadata"]["labels"] = {}
        [one] = hosts_check.hosts(facts(Ingress=[ingress(), foreign]), lambda host: True)
        assert (one.rank, one.evidence) == (Rank.CAUSE, ("todo and blog",))


class TestSecondOpinion:
    @pytest.mark.parametrize(
        ("report", "found"),
        [
            ({}, []),
            ({"results": None}, []),
            ({"results": [{"kind": "Pod", "name": "todo/a", "error": None}]}, [("a", "K8sGPT on Pod a", ())]),
            ({"results": [{"name": "a", "error": [{"Text": "x"}, {}]}]}, [("a", "K8sGPT on object a", ("x",))]),
            ({"results": [{"kind": "Node", "name": "one"}]}, [("one", "K8sGPT on Node one", ())]),
        ],
    )
    def test_reports(self, report: dict[str, Any], found: list[tuple[str, str, tuple[str, ...]]]) -> None:
        assert [(one.part, one.title, one.evidence) for one in k8sgpt.read(json.dumps(report))] == found

    @pytest.mark.parametrize("text", ["", "[]", "null", "no json", '"text"'])
    def test_what_is_no_report(self, text: str) -> None:
        with pytest.raises(ValueError):  # noqa: PT011 - the message is the parser's
            list(k8sgpt.read(text))

    @pytest.mark.parametrize(
        ("ours", "part", "added"),
        [
            (finding("image", "backend", "t", "todo-backend-1: x"), "todo-backend-1", False),
            (finding("image", "backend", "t", "todo-backend-1: x"), "todo", True),
            (finding("image", "backend", "t", "todo-backend-1: x"), "todo-backend", True),
            (finding("image", "backend", "t"), "backend", False),
            (finding("claim", "postgres", "The claim data-0 has no volume."), "data-0", False),
            (finding("service", "x", "No pod stands behind the service todo-x."), "todo-x", False),
            (finding("ingress-host", "ingress", "Two ingresses claim todo.local."), "todo.local", False),
        ],
    )
    def test_only_what_ours_do_not_name_is_added(self, ours: Finding, part: str, added: bool) -> None:
        theirs = finding("k8sgpt", part, "theirs", rank=Rank.WARNING)
        assert k8sgpt.merged([ours], [theirs]) == ([ours, theirs] if added else [ours])


class TestGuard:
    @pytest.mark.parametrize("kind", [["Secret"], {}, None, 1, "secret", "deployment", "Pod ", "Secret\nPod", True])
    @pytest.mark.parametrize("tool", ["resources_get", "resources_delete", "resources_scale", "resources_list"])
    def test_kinds_of_any_shape_are_refused_unless_they_are_named_exactly(self, tool: str, kind: object) -> None:
        with pytest.raises(RefusedError, match="not for models"):
            judge(tool, {"kind": kind, "name": "a"}, "todo")

    @pytest.mark.parametrize("kind", ["[Secret]", "{a: b}", "null", "Secret", "List"])
    def test_so_are_those_of_what_is_applied(self, kind: str) -> None:
        with pytest.raises(RefusedError, match="not for models"):
            judge("resources_create_or_update", {"resource": f"kind: {kind}\nmetadata: {{name: a}}"}, "todo")

    @pytest.mark.parametrize("namespace", ["default", ["todo"], {"a": 1}, 0, False, "todo ", "TODO", "*"])
    def test_namespaces_of_any_shape(self, namespace: object) -> None:
        with pytest.raises(RefusedError, match="Only the namespace todo"):
            judge("pods_get", {"name": "a", "namespace": namespace}, "todo")

    @pytest.mark.parametrize("tool", OFFERED)
    def test_each_tool_does_one_thing(self, tool: str) -> None:
        resource = "kind: Pod\nmetadata: {name: a}"
        call = judge(tool, {"kind": "Pod", "name": "a", "scale": 0, "resource": resource}, "todo")
        expected = Effect.LOOK if tool in LOOKS else Effect.CHANGE if tool in CHANGES else Effect.DELETE
        assert call.effect is expected
        assert (expected is Effect.DELETE) is (tool in DELETES)

    def test_what_was_given_is_not_changed(self) -> None:
        given = {"name": "a"}
        assert judge("pods_get", given, "todo").arguments == {"name": "a", "namespace": "todo"}
        assert given == {"name": "a"}

    def test_kinds_that_hold_secrets_or_rights_are_no_kinds_for_models(self) -> None:
        assert not KINDS & {"Secret", "ServiceAccount", "Role", "RoleBinding", "ClusterRole", "Namespace", "Node"}


SELECTORS = st.dictionaries(st.sampled_from(["app", "tier"]), st.sampled_from(["a", "b"]), max_size=2)
RULES = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "to": st.lists(
                st.fixed_dictionaries({"podSelector": st.fixed_dictionaries({"matchLabels": SELECTORS})}), max_size=2
            ),
            "ports": st.lists(st.fixed_dictionaries({"port": st.sampled_from([5432, 80])}), max_size=2),
        },
    ),
    max_size=3,
)


class TestReachability:
    @given(RULES, RULES)
    def test_a_further_policy_for_the_same_pods_only_opens(self, first: list[Thing], second: list[Thing]) -> None:
        one, other = (policy("p", "backend", {"policyTypes": ["Egress"], "egress": rules}) for rules in (first, second))
        alone = closing([one], pod("backend"), pod("postgres"), 5432)
        both = closing([one, other], pod("backend"), pod("postgres"), 5432)
        assert alone or not both

    @given(RULES)
    def test_an_empty_rule_opens_whatever_stands_beside_it(self, rules: list[Thing]) -> None:
        opened = policy("p", "backend", {"policyTypes": ["Egress"], "egress": [*rules, {}]})
        assert closing([opened], pod("backend"), pod("postgres"), 5432) == []

    @given(SELECTORS, SELECTORS)
    def test_a_selector_matches_what_holds_all_of_it(self, selector: dict[str, str], found: dict[str, str]) -> None:
        assert matches({"matchLabels": selector}, found) is (selector.items() <= found.items())
        expressions = [{"key": key, "operator": "In", "values": [value]} for key, value in selector.items()]
        assert matches({"matchExpressions": expressions}, found) is matches({"matchLabels": selector}, found)

    @pytest.mark.parametrize(
        ("port", "open_"),
        [
            ({"port": "5432"}, True),
            ({"port": 5432, "endPort": 5432}, True),
            ({"port": 5431, "endPort": 5433}, True),
            ({"port": 5433, "endPort": 5500}, False),
            ({"port": 5000, "endPort": 5431}, False),
            ({"protocol": "SCTP"}, False),
        ],
    )
    def test_ports(self, port: Thing, open_: bool) -> None:
        rule = policy("in", "postgres", {"ingress": [{"ports": [port]}]})
        assert (closing([rule], pod("backend"), pod("postgres"), 5432) == []) is open_


class TestShowing:
    def shown(self, read: Facts, found: list[Finding]) -> str:
        screen = StringIO()
        diagnose.show(read, found, Console(screen))
        return screen.getvalue()

    def test_findings_are_counted_and_numbered(self) -> None:
        first, second = finding("image", "backend", "One.", "said"), finding("k8sgpt", "x", "Two.")
        assert self.shown(facts(), [first]).startswith(
            "1 finding on release todo in namespace todo:\n\n1. One. [image]\n"
        )
        both = self.shown(facts(), [first, second])
        assert both.startswith("2 findings on")
        assert both.endswith("\n2. Two. [k8sgpt]\n")
        assert both.count("to do: ") == len(first.fixes)

    def test_json_holds_what_to_do(self) -> None:
        one = diagnose.as_json(finding("database-name", "database", "t", "said", rank=Rank.WARNING))
        assert (one["rank"], one["evidence"], one["fixes"]) == ("warning", ("said",), FIXES["database-name"])
        assert json.loads(json.dumps(one))["cause"] == "database-name"

    def test_a_finding_as_text(self) -> None:
        lines = explaining.as_text(finding("ingress-service", "ingress", "Gone.", "a", "b")).splitlines()
        assert lines[:3] == ["Gone. [ingress-service]", "  shown by: a", "  shown by: b"]
        assert lines[3:] == [f"  to do: {line}" for line in FIXES["ingress-service"]]


@pytest.mark.parametrize(
    ("environment", "model"),
    [
        ({"OPENAI_MODEL": "m", "OPENAI_API_KEY": "k"}, ConfiguredModel("m", "k", "")),
        ({"OPENAI_MODEL": "m", "OPENAI_BASE_URL": "u"}, ConfiguredModel("m", "none", "u")),
        ({"OPENAI_MODEL": "m", "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "u"}, ConfiguredModel("m", "k", "u")),
        ({"OPENAI_MODEL": "", "OPENAI_API_KEY": "k"}, ConfiguredModel("gpt-5-mini", "k", "")),
        ({"OPENAI_MODEL": "m", "OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}, None),
    ],
)
def test_which_model_is_configured(environment: dict[str, str], model: ConfiguredModel | None) -> None:
    if model:
        assert model_settings(environment) == model
    else:
        with pytest.raises(ModelError):
            model_settings(environment)


class TestImages:
    def shown(self, **changed: Any) -> str:
        screen = StringIO()
        given = {"image": "todo:v1", "size": 0, "layers": (), "files": (), "needless": {}, "notes": (), **changed}
        image.show(image.Report(**given), Console(screen))
        return screen.getvalue()

    def test_an_image_of_which_there_is_nothing_to_say(self) -> None:
        assert self.shown().count("none of 0.1 MB or more") == 3
        assert "to do" not in self.shown()

    def test_what_is_small_is_left_out_of_what_could_go(self) -> None:
        said = self.shown(needless={"tests": 100_000, "headers": 99_999}, notes=("look",))
        assert "    0.1 MB  tests" in said
        assert "headers" not in said
        assert said.endswith("  to do: look\n")

    @given(
        st.dictionaries(st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?", fullmatch=True), st.integers(0, 2000), max_size=5)
    )
    def test_an_archive_gives_back_its_files(self, files: dict[str, int]) -> None:
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as made:
            folder = tarfile.TarInfo("folder")
            folder.type = tarfile.DIRTYPE
            made.addfile(folder)
            for name, size in files.items():
                entry = tarfile.TarInfo(name)
                entry.size = size
                made.addfile(entry, io.BytesIO(b"x" * size))
        buffer.seek(0)
        assert {name: size for size, name in image.read_archive(buffer)} == files

    def test_an_image_without_settings_lacks_everything(self) -> None:
        assert len(list(image.notes({}))) == 3
        assert len(list(image.notes({"Config": None, "RepoTags": ["a:v1", "a:latest"]}))) == 4
