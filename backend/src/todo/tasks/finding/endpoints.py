"""`/api/search`."""

from typing import Annotated

from fastapi import APIRouter, Query

from todo.accounts.dependencies import AUTHENTICATED, CurrentActor
from todo.dependencies import CurrentDatabase, problems
from todo.tasks.finding import service
from todo.tasks.finding.schemas import SearchPage, SearchQuery

router = APIRouter(prefix="/api", tags=["finding"], responses=problems(401, 422), dependencies=AUTHENTICATED)


@router.get("/search")
async def search(database: CurrentDatabase, actor: CurrentActor, query: Annotated[SearchQuery, Query()]) -> SearchPage:
    """Tasks that hold all words, the best first, with the places to highlight."""
    return await service.search(database, actor, query)
