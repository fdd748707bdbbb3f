"""Batches: one command, one group, all or nothing."""

from typing import Any

import pytest
from fastapi import FastAPI
from support import Person
from todo.boundary import new_id
from todo.errors import ForbiddenError, NotFoundError
from todo.tasks import completing, service
from todo.tasks.schemas import TaskCreate


class TestCreateTasks:
    async def test_keeps_the_order_and_is_one_group(self, app: FastAPI, owner: Person) -> None:
        bodies = [TaskCreate(title=f"Task {n}") for n in range(100)]
        written = await service.create_tasks(app.state.database, owner.actor, bodies)
        assert [task.title for task in written.value] == [body.title for body in bodies]
        group = (await owner.client.get("/api/changes")).json()["items"][0]
        assert group["id"] == str(written.group_id)
        assert group["summary"] == "Add tasks: Task 0 and 99 more"
        await owner.client.post(f"/api/changes/{written.group_id}/undo")
        assert await owner.titles() == []

    async def test_all_or_nothing(self, app: FastAPI, owner: Person, stranger: Person) -> None:
        theirs = await stranger.project()
        bodies = [TaskCreate(title="Mine"), TaskCreate(title="Theirs", project_id=theirs["id"])]
        with pytest.raises(NotFoundError):
            await service.create_tasks(app.state.database, owner.actor, bodies)
        assert await owner.titles() == []

    async def test_partly_replayed(self, app: FastAPI, owner: Person) -> None:
        there = await owner.add("There")
        bodies = [TaskCreate(id=there["id"], title="Again"), TaskCreate(title="New")]
        written = await service.create_tasks(app.state.database, owner.actor, bodies)
        assert [task.title for task in written.value] == ["There", "New"]
        await owner.client.post(f"/api/changes/{written.group_id}/undo")
        assert await owner.titles() == ["There"]


class TestCompleteTasks:
    async def test_in_the_order_asked_and_one_group(self, app: FastAPI, owner: Person) -> None:
        made = [await owner.add(f"Task {n}") for n in range(5)]
        ids = [task["id"] for task in reversed(made)]
        written = await completing.complete_tasks(app.state.database, owner.actor, ids)
        assert [str(task.id) for task in written.value] == ids
        assert await owner.titles() == []
        await owner.client.post(f"/api/changes/{written.group_id}/undo")
        assert len(await owner.titles()) == 5

    async def test_one_that_is_missing_leaves_all_open(self, app: FastAPI, owner: Person, stranger: Person) -> None:
        mine, theirs = await owner.add(), await stranger.add()
        for other in (theirs["id"], new_id()):
            with pytest.raises(NotFoundError):
                await completing.complete_tasks(app.state.database, owner.actor, [mine["id"], other])
        assert await owner.titles() == ["Pay rent"]
        assert await stranger.titles() == ["Pay rent"]

    async def test_one_that_is_only_to_be_read_leaves_all_open(
        self, app: FastAPI, owner: Person, stranger: Person, sql: Any
    ) -> None:
        project = await stranger.project()
        shared, mine = await stranger.add(project_id=project["id"]), await owner.add("Mine")
        await sql.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')",
            project["id"],
            owner.user["id"],
        )
        with pytest.raises(ForbiddenError):
            await completing.complete_tasks(app.state.database, owner.actor, [mine["id"], shared["id"]])
        assert (await owner.task(mine["id"]))["completed_at"] is None

    async def test_those_that_are_done_stay_and_doubles_count_once(self, app: FastAPI, owner: Person) -> None:
        task = await owner.add()
        done = (await owner.client.post(f"/api/tasks/{task['id']}/complete")).json()
        written = await completing.complete_tasks(app.state.database, owner.actor, [task["id"], task["id"]])
        assert written.group_id is None
        assert written.value[0].version == done["version"]
