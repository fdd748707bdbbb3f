"""The whole default render: a change of the chart shows in review as a change of what is installed."""

import difflib
import os
import re
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden" / "default.yaml"
GENERATED = re.compile(r"^(  (?:POSTGRES_PASSWORD|JWT_SECRET_KEY): )[A-Za-z0-9+/=]{88}$", re.MULTILINE)


def test_default_render(helm: Any) -> None:
    """`UPDATE_GOLDEN=1 ./todo test chart -k golden` writes the file anew."""
    rendered = normal(helm.template().stdout)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(rendered, "utf-8")
    kept = GOLDEN.read_text("utf-8")
    assert rendered == kept, "".join(difflib.unified_diff(kept.splitlines(True), rendered.splitlines(True)))


def normal(rendered: str) -> str:
    """Return a render without what differs each time, or between versions of Helm."""
    lines = (line.rstrip() for line in GENERATED.sub(r"\1GENERATED", rendered).splitlines())
    return re.sub(r"\n+---\n", "\n---\n", "\n".join(lines).strip()) + "\n"
