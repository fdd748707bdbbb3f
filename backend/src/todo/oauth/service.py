"""OAuth 2.1 for MCP clients: public programs, PKCE, codes good once for a minute, refresh tokens that rotate.

Sources: RFC 6749, 7591, 7636, 8252, 8707, 9207 and the MCP specification's authorization chapter.
"""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from pydantic import ValidationError

from todo.actor import Actor
from todo.boundary import new_id
from todo.clock import utc_now
from todo.config import Settings
from todo.database import Database, Executor, Row
from todo.errors import InvalidInputError, NotFoundError
from todo.oauth import documents, repository
from todo.oauth.errors import Code, OauthError
from todo.oauth.schemas import (
    LOOPBACK,
    Client,
    ClientMetadata,
    ConsentAnswer,
    ConsentDecision,
    ConsentRequest,
    TokenAnswer,
)
from todo.tokens import service as tokens
from todo.tokens.secrets import ACCESS, CODE, REFRESH, new_secret, secret_hash

REQUEST_MINUTES, CODE_SECONDS, ACCESS_SECONDS, REFRESH_DAYS = 10, 60, 3600, 30
_ASCII = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def resource_of(settings: Settings) -> str:
    """What access is for: the MCP endpoint (RFC 8707)."""
    return f"{settings.frontend_url}/api/mcp"


def resource_metadata_url(settings: Settings) -> str:
    """Where the MCP endpoint's metadata is (RFC 9728)."""
    return f"{settings.frontend_url}/.well-known/oauth-protected-resource/api/mcp"


async def register(database: Executor, metadata: ClientMetadata) -> Client:
    """A program that introduces itself (RFC 7591)."""
    client = Client(id=str(new_id()), name=metadata.client_name, redirect_uris=metadata.redirect_uris)
    await repository.create_client(database, client.id, client.name, client.redirect_uris)
    return client


async def authorize(database: Executor, settings: Settings, query: Mapping[str, str]) -> str:
    """Note what a program asks for; the address of the consent page.

    Raises:
        OauthError: without `redirect_to` while it is not sure who asks, since the answer might go to anybody.
    """
    client = await _client(database, query.get("client_id", ""))
    redirect_uri = query.get("redirect_uri", "")
    if not any(_same_redirect(known, redirect_uri) for known in client.redirect_uris):
        raise OauthError("invalid_request", "redirect_uri is not one that this client has registered.")
    try:
        _check_query(settings, query)
    except OauthError as error:
        answer = {"error": error.code, "error_description": error.description}
        error.redirect_to = _back(settings, redirect_uri, query.get("state"), answer)
        raise
    request_id = new_id()
    await repository.create_request(
        database,
        id=request_id,
        client_id=client.id,
        client_name=client.name,
        redirect_uri=redirect_uri,
        state=query.get("state"),
        code_challenge=query["code_challenge"],
        may_write="write" in (query.get("scope") or "read write").split(),
        resource=resource_of(settings),
        expires_at=utc_now() + timedelta(minutes=REQUEST_MINUTES),
    )
    return f"{settings.frontend_url}/authorize?{urlencode({'request': str(request_id)})}"


async def get_request(database: Executor, actor: Actor, request_id: UUID) -> ConsentRequest:
    """What the person is asked for; from now on nobody else is.

    Raises:
        NotFoundError: there is none that waits for this person.
    """
    return _asked(await _claimed(database, actor, request_id))


async def decide(
    database: Database, settings: Settings, actor: Actor, request_id: UUID, body: ConsentDecision
) -> ConsentAnswer:
    """Allow or refuse what a program asks for, or allow less.

    Raises:
        NotFoundError: there is none that waits for this person.
        InvalidInputError: more than was asked for.
    """
    asked = await _claimed(database, actor, request_id)
    if "write" in body.scopes and not asked["may_write"]:
        raise InvalidInputError("scopes: this program did not ask for more than `read`.")
    may_write = asked["may_write"] and ("write" in body.scopes or not body.scopes)
    code = new_secret(CODE) if body.approve else None
    row = await repository.decide(
        database,
        request_id,
        actor.user_id,
        may_write=may_write,
        code_hash=secret_hash(code) if code else None,
        code_seconds=CODE_SECONDS,
    )
    if row is None:
        raise _no_request()
    answer = {"code": code} if code else {"error": "access_denied", "error_description": "The person said no."}
    return ConsentAnswer(redirect_to=_back(settings, row["redirect_uri"], row["state"], answer))


async def exchange(database: Database, settings: Settings, form: Mapping[str, str]) -> TokenAnswer:
    """Tokens for a code, or for a refresh token.

    Raises:
        OauthError: `invalid_grant` for all that is wrong with either, and it is good for nothing afterwards.
    """
    match form.get("grant_type"):
        case "authorization_code":
            return await _by_code(database, settings, form)
        case "refresh_token":
            return await _by_refresh_token(database, settings, form)
    raise OauthError("unsupported_grant_type", "grant_type must be authorization_code or refresh_token.")


async def revoke(database: Executor, token: str) -> None:
    """End an access by either of its tokens (RFC 7009); what is unknown is no error."""
    hashed = secret_hash(token)
    await repository.revoke_access(database, hashed)
    await repository.revoke_of_refresh_token(database, hashed)


# --- Asking


async def _client(database: Executor, client_id: str) -> Client:
    if documents.is_document(client_id):
        return await documents.read_client(client_id)
    row = await repository.get_client(database, client_id) if client_id.isprintable() else None
    if row is None:
        raise OauthError("invalid_client", "This client is not known. Register it first.")
    return Client.model_validate(row)


def _same_redirect(known: str, given: str) -> bool:
    """Exactly the same; of a program on this machine but for the port, which it can't know before (RFC 8252, 7.3)."""
    if known == given:
        return True
    try:
        one, other = urlsplit(known), urlsplit(given)
        ports = one.port, other.port
    except ValueError:
        return False
    is_loopback = one.scheme == other.scheme == "http" and one.hostname == other.hostname and one.hostname in LOOPBACK
    without_port = [part._replace(netloc=part.hostname or "").geturl() for part in (one, other)]
    plain = "@" not in other.netloc and "@" not in one.netloc
    return is_loopback and plain and ports is not None and without_port[0] == without_port[1]


def _check_query(settings: Settings, query: Mapping[str, str]) -> None:
    checks: list[tuple[bool, Code, str]] = [
        (query.get("response_type") == "code", "unsupported_response_type", "response_type must be code."),
        (query.get("code_challenge_method") == "S256", "invalid_request", "code_challenge_method must be S256."),
        (_is_challenge(query.get("code_challenge", "")), "invalid_request", "code_challenge is missing or malformed."),
        (len(query.get("state", "")) <= 2000, "invalid_request", "state is too long."),
        (
            set(query.get("scope", "").split()) <= {"read", "write", "offline_access"},
            "invalid_scope",
            "Known scopes are read and write.",
        ),
        (_is_resource(settings, query.get("resource")), "invalid_target", f"resource is {resource_of(settings)}."),
    ]
    for holds, code, description in checks:
        if not holds:
            raise OauthError(code, description)


def _is_challenge(text: str) -> bool:
    """base64url of a SHA-256 (RFC 7636, section 4.2)."""
    return len(text) == 43 and set(text) <= _ASCII


def _is_resource(settings: Settings, resource: str | None) -> bool:
    return resource is None or resource.rstrip("/") == resource_of(settings)


def _back(settings: Settings, redirect_uri: str, state: str | None, answer: Mapping[str, str | None]) -> str:
    """The program's address with an answer, and who gives it (RFC 9207)."""
    fields = {**answer, "state": state, "iss": settings.frontend_url}
    query = urlencode({name: value for name, value in fields.items() if value is not None})
    return f"{redirect_uri}{'&' if '?' in redirect_uri else '?'}{query}"


# --- Deciding


async def _claimed(database: Executor, actor: Actor, request_id: UUID) -> Row:
    row = await repository.claim_request(database, request_id, actor.user_id)
    if row is None:
        raise _no_request()
    return row


def _no_request() -> NotFoundError:
    return NotFoundError("There is no such request for you. Start again in the program that you came from.")


def _asked(row: Row) -> ConsentRequest:
    parts = urlsplit(row["redirect_uri"])
    host = parts.netloc.rpartition("@")[2] if parts.scheme in ("http", "https") else f"{parts.scheme}:"
    return ConsentRequest(
        id=row["id"],
        client_name=row["client_name"],
        client_id=row["client_id"],
        redirect_host=host,
        scopes=["read", "write"] if row["may_write"] else ["read"],
        expires_at=row["expires_at"],
    )


# --- Giving tokens


async def _by_code(database: Database, settings: Settings, form: Mapping[str, str]) -> TokenAnswer:
    code_hash = secret_hash(form.get("code", ""))
    asked = await repository.use_code(database, code_hash)
    if asked is None:
        # Never was one, or somebody has it for the second time: then whoever was first loses it too.
        await repository.revoke_of_code(database, code_hash)
        raise _bad_grant()
    proves = _proves(form.get("code_verifier", ""), asked["code_challenge"])
    same = form.get("client_id") == asked["client_id"] and form.get("redirect_uri") == asked["redirect_uri"]
    if not (asked["is_fresh"] and same and proves and _is_resource(settings, form.get("resource"))):
        raise _bad_grant()
    secret, renewal = new_secret(ACCESS), new_secret(REFRESH)
    async with database.transaction() as transaction:
        token_id = await tokens.grant(
            transaction,
            asked["user_id"],
            client=asked["client_name"],
            secret=secret,
            may_write=asked["may_write"],
            seconds=ACCESS_SECONDS,
        )
        await repository.note_access(transaction, asked["id"], token_id)
        await _keep_renewal(transaction, token_id, asked["client_id"], renewal)
    return _answer(secret, renewal, may_write=asked["may_write"])


async def _by_refresh_token(database: Database, settings: Settings, form: Mapping[str, str]) -> TokenAnswer:
    hashed = secret_hash(form.get("refresh_token", ""))
    used = await repository.use_refresh_token(database, hashed)
    if used is None or used["client_id"] != form.get("client_id"):
        # Twice, or by another program: somebody has what is not theirs.
        await repository.revoke_of_refresh_token(database, hashed)
        raise _bad_grant()
    if not (used["is_fresh"] and _is_resource(settings, form.get("resource"))):
        raise _bad_grant()
    secret, renewal = new_secret(ACCESS), new_secret(REFRESH)
    async with database.transaction() as transaction:
        row = await repository.renew_access(transaction, used["access_token_id"], secret_hash(secret), ACCESS_SECONDS)
        if row is None:
            raise _bad_grant()
        await _keep_renewal(transaction, used["access_token_id"], used["client_id"], renewal)
    return _answer(secret, renewal, may_write=row["may_write"])


async def _keep_renewal(db: Executor, access_id: UUID, client_id: str, secret: str) -> None:
    await repository.create_refresh_token(db, new_id(), access_id, client_id, secret_hash(secret), REFRESH_DAYS)


def _proves(verifier: str, challenge: str) -> bool:
    """RFC 7636, section 4.6, with S256."""
    if not (43 <= len(verifier) <= 128 and set(verifier) <= _ASCII):
        return False
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    return hmac.compare_digest(digest, challenge)


def _bad_grant() -> OauthError:
    return OauthError("invalid_grant", "The code or token is unknown, used, expired, or was given to somebody else.")


def _answer(secret: str, renewal: str, *, may_write: bool) -> TokenAnswer:
    scope = "read write" if may_write else "read"
    return TokenAnswer(access_token=secret, expires_in=ACCESS_SECONDS, refresh_token=renewal, scope=scope)


def read_metadata(document: object) -> ClientMetadata:
    """What a program says of itself.

    Raises:
        OauthError: `invalid_redirect_uri` or `invalid_client_metadata`.
    """
    try:
        return ClientMetadata.model_validate(document)
    except ValidationError as error:
        places = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
        code: Code = "invalid_redirect_uri" if "redirect_uris" in places else "invalid_client_metadata"
        reasons = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()[:3])
        raise OauthError(code, reasons) from None
