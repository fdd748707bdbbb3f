"""`GET /api/search`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import asyncpg
import httpx
import pytest
from finding import label
from support import Person, assert_problem


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
