"""What an operation reads does not grow with what others have: each statement's plan, counted in rows."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from httpx import Response
from support import Person
from todo import database
from todo.boundary import new_id

CROWD = """
    with person as (
        insert into app_user (id, email, name, password_hash, time_zone)
        select gen_random_uuid(), 'crowd' || n || '@example.test', 'Crowd', '', 'UTC' from generate_series(1, 400) as n
        returning id
    ), inbox as (
        insert into project (id, name, color, inbox_of_user_id)
        select gen_random_uuid(), 'Inbox', 'gray', id from person returning id, inbox_of_user_id as user_id
    ), membership as (
        insert into project_member (project_id, user_id, role) select id, user_id, 'owner' from inbox
    ), made as (
        insert into task (id, project_id, created_by, title, priority, due_date, position)
        select gen_random_uuid(), inbox.id, user_id, 'Water the plants ' || n, 4, current_date + n * 7, 'a' || n
        from inbox, generate_series(1, 20) as n returning *
    ), commands as (
        insert into change_group (id, user_id, via, command)
        select gen_random_uuid(), id, 'api', 'create_task' from person returning *
    )
    insert into change (group_id, entity, entity_id, project_id, after)
    select commands.id, 'task', made.id, made.project_id, jsonb_build_object('version', 1, 'deleted_at', null)
    from commands join made on made.created_by = commands.user_id
"""
# The tables that grow without end. One of some hundred projects is rightly read as a whole now and then.
MOST_ROWS = 1_000
TABLES = {"task", "change"}

Operation = Callable[[Person, dict[str, Any]], Awaitable[Response]]


def _post(path: str, **body: Any) -> Operation:
    return lambda person, at: person.client.post(path.format(**at), json=body or None)


def _get(path: str) -> Operation:
    return lambda person, at: person.client.get(path.format(**at))


async def _undo(person: Person, at: dict[str, Any]) -> Response:
    done = await person.client.post(f"/api/tasks/{at['task']}/complete")
    return await person.undo(done)


async def _restore(person: Person, at: dict[str, Any]) -> Response:
    await person.client.delete(f"/api/tasks/{at['task']}")
    return await person.client.post(f"/api/trash/task/{at['task']}/restore")


async def _purge(person: Person, at: dict[str, Any]) -> Response:
    await person.client.delete(f"/api/tasks/{at['task']}")
    return await person.client.delete(f"/api/trash/task/{at['task']}")


OPERATIONS: dict[str, Operation] = {
    "me": _get("/api/auth/me"),
    "get": _get("/api/tasks/{task}"),
    "list": _get("/api/tasks"),
    "list a project": _get("/api/tasks?project_id={project}"),
    "today": _get("/api/tasks?due=today"),
    "search": _get("/api/search?q=lower"),
    "filter": _get("/api/tasks?filter=p1 %26 !%23Inbox"),
    "activity": _get("/api/changes"),
    "export": _get("/api/export?trash=true"),
    "import": lambda person, at: person.client.post("/api/import", content="title,tags\nDig,outside\n"),
    "trash": _get("/api/trash"),
    "projects": _get("/api/projects"),
    "what happened to a task": _get("/api/tasks/{task}/activity"),
    "what happened in a project": _get("/api/projects/{project}/activity"),
    "completions": _get("/api/tasks/{weekly}/completions"),
    "view today": _get("/api/views/today"),
    "view upcoming": _get("/api/views/upcoming"),
    "view inbox": _get("/api/views/inbox"),
    "view a project": _get("/api/views/projects/{project}"),
    "view completed": _get("/api/views/completed"),
    "counts": _get("/api/counts"),
    "reminders": _get("/api/tasks/{task}/reminders"),
    "remind": _post("/api/tasks/{weekly}/reminders", at="2040-01-01T09:00:00Z"),
    "make a project": _post("/api/projects", name="Work"),
    "make a section": _post("/api/projects/{project}/sections", name="Soon"),
    "make a label": _post("/api/labels", name="errand"),
    "make a filter": _post("/api/filters", name="Urgent", query="p1"),
    "duplicate a project": lambda person, at: person.client.post(
        f"/api/projects/{at['project']}/duplicate", json={"id": str(new_id())}
    ),
    "archive": _post("/api/projects/{project}/archive"),
    "delete a project": lambda person, at: person.client.delete(f"/api/projects/{at['project']}"),
    "empty the trash": lambda person, at: person.client.delete("/api/trash"),
    "ask the assistant": _post("/api/chat", message="what is due today?"),
    "create": _post("/api/tasks", title="Pay rent"),
    "create below": lambda person, at: person.client.post(
        "/api/tasks", json={"title": "Below", "parent_id": at["task"]}
    ),
    "quick add": _post("/api/quick-add", text="Pay rent tomorrow #Home"),
    "change": lambda person, at: person.client.patch(f"/api/tasks/{at['task']}", json={"title": "Other"}),
    "complete": _post("/api/tasks/{task}/complete"),
    "complete the upper one": _post("/api/tasks/{upper}/complete"),
    "complete one that recurs": _post("/api/tasks/{weekly}/complete"),
    "duplicate": lambda person, at: person.client.post(
        f"/api/tasks/{at['upper']}/duplicate", json={"id": str(new_id())}
    ),
    "move": lambda person, at: person.client.post(f"/api/tasks/{at['task']}/move", json={"project_id": at["project"]}),
    "delete": lambda person, at: person.client.delete(f"/api/tasks/{at['upper']}"),
    "undo": _undo,
    "restore": _restore,
    "purge": _purge,
    "bulk": lambda person, at: person.client.post(
        "/api/tasks/bulk", json={"operations": [{"op": "complete", "id": at[name]} for name in ("task", "upper")]}
    ),
}


@pytest_asyncio.fixture(scope="module")
async def crowd(app: Any, database_url: str) -> AsyncIterator[None]:
    """Four hundred others with twenty tasks and changes each, and a database that knows so."""
    sql = await asyncpg.connect(database_url)
    await sql.execute(CROWD)
    await sql.execute("analyze")
    yield
    await sql.execute("delete from task where title like 'Water the plants %'")
    await sql.execute(
        "delete from project where inbox_of_user_id in (select id from app_user where email like 'crowd%')"
    )
    await sql.execute("delete from app_user where email like 'crowd%'")
    await sql.execute("analyze")
    await sql.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, tuple[Any, ...]]]]:
    """Every statement with its values."""
    seen: list[tuple[str, tuple[Any, ...]]] = []
    for name in ("fetch", "fetch_one"):
        plain = getattr(database.Transaction, name)

        async def noting(self: Any, query: str, *values: Any, plain: Any = plain) -> Any:
            seen.append((query, values))
            return await plain(self, query, *values)

        monkeypatch.setattr(database.Transaction, name, noting)
    return seen


async def things_of(person: Person) -> dict[str, Any]:
    """A few things of a person's, by the name that the operations know them by."""
    project = await person.project("Home")
    upper = await person.add("Upper", priority=1)
    below = await person.add("Lower", parent_id=upper["id"])
    weekly = await person.client.post("/api/quick-add", json={"text": "Water the plants every monday"})
    return {"project": project["id"], "upper": upper["id"], "task": below["id"], "weekly": weekly.json()["id"]}


def rows_read(plan: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """How many rows of these tables each part of a plan has looked at, found and passed over."""
    if plan.get("Relation Name") in TABLES:
        passed = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Index Recheck", 0)
        how = f"{plan['Node Type']} on {plan['Relation Name']} {plan.get('Index Name', '')}"
        yield (plan["Actual Rows"] + passed) * plan["Actual Loops"], how
    for part in plan.get("Plans", ()):
        yield from rows_read(part)


@pytest.mark.parametrize("name", OPERATIONS)
async def test_it_reads_what_is_the_persons(
    crowd: None, owner: Person, asked: list[tuple[str, tuple[Any, ...]]], sql: asyncpg.Connection, name: str
) -> None:
    things = await things_of(owner)
    await sql.set_type_codec("jsonb", encoder=json.dumps, decoder=json.loads, schema="pg_catalog", format="text")
    asked.clear()
    answer = await OPERATIONS[name](owner, things)
    assert answer.status_code < 300, answer.text
    statements = list(asked)
    assert statements
    for query, values in statements:
        if "pg_notify" in query or "reminder_delivery" in query:
            continue
        rehearsal = sql.transaction()
        await rehearsal.start()
        try:
            [[plan]] = await sql.fetch(f"explain (analyze, format json) {query}", *values)
        except asyncpg.UniqueViolationError:
            continue  # of a row that was made already
        finally:
            await rehearsal.rollback()
        read = sorted(rows_read((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]), reverse=True)
        assert sum(rows for rows, _ in read) <= MOST_ROWS, (read[:3], " ".join(query.split()))
