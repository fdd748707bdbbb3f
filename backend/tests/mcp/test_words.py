"""What the tools make of words, and the words that they make: without a server."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import BaseModel
from todo.actor import Actor, Habits
from todo.boundary import new_id
from todo.changes.schemas import ActivityEntry
from todo.clock import clock_at
from todo.errors import ConflictError, InvalidInputError, NotFoundError
from todo.language.filters import Named as NamedFilter
from todo.language.filters import parse_filter
from todo.mcp import changing, history, looking, names, organizing, reading
from todo.mcp.desk import ACTOR, Desk, UnclearError, count, headline, told
from todo.mcp.reasons import SeveralTasks
from todo.mcp.schemas import Organized, Reading, ToolOutput, ToolTask
from todo.tasks.schemas import TaskView

# A Wednesday, 10:30 in Berlin.
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
ME = Actor(new_id(), "mcp", "Europe/Berlin", new_id())
NOTHING: Any = None  # no database is asked
DESK = Desk(NOTHING, "https://todo.example")


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with clock_at(NOW):
        yield


def task(**fields: Any) -> ToolTask:
    values: dict[str, Any] = {
        "id": UUID(int=1),
        "project_id": UUID(int=2),
        "title": "Tea",
        "notes": "",
        "priority": 4,
        **dict.fromkeys(("due_date", "due_at", "time_zone", "completed_at", "deleted_at")),
        "version": 1,
        "created_at": NOW,
        "updated_at": NOW,
    }
    return ToolTask(**{**values, **fields})


def person(**habits: Any) -> Actor:
    return Actor(new_id(), "mcp", habits.pop("time_zone", "Europe/Berlin"), new_id(), habits=Habits(**habits))


class TestDueInWords:
    @pytest.mark.parametrize(
        ("due", "habits", "words"),
        [
            ({}, {}, None),
            ({"due_date": date(2026, 11, 25)}, {}, "Today"),
            ({"due_date": date(2026, 11, 26)}, {"language": "de"}, "Morgen"),
            ({"due_date": date(2026, 11, 25)}, {"language": "es"}, "Hoy"),
            ({"due_date": date(2026, 11, 24)}, {}, "Tue 24 Nov"),
            ({"due_date": date(2027, 3, 1)}, {}, "Mon 1 Mar 2027"),
            ({"due_at": datetime(2026, 11, 25, 23, 30, tzinfo=UTC)}, {}, "Tomorrow 00:30"),
            ({"due_at": datetime(2026, 11, 25, 23, 30, tzinfo=UTC)}, {"twelve_hour": True}, "Tomorrow 12:30 am"),
            ({"due_at": datetime(2026, 11, 25, 23, 30, tzinfo=UTC)}, {"time_zone": "America/New_York"}, "Today 18:30"),
        ],
    )
    def test_as_the_person_says_it(self, due: dict[str, Any], habits: dict[str, Any], words: str | None) -> None:
        assert reading.due_in_words(task(**due), person(**habits)) == words


class TestTaskAsText:
    EMPTY = Reading(recurs=None, project="Inbox", section=None, labels=[], subtasks=[], reminders=[])

    def test_of_a_bare_task_nothing_empty_is_told(self) -> None:
        assert reading.as_text(task(), self.EMPTY, ME) == "Tea\nProject: Inbox"

    def test_all_that_belongs_to_it_a_line_each(self) -> None:
        below = [task(title="Water"), task(title="Cup", completed_at=NOW)]
        more = Reading(
            recurs="every day",
            project="Home",
            section="Soon",
            labels=["errand", "deep"],
            subtasks=below,
            reminders=["10 minutes before it is due", "Today 12:00"],
        )
        whole = task(
            notes="Green,\nnot black.",
            priority=1,
            due_date=date(2026, 11, 25),
            deadline=date(2026, 12, 1),
            duration_minutes=45,
            completed_at=NOW,
        )
        assert reading.as_text(whole, more, ME).splitlines() == [
            "Tea",
            "Project: Home",
            "Section: Soon",
            "Due: Today",
            "Repeats: every day",
            "Deadline: 2026-12-01",
            "Priority: 1",
            "Duration: 45 minutes",
            "Labels: errand, deep",
            "Reminders: 10 minutes before it is due, Today 12:00",
            "Completed: 2026-11-25T09:30:00+00:00",
            "- [ ] Water",
            "- [x] Cup",
            "",
            "Green,",
            "not black.",
        ]


class TestWhatNext:
    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({}, "no date, and nothing is more urgent"),
            ({"priority": 2}, "priority 2"),
            ({"due_date": date(2026, 11, 25)}, "due today"),
            ({"due_date": date(2026, 11, 24)}, "overdue by 1 day"),
            ({"due_date": date(2026, 11, 20), "priority": 1}, "overdue by 5 days, priority 1"),
            ({"due_date": date(2026, 11, 26), "priority": 1}, "priority 1"),
            ({"due_at": datetime(2026, 11, 24, 23, 30, tzinfo=UTC)}, "due today"),
            ({"deadline": date(2026, 11, 24)}, "past its deadline"),
            ({"deadline": date(2026, 11, 25)}, "deadline today"),
            ({"deadline": date(2026, 12, 2)}, "deadline in 7 days"),
            ({"deadline": date(2026, 12, 3)}, "no date, and nothing is more urgent"),
            ({"created_at": NOW - timedelta(days=14)}, "waiting for 14 days"),
            ({"created_at": NOW - timedelta(days=13)}, "no date, and nothing is more urgent"),
            ({"created_at": NOW - timedelta(days=90), "due_date": date(2026, 11, 25)}, "due today"),
        ],
    )
    def test_each_says_why(self, fields: dict[str, Any], reason: str) -> None:
        [(_, said)] = looking.ranked_steps([task(**fields)], ME)
        assert said == reason

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ({"due_date": date(2026, 11, 24)}, {"due_date": date(2026, 11, 25)}),
            ({"due_date": date(2026, 11, 25)}, {"due_date": date(2026, 11, 26)}),
            ({"deadline": date(2026, 11, 24)}, {"due_date": date(2026, 11, 25)}),
            ({"priority": 1}, {"due_date": date(2026, 11, 25)}),
            ({"due_date": date(2026, 11, 25)}, {"priority": 3}),
            ({"due_date": date(2026, 11, 20)}, {"due_date": date(2026, 11, 24)}),
            ({"due_date": date(2026, 11, 25), "priority": 3}, {"due_date": date(2026, 11, 25)}),
            ({"created_at": NOW - timedelta(days=2)}, {"created_at": NOW}),
            ({"due_date": date(2026, 12, 24)}, {}),
        ],
    )
    def test_what_is_more_pressing_comes_first(self, first: dict[str, Any], second: dict[str, Any]) -> None:
        one, other = task(**first), task(**second | {"id": UUID(int=9)})
        for found in ([one, other], [other, one]):
            assert [ranked.id for ranked, _ in looking.ranked_steps(found, ME)] == [one.id, other.id]

    def test_a_task_that_is_found_twice_is_one_step(self) -> None:
        assert len(looking.ranked_steps([task(), task()], ME)) == 1


class TestFilters:
    @pytest.mark.parametrize(
        ("conditions", "joined"),
        [
            ([], None),
            ([None, ""], None),
            (["today | overdue", None], "today | overdue"),
            (["today | overdue", "p1"], "(today | overdue) & (p1)"),
        ],
    )
    def test_conditions_hold_together(self, conditions: list[str | None], joined: str | None) -> None:
        assert looking._joined(conditions) == joined

    @given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).map(str.strip).filter(bool))
    def test_a_quoted_name_is_one_name_whatever_is_in_it(self, name: str) -> None:
        read = parse_filter(f"@{looking._quoted(name)}", now=NOW, time_zone="UTC")
        assert read == NamedFilter("label", (name,))


class TestDuration:
    @pytest.mark.parametrize(
        ("said", "minutes"),
        [
            ("45", 45),
            ("45 min", 45),
            ("for 45 min", 45),
            ("1h30m", 90),
            ("1.5 hours", 90),
            ("2 hours", 120),
            ("half an hour", 30),
            ("24h", 1440),
            ("none", None),
            (" NULL ", None),
            ("", None),
        ],
    )
    def test_in_words(self, said: str, minutes: int | None) -> None:
        assert changing._minutes(said) == minutes

    @pytest.mark.parametrize(
        "said", ["0", "-5", "1441", "100 hours", "1h 30", "abc", "tomorrow", "45 min tomorrow", "1 day", "2 45 min"]
    )
    def test_what_is_none_is_refused_with_an_example(self, said: str) -> None:
        with pytest.raises(InvalidInputError, match="'45 min' or '1h30m'"):
            changing._minutes(said)


class Named(BaseModel):
    id: UUID
    name: str


class TestNames:
    KNOWN = [Named(id=UUID(int=n), name=name) for n, name in enumerate(("Home", "Home office", "Café", "Café"), 1)]  # noqa: RUF012

    @pytest.mark.parametrize(
        ("said", "number"),
        [("home", 1), (" #HOME ", 1), ("office", 2), ("Home Office", 2), (str(UUID(int=4)), 4)],
    )
    def test_a_name_or_an_id(self, said: str, number: int) -> None:
        assert names._one("project", said, self.KNOWN).id == UUID(int=number)

    @pytest.mark.parametrize(
        ("said", "known", "words"),
        [
            ("cafe", KNOWN, "Several are called “cafe”. Give the id of the project"),
            ("garden", KNOWN, "There are: “Home”, “Home office”, “Café”, “Café”. Make one with organize"),
            ("garden", [], "There are: none."),
            (str(UUID(int=99)), KNOWN, "There is no such project of yours"),
        ],
    )
    def test_what_is_unclear_says_what_there_is(self, said: str, known: list[Named], words: str) -> None:
        with pytest.raises(NotFoundError) as failure:
            names._one("project", said, known)
        assert words in failure.value.detail

    def test_of_very_many_only_some_are_listed(self) -> None:
        many = [Named(id=UUID(int=n), name=f"P{n}") for n in range(500)]
        with pytest.raises(NotFoundError) as failure:
            names._one("project", "garden", many)
        assert failure.value.detail.count("“P") == 30


class TestDesk:
    @pytest.fixture(autouse=True)
    def _caller(self) -> Iterator[None]:
        token = ACTOR.set(ME)
        yield
        ACTOR.reset(token)

    @pytest.mark.parametrize(
        ("said", "day"),
        [
            ("friday", date(2026, 11, 27)),
            ("2026-12-24", date(2026, 12, 24)),
            ("-7 days", date(2026, 11, 18)),
            ("yesterday", date(2026, 11, 24)),
        ],
    )
    def test_a_day_in_the_persons_words(self, said: str, day: date) -> None:
        assert DESK.day(said) == day

    def test_a_day_is_read_in_the_persons_zone(self) -> None:
        with clock_at(datetime(2026, 11, 25, 23, 30, tzinfo=UTC)):
            assert DESK.day("today") == date(2026, 11, 26)

    @pytest.mark.parametrize("said", ["whenever", "2026-13-40", "the day after"])
    def test_what_is_no_date_is_refused_with_an_example(self, said: str) -> None:
        with pytest.raises(InvalidInputError, match="Say for example 'friday'"):
            DESK.day(said)
        with pytest.raises(InvalidInputError, match="Say for example 'friday 5pm'"):
            DESK.when(said)

    def test_each_task_gets_its_link(self) -> None:
        [shown] = DESK.shown([TaskView.model_validate(task().model_dump())])
        assert shown.url == f"https://todo.example/tasks/{UUID(int=1)}"

    @pytest.mark.parametrize(
        ("failure", "words"),
        [
            (NotFoundError("No such task. Find it."), "No such task. Find it."),
            (ConflictError("Changed since. Read it again."), "Changed since. Read it again."),
        ],
    )
    async def test_refusals_are_told_as_they_are(self, failure: Exception, words: str) -> None:
        @told
        async def tool() -> None:
            raise failure

        with pytest.raises(ToolError) as raised:
            await tool()
        assert str(raised.value) == words

    async def test_a_field_that_is_wrong_is_named(self) -> None:
        @told
        async def tool() -> None:
            Named.model_validate({"id": "x", "name": "y"})

        with pytest.raises(ToolError, match="id") as raised:
            await tool()
        assert "pydantic" not in str(raised.value)

    async def test_what_is_unclear_is_an_answer(self) -> None:
        @told
        async def tool() -> ToolOutput:
            raise UnclearError("2 tasks match", "Which one?", SeveralTasks(), [task()])

        found = await tool()
        assert (found.ok, found.title, found.detail, len(found.tasks)) == (False, "2 tasks match", "Which one?", 1)

    async def test_an_error_of_ours_stays_one(self) -> None:
        @told
        async def tool() -> None:
            raise KeyError("secret")

        with pytest.raises(KeyError):
            await tool()

    @pytest.mark.parametrize(
        ("number", "noun", "dry_run", "words"),
        [
            (0, "project", False, "Moved no projects"),
            (1, "label", True, "Would have moved 1 label"),
            (12, "day", False, "Moved 12 days"),
        ],
    )
    def test_headlines_of_other_things(self, number: int, noun: str, dry_run: bool, words: str) -> None:
        assert headline("Moved", number, dry_run=dry_run, noun=noun) == words
        assert words.endswith(count(number, noun))


class TestOrganize:
    @pytest.mark.parametrize("what", ["name", "new_name", "color", "parent", "project"])
    def test_what_an_action_needs_is_asked_for_with_an_example(self, what: str) -> None:
        request = organizing._Request(NOTHING, ME, None, None, None, None, None)
        with pytest.raises(InvalidInputError, match=rf"needs {what}\. Example: organize\(action=.*{what}="):
            request.needed(what)

    @pytest.mark.parametrize(
        ("kind", "possible"),
        [
            ("project", "create, rename, recolor, move, archive, unarchive, delete"),
            ("section", "create, rename, move, delete"),
            ("label", "create, rename, recolor, delete"),
        ],
    )
    def test_what_is_possible(self, kind: Any, possible: str) -> None:
        assert organizing._possible(kind) == f"Possible: list, {possible}."
        thing = Organized(id=UUID(int=1), name="x")
        assert getattr(organizing._more(kind, [thing]), f"{kind}s") == [thing]


def entry(group: int, kind: str, title: str, **fields: Any) -> ActivityEntry:
    values: dict[str, Any] = dict.fromkeys(ActivityEntry.model_fields)
    values |= {"group": UUID(int=group), "kind": kind, "entity": "task", "title": title, "command": "edit_tasks"}
    return ActivityEntry.model_construct(**{**values, "created_at": NOW, "via": "web", **fields})


class TestActivity:
    def test_entries_of_one_command_are_one_and_keep_their_order(self) -> None:
        entries = [
            entry(2, "update", "Tea"),
            entry(1, "create", "Tea"),
            entry(2, "update", "Cup", undo_of=UUID(int=7)),
        ]
        newer, older = history._grouped(entries)
        assert newer.changes == ["update task: Tea", "update task: Cup"]
        assert (newer.change_group, newer.summary, newer.is_undo) == (UUID(int=2), "Edit tasks", False)
        assert older.changes == ["create task: Tea"]

    def test_an_undo_is_marked(self) -> None:
        [found] = history._grouped([entry(1, "update", "Tea", undo_of=UUID(int=7), command="undo")])
        assert (found.is_undo, found.summary) == (True, "Undo")

    def test_nothing_happened(self) -> None:
        assert history._grouped([]) == []
