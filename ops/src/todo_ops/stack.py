"""The product's own servers: which commands, settings and addresses. Used by `run` and by the browser tests."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from todo_ops import commands, node
from todo_ops.processes import Program

PYTHON = [sys.executable, "-P", "-m", "todo"]


@dataclass(frozen=True)
class Stack:
    """Where one running copy of the product listens, and what it keeps its data in."""

    database_url: str
    jwt_secret_key: str
    port: int
    api_port: int

    @property
    def address(self) -> str:
        """The address that a person opens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def api_address(self) -> str:
        """The address of the API behind it."""
        return f"http://127.0.0.1:{self.api_port}"

    def backend_env(self) -> dict[str, str]:
        """Return the environment of `python -m todo`: what is set here wins, the person's other settings pass."""
        return {
            "METRICS_PORT": "0",
            "WEB_CONCURRENCY": "1",
            **os.environ,
            "DATABASE_URL": self.database_url,
            "JWT_SECRET_KEY": self.jwt_secret_key,
            "HOST": "127.0.0.1",
            "PORT": str(self.api_port),
            "FRONTEND_URL": self.address,
            "PYTHONUNBUFFERED": "1",
        }

    def api(self) -> Program:
        """Return the server of the API."""
        return Program("API", [*PYTHON, "serve"], self.backend_env(), f"{self.api_address}/health/ready")

    def web(self) -> Program:
        """Return the server of the web app."""
        settings = {
            "NODE_ENV": "production",
            "PORT": str(self.port),
            "HOSTNAME": "127.0.0.1",
            "BACKEND_URL": self.api_address,
        }
        command: list[str | Path] = [node.program(), node.SERVER]
        return Program("Web app", command, node.environment(settings), f"{self.address}/api/health")

    def backend(self, command: str) -> str:
        """Run one of the backend's commands to its end and return what it printed."""
        return commands.run(f"todo {command}", [*PYTHON, command], log=f"todo-{command}", env=self.backend_env())
