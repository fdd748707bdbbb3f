"""The model that the app is configured with: the commands here use the same variables."""

from collections.abc import Mapping
from dataclasses import dataclass

from todo_ops.errors import OpsError


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
    model = environment.get("OPENAI_MODEL", "")
    if not model or not (key or address):
        raise ModelError(
            "This needs a model: set OPENAI_MODEL, and OPENAI_API_KEY or OPENAI_BASE_URL. "
            "Without one there is ./todo ai diagnose."
        )
    return ConfiguredModel(model, key or "none", address)
