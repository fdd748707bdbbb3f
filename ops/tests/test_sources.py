"""How sources are read for the checks."""

import ast
from pathlib import Path

from todo_ops.sources import functions, imports, modules, strings


def names(source: str) -> list[str]:
    return [function.name for function in functions(ast.parse(source))]


def texts(source: str) -> list[str]:
    return [text.value for text in strings(ast.parse(source))]


class TestModules:
    def test_names_follow_folders(self, tmp_path: Path) -> None:
        for name in ("todo/__init__.py", "todo/main.py", "todo/tasks/__init__.py", "todo/tasks/service.py"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("")
        found = {module.name: module.is_package for module in modules(tmp_path)}
        assert found == {"todo": True, "todo.main": False, "todo.tasks": True, "todo.tasks.service": False}

    def test_other_files_are_left_out(self, tmp_path: Path) -> None:
        (tmp_path / "todo").mkdir()
        (tmp_path / "todo" / "data.json").write_text("{")
        assert modules(tmp_path) == []

    def test_every_way_to_import_is_seen(self, tmp_path: Path) -> None:
        (tmp_path / "a.py").write_text(
            "import os, sys as system\n"
            "from pathlib import Path, PurePath\n"
            "def f():\n    import json\n"
            "if TYPE_CHECKING:\n    from todo import main\n"
        )
        [module] = modules(tmp_path)
        found = {(seen.target, seen.line) for seen in imports(module)}
        assert found == {
            ("os", 1),
            ("sys", 1),
            ("pathlib.Path", 2),
            ("pathlib.PurePath", 2),
            ("json", 4),
            ("todo.main", 6),
        }


class TestFunctions:
    def test_methods_and_nested_ones_count(self) -> None:
        source = "def a():\n    def b(): ...\nclass C:\n    async def d(self): ...\nlambda: 1"
        assert sorted(names(source)) == ["a", "b", "d"]


class TestStrings:
    def test_plain_ones_with_their_lines(self) -> None:
        [text] = strings(ast.parse("\nx = 'words'"))
        assert (text.value, text.line) == ("words", 2)

    def test_adjacent_ones_are_one(self) -> None:
        assert texts("x = 'select ' 'from'") == ["select from"]

    def test_an_f_string_is_one_with_gaps(self) -> None:
        assert texts("x = f'select {a} from {b!r:>10} t'") == ["select _ from _ t"]

    def test_numbers_and_bytes_are_none(self) -> None:
        assert texts("x = 1, b'x', None, ...") == []

    def test_docstrings_of_all_kinds_are_left_out(self) -> None:
        source = (
            "'''module'''\nclass A:\n    '''class'''\n    def f(self):\n        '''method'''\n"
            "async def g():\n    '''function'''\n    return 'kept'"
        )
        assert texts(source) == ["kept"]

    def test_a_string_later_in_a_body_is_no_docstring(self) -> None:
        assert texts("def f():\n    x = 1\n    'kept'") == ["kept"]
