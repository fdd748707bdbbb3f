"""The page of the API: what it says of operations and shapes, and that it says what the document says now."""

import re
from typing import Any

import pytest
from todo_ops import api_page, api_types

DOCUMENT: dict[str, Any] = {
    "paths": {
        "/api/tasks": {
            "get": {
                "tags": ["tasks"],
                "description": "Tasks that\nmeet all conditions.",
                "security": [{"HTTPBearer": []}],
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100}},
                    {"name": "day", "in": "query", "required": True, "schema": {"type": "string", "format": "date"}},
                ],
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/TaskPage"}}}},
                    "400": {"content": {"application/problem+json": {}}},
                    "401": {"content": {"application/problem+json": {}}},
                },
            },
            "post": {
                "tags": ["tasks"],
                "summary": "Create Task",
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/TaskCreate"}}}
                },
                "responses": {"204": {"description": "No Content"}},
            },
        },
        "/api/events": {
            "get": {"tags": ["live"], "responses": {"200": {"content": {"text/event-stream": {"schema": {}}}}}}
        },
    },
    "components": {
        "schemas": {
            "TaskCreate": {
                "description": "A new task.",
                "required": ["title"],
                "examples": [{"title": "Zahl die Miete für März"}],
                "properties": {
                    "title": {"type": "string", "maxLength": 500},
                    "priority": {"type": "integer", "minimum": 1, "maximum": 4, "default": 4, "description": "1 | 2"},
                },
            },
            "TaskPage": {"type": "object"},
        }
    },
}
PAGE = api_page.render(DOCUMENT)


class TestOperations:
    def test_method_path_and_what_it_does(self) -> None:
        assert "#### GET /api/tasks\n\nTasks that meet all conditions.\n" in PAGE

    def test_without_a_description_its_name_is_said(self) -> None:
        assert "#### POST /api/tasks\n\nCreate Task *Open.*\n" in PAGE

    def test_parameters_with_their_limits(self) -> None:
        assert "- query `limit`: integer from 1 to 100\n- query `day`: date, required\n" in PAGE

    def test_answers_the_good_ones_first_without_what_all_may_answer(self) -> None:
        assert "- answers 200 [TaskPage](#shape-taskpage); problems 401\n" in PAGE

    def test_a_body_that_may_be_left_out(self) -> None:
        assert "- body [TaskCreate](#shape-taskcreate), or none\n- answers 204 nothing\n" in PAGE

    def test_a_stream(self) -> None:
        assert "- answers 200 a stream of server-sent events\n" in PAGE

    def test_tags_head_their_operations(self) -> None:
        headings = re.findall(r"^####? (?:Operations: )?(\w+.*)$", PAGE.partition("## Every shape")[0], re.MULTILINE)
        assert headings == ["live", "GET /api/events", "tasks", "GET /api/tasks", "POST /api/tasks"]

    def test_the_order_in_which_requests_are_matched_does_not_count(self) -> None:
        backwards = {path: dict(reversed(item.items())) for path, item in reversed(DOCUMENT["paths"].items())}
        assert api_page.render({**DOCUMENT, "paths": backwards}) == PAGE


class TestShapes:
    def test_fields_with_type_default_and_meaning(self) -> None:
        assert "| **`title`** | text (at most 500 characters) |  |\n" in PAGE
        assert "| `priority` | integer from 1 to 4 = `4` | 1 \\| 2 |\n" in PAGE

    def test_what_it_is(self) -> None:
        assert "### Shape TaskCreate\n\nA new task.\n" in PAGE

    def test_examples(self) -> None:
        assert '```json\n{\n  "title": "Zahl die Miete für März"\n}\n```\n' in PAGE

    def test_without_fields(self) -> None:
        assert "### Shape TaskPage\n\nobject\n" in PAGE

    @pytest.mark.parametrize(
        ("schema", "words"),
        [
            ({"anyOf": [{"type": "string", "format": "uuid"}, {"type": "null"}]}, "uuid or null"),
            ({"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/A"}]}, "[A](#shape-a)"),
            ({"enum": ["a", "b"]}, "`a` or `b`"),
            ({"const": True}, "`true`"),
            ({"type": "array", "items": {"type": "string"}, "maxItems": 9}, "list of text (at most 9)"),
            ({"type": "array", "items": {"type": "boolean"}, "minItems": 1}, "list of boolean (at least 1)"),
            ({"type": "object", "additionalProperties": {"type": "number"}}, "object of number"),
            ({"type": "object", "additionalProperties": False}, "object"),
            ({"type": "string", "minLength": 8, "maxLength": 9}, "text (at least 8 and at most 9 characters)"),
            ({"type": "integer", "minimum": 0}, "integer from 0"),
            ({"type": "number", "maximum": 0.5}, "number up to 0.5"),
            ({"type": "null"}, "null"),
            ({}, "anything"),
        ],
        ids=str,
    )
    def test_what_a_schema_allows(self, schema: dict[str, Any], words: str) -> None:
        assert api_page.kind(schema) == words


class TestPage:
    def test_what_stands_before_the_mark_stays(self) -> None:
        once = api_page.renewed("# The API\n\nBy hand.\n", DOCUMENT)
        assert once.startswith(f"# The API\n\nBy hand.\n\n{api_page.BEGINNING}\n\n## Every operation\n")

    def test_making_it_again_changes_nothing(self) -> None:
        once = api_page.renewed("# The API\n", DOCUMENT)
        assert api_page.renewed(once, DOCUMENT) == once

    def test_another_document_gives_another_page(self) -> None:
        once = api_page.renewed("# The API\n", DOCUMENT)
        assert api_page.renewed(once, {**DOCUMENT, "paths": {}}) != once

    def test_the_page_of_this_repository_is_current(self) -> None:
        assert api_page.is_current(api_types.described()), "Run ./todo openapi"

    def test_every_operation_and_shape_of_this_repository_is_on_it(self) -> None:
        document, page = api_types.described(), api_page.PAGE.read_text("utf-8")
        headings = set(re.findall(r"^#### (\w+ \S+)$", page, re.MULTILINE))
        assert headings == {f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item}
        assert set(re.findall(r"^### Shape (\w+)$", page, re.MULTILINE)) == set(document["components"]["schemas"])
