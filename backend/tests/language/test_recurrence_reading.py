"""Phrases that recur: the rule they mean, where it begins and ends, and what it counts from.

It is Wednesday, 25 November 2026, 10:00 in Berlin.
"""

from datetime import date, datetime

import pytest
from language.reading import read, say_due
from todo.language import QuickAdd


def rule(text: str, **settings: str) -> str | None:
    """The rule that a line states, as RFC 5545 writes it."""
    task = read(text, **settings)
    return str(task.recurrence.rule) if task.recurrence else None


def recurring(text: str) -> QuickAdd:
    task = read(text)
    assert task.recurrence is not None, text
    return task


# --- How often

INTERVALS = [
    ("every second", "FREQ=SECONDLY"),
    ("every 90 secs", "FREQ=SECONDLY;INTERVAL=90"),
    ("every minute", "FREQ=MINUTELY"),
    ("every 20 min", "FREQ=MINUTELY;INTERVAL=20"),
    ("every hour", "FREQ=HOURLY"),
    ("hourly", "FREQ=HOURLY"),
    ("every 2 hours", "FREQ=HOURLY;INTERVAL=2"),
    ("every day", "FREQ=DAILY"),
    ("each day", "FREQ=DAILY"),
    ("everyday", "FREQ=DAILY"),
    ("daily", "FREQ=DAILY"),
    ("every other day", "FREQ=DAILY;INTERVAL=2"),
    ("every second day", "FREQ=DAILY;INTERVAL=2"),
    ("every third day", "FREQ=DAILY;INTERVAL=3"),
    ("every ten days", "FREQ=DAILY;INTERVAL=10"),
    ("every twenty five days", "FREQ=DAILY;INTERVAL=25"),
    ("every week", "FREQ=WEEKLY"),
    ("once a week", "FREQ=WEEKLY"),
    ("every other week", "FREQ=WEEKLY;INTERVAL=2"),
    ("every fortnight", "FREQ=WEEKLY;INTERVAL=2"),
    ("fortnightly", "FREQ=WEEKLY;INTERVAL=2"),
    ("bi-weekly", "FREQ=WEEKLY;INTERVAL=2"),
    ("every month", "FREQ=MONTHLY"),
    ("every 3rd month", "FREQ=MONTHLY;INTERVAL=3"),
    ("every quarter", "FREQ=MONTHLY;INTERVAL=3"),
    ("every 2 quarters", "FREQ=MONTHLY;INTERVAL=6"),
    ("every year", "FREQ=YEARLY"),
    ("once per year", "FREQ=YEARLY"),
    ("annually", "FREQ=YEARLY"),
    ("every decade", "FREQ=YEARLY;INTERVAL=10"),
]

WEEKDAYS = [
    ("every mon", "FREQ=WEEKLY;BYDAY=MO"),
    ("every wed.", "FREQ=WEEKLY;BYDAY=WE"),
    ("every Monday, Wednesday and Friday", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("every mon wed fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("every sunday & saturday", "FREQ=WEEKLY;BYDAY=SA,SU"),
    ("every tuesday-saturday", "FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA"),
    ("every saturday through tuesday", "FREQ=WEEKLY;BYDAY=MO,TU,SA,SU"),
    ("every other saturdays through tuesdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,SA,SU"),
    ("mondays", "FREQ=WEEKLY;BYDAY=MO"),
    ("on mondays and wednesdays", "FREQ=WEEKLY;BYDAY=MO,WE"),
    ("mondays to thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
    ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("every business day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("on weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
    ("every other weekend", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
    ("every 6th friday", "FREQ=WEEKLY;INTERVAL=6;BYDAY=FR"),
    ("every other friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("every 3 weeks on mon and fri", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR"),
    ("weekly on wednesdays", "FREQ=WEEKLY;BYDAY=WE"),
    ("every 4th week on weekends", "FREQ=WEEKLY;INTERVAL=4;BYDAY=SA,SU"),
    ("every monday in march", "FREQ=WEEKLY;BYMONTH=3;BYDAY=MO"),
]

DAYS_OF_MONTHS = [
    ("every 1st", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("every first", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("every 2nd of the month", "FREQ=MONTHLY;BYMONTHDAY=2"),
    ("every 1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("on the 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("the 4th of every 3 months", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=4"),
    ("monthly on the 4th", "FREQ=MONTHLY;BYMONTHDAY=4"),
    ("every month on the 4th last day", "FREQ=MONTHLY;BYMONTHDAY=-4"),
    ("every last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("every month at the beginning", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ("every 30th", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
    ("every 31st", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
    ("31st of every year", "FREQ=YEARLY;BYYEARDAY=31"),
    ("every year on the day 100", "FREQ=YEARLY;BYYEARDAY=100"),
]

NTH_WEEKDAYS = [
    ("every 3rd friday", "FREQ=MONTHLY;BYDAY=3FR"),
    ("every first monday of the month", "FREQ=MONTHLY;BYDAY=1MO"),
    ("every last friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("first friday of every other month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1FR"),
    ("2nd to the last friday of each month", "FREQ=MONTHLY;BYDAY=-2FR"),
    ("first, second, and third friday of each month", "FREQ=MONTHLY;BYDAY=1FR,2FR,3FR"),
    ("monthly on fri", "FREQ=MONTHLY;BYDAY=FR"),
    ("monthly on the first and last instance of wed and fri", "FREQ=MONTHLY;BYDAY=WE,FR;BYSETPOS=1,-1"),
    ("every year on the 13th Friday", "FREQ=YEARLY;BYDAY=13FR"),
    ("every fourth thursday in november", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
    ("every Fri in week 12 and 14", "FREQ=YEARLY;BYWEEKNO=12,14;BYDAY=FR"),
]

YEARS = [
    ("yearly on march 3", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"),
    ("every march 3rd", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"),
    ("every 3rd of march", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3"),
    ("once a year on december 25th", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
    ("every 2 years on dec 25", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=25"),
    ("every aug on day 20 and 30", "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=20,30"),
    ("every january", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"),
]


@pytest.mark.parametrize(("phrase", "expected"), [*INTERVALS, *WEEKDAYS, *DAYS_OF_MONTHS, *NTH_WEEKDAYS, *YEARS])
def test_a_phrase_means_a_rule_wherever_it_stands(phrase: str, expected: str) -> None:
    assert rule(f"Call Ana {phrase}") == expected
    assert read(f"Call Ana {phrase}").title == "Call Ana" + ("." if phrase.endswith(".") else "")
    assert rule(f"Call Ana {phrase} #home") == expected


@pytest.mark.parametrize("phrase", ["every mon", "every 3rd friday", "every other day", "every last day of the month"])
def test_a_rule_may_come_first_or_in_the_middle(phrase: str) -> None:
    for text in (f"{phrase} call Ana", f"call {phrase} Ana", f"{phrase.upper()} call Ana"):
        assert rule(text) == rule(f"call Ana {phrase}"), text


@pytest.mark.parametrize(
    "text",
    [
        "Call every client",
        "Sort every drawer",
        "Gym twice a week",
        "Cake every birthday",
        "Write daily notes",
        "Prepare my weekly report",
        "Read the monthly letter",
        "Buy a monday mug",
        "Every now and then rest",
        "every 0 days",
        "every 0th",
        "every 32nd",
        'Sing "every monday"',
    ],
)
def test_words_that_do_not_recur(text: str) -> None:
    assert (rule(text), read(text).title) == (None, text)


# --- When it begins

STARTS = [
    ("Gym every day", "2026-11-25"),
    ("Gym every wed", "2026-11-25"),
    ("Gym every thu", "2026-11-26"),
    ("Gym every 2 weeks on tue", "2026-12-01"),
    ("Gym every 24th", "2026-12-24"),
    ("Gym every 25th", "2026-11-25"),
    ("Gym every 5 years on jan 2", "2027-01-02"),
    ("Gym every day at 9am", "2026-11-26 09:00"),
    ("Gym every day at 11am", "2026-11-25 11:00"),
    ("Gym at 9am every wed", "2026-12-02 09:00"),
    ("Gym every morning", "2026-11-26 09:00"),
    ("Gym every evening", "2026-11-25 19:00"),
    ("Gym every friday evening", "2026-11-27 19:00"),
    ("Gym every hour", "2026-11-25 10:00"),
    ("Gym every day starting dec 1", "2026-12-01"),
    ("Gym every mon starting dec 1", "2026-12-07"),
    ("Gym starting dec 1 every mon", "2026-12-07"),
    ("Gym every mon from next month", "2026-12-07"),
    ("Gym every day starting tomorrow at 7am", "2026-11-26 07:00"),
    ("Gym every 12 hours starting 7pm", "2026-11-25 19:00"),
    ("Gym every 4 hours starting tomorrow at 6am", "2026-11-26 06:00"),
    ("Gym every year starting 2028-02-29", "2028-02-29"),
]


@pytest.mark.parametrize(("text", "due"), STARTS)
def test_it_is_due_on_its_first_occurrence(text: str, due: str) -> None:
    task = recurring(text)
    assert (say_due(task.due), task.title) == (due, "Gym")
    assert task.recurrence is not None
    assert task.due is not None
    assert task.recurrence.start == (task.due.at or task.due.date)


def test_a_monthly_start_at_the_end_of_a_month_comes_back_to_its_day() -> None:
    assert rule("Rent every month starting jan 31") == "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    assert rule("Rent every 2 months starting jan 30") == "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30;BYSETPOS=-1"
    assert rule("Rent every month starting jan 28") == "FREQ=MONTHLY"


# --- When it ends

ENDS = [
    ("Gym every day 10 times", "FREQ=DAILY;COUNT=10"),
    ("Gym every day for 10 times", "FREQ=DAILY;COUNT=10"),
    ("Gym every day 3x", "FREQ=DAILY;COUNT=3"),
    ("Gym fridays 3x", "FREQ=WEEKLY;BYDAY=FR;COUNT=3"),
    ("Gym every day for 5 occurrences", "FREQ=DAILY;COUNT=5"),
    ("Gym every 4th and 10th up to 7x", "FREQ=MONTHLY;BYMONTHDAY=4,10;COUNT=7"),
    ("Gym every tue until dec 20", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261220"),
    ("Gym every tue till dec 20", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261220"),
    ("Gym until dec 20 every tue", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261220"),
    ("Gym every day until friday", "FREQ=DAILY;UNTIL=20261127"),
    ("Gym every day until end of month", "FREQ=DAILY;UNTIL=20261130"),
    ("Gym every day for a week", "FREQ=DAILY;UNTIL=20261201"),
    ("Gym every tue for 8 weeks", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270119"),
    ("Gym every day for 2 months starting dec 1", "FREQ=DAILY;UNTIL=20270131"),
    ("Gym every mon starting dec 1 until dec 31", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231"),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_a_rule_ends(text: str, expected: str) -> None:
    assert (rule(text), read(text).title) == (expected, "Gym")


def test_the_end_of_a_timed_rule_is_an_instant_at_the_end_of_that_day() -> None:
    task = recurring("Gym every day at 6pm until dec 20")
    assert task.recurrence is not None
    until = task.recurrence.rule.until
    assert isinstance(until, datetime)
    assert until.isoformat() == "2026-12-20T22:59:59+00:00"  # 23:59:59 in Berlin


def test_a_rule_that_is_over_is_none() -> None:
    assert rule("Gym every week until january 1, 2007") is None


# --- What it counts from, and with what


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Haircut every 6 weeks", "due"),
        ("Haircut every! 6 weeks", "completion"),
        ("Haircut every ! 6 weeks", "completion"),
        ("Haircut every 6 weeks after completion", "completion"),
        ("Haircut every 6 weeks when done", "completion"),
        ("Haircut every! month on the 5th", "completion"),
    ],
)
def test_what_the_next_one_counts_from(text: str, anchor: str) -> None:
    task = recurring(text)
    assert task.recurrence is not None
    assert (task.recurrence.anchor, task.title) == (anchor, "Haircut")


@pytest.mark.parametrize(
    ("text", "expected", "due", "minutes"),
    [
        ("Gym every mon 6-7pm", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30 18:00", 60),
        ("Gym every mon for 45min", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30", 45),
        ("Gym every mon at 6pm for 1h30m", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30 18:00", 90),
        ("Gym every day at 10, 12 and 17", "FREQ=DAILY;BYHOUR=10,12,17", "2026-11-25 10:00", None),
        ("Gym every day, at 9am", "FREQ=DAILY", "2026-11-26 09:00", None),
        (
            "Gym every mon, at 9am, until 2027-01-05",
            "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270105T225959Z",
            "2026-11-30 09:00",
            None,
        ),
        ("Gym every day at 8am and 8pm", "FREQ=DAILY;BYHOUR=8,20", "2026-11-25 20:00", None),
    ],
)
def test_times_and_lengths_beside_a_rule(text: str, expected: str, due: str, minutes: int | None) -> None:
    task = recurring(text)
    found = (rule(text), say_due(task.due), task.duration_minutes, task.title)
    assert found == (expected, due, minutes, "Gym")


@pytest.mark.parametrize(
    "written", ["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=DAILY;INTERVAL=2;COUNT=5"]
)
def test_a_rule_may_be_written_out(written: str) -> None:
    assert (rule(f"Gym RRULE:{written}"), read(f"Gym RRULE:{written}").title) == (written, "Gym")


@pytest.mark.parametrize("text", ["Gym RRULE:FREQ=NEVER;X=1", "Gym RRULE:", "Explain RRULE: to Bo"])
def test_a_rule_that_is_written_wrong_stays(text: str) -> None:
    assert (rule(text), read(text).title) == (None, text)


# --- What was taken, and what is put back


def test_each_part_has_its_span() -> None:
    task = read("Gym every tue at 7am until dec 20")
    assert [(span.kind, span.text, span.label) for span in task.spans] == [
        ("recurrence", "every tue", "every Tue until 20 Dec 2026"),
        ("time", "at 7am", "07:00"),
        ("recurrence", "until dec 20", "every Tue until 20 Dec 2026"),
    ]


def test_without_its_end_a_rule_goes_on() -> None:
    text = "Gym every tue until dec 20"
    task = read(text, rejected=[(14, 26)])
    assert task.recurrence is not None
    assert (str(task.recurrence.rule), task.title) == ("FREQ=WEEKLY;BYDAY=TU", "Gym until dec 20")


def test_without_its_rule_a_start_is_a_due_date() -> None:
    task = read("Gym every tue starting dec 8", rejected=[(4, 13)])
    assert (task.recurrence, task.title) == (None, "Gym every tue")
    assert task.due is not None
    assert task.due.date == date(2026, 12, 8)
