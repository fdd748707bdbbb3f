"""The OpenAPI document: complete, with examples, the same from the command and from a running application."""

import json
import subprocess
import sys
from typing import Any

import httpx
from fastapi import FastAPI
from todo.main import openapi_document

OPEN = {"/api/auth/register", "/api/auth/login", "/api/auth/sign-up", "/health", "/health/live", "/health/ready"}


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    paths = openapi_document()["paths"]
    return [(path, method, operation) for path, item in paths.items() for method, operation in item.items()]


def test_every_operation_says_what_it_does_and_how_it_fails() -> None:
    for path, method, operation in operations():
        assert operation.get("description"), (path, method)
        if path not in OPEN:
            assert "401" in operation["responses"], (path, method)
            assert operation["security"], (path, method)
            assert "application/problem+json" in operation["responses"]["401"]["content"]


def test_every_operation_names_what_happens_before_its_own_code() -> None:
    for path, method, operation in operations():
        expected = ({"503"} if path.startswith("/api/") else set()) | (
            {"400", "413"} if "requestBody" in operation else set()
        )
        assert expected <= operation["responses"].keys(), (path, method)
        for status in expected:
            assert "application/problem+json" in operation["responses"][status]["content"], (path, method)


def test_bodies_of_main_operations_have_examples() -> None:
    schemas = openapi_document()["components"]["schemas"]
    for name in ("Registration", "Credentials", "TaskCreate", "TaskPatch", "ProjectCreate", "QuickAdd", "ChatRequest"):
        assert schemas[name]["examples"], name


def test_limits_are_in_the_document() -> None:
    title = openapi_document()["components"]["schemas"]["TaskCreate"]["properties"]["title"]
    assert title["maxLength"] == 500


def test_it_is_made_once(app: FastAPI) -> None:
    assert app.openapi() is app.openapi()
    assert app.openapi() == openapi_document()


async def test_running_application_serves_the_same_document(anonymous: httpx.AsyncClient) -> None:
    assert (await anonymous.get("/api/openapi.json")).json() == openapi_document()


def test_command_prints_it_without_settings_or_database() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "todo", "openapi"], env={}, capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == json.loads(json.dumps(openapi_document()))
