"""Exporting and importing in tests: documents, and what is the same in two of them."""

import json
from typing import Any

import httpx
from support import Person

LISTS = ("labels", "filters", "projects", "sections", "tasks")


async def exported(person: Person, **query: Any) -> dict[str, Any]:
    response = await person.client.get("/api/export", params=query)
    assert response.status_code == 200, response.text
    document: dict[str, Any] = response.json()
    return document


async def imported(person: Person, document: Any, **query: Any) -> httpx.Response:
    return await person.client.post("/api/import", content=json.dumps(document), params=query)


def account(**lists: Any) -> dict[str, Any]:
    """A document with one project, and what else is given."""
    return {"format": "todo-account", "version": 1, "projects": [{"id": "p", "name": "Home"}], **lists}


def comparable(document: dict[str, Any]) -> dict[str, Any]:
    """A document without what an import can't keep: each id is its place in the document."""
    places = {
        item["id"]: f"{kind} {index}" for kind in LISTS for index, item in enumerate(document[kind]) if "id" in item
    }

    def renamed(value: Any) -> Any:
        if isinstance(value, list):
            return [renamed(one) for one in value]
        if isinstance(value, dict):
            return {name: renamed(one) for name, one in value.items()}
        return places.get(value, value) if isinstance(value, str) else value

    return {kind: renamed(document[kind]) for kind in LISTS}


async def tasks_of(person: Person) -> dict[str, dict[str, Any]]:
    """A person's tasks by their titles, with the names of what they refer to."""
    document = (await person.client.get("/api/export")).json()
    names = {item["id"]: item["name"] for kind in ("projects", "sections", "labels") for item in document[kind]}
    titles = {task["id"]: task["title"] for task in document["tasks"]}
    return {
        task["title"]: task
        | {
            "project": names[task["project_id"]],
            "section": names.get(task["section_id"]),
            "parent": titles.get(task["parent_id"]),
            "labels": [names[label] for label in task["label_ids"]],
        }
        for task in document["tasks"]
    }
