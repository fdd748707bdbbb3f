"""Laws of structure: whatever was done to projects, sections, labels and tasks, undoing all of it takes it all back."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support import Person, sign_up

Call = Callable[["World"], Awaitable[httpx.Response]]
PLURAL = {"project": "projects", "section": "sections", "label": "labels", "task": "tasks"}


class World:
    """A person's things, of which steps pick one by number."""

    def __init__(self, person: Person, picks: list[int]) -> None:
        self.person = person
        self.picks = picks
        self.ids: dict[str, list[str]] = {kind: [] for kind in PLURAL}

    def any(self, kind: str) -> str:
        """An id of a kind; things in the trash too, which are refused."""
        pick = self.picks.pop(0) if self.picks else 0
        return self.ids[kind][pick % len(self.ids[kind])]

    async def post(self, path: str, **body: Any) -> httpx.Response:
        return await self.person.client.post(path, json=body)

    async def add(self, kind: str, path: str, **body: Any) -> httpx.Response:
        response = await self.post(path, **body)
        if response.status_code == 201:
            self.ids[kind].append(response.json()["id"])
        return response

    async def fill(self) -> None:
        """A little of everything to begin with."""
        for name in ("one", "other"):
            await self.add("project", "/api/projects", name=name)
            await self.add("label", "/api/labels", name=name)
            await self.add("section", f"/api/projects/{self.ids['project'][-1]}/sections", name=name)
            await self.add("task", "/api/tasks", title=name, section_id=self.ids["section"][-1])


STEPS: dict[str, Call] = {
    "add a project": lambda w: w.add("project", "/api/projects", name="new", parent_id=w.any("project")),
    "add a section": lambda w: w.add("section", f"/api/projects/{w.any('project')}/sections", name="new"),
    "add a label": lambda w: w.add("label", "/api/labels", name=f"label {len(w.ids['label'])}"),
    "add a task": lambda w: w.add("task", "/api/tasks", title="new", section_id=w.any("section")),
    "add below": lambda w: w.add("task", "/api/tasks", title="below", parent_id=w.any("task")),
    "quick add": lambda w: w.add("task", "/api/quick-add", text="walk every day @fresh #one /one"),
    "nest": lambda w: w.post(f"/api/projects/{w.any('project')}/move", parent_id=w.any("project")),
    "to the top": lambda w: w.post(f"/api/projects/{w.any('project')}/move", parent_id=None),
    "archive": lambda w: w.post(f"/api/projects/{w.any('project')}/archive"),
    "unarchive": lambda w: w.post(f"/api/projects/{w.any('project')}/unarchive"),
    "copy a project": lambda w: w.add("project", f"/api/projects/{w.any('project')}/duplicate"),
    "copy a section": lambda w: w.add("section", f"/api/sections/{w.any('section')}/duplicate"),
    "move a section": lambda w: w.post(f"/api/sections/{w.any('section')}/move", project_id=w.any("project")),
    "order labels": lambda w: w.post(f"/api/labels/{w.any('label')}/move", before_id=w.any("label")),
    "rename a label": lambda w: w.person.client.patch(f"/api/labels/{w.any('label')}", json={"name": "renamed"}),
    "move a task": lambda w: w.post(f"/api/tasks/{w.any('task')}/move", section_id=w.any("section")),
    "complete": lambda w: w.post(f"/api/tasks/{w.any('task')}/complete"),
    "delete a project": lambda w: w.person.client.delete(f"/api/projects/{w.any('project')}"),
    "delete a section": lambda w: w.person.client.delete(f"/api/sections/{w.any('section')}"),
    "delete a label": lambda w: w.person.client.delete(f"/api/labels/{w.any('label')}"),
    "delete a task": lambda w: w.person.client.delete(f"/api/tasks/{w.any('task')}"),
    "restore": lambda w: w.post(f"/api/trash/task/{w.any('task')}/restore"),
    "bulk": lambda w: w.post(
        "/api/tasks/bulk",
        operations=[
            {"op": "patch", "id": w.any("task"), "changes": {"label_ids": [w.any("label")]}},
            {"op": "move", "id": w.any("task"), "to": {"project_id": w.any("project")}},
        ],
    ),
}


async def rows(sql: Any, person: Person) -> dict[str, Any]:
    """All rows of a person, byte by byte, without what counts writes; what is in the trash only says so."""
    found: dict[str, Any] = {}
    for table, owner in (
        ("project", "id in (select project_id from project_member where user_id = $1)"),
        ("section", "project_id in (select project_id from project_member where user_id = $1)"),
        ("task", "project_id in (select project_id from project_member where user_id = $1)"),
        ("label", "user_id = $1"),
    ):
        for row in await sql.fetch(f"select to_jsonb(t) as row from {table} t where {owner}", person.user["id"]):
            state = json.loads(row["row"])
            kept = {key: state[key] for key in state if key not in ("version", "updated_at")}
            found[state["id"]] = kept if state["deleted_at"] is None else "in the trash"
    return found


async def invariants(sql: Any, person: Person) -> None:
    """What holds between rows at any time."""
    loose = await sql.fetchval(
        """
        select count(*) from task
        join project_member on project_member.project_id = task.project_id and project_member.user_id = $1
        left join task parent on parent.id = task.parent_id left join section on section.id = task.section_id
        where task.deleted_at is null
          and (parent.deleted_at is not null or parent.project_id <> task.project_id
               or section.deleted_at is not null or section.project_id <> task.project_id)
        """,
        person.user["id"],
    )
    assert loose == 0, "a task is below something that is gone or elsewhere"
    orphans = await sql.fetchval(
        """
        select count(*) from project join project parent on parent.id = project.parent_id
        join project_member on project_member.project_id = project.id and project_member.user_id = $1
        where project.deleted_at is null and parent.deleted_at is not null
        """,
        person.user["id"],
    )
    assert orphans == 0, "a project is below one that is gone"


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(st.sampled_from(sorted(STEPS)), min_size=4, max_size=14),
    picks=st.lists(st.integers(0, 5), min_size=30, max_size=30),
)
async def test_undoing_all_takes_all_back(app: FastAPI, sql: Any, steps: list[str], picks: list[int]) -> None:
    person = await sign_up(app)
    world = World(person, picks)
    await world.fill()
    before = await rows(sql, person)
    groups: list[str] = []
    for step in steps:
        response = await STEPS[step](world)
        assert response.status_code < 500, f"{step}: {response.text}"
        await invariants(sql, person)
        group = response.headers.get("Change-Group")
        if step == "restore" and response.status_code == 200:
            group = response.json()["id"]
        groups += [group] if group else []
    for group in reversed(groups):
        undone = await person.client.post(f"/api/changes/{group}/undo")
        assert undone.status_code == 200, f"{steps}: {undone.text}"
        await invariants(sql, person)
    after = await rows(sql, person)
    assert {key: after[key] for key in before} == before
    assert {after[key] for key in after.keys() - before.keys()} <= {"in the trash"}
