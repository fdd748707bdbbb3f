"""`/api/quick-add`: the grammar meets the person's projects, zone and clock."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from support import Person, assert_problem
from todo.boundary import new_id
from todo.clock import clock_at

# A Wednesday, 23:30 in Berlin: already tomorrow in Tokyo, still the same day in UTC.
NOW = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock_at(NOW):
        yield


class TestAdd:
    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/quick-add", json={"text": "X"}), 401)

    async def test_line_becomes_a_task(self, owner: Person) -> None:
        home = await owner.project("Home")
        body = {"text": "Pay rent tomorrow at 5pm p1 #Home"}
        response = await owner.client.post("/api/quick-add", json=body)
        assert response.status_code == 201
        task = response.json()
        assert (task["title"], task["priority"], task["project_id"]) == ("Pay rent", 1, home["id"])
        assert (task["due_at"], task["time_zone"]) == ("2026-11-26T16:00:00Z", "Europe/Berlin")
        assert (await owner.undo(response)).status_code == 200
        assert await owner.titles() == []

    async def test_days_are_those_of_the_persons_zone(self, owner: Person) -> None:
        await owner.client.patch("/api/auth/me", json={"time_zone": "Asia/Tokyo"})
        task = (await owner.client.post("/api/quick-add", json={"text": "Call today"})).json()
        assert task["due_date"] == "2026-11-26"

    async def test_project_in_hand_is_used_unless_the_line_names_one(self, owner: Person) -> None:
        home, work = await owner.project("Home"), await owner.project("Work")
        for text, project in (("Sweep", home), ("Write #work", work)):
            body = {"text": text, "project_id": home["id"]}
            assert (await owner.client.post("/api/quick-add", json=body)).json()["project_id"] == project["id"]

    @pytest.mark.parametrize(
        ("text", "due_date", "due_at"),
        [
            ("Call Mum", "2026-12-03", None),
            ("Call Mum p1 @phone", "2026-12-03", None),
            ("Call Mum tomorrow", "2026-11-26", None),
            ("Call Mum tomorrow 9am", None, "2026-11-26T08:00:00Z"),
            ("Call Mum every friday", "2026-11-27", None),
            ("Pay {24 dec}", "2026-12-03", None),
            ("Call Mum 3pm", None, "2026-12-03T14:00:00Z"),
            ("Call Mum tonight", "2026-11-25", None),
            ("Call Mum in 2 hours", None, "2026-11-26T00:30:00Z"),
            ("Call Mum no date", None, None),
        ],
    )
    async def test_day_in_hand_is_used_unless_the_line_says_when(
        self, owner: Person, text: str, due_date: str | None, due_at: str | None
    ) -> None:
        body = {"text": text, "due_date": "2026-12-03"}
        task = (await owner.client.post("/api/quick-add", json=body)).json()
        assert (task["due_date"], task["due_at"]) == (due_date, due_at)

    async def test_time_that_has_passed_on_the_day_in_hand_is_the_next_one(self, owner: Person) -> None:
        body = {"text": "Call Mum 3pm", "due_date": "2026-11-25"}
        task = (await owner.client.post("/api/quick-add", json=body)).json()
        assert task["due_at"] == "2026-11-26T14:00:00Z"

    @pytest.mark.parametrize("text", ["Call Mum", "Call Mum 3pm", "Call Mum tomorrow", "Call Mum no date"])
    async def test_preview_has_the_day_in_hand_as_the_task_will(self, owner: Person, text: str) -> None:
        body = {"text": text, "due_date": "2026-12-03"}
        seen = (await owner.client.post("/api/quick-add/preview", json=body)).json()
        task = (await owner.client.post("/api/quick-add", json=body)).json()
        fields = ("title", "due_date", "time_zone")
        assert [seen[field] for field in fields] == [task[field] for field in fields]
        moments = [due["due_at"] and datetime.fromisoformat(due["due_at"]) for due in (seen, task)]
        assert moments[0] == moments[1]

    async def test_day_in_hand_is_used_where_the_one_in_the_line_was_put_back(self, owner: Person) -> None:
        body = {"text": "Read Monday", "due_date": "2026-12-03", "rejected": [{"start": 5, "end": 11}]}
        task = (await owner.client.post("/api/quick-add", json=body)).json()
        assert (task["title"], task["due_date"]) == ("Read Monday", "2026-12-03")

    async def test_other_peoples_project_names_mean_nothing(self, owner: Person, stranger: Person) -> None:
        await owner.project("Secret")
        task = (await stranger.client.post("/api/quick-add", json={"text": "Look at #Secret"})).json()
        assert (task["title"], task["project_id"]) == ("Look at #Secret", stranger.user["inbox_project_id"])

    async def test_a_project_that_is_only_to_be_read_is_no_target(
        self, owner: Person, stranger: Person, sql: Any
    ) -> None:
        shared = await owner.project("Shared")
        await sql.execute(
            "insert into project_member (project_id, user_id, role) values ($1, $2, 'viewer')",
            shared["id"],
            stranger.user["id"],
        )
        task = (await stranger.client.post("/api/quick-add", json={"text": "Note #Shared"})).json()
        assert task["project_id"] == stranger.user["inbox_project_id"]

    async def test_replay_makes_one_task(self, owner: Person) -> None:
        body = {"text": "Once", "id": str(new_id())}
        statuses = [(await owner.client.post("/api/quick-add", json=body)).status_code for _ in range(2)]
        assert statuses == [201, 200]
        assert await owner.titles() == ["Once"]

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"text": ""},
            {"text": " "},
            {"text": "x" * 501},
            {"text": "\x00"},
            {"text": "X", "project_id": "x"},
            {"text": "X", "due_date": "soon"},
            {"text": "X", "due_date": "9500-01-01"},
        ],
    )
    async def test_bad_input_is_refused_and_nothing_made(self, owner: Person, body: dict[str, str]) -> None:
        assert_problem(await owner.client.post("/api/quick-add", json=body), 422, "invalid-input")
        assert await owner.titles() == []


class TestPlaceInHand:
    """A section, or a task above."""

    async def add(self, person: Person, text: str = "Buy milk tomorrow", **place: Any) -> httpx.Response:
        return await person.client.post("/api/quick-add", json={"text": text, **place})

    async def test_section(self, owner: Person) -> None:
        home = await owner.project("Home")
        later = (await owner.client.post(f"/api/projects/{home['id']}/sections", json={"name": "Later"})).json()
        response = await self.add(owner, "Buy milk tomorrow @shop", section_id=later["id"], project_id=home["id"])
        task = response.json()
        assert (task["title"], task["due_date"]) == ("Buy milk", "2026-11-26")
        assert (task["project_id"], task["section_id"]) == (home["id"], later["id"])
        assert await label_names(owner, task) == ["shop"]
        assert (await owner.undo(response)).status_code == 200
        assert await all_labels(owner) == []

    async def test_task_above(self, owner: Person) -> None:
        parent = await owner.add("Party")
        task = (await self.add(owner, parent_id=parent["id"])).json()
        assert (task["title"], task["parent_id"], task["project_id"]) == (
            "Buy milk",
            parent["id"],
            parent["project_id"],
        )

    async def test_task_above_that_went_to_another_project_takes_it_along(self, owner: Person) -> None:
        home, parent = await owner.project("Home"), await owner.add("Party")
        inbox = parent["project_id"]
        await owner.client.patch(f"/api/tasks/{parent['id']}", json={"project_id": home["id"]})
        task = (await self.add(owner, parent_id=parent["id"], project_id=inbox)).json()
        assert (task["parent_id"], task["project_id"]) == (parent["id"], home["id"])

    async def test_project_that_the_line_names_is_meant(self, owner: Person) -> None:
        work, parent = await owner.project("Work"), await owner.add("Party")
        task = (await self.add(owner, "Write #Work", parent_id=parent["id"])).json()
        assert (task["title"], task["parent_id"], task["project_id"]) == ("Write", None, work["id"])

    async def test_replay_makes_one_task(self, owner: Person) -> None:
        parent, task_id = await owner.add("Party"), str(new_id())
        made, again = [await self.add(owner, parent_id=parent["id"], id=task_id) for _ in range(2)]
        assert (made.status_code, again.status_code) == (201, 200)
        assert made.json()["id"] == again.json()["id"] == task_id
        assert await owner.titles() == ["Buy milk", "Party"]

    async def test_stranger(self, owner: Person, stranger: Person) -> None:
        theirs = await stranger.project("Theirs")
        section = (await stranger.client.post(f"/api/projects/{theirs['id']}/sections", json={"name": "X"})).json()
        for place in ({"parent_id": (await stranger.add())["id"]}, {"section_id": section["id"]}):
            assert_problem(await self.add(owner, **place), 404, "not-found")
        assert await owner.titles() == []

    @pytest.mark.parametrize("place", [{"parent_id": "here"}, {"section_id": 4}, {"below": None}])
    async def test_bad_input(self, owner: Person, place: dict[str, Any]) -> None:
        assert_problem(await self.add(owner, **place), 422)


class TestEverythingThatIsSaid:
    async def test_is_kept(self, owner: Person) -> None:
        home = await owner.project("Home")
        section = (await owner.client.post(f"/api/projects/{home['id']}/sections", json={"name": "Fitness"})).json()
        text = "Gym every tue and thu at 7am for 45min @health @Body {dec 24} p2 #Home /Fitness // bring shoes"
        response = await owner.client.post("/api/quick-add", json={"text": text})
        assert response.status_code == 201, response.text
        task = response.json()
        assert (task["title"], task["notes"], task["priority"]) == ("Gym", "bring shoes", 2)
        assert (task["due_at"], task["duration_minutes"]) == ("2026-11-26T06:00:00Z", 45)
        assert (task["recurrence"]["rule"], task["recurrence"]["anchor"]) == ("FREQ=WEEKLY;BYDAY=TU,TH", "due")
        assert (task["deadline"], task["project_id"], task["section_id"]) == ("2026-12-24", home["id"], section["id"])
        assert await label_names(owner, task) == ["health", "Body"]

    async def test_new_labels_are_undone_with_the_task(self, owner: Person) -> None:
        response = await owner.client.post("/api/quick-add", json={"text": "Gym @health"})
        assert (await owner.undo(response)).status_code == 200
        assert (await owner.titles(), await all_labels(owner)) == ([], [])

    async def test_labels_that_are_there_are_used_whatever_their_case_and_accents(self, owner: Person) -> None:
        await owner.client.post("/api/labels", json={"name": "Café"})
        for text in ("Tea @cafe", "Cake @CAFÉ @Cafe", "Pie @new @New"):
            assert (await owner.client.post("/api/quick-add", json={"text": text})).status_code == 201
        assert await all_labels(owner) == ["Café", "new"]

    async def test_known_names_may_have_blanks_and_another_case(self, owner: Person) -> None:
        label = (await owner.client.post("/api/labels", json={"name": "to buy"})).json()
        body = {"text": "Milk @To Buy tomorrow"}
        preview = (await owner.client.post("/api/quick-add/preview", json=body)).json()
        assert preview["labels"] == [{"id": label["id"], "name": "to buy"}]
        task = (await owner.client.post("/api/quick-add", json=body)).json()
        assert (task["title"], task["label_ids"], task["due_date"]) == ("Milk", [label["id"]], "2026-11-26")

    async def test_new_labels_of_many_lines_at_once_are_made_once(self, owner: Person) -> None:
        calls = (owner.client.post("/api/quick-add", json={"text": f"Task {n} @rush"}) for n in range(8))
        assert {response.status_code for response in await asyncio.gather(*calls)} == {201}
        assert await all_labels(owner) == ["rush"]

    async def test_labels_and_sections_of_others_mean_nothing(self, owner: Person, stranger: Person) -> None:
        project = await owner.project("Secret")
        await owner.client.post(f"/api/projects/{project['id']}/sections", json={"name": "Vault"})
        await owner.client.post("/api/labels", json={"name": "mine"})
        task = (await stranger.client.post("/api/quick-add", json={"text": "Open /Vault @mine"})).json()
        assert (task["title"], task["section_id"]) == ("Open /Vault", None)
        assert await label_names(stranger, task) == ["mine"], "a label of their own is made"
        assert (await owner.client.get("/api/labels")).json()["items"][0]["id"] not in task["label_ids"]

    async def test_of_two_sections_with_one_name_the_one_at_hand_is_meant(self, owner: Person) -> None:
        for name in ("Home", "Work"):
            project = await owner.project(name)
            path = f"/api/projects/{project['id']}/sections"
            section = (await owner.client.post(path, json={"name": "Next"})).json()
        body = {"text": "Write /Next", "project_id": project["id"]}
        assert (await owner.client.post("/api/quick-add", json=body)).json()["section_id"] == section["id"]
        assert (await owner.client.post("/api/quick-add/preview", json=body)).json()["section_id"] == section["id"]

    async def test_archived_projects_are_no_target(self, owner: Person) -> None:
        old = await owner.project("Old")
        await owner.client.post(f"/api/projects/{old['id']}/archive")
        task = (await owner.client.post("/api/quick-add", json={"text": "Note #Old"})).json()
        assert (task["title"], task["project_id"]) == ("Note #Old", owner.user["inbox_project_id"])

    async def test_completing_what_recurs_goes_on_as_the_line_said(self, owner: Person) -> None:
        task = (await owner.client.post("/api/quick-add", json={"text": "Water plants every 3 days"})).json()
        assert task["due_date"] == "2026-11-25"
        done = await owner.client.post(f"/api/tasks/{task['id']}/complete")
        assert (done.json()["due_date"], done.json()["title"]) == ("2026-11-28", "Water plants")

    async def test_two_statements_without_labels(self, owner: Person, statements: Any) -> None:
        await owner.titles()
        with statements() as seen:
            await owner.client.post("/api/quick-add", json={"text": "Pay rent every month p1"})
        assert len(seen) == 3, f"the session, the names and the task: {seen}"


async def all_labels(person: Person) -> list[str]:
    return [label["name"] for label in (await person.client.get("/api/labels")).json()["items"]]


async def label_names(person: Person, task: dict[str, Any]) -> list[str]:
    labels = {label["id"]: label["name"] for label in (await person.client.get("/api/labels")).json()["items"]}
    return [labels[label_id] for label_id in task["label_ids"]]


class TestPreview:
    async def test_names_every_kind_of_span(self, owner: Person) -> None:
        home = await owner.project("Home")
        await owner.client.post(f"/api/projects/{home['id']}/sections", json={"name": "Fitness"})
        await owner.client.post("/api/labels", json={"name": "health"})
        text = "Gym every tue at 7am for 45min @health @new {dec 24} p2 #Home /Fitness // shoes"
        preview = (await owner.client.post("/api/quick-add/preview", json={"text": text})).json()
        kinds = [span["kind"] for span in preview["spans"]]
        in_order = "recurrence time duration label label deadline priority project section notes"
        assert " ".join(kinds) == in_order
        assert preview["recurrence"]["rule"] == "FREQ=WEEKLY;BYDAY=TU"
        assert [(label["name"], label["id"] is None) for label in preview["labels"]] == [
            ("health", False),
            ("new", True),
        ]
        assert (preview["duration_minutes"], preview["deadline"], preview["notes"]) == (45, "2026-12-24", "shoes")
        assert await all_labels(owner) == ["health"], "a preview makes nothing"

    async def test_anonymous(self, anonymous: httpx.AsyncClient) -> None:
        assert_problem(await anonymous.post("/api/quick-add/preview", json={"text": "X"}), 401)

    async def test_spans_count_as_browsers_do_and_nothing_is_made(self, owner: Person) -> None:
        text = "👩‍👩‍👧 Pay rent tomorrow at 5pm p1"
        preview = (await owner.client.post("/api/quick-add/preview", json={"text": text})).json()
        assert preview["title"] == "👩‍👩‍👧 Pay rent"
        assert preview["due_at"] == "2026-11-26T17:00:00+01:00"
        units = text.encode("utf-16-le")
        for span in preview["spans"]:
            assert units[span["start"] * 2 : span["end"] * 2].decode("utf-16-le") == span["text"]
        assert [span["kind"] for span in preview["spans"]] == ["date", "time", "priority"]
        assert await owner.titles() == []

    @pytest.mark.parametrize(
        ("habits", "day"),
        [
            ({}, "2026-11-30"),
            ({"week_start": "sunday"}, "2026-11-29"),
            ({"week_start": "saturday"}, "2026-11-28"),
            ({"date_order": "month_first"}, "2026-11-29"),
            ({"date_order": "month_first", "week_start": "monday"}, "2026-11-30"),
        ],
    )
    async def test_weeks_begin_as_the_person_has_chosen(
        self, owner: Person, stranger: Person, habits: dict[str, str], day: str
    ) -> None:
        await owner.client.patch("/api/auth/me", json=habits)
        asked = {"text": "Plan next week"}
        for person, expected in ((owner, day), (stranger, "2026-11-30")):
            preview = (await person.client.post("/api/quick-add/preview", json=asked)).json()
            assert preview["due_date"] == expected
        await owner.client.post("/api/quick-add", json=asked)
        found = await owner.client.get("/api/tasks", params={"filter": f"due: {day} & due before: end of next week"})
        assert [task["due_date"] for task in found.json()["items"]] == [day]
        held = await owner.client.get("/api/tasks", params={"filter": "due: next week"})
        assert [task["due_date"] for task in held.json()["items"]] == [day]

    async def test_empty_text_means_nothing(self, owner: Person) -> None:
        preview = (await owner.client.post("/api/quick-add/preview", json={"text": ""})).json()
        assert (preview["title"], preview["spans"], preview["priority"]) == ("", [], 4)

    async def test_preview_is_what_add_does(self, owner: Person) -> None:
        for text in ("Call mum friday", "Report p2 in 3 days at 9:30", "Read The 5th Wave", '"buy milk tomorrow"'):
            preview = (await owner.client.post("/api/quick-add/preview", json={"text": text})).json()
            task = (await owner.client.post("/api/quick-add", json={"text": text})).json()
            assert (task["title"], task["priority"], task["due_date"]) == (
                preview["title"],
                preview["priority"],
                preview["due_date"],
            )
            due = preview["due_at"] and datetime.fromisoformat(preview["due_at"])
            assert due == (task["due_at"] and datetime.fromisoformat(task["due_at"]))


class TestRejectedSpans:
    """A person puts back what was understood: it stays in the title and means nothing."""

    TEXT = "🎂 Buy cake tomorrow p1 for ada every friday"

    async def span(self, owner: Person, kind: str) -> dict[str, int]:
        spans = (await owner.client.post("/api/quick-add/preview", json={"text": self.TEXT})).json()["spans"]
        [found] = [span for span in spans if span["kind"] == kind]
        return {"start": found["start"], "end": found["end"]}

    async def test_stays_in_the_title_of_the_task(self, owner: Person) -> None:
        rejected = [await self.span(owner, "priority"), await self.span(owner, "recurrence")]
        body = {"text": self.TEXT, "rejected": rejected}
        task = (await owner.client.post("/api/quick-add", json=body)).json()
        assert task["title"] == "🎂 Buy cake p1 for ada every friday"
        assert (task["priority"], task["recurrence"], task["due_date"]) == (4, None, "2026-11-26")

    async def test_is_previewed_as_it_is_made(self, owner: Person) -> None:
        body = {"text": self.TEXT, "rejected": [await self.span(owner, "priority")]}
        preview = (await owner.client.post("/api/quick-add/preview", json=body)).json()
        assert preview["title"] == "🎂 Buy cake p1 for ada"
        assert "priority" not in [span["kind"] for span in preview["spans"]]

    async def test_all_of_them_leave_the_text(self, owner: Person) -> None:
        body = {"text": self.TEXT, "rejected": [{"start": 0, "end": 1000}]}
        assert (await owner.client.post("/api/quick-add", json=body)).json()["title"] == self.TEXT

    @pytest.mark.parametrize(
        "rejected", [[{"start": 3, "end": 3}], [{"start": -1, "end": 3}], [{"start": 0}], [[0, 3]], "all"], ids=str
    )
    async def test_what_is_no_stretch_is_refused(self, owner: Person, rejected: object) -> None:
        for path in ("/api/quick-add", "/api/quick-add/preview"):
            assert_problem(await owner.client.post(path, json={"text": "X", "rejected": rejected}), 422)
