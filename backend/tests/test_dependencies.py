"""Queries that are read without the framework: the same values, the same refusals and the same document as with it."""

from typing import Annotated, Any

import httpx
import pytest
from fastapi import Depends, FastAPI, Query
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from support import Person
from todo.dependencies import QueryOf, query_parameters
from todo.errors import install_error_handlers
from todo.main import openapi_document
from todo.tasks.finding.schemas import CompletedQuery, PageQuery, SearchQuery, UpcomingQuery
from todo.tasks.schemas import TaskQuery

MODELS: list[type[BaseModel]] = [TaskQuery, PageQuery, SearchQuery, UpcomingQuery, CompletedQuery]
PATHS: dict[str, type[BaseModel]] = {
    "/api/tasks": TaskQuery,
    "/api/search": SearchQuery,
    "/api/views/today": PageQuery,
    "/api/views/inbox": PageQuery,
    "/api/views/upcoming": UpcomingQuery,
    "/api/views/completed": CompletedQuery,
}
NAMES = sorted({name for model in MODELS for name in model.model_fields} | {"unknown", "Limit", ""})
VALUES = ["", "0", "1", "50", "201", "true", "off", "maybe", "today", "2026-11-29", "2026-02-30", "1800-01-01", "null"]
VALUES += ["018f6f3e-7c7a-7000-8000-000000000000", "p1 & today", "ä é", "a" * 600, " "]
SOME_QUERY = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=5)


def two_ways() -> FastAPI:
    """Each query read by the framework at /plain/N and by us at /own/N."""
    app = FastAPI()
    install_error_handlers(app)

    def add(number: int, model: Any) -> None:
        @app.get(f"/plain/{number}")
        async def plain(query: Annotated[model, Query()]) -> Any:
            return query.model_dump() | {"set": sorted(query.model_fields_set)}

        @app.get(f"/own/{number}", openapi_extra=query_parameters(model))
        async def own(query: Annotated[model, Depends(QueryOf(model))]) -> Any:
            return query.model_dump() | {"set": sorted(query.model_fields_set)}

    for number, model in enumerate(MODELS):
        add(number, model)
    return app


TWO_WAYS = two_ways()


async def ask(path: str, query: Any) -> httpx.Response:
    transport = httpx.ASGITransport(app=TWO_WAYS)
    async with httpx.AsyncClient(transport=transport, base_url="http://a.test") as client:
        return await client.get(path, params=httpx.QueryParams(query))


@pytest.mark.parametrize("number", range(len(MODELS)), ids=lambda number: MODELS[number].__name__)
@settings(max_examples=40)
@given(query=SOME_QUERY)
async def test_it_reads_and_refuses_what_the_framework_does(number: int, query: list[tuple[str, str]]) -> None:
    plain, own = await ask(f"/plain/{number}", query), await ask(f"/own/{number}", query)
    assert own.status_code == plain.status_code
    assert own.json() == plain.json()


@pytest.mark.parametrize("number", range(len(MODELS)), ids=lambda number: MODELS[number].__name__)
def test_the_document_shows_what_the_framework_would(number: int) -> None:
    paths = TWO_WAYS.openapi()["paths"]
    shown = paths[f"/own/{number}"]["get"]["parameters"]
    assert shown == paths[f"/plain/{number}"]["get"]["parameters"]
    assert {one["name"] for one in shown} == set(MODELS[number].model_fields)


@pytest.mark.parametrize("path", PATHS)
def test_each_operation_shows_the_query_that_it_reads(path: str) -> None:
    shown = openapi_document()["paths"][path]["get"]["parameters"]
    assert shown == query_parameters(PATHS[path])["parameters"]


def test_what_must_be_given_is_shown_so() -> None:
    shown = {one["name"]: one["required"] for one in query_parameters(SearchQuery)["parameters"]}
    assert shown == {"q": True, "done": False, "project_id": False, "cursor": False, "limit": False}


@pytest.mark.parametrize("path", PATHS)
async def test_who_is_not_signed_in_hears_so_first(anonymous: httpx.AsyncClient, path: str) -> None:
    assert (await anonymous.get(path, params={"limit": "none"})).status_code == 401


@pytest.mark.parametrize("path", PATHS)
async def test_what_is_wrong_is_named(owner: Person, path: str) -> None:
    refused = await owner.client.get(path, params={"limit": "0", "nothing": "1", "q": "word"})
    assert refused.status_code == 422
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert {("query", "limit"), ("query", "nothing")} <= {tuple(one["location"]) for one in refused.json()["errors"]}
