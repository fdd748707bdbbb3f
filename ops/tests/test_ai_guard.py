"""What a model may do on a cluster: nothing beyond the namespace, no secrets, and each call told as a command."""

from io import StringIO
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from todo_ops.ai.guard import KINDS, OFFERED, Call, Effect, RefusedError, judge
from todo_ops.ai.permission import Permission
from todo_ops.console import Console

DEPLOYMENT = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "todo-backend"}
OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n"


@pytest.mark.parametrize(
    ("tool", "arguments", "effect", "command"),
    [
        ("pods_list_in_namespace", {}, Effect.LOOK, "get pods"),
        ("pods_get", {"name": "a"}, Effect.LOOK, "get pod a --output=yaml"),
        ("pods_log", {"name": "a", "namespace": "todo"}, Effect.LOOK, "logs a"),
        ("pods_top", {}, Effect.LOOK, "top pods"),
        ("events_list", {}, Effect.LOOK, "get events"),
        ("resources_list", {"apiVersion": "v1", "kind": "Service"}, Effect.LOOK, "get service"),
        ("resources_get", DEPLOYMENT, Effect.LOOK, "get deployment todo-backend --output=yaml"),
        ("resources_scale", DEPLOYMENT, Effect.LOOK, "scale deployment todo-backend --replicas="),
        (
            "resources_scale",
            {**DEPLOYMENT, "scale": 3},
            Effect.CHANGE,
            "scale deployment todo-backend --replicas=3",
        ),
        ("resources_delete", DEPLOYMENT, Effect.DELETE, "delete deployment todo-backend"),
        ("pods_delete", {"name": "a"}, Effect.DELETE, "delete pod a"),
    ],
)
def test_a_call_in_the_namespace(tool: str, arguments: dict[str, Any], effect: Effect, command: str) -> None:
    call = judge(tool, arguments, "todo")
    assert (call.effect, call.command) == (effect, f"kubectl --namespace todo {command}")
    assert call.arguments["namespace"] == "todo"


def test_the_command_names_the_cluster_where_it_is_known() -> None:
    call = judge("resources_scale", {**DEPLOYMENT, "scale": 3}, "todo", "admin@lab")
    assert call.command == "kubectl --context admin@lab --namespace todo scale deployment todo-backend --replicas=3"
    assert judge("resources_create_or_update", {"resource": OBJECT}, "todo", "my lab").command.startswith(
        "kubectl --context 'my lab' --namespace todo apply"
    )


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("pods_exec", {"name": "a", "command": ["sh"]}, "not allowed"),
        ("configuration_view", {}, "not allowed"),
        ("pods_list", {}, "not allowed"),
        ("helm_uninstall", {"name": "todo"}, "not allowed"),
        ("pods_get", {"name": "a", "namespace": "kube-system"}, "Only the namespace todo"),
        ("pods_top", {"all_namespaces": True}, "Only the namespace todo"),
        ("resources_get", {"apiVersion": "v1", "kind": "Secret", "name": "todo-secrets"}, "not for models"),
        ("resources_list", {"apiVersion": "v1", "kind": "Node"}, "not for models"),
        ("resources_list", {}, "not for models"),
        ("resources_delete", {"apiVersion": "v1", "kind": "Namespace", "name": "todo"}, "not for models"),
        ("resources_create_or_update", {"resource": OBJECT + "  namespace: default\n"}, "Only the namespace todo"),
        ("resources_create_or_update", {"resource": OBJECT.replace("ConfigMap", "Secret")}, "not for models"),
        ("resources_create_or_update", {"resource": OBJECT.replace("ConfigMap", "ClusterRole")}, "not for models"),
        ("resources_create_or_update", {"resource": f"{OBJECT}---\nkind: Namespace\n"}, "not for models"),
        ("resources_create_or_update", {"resource": "kind: ConfigMap\nmetadata: x\n"}, "metadata"),
        ("resources_create_or_update", {"resource": ""}, "one or more objects"),
        ("resources_create_or_update", {"resource": "- a\n"}, "one or more objects"),
        ("resources_create_or_update", {"resource": "{"}, "no YAML"),
        ("resources_create_or_update", {"resource": "!!python/object/apply:os.system ['id']"}, "no YAML"),
        ("resources_create_or_update", {}, "one or more objects"),
    ],
)
def test_what_is_refused_says_why(tool: str, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        judge(tool, arguments, "todo")


def test_what_is_applied_goes_into_the_namespace_and_is_shown_whole() -> None:
    call = judge("resources_create_or_update", {"resource": f"{OBJECT}---\n{OBJECT}"}, "todo")
    assert call.effect is Effect.CHANGE
    assert [one["metadata"]["namespace"] for one in yaml.safe_load_all(call.arguments["resource"])] == ["todo"] * 2
    assert call.arguments["resource"] in call.command


NAMES = st.sampled_from(["todo", "", "default", "kube-system", None])


@given(st.sampled_from([*OFFERED, "pods_exec"]), NAMES, st.sampled_from([*sorted(KINDS)[:3], "Secret", None]))
def test_whatever_is_allowed_stays_in_the_namespace(tool: str, namespace: str | None, kind: str | None) -> None:
    arguments = {"name": "a", "kind": kind, "namespace": namespace, "resource": OBJECT, "scale": 1}
    try:
        call = judge(tool, arguments, "todo")
    except RefusedError:
        return
    assert call.command.startswith("kubectl --namespace todo ")
    assert "namespace: todo" in call.arguments.get("resource", "") or call.arguments["namespace"] == "todo"


class TestPermission:
    LOOK, CHANGE, DELETE = (Call("t", {}, effect, f"do {effect.value}") for effect in Effect)

    def permission(self, answer: bool, *, yes: bool = False) -> tuple[Permission, StringIO, list[str]]:
        screen, asked = StringIO(), list[str]()

        def confirm(question: str) -> bool:
            asked.append(question)
            return answer

        return Permission(Console(screen), yes, confirm), screen, asked

    def test_looking_is_shown_and_not_asked_for(self) -> None:
        permission, screen, asked = self.permission(False)
        assert permission.grants(self.LOOK)
        assert (screen.getvalue(), asked) == ("  looks: do look\n", [])

    @pytest.mark.parametrize("answer", [True, False])
    def test_a_change_is_asked_for(self, answer: bool) -> None:
        permission, screen, asked = self.permission(answer)
        assert permission.grants(self.CHANGE) is answer
        assert "CHANGES: do change" in screen.getvalue()
        assert len(asked) == 1
        assert permission.refused == ([] if answer else ["do change"])

    def test_yes_covers_changes_and_never_deletes(self) -> None:
        permission, _, asked = self.permission(False, yes=True)
        assert permission.grants(self.CHANGE)
        assert not permission.grants(self.DELETE)
        assert len(asked) == 1

    def test_without_a_terminal_nothing_is_changed(self) -> None:
        assert not Permission(Console(StringIO())).grants(self.CHANGE)
