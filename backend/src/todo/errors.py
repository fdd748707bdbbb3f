"""Typed errors and their form on the wire: RFC 9457 problem+json with a stable `type` and nothing internal."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.body_limit import MAX_BODY_SIZE_SCOPE_KEY

PROBLEM_JSON = "application/problem+json"
FRAMEWORK_PROBLEMS = {
    400: ("bad-request", "The request could not be read."),
    404: ("no-such-address", "Nothing is at this address."),
    405: ("method-not-allowed", "This address does not take that method."),
}
MAX_BODY_BYTES = 1024 * 1024
log = structlog.get_logger(__name__)


class FieldError(BaseModel):
    """One invalid field: where it stands in the request and what is wrong with it."""

    location: list[str | int]
    message: str
    code: str


class Problem(BaseModel):
    """Body of every error answer (RFC 9457)."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    request_id: str | None = None
    errors: list[FieldError] | None = None


def problem_answer(status: int) -> dict[str, Any]:
    """How the OpenAPI document describes a problem answer."""
    content = {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": HTTPStatus(status).phrase, "content": content}


class ProblemError(Exception):
    """An error that a person can act on.

    Args:
        detail: one sentence that says what to do.
        slug: last part of the problem's `type`; the class's own when left out.
        headers: extra response headers, such as `Retry-After` in seconds.
        extra: further members of the problem object.
    """

    status = HTTPStatus.INTERNAL_SERVER_ERROR
    slug = "internal"

    def __init__(
        self, detail: str, *, slug: str | None = None, headers: Mapping[str, str] | None = None, **extra: Any
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.slug = slug or self.slug
        self.headers = dict(headers or {})
        self.extra = extra

    def problem(self) -> dict[str, Any]:
        """The problem object as JSON-ready data."""
        return problem(self.status, self.slug, self.detail, **self.extra)


class UnauthenticatedError(ProblemError):
    status, slug = HTTPStatus.UNAUTHORIZED, "unauthenticated"

    def __init__(self, detail: str = "Sign in first.", *, slug: str | None = None) -> None:
        super().__init__(detail, slug=slug, headers={"WWW-Authenticate": 'Bearer realm="todo"'})


class ForbiddenError(ProblemError):
    status, slug = HTTPStatus.FORBIDDEN, "forbidden"


class NotFoundError(ProblemError):
    status, slug = HTTPStatus.NOT_FOUND, "not-found"


class ConflictError(ProblemError):
    status, slug = HTTPStatus.CONFLICT, "conflict"


class StaleVersionError(ProblemError):
    status, slug = HTTPStatus.PRECONDITION_FAILED, "stale-version"


class InvalidInputError(ProblemError):
    status, slug = HTTPStatus.UNPROCESSABLE_ENTITY, "invalid-input"


def invalid_input(error: ValidationError) -> InvalidInputError:
    """A model's refusal as a problem; the places are those in the model."""
    fields = field_errors(error.errors())
    return InvalidInputError(_sentence(fields), errors=fields)


class ThrottledError(ProblemError):
    status, slug = HTTPStatus.TOO_MANY_REQUESTS, "too-many-attempts"


class DatabaseUnavailableError(ProblemError):
    status, slug = HTTPStatus.SERVICE_UNAVAILABLE, "database-unavailable"

    def __init__(self) -> None:
        super().__init__("The database does not answer. Nothing was changed; try again.", headers={"Retry-After": "1"})


def problem(status: int, slug: str, detail: str, **extra: Any) -> dict[str, Any]:
    """A problem object; `request_id` lets a person quote the log line."""
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    title = HTTPStatus(status).phrase
    return {
        "type": f"urn:todo:problem:{slug}",
        "title": title,
        "status": int(status),
        "detail": detail,
        "request_id": request_id,
        **extra,
    }


def problem_response(body: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer that carries a problem object."""
    return JSONResponse(body, status_code=body["status"], headers=dict(headers or {}), media_type=PROBLEM_JSON)


def field_errors(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Pydantic's errors without the rejected input, which may hold secrets or text that no JSON can carry."""
    return [
        {
            "location": [_printable(part) for part in error["loc"]],
            "message": _printable(str(error["msg"]).removeprefix("Value error, ")),
            "code": error["type"],
        }
        for error in errors
    ]


def _sentence(fields: Sequence[Mapping[str, Any]]) -> str:
    """The first few field errors in one line."""
    places = (".".join(str(part) for part in field["location"] if part not in ("body", "query")) for field in fields)
    return "; ".join(f"{place}: {field['message']}" for place, field in list(zip(places, fields, strict=True))[:3])


def _printable(part: str | int) -> str | int:
    return part.encode("utf-8", "backslashreplace").decode()[:200] if isinstance(part, str) else part


async def _on_problem(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)
    return problem_response(error.problem(), error.headers)


async def _on_invalid_request(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = error.errors()
    if any(e["type"] == "json_invalid" for e in errors):
        return problem_response(problem(400, "malformed-json", "The body is not valid JSON."))
    fields = field_errors(errors)
    return problem_response(problem(422, "invalid-input", _sentence(fields), errors=fields))


async def _on_http_exception(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        limit = request.scope.get(MAX_BODY_SIZE_SCOPE_KEY, MAX_BODY_BYTES)
        return problem_response(body_too_large(limit), error.headers)
    return problem_response(http_problem(error.status_code), error.headers)


def body_too_large(limit: int) -> dict[str, Any]:
    """The problem of a body of more than `limit` bytes."""
    detail = f"The body is larger than {limit / 1024 / 1024:.3g} MiB. Send less at once."
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-large", detail)


def http_problem(status: int) -> dict[str, Any]:
    """The problem of an answer that the framework gives by itself."""
    phrase = HTTPStatus(status).phrase
    slug, detail = FRAMEWORK_PROBLEMS.get(status, (phrase.lower().replace(" ", "-"), f"{phrase}."))
    return problem(status, slug, detail)


async def _on_unexpected(_: Request, error: Exception) -> JSONResponse:
    log.error("unexpected_error", exc_info=error)
    return problem_response(problem(500, "internal", "Something went wrong here. It was logged under the request id."))


def install_error_handlers(app: FastAPI) -> None:
    """Make every error of `app` a problem+json answer."""
    app.add_exception_handler(ProblemError, _on_problem)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(Exception, _on_unexpected)
