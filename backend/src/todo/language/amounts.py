"""Amounts of time: "3 days", "an hour and a half", "1h30m", "half an hour"."""

from collections.abc import Sequence
from datetime import date, datetime

from todo.language.clock import Clock
from todo.language.lexicon import Values
from todo.language.vocabulary import Unit

Amount = tuple[float, str]

_QUANTITIES = ("number", "decimal", "fraction", "quantity")
_IN_OTHER_UNITS: dict[str, tuple[int, Unit]] = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
}
_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}


def read_amount(tokens: Sequence[Values]) -> list[Amount]:
    """The amounts that the tokens of an `amount` part say, each with its unit."""
    amounts: list[Amount] = []
    pending: float | None = None
    bare: str | None = None
    for token in tokens:
        quantity = next((token[name] for name in _QUANTITIES if name in token), None)
        unit = token.get("unit")
        if unit and pending is not None:
            amounts.append((pending, unit))
            pending = None
        elif quantity is not None:
            pending = (pending or 0) + quantity
        bare = unit if unit and quantity is None and not amounts else bare
    if pending is not None and amounts:  # "an hour and a half"
        amounts[-1] = (amounts[-1][0] + pending, amounts[-1][1])
    elif pending is not None and bare:  # "hora y media"
        amounts.append((1 + pending, bare))
    return amounts


def later(clock: Clock, amounts: Sequence[Amount], sign: int = 1) -> date | datetime | None:
    """Now and the amounts: an instant if any is of hours or less, else a day. None for no time at all."""
    whole: list[tuple[int, Unit]] = []
    for quantity, said in amounts:
        factor, unit = _IN_OTHER_UNITS.get(said, (1, said))
        if unit == "year" and quantity != int(quantity):
            factor, unit = 12 * factor, "month"
        if quantity != int(quantity) and unit in _MINUTES:
            quantity, unit = quantity * _MINUTES[unit], "minute"
        elif unit == "second":
            quantity, unit = quantity / 60, "minute"
        whole.append((sign * int(quantity * factor), unit))  # type: ignore[arg-type]
    if not any(quantity for quantity, _ in amounts):
        return None
    return clock.later(whole)


def in_minutes(amounts: Sequence[Amount]) -> int | None:
    """The length in minutes; None if it is of months or more, or nothing."""
    if not amounts or any(unit not in _MINUTES for _, unit in amounts):
        return None
    return round(sum(quantity * _MINUTES[unit] for quantity, unit in amounts)) or None
