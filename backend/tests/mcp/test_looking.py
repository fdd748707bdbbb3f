"""`find_tasks`, `get_task`, `overview`, `activity`, `undo`, `search`, `fetch`, `organize` with action 'list'."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from calling import Calls
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from mcp.server.mcpserver.exceptions import ToolError
from support import Person
from todo.actor import Actor
from todo.boundary import new_id
from todo.clock import clock_at
from todo.mcp.looking import ranked_steps
from todo.tasks.schemas import TaskView

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday


@pytest.fixture
def call(app: FastAPI, owner: Person) -> Calls:
    return Calls(app, owner)


class TestFind:
    async def test_pages_say_that_there_is_more(self, call: Calls, owner: Person) -> None:
        for n in range(3):
            await owner.add(f"task {n}")
        some = await call("find_tasks", limit=2)
        assert (some["title"], some["detail"]) == ("Found 2 tasks", "There are more; narrow the search.")
        assert (await call("find_tasks"))["detail"] is None

    async def test_all_conditions_hold_at_once(self, call: Calls, owner: Person) -> None:
        home = await owner.project("Home")
        lines = ["Sweep the floor p1 @floor friday", "Sweep the roof p1 friday", "Sweep the yard @floor friday"]
        with clock_at(NOW):
            await call("add_tasks", items=[{"text": line} for line in lines], project="Home")
            await call("add_tasks", items=[{"text": lines[0]}])
            for project in ("home", home["id"]):
                asked = {"text": "sweep", "project": project, "label": "FLOOR", "priority": 1, "due_from": "friday"}
                (task,) = (await call("find_tasks", **asked, due_until="in 3 days"))["tasks"]
                assert (task["title"], task["project_id"]) == ("Sweep the floor", home["id"])
            assert await call.titles(filter="p1 & @floor", due_until="tomorrow") == []
            assert len(await call.titles(filter="p1 | @floor")) == 4
            assert len(await call.titles(filter="p1 | @floor", priority=1)) == 3

    async def test_names_with_signs_of_the_filter_language(self, call: Calls, owner: Person) -> None:
        for name in ("a & b", 'say "x"', "(odd) | !", "back\\slash"):
            label = (await owner.client.post("/api/labels", json={"name": name})).json()
            await owner.add(f"with {name}", label_ids=[label["id"]])
            assert await call.titles(label=name) == [f"with {name}"]

    async def test_views(self, call: Calls, owner: Person) -> None:
        home = await owner.project("Home")
        with clock_at(NOW):
            await owner.add("late", due_date="2026-11-20")
            await owner.add("now", due_date="2026-11-25")
            await owner.add("soon", due_date="2026-11-28", project_id=home["id"])
            await owner.add("far", due_date="2027-11-28")
            done = await owner.add("did")
            await call("complete_tasks", ids=[done["id"]])
            gone = await owner.add("gone")
            await call("delete_tasks", ids=[gone["id"]])
            found = {view: await call.titles(view=view) for view in ("today", "overdue", "upcoming", "inbox")}
            assert found["today"] == ["late", "now"]
            assert found["overdue"] == ["late"]
            assert found["upcoming"] == ["now", "soon"]
            assert found["inbox"] == ["late", "now", "far"]
            assert await call.titles(view="completed") == ["did"]
            assert await call.titles(view="trash") == ["gone"]
            assert await call.titles(view="today", priority=1) == []

    async def test_completed_tasks_are_found_by_the_day_of_completion(self, call: Calls, owner: Person) -> None:
        task = await owner.add("Old and due long ago", due_date="2020-01-01")
        await call("complete_tasks", ids=[task["id"]])
        assert len(await call.titles(done=True, due="today")) == 1
        assert len(await call.titles(done=True, due_from="-7 days", due_until="today")) == 1
        assert await call.titles(done=True, due_until="2020-01-02") == []
        for scope in ("tomorrow", "overdue", "upcoming", "none"):
            with pytest.raises(ToolError, match="days of completion"):
                await call("find_tasks", done=True, due=scope)

    async def test_undated(self, call: Calls, owner: Person) -> None:
        await owner.add("whenever")
        await owner.add("dated", due_date="2026-12-01")
        assert await call.titles(due="none") == ["whenever"]


class TestGet:
    async def test_all_that_belongs_to_it(self, call: Calls, owner: Person) -> None:
        home = await owner.project("Home")
        section = (await owner.client.post(f"/api/projects/{home['id']}/sections", json={"name": "Soon"})).json()
        label = (await owner.client.post("/api/labels", json={"name": "fit"})).json()
        task = await owner.add(
            "Gym",
            notes="Shoes",
            section_id=section["id"],
            label_ids=[label["id"]],
            due_at="2027-01-04T08:00:00Z",
            recurrence={"rule": "FREQ=WEEKLY;BYDAY=MO"},
        )
        await owner.add("Pack", parent_id=task["id"])
        below = await owner.add("Below", parent_id=task["id"])
        await owner.add("Deeper", parent_id=below["id"])
        await owner.client.post(f"/api/tasks/{task['id']}/reminders", json={"minutes_before": 15})
        answer = await call("get_task", id=task["id"])
        assert answer["title"] == "Gym"
        assert answer["tasks"][0]["notes"] == "Shoes"
        more = answer["more"]["task"]
        assert more["recurs"] == "every Mon"
        assert (more["project"], more["section"], more["labels"]) == ("Home", "Soon", ["fit"])
        assert [one["title"] for one in more["subtasks"]] == ["Pack", "Below"]
        assert more["reminders"] == ["15 minutes before it is due"]


class TestOverview:
    async def test_counts_load_and_next_steps(self, call: Calls, owner: Person) -> None:
        with clock_at(NOW):
            await owner.add("late", due_date="2026-11-20")
            await owner.add("now", due_date="2026-11-25", duration_minutes=30)
            await owner.add("also now", due_date="2026-11-25", priority=1)
            await owner.add("later", due_date="2026-11-27", duration_minutes=45)
            await owner.add("some day")
            answer = await call("overview", days=3)
        overview = answer["more"]["overview"]
        assert answer["title"] == "1 task overdue, 2 tasks due today"
        assert (overview["overdue"], overview["today"], overview["inbox"]) == (1, 2, 5)
        assert [(day["day"], day["tasks"], day["minutes"]) for day in overview["days"]] == [
            ("2026-11-25", 2, 30),
            ("2026-11-26", 0, 0),
            ("2026-11-27", 1, 45),
        ]
        steps = [(step["title"], step["reason"]) for step in overview["next_steps"]]
        assert steps == [
            ("also now", "due today, priority 1"),
            ("late", "overdue by 5 days"),
            ("now", "due today"),
            ("some day", "no date, and nothing is more urgent"),
        ]
        assert [task["title"] for task in answer["tasks"]] == [title for title, _ in steps]

    async def test_an_empty_day(self, call: Calls) -> None:
        answer = await call("overview")
        assert answer["title"] == "No tasks overdue, no tasks due today"
        assert answer["more"]["overview"]["next_steps"] == []
        assert len(answer["more"]["overview"]["days"]) == 7


ME = Actor(new_id(), "mcp", "Europe/Berlin", new_id())
TASKS = st.builds(
    lambda due, priority, age: TaskView(
        id=new_id(),
        project_id=new_id(),
        title="x",
        notes="",
        priority=priority,
        due_date=due and NOW.date() + timedelta(days=due),
        due_at=None,
        time_zone=None,
        completed_at=None,
        deleted_at=None,
        version=1,
        created_at=NOW - timedelta(days=age),
        updated_at=NOW,
    ),
    st.none() | st.integers(-30, 30),
    st.integers(1, 4),
    st.integers(0, 100),
)


@given(st.lists(TASKS, max_size=12))
def test_steps_are_ranked_whatever_the_order_and_each_has_a_reason(tasks: list[TaskView]) -> None:
    with clock_at(NOW):
        ranked = ranked_steps(tasks, ME)
        assert [task.id for task, _ in ranked_steps(list(reversed(tasks)), ME)] == [task.id for task, _ in ranked] or (
            len({(t.due_date, t.priority, t.created_at) for t in tasks}) < len(tasks)
        )
    assert {task.id for task, _ in ranked} == {task.id for task in tasks}
    assert all(reason for _, reason in ranked)
    places = {task.id: place for place, (task, _) in enumerate(ranked)}
    for one in tasks:
        for other in tasks:
            same = (one.due_date, one.created_at) == (other.due_date, other.created_at)
            if same and one.priority < other.priority:
                assert places[one.id] < places[other.id]


class TestHistory:
    async def test_what_happened_newest_first(self, call: Calls, owner: Person) -> None:
        home = await owner.project("Home")
        added = await call("add_tasks", items=[{"text": "Sweep"}, {"text": "Dust"}], project="Home")
        task = added["tasks"][0]
        done = await call("complete_tasks", ids=[task["id"]])
        await call("undo")
        everything = (await call("activity"))["more"]["activity"]
        assert [one["is_undo"] for one in everything] == [True, False, False, False]
        assert everything[1]["change_group"] == done["change_group"]
        assert everything[1]["undone"] is True
        assert everything[2]["changes"] == ["create task: Sweep", "create task: Dust"]
        for about in ({"project": "Home"}, {"project": home["id"]}, {"task_id": task["id"]}):
            found = (await call("activity", **about))["more"]["activity"]
            assert {done["change_group"], added["change_group"]} <= {one["change_group"] for one in found}
        assert len((await call("activity", limit=2))["more"]["activity"]) == 2

    async def test_undo_of_a_change_and_redo_of_it(self, call: Calls, owner: Person) -> None:
        first = await call("add_tasks", items=[{"text": "First"}])
        await call("add_tasks", items=[{"text": "Second"}])
        undone = await call("undo", change_group=first["change_group"])
        assert (undone["title"], undone["detail"]) == ("Undone", "First")
        assert await owner.titles() == ["Second"]
        again = await call("undo", change_group=first["change_group"])
        assert (again["ok"], again["detail"]) == (False, "This was undone already.")
        redone = await call("undo", change_group=first["change_group"], redo=True)
        assert redone["title"] == "Redone"
        assert sorted(await owner.titles()) == ["First", "Second"]
        nothing = await call("undo", redo=True)
        assert (nothing["ok"], nothing["title"], nothing["detail"]) == (
            False,
            "Nothing was redone",
            "There is nothing to redo.",
        )

    async def test_nothing_to_undo(self, call: Calls) -> None:
        answer = await call("undo")
        assert (answer["ok"], answer["detail"]) == (False, "There is nothing to undo.")

    async def test_undo_names_a_few_of_many(self, call: Calls) -> None:
        added = await call("add_tasks", items=[{"text": f"task {n}"} for n in range(7)])
        undone = await call("undo", change_group=added["change_group"])
        assert undone["detail"].count(",") == 4


class TestConnectors:
    async def test_search_then_fetch(self, call: Calls, owner: Person) -> None:
        task = await owner.add("Renew passport", notes="At the town hall", priority=1, due_date="2027-03-01")
        await owner.add("Photo", parent_id=task["id"])
        await owner.add("Unrelated")
        found = (await call("search", query="town hall"))["results"]
        assert found == [{"id": task["id"], "title": "Renew passport", "url": found[0]["url"]}]
        assert found[0]["url"].endswith(f"/tasks/{task['id']}")
        document = await call("fetch", id=task["id"])
        assert document["title"] == "Renew passport"
        assert document["url"] == found[0]["url"]
        assert document["metadata"]["priority"] == "1"
        for part in ("At the town hall", "- [ ] Photo", "Project: Inbox", "Priority: 1", "2027"):
            assert part in document["text"]

    async def test_nothing_found(self, call: Calls) -> None:
        assert (await call("search", query="nothing of the kind"))["results"] == []


class TestOrganize:
    async def listed(self, call: Calls, kind: str, **more: Any) -> list[str]:
        answer = await call("organize", action="list", kind=kind, **more)
        return [one["name"] for one in answer["more"][f"{kind}s"]]

    async def test_projects(self, call: Calls) -> None:
        await call("organize", action="create", kind="project", name="Home", color="green")
        made = await call("organize", action="create", kind="project", name="Garden", parent="home")
        assert made["title"] == "Created project “Garden”"
        assert made["more"]["projects"][0]["parent_id"] is not None
        await call("organize", action="move", kind="project", name="Garden", parent="none")
        await call("organize", action="rename", kind="project", name="garden", new_name="Yard")
        await call("organize", action="recolor", kind="project", name="Yard", color="red")
        answer = await call("organize", action="list", kind="project")
        found = {one["name"]: one for one in answer["more"]["projects"]}
        assert list(found) == ["Inbox", "Home", "Yard"]
        assert (found["Yard"]["color"], found["Yard"]["parent_id"]) == ("red", None)
        await call("organize", action="archive", kind="project", name="Yard")
        answer = await call("organize", action="list", kind="project")
        assert [one["archived"] for one in answer["more"]["projects"]] == [False, False, True]
        await call("organize", action="unarchive", kind="project", name="Yard")
        await call("organize", action="delete", kind="project", name="Yard")
        assert await self.listed(call, "project") == ["Inbox", "Home"]

    async def test_sections(self, call: Calls, owner: Person) -> None:
        await owner.project("Home")
        await owner.project("Work")
        await call("organize", action="create", kind="section", name="Soon", project="Home")
        await call("organize", action="rename", kind="section", name="soon", new_name="Later", project="Home")
        assert await self.listed(call, "section", project="Home") == ["Later"]
        await call("organize", action="move", kind="section", name="Later", project="Home", parent="Work")
        assert await self.listed(call, "section", project="Home") == []
        await call("organize", action="delete", kind="section", name="Later", project="Work")
        assert await self.listed(call, "section", project="Work") == []

    async def test_labels(self, call: Calls) -> None:
        await call("organize", action="create", kind="label", name="@errand", color="amber")
        await call("organize", action="rename", kind="label", name="errand", new_name="shop")
        await call("organize", action="recolor", kind="label", name="shop", color="teal")
        answer = await call("organize", action="list", kind="label")
        assert [(one["name"], one["color"]) for one in answer["more"]["labels"]] == [("shop", "teal")]
        await call("organize", action="delete", kind="label", name="shop")
        assert await self.listed(call, "label") == []

    async def test_what_is_unclear_changes_nothing(self, call: Calls, owner: Person) -> None:
        for name in ("Twin", "Twin"):
            await owner.project(name)
        log = await call.log()
        with pytest.raises(ToolError, match="Several are called"):
            await call("organize", action="delete", kind="project", name="Twin")
        with pytest.raises(ToolError, match="There are: “Inbox”, “Twin”, “Twin”"):
            await call("organize", action="delete", kind="project", name="Single")
        with pytest.raises(ToolError, match="Possible: list, create, rename, move, delete"):
            await call("organize", action="recolor", kind="section", name="x", color="red")
        assert await call.log() == log
