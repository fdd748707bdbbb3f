"""Probes: live (this process runs), ready (send it requests), and a report for people."""

from fastapi import APIRouter, Response

from todo.dependencies import CurrentDatabase
from todo.health import service
from todo.health.schemas import Health, Live

router = APIRouter(tags=["health"])


@router.get("/health/live")
async def live() -> Live:
    """Never touches the database: a database that is down must not restart every pod."""
    return Live()


@router.get("/health/ready", responses={503: {"model": Health}})
async def ready(response: Response, database: CurrentDatabase) -> Health:
    """503 without the database and while shutting down."""
    return await health(response, database)


@router.get("/health", responses={503: {"model": Health}})
@router.get("/api/health", responses={503: {"model": Health}}, include_in_schema=False)
async def health(response: Response, database: CurrentDatabase) -> Health:
    """The report."""
    report = await service.check(database)
    if report.status != "ok":
        response.status_code = 503
    return report
