"""What the chart registers with kagent; `kagent.json` holds the fields of kagent.dev/v1alpha2 as its 0.x has them."""

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest
from todo_ops import paths

Render = Callable[..., Any]
ON = "kagent.enabled=true"
KINDS = ("RemoteMCPServer", "Agent")


def tool_of(agent: dict[str, Any]) -> dict[str, Any]:
    """The one tool server that the agent uses."""
    [tool] = agent["spec"]["declarative"]["tools"]
    assert tool["type"] == "McpServer"
    found: dict[str, Any] = tool["mcpServer"]
    return found


class TestObjects:
    def test_there_are_none_unless_wanted(self, render: Render) -> None:
        assert not {kind for kind, _ in render().names} & set(KINDS)

    @pytest.mark.parametrize("kind", KINDS)
    def test_both_are_made_in_the_namespace_of_kagent(self, render: Render, kind: str) -> None:
        [found] = render(ON, "kagent.namespace=agents").all(kind)
        assert found["metadata"]["namespace"] == "agents"
        assert found["metadata"]["name"] == "todo"

    def test_the_server_is_this_releases_own_by_a_name_that_it_answers_to(self, render: Render) -> None:
        rendered = render(ON, "backend.service.port=8100", release="team")
        [server] = rendered.all("RemoteMCPServer")
        url = server["spec"]["url"]
        assert url == "http://team-todo-backend.todo.svc:8100/api/mcp"
        host = url.split("/")[2]
        assert host in rendered.get("ConfigMap", "team-todo-config")["data"]["ALLOWED_HOSTS"].split(",")

    def test_the_token_comes_from_a_secret_and_stands_in_no_object(self, render: Render) -> None:
        [server] = render(ON, "kagent.tokenSecret.name=mine", "kagent.tokenSecret.key=auth").all("RemoteMCPServer")
        secret = {"type": "Secret", "name": "mine", "key": "auth"}
        assert server["spec"]["headersFrom"] == [{"name": "Authorization", "valueFrom": secret}]

    def test_the_agent_uses_the_server_and_the_model_that_were_named(self, render: Render) -> None:
        rendered = render(ON, "kagent.modelConfig=local")
        [server], [agent] = rendered.all("RemoteMCPServer"), rendered.all("Agent")
        assert agent["spec"]["declarative"]["modelConfig"] == "local"
        tool = tool_of(agent)
        assert (tool["kind"], tool["name"]) == ("RemoteMCPServer", server["metadata"]["name"])

    def test_its_tools_are_those_that_the_server_has_for_a_chat(self, render: Render) -> None:
        documented = (paths.ROOT / "docs" / "ASSISTANT.md").read_text("utf-8")
        names = set(re.findall(r"^\| `(\w+)` \|", documented, re.MULTILINE)) - {"read", "write"}
        [agent] = render(ON).all("Agent")
        assert set(tool_of(agent)["toolNames"]) == names
        assert set(tool_of(agent)["requireApproval"]) <= names

    def test_nothing_need_be_approved(self, render: Render) -> None:
        [agent] = render(ON, "kagent.approvedTools=null").all("Agent")
        assert "requireApproval" not in tool_of(agent)


class TestNetwork:
    def test_kagents_namespace_is_let_in_where_others_are_not(self, render: Render) -> None:
        rendered = render(ON, "kagent.namespace=agents", "networkPolicy.ingressFrom=null")
        rules = rendered.get("NetworkPolicy", "todo-backend")["spec"]["ingress"]
        [api] = [rule for rule in rules if rule["ports"] == [{"port": 8000}]]
        assert {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "agents"}}} in api["from"]
        assert "agents" not in str(rendered.get("NetworkPolicy", "todo-frontend"))

    def test_nobody_is_let_in_for_it_when_it_is_off(self, render: Render) -> None:
        assert "kagent" not in str(render().get("NetworkPolicy", "todo-backend"))


class TestValues:
    @pytest.mark.parametrize(
        ("setting", "words"),
        [
            ("kagent.tokenSecret.name=", "kagent.tokenSecret.name"),
            ("kagent.tokenSecret.key=a b", "kagent.tokenSecret.key"),
            ("kagent.namespace=", "kagent.namespace"),
            ("kagent.modelConfig=", "kagent.modelConfig"),
            ("kagent.timeout=soon", "kagent.timeout"),
            ("kagent.tools={}", "kagent.tools"),
            ("kagent.tools={Delete All}", "kagent.tools"),
            ("kagent.approvedTools={search}", "search, which is not one of kagent.tools"),
            ("kagent.token=todo_pat_1", "token"),
        ],
    )
    def test_what_cannot_work_is_refused(self, helm: Any, setting: str, words: str) -> None:
        done = helm.template(f"--set={setting}")
        assert done.returncode != 0
        assert words in done.stderr.replace("/", "."), done.stderr

    def test_the_notes_say_how_the_token_gets_there(self, notes: Callable[..., str]) -> None:
        command = "kubectl --namespace kagent create secret generic todo-token --from-literal=header="
        assert command in notes(ON)
        assert command not in notes()


@pytest.mark.parametrize(
    ("kind", "path", "value", "words"),
    [
        ("RemoteMCPServer", ["spec", "protocol"], "HTTP", "'HTTP' is not one of"),
        ("RemoteMCPServer", ["spec", "headers"], {}, "'headers' was unexpected"),
        ("RemoteMCPServer", ["spec", "headersFrom", 0, "value"], "x", "valid under each of"),
        ("Agent", ["spec", "modelConfig"], "x", "'modelConfig' was unexpected"),
        ("Agent", ["spec", "declarative", "systemPrompt"], "x", "'systemPrompt' was unexpected"),
        ("Agent", ["spec", "declarative", "tools", 0, "type"], "Mcp", "'McpServer' was expected"),
        ("Agent", ["spec", "declarative", "tools", 0, "mcpServer", "tools"], [], "'tools' was unexpected"),
    ],
)
def test_mistakes_are_found(
    render: Render, problems: Any, kind: str, path: list[Any], value: object, words: str
) -> None:
    [found] = copy.deepcopy(render(ON).all(kind))
    part = found
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value
    [problem] = problems(found)
    assert words in problem
