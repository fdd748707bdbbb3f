"""Phrases that name a day. Each case: the line, the day it is due, the title that stays."""

import pytest
from language.reading import read, say_due

# --- Days near today

NEAR = [
    ("Buy milk today", "2026-11-25", "Buy milk"),
    ("today buy milk", "2026-11-25", "buy milk"),
    ("Buy milk tod", "2026-11-25", "Buy milk"),
    ("TODAY: water the roses", "2026-11-25", "water the roses"),
    ("Buy milk tomorrow", "2026-11-26", "Buy milk"),
    ("tmr buy milk", "2026-11-26", "buy milk"),
    ("Buy milk tmrw", "2026-11-26", "Buy milk"),
    ("Buy milk tommorow", "2026-11-26", "Buy milk"),
    ("Send the slides by tomorrow", "2026-11-26", "Send the slides"),
    ("Send the slides due tomorrow", "2026-11-26", "Send the slides"),
    ("Send the slides, due by tomorrow", "2026-11-26", "Send the slides"),
    ("Pack the bag for tomorrow", "2026-11-26", "Pack the bag"),
    ("day after tomorrow call Ana", "2026-11-27", "call Ana"),
    ("Call Ana the day after tomorrow", "2026-11-27", "Call Ana"),
    ("Call Ana the  day\tafter tomorrow", "2026-11-27", "Call Ana"),
    ("Call Ana (tomorrow)", "2026-11-26", "Call Ana"),
    ("Call Ana [tomorrow], then Bo", "2026-11-26", "Call Ana, then Bo"),
]

WEEKDAYS = [
    ("Swim friday", "2026-11-27", "Swim"),
    ("Swim on fri", "2026-11-27", "Swim"),
    ("Swim on Friday.", "2026-11-27", "Swim."),
    ("Swim tues", "2026-12-01", "Swim"),
    ("Swim thurs", "2026-11-26", "Swim"),
    ("Swim wednesday", "2026-12-02", "Swim"),  # today is one: a bare weekday is the next
    ("Swim this wednesday", "2026-11-25", "Swim"),
    ("Swim this friday", "2026-11-27", "Swim"),
    ("Swim this monday", "2026-11-30", "Swim"),  # this week's is over
    ("Swim next friday", "2026-12-04", "Swim"),
    ("Swim next wednesday", "2026-12-02", "Swim"),
    ("Swim next monday", "2026-11-30", "Swim"),
    ("Swim next sunday", "2026-12-06", "Swim"),
    ("Swim coming sunday", "2026-11-29", "Swim"),
    ("Swim friday next week", "2026-12-04", "Swim"),
    ("Swim next week on friday", "2026-12-04", "Swim"),
    ("Hand in the essay by monday", "2026-11-30", "Hand in the essay"),
    ("Hand in the essay due next monday", "2026-11-30", "Hand in the essay"),
    ("Monday ring the bank", "2026-11-30", "ring the bank"),
    ("Ring the bank sat", "2026-11-28", "Ring the bank"),
    ("Sat: ring the bank", "2026-11-28", "ring the bank"),
    ("Ring the bank sun #Home", "2026-11-29", "Ring the bank"),
    ("Ring the bank on mon about the loan", "2026-11-30", "Ring the bank about the loan"),
]

AMOUNTS = [
    ("Bake in 3 days", "2026-11-28", "Bake"),
    ("Bake in three days", "2026-11-28", "Bake"),
    ("Bake in a week", "2026-12-02", "Bake"),
    ("Bake in 2 weeks", "2026-12-09", "Bake"),
    ("Bake in two weeks time", "2026-12-09", "Bake"),
    ("Bake in a month", "2026-12-25", "Bake"),
    ("Bake in 2 months", "2027-01-25", "Bake"),
    ("Bake in a year", "2027-11-25", "Bake"),
    ("Bake in a couple of days", "2026-11-27", "Bake"),
    ("Bake in 1 month and 2 days", "2026-12-27", "Bake"),
    ("Bake 10 days from now", "2026-12-05", "Bake"),
    ("Bake two weeks from today", "2026-12-09", "Bake"),
    ("Bake due in 3 days", "2026-11-28", "Bake"),
    ("Bake in 2w", "2026-12-09", "Bake"),
]

NAMED = [
    ("Ski 31 jan", "2027-01-31", "Ski"),
    ("Ski jan 31", "2027-01-31", "Ski"),
    ("Ski Jan. 31st", "2027-01-31", "Ski"),
    ("Ski on january 31", "2027-01-31", "Ski"),
    ("Ski jan 31 2028", "2028-01-31", "Ski"),
    ("Ski January 31, 2028", "2028-01-31", "Ski"),
    ("Ski 2nd march 2027", "2027-03-02", "Ski"),
    ("Ski the 2nd of March", "2027-03-02", "Ski"),
    ("Ski March the 2nd", "2027-03-02", "Ski"),
    ("Ski 26 november", "2026-11-26", "Ski"),
    ("Ski 25 november", "2026-11-25", "Ski"),
    ("Ski 24 november", "2027-11-24", "Ski"),
    ("Ski 24 november 2026", "2026-11-24", "Ski"),  # the year was said
    ("Ski 29 feb", "2028-02-29", "Ski"),
    ("Ski Monday 7 December", "2026-12-07", "Ski"),
    ("Ski Mon, Dec 7", "2026-12-07", "Ski"),
    ("Ski by sept 5", "2027-09-05", "Ski"),
    ("May 5 send the card", "2027-05-05", "send the card"),
    ("Ski 2026-12-01", "2026-12-01", "Ski"),
    ("Ski on 2026-12-01", "2026-12-01", "Ski"),
]

DAY_NUMBERS = [
    ("Pay the rent on the 30th", "2026-11-30", "Pay the rent"),
    ("Pay the rent on the 1st", "2026-12-01", "Pay the rent"),
    ("Pay the rent on the 25th", "2026-11-25", "Pay the rent"),
    ("Pay the rent on the 31st", "2026-12-31", "Pay the rent"),
    ("Pay the rent by the 5th", "2026-12-05", "Pay the rent"),
    ("Pay the rent due the 5th", "2026-12-05", "Pay the rent"),
    ("Ask on the 3rd about the lease", "2026-12-03", "Ask about the lease"),
    ("Party friday the 13th", "2027-08-13", "Party"),
    ("Party Thursday the 3rd", "2026-12-03", "Party"),
]

PERIODS = [
    ("Tidy next week", "2026-11-30", "Tidy"),
    ("Tidy next month", "2026-12-01", "Tidy"),
    ("Tidy next year", "2027-01-01", "Tidy"),
    ("Tidy this weekend", "2026-11-28", "Tidy"),
    ("Tidy on the weekend", "2026-11-28", "Tidy"),
    ("Tidy next weekend", "2026-12-05", "Tidy"),
]


WRITTEN = [
    ("Meet 31/12", "2026-12-31", "Meet"),
    ("Meet 12/05", "2026-12-05", "Meet"),
    ("Meet 12/31/2027", "2027-12-31", "Meet"),
    ("Meet 31.12.2027", "2027-12-31", "Meet"),
    ("Meet 3.12. at 5pm", "2026-12-03 17:00", "Meet"),
    ("Meet 2027/2/15", "2027-02-15", "Meet"),
    ("Meet on 3/4", "2027-03-04", "Meet"),
    ("Meet 12/2027", "2027-12-01", "Meet"),
]

EDGES = [
    ("Plan end of month", "2026-11-30", "Plan"),
    ("Plan at the end of the week", "2026-11-29", "Plan"),
    ("Plan mid december", "2026-12-15", "Plan"),
    ("Plan beginning of next month", "2026-12-01", "Plan"),
    ("Plan eod", "2026-11-25", "Plan"),
    ("Plan by eoy", "2026-12-31", "Plan"),
    ("Plan early march", "2027-03-01", "Plan"),
    ("Plan in Q1", "2027-01-01", "Plan"),
    ("Plan in january", "2027-01-01", "Plan"),
    ("Plan this week", "2026-11-29", "Plan"),
    ("Plan within the next 3 weeks", "2026-12-20", "Plan"),
    ("Plan christmas eve", "2026-12-24", "Plan"),
    ("Call first monday of january", "2027-01-04", "Call"),
    ("Call last friday of december", "2026-12-25", "Call"),
    ("Call last day of february 2028", "2028-02-29", "Call"),
    ("Call the 20th of next month", "2026-12-20", "Call"),
    ("Call monday week", "2026-12-07", "Call"),
    ("Call friday after next", "2026-12-04", "Call"),
    ("Call a week from friday", "2026-12-04", "Call"),
    ("Call three weeks from tomorrow", "2026-12-17", "Call"),
    ("Call +5 days", "2026-11-30", "Call"),
]

PAST = [  # said on purpose: what was to be done by then
    ("Sum up last friday", "2026-11-20", "Sum up"),
    ("Sum up yesterday", "2026-11-24", "Sum up"),
    ("Sum up 3 days ago", "2026-11-22", "Sum up"),
]


@pytest.mark.parametrize("text", ["Sum up yesterday evening news", "Read what Bo wrote 3 days ago about it"])
def test_a_past_day_is_due_only_at_the_end(text: str) -> None:
    assert read(text).due is None


@pytest.mark.parametrize(("text", "due"), [("Meet 3/4", "2027-04-03"), ("Meet 12/31", "2026-12-31")])
def test_the_day_may_come_first(text: str, due: str) -> None:
    assert say_due(read(text, day_first=True).due) == due


@pytest.mark.parametrize(
    "text",
    ["Call Bo no date", "Call Bo without a date", "Call Bo friday no date", "Call Bo (No Date)", "Call Bo: no date!"],
)
def test_no_date_is_said_explicitly(text: str) -> None:
    task = read(text)
    assert (task.due, task.no_date) == (None, True)


@pytest.mark.parametrize(
    ("text", "due", "title"), [*WRITTEN, *EDGES, *PAST, *NEAR, *WEEKDAYS, *AMOUNTS, *NAMED, *DAY_NUMBERS, *PERIODS]
)
def test_a_phrase_names_a_day(text: str, due: str, title: str) -> None:
    task = read(text)
    assert (say_due(task.due), task.title) == (due, title)


# --- What only looks like a day

TRAPS = [
    "Read The 5th Wave",
    "may send april the march report",
    "May and June: interview candidates",
    "Meet on the 5th floor",
    "Write the second chapter",
    "Run 3 miles",
    "march 5 miles",
    "Buy 2 apples and 3 pears",
    "Print pages 5 to 9",
    "Plan todayish things",
    "Read today's paper",
    "Read today’s paper",
    "Prepare tomorrow's lunch",
    "Open today.md",
    "Copy notes/today to the server",
    "Fetch https://example.org/monday?x=friday",
    "Mail friday@example.org",
    "Call run(today) in the script",
    'Translate "see you tomorrow"',
    "Translate “see you tomorrow”",
    "Run `date --date tomorrow`",
    "Buy sun cream",
    "Ask who sat here",
    "Get wed without fuss",
    "Order the Black Friday speakers",
    "Colour eggs before Easter Monday",
    "Ship 31 feb",
    "Ship feb 30",
    "Ship 2026-13-01",
    "Ship 2026-02-30",
    "Ship on the 32nd",
    "Learn C# and F#",
    "Fix bug 1234",
    "Upgrade to python 3.12",
    "Read 1984",
    "Remove mondayitis joke",
    "Sing #tomorrow",
    "Watch The Tonight Show",
    "Send the friday report",
    "Rest since monday",
    "Finish in no time",
    "Score 3 in 4",
    "Work in 0 days",
]


@pytest.mark.parametrize("text", TRAPS)
def test_words_that_are_no_due_date_stay(text: str) -> None:
    task = read(text)
    assert (task.due, task.title, task.spans) == (None, text, ())


LISTS_AND_RANGES = [
    "Gym mon and thu",
    "Gym monday, thursday",
    "Gym monday & thursday",
    "Gym monday or on thursday",
    "Choose today or tomorrow",
]


@pytest.mark.parametrize("text", LISTS_AND_RANGES)
def test_lists_and_ranges_of_days_are_not_one_due_date(text: str) -> None:
    assert (read(text).due, read(text).title) == (None, text)


@pytest.mark.parametrize("text", ["Gym mon and thu at 5pm", "Gym monday, thursday at 5pm"])
def test_a_time_beside_a_list_of_days_is_left_too(text: str) -> None:
    assert (read(text).due, read(text).title) == (None, text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Travel from monday to friday", "2026-11-30", "2026-12-04"),  # the friday after that monday
        ("Travel thursday to saturday", "2026-11-26", "2026-11-28"),
        ("Travel dec 3 - dec 5", "2026-12-03", "2026-12-05"),
        ("Travel from 3 to 5 december", "2026-12-03", "2026-12-05"),
        ("Travel July 13 through 15", "2027-07-13", "2027-07-15"),
        ("Travel 10 - 22 august 2027", "2027-08-10", "2027-08-22"),
        ("Travel today - next friday", "2026-11-25", "2026-12-04"),
    ],
)
def test_a_range_of_days_is_due_on_its_first_with_its_last_as_deadline(text: str, first: str, last: str) -> None:
    task = read(text)
    assert (say_due(task.due), str(task.deadline), task.title) == (first, last, "Travel")


@pytest.mark.parametrize("text", ["Travel dec 3 - dec 5", "Travel from 3 to 5 december"])
def test_a_range_stays_whole_where_no_deadline_can_be_stored(text: str) -> None:
    task = read(text, kinds=("date", "time"))
    assert (task.due, task.title) == (None, text)


def test_a_fraction_is_no_day() -> None:
    task = read("Take 1/2 pill at 8pm")
    assert (say_due(task.due), task.title) == ("2026-11-25 20:00", "Take 1/2 pill")


RECURRING = [
    "Report every monday at 9am",
    "Standup every weekday at 9:30",
    "Water the plants every 3 days",
    "Haircut every! 6 weeks",
    "Rent every 1st",
    "Board every third friday",
    "Backup each month starting tomorrow",
]


@pytest.mark.parametrize("text", RECURRING)
def test_a_recurring_line_is_left_whole_where_no_recurrence_can_be_stored(text: str) -> None:
    task = read(text, kinds=("date", "time", "priority", "project"))
    assert (task.due, task.title) == (None, text)


def test_every_as_an_ordinary_word_does_not_stop_reading() -> None:
    assert say_due(read("Call every client tomorrow").due) == "2026-11-26"


# --- Calendar arithmetic at the edges


@pytest.mark.parametrize(
    ("text", "now", "due"),
    [
        ("x in a month", "2027-01-31T09:00", "2027-02-28"),
        ("x in a month", "2028-01-31T09:00", "2028-02-29"),
        ("x in 1 year", "2028-02-29T09:00", "2029-02-28"),
        ("x in 3 months", "2026-11-30T09:00", "2027-02-28"),
        ("x tomorrow", "2026-12-31T23:59", "2027-01-01"),
        ("x on the 31st", "2026-02-01T09:00", "2026-03-31"),
        ("x on the 30th", "2026-01-31T09:00", "2026-03-30"),
        ("x monday", "2026-11-30T00:00", "2026-12-07"),
        ("x next monday", "2026-11-29T23:00", "2026-11-30"),
        ("x next sunday", "2026-11-30T00:00", "2026-12-13"),
        ("x this weekend", "2026-11-29T09:00", "2026-11-29"),
        ("x next month", "2026-12-31T09:00", "2027-01-01"),
        ("x 29 feb", "2096-03-01T09:00", "2104-02-29"),
    ],
)
def test_the_calendar_holds_at_its_edges(text: str, now: str, due: str) -> None:
    assert say_due(read(text, now).due) == due


@pytest.mark.parametrize("text", ["x in 9999 years", "x in 7973 years", "x in 7972 years 60 weeks"])
def test_a_day_beyond_the_calendar_is_left(text: str) -> None:
    assert (read(text).due, read(text).title) == (None, text)


def test_days_are_those_of_the_persons_zone() -> None:
    assert say_due(read("x today", "2026-11-25T23:30", "Pacific/Auckland").due) == "2026-11-25"
    assert say_due(read("x today", "2026-11-25T00:30", "America/Los_Angeles").due) == "2026-11-25"
