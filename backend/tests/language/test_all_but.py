"""Recurrences without some days: what is left out of "every day" and of the days of work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from language.reading import read, say_due

EVERY_DAY = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
NAMES = {
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
SAID = {"en": "yoga every day except {}", "de": "Yoga jeden Tag außer {}", "es": "yoga todos los días menos el {}"}
AND = {"en": " and ", "de": " und ", "es": " y "}


@given(st.sampled_from(sorted(NAMES)), st.sets(st.integers(0, 6), min_size=1, max_size=6))
def test_every_day_without_some_is_all_others(code: str, without: set[int]) -> None:
    said = AND[code].join(NAMES[code][day] for day in sorted(without))
    task = read(SAID[code].format(said), language_code=code)
    kept = [name for day, name in enumerate(EVERY_DAY) if day not in without]
    assert task.recurrence is not None
    assert str(task.recurrence.rule) == f"FREQ=WEEKLY;BYDAY={','.join(kept)}"
    assert task.title.lower() == "yoga"


@pytest.mark.parametrize(
    ("code", "text", "title", "rule"),
    [
        ("en", "run weekdays except friday", "run", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("en", "run daily but not on sundays at 7am", "run", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("en", "run every day except weekends", "run", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("de", "werktags außer mittwochs laufen", "laufen", "FREQ=WEEKLY;BYDAY=MO,TU,TH,FR"),
        ("es", "correr todos los días laborables excepto los martes", "correr", "FREQ=WEEKLY;BYDAY=MO,WE,TH,FR"),
        ("en", "pay every 14 days on monday", "pay", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("en", "pay every 10 days on monday", "pay", "FREQ=DAILY;INTERVAL=10;BYDAY=MO"),
    ],
)
def test_days_that_are_left_out(code: str, text: str, title: str, rule: str) -> None:
    task = read(text, language_code=code)
    assert (task.title, str(task.recurrence and task.recurrence.rule)) == (title, rule)


@pytest.mark.parametrize("text", ["rest every day except every day", "plan every week except june"])
def test_what_leaves_nothing_or_says_no_days_is_read_as_before(text: str) -> None:
    task = read(text)
    assert "except" in task.title


def test_the_first_is_no_day_that_is_left_out() -> None:
    task = read("yoga every day except wednesday")  # today is a Wednesday
    assert say_due(task.due) == "2026-11-26"
