"""What a sentence is read against: the person's clock and the names of their projects."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from todo.language.clock import Clock
from todo.language.due import Due
from todo.language.grammar import language
from todo.language.quick_add import QuickAdd, parse_quick_add
from todo.language.symbols import ProjectName
from todo.language.text import blank, fold, has_words

_LONGEST_DATE = 80  # characters; no date that people say comes near
_DIGIT_OR_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Context:
    """The clock is at the moment at which the sentence is said. Sentences are English; the dates in them may be in the
    person's language too, and `day_first` is how they write 3/4 (None: as usual in the language).
    """

    clock: Clock
    projects: Sequence[ProjectName] = ()
    language_code: str = "en"
    day_first: bool | None = None

    @property
    def today(self) -> date:
        return self.clock.today

    def read_quick_add(self, text: str) -> QuickAdd:
        """What quick add makes of a text that is said at this moment: in English, else in the person's language."""
        order = language(self.language_code).day_first if self.day_first is None else self.day_first
        read = partial(
            parse_quick_add,
            text,
            now=self.clock.now,
            time_zone=self.clock.zone.key,
            day_first=order,
            week_start=self.clock.week_start,
        )
        found = read()
        if found.due is not None or self.language_code == "en":
            return found
        other = read(language_code=self.language_code)
        return found if other.due is None else other

    def due(self, text: str) -> Due | None:
        """The due date that the text is, if it is nothing else."""
        if len(text) > _LONGEST_DATE or not _DIGIT_OR_WORD.search(text):
            return None
        found = self.read_quick_add(text)
        if found.due is None:
            return None
        rest = blank(text, [(span.start, span.end) for span in found.spans], " ")
        return None if has_words(rest) else found.due

    def split_due(self, text: str) -> tuple[str, Due | None]:
        """The text without its due date, and that date; all of the text when nothing else would be left."""
        if len(text) > 2 * _LONGEST_DATE:
            return text, None
        found = self.read_quick_add(text)
        return (text, None) if found.due is None or found.title == text else (found.title, found.due)

    def project(self, name: str) -> ProjectName | None:
        """The project that a text names, with or without its sign and "project" or "list"."""
        said = fold(name).strip().removeprefix("#")
        said = re.sub(r"^(?:the|my|our)\s+|\s+(?:project|list)$", "", said)
        return next((project for project in self.projects if fold(project.name) == said), None)
