"""The figures of code shape on sources of known shape."""

import ast
from pathlib import Path

import pytest
from todo_ops import paths, shape
from todo_ops.sources import Module


def module(*lengths: int, returns: str = " -> None") -> Module:
    """A module with functions of these lengths."""
    bodies = [f"def f{n}(){returns}:\n" + "    x = 1\n" * (length - 1) for n, length in enumerate(lengths)]
    return Module("todo.m", Path("m.py"), ast.parse("\n".join(bodies)))


def test_short_typed_functions_pass() -> None:
    assert list(shape.check_functions("x", [module(*[5] * 10)])) == []


def test_a_long_function_is_named() -> None:
    assert list(shape.check_functions("x", [module(61, *[5] * 20)])) == ["m.py:1: f0 has 61 lines; at most 60"]
    assert list(shape.check_functions("x", [module(60, *[5] * 20)])) == []


def test_a_function_that_does_not_say_what_it_returns() -> None:
    [problem] = shape.check_functions("x", [module(5, returns="")])
    assert problem == "m.py:1: f0 does not say what it returns"


def test_the_median() -> None:
    [problem] = shape.check_functions("x", [module(*[12] * 10)])
    assert problem.startswith("x: functions have 12 lines in the median")
    assert list(shape.check_functions("x", [module(*[11] * 10)])) == []


def test_the_ninetieth_percentile() -> None:
    [problem] = shape.check_functions("x", [module(*[5] * 8, 40, 40)])
    assert "40 at the 90th percentile" in problem


def test_less_test_than_source() -> None:
    assert list(shape.check_tests("Python", 100, 100, 1.0)) == []
    assert list(shape.check_tests("Python", 101, 100, 1.0)) == [
        "Python: 100 lines of test for 101 lines of source; 101 are wanted"
    ]


def test_a_smaller_share_of_test() -> None:
    assert list(shape.check_tests("web app", 100, 50, 0.5)) == []
    assert list(shape.check_tests("web app", 100, 49, 0.5)) == [
        "web app: 49 lines of test for 100 lines of source; 50 are wanted"
    ]


def test_lines_of_the_web_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "FRONTEND", tmp_path)
    for name, lines in {
        "app/page.tsx": 3,
        "lib/dates.ts": 2,
        "lib/dates.test.ts": 4,
        "e2e/day.spec.ts": 5,
        "e2e/support.ts": 1,
        "next.config.ts": 7,
        "lib/api/schema.d.ts": 900,
        "node_modules/x/index.ts": 1000,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x\n\n" * lines)
    assert shape.frontend_lines() == (5, 10)
