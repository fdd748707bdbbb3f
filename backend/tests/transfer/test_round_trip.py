"""The law of the JSON document: what was exported comes out again of the account that it was imported into."""

from datetime import UTC, date, datetime
from typing import Any

from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support import sign_up
from transferring import account, comparable, exported, imported

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12).filter(
    lambda text: any(character.isalnum() for character in text)
)
MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0).isoformat().replace("+00:00", "Z"))
COLORS = st.sampled_from(["gray", "red", "teal"])
RULES = st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;COUNT=3"])


@st.composite
def due_forms(draw: st.DrawFn) -> dict[str, Any]:
    """No date, a day, or a moment; with a day maybe a series."""
    form = draw(st.sampled_from(["none", "day", "moment", "series"]))
    if form == "moment":
        zone = draw(st.sampled_from(["Europe/Berlin", "UTC", "Asia/Kathmandu"]))
        return {"due_at": draw(MOMENTS), "time_zone": zone}
    day = draw(st.dates(date(2000, 1, 1), date(2100, 1, 1))).isoformat()
    series: dict[str, Any] = {"rule": draw(RULES), "anchor": draw(st.sampled_from(["due", "completion"])), "start": day}
    series |= {"time_zone": "UTC", "occurrence": day, "ended": draw(st.none() | st.just("stopped"))}
    forms: dict[str, dict[str, Any]] = {"none": {}, "day": {"due_date": day}}
    return forms.get(form, {"due_date": day, "recurrence": series})


@st.composite
def accounts(draw: st.DrawFn) -> dict[str, Any]:
    """Documents that hold together, as an export gives them."""
    labels = draw(st.lists(NAMES, max_size=3, unique_by=lambda name: name.casefold()))
    projects: list[dict[str, Any]] = [{"id": "p0", "name": "Inbox", "is_inbox": True}]
    for number in range(1, draw(st.integers(1, 4))):
        above = draw(st.sampled_from([None, *(f"p{one}" for one in range(1, number))]))
        projects.append({"id": f"p{number}", "name": draw(NAMES), "color": draw(COLORS), "parent_id": above})
    sections = [
        {"id": f"s{number}", "project_id": draw(st.sampled_from(projects))["id"], "name": draw(NAMES)}
        for number in range(draw(st.integers(0, 3)))
    ]
    tasks: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 6))):
        tasks.append(draw(task_records(number, projects, sections, tasks, len(labels))))
    named = [{"id": f"l{index}", "name": name, "color": draw(COLORS)} for index, name in enumerate(labels)]
    return account(projects=projects, sections=sections, labels=named, tasks=tasks)


@st.composite
def task_records(
    draw: st.DrawFn,
    number: int,
    projects: list[dict[str, Any]],
    sections: list[dict[str, Any]],
    earlier: list[dict[str, Any]],
    labels: int,
) -> dict[str, Any]:
    """A task in a project, or in a section, or below an earlier one."""
    above = draw(st.none() | st.sampled_from(earlier)) if earlier else None
    section = draw(st.none() | st.sampled_from(sections)) if sections and above is None else None
    place = {"project_id": draw(st.sampled_from(projects))["id"], "section_id": None}
    if above is not None:
        place = {"project_id": above["project_id"], "section_id": above["section_id"], "parent_id": above["id"]}
    elif section is not None:
        place = {"project_id": section["project_id"], "section_id": section["id"]}
    return {
        "id": f"t{number}",
        "title": draw(NAMES),
        "notes": draw(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)),
        "priority": draw(st.integers(1, 4)),
        "duration_minutes": draw(st.none() | st.integers(1, 600)),
        "deadline": draw(st.none() | st.just("2031-05-06")),
        "completion_count": draw(st.integers(0, 9)),
        "completed_at": draw(st.none() | MOMENTS),
        "label_ids": [f"l{index}" for index in sorted(draw(st.sets(st.integers(0, labels - 1))))] if labels else [],
        "reminders": draw(
            st.lists(st.builds(lambda minutes: {"minutes_before": minutes}, st.integers(0, 99)), max_size=2)
        ),
        **place,
        **draw(due_forms()),
    }


@settings(
    max_examples=40,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(document=accounts())
async def test_what_was_exported_comes_out_again_after_an_import(app: FastAPI, document: dict[str, Any]) -> None:
    first, second = await sign_up(app), await sign_up(app)
    assert (await imported(first, document)).status_code == 200
    once = await exported(first)
    assert len(once["tasks"]) == len(document["tasks"])
    response = await imported(second, once)
    assert (response.status_code, response.json()["warnings"]) == (200, [])
    assert comparable(await exported(second)) == comparable(once)
    for person in (first, second):
        await person.client.aclose()
