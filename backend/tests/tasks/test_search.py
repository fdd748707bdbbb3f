"""`GET /api/search`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import asyncpg
import httpx
import pytest
from finding import label
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Person, assert_problem
from todo.boundary import new_id
from todo.language.text import fold
from todo.tasks.finding.repository import MAX_RANKED


async def look(person: Person, q: str, **query: Any) -> list[dict[str, Any]]:
    """What a search gives."""
    response = await person.client.get("/api/search", params={"q": q, **query})
    assert response.status_code == 200, response.text
    items: list[dict[str, Any]] = response.json()["items"]
    return items


async def titles(person: Person, q: str, **query: Any) -> list[str]:
    return [hit["task"]["title"] for hit in await look(person, q, **query)]


class TestFinds:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/search", params={"q": "x"}), 401)

    @pytest.mark.parametrize(
        ("q", "found"),
        [
            ("milk", {"Buy milk", "Cook"}),
            ("MIL buy", {"Buy milk"}),
            ("buy-milk!", {"Buy milk"}),
            ("milk cook", {"Cook"}),
            ("zur", {"Zürich trip"}),
            ("ZÜRICH", {"Zürich trip"}),
            ("strasse", {"Straße fegen"}),
            ("ilk", set()),
            ("shop", {"Buy milk", "Zürich trip"}),
            ("shop trip", {"Zürich trip"}),
            ("shop milk", {"Buy milk"}),
            ("online", {"Zürich trip"}),
            ("10", {"Pay 100 €"}),
            ("€", set()),
            ("", set()),
            ("' | milk:* & (", {"Buy milk", "Cook"}),
            ("a\\'b", set()),
        ],
    )
    async def test_each_word_begins_one(self, owner: Person, sql: asyncpg.Connection, q: str, found: set[str]) -> None:
        shop, online = await label(sql, owner, "Shopping"), await label(sql, owner, "Shop online")
        await owner.add("Buy milk", label_ids=[shop])
        await owner.add("Cook", notes="with *milk*")
        await owner.add("Zürich trip", label_ids=[online])
        await owner.add("Straße fegen")
        await owner.add("Pay 100 €")
        assert set(await titles(owner, q)) == found

    async def test_titles_weigh_more_than_labels_and_these_more_than_notes(
        self, owner: Person, sql: asyncpg.Connection
    ) -> None:
        garden = await label(sql, owner, "Garden")
        await owner.add("title: garden")
        await owner.add("label", label_ids=[garden])
        await owner.add("notes", notes="the garden")
        await owner.add("newer notes", notes="the garden")
        assert await titles(owner, "garden") == ["title: garden", "label", "newer notes", "notes"]

    async def test_done_ones_too_but_nothing_of_the_trash_or_of_archived_projects(
        self, owner: Person, sql: asyncpg.Connection
    ) -> None:
        done, gone = await owner.add("tea one"), await owner.add("tea two")
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        await owner.client.delete(f"/api/tasks/{gone['id']}")
        project = await owner.project()
        await owner.add("tea three", project_id=project["id"])
        await owner.add("tea four")
        assert set(await titles(owner, "tea")) == {"tea one", "tea three", "tea four"}
        assert await titles(owner, "tea", done=True) == ["tea one"]
        assert set(await titles(owner, "tea", done=False)) == {"tea three", "tea four"}
        assert await titles(owner, "tea", project_id=project["id"]) == ["tea three"]
        await sql.execute("update project set archived_at = now() where id = $1", project["id"])
        assert set(await titles(owner, "tea")) == {"tea one", "tea four"}
        assert await titles(owner, "tea", project_id=project["id"]) == ["tea three"]

    async def test_an_archived_project_of_others_gives_nothing(
        self, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        project = await owner.project()
        await owner.add("tea", project_id=project["id"])
        await sql.execute("update project set archived_at = now() where id = $1", project["id"])
        assert await titles(stranger, "tea", project_id=project["id"]) == []

    async def test_strangers_find_nothing_and_members_by_their_own_labels_only(
        self, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        project = await owner.project()
        secret = await label(sql, owner, "Secret")
        await owner.add("Present", project_id=project["id"], label_ids=[secret])
        assert await titles(stranger, "present") == []
        member = "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')"
        await sql.execute(member, project["id"], stranger.user["id"])
        assert await titles(stranger, "secret") == []
        [hit] = await look(stranger, "present")
        assert (hit["task"]["label_ids"], hit["labels"]) == ([], [])
        [hit] = await look(owner, "secret present")
        assert hit["labels"] == [secret]


class TestHighlights:
    async def test_places_in_units_of_browsers(self, owner: Person) -> None:
        await owner.add("🌱 Käse, cheese", notes="Kasekuchen\n\nno cheese")
        [hit] = await look(owner, "kase chee")
        assert hit["title"] == [{"start": 3, "end": 7}, {"start": 9, "end": 13}]
        assert hit["notes"] == [{"start": 0, "end": 4}, {"start": 15, "end": 19}]

    async def test_a_found_task_is_whole(self, owner: Person) -> None:
        task = await owner.add("Milk", priority=2, due_date="2026-12-01")
        [hit] = await look(owner, "milk")
        assert hit["task"] == task


class TestPages:
    async def test_give_each_once(self, owner: Person) -> None:
        for number in range(12):
            await owner.add(f"tea {number}", notes="tea " * (number % 3))
        whole = await titles(owner, "tea")
        assert len(whole) == 12
        seen: list[str] = []
        query: dict[str, Any] = {"q": "tea", "limit": 5}
        for _ in range(3):
            page = (await owner.client.get("/api/search", params=query)).json()
            seen += [hit["task"]["title"] for hit in page["items"]]
            query["cursor"] = page["next_cursor"]
        assert seen == whole
        assert query["cursor"] is None

    @pytest.mark.parametrize(
        "query",
        [{}, {"q": "x" * 201}, {"q": "a\x00"}, {"q": "a", "limit": "51"}, {"q": "a", "project_id": "x"}, {"p": "a"}],
    )
    async def test_bad_input(self, owner: Person, query: dict[str, str]) -> None:
        assert_problem(await owner.client.get("/api/search", params=query), 422, "invalid-input")

    @pytest.mark.parametrize("cursor", ["x", "WyJhIiwiYiJd", "WyIxIiwiMSJd"])
    async def test_bad_cursor(self, owner: Person, cursor: str) -> None:
        response = await owner.client.get("/api/search", params={"q": "a", "cursor": cursor})
        assert_problem(response, 422, "invalid-cursor")


async def test_one_statement_beside_the_session(
    owner: Person, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with statements() as seen:
        await titles(owner, "some words to look for")
    assert len(seen) == 2


@pytest.mark.parametrize("text", ["Łódź", "naïve", "œuvre", "Ærø", "Ｆｕｌｌ", "Äpfel", "ñandú", "İstanbul", "①"])
async def test_whatever_was_written_is_found_as_written(owner: Person, text: str) -> None:
    await owner.add(text)
    for said in (text, text.upper(), text.lower()):
        assert await titles(owner, said) == [text]


class TestMany:
    """Among more tasks than are ranked."""

    async def _bury(self, sql: asyncpg.Connection, person: Person, count: int, title: str) -> None:
        """So many newer tasks of theirs."""
        await sql.execute(
            """
            insert into task (id, project_id, title)
            select ('ffffffff-ffff-7fff-8fff-' || $4 || lpad(to_hex(n), 4, '0'))::uuid, $1, $2 || ' ' || n
            from generate_series(1, $3) n
            """,
            person.user["inbox_project_id"],
            title,
            count,
            new_id().hex[-8:],
        )

    async def test_what_is_old_is_found_by_text_and_by_label(self, owner: Person, sql: asyncpg.Connection) -> None:
        attic = await label(sql, owner, "Attic")
        await owner.add("Dusty lamp")
        await owner.add("Chair", notes="dusty", label_ids=[attic])
        await owner.add("Table", label_ids=[attic])
        await self._bury(sql, owner, 2_000, "filler")
        try:
            assert await titles(owner, "dusty") == ["Dusty lamp", "Chair"]
            assert await titles(owner, "attic") == ["Table", "Chair"]
            assert await titles(owner, "att dus") == ["Chair"]
            assert await titles(owner, "att lamp") == []
            assert await titles(owner, "dusty", done=True) == []
        finally:
            await sql.execute("delete from task where project_id = $1", owner.user["inbox_project_id"])

    async def test_of_very_many_the_newest_are_ranked(self, owner: Person, sql: asyncpg.Connection) -> None:
        await owner.add("tea, tea, tea", notes="tea")
        await self._bury(sql, owner, MAX_RANKED + 50, "tea")
        try:
            seen: list[str] = []
            query: dict[str, Any] = {"q": "tea", "limit": 50}
            while query.get("cursor", "") is not None:
                page = (await owner.client.get("/api/search", params=query)).json()
                seen += [hit["task"]["title"] for hit in page["items"]]
                query["cursor"] = page["next_cursor"]
            assert len(seen) == len(set(seen)) == MAX_RANKED
            assert "tea, tea, tea" not in seen
            assert f"tea {MAX_RANKED + 50}" in seen
        finally:
            await sql.execute("delete from task where project_id = $1", owner.user["inbox_project_id"])


WORDS = st.sampled_from(["a", "ab", "abc", "b", "ba", "Käse", "kas", "z1", "1", "Straße"])


class TestLaws:
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        tasks=st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, max_size=2)), max_size=5),
        wanted=st.lists(WORDS, min_size=1, max_size=2),
    )
    async def test_found_is_what_holds_each_word(
        self, owner: Person, tasks: list[tuple[list[str], list[str]]], wanted: list[str]
    ) -> None:
        project = await owner.project()
        expected = []
        for title, notes in tasks:
            task = await owner.add("-".join(title), notes=", ".join(notes), project_id=project["id"])
            held = [fold(word) for word in title + notes]
            if all(any(word.startswith(fold(prefix)) for word in held) for prefix in wanted):
                expected.append(task["id"])
        hits = await look(owner, " ".join(wanted), project_id=project["id"])
        assert sorted(hit["task"]["id"] for hit in hits) == sorted(expected)
        for hit in hits:
            assert hit["title"] or hit["notes"]
