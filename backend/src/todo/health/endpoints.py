"""Probes: live (this process runs), ready (send it requests), and a report for people."""

from fastapi import APIRouter, Request, Response

from todo.dependencies import CurrentDatabase
from todo.health import service
from todo.health.schemas import Health, Live

router = APIRouter(tags=["health"])


@router.get("/health/live")
async def live() -> Live:
    """Never touches the database: a database that is down must not restart every pod."""
    return Live()


@router.get("/health/ready", responses={503: {"model": Health}})
async def ready(request: Request, response: Response, database: CurrentDatabase) -> Health:
    """503 before connections are open, without the database and while shutting down."""
    return _answer(response, await service.readiness(database, request.app.state.warming))


@router.get("/health", responses={503: {"model": Health}})
@router.get("/api/health", responses={503: {"model": Health}}, include_in_schema=False)
async def health(response: Response, database: CurrentDatabase) -> Health:
    """The report."""
    return _answer(response, await service.check(database))


def _answer(response: Response, report: Health) -> Health:
    if report.status != "ok":
        response.status_code = 503
    return report
