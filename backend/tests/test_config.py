"""Settings: what is missing or wrong is said in one line that names the variable."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from support import KEY
from todo.config import ConfigurationError, Settings, load_settings

GOOD = {"DATABASE_URL": "postgresql://todo:pw@127.0.0.1:5432/todo", "JWT_SECRET_KEY": KEY}


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **changes: str) -> Settings:
    return load_from({**GOOD, **changes}, monkeypatch)


def load_from(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return load_settings()


def test_defaults_suit_a_laptop(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch)
    assert (settings.host, settings.port, settings.metrics_port, settings.web_concurrency) == (
        "127.0.0.1",
        8000,
        9090,
        1,
    )
    assert settings.dsn == GOOD["DATABASE_URL"]
    assert KEY not in repr(settings)


def test_everything_missing_is_named_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_settings()
    assert "DATABASE_URL: is not set" in str(caught.value)
    assert "JWT_SECRET_KEY: is not set" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("DATABASE_URL", "mysql://x", "DATABASE_URL"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL"),
        ("JWT_SECRET_KEY", "short", "at least 32 characters"),
        ("JWT_SECRET_KEY", "changeme-changeme-changeme-changeme", "placeholder"),
        ("JWT_SECRET_KEY", "a" * 40, "placeholder"),
        ("PORT", "eighty", "PORT"),
        ("PORT", "70000", "PORT"),
        ("WEB_CONCURRENCY", "0", "WEB_CONCURRENCY"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL"),
        ("FRONTEND_URL", "todo.local", "absolute"),
        ("SESSION_DAYS", "-1", "SESSION_DAYS"),
        ("REMINDER_WEBHOOK_URL", "hooks.example/x", "absolute"),
        ("REMINDER_WEBHOOK_URL", "file:///etc/passwd", "absolute"),
        ("REMINDER_SECONDS", "0", "REMINDER_SECONDS"),
    ],
)
def test_wrong_values_are_refused_without_showing_secrets(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(monkeypatch, **{name: value})
    message = str(caught.value)
    assert words in message
    assert name in message
    assert "\n" not in message
    assert KEY not in message


def test_lists_capitals_and_empty_values(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(
        monkeypatch,
        ALLOWED_HOSTS="todo.example, todo.local:8443",
        LOG_LEVEL="INFO",
        PORT="",
        FRONTEND_URL="https://t.de/",
    )
    assert settings.allowed_hosts == ("todo.example", "todo.local:8443")
    assert settings.port == 8000
    assert settings.frontend_url == "https://t.de"
    assert {"t.de", "todo.example", "todo.local:8443", "127.0.0.1:*"} <= set(settings.mcp_hosts)


PARTS = {"JWT_SECRET_KEY": KEY, "DATABASE_HOST": "db.internal", "DATABASE_PASSWORD": "p@ss:w/rd?#%"}


def load_parts(monkeypatch: pytest.MonkeyPatch, **changes: str) -> Settings:
    return load_from({**PARTS, **changes}, monkeypatch)


class TestDatabaseInParts:
    def test_any_character_of_a_password_survives(self, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = load_parts(monkeypatch, DATABASE_USER="us er", DATABASE_NAME="a/b", DATABASE_PORT="6432")
        parts = urlsplit(settings.dsn)
        assert (parts.hostname, parts.port, unquote(parts.path)) == ("db.internal", 6432, "/a/b")
        assert (unquote(parts.username or ""), unquote(parts.password or "")) == ("us er", PARTS["DATABASE_PASSWORD"])
        assert parts.query == ""
        assert PARTS["DATABASE_PASSWORD"] not in repr(settings)

    def test_tls(self, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = load_parts(monkeypatch, DATABASE_SSLMODE="verify-full", DATABASE_SSLROOTCERT="/tls/ca.crt")
        assert parse_qs(urlsplit(settings.dsn).query) == {"sslmode": ["verify-full"], "sslrootcert": ["/tls/ca.crt"]}

    def test_an_address_of_version_six(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "@[fd00::1]:5432/todo" in load_parts(monkeypatch, DATABASE_HOST="fd00::1").dsn

    def test_the_whole_address_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert load_parts(monkeypatch, DATABASE_URL=GOOD["DATABASE_URL"]).dsn == GOOD["DATABASE_URL"]

    @pytest.mark.parametrize(
        ("name", "value", "words"),
        [
            ("DATABASE_PASSWORD", "", "DATABASE_PASSWORD is empty or a placeholder"),
            ("DATABASE_PASSWORD", "ChangeMe", "DATABASE_PASSWORD is empty or a placeholder"),
            ("DATABASE_HOST", "", "neither is DATABASE_HOST"),
            ("DATABASE_PORT", "0", "DATABASE_PORT"),
            ("DATABASE_SSLMODE", "yes", "DATABASE_SSLMODE"),
        ],
    )
    def test_wrong_parts_are_refused(self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
        with pytest.raises(ConfigurationError, match=words):
            load_parts(monkeypatch, **{name: value})
