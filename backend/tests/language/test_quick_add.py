"""Quick add as a whole: symbols beside dates, which of several count, spans and their labels, the title that stays."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfoNotFoundError

import pytest
from language.reading import NOW, PROJECTS, read, say_due
from todo.language import Due, ProjectName, parse_quick_add, utf16_offsets

# --- Everything at once


def test_a_line_with_everything() -> None:
    task = read("Pay rent tomorrow at 5pm p1 #home")
    assert task.title == "Pay rent"
    assert say_due(task.due) == "2026-11-26 17:00"
    assert (task.priority, task.project_id) == (1, "home")
    assert [(span.kind, span.text, span.label) for span in task.spans] == [
        ("date", "tomorrow", "Tomorrow"),
        ("time", "at 5pm", "17:00"),
        ("priority", "p1", "Priority 1"),
        ("project", "#home", "Home"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "p1 #home Pay rent tomorrow at 5pm",
        "#home tomorrow Pay rent at 5pm p1",
        "at 5pm Pay #home rent p1 tomorrow",
        "Pay rent #home at 5pm, tomorrow, p1",
        "Pay rent (tomorrow at 5pm) #home p1",
    ],
)
def test_the_order_does_not_matter(text: str) -> None:
    task = read(text)
    assert (task.title, say_due(task.due), task.priority, task.project_id) == (
        "Pay rent",
        "2026-11-26 17:00",
        1,
        "home",
    )


def test_an_ordinary_line_is_its_title() -> None:
    task = read("Buy milk")
    assert (task.title, task.due, task.priority, task.project_id, task.spans) == ("Buy milk", None, None, None, ())


# --- Of several, the last counts


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("Prepare the monday slides by thursday", "2026-11-26", "Prepare the monday slides"),
        ("Tomorrow tell Bo about plans due friday", "2026-11-27", "Tomorrow tell Bo about plans"),
        ("Call at 9am or text Bo at 5pm", "2026-11-25 17:00", "Call at 9am or text Bo"),
        ("Ask today whether sunday works", "2026-11-29", "Ask today whether works"),
        ("In 2 hours or so check the oven tomorrow", "2026-11-26", "In 2 hours or so check the oven"),
        ("Check at 5pm what changed in 2 hours", "2026-11-25 12:00", "Check at 5pm what changed"),
    ],
)
def test_the_last_date_and_the_last_time_count(text: str, due: str, title: str) -> None:
    task = read(text)
    assert (say_due(task.due), task.title) == (due, title)


def test_the_last_priority_and_the_last_known_project_count() -> None:
    task = read("Sort p1 or p2 #home or #inbox")
    assert (task.priority, task.project_id, task.title) == (2, "inbox", "Sort p1 or #home or")


# --- Symbols


@pytest.mark.parametrize(
    ("text", "priority", "title"),
    [
        ("Fix p1", 1, "Fix"),
        ("Fix P4", 4, "Fix"),
        ("p2 fix", 2, "fix"),
        ("Fix !3", 3, "Fix"),
        ("Fix (p3) soon", 3, "Fix soon"),
        ("Fix p1, then rest", 1, "Fix, then rest"),
        ("Fix p5", None, "Fix p5"),
        ("Fix p0", None, "Fix p0"),
        ("Fix p12", None, "Fix p12"),
        ("Fix !!1", None, "Fix !!1"),
        ("Fix mp3 tags", None, "Fix mp3 tags"),
        ("Fix p1/p2 routing", None, "Fix p1/p2 routing"),
        ("Fix p1-labels", None, "Fix p1-labels"),
        ('Explain "p1"', None, 'Explain "p1"'),
    ],
)
def test_priorities(text: str, priority: int | None, title: str) -> None:
    assert (read(text).priority, read(text).title) == (priority, title)


@pytest.mark.parametrize(
    ("text", "project", "title"),
    [
        ("Rake #home", "home", "Rake"),
        ("Rake #HOME leaves", "home", "Rake leaves"),
        ("Rake #Home Garden", "garden", "Rake"),
        ("Rake #home garden leaves", "garden", "Rake leaves"),
        ("Rake #home gardens", "home", "Rake gardens"),
        ("Rake #cafe", "cafe", "Rake"),
        ("Rake #CAFÉ", "cafe", "Rake"),
        ("Rake #Cafe\u0301 soon", "cafe", "Rake soon"),
        ("Rake (#home)", "home", "Rake"),
        ("Rake #home, then rest", "home", "Rake, then rest"),
        ("Rake #unknown", None, "Rake #unknown"),
        ("Rake #homework", None, "Rake #homework"),
        ("Rake #home-office", None, "Rake #home-office"),
        ("Rake #home's edge", None, "Rake #home's edge"),
        ("Review PR #42", None, "Review PR #42"),
        ("Learn C# home", None, "Learn C# home"),
        ("Rake # home", None, "Rake # home"),
        ("Rake `#home`", None, "Rake `#home`"),
        ("Open https://example.org/#home", None, "Open https://example.org/#home"),
    ],
)
def test_projects(text: str, project: str | None, title: str) -> None:
    assert (read(text).project_id, read(text).title) == (project, title)


def test_a_projects_name_may_hold_a_date() -> None:
    projects = [ProjectName("1", "Next Friday"), ProjectName("2", "Straße 5")]
    for text, project in (("Plan #next friday", "1"), ("Plan #strasse 5", "2"), ("Plan #STRASSE 5", "2")):
        task = parse_quick_add(text, now=NOW, time_zone="Europe/Berlin", projects=projects)
        assert (task.project_id, task.due, task.title) == (project, None, "Plan")


def test_without_projects_every_hash_stays() -> None:
    assert parse_quick_add("Rake #home", now=NOW, time_zone="UTC").title == "Rake #home"


def test_a_phrase_does_not_reach_over_a_symbol() -> None:
    task = read("Rake next #home friday")
    assert (task.title, say_due(task.due), task.project_id) == ("Rake next", "2026-11-27", "home")


# --- Spans


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("x friday", ["Fri 27 Nov"]),
        ("x jan 5", ["Tue 5 Jan 2027"]),
        ("x today", ["Today"]),
        ("x 5pm", ["Today 17:00"]),  # a time alone says its day
        ("x 9am", ["Tomorrow 09:00"]),
        ("x tomorrow morning", ["Tomorrow 09:00"]),
        ("x tomorrow morning at 7", ["Tomorrow", "07:00"]),
        ("x friday at midnight", ["Fri 27 Nov", "Sat 28 Nov 00:00"]),
        ("x in 2 hours", ["Today 12:00"]),
        ("x 2026-12-01T09:00", ["Tue 1 Dec 09:00"]),
        ("x !2", ["Priority 2"]),
        ("x #cafe", ["Café"]),
    ],
)
def test_labels_say_what_was_understood(text: str, labels: list[str]) -> None:
    assert [span.label for span in read(text).spans] == labels


def test_spans_are_python_offsets_and_convert_to_utf16() -> None:
    text = "🎂 Bake 🎂 tomorrow"
    (span,) = read(text).spans
    assert text[span.start : span.end] == span.text == "tomorrow"
    assert utf16_offsets(text, span.start, span.end) == (span.start + 2, span.end + 2)
    units = text.encode("utf-16-le")
    start, end = utf16_offsets(text, span.start, span.end)
    assert units[2 * start : 2 * end].decode("utf-16-le") == "tomorrow"


# --- The title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Call Ana, tomorrow.", "Call Ana."),
        ("Call Ana - tomorrow", "Call Ana"),
        ("Tomorrow - call Ana", "call Ana"),
        ("Tomorrow: call Ana", "call Ana"),
        ("Call Ana tomorrow!!", "Call Ana!!"),
        ("Call Ana tomorrow?", "Call Ana?"),
        ("Call Ana, tomorrow, and Bo", "Call Ana, and Bo"),
        ("Call Ana (tomorrow) and Bo", "Call Ana and Bo"),
        ("Call Ana (maybe tomorrow)", "Call Ana (maybe)"),
        ("  Call \t Ana   tomorrow ", "Call Ana"),
        ("Call Ana\ntomorrow", "Call Ana"),
        ("Learn C-- tomorrow", "Learn C--"),
        ("Smile :) tomorrow", "Smile :)"),
        ("Smile tomorrow :)", "Smile :)"),
        ("Stop by tomorrow", "Stop by"),
        ("Log on tomorrow", "Log on"),
        ("🎂 tomorrow", "🎂"),
        ("x tomorrow", "x"),
    ],
)
def test_only_what_was_taken_leaves_the_title(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize("text", ["tomorrow", "p1 #home", "(tomorrow at 5pm)", "#home, p2!", "due friday"])
def test_a_line_of_nothing_else_is_its_own_title(text: str) -> None:
    task = read(text)
    assert task.title == text
    assert task.spans


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b"])
def test_a_blank_line_has_a_blank_title(text: str) -> None:
    assert read(text).title.strip("\u200b") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Лето завтра",
        "明日の会議",
        "اتصل بأمي غدا",
        "שלום מחר",
        "naïve café résumé",
        "\ud800 lone surrogate \udfff",
        "nul \x00 and \x01 stay",
        "٣ أيام",
        "ﬁne ½ Ⅳ",
    ],
)
def test_any_script_stays_what_it_is(text: str) -> None:
    assert read(text).title == text


def test_a_date_beside_another_script_is_read() -> None:
    task = read("اتصل بأمي tomorrow")
    assert (task.title, say_due(task.due)) == ("اتصل بأمي", "2026-11-26")


# --- Arguments


def test_now_may_be_in_any_zone() -> None:
    task = parse_quick_add("x today", now=datetime(2026, 11, 25, 23, 30, tzinfo=UTC), time_zone="Asia/Tokyo")
    assert task.due == Due(date=date(2026, 11, 26))


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        parse_quick_add("x", now=datetime(2026, 11, 25), time_zone="UTC")  # noqa: DTZ001


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", ""])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises((ZoneInfoNotFoundError, ValueError)):
        parse_quick_add("x", now=NOW, time_zone=zone, projects=PROJECTS)


def test_a_due_date_has_exactly_one_of_day_and_instant() -> None:
    for arguments in ({}, {"date": date(2026, 1, 1), "at": NOW}):
        with pytest.raises(ValueError, match="exactly one"):
            Due(**arguments)  # type: ignore[arg-type]
    assert Due(at=NOW).day == Due(date=date(2026, 11, 25)).day
