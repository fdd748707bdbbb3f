"""How the measurement judges: what counts as right, what is declined and why, what is not there."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from todo.language import Due

from bench.language import commands, dates, declined, gold, quick_add, rules, speed
from bench.language.outcomes import Case, Corpus, Outcome, moment
from bench.language.reading import Reading

REFERENCE = "2013-02-12T04:30:00"


def case(text: str, start: str, grain: str = "day", **more: object) -> Case:
    return {"src": "x", "kind": "point", "text": text, "ref": REFERENCE, "start": start, "grain": grain, **more}


def due(said: str | None) -> Due | None:
    """`2013-02-13` or `2013-02-13 09:00`."""
    if said is None:
        return None
    if " " in said:
        return Due(at=datetime.fromisoformat(said).replace(tzinfo=UTC))
    return Due(date=date.fromisoformat(said))


def reading(said: str | None = None, rule: str = "", minutes: int = 0, *, after: bool = False) -> Reading:
    return Reading(due(said), rule, after, timedelta(minutes=minutes) if minutes else None, 1.0)


class TestDates:
    @pytest.mark.parametrize(
        ("start", "grain", "found", "right"),
        [
            ("2013-02-13T00:00:00", "day", "2013-02-13", True),
            ("2013-02-13T00:00:00", "day", "2013-02-13 09:00", True),
            ("2013-02-13T00:00:00", "day", "2013-02-14", False),
            ("2013-02-13T00:00:00", "day", None, False),
            ("2013-02-13T17:00:00", "minute", "2013-02-13 17:00", True),
            ("2013-02-13T17:00:00", "minute", "2013-02-13 17:01", False),
            ("2013-02-13T17:00:00", "minute", "2013-02-13", False),
            ("2013-02-13T17:00:00", "hour", "2013-02-13 17:30", True),
            ("2013-02-18T00:00:00", "week", "2013-02-22", True),
            ("2013-02-18T00:00:00", "week", "2013-02-25", False),
            ("2013-03-01T00:00:00", "month", "2013-03-31", True),
            ("2013-03-01T00:00:00", "month", "2014-03-01", False),
            ("2013-04-01T00:00:00", "quarter", "2013-06-30", True),
            ("2014-01-01T00:00:00", "year", "2014-12-31", True),
        ],
    )
    def test_right_is_right_to_the_grain(self, start: str, grain: str, found: str | None, right: bool) -> None:
        assert dates.is_right(case("x", start, grain), due(found)) is right

    def test_a_time_that_was_only_carried_along_does_not_count(self) -> None:
        carried = case("4 days from now", "2013-02-16T04:30:00", "minute")
        assert dates.is_right(carried, due("2013-02-16"))
        assert not dates.is_right(carried | {"text": "96 hours from now"}, due("2013-02-16"))

    @pytest.mark.parametrize(
        ("text", "found", "right"),
        [
            ("tomorrow afternoon", "2013-02-13 15:00", True),
            ("tomorrow afternoon", "2013-02-13 09:00", False),
            ("tomorrow 12-19", "2013-02-13 12:00", True),
            ("tomorrow 12-19", "2013-02-13 15:00", False),
        ],
    )
    def test_a_stretch_is_met_anywhere_unless_both_its_ends_are_said(self, text: str, found: str, right: bool) -> None:
        stretch = case(text, "2013-02-13T12:00:00", "hour", kind="interval", end="2013-02-13T19:00:00")
        assert dates.is_right(stretch, due(found)) is right

    def test_our_own_phrases_are_never_declined(self) -> None:
        phrases = [case("christmas", "2013-12-25T00:00:00", src=source) for source in ("todo", "x")]
        declared = {corpus.name: corpus.outcomes[0].declined for corpus in dates.corpora(phrases)}
        assert declared == {"dates: todo": "", "dates: x": "holidays"}

    def test_a_line_without_a_date(self) -> None:
        (corpus,) = dates.corpora([{"src": "todo", "kind": "none", "text": "buy 2 apples", "ref": REFERENCE}])
        assert (corpus.name, corpus.outcomes[0].is_right) == ("no date: todo", True)


class TestDeclined:
    @pytest.mark.parametrize(
        ("found", "kind"),
        [
            (case("tomorrow", "2013-02-13T00:00:00"), ""),
            (case("second of march", "2013-03-02T00:00:00"), ""),
            (case("a week from now", "2013-02-19T00:00:00"), ""),
            (case("this month", "2013-02-01T00:00:00", "month"), ""),
            (case("diwali", "2013-11-03T00:00:00", kind="holiday"), "holidays"),
            (case("three days after easter", "2013-04-03T00:00:00"), "holidays"),
            (case("this summer", "2013-06-21T00:00:00", end="2013-09-24T00:00:00"), "seasons"),
            (case("yesterday", "2013-02-11T00:00:00"), "past dates"),
            (case("last month", "2013-01-01T00:00:00", "month"), "past dates"),
            (case("in 20 seconds", "2013-02-12T04:30:20", "second"), "seconds"),
            (case("at 15:00:30", "2013-02-12T15:00:30", "second"), "seconds"),
            (case("thursday 8:00 gmt", "2013-02-14T08:00:00", "minute"), "time zones"),
            (case("right now", "2013-02-12T04:30:00", "second"), "the present"),
            (case("now + 2 hours", "2013-02-12T06:30:00", "minute"), "sums"),
            (case("next decade", "2023-02-12T00:00:00"), "decades"),
            (case("in 1000 years", "3013-02-12T00:00:00"), "far dates"),
            (case("after 5 days", "2013-02-17T00:00:00", kind="open"), "open ends"),
        ],
    )
    def test_kinds_are_known_by_their_form(self, found: Case, kind: str) -> None:
        assert declined.kind(found) == kind

    def test_each_kind_says_why(self) -> None:
        assert all(kind.reason for kind in declined.KINDS)


class TestRules:
    @pytest.mark.parametrize(
        ("expected", "found", "right"),
        [
            ("FREQ=DAILY", reading(rule="FREQ=DAILY"), True),
            ("FREQ=DAILY", reading(), False),
            ("none", reading(), True),
            ("none", reading(rule="FREQ=DAILY"), False),
            ("FREQ=WEEKLY;BYDAY=TU,MO", reading(rule="FREQ=WEEKLY;BYDAY=MO,TU"), True),
            ("FREQ=WEEKLY;BYDAY=MO", reading(rule="FREQ=WEEKLY;BYDAY=TU"), False),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", reading(rule="FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"), True),
            ("INTERVAL=2;FREQ=WEEKLY", reading(rule="FREQ=WEEKLY;INTERVAL=2"), True),
            ("FREQ=DAILY;BYHOUR=15;BYMINUTE=1", reading("2026-11-25 15:01", "FREQ=DAILY"), True),
            ("FREQ=DAILY;BYHOUR=15;BYMINUTE=1", reading("2026-11-25 15:02", "FREQ=DAILY"), False),
            ("FREQ=DAILY;BYHOUR=15", reading("2026-11-25", "FREQ=DAILY"), False),
            ("FREQ=DAILY;BYHOUR=10,12", reading("2026-11-25 10:00", "FREQ=DAILY"), False),
            ("FREQ=WEEKLY;UNTIL=20270101T080000Z", reading(rule="FREQ=WEEKLY;UNTIL=20270101"), True),
            ("FREQ=DAILY;COUNT=3", reading(rule="FREQ=DAILY"), False),
            ("FREQ=DAILY", reading(rule="no rule"), False),
        ],
    )
    def test_rules_are_the_same_when_their_days_are(self, expected: str, found: Reading, right: bool) -> None:
        assert rules.is_right(expected, found) is right


class TestQuickAdd:
    @pytest.mark.parametrize(
        ("expected", "found", "right"),
        [
            ("2026-11-26", reading("2026-11-26"), True),
            ("2026-11-26", reading("2026-11-26 09:00"), False),
            ("2026-12-02 or 2026-11-25", reading("2026-11-25"), True),
            ("ambiguous 2027-03-04|2027-04-03", reading("2027-04-03"), True),
            ("es: 2026-11-26 17:00|05:00", reading("2026-11-26 05:00"), True),
            ("2026-11-26 ~09:00", reading("2026-11-26 08:00"), True),
            ("2026-11-25 ~evening", reading("2026-11-26"), False),
            ("none (title kept)", reading(), True),
            ("none", reading("2026-11-26"), False),
            ("reject time", reading("2026-11-26"), True),
            ("reject time", reading("2026-11-26 23:00"), False),
            ("2026-11-30 09:00 weekly MO", reading("2026-11-30 09:00", "FREQ=WEEKLY;BYDAY=MO"), True),
            ("2026-11-30 09:00 weekly MO", reading("2026-11-30 09:00"), False),
            ("2026-11-30 weekly MO-FR", reading("2026-11-30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), True),
            ("2026-11-30 monthly -1", reading("2026-11-30", "FREQ=MONTHLY;BYMONTHDAY=-1"), True),
            ("2026-12-01 monthly day 1", reading("2026-12-01", "FREQ=MONTHLY;BYMONTHDAY=1"), True),
            ("2026-12-18 monthly 3FR", reading("2026-12-18", "FREQ=MONTHLY;BYDAY=3FR"), True),
            ("2026-12-01 weekly TU until", reading("2026-12-01", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261220"), True),
            ("2026-12-01 weekly TU until", reading("2026-12-01", "FREQ=WEEKLY;BYDAY=TU"), False),
            (
                "2026-11-25 every 6 weeks after completion",
                reading("2026-11-25", "FREQ=WEEKLY;INTERVAL=6", after=True),
                True,
            ),
            ("2026-11-25 every 6 weeks after completion", reading("2026-11-25", "FREQ=WEEKLY;INTERVAL=6"), False),
            ("2026-11-26 14:00-16:00", reading("2026-11-26 14:00", minutes=120), True),
            ("2026-11-26 14:00-16:00", reading("2026-11-26 14:00"), False),
            ("2026-11-26 + 45m", reading("2026-11-26", minutes=45), True),
        ],
    )
    def test_the_notation(self, expected: str, found: Reading, right: bool) -> None:
        assert quick_add.is_right(expected, found) is right


class TestCommands:
    def test_a_corpus_of_lists_and_one_of_the_rest(self) -> None:
        cases = [
            {"text": "add milk to my list", "intent": "shopping_list_update"},
            {"text": "take milk off my list", "intent": "shopping_list_update"},
            {"text": "add milk to my list", "intent": "shopping_list"},
            {"text": "what is on my list", "intent": "todo_list"},
            {"text": "why is the sky blue", "intent": "out_of_scope"},
            {"text": "what is on my list", "intent": "out_of_scope"},
        ]
        lists, rest = (corpus.summary() for corpus in commands.corpora(cases))
        assert (lists["cases"], lists["right"], [miss["expected"] for miss in lists["misses"]]) == (
            4,
            3,
            ["shopping_list"],
        )
        assert (rest["cases"], rest["right"]) == (2, 1)


class TestOwnLines:
    @pytest.mark.parametrize(
        ("line", "right"),
        [
            ({"text": "rent tomorrow p1", "title": "rent", "due": "2026-11-26", "priority": 1, "rule": None}, True),
            ({"text": "rent #Home", "title": "rent", "project_id": "home", "due": None}, True),
            ({"text": "Miete morgen", "title": "Miete", "due": "2026-11-26", "language": "de"}, True),
            (
                {
                    "text": "rent every! week",
                    "title": "rent",
                    "due": "2026-11-25",
                    "rule": "FREQ=WEEKLY",
                    "after_completion": True,
                },
                True,
            ),
            ({"text": "rent tomorrow", "title": "rent", "due": "2026-11-27"}, False),
            ({"text": "rent tomorrow", "title": "rent"}, False),
            ({"text": "rent p1", "title": "rent"}, False),
            ({"text": "rent", "title": "rents"}, False),
        ],
    )
    def test_what_is_stated_must_hold_and_nothing_else(self, line: Case, right: bool, tmp_path: Path) -> None:
        (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
        (corpus,) = gold.corpora(tmp_path)
        assert [outcome.is_right for outcome in corpus.outcomes] == [right]

    def test_none_are_there(self, tmp_path: Path) -> None:
        (corpus,) = gold.corpora(tmp_path)
        assert corpus.summary()["absent"] == f"no {tmp_path / 'gold.jsonl'}"


class TestFigures:
    def test_declined_cases_do_not_count(self) -> None:
        outcomes = [
            Outcome("a", "x", "x", True, 10.0),
            Outcome("b", "x", "y", False, 20.0),
            Outcome("c", "x", "y", False, 90.0, "seasons"),
        ]
        figures = Corpus("dates", 0.5, outcomes).summary()
        assert (figures["cases"], figures["right"], figures["accuracy"]) == (2, 1, 0.5)
        assert (figures["declined"], figures["microseconds"]) == ({"seasons": 1}, 20.0)
        assert figures["misses"] == [{"text": "b", "expected": "x", "found": "y"}]

    def test_times_are_in_utc(self) -> None:
        assert str(moment("2016-05-07T23:45:00+01:00")) == "2016-05-07 22:45:00"
        assert str(moment("2016-05-07T23:45:00")) == "2016-05-07 23:45:00"

    def test_the_slowest_text_of_each_reader(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(speed, "READERS", {"length": len})
        monkeypatch.setattr(speed, "SHAPES", ("ab",))
        assert speed.slowest()["length"]["shape"] == "ab"
