"""Log lines: what a failure shows and what it must not."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from todo.logs import configure_logging


@pytest.fixture(autouse=True)
def usual_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_failure_shows_where_it_was_but_no_local_variables(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", form)  # type: ignore[arg-type]
    password = "a password that nobody may read"  # noqa: F841 - it is the frame's variable that must not show
    try:
        raise ValueError("the reason")
    except ValueError as error:
        structlog.get_logger("test").error("failed", exc_info=error)
    said = capsys.readouterr().err
    assert "the reason" in said
    assert "test_a_failure_shows_where_it_was" in said
    assert "nobody may read" not in said


def test_a_line_of_json_for_each_event(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("info", "json")
    structlog.get_logger("test").info("first", answer=42)
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["answer"], line["level"], line["logger"]) == ("first", 42, "info", "test")
