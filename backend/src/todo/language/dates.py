"""Phrases that name a day: "tomorrow", "next friday", "31 jan", "in 2 weeks". What they mean together is `due.py`'s."""

import re
from datetime import date, datetime, timedelta
from functools import cache

from todo.language.clock import Clock, add_months, next_day_of_month, next_day_of_year, valid_date
from todo.language.phrases import Day, Moment, Rule, Surroundings
from todo.language.text import SPACE
from todo.language.vocabulary import PartOfDay, Unit, Vocabulary, one_of, phrase_pattern

_LINK = rf"(?P<link>due:?{SPACE}(?:(?:on|by|for){SPACE})?|(?:on|by|for){SPACE})?"
_ORDINAL = r"(?:st|nd|rd|th)"
_YEAR = r"(?:19|20|21)[0-9]{2}"


@cache
def date_rules(words: Vocabulary) -> tuple[Rule, ...]:
    """The rules for days in this language."""
    return (
        _relative_day(words),
        _part_of_today(words),
        _weekday(words),
        _weekday_of_next_week(words),
        _day_and_month(words),
        _month_and_day(words),
        _day_of_month(words),
        _weekday_and_day(words),
        _iso(),
        _amount_ahead(words),
        _amount_from_now(words),
        _next_period(),
        _weekend(),
    )


def _part(words: Vocabulary) -> str:
    return rf"(?:{SPACE}(?P<part>{one_of(words.parts_of_day)}))?"


def _said_part(match: re.Match[str], words: Vocabulary) -> PartOfDay | None:
    said = match["part"]
    return words.parts_of_day[said.lower()] if said else None


def _relative_day(words: Vocabulary) -> Rule:
    pattern = phrase_pattern(rf"{_LINK}(?P<day>{one_of(words.relative_days)}){_part(words)}")

    def read(match: re.Match[str], clock: Clock) -> Day:
        said = " ".join(match["day"].lower().split())
        part = "night" if said in words.tonight else _said_part(match, words)
        return Day(clock.today + timedelta(days=words.relative_days[said]), part)

    return Rule(pattern, read)


def _part_of_today(words: Vocabulary) -> Rule:
    pattern = phrase_pattern(rf"{_LINK}this{SPACE}(?P<part>{one_of(words.parts_of_day)})")
    return Rule(pattern, lambda match, clock: Day(clock.today, _said_part(match, words)))


def _weekday(words: Vocabulary) -> Rule:
    """A bare weekday is the next one after today, "this" one may be today, "next" is that of the next ISO week."""
    which = rf"(?:(?P<which>this|next|coming){SPACE})?"
    next_week = rf"(?P<next_week>,?{SPACE}(?:of{SPACE})?next{SPACE}week)?"
    pattern = phrase_pattern(
        rf"{_LINK}{which}(?P<weekday>{one_of(words.weekdays)})(?!{SPACE}(?:week|after{SPACE}next|of{SPACE}this)\b){next_week}{_part(words)}"
    )

    def read(match: re.Match[str], clock: Clock) -> Day:
        weekday = words.weekdays[match["weekday"].lower()]
        which = (match["which"] or "").lower()
        if which == "next" or match["next_week"]:
            day = clock.weekday_of_week(weekday, 1)
        elif which == "this" and weekday == clock.today.weekday():
            day = clock.today
        else:
            day = clock.weekday_after_today(weekday)
        return Day(day, _said_part(match, words))

    def surroundings(match: re.Match[str]) -> Surroundings:
        is_weak = match["weekday"].lower() in words.weak_weekdays
        is_certain = match["link"] or match["which"] or match["next_week"] or match["part"]
        return Surroundings.TEXT_END if is_weak and not is_certain else Surroundings.ANY

    return Rule(pattern, read, surroundings)


def _weekday_of_next_week(words: Vocabulary) -> Rule:
    pattern = phrase_pattern(
        rf"{_LINK}next{SPACE}week,?{SPACE}(?:on{SPACE})?(?P<weekday>{one_of(words.weekdays)}){_part(words)}"
    )

    def read(match: re.Match[str], clock: Clock) -> Day:
        weekday = words.weekdays[match["weekday"].lower()]
        return Day(clock.weekday_of_week(weekday, 1), _said_part(match, words))

    return Rule(pattern, read)


def _day_and_month(words: Vocabulary) -> Rule:
    """ "31 jan", "the 2nd of March 2027", "Monday 7th December": the number decides, the weekday is decoration."""
    day = rf"(?:the{SPACE})?(?P<day>[0-9]{{1,2}}){_ORDINAL}?{SPACE}(?:of{SPACE})?"
    pattern = phrase_pattern(
        rf"{_LINK}{_decoration(words)}{day}(?P<month>{one_of(words.months)}){_year_and_part(words)}"
    )
    return Rule(pattern, lambda match, clock: _named_day(match, clock, words))


def _month_and_day(words: Vocabulary) -> Rule:
    """ "jan 31", "March the 3rd, 2027"; but "march 5 miles" counts something."""
    counts = rf"(?!:|{SPACE}{one_of(words.measures)}(?!\w))"
    day = rf"(?:the{SPACE})?(?P<day>[0-9]{{1,2}})(?:{_ORDINAL}|{counts})"
    month = rf"(?P<month>{one_of(words.months)})\.?{SPACE}"
    pattern = phrase_pattern(rf"{_LINK}{_decoration(words)}{month}{day}{_year_and_part(words)}")
    return Rule(pattern, lambda match, clock: _named_day(match, clock, words))


def _decoration(words: Vocabulary) -> str:
    return rf"(?:{one_of(words.weekdays)},?{SPACE})?"


def _year_and_part(words: Vocabulary) -> str:
    return rf"(?:,?{SPACE}(?P<year>{_YEAR}))?{_part(words)}"


def _named_day(match: re.Match[str], clock: Clock, words: Vocabulary) -> Day | None:
    month, number = words.months[match["month"].lower()], int(match["day"])
    year = match["year"]
    day = valid_date(int(year), month, number) if year else next_day_of_year(clock.today, month, number)
    return Day(day, _said_part(match, words)) if day else None


def _day_of_month(words: Vocabulary) -> Rule:
    """ "on the 30th". Only after "on", "by" or "due", and not before a noun: "on the 5th floor" is a place."""
    link = rf"(?P<link>due:?{SPACE}(?:(?:on|by){SPACE})?|(?:on|by){SPACE})(?:the{SPACE})?"
    pattern = phrase_pattern(rf"{link}(?P<day>[0-9]{{1,2}}){_ORDINAL}{_part(words)}")

    def read(match: re.Match[str], clock: Clock) -> Day | None:
        day = next_day_of_month(clock.today, int(match["day"]))
        return Day(day, _said_part(match, words)) if day else None

    return Rule(pattern, read, lambda match: Surroundings.CLAUSE_END)


def _weekday_and_day(words: Vocabulary) -> Rule:
    """ "friday the 13th": the next date on which both agree."""
    weekday = rf"(?P<weekday>{one_of(words.weekdays)}),?{SPACE}(?:the{SPACE})?"
    pattern = phrase_pattern(rf"{_LINK}{weekday}(?P<day>[0-9]{{1,2}}){_ORDINAL}{_part(words)}")

    def read(match: re.Match[str], clock: Clock) -> Day | None:
        day = next_day_of_month(clock.today, int(match["day"]), words.weekdays[match["weekday"].lower()])
        return Day(day, _said_part(match, words)) if day else None

    return Rule(pattern, read)


def _iso() -> Rule:
    """ISO 8601: a date, or a date and time; without an offset the time is on the person's clock."""
    time = r"(?:T|\s)(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?"
    offset = r"(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2})?"
    pattern = phrase_pattern(rf"{_LINK}(?P<day>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})(?:{time}{offset})?")

    def read(match: re.Match[str], clock: Clock) -> Day | Moment:
        day = date.fromisoformat(match["day"])
        if match["hour"] is None:
            return Day(day)
        if match["offset"] is None:
            return Moment(clock.moment(day, int(match["hour"]) * 60 + int(match["minute"])))
        stated = f"{day}T{match['hour']}:{match['minute']}{match['offset'].upper()}"
        return Moment(datetime.fromisoformat(stated).astimezone(clock.zone))

    return Rule(pattern, read)


def _amount_ahead(words: Vocabulary) -> Rule:
    """An amount: "in 3 days", "in 1 hour and 15 minutes", "in 1h30m", "in half an hour"."""
    pattern = phrase_pattern(rf"(?P<link>due:?{SPACE})?in{SPACE}{_amount(words)}(?:{SPACE}time)?")
    return Rule(pattern, lambda match, clock: _later(match, clock, words))


def _amount_from_now(words: Vocabulary) -> Rule:
    """An amount: "2 weeks from now", "two days from today"."""
    pattern = phrase_pattern(rf"{_amount(words)}{SPACE}from{SPACE}(?:now|today)")
    return Rule(pattern, lambda match, clock: _later(match, clock, words))


def _amount(words: Vocabulary) -> str:
    unit = one_of(words.units)
    short = one_of(words.short_units)
    counted = rf"(?P<n>[0-9]{{1,4}})(?:\s*+(?P<unit>{unit})|(?P<short>{short}))"
    spelled = rf"(?P<spelled>{one_of(words.numbers)}){SPACE}(?P<spelled_unit>{unit})"
    more = rf"(?:,?\s*+(?:and{SPACE})?(?P<n2>[0-9]{{1,4}})(?:\s*+(?P<unit2>{unit})|(?P<short2>{short})))?"
    return rf"(?:(?P<half>half{SPACE}an{SPACE}hour)|(?:{spelled}|{counted}){more})"


def _later(match: re.Match[str], clock: Clock, words: Vocabulary) -> Day | Moment | None:
    if match["half"]:
        amounts: list[tuple[int, Unit]] = [(30, "minute")]
    else:
        amounts = [_first_amount(match, words)]
        if match["n2"]:
            amounts.append((int(match["n2"]), _unit(match["unit2"], match["short2"], words)))
    if not any(amount for amount, _ in amounts):
        return None
    later = clock.later(amounts)
    return Moment(later) if isinstance(later, datetime) else Day(later)


def _first_amount(match: re.Match[str], words: Vocabulary) -> tuple[int, Unit]:
    if match["spelled"] is None:
        return int(match["n"]), _unit(match["unit"], match["short"], words)
    said = " ".join(match["spelled"].lower().split())
    return words.numbers[said], words.units[match["spelled_unit"].lower()]


def _unit(long: str | None, short: str | None, words: Vocabulary) -> Unit:
    return words.units[long.lower()] if long else words.short_units[(short or "").lower()]


def _next_period() -> Rule:
    """ "next week" is its Monday, "next month" and "next year" their first day."""
    pattern = phrase_pattern(rf"{_LINK}next{SPACE}(?P<period>week|month|year)")

    def read(match: re.Match[str], clock: Clock) -> Day:
        period = match["period"].lower()
        if period == "week":
            return Day(clock.weekday_of_week(0, 1))
        first = clock.today.replace(day=1)
        return Day(add_months(first, 1) if period == "month" else add_months(first.replace(month=1), 12))

    return Rule(pattern, read)


def _weekend() -> Rule:
    """The weekend's Saturday; on a weekend "this weekend" is today."""
    pattern = phrase_pattern(rf"{_LINK}(?:(?P<which>this|next){SPACE}|(?<=on\s)the{SPACE})weekend")

    def read(match: re.Match[str], clock: Clock) -> Day:
        saturday = clock.weekday_of_week(5, 1 if (match["which"] or "").lower() == "next" else 0)
        return Day(max(saturday, clock.today))

    return Rule(pattern, read)
