"""Saying things back: in words, in each language, and so that quick add reads the same again."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from language.reading import CLOCK, NOW, ZONE, read
from todo.language.due import Due
from todo.language.explain import explain, explain_due, explain_recurrence, explain_rule
from todo.language.grammar import language_codes
from todo.language.recurrence import Recurrence, RecurrenceRule, parse_rule

# --- In words


@pytest.mark.parametrize(
    ("rule", "english", "german", "spanish"),
    [
        ("FREQ=DAILY", "every day", "jeden Tag", "cada día"),
        ("FREQ=HOURLY;INTERVAL=12", "every 12 hours", "alle 12 Stunden", "cada 12 horas"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "every Tue and Thu", "jeden Di und Do", "cada martes y jueves"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
            "every 2 weeks on Mon",
            "alle 2 Wochen am Mo",
            "cada 2 semanas el lunes",
        ),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday", "jeden Werktag", "cada día laborable"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "every month on the last day",
            "jeden Monat am letzten Tag",
            "cada mes el último día",
        ),
        ("FREQ=MONTHLY;BYDAY=3FR", "every month on the 3rd Fri", "jeden Monat am 3. Fr", "cada mes el 3º viernes"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "every year on Mar 3", "jedes Jahr am 3. Mär", "cada año el 3 de marzo"),
        ("FREQ=DAILY;COUNT=10", "every day for 10 times", "jeden Tag, insgesamt 10 mal", "cada día, en total 10 veces"),
        (
            "FREQ=WEEKLY;UNTIL=20261220",
            "every week until 20 Dec 2026",
            "jede Woche bis 20. Dez 2026",
            "cada semana hasta el 20 de dic de 2026",
        ),
        (
            "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
            "every month on the 31st",
            "jeden Monat am 31.",
            "cada mes el 31º",
        ),
    ],
)
def test_rules_in_words(rule: str, english: str, german: str, spanish: str) -> None:
    said = [explain_rule(parse_rule(rule), code) for code in ("en", "de", "es")]
    assert said == [english, german, spanish]


def test_a_rule_without_words_is_written_out() -> None:
    rule = "FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=-3"
    assert explain_rule(parse_rule(rule)) == f"RRULE:{rule}"


@pytest.mark.parametrize(
    ("code", "twelve_hour", "said"),
    [
        ("en", False, "every 2 weeks on Tue and Thu, next Tomorrow 09:30, after completion"),
        ("en", True, "every 2 weeks on Tue and Thu, next Tomorrow 9:30 am, after completion"),
        ("de", False, "alle 2 Wochen am Di und Do, nächstes Mal Morgen 09:30, nach Erledigung"),
        ("es", False, "cada 2 semanas el martes y jueves, próxima vez Mañana 09:30, después de completar"),
    ],
)
def test_a_recurrence_says_its_next_occurrence_and_anchor(code: str, *, twelve_hour: bool, said: str) -> None:
    start = NOW.replace(day=26, hour=9, minute=30)
    rule = parse_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH")
    recurrence = Recurrence(rule, start, ZONE, anchor="completion")
    assert explain(recurrence, Due(at=start), CLOCK, code, twelve_hour=twelve_hour) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (Due(date=date(2026, 11, 25)), "Today"),
        (Due(date=date(2026, 12, 4)), "Fri 4 Dec"),
        (Due(date=date(2027, 12, 4)), "Sat 4 Dec 2027"),
        (Due(at=NOW.replace(hour=17)), "Today 5 pm"),
        (Due(at=NOW.replace(hour=0, minute=5)), "Today 12:05 am"),
    ],
)
def test_due_dates(due: Due, said: str) -> None:
    assert explain_due(due, CLOCK, twelve_hour=True) == said


# --- What is said is read as the same

_WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(sorted)
_NTHS = st.lists(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), min_size=1, max_size=3, unique=True)
_MONTH_DAYS = st.lists(st.integers(1, 28), min_size=1, max_size=4, unique=True).map(sorted)


def _rules(**parts: Any) -> st.SearchStrategy[RecurrenceRule]:
    return st.builds(RecurrenceRule, interval=st.integers(1, 30), **parts)


RULES = st.one_of(
    _rules(frequency=st.sampled_from(["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "MINUTELY"])),
    _rules(frequency=st.just("WEEKLY"), by_day=_WEEKDAYS.map(lambda days: tuple((0, day) for day in days))),
    _rules(frequency=st.just("MONTHLY"), by_month_day=_MONTH_DAYS.map(tuple)),
    _rules(frequency=st.just("MONTHLY"), by_month_day=st.integers(-28, -1).map(lambda day: (day,))),
    _rules(
        frequency=st.just("MONTHLY"),
        by_day=st.tuples(_NTHS, st.integers(0, 6)).map(lambda pair: tuple((nth, pair[1]) for nth in pair[0])),
    ),
    _rules(
        frequency=st.just("YEARLY"),
        by_month=st.integers(1, 12).map(lambda month: (month,)),
        by_month_day=st.integers(1, 28).map(lambda day: (day,)),
    ),
    st.sampled_from(
        [
            parse_rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
            parse_rule("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"),
            parse_rule("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
            parse_rule("FREQ=YEARLY;BYDAY=13FR"),
            parse_rule("FREQ=YEARLY;BYYEARDAY=31"),
            parse_rule("FREQ=YEARLY;BYDAY=FR;BYWEEKNO=12,14"),
            parse_rule("FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=-3"),
            parse_rule("FREQ=DAILY;BYDAY=MO"),
        ]
    ),
)
ENDS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.integers(2, 99).map(lambda count: {"count": count}),
    st.dates(date(2031, 1, 1), date(2060, 1, 1)).map(lambda day: {"until": day}),
)


@settings(deadline=None)
@given(RULES, ENDS, st.sampled_from(["due", "completion"]), st.sampled_from(language_codes()))
@example(parse_rule("FREQ=MONTHLY;BYDAY=2FR,-2FR"), {}, "due", "en")
@example(parse_rule("FREQ=MONTHLY;BYMONTHDAY=1"), {"count": 2}, "due", "en")
def test_what_is_said_is_read_as_the_same_rule(
    rule: RecurrenceRule, end: dict[str, Any], anchor: Any, code: str
) -> None:
    if rule.frequency in ("HOURLY", "MINUTELY"):  # their end is an instant
        end.pop("until", None)
    rule = replace(rule, **end)
    said = explain_recurrence(Recurrence(rule, NOW.date(), ZONE, anchor), code)
    task = read(f"x {said}", language_code=code)
    assert task.recurrence is not None, said
    assert (task.recurrence.rule, task.recurrence.anchor, task.title) == (rule, anchor, "x"), said


@pytest.mark.parametrize("code", language_codes())
def test_an_end_of_a_timed_recurrence_is_the_end_of_that_day(code: str) -> None:
    first = {"en": "every day at 9:00 until ", "de": "jeden Tag um 9:00 bis ", "es": "cada día a las 9:00 hasta el "}[
        code
    ]
    task = read(first + {"en": "dec 20", "de": "20. Dez", "es": "20 de dic"}[code], language_code=code)
    assert task.recurrence is not None
    assert isinstance(task.recurrence.rule.until, datetime)
    again = read(f"{explain_recurrence(task.recurrence, code)} {task.recurrence.start:%H:%M}", language_code=code)
    assert again.recurrence is not None
    assert again.recurrence.rule == task.recurrence.rule
