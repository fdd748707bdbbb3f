"""Which settings reach the product's servers."""

import pytest
from todo_ops.stack import Stack

STACK = Stack("postgresql://hidden-1", "hidden-2", port=3001, api_port=8001)


def test_the_api_gets_its_settings_whatever_the_persons_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://of-another-project")
    monkeypatch.setenv("PORT", "80")
    env = STACK.api().env
    assert env["DATABASE_URL"] == "postgresql://hidden-1"
    assert env["JWT_SECRET_KEY"] == "hidden-2"
    assert (env["HOST"], env["PORT"]) == ("127.0.0.1", "8001")
    assert env["FRONTEND_URL"] == "http://127.0.0.1:3001"


def test_the_persons_own_settings_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1")
    monkeypatch.setenv("METRICS_PORT", "9191")
    env = STACK.api().env
    assert env["OPENAI_BASE_URL"] == "http://127.0.0.1:11434/v1"
    assert env["METRICS_PORT"] == "9191"


def test_metrics_take_no_port_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("METRICS_PORT", raising=False)
    assert STACK.api().env["METRICS_PORT"] == "0"


def test_the_web_app_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "hidden-3")
    monkeypatch.setenv("JWT_SECRET_KEY", "hidden-4")
    env = STACK.web().env
    assert "hidden-" not in " ".join(env.values())
    assert env["BACKEND_URL"] == "http://127.0.0.1:8001"
    assert (env["HOSTNAME"], env["PORT"]) == ("127.0.0.1", "3001")


def test_the_api_is_ready_only_with_its_database() -> None:
    assert STACK.api().ready_url == "http://127.0.0.1:8001/health/ready"
