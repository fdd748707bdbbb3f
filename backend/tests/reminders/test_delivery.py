"""Delivery: each moment once, whoever delivers, by live stream and webhook; tried again, and not without end."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI
from live.tabs import tab
from support import Person, make_settings, serving
from todo.boundary import new_id
from todo.clock import clock_at
from todo.database import Database
from todo.reminders import delivery, webhook
from todo.reminders.channels import DeliveryError, DueReminder
from todo.reminders.delivery import MAX_ATTEMPTS, Deliverer, channels_of
from todo.reminders.webhook import WebhookChannel, is_public

MOMENT = datetime(2027, 3, 10, 15, 0, tzinfo=UTC)
REMINDER = DueReminder(new_id(), new_id(), new_id(), "Pay rent", MOMENT)


@dataclass
class Memory:
    """A channel that keeps what it is given, after failing as often as it is told to."""

    name: str = field(default_factory=lambda: f"memory-{new_id()}")
    failures: int = 0
    attempts: int = 0
    received: list[DueReminder] = field(default_factory=list)

    async def deliver(self, reminder: DueReminder) -> None:
        self.attempts += 1
        if self.attempts <= self.failures:
            raise DeliveryError("not now")
        self.received.append(reminder)


async def reminded(person: Person, **body: Any) -> dict[str, Any]:
    """A task that is due at `MOMENT`, with a reminder ten minutes before."""
    task = await person.add(due_at=MOMENT.isoformat(), **body)
    response = await person.client.post(f"/api/tasks/{task['id']}/reminders", json={"minutes_before": 10})
    assert response.status_code == 201, response.text
    return task


async def deliver(app: FastAPI, *channels: Any, at: datetime = MOMENT) -> None:
    with clock_at(at):
        await Deliverer(app.state.database, channels, 3600).deliver_due()


@pytest.fixture(autouse=True)
async def _nothing_left(sql: asyncpg.Connection) -> None:
    await sql.execute("delete from reminder")


class TestOnce:
    async def test_not_before_its_time_and_then_once(self, app: FastAPI, owner: Person) -> None:
        task, memory = await reminded(owner), Memory()
        await deliver(app, memory, at=MOMENT - timedelta(minutes=11))
        assert memory.received == []
        for minutes in (10, 9, 0):
            await deliver(app, memory, at=MOMENT - timedelta(minutes=minutes))
        [reminder] = memory.received
        assert (str(reminder.task_id), reminder.title) == (task["id"], "Pay rent")
        assert reminder.fire_at == MOMENT - timedelta(minutes=10)

    async def test_many_processes_at_once_send_each_once(
        self, app: FastAPI, owner: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(delivery, "BATCH", 3)
        tasks, memory = [await reminded(owner) for _ in range(10)], Memory()
        await asyncio.gather(*(deliver(app, memory) for _ in range(8)))
        await deliver(app, memory)
        assert sorted(str(reminder.task_id) for reminder in memory.received) == sorted(task["id"] for task in tasks)

    async def test_by_each_channel(self, app: FastAPI, owner: Person) -> None:
        await reminded(owner)
        channels = Memory(), Memory()
        await deliver(app, *channels)
        assert [len(channel.received) for channel in channels] == [1, 1]

    async def test_again_when_the_task_moves_and_for_each_occurrence(self, app: FastAPI, owner: Person) -> None:
        task, memory = await reminded(owner, recurrence={"rule": "FREQ=DAILY"}), Memory()
        await deliver(app, memory)
        with clock_at(MOMENT):
            await owner.client.post(f"/api/tasks/{task['id']}/complete")
        await deliver(app, memory, at=MOMENT + timedelta(hours=1))
        await deliver(app, memory, at=MOMENT + timedelta(days=1))
        fired = [reminder.fire_at + timedelta(minutes=10) for reminder in memory.received]
        assert fired == [MOMENT, MOMENT + timedelta(days=1)]

    async def test_not_of_what_is_done_or_out_of_sight_or_long_past(
        self, app: FastAPI, owner: Person, stranger: Person, sql: asyncpg.Connection
    ) -> None:
        memory, project = Memory(), await owner.project()
        insert = "insert into project_member (project_id, user_id, role) values ($1, $2, 'editor')"
        await sql.execute(insert, project["id"], stranger.user["id"])
        done, shared = await reminded(owner), await owner.add(due_at=MOMENT.isoformat(), project_id=project["id"])
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        reminder = await stranger.client.post(f"/api/tasks/{shared['id']}/reminders", json={"minutes_before": 0})
        assert reminder.status_code == 201
        await sql.execute("delete from project_member where user_id = $1 and role = 'editor'", stranger.user["id"])
        await reminded(owner)
        await deliver(app, memory, at=MOMENT + timedelta(days=3))
        assert memory.received == []
        await deliver(app, memory, at=MOMENT)
        assert len(memory.received) == 1, "the third one, which nothing stands against at this time"

    async def test_a_moment_that_has_passed_when_it_is_set_never_fires(self, app: FastAPI, owner: Person) -> None:
        task, memory = await owner.add(), Memory()
        now = datetime.now(UTC)
        at = (now - timedelta(minutes=1)).isoformat()
        assert (await owner.client.post(f"/api/tasks/{task['id']}/reminders", json={"at": at})).status_code == 201
        await deliver(app, memory, at=now + timedelta(minutes=1))
        assert memory.received == []


class TestTryingAgain:
    async def test_later_and_later_and_then_no_more(self, app: FastAPI, owner: Person) -> None:
        memory, now = Memory(failures=100), MOMENT
        await reminded(owner)
        pauses: list[float] = []
        for _ in range(2000):
            before = memory.attempts
            await deliver(app, memory, at=now)
            if memory.attempts > before:
                pauses.append((now - MOMENT).total_seconds())
            if memory.attempts == MAX_ATTEMPTS:
                break
            now += timedelta(seconds=30)
        assert pauses == [0, 30, 90, 210, 450, 930]
        await deliver(app, memory, at=now + timedelta(hours=20))
        assert memory.attempts == MAX_ATTEMPTS

    async def test_one_that_fails_holds_no_other_up(self, app: FastAPI, owner: Person) -> None:
        await reminded(owner)
        bad, good = Memory(failures=1), Memory()
        await deliver(app, bad, good)
        assert (len(bad.received), len(good.received)) == (0, 1)
        await deliver(app, bad, good, at=MOMENT + timedelta(seconds=31))
        assert (len(bad.received), len(good.received)) == (1, 1)

    async def test_one_that_a_process_died_over_is_sent_by_another(self, app: FastAPI, owner: Person) -> None:
        await reminded(owner)

        @dataclass
        class Deadly(Memory):
            async def deliver(self, _: DueReminder) -> None:
                raise asyncio.CancelledError

        name = f"memory-{new_id()}"
        with pytest.raises(asyncio.CancelledError):
            await deliver(app, Deadly(name))
        memory = Memory(name)
        await deliver(app, memory, at=MOMENT + timedelta(seconds=59))
        assert memory.received == []
        await deliver(app, memory, at=MOMENT + timedelta(seconds=61))
        assert len(memory.received) == 1

    async def test_the_loop_outlives_failures(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rounds, third = 0, asyncio.Event()

        async def failing(_: Deliverer) -> None:
            nonlocal rounds
            rounds += 1
            if rounds == 3:
                third.set()
            raise RuntimeError("broken")

        monkeypatch.setattr(Deliverer, "deliver_due", failing)
        task = asyncio.create_task(Deliverer(Database("postgresql://nowhere"), [], 0.001).run())
        async with asyncio.timeout(20):
            await third.wait()
        task.cancel()


class TestLive:
    async def test_every_tab_of_the_person_and_of_nobody_else_hears(
        self, app: FastAPI, owner: Person, stranger: Person, database_url: str
    ) -> None:
        [live] = channels_of(make_settings(database_url), app.state.database)
        async with (
            serving(app) as address,
            tab(address, owner) as one,
            tab(address, owner) as two,
            tab(address, stranger) as other,
        ):
            task = await reminded(owner, title="Café “x”")
            await one.changes(2)
            await two.changes(2)
            await deliver(app, live)
            for opened in (one, two):
                event = await opened.next()
                assert event is not None
                assert (event.name, event.id) == ("reminder", None)
                assert (event.data["task_id"], event.data["title"]) == (task["id"], "Café “x”")
                assert datetime.fromisoformat(event.data["fire_at"]) == MOMENT - timedelta(minutes=10)
            own = await stranger.add()
            assert [change["entity_id"] for change in await other.changes(1)] == [own["id"]]


@dataclass
class Receiver:
    """A plain HTTP server: what it was sent, and what it answers."""

    port: int = 0
    answer: bytes = b"HTTP/1.1 204 No Content\r\n\r\n"
    requests: list[bytes] = field(default_factory=list)

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        self.requests.append(head + await reader.readexactly(length))
        if self.answer:
            writer.write(self.answer)
            await writer.drain()
        else:
            await reader.read()
        writer.close()


@asynccontextmanager
async def receiver() -> AsyncIterator[Receiver]:
    found = Receiver()
    server = await asyncio.start_server(found.take, "127.0.0.1", 0)
    found.port = server.sockets[0].getsockname()[1]
    async with server:
        yield found


class TestWebhook:
    async def test_posts_signed_json(self) -> None:
        async with receiver() as hook:
            channel = WebhookChannel(f"http://127.0.0.1:{hook.port}/in?x=1", "sesame", allow_private=True)
            await channel.deliver(REMINDER)
            await channel.deliver(REMINDER)
        head, _, body = hook.requests[0].partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        assert lines[0] == "POST /in?x=1 HTTP/1.1"
        assert f"Host: 127.0.0.1:{hook.port}" in lines
        assert f"X-Todo-Signature: sha256={hmac.new(b'sesame', body, hashlib.sha256).hexdigest()}" in lines
        assert json.loads(body) == {**REMINDER.content(), "user_id": str(REMINDER.user_id)}
        assert hook.requests[0] == hook.requests[1], "a repetition can be told by its key"
        assert any(line.startswith("Idempotency-Key: ") for line in lines)

    @pytest.mark.parametrize(
        "answer",
        [
            b"HTTP/1.1 500 Oh\r\n\r\n",
            b"HTTP/1.1 302 Found\r\nLocation: http://x/\r\n\r\n",
            b"SSH-2.0-x\r\n",
            b"HTTP/1.1 \r\n",
            b"x" * 9000,
            b"\n",
        ],
    )
    async def test_any_other_answer_is_a_failure(self, answer: bytes) -> None:
        async with receiver() as hook:
            hook.answer = answer
            with pytest.raises(DeliveryError):
                await WebhookChannel(f"http://127.0.0.1:{hook.port}", "", allow_private=True).deliver(REMINDER)

    async def test_one_that_never_answers_takes_no_longer_than_its_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(webhook, "TIMEOUT_SECONDS", 0.05)
        async with receiver() as hook:
            hook.answer = b""
            with pytest.raises(DeliveryError, match="TimeoutError"):
                await WebhookChannel(f"http://127.0.0.1:{hook.port}", "", allow_private=True).deliver(REMINDER)

    async def test_one_that_is_not_there_is_a_failure(self) -> None:
        async with receiver() as hook:
            address = f"http://127.0.0.1:{hook.port}"
        with pytest.raises(DeliveryError):
            await WebhookChannel(address, "", allow_private=True).deliver(REMINDER)

    async def test_private_addresses_are_refused_before_anything_is_sent(self) -> None:
        async with receiver() as hook:
            for host in ("127.0.0.1", "localhost"):
                channel = WebhookChannel(f"http://{host}:{hook.port}", "", allow_private=False)
                with pytest.raises(DeliveryError, match="REMINDER_WEBHOOK_PRIVATE"):
                    await channel.deliver(REMINDER)
        assert hook.requests == []

    @pytest.mark.parametrize(
        ("address", "public"),
        [
            ("8.8.8.8", True),
            ("2001:4860:4860::8888", True),
            ("10.1.2.3", False),
            ("169.254.169.254", False),
            ("172.16.0.1", False),
            ("100.64.0.1", False),
            ("0.0.0.0", False),
            ("224.0.0.1", False),
            ("::1", False),
            ("fe80::1%eth0", False),
            ("fd00::1", False),
            ("::ffff:127.0.0.1", False),
            ("::ffff:8.8.8.8", True),
            ("2002:7f00:1::", False),
        ],
    )
    def test_which_addresses_are_public(self, address: str, public: bool) -> None:
        assert is_public(address) is public

    async def test_settings_choose_the_channels(self, database_url: str) -> None:
        database = Database(database_url)
        settings = make_settings(database_url, reminder_webhook_url="https://hooks.example/x")
        assert [channel.name for channel in channels_of(settings, database)] == ["live", "webhook"]
