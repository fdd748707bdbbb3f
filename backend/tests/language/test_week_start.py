"""Weeks begin on the day that the person has chosen: what follows it, and what does not."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import FindTasks, parse_command, parse_quick_add, read_day, read_when
from todo.language.clock import Clock
from todo.language.conversation import read_plan
from todo.language.filters import Dated, parse_filter

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
ZONE = "Europe/Berlin"
WEDNESDAY = datetime(2026, 11, 25, 10, 0, tzinfo=ZoneInfo(ZONE))
ON_SUNDAY = datetime(2026, 11, 29, 10, 0, tzinfo=ZoneInfo(ZONE))
STARTS = st.integers(0, 6)
MOMENTS = st.integers(0, 8 * 366 * 24).map(lambda hours: WEDNESDAY + timedelta(hours=hours))


def day_of(text: str, week_start: int, now: datetime = WEDNESDAY, code: str = "en") -> date | None:
    found = parse_quick_add(f"x {text}", now=now, time_zone=ZONE, week_start=week_start, language_code=code)
    return found.due.day if found.due else None


@pytest.mark.parametrize(
    ("text", "monday", "sunday", "saturday"),
    [
        ("next week", date(2026, 11, 30), date(2026, 11, 29), date(2026, 11, 28)),
        ("this week", date(2026, 11, 29), date(2026, 11, 28), date(2026, 11, 27)),
        ("end of the week", date(2026, 11, 29), date(2026, 11, 28), date(2026, 11, 27)),
        ("end of next week", date(2026, 12, 6), date(2026, 12, 5), date(2026, 12, 4)),
        ("beginning of next week", date(2026, 11, 30), date(2026, 11, 29), date(2026, 11, 28)),
        ("middle of next week", date(2026, 12, 2), date(2026, 12, 2), date(2026, 12, 2)),
        ("next 2 weeks", date(2026, 12, 13), date(2026, 12, 12), date(2026, 12, 11)),
        ("second day of next week", date(2026, 12, 1), date(2026, 11, 30), date(2026, 11, 29)),
        ("next sunday", date(2026, 12, 6), date(2026, 11, 29), date(2026, 11, 29)),
        ("next saturday", date(2026, 12, 5), date(2026, 12, 5), date(2026, 11, 28)),
        ("next friday", date(2026, 12, 4), date(2026, 12, 4), date(2026, 12, 4)),
        ("the week of the 5th", date(2026, 11, 30), date(2026, 11, 29), date(2026, 12, 5)),
        ("week of december 6", date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 5)),
        ("week of the 10th of march 2027", date(2027, 3, 8), date(2027, 3, 7), date(2027, 3, 6)),
        ("week of the 26th", date(2026, 11, 25), date(2026, 11, 25), date(2026, 11, 25)),
        ("last week of december", date(2026, 12, 21), date(2026, 12, 20), date(2026, 12, 19)),
        ("sunday", date(2026, 11, 29), date(2026, 11, 29), date(2026, 11, 29)),
        ("this weekend", date(2026, 11, 28), date(2026, 11, 28), date(2026, 11, 28)),
        ("next weekend", date(2026, 12, 5), date(2026, 12, 5), date(2026, 12, 5)),
        ("in 2 weeks", date(2026, 12, 9), date(2026, 12, 9), date(2026, 12, 9)),
    ],
)
def test_phrases_by_the_first_day(text: str, monday: date, sunday: date, saturday: date) -> None:
    assert [day_of(text, start) for start in (MONDAY, SUNDAY, SATURDAY)] == [monday, sunday, saturday]


@pytest.mark.parametrize(
    ("code", "text", "monday", "sunday"),
    [
        ("de", "nächste Woche", date(2026, 11, 30), date(2026, 11, 29)),
        ("de", "Ende der Woche", date(2026, 11, 29), date(2026, 11, 28)),
        ("de", "in der Woche vom 10. Dezember", date(2026, 12, 7), date(2026, 12, 6)),
        ("de", "Woche vom 5.", date(2026, 11, 30), date(2026, 11, 29)),
        ("es", "la próxima semana", date(2026, 11, 30), date(2026, 11, 29)),
        ("es", "la semana del 10 de diciembre", date(2026, 12, 7), date(2026, 12, 6)),
    ],
)
def test_phrases_of_other_languages(code: str, text: str, monday: date, sunday: date) -> None:
    assert [day_of(text, start, code=code) for start in (MONDAY, SUNDAY)] == [monday, sunday]


def test_on_a_sunday_its_week_has_just_begun_or_is_about_to_end() -> None:
    assert [day_of("next week", start, ON_SUNDAY) for start in (MONDAY, SUNDAY)] == [
        date(2026, 11, 30),
        date(2026, 12, 6),
    ]
    assert [day_of("this week", start, ON_SUNDAY) for start in (MONDAY, SUNDAY)] == [
        date(2026, 11, 29),
        date(2026, 12, 5),
    ]


@pytest.mark.parametrize("week_start", [MONDAY, SUNDAY, SATURDAY])
def test_a_weekend_still_lasts_on_its_sunday(week_start: int) -> None:
    assert day_of("this weekend", week_start, ON_SUNDAY) == date(2026, 11, 29)
    assert day_of("next weekend", week_start, ON_SUNDAY) == date(2026, 12, 5)


PHRASES = st.sampled_from(
    [
        *("next week", "this week", "end of the week", "mid week", "this weekend", "next weekend", "end of next week"),
        *("next monday", "next sunday", "this saturday", "week of the 5th", "week of december 24", "next 3 weeks"),
        *("second day of next week", "beginning of the week", "last week of the month"),
    ]
)


@given(PHRASES, STARTS, MOMENTS)
def test_no_phrase_lands_in_the_past(text: str, week_start: int, now: datetime) -> None:
    day = day_of(text, week_start, now)
    assert day is None or day >= now.date()


@given(STARTS, MOMENTS)
def test_the_next_week_begins_on_the_first_day_within_seven_days(week_start: int, now: datetime) -> None:
    day = day_of("next week", week_start, now)
    assert day is not None
    assert day.weekday() == week_start
    assert 1 <= (day - now.date()).days <= 7


@given(STARTS, MOMENTS, st.integers(0, 6), st.integers(-3, 3))
def test_a_week_holds_each_weekday_once(week_start: int, now: datetime, weekday: int, weeks: int) -> None:
    clock = Clock.at(now, ZONE, week_start)
    day = clock.weekday_of_week(weekday, weeks)
    assert day.weekday() == weekday
    assert 0 <= (day - clock.first_of_week(weeks)).days < 7
    assert clock.first_of_week() <= clock.today < clock.first_of_week(1)


@given(STARTS, MOMENTS)
def test_the_weekend_lasts_or_comes(week_start: int, now: datetime) -> None:
    clock = Clock.at(now, ZONE, week_start)
    assert clock.weekend().weekday() == SATURDAY
    assert clock.weekend() + timedelta(days=1) >= clock.today > clock.weekend() - timedelta(days=6)


class TestCallers:
    @pytest.mark.parametrize(("week_start", "day"), [(MONDAY, date(2026, 11, 30)), (SUNDAY, date(2026, 11, 29))])
    def test_dates_of_tools_and_filters(self, week_start: int, day: date) -> None:
        when = read_when("next week", now=WEDNESDAY, time_zone=ZONE, week_start=week_start)
        assert when is not None
        assert when.due is not None
        assert when.due.date == day
        assert read_day("next week", now=WEDNESDAY, time_zone=ZONE, week_start=week_start) == day
        tree = parse_filter("due before: next week", now=WEDNESDAY, time_zone=ZONE, week_start=week_start)
        assert isinstance(tree, Dated)
        assert tree.when == day

    @pytest.mark.parametrize(
        ("text", "week_start", "first", "last"),
        [
            ("what is due this week?", MONDAY, date(2026, 11, 23), date(2026, 11, 29)),
            ("what is due this week?", SUNDAY, date(2026, 11, 22), date(2026, 11, 28)),
            ("what is due next week?", SATURDAY, date(2026, 11, 28), date(2026, 12, 4)),
            ("what is due this weekend?", SUNDAY, date(2026, 11, 28), date(2026, 11, 29)),
        ],
    )
    def test_questions(self, text: str, week_start: int, first: date, last: date) -> None:
        for read in (parse_command, lambda *args, **how: read_plan(*args, **how)[0]):
            found = read(text, now=WEDNESDAY, time_zone=ZONE, week_start=week_start)
            assert isinstance(found, FindTasks)
            assert (found.due_from, found.due_until) == (first, last)
