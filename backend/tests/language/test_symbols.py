"""Names, priorities, deadlines and notes: what is taken, and what only looks like a symbol."""

import pytest
from language.reading import read
from todo.language.grammar import language
from todo.language.symbols import ProjectName, SectionName, braces, read_names, read_notes, read_priority

ENGLISH = language("en")
SECTIONS = (
    SectionName("kitchen", "Kitchen", "home"),
    SectionName("beds", "Raised Beds", "garden"),
    SectionName("later-home", "Later", "home"),
    SectionName("later-garden", "Later", "garden"),
)
LABELS = ("errand", "deep work", "Café")


# --- Labels


@pytest.mark.parametrize(
    ("text", "labels", "title"),
    [
        ("Buy beans @errand", ("errand",), "Buy beans"),
        ("Buy beans @ERRAND", ("errand",), "Buy beans"),
        ("Buy beans @cafe", ("Café",), "Buy beans"),
        ("Buy beans @new-one", ("new-one",), "Buy beans"),
        ("@errand buy @quick beans", ("errand", "quick"), "buy beans"),
        ("Buy beans @errand @errand", ("errand",), "Buy beans"),
        ("Write @deep work tomorrow", ("deep work",), "Write"),
        ('Write @"slow food" essay', ("slow food",), "Write essay"),
        ('Write @"Deep  Work"', ("deep work",), "Write"),
        ("Write (@errand)", ("errand",), "Write"),
        ("Mail bo@example.org", (), "Mail bo@example.org"),
        ("Meet @ 5pm", (), "Meet"),
        ("Write @", (), "Write @"),
        ("Write @1st", (), "Write @1st"),
        ("Write `@errand`", (), "Write `@errand`"),
    ],
)
def test_labels(text: str, labels: tuple[str, ...], title: str) -> None:
    task = read(text, labels=LABELS)
    assert (task.labels, task.title) == (labels, title)


def test_labels_without_end_are_taken_up_to_a_bound() -> None:
    task = read(" ".join(f"@label{letter}{number}" for letter in "abcdef" for number in range(99)))
    assert len(task.labels) == 20


# --- Sections


@pytest.mark.parametrize(
    ("text", "section", "project", "title"),
    [
        ("Fix sink /Kitchen", "kitchen", "home", "Fix sink"),
        ("Fix sink #home /kitchen", "kitchen", "home", "Fix sink"),
        ("Weed /raised beds friday", "beds", "garden", "Weed"),
        ('Weed /"Raised Beds"', "beds", "garden", "Weed"),
        ("Weed #Home Garden /later", "later-garden", "garden", "Weed"),
        ("Paint #home /later", "later-home", "home", "Paint"),
        ("Paint #home /raised beds", None, "home", "Paint /raised beds"),
        ("Paint /nowhere", None, None, "Paint /nowhere"),
        ("Paint and/or varnish", None, None, "Paint and/or varnish"),
        ("Open /etc/kitchen", None, None, "Open /etc/kitchen"),
        ("Open /kitchen/sink", None, None, "Open /kitchen/sink"),
    ],
)
def test_sections(text: str, section: str | None, project: str | None, title: str) -> None:
    task = read(text, sections=SECTIONS)
    assert (task.section_id, task.project_id, task.title) == (section, project, title)


# --- Priorities


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("x p1", 1),
        ("x P3", 3),
        ("x !2", 2),
        ("x !high", 2),
        ("x !URGENT", 1),
        ("x !medium", 3),
        ("x !low", 4),
        ("x high", None),
        ("x !higher", None),
        ("x !!high", None),
        ("x p9", None),
        ("wow!1", None),
    ],
)
def test_priorities(text: str, level: int | None) -> None:
    symbol = read_priority(text, ENGLISH)
    assert (symbol.level if symbol else None) == level


@pytest.mark.parametrize(
    ("code", "text", "level"), [("de", "x !hoch", 2), ("es", "x !urgente", 1), ("de", "x !high", None)]
)
def test_priority_words_are_those_of_the_language(code: str, text: str, level: int | None) -> None:
    assert read(text, language_code=code).priority == level


# --- Deadlines and notes


@pytest.mark.parametrize(
    ("text", "deadline", "title"),
    [
        ("File {dec 18}", "2026-12-18", "File"),
        ("File { next friday }", "2026-12-04", "File"),
        ("{2026-12-18} file", "2026-12-18", "file"),
        ("File {in 2 weeks} report", "2026-12-09", "File report"),
        ("File {dec 18} {dec 20}", "2026-12-18", "File {dec 20}"),
        ("File {}", None, "File {}"),
        ("File {draft}", None, "File {draft}"),
        ("File {draft dec 18}", None, "File {draft dec 18}"),
        ("File x{dec 18}", None, "File x{dec 18}"),
        ("File {every friday}", None, "File {every friday}"),
    ],
)
def test_deadlines(text: str, deadline: str | None, title: str) -> None:
    task = read(text)
    assert (str(task.deadline) if task.deadline else None, task.title) == (deadline, title)


def test_a_deadline_is_no_due_date() -> None:
    assert read("File {dec 18}").due is None
    assert read("File {dec 18}", kinds=("date", "time")).due is None


@pytest.mark.parametrize(
    ("text", "notes", "title"),
    [
        ("Call Bo // ask about p1 tomorrow", "ask about p1 tomorrow", "Call Bo"),
        ("Call Bo //", "", "Call Bo //"),
        ("Call Bo // first\nsecond", "first\nsecond", "Call Bo"),
        ("// only notes", "only notes", "// only notes"),
        ("Open https://example.org", "", "Open https://example.org"),
        ("Call Bo //ask", "", "Call Bo //ask"),
        ('Say "a // b"', "", 'Say "a // b"'),
    ],
)
def test_notes(text: str, notes: str, title: str) -> None:
    assert (read(text).notes, read(text).title) == (notes, title)


# --- The functions themselves


def test_notes_reach_from_the_slashes_to_the_end() -> None:
    assert read_notes("a // b c") == (2, 8)
    assert read_notes("a b c") is None


def test_braces_stand_by_themselves() -> None:
    assert braces("a {b} (c{d}) {e f}") == [(2, 5), (13, 18)]


def test_the_longest_known_name_wins_and_new_ones_are_for_labels_only() -> None:
    names = ["Home", "Home Garden"]
    assert [symbol.name for symbol in read_names("x #home garden", "project", names)] == ["Home Garden"]
    assert [symbol.index for symbol in read_names("x #new", "project", names)] == []
    assert [(symbol.name, symbol.index) for symbol in read_names("x @new", "label", names)] == [("new", None)]


def test_projects_keep_the_callers_ids() -> None:
    assert ProjectName("1", "A") == ProjectName("1", "A")
    assert read("Rake #home").project_id == "home"
