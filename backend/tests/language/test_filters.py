"""The filter language: what each condition says, how they are joined, where errors stand."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from todo.language.filters import (
    MAX_LENGTH,
    And,
    Dated,
    Fact,
    Filter,
    FilterError,
    Named,
    NextDays,
    Not,
    Or,
    Priority,
    Words,
    mentions_done,
    parse_filter,
    print_filter,
    requires_done,
)

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)  # Thursday the 26th in Berlin
TODAY = date(2026, 11, 26)


def read(text: str, **options: Any) -> Filter:
    return parse_filter(text, **{"now": NOW, "time_zone": ZONE, **options})


def refused(text: str) -> FilterError:
    with pytest.raises(FilterError) as caught:
        read(text)
    assert 0 <= caught.value.start <= caught.value.end <= len(text)
    return caught.value


def on(said: str, when: date | datetime) -> Dated:
    return Dated("due", "on", said, when)


class TestConditions:
    @pytest.mark.parametrize(
        ("text", "tree"),
        [
            ("today", on("today", TODAY)),
            ("Tomorrow", on("Tomorrow", TODAY + timedelta(days=1))),
            ("yesterday", on("yesterday", TODAY - timedelta(days=1))),
            ("3 jan", on("3 jan", date(2027, 1, 3))),
            ("friday", on("friday", date(2026, 11, 27))),
            ("overdue", Fact("overdue")),
            ("Over  Due", Fact("overdue")),
            ("od", Fact("overdue")),
            ("no date", Fact("no date")),
            ("no due date", Fact("no date")),
            ("no time", Fact("no time")),
            ("no deadline", Fact("no deadline")),
            ("no label", Fact("no labels")),
            ("no labels", Fact("no labels")),
            ("no section", Fact("no section")),
            ("recurring", Fact("recurring")),
            ("subtask", Fact("subtask")),
            ("done", Fact("done")),
            ("completed", Fact("done")),
            ("all", Fact("all")),
            ("p1", Priority(1)),
            ("P3", Priority(3)),
            ("no priority", Priority(4)),
            ("next 7 days", NextDays(7)),
            ("7 days", NextDays(7)),
            ("1 day", NextDays(1)),
            ("search: milk  Bread", Words(("milk", "Bread"))),
            ('search: "a & b" a', Words(("a", "b"))),
        ],
    )
    def test_plain(self, text: str, tree: Filter) -> None:
        assert read(text) == tree
        assert read(f"  {text} ") == tree

    @pytest.mark.parametrize(
        ("text", "field", "relation", "when"),
        [
            ("due: today", "due", "on", TODAY),
            ("due on: today", "due", "on", TODAY),
            ("due before: today", "due", "before", TODAY),
            ("DUE AFTER: Today", "due", "after", TODAY),
            ("date before: +4 days", "due", "before", date(2026, 11, 30)),
            ("created before: -7 days", "created", "before", date(2026, 11, 19)),
            ("added: 7 days ago", "created", "on", date(2026, 11, 19)),
            ("created after: -1 month", "created", "after", date(2026, 10, 26)),
            ("created after: -2 weeks", "created", "after", date(2026, 11, 12)),
            ("completed after: -1 year", "completed", "after", date(2025, 11, 26)),
            ("done before: yesterday", "completed", "before", date(2026, 11, 25)),
            ("updated: today", "updated", "on", TODAY),
            ("changed : today", "updated", "on", TODAY),
            ("deadline: 24 dec", "deadline", "on", date(2026, 12, 24)),
            ("deadline before:2026-12-24", "deadline", "before", date(2026, 12, 24)),
            ("due: in 3 days", "due", "on", date(2026, 11, 29)),
            ("created: last monday", "created", "on", date(2026, 11, 23)),
        ],
    )
    def test_days(self, text: str, field: str, relation: str, when: date) -> None:
        found = read(text)
        assert isinstance(found, Dated)
        assert (found.field, found.relation, found.when) == (field, relation, when)

    @pytest.mark.parametrize(
        ("said", "hour"),
        [
            ("2026-11-26T14:00", 14),
            ("2026-11-26 14:00", 14),
            ("2026-11-26T14:00+01:00", 14),
            ("2026-11-26T13:00Z", 14),
            ("today at 2pm", 14),
            ("+4 hours", 4),
            ("in 4 hours", 4),
        ],
    )
    def test_moments_are_on_the_persons_clock(self, said: str, hour: int) -> None:
        found = read(f"due before: {said}")
        assert isinstance(found, Dated)
        minute = 30 if hour == 4 else 0
        assert found.when == datetime(2026, 11, 26, hour, minute, tzinfo=ZoneInfo(ZONE))

    def test_days_are_those_of_the_zone(self) -> None:
        assert read("today", time_zone="UTC") == on("today", date(2026, 11, 25))
        assert read("today", time_zone="Asia/Tokyo") == on("today", date(2026, 11, 26))

    def test_dates_in_the_persons_language_and_in_english(self) -> None:
        assert read("due before: morgen", language_code="de").when == date(2026, 11, 27)  # type: ignore[union-attr]
        assert read("due before: tomorrow", language_code="de").when == date(2026, 11, 27)  # type: ignore[union-attr]
        assert refused("due before: morgen").start == 11

    @pytest.mark.parametrize(
        ("text", "noun", "pieces"),
        [
            ("#Home", "project", ("Home",)),
            ("# Home  Garden ", "project", ("Home Garden",)),
            ("##Home", "projects", ("Home",)),
            ("/To do", "section", ("To do",)),
            ("@work", "label", ("work",)),
            ("@work*", "label", ("work", "")),
            ("@*", "label", ("", "")),
            ("@a**b", "label", ("a", "b")),
            ("#a* b", "project", ("a", " b")),
            ('#"Home & Garden, (old)"', "project", ("Home & Garden, (old)",)),
            ("#“Home | Garden”", "project", ("Home | Garden",)),
            (r"#Home\&Garden", "project", ("Home&Garden",)),
            (r'#"a \"b\" \\"', "project", ('a "b" \\',)),
            ('@"w*"', "label", ("w*",)),
            ('@"w "*x', "label", ("w ", "x")),
            ("#wow!", "project", ("wow!",)),
            ('#5"', "project", ('5"',)),
            ("#R2*D2", "project", ("R2", "D2")),
        ],
    )
    def test_names(self, text: str, noun: str, pieces: tuple[str, ...]) -> None:
        assert read(text) == Named(noun, pieces)  # type: ignore[arg-type]


class TestOperators:
    @pytest.mark.parametrize(
        ("text", "tree"),
        [
            ("p1 & p2", And((Priority(1), Priority(2)))),
            ("p1 & p2 & p3", And((Priority(1), Priority(2), Priority(3)))),
            ("(p1 & p2) & p3", And((Priority(1), Priority(2), Priority(3)))),
            ("p1 | p2 & p3", Or((Priority(1), And((Priority(2), Priority(3)))))),
            ("(p1 | p2) & p3", And((Or((Priority(1), Priority(2))), Priority(3)))),
            ("!p1 & p2", And((Not(Priority(1)), Priority(2)))),
            ("! (p1|p2)", Not(Or((Priority(1), Priority(2))))),
            ("!!p1", Not(Not(Priority(1)))),
            ("((p1))", Priority(1)),
        ],
    )
    def test_precedence(self, text: str, tree: Filter) -> None:
        assert read(text) == tree

    def test_all_at_once(self) -> None:
        found = read("(today | overdue) & @work & !#Errands & p1 & created before: -7 days & no date")
        assert isinstance(found, And)
        assert found.items[0] == Or((on("today", TODAY), Fact("overdue")))
        assert found.items[2] == Not(Named("project", ("Errands",)))
        assert len(found.items) == 6


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "start", "end", "suggestion"),
        [
            ("", 0, 0, None),
            ("   ", 3, 3, None),
            ("todya", 0, 5, "today"),
            ("p1 & todya | p2", 5, 10, "today"),
            ("overdu", 0, 6, "overdue"),
            ("p1 &", 4, 4, None),
            ("& p1", 0, 1, None),
            ("p1 & | p2", 5, 6, None),
            ("(p1", 0, 1, None),
            ("p1)", 2, 3, None),
            ("()", 1, 2, None),
            ("p1 !p2", 0, 6, None),
            ("p1 (p2)", 3, 4, "&"),
            ("p1, p2", 2, 3, "|"),
            ("today and p1", 0, 12, "today & p1"),
            ("p1 or p2", 0, 8, "p1 | p2"),
            ("not p1", 0, 6, "!p1"),
            ("due before tomorrow", 0, 19, "due before: tomorrow"),
            ("due tomorrow", 0, 12, "due: tomorrow"),
            ("due before: blue", 11, 16, None),
            ("due before:", 11, 11, None),
            ("due: by friday", 4, 14, None),
            ("p1 & @", 5, 6, None),
            ("#", 0, 1, None),
            ('#""', 0, 3, None),
            ('p1 & #"Home', 6, 11, None),
            ('"milk"', 0, 6, 'search: "milk"'),
            ("search: !", 0, 9, None),
            ("search:", 0, 7, None),
            ("next 0 days", 0, 11, None),
            ("next 9999 days", 0, 14, None),
            ("due: +9000 years", 4, 16, None),
            ("due: 1600-01-01", 4, 15, None),
            ("assigned to: me", 0, 15, None),
        ],
    )
    def test_say_where_and_what_else(self, text: str, start: int, end: int, suggestion: str | None) -> None:
        error = refused(text)
        assert (error.start, error.end, error.suggestion) == (start, end, suggestion)
        assert error.message

    def test_say_what_could_stand_there(self) -> None:
        assert refused("p1 (").expected == ("&", "|")
        assert refused("(p1").expected == (")",)
        assert "condition" in refused("p1 &").expected[0]
        assert "tomorrow" in refused("due: x").expected[0]
        assert refused("#").expected == ("#Name", "#*")

    @pytest.mark.parametrize(
        ("text", "reason", "values"),
        [
            ("x" * (MAX_LENGTH + 1), "too-long", {"most": str(MAX_LENGTH)}),
            (" & ".join(["p1"] * 101), "too-many-conditions", {"most": "100"}),
            ("!" * 50 + "p1", "too-deep", {}),
            (" ", "empty", {}),
            ("p1 &", "unfinished", {}),
            ("p1 & |", "condition-missing", {"said": "|"}),
            ("p1 (p2)", "sign-missing", {}),
            ("p1, p2", "several-lists", {}),
            ("(p1", "bracket-not-closed", {}),
            ("p1)", "bracket-not-opened", {}),
            ('#"Home', "quote-not-closed", {}),
            ('"milk"', "quote-without-sign", {}),
            ("due tomorrow", "colon-missing", {}),
            ("p1 or p2", "word-for-sign", {"sign": "|", "word": "or"}),
            ("{todya}", "unknown", {"said": "{todya}"}),
            ("next 0 days", "days-out-of-range", {"most": "3660"}),
            ("##", "project-missing", {}),
            ("/", "section-missing", {}),
            ("@", "label-missing", {}),
            ("search:", "words-missing", {}),
            ("due: blue {0}", "no-day", {"said": "blue {0}"}),
            ("due:", "day-missing", {}),
        ],
    )
    def test_have_a_reason_with_what_its_message_names(self, text: str, reason: str, values: dict[str, str]) -> None:
        error = refused(text)
        assert (error.reason, error.values) == (reason, values)
        assert all(value in error.message for value in values.values())

    def test_suggestions_are_in_the_message(self) -> None:
        assert str(refused("todya")).endswith("Did you mean today?")
        assert "Did" not in str(refused(""))

    @pytest.mark.parametrize(
        "text", ["p1" + " & p1" * 300, "x" * (MAX_LENGTH + 1), "!" * 50 + "p1", "(" * 400 + "p1", "p1&" * 120 + "p1"]
    )
    def test_work_is_bounded(self, text: str) -> None:
        refused(text)

    def test_the_longest_that_is_allowed(self) -> None:
        assert read(" & ".join(["today"] * 100)) == And((on("today", TODAY),) * 100)
        assert read("!" * 20 + "p1")
        assert read("(" * 20 + "p1" + ")" * 20) == Priority(1)


class TestDone:
    @pytest.mark.parametrize(
        ("text", "mentions", "requires"),
        [
            ("p1", False, False),
            ("done", True, True),
            ("!done", True, False),
            ("done & p1", True, True),
            ("done | p1", True, False),
            ("done | completed: today", True, True),
            ("p1 & !(p2 | completed after: -7 days)", True, False),
        ],
    )
    def test_which_filters_are_about_it(self, text: str, mentions: bool, requires: bool) -> None:
        assert (mentions_done(read(text)), requires_done(read(text))) == (mentions, requires)


PIECES = st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple)
DAYS = st.sampled_from(
    ["today", "-7 days", "+2 weeks", "3 jan", "friday", "2026-12-01", "2026-12-01T10:00", "+4 hours"]
)


def _named(noun: Any, pieces: tuple[str, ...]) -> Named:
    middle = tuple(piece for piece in pieces[1:-1] if piece)
    return Named(noun, (pieces[0], *middle, pieces[-1]) if len(pieces) > 1 else pieces)


def _dated(field: str, said: str) -> Filter:
    return read(f"{field}: {said}")


def _joined(kind: Any, items: list[Filter]) -> Filter:
    flat = tuple(part for item in items for part in (item.items if isinstance(item, kind) else (item,)))
    result: Filter = kind(flat)
    return result


TERMS: st.SearchStrategy[Filter] = st.one_of(
    st.sampled_from(["all", "overdue", "no date", "no time", "no labels", "recurring", "done"]).map(Fact),  # type: ignore[arg-type]
    st.integers(1, 4).map(Priority),
    st.integers(1, 3000).map(NextDays),
    st.builds(
        _named, st.sampled_from(["project", "projects", "section", "label"]), PIECES.filter(lambda p: p != ("",))
    ),
    st.builds(_dated, st.sampled_from(["due", "due before", "created after", "completed", "deadline"]), DAYS),
    st.lists(
        st.from_regex(r"[\w\"\\&|!(),*:-]*\w[\w\"\\&|!(),*:-]*", fullmatch=True), min_size=1, max_size=3, unique=True
    )
    .filter(lambda words: all(any(c.isalnum() for c in word) for word in words))
    .map(lambda words: Words(tuple(words))),
)
TREES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda items: _joined(And, items)),
        st.lists(inner, min_size=2, max_size=3).map(lambda items: _joined(Or, items)),
    ),
    max_leaves=8,
)


SCRAPS = [*'&|!(),"#@/*\\: ', "p1", "today", "due before:", "search:", "x", "7 days", "“", "\x00"]


class TestLaws:
    @settings(max_examples=150, deadline=None)
    @given(TREES)
    def test_what_is_printed_is_read_as_the_same(self, tree: Filter) -> None:
        text = print_filter(tree)
        if len(text) <= MAX_LENGTH:
            assert read(text) == tree

    @settings(max_examples=150, deadline=None)
    @given(st.lists(st.sampled_from(SCRAPS)).map("".join) | st.text(max_size=60))
    def test_no_text_raises_anything_else(self, text: str) -> None:
        try:
            tree = read(text)
        except FilterError:
            refused(text)
        else:
            assert read(print_filter(tree)) == tree
