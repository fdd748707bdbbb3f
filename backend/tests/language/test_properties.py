"""What holds for every text: none raises, spans are sound, titles keep their words, nothing lands in the past."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
from hypothesis import example, settings
from hypothesis import strategies as st
from language.reading import NOW, PROJECTS, ZONE, read
from todo.language import Unknown, language_codes, match_title, parse_command, parse_quick_add
from todo.language.grammar import language
from todo.language.text import reading_copy, without

Test = Callable[..., None]


def given(*arguments: st.SearchStrategy[Any]) -> Callable[[Test], Test]:
    """As Hypothesis has it, without its time limit: a busy machine is not a wrong answer."""
    return lambda test: settings(deadline=None)(hypothesis.given(*arguments)(test))


ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"]
)
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001

# Any text, lone surrogates and NUL included.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
PIECES = re.split(
    " ",
    'tomorrow today tonight friday sat sun next this on at by due for in the of every and to - , . : ( ) [ ] " ` “ ” '
    "5pm 17:00 25:99 8 noon midnight morning evening o'clock 3 days weeks a week half an hour from now jan 31 31st may "
    "march 2027 2026-12-01 2026-12-01T09:00 weekend month year 1h30m p1 p4 !2 !9 # #home #Home Garden #nope milk Ana's "
    "don't add remind me to complete undo what is my list overdue "
    "every other 0 0th 2nd 15th last of the month year until starting after completion 10 times 3x {jan 5} @a /b // "
    "+ ago later quarter q1 past half now 12/31 3.12. 1.5 2-4pm 15h "
    "twenty first mid every! daily weekdays RRULE: ; \n \t 🎂 é \u0301 \ud83c \x00 \x01 ’ / @ x@y.z",
)
# Text made of what the grammar reacts to, which finds more than random letters.
BUSY_TEXT = st.lists(st.sampled_from(PIECES), max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ", "", "  "]).map(lambda space: space.join(pieces))
)
TEXTS = ANY_TEXT | BUSY_TEXT
_WORD = re.compile(r"[^\W_]+")


@given(TEXTS, MOMENTS, ZONES)
@example("every 0 days on the 0th friday", datetime(2026, 11, 25, tzinfo=UTC), "UTC")
@example("\ud800", datetime(2026, 11, 25, tzinfo=UTC), "UTC")
@example("x tomorrow at 12am", datetime(2026, 9, 5, 15, tzinfo=UTC), "America/Santiago")
def test_no_text_raises(text: str, now: datetime, zone: str) -> None:
    parse_quick_add(text, now=now, time_zone=zone, projects=PROJECTS)
    parse_command(text, now=now, time_zone=zone, projects=PROJECTS)


@given(TEXTS, st.sampled_from(language_codes()))
@example("Pay rent tomorrow at 5pm p1 #home", "en")
@example("Miete jeden Monat am 31. bis 1.6.2030 um 9 Uhr @geld // bar", "de")
@example("Cita cada martes a las 5 de la tarde, 10 veces {el 3 de marzo}", "es")
def test_spans_are_sorted_apart_and_inside_the_text(text: str, code: str) -> None:
    position = 0
    for span in read(text, language_code=code).spans:
        assert position <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert span.label
        assert span.text.strip() == span.text
        position = span.end


@given(TEXTS, st.sampled_from(language_codes()))
@example("Pay rent tomorrow at 5pm p1 #home", "en")
@example("Gym every mon at 7am until dec 20 @sport {jan 5} for 1h // bring shoes", "en")
def test_rejecting_all_spans_gives_the_text_back(text: str, code: str) -> None:
    spans = [(span.start, span.end) for span in read(text, language_code=code).spans]
    task = read(text, language_code=code, rejected=spans)
    assert (task.title, task.spans, task.due, task.recurrence) == (" ".join(text.split()), (), None, None)


@given(TEXTS, st.data())
@example("Gym every mon at 7am until dec 20", None)
def test_rejecting_some_spans_keeps_no_other(text: str, data: st.DataObject | None) -> None:
    spans = read(text).spans
    kept = [span for span in spans if data is not None and data.draw(st.booleans())]
    rejected = [(span.start, span.end) for span in spans if span not in kept]
    found = {(span.start, span.end) for span in read(text, rejected=rejected).spans}
    assert found <= {(span.start, span.end) for span in kept}


_NUMBERS = re.split(
    " ", "0 1 5 31 0th 1st 15th 1. 3.12. 31/12 13/13 2027 1530 9:30 15h30 2-4pm 1.5 1/2 3x 45min 12/2027"
)


@given(st.sampled_from(language_codes()), st.data())
def test_no_words_of_a_language_raise(code: str, data: st.DataObject) -> None:
    words = st.sampled_from((*language(code).lexicon.words, *_NUMBERS))
    text = " ".join(data.draw(st.lists(words, max_size=9)))
    spans = read(text, language_code=code).spans
    assert all(text[span.start : span.end] == span.text for span in spans)


@given(TEXTS, st.sampled_from(language_codes()))
@example("Anruf um 15:30 Uhr", "de")
@example("Pagar el 15", "es")
def test_no_text_raises_in_any_language(text: str, code: str) -> None:
    read(text, language_code=code)


@given(TEXTS)
@example("Call Ana (tomorrow), then Bo p1.")
def test_the_title_holds_exactly_the_words_outside_the_spans(text: str) -> None:
    task = read(text)
    outside, position = "", 0
    for span in task.spans:
        outside += text[position : span.start] + " "
        position = span.end
    words = _WORD.findall(outside + text[position:])
    assert _WORD.findall(task.title) == words or task.title == " ".join(text.split())


@given(TEXTS)
def test_each_meaning_has_a_span_and_each_span_a_meaning(text: str) -> None:
    task = read(text)
    kinds = {span.kind for span in task.spans}
    assert ("priority" in kinds) == (task.priority is not None)
    assert ("project" in kinds) == (task.project_id is not None)
    assert bool({"date", "time", "recurrence"} & kinds) == (task.due is not None or task.no_date)
    assert ("recurrence" in kinds) == (task.recurrence is not None)
    assert ("notes" in kinds) == bool(task.notes)
    assert ("label" in kinds) == bool(task.labels)


@given(TEXTS)
def test_a_title_is_one_tidy_line(text: str) -> None:
    assert read(text).title == " ".join(read(text).title.split())


BLANKS = st.sampled_from([" ", "\n", "\t  ", "\u00a0"])


@given(TEXTS, BLANKS, st.sampled_from(["", " ", "\r\n"]), st.sampled_from(language_codes()))
@example("Gym every mon at 7am until dec 20 {jan 5} // bring shoes", " ", " ", "en")
def test_white_space_around_the_text_changes_nothing(text: str, before: str, after: str, code: str) -> None:
    plain, padded = read(text, language_code=code), read(before + text + after, language_code=code)
    assert [(span.kind, span.text, span.label) for span in plain.spans] == [
        (span.kind, span.text, span.label) for span in padded.spans
    ]
    assert replace(plain, spans=()) == replace(padded, spans=())


# --- No phrase without a year lands in the past

_PHRASES = st.one_of(
    st.builds("{} {}".format, st.integers(1, 31), st.sampled_from(["jan", "february", "mar", "july", "dec"])),
    st.builds("{} {}".format, st.sampled_from(["Jan", "may", "September", "oct"]), st.integers(1, 31)),
    st.builds("on the {}{}".format, st.integers(1, 31), st.sampled_from(["st", "nd", "rd", "th"])),
    st.builds(
        "{}{}".format, st.sampled_from(["", "next ", "this ", "on "]), st.sampled_from(["monday", "fri", "sunday"])
    ),
    st.builds("in {} {}".format, st.integers(1, 999), st.sampled_from(["minutes", "hours", "days", "weeks", "months"])),
    st.sampled_from(["today", "tomorrow", "tonight", "this morning", "next week", "next month", "this weekend"]),
)
_TIMES = st.one_of(
    st.just(""),
    st.builds(" at {}".format, st.integers(0, 23)),
    st.builds(" {}{}".format, st.integers(1, 12), st.sampled_from(["am", "pm"])),
    st.builds(" {:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
    st.sampled_from([" at noon", " at midnight", " in the morning"]),
)


@given(_PHRASES, _TIMES, MOMENTS, ZONES)
@example("25 nov", " at 9am", datetime(2026, 11, 25, 12, tzinfo=UTC), "UTC")
def test_nothing_without_a_year_is_in_the_past(phrase: str, time: str, now: datetime, zone: str) -> None:
    task = parse_quick_add(f"x {phrase}{time}", now=now, time_zone=zone)
    if task.due and task.due.at:
        assert task.due.at.astimezone(UTC) >= now.replace(second=0, microsecond=0)
    elif task.due:
        assert task.due.day >= now.astimezone(ZoneInfo(zone)).date()


@given(_TIMES.filter(bool), MOMENTS, ZONES)
def test_a_time_alone_is_within_a_day_or_so(time: str, now: datetime, zone: str) -> None:
    task = parse_quick_add(f"x{time}", now=now, time_zone=zone)
    assert task.due is not None
    assert task.due.at is not None
    assert now <= task.due.at.astimezone(UTC) <= now + timedelta(hours=50)  # Samoa once skipped a day


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_written_date_is_that_date(day: date) -> None:
    written = [f"x {day.isoformat()}", f"x {day.day} {day:%B} {day.year:04}", f"x {day:%b} {day.day}, {day.year:04}"]
    for text in written:
        assert (read(text).due, read(text).title) == (read(written[0]).due, "x")
    due = read(written[0]).due
    assert due is not None
    assert due.date == day


# --- Ordinary text

_CALM_WORDS = st.sampled_from(["buy", "milk", "water", "the", "roses", "call", "grandma", "about", "cake", "quietly"])


@given(st.lists(_CALM_WORDS, min_size=1, max_size=12).map(" ".join))
def test_text_without_any_trigger_comes_back_unchanged(text: str) -> None:
    task = read(text)
    assert (task.title, task.due, task.priority, task.project_id, task.spans) == (text, None, None, None, ())


@given(TEXTS.filter(lambda text: '"' not in text))
def test_quoted_text_is_never_read(text: str) -> None:
    quoted = f'Say "{text}"'
    assert read(quoted).spans == ()


@given(TEXTS)
def test_a_reading_copy_keeps_every_offset(text: str) -> None:
    assert len(reading_copy(text)) == len(text)


@given(TEXTS)
def test_taking_nothing_only_tidies_white_space(text: str) -> None:
    assert without(text, []) == " ".join(text.split())


# --- Commands and matching


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_a_denied_order_never_acts(rest: str) -> None:
    for verb in ("complete", "add", "undo", "finish"):
        sentence = f"don't {verb} {rest}"
        assert parse_command(sentence, now=NOW, time_zone=ZONE, projects=PROJECTS) == Unknown(sentence)


@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_matches_are_ranked_and_point_at_their_titles(words: str, titles: list[str]) -> None:
    matches = match_title(words, titles)
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)
    for match in matches:
        assert titles[match.index] == match.title
        assert 0 < match.score <= 1


@given(TEXTS)
def test_a_title_finds_itself(title: str) -> None:
    found = match_title(title, [title])
    assert not _WORD.findall(title) or not found or found[0].score == 1
