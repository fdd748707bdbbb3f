"""`add_tasks`, `update_tasks`, `reschedule_tasks`, `complete_tasks`, `delete_tasks`, and what holds for all of them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from calling import Calls
from fastapi import FastAPI
from mcp.server.mcpserver.exceptions import ToolError
from support import Person
from todo.actor import Habits
from todo.clock import clock_at

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday


@pytest.fixture
def call(app: FastAPI, owner: Person) -> Calls:
    return Calls(app, owner)


async def state(person: Person) -> Any:
    """All that a change of tasks shows in, without when it was made."""
    found = {}
    home = (await person.client.get("/api/projects")).json()["items"][-1]["id"]
    for name in ("tasks", "projects", f"projects/{home}/sections", "labels", "trash"):
        items = (await person.client.get(f"/api/{name}", params={"limit": 100} if name == "tasks" else {})).json()[
            "items"
        ]
        found[name] = [{k: v for k, v in item.items() if k not in ("version", "updated_at")} for item in items]
    return found


# Every call that changes tasks, with words for the arguments that the test fills in.
CHANGES: list[tuple[str, dict[str, Any]]] = [
    ("add_tasks", {"items": [{"text": "New @fresh tomorrow"}, {"text": "Another"}]}),
    ("update_tasks", {"priority": 1, "notes": "n", "add_labels": ["fresh"], "duration": "1h30m", "deadline": "friday"}),
    ("update_tasks", {"project": "Home", "section": "Soon"}),
    ("reschedule_tasks", {"when": "every monday at 9"}),
    ("reschedule_tasks", {"when": "none"}),
    ("complete_tasks", {}),
    ("complete_tasks", {"forever": True}),
    ("delete_tasks", {}),
    ("organize", {"action": "create", "kind": "project", "name": "Attic"}),
    ("organize", {"action": "create", "kind": "label", "name": "calm"}),
    ("organize", {"action": "create", "kind": "section", "name": "Late", "project": "Home"}),
    ("organize", {"action": "rename", "kind": "project", "name": "Home", "new_name": "House"}),
    ("organize", {"action": "recolor", "kind": "project", "name": "Home", "color": "red"}),
    ("organize", {"action": "archive", "kind": "project", "name": "Home"}),
    ("organize", {"action": "delete", "kind": "project", "name": "Home"}),
    ("organize", {"action": "delete", "kind": "label", "name": "old"}),
    ("organize", {"action": "delete", "kind": "section", "name": "Soon", "project": "Home"}),
]
OPEN_TASKS = 3


async def prepare(person: Person) -> list[str]:
    """A little of everything; ids of the open tasks."""
    home = await person.project("Home")
    await person.client.post(f"/api/projects/{home['id']}/sections", json={"name": "Soon"})
    label = (await person.client.post("/api/labels", json={"name": "old"})).json()
    one = await person.add("One", due_date="2026-12-01", label_ids=[label["id"]])
    below = await person.add("Below", parent_id=one["id"])
    gym = await person.add("Gym", due_date="2026-12-02", recurrence={"rule": "FREQ=WEEKLY"})
    return [one["id"], below["id"], gym["id"]]


def filled(tool: str, arguments: dict[str, Any], ids: list[str]) -> dict[str, Any]:
    return arguments if tool in ("add_tasks", "organize") else {"ids": ids, **arguments}


class TestEveryChange:
    @pytest.mark.parametrize(("tool", "arguments"), CHANGES)
    async def test_a_dry_run_says_the_same_and_changes_nothing(
        self, call: Calls, owner: Person, tool: str, arguments: dict[str, Any]
    ) -> None:
        arguments = filled(tool, arguments, await prepare(owner))
        before, log = await state(owner), await call.log()
        dry = await call(tool, **arguments, dry_run=True)
        assert (await state(owner), await call.log()) == (before, log)
        assert dry["title"].startswith("Would have ")
        assert dry["change_group"] is None
        real = await call(tool, **arguments)
        assert dry["title"].removeprefix("Would have ") == real["title"][0].lower() + real["title"][1:]
        assert [task["title"] for task in dry["tasks"]] == [task["title"] for task in real["tasks"]]
        assert await state(owner) != before

    @pytest.mark.parametrize(("tool", "arguments"), CHANGES)
    async def test_is_one_change_that_undo_takes_back_and_redo_makes_again(
        self, call: Calls, owner: Person, tool: str, arguments: dict[str, Any]
    ) -> None:
        arguments = filled(tool, arguments, await prepare(owner))
        before, groups = await state(owner), len(await call.log())
        done = await call(tool, **arguments)
        after, log = await state(owner), await call.log()
        assert len(log) == groups + 1
        assert log[0]["id"] == done["change_group"]
        assert log[0]["via"] == "mcp"
        undone = await call("undo", change_group=done["change_group"])
        assert undone["title"] == "Undone"
        trashed = await state(owner)
        assert {k: v for k, v in trashed.items() if k != "trash"} == {k: v for k, v in before.items() if k != "trash"}
        assert (await call("undo", redo=True))["title"] == "Redone"
        again = await state(owner)
        assert [t["title"] for t in again["tasks"]] == [t["title"] for t in after["tasks"]]

    async def test_a_hundred_at_once_are_one_change(self, call: Calls, owner: Person) -> None:
        added = await call("add_tasks", items=[{"text": f"task {n}"} for n in range(100)])
        ids = [task["id"] for task in added["tasks"]]
        for tool, more in (
            ("update_tasks", {"priority": 2, "add_labels": ["all"]}),
            ("reschedule_tasks", {"when": "friday"}),
            ("complete_tasks", {}),
            ("complete_tasks", {"reopen": True}),
            ("delete_tasks", {}),
            ("delete_tasks", {"restore": True}),
        ):
            answer = await call(tool, ids=ids, **more)
            assert len(answer["tasks"]) == 100
            assert (await call.log())[0]["count"] >= 100
            assert (await call.log())[0]["id"] == answer["change_group"]
        assert len(await call.log()) == 7

    async def test_one_that_can_not_be_changed_leaves_all_as_they_are(self, call: Calls, owner: Person) -> None:
        ids = await prepare(owner)
        log = await call.log()
        for tool, more in (("complete_tasks", {}), ("delete_tasks", {}), ("update_tasks", {"priority": 1})):
            with pytest.raises(ToolError, match="no such task"):
                await call(tool, ids=[*ids, "00000000-0000-7000-8000-000000000000"], **more)
        with pytest.raises(ToolError, match="no time of day"):
            await call("reschedule_tasks", ids=ids, when="+2 hours")
        assert await call.log() == log

    async def test_what_is_so_already_makes_no_change(self, call: Calls, owner: Person) -> None:
        task = await owner.add("Done", priority=2)
        for tool, more in (("update_tasks", {"priority": 2}), ("complete_tasks", {"reopen": True})):
            answer = await call(tool, ids=[task["id"]], **more)
            assert answer["change_group"] is None
            assert "already" in answer["detail"]


class TestChoosing:
    async def test_by_words_of_one_title(self, call: Calls, owner: Person) -> None:
        for title in ("Call mum", "Call dad", "Buy milk"):
            await owner.add(title)
        several = await call("complete_tasks", words="call")
        assert (several["ok"], several["title"]) == (False, "2 tasks match")
        assert [task["title"] for task in several["tasks"]] == ["Call mum", "Call dad"]
        assert (await call("complete_tasks", words="bread"))["ok"] is False
        assert len(await owner.titles()) == 3
        assert await call.titles("complete_tasks", words="calling mum") == ["Call mum"]
        assert await call.titles("complete_tasks", words="mum", reopen=True) == ["Call mum"]

    async def test_by_words_beyond_the_first_page(self, call: Calls, owner: Person) -> None:
        for start in range(3):
            await call("add_tasks", items=[{"text": f"task {start * 100 + n} today"} for n in range(100)])
        await owner.add("Needle")
        assert await call.titles("complete_tasks", words="needle") == ["Needle"]

    async def test_by_a_filter(self, call: Calls, owner: Person) -> None:
        for n in range(3):
            await owner.add(f"urgent {n}", priority=1)
        await owner.add("calm")
        assert len(await call.titles("complete_tasks", filter="p1")) == 3
        assert await owner.titles() == ["calm"]
        nothing = await call("complete_tasks", filter="p1")
        assert (nothing["ok"], nothing["title"]) == (False, "No tasks match")
        assert len(await call.titles("complete_tasks", filter="p1", reopen=True)) == 3

    async def test_a_filter_that_finds_too_many_is_refused(self, call: Calls, owner: Person) -> None:
        await call("add_tasks", items=[{"text": f"task {n}"} for n in range(100)])
        assert len((await call("update_tasks", filter="all", priority=3, dry_run=True))["tasks"]) == 100
        await owner.add("one more")
        with pytest.raises(ToolError, match="more than 100"):
            await call("delete_tasks", filter="all")


class TestAdd:
    async def test_lines_that_recur_and_have_labels_are_one_change(self, call: Calls, owner: Person) -> None:
        items = [{"text": "Gym every tue and thu @health for 45min", "notes": "Shoes"}, {"text": "Run @Health @fun"}]
        gym, run = (await call("add_tasks", items=items))["tasks"]
        assert (gym["title"], gym["notes"], gym["duration_minutes"]) == ("Gym", "Shoes", 45)
        assert gym["recurrence"]["rule"] == "FREQ=WEEKLY;BYDAY=TU,TH"
        labels = (await owner.client.get("/api/labels")).json()["items"]
        assert [label["name"] for label in labels] == ["health", "fun"]
        assert run["label_ids"] == [label["id"] for label in labels]

    async def test_lines_are_read_and_notes_are_not(self, call: Calls) -> None:
        item = {"text": "Call mum p2", "notes": "tomorrow at 5pm p1 #Home"}
        (task,) = (await call("add_tasks", items=[item]))["tasks"]
        assert (task["title"], task["priority"], task["due_at"]) == ("Call mum", 2, None)
        assert task["notes"] == item["notes"]

    async def test_into_a_project_unless_the_line_says_another(self, call: Calls, owner: Person) -> None:
        home, work = await owner.project("Home"), await owner.project("Work")
        items = [{"text": "Sweep"}, {"text": "Report #Work"}]
        for said in ("home", home["id"]):
            sweep, report = (await call("add_tasks", items=items, project=said))["tasks"]
            assert (sweep["project_id"], report["project_id"]) == (home["id"], work["id"])

    async def test_below_another_task(self, call: Calls, owner: Person) -> None:
        home = await owner.project("Home")
        above = await owner.add("Party", project_id=home["id"])
        items = [{"text": "Cake", "parent_id": above["id"]}, {"text": "Wine"}]
        cake, wine = (await call("add_tasks", items=items, project="Inbox"))["tasks"]
        assert (cake["parent_id"], cake["project_id"]) == (above["id"], home["id"])
        assert wine["project_id"] == owner.user["inbox_project_id"]

    async def test_each_task_has_a_link(self, call: Calls) -> None:
        (task,) = (await call("add_tasks", items=[{"text": "Look"}]))["tasks"]
        assert task["url"] == f"http://127.0.0.1:3000/tasks/{task['id']}"


class TestUpdate:
    async def test_fields_by_the_persons_words(self, call: Calls, owner: Person) -> None:
        task = await owner.add("Report")
        with clock_at(NOW):
            (after,) = (
                await call(
                    "update_tasks", words="report", title="Annual report", duration="90", deadline="friday", priority=2
                )
            )["tasks"]
        assert after["id"] == task["id"]
        assert (after["title"], after["duration_minutes"], after["deadline"]) == ("Annual report", 90, "2026-11-27")
        (after,) = (await call("update_tasks", ids=[task["id"]], duration="none", deadline="none"))["tasks"]
        assert (after["duration_minutes"], after["deadline"], after["priority"]) == (None, None, 2)

    async def test_labels_are_added_and_taken_off(self, call: Calls, owner: Person) -> None:
        for title in ("a", "b"):
            await call("add_tasks", items=[{"text": f"{title} @keep @drop"}])
        await call("update_tasks", filter="all", add_labels=["@new", "KEEP"], remove_labels=["drop"])
        labels = {one["id"]: one["name"] for one in (await owner.client.get("/api/labels")).json()["items"]}
        for task in (await call("find_tasks"))["tasks"]:
            assert sorted(labels[one] for one in task["label_ids"]) == ["keep", "new"]
        with pytest.raises(ToolError, match="no such label"):
            await call("update_tasks", filter="all", remove_labels=["unknown"])

    async def test_to_a_project_and_section_and_out_again(self, call: Calls, owner: Person) -> None:
        home = await owner.project("Home")
        section = (await owner.client.post(f"/api/projects/{home['id']}/sections", json={"name": "Soon"})).json()
        task = await owner.add("Sweep")
        (after,) = (await call("update_tasks", ids=[task["id"]], project="Home", section="soon"))["tasks"]
        assert (after["project_id"], after["section_id"]) == (home["id"], section["id"])
        (after,) = (await call("update_tasks", ids=[task["id"]], section="none"))["tasks"]
        assert (after["project_id"], after["section_id"]) == (home["id"], None)
        with pytest.raises(ToolError, match="There are: “Soon”"):
            await call("update_tasks", ids=[task["id"]], section="Never")

    async def test_a_title_is_for_one_task(self, call: Calls, owner: Person) -> None:
        for title in ("a", "b"):
            await owner.add(title)
        with pytest.raises(ToolError, match="one task"):
            await call("update_tasks", filter="all", title="same")
        assert sorted(await owner.titles()) == ["a", "b"]


class TestReschedule:
    async def test_words_in_the_persons_zone_and_language(self, app: FastAPI, call: Calls, owner: Person) -> None:
        task = await owner.add("Gym", due_at="2026-11-26T08:00:00Z", time_zone="Europe/Berlin")
        german = Calls(app, owner, replace(call.actor, habits=Habits("de")))
        with clock_at(NOW):
            (after,) = (await german("reschedule_tasks", ids=[task["id"]], when="freitag"))["tasks"]
        assert after["due_at"] == "2026-11-27T08:00:00Z"

    async def test_a_series_goes_on_by_its_rule(self, call: Calls, owner: Person) -> None:
        task = await owner.add("Gym", due_date="2026-11-25", recurrence={"rule": "FREQ=WEEKLY"})
        with clock_at(NOW):
            (after,) = (await call("reschedule_tasks", words="gym", when="tomorrow"))["tasks"]
            assert (after["due_date"], after["recurrence"]["rule"]) == ("2026-11-26", "FREQ=WEEKLY")
            (after,) = (await call("complete_tasks", words="gym"))["tasks"]
            assert after["due_date"] == "2026-12-02"
            (after,) = (await call("reschedule_tasks", words="gym", when="none"))["tasks"]
        assert (after["due_date"], after["recurrence"]) == (None, None)
        assert after["id"] == task["id"]

    async def test_each_is_shifted_from_where_it_is(self, call: Calls, owner: Person) -> None:
        await owner.add("a", due_date="2026-12-01")
        await owner.add("b", due_date="2026-12-24")
        answer = await call("reschedule_tasks", filter="all", when="+1 week")
        assert sorted(task["due_date"] for task in answer["tasks"]) == ["2026-12-08", "2026-12-31"]


class TestComplete:
    async def test_for_good(self, call: Calls, owner: Person) -> None:
        await owner.add("Gym", due_date="2026-11-25", recurrence={"rule": "FREQ=WEEKLY"})
        (after,) = (await call("complete_tasks", words="gym", forever=True))["tasks"]
        assert after["completed_at"] is not None
        assert after["recurrence"]["ended"] == "stopped"


class TestDelete:
    async def test_lists_all_that_goes_and_restores_it(self, call: Calls, owner: Person) -> None:
        ids = await prepare(owner)
        gone = await call("delete_tasks", ids=ids[:1])
        assert gone["title"] == "Deleted 2 tasks"
        assert {task["id"] for task in gone["tasks"]} == set(ids[:2])
        assert all(task["deleted_at"] for task in gone["tasks"])
        assert await owner.titles() == ["Gym"]
        assert sorted(await call.titles(view="trash")) == ["Below", "One"]
        back = await call("delete_tasks", ids=[ids[1], ids[0]], restore=True)
        assert len(back["tasks"]) == 2
        assert sorted(await owner.titles()) == ["Below", "Gym", "One"]
        assert (await owner.task(ids[1]))["parent_id"] == ids[0]

    async def test_restores_by_words(self, call: Calls, owner: Person) -> None:
        await owner.add("Old plan")
        await call("delete_tasks", words="old plan")
        assert (await call("delete_tasks", words="old plan"))["ok"] is False
        assert await call.titles("delete_tasks", words="plan", restore=True) == ["Old plan"]
        assert await owner.titles() == ["Old plan"]
