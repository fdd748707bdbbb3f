"""Phrases that name a time of day: "at 5pm", "17:00", "noon", "in the morning"."""

import re
from functools import cache

from todo.language.clock import Clock
from todo.language.phrases import DayPart, Rule, Surroundings, WallTime
from todo.language.text import SPACE
from todo.language.vocabulary import PartOfDay, Vocabulary, one_of, phrase_pattern

_LINK = rf"(?P<link>(?:due:?{SPACE})?(?:(?:at|by|before|around|for)(?:{SPACE}(?:about|around))?{SPACE}|@\s*+))?"
_MINUTE = r"(?P<minute>[0-5][0-9])"
_HALF_DAYS = {"am": 0, "pm": 12 * 60}
_NOON, _DAY = 12 * 60, 24 * 60


@cache
def time_rules(words: Vocabulary) -> tuple[Rule, ...]:
    """The rules for times of day in this language."""
    return (_twelve_hour(), _twenty_four_hour(words), _bare_hour(words), _named(words), _part_of_day(words))


def of_part(time: WallTime, part: PartOfDay) -> WallTime:
    """An open time as meant in a part of the day: "at 8" in the evening is 20:00, "at 2" at night is past midnight."""
    if not time.open:
        return time
    minutes = time.minutes % _NOON
    if part == "morning":
        return WallTime(minutes)
    is_after_midnight = part == "night" and minutes < 5 * 60
    return WallTime(minutes + (_DAY if is_after_midnight else _NOON))


def _twelve_hour() -> Rule:
    half_day = r"(?P<half_day>a\.m\.?|p\.m\.?|am|pm)"
    pattern = phrase_pattern(rf"{_LINK}(?P<hour>0?[1-9]|1[0-2])(?:[:.]{_MINUTE})?\s?+{half_day}")

    def read(match: re.Match[str], clock: Clock) -> WallTime:
        half_day = _HALF_DAYS[match["half_day"].lower().replace(".", "")]
        return WallTime(int(match["hour"]) % 12 * 60 + int(match["minute"] or 0) + half_day)

    return Rule(pattern, read)


def _twenty_four_hour(words: Vocabulary) -> Rule:
    pattern = phrase_pattern(rf"{_LINK}(?P<hour>[01]?[0-9]|2[0-3]):{_MINUTE}(?::[0-5][0-9])?{_suffix(words)}")
    return Rule(pattern, lambda match, clock: _hour_and_minute(match, words))


def _bare_hour(words: Vocabulary) -> Rule:
    """An hour such as "at 8", "at 17", "at 8 o'clock". Not before a noun: "at 5 Oak Street" is a place."""
    link = rf"(?P<link>(?:due:?{SPACE})?(?:at{SPACE}(?:(?:about|around){SPACE})?|@\s*+))"
    hour = r"[01]?[0-9]|2[0-3]"
    at_hour = rf"{link}(?P<hour>{hour})(?P<exact>{SPACE}o'?clock)?{_suffix(words)}"
    pattern = phrase_pattern(at_hour)

    def surroundings(match: re.Match[str]) -> Surroundings:
        return Surroundings.ANY if match["exact"] or match["part"] else Surroundings.CLAUSE_END

    return Rule(pattern, lambda match, clock: _hour_and_minute(match, words), surroundings)


def _suffix(words: Vocabulary) -> str:
    return rf"(?:{SPACE}in{SPACE}the{SPACE}(?P<part>{one_of(words.parts_of_day)}))?"


def _hour_and_minute(match: re.Match[str], words: Vocabulary) -> WallTime:
    """Without am or pm, hours 1 to 7 are after noon; a leading zero ("07:30") or an hour over 12 counts to 24."""
    said, part = match["hour"], match["part"]
    hour = int(said)
    minute = int(match.groupdict().get("minute") or 0)
    is_open = 1 <= hour <= 12 and not said.startswith("0")
    time = WallTime((hour + 12 if is_open and hour <= 7 else hour) * 60 + minute, is_open)
    return of_part(time, words.parts_of_day[part.lower()]) if part else time


def _named(words: Vocabulary) -> Rule:
    pattern = phrase_pattern(rf"{_LINK}(?P<name>{one_of(words.named_times)})")

    def surroundings(match: re.Match[str]) -> Surroundings:
        return Surroundings.ANY if match["link"] else Surroundings.TEXT_END

    return Rule(pattern, lambda match, clock: WallTime(words.named_times[match["name"].lower()]), surroundings)


def _part_of_day(words: Vocabulary) -> Rule:
    pattern = phrase_pattern(rf"(?P<link>in{SPACE}the{SPACE})(?P<part>{one_of(words.parts_of_day)})")
    return Rule(pattern, lambda match, clock: DayPart(words.parts_of_day[match["part"].lower()]))
