"""Whether the app's name leads to it from here: the one check that asks this machine and not the cluster."""

import socket
from collections.abc import Callable, Iterator

from todo_ops.ai.facts import Facts, Thing, name_of
from todo_ops.ai.findings import Finding, Rank, finding

Resolve = Callable[[str], bool]


def resolves(host: str) -> bool:
    """Whether this machine knows an address of the host."""
    try:
        return bool(socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM))
    except OSError:
        return False


def hosts(facts: Facts, resolve: Resolve = resolves) -> Iterator[Finding]:
    """Names of the ingress that this machine does not know, or that another ingress of the namespace claims too."""
    for way in facts.mine("Ingress"):
        for host in sorted(_hosts_of(way)):
            others = [one for one in facts.all("Ingress") if one is not way and host in _hosts_of(one)]
            if others:
                shown = f"{name_of(way)} and {', '.join(map(name_of, others))}"
                yield finding("ingress-host", "ingress", f"Two ingresses claim {host}.", shown)
            if not host.startswith("*") and not resolve(host):
                title = f"This machine does not know the name {host} by which the app is opened."
                yield finding("ingress-host", "ingress", title, f"{host} has no address here", rank=Rank.WARNING)


def _hosts_of(way: Thing) -> set[str]:
    return {rule.get("host", "") for rule in way["spec"].get("rules") or []} - {""}
