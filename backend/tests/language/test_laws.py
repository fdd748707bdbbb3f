"""Laws of dates: what is taken leaves nothing behind, wall clocks hold, rules go on from day to day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from language.reading import read
from language.test_properties import MOMENTS, ZONES
from todo.language import parse_quick_add, read_when
from todo.language.recurrence.engine import next_occurrence

WORDS = {
    "en": ["buy", "milk", "water", "roses", "call", "grandma", "cake"],
    "de": ["Milch", "kaufen", "Rosen", "gießen", "Kuchen", "anrufen"],
    "es": ["comprar", "leche", "regar", "rosas", "pastel", "llamar"],
}
WHEN = {
    "en": [
        *(
            "tomorrow",
            "on friday",
            "next week",
            "in 3 days",
            "dec 3",
            "tonight",
            "at 5pm",
            "friday 6pm",
            "5ish tomorrow",
        ),
        *(
            "every monday",
            "on tuesday nights",
            "in a fortnight",
            "2 days before dec 20",
            "first thing friday",
            "by eod",
        ),
        *("monday to friday", "2-4pm", "friday 6pm 90 min", "every other week", "this weekend"),
    ],
    "de": [
        *("morgen", "am Freitag", "nächste Woche", "in 3 Tagen", "3.12.", "heute Abend", "um 17 Uhr", "Fr 18:00"),
        *("jeden Montag", "dienstags abends", "am Monatsletzten", "7.-9.12.", "so gegen 5", "übernächsten Dienstag"),
        *("heute in einer Woche", "um 8 Uhr 15", "morgen um dreiviertel 3", "am Wochenende"),
    ],
    "es": [
        *("mañana", "el viernes", "la semana que viene", "en 3 días", "3/12", "esta noche", "a las 17h", "vie 18:00"),
        *("cada lunes", "un viernes sí y otro no", "a fin de mes", "del 7 al 9/12", "a eso de las 5", "a mediodía"),
        *("de aquí a dos semanas", "el 1 de cada mes", "mañana a primera hora", "este finde"),
    ],
}
LINES = st.sampled_from(list(WORDS)).flatmap(
    lambda code: st.tuples(
        st.just(code),
        st.lists(st.sampled_from(WORDS[code]), min_size=1, max_size=4).map(" ".join),
        st.sampled_from(WHEN[code]),
    )
)
calmly = settings(deadline=None)


@calmly
@given(LINES)
@example(("en", "buy milk", "friday 6pm 90 min"))
def test_a_title_is_what_was_written_before_the_date_and_holds_no_other(line: tuple[str, str, str]) -> None:
    code, title, when = line
    task = read(f"{title} {when}", language_code=code)
    assert task.title == title
    assert task.due is not None
    again = read(task.title, language_code=code)
    assert (again.title, again.spans) == (title, ())


@calmly
@given(LINES, ZONES, MOMENTS)
def test_title_and_spans_make_up_the_text(line: tuple[str, str, str], zone: str, now: datetime) -> None:
    code, title, when = line
    text = f"{title} {when}"
    task = parse_quick_add(text, now=now, time_zone=zone, language_code=code)
    letters = sorted("".join([task.title, *(span.text for span in task.spans)]).replace(" ", ""))
    assert letters == sorted(text.replace(" ", ""))


@calmly
@given(LINES, st.sampled_from(["upper", "title"]))
def test_the_case_of_a_date_changes_nothing(line: tuple[str, str, str], case: str) -> None:
    code, _, when = line
    plain, other = (read(f"x {said}", language_code=code) for said in (when, getattr(when, case)()))
    assert (plain.due, plain.deadline, plain.duration_minutes) == (other.due, other.deadline, other.duration_minutes)


# --- Clocks


@calmly
@given(MOMENTS, ZONES, st.integers(0, 23), st.integers(0, 59))
@example(datetime(2026, 3, 28, 9, tzinfo=UTC), "Europe/Berlin", 2, 30)
@example(datetime(2026, 10, 24, 9, tzinfo=UTC), "Europe/Berlin", 2, 30)
def test_tomorrow_at_a_time_shows_that_time_on_the_wall(now: datetime, zone: str, hour: int, minute: int) -> None:
    task = parse_quick_add(f"x morgen um {hour:02}:{minute:02}", now=now, time_zone=zone, language_code="de")
    assert task.due is not None
    assert task.due.at is not None
    tomorrow = now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1)
    meant = datetime(tomorrow.year, tomorrow.month, tomorrow.day, hour, minute, tzinfo=ZoneInfo(zone))
    assert task.due.at.astimezone(UTC) == meant.astimezone(UTC)


@calmly
@given(MOMENTS, ZONES, st.integers(1, 300))
def test_hours_from_now_are_hours_that_pass(now: datetime, zone: str, hours: int) -> None:
    for code, text in (("en", f"x in {hours} hours"), ("de", f"x in {hours} Stunden"), ("es", f"x en {hours} horas")):
        due = parse_quick_add(text, now=now, time_zone=zone, language_code=code).due
        assert due is not None
        assert due.at is not None
        assert due.at.astimezone(UTC) == now.replace(second=0, microsecond=0) + timedelta(hours=hours)


@calmly
@given(MOMENTS, ZONES, st.integers(1, 400))
def test_days_from_now_are_days_of_the_calendar(now: datetime, zone: str, days: int) -> None:
    due = parse_quick_add(f"x in {days} days", now=now, time_zone=zone).due
    assert due is not None
    assert due.date == now.astimezone(ZoneInfo(zone)).date() + timedelta(days=days)


@calmly
@given(MOMENTS, ZONES, st.integers(1, 60), st.dates(date(2091, 1, 1), date(2150, 1, 1)))
def test_days_before_a_day_are_that_many(now: datetime, zone: str, days: int, day: date) -> None:
    text = f"x {days} days before {day:%B} {day.day} {day.year}"
    due = parse_quick_add(text, now=now, time_zone=zone).due
    assert due is not None
    assert due.date == day - timedelta(days=days)


# --- An hour alone


@calmly
@given(MOMENTS, ZONES, st.integers(1, 12))
def test_an_hour_on_another_day_does_not_depend_on_the_hour_it_is_said(now: datetime, zone: str, hour: int) -> None:
    when = read_when(f"at {hour}", now=now, time_zone=zone)
    assert when is not None
    assert when.time_only
    assert when.wall is not None
    assert (when.wall.hour, when.wall.minute) == (hour + 12 if hour <= 7 else hour, 0)


@pytest.mark.parametrize(("text", "wall"), [("at 10", "10:00"), ("at 5", "17:00"), ("10pm", "22:00"), ("friday", None)])
def test_the_wall_time_of_what_was_said(text: str, wall: str | None) -> None:
    when = read_when(text, now=datetime(2026, 11, 25, 10, 30, tzinfo=UTC), time_zone="UTC")
    assert when is not None
    assert (f"{when.wall:%H:%M}" if when.wall else None) == wall


# --- Rules

RULES = st.sampled_from(
    [
        *("every day at 9:30", "every monday at 7am", "every weekday at 8pm", "every 2 weeks", "on tuesday nights"),
        *("every month on the 31st", "every last friday of the month at 3pm", "every 3rd friday", "every 10 days"),
        *("yearly on march 3", "every other friday", "every 15th and last day", "every quarter"),
    ]
)


@calmly
@given(RULES, MOMENTS, ZONES)
@example("every day at 9:30", datetime(2026, 3, 28, 9, tzinfo=UTC), "Europe/Berlin")
def test_a_rule_goes_on_from_its_first_day_and_keeps_its_time(rule: str, now: datetime, zone: str) -> None:
    task = parse_quick_add(f"x {rule}", now=now, time_zone=zone)
    assert task.recurrence is not None
    assert task.due is not None
    last = task.due.at or task.due.date
    assert last is not None
    walls = set()
    for _ in range(4):
        following = next_occurrence(task.recurrence, last)
        assert following is not None
        if isinstance(last, datetime):
            assert isinstance(following, datetime)
            assert following.astimezone(UTC) > last.astimezone(UTC)
            walls.add(following.hour * 60 + following.minute)
        else:
            assert not isinstance(following, datetime)
            assert following > last
        last = following
    # A clock change may skip the time, which then comes an hour later once.
    assert len(walls) <= 2


@calmly
@given(RULES, MOMENTS, ZONES)
def test_the_first_day_of_a_rule_is_one_of_its_days(rule: str, now: datetime, zone: str) -> None:
    task = parse_quick_add(f"x {rule}", now=now, time_zone=zone)
    assert task.recurrence is not None
    assert task.due is not None
    first = task.due.at or task.due.date
    assert first is not None
    before = first - timedelta(days=1)
    assert next_occurrence(task.recurrence, before) == first
