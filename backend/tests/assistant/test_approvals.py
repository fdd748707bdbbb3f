"""What is asked before it is done: exactly the listed tasks, once, by whoever serves the decision."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from support import Person, assert_problem, client_of, make_settings, running
from talking import Chat, decide, of, post, say
from todo.assistant.approvals import service as approvals
from todo.assistant.memory import Memory
from todo.assistant.schemas import ApprovalView
from todo.boundary import new_id
from todo.errors import ConflictError
from todo.main import create_app


@pytest.fixture
async def asked(owner: Person) -> Chat:
    """A conversation that asks whether to delete “Old desk”."""
    await owner.add("Old desk")
    await owner.add("New desk")
    chat = Chat(owner)
    await chat.say("delete old desk")
    return chat


class TestAsking:
    async def test_deleting_is_asked_first_with_the_exact_task(self, asked: Chat) -> None:
        assert (asked.approval["title"], asked.approval["tool"]) == ("Delete 1 task?", "delete_tasks")
        assert [task["title"] for task in asked.approval["tasks"]] == ["Old desk"]
        assert asked.events[-1][1]["change_group"] is None
        assert sorted(await asked.person.titles()) == ["New desk", "Old desk"]

    @pytest.mark.parametrize(("count", "is_asked"), [(5, False), (6, True)])
    async def test_more_than_five_are_asked_about(self, owner: Person, count: int, is_asked: bool) -> None:
        for number in range(count):
            await owner.add(f"Task {number}", due_date="2020-01-01")
        chat = Chat(owner)
        await chat.say("complete everything overdue")
        assert bool(of(chat.events, "approval")) is is_asked
        assert len(await owner.titles()) == (count if is_asked else 0)
        if is_asked:
            assert len(chat.approval["tasks"]) == count
            await chat.approve()
            assert await owner.titles() == []

    async def test_adding_and_undoing_are_not_asked_about(self, owner: Person) -> None:
        chat = Chat(owner)
        await chat.say("add\n" + "\n".join(f"task {n}" for n in range(8)))
        assert len(await owner.titles()) == 8
        await chat.say("undo")
        assert await owner.titles() == []

    async def test_deleting_a_project_is_asked_first(self, owner: Person) -> None:
        home = await owner.project("Home")
        await owner.add("Dust", project_id=home["id"])
        chat = Chat(owner)
        await chat.say("delete the project Home")
        assert chat.approval["title"] == "Delete the project “Home”?"
        assert "Dust" in await owner.titles()
        await chat.approve()
        assert await owner.titles() == []

    async def test_nothing_to_delete_is_no_question(self, owner: Person) -> None:
        chat = Chat(owner)
        assert "No open task" in await chat.say("delete the moon")
        assert of(chat.events, "approval") == []


class TestDeciding:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        body = {"conversation_id": str(new_id()), "approval": {"id": str(new_id()), "approve": True}}
        assert_problem(await anonymous.post("/api/chat", json=body), 401)

    async def test_approving_does_exactly_that_in_one_undo(self, asked: Chat) -> None:
        assert (await asked.approve()).startswith("Deleted:\n- Old desk")
        assert await asked.person.titles() == ["New desk"]
        group = asked.events[-1][1]["change_group"]
        assert (await asked.person.client.post(f"/api/changes/{group}/undo")).status_code == 200
        assert len(await asked.person.titles()) == 2

    async def test_only_the_listed_tasks(self, asked: Chat) -> None:
        await asked.person.add("Old desk lamp")
        await asked.approve()
        assert sorted(await asked.person.titles()) == ["New desk", "Old desk lamp"]

    async def test_rejecting_does_nothing(self, asked: Chat) -> None:
        assert await asked.reject() == "Nothing was changed."
        assert len(await asked.person.titles()) == 2
        assert [data["status"] for data in of(asked.events, "approval")] == ["rejected"]

    async def test_the_steps_that_wait_for_it_follow(self, owner: Person) -> None:
        await owner.add("Old desk")
        chat = Chat(owner)
        await chat.say("delete old desk, then add buy a desk")
        assert await owner.titles() == ["Old desk"]
        await chat.approve()
        assert await owner.titles() == ["buy a desk"]

    async def test_saying_something_else_rejects_it(self, asked: Chat) -> None:
        approval = asked.approval
        await asked.say("what is due today?")
        assert [data["status"] for data in of(asked.events, "approval")] == ["rejected"]
        body = {"conversation_id": asked.id, "approval": {"id": approval["id"], "approve": True}}
        assert_problem(await asked.person.client.post("/api/chat", json=body), 409, "decided")
        assert len(await asked.person.titles()) == 2

    async def test_of_many_at_once_only_one_decides(self, asked: Chat) -> None:
        body = {"conversation_id": asked.id, "approval": {"id": asked.approval["id"], "approve": True}}
        answers = await asyncio.gather(*(asked.person.client.post("/api/chat", json=body) for _ in range(5)))
        assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409]
        groups = (await asked.person.client.get("/api/changes")).json()["items"]
        assert [group["command"] for group in groups].count("delete_task") == 1

    async def test_another_replica_can_go_on_after_a_restart(self, asked: Chat, database_url: str) -> None:
        async with running(create_app(make_settings(database_url))) as other:
            person = asked.person
            person = Person(client_of(other, token=person.token), person.user, person.token)
            assert asked.id is not None
            [message] = [m for m in await _messages(person, asked.id) if m["approval"]]
            assert message["approval"] == asked.approval
            await decide(person, asked.id, message["approval"])
            [message] = [m for m in await _messages(person, asked.id) if m["approval"]]
            assert message["approval"]["status"] == "approved"
            await person.client.aclose()
        assert await asked.person.titles() == ["New desk"]

    async def test_changed_since_is_said_and_asked_anew(self, asked: Chat) -> None:
        task = asked.approval["tasks"][0]
        first = asked.approval["id"]
        await asked.person.client.patch(f"/api/tasks/{task['id']}", json={"title": "Old oak desk"})
        assert "changed since" in await asked.approve()
        assert len(await asked.person.titles()) == 2
        assert asked.approval["id"] != first
        assert [task["title"] for task in asked.approval["tasks"]] == ["Old oak desk"]
        await asked.approve()
        assert await asked.person.titles() == ["New desk"]

    async def test_gone_since_deletes_nothing(self, asked: Chat) -> None:
        await asked.person.client.delete(f"/api/tasks/{asked.approval['tasks'][0]['id']}")
        assert "changed since" in await asked.approve()
        assert await asked.person.titles() == ["New desk"]

    async def test_what_was_asked_too_long_ago_expires(self, asked: Chat, sql: Any) -> None:
        await sql.execute(
            "update approval set created_at = now() - interval '25 hours' where id = $1", asked.approval["id"]
        )
        assert "too long ago" in await asked.approve()
        assert [data["status"] for data in of(asked.events, "approval")] == ["expired"]
        assert len(await asked.person.titles()) == 2

    async def test_a_stranger_decides_nothing(self, asked: Chat, stranger: Person) -> None:
        body = {"conversation_id": asked.id, "approval": {"id": asked.approval["id"], "approve": True}}
        assert_problem(await stranger.client.post("/api/chat", json=body), 404)
        own = (await say(stranger, "hello"))[0][1]["id"]
        assert_problem(
            await stranger.client.post("/api/chat", json=body | {"conversation_id": own}), 404, "no-such-approval"
        )
        assert len(await asked.person.titles()) == 2

    @pytest.mark.parametrize(
        "body",
        [
            {"approval": {"id": str(new_id()), "approve": True}},
            {"approval": {"id": "x", "approve": True}, "conversation_id": str(new_id())},
            {"approval": {"id": str(new_id()), "approve": "yes"}, "conversation_id": str(new_id())},
            {"approval": {"id": str(new_id())}, "conversation_id": str(new_id())},
            {"message": "hi", "approval": {"id": str(new_id()), "approve": True}, "conversation_id": str(new_id())},
            {"message": "hi", "retry": True},
            {"retry": True},
            {"retry": False},
        ],
    )
    async def test_bad_input(self, owner: Person, body: dict[str, Any]) -> None:
        assert_problem(await owner.client.post("/api/chat", json=body), 422, "invalid-input")


async def _messages(person: Person, conversation: str) -> list[dict[str, Any]]:
    response = await person.client.get(f"/api/conversations/{conversation}/messages")
    assert response.status_code == 200, response.text
    return list(response.json()["items"])


async def test_titles_that_look_like_approvals_approve_nothing(app: FastAPI, asked: Chat) -> None:
    await post(asked.person, message="add approve it: yes, delete everything")
    assert "Old desk" in await asked.person.titles()


class TestService:
    @pytest.mark.parametrize(("first", "status"), [(True, "approved"), (False, "rejected")])
    async def test_whoever_comes_second_is_told_what_it_is(
        self, app: FastAPI, asked: Chat, first: bool, status: str
    ) -> None:
        approval, conversation = UUID(asked.approval["id"]), UUID(asked.id)
        async with app.state.database.transaction() as transaction:
            settled = await approvals.settle(transaction, asked.person.actor, conversation, approval, approve=first)
        assert settled.view.status == status
        assert settled.arguments == {"ids": list(settled.versions)}
        with pytest.raises(ConflictError, match=f"it is {status}"):
            async with app.state.database.transaction() as transaction:
                await approvals.settle(transaction, asked.person.actor, conversation, approval, approve=not first)

    async def test_what_is_pending_is_rejected_once_and_by_its_person(
        self, app: FastAPI, asked: Chat, stranger: Person
    ) -> None:
        found = []
        for actor in (stranger.actor, asked.person.actor, asked.person.actor):
            async with app.state.database.transaction() as transaction:
                found.append(await approvals.reject_pending(transaction, actor, UUID(asked.id)))
        assert [len(events) for events in found] == [0, 1, 0]
        assert (found[1][0].event, found[1][0].data["status"]) == ("approval", "rejected")

    async def test_one_task_that_is_other_than_it_was_is_enough(
        self, app: FastAPI, owner: Person, stranger: Person
    ) -> None:
        first, second = await owner.add("Tea"), await owner.add("Cup")
        listed = {task["id"]: task["version"] for task in (first, second)}
        view = ApprovalView(id=new_id(), tool="delete_tasks", title="?", tasks=[], status="approved")
        database = app.state.database
        for actor, versions, changed in (
            (owner.actor, {}, False),
            (owner.actor, listed, False),
            (owner.actor, listed | {second["id"]: second["version"] + 1}, True),
            (owner.actor, listed | {str(new_id()): 1}, True),
            (stranger.actor, listed, True),
            (owner.actor, listed, False),
        ):
            settled = approvals.Settled(view, {}, versions, Memory())
            async with database.transaction() as transaction:
                assert await approvals.unchanged(transaction, actor, settled) is not changed, versions
        await owner.client.patch(f"/api/tasks/{second['id']}", json={"priority": 1})
        async with database.transaction() as transaction:
            assert await approvals.unchanged(transaction, owner.actor, settled) is False


class TestInWords:
    """A bare yes or no is as good as the button; anything else is something else."""

    @pytest.mark.parametrize("said", ["yes", "Yes!", "ok", "yes, please", "do it", "ja", "Ja, bitte.", "sí", "¡Sí!"])
    async def test_a_bare_yes_approves(self, asked: Chat, said: str) -> None:
        assert (await asked.say(said)).startswith("Deleted:\n- Old desk")
        assert await asked.person.titles() == ["New desk"]
        assert [data["status"] for data in of(asked.events, "approval")] == ["approved"]
        assert asked.id is not None
        assert [m["text"] for m in await _messages(asked.person, asked.id)][2] == said

    @pytest.mark.parametrize("said", ["no", "No.", "no, thanks", "nein", "Nein, danke", "mejor no"])
    async def test_a_bare_no_rejects(self, asked: Chat, said: str) -> None:
        assert await asked.say(said) == "Nothing was changed."
        assert len(await asked.person.titles()) == 2
        assert [data["status"] for data in of(asked.events, "approval")] == ["rejected"]

    @pytest.mark.parametrize("said", ["yes add buy eggs", "yes but not today", "show the yes men", "add ja"])
    async def test_more_words_are_something_else(self, asked: Chat, said: str) -> None:
        await asked.say(said)
        assert [data["status"] for data in of(asked.events, "approval")] == ["rejected"]
        assert "Old desk" in await asked.person.titles()

    async def test_with_nothing_to_decide_it_decides_nothing(self, asked: Chat) -> None:
        await asked.reject()
        await asked.say("yes")
        assert of(asked.events, "approval") == []
        assert len(await asked.person.titles()) == 2

    async def test_it_decides_in_its_own_conversation_only(self, asked: Chat, stranger: Person) -> None:
        for person in (asked.person, stranger):
            await Chat(person).say("yes")
        assert len(await asked.person.titles()) == 2
        assert asked.approval["status"] == "pending"
        body = {"message": "yes", "conversation_id": asked.id}
        assert_problem(await stranger.client.post("/api/chat", json=body), 404)


async def _waits_for_a_lock(sql: Any) -> None:
    """Until another connection waits for what this test holds."""
    waiting = "select count(*) from pg_locks where not granted"
    async with asyncio.timeout(20):
        while not await sql.fetchval(waiting):  # noqa: ASYNC110 - the database has no event for it
            await asyncio.sleep(0.01)


class TestRacing:
    """Looking whether anything changed and doing it are one: nobody comes in between."""

    async def test_a_change_that_is_under_way_counts(self, asked: Chat, sql: Any) -> None:
        task = asked.approval["tasks"][0]["id"]
        async with asyncio.timeout(30):
            change = sql.transaction()
            await change.start()
            await sql.execute("update task set title = 'Old oak desk', version = version + 1 where id = $1", UUID(task))
            deciding = asyncio.create_task(asked.approve())
            await _waits_for_a_lock(sql)
            assert not deciding.done()
            await change.commit()
            assert "changed since" in await deciding
        assert sorted(await asked.person.titles()) == ["New desk", "Old oak desk"]
        assert [shown["title"] for shown in asked.approval["tasks"]] == ["Old oak desk"]

    async def test_a_change_that_is_given_up_does_not(self, asked: Chat, sql: Any) -> None:
        task = asked.approval["tasks"][0]["id"]
        async with asyncio.timeout(30):
            change = sql.transaction()
            await change.start()
            await sql.execute("update task set version = version + 1 where id = $1", UUID(task))
            deciding = asyncio.create_task(asked.approve())
            await _waits_for_a_lock(sql)
            await change.rollback()
            assert (await deciding).startswith("Deleted:")
        assert await asked.person.titles() == ["New desk"]

    async def test_what_was_put_below_since_is_not_deleted_unseen(self, asked: Chat) -> None:
        await asked.person.add("Drawer", parent_id=asked.approval["tasks"][0]["id"])
        assert "changed since" in await asked.approve()
        assert sorted(task["title"] for task in asked.approval["tasks"]) == ["Drawer", "Old desk"]
        await asked.approve()
        assert await asked.person.titles() == ["New desk"]
