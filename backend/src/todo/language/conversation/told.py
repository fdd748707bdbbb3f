"""Several things told in one sentence: what is done, without what is not, and what is only said by the way."""

import re
from collections.abc import Sequence


def told_apart(line: str, joint: re.Pattern[str], left_out: re.Pattern[str]) -> tuple[Sequence[str], int]:
    """The parts that may tell of something done, and how many parts there are in all. `left_out` fits what is not yet
    done ("dad not yet") and asides ("mum rang"), which ask for nothing.
    """
    parts = [part for part in joint.split(line) if part]
    return [part for part in parts if not left_out.fullmatch(part)], len(parts)
