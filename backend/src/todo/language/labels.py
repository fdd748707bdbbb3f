"""Short words for what was read, as a chip shows them: "Thu 26 Nov", "17:00"."""

from datetime import date, datetime

from todo.language.clock import Clock
from todo.language.vocabulary import Vocabulary


def day_label(day: date, clock: Clock, words: Vocabulary) -> str:
    """Either "Today", "Tomorrow" or the date; with its year when that is not this one."""
    if 0 <= (days := (day - clock.today).days) < len(words.near_day_names):
        return words.near_day_names[days]
    label = f"{words.weekday_names[day.weekday()]} {day.day} {words.month_names[day.month - 1]}"
    return label if day.year == clock.today.year else f"{label} {day.year}"


def time_label(at: datetime) -> str:
    return f"{at:%H:%M}"


def moment_label(at: datetime, clock: Clock, words: Vocabulary) -> str:
    return f"{day_label(at.date(), clock, words)} {time_label(at)}"
