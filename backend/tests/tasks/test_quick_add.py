"""`/api/quick-add`: the grammar meets the person's projects, zone and clock."""

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
        [{}, {"text": ""}, {"text": " "}, {"text": "x" * 501}, {"text": "\x00"}, {"text": "X", "project_id": "x"}],
    )
    async def test_bad_input_is_refused_and_nothing_made(self, owner: Person, body: dict[str, str]) -> None:
        assert_problem(await owner.client.post("/api/quick-add", json=body), 422, "invalid-input")
        assert await owner.titles() == []


class TestPreview:
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
