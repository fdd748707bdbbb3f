"""What phrases that name a day mean: "tomorrow", "next friday", "31 jan", "in 2 weeks". How they are put together is in
the languages' data files; what several of them mean together is `due.py`'s.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from todo.language.amounts import Amount, later, read_amount
from todo.language.clock import (
    Clock,
    add_months,
    month_day,
    next_day_of_month,
    next_day_of_year,
    nth_weekday,
    valid_date,
)
from todo.language.phrases import Context, Day, Moment, Read, Surroundings, WallTime
from todo.language.templates import Found
from todo.language.times import of_part
from todo.language.vocabulary import PartOfDay

Said = Day | Moment | tuple[Day | Moment, Surroundings] | None

_NEXT = ("next", "coming", "following")
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_FIRST_WORKDAYS = 5


def _part(found: Found) -> PartOfDay | None:
    part: PartOfDay | None = found.value("parts") if found.has("parts") else found.value("part")
    return part


def _near(found: Found, context: Context) -> Said:
    days: int = found.value("near")
    if any("article" in token for token in found.within("link")):  # "la mañana" is the morning
        return None
    part = "night" if "tonight" in found.within("near")[0] else _part(found)
    day = Day(context.clock.today + timedelta(days=days), part)
    return (day, Surroundings.TEXT_END) if days < 0 else day


def _part_of_today(found: Found, context: Context) -> Said:
    today, part = context.clock.today, found.value("part")
    if hour := found.value("hour"):  # "8 this evening"
        return Moment(context.clock.moment(today, of_part(WallTime(60 * hour[0], open=hour[0] <= 12), part).minutes))
    return Day(today, part)


# --- Weekdays


def _weekday(found: Found, context: Context) -> Said:
    """A bare weekday is the next one after today, "this" one may be today, "next" is that of the next week."""
    weekday, which, clock = found.value("weekday"), found.value("which"), context.clock
    if which is None or which == "coming" or (which == "this" and not found.has("of_week")):
        is_today = which == "this" and weekday == clock.today.weekday()
        day = clock.today if is_today else clock.weekday_after_today(weekday)
    elif which == "last" and not found.has("of_week"):
        day = clock.weekday_after_today(weekday) - timedelta(days=7)
        day = day if day < clock.today else day - timedelta(days=7)
    else:
        day = clock.weekday_of_week(weekday, {"this": 0, "last": -1, "after_next": 2}.get(which, 1))
    is_certain = which or found.has("link") or found.has("part")
    is_weak = "weak" in found.within("weekday")[0] and not is_certain
    return Day(day, _part(found)), Surroundings.TEXT_END if is_weak or which == "last" else Surroundings.ANY


def _weekday_week(found: Found, context: Context) -> Said:
    """ "Monday week": a week after the next Monday."""
    return Day(context.clock.weekday_after_today(found.value("weekday")) + timedelta(days=7))


def _weekday_and_day(found: Found, context: Context) -> Said:
    """ "friday the 13th": the next date on which both agree. A bare number ("miércoles 2") is the next such day of the
    month if it is that weekday, else it counts something.
    """
    today, weekday = context.clock.today, found.value("weekday")
    if found.has("ordinal"):
        day = next_day_of_month(today, found.value("ordinal"), weekday)
        return Day(day, _part(found)) if day else None
    day = next_day_of_month(today, found.value("day"))
    return (Day(day, _part(found)), Surroundings.CLAUSE_END) if day and day.weekday() == weekday else None


def _weekdays_from_now(found: Found, context: Context) -> Said:
    first = context.clock.weekday_after_today(found.values("weekdays")[0])
    return Day(first + timedelta(days=7 * (found.value("number") - 1)))


def _weekend(found: Found, context: Context) -> Said:
    """The weekend's Saturday; on a weekend "this weekend" is today. The next workday is the first one after today."""
    clock, which = context.clock, found.value("which", "this")
    if not found.has("which") and not found.has("link"):
        return None
    if found.value("day_set") == "work":
        days = (clock.today + timedelta(days=ahead) for ahead in range(1, 4))
        return Day(next(day for day in days if day.weekday() < _FIRST_WORKDAYS)) if which in _NEXT else None
    if which == "last":
        return None
    weeks = {"next": 1, "following": 1, "after_next": 2}.get(which, 0)
    return Day(max(clock.weekend(weeks), clock.today), _part(found))


# --- Days with a month


_LAST_MONTH = 12
# Two figures that lie further off tell of history: "mayo del 68".
_MOST_YEARS_AGO, _MOST_YEARS_AHEAD = -5, 20


def _named_day(found: Found, context: Context) -> Said:
    """ "31 jan", "the 2nd of March 2027", "Monday 7th December": the number decides, the weekday is decoration."""
    month = found.value("month")
    number = _number(found, "day") if found.has("day") else found.value("spelled_day", 1)
    year = _year(found)
    today = context.clock.today
    day = valid_date(year, month, number) if year else next_day_of_year(today, month, number)
    if day is None:
        return None
    if year and found.has("of_year") and not _MOST_YEARS_AGO <= year - today.year <= _MOST_YEARS_AHEAD:
        return Day(day), Surroundings.NOWHERE
    is_sure = found.has("link") or found.has("ordinal") or year or found.has("part")
    return Day(day, _part(found)), Surroundings.ANY if is_sure else Surroundings.UNCOUNTED


def _numbered_day(found: Found, context: Context) -> Said:
    """ "Am dritten zwölften": the month by its number."""
    month = found.value("month_number")
    day = next_day_of_year(context.clock.today, month, found.value("ordinal")) if month <= _LAST_MONTH else None
    return Day(day, _part(found)) if day and found.has("link") else None


def _old_day(found: Found, context: Context) -> Said:
    """A day of history: "2 de mayo de 1808". "3 march 1530" says a time."""
    day = next_day_of_year(context.clock.today, found.value("month"), _number(found, "day"))
    is_time = "compact_time" in found.within("old_year")[0] and not found.has("of_year")
    return None if is_time or day is None else (Day(day), Surroundings.NOWHERE)


def _number(found: Found, part: str) -> int:
    token = found.within(part)[0]
    number: int = token.get("day") or token["ordinal"]
    return number


def _year(found: Found) -> int | None:
    if (short := found.value("short_year")) is not None:
        return (2000 if short < 70 else 1900) + int(short)
    year: int | None = found.value("year_number")
    return year


def _day_of_month(found: Found, context: Context) -> Said:
    """ "on the 30th"; not before a noun: "on the 5th floor" is a place."""
    if not found.has("link") and not found.has("the") and not found.has("day_word"):
        return None
    day = next_day_of_month(context.clock.today, found.value("ordinal") or found.value("day", 0))
    if day and not found.has("link") and not found.has("the"):  # "médico día 9 a las 9", but not "vídeo día 9"
        return Day(day), Surroundings.BESIDE_WHEN
    surroundings = Surroundings.CLAUSE_END if found.has("link") else Surroundings.TEXT_END
    return (Day(day, _part(found)), surroundings) if day else None


def _week_of(found: Found, context: Context) -> Said:
    """ "the week of the 5th": the first day of the week that holds it, or today while that week lasts."""
    today = context.clock.today
    if found.has("month"):
        said = _named_day(found, context)
        day = said[0].date if isinstance(said, tuple) and isinstance(said[0], Day) else None
    else:
        day = next_day_of_month(today, found.value("ordinal") or found.value("day", 0))
    if day is None:
        return None
    first = context.clock.first_of_week((day - context.clock.first_of_week()).days // 7)
    return Day(max(first, today) if day >= today else first)


def _day_of_which_month(found: Found, context: Context) -> Said:
    first = _first_of(context.clock, "month", found.value("which", "this"))
    number = _number(found, "day")
    day = valid_date(first.year, first.month, number)
    if not found.has("which"):
        day = next_day_of_month(context.clock.today, number)
    return Day(day) if day else None


def _day_range(found: Found, context: Context) -> Said:
    """ "10 - 22 August", "July 13 to 15", "7.-9.12."."""
    if found.has("last_date"):
        return _written_range(found, context)
    month, year, today = found.value("month"), _year(found), context.clock.today
    number, last_number = _number(found, "day"), _number(found, "last_day")
    first = valid_date(year, month, number) if year else next_day_of_year(today, month, number)
    last = valid_date(first.year, month, last_number) if first else None
    return Day(first, last=last) if first and last and first < last else None


def _written_range(found: Found, context: Context) -> Said:
    month, number = _in_order(*found.value("last_date"), day_first=context.day_first)
    first = (month, _number(found, "day")) if found.has("day") else None
    first = first or _in_order(*found.value("first_date"), day_first=context.day_first)
    begin = next_day_of_year(context.clock.today, *first)
    last = next_day_of_year(begin, month, number) if begin else None
    return Day(begin, last=last) if begin and last and begin < last else None


def _nth_weekday(found: Found, context: Context) -> Said:
    """ "first monday of january", "last friday of this month", "last working day of the month"."""
    weekday, nth = found.value("weekday", 5), _nth(found)  # a weekend is due on its Saturday
    is_work = found.value("day_set") == "work"
    months = _months(found, context)
    days = (
        _nth_workday(month, nth) if is_work else nth_weekday(month.year, month.month, weekday, nth) for month in months
    )
    return _first_ahead(days, context.clock, is_fixed=len(months) == 1)


def _nth_workday(month: date, nth: int) -> date | None:
    """The nth day from Monday to Friday of a month; from its end with a negative number."""
    days = (month.replace(day=1) + timedelta(days=step) for step in range(31))
    workdays = [day for day in days if day.month == month.month and day.weekday() < 5]
    place = nth - 1 if nth > 0 else len(workdays) + nth
    return workdays[place] if 0 <= place < len(workdays) else None


def _nth_week(found: Found, context: Context) -> Said:
    """The nth seven days of a month; from its end, whole weeks."""
    nth = _nth(found)
    days = [
        month_day(month.year, month.month, 7 * nth - 6)
        if nth > 0
        else _whole_week(month, nth, context.clock.week_start)
        for month in _months(found, context)
    ]
    return _first_ahead(days, context.clock, is_fixed=bool(_year(found)))


def _whole_week(month: date, nth: int, week_start: int) -> date | None:
    """The first day of the nth last week that lies within the month."""
    last = nth_weekday(month.year, month.month, (week_start + 6) % 7, nth)
    return last - timedelta(days=6) if last and last.day >= 7 else None


def _nth_day(found: Found, context: Context) -> Said:
    """ "last day of october 2015", "first day of next month", "36th day of 2011"."""
    nth, clock = _nth(found), context.clock
    unit = found.value("unit")
    if unit is None and not found.has("month") and not _year(found):
        return _day_of_year(clock.today.year, nth) if nth > 31 else None  # "the 35th day"
    if unit in (None, "month"):
        if not found.has("month") and not unit:
            return _day_of_year(_year(found) or 0, nth)
        months = _months(found, context)
        days = (month_day(month.year, month.month, nth) for month in months)
        return _first_ahead(days, clock, is_fixed=len(months) == 1)
    if unit == "year":
        return _day_of_year(_first_of(clock, "year", found.value("which", "this")).year, nth)
    if unit == "week" and 1 <= nth % 8 <= 7:
        first = _first_of(clock, "week", found.value("which", "this"))
        return Day(first + timedelta(days=nth - 1 if nth > 0 else 7 + nth))
    return None


def _day_of_year(year: int, nth: int) -> Said:
    first = date(year, 1, 1)
    return Day(first + timedelta(days=nth - 1) if nth > 0 else date(year + 1, 1, 1) + timedelta(days=nth))


def _nth(found: Found) -> int:
    """Which one: 2 for the second, -1 for the last, -2 for the last but one."""
    number: int = found.value("ordinal", 1)
    return -number if found.has("last") else number


def _months(found: Found, context: Context) -> list[date]:
    """The first days of the months that are meant: one if it was said which, else those that come."""
    today, month = context.clock.today, found.value("month")
    if month is None:
        first = _first_of(context.clock, "month", found.value("which", "this"))
        return [first] if found.has("which") else [first, add_months(first, 1)]
    if year := _year(found):
        return [date(year, month, 1)]
    return [date(today.year, month, 1), date(today.year + 1, month, 1)]


def _first_ahead(days: object, clock: Clock, *, is_fixed: bool) -> Said:
    found = [day for day in days if day]  # type: ignore[attr-defined]
    return next((Day(day) for day in found if is_fixed or day >= clock.today), None)


# --- Periods and their edges


def _first_of(clock: Clock, unit: str, which: str) -> date:
    """The first day of this, the next or the last week, month, quarter or year."""
    step = {"last": -1, "after_next": 2}.get(which, 1 if which in _NEXT else 0)
    if unit == "week":
        return clock.first_of_week(step)
    months = _MONTHS_OF[unit]
    begin = clock.today.replace(day=1, month=(clock.today.month - 1) // months * months + 1)
    return add_months(begin, step * months)


def _period_after_next(found: Found, context: Context) -> Said:
    """ "The week after next"."""
    unit = found.value("unit")
    return Day(_first_of(context.clock, unit, "after_next")) if unit in ("week", *_MONTHS_OF) else None


def _last_of(first: date, unit: str) -> date:
    return first + timedelta(days=6) if unit == "week" else add_months(first, _MONTHS_OF[unit]) - timedelta(days=1)


def _period(found: Found, context: Context) -> Said:
    """ "next week" and "next month" are their first days; "this week" is due at its end."""
    unit, which = found.value("unit"), found.value("which")
    if unit not in ("week", *_MONTHS_OF) or which == "last":
        return None
    first = _first_of(context.clock, unit, which)
    return Day(_last_of(first, unit) if which == "this" else first)


def _periods(found: Found, context: Context) -> Said:
    """ "next three weeks": due at their end."""
    number, unit, clock = found.value("number") or int(found.value("quantity", 0)), found.value("unit"), context.clock
    is_lasting = any("=for" in token for token in found.within("link"))  # "for the next 6 weeks" is how long
    if found.value("which") not in _NEXT or not number or is_lasting:
        return None
    if unit in ("week", *_MONTHS_OF):
        first = _first_of(clock, unit, "next")
        ahead = timedelta(days=7 * number) if unit == "week" else None
        end = first + ahead if ahead else add_months(first, _MONTHS_OF[unit] * number)
        return Day(end - timedelta(days=1))
    return _in_time(later(clock, [(number, unit)]))


def _edge(found: Found, context: Context) -> Said:
    """ "end of the month", "mid december", "beginning of next week", "eow"."""
    clock = context.clock
    edge, unit = found.value("edge"), found.value("unit")
    if found.has("edge_of"):
        edge, unit = found.value("edge_of").split("_")
    if found.has("weekday") or found.has("near"):  # "eod friday"
        return _said_day(found, context) if (edge, unit) == ("end", "day") else None
    if unit == "day":
        # "The end of day report" is no date.
        is_sure = found.has("link") or found.has("edge_of")
        surroundings = Surroundings.ANY if is_sure else Surroundings.CLAUSE_END
        return (Day(clock.today), surroundings) if edge == "end" and not found.has("which") else None
    if found.has("month"):
        days = [_edge_day(month, edge, "month") for month in _months(found, context)]
        return _first_ahead(days, clock, is_fixed=bool(_year(found)))
    if unit is None:
        return Day(_edge_day(date(found.value("year_number"), 1, 1), edge, "year"))
    if unit not in ("week", *_MONTHS_OF):
        return None
    day = _edge_day(_first_of(clock, unit, found.value("which", "this")), edge, unit)
    if found.value("which") == "last":
        return (Day(day), Surroundings.TEXT_END)
    if day < clock.today and not found.has("which"):
        day = _edge_day(_first_of(clock, unit, "next"), edge, unit)
    return Day(max(day, clock.today))


def _edge_day(first: date, edge: str, unit: str) -> date:
    if edge == "start":
        return first
    if edge == "end":
        return _last_of(first, unit)
    if unit == "week":  # Wednesday, wherever the week begins
        return first + timedelta(days=(2 - first.weekday()) % 7)
    return first + timedelta(days=14) if unit == "month" else add_months(first, _MONTHS_OF[unit] // 2)


def _month(found: Found, context: Context) -> Said:
    """ "in january" is its first day, or today while it lasts."""
    today = context.clock.today
    if not found.has("month"):  # "in 2028"
        year = found.value("year_number")
        return Day(date(year, 1, 1)) if year > today.year else None
    months = _months(found, context)
    if found.value("which") in ("last", "following", "after_next"):
        return None
    if len(months) == 1 and (_year(found) or found.has("which")):
        return Day(date(_year(found) or today.year, found.value("month"), 1))
    if months[0].month == today.month:
        return Day(today)
    return _first_ahead(months, context.clock, is_fixed=False)


def _quarter(found: Found, context: Context) -> Said:
    today, number = context.clock.today, found.value("day") or found.value("ordinal")
    if number > 4 or found.value("unit", "quarter") != "quarter":
        return None
    if year := _year(found):
        return Day(date(year, 3 * number - 2, 1))
    first = date(today.year, 3 * number - 2, 1)
    if first <= today <= _last_of(first, "quarter"):
        return Day(today)
    return Day(first if first > today else add_months(first, 12)), Surroundings.CLAUSE_END


def _holiday(found: Found, context: Context) -> Said:
    month, number = map(int, found.value("holiday").split("-"))
    year, today = _year(found), context.clock.today
    day = valid_date(year, month, number) if year else next_day_of_year(today, month, number)
    surroundings = Surroundings.ANY if found.has("link") else Surroundings.CLAUSE_END
    return (Day(day), surroundings) if day else None


# --- Written dates


def _written(found: Found, context: Context) -> Said:
    """ "31/12", "12/31/2027", "31.12.2027", "2027/12/31", "12/2027"; which number is the day is a setting."""
    today, surroundings = context.clock.today, Surroundings.ANY
    if found.has("month_year"):
        year, month = sorted(found.value("month_year"), reverse=True)
        day = valid_date(year, month, 1)
    elif found.has("year_first"):
        day = valid_date(*found.value("year_first"))
    elif found.has("date"):
        first, second, year, has_dots = found.value("date")
        month, number = _in_order(first, second, day_first=context.day_first or has_dots)
        day = valid_date(year, month, number)
    else:
        said = next(name for name in ("slash", "dotted_day", "dotted_date") if found.has(name))
        month, number = _in_order(*found.value(said), day_first=context.day_first or said != "slash")
        day = next_day_of_year(today, month, number)
        if said == "dotted_date" and (day is None or day.weekday() != found.value("weekday")):
            return None  # "do 14.12": a date if both agree, else a time
        is_fraction = "fraction" in found.within(said)[0]
        surroundings = Surroundings.TEXT_END if is_fraction else Surroundings.CLAUSE_END
    return (Day(day), Surroundings.ANY if found.has("link") else surroundings) if day else None


def _in_order(first: int, second: int, *, day_first: bool) -> tuple[int, int]:
    """Month and day; the other way round where a month over 12 shows that it was meant so."""
    month, day = (second, first) if day_first else (first, second)
    return (day, month) if month > 12 >= day else (month, day)


def _iso(found: Found, context: Context) -> Said:
    """ISO 8601: a date, or a date and time; without an offset the time is on the person's clock."""
    said: str = found.value("iso")
    if len(said) == len("2026-12-01"):
        return Day(date.fromisoformat(said))
    stated = datetime.fromisoformat(said.replace(" ", "T"))
    if stated.tzinfo:
        return Moment(stated.astimezone(context.clock.zone).replace(second=0, microsecond=0))
    return Moment(context.clock.moment(stated.date(), stated.hour * 60 + stated.minute))


# --- Amounts


def _ahead(found: Found, context: Context) -> Said:
    """An amount: "in 3 days", "in 1 hour and 15 minutes", "2 weeks from now", "+5 days"."""
    return _in_time(later(context.clock, read_amount(found.within("amount"))))


def _ago(found: Found, context: Context) -> Said:
    value = _in_time(later(context.clock, read_amount(found.within("amount")), -1))
    return (value, Surroundings.TEXT_END) if value else None


def _in_time(moment: date | datetime | None) -> Day | Moment | None:
    if moment is None:
        return None
    return Moment(moment) if isinstance(moment, datetime) else Day(moment)


def _amount_from(found: Found, context: Context) -> Said:
    """ "a week from friday", "three days after christmas"."""
    start = _said_day(found, context)
    if start is None:
        return None
    clock = replace(context.clock, now=context.clock.moment(start.date, 12 * 60))
    return _in_time(later(clock, _amount(found)))


def _amount_before(found: Found, context: Context) -> Said:
    """ "2 days before dec 20", "the night before dec 20": a day, and none that is past already."""
    start = _said_day(found, context)
    if start is None:
        return None
    clock = replace(context.clock, now=context.clock.moment(start.date, 12 * 60))
    day = later(clock, _amount(found), -1)
    if day is None or isinstance(day, datetime) or day < context.clock.today:
        return None
    return Day(day, _part(found))


def _amount(found: Found) -> list[Amount]:
    """What is said to lie between; "the day after friday" says none and means one day."""
    return list(read_amount(found.within("amount"))) if found.has("amount") else [(1, "day")]


def _said_day(found: Found, context: Context) -> Day | None:
    """The day that an amount counts from."""
    readers: Mapping[str, Read] = {
        "near": _near,
        "month": _named_day,
        "weekday": _weekday,
        "holiday": _holiday,
        "dotted_day": _written,
    }
    said = next(read(found, context) for name, read in readers.items() if found.has(name))
    day = said[0] if isinstance(said, tuple) else said
    return day if isinstance(day, Day) else None


def _now(found: Found, context: Context) -> Said:
    return Moment(context.clock.now.replace(second=0, microsecond=0)), Surroundings.TEXT_END


DAY_READERS: Mapping[str, Read] = {
    "day.near": _near,
    "day.part_of_today": _part_of_today,
    "day.weekday": _weekday,
    "day.weekday_week": _weekday_week,
    "day.weekday_after_next": _weekday_week,
    "day.numbered_day": _numbered_day,
    "day.old_day": _old_day,
    "day.period_after_next": _period_after_next,
    "day.named_day": _named_day,
    "day.day_of_month": _day_of_month,
    "day.week_of": _week_of,
    "day.day_of_which_month": _day_of_which_month,
    "day.weekday_and_day": _weekday_and_day,
    "day.nth_weekday": _nth_weekday,
    "day.nth_week": _nth_week,
    "day.last_day": _nth_day,
    "day.edge": _edge,
    "day.ahead": _ahead,
    "day.ago": _ago,
    "day.amount_from": _amount_from,
    "day.amount_before": _amount_before,
    "day.weekdays_from_now": _weekdays_from_now,
    "day.period": _period,
    "day.periods": _periods,
    "day.month": _month,
    "day.quarter": _quarter,
    "day.weekend": _weekend,
    "day.holiday": _holiday,
    "day.written": _written,
    "day.iso": _iso,
    "day.now": _now,
    "day.day_range": _day_range,
}
