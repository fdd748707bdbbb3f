"""CSV: what Todoist's template holds, tables of other programs, and our own files there and back."""

import csv
import io
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Person, assert_problem
from todo.transfer.csv_format import COLUMNS, mentions, neutral, plain
from transferring import tasks_of

TEMPLATE = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG\n"  # noqa: E501
TODOIST = (
    "\ufeff"
    + TEMPLATE
    + """\
meta,view_style=list,,,,,,,,,,,,
task,Ring the bank @phone @work_stuff,About the **card**,1,1,Ada (1),,2031-11-27,en,,,,,
note,Number: 555,,,,,,,,,,,,
,,,,,,,,,,,,,
section,Garden,,,,,,,,,,,,
task,Plant,,4,1,,,jeden Montag um 9 Uhr,de,Europe/Berlin,90,minute,2031-12-01,en
task,"Dig a ""deep"" hole,
and fill it",,2,2,,Eve (2),2031-11-27 14:30,en,America/New_York,1,day,,
task,Water,,,3,,,once the moon is blue,en,,,,,
"""
)


async def imported(person: Person, text: str | bytes, **query: Any) -> httpx.Response:
    content = text.encode() if isinstance(text, str) else text
    return await person.client.post("/api/import", content=content, params=query)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


class TestTodoist:
    async def test_every_column_is_understood(self, owner: Person) -> None:
        response = await imported(owner, TODOIST, name="Work [2203306141].csv")
        assert response.status_code == 200, response.text
        tasks = await tasks_of(owner)
        bank, plant = tasks["Ring the bank"], tasks["Plant"]
        assert (bank["project"], bank["section"], bank["priority"]) == ("Work", None, 1)
        assert (bank["labels"], bank["due_date"]) == (["phone", "work_stuff"], "2031-11-27")
        assert bank["notes"] == "About the **card**\n\nNumber: 555"
        assert (plant["section"], plant["duration_minutes"], plant["deadline"]) == ("Garden", 90, "2031-12-01")
        assert plant["recurrence"]["rule"] == "FREQ=WEEKLY;BYDAY=MO"
        assert plant["due_at"].endswith("T08:00:00Z") or plant["due_at"].endswith("T07:00:00Z")

    @pytest.mark.parametrize("week_start", ["monday", "saturday"])
    async def test_dates_in_words_are_those_of_quick_add(self, owner: Person, week_start: str) -> None:
        await owner.client.patch("/api/auth/me", json={"week_start": week_start})
        said = await owner.client.post("/api/quick-add/preview", json={"text": "Plan next week"})
        body = (await imported(owner, "Title,Due\nPlan,next week\n", dry_run=True)).json()
        assert body["tasks"][0]["due_date"] == said.json()["due_date"] is not None

    async def test_tasks_stand_below_others_as_they_are_indented(self, owner: Person) -> None:
        await imported(owner, TODOIST)
        tasks = await tasks_of(owner)
        hole = tasks['Dig a "deep" hole, and fill it']
        assert (hole["parent"], tasks["Water"]["parent"]) == ("Plant", hole["title"])
        assert (hole["due_at"], hole["time_zone"]) == ("2031-11-27T19:30:00Z", "America/New_York")
        assert hole["duration_minutes"] == 1440
        assert tasks["Water"]["section"] == "Garden"

    async def test_what_is_not_understood_is_said_with_its_line_and_kept_in_the_notes(self, owner: Person) -> None:
        body = (await imported(owner, TODOIST, dry_run=True)).json()
        assert [(one["code"], one["line"], one["subject"]) for one in body["warnings"]] == [
            ("column-left", 8, 'Dig a "deep" hole, and fill it'),
            ("date-unread", 10, "Water"),
        ]
        assert [task["line"] for task in body["tasks"]] == [3, 7, 8, 10]
        assert body["tasks"][1]["recurrence"] == "every Mon"
        assert body["counts"]["tasks"] == 4
        await imported(owner, TODOIST)
        assert (await tasks_of(owner))["Water"]["notes"] == "Date: once the moon is blue"

    async def test_without_a_name_tasks_come_to_the_inbox(self, owner: Person) -> None:
        await imported(owner, TEMPLATE + "task,Alone\n")
        task = (await tasks_of(owner))["Alone"]
        assert (task["project_id"], task["priority"]) == (owner.user["inbox_project_id"], 4)

    async def test_a_project_of_that_name_is_used(self, owner: Person) -> None:
        project = await owner.project("Work")
        await imported(owner, TODOIST, name="work.csv")
        assert (await tasks_of(owner))["Plant"]["project_id"] == project["id"]

    async def test_undo_leaves_what_was_there(self, owner: Person) -> None:
        project = await owner.project("Work")
        await owner.add("Old", project_id=project["id"])
        response = await imported(owner, TODOIST, name="work.csv")
        assert (await owner.undo(response)).status_code == 200
        assert (await tasks_of(owner)).keys() == {"Old"}
        assert (await owner.client.get("/api/labels")).json()["items"] == []


class TestOtherTables:
    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    async def test_a_title_a_row_is_enough(self, owner: Person, separator: str) -> None:
        rows = [["Title", "Due date", "Tags", "Done"], ["Rent", "2031-01-01", "home", ""], ["Old", "", "", "yes"]]
        text = "\n".join(separator.join(row) for row in rows)
        assert (await imported(owner, text)).status_code == 200
        tasks = await tasks_of(owner)
        assert (tasks["Rent"]["due_date"], tasks["Rent"]["labels"]) == ("2031-01-01", ["home"])
        assert (tasks["Rent"]["completed_at"], tasks["Old"]["completed_at"] is not None) == (None, True)

    async def test_utf16_of_a_spreadsheet(self, owner: Person) -> None:
        assert (await imported(owner, "Title\nKäse für später\n".encode("utf-16"))).status_code == 200
        assert "Käse für später" in await tasks_of(owner)

    async def test_short_rows_lack_only_their_last_columns(self, owner: Person) -> None:
        assert (await imported(owner, "notes,title,priority\n,Short\n")).status_code == 200
        assert (await tasks_of(owner))["Short"]["priority"] == 4


class TestBadFiles:
    """Nothing is written, and the answer says which line to correct."""

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("", ""),
            ("   \n ", ""),
            ("a,b\n1,2\n", "line 1"),
            ("Title,Priority\nFine,1\nWrong,high\n", "line 3"),
            ("Title,Priority\nFine,1\nWrong,7\n", "line 3"),
            ("Title,Indent\nWrong,0\n", "line 2"),
            ("Title,Notes\n,only notes\n", "line 2"),
            ("Title\n" + "x" * 501 + "\n", "line 2"),
            ("Title,Duration,Duration_unit\nWrong,5,fortnight\n", "line 2"),
            ("Title,Rule\nWrong,FREQ=SOMETIMES\n", "line 2"),
            ("Title,Due\nWrong,8500-01-01\nAlso,9999-12-31\n", "line 3"),
            ("Type,Content\nproject,Wrong\n", "line 2"),
            ("Title\nfine\n\x00\n", "line 3"),
            ('Title\n"' + "x" * 140_000, "line 2"),
            (b"Title\nfine\n\xff\xfe\xfa\n", "line 3"),
        ],
    )
    async def test_the_line_is_named(self, owner: Person, text: str | bytes, place: str) -> None:
        problem = assert_problem(await imported(owner, text), 422, "unreadable-file")
        assert problem["errors"][0]["location"] == ["body", *([place] if place else [])]
        assert problem["detail"].startswith("Nothing was imported.")
        assert await owner.titles() == []

    async def test_many_errors_are_told_at_once_but_not_all(self, owner: Person) -> None:
        text = "Title,Priority\n" + "Wrong,9\n" * 1000
        problem = assert_problem(await imported(owner, text), 422, "unreadable-file")
        assert len(problem["errors"]) == 20

    async def test_too_many_rows(self, owner: Person) -> None:
        text = "Title\n" + "Again\n" * 100_000
        problem = assert_problem(await imported(owner, text, dry_run=True), 422, "unreadable-file")
        assert problem["errors"][0]["location"] == ["body", "line 10002"]

    async def test_deep_indents_end_at_the_last_level(self, owner: Person) -> None:
        rows = "".join(f"Level {level},{level}\n" for level in range(1, 40))
        response = await imported(owner, "Title,Indent\n" + rows)
        assert response.status_code == 200
        assert {warning["code"] for warning in response.json()["warnings"]} == {"too-deep"}
        tasks = await tasks_of(owner)
        assert tasks["Level 8"]["parent"] == tasks["Level 39"]["parent"] == "Level 7"


class TestOurOwn:
    async def test_the_same_comes_out_again(self, owner: Person, stranger: Person) -> None:
        home = await owner.project("Home")
        section = await owner.client.post(f"/api/projects/{home['id']}/sections", json={"name": "-Soon"})
        label = (await owner.client.post("/api/labels", json={"name": "two words"})).json()
        top = await owner.add("=SUM(A1)", section_id=section.json()["id"], label_ids=[label["id"]], notes="a\nb")
        await owner.add("@home, early", parent_id=top["id"], due_date="2031-02-03", deadline="2031-02-05", priority=2)
        moment = {"due_at": "2031-01-31T09:00:00+01:00", "time_zone": "Europe/Berlin"}
        await owner.add("Rent", **moment, recurrence={"rule": "FREQ=MONTHLY", "anchor": "completion"})
        done = await owner.add("Done", project_id=home["id"], duration_minutes=45)
        await owner.client.post(f"/api/tasks/{done['id']}/complete")
        text = (await owner.client.get("/api/export", params={"format": "csv"})).text
        response = await imported(stranger, text, name="todo-2031-01-01.csv")
        assert (response.status_code, response.json()["warnings"]) == (200, [])
        assert (await stranger.client.get("/api/export", params={"format": "csv"})).text == text

    async def test_it_has_the_columns_that_todoist_reads(self, owner: Person) -> None:
        label = (await owner.client.post("/api/labels", json={"name": "two words"})).json()
        await owner.add("Rent", due_date="2031-01-31", recurrence={"rule": "FREQ=MONTHLY"}, label_ids=[label["id"]])
        response = await owner.client.get("/api/export", params={"format": "csv"})
        assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert response.text.startswith("\ufeff" + TEMPLATE.strip())
        [row] = table(response.text)
        assert (row["TYPE"], row["CONTENT"], row["INDENT"]) == ("task", "Rent @two_words", "1")
        assert (row["DATE"].lower(), row["DATE_LANG"]) == ("every month starting 2031-01-31", "en")

    async def test_one_project_alone(self, owner: Person, stranger: Person) -> None:
        home = await owner.project("Home")
        await owner.add("In it", project_id=home["id"])
        await owner.add("Elsewhere")
        query = {"format": "csv", "project_id": home["id"]}
        response = await owner.client.get("/api/export", params=query)
        assert [row["CONTENT"] for row in table(response.text)] == ["In it"]
        assert_problem(await stranger.client.get("/api/export", params=query), 404, "not-found")

    async def test_no_cell_is_a_formula(self, owner: Person) -> None:
        for title in ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "'=1"):
            await owner.add(title, notes=title)
        text = (await owner.client.get("/api/export", params={"format": "csv"})).text
        cells = [cell for row in table(text) for cell in row.values()]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t")]


@given(st.text())
def test_a_neutral_cell_comes_back_and_is_no_formula(text: str) -> None:
    assert plain(neutral(text)) == text
    assert neutral(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_mentions_are_words() -> None:
    assert mentions(["errand", "two  words"]) == " @errand @two_words"
    assert mentions([]) == ""
    assert len(COLUMNS) == len(set(COLUMNS))
