"""Phrases that name a time of day, alone and with a day. Each case: the line, when it is due, the title that stays."""

import pytest
from language.reading import read, say_due

ALONE = [
    ("Call at 5pm", "2026-11-25 17:00", "Call"),
    ("Call 5pm", "2026-11-25 17:00", "Call"),
    ("Call 5 pm", "2026-11-25 17:00", "Call"),
    ("Call at 5 p.m.", "2026-11-25 17:00", "Call"),
    ("Call 6.30pm", "2026-11-25 18:30", "Call"),
    ("Call 6:30 PM", "2026-11-25 18:30", "Call"),
    ("Call @ 6:30pm", "2026-11-25 18:30", "Call"),
    ("Call @5pm", "2026-11-25 17:00", "Call"),
    ("Call by 5pm", "2026-11-25 17:00", "Call"),
    ("Call before 5pm", "2026-11-25 17:00", "Call"),
    ("Call around 5pm", "2026-11-25 17:00", "Call"),
    ("Call at about 5pm", "2026-11-25 17:00", "Call"),
    ("Call due at 5pm", "2026-11-25 17:00", "Call"),
    ("Call at 17", "2026-11-25 17:00", "Call"),
    ("Call 17:00", "2026-11-25 17:00", "Call"),
    ("Call at 17:45:30", "2026-11-25 17:45", "Call"),
    ("Call at 10", "2026-11-25 10:00", "Call"),  # it is 10:00 now
    ("Call 9am", "2026-11-26 09:00", "Call"),  # the next 9 o'clock in the morning is tomorrow's
    ("Call 09:00", "2026-11-26 09:00", "Call"),
    ("Call at 9", "2026-11-25 21:00", "Call"),  # without am or pm the next 9 o'clock is tonight's
    ("Call at 11", "2026-11-25 11:00", "Call"),
    ("Call at 5", "2026-11-25 17:00", "Call"),  # 1 to 7 are after noon
    ("Call at 5:15", "2026-11-25 17:15", "Call"),
    ("Call at 05:15", "2026-11-26 05:15", "Call"),
    ("Call at 8 o'clock", "2026-11-25 20:00", "Call"),
    ("Call at 0:30", "2026-11-26 00:30", "Call"),
    ("Call 12am", "2026-11-26 00:00", "Call"),
    ("Call 12pm", "2026-11-25 12:00", "Call"),
    ("Call at noon", "2026-11-25 12:00", "Call"),
    ("Call noon", "2026-11-25 12:00", "Call"),
    ("Call at midday", "2026-11-25 12:00", "Call"),
    ("Call at midnight", "2026-11-26 00:00", "Call"),
    ("Call in the morning", "2026-11-26 09:00", "Call"),
    ("Call in the afternoon", "2026-11-25 15:00", "Call"),
    ("Call in the evening", "2026-11-25 19:00", "Call"),
    ("Call at 8 in the morning", "2026-11-26 08:00", "Call"),
    ("Call at 8 in the evening", "2026-11-25 20:00", "Call"),
    ("Call 6:30 in the morning", "2026-11-26 06:30", "Call"),
    ("Call at 5 about the car", "2026-11-25 17:00", "Call about the car"),
    ("At 5pm call", "2026-11-25 17:00", "call"),
]

WITH_A_DAY = [
    ("Call tomorrow at 5pm", "2026-11-26 17:00", "Call"),
    ("Call at 5pm tomorrow", "2026-11-26 17:00", "Call"),
    ("Call tomorrow, 5pm", "2026-11-26 17:00", "Call"),
    ("At 5pm call Ana tomorrow", "2026-11-26 17:00", "call Ana"),
    ("Call at 5 tomorrow", "2026-11-26 17:00", "Call"),
    ("Call tomorrow at 8", "2026-11-26 08:00", "Call"),
    ("Call tomorrow at 12", "2026-11-26 12:00", "Call"),
    ("Call friday 14:30", "2026-11-27 14:30", "Call"),
    ("Call sat 9am", "2026-11-28 09:00", "Call"),
    ("Call on the 5th at 10am", "2026-12-05 10:00", "Call"),
    ("Call jan 31 2028 at 14:00", "2028-01-31 14:00", "Call"),
    ("Call 5 dec at noon", "2026-12-05 12:00", "Call"),
    ("Call in 2 days at 8", "2026-11-27 08:00", "Call"),
    ("Call 2026-12-01 09:00", "2026-12-01 09:00", "Call"),
    ("Call 2026-12-01T09:00", "2026-12-01 09:00", "Call"),
    ("Call 2026-12-01T09:00:30", "2026-12-01 09:00", "Call"),
    ("Call 2026-12-01T09:00Z", "2026-12-01 10:00", "Call"),
    ("Call 2026-12-01T09:00-05:00", "2026-12-01 15:00", "Call"),
    ("Call 2026-12-01T25:00", None, "Call 2026-12-01T25:00"),
    ("Call friday at midnight", "2026-11-28 00:00", "Call"),  # the end of Friday
    ("Call tomorrow at 12am", "2026-11-26 00:00", "Call"),
    ("May 5 pm call", "2026-11-25 17:00", "May call"),
]

PARTS = [
    ("Run tomorrow morning", "2026-11-26 09:00", "Run"),
    ("Run tomorrow afternoon", "2026-11-26 15:00", "Run"),
    ("Run friday evening", "2026-11-27 19:00", "Run"),
    ("Run friday night", "2026-11-27 20:00", "Run"),
    ("Run this afternoon", "2026-11-25 15:00", "Run"),
    ("Run tonight", "2026-11-25 20:00", "Run"),
    ("Run tonight at 8", "2026-11-25 20:00", "Run"),
    ("Run tonight at 11", "2026-11-25 23:00", "Run"),
    ("Run tonight at 12", "2026-11-26 00:00", "Run"),
    ("Run tonight at 2", "2026-11-26 02:00", "Run"),  # past midnight, still tonight
    ("Run tonight at 7:30pm", "2026-11-25 19:30", "Run"),
    ("Run tomorrow morning at 7", "2026-11-26 07:00", "Run"),
    ("Run tomorrow evening at 8", "2026-11-26 20:00", "Run"),
    ("Run at 5 tomorrow afternoon", "2026-11-26 17:00", "Run"),
    ("Run jan 5 in the morning", "2027-01-05 09:00", "Run"),
    ("Run jan 5 morning", "2027-01-05 09:00", "Run"),
]

AMOUNTS = [
    ("Stir in 30 minutes", "2026-11-25 10:30", "Stir"),
    ("Stir in 30 min", "2026-11-25 10:30", "Stir"),
    ("Stir in 30m", "2026-11-25 10:30", "Stir"),
    ("Stir in 2 hours", "2026-11-25 12:00", "Stir"),
    ("Stir in an hour", "2026-11-25 11:00", "Stir"),
    ("Stir in half an hour", "2026-11-25 10:30", "Stir"),
    ("Stir in 1h30m", "2026-11-25 11:30", "Stir"),
    ("Stir in 1 hour and 15 minutes", "2026-11-25 11:15", "Stir"),
    ("Stir in 1 day 2 hours", "2026-11-26 12:00", "Stir"),
    ("Stir in 20 hours", "2026-11-26 06:00", "Stir"),
    ("Stir 20 minutes from now", "2026-11-25 10:20", "Stir"),
]


@pytest.mark.parametrize(("text", "due", "title"), [*ALONE, *WITH_A_DAY, *PARTS, *AMOUNTS])
def test_a_phrase_names_a_time(text: str, due: str | None, title: str) -> None:
    task = read(text)
    assert (say_due(task.due), task.title) == (due, title)


TRAPS = [
    "Meet at 25:99",
    "Meet at 24:00",
    "Meet at 12:75",
    "Meet 13pm",
    "Meet 0pm",
    "Meet at 40",
    "Meet at 5 Oak Street",
    "Look at 3 and 4",
    "Multiply by 5",
    "Catch the 5pm train",
    "Move my 9:30 meeting",
    "Work from 5pm",
    "Work until 5pm",
    "Call 5pm/6pm",
    "Buy midnight blue paint",
    "Book noon slot",
    "Mix 16:9 videos",
    "Add 5pmish joke",
    'Say "at 5pm"',
    "Good morning card",
    "Sort in the mornings",
    "Join 4pm CET call",
    "Join at 16:00 (UTC)",
]


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_are_no_time_stay(text: str) -> None:
    task = read(text)
    assert (task.due, task.title) == (None, text)


def test_an_impossible_time_leaves_the_day() -> None:
    task = read("Meet at 25:99 tomorrow")
    assert (say_due(task.due), task.title) == ("2026-11-26", "Meet at 25:99")


@pytest.mark.parametrize(
    ("text", "due", "minutes", "title"),
    [
        ("Work 2-4pm", "2026-11-25 14:00", 120, "Work"),
        ("Work 10-11am", "2026-11-25 10:00", 60, "Work"),
        ("Work 10am to 11am", "2026-11-25 10:00", 60, "Work"),
        ("Work from 9:30 to 11:00 on friday", "2026-11-27 09:30", 90, "Work"),
        ("Work 11-1pm", "2026-11-25 11:00", 120, "Work"),
        ("Deep work tomorrow 2-4pm", "2026-11-26 14:00", 120, "Deep work"),
        ("Write docs for 45min", None, 45, "Write docs"),
        ("Write docs for an hour and a half tomorrow", "2026-11-26", 90, "Write docs"),
        ("Print pages 5 to 9", None, None, "Print pages 5 to 9"),
        ("Work from 4pm for thirty minutes", "2026-11-25 16:00", 30, "Work"),
        ("Work for 30min from 4pm", "2026-11-25 16:00", 30, "Work"),
        ("Work from 16:00 tomorrow", "2026-11-26 16:00", None, "Work"),
        ("Work friday, from 4pm", "2026-11-27 16:00", None, "Work"),
        ("Work from 4pm on the plan friday", "2026-11-27", None, "Work from 4pm on the plan"),
    ],
)
def test_how_long_it_takes(text: str, due: str | None, minutes: int | None, title: str) -> None:
    task = read(text)
    assert (say_due(task.due), task.duration_minutes, task.title) == (due, minutes, title)


def test_a_range_of_times_leaves_the_day_where_no_duration_can_be_stored() -> None:
    task = read("Deep work tomorrow 2-4pm", kinds=("date", "time"))
    assert (say_due(task.due), task.title) == ("2026-11-26", "Deep work 2-4pm")


SPOKEN = [
    ("Call at half past three", "2026-11-25 15:30", "Call"),
    ("Call at quarter to four", "2026-11-25 15:45", "Call"),
    ("Call 20 minutes past 3pm", "2026-11-25 15:20", "Call"),
    ("Call half three", "2026-11-25 15:30", "Call"),
    ("Call in the evening at eight", "2026-11-25 20:00", "Call"),
    ("Call at 1530", "2026-11-25 15:30", "Call"),
    ("Call tomorrow 0900", "2026-11-26 09:00", "Call"),
    ("Call 15h30", "2026-11-25 15:30", "Call"),
    ("Call at 3p", "2026-11-25 15:00", "Call"),
    ("Call at 5.10", "2026-11-25 17:10", "Call"),
    ("Call thu 14.05", "2026-11-26 14:05", "Call"),
]


@pytest.mark.parametrize(("text", "due", "title"), SPOKEN)
def test_times_as_people_say_them(text: str, due: str, title: str) -> None:
    assert (say_due(read(text).due), read(text).title) == (due, title)


# --- Nothing lands in the past


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("Call today at 9am", "2026-11-25", "Call at 9am"),  # over: the day holds, the time stays to be seen
        ("Call today at 9", "2026-11-25 21:00", "Call"),  # 9 in the evening is still to come
        ("Call this morning", "2026-11-25", "Call"),
        ("Call 25 nov 9am", "2026-11-25", "Call 9am"),
        ("Call today at 10am", "2026-11-25 10:00", "Call"),
    ],
)
def test_a_time_that_is_over_today_is_not_taken(text: str, due: str, title: str) -> None:
    task = read(text)
    assert (say_due(task.due), task.title) == (due, title)


def test_tonight_is_a_day_when_the_evening_is_over() -> None:
    assert say_due(read("Call tonight", "2026-11-25T22:30").due) == "2026-11-25"


def test_a_past_year_that_was_said_is_kept() -> None:
    assert say_due(read("Scan 31 jan 2020 at 9am").due) == "2020-01-31 09:00"


# --- Clock changes


@pytest.mark.parametrize(
    ("zone", "now", "text", "due"),
    [
        # Berlin goes from 02:00 to 03:00 on 28 March 2027, and from 03:00 back to 02:00 on 31 October 2027.
        ("Europe/Berlin", "2027-03-27T10:00", "x tomorrow at 02:30", "2027-03-28T03:30:00+02:00"),
        ("Europe/Berlin", "2027-10-30T10:00", "x tomorrow at 02:30", "2027-10-31T02:30:00+02:00"),
        ("Europe/Berlin", "2027-03-28T01:30", "x in 1 hour", "2027-03-28T03:30:00+02:00"),
        ("Europe/Berlin", "2027-10-31T01:30", "x in 2 hours", "2027-10-31T02:30:00+01:00"),
        ("Europe/Berlin", "2027-03-27T10:00", "x in 1 day", "2027-03-28"),
        # Sydney's clocks go forward on 4 October 2026.
        ("Australia/Sydney", "2026-10-03T10:00", "x tomorrow at 02:15", "2026-10-04T03:15:00+11:00"),
        # Lord Howe Island moves by half an hour.
        ("Australia/Lord_Howe", "2026-10-03T10:00", "x tomorrow at 02:15", "2026-10-04T02:45:00+11:00"),
        # Samoa skipped all of 30 December 2011.
        ("Pacific/Apia", "2011-12-29T10:00", "x tomorrow at 9am", "2011-12-31T09:00:00+14:00"),
        # Santiago's midnight does not exist on 6 September 2026.
        ("America/Santiago", "2026-09-05T10:00", "x tomorrow at 12am", "2026-09-06T01:00:00-03:00"),
    ],
)
def test_a_wall_time_that_does_not_exist_moves_on_and_the_first_of_two_counts(
    zone: str, now: str, text: str, due: str
) -> None:
    found = read(text, now, zone).due
    assert found is not None
    assert (found.at or found.day).isoformat() == due


def test_the_second_of_two_equal_wall_times_is_not_taken_for_the_past() -> None:
    """At 02:45 before the clock goes back, 02:50 is ahead although the same hour comes again."""
    due = read("x at 02:50", "2027-10-31T02:45").due
    assert due is not None
    assert due.at is not None
    assert due.at.isoformat() == "2027-10-31T02:50:00+02:00"
