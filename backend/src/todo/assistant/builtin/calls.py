"""What a script asks for and what it comes to."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from todo.assistant.memory import Named
from todo.mcp.schemas import ToolOutput


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a tool."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step, in words. With `candidates` the person is asked which of them is meant."""

    text: str
    ok: bool = True
    candidates: tuple[Named, ...] = ()


Script = Generator[Call, ToolOutput, str]
Step = Generator[Call, ToolOutput, Outcome]
