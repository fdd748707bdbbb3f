"""The import rules, each on a few lines of source that break it and on lines that don't."""

import ast
from pathlib import Path

import pytest
from todo_ops import architecture, paths
from todo_ops.sources import Module, imports, modules


def module(name: str, source: str) -> Module:
    return Module(name, Path(f"{name}.py"), ast.parse(source))


def problems(*product: Module, ops: tuple[Module, ...] = ()) -> list[str]:
    return list(architecture.check(product, ops))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("todo", "wiring"),
        ("todo.main", "wiring"),
        ("todo.database", "database"),
        ("todo.clock", "foundation"),
        ("todo.language.english", "language"),
        ("todo.tasks.repository", "repository"),
        ("todo.tasks.schemas", "shapes"),
        ("todo.tasks.tables", "shapes"),
        ("todo.tasks.service", "service"),
        ("todo.tasks.quick_add", "service"),
        ("todo.tasks.quick_add_endpoints", "endpoints"),
        ("todo.accounts.dependencies", "endpoints"),
        ("todo.assistant.offline", "tools"),
        ("todo.assistant.service", "service"),
        ("todo.mcp.tools", "tools"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert architecture.kind(name) == kind


@pytest.mark.parametrize(
    ("name", "source", "reason"),
    [
        ("todo.language.dates", "from todo.clock import utc_now", "language may not import foundation"),
        ("todo.language.dates", "import os", "language does no I/O"),
        ("todo.language.dates", "def read():\n    from pathlib import Path", "language does no I/O"),
        ("todo.clock", "from todo.database import Database", "foundation may not import database"),
        ("todo.database", "from todo.tasks import service", "database may not import service"),
        ("todo.tasks.schemas", "from todo.tasks.service import x", "shapes may not import service"),
        ("todo.tasks.repository", "from todo.tasks.service import x", "repository may not import service"),
        ("todo.tasks.repository", "from todo.projects.repository import x", "serves its own package"),
        ("todo.tasks.service", "from todo.projects import repository", "serves its own package"),
        ("todo.tasks.finding.service", "from todo.projects.repository import x", "serves its own package"),
        ("todo.tasks.service", "from todo.tasks.endpoints import router", "service may not import endpoints"),
        ("todo.tasks.endpoints", "from todo.tasks import repository", "endpoints may not import repository"),
        ("todo.mcp.tools", "from todo.tasks.repository import x", "tools may not import repository"),
        ("todo.assistant.agent", "import todo.tasks.repository", "tools may not import repository"),
        ("todo.tasks.service", "import todo_ops.paths", "the product knows nothing of ops"),
    ],
)
def test_the_wrong_way(name: str, source: str, reason: str) -> None:
    others = [
        module(f"todo.{known}", "")
        for known in (
            "clock",
            "database",
            "tasks.service",
            "tasks.endpoints",
            "tasks.repository",
            "projects.repository",
        )
    ]
    [problem] = problems(*others, module(name, source))
    assert problem.startswith(f"{name}.py:")
    assert reason in problem


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("todo.language.dates", "import re\nfrom datetime import date\nfrom todo.language.english import WORDS"),
        ("todo.tasks.repository", "from todo.changes.repository import log_changes\nfrom todo.database import Row"),
        (
            "todo.tasks.service",
            "from . import repository\nfrom todo.projects import service\nfrom todo import language",
        ),
        ("todo.tasks.endpoints", "from todo.tasks import service\nfrom todo.dependencies import CurrentActor"),
        ("todo.main", "from todo.tasks.endpoints import router"),
        ("todo.tasks.finding.repository", "from todo.tasks.repository import READABLE"),
        ("todo.tasks.finding.service", "from todo.tasks import repository"),
    ],
)
def test_the_right_way(name: str, source: str) -> None:
    known = ("tasks.repository", "changes.repository", "projects.service", "tasks.service", "language")
    assert problems(*(module(f"todo.{other}", "") for other in known), module(name, source)) == []


class TestOps:
    def test_imports_nothing_of_the_product(self) -> None:
        [problem] = problems(ops=(module("todo_ops.run", "from todo.config import Settings"),))
        assert "imports nothing of it" in problem

    def test_the_launcher_needs_nothing_installed(self) -> None:
        launcher = module("todo_ops.launcher", "import os\nfrom todo_ops import console")
        far_away = module("todo_ops.console", "from todo_ops.colors import RED")
        needy = module("todo_ops.colors", "import rich")
        [problem] = problems(ops=(launcher, far_away, needy))
        assert "todo_ops.colors imports rich: the launcher runs before anything is installed" in problem

    def test_other_modules_may_use_libraries(self) -> None:
        assert problems(ops=(module("todo_ops.launcher", ""), module("todo_ops.run", "import psutil"))) == []


def test_relative_imports_are_made_absolute() -> None:
    package = Module("todo.tasks", Path("todo/tasks/__init__.py"), ast.parse("from .service import x"))
    plain = module("todo.tasks.endpoints", "from . import service\nfrom ..projects import service as projects")
    assert [found.target for found in imports(package)] == ["todo.tasks.service.x"]
    assert [found.target for found in imports(plain)] == ["todo.tasks.service", "todo.projects.service"]


def test_this_repository_keeps_the_rules() -> None:
    assert problems(*modules(paths.BACKEND / "src"), ops=tuple(modules(paths.OPS / "src"))) == []
