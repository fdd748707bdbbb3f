"""Bodies of the health endpoints."""

from typing import Literal

from pydantic import BaseModel


class Live(BaseModel):
    status: Literal["ok"] = "ok"


class Health(BaseModel):
    """`status` is what readiness says; `database` why."""

    status: Literal["ok", "starting", "unavailable", "shutting-down"]
    database: Literal["ok", "unavailable"]
    version: str
