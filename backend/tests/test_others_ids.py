"""Ids swapped between two people, over all operations: what is another's looks as if it did not exist."""

from typing import Any

import httpx
import pytest
from support import PASSWORD, Person, assert_problem
from todo.boundary import new_id
from todo.main import openapi_document

DOCUMENT = openapi_document()
OPERATIONS = [
    (method, path, operation) for path, item in DOCUMENT["paths"].items() for method, operation in item.items()
]
# What a body must have, so that only the id in it is wrong.
REQUIRED = {"approve": True, "minutes_before": 10, "name": "X", "title": "X", "text": "X", "message": "X"}
# Where an id of another's is passed over, because the words decide.
PASSED_OVER = {("/api/quick-add/preview", "project_id")}


def schema_of(operation: dict[str, Any]) -> dict[str, Any]:
    """The properties of an operation's JSON body; none without one."""
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    name = content["schema"]["$ref"].split("/")[-1] if content else None
    schema: dict[str, Any] = DOCUMENT["components"]["schemas"][name] if name else {}
    return schema


def ids_in_body(operation: dict[str, Any]) -> list[str]:
    properties = schema_of(operation).get("properties", {})
    return [name for name in properties if name.endswith(("_id", "_ids"))]


def body_of(operation: dict[str, Any], **fields: Any) -> dict[str, Any]:
    schema = schema_of(operation)
    needed = [*schema.get("required", []), *({"minutes_before", "message"} & schema.get("properties", {}).keys())]
    return {name: REQUIRED[name] for name in needed if name in REQUIRED} | fields


WITH_ID_IN_PATH = [(m, p, o) for m, p, o in OPERATIONS if "{" in p]
WITH_ID_IN_BODY = [(m, p, o, f) for m, p, o in OPERATIONS for f in ids_in_body(o) if (p, f) not in PASSED_OVER]


async def asked_for(person: Person) -> str:
    """A program's request that the person has looked at."""
    uri = "https://program.example/back"
    client = await person.client.post("/api/oauth/register", json={"client_name": "Program", "redirect_uris": [uri]})
    query = {
        "response_type": "code",
        "client_id": client.json()["client_id"],
        "redirect_uri": uri,
        "code_challenge": "x" * 43,
        "code_challenge_method": "S256",
    }
    answer = await person.client.get("/api/oauth/authorize", params=query)
    request_id = answer.headers["Location"].split("request=")[1]
    await person.client.get(f"/api/oauth/requests/{request_id}")
    return request_id


async def things_of(person: Person) -> dict[str, str]:
    """One of each thing that an id may mean, by the name of the parameter."""
    project = await person.project()
    section = await person.client.post(f"/api/projects/{project['id']}/sections", json={"name": "Soon"})
    label = await person.client.post("/api/labels", json={"name": "errand"})
    made = await person.client.post("/api/tasks", json={"title": "Mine", "section_id": section.json()["id"]})
    saved = await person.client.post("/api/filters", json={"name": "Soon", "query": "today"})
    when = {"minutes_before": 10}
    reminder = await person.client.post(f"/api/tasks/{made.json()['id']}/reminders", json=when)
    gone = await person.add("Gone")
    await person.client.delete(f"/api/tasks/{gone['id']}")
    chat = await person.client.post("/api/chat", json={"message": "hello"})
    conversation = chat.text.split('"id":"')[1].split('"')[0]
    token = await person.client.post("/api/tokens", json={"name": "Editor", "scopes": ["read"]})
    await person.client.post("/api/auth/login", json={"email": person.user["email"], "password": PASSWORD})
    sessions = (await person.client.get("/api/auth/sessions")).json()["items"]
    task_id = made.json()["id"]
    return {
        "request_id": await asked_for(person),
        "token_id": token.json()["id"],
        "session_id": next(session["id"] for session in sessions if not session["current"]),
        "project_id": project["id"],
        "section_id": section.json()["id"],
        "label_id": label.json()["id"],
        "filter_id": saved.json()["id"],
        "reminder_id": reminder.json()["id"],
        "task_id": task_id,
        "parent_id": task_id,
        "after_id": task_id,
        "before_id": task_id,
        "group_id": made.headers["Change-Group"],
        "conversation_id": conversation,
        "entity": "task",
        "entity_id": gone["id"],
    }


async def everything(person: Person) -> Any:
    """All that a person sees of what is theirs."""
    names = ("projects", "labels", "filters", "tasks", "trash", "changes", "conversations")
    paths = [f"/api/{name}" for name in names]
    answers = [await person.client.get(path) for path in paths]
    return [answer.json() for answer in answers if answer.status_code == 200]


def fill(path: str, ids: dict[str, str]) -> str:
    for name, value in ids.items():
        path = path.replace(f"{{{name}}}", value)
    assert "{" not in path, f"{path}: give things_of() what this id means"
    return path


async def ask(person: Person, method: str, path: str, operation: dict[str, Any], **fields: Any) -> httpx.Response:
    kwargs: dict[str, Any] = {"json": body_of(operation, **fields)} if "requestBody" in operation else {}
    return await person.client.request(method, path, **kwargs)


class TestInThePath:
    async def test_everything_of_anothers_is_404_and_stays(self, owner: Person, stranger: Person) -> None:
        ids = await things_of(owner)
        before = await everything(owner)
        for method, path, operation in WITH_ID_IN_PATH:
            response = await ask(stranger, method, fill(path, ids), operation)
            problem = assert_problem(response, 404, "not-found")
            nobodys = {name: value if name == "entity" else str(new_id()) for name, value in ids.items()}
            nothing = await ask(stranger, method, fill(path, nobodys), operation)
            assert problem["detail"] == assert_problem(nothing, 404)["detail"], f"{method} {path} tells them apart"
        assert await everything(owner) == before

    async def test_the_same_requests_of_their_owner_are_not(self, owner: Person) -> None:
        for method, path, operation in WITH_ID_IN_PATH:
            ids = await things_of_anew(owner)
            response = await ask(owner, method, fill(path, ids), operation)
            assert response.status_code != 404, f"{method} {path}: {response.text}"


async def things_of_anew(person: Person) -> dict[str, str]:
    """`things_of` for a person who may have a label of that name already."""
    for label in (await person.client.get("/api/labels")).json()["items"]:
        await person.client.delete(f"/api/labels/{label['id']}")
    return await things_of(person)


class TestInTheBody:
    @pytest.mark.parametrize(("method", "path", "operation", "field"), WITH_ID_IN_BODY)
    async def test_everything_of_anothers_is_404_and_nothing_is_written(
        self, owner: Person, stranger: Person, method: str, path: str, operation: dict[str, Any], field: str
    ) -> None:
        theirs, mine = await things_of(owner), await things_of(stranger)
        mine["parent_id"] = mine["project_id"] if "projects" in path else mine["parent_id"]
        before = await everything(owner), await everything(stranger)
        value = theirs[field.removesuffix("s")]
        wrong = [value] if field.endswith("s") else value
        response = await ask(stranger, method, fill(path, mine), operation, **{field: wrong})
        assert_problem(response, 404, "not-found")
        assert (await everything(owner), await everything(stranger)) == before
