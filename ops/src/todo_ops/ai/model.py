"""The model that the app is configured with: the commands here use the same variables."""

from collections.abc import Mapping
from dataclasses import dataclass

from todo_ops.errors import OpsError

DEFAULT_MODEL = "gpt-5-mini"  # as the backend has it


class ModelError(OpsError):
    """No model is configured, or it gave no answer."""


@dataclass(frozen=True)
class ConfiguredModel:
    """The model that the app itself is configured with."""

    model: str
    key: str
    address: str


def model_settings(environment: Mapping[str, str]) -> ConfiguredModel:
    """The model that the environment names.

    Raises:
        ModelError: it names none.
    """
    key, address = environment.get("OPENAI_API_KEY", ""), environment.get("OPENAI_BASE_URL", "")
    if not (key or address):
        raise ModelError(
            "This needs a model: set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL. "
            "Without one there is ./todo ai diagnose."
        )
    return ConfiguredModel(environment.get("OPENAI_MODEL") or DEFAULT_MODEL, key or "none", address)
