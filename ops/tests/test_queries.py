"""The SQL rules on small modules that keep or break them."""

import ast
from pathlib import Path

import pytest
from todo_ops import queries
from todo_ops.sources import Module


def problems(name: str, source: str) -> list[str]:
    return list(queries.check([Module(name, Path("file.py"), ast.parse(source))]))


class TestOutsideRepositories:
    @pytest.mark.parametrize(
        "statement",
        [
            "select id from task",
            "\n    SELECT 1\n    FROM project",
            "insert into task (id) values ($1)",
            "update task set title = $1",
            "update task as t set title = $1",
            "delete from task",
            "with later as (select 1) select 2",
        ],
    )
    def test_statements_are_found(self, statement: str) -> None:
        assert problems("todo.tasks.service", f"query = {statement!r}") == ["file.py:1: SQL outside a repository"]

    def test_an_f_string_is_found(self) -> None:
        assert problems("todo.tasks.service", "def f(x):\n    return f'select {x} from task where id = $1'")

    @pytest.mark.parametrize(
        "text",
        ["Select a project", "Update the title", "delete this task", "with a friend", "insert a task into the list"],
    )
    def test_plain_words_are_not(self, text: str) -> None:
        assert problems("todo.tasks.service", f"text = {text!r}") == []

    def test_docstrings_are_not(self) -> None:
        assert problems("todo.tasks.service", '"""select id from task"""\ndef f():\n    """delete from task"""') == []

    @pytest.mark.parametrize("home", ["todo.database", "todo.migrations", "todo.tasks.repository"])
    def test_its_homes_may_hold_it(self, home: str) -> None:
        assert problems(home, "query = 'select 1 from pg_class'") == []


class TestScope:
    def test_a_query_without_the_acting_person(self) -> None:
        source = "async def every_task(db):\n    return await db.fetch('select * from task')"
        [problem] = problems("todo.tasks.repository", source)
        assert problem == "file.py:1: every_task reads people's data without asking who acts"

    @pytest.mark.parametrize("table", ["task", "project", "conversation", "message", "change", "change_group"])
    @pytest.mark.parametrize("verb", ["select 1 from {}", "update {} set x = 1", "insert into {} default values"])
    def test_every_table_that_belongs_to_somebody(self, table: str, verb: str) -> None:
        source = f"async def f(db):\n    await db.fetch({verb.format(table)!r})"
        assert len(problems("todo.tasks.repository", source)) == 1

    @pytest.mark.parametrize(
        "condition",
        ["join project_member using (project_id)", "where user_id = $1", "where project.inbox_of_user_id = $1"],
    )
    def test_membership_or_the_persons_id_suffices(self, condition: str) -> None:
        source = f"async def f(db):\n    await db.fetch('select 1 from task {condition}')"
        assert problems("todo.tasks.repository", source) == []

    def test_it_may_come_from_a_constant_or_a_helper_of_the_module(self) -> None:
        source = (
            "_READABLE = 'task join project_member on user_id = $1'\n"
            "def _from():\n    return f'from {_READABLE}'\n"
            "async def f(db):\n    await db.fetch(f'select 1 {_from()}')"
        )
        assert problems("todo.tasks.repository", source) == []
        assert len(problems("todo.tasks.repository", source.replace("join project_member on user_id = $1", ""))) == 1

    def test_a_docstring_is_no_condition(self) -> None:
        source = "async def f(db):\n    '''By user_id.'''\n    await db.fetch('select 1 from task')"
        assert len(problems("todo.tasks.repository", source)) == 1

    def test_tables_that_belong_to_nobody_are_free(self) -> None:
        assert (
            problems("todo.health.repository", "async def f(db):\n    await db.fetch('select 1 from pg_class')") == []
        )
