"""`/api/oauth` and the metadata under `/.well-known`: the protocol for programs, and the consent page's own."""

import json
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from todo.accounts.dependencies import ClientAddress, SessionActor
from todo.accounts.throttle import Throttle
from todo.config import Settings
from todo.dependencies import CurrentDatabase, CurrentSettings, problems
from todo.oauth import service
from todo.oauth.errors import OauthError
from todo.oauth.schemas import ConsentAnswer, ConsentDecision, ConsentRequest

MAX_FORM = 20_000  # bytes
NO_STORE = {"Cache-Control": "no-store"}
# Nothing here is a matter of cookies, so programs that run in a browser may come from anywhere.
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}

protocol = APIRouter(include_in_schema=False)
router = APIRouter(prefix="/api/oauth/requests", tags=["tokens"], responses=problems(401, 403, 404, 422))


@protocol.get("/.well-known/oauth-protected-resource")
@protocol.get("/.well-known/oauth-protected-resource/api/mcp")
async def resource_metadata(settings: CurrentSettings) -> JSONResponse:
    """RFC 9728: who gives access to the MCP endpoint."""
    document = {
        "resource": service.resource_of(settings),
        "authorization_servers": [settings.frontend_url],
        "scopes_supported": ["read", "write"],
        "bearer_methods_supported": ["header"],
        "resource_name": "Todo",
    }
    return JSONResponse(document, headers=ANY_ORIGIN)


@protocol.get("/.well-known/oauth-authorization-server")
@protocol.get("/.well-known/oauth-authorization-server/api/mcp")
async def server_metadata(settings: CurrentSettings) -> JSONResponse:
    """RFC 8414: where everything is, and what is understood."""
    return JSONResponse(_server_metadata(settings), headers=ANY_ORIGIN)


def _server_metadata(settings: Settings) -> dict[str, Any]:
    base = f"{settings.frontend_url}/api/oauth"
    return {
        "issuer": settings.frontend_url,
        "authorization_endpoint": f"{base}/authorize",
        "token_endpoint": f"{base}/token",
        "registration_endpoint": f"{base}/register",
        "revocation_endpoint": f"{base}/revoke",
        "scopes_supported": ["read", "write"],
        "response_types_supported": ["code"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "revocation_endpoint_auth_methods_supported": ["none"],
        "client_id_metadata_document_supported": True,
        "authorization_response_iss_parameter_supported": True,
    }


@protocol.post("/api/oauth/register")
async def register(
    request: Request, database: CurrentDatabase, settings: CurrentSettings, address: ClientAddress
) -> Response:
    """RFC 7591: a program introduces itself."""
    # By address alone: all programs are strangers.
    limit = settings.sign_in_attempts_per_address
    await Throttle(limit, limit).admit(database, f"oauth {address}", f"{address} oauth")
    try:
        client = await service.register(database, service.read_metadata(await _json(request)))
    except OauthError as error:
        return _refused(error)
    document = {
        "client_id": client.id,
        "client_name": client.name,
        "redirect_uris": client.redirect_uris,
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "token_endpoint_auth_method": "none",
    }
    return JSONResponse(document, status_code=201, headers=NO_STORE | ANY_ORIGIN)


@protocol.get("/api/oauth/authorize")
async def authorize(request: Request, database: CurrentDatabase, settings: CurrentSettings) -> Response:
    """RFC 6749, section 4.1.1: to the consent page, or back with what is wrong."""
    try:
        return RedirectResponse(
            await service.authorize(database, settings, _single(request.query_params.multi_items())), 303
        )
    except OauthError as error:
        return RedirectResponse(error.redirect_to, 303) if error.redirect_to else _refused(error)


@protocol.post("/api/oauth/token")
async def token(request: Request, database: CurrentDatabase, settings: CurrentSettings) -> Response:
    """RFC 6749, section 4.1.3 and 6."""
    try:
        answer = await service.exchange(database, settings, await _form(request))
    except OauthError as error:
        return _refused(error)
    return JSONResponse(answer.model_dump(), headers=NO_STORE | ANY_ORIGIN)


@protocol.post("/api/oauth/revoke")
async def revoke(request: Request, database: CurrentDatabase) -> Response:
    """RFC 7009."""
    try:
        await service.revoke(database, (await _form(request)).get("token", ""))
    except OauthError as error:
        return _refused(error)
    return Response(headers=NO_STORE | ANY_ORIGIN)


@protocol.options("/api/oauth/register")
@protocol.options("/api/oauth/token")
@protocol.options("/api/oauth/revoke")
async def preflight() -> Response:
    """Programs in browsers ask before they post."""
    return Response(status_code=204, headers=ANY_ORIGIN | {"Access-Control-Allow-Methods": "POST"})


@router.get("/{request_id}")
async def get_request(database: CurrentDatabase, actor: SessionActor, request_id: UUID) -> ConsentRequest:
    """What a program asks you for."""
    return await service.get_request(database, actor, request_id)


@router.post("/{request_id}")
async def decide(
    database: CurrentDatabase, settings: CurrentSettings, actor: SessionActor, request_id: UUID, body: ConsentDecision
) -> ConsentAnswer:
    """Allow it, or not."""
    return await service.decide(database, settings, actor, request_id, body)


async def _body(request: Request) -> bytes:
    body = await request.body()
    if len(body) > MAX_FORM:
        raise OauthError("invalid_request", "The body is too long.")
    return body


async def _json(request: Request) -> Any:
    try:
        return json.loads(await _body(request))
    except ValueError:
        raise OauthError("invalid_client_metadata", "The body is not JSON.") from None


async def _form(request: Request) -> dict[str, str]:
    try:
        return _single(parse_qsl((await _body(request)).decode(), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise OauthError("invalid_request", "The body is not a form.") from None


def _single(pairs: list[tuple[str, str]]) -> dict[str, str]:
    """Parameters, of which none may come twice (RFC 6749, section 3.1), and which a database can hold."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise OauthError("invalid_request", "A parameter came twice.")
    if any("\x00" in value for value in found.values()):
        raise OauthError("invalid_request", "A parameter holds the NUL character.")
    return {name: value.encode("utf-8", "replace").decode() for name, value in found.items()}


def _refused(error: OauthError) -> JSONResponse:
    status = 401 if error.code == "invalid_client" else 400
    return JSONResponse(error.document(), status_code=status, headers=NO_STORE | ANY_ORIGIN)
