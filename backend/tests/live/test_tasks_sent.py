"""Tasks come with the changes that are about them: as each listener sees them, never older, and never too much."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio
from fastapi import FastAPI
from live.tabs import tab
from support import Person, join, serving
from todo.boundary import new_id
from todo.live import hub
from todo.live.schemas import event_for
from todo.tasks import service as tasks


@pytest_asyncio.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


async def test_is_what_the_api_gives(address: str, owner: Person) -> None:
    async with tab(address, owner) as opened:
        task = await owner.add("Dig", notes="deep", priority=1, due_date="2030-01-01")
        [made] = await opened.changes(1)
        await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "Dig deeper"})
        [edited] = await opened.changes(1)
        assert made["task"] == task
        assert edited["task"] == await owner.task(task["id"])


async def test_what_is_gone_has_none_and_what_comes_back_has(address: str, owner: Person) -> None:
    task = await owner.add()
    async with tab(address, owner) as opened:
        gone = await owner.client.delete(f"/api/tasks/{task['id']}")
        changes = [change async for change in opened.until("delete")]
        assert changes[-1]["task"] is None
        await owner.undo(gone)
        [back] = await opened.changes(1)
    assert (back["kind"], back["task"]) == ("create", await owner.task(task["id"]))


async def test_other_things_have_none(address: str, owner: Person) -> None:
    async with tab(address, owner) as opened:
        await owner.project()
        [change] = await opened.changes(1)
    assert (change["entity"], change["task"]) == ("project", None)


async def test_each_sees_their_own_labels_only(
    address: str, owner: Person, stranger: Person, sql: asyncpg.Connection
) -> None:
    project = await owner.project()
    await join(sql, project, stranger, "editor")
    label = (await owner.client.post("/api/labels", json={"name": "mine"})).json()
    async with tab(address, owner) as at_home, tab(address, stranger) as elsewhere:
        task = await owner.add(project_id=project["id"], label_ids=[label["id"]])
        [*_, own] = [change async for change in at_home.until_entity(task["id"])]
        [*_, theirs] = [change async for change in elsewhere.until_entity(task["id"])]
    assert own["task"]["label_ids"] == [label["id"]]
    assert theirs["task"] == {**own["task"], "label_ids": []}


async def test_who_lost_sight_of_it_is_sent_nothing(
    address: str, owner: Person, stranger: Person, sql: asyncpg.Connection
) -> None:
    project = await owner.project()
    await join(sql, project, stranger, "viewer")
    task = await owner.add("Secret from now on", project_id=project["id"])
    async with tab(address, stranger) as opened:
        move = {"project_id": owner.user["inbox_project_id"], "title": "Secret"}
        await owner.client.patch(f"/api/tasks/{task['id']}", json=move)
        heard = [change async for change in opened.until("delete")]
    assert heard[-1]["task"] is None
    assert 'Secret"' not in str(heard)


async def test_what_is_seen_is_asked_for_each_pair(
    app: FastAPI, owner: Person, stranger: Person, sql: asyncpg.Connection
) -> None:
    """The rule itself: neither another's task nor one in the trash, whatever is asked for."""
    mine, theirs, gone = await owner.add("Mine"), await stranger.add("Theirs"), await owner.add("Gone")
    await owner.client.delete(f"/api/tasks/{gone['id']}")
    people = {"owner": owner.actor.user_id, "stranger": stranger.actor.user_id}
    pairs = {(person, id_of(task)) for person in people.values() for task in (mine, theirs, gone)}
    found = await tasks.seen_by(app.state.database, pairs)
    assert {(person, str(task)) for person, task in found} == {
        (people["owner"], mine["id"]),
        (people["stranger"], theirs["id"]),
    }


def id_of(task: dict[str, Any]) -> UUID:
    return UUID(task["id"])


async def test_many_at_once_come_without(address: str, owner: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub, "MAX_TASKS", 3)
    operations = [{"op": "create", "task": {"title": f"task {n}"}} for n in range(4)]
    async with tab(address, owner) as opened:
        response = await owner.client.post("/api/tasks/bulk", json={"operations": operations})
        assert response.status_code == 200, response.text
        assert [change["task"] for change in await opened.changes(4)] == [None] * 4


async def test_long_notes_come_when_they_are_asked_for(
    address: str, owner: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "MAX_NOTES", 10)
    async with tab(address, owner) as opened:
        await owner.add(notes="x" * 11)
        short = await owner.add(notes="x" * 10)
        changes = await opened.changes(2)
    assert [change["task"] and change["task"]["id"] for change in changes] == [None, short["id"]]


async def test_who_resumes_is_sent_them_too(address: str, owner: Person) -> None:
    async with tab(address, owner) as opened:
        last = opened.last_id
        task = await owner.add()
        [*_, heard] = [change async for change in opened.until_entity(task["id"])]
    async with tab(address, owner, last) as resumed:
        [*_, change] = [change async for change in resumed.until_entity(task["id"])]
    assert change == heard
    assert change["task"] == task


async def test_a_task_that_is_older_than_the_change_is_not_sent(app: FastAPI, owner: Person) -> None:
    task = await owner.add()
    user_id, task_id = owner.actor.user_id, id_of(task)
    seen = await tasks.seen_by(app.state.database, [(user_id, task_id)])
    row = {
        "id": 1,
        "entity": "task",
        "entity_id": task_id,
        "version": 1,
        "group": new_id(),
        "was_there": True,
        "is_there": True,
        "saw": [user_id],
        "sees": [user_id],
    }
    assert '"task":{' in event_for(user_id, row, seen[user_id, task_id]).payload
    assert '"task":null' in event_for(user_id, {**row, "version": 2}, seen[user_id, task_id]).payload


async def test_one_that_can_not_be_read_keeps_nobody_from_hearing(
    address: str, owner: Person, sql: asyncpg.Connection
) -> None:
    task = await owner.add()
    async with tab(address, owner) as opened:
        broken = """{"rule": 7}"""
        await sql.execute("update task set recurrence = $2::jsonb where id = $1", id_of(task), broken)
        await sql.execute(
            """
            with command as (
                insert into change_group (id, user_id, via, command) values ($1, $2, 'api', 'edit') returning id
            )
            insert into change (group_id, entity, entity_id, project_id, after)
            select id, 'task', $3, $4, '{"version": 1, "deleted_at": null}' from command
            """,
            new_id(),
            owner.actor.user_id,
            id_of(task),
            owner.actor.inbox_project_id,
        )
        [*_, change] = [change async for change in opened.until_entity(task["id"])]
        other = await owner.add("Goes on")
        [*_, after] = [change async for change in opened.until_entity(other["id"])]
    assert change["task"] is None
    assert after["task"]["title"] == "Goes on"
