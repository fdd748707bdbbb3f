"""`/api/auth`: register, login, logout, me, password."""

from datetime import datetime

from fastapi import APIRouter, Request, Response

from todo.accounts import service
from todo.accounts.dependencies import AUTHENTICATED, COOKIE, ClientAddress, CurrentActor, CurrentUser
from todo.accounts.schemas import Credentials, PasswordChange, ProfileChange, Registration, SignedIn, User
from todo.dependencies import CurrentDatabase, CurrentSettings, problems

router = APIRouter(prefix="/api/auth", tags=["accounts"], responses=problems(422))


@router.post("/register", status_code=201, responses=problems(409))
async def register(
    request: Request, response: Response, database: CurrentDatabase, settings: CurrentSettings, body: Registration
) -> SignedIn:
    """Make an account with an Inbox, and sign in."""
    signed_in = await service.register(database, settings, body)
    _set_cookie(request, response, signed_in.token, signed_in.expires_at)
    return signed_in


@router.post("/login", responses=problems(401, 429))
async def login(
    request: Request,
    response: Response,
    database: CurrentDatabase,
    settings: CurrentSettings,
    address: ClientAddress,
    body: Credentials,
) -> SignedIn:
    """Sign in: the token for programs, the cookie for browsers."""
    signed_in = await service.sign_in(database, settings, body, address)
    _set_cookie(request, response, signed_in.token, signed_in.expires_at)
    return signed_in


@router.post("/logout", status_code=204, responses=problems(401), dependencies=AUTHENTICATED)
async def logout(response: Response, database: CurrentDatabase, actor: CurrentActor) -> None:
    """End this session."""
    await service.sign_out(database, actor)
    response.delete_cookie(COOKIE, path="/")


@router.get("/me", responses=problems(401), dependencies=AUTHENTICATED)
async def me(user: CurrentUser) -> User:
    """Who is signed in."""
    return user


@router.patch("/me", responses=problems(401), dependencies=AUTHENTICATED)
async def change_me(database: CurrentDatabase, actor: CurrentActor, body: ProfileChange) -> User:
    """Change name or time zone."""
    return await service.change_profile(database, actor, body)


@router.post("/password", status_code=204, responses=problems(401, 403, 429), dependencies=AUTHENTICATED)
async def change_password(
    database: CurrentDatabase,
    settings: CurrentSettings,
    actor: CurrentActor,
    address: ClientAddress,
    body: PasswordChange,
) -> None:
    """Change the password; every other session ends."""
    await service.change_password(database, settings, actor, body, address)


def _set_cookie(request: Request, response: Response, token: str, expires_at: datetime) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, expires=expires_at, path="/", httponly=True, secure=secure, samesite="lax")
