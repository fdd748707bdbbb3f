"""Every environment variable the backend reads, once. Nothing else looks at `os.environ`."""

from typing import Annotated, Literal
from urllib.parse import quote, urlencode, urlsplit

from pydantic import Field, PostgresDsn, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PLACEHOLDERS = ("changeme", "change-me", "secret", "placeholder", "example", "your-")


class ConfigurationError(Exception):
    """The environment is not usable; the message says which variable and what to do."""


class Settings(BaseSettings):
    """Settings of one backend process; each field is the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    # Either the whole address, or its parts: where the password is a secret and the rest is not, they come apart.
    database_host: str = ""
    database_port: Annotated[int, Field(ge=1, le=65535)] = 5432
    database_name: str = "todo"
    database_user: str = "todo"
    database_password: SecretStr = SecretStr("")
    database_sslmode: Literal["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] | None = None
    database_sslrootcert: str = ""
    database_url: Annotated[PostgresDsn | None, Field(validate_default=True)] = None
    database_pool_size: Annotated[int, Field(ge=1, le=100)] = 10
    database_timeout_seconds: Annotated[float, Field(gt=0, le=60)] = 1.5
    jwt_secret_key: SecretStr
    session_days: Annotated[int, Field(ge=1, le=365)] = 30
    sign_up: Literal["open", "first", "closed"] = "open"
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 9090
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "console"] = "json"
    web_concurrency: Annotated[int, Field(ge=1, le=64)] = 1
    frontend_url: str = "http://127.0.0.1:3000"
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = ()
    trusted_proxies: str = "127.0.0.1"
    shutdown_delay_seconds: Annotated[float, Field(ge=0, le=300)] = 0
    sign_in_attempts_per_account: Annotated[int, Field(ge=1)] = 10
    sign_in_attempts_per_address: Annotated[int, Field(ge=1)] = 100
    import_max_bytes: Annotated[int, Field(ge=1024, le=100 * 1024 * 1024)] = 10 * 1024 * 1024
    import_concurrency: Annotated[int, Field(ge=1, le=100)] = 2
    assistant_preload: bool = False
    chat_turn_seconds: Annotated[float, Field(gt=0, le=600)] = 60
    openai_api_key: SecretStr = SecretStr("")
    openai_base_url: str = ""
    openai_model: str = ""
    assistant_tools: Literal["auto", "native", "schema"] = "auto"
    assistant_daily_tokens: Annotated[int, Field(ge=0)] = 0
    assistant_daily_seconds: Annotated[int, Field(ge=0)] = 0
    reminder_seconds: Annotated[float, Field(gt=0, le=3600)] = 5
    reminder_webhook_url: str = ""
    reminder_webhook_secret: SecretStr = SecretStr("")
    reminder_webhook_private: bool = False

    @field_validator("allowed_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("jwt_secret_key")
    @classmethod
    def _strong_key(cls, value: SecretStr) -> SecretStr:
        key = value.get_secret_value()
        if len(key) < 32:
            raise ValueError("needs at least 32 characters; make one with: openssl rand -hex 32")
        if any(word in key.lower() for word in PLACEHOLDERS) or len(set(key)) < 8:
            raise ValueError("looks like a placeholder; make one with: openssl rand -hex 32")
        return value

    @field_validator("database_url")
    @classmethod
    def _one_database(cls, value: PostgresDsn | None, parts: ValidationInfo) -> PostgresDsn | None:
        if value is None and not parts.data.get("database_host"):
            raise ValueError("is not set, and neither is DATABASE_HOST")
        password = parts.data.get("database_password", SecretStr("")).get_secret_value()
        if value is None and password.lower() in ("", *PLACEHOLDERS):
            raise ValueError("is not set, and DATABASE_PASSWORD is empty or a placeholder")
        return value

    @field_validator("frontend_url", "reminder_webhook_url", "openai_base_url")
    @classmethod
    def _absolute_url(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("must be an absolute http or https address")
        return value.rstrip("/") if parts.path == "/" else value

    @property
    def dsn(self) -> str:
        """The database's address as asyncpg takes it."""
        return str(self.database_url) if self.database_url else self._dsn_of_parts()

    def _dsn_of_parts(self) -> str:
        login = f"{quote(self.database_user, safe='')}:{quote(self.database_password.get_secret_value(), safe='')}"
        host = f"[{self.database_host}]" if ":" in self.database_host else self.database_host
        tls = {"sslmode": self.database_sslmode, "sslrootcert": self.database_sslrootcert}
        query = urlencode({name: value for name, value in tls.items() if value})
        name = quote(self.database_name, safe="")
        return f"postgresql://{login}@{host}:{self.database_port}/{name}" + (f"?{query}" if query else "")

    @property
    def mcp_hosts(self) -> list[str]:
        """Host headers that the MCP endpoint answers; others get 421 (a guard against DNS rebinding)."""
        own = [urlsplit(self.frontend_url).netloc, "127.0.0.1:*", "localhost:*", "[::1]:*", "127.0.0.1", "localhost"]
        return [*own, *self.allowed_hosts]


def load_settings() -> Settings:
    """Read the environment.

    Raises:
        ConfigurationError: a variable is missing or wrong; one line for each.
    """
    try:
        return Settings()
    except ValidationError as error:
        lines = (f"{'.'.join(map(str, e['loc'])).upper()}: {_reason(e['msg'])}" for e in error.errors())
        raise ConfigurationError("; ".join(lines)) from None


def _reason(message: str) -> str:
    return "is not set" if message == "Field required" else message.removeprefix("Value error, ")
