"""Whether the NetworkPolicies of a namespace let one pod talk to another (Kubernetes' rules for NetworkPolicy v1).

A pod that some policy selects for a direction is closed in that direction but for what any of those policies allows;
both ends must allow a connection.
"""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Any

from todo_ops.ai.facts import Thing, labels

NAMESPACE_LABEL = "kubernetes.io/metadata.name"


def closing(policies: Sequence[Thing], source: Thing, target: Thing, port: int) -> list[Thing]:
    """The policies that together keep `source` from `target`'s port (TCP); none where the way is open."""
    return [
        *_closed(policies, source, target, port, direction="Egress"),
        *_closed(policies, target, source, port, direction="Ingress", listener=target),
    ]


def _closed(
    policies: Sequence[Thing], pod: Thing, peer: Thing, port: int, *, direction: str, listener: Thing | None = None
) -> list[Thing]:
    """The policies that select `pod` for a direction, where none of them allows the peer."""
    selecting = [policy for policy in policies if _applies(policy["spec"], pod, direction)]
    server = listener or peer
    allowed = any(_allows(policy["spec"], peer, server, port, direction) for policy in selecting)
    return [] if allowed else selecting


def _applies(spec: Thing, pod: Thing, direction: str) -> bool:
    default = ["Ingress", "Egress"] if "egress" in spec else ["Ingress"]
    return direction in spec.get("policyTypes", default) and matches(spec.get("podSelector", {}), labels(pod))


def _allows(spec: Thing, peer: Thing, server: Thing, port: int, direction: str) -> bool:
    key, side = ("egress", "to") if direction == "Egress" else ("ingress", "from")
    return any(
        _peer_fits(rule.get(side) or [], peer) and _port_fits(rule.get("ports") or [], port, server)
        for rule in spec.get(key) or []
    )


def _peer_fits(peers: Iterable[Thing], pod: Thing) -> bool:
    peers = list(peers)
    return not peers or any(_is_peer(peer, pod) for peer in peers)


def _is_peer(peer: Thing, pod: Thing) -> bool:
    if block := peer.get("ipBlock"):
        return _in_block(block, str(pod.get("status", {}).get("podIP", "")))
    if "namespaceSelector" in peer and not matches(peer["namespaceSelector"], _namespace_labels(pod)):
        return False
    return matches(peer.get("podSelector", {}), labels(pod))


def _namespace_labels(pod: Thing) -> dict[str, str]:
    """Of a namespace's labels only the one that each has is known here."""
    return {NAMESPACE_LABEL: str(pod["metadata"].get("namespace", ""))}


def _in_block(block: Thing, address: str) -> bool:
    if not address:
        return False
    ip = ipaddress.ip_address(address)
    excepted = (ipaddress.ip_network(cidr) for cidr in block.get("except", []))
    return ip in ipaddress.ip_network(block["cidr"]) and not any(ip in network for network in excepted)


def _port_fits(ports: Sequence[Thing], port: int, server: Thing) -> bool:
    return not ports or any(_is_port(one, port, server) for one in ports)


def _is_port(wanted: Thing, port: int, server: Thing) -> bool:
    if wanted.get("protocol", "TCP") != "TCP":
        return False
    first: str | int | None = wanted.get("port")
    if first is None:
        return True
    if isinstance(first, str) and not first.isdigit():
        return first in _names_of(port, server)
    return int(first) <= port <= int(wanted.get("endPort", first))


def _names_of(port: int, server: Thing) -> set[str]:
    containers = server.get("spec", {}).get("containers", [])
    return {one.get("name", "") for each in containers for one in each.get("ports", []) if one["containerPort"] == port}


def matches(selector: Thing, found: dict[str, str]) -> bool:
    """Whether labels meet a label selector; an empty one selects everything."""
    exact = selector.get("matchLabels") or {}
    return all(found.get(key) == value for key, value in exact.items()) and all(
        _meets(expression, found) for expression in selector.get("matchExpressions") or []
    )


def _meets(expression: Thing, found: dict[str, str]) -> bool:
    key, values = expression["key"], expression.get("values", [])
    checks: dict[str, Any] = {
        "In": lambda: found.get(key) in values,
        "NotIn": lambda: found.get(key) not in values,
        "Exists": lambda: key in found,
        "DoesNotExist": lambda: key not in found,
    }
    return bool(checks[expression["operator"]]())
