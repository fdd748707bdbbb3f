"""Work counted in calls: seconds depend on the machine, calls do not."""

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(work: Callable[[str], object], text: str) -> int:
    """How many Python and built-in functions the work calls."""
    count = 0

    def tally(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    work(text)  # fills the caches, which are not the text's fault
    sys.setprofile(tally)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return count
