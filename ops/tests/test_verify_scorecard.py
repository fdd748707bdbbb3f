"""The scorecard and its rows, on canned answers of a cluster. The programs are stand-ins, the app is a small server."""

import json
import math
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cluster_kit import FakeCluster, container, items, pod
from fake_app import Asked, answer, chunked, serving
from todo_ops import cli
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.verify import app, copies, durability, install, isolation, load, rollout, scaling, scorecard, smoke
from todo_ops.verify.app import Account
from todo_ops.verify.client import Address
from todo_ops.verify.context import PURPOSE, Context, Measurement, all_ready, fixed_size, timed, wait_until
from todo_ops.verify.scorecard import ROWS, Row

RIGHTS_REFUSED = 'pods "all-rights" is forbidden: violates PodSecurity "restricted:latest"'
DEPLOYMENT = {
    "spec": {"replicas": 2, "template": {"spec": {"containers": [{"image": "todo-backend:v4.0.0"}]}}},
    "status": {"readyReplicas": 2},
}
KNOWN_LOAD = {"status": {"currentMetrics": [{"resource": {"current": {"averageUtilization": 9}}}]}}
TASK = {"id": "1", "title": smoke.TITLE}


@pytest.fixture
def context(fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> Context:
    """A release that is installed, and no waiting between two looks."""
    monkeypatch.setattr("todo_ops.verify.context.POLL_SECONDS", 0.01)
    fake.answer("get pods", items(pod("f", "frontend"), pod("b", "backend"), pod("p", "postgres")))
    fake.answer("get deployment", DEPLOYMENT)
    return Context(fake.release(), fake.console)


def at(context: Context, address: Address) -> Context:
    """Return the context with its app at an address, and somebody signed in."""
    context.__dict__.update(address=address, account=Account("a@example.test", "secret", "t"))
    return context


def named(name: str, context: Context) -> Measurement:
    """Measure nothing: a row that passes when it is called good."""
    return Measurement(f"was {name}", name == "good")


class TestScorecard:
    def test_every_metric_of_the_plan_has_a_row(self) -> None:
        names = [row.name for row in ROWS]
        assert len(set(names)) == len(names)
        assert {"install", "backend-start", "health", "smoke", "load-api", "autoscaling", "rolling-upgrade"} <= set(
            names
        )
        assert {"broken-image", "database-pod-lost", "every-pod-lost", "pod-security", "strangers"} <= set(names)
        assert {"secrets", "helm-test", "backup", "two-releases"} <= set(names)

    def test_rows_by_name_in_the_scorecards_order(self) -> None:
        assert [row.name for row in scorecard.chosen(["smoke", "install"])] == ["install", "smoke"]
        assert scorecard.chosen([]) == ROWS
        with pytest.raises(OpsError, match=r"There is no row smok\. Choose from: install"):
            scorecard.chosen(["smok"])

    def test_a_row_that_cannot_be_measured_has_failed(self, context: Context) -> None:
        def broken(context: Context) -> Measurement:
            raise ProcessFailedError("helm upgrade failed")

        scored = scorecard.score(Row("mine", "works", broken), context)
        assert (scored.passed, scored.measured) == (False, "helm upgrade failed")

    def test_a_fault_of_its_own_costs_the_others_nothing(
        self, context: Context, fake: FakeCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def faulty(context: Context) -> Measurement:
            raise KeyError("resource")

        fake.answer("get namespace", "NotFound", 1)
        monkeypatch.setattr("todo_ops.paths.logs", lambda: tmp_path)
        monkeypatch.setattr(scorecard, "ROWS", [Row("mine", "bar", faulty), Row("good", "bar", partial(named, "good"))])
        assert scorecard.run(context, [], None, keep=True) == 1
        assert "FAIL: KeyError: 'resource'. Details are in" in fake.shown
        assert "1 of 2 rows pass" in fake.shown
        assert "in faulty" in (tmp_path / "unexpected-error.log").read_text()

    def test_a_row_that_has_nothing_to_measure_with_neither_passes_nor_fails(
        self, context: Context, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake.answer("get namespace", "NotFound", 1)
        left = Row("left", "bar", lambda context: Measurement("no program for it", passed=None))
        monkeypatch.setattr(scorecard, "ROWS", [left, Row("good", "bar", partial(named, "good"))])
        assert scorecard.run(context, [], None, keep=True) == 0
        assert "1 of 2 rows pass, 1 not measured" in fake.shown
        assert "FAIL" not in fake.shown

    def test_all_rows_run_and_one_failure_fails(
        self, context: Context, fake: FakeCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake.answer("get namespace", "NotFound", 1)
        rows = [Row(name, "bar", partial(named, name)) for name in ("bad", "good")]
        monkeypatch.setattr(scorecard, "ROWS", rows)
        report = tmp_path / "new" / "card.json"
        assert scorecard.run(context, [], report, keep=True) == 1
        assert scorecard.run(context, ["good"], None, keep=True) == 0
        assert [(row["row"], row["passed"]) for row in json.loads(report.read_text())] == [
            ("bad", False),
            ("good", True),
        ]
        assert "1 of 2 rows pass" in fake.shown
        assert "FAIL" in fake.shown
        assert fake.changes() == []

    def test_a_run_that_is_cut_short_leaves_what_it_found(
        self, context: Context, fake: FakeCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def cut(context: Context) -> Measurement:
            raise KeyboardInterrupt

        fake.answer("get namespace", "NotFound", 1)
        rows = [Row("good", "bar", partial(named, "good")), Row("cut", "bar", cut)]
        monkeypatch.setattr(scorecard, "ROWS", rows)
        with pytest.raises(KeyboardInterrupt):
            scorecard.run(context, [], tmp_path / "card.json", keep=True)
        assert [row["row"] for row in json.loads((tmp_path / "card.json").read_text())] == ["good"]

    def test_what_it_made_goes_afterwards(
        self, context: Context, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(scorecard, "ROWS", [Row("good", "bar", lambda context: Measurement("", passed=True))])
        fake.answer("get namespace", {"metadata": {"labels": PURPOSE}})
        scorecard.run(context, [], None, keep=False)
        assert any("uninstall" in call for call in fake.changes())

    def test_the_data_of_others_is_safe(self, context: Context, fake: FakeCluster) -> None:
        fake.answer("get namespace", {"metadata": {"labels": {}}})
        assert cli.main(["verify", "--namespace", "production"]) == 2
        with pytest.raises(OpsError, match=r"todo was not made by \./todo verify, which deletes"):
            scorecard.run(context, [], None, keep=False)
        assert fake.changes() == []

    def test_listing_the_rows(self, fake: FakeCluster, capsys: pytest.CaptureFixture[str]) -> None:
        assert cli.main(["verify", "--dry-run", "--only", "backup"]) == 0
        assert capsys.readouterr().err.split() == ["backup", *ROWS[-1].bar.split()]


class TestContext:
    def test_an_install_uses_a_host_of_its_own_and_what_was_chosen(self, context: Context, fake: FakeCluster) -> None:
        fake.answer("helm status", "not found", 1)
        fake.answer("get namespace", "NotFound", 1)
        context.settings = ["global.imageRegistry=registry.test"]
        context.ensure_installed()
        namespace, installed = fake.changes()
        assert "enforce: restricted" in namespace
        assert "--set ingress.host=verify.todo.local" in installed
        assert "--set global.imageRegistry=registry.test" in installed
        assert "backend.autoscaling.behavior.scaleDown.stabilizationWindowSeconds=15" in installed
        assert "--wait" in installed
        assert context.installed_in is not None

    def test_one_that_is_there_is_used(self, context: Context, fake: FakeCluster) -> None:
        context.ensure_installed()
        assert fake.changes() == []
        fake.answer("helm status", {"info": {"status": "failed"}})
        fake.answer("get namespace", {})
        context.ensure_installed()
        assert len(fake.changes()) == 1

    def test_every_component_must_have_pods_that_are_ready(self, context: Context, fake: FakeCluster) -> None:
        assert all_ready(context.release)
        fake.answer("component=postgres", items())
        assert not all_ready(context.release)
        fake.answer("component=postgres", items(pod("p", "postgres", phase="Pending")))
        assert not all_ready(context.release)

    def test_waiting_has_an_end(self, context: Context) -> None:
        with pytest.raises(ProcessFailedError, match="after 0 s not yet: rain"):
            wait_until(lambda: False, 0, "rain")

    def test_a_fixed_size(self) -> None:
        assert fixed_size(2)[:2] == ["backend.autoscaling.enabled=false", "backend.replicaCount=2"]


class TestInstall:
    def test_the_time_from_creation_to_ready(self) -> None:
        assert install.start_seconds(pod()) == 9
        waiting = {"type": "Ready", "status": "False", "lastTransitionTime": "2026-01-01T00:00:01Z"}
        assert install.start_seconds(pod(conditions=[waiting])) == float("inf")

    def test_the_slowest_pod_counts(self, context: Context, fake: FakeCluster) -> None:
        slow = pod()
        slow["status"]["conditions"][0]["lastTransitionTime"] = "2026-01-01T00:00:50Z"
        fake.answer("component=backend", items(pod(), slow))
        assert install.backend_start(context) == Measurement("50 s", passed=False, late=True)
        fake.answer("component=frontend", items(pod()))
        assert install.frontend_start(context) == Measurement("9 s", passed=True)

    def test_health_is_all_or_nothing(
        self, context: Context, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(install, "HEALTH_SECONDS", 0.2)
        with serving(lambda asked: answer(200, {})) as (found, _):
            assert install.health(at(context, found)).passed
            restarted = pod(containerStatuses=[container(running={}, restarts=1)])
            fake.answer("get pods", items(restarted))
            assert not install.health(context).passed
        fake.answer("get pods", items(pod()))
        with serving(lambda asked: answer(200 if len(seen) > 1 else 503)) as (found, seen):
            unhealthy = install.health(at(context, found))
        assert not unhealthy.passed
        assert "1 x 503" in unhealthy.value

    def test_helms_tests_must_have_run(self, context: Context, fake: FakeCluster) -> None:
        assert not install.helm_test(context).passed
        fake.answer("helm test", "Phase: Succeeded\nPhase: Succeeded")
        assert install.helm_test(context) == Measurement("2 pods succeeded", passed=True)


class TestSmoke:
    @staticmethod
    def app_server(asked: Asked) -> bytes:
        card = {"tasks": [{"title": smoke.ASKED}]}
        stream = f"event: tool_card\ndata: {json.dumps(card)}\n\nevent: done\ndata: {{}}\n\n".encode()
        tools: dict[str, Any] = {"jsonrpc": "2.0", "result": {"tools": [{"name": "find_tasks"}]}}
        if asked.path.startswith("/api/tasks/"):
            return answer(401, {})
        match asked.method, asked.path.partition("?")[0]:
            case "POST", "/api/tasks":
                TASK["id"] = json.loads(asked.body)["id"]
                return answer(201, {})
            case "GET", "/api/tasks":
                return answer(200, {"items": [TASK], "next_cursor": None})
            case _, "/api/auth/register":
                return answer(201, {"token": "t"})
            case _, "/api/auth/login":
                return answer(200, {"token": "t"})
            case _, "/api/chat":
                return chunked(stream)
            case _, "/api/mcp":
                return answer(200, tools)
            case _, "/sign-in":
                return answer(200, b"<!DOCTYPE html><html></html>")
        return answer(200, {"status": "ok", "database": "ok"})

    def test_every_step(self, fake: FakeCluster, capsys: pytest.CaptureFixture[str]) -> None:
        with serving(self.app_server) as (found, seen):
            assert cli.main(["smoke", "--url", f"http://localhost:{found.port}"]) == 0
        assert len(seen) >= len(smoke.STEPS)
        assert f"{len(smoke.STEPS)} of {len(smoke.STEPS)}: health, register" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("path", "said", "message"),
        [
            ("/api/health", answer(503, {}), "health: health answered 503"),
            ("/api/health", answer(200, {"status": "ok", "database": "unavailable"}), "health: not healthy"),
            ("/api/auth/login", answer(401, {}), "login: signing in answered 401"),
            ("/api/tasks?", answer(200, {"items": [], "next_cursor": None}), "list: the list holds"),
            ("/api/chat", chunked(b"event: done\ndata: {}\n\n"), "chat: the assistant added"),
            ("/api/mcp", answer(200, {"result": {"tools": []}}), "MCP: MCP offers only"),
            ("/sign-in", answer(200, {}), "web app: the web app's first page"),
            ("/api/tasks/", answer(200, TASK), "without signing in: a task without signing in answered 200"),
        ],
    )
    def test_the_step_that_fails_is_named(self, path: str, said: bytes, message: str) -> None:
        def reply(asked: Asked) -> bytes:
            return said if asked.path.startswith(path) else self.app_server(asked)

        failed = pytest.raises(ProcessFailedError, match=f"^{message}")
        with serving(reply) as (found, _), failed:
            smoke.check(found)

    def test_nobody_there(self, fake: FakeCluster) -> None:
        with serving(self.app_server) as (found, _):
            pass
        assert smoke.run(found, fake.console) == 1
        assert "does not answer" in fake.shown or "health:" in fake.shown


class TestIsolation:
    def test_the_namespace_must_refuse_a_privileged_pod(self, context: Context, fake: FakeCluster) -> None:
        fake.answer("get namespace", {"metadata": {"labels": {"pod-security.kubernetes.io/enforce": "restricted"}}})
        assert not isolation.pod_security(context).passed
        fake.answer("dry-run=server", RIGHTS_REFUSED, 1)
        assert isolation.pod_security(context).passed
        fake.answer("get namespace", {"metadata": {"labels": {}}})
        assert isolation.pod_security(context) == Measurement("level none, a privileged pod is refused", passed=False)

    @pytest.mark.parametrize(
        ("own", "others", "passed"),
        [("reached", "not reached", True), ("reached", "reached", False), ("not reached", "not reached", False)],
    )
    def test_only_its_own_pods_reach_the_database(
        self, context: Context, fake: FakeCluster, own: str, others: str, passed: bool
    ) -> None:
        fake.answer("get namespace", "NotFound", 1)
        fake.answer("get pod stranger", {"status": {"phase": "Succeeded"}})
        fake.answer("exec deployment/todo-backend", own)
        fake.answer("logs stranger", others)
        assert isolation.strangers(context).passed is passed
        assert len([call for call in fake.changes() if "delete pod stranger" in call]) == 2
        assert any("delete namespace todo-stranger" in call for call in fake.changes())

    def test_the_stranger_itself_is_allowed(self) -> None:
        spec = isolation.stranger("image", "server")["spec"]
        assert spec["securityContext"]["runAsNonRoot"]
        assert spec["containers"][0]["securityContext"]["capabilities"] == {"drop": ["ALL"]}
        assert "labels" not in isolation.stranger("image", "server")["metadata"]


class TestScaling:
    def test_up_and_down_again(self, context: Context, fake: FakeCluster) -> None:
        fake.answer("get hpa", KNOWN_LOAD)
        counts = iter([2, 2, 3, 3, 3, 3, 3, 2])
        sizes: dict[str, int] = {"now": 2}

        def reply(asked: Asked) -> bytes:
            return answer(200, {})

        def deployment(context: Context) -> dict[str, Any]:
            sizes["now"] = next(counts, sizes["now"])
            return {"spec": {"replicas": sizes["now"]}, "status": {"readyReplicas": sizes["now"]}}

        with serving(reply) as (found, _), pytest.MonkeyPatch.context() as patch:
            patch.setattr(Context, "backend_deployment", deployment)
            measured = scaling.autoscaler(at(context, found))
        assert measured.passed
        assert measured.value.startswith("2 to 3 in")

    def test_no_third_pod(self, context: Context, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        fake.answer("get hpa", KNOWN_LOAD)
        monkeypatch.setattr(scaling, "UP_SECONDS", 0)
        failed = pytest.raises(ProcessFailedError, match="a third pod is ready")
        with serving(lambda asked: answer(200, {})) as (found, _), failed:
            scaling.autoscaler(at(context, found))

    @pytest.mark.parametrize("hpa", [{"status": {}}, {"status": {"currentMetrics": [{"type": ""}]}}])
    def test_the_load_must_be_known_first(
        self, context: Context, fake: FakeCluster, hpa: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake.answer("get hpa", hpa)
        monkeypatch.setattr(scaling, "DOWN_SECONDS", 0)
        with (
            serving(lambda asked: answer(200, {})) as (found, _),
            pytest.raises(ProcessFailedError, match="known load"),
        ):
            scaling.autoscaler(at(context, found))


def loads(*results: load.Result) -> list[load.Load]:
    nowhere = Address("http", "127.0.0.1", 1, "todo.test")
    return [load.Load(nowhere, load.get("/"), 1, result=result) for result in results]


class TestTimed:
    @pytest.mark.parametrize(
        ("taken", "right", "passed", "late"),
        [(1, True, True, False), (2, True, False, True), (math.inf, True, False, False), (2, False, False, False)],
    )
    def test_late_is_what_is_right_and_only_took_too_long(
        self, taken: float, right: bool, passed: bool, late: bool
    ) -> None:
        assert timed("it", taken, 2, passed=right) == Measurement("it", passed, late)

    def test_the_report_says_so(
        self, context: Context, fake: FakeCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fake.answer("get namespace", "NotFound", 1)
        monkeypatch.setattr(scorecard, "ROWS", [Row("slow", "bar", lambda context: timed("3 s", 3, 2))])
        assert scorecard.run(context, [], tmp_path / "card.json", keep=True) == 1
        (row,) = json.loads((tmp_path / "card.json").read_text())
        assert (row["passed"], row["late"]) == (False, True)


class TestRollout:
    def test_one_failed_request_fails_it(self) -> None:
        good = load.Result([0.1], Counter({200: 5}))
        assert rollout.judged(loads(good, good), "").value == "0 of 10 requests failed, 5 chat streams"
        assert rollout.judged(loads(good, good), "").passed
        bad = load.Result([0.1], Counter({200: 5, 502: 1}))
        assert not rollout.judged(loads(bad, good), "").passed
        assert not rollout.judged(loads(good, load.Result(failures=["BrokenAnswerError: early"])), "").passed

    def test_a_load_that_never_ran_proves_nothing(self) -> None:
        assert not rollout.judged(loads(load.Result([0.1], Counter({200: 5})), load.Result()), "").passed

    def test_an_image_that_cannot_be_pulled(self) -> None:
        failing = pod(containerStatuses=[container(waiting={"reason": "ErrImagePull"})])
        starting = pod(containerStatuses=[container(waiting={"reason": "ContainerCreating"})])
        assert rollout._pull_failed(failing)
        assert not rollout._pull_failed(starting)
        assert not rollout._pull_failed(pod())

    def test_secrets_and_sessions_stay(self, context: Context, fake: FakeCluster) -> None:
        fake.answer("get secret", {"data": {"JWT_SECRET_KEY": "YQ=="}})
        with serving(lambda asked: answer(200, {})) as (found, _):
            assert rollout.secrets_stay(at(context, found)).passed
        with serving(lambda asked: answer(401, {})) as (found, _):
            assert not rollout.secrets_stay(at(context, found)).passed

    def test_other_secrets_have_another_fingerprint(self, context: Context, fake: FakeCluster) -> None:
        fake.answer("get secret", {"data": {"JWT_SECRET_KEY": "YQ=="}})
        before = rollout.fingerprint(context)
        fake.answer("get secret", {"data": {"JWT_SECRET_KEY": "Yg=="}})
        assert rollout.fingerprint(context) != before
        assert "YQ" not in before


class TestDurability:
    @pytest.mark.parametrize("loses", [0, 1])
    def test_a_lost_write_fails_it(self, context: Context, fake: FakeCluster, loses: int) -> None:
        kept: list[str] = []

        def reply(asked: Asked) -> bytes:
            if asked.path == "/api/auth/register":
                return answer(201, {"token": "t"})
            if asked.method == "POST":
                kept.append(json.loads(asked.body)["id"])
                return answer(201, {})
            return answer(200, {"items": [{"id": task} for task in kept[loses:]], "next_cursor": None})

        with serving(reply) as (found, _):
            measured = durability.every_pod(at(context, found))
        assert measured.passed is not bool(loses)
        assert measured.value.startswith(f"{loses} of {len(kept)} acknowledged writes are missing")
        (deleted,) = [call for call in fake.changes() if "delete pods" in call]
        assert "--selector app.kubernetes.io/instance=todo " in deleted


class TestCopies:
    def test_an_account_that_is_gone_can_not_sign_in(self, context: Context) -> None:
        account = Account("a@example.test", "secret", "t")
        with serving(lambda asked: answer(401, {})) as (found, _):
            assert not copies._can_sign_in(at(context, found), account)
            assert copies._refuses(found, account)
        with serving(lambda asked: answer(200, {"token": "t"})) as (found, _):
            assert copies._can_sign_in(at(context, found), account)
            assert not copies._refuses(found, account)

    def test_the_account_is_filled_with_what_is_hard_to_keep(self) -> None:
        made: list[str] = []

        def reply(asked: Asked) -> bytes:
            if asked.path == "/api/tasks":
                made.append(json.loads(asked.body)["title"])
            return answer(201, {"token": "t"})

        with serving(reply) as (found, _):
            app.call(found, copies._filled_account)
        assert made == copies.TITLES
