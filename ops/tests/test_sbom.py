"""Bills of materials from locks."""

import json
from pathlib import Path
from typing import Any

from todo_ops import sbom
from todo_ops.sbom import Component

PYTHON_LOCK = """\
fastapi==0.165.0 \\
    --hash=sha256:00
    # via todo
pywin32==312 ; sys_platform == 'win32' \\
    --hash=sha256:00
pycparser==3.12 ; implementation_name != 'PyPy' \\
    --hash=sha256:00
sqlalchemy[asyncio]==2.1.9 \\
    --hash=sha256:00
Typing_Extensions==4.16.0
"""
NODE_LOCK: dict[str, Any] = {
    "lockfileVersion": 3,
    "packages": {
        "": {"name": "todo-web", "version": "0.1.0"},
        "node_modules/next": {"version": "16.4.6", "license": "MIT", "integrity": "sha512-AAEC"},
        "node_modules/vitest": {"version": "5.1.1", "dev": True},
        "node_modules/@img/sharp-linux-x64": {"version": "1.0.0", "optional": True},
        "node_modules/@radix-ui/react-dialog": {"version": "1.1.0", "license": "MIT"},
        "node_modules/next/node_modules/react": {"version": "18.0.0"},
        "node_modules/react": {"version": "19.3.1"},
        "node_modules/other/node_modules/react": {"version": "19.3.1"},
    },
}


def test_python_packages_are_those_of_the_image() -> None:
    found = {component.name: component.version for component in sbom.python_pins(PYTHON_LOCK)}
    assert found == {
        "fastapi": "0.165.0",
        "pycparser": "3.12",
        "sqlalchemy": "2.1.9",
        "typing-extensions": "4.16.0",
    }


def test_node_packages_are_those_a_server_may_load_each_once() -> None:
    found = [(component.name, component.version) for component in sbom.node_pins(NODE_LOCK)]
    assert found == [
        ("@radix-ui/react-dialog", "1.1.0"),
        ("next", "16.4.6"),
        ("react", "18.0.0"),
        ("react", "19.3.1"),
    ]


def test_addresses_licences_and_hashes() -> None:
    dialog, following, *_ = sbom.node_pins(NODE_LOCK)
    assert dialog.purl == "pkg:npm/%40radix-ui/react-dialog@1.1.0"
    assert following == Component("next", "16.4.6", "pkg:npm/next@16.4.6", "MIT", ("SHA-512", "000102"))
    assert next(sbom.python_pins(PYTHON_LOCK)).purl == "pkg:pypi/fastapi@0.165.0"


def test_the_document_is_cyclonedx_and_the_same_for_the_same_contents(tmp_path: Path) -> None:
    components = list(sbom.node_pins(NODE_LOCK))
    bill = sbom.document("todo-frontend", "v1", components)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == "v1"
    assert bill["metadata"]["component"]["licenses"] == [{"license": {"id": "Apache-2.0"}}]
    entry = bill["components"][1]
    assert entry["licenses"] == [{"expression": "MIT"}]
    assert entry["hashes"] == [{"alg": "SHA-512", "content": "000102"}]
    assert "licenses" not in bill["components"][2]
    assert sbom.document("todo-frontend", "v1", components) == bill
    assert sbom.document("todo-frontend", "v2", components)["serialNumber"] != bill["serialNumber"]
    sbom.write(tmp_path / "sub" / "bill.json", bill)
    assert json.loads((tmp_path / "sub" / "bill.json").read_text()) == bill


def test_the_real_locks() -> None:
    python, web = sbom.python_components(), sbom.node_components()
    assert {"fastapi", "asyncpg", "mcp"} <= {component.name for component in python}
    assert "pywin32" not in {component.name for component in python}
    assert {"next", "react"} <= {component.name for component in web}
    assert "vitest" not in {component.name for component in web}
    for components in (python, web):
        assert len({component.purl for component in components}) == len(components)
