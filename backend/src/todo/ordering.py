"""Manual order: keys between which there is always room for another, so that moving a row writes that row alone.

A key is text of the digits 0-9A-Za-z, read as a fraction in base 62 and compared byte by byte (`collate "C"`). Text and
not a number, because a midpoint costs a sixth of the digits that a decimal fraction grows by.
"""

import threading
import time
from collections.abc import Sequence

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 9  # microseconds since 1970 fit until the year 2398
_TAIL = "V"  # a key never ends in the lowest digit: below it there would be no room
_lock = threading.Lock()
_last = 0


def end_key() -> str:
    """A key after all that were given before, made from the clock: appending needs to read no other row.

    It is the machine's clock and not `todo.clock`, because order must go on where tests hold the day still.
    """
    global _last
    with _lock:
        _last = max(_last + 1, time.time_ns() // 1000)
        return _written(_last) + _TAIL


def between(low: str, high: str | None) -> str | None:
    """A key between two keys ("" is before all, None after all); None when they leave no room, being equal."""
    if high is None:
        return _after(low)
    if low >= high:
        return None
    return _midpoint(low, high)


def spread(low: str, count: int) -> list[str]:
    """Fresh keys in order after `low`, for neighbours that left no room."""
    return [low := _after(low) for _ in range(count)]


def keys_at(keys: Sequence[str], index: int) -> tuple[str, list[str]]:
    """A key for a newcomer at `index` among keys in order, and fresh ones for all from there on if it has no room."""
    low = keys[index - 1] if index else ""
    high = keys[index] if index < len(keys) else None
    if (key := between(low, high)) is not None:
        return key, []
    first, *rest = spread(low, len(keys) - index + 1)
    return first, rest


def _after(low: str) -> str:
    later = end_key()
    return later if later > low else low + _TAIL  # a key made where the clock is ahead


def _midpoint(low: str, high: str) -> str:
    """The shortest key between two: digits that both share, then one in the middle where they part."""
    shared = 0
    while (low[shared] if shared < len(low) else DIGITS[0]) == high[shared]:
        shared += 1
    first = DIGITS.index(low[shared]) if shared < len(low) else 0
    last = DIGITS.index(high[shared])
    if last - first > 1:
        return high[:shared] + DIGITS[(first + last) // 2]
    rest = low[shared + 1 :]
    return high[:shared] + DIGITS[first] + _above(rest)


def _above(low: str) -> str:
    """The shortest fraction above `low` and below 1."""
    for place, digit in enumerate(low):
        value = DIGITS.index(digit)
        if value < len(DIGITS) - 1:
            return low[:place] + DIGITS[(value + len(DIGITS)) // 2]
    return low + _TAIL


def _written(number: int) -> str:
    digits = ""
    for _ in range(_LENGTH):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits
