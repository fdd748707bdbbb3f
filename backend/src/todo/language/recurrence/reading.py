"""What phrases that recur mean: "every other friday", "the last day of every month", "every! 6 weeks", "10 times"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from todo.language.amounts import Amount, in_minutes, read_amount
from todo.language.lexicon import Values
from todo.language.phrases import Context, Read, Surroundings
from todo.language.recurrence.rule import Frequency, RecurrenceRule
from todo.language.templates import Found
from todo.language.vocabulary import PartOfDay

_UNITS: dict[str, tuple[Frequency, int]] = {
    "second": ("SECONDLY", 1),
    "minute": ("MINUTELY", 1),
    "hour": ("HOURLY", 1),
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
    "decade": ("YEARLY", 10),
}
_ADVERBS: dict[str, tuple[Frequency, int]] = {
    "hourly": ("HOURLY", 1),
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "biweekly": ("WEEKLY", 2),
    "half_yearly": ("MONTHLY", 6),
    "monthly": ("MONTHLY", 1),
    "bimonthly": ("MONTHLY", 2),
    "quarterly": ("MONTHLY", 3),
    "yearly": ("YEARLY", 1),
}
DAY_SETS = {"work": (0, 1, 2, 3, 4), "weekend": (5, 6)}
_LONGEST_MONTH, _SHORTEST_MONTH = 31, 28
_MOST_WEEKS_OF_A_MONTH = 5
_DAY = 24 * 60  # minutes


@dataclass(frozen=True, slots=True)
class RulePhrase:
    """A rule without start and end. `after_completion`: it counts from the day of completion (`every!`)."""

    rule: RecurrenceRule
    part: PartOfDay | None = None
    after_completion: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """How often it happens in all."""

    count: int


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long it goes on."""

    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Duration:
    """How long a task takes, in minutes: at most a day."""

    minutes: int


@dataclass(frozen=True, slots=True)
class AfterCompletion:
    """That the next one counts from the day of completion."""


Said = RulePhrase | tuple[RulePhrase, Surroundings] | None


def clamped(day: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """BYMONTHDAY and BYSETPOS for a day of the month that shorter months stand in for with their last (RFC 5545)."""
    if day <= _SHORTEST_MONTH:
        return (day,), ()
    return tuple(range(_SHORTEST_MONTH, day + 1)), (-1,)


# --- How often


def _step(found: Found) -> int:
    token = found.within("step")[0] if found.has("step") else None
    if token is None:
        return 1
    number: int = next(token[name] for name in ("number", "other", "ordinal") if name in token)
    return number


def _base(found: Found) -> tuple[Frequency, int]:
    """Frequency and interval; DAILY where a template says neither unit nor adverb."""
    if adverb := found.value("adverb"):
        return _ADVERBS[adverb]
    frequency, interval = _UNITS[found.value("unit", "day")]
    return frequency, interval * _step(found)


def _said(rule: RecurrenceRule, found: Found) -> Said:
    """An adverb and a plural may be adjectives or nouns ("daily notes"): nothing that continues may follow."""
    phrase = RulePhrase(rule, found.value("part") or found.value("parts"), found.has("bang"))
    is_sure = any(map(found.has, ("every", "step", "once"))) or any(
        "adverb_of_days" in token or "sure" in token for token in found.all_tokens
    )
    return phrase, Surroundings.ANY if is_sure else Surroundings.CLAUSE_END


def _interval(found: Found, context: Context) -> Said:
    frequency, interval = _base(found)
    return _said(RecurrenceRule(frequency=frequency, interval=interval), found) if interval else None


# --- On which days


def weekdays_of(tokens: Sequence[Values]) -> tuple[int, ...]:
    """The weekdays of a list with ranges: "mon, wed", "tuesday to saturday", "weekends"."""
    days: list[int] = []
    is_range = False
    for token in tokens:
        values = token
        day = values.get("weekday", values.get("weekdays"))
        if day is not None:
            days += [(days[-1] + step) % 7 for step in range(1, (day - days[-1]) % 7)] if is_range and days else []
            days.append(day)
        days += DAY_SETS.get(values.get("day_set", values.get("day_sets")), ())
        is_range = "through" in values and "separator" not in values
    return tuple(sorted(set(days)))


def _by_day(days: Sequence[int], numbers: Sequence[int] = (0,)) -> tuple[tuple[int, int], ...]:
    return tuple((number, day) for number in numbers for day in days)


def _on_days(found: Found, context: Context) -> Said:
    """ "every other friday", "every 2 weeks on tue and thu"; with an ordinal that of the month: "every 3rd friday"."""
    parts = ("days", "plural_range", "weekdays", "day_sets", "weekday")
    days = weekdays_of(next(tokens for part in parts if (tokens := found.within(part))))
    frequency, interval = _base(found)
    if not found.has("base"):
        token = found.within("step")[0] if found.has("step") else None
        is_nth = token and not {"number", "other"} & token.keys() and len(days) == 1
        if token and is_nth and 0 < token["ordinal"] <= _MOST_WEEKS_OF_A_MONTH:
            return _said(RecurrenceRule(frequency="MONTHLY", by_day=_by_day(days, (token["ordinal"],))), found)
        frequency, interval = "WEEKLY", _step(found)
    elif frequency == "DAILY" and interval == 1:
        frequency = "WEEKLY"
    elif frequency == "DAILY" and interval % 7 == 0:  # "every 14 days on monday"
        frequency, interval = "WEEKLY", interval // 7
    elif frequency in ("HOURLY", "MINUTELY", "SECONDLY"):  # "every second tuesday"
        return None
    months = (found.value("month"),) if found.has("month") else ()
    if not interval:
        return None
    return _said(RecurrenceRule(frequency=frequency, interval=interval, by_day=_by_day(days), by_month=months), found)


def _all_but_days(found: Found, context: Context) -> Said:
    """ "every day except sunday", "weekdays but not friday"."""
    if found.has("all_days"):
        days = set(weekdays_of(found.within("all_days")))
    elif (found.has("adverb") or found.has("unit")) and _base(found) == ("DAILY", 1):
        days = set(range(7))
    else:
        return None
    kept = tuple(sorted(days - set(weekdays_of(found.within("days")))))
    return _said(RecurrenceRule(frequency="WEEKLY", by_day=_by_day(kept)), found) if kept else None


def _on_month_days(found: Found, context: Context) -> Said:
    """ "every 1st and 15th", "every 3 months on the 4th", "31st of every year", "every last day of the month"."""
    tokens = found.within("month_days") or found.within("month_ordinals")
    numbers = _nths(tokens) or [token["day"] for token in tokens if "day" in token] or found.values("day_number")
    frequency, interval = _base(found)
    unit = found.value("unit")
    if unit is None and not found.has("adverb"):
        frequency = "MONTHLY"
    if not interval or any(
        not number or (abs(number) > _LONGEST_MONTH and frequency != "YEARLY") for number in numbers
    ):
        return None
    if frequency == "YEARLY":
        return _said(RecurrenceRule(frequency=frequency, interval=interval, by_year_day=tuple(numbers)), found)
    if frequency == "WEEKLY":
        days = tuple(number - 1 if number > 0 else 7 + number for number in numbers if abs(number) <= 7)
        return (
            _said(RecurrenceRule(frequency=frequency, interval=interval, by_day=_by_day(days)), found) if days else None
        )
    return _said(_monthly(numbers, interval), found) if frequency == "MONTHLY" else None


def _monthly(numbers: Sequence[int], interval: int) -> RecurrenceRule:
    days, places = clamped(numbers[0]) if len(numbers) == 1 else (tuple(numbers), ())
    return RecurrenceRule(frequency="MONTHLY", interval=interval, by_month_day=days, by_position=places)


def _on_edge(found: Found, context: Context) -> Said:
    """ "end of each month", "every month at the beginning"."""
    frequency, interval = _base(found)
    number = {"start": 1, "end": -1}.get(found.value("edge"))
    if number is None:
        return None
    if frequency == "MONTHLY":
        return _said(RecurrenceRule(frequency=frequency, interval=interval, by_month_day=(number,)), found)
    if frequency == "WEEKLY":
        days = (0,) if number == 1 else (6,)
        return _said(RecurrenceRule(frequency=frequency, interval=interval, by_day=_by_day(days)), found)
    if frequency == "YEARLY":
        return _said(RecurrenceRule(frequency=frequency, interval=interval, by_year_day=(number,)), found)
    return None


def _nths(tokens: Sequence[Values]) -> list[int]:
    """ "first and third" is 1 and 3, "2nd to the last" -2, "first and last" 1 and -1."""
    numbers: list[int] = []
    may_turn = False
    for token in tokens:
        if "ordinal" in token:
            numbers.append(token["ordinal"])
            may_turn = True
        elif "last" in token:
            numbers[-1:] = [-numbers[-1]] if may_turn else [*numbers[-1:], -1]
            may_turn = False
        elif "separator" in token:
            may_turn = False
    return numbers


def _on_nth_days(found: Found, context: Context) -> Said:
    """ "first friday of every other month", "every fourth thursday in november"."""
    numbers, days = _nths(found.within("nth_list")), weekdays_of(found.within("days"))
    is_monthly = not found.has("unit") and not found.has("adverb")
    frequency, interval = _UNITS["month"] if is_monthly else _base(found)
    months = (found.value("month"),) if found.has("month") else ()
    if months and frequency in ("MONTHLY", "YEARLY"):
        frequency = "YEARLY"
    if frequency not in ("MONTHLY", "YEARLY") or not interval:
        return None
    if found.has("instance") or len(days) > 1:
        by_day, places = _by_day(days), tuple(numbers)
    else:
        by_day, places = _by_day(days, numbers), ()
    rule = RecurrenceRule(
        frequency=frequency,
        interval=interval,
        by_month=months,
        by_day=by_day,
        by_position=places,
    )
    return _said(rule, found)


def _on_year_days(found: Found, context: Context) -> Said:
    """ "yearly on march 3", "every aug 30", "every january"."""
    frequency, interval = _base(found) if found.has("base") else ("YEARLY", 1)
    tokens = found.within("month_day_list")
    numbers = [token.get("ordinal", token.get("day")) for token in tokens]
    days = tuple(number for number in numbers if number is not None) or (1,)
    if frequency != "YEARLY" or not interval or any(day > _LONGEST_MONTH for day in days):
        return None
    rule = RecurrenceRule(frequency="YEARLY", interval=interval, by_month=(found.value("month"),), by_month_day=days)
    return _said(rule, found)


def _on_year_number(found: Found, context: Context) -> Said:
    """ "every year on the day 31"."""
    frequency, interval = _base(found)
    number: int = found.value("number_of_day")
    if frequency == "MONTHLY" and 1 <= number <= _LONGEST_MONTH:
        return _said(_monthly([number], interval), found)
    if frequency != "YEARLY" or not 1 <= number <= 366:
        return None
    return _said(RecurrenceRule(frequency="YEARLY", interval=interval, by_year_day=(number,)), found)


def _in_weeks(found: Found, context: Context) -> Said:
    """ "every Fri in week 12 and 14"."""
    interval = _base(found)[1] if found.has("base") else 1
    weeks = tuple(dict.fromkeys(found.values("weeks")))
    if (found.has("base") and _base(found)[0] != "YEARLY") or not all(1 <= week <= 53 for week in weeks):
        return None
    days = _by_day(weekdays_of(found.within("days")))
    return _said(RecurrenceRule(frequency="YEARLY", interval=interval, by_week_number=weeks, by_day=days), found)


def _each_part(found: Found, context: Context) -> Said:
    """ "every morning"."""
    return _said(RecurrenceRule(frequency="DAILY"), found)


# --- Until when


def _count(found: Found, context: Context) -> Times | None:
    return Times(found.value("number")) if found.value("number") else None


def _lasting(found: Found, context: Context) -> Lasting | Duration | None:
    """ "for 45min" is how long a task takes, "for 8 weeks" how long it goes on."""
    amounts = tuple(read_amount(found.within("amount")))
    minutes = in_minutes(amounts)
    if all(unit in ("second", "minute", "hour") for _, unit in amounts):
        return Duration(minutes) if minutes and minutes <= _DAY else None
    return Lasting(amounts)


def _length(found: Found, context: Context) -> tuple[Duration, Surroundings] | None:
    """ "friday 6pm 90 min", "call Tom 10 min about the car": how long it takes, beside what says when or what about."""
    minutes = in_minutes(read_amount(found.within("amount")))
    return (Duration(minutes), Surroundings.BESIDE_WHEN) if minutes and minutes < _DAY else None


def _completion(found: Found, context: Context) -> AfterCompletion:
    return AfterCompletion()


RULE_READERS: Mapping[str, Read] = {
    "rule.interval": _interval,
    "rule.on_days": _on_days,
    "rule.all_but_days": _all_but_days,
    "rule.on_month_days": _on_month_days,
    "rule.on_edge": _on_edge,
    "rule.on_nth_days": _on_nth_days,
    "rule.on_year_days": _on_year_days,
    "rule.on_year_number": _on_year_number,
    "rule.in_weeks": _in_weeks,
    "rule.each_part": _each_part,
    "bound.count": _count,
    "bound.lasting": _lasting,
    "bound.length": _length,
    "bound.completion": _completion,
}
