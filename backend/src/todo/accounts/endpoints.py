"""`/api/auth`: register, login, logout, me, password, sessions, and leaving."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from todo.accounts import service
from todo.accounts.dependencies import ClientAddress, CurrentActor, CurrentUser, SessionActor
from todo.accounts.schemas import (
    AccountDeletion,
    Credentials,
    PasswordChange,
    ProfileChange,
    Registration,
    SessionList,
    SignedIn,
    SignUp,
    User,
)
from todo.api_document import COOKIE
from todo.dependencies import CurrentDatabase, CurrentSettings, problems

router = APIRouter(prefix="/api/auth", tags=["accounts"], responses=problems(422))


@router.get("/sign-up")
async def sign_up(database: CurrentDatabase, settings: CurrentSettings) -> SignUp:
    """Whether you may make an account here yourself."""
    return SignUp(open=await service.may_sign_up(database, settings))


@router.post("/register", status_code=201, responses=problems(403, 409))
async def register(
    request: Request, response: Response, database: CurrentDatabase, settings: CurrentSettings, body: Registration
) -> SignedIn:
    """Make an account with an Inbox, and sign in."""
    signed_in = await service.register(database, settings, body, _user_agent(request))
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
    signed_in = await service.sign_in(database, settings, body, address, _user_agent(request))
    _set_cookie(request, response, signed_in.token, signed_in.expires_at)
    return signed_in


@router.post("/logout", status_code=204, responses=problems(401, 403))
async def logout(response: Response, database: CurrentDatabase, actor: SessionActor) -> None:
    """End this session."""
    await service.sign_out(database, actor)
    response.delete_cookie(COOKIE, path="/")


@router.get("/me", responses=problems(401))
async def me(user: CurrentUser) -> User:
    """Who is signed in."""
    return user


@router.patch("/me", responses=problems(401))
async def change_me(database: CurrentDatabase, actor: CurrentActor, body: ProfileChange) -> User:
    """Change name or time zone."""
    return await service.change_profile(database, actor, body)


@router.post("/password", status_code=204, responses=problems(401, 403, 429))
async def change_password(
    database: CurrentDatabase,
    settings: CurrentSettings,
    actor: SessionActor,
    address: ClientAddress,
    body: PasswordChange,
) -> None:
    """Change the password; every other session ends."""
    await service.change_password(database, settings, actor, body, address)


@router.post("/delete", status_code=204, responses=problems(401, 403, 429))
async def delete_account(
    response: Response,
    database: CurrentDatabase,
    settings: CurrentSettings,
    actor: SessionActor,
    address: ClientAddress,
    body: AccountDeletion,
) -> None:
    """Delete your account and everything in it, for good; export it before."""
    await service.delete_account(database, settings, actor, body, address)
    response.delete_cookie(COOKIE, path="/")


@router.get("/sessions", responses=problems(401, 403))
async def list_sessions(database: CurrentDatabase, actor: SessionActor) -> SessionList:
    """Where you are signed in."""
    return await service.list_sessions(database, actor)


@router.delete("/sessions", status_code=204, responses=problems(401, 403))
async def end_other_sessions(database: CurrentDatabase, actor: SessionActor) -> None:
    """Sign out everywhere but here."""
    await service.end_other_sessions(database, actor)


@router.delete("/sessions/{session_id}", status_code=204, responses=problems(401, 403, 404))
async def end_session(database: CurrentDatabase, actor: SessionActor, session_id: UUID) -> None:
    """Sign out one device."""
    await service.end_session(database, actor, session_id)


def _user_agent(request: Request) -> str:
    return request.headers.get("User-Agent", "")


def _set_cookie(request: Request, response: Response, token: str, expires_at: datetime) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, expires=expires_at, path="/", httponly=True, secure=secure, samesite="lax")
