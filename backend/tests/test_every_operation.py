"""What must hold for every operation of the API, those that are added later too: read from the OpenAPI document."""

import re
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Person, assert_problem, sign_up
from todo.boundary import new_id
from todo.main import openapi_document

OPEN = {"/api/auth/register", "/api/auth/login", "/api/auth/sign-up", "/health", "/health/live", "/health/ready"}
DOCUMENT = openapi_document()
OPERATIONS = [
    (method, path, operation) for path, item in DOCUMENT["paths"].items() for method, operation in item.items()
]
WITH_BODY = [(method, path) for method, path, operation in OPERATIONS if "requestBody" in operation]
WITH_ID = [(method, path) for method, path, _ in OPERATIONS if "{" in path]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=8,
)


def fill(path: str) -> str:
    """The path with ids that nobody has."""
    path = path.replace("{entity}", "task")
    path = re.sub(r"\{\w+_id\}", lambda _: str(new_id()), path)
    assert "{" not in path
    return path


@pytest.mark.parametrize(("method", "path"), [(m, p) for m, p, _ in OPERATIONS if p not in OPEN])
async def test_anonymous_callers_are_refused_before_anything_is_read(
    anonymous: httpx.AsyncClient, method: str, path: str
) -> None:
    assert_problem(await anonymous.request(method, fill(path)), 401, "unauthenticated")
    assert_problem(await anonymous.request(method, fill(path), content=b"{broken"), 401, "unauthenticated")


@pytest.mark.parametrize(("method", "path"), WITH_ID)
async def test_ids_of_nothing_are_404(owner: Person, method: str, path: str) -> None:
    body: dict[str, Any] = {"title": "X"} if "tasks" in path or "conversations" in path else {"name": "X"}
    body = {} if path.endswith(("/move", "/duplicate")) else body
    body = {"minutes_before": 5} if "reminders" in path else body
    body = {"approve": True} if "oauth" in path else body
    kwargs: dict[str, Any] = {"json": body} if (method, path) in WITH_BODY else {}
    assert_problem(await owner.client.request(method, fill(path), **kwargs), 404, "not-found")


@pytest.mark.parametrize(("method", "path"), WITH_BODY)
async def test_a_body_of_another_kind_is_refused(owner: Person, method: str, path: str) -> None:
    for content, kind in (
        (b"<x/>", "application/xml"),
        (b"a=b", "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
    ):
        response = await owner.client.request(method, fill(path), content=content, headers={"Content-Type": kind})
        assert response.status_code in (400, 422), response.text
        assert_problem(response, response.status_code)


@pytest_asyncio.fixture(scope="module")
async def fuzzer(app: FastAPI) -> Person:
    """One person for all examples."""
    return await sign_up(app)


class TestFuzz:
    """Whatever JSON comes, the answer is never a failure of ours."""

    @pytest.mark.parametrize(("method", "path"), WITH_BODY)
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    async def test_any_json(self, fuzzer: Person, method: str, path: str, data: st.DataObject) -> None:
        schema = DOCUMENT["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]
        fields = DOCUMENT["components"]["schemas"][schema["$ref"].split("/")[-1]]["properties"]
        body = data.draw(JSON | st.dictionaries(st.sampled_from(sorted(fields)), JSON, max_size=5))
        response = await fuzzer.client.request(method, fill(path), json=body)
        assert response.status_code < 500, response.text
        if response.status_code >= 400:
            assert_problem(response, response.status_code)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        query=st.dictionaries(
            st.sampled_from(["due", "due_from", "text", "filter", "cursor", "limit", "project_id"]), st.text()
        )
    )
    async def test_any_query(self, fuzzer: Person, query: dict[str, str]) -> None:
        response = await fuzzer.client.get("/api/tasks", params=query)
        assert response.status_code in (200, 422), response.text

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(token=st.text(st.characters(min_codepoint=33, max_codepoint=255)))
    async def test_any_token(self, anonymous: httpx.AsyncClient, token: str) -> None:
        bearer = f"Bearer {token}".encode("latin-1")
        headers = [(b"Authorization", bearer), (b"If-Match", token.encode("latin-1"))]
        assert_problem(await anonymous.get("/api/auth/me", headers=headers), 401)
