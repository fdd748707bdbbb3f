"""What is wrong with a filter, and where."""

from dataclasses import dataclass


@dataclass(eq=False)
class FilterError(ValueError):
    """A filter that can't be read. `text[start:end]` is the place; `expected` says what could stand there.

    `suggestion` is what to write in that place instead, when there is a good guess.
    """

    message: str
    start: int
    end: int
    expected: tuple[str, ...] = ()
    suggestion: str | None = None

    def __str__(self) -> str:
        hint = f" Did you mean {self.suggestion}?" if self.suggestion else ""
        return self.message + hint
