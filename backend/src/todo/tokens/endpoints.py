"""`/api/tokens`: access tokens for programs. Only a person who signed in with their password may handle them."""

from uuid import UUID

from fastapi import APIRouter

from todo.accounts.dependencies import SessionActor
from todo.dependencies import CurrentDatabase, problems
from todo.tokens import service
from todo.tokens.schemas import TokenCreate, TokenList, TokenMade

router = APIRouter(prefix="/api/tokens", tags=["tokens"], responses=problems(401, 403, 422))


@router.get("")
async def list_tokens(database: CurrentDatabase, actor: SessionActor) -> TokenList:
    """Your tokens, and those that programs got with your consent."""
    return await service.list_tokens(database, actor)


@router.post("", status_code=201, responses=problems(409))
async def create_token(database: CurrentDatabase, actor: SessionActor, body: TokenCreate) -> TokenMade:
    """Make a token. `token` in the answer is shown this once."""
    return await service.create_token(database, actor, body)


@router.delete("/{token_id}", status_code=204, responses=problems(404))
async def revoke_token(database: CurrentDatabase, actor: SessionActor, token_id: UUID) -> None:
    """Revoke a token: it is refused from the next request on, everywhere."""
    await service.revoke_token(database, actor, token_id)
