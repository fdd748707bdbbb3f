"""Files that nobody's program wrote: circles, depths, loose ends, sizes, and whatever JSON there may be."""

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import Person, assert_problem, client_of, make_settings, running, sign_up
from todo.boundary import new_id
from todo.main import create_app
from transferring import account, exported, imported


def task(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "project_id": "p", "title": name, **fields}


def codes(response: httpx.Response) -> list[str]:
    assert response.status_code == 200, response.text
    return [warning["code"] for warning in response.json()["warnings"]]


async def parents(person: Person) -> dict[str, str | None]:
    found = (await exported(person))["tasks"]
    titles = {one["id"]: one["title"] for one in found}
    return {one["title"]: titles.get(one["parent_id"]) for one in found}


class TestLooseEnds:
    async def test_a_circle_of_tasks_is_opened(self, owner: Person) -> None:
        tasks = [task("a", parent_id="c"), task("b", parent_id="a"), task("c", parent_id="b")]
        assert codes(await imported(owner, account(tasks=tasks))) == ["circle"]
        assert sorted((await parents(owner)).items(), key=str) == [("a", "c"), ("b", None), ("c", "b")]

    async def test_a_task_below_itself(self, owner: Person) -> None:
        assert codes(await imported(owner, account(tasks=[task("a", parent_id="a")]))) == ["circle"]
        assert await parents(owner) == {"a": None}

    async def test_a_chain_of_thousands_ends_at_the_last_level(self, owner: Person) -> None:
        chain = [task("t0")] + [task(f"t{number}", parent_id=f"t{number - 1}") for number in range(1, 3000)]
        chain.reverse()
        assert set(codes(await imported(owner, account(tasks=chain)))) == {"too-deep"}
        found = await parents(owner)
        assert (found["t7"], found["t2999"]) == ("t6", "t6")

    async def test_a_circle_and_a_chain_of_projects(self, owner: Person) -> None:
        projects = [{"id": str(n), "name": f"P{n}", "parent_id": str(n - 1)} for n in range(1, 12)]
        projects += [{"id": "0", "name": "P0", "parent_id": "11"}]
        response = await imported(owner, account(projects=projects, tasks=[task("t", project_id="5")]))
        assert set(codes(response)) == {"circle", "too-deep"}
        assert len((await owner.client.get("/api/projects")).json()["items"]) == 13

    async def test_what_is_below_or_in_something_else_than_it_can_be(self, owner: Person) -> None:
        document = account(
            projects=[{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
            sections=[{"id": "s", "project_id": "q", "name": "S"}],
            tasks=[
                task("gone", deleted_at="2026-01-01T00:00:00Z"),
                task("elsewhere", project_id="q"),
                task("a", parent_id="nothing"),
                task("b", parent_id="elsewhere"),
                task("c", parent_id="gone"),
                task("d", section_id="s"),
                task("e", label_ids=["nothing"]),
            ],
        )
        response = await imported(owner, document)
        assert {one["subject"]: one["code"] for one in response.json()["warnings"]} == {
            "a": "parent-unknown",
            "b": "parent-elsewhere",
            "c": "parent-elsewhere",
            "d": "section-elsewhere",
            "e": "label-unknown",
        }
        assert set((await parents(owner)).values()) == {None}

    async def test_a_task_below_another_is_in_its_section(self, owner: Person) -> None:
        sections = [{"id": "s", "project_id": "p", "name": "S"}]
        tasks = [task("below", parent_id="top"), task("top", section_id="s")]
        assert codes(await imported(owner, account(sections=sections, tasks=tasks))) == []
        assert len({one["section_id"] for one in (await exported(owner))["tasks"]} - {None}) == 1

    async def test_projects_below_the_inbox_or_the_archive_are_at_the_top(self, owner: Person) -> None:
        projects = [
            {"id": "i", "name": "Inbox", "is_inbox": True, "parent_id": "a"},
            {"id": "a", "name": "Old", "archived_at": "2026-01-01T00:00:00Z"},
            {"id": "b", "name": "Below the Inbox", "parent_id": "i"},
            {"id": "c", "name": "Below the archive", "parent_id": "a"},
        ]
        assert codes(await imported(owner, account(projects=projects))) == ["parent-elsewhere"] * 3
        shown = (await owner.client.get("/api/projects")).json()["items"]
        assert [project["parent_id"] for project in shown] == [None, None, None]

    async def test_filters_that_cannot_be_read_or_have_no_room(self, owner: Person) -> None:
        await owner.client.post("/api/filters", json={"name": "Mine", "query": "today"})
        filters = [{"name": f"F{number}", "query": "today"} for number in range(99)]
        filters = [
            {"name": "Bad", "query": "(((today"},
            *filters,
        ]
        filters[50]["name"] = "The fiftieth"
        response = await imported(owner, account(filters=filters))
        assert codes(response) == ["filter-unread"]
        more = await imported(owner, account(filters=[{"name": "One more", "query": "today"}]))
        assert codes(more) == ["too-many-filters"]
        assert len((await owner.client.get("/api/filters")).json()["items"]) == 100


class TestRefused:
    @pytest.mark.parametrize(
        ("document", "place"),
        [
            ({"format": "todo-account", "version": 2}, "version"),
            ({"format": "other", "version": 1}, "format"),
            (account(unknown=[]), "unknown"),
            (account(tasks=[task("a"), task("a")]), "tasks.1.id"),
            (account(tasks=[task("a", project_id="q")]), "tasks.0.project_id"),
            (account(tasks=[task("a", section_id="s")]), "tasks.0.section_id"),
            (account(sections=[{"id": "s", "project_id": "q", "name": "S"}]), "sections.0.project_id"),
            (account(tasks=[task("a", title=" ")]), "tasks.0.title"),
            (account(tasks=[task("a", title="x\x00")]), "tasks.0.title"),
            (account(tasks=[task("a", priority=5)]), "tasks.0.priority"),
            (account(tasks=[task("a", due_at="2031-01-01T00:00:00Z")]), "tasks.0"),
            (account(tasks=[task("a", reminders=[{}])]), "tasks.0.reminders.0"),
        ],
    )
    async def test_the_place_is_named(self, owner: Person, document: dict[str, Any], place: str) -> None:
        problem = assert_problem(await imported(owner, document), 422, "unreadable-file")
        assert problem["errors"][0]["location"] == ["body", place]
        assert await owner.titles() == []

    @pytest.mark.parametrize(
        "changes",
        [
            {"rule": "FREQ=NEVER"},
            {"start": "tomorrow"},
            {"start": "2031-01-01T09:00:00"},
            {"occurrence": "2031-01-01T09:00:00Z"},
            {"start": "9999-12-31"},
            {"time_zone": "Mars/Olympus"},
        ],
    )
    async def test_a_series_that_could_not_go_on(self, owner: Person, changes: dict[str, str]) -> None:
        series = {"rule": "FREQ=DAILY", "start": "2031-01-01", "time_zone": "UTC", "occurrence": "2031-01-01"}
        fine = account(tasks=[task("a", due_date="2031-01-01", recurrence=series)])
        assert (await imported(owner, fine, dry_run=True)).status_code == 200
        broken = account(tasks=[task("a", due_date="2031-01-01", recurrence=series | changes)])
        assert_problem(await imported(owner, broken), 422, "unreadable-file")

    @pytest.mark.parametrize(
        "content", [b"{", b'{"a":' * 5000, b"[" * 100_000, b'{"tasks": "\xff"}', b"BEGIN:VCALENDAR"]
    )
    async def test_broken_text(self, owner: Person, content: bytes) -> None:
        assert_problem(await owner.client.post("/api/import", content=content), 422, "unreadable-file")

    async def test_a_part_that_is_there_already(self, owner: Person) -> None:
        """An import with an earlier one's id and more in it than that had."""
        import_id = str(new_id())
        await imported(owner, account(tasks=[task("a")]), id=import_id)
        more = account(projects=[{"id": name, "name": name} for name in "pq"], tasks=[task("a"), task("b")])
        assert_problem(await imported(owner, more, id=import_id), 409, "id-taken")
        assert await owner.titles() == ["a"]


class TestSizes:
    async def test_more_than_other_requests_may_have_and_less_than_the_limit(self, owner: Person) -> None:
        notes = account(tasks=[task(f"t{number}", notes="x" * 40_000) for number in range(50)])
        assert (await imported(owner, notes, dry_run=True)).status_code == 200
        too_large = await owner.client.post("/api/tasks", json={"title": "x", "notes": "x" * 1_100_000})
        assert "1 MiB" in assert_problem(too_large, 413, "body-too-large")["detail"]

    @pytest.mark.parametrize("announced", [True, False])
    async def test_larger_than_the_setting_allows(self, database_url: str, announced: bool) -> None:
        async def pieces() -> Any:
            for _ in range(40):
                yield b"x" * 1024

        async with running(create_app(make_settings(database_url, import_max_bytes=20 * 1024))) as app:
            person = await sign_up(app)
            async with client_of(app, token=person.token) as client:
                content = b"x" * 40 * 1024 if announced else pieces()
                response = await client.post("/api/import", content=content)
            assert "0.0195 MiB" in assert_problem(response, 413, "body-too-large")["detail"]

    async def test_too_many_tasks_or_reminders(self, owner: Person) -> None:
        many = account(tasks=[task(str(number)) for number in range(10_001)])
        assert_problem(await imported(owner, many), 422, "unreadable-file")
        reminders = [{"minutes_before": number} for number in range(20)]
        ringing = account(tasks=[task(str(number), reminders=reminders) for number in range(501)])
        assert_problem(await imported(owner, ringing), 422, "unreadable-file")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
REFERENCE = st.sampled_from("abc") | st.none()
ROUGH = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdef"), "project_id": st.sampled_from("pq"), "title": st.text(max_size=5)},
    optional={
        "parent_id": REFERENCE,
        "section_id": REFERENCE,
        "due_date": JSON | st.dates().map(str),
        "recurrence": JSON,
        "label_ids": st.lists(REFERENCE, max_size=2),
        "deleted_at": st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"),
    },
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tasks=st.lists(ROUGH | JSON, max_size=5), others=st.dictionaries(st.sampled_from(["labels", "filters"]), JSON))
async def test_whatever_comes_is_taken_or_refused(app: FastAPI, tasks: list[Any], others: dict[str, Any]) -> None:
    person = await sign_up(app)
    document = account(**others, tasks=tasks)
    response = await person.client.post("/api/import", content=json.dumps(document))
    assert response.status_code in (200, 422), response.text
    if response.status_code == 200 and "Change-Group" in response.headers:
        undone = await person.undo(response)
        assert undone.status_code == 200, undone.text
    await person.client.aclose()
