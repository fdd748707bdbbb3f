"""The rules of OAuth by themselves: addresses, proofs, what goes back to a program, what a consent page shows."""

import base64
import hashlib
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support import make_settings
from todo.boundary import new_id
from todo.oauth import documents, service
from todo.oauth.errors import OauthError
from todo.oauth.schemas import ClientMetadata, ConsentDecision

SETTINGS = make_settings("postgresql://nobody@127.0.0.1/nothing", frontend_url="https://todo.example")
UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"


class TestRedirect:
    @pytest.mark.parametrize(
        ("known", "asked", "same"),
        [
            ("https://a.example/back", "https://a.example/back", True),
            ("https://a.example/back", "https://a.example:443/back", False),
            ("https://a.example:1/back", "https://a.example:2/back", False),
            ("https://a.example/back", "https://A.example/back", False),
            ("https://a.example/back", "http://a.example/back", False),
            ("app:/back", "app:/back", True),
            ("app:/back", "app:/other", False),
            ("http://localhost/back", "http://localhost:8080/back", True),
            ("http://localhost:1/back", "http://localhost/back", True),
            ("http://[::1]/back", "http://[::1]:8080/back", True),
            ("http://[::1]/back", "http://127.0.0.1/back", False),
            ("http://localhost/back?a=1", "http://localhost:8080/back?a=1", True),
            ("http://localhost/back?a=1", "http://localhost:8080/back?a=2", False),
            ("http://localhost/back", "http://localhost:8080/back#x", False),
            ("http://localhost/back", "https://localhost:8080/back", False),
            ("http://localhost/back", "http://user@localhost/back", False),
            ("http://localhost/back", "http://localhost:99999/back", False),
            ("http://localhost/back", "http://localhost.evil.example/back", False),
            ("http://localhost/back", "http://10.0.0.1/back", False),
            ("http://localhost/back", "http://[localhost/back", False),
            ("http://localhost/back", "http://[zz]/back", False),
            ("http://localhost/back", "", False),
        ],
    )
    def test_only_the_port_of_this_machine_is_free(self, known: str, asked: str, same: bool) -> None:
        assert service._same_redirect(known, asked) is same

    @given(st.integers(1, 65_535), st.integers(1, 65_535))
    def test_any_two_ports_of_this_machine(self, one: int, other: int) -> None:
        assert service._same_redirect(f"http://127.0.0.1:{one}/x", f"http://127.0.0.1:{other}/x")

    @given(st.text(max_size=60))
    def test_whatever_is_asked_nothing_breaks(self, asked: str) -> None:
        if service._same_redirect("https://a.example/back", asked):
            assert asked == "https://a.example/back"


class TestProof:
    # The example of RFC 7636, appendix B.
    VERIFIER, CHALLENGE = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    def test_the_example_of_the_standard(self) -> None:
        assert service._proves(self.VERIFIER, self.CHALLENGE)

    @pytest.mark.parametrize(
        "verifier",
        ["", VERIFIER[:-1], VERIFIER + "x", VERIFIER.lower(), CHALLENGE, VERIFIER[:-1] + "é", VERIFIER[:-1] + " "],
    )
    def test_nothing_else_proves_it(self, verifier: str) -> None:
        assert not service._proves(verifier, self.CHALLENGE)

    @given(st.text(UNRESERVED, min_size=0, max_size=140))
    def test_a_verifier_proves_its_own_challenge_if_it_is_as_long_as_it_must_be(self, verifier: str) -> None:
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert service._is_challenge(challenge)
        assert service._proves(verifier, challenge) is (43 <= len(verifier) <= 128)

    @pytest.mark.parametrize(
        ("text", "fine"),
        [
            (CHALLENGE, True),
            (CHALLENGE + "=", False),
            (CHALLENGE[:-1], False),
            (CHALLENGE[:-1] + "+", False),
            (CHALLENGE[:-1] + "/", False),
            (CHALLENGE[:-1] + "ß", False),
            ("", False),
        ],
    )
    def test_a_challenge_is_base64url_of_32_bytes(self, text: str, fine: bool) -> None:
        assert service._is_challenge(text) is fine


class TestBack:
    @given(st.none() | st.text(max_size=40), st.text(min_size=1, max_size=40))
    def test_what_goes_back_arrives_as_it_was(self, state: str | None, code: str) -> None:
        back = service._back(SETTINGS, "https://a.example/back", state, {"code": code, "none": None})
        told = dict(parse_qsl(urlsplit(back).query, keep_blank_values=True))
        assert told == {"code": code, "iss": "https://todo.example"} | ({} if state is None else {"state": state})

    @pytest.mark.parametrize(
        ("uri", "start"),
        [
            ("https://a.example/back", "https://a.example/back?code=c"),
            ("https://a.example/back?tab=1", "https://a.example/back?tab=1&code=c"),
            ("app:/back", "app:/back?code=c"),
        ],
    )
    def test_a_query_that_is_there_stays(self, uri: str, start: str) -> None:
        assert service._back(SETTINGS, uri, None, {"code": "c"}).startswith(start)

    @pytest.mark.parametrize(
        ("resource", "fine"),
        [
            (None, True),
            ("https://todo.example/api/mcp", True),
            ("https://todo.example/api/mcp/", True),
            ("https://todo.example", False),
            ("https://todo.example/api/mcp/x", False),
            ("http://todo.example/api/mcp", False),
            ("", False),
        ],
    )
    def test_access_is_for_the_endpoint_alone(self, resource: str | None, fine: bool) -> None:
        assert service._is_resource(SETTINGS, resource) is fine


class TestConsentPage:
    @pytest.mark.parametrize(
        ("uri", "host"),
        [
            ("https://a.example/back", "a.example"),
            ("https://a.example:8443/back", "a.example:8443"),
            ("http://[::1]:80/back", "[::1]:80"),
            ("https://bank.example@evil.example/", "evil.example"),
            ("cursor://anysphere/callback", "cursor:"),
            ("com.example.app:/back", "com.example.app:"),
        ],
    )
    def test_says_where_the_answer_really_goes(self, uri: str, host: str) -> None:
        assert service._asked(self._row(uri)).redirect_host == host

    @pytest.mark.parametrize(("may_write", "scopes"), [(True, ["read", "write"]), (False, ["read"])])
    def test_says_what_is_asked_for(self, may_write: bool, scopes: list[str]) -> None:
        assert service._asked(self._row("https://a.example/") | {"may_write": may_write}).scopes == scopes

    def _row(self, uri: str) -> dict[str, Any]:
        row = {"id": new_id(), "client_name": "Program", "client_id": "1", "redirect_uri": uri}
        return row | {"may_write": True, "expires_at": datetime(2026, 11, 25, tzinfo=UTC)}

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"approve": "true"},
            {"approve": 1},
            {"approve": True, "scopes": ["admin"]},
            {"approve": True, "scopes": ["read", "write", "read"]},
            {"approve": True, "remember": True},
        ],
    )
    def test_a_decision_is_meant(self, body: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            ConsentDecision.model_validate(body)


class TestMetadata:
    @pytest.mark.parametrize(
        ("document", "code", "place"),
        [
            ({}, "invalid_redirect_uri", "redirect_uris"),
            ({"redirect_uris": []}, "invalid_redirect_uri", "redirect_uris"),
            ({"redirect_uris": "https://a.example/"}, "invalid_redirect_uri", "redirect_uris"),
            ({"redirect_uris": ["https://a.example/"] * 21}, "invalid_redirect_uri", "redirect_uris"),
            ({"redirect_uris": ["https://a.example/", "ftp://b.example/"]}, "invalid_redirect_uri", "redirect_uris.1"),
            ({"redirect_uris": ["https://a.example/" + "x" * 2000]}, "invalid_redirect_uri", "redirect_uris.0"),
            ({"redirect_uris": ["https://a.example/"], "client_name": 7}, "invalid_client_metadata", "client_name"),
            ([], "invalid_client_metadata", ""),
            (None, "invalid_client_metadata", ""),
            ("https://a.example/", "invalid_client_metadata", ""),
        ],
    )
    def test_what_is_wrong_is_told_to_the_maker(self, document: Any, code: str, place: str) -> None:
        with pytest.raises(OauthError) as failure:
            service.read_metadata(document)
        assert failure.value.document() == {"error": code, "error_description": failure.value.description}
        assert failure.value.description.startswith(place)
        assert failure.value.redirect_to is None

    @pytest.mark.parametrize("scheme", ["vbscript", "blob", "about", "view-source", "WS", "wss", "FILE"])
    def test_addresses_that_a_browser_runs_or_opens_itself(self, scheme: str) -> None:
        with pytest.raises(ValidationError):
            ClientMetadata.model_validate({"redirect_uris": [f"{scheme}:x"]})

    def test_a_program_without_a_name_has_one(self) -> None:
        metadata = service.read_metadata({"redirect_uris": ["https://a.example/"], "grant_types": ["x"], "jwks": {}})
        assert metadata.client_name == "A program without a name"


class TestDocument:
    @pytest.mark.parametrize(
        ("client_id", "plain"),
        [
            ("https://a.example/client.json", True),
            ("https://a.example:8443/client.json?v=1", True),
            ("https://a.example/client.json#", False),
            ("https://a.example/./client.json", False),
            ("https://a.example/x/..", False),
            ("https://a.example:0/client.json", False),
            ("https://a.example:99999/client.json", False),
            ("https://@a.example/client.json", False),
            ("https://a.example/cliént.json", False),
            ("https://bücher.example/client.json", False),
            ("https://:443/client.json", False),
            ("https://[::1/client.json", False),
            ("https://[zz]/client.json", False),
        ],
    )
    def test_its_address_is_plain(self, client_id: str, plain: bool) -> None:
        found = documents._plain(client_id)
        assert (found.geturl() if found else None) == (client_id if plain else None)

    @pytest.mark.parametrize(
        ("answer", "body"),
        [
            (b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}and more", b"{}"),
            (b"HTTP/1.0 200 OK\r\n\r\n{}", b"{}"),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b""),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", b"{}"),
        ],
    )
    def test_its_body(self, answer: bytes, body: bytes) -> None:
        assert documents._content(answer) == body

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}", "does not speak HTTP"),
            (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", "does not speak HTTP"),
            (b"HTTP/1.1 abc\r\n\r\n{}", "does not speak HTTP"),
            (b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200 + b"\r\n{}", "does not speak HTTP"),
            (b"HTTP/1.1 204 No Content\r\n\r\n", "it answers 204"),
            (b"HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n", "it answers 301"),
            (b"HTTP/1.1 503 Busy\r\n\r\n", "it answers 503"),
        ],
    )
    def test_what_is_no_answer(self, answer: bytes, reason: str) -> None:
        with pytest.raises(ValueError, match=reason):
            documents._content(answer)
