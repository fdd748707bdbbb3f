"""iCalendar: to-dos of other programs, our own files there and back, and the lines that both are made of."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import Person, assert_problem
from todo.transfer.calendar_lines import LineError, escaped, plain_text, plain_texts, read_lines, written_lines
from transferring import tasks_of

NEXTCLOUD = """\
BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Garden
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
SUMMARY:not a to-do
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
SUMMARY:Birthday
END:VEVENT
BEGIN:VTODO
UID:below
RELATED-TO:above
SUMMARY:Buy a very long
  spade
CATEGORIES:shop,tools\\, big
CATEGORIES:soon
PRIORITY:1
DUE;TZID=Europe/Berlin:20310715T090000
END:VTODO
BEGIN:VTODO
UID:above
SUMMARY:Dig\\, deep\\; now
DESCRIPTION:one\\ntwo
PRIORITY:5
DUE;VALUE=DATE:20310714
STATUS:COMPLETED
COMPLETED:20310101T120000Z
BEGIN:VALARM
SUMMARY:Ring
END:VALARM
END:VTODO
BEGIN:VTODO
SUMMARY:Water
DTSTART:20310106T073000
DUE:20310106T080000
RRULE:FREQ=WEEKLY;BYDAY=MO
PRIORITY:9
END:VTODO
BEGIN:VTODO
UID:above
RECURRENCE-ID:20310106T080000
SUMMARY:Water later
END:VTODO
END:VCALENDAR
"""


async def imported(person: Person, text: str, **query: Any) -> httpx.Response:
    return await person.client.post("/api/import", content=text.encode(), params=query)


def todo(*lines: str) -> str:
    inner = "\n".join(("BEGIN:VTODO", "SUMMARY:Dig", *lines, "END:VTODO"))
    return f"BEGIN:VCALENDAR\n{inner}\nEND:VCALENDAR\n"


class TestToDos:
    async def test_every_property_is_understood(self, owner: Person) -> None:
        response = await imported(owner, NEXTCLOUD.replace("\n", "\r\n"))
        assert response.status_code == 200, response.text
        assert [(one["code"], one["line"]) for one in response.json()["warnings"]] == [("row-left", 43)]
        tasks = await tasks_of(owner)
        assert tasks.keys() == {"Buy a very long spade", "Dig, deep; now", "Water"}
        spade, dig, water = tasks["Buy a very long spade"], tasks["Dig, deep; now"], tasks["Water"]
        assert (spade["parent"], spade["project"], spade["priority"]) == ("Dig, deep; now", "Garden", 1)
        assert sorted(spade["labels"]) == ["shop", "soon", "tools, big"]
        assert (spade["due_at"], spade["time_zone"]) == ("2031-07-15T07:00:00Z", "Europe/Berlin")
        assert (dig["notes"], dig["priority"], dig["due_date"]) == ("one\ntwo", 2, "2031-07-14")
        assert dig["completed_at"] == "2031-01-01T12:00:00Z"
        assert (water["due_at"], water["priority"]) == ("2031-01-06T07:00:00Z", 3)
        assert water["recurrence"]["rule"] == "FREQ=WEEKLY;BYDAY=MO"

    async def test_a_rehearsal_names_the_lines(self, owner: Person) -> None:
        body = (await imported(owner, NEXTCLOUD, dry_run=True)).json()
        assert (body["format"], [task["line"] for task in body["tasks"]]) == ("ics", [14, 24, 36])

    async def test_without_a_name_they_come_to_the_project_of_the_file(self, owner: Person) -> None:
        await imported(owner, todo(), name="Errands.ics")
        assert (await tasks_of(owner))["Dig"]["project"] == "Errands"

    @pytest.mark.parametrize(
        ("line", "notes"),
        [
            ("DUE:soon", "Date: soon"),
            ("DUE:20319999", "Date: 20319999"),
            ("RRULE:FREQ=NEVER", "Recurrence: FREQ=NEVER"),
        ],
    )
    async def test_what_is_not_understood_stays_in_the_notes(self, owner: Person, line: str, notes: str) -> None:
        response = await imported(owner, todo(line))
        assert [one["code"] for one in response.json()["warnings"]] == ["date-unread"]
        assert (await tasks_of(owner))["Dig"]["notes"] == notes

    @pytest.mark.parametrize(
        ("line", "field", "value"),
        [
            ("PRIORITY:0", "priority", 4),
            ("PRIORITY:4", "priority", 1),
            ("PRIORITY:6", "priority", 3),
            ("PRIORITY:high", "priority", 4),
            ("DUE;TZID=Nowhere:20310115T090000", "due_at", "2031-01-15T08:00:00Z"),
            ("RELATED-TO;RELTYPE=CHILD:x", "parent_id", None),
        ],
    )
    async def test_one_property(self, owner: Person, line: str, field: str, value: object) -> None:
        assert (await imported(owner, todo(line))).status_code == 200
        assert (await tasks_of(owner))["Dig"][field] == value

    async def test_what_is_cancelled_is_over(self, owner: Person) -> None:
        await imported(owner, todo("STATUS:CANCELLED"))
        assert (await tasks_of(owner))["Dig"]["completed_at"] is not None

    async def test_a_rule_without_a_date_begins_now(self, owner: Person) -> None:
        await imported(owner, todo("RRULE:FREQ=DAILY"))
        task = (await tasks_of(owner))["Dig"]
        assert task["due_date"] == task["recurrence"]["start"]

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("BEGIN:VCALENDAR\nEND:VCALENDAR", None),
            ("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x", None),
            ("BEGIN:VCALENDAR\nEND:VTODO\n", "line 2"),
            ("BEGIN:VCALENDAR\n???\n", "line 2"),
            (todo("SUMMARY:"), "line 2"),
            (todo("SUMMARY:" + "x" * 501), "line 2"),
        ],
    )
    async def test_the_line_that_is_wrong_is_named(self, owner: Person, text: str, place: str | None) -> None:
        problem = assert_problem(await imported(owner, text), 422, "unreadable-file")
        assert problem["errors"][0]["location"] == ["body", *([place] if place else [])]
        assert await owner.titles() == []

    async def test_too_many(self, owner: Person) -> None:
        inner = "BEGIN:VTODO\nSUMMARY:x\nEND:VTODO\n" * 10_001
        assert_problem(await imported(owner, f"BEGIN:VCALENDAR\n{inner}END:VCALENDAR\n"), 422, "unreadable-file")


class TestOurOwn:
    async def test_the_same_comes_out_again(self, owner: Person, stranger: Person) -> None:
        home = await owner.project("Home, sweet")
        label = (await owner.client.post("/api/labels", json={"name": "a, b"})).json()
        top = await owner.add(
            "Dig ü" * 20, project_id=home["id"], notes="a;b\n\\c", label_ids=[label["id"]], priority=2
        )
        below = await owner.add("Below", parent_id=top["id"], due_date="2031-02-03")
        moment = {"due_at": "2031-01-31T09:00:00+01:00", "time_zone": "Europe/Berlin"}
        await owner.add("Rent", **moment, recurrence={"rule": "FREQ=MONTHLY"}, priority=1)
        await owner.add("Call", **moment)
        await owner.client.post(f"/api/tasks/{below['id']}/complete")
        response = await owner.client.get("/api/export", params={"format": "ics"})
        assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert (await imported(stranger, response.text, name="todo.ics")).json()["warnings"] == []
        fields = ("title", "project", "parent", "notes", "labels", "priority", "due_date", "due_at")
        once, again = await tasks_of(owner), await tasks_of(stranger)
        assert {t: [task[name] for name in fields] for t, task in once.items()} == {
            t: [task[name] for name in fields] for t, task in again.items()
        }
        # iCalendar counts in whole seconds.
        assert again["Below"]["completed_at"][:19] == once["Below"]["completed_at"][:19]
        assert again["Rent"]["recurrence"] == once["Rent"]["recurrence"]

    async def test_lines_are_as_the_standard_has_them(self, owner: Person) -> None:
        await owner.add("Schön " * 40, notes="x\r\ny")
        content = (await owner.client.get("/api/export", params={"format": "ics"})).content
        lines = content.split(b"\r\n")
        assert lines[0] == b"BEGIN:VCALENDAR"
        assert lines[-2:] == [b"END:VCALENDAR", b""]
        assert max(map(len, lines)) <= 75
        assert all(line.decode() for line in lines[:-1])


class TestLines:
    def test_parameters_may_stand_in_quotes(self) -> None:
        [line] = read_lines('attendee;CN="A: B; C";x=y:mailto:a@example.com')
        assert (line.name, line.parameters, line.value) == (
            "ATTENDEE",
            {"CN": "A: B; C", "X": "y"},
            "mailto:a@example.com",
        )

    @pytest.mark.parametrize("text", ["SUMMARY", ":x", 'A;B="x:y', "A;:x"])
    def test_what_is_no_line(self, text: str) -> None:
        with pytest.raises(LineError) as refused:
            list(read_lines("OK:x\n" + text))
        assert refused.value.number == 2

    @given(st.text(st.characters(codec="utf-8", min_codepoint=32)))
    def test_any_text_comes_back_from_a_folded_line(self, text: str) -> None:
        content = written_lines([f"SUMMARY:{escaped(text)}"])
        assert max(len(line) for line in content.split(b"\r\n")) <= 75
        [line] = read_lines(content.decode())
        assert plain_text(line.value) == text

    @given(st.lists(st.text("ab,;\\ \n", min_size=1).filter(lambda text: text.strip() == text)))
    def test_any_list_comes_back(self, texts: list[str]) -> None:
        assert plain_texts(",".join(escaped(text) for text in texts)) == texts
