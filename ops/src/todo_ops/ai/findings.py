"""A finding: one cause, what shows it, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from todo_ops.ai.advice import FIXES

LONGEST = 300  # characters of evidence: image errors repeat their address several times
PORTS = {"postgres": 5432, "backend": 8000, "frontend": 3000}


class Rank(IntEnum):
    """How close to the root a finding is. A symptom is left out where a cause of the same part was found."""

    CAUSE = 0
    WARNING = 1
    SYMPTOM = 2


@dataclass(frozen=True)
class Finding:
    """`cause` is a key of `advice.FIXES`, `part` what it hits: a component, or an object's name.

    `evidence` are the cluster's own words, `fixes` what to do, commands among them.
    """

    cause: str
    part: str
    title: str
    evidence: tuple[str, ...] = ()
    rank: Rank = Rank.CAUSE

    @property
    def fixes(self) -> tuple[str, ...]:
        """What to do, a line each."""
        places = {"part": self.part, "port": PORTS.get(self.part, 8000)}
        return tuple(line.format(**places) for line in FIXES[self.cause])


def finding(cause: str, part: str, title: str, *evidence: str, rank: Rank = Rank.CAUSE) -> Finding:
    """A finding with its evidence cleaned: each text once, none empty, none endless."""
    texts = dict.fromkeys(text.strip()[:LONGEST] for text in evidence if text.strip())
    return Finding(cause, part, title, tuple(texts), rank)


def ordered(found: Sequence[Finding]) -> list[Finding]:
    """Causes first, each once, and symptoms only of parts for which nothing better explains them.

    What keeps the database from working explains the symptoms of the backend too: it waits for it.
    """
    explained = {one.part for one in found if one.rank is Rank.CAUSE}
    if explained & {"postgres", "database", "network"}:
        explained.add("backend")
    kept = [one for one in found if one.rank is not Rank.SYMPTOM or one.part not in explained]
    return sorted(_once(kept), key=lambda one: one.rank)


def _once(found: Sequence[Finding]) -> list[Finding]:
    """Several pods of a part tell the same: the first of them is enough."""
    return list({(one.cause, one.part, one.title): one for one in reversed(found)}.values())[::-1]
