"""The recurrence engine: RFC 5545 rules, read and written as they are, and when they happen next."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language.counting import calls_of
from todo.language.recurrence import (
    Recurrence,
    RuleError,
    format_series,
    next_occurrence,
    occurrences,
    parse_rule,
    parse_series,
    reanchored,
)
from todo.language.recurrence.days import days_of_period, fits

BERLIN = ZoneInfo("Europe/Berlin")
SYDNEY = ZoneInfo("Australia/Sydney")
MOST_CALLS = 600_000  # a quarter more than the hardest rule needs: one that never happens


def days(rule: str, start: str, after: str | None = None, limit: int = 4) -> list[str]:
    """The next days of a rule, from its start on (or after a day)."""
    recurrence = Recurrence(parse_rule(rule), date.fromisoformat(start))
    first = date.fromisoformat(after) if after else date.fromisoformat(start) - timedelta(days=1)
    return [str(day) for day in occurrences(recurrence, first, limit)]


def moments(rule: str, start: datetime, after: datetime, limit: int = 3) -> list[str]:
    """The next instants of a rule on the wall clock of its start."""
    assert isinstance(start.tzinfo, ZoneInfo)
    recurrence = Recurrence(parse_rule(rule), start, start.tzinfo.key)
    return [f"{moment:%m-%d %H:%M%z}" for moment in occurrences(recurrence, after, limit)]


# --- Days


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        ("FREQ=DAILY", "2026-12-30", ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]),
        ("FREQ=DAILY;INTERVAL=10", "2026-11-25", ["2026-11-25", "2026-12-05", "2026-12-15", "2026-12-25"]),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-24", ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27", ["2026-11-27", "2026-12-11", "2026-12-25", "2027-01-08"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", "2026-11-29", ["2026-11-29", "2026-11-30", "2026-12-13"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", "2026-11-29", ["2026-11-29", "2026-12-07", "2026-12-13"]),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("FREQ=MONTHLY", "2026-01-31", ["2026-01-31", "2026-03-31", "2026-05-31"]),  # what RFC 5545 says
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("FREQ=MONTHLY;BYDAY=3FR", "2026-11-20", ["2026-11-20", "2026-12-18", "2027-01-15"]),
        ("FREQ=MONTHLY;BYDAY=-1MO", "2026-11-01", ["2026-11-30", "2026-12-28"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-01", ["2026-11-30", "2026-12-31", "2027-01-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "2026-11-01", ["2026-11-13", "2027-08-13", "2028-10-13"]),
        ("FREQ=YEARLY", "2024-02-29", ["2024-02-29", "2028-02-29"]),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2026-11-01", ["2026-11-26", "2027-11-25"]),
        ("FREQ=YEARLY;BYDAY=13FR", "2026-01-01", ["2026-03-27", "2027-03-26"]),
        ("FREQ=YEARLY;BYYEARDAY=-1", "2026-01-01", ["2026-12-31", "2027-12-31"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2026-01-01", ["2026-12-28", "2032-12-27"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", ["2028-02-29", "2032-02-29"]),
        ("FREQ=DAILY;COUNT=2", "2026-11-25", ["2026-11-25", "2026-11-26"]),
        ("FREQ=MONTHLY;COUNT=2;BYMONTHDAY=1,15", "2026-11-10", ["2026-11-15", "2026-12-01"]),
        ("FREQ=WEEKLY;UNTIL=20261202", "2026-11-25", ["2026-11-25", "2026-12-02"]),
        ("FREQ=WEEKLY;UNTIL=20261202T120000Z", "2026-11-25", ["2026-11-25", "2026-12-02"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-11-25", []),
    ],
)
def test_days(rule: str, start: str, expected: list[str]) -> None:
    found = days(rule, start)
    assert found[: len(expected)] == expected
    assert len(found) == len(expected) or "COUNT" not in rule


def test_a_count_is_kept_whatever_day_is_asked_for() -> None:
    assert days("FREQ=MONTHLY;BYDAY=FR;COUNT=6", "2026-11-27", after="2026-12-10") == [
        "2026-12-11",
        "2026-12-18",
        "2026-12-25",
        "2027-01-01",
    ]
    assert days("FREQ=DAILY;COUNT=3", "2026-11-25", after="2026-11-27") == []


def test_nothing_happens_after_the_calendar_ends() -> None:
    assert days("FREQ=YEARLY", "9999-01-01", after="9999-06-01") == []


def test_excluded_days_are_left_out() -> None:
    recurrence = parse_series("DTSTART;VALUE=DATE:20261125\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20261126,20261127")
    assert next_occurrence(recurrence, date(2026, 11, 25)) == date(2026, 11, 28)


# --- Times and clock changes


def test_the_wall_time_holds_over_clock_changes_in_both_hemispheres() -> None:
    spring, autumn = datetime(2026, 3, 28, 9, tzinfo=BERLIN), datetime(2026, 10, 24, 9, tzinfo=BERLIN)
    assert moments("FREQ=DAILY", spring, spring, 2) == ["03-29 09:00+0200", "03-30 09:00+0200"]
    assert moments("FREQ=DAILY", spring, autumn, 2) == ["10-25 09:00+0100", "10-26 09:00+0100"]
    south = datetime(2026, 10, 3, 9, tzinfo=SYDNEY)
    assert moments("FREQ=WEEKLY", south, south, 1) == ["10-10 09:00+1100"]


def test_a_skipped_wall_time_moves_forward_once() -> None:
    start = datetime(2026, 3, 27, 2, 30, tzinfo=BERLIN)
    assert moments("FREQ=DAILY", start, start) == ["03-28 02:30+0100", "03-29 03:30+0200", "03-30 02:30+0200"]


def test_hours_keep_the_wall_clock_and_minutes_the_elapsed_time() -> None:
    start = datetime(2026, 3, 28, 19, tzinfo=BERLIN)
    assert moments("FREQ=HOURLY;INTERVAL=12", start, start, 2) == ["03-29 07:00+0200", "03-29 19:00+0200"]
    assert moments("FREQ=MINUTELY;INTERVAL=720", start, start, 1) == ["03-29 08:00+0200"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0", ["11-25 17:00", "11-26 09:00", "11-26 17:00"]),
        ("FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=15,45", ["11-25 10:15", "11-25 10:45", "11-26 09:15"]),
        ("FREQ=HOURLY;INTERVAL=4;BYDAY=TH", ["11-26 02:00", "11-26 06:00", "11-26 10:00"]),
        ("FREQ=MINUTELY;INTERVAL=90", ["11-25 11:30", "11-25 13:00", "11-25 14:30"]),
        ("FREQ=HOURLY;COUNT=3", ["11-25 11:00", "11-25 12:00"]),
        ("FREQ=MINUTELY;BYHOUR=12;COUNT=2", ["11-25 12:00", "11-25 12:01"]),
        ("FREQ=HOURLY;UNTIL=20261125T110000Z", ["11-25 11:00", "11-25 12:00"]),
    ],
)
def test_times(rule: str, expected: list[str]) -> None:
    start = datetime(2026, 11, 25, 10, tzinfo=BERLIN)
    assert [moment[:11] for moment in moments(rule, start, start)] == expected


def test_a_day_asked_of_a_timed_rule_is_over_at_its_end() -> None:
    recurrence = Recurrence(parse_rule("FREQ=DAILY"), datetime(2026, 11, 25, 9, tzinfo=BERLIN), "Europe/Berlin")
    assert next_occurrence(recurrence, date(2026, 11, 26)) == datetime(2026, 11, 27, 9, tzinfo=BERLIN)


# --- From completion


def test_a_recurrence_from_completion_counts_from_that_day() -> None:
    recurrence = Recurrence(parse_rule("FREQ=WEEKLY;INTERVAL=6"), date(2026, 11, 25), anchor="completion")
    completed = date(2026, 12, 1)
    assert next_occurrence(reanchored(recurrence, completed), completed) == date(2027, 1, 12)


def test_from_completion_the_time_of_day_stays() -> None:
    start = datetime(2026, 11, 25, 9, tzinfo=BERLIN)
    recurrence = Recurrence(parse_rule("FREQ=DAILY;INTERVAL=3"), start, "Europe/Berlin", "completion")
    completed = datetime(2026, 11, 28, 22, 15, tzinfo=UTC)
    following = next_occurrence(reanchored(recurrence, completed), completed)
    assert following == datetime(2026, 12, 1, 9, tzinfo=BERLIN)


# --- Work


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;INTERVAL=7;BYSECOND=3;BYMINUTE=59;BYHOUR=23",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999",
        "FREQ=DAILY;BYDAY=MO;COUNT=999999",
        "FREQ=YEARLY;BYDAY=MO;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
    ],
)
def test_a_rule_from_1900_is_answered_with_bounded_work(rule: str) -> None:
    recurrence = Recurrence(parse_rule(rule), datetime(1900, 1, 1, tzinfo=BERLIN), "Europe/Berlin")
    now = datetime(2026, 11, 25, 10, tzinfo=BERLIN)
    assert calls_of(lambda _: next_occurrence(recurrence, now), "") < MOST_CALLS


RULES = st.builds(
    ";".join,
    st.tuples(
        st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=HOURLY", "FREQ=MINUTELY"]),
        st.integers(1, 5).map("INTERVAL={}".format),
        st.sampled_from(["BYDAY=MO,TH", "BYMONTHDAY=-1", "BYMONTH=2,10", "BYHOUR=2,14", "WKST=SU", "COUNT=400"]),
    ),
)
STARTS = st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 31), timezones=st.just(BERLIN))  # noqa: DTZ001


@given(RULES, STARTS, st.timedeltas(timedelta(), timedelta(days=300)), st.floats(0, 0.999))
@settings(max_examples=60, deadline=None)
def test_the_next_is_later_and_the_same_from_any_later_start(
    rule: str, start: datetime, passed: timedelta, share: float
) -> None:
    recurrence = Recurrence(parse_rule(rule), start, "Europe/Berlin")
    after = (start.astimezone(UTC) + passed).astimezone(BERLIN)
    following = next_occurrence(recurrence, after)
    if following is None:
        return
    assert isinstance(following, datetime)
    gap = following.astimezone(UTC) - after.astimezone(UTC)
    assert gap > timedelta()
    between = (after.astimezone(UTC) + share * gap).astimezone(BERLIN)
    assert next_occurrence(recurrence, between) == following


_YEAR_PARTS = st.lists(
    st.sampled_from(
        [
            "BYDAY=MO,TH",
            "BYDAY=2FR,-1SU",
            "BYYEARDAY=1,60,366,-1",
            "BYMONTH=2,10",
            "BYMONTHDAY=29,-1",
            "BYWEEKNO=1,53",
        ]
    ),
    unique_by=lambda part: part.split("=")[0],
).filter(lambda parts: not {"BYDAY=2FR,-1SU", "BYWEEKNO=1,53"} <= set(parts))  # RFC 5545 forbids the two together


@given(_YEAR_PARTS, st.integers(2024, 2040))
@settings(deadline=None)
def test_a_year_holds_every_day_that_fits_its_rule(parts: list[str], year: int) -> None:
    rule = parse_rule(";".join(["FREQ=YEARLY", *parts]))
    every_day = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    wanted = [day for day in every_day if day.year == year and fits(rule, day)]
    assert days_of_period(rule, date(2024, 1, 1), year - 2024)[0] == wanted


# --- Rules as texts


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
        "FREQ=MONTHLY;BYDAY=MO,-1FR;BYSETPOS=1,-1;WKST=SU;COUNT=10",
        "FREQ=YEARLY;BYMONTH=1,2;BYWEEKNO=20;BYHOUR=9;BYMINUTE=30;BYSECOND=5;UNTIL=20271231T225959Z",
        "FREQ=YEARLY;BYYEARDAY=1,-1;BYMONTHDAY=-1;UNTIL=20271231",
        "FREQ=SECONDLY;UNTIL=20271231T090000",
    ],
)
def test_a_rule_is_written_as_it_was_read(rule: str) -> None:
    assert str(parse_rule(rule)) == rule
    assert parse_rule(f"rrule:{rule.lower()};") == parse_rule(rule)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("", "NAME=VALUE"),
        ("INTERVAL=2", "no FREQ"),
        ("FREQ=OFTEN", "FREQ can't be OFTEN"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL can't be 0"),
        ("FREQ=DAILY;FREQ=DAILY", "stands twice"),
        ("FREQ=DAILY;BYMONTHDAY=0", "BYMONTHDAY can't be 0"),
        ("FREQ=DAILY;BYHOUR=24", "BYHOUR can't be 24"),
        ("FREQ=DAILY;BYDAY=XX", "BYDAY can't be XX"),
        ("FREQ=WEEKLY;BYDAY=1MO", "needs FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO needs"),
        ("FREQ=DAILY;BYSETPOS=1", "BYSETPOS needs"),
        ("FREQ=DAILY;COUNT=1;UNTIL=20270101", "not both"),
        ("FREQ=DAILY;UNTIL=20271399", "no possible date"),
        ("FREQ=DAILY;UNTIL=soon", "no date"),
        ("FREQ=DAILY;WKST=XX", "WKST"),
        ("FREQ=DAILY;COLOR=RED", "COLOR is no part"),
        ("FREQ=DAILY;" * 400, "longer than"),
    ],
)
def test_what_is_no_rule_is_refused_in_words(rule: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        parse_rule(rule)


@pytest.mark.parametrize(
    "lines",
    [
        "DTSTART;VALUE=DATE:20261125\nRRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20261126",
        "DTSTART;TZID=Europe/Berlin:20261125T090000\nRRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/Berlin:20261202T090000",
    ],
)
def test_a_series_is_written_as_it_was_read(lines: str) -> None:
    assert format_series(parse_series(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        "RRULE:FREQ=DAILY",
        "DTSTART:20261125",
        "SUMMARY:x",
        "DTSTART;TZID=Mars/Base:20261125T090000\nRRULE:FREQ=DAILY",
        "DTSTART:20261125\nRRULE:FREQ=DAILY\nEXDATE:" + ",".join(["20261125"] * 1001),
    ],
)
def test_what_is_no_series_is_refused(lines: str) -> None:
    with pytest.raises(RuleError):
        parse_series(lines)
