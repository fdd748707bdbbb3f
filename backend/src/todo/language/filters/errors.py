"""What is wrong with a filter, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# What each reason means in English. Programs that speak other languages say it in theirs by the reason and its values.
MESSAGES = {
    "too-long": "A filter has at most {most} characters.",
    "too-many-conditions": "A filter has at most {most} conditions.",
    "too-deep": "This filter is nested too deeply.",
    "empty": "The filter is empty.",
    "unfinished": "The filter ends where a condition should stand.",
    "condition-missing": "A condition should stand before “{said}”.",
    "sign-missing": "Put & or | before this; a name with such a sign goes in quotes.",
    "several-lists": "A filter is one list. Join conditions by & or |, and put a name with a comma in quotes.",
    "bracket-not-closed": "This bracket is not closed.",
    "bracket-not-opened": "This bracket closes nothing.",
    "quote-not-closed": "This quote is not closed.",
    "quote-without-sign": "Words in quotes stand behind #, /, @ or search:.",
    "colon-missing": "A colon is missing.",
    "word-for-sign": "Write {sign} for “{word}”.",
    "unknown": "“{said}” is nothing that tasks can be filtered by.",
    "days-out-of-range": "Between 1 and {most} days can be asked for.",
    "project-missing": "The name of a project is missing.",
    "section-missing": "The name of a section is missing.",
    "label-missing": "The name of a label is missing.",
    "words-missing": "There are no words to search for.",
    "no-day": "“{said}” is no day.",
    "day-missing": "A day is missing.",
}


@dataclass(eq=False)
class FilterError(ValueError):
    """A filter that can't be read. `text[start:end]` is the place; `expected` says what could stand there.

    `reason` is one of MESSAGES, and `values` are what its message names. `suggestion` is what to write in that place
    instead, when there is a good guess.
    """

    reason: str
    start: int
    end: int
    expected: tuple[str, ...] = ()
    suggestion: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return MESSAGES[self.reason].format(**self.values)

    def __str__(self) -> str:
        hint = f" Did you mean {self.suggestion}?" if self.suggestion else ""
        return self.message + hint
