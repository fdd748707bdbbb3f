"""What phrases that name a time of day mean: "at 5pm", "17:00", "noon", "half past three", "2-4pm"."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from todo.language.phrases import Context, DayPart, Read, Surroundings, TimeRange, WallTime
from todo.language.templates import Found
from todo.language.vocabulary import PartOfDay


@dataclass(frozen=True, slots=True)
class TimeList:
    """Several times of a day, in minutes after its start: what a recurrence can hold and a single due date can't."""

    minutes: tuple[int, ...]


Said = WallTime | DayPart | TimeRange | TimeList | tuple[WallTime | DayPart | TimeRange | TimeList, Surroundings] | None

_NOON, _DAY = 12 * 60, 24 * 60
_NAMED = {"noon": _NOON, "midnight": _DAY}
_HALF_DAYS = {"am": 0, "pm": _NOON}
_LATEST_AFTER_NOON = 7  # without am or pm, hours from 1 to this one are after noon


def of_part(time: WallTime, part: PartOfDay) -> WallTime:
    """An open time as meant in a part of the day: "at 8" in the evening is 20:00, "at 2" at night is past midnight."""
    if not time.open:
        return time
    minutes = time.minutes % _NOON
    if part == "morning":
        return WallTime(minutes)
    if part == "lunch":
        return WallTime(minutes + (0 if minutes >= 10 * 60 else _NOON))
    is_after_midnight = part == "night" and minutes < 5 * 60
    return WallTime(minutes + (_DAY if is_after_midnight else _NOON))


def _clock_time(found: Found, context: Context) -> Said:
    if name := found.value("named_time"):
        surroundings = Surroundings.ANY if found.has("at") else Surroundings.TEXT_END
        return WallTime(_NAMED[name]), surroundings
    is_exact = context.words.exact_clock and found.has("clock") and not found.has("in_part")
    time = _stated(found, "hour", "clock", "dotted_time", half="half_day", is_exact=is_exact)
    return _marked_hour(time, found) if found.has("hour_mark") else _in_part(time, found)


def _marked_hour(time: WallTime | None, found: Found) -> Said:
    """ "15h", "8 Uhr 15": hours of work unless it is tied to the task or to a day."""
    is_sure = found.has("time_link") or found.has("clock") or found.value("hour_mark") == "clock"
    if time is None or (found.has("at") and not is_sure):  # "for 1h" is how long it takes
        return None
    has_minute = found.has("minute")
    time = _in_part(replace(time, minutes=time.minutes + found.value("minute")) if has_minute else time, found)
    surroundings = Surroundings.UNCOUNTED if has_minute else Surroundings.ANY
    return (time, surroundings if is_sure else Surroundings.AFTER_DAY) if time else None


def _stated(found: Found, *names: str, half: str, is_exact: bool = False) -> WallTime | None:
    """The hour and minute that stand under one of the names, with or without am or pm."""
    name = next(name for name in names if found.has(name))
    said = found.value(name)
    hour, minute, is_told = said if len(said) == 3 else (said[0], 0, said[1])
    return _wall_time(hour, minute, is_exact or is_told, found.value(half))


def _wall_time(hour: int, minute: int, is_exact: bool, half_day: str | None) -> WallTime | None:
    """`is_exact`: counted to 24, as a leading zero or an hour over 12 shows."""
    if half_day:
        return WallTime(hour % 12 * 60 + minute + _HALF_DAYS[half_day]) if 1 <= hour <= 12 else None
    if hour > 23:
        return None
    is_open = 1 <= hour <= 12 and not is_exact
    return WallTime((hour + 12 if is_open and hour <= _LATEST_AFTER_NOON else hour) * 60 + minute, is_open)


def _in_part(time: WallTime | None, found: Found) -> WallTime | None:
    """With "in the evening" or "in the pm" said of it."""
    if time is None or not found.has("in_part"):
        return time
    for token in found.within("in_part"):
        if part := token.get("part", token.get("parts")):
            return of_part(time, part)
        if "half_day" in token and time.open:
            return WallTime(time.minutes % _NOON + _HALF_DAYS[token["half_day"]])
    return time


def _spoken_time(found: Found, context: Context) -> Said:
    """ "half past three", "quarter to four", "20 minutes past 3pm", "half three"."""
    time: WallTime | None = WallTime(_NAMED[found.value("named_time")]) if found.has("named_time") else None
    time = time or _in_part(_stated(found, "hour", half="half_day"), found)
    minutes = found.value("spoken") or found.value("number")
    is_told = found.has("at") or found.has("half_day") or found.has("minutes") or found.has("named_time")
    if time is None or minutes is None or minutes > 59:
        return None
    is_read = is_told or found.has("spoken")
    if not is_read and found.value("past") < 0 and minutes <= found.value("hour")[0]:
        return None  # "ten to twelve" may be pages, "twenty to nine" may not
    offset = _offset(found, minutes, context.words.half_step)
    surroundings = Surroundings.ANY if is_told else Surroundings.CLAUSE_END
    if (
        context.words.half_step < 0 and not is_told and "spelled" in found.all_tokens[-1]
    ):  # "halb sieben" counts nothing
        surroundings = Surroundings.UNCOUNTED
    surroundings = surroundings if is_read else Surroundings.BESIDE_DAY
    return WallTime((time.minutes + offset) % (_DAY + 1), time.open), surroundings


def _offset(found: Found, minutes: int, half_step: int) -> int:
    """Minutes after the hour that is named: "halb vier" and "dreiviertel vier" are parts of the hour up to it."""
    if found.has("past"):
        return int(found.value("past")) * minutes
    return minutes if half_step > 0 else minutes - 60


def _linked_hour(found: Found, context: Context) -> Said:
    """An hour such as "at 8". Not before a noun: "at 5 Oak Street" is a place; "by 5" and "for 5" count something,
    unless a day beside it shows that "by 5" is a time.
    """
    if found.has("at") and not found.has("time_link") and not found.has("in_part") and not found.has("dotted_time"):
        is_for = any("=for" in token for token in found.within("at"))
        time = None if is_for else _stated(found, "hour", half="half_day")
        return (time, Surroundings.BESIDE_DAY) if time else None
    if found.has("minute") and not found.has("time_link") and not found.has("in_part"):
        return _spoken_minutes(found)
    is_dotted_alone = found.has("dotted_time") and not found.has("at")
    if not found.has("time_link") and not found.has("in_part") and not is_dotted_alone:
        return None
    surroundings = Surroundings.ANY if found.has("in_part") else Surroundings.CLAUSE_END
    if is_dotted_alone:  # "thu 14.30"
        surroundings = Surroundings.AFTER_DAY
    is_exact = is_dotted_alone and context.words.exact_clock
    time = _stated(found, "hour", "dotted_time", half="half_day", is_exact=is_exact)
    if time and found.has("minute"):  # at 3 15
        time = WallTime(time.minutes + found.value("minute"), time.open)
        if found.value("minute") % 5 == 0 and surroundings is Surroundings.CLAUSE_END:
            surroundings = Surroundings.UNCOUNTED
    time = _in_part(time, found)
    return (time, surroundings) if time else None


def _spoken_minutes(found: Found) -> Said:
    """ "thursday 19 30", "6 45 am": how voice typing writes times. Without am or pm only what is no day and month."""
    time = _stated(found, "hour", half="half_day")
    minute = found.value("minute")
    if time is None:
        return None
    time = WallTime(time.minutes + minute, time.open)
    if found.has("half_day"):
        return time
    is_time = found.value("hour")[0] > 12 and not 1 <= minute <= 12
    return (time, Surroundings.AFTER_DAY) if is_time and not found.has("at") else None


def _compact_time(found: Found, context: Context) -> Said:
    """ "at 1530", "tomorrow 0900"; after neither a link nor a day it is a number."""
    hour, minute, is_exact = found.value("compact_time")
    is_exact = is_exact and len(found.within("compact_time")) == 1
    time = _in_part(_wall_time(hour, minute, is_exact and hour == 0, found.value("half_day")), found)
    return (time, Surroundings.CLAUSE_END if found.has("at") else Surroundings.AFTER_DAY) if time else None


def _part_of_day(found: Found, context: Context) -> Said:
    return DayPart(found.value("part"))


def _meal(found: Found, context: Context) -> Said:
    """ "at lunch"; other parts of the day are no moments: "at night"."""
    return DayPart("lunch") if found.value("part") == "lunch" else None


def _beside_day(found: Found, context: Context) -> Said:
    """ "first thing tomorrow"."""
    return DayPart(found.value("first_thing")), Surroundings.BESIDE_DAY


def _time_range(found: Found, context: Context) -> Said:
    """ "2-4pm", "9:30 - 11:00", "10am to 11am"; what is said of its end holds for its beginning too."""
    start, end = (_range_edge(found, edge) for edge in ("from", "until"))
    if start is None or end is None or not (_is_told(found) or found.has("opener") or found.has("between")):
        return None
    start, end = _in_part(start, found) or start, _in_part(end, found) or end
    if start.open and not end.open:  # 2-4pm, but 11-1pm
        start = WallTime(start.minutes % _NOON + end.minutes // _NOON * _NOON)
        start = WallTime(start.minutes - _NOON) if start.minutes > end.minutes >= _NOON else start
    minutes = (end.minutes - start.minutes) % (_NOON if end.open else _DAY)
    if not minutes:
        return None
    # "Pages from 8 to 9" are no times unless a day stands beside them.
    return TimeRange(start, minutes), Surroundings.ANY if _is_told(found) else Surroundings.BESIDE_DAY


def _range_edge(found: Found, edge: str) -> WallTime | None:
    said = found.value(edge)
    if isinstance(said, str):
        return WallTime(_NAMED[said])
    if found.has(f"{edge}_mark"):
        return WallTime(60 * said[0])
    return _stated(found, edge, half=f"{edge}_half")


def _is_told(found: Found) -> bool:
    """Whether it is sure that the numbers are times, and not "pages 5 to 9"."""
    marks = ("from_half", "until_half", "from_mark", "until_mark", "in_part")
    tokens = (*found.within("from"), *found.within("until"))
    return any(map(found.has, marks)) or any({"clock", "named_time"} & token.keys() for token in tokens)


def _hours(found: Found, context: Context) -> Said:
    """ "at 10, 12 and 17"."""
    hours = [said[0] for said in found.values("hours")]
    if not found.has("time_link") or len(hours) < 2 or max(hours) > 23:
        return None
    return TimeList(tuple(60 * hour for hour in hours)), Surroundings.CLAUSE_END


TIME_READERS: Mapping[str, Read] = {
    "time.clock_time": _clock_time,
    "time.spoken_time": _spoken_time,
    "time.linked_hour": _linked_hour,
    "time.compact_time": _compact_time,
    "time.part_of_day": _part_of_day,
    "time.meal": _meal,
    "time.beside_day": _beside_day,
    "time.time_range": _time_range,
    "time.hours": _hours,
}
