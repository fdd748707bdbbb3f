"""Where the app is reached: found from the cluster, tried, and given as an address with the host that it goes by."""

import asyncio
import time
import urllib.parse
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.kubernetes.programs import AnswerError
from todo_ops.kubernetes.release import Release
from todo_ops.verify.client import Address, Connection

PORTS = {"http": 80, "https": 443}
HEALTH = "/api/health"
TRY_SECONDS = 3
PATIENCE_SECONDS = 15
PAUSE_SECONDS = 0.5


def parse(url: str) -> Address:
    """Return the address of a URL."""
    parts = urllib.parse.urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in PORTS or not parts.hostname or port == -1:
        raise OpsError(f"{url} is not an address: give one such as http://127.0.0.1:8080")
    return Address(parts.scheme, parts.hostname, port or PORTS[parts.scheme], parts.netloc)


def find(release: Release, url: str = "") -> Address:
    """Return where the app answers: at `url`, or at the first of the likely places that does.

    Raises:
        OpsError: it has no ingress and no URL was given.
        ProcessFailedError: nothing answers where it should.
    """
    address = parse(url) if url else None
    if address and not address.is_number:
        return address
    ingress = release.find("ingress", release.fullname)
    if address:
        return replace(address, host=_host(ingress)) if ingress else address
    if ingress is None:
        raise OpsError(f"{release.name} has no ingress. Run ./todo port-forward and give its address with --url")
    return _first_that_answers(list(candidates(release, ingress)))


def _first_that_answers(tried: list[Address]) -> Address:
    """Return the first of them that answers; ingress controllers learn of new pods a little later than the cluster."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        for address in tried:
            if asyncio.run(answers(address)):
                return address
        if time.monotonic() > end:
            places = ", ".join(f"{address.server}:{address.port}" for address in tried)
            raise ProcessFailedError(f"{tried[0].host} answers at none of {places}. Is an ingress controller running?")
        time.sleep(PAUSE_SECONDS)


def candidates(release: Release, ingress: dict[str, Any]) -> Iterator[Address]:
    """Yield the places where the ingress controller may listen, the likeliest first."""
    scheme = "https" if ingress["spec"].get("tls") else "http"
    seen = set()
    for source in (_published, _minikube, _this_machine, _nodes):
        for server in source(release, ingress):
            if server not in seen:
                seen.add(server)
                yield Address(scheme, server, PORTS[scheme], _host(ingress))


def _host(ingress: dict[str, Any]) -> str:
    return str(ingress["spec"]["rules"][0]["host"])


Source = Callable[[Release, dict[str, Any]], list[str]]


def _published(release: Release, ingress: dict[str, Any]) -> list[str]:
    entries = ingress.get("status", {}).get("loadBalancer", {}).get("ingress", [])
    return [entry.get("ip") or entry.get("hostname") for entry in entries]


def _minikube(release: Release, ingress: dict[str, Any]) -> list[str]:
    try:
        context = release.context or release.programs.read("kubectl", "config", "current-context").strip()
        return [release.programs.read("minikube", "ip").strip()] if context == "minikube" else []
    except OpsError:
        return []


def _this_machine(release: Release, ingress: dict[str, Any]) -> list[str]:
    return ["127.0.0.1"]


def _nodes(release: Release, ingress: dict[str, Any]) -> list[str]:
    try:
        nodes = release.get("nodes")["items"]
    except AnswerError:  # not everybody may list them
        return []
    addresses = (address for node in nodes for address in node["status"].get("addresses", []))
    return [address["address"] for address in addresses if address["type"] in {"ExternalIP", "InternalIP"}]


async def answers(address: Address) -> bool:
    """Tell whether the app's API answers there, and not something else."""
    async with Connection(address, TRY_SECONDS) as connection:
        try:
            return "database" in (await connection.request("GET", HEALTH)).json()
        except (OSError, ValueError):
            return False
