"""Who may do what: every role against every operation on a project and on a task in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from support import Person, assert_problem, client_of, sign_up

Call = Callable[[httpx.AsyncClient, str, str], Any]
OPERATIONS: dict[str, Call] = {
    "read the task": lambda client, _, task: client.get(f"/api/tasks/{task}"),
    "list the tasks": lambda client, project, _: client.get("/api/tasks", params={"project_id": project}),
    "read the project": lambda client, project, _: client.get(f"/api/projects/{project}"),
    "edit the task": lambda client, _, task: client.patch(f"/api/tasks/{task}", json={"title": "Edited"}),
    "complete the task": lambda client, _, task: client.post(f"/api/tasks/{task}/complete"),
    "reopen the task": lambda client, _, task: client.post(f"/api/tasks/{task}/reopen"),
    "move the task": lambda client, _, task: client.post(f"/api/tasks/{task}/move", json={}),
    "duplicate the task": lambda client, _, task: client.post(f"/api/tasks/{task}/duplicate", json={}),
    "read its completions": lambda client, _, task: client.get(f"/api/tasks/{task}/completions"),
    "add a subtask": lambda client, _, task: client.post("/api/tasks", json={"title": "X", "parent_id": task}),
    "complete it for good": lambda client, _, task: client.post(f"/api/tasks/{task}/complete?forever=true"),
    "delete the task": lambda client, _, task: client.delete(f"/api/tasks/{task}"),
    "add a task": lambda client, project, _: client.post("/api/tasks", json={"title": "X", "project_id": project}),
    "rename the project": lambda client, project, _: client.patch(f"/api/projects/{project}", json={"name": "X"}),
    "move the project": lambda client, project, _: client.post(f"/api/projects/{project}/move", json={}),
    "archive the project": lambda client, project, _: client.post(f"/api/projects/{project}/archive"),
    "unarchive the project": lambda client, project, _: client.post(f"/api/projects/{project}/unarchive"),
    "duplicate the project": lambda client, project, _: client.post(f"/api/projects/{project}/duplicate", json={}),
    "list the sections": lambda client, project, _: client.get(f"/api/projects/{project}/sections"),
    "add a section": lambda client, project, _: client.post(f"/api/projects/{project}/sections", json={"name": "X"}),
    "delete the project": lambda client, project, _: client.delete(f"/api/projects/{project}"),
}
READS = {"read the task", "list the tasks", "read the project", "read its completions", "list the sections"}
TASK_WRITES = {
    "edit the task",
    "complete the task",
    "complete it for good",
    "reopen the task",
    "move the task",
    "duplicate the task",
    "delete the task",
    "add a task",
    "add a subtask",
    "add a section",
}
ALLOWED = {
    "owner": set(OPERATIONS),
    "editor": READS | TASK_WRITES,
    "viewer": READS,
    "stranger": set(),
    "anonymous": set(),
}
REFUSED = {"editor": 403, "viewer": 403, "stranger": 404, "anonymous": 401}


@dataclass
class Shared:
    """A project with one task, and a client for each role."""

    owner: Person
    project: str
    task: str
    clients: dict[str, httpx.AsyncClient]

    async def state(self) -> tuple[Any, Any]:
        """What the owner sees of both."""
        project = await self.owner.client.get(f"/api/projects/{self.project}")
        tasks = await self.owner.client.get("/api/tasks", params={"project_id": self.project})
        return project.json(), tasks.json()


@pytest.fixture
async def shared(app: FastAPI, sql: Any) -> Shared:
    owner = await sign_up(app)
    project = await owner.project("Shared")
    task = await owner.add("Together", project_id=project["id"])
    clients = {"owner": owner.client, "anonymous": client_of(app)}
    for role in ("editor", "viewer", "stranger"):
        person = await sign_up(app, name=role)
        clients[role] = person.client
        if role != "stranger":
            await sql.execute(
                "insert into project_member (project_id, user_id, role) values ($1, $2, $3)",
                project["id"],
                person.user["id"],
                role,
            )
    return Shared(owner, project["id"], task["id"], clients)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("role", ALLOWED)
async def test_role_and_operation(shared: Shared, role: str, operation: str) -> None:
    before = await shared.state()
    response = await OPERATIONS[operation](shared.clients[role], shared.project, shared.task)
    if operation in ALLOWED[role]:
        assert response.is_success, response.text
        return
    if operation == "list the tasks" and role == "stranger":
        assert response.json()["items"] == [], "a list tells nothing, not even that it is refused"
    else:
        assert_problem(response, REFUSED[role])
    assert await shared.state() == before, "what is refused changes nothing"


@pytest.mark.parametrize("role", ["editor", "viewer"])
async def test_members_see_the_project_with_their_role(shared: Shared, role: str) -> None:
    projects = (await shared.clients[role].get("/api/projects")).json()["items"]
    assert {project["name"]: project["role"] for project in projects} == {"Inbox": "owner", "Shared": role}


async def test_an_editors_change_is_undone_by_the_editor_alone(shared: Shared) -> None:
    editor = shared.clients["editor"]
    response = await editor.patch(f"/api/tasks/{shared.task}", json={"title": "Edited"})
    group = response.headers["Change-Group"]
    assert_problem(await shared.owner.client.post(f"/api/changes/{group}/undo"), 404)
    assert (await editor.post(f"/api/changes/{group}/undo")).status_code == 200
    assert (await shared.owner.task(shared.task))["title"] == "Together"


async def test_a_member_who_leaves_sees_nothing_any_more(shared: Shared, sql: Any) -> None:
    await sql.execute("delete from project_member where project_id = $1 and role = 'viewer'", shared.project)
    viewer = shared.clients["viewer"]
    assert_problem(await viewer.get(f"/api/tasks/{shared.task}"), 404)
    assert_problem(await viewer.get(f"/api/projects/{shared.project}"), 404)
    assert (await viewer.get("/api/tasks")).json()["items"] == []
