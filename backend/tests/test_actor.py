"""The clock, and who acts."""

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from todo.actor import Actor, Command
from todo.boundary import new_id
from todo.clock import clock_at, utc_now

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def actor(zone: str = "Asia/Tokyo") -> Actor:
    return Actor(new_id(), "web", zone, new_id())


def test_clock_stands_still_only_within_the_block() -> None:
    with clock_at(NOON.astimezone(ZoneInfo("Europe/Berlin"))):
        assert utc_now() == NOON
        with clock_at(NOON + timedelta(days=1)):
            assert utc_now() == NOON + timedelta(days=1)
        assert utc_now() == NOON
    assert abs(utc_now() - datetime.now(UTC)) < timedelta(seconds=5)


async def test_clock_of_one_task_is_not_anothers() -> None:
    seen: list[datetime] = []

    async def look() -> None:
        seen.append(utc_now())

    with clock_at(NOON):
        inside = asyncio.create_task(look())
    outside = asyncio.create_task(look())
    await asyncio.gather(inside, outside)
    assert seen[0] == NOON
    assert seen[1] != NOON


def test_now_is_in_the_persons_zone() -> None:
    with clock_at(NOON):
        assert actor().now().isoformat() == "2026-11-25T21:00:00+09:00"


def test_the_same_person_by_another_door() -> None:
    person = actor()
    other = person.through("mcp")
    assert (other.via, other.user_id, person.via) == ("mcp", person.user_id, "web")


def test_each_command_is_a_group_of_its_own() -> None:
    person = actor()
    first, second = Command(person, "add_task"), Command(person, "add_task")
    assert first.group_id != second.group_id
    assert first.parameters == (person.user_id, first.group_id, "web", "add_task")
