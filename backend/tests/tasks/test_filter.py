"""`GET /api/tasks?filter=`: what filters find, for whom, in which order and at what cost."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from finding import NOW, label, section
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Person, assert_problem, sign_up
from todo.boundary import new_id
from todo.clock import clock_at

WEEK: dict[str, dict[str, Any]] = {
    "someday": {},
    "long ago": {"due_date": "2026-10-01", "priority": 1},
    "yesterday": {"due_date": "2026-11-24"},
    "this morning": {"due_at": "2026-11-25T08:00:00+01:00"},
    "today": {"due_date": "2026-11-25", "priority": 2},
    "tonight": {"due_at": "2026-11-25T22:00:00+01:00", "notes": "Bring **Käse** and milk"},
    "just after midnight": {"due_at": "2026-11-26T00:00:00+01:00"},
    "tomorrow": {"due_date": "2026-11-26", "deadline": "2026-12-24"},
    "in six days": {"due_date": "2026-12-01"},
    "in seven days": {"due_date": "2026-12-02"},
}


@pytest.fixture(autouse=True)
def _at_noon() -> Any:
    with clock_at(NOW):
        yield


@dataclass
class Shelf:
    """A person with the tasks of `WEEK`, and some more with names of every kind."""

    person: Person

    async def find(self, text: str, /, **query: Any) -> list[str]:
        return await self.person.titles(filter=text, limit=200, **query)


async def _fill(person: Person, sql: asyncpg.Connection) -> Shelf:
    for title, fields in WEEK.items():
        await person.add(title, **fields)
    work, home = await label(sql, person, "Work"), await label(sql, person, "Work from home")
    garden, old = await person.project("Home & Garden"), await person.project("Café")
    below = await person.project("Roses")
    await sql.execute("update project set parent_id = $1 where id = $2", garden["id"], below["id"])
    beds = await section(sql, garden["id"], "Raised beds")
    await person.add("weed", project_id=garden["id"], section_id=beds, label_ids=[work])
    await person.add("prune", project_id=below["id"], label_ids=[home])
    series = await person.add("water", project_id=garden["id"], recurrence={"rule": "FREQ=DAILY"})
    await person.add("fill the can", parent_id=series["id"])
    await person.add("drink", project_id=old["id"], label_ids=[work, home])
    done = await person.add("finished", project_id=old["id"])
    with clock_at(NOW - timedelta(days=2)):
        await person.client.post(f"/api/tasks/{done['id']}/complete")
    gone = await person.add("binned", due_date="2026-11-25")
    await person.client.delete(f"/api/tasks/{gone['id']}")
    await sql.execute(
        "update task set created_at = $1 where project_id = $2 and title in ('long ago', 'yesterday')",
        NOW - timedelta(days=30),
        person.user["inbox_project_id"],
    )
    return Shelf(person)


@pytest_asyncio.fixture(scope="module")
async def shelf(app: FastAPI, database_url: str) -> AsyncIterator[Shelf]:
    """One person for all tests that only read."""
    connection = await asyncpg.connect(database_url)
    with clock_at(NOW):
        yield await _fill(await sign_up(app), connection)
    await connection.close()


GARDEN = {"weed", "water", "fill the can"}
OPEN = {*WEEK, *GARDEN, "prune", "drink"}
FOUND = {
    "all": OPEN,
    "today": {"this morning", "today", "tonight", "water"},
    "overdue": {"long ago", "yesterday", "this morning"},
    "today | overdue": {"long ago", "yesterday", "this morning", "today", "tonight", "water"},
    "today & !overdue": {"today", "tonight", "water"},
    "tomorrow": {"just after midnight", "tomorrow"},
    "yesterday": {"yesterday"},
    "next 7 days": {
        "this morning", "today", "tonight", "just after midnight", "tomorrow", "in six days", "water",
    },
    "next 1 day": {"this morning", "today", "tonight", "water"},
    "no date": {"someday", "weed", "prune", "fill the can", "drink"},
    "no time": {"long ago", "yesterday", "today", "tomorrow", "in six days", "in seven days", "water"},
    "due before: today": {"long ago", "yesterday"},
    "due after: today": {"just after midnight", "tomorrow", "in six days", "in seven days"},
    "due before: today at 10pm": {"long ago", "yesterday", "this morning"},
    "due after: today at 9pm": {
        "today", "tonight", "just after midnight", "tomorrow", "in six days", "in seven days", "water",
    },
    "due: today at 10pm": {"tonight"},
    "p1": {"long ago"},
    "p1 | p2": {"long ago", "today"},
    "no priority & overdue": {"yesterday", "this morning"},
    "deadline: 24 dec": {"tomorrow"},
    "deadline before: 24 dec": set(),
    "deadline before: 25 dec": {"tomorrow"},
    "deadline after: 23 dec": {"tomorrow"},
    "deadline after: 24 dec": set(),
    "!no deadline": {"tomorrow"},
    "created before: -7 days": {"long ago", "yesterday"},
    "created: today & p1": set(),
    "created after: -7 days & p2": {"today"},
    "created on: 2026-10-26": {"long ago", "yesterday"},
    "updated before: -7 days": set(),
    "recurring": {"water"},
    "subtask": {"fill the can"},
    "#Home \\& Garden": GARDEN,
    '#"home & garden"': GARDEN,
    "#Home*": GARDEN,
    "##Home*": GARDEN | {"prune"},
    "##Home* & !#Home*": {"prune"},
    "#cafe": {"drink"},
    "#Caf": set(),
    "#*oses": {"prune"},
    "#Inbox & p1": {"long ago"},
    "/Raised beds": {"weed"},
    "/raised*": {"weed"},
    "!no section": {"weed"},
    "@work": {"weed", "drink"},
    "@work*": {"weed", "prune", "drink"},
    "@work & @Work from Home": {"drink"},
    "@%": set(),
    "@*": {"weed", "prune", "drink"},
    "no labels & #Roses": set(),
    "no labels & #*garden": {"water", "fill the can"},
    "search: kase": {"tonight"},
    "search: KÄS mil": {"tonight"},
    "search: käse tonight": {"tonight"},
    "search: ilk": set(),
    "search: from": {"prune", "drink"},
    "search: rink wor": set(),
    "search: dri wor": {"drink"},
    "done": {"finished"},
    "!done & p1": {"long ago"},
    "done | p1": {"finished", "long ago"},
    "completed: 23 nov 2026": {"finished"},
    "completed after: -7 days": {"finished"},
    "completed before: -7 days": set(),
    "!completed before: -7 days & #cafe": {"drink", "finished"},
    "(today | overdue) & !#Errands & p1 & created before: -7 days & !no date": {"long ago"},
}  # fmt: skip


class TestFinds:
    @pytest.mark.parametrize("text", FOUND)
    async def test_exactly(self, shelf: Shelf, text: str) -> None:
        assert set(await shelf.find(text)) == FOUND[text]

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    async def test_operators_are_those_of_sets(self, shelf: Shelf, data: st.DataObject) -> None:
        plain = [text for text in FOUND if not {"|", "&", "!"} & set(text) and "do" not in text and "com" not in text]
        leaves = st.sampled_from(plain).map(lambda text: (text, FOUND[text]))
        trees = st.recursive(leaves, _joined, max_leaves=6)
        text, titles = data.draw(trees)
        assert set(await shelf.find(text)) == titles

    async def test_other_conditions_hold_too(self, shelf: Shelf) -> None:
        assert await shelf.find("overdue", due_from="2026-11-24") == ["yesterday", "this morning"]
        assert await shelf.find("overdue", text="ago") == ["long ago"]
        assert await shelf.find("#cafe", done=True) == ["finished"]
        assert await shelf.find("done", done=False) == []

    async def test_zone(self, shelf: Shelf) -> None:
        await shelf.person.client.patch("/api/auth/me", json={"time_zone": "Asia/Tokyo"})
        found = await shelf.find("tomorrow")
        await shelf.person.client.patch("/api/auth/me", json={"time_zone": "Europe/Berlin"})
        assert found == ["tonight", "just after midnight", "tomorrow"]


def _joined(inner: Any) -> Any:
    both = st.tuples(inner, inner)
    return st.one_of(
        both.map(lambda pair: (f"({pair[0][0]}) & ({pair[1][0]})", pair[0][1] & pair[1][1])),
        both.map(lambda pair: (f"({pair[0][0]}) | ({pair[1][0]})", pair[0][1] | pair[1][1])),
        inner.map(lambda one: (f"!({one[0]})", OPEN - one[1])),
    )


class TestOrder:
    async def test_overdue_first_then_by_time(self, shelf: Shelf) -> None:
        found = await shelf.find("today | overdue")
        assert found == ["long ago", "yesterday", "this morning", "tonight", "today", "water"]

    async def test_done_newest_first(self, owner: Person) -> None:
        for hours, title in ((3, "old"), (1, "new"), (2, "middle")):
            task = await owner.add(title)
            with clock_at(NOW - timedelta(hours=hours)):
                await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert await owner.titles(filter="done & p4") == ["new", "middle", "old"]
        assert await owner.titles(filter="completed: today", limit=2) == ["new", "middle"]

    @pytest.mark.parametrize("text", ["all", "done | all", "!no date | @work*"])
    async def test_pages_give_each_once(self, shelf: Shelf, text: str) -> None:
        whole, seen, cursor = await shelf.find(text), list[str](), None
        while cursor is not None or not seen:
            query: dict[str, Any] = {"filter": text, "limit": 4} | ({"cursor": cursor} if cursor else {})
            page = (await shelf.person.client.get("/api/tasks", params=query)).json()
            seen += [item["title"] for item in page["items"]]
            cursor = page["next_cursor"]
            if cursor is None:
                break
        assert seen == whole


class TestErrors:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/tasks", params={"filter": "today"}), 401)

    async def test_place_and_suggestion(self, owner: Person) -> None:
        response = await owner.client.get("/api/tasks", params={"filter": '#"🌱" & todya'})
        problem = assert_problem(response, 422, "invalid-filter")
        assert problem["position"] == {"start": 8, "end": 13}
        assert problem["suggestion"] == "today"
        assert problem["detail"] == "“todya” is nothing that tasks can be filtered by. Did you mean today?"
        assert (problem["reason"], problem["values"]) == ("unknown", {"said": "todya"})
        assert problem["expected"]

    @pytest.mark.parametrize("text", ["", "(", "today, p1", "due: x", "@", "!" * 99 + "p1"])
    async def test_refused(self, owner: Person, text: str) -> None:
        assert_problem(await owner.client.get("/api/tasks", params={"filter": text}), 422, "invalid-filter")

    @pytest.mark.parametrize("text", ["x" * 1001, "#a\x00b"])
    async def test_not_even_read(self, owner: Person, text: str) -> None:
        assert_problem(await owner.client.get("/api/tasks", params={"filter": text}), 422, "invalid-input")

    @pytest.mark.parametrize("name", ["'; drop table task; --", "$1", "%", "_", "{0}", "\\\\", "\ue000", "a'b\"c"])
    async def test_names_are_only_names(self, owner: Person, stranger: Person, name: str) -> None:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        project = await owner.project(f"x{name}x")
        await owner.add("in it", project_id=project["id"])
        assert await owner.titles(filter=f'#"x{quoted}x"') == ["in it"]
        assert await owner.titles(filter=f'@"{quoted}" | /"{quoted}" | search: "{quoted}a"') == []
        assert await stranger.titles(filter=f'#"x{quoted}x"') == []


class TestWhoSees:
    async def test_strangers_see_nothing(self, shelf: Shelf, stranger: Person) -> None:
        for text in ("all", "#Home*", "@work*", "/Raised*", "search: drink", "done", "!p1"):
            assert await stranger.titles(filter=text) == []

    async def test_a_members_labels_are_their_own(
        self, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        project = await owner.project()
        mine = await label(sql, owner, "Urgent")
        await owner.add("shared", project_id=project["id"], label_ids=[mine])
        member = "insert into project_member (project_id, user_id, role) values ($1, $2, 'editor')"
        await sql.execute(member, project["id"], stranger.user["id"])
        assert await stranger.titles(filter="#Home") == ["shared"]
        assert await stranger.titles(filter="@urgent | search: urgent") == []
        assert await stranger.titles(filter="no labels") == ["shared"]
        assert await owner.titles(filter="@urgent & search: urg & !no labels") == ["shared"]

    async def test_names_of_what_is_gone_find_nothing(self, owner: Person, sql: asyncpg.Connection) -> None:
        gone = await label(sql, owner, "Gone")
        await owner.add("labelled", label_ids=[gone])
        await sql.execute("update label set deleted_at = $1 where id = $2", datetime.now(UTC), gone)
        assert await owner.titles(filter="@gone | search: gone") == []
        assert await owner.titles(filter="no labels") == ["labelled"]

    async def test_circles_of_projects_end(self, owner: Person, sql: asyncpg.Connection) -> None:
        one, other = await owner.project("One"), await owner.project("Other")
        for above, below in ((one, other), (other, one)):
            await sql.execute("update project set parent_id = $1 where id = $2", above["id"], below["id"])
        await owner.add("in the circle", project_id=other["id"])
        assert await owner.titles(filter="##One") == ["in the circle"]


async def test_one_statement_beside_the_session(
    owner: Person, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with statements() as seen:
        await owner.titles(filter="(today | overdue) & @work & !##Errands & /Section & search: a b & no labels")
    assert len(seen) == 2


async def test_no_word_of_the_person_is_in_the_statement(
    owner: Person, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    word = f"word{new_id().hex}"
    with statements() as seen:
        await owner.titles(filter=f"#{word} | ##{word} | @{word} | /{word} | search: {word}")
    assert not any(word in statement for statement in seen)
