"""A recurrence from its parts: their order does not matter, it begins ahead, and its end is kept, in every language."""

import itertools
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from language.reading import CLOCK, ZONE, read, say_due
from todo.language import QuickAdd
from todo.language.recurrence import next_occurrence
from todo.language.recurrence.placing import until

# A rule, a start, an end, a time and a length, each written so that it stands alone.
PARTS = {
    "en": (
        ["every day", "every mon and thu", "every 3rd friday", "every 2 weeks", "monthly on the 15th", "every march 3"],
        ["", "starting dec 8", "from next monday", "beginning 2027-01-31"],
        ["", "until feb 20 2029", "ten times", "ending 2029-06-30"],
        ["", "at 9am", "at 17:30"],
        ["", "for 45min"],
    ),
    "de": (
        ["jeden Tag", "jeden Mo und Do", "alle 2 Wochen", "jeden Monat am 15.", "jeden dritten Freitag"],
        ["", "ab 8. Dezember", "beginnend am 1.2.2027"],
        ["", "bis 20. Februar 2029", "zehn mal"],
        ["", "um 9:00", "um 17:30"],
        ["", "für 45 Minuten"],
    ),
    "es": (
        ["cada día", "cada lunes y jueves", "cada 2 semanas", "cada mes el día 15", "cada tercer viernes"],
        ["", "a partir del 8 de diciembre", "desde el 1/2/2027"],
        ["", "hasta el 20 de febrero de 2029", "diez veces"],
        ["", "a las 9:00", "a las 17:30"],
        ["", "durante 45 minutos"],
    ),
}


def meaning(task: QuickAdd) -> tuple[object, ...]:
    return (task.title, task.due, task.recurrence, task.duration_minutes)


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """A language, the parts of a recurrence in it, and the same in another order."""
    code = draw(st.sampled_from(sorted(PARTS)))
    parts = [part for options in PARTS[code] if (part := draw(st.sampled_from(options)))]
    return code, parts, draw(st.permutations(parts))


@settings(deadline=None)
@given(lines())
def test_the_parts_of_a_recurrence_may_stand_in_any_order(line: tuple[str, list[str], list[str]]) -> None:
    code, parts, other = line
    one, two = (read(f"Gym, {', '.join(order)}", language_code=code) for order in (parts, other))
    assert one.recurrence is not None
    assert meaning(one) == meaning(two)
    assert one.title == "Gym"


MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])


@settings(deadline=None)
@given(lines(), MOMENTS, ZONES)
@example(("en", ["every day", "at 9am"], []), datetime(2026, 11, 25, 14, tzinfo=UTC), "America/New_York")
def test_it_begins_ahead_with_an_occurrence_of_its_own(
    line: tuple[str, list[str], list[str]], now: datetime, zone: str
) -> None:
    code, parts, _ = line
    local = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    task = read(" ".join(["Gym", *parts]), local.isoformat(), zone, language_code=code)
    if task.recurrence is None or task.due is None:  # its end lay before its start
        return
    start = task.recurrence.start
    assert start == (task.due.at or task.due.date)
    if isinstance(start, datetime):
        assert start.astimezone(UTC) >= now.replace(second=0, microsecond=0)
    else:
        assert start >= local.date()
    following = next_occurrence(task.recurrence, start)
    assert following is None or (following > start) is True


@pytest.mark.parametrize("code", sorted(PARTS))
def test_putting_back_one_part_leaves_what_the_others_mean(code: str) -> None:
    rules, _, ends, times, lengths = PARTS[code]
    rule, end, time, length = rules[1], ends[1], times[1], lengths[1]
    text = f"Gym {rule} {end} {time} {length}"
    for part, rest in ((end, (rule, time, length)), (time, (rule, end, length)), (length, (rule, end, time))):
        at = text.index(part)
        put_back = read(text, language_code=code, rejected=[(at, at + len(part))])
        without = read(f"Gym {' '.join(rest)}", language_code=code)
        assert meaning(put_back)[1:] == meaning(without)[1:], part
        assert put_back.title == f"Gym {part}"


@pytest.mark.parametrize(("code", "text"), [("en", "dec 8"), ("de", "am 8. Dezember"), ("es", "el 8 de diciembre")])
def test_without_its_rule_a_recurrence_is_a_day(code: str, text: str) -> None:
    rule = PARTS[code][0][0]
    task = read(f"Gym {rule} {text}", language_code=code, rejected=[(4, 4 + len(rule))])
    assert (task.recurrence, say_due(task.due), task.title) == (None, "2026-12-08", f"Gym {rule}")


# --- Ends


def test_an_end_is_of_the_type_of_the_start() -> None:
    last = date(2026, 12, 20)
    assert until(last, date(2026, 12, 1), CLOCK) == last
    end = until(last, datetime(2026, 12, 1, 9, tzinfo=ZoneInfo(ZONE)), CLOCK)
    assert end == datetime(2026, 12, 20, 22, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Gym every day for 3 days", date(2026, 11, 27)),
        ("Gym every day for a week starting dec 1", date(2026, 12, 7)),
        ("Gym every day for 1 month starting jan 31", date(2027, 2, 27)),
        ("Gym every day until friday", date(2026, 11, 27)),
        ("Gym every day for 3 days until dec 24", date(2026, 12, 24)),
    ],
)
def test_the_last_day(text: str, last: date) -> None:
    task = read(text)
    assert task.recurrence is not None
    assert (task.recurrence.rule.until, task.title) == (last, "Gym")


@pytest.mark.parametrize("order", [*itertools.permutations(["every month", "starting jan 31", "3 times"])])
def test_a_start_at_the_end_of_a_month_and_a_count(order: tuple[str, ...]) -> None:
    task = read(f"Rent {' '.join(order)}")
    assert task.recurrence is not None
    days, day = [], date(2027, 1, 1)
    while found := next_occurrence(task.recurrence, day):
        day = found.date() if isinstance(found, datetime) else found
        days.append(str(day))
    assert days == ["2027-01-31", "2027-02-28", "2027-03-31"]
