"""Problem objects."""

import json

import pytest
from pydantic import BaseModel, ValidationError
from todo.errors import (
    ConflictError,
    DatabaseUnavailableError,
    NotFoundError,
    ProblemError,
    ThrottledError,
    UnauthenticatedError,
    field_errors,
    http_problem,
    invalid_input,
    problem,
    problem_response,
)
from todo.tasks.schemas import TaskCreate


@pytest.mark.parametrize(
    ("error", "status", "slug"),
    [
        (NotFoundError("Gone."), 404, "not-found"),
        (ConflictError("Twice.", slug="id-taken"), 409, "id-taken"),
        (UnauthenticatedError(), 401, "unauthenticated"),
        (ThrottledError("Slowly."), 429, "too-many-attempts"),
        (DatabaseUnavailableError(), 503, "database-unavailable"),
    ],
)
def test_each_error_is_a_problem(error: ProblemError, status: int, slug: str) -> None:
    body = error.problem()
    assert (body["status"], body["type"]) == (status, f"urn:todo:problem:{slug}")
    assert body["detail"] == error.detail
    assert body["title"]


def test_class_attributes_are_not_changed_by_one_error() -> None:
    ConflictError("x", slug="other")
    assert ConflictError("x").slug == "conflict"


def test_extra_members_are_part_of_the_problem() -> None:
    body = ConflictError("No.", slug="undo-conflict", conflicts=[{"title": "X"}]).problem()
    assert body["conflicts"] == [{"title": "X"}]


def test_field_errors_never_hold_the_input() -> None:
    with pytest.raises(ValidationError) as caught:
        TaskCreate.model_validate({"title": "secret\x00", "priority": "secret", "surprise": "secret"})
    errors = field_errors(caught.value.errors())
    assert [error["location"] for error in errors] == [["title"], ["priority"], ["surprise"]]
    assert "secret" not in json.dumps(errors)
    assert {error["code"] for error in errors} == {"value_error", "int_type", "extra_forbidden"}


def test_long_names_are_cut() -> None:
    with pytest.raises(ValidationError) as caught:
        TaskCreate.model_validate({"title": "x", "y" * 5000: 1})
    assert len(str(field_errors(caught.value.errors())[0]["location"][0])) == 200


def test_a_models_refusal_is_said_in_one_line() -> None:
    class Model(BaseModel):
        n: int
        m: int

    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"n": "x"})
    error = invalid_input(caught.value)
    assert error.detail.startswith("n: Input should be a valid integer")
    assert "m: Field required" in error.detail
    assert len(error.extra["errors"]) == 2


def test_framework_answers_have_words_for_people() -> None:
    assert http_problem(404)["detail"] == "Nothing is at this address."
    assert http_problem(418)["type"] == "urn:todo:problem:i'm-a-teapot"


def test_response_carries_status_type_and_headers() -> None:
    response = problem_response(problem(429, "x", "Slowly."), {"Retry-After": "7"})
    assert (response.status_code, response.media_type) == (429, "application/problem+json")
    assert response.headers["Retry-After"] == "7"
