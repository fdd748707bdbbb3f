"""`./todo ai ask` with a scripted model and a stand-in of the server that gives the tools."""

import asyncio
import json
import os
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from cluster_kit import FakeCluster
from model_script import Answer, calls, model, says
from todo_ops import cli, commands
from todo_ops.ai import agent, ask
from todo_ops.ai.model import ConfiguredModel, ModelError, model_settings
from todo_ops.ai.permission import Permission
from todo_ops.console import Console
from todo_ops.errors import OpsError
from todo_ops.kubernetes.programs import Programs
from todo_ops.kubernetes.release import Release

FAKE = Path(__file__).with_name("fake_kubernetes_mcp.py")
SCALE: dict[str, Any] = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "todo-backend", "scale": 3}


@pytest.fixture(autouse=True)
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCluster:
    made = FakeCluster(tmp_path / "cluster")
    made.answer("get hpa", 'Error from server (NotFound): "todo-backend" not found', 1)
    monkeypatch.setenv("PATH", str(made.programs))
    monkeypatch.setenv("FAKE_CLUSTER", str(made.folder))
    monkeypatch.setenv("TODO_HOME", str(tmp_path / "home"))
    for name in ("OPENAI_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    return made


class Asked:
    """A question put to the agent: what it answered, what reached the cluster, what the model saw, and the screen."""

    def __init__(self, folder: Path, script: list[Answer], *, yes: bool = False, answer: bool = False) -> None:
        file, screen = folder / "calls", StringIO()
        file.touch()
        program = folder / "server"
        program.write_text(f"#!/bin/sh\nCALLS={file} exec {sys.executable} {FAKE}\n")
        program.chmod(0o755)
        permission = Permission(Console(screen), yes, lambda question: answer)
        with model(script) as (address, self.requests):
            work = agent.answer(
                agent.Cluster(program, Release(Programs(Console(screen))), os.environ),
                ConfiguredModel("m", "none", address),
                permission,
                "scale it",
            )
            self.answer = asyncio.run(work)
        self.calls = [json.loads(line) for line in file.read_text().splitlines()]
        self.screen = screen.getvalue()

    @property
    def tool_answer(self) -> str:
        """What the model got for its first call."""
        return str(self.requests[1]["messages"][-1]["content"])


def test_the_model_gets_the_tools_that_are_allowed_and_nothing_else(tmp_path: Path) -> None:
    asked = Asked(tmp_path, [says("Nothing to do.")])
    assert asked.answer == "Nothing to do."
    names = [tool["function"]["name"] for tool in asked.requests[0]["tools"]]
    assert names == ["pods_list_in_namespace", "resources_scale", "pods_delete"]
    assert "namespace todo" in asked.requests[0]["messages"][0]["content"]


def test_looking_needs_no_yes_and_long_answers_are_cut(tmp_path: Path) -> None:
    asked = Asked(tmp_path, [calls("pods_list_in_namespace"), says("All is well.")])
    assert asked.calls == [["pods_list_in_namespace", {"namespace": "todo"}]]
    assert asked.tool_answer.endswith("(cut)")
    assert "looks: kubectl --namespace todo get pods" in asked.screen


@pytest.mark.parametrize(("yes", "answer"), [(True, False), (False, True)])
def test_a_change_that_is_allowed_is_made(tmp_path: Path, yes: bool, answer: bool) -> None:
    asked = Asked(tmp_path, [calls("resources_scale", **SCALE), says("Scaled.")], yes=yes, answer=answer)
    assert [name for name, _ in asked.calls] == ["resources_scale"]
    assert "CHANGES: kubectl --namespace todo scale deployment todo-backend --replicas=3" in asked.screen


@pytest.mark.parametrize(
    ("answer", "code", "warned"),
    [
        ({"spec": {"minReplicas": 2, "maxReplicas": 5}}, 0, True),
        ({"spec": {"maxReplicas": 5}}, 0, True),  # the cluster's own least number is 1
        ("Error from server (Forbidden): no", 1, False),
    ],
)
def test_an_autoscaler_that_would_set_it_back_is_told(
    tmp_path: Path, cluster: FakeCluster, answer: object, code: int, warned: bool
) -> None:
    cluster.answer("get hpa todo-backend", answer, code)
    asked = Asked(tmp_path, [calls("resources_scale", **SCALE), says("Scaled.")], yes=True)
    assert [name for name, _ in asked.calls] == ["resources_scale"]
    for told in (asked.screen, asked.tool_answer):
        assert ("The autoscaler todo-backend sets this back" in told) is warned


def test_without_an_autoscaler_nothing_is_told_of_one(tmp_path: Path) -> None:
    asked = Asked(tmp_path, [calls("resources_scale", **SCALE), says("Scaled.")], yes=True)
    assert "autoscaler" not in asked.screen + asked.tool_answer


def test_a_change_that_is_not_allowed_is_not_made(tmp_path: Path) -> None:
    asked = Asked(tmp_path, [calls("resources_scale", **SCALE), says("Then not.")])
    assert asked.calls == []
    assert "said no" in asked.tool_answer


def test_yes_does_not_cover_deletes(tmp_path: Path) -> None:
    asked = Asked(tmp_path, [calls("pods_delete", name="todo-backend-1"), says("Then not.")], yes=True)
    assert asked.calls == []
    assert "DELETES: kubectl --namespace todo delete pod todo-backend-1" in asked.screen


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (calls("resources_scale", **SCALE, namespace="kube-system"), "Only the namespace todo"),
        (calls("resources_scale", **{**SCALE, "kind": "Node"}), "not for models"),
    ],
)
def test_other_namespaces_and_kinds_are_refused(tmp_path: Path, call: Answer, message: str) -> None:
    asked = Asked(tmp_path, [call, says("I may not.")], yes=True, answer=True)
    assert asked.calls == []
    assert message in asked.tool_answer


def test_a_model_that_never_ends_is_ended(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="gave no answer"):
        Asked(tmp_path, [calls("pods_list_in_namespace")])


class TestSettings:
    def test_the_apps_own_variables(self) -> None:
        environment = {"OPENAI_MODEL": "m", "OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}
        assert model_settings(environment) == ConfiguredModel("m", "none", "http://127.0.0.1:1/v1")

    def test_a_key_alone_is_enough(self) -> None:
        assert model_settings({"OPENAI_API_KEY": "k", "OPENAI_MODEL": ""}) == ConfiguredModel("gpt-5-mini", "k", "")

    @pytest.mark.parametrize("environment", [{}, {"OPENAI_MODEL": "m"}])
    def test_without_a_model_it_says_what_to_set(self, environment: dict[str, str]) -> None:
        with pytest.raises(OpsError, match=r"OPENAI_MODEL.*ai diagnose"):
            model_settings(environment)


class TestCommand:
    def test_kubectl_ai_is_asked_where_it_is_installed(self, cluster: FakeCluster) -> None:
        cluster.has("kubectl-ai")
        assert cli.main(["ai", "ask", "is all well?"]) == 0
        [call] = cluster.calls("kubectl-ai")
        assert call[1:] == ["--quiet", "Only in the namespace todo, about the Helm release todo: is all well?"]

    def test_a_context_that_was_named_leads_to_its_cluster_alone(self, cluster: FakeCluster) -> None:
        cluster.answer("config view", "current-context: lab")
        with ask.leading_to(Release(Programs(cluster.console), context="lab")) as environment:
            assert Path(environment["KUBECONFIG"]).read_text() == "current-context: lab\n"
        assert not Path(environment["KUBECONFIG"]).exists()
        [call] = [call for call in cluster.calls("kubectl") if "view" in call]
        assert call[1:3] == ["--context", "lab"]
        assert call[-2:] == ["--minify", "--flatten"]

    def test_the_context_of_the_moment_is_kept_for_the_whole_work(self, cluster: FakeCluster) -> None:
        cluster.has("kubectl-ai")
        cluster.answer("config current-context", "lab\n")
        assert cli.main(["ai", "ask", "is all well?"]) == 0
        [call] = [call for call in cluster.calls("kubectl") if "view" in call]
        assert call[1:3] == ["--context", "lab"]

    def test_inside_of_a_cluster_there_is_no_context(self, cluster: FakeCluster) -> None:
        cluster.answer("config current-context", "error: current-context is not set", 1)
        assert ask.current_context(Release(Programs(cluster.console))) == ""

    def test_without_one_the_current_context_counts(self, cluster: FakeCluster) -> None:
        with ask.leading_to(Release(Programs(cluster.console))) as environment:
            assert environment == os.environ

    def test_without_a_model(self, cluster: FakeCluster, capsys: pytest.CaptureFixture[str]) -> None:
        cluster.has("kubectl-ai")
        assert cli.main(["ai", "ask", "--own", "is all well?"]) != 0
        assert "OPENAI_MODEL" in "".join(capsys.readouterr())
        assert cluster.calls("kubectl-ai") == []

    def test_the_server_on_the_path_is_used(self, cluster: FakeCluster) -> None:
        cluster.has("kubernetes-mcp-server")
        assert ask.server_program(cluster.console) == cluster.programs / "kubernetes-mcp-server"

    def test_the_server_is_fetched_once(self, cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        fetched: list[list[str]] = []

        def fetch(title: str, command: list[object], **_: object) -> str:
            fetched.append([str(word) for word in command])
            folder = Path(fetched[-1][fetched[-1].index("--prefix") + 1])
            program = folder / "node_modules" / "kubernetes-mcp-server-linux-amd64" / "bin" / "kubernetes-mcp-server-x"
            program.parent.mkdir(parents=True)
            program.touch(mode=0o755)
            return ""

        monkeypatch.setattr(commands, "run", fetch)
        first, second = ask.server_program(cluster.console), ask.server_program(cluster.console)
        assert first == second
        assert len(fetched) == 1
        assert fetched[0][-1] == f"kubernetes-mcp-server@{ask.SERVER_VERSION}"
        assert "--ignore-scripts" in fetched[0]

    def test_a_system_for_which_there_is_none(self, cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(commands, "run", lambda *_, **__: "")
        with pytest.raises(OpsError, match="on the PATH"):
            ask.server_program(cluster.console)
