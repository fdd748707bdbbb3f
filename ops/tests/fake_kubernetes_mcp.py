"""Stands in for kubernetes-mcp-server: writes each call into the file that CALLS names."""

import json
import os
from pathlib import Path
from typing import Any

from mcp.server.mcpserver import MCPServer

server = MCPServer("fake")


def _write(name: str, arguments: dict[str, Any]) -> str:
    with Path(os.environ["CALLS"]).open("a") as calls:
        calls.write(json.dumps([name, arguments]) + "\n")
    return f"{name} done"


@server.tool()
def pods_list_in_namespace(namespace: str) -> str:
    """List pods."""
    return _write("pods_list_in_namespace", {"namespace": namespace}) + " " + "x" * 30_000


@server.tool()
def resources_scale(apiVersion: str, kind: str, name: str, namespace: str, scale: int) -> str:  # noqa: N803 - the server's own
    """Scale."""
    return _write("resources_scale", {"kind": kind, "name": name, "namespace": namespace, "scale": scale})


@server.tool()
def pods_delete(name: str, namespace: str) -> str:
    """Delete a pod."""
    return _write("pods_delete", {"name": name, "namespace": namespace})


@server.tool()
def pods_exec(name: str, command: list[str]) -> str:
    """Run a command in a pod."""
    return _write("pods_exec", {"name": name, "command": command})


if __name__ == "__main__":
    server.run()
