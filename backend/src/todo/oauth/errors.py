"""Errors in the form that OAuth has for them (RFC 6749, section 5.2), as opposed to the API's problems."""

from typing import Literal

Code = Literal[
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unsupported_grant_type",
    "unsupported_response_type",
    "invalid_scope",
    "invalid_target",
    "invalid_client_metadata",
    "invalid_redirect_uri",
    "access_denied",
]


class OauthError(Exception):
    """`code` is for programs, `description` for their makers. With a `redirect_to` it goes back by the browser."""

    def __init__(self, code: Code, description: str, *, redirect_to: str | None = None) -> None:
        super().__init__(description)
        self.code: Code = code
        self.description = description
        self.redirect_to = redirect_to

    def document(self) -> dict[str, str]:
        """The body of an answer."""
        return {"error": self.code, "error_description": self.description}
