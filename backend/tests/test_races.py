"""Things that happen at the same moment: nothing is lost, and what is read is one state or the other."""

import asyncio
from typing import Any

from fastapi import FastAPI
from support import PASSWORD, Person, client_of

SUCCESS = {200, 201, 204}


async def together(*calls: Any) -> list[Any]:
    return list(await asyncio.gather(*calls))


async def test_complete_and_delete_both_take_effect_or_one_finds_nothing(owner: Person) -> None:
    for _ in range(10):
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        completed, deleted = await together(owner.client.post(f"{path}/complete"), owner.client.delete(path))
        assert deleted.status_code == 204
        assert completed.status_code in (200, 404)
    assert await owner.titles() == []


async def test_edits_of_different_columns_at_once_are_all_kept(owner: Person) -> None:
    task = await owner.add()
    path = f"/api/tasks/{task['id']}"
    bodies = [{"title": "New"}, {"notes": "Notes"}, {"priority": 1}, {"due_date": "2026-12-01"}]
    responses = await together(*(owner.client.patch(path, json=body) for body in bodies))
    assert {response.status_code for response in responses} == {200}
    now = await owner.task(task["id"])
    assert (now["title"], now["notes"], now["priority"], now["due_date"]) == ("New", "Notes", 1, "2026-12-01")
    assert now["version"] == 5


async def test_each_of_those_edits_is_undone_for_itself(owner: Person) -> None:
    task = await owner.add()
    path = f"/api/tasks/{task['id']}"
    bodies = [{"title": "New"}, {"notes": "Notes"}, {"priority": 1}]
    responses = await together(*(owner.client.patch(path, json=body) for body in bodies))
    undone = await together(*(owner.undo(response) for response in responses))
    assert {response.status_code for response in undone} == {200}
    now = await owner.task(task["id"])
    assert (now["title"], now["notes"], now["priority"]) == ("Pay rent", "", 4)


async def test_an_undo_never_overwrites_an_edit_that_came_at_the_same_time(owner: Person) -> None:
    for n in range(10):
        task = await owner.add()
        path = f"/api/tasks/{task['id']}"
        first = await owner.client.patch(path, json={"title": "First"})
        undone, edited = await together(owner.undo(first), owner.client.patch(path, json={"title": f"Second {n}"}))
        assert edited.status_code == 200
        assert undone.status_code in (200, 409)
        assert (await owner.task(task["id"]))["title"] == f"Second {n}", "the edit is never lost"


async def test_tasks_added_while_their_project_goes_are_there_when_it_comes_back(owner: Person) -> None:
    project = await owner.project()
    body = {"title": "Late", "project_id": project["id"]}
    adds = [owner.client.post("/api/tasks", json=body) for _ in range(8)]
    deleted, *added = await together(owner.client.delete(f"/api/projects/{project['id']}"), *adds)
    made = [response for response in added if response.status_code == 201]
    assert {response.status_code for response in added} <= {201, 404}
    assert await owner.titles() == []
    assert (await owner.undo(deleted)).status_code == 200
    assert await owner.titles() == ["Late"] * len(made)


async def test_two_turns_of_one_conversation_are_both_kept(owner: Person) -> None:
    start = await owner.client.post("/api/chat", json={"message": "hello"})
    conversation = start.text.split('"id":"')[1].split('"')[0]
    bodies = [{"message": f"add errand {n}", "conversation_id": conversation} for n in range(4)]
    responses = await together(*(owner.client.post("/api/chat", json=body) for body in bodies))
    assert all("event: done" in response.text for response in responses)
    messages = (await owner.client.get(f"/api/conversations/{conversation}/messages")).json()["items"]
    assert len(messages) == 2 + 2 * len(bodies)
    assert sorted(await owner.titles()) == [f"errand {n}" for n in range(4)]


async def test_password_change_and_requests_of_other_sessions(app: FastAPI, owner: Person) -> None:
    login = {"email": owner.user["email"], "password": PASSWORD}
    other = client_of(app, token=(await client_of(app).post("/api/auth/login", json=login)).json()["token"])
    change = {"current_password": PASSWORD, "new_password": "another good password"}
    changed, *reads = await together(
        owner.client.post("/api/auth/password", json=change), *(other.get("/api/tasks") for _ in range(10))
    )
    assert changed.status_code == 204
    assert {response.status_code for response in reads} <= {200, 401}
    assert (await other.get("/api/tasks")).status_code == 401


async def test_reading_while_writing_sees_whole_states(owner: Person) -> None:
    task = await owner.add("even", priority=2)
    path = f"/api/tasks/{task['id']}"
    states = [{"title": "even", "priority": 2}, {"title": "odd", "priority": 1}]
    writes = [owner.client.patch(path, json=states[n % 2]) for n in range(20)]
    reads = [owner.client.get(path) for _ in range(20)]
    mixed = [call for pair in zip(writes, reads, strict=True) for call in pair]
    responses = await together(*mixed)
    assert {response.status_code for response in responses} <= SUCCESS
    seen = {(response.json()["title"], response.json()["priority"]) for response in responses}
    assert seen <= {("even", 2), ("odd", 1)}
