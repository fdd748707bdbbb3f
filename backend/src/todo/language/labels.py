"""Short words for what was read, as a chip shows them: "Thu 26 Nov", "17:00"."""

from datetime import date, datetime, timedelta

from todo.language.clock import Clock
from todo.language.grammar import Language


def day_label(day: date, clock: Clock, words: Language) -> str:
    """Either "Today", "Tomorrow" or the date; with its year when that is not this one."""
    if 0 <= (days := (day - clock.today).days) < len(words.near_day_names):
        return words.near_day_names[days]
    label = words.say["day_label"].format(
        weekday=words.weekday_names[day.weekday()], day=day.day, month=words.month_names[day.month - 1]
    )
    return label if day.year == clock.today.year else f"{label} {day.year}"


def time_label(at: datetime, *, twelve_hour: bool = False) -> str:
    """ "17:00", or "5 pm" and "5:30 pm" on a 12-hour clock."""
    if not twelve_hour:
        return f"{at.hour:02}:{at.minute:02}"  # strftime takes ten times as long
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"


def moment_label(at: datetime, clock: Clock, words: Language, *, twelve_hour: bool = False) -> str:
    return f"{day_label(at.date(), clock, words)} {time_label(at, twelve_hour=twelve_hour)}"


def range_label(start: datetime, minutes: int, *, twelve_hour: bool = False) -> str:
    """ "14:00-16:00"."""
    end = start + timedelta(minutes=minutes)
    return f"{time_label(start, twelve_hour=twelve_hour)}-{time_label(end, twelve_hour=twelve_hour)}"


def duration_label(minutes: int) -> str:
    """ "1 h 30 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)
