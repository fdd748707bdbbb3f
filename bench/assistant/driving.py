"""Holding a conversation with the application in process, and reading what is true afterwards."""

import json
import time
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import asyncpg
import httpx
from todo.boundary import new_id

from bench.assistant.cases import Case, State, Verdict, judge
from bench.assistant.worlds import WORLDS, ZONE, World

# In this order nothing is left that another row needs.
_EMPTYING = """
    delete from conversation where user_id = $1;
    delete from change_group where user_id = $1;
    delete from task where project_id in (select project_id from project_member where user_id = $1);
    delete from label where user_id = $1;
    delete from project where inbox_of_user_id is null
    and id in (select project_id from project_member where user_id = $1)
"""
_TASKS = """
    select task.id::text, task.title, task.priority as p, task.notes, project.name as project, task.due_date,
           task.due_at, task.recurrence ->> 'rule' as rule, task.completed_at,
           coalesce(task.deleted_at, project.deleted_at) as gone_at,
           array(select label.name from label where label.id = any(task.label_ids) order by 1) as labels
    from task join project on project.id = task.project_id
    join project_member on project_member.project_id = project.id and project_member.user_id = $1
"""
_PROJECTS = """
    select name from project join project_member on project_id = id and user_id = $1
    where deleted_at is null and archived_at is null and inbox_of_user_id is null
"""
_LABELS = "select name from label where user_id = $1 and deleted_at is null"


@dataclass
class Driver:
    """One person who holds one conversation after another, each in a world of its own.

    `told` is all that the last conversation told them: answers, heads of cards, questions, notices.
    """

    client: httpx.AsyncClient
    sql: asyncpg.Connection
    user_id: str
    milliseconds: list[float]
    told: list[str] = field(default_factory=list)

    async def run(self, case: Case) -> Verdict:
        """Hold a conversation and judge what came of it."""
        await self._prepare(WORLDS[case.world])
        (await self.client.patch("/api/auth/me", json={"language": case.language})).raise_for_status()
        before = await self._state()
        answer, called = await self._talk(case)
        return judge(case, before, await self._state(), answer, called)

    async def _talk(self, case: Case) -> tuple[str, list[str]]:
        """The last answer, and the names of the tools that were called on the way."""
        conversation: str | None = None
        answer, pending, called = "", None, list[str]()
        self.told = []
        for turn in case.say:
            body: dict[str, Any] = {"message": turn} if isinstance(turn, str) else {"approval": {"id": pending, **turn}}
            if conversation:
                body["conversation_id"] = conversation
            started = time.perf_counter()
            response = await self.client.post("/api/chat", json=body)
            self.milliseconds.append((time.perf_counter() - started) * 1000)
            if response.status_code != 200:
                return f"refused: {response.text}", called
            events = _events(response.text)
            conversation = events[0][1]["id"]
            answer = "".join(data["delta"] for name, data in events if name == "text")
            self.told += [answer, *_heads(events)]
            called += [data["name"] for name, data in events if name == "tool_call"]
            asked = [data["id"] for name, data in events if name == "approval" and data["status"] == "pending"]
            pending = asked[-1] if asked else None
        return answer, called

    async def _prepare(self, world: World) -> None:
        for statement in _EMPTYING.split(";"):
            await self.sql.execute(statement, self.user_id)
        projects = {name: (await self._post("projects", name=name))["id"] for name in world["projects"]}
        labels = {name: (await self._post("labels", name=name))["id"] for name in world["labels"]}
        tasks = [_making(task, projects, labels) for task in world["tasks"]]
        if tasks:
            await self._post("tasks/bulk", operations=[{"op": "create", "task": fields} for fields in tasks])
        for task, fields in zip(world["tasks"], tasks, strict=True):
            if state := task.get("state"):
                operation = {"op": {"done": "complete", "gone": "delete"}[state], "id": fields["id"]}
                await self._post("tasks/bulk", operations=[operation])

    async def _post(self, path: str, **body: Any) -> dict[str, Any]:
        response = await self.client.post(f"/api/{path}", json=body or None)
        response.raise_for_status()
        return dict(response.json())

    async def _state(self) -> State:
        rows = await self.sql.fetch(_TASKS, self.user_id)
        projects = await self.sql.fetch(_PROJECTS, self.user_id)
        labels = await self.sql.fetch(_LABELS, self.user_id)
        return State({row["id"]: _task(row) for row in rows}, _names(projects), _names(labels))


def _making(task: dict[str, Any], projects: dict[str, str], labels: dict[str, str]) -> dict[str, Any]:
    """A task of a world as the API takes it."""
    fields: dict[str, Any] = {"id": str(new_id()), "title": task["title"], "priority": task.get("p", 4)}
    fields["label_ids"] = [labels[name] for name in task.get("labels", [])]
    if "project" in task:
        fields["project_id"] = projects[task["project"]]
    if due := task.get("due"):
        fields |= {"due_at": f"{due}:00+01:00"} if "T" in due else {"due_date": due}
    if "rule" in task:
        fields["recurrence"] = {"rule": task["rule"]}
    return fields


def _names(rows: list[asyncpg.Record]) -> list[str]:
    return [str(row["name"]) for row in rows]


def _task(row: asyncpg.Record) -> dict[str, Any]:
    moment = row["due_at"] and row["due_at"].astimezone(ZoneInfo(ZONE))
    due = moment.strftime("%Y-%m-%dT%H:%M") if moment else row["due_date"] and row["due_date"].isoformat()
    state = "gone" if row["gone_at"] else "done" if row["completed_at"] else "open"
    kept = {key: row[key] for key in ("title", "p", "notes", "project", "rule")}
    return {**kept, "due": due, "state": state, "labels": list(row["labels"])}


def _heads(events: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """What cards, questions and notices say at their heads."""
    parts = {"tool_card": ("title", "detail"), "approval": ("title",), "notice": ("detail",)}
    return [data[part] for name, data in events for part in parts.get(name, ()) if data.get(part)]


def _events(stream: str) -> list[tuple[str, dict[str, Any]]]:
    events = []
    for block in stream.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n"))
        events.append((fields["event"], json.loads(fields["data"])))
    return events
