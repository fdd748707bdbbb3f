"""Why a tool did nothing, noted as data beside its English, for whoever listens and for nobody else."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from calling import NOBODYS, Calls
from fastapi import FastAPI
from mcp.server.mcpserver.exceptions import ToolError
from support import Person
from todo.errors import ConflictError, NotFoundError
from todo.mcp.desk import why_of
from todo.mcp.reasons import (
    Gone,
    NoDate,
    NoSuchName,
    NoSuchTask,
    NothingMatches,
    Other,
    SeveralTasks,
    Why,
    listening,
    note,
)


@pytest.fixture
async def calls(app: FastAPI, owner: Person) -> Calls:
    for title in ("Buy milk", "Buy bread", "Call mum"):
        await owner.add(title)
    await owner.project("Home")
    return Calls(app, owner)


async def refused(calls: Calls, tool: str, **arguments: Any) -> list[Why]:
    """What is noted of a call that does nothing."""
    answer: dict[str, Any] = {"ok": False}
    with listening() as noted, suppress(ToolError):
        answer = await calls(tool, **arguments)
    assert answer["ok"] is False
    return noted


@pytest.mark.parametrize(
    ("tool", "arguments", "why"),
    [
        ("complete_tasks", {"words": "the moon"}, NoSuchTask("the moon")),
        ("complete_tasks", {"words": "the moon", "reopen": True}, NoSuchTask("the moon", "done")),
        ("delete_tasks", {"words": "the moon", "restore": True}, NoSuchTask("the moon", "trash")),
        ("delete_tasks", {"words": "buy braed"}, NoSuchTask("buy braed", near=True)),
        ("complete_tasks", {"words": "buy"}, SeveralTasks()),
        ("complete_tasks", {"filter": "p1"}, NothingMatches("p1")),
        ("complete_tasks", {"ids": [NOBODYS]}, Gone()),
        ("delete_tasks", {"ids": [NOBODYS], "restore": True}, Gone()),
        ("get_task", {"id": NOBODYS}, Gone()),
        ("update_tasks", {"words": "mum", "project": "Moon"}, NoSuchName("project", "Moon", ("Inbox", "Home"))),
        ("find_tasks", {"label": "moon"}, NoSuchName("label", "moon", ())),
        ("reschedule_tasks", {"words": "mum", "when": "soonish"}, NoDate("soonish")),
        ("find_tasks", {"due_from": "soonish"}, NoDate("soonish", day=True)),
    ],
)
async def test_of_each_kind(calls: Calls, tool: str, arguments: dict[str, Any], why: Why) -> None:
    assert await refused(calls, tool, **arguments) == [why]
    assert len(await calls.log()) == 4  # nothing was changed since


@pytest.mark.parametrize(
    ("tool", "arguments", "slug"),
    [
        ("undo", {"redo": True}, "nothing-to-redo"),
        ("undo", {"change_group": NOBODYS}, "not-found"),
        ("reschedule_tasks", {"words": "mum", "when": "+1 hour"}, "no-time-of-day"),
        ("complete_tasks", {"filter": "(("}, "invalid-filter"),
        ("organize", {"action": "create", "kind": "label", "name": "x", "color": "green"}, None),
    ],
)
async def test_of_other_problems_their_kind(
    calls: Calls, tool: str, arguments: dict[str, Any], slug: str | None
) -> None:
    if slug is None:
        with listening() as noted:
            assert (await calls(tool, **arguments))["ok"]
        assert noted == []
        return
    [why] = await refused(calls, tool, **arguments)
    assert isinstance(why, Other)
    assert why.slug == slug
    assert why.detail


async def test_with_nothing_to_undo(app: FastAPI, owner: Person) -> None:
    assert await refused(Calls(app, owner), "undo") == [Other("nothing-to-undo", "There is nothing to undo.")]


async def test_the_answer_over_mcp_is_as_it_was(calls: Calls) -> None:
    heard = None
    with listening():
        heard = await calls("complete_tasks", words="the moon")
    assert heard == await calls("complete_tasks", words="the moon")
    assert set(heard) == {"ok", "title", "detail", "tasks", "change_group", "more"}
    assert heard["title"] == "No such task"
    assert heard["detail"] == "No open task has the words “the moon”. Try find_tasks."


class TestListening:
    def test_nobody_has_to(self) -> None:
        note(Gone())

    def test_the_inner_one_hears(self) -> None:
        with listening() as outer:
            with listening() as inner:
                note(Gone())
            note(SeveralTasks())
        note(Gone())
        assert (outer, inner) == ([SeveralTasks()], [Gone()])

    async def test_calls_at_the_same_time_hear_only_their_own(self) -> None:
        async def call(why: Why) -> list[Why]:
            with listening() as noted:
                await asyncio.sleep(0)
                note(why)
                await asyncio.sleep(0)
            return noted

        whys: list[Why] = [Gone(), SeveralTasks(), NothingMatches("p1")]
        assert await asyncio.gather(*map(call, whys)) == [[why] for why in whys]

    async def test_what_a_task_of_the_call_notes_is_heard(self) -> None:
        async def inner() -> None:
            note(Gone())

        with listening() as noted:
            await asyncio.create_task(inner())
        assert noted == [Gone()]


def test_an_error_may_carry_why() -> None:
    assert why_of(NotFoundError("x", why=Gone())) == Gone()
    assert why_of(ConflictError("Busy.", slug="circle")) == Other("circle", "Busy.")
    assert why_of(NotFoundError("None.")) == Other("not-found", "None.")
