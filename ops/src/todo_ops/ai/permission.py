"""A person's yes before anything changes on the cluster."""

from collections.abc import Callable
from dataclasses import dataclass, field

from todo_ops.ai import guard
from todo_ops.console import Console, confirmed


@dataclass(frozen=True)
class Permission:
    """Asks a person before anything changes. `refused` are the commands that were not allowed."""

    console: Console
    yes: bool = False
    confirm: Callable[[str], bool] = confirmed
    refused: list[str] = field(default_factory=list)

    def grants(self, call: guard.Call, warning: str = "") -> bool:
        """Whether the call may be made; shown before it is, whatever it does, with what speaks against it."""
        mark = {"look": "looks", "change": "CHANGES", "delete": "DELETES"}[call.effect.value]
        self.console.print(f"  {mark}: {call.command}")
        if warning:
            self.console.print(f"  {warning}")
        if call.effect is guard.Effect.LOOK or (self.yes and call.effect is guard.Effect.CHANGE):
            return True
        if self.confirm("Run this?"):
            return True
        self.refused.append(call.command)
        return False
