"""Software bills of materials in CycloneDX 1.6, from the lock files that the images are built from."""

import base64
import json
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from packaging.markers import Marker
from packaging.utils import canonicalize_name

from todo_ops import locks, paths

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"
# Of the product's own part of an image.
LICENSED = {"licenses": [{"license": {"id": "Apache-2.0"}}]}
NAMESPACE = uuid.UUID("6f6c1f0e-5d8c-4c1b-9c1e-2d4b1f0a7c11")  # for serial numbers that follow from the contents
# The backend's base image, for the markers in its lock.
TARGET = {
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_system": "Linux",
    "python_full_version": "3.12.0",
    "python_version": "3.12",
    "sys_platform": "linux",
}
PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*\])?==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\\n]+?))?\s*\\?$",
    re.MULTILINE,
)
DIGESTS = {"sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512", "sha1": "SHA-1"}


@dataclass(frozen=True)
class Component:
    """A package in an image. `purl` is its address in the package-url scheme; `digest` an algorithm and a hex hash."""

    name: str
    version: str
    purl: str
    license: str = ""
    digest: tuple[str, str] | None = None


def python_components() -> list[Component]:
    """Return the packages of the backend's image: those of its lock whose markers hold there."""
    return list(python_pins(locks.RUNTIME_LOCK.read_text("utf-8")))


def python_pins(lock: str) -> Iterator[Component]:
    """Yield the pins of a lock that hold in the backend's image."""
    for match in PIN.finditer(lock):
        if match["marker"] is None or Marker(match["marker"]).evaluate(TARGET):
            name, version = canonicalize_name(match["name"]), match["version"]
            yield Component(name, version, f"pkg:pypi/{name}@{version}")


def node_components() -> list[Component]:
    """Return the packages of the web app's lock that are not for development alone."""
    return list(node_pins(json.loads((paths.FRONTEND / "package-lock.json").read_text("utf-8"))))


def node_pins(lock: dict[str, Any]) -> Iterator[Component]:
    """Yield the packages of a package-lock.json (version 3) that a server may load; each once."""
    seen = set()
    for path, package in sorted(lock["packages"].items()):
        name = path.rpartition("node_modules/")[2]
        if path and not package.get("dev") and not package.get("optional") and (name, package["version"]) not in seen:
            seen.add((name, package["version"]))
            yield _node_component(name, package)


def _node_component(name: str, package: dict[str, Any]) -> Component:
    purl = f"pkg:npm/{quote(name, safe='/')}@{package['version']}"
    return Component(name, package["version"], purl, package.get("license", ""), _digest(package.get("integrity")))


def _digest(integrity: str | None) -> tuple[str, str] | None:
    """Return a subresource-integrity string's (W3C SRI) algorithm, as CycloneDX names it, and hash."""
    if not integrity:
        return None
    algorithm, _, encoded = integrity.split()[0].partition("-")
    return DIGESTS[algorithm], base64.b64decode(encoded).hex()


def document(image: str, tag: str, components: Sequence[Component]) -> dict[str, Any]:
    """Return the bill of an image. The same contents give the same document, to the last byte."""
    listed = [_listed(component) for component in components]
    serial = uuid.uuid5(NAMESPACE, json.dumps([image, tag, listed], sort_keys=True))
    return {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": {"type": "container", "bom-ref": image, "name": image, "version": tag, **LICENSED}},
        "components": listed,
    }


def _listed(component: Component) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "type": "library",
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "purl": component.purl,
    }
    if component.license:
        entry["licenses"] = [{"expression": component.license}]
    if component.digest:
        entry["hashes"] = [{"alg": component.digest[0], "content": component.digest[1]}]
    return entry


def write(file: Path, bill: dict[str, Any]) -> None:
    """Write a bill as JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(bill, indent=2) + "\n", encoding="utf-8")
