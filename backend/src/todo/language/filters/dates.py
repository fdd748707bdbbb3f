"""The days and moments of a filter: "-7 days", "tomorrow", "3 jan", "monday 5pm", "2026-12-01"."""

import re
from datetime import date, datetime

from todo.language.clock import Clock
from todo.language.due import read_due
from todo.language.grammar import language
from todo.language.text import reading_copy
from todo.language.vocabulary import Unit

_MAX_DATE = 60  # characters: nobody says a day in more
_AMOUNT = re.compile(r"([+-]?) ?(\d{1,4}) ?(minute|hour|day|week|month|year)s?(?: (ago))?", re.IGNORECASE)
# A day may begin like this in a sentence; here it would say less than it seems to.
_NO_DAY = frozenset({"after", "before", "by", "due", "due:", "from", "since", "till", "until"})
_FIRST, _LAST = date(1900, 1, 1), date(9000, 1, 1)  # what the database and every time zone can hold


def read_date(said: str, clock: Clock, language_code: str, day_first: bool | None = None) -> date | datetime | None:
    """The day or moment that all of the words say; None if they say something else.

    `day_first`: whether 3/4 is 3 April (None: as usual in the language).
    """
    if not said or len(said) > _MAX_DATE or said.partition(" ")[0].lower() in _NO_DAY:
        return None
    try:
        found = _amount(said, clock) or _written(said, clock) or _phrase(said, clock, language_code, day_first)
    except (OverflowError, ValueError):  # before the year 1 or after 9999
        return None
    day = found.date() if isinstance(found, datetime) else found
    return found if day and _FIRST <= day <= _LAST else None


def _amount(said: str, clock: Clock) -> date | datetime | None:
    match = _AMOUNT.fullmatch(said)
    if match is None or (match[4] and match[1]):
        return None
    unit: Unit = match[3].lower()  # type: ignore[assignment]
    sign = -1 if match[1] == "-" or match[4] else 1
    return clock.later([(sign * int(match[2]), unit)])


def _written(said: str, clock: Clock) -> date | datetime | None:
    """A day or moment as RFC 3339 writes it; without an offset it is on the person's clock."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    if moment.utcoffset() is None:
        return clock.moment(moment.date(), moment.hour * 60 + moment.minute)
    return moment.astimezone(clock.zone)


def _phrase(said: str, clock: Clock, language_code: str, day_first: bool | None) -> date | datetime | None:
    # Who writes English as a second language keeps their order of day and month.
    order = language(language_code).day_first if day_first is None else day_first
    codes = dict.fromkeys((language_code, "en"))
    return next((found for code in codes if (found := _phrase_in(said, clock, code, order))), None)


def _phrase_in(said: str, clock: Clock, language_code: str, day_first: bool | None) -> date | datetime | None:
    reading = read_due(reading_copy(said), clock, language(language_code), day_first)
    rest = said
    for phrase in reversed(reading.phrases):
        rest = rest[: phrase.start] + rest[phrase.end :]
    if reading.due is None or rest.strip(" ,"):
        return None
    return reading.due.at or reading.due.date
