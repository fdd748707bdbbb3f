"""`GET /api/events`: what is told to whom, that nothing is lost or doubled, and that streams cost nothing else."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from live.tabs import Event, Tab, tab
from support import PASSWORD, Person, assert_problem, client_of, make_settings, running, serving, sign_up
from todo.actor import Actor
from todo.boundary import new_id
from todo.live import hub, service
from todo.live.hub import Subscription
from todo.live.schemas import LiveEvent
from todo.main import create_app


@pytest_asyncio.fixture
async def address(app: FastAPI) -> AsyncIterator[str]:
    async with serving(app) as address:
        yield address


async def make_member(sql: asyncpg.Connection, project: dict[str, Any], person: Person, role: str = "editor") -> None:
    await sql.execute(
        "insert into project_member (project_id, user_id, role) values ($1, $2, $3)",
        project["id"],
        person.user["id"],
        role,
    )


async def log_entry(sql: asyncpg.Connection, person: Person) -> UUID:
    """An entry of the change log, written past the API: a new task of the person's; its id."""
    task, group = new_id(), new_id()
    await sql.execute(
        "insert into change_group (id, user_id, via, command) values ($1, $2, 'api', 'add_task')",
        group,
        person.user["id"],
    )
    await sql.execute(
        """
        insert into change (group_id, entity, entity_id, project_id, after)
        values ($1, 'task', $2, $3, '{"version": 1, "deleted_at": null}')
        """,
        group,
        task,
        person.user["inbox_project_id"],
    )
    return task


async def purge(opened: Tab) -> Event:
    """The next event, which is of a purge."""
    event = await opened.next()
    assert event is not None
    assert event.name == "purge", event
    return event


class TestWhatIsTold:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.get("/api/events"), 401)

    async def test_each_change_once_in_order_with_its_group(self, address: str, owner: Person) -> None:
        async with tab(address, owner) as opened:
            made = await owner.client.post("/api/tasks", json={"title": "Pay rent"})
            task = made.json()
            edited = await owner.client.patch(f"/api/tasks/{task['id']}", json={"priority": 1})
            done = await owner.client.post(f"/api/tasks/{task['id']}/complete")
            gone = await owner.client.delete(f"/api/tasks/{task['id']}")
            back = await owner.undo(gone)
            changes = await opened.changes(5)
        assert [change["kind"] for change in changes] == ["create", "update", "update", "delete", "create"]
        assert [change["version"] for change in changes] == [1, 2, 3, 4, 5]
        assert {(change["entity"], change["entity_id"]) for change in changes} == {("task", task["id"])}
        groups = [response.headers["Change-Group"] for response in (made, edited, done, gone)]
        assert [change["group"] for change in changes] == [*groups, back.json()["id"]]
        ids = [change["id"] for change in changes]
        assert ids == sorted(set(ids))

    async def test_what_changes_nothing_and_what_fails_is_not_told(self, address: str, owner: Person) -> None:
        async with tab(address, owner) as opened:
            task = await owner.add()
            path = f"/api/tasks/{task['id']}"
            await owner.client.patch(path, json={"title": task["title"]})
            await owner.client.patch(path, json={"title": "Other"}, headers={"If-Match": '"9"'})
            await owner.client.post("/api/tasks", json={"title": "Below", "parent_id": str(new_id())})
            await owner.client.patch(path, json={"title": "New"})
            changes = await opened.changes(2)
        assert [change["version"] for change in changes] == [1, 2]

    async def test_strangers_hear_nothing(self, address: str, owner: Person, stranger: Person) -> None:
        async with tab(address, stranger) as opened:
            await owner.add("Secret")
            await owner.project("Secret too")
            own = await stranger.add("Mine")
            [change] = await opened.changes(1)
        assert change["entity_id"] == own["id"]

    async def test_what_is_gone_for_good_is_told_to_whoever_had_it_in_the_trash(
        self, address: str, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        shared = await owner.project("Shared")
        await make_member(sql, shared, stranger, "viewer")
        tasks = [await owner.add("Theirs", project_id=shared["id"]), await owner.add("Mine"), await owner.add("Late")]
        for task in tasks:
            await owner.client.delete(f"/api/tasks/{task['id']}")
        async with tab(address, stranger) as at_home, tab(address, owner) as opened:
            for task in tasks[:2]:
                assert (await owner.client.delete(f"/api/trash/task/{task['id']}")).status_code == 204
            assert (await owner.client.delete("/api/trash")).status_code == 204
            told = [await purge(opened) for _ in range(3)]
            once = await purge(at_home)
            own = await stranger.add("Own")
            [after] = await at_home.changes(1)
        assert [(event.id, event.data) for event in [*told, once]] == [(None, {})] * 4
        assert after["entity_id"] == own["id"]

    async def test_a_purge_that_is_refused_is_not_told(self, address: str, owner: Person, stranger: Person) -> None:
        task = await owner.add()
        async with tab(address, owner) as opened:
            assert (await owner.client.delete(f"/api/trash/task/{task['id']}")).status_code == 404
            assert (await stranger.client.delete(f"/api/trash/task/{task['id']}")).status_code == 404
            assert (await stranger.client.delete("/api/trash")).status_code == 204
            await owner.client.patch(f"/api/tasks/{task['id']}", json={"title": "Still here"})
            [change] = await opened.changes(1)
        assert change["entity_id"] == task["id"]

    async def test_a_member_hears_until_removed(
        self, address: str, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        project = await owner.project()
        await make_member(sql, project, stranger, "viewer")
        async with tab(address, stranger) as opened:
            shared = await owner.add("Shared", project_id=project["id"])
            [heard] = await opened.changes(1)
            assert heard["entity_id"] == shared["id"]
            await sql.execute("delete from project_member where user_id = $1 and role = 'viewer'", stranger.user["id"])
            await owner.add("No longer", project_id=project["id"])
            own = await stranger.add("Mine")
            [change] = await opened.changes(1)
        assert change["entity_id"] == own["id"]

    async def test_a_task_that_leaves_sight_is_gone_and_one_that_comes_is_new(
        self, address: str, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        async with tab(address, stranger) as opened, tab(address, owner) as at_home:
            project = await owner.project()
            await make_member(sql, project, stranger)
            task = await owner.add("Wanders")
            for target in (project["id"], owner.user["inbox_project_id"]):
                await owner.client.patch(f"/api/tasks/{task['id']}", json={"project_id": target})
            heard = [change async for change in opened.until("delete")]
            assert [change["kind"] for change in heard if change["entity"] == "task"] == ["create", "delete"]
            seen = [change["kind"] for change in await at_home.changes(4) if change["entity"] == "task"]
            assert seen == ["create", "update", "update"]

    async def test_the_chat_and_mcp_are_heard_too(self, address: str, owner: Person) -> None:
        async with tab(address, owner) as opened:
            await owner.client.post("/api/chat", json={"message": "add water the plants"})
            [change] = await opened.changes(1)
        assert (await owner.task(change["entity_id"]))["title"] == "water the plants"

    async def test_what_belongs_to_a_person_alone_is_theirs_to_hear(
        self, address: str, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        group, label = new_id(), new_id()
        async with tab(address, owner) as opened, tab(address, stranger) as other:
            await sql.execute(
                """
                with command as (insert into change_group (id, user_id, via, command) values ($1, $2, 'api', 'add'))
                insert into change (group_id, entity, entity_id, after)
                select $1, 'label', $3::uuid, jsonb_build_object('user_id', $2::uuid, 'deleted_at', null, 'version', 1)
                """,
                group,
                owner.user["id"],
                label,
            )
            [change] = await opened.changes(1)
            assert (change["entity"], change["entity_id"], change["kind"]) == ("label", str(label), "create")
            own = await stranger.add()
            [change] = await other.changes(1)
            assert change["entity_id"] == own["id"]


class TestResuming:
    async def test_from_any_event_on_exactly_the_rest_comes(
        self, address: str, owner: Person, stranger: Person
    ) -> None:
        async with tab(address, owner) as opened:
            for n in range(6):
                await owner.add(f"task {n}")
                await stranger.add("noise")
            changes = await opened.changes(6)
        for seen in range(6):
            async with tab(address, owner, changes[seen]["id"]) as resumed:
                assert await resumed.changes(5 - seen) == changes[seen + 1 :]
                ready = await resumed.next()
                assert ready is not None
                assert ready.name == "ready"

    @pytest.mark.parametrize("last", ["nonsense", "-1", "9" * 30, "1e3", "\xb3"])
    async def test_an_id_that_is_none_of_ours_is_answered_with_a_reset(
        self, address: str, owner: Person, last: str
    ) -> None:
        async with tab(address, owner, last) as opened:
            event = await opened.next()
            assert event is not None
            assert event.name == "reset"
            task = await owner.add()
            assert [change["entity_id"] for change in await opened.changes(1)] == [task["id"]]

    async def test_an_id_that_is_too_old_is_answered_with_a_reset(
        self, address: str, owner: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with tab(address, owner) as opened:
            for n in range(4):
                await owner.add(f"task {n}")
            ids = [change["id"] for change in await opened.changes(4)]
        for name, module in (("MAX_MISSED", service), ("MAX_BEHIND", hub)):
            with monkeypatch.context() as patch:
                patch.setattr(module, name, 2)
                async with tab(address, owner, ids[0]) as opened:
                    event = await opened.next()
                    assert event is not None
                    assert (event.name, opened.last_id) == ("reset", event.id)
                    assert event.id is not None
                    assert event.id >= ids[-1]

    async def test_an_id_that_was_not_given_out_yet_is_answered_with_a_reset(self, address: str, owner: Person) -> None:
        async with tab(address, owner) as opened:
            future = opened.last_id + 1_000_000
        async with tab(address, owner, future) as opened:
            event = await opened.next()
            assert event is not None
            assert event.name == "reset"

    async def test_commands_that_commit_late_are_told_late_but_not_lost(
        self, address: str, owner: Person, sql: asyncpg.Connection
    ) -> None:
        async with tab(address, owner) as opened:
            slow = sql.transaction()
            await slow.start()
            early = await log_entry(sql, owner)
            task = await owner.add("Overtakes")
            await slow.commit()
            changes = await opened.changes(2)
        assert [change["entity_id"] for change in changes] == [str(early), task["id"]], "in the order of ids"

    async def test_commands_that_are_rolled_back_hold_nothing_up(
        self, address: str, owner: Person, sql: asyncpg.Connection
    ) -> None:
        async with tab(address, owner) as opened:
            slow = sql.transaction()
            await slow.start()
            await log_entry(sql, owner)
            task = await owner.add("Goes on")
            await slow.rollback()
            assert [change["entity_id"] for change in await opened.changes(1)] == [task["id"]]


class TestStreams:
    async def test_two_hundred_hold_no_connection_and_all_hear(self, database_url: str) -> None:
        async with AsyncExitStack() as stack:
            app = await stack.enter_async_context(
                running(create_app(make_settings(database_url, database_pool_size=2)))
            )
            person = await sign_up(app)
            address = await stack.enter_async_context(serving(app))
            tabs = [await stack.enter_async_context(tab(address, person)) for _ in range(200)]
            task = await person.add()
            assert await person.titles() == ["Pay rent"]
            heard = await asyncio.gather(*(opened.changes(1) for opened in tabs))
            assert {change["entity_id"] for [change] in heard} == {task["id"]}

    async def test_two_replicas_tell_the_same_and_continue_one_another(
        self, app: FastAPI, address: str, owner: Person, database_url: str
    ) -> None:
        async with running(create_app(make_settings(database_url))) as other, serving(other) as second:
            async with tab(address, owner) as here, tab(second, owner) as there:
                await asyncio.gather(
                    *(owner.client.post("/api/tasks", json={"title": f"task {n}"}) for n in range(10)),
                    *(
                        client_of(other, token=owner.token).post("/api/tasks", json={"title": f"other {n}"})
                        for n in range(10)
                    ),
                )
                changes = await here.changes(20)
                assert await there.changes(20) == changes
            async with tab(second, owner, changes[7]["id"]) as resumed:
                assert await resumed.changes(12) == changes[8:]

    async def test_an_end_of_the_process_ends_them(self, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(hub, "OPEN", set())
        async with running(create_app(make_settings(database_url))) as app, serving(app) as address:
            person = await sign_up(app)
            async with tab(address, person) as opened:
                service.end_streams()
                assert await opened.next() is None
            async with tab(address, person) as late:
                assert await late.next() is None

    async def test_signing_out_ends_them(
        self, app: FastAPI, address: str, owner: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(hub, "LOOK_SECONDS", 0.05)
        login = {"email": owner.user["email"], "password": PASSWORD}
        other = (await client_of(app).post("/api/auth/login", json=login)).json()
        person = Person(client_of(app, token=other["token"]), other["user"], other["token"])
        async with tab(address, person) as opened, tab(address, owner) as stays:
            await person.client.post("/api/auth/logout")
            await owner.add("Ring")
            while (event := await opened.next()) is not None:
                assert event.name == "change", "what was told before the end"
            assert len(await stays.changes(1)) == 1

    async def test_signs_of_life_carry_the_id_to_resume_from(
        self, address: str, owner: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(service, "ALIVE_SECONDS", 0.05)
        async with tab(address, owner) as opened, tab(address, stranger) as other:
            before = opened.last_id
            await stranger.add()
            [change] = await other.changes(1)
            assert change["id"] > before
            while opened.last_id < change["id"]:
                async with asyncio.timeout(20):
                    event = await opened.events.get()
                assert event is not None
                assert event.name is None

    async def test_a_lost_connection_comes_back_and_nothing_is_missed(
        self, address: str, owner: Person, sql: asyncpg.Connection
    ) -> None:
        async with tab(address, owner) as opened:
            await self._cut(sql)
            tasks = [await owner.add(f"task {n}") for n in range(3)]
            assert [change["entity_id"] for change in await opened.changes(3)] == [task["id"] for task in tasks]

    async def _cut(self, sql: asyncpg.Connection) -> None:
        await sql.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
            " and pid <> pg_backend_pid() and query ~* 'pg_sequence_last_value|completeness|pg_current_snapshot|listen'"
        )

    async def test_a_process_that_fell_far_behind_starts_over(
        self, address: str, owner: Person, sql: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with tab(address, owner) as opened:
            [first] = [await owner.add()]
            await opened.changes(1)
            monkeypatch.setattr(hub, "MAX_BEHIND", 3)
            async with sql.transaction():
                for _ in range(5):
                    await log_entry(sql, owner)
            event = await opened.next()
            assert event is not None
            assert event.name == "reset"
            await owner.client.patch(f"/api/tasks/{first['id']}", json={"title": "Goes on"})
            [change] = await opened.changes(1)
            assert (change["entity_id"], change["version"]) == (first["id"], 2)
            assert event.id == change["id"] - 1

    async def test_who_reads_too_slowly_is_told_to_start_over_and_costs_no_more_memory(self) -> None:
        stream = Subscription(Actor(new_id(), "api", "UTC", new_id()), 0)
        for n in range(hub.QUEUE_LENGTH + 1):
            stream.put(LiveEvent("change", n + 1))
        assert await stream.get() == LiveEvent("reset", hub.QUEUE_LENGTH + 1)
        stream.put(LiveEvent("change", hub.QUEUE_LENGTH + 2))
        assert await stream.get() == LiveEvent("change", hub.QUEUE_LENGTH + 2)


def test_an_event_on_the_wire() -> None:
    assert LiveEvent("reset", 7).encode() == b"id: 7\nevent: reset\ndata: {}\n\n"
    assert LiveEvent(None, 8).encode() == b"id: 8\n: alive\n\n"
