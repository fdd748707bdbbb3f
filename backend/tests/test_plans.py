"""What an operation reads does not grow with what others have: each statement's plan, counted in rows."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from httpx import Response
from support import Person, sign_up
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
        insert into task (id, project_id, created_by, title, priority, due_date, position, deleted_at)
        select gen_random_uuid(), inbox.id, user_id, 'Water the plants ' || n, 4, current_date + n - 10, 'a' || n,
               case when n > 8 then now() end
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

# What one person may have: half of it open, of which a third each is due on a day, at a moment and never.
MANY = 6_000
OF_ONE = f"""
    with section as (
        insert into section (id, project_id, name, position)
        select gen_random_uuid(), $1, 'Section', 'a' || n from generate_series(1, 3) as n returning id, position
    )
    insert into task (id, project_id, section_id, title, priority, position, due_date, due_at, time_zone, completed_at,
                      deleted_at)
    select gen_random_uuid(), $1, section.id, 'Task', 1 + n % 4, 'a' || n,
           case when n % 3 = 0 then current_date + n % 400 - 20 end,
           case when n % 3 = 1 then now() + (n % 400 - 20) * interval '1 day' end,
           case when n % 3 = 1 then 'UTC' end,
           case when n % 10 between 5 and 8 then now() - n * interval '1 minute' end,
           case when n % 10 = 9 then now() - n * interval '1 minute' end
    from generate_series(1, {MANY}) as n left join section on section.position = 'a' || n % 4
"""
# A page is 50 tasks. Of each of two projects it is taken from three stretches of an index, of one by hand from four.
LISTS = {
    "all": "/api/tasks",
    "a project": "/api/tasks?project_id={project}",
    "without a date": "/api/tasks?due=none",
    "overdue": "/api/tasks?due=overdue",
    "upcoming": "/api/tasks?due=upcoming",
    "today": "/api/views/today",
    "a year": "/api/views/upcoming?days=365",
    "inbox": "/api/views/inbox",
    "project by hand": "/api/views/projects/{project}",
    "done": "/api/views/completed",
    "done, of a project": "/api/tasks?done=true&project_id={project}",
    "trash": "/api/trash",
}
A_PAGE = (6 + 1) * 51 + 100

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
    """Four hundred others with twenty tasks and changes each, some late, some in the trash; the database knows so."""
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
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Any, ...]]]:
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


async def read_by(sql: asyncpg.Connection, query: str, values: tuple[Any, ...]) -> list[tuple[int, str]]:
    """What a statement reads, most of it first; nothing when it makes a row that was made already."""
    rehearsal = sql.transaction()
    await rehearsal.start()
    try:
        # As the API asks, while PostgreSQL has not tidied the table, which it does when it likes.
        for name, value in {**database._SERVER_SETTINGS, "enable_indexonlyscan": "off"}.items():
            await sql.execute(f"set local {name} = '{value}'")
        [[plan]] = await sql.fetch(f"explain (analyze, format json) {query}", *values)
    except asyncpg.UniqueViolationError:
        return []
    finally:
        await rehearsal.rollback()
    return sorted(rows_read((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]), reverse=True)


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
        read = await read_by(sql, query, values)
        assert sum(rows for rows, _ in read) <= MOST_ROWS, (read[:3], " ".join(query.split()))


@pytest_asyncio.fixture(scope="module")
async def busy(crowd: None, app: Any, database_url: str) -> AsyncIterator[tuple[Person, str]]:
    """Somebody with very many tasks in the Inbox and in a project, and that project."""
    sql, person = await asyncpg.connect(database_url), await sign_up(app)
    project = str((await person.project("Home"))["id"])
    for place in (project, person.user["inbox_project_id"]):
        await sql.execute(OF_ONE, place)
    await sql.execute("analyze")
    yield person, project
    await sql.execute("delete from task where title = 'Task'")
    await sql.execute("analyze")
    await sql.close()
    await person.client.aclose()


@pytest.mark.parametrize("name", LISTS)
async def test_a_page_of_very_many_costs_what_a_page_holds(
    busy: tuple[Person, str], asked: list[tuple[str, tuple[Any, ...]]], sql: asyncpg.Connection, name: str
) -> None:
    person, project = busy
    first = path = LISTS[name].format(project=project)
    for page in range(3):
        asked.clear()
        answer = await person.client.get(path)
        assert answer.status_code == 200, answer.text
        pages = [(query, values) for query, values in asked if "deleted_at" in query]
        assert pages
        for query, values in pages:
            read = await read_by(sql, query, values)
            assert sum(rows for rows, _ in read) <= A_PAGE, (page, read[:3], " ".join(query.split()))
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            break
        path = f"{first}{'&' if '?' in first else '?'}cursor={cursor}"
    assert page > 0, "a list of one page proves little"


async def test_counts_read_no_task_that_is_done(
    busy: tuple[Person, str], asked: list[tuple[str, tuple[Any, ...]]], sql: asyncpg.Connection
) -> None:
    person, _ = busy
    asked.clear()
    assert (await person.client.get("/api/counts")).json()["inbox"] == MANY / 2
    [(query, values)] = [(query, values) for query, values in asked if "jsonb_object_agg" in query]
    read = await read_by(sql, query, values)
    assert sum(rows for rows, _ in read) <= MANY * 1.3, read


@pytest.mark.parametrize("name", ["all", "without a date", "upcoming", "done", "trash"])
async def test_a_page_is_read_in_order_wherever_the_tasks_lie(
    busy: tuple[Person, str], asked: list[tuple[str, tuple[Any, ...]]], sql: asyncpg.Connection, name: str
) -> None:
    """Tasks of many people that were made in turns, most of whom have little in a project."""
    person, project = busy
    rehearsal = sql.transaction()
    await rehearsal.start()
    try:
        await sql.execute("create temporary table shuffled on commit drop as select * from task order by md5(id::text)")
        await sql.execute("alter table task disable trigger all; delete from task")
        columns = await sql.fetchval(
            "select string_agg(column_name, ', ') from information_schema.columns "
            "where table_schema = 'public' and table_name = 'task' and is_generated = 'NEVER'"
        )
        await sql.execute(f"insert into task ({columns}) select {columns} from shuffled order by md5(id::text)")
        await sql.execute("analyze task")
        asked.clear()
        assert (await person.client.get(LISTS[name].format(project=project))).status_code == 200
        [(query, values)] = [(query, values) for query, values in asked if "deleted_at" in query]
        read = await read_by(sql, query, values)
        assert sum(rows for rows, _ in read) <= A_PAGE, (read[:3], " ".join(query.split()))
    finally:
        await rehearsal.rollback()


async def read_by_kept_plan(sql: asyncpg.Connection, query: str, values: tuple[Any, ...]) -> list[tuple[int, str]]:
    """What a statement reads by the plan that PostgreSQL makes once, for values that it does not know."""
    await sql.execute(f"set plan_cache_mode = force_generic_plan; prepare kept as {query}")
    written = ", ".join("null" if value is None else f"'{value}'" for value in values)
    [[plan]] = await sql.fetch(f"explain (analyze, format json) execute kept({written})")
    await sql.execute("deallocate kept")
    return sorted(rows_read(json.loads(plan)[0]["Plan"]), reverse=True)


@pytest.mark.parametrize("name", LISTS)
async def test_a_plan_that_is_kept_reads_no_more(
    busy: tuple[Person, str], asked: list[tuple[str, tuple[Any, ...]]], sql: asyncpg.Connection, name: str
) -> None:
    person, project = busy
    for setting, value in {**database._SERVER_SETTINGS, "enable_indexonlyscan": "off"}.items():
        await sql.execute(f"set {setting} = '{value}'")
    first = path = LISTS[name].format(project=project)
    for _ in range(2):
        asked.clear()
        answer = await person.client.get(path)
        for query, values in [(query, values) for query, values in asked if "deleted_at" in query]:
            read = await read_by_kept_plan(sql, query, values)
            assert sum(rows for rows, _ in read) <= A_PAGE, (read[:3], " ".join(query.split()))
        path = f"{first}{'&' if '?' in first else '?'}cursor={answer.json()['next_cursor']}"


# What a list finds first and a filter narrows, PostgreSQL may rightly plan for the values.
@pytest.mark.parametrize("name", [name for name in LISTS if name != "trash"])
async def test_a_page_asked_for_often_is_planned_no_more(
    busy: tuple[Person, str], database_url: str, name: str
) -> None:
    person, project = busy
    db = database.Database(database_url, pool_size=1)
    await db.open()
    state = person.client._transport.app.state  # type: ignore[attr-defined]
    plain, state.database = state.database, db
    try:
        for _ in range(8):  # five times PostgreSQL plans for the values, to compare what it would do without them
            assert (await person.client.get(LISTS[name].format(project=project))).status_code == 200
        kept = await db.fetch(
            "select generic_plans from pg_prepared_statements where statement like '%with mine as materialized%page.%'"
            " and statement not like '%pg_prepared_statements%'"
        )
    finally:
        state.database = plain
        await db.close()
    assert [row["generic_plans"] for row in kept] == [3]


@pytest.mark.parametrize("path", ["/api/tasks?limit=37", "/api/views/inbox?limit=37", "/api/trash?limit=37"])
async def test_how_long_a_page_is_stands_in_the_statement(
    owner: Person, asked: list[tuple[str, tuple[Any, ...]]], path: str
) -> None:
    """Among very many tasks PostgreSQL would not keep a plan for pages of a length that it does not know."""
    assert (await owner.client.get(path)).status_code == 200
    [(query, values)] = [(query, values) for query, values in asked if " limit " in query and "deleted_at" in query]
    assert "limit 38" in query
    assert 38 not in values
