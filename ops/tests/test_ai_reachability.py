"""Which ways NetworkPolicies close, by the rules that Kubernetes documents for them."""

from typing import Any

import pytest
from ai_kit import pod, policy
from todo_ops.ai.facts import COMPONENT, name_of
from todo_ops.ai.reachability import closing, matches

BACKEND, POSTGRES = pod("backend"), pod("postgres")
TO_POSTGRES = {"podSelector": {"matchLabels": {COMPONENT: "postgres"}}}
FROM_BACKEND = {"podSelector": {"matchLabels": {COMPONENT: "backend"}}}


def egress(*rules: dict[str, Any]) -> dict[str, Any]:
    return policy("out", "backend", {"policyTypes": ["Egress"], "egress": list(rules)})


def ingress(*rules: dict[str, Any], **spec: Any) -> dict[str, Any]:
    return policy("in", "postgres", {"ingress": list(rules), **spec})


@pytest.mark.parametrize(
    ("policies", "closed"),
    [
        ([], []),
        ([egress()], ["out"]),
        ([ingress()], ["in"]),
        ([egress(), ingress()], ["out", "in"]),
        ([egress({})], []),
        ([egress({"to": [TO_POSTGRES]})], []),
        ([egress({"to": [TO_POSTGRES], "ports": [{"port": 5432}]})], []),
        ([egress({"to": [TO_POSTGRES], "ports": [{"port": 5433}]})], ["out"]),
        ([egress({"to": [TO_POSTGRES], "ports": [{"port": 5000, "endPort": 6000}]})], []),
        ([egress({"to": [TO_POSTGRES], "ports": [{"port": 5432, "protocol": "UDP"}]})], ["out"]),
        ([egress({"ports": [{"protocol": "TCP"}]})], []),
        ([egress({"to": [FROM_BACKEND]})], ["out"]),
        ([egress(), policy("more", "backend", {"policyTypes": ["Egress"], "egress": [{"to": [TO_POSTGRES]}]})], []),
        ([ingress({"from": [FROM_BACKEND], "ports": [{"port": "http"}]})], []),
        ([ingress({"from": [FROM_BACKEND], "ports": [{"port": "other"}]})], ["in"]),
        ([ingress({"from": [{"ipBlock": {"cidr": "10.1.0.0/16"}}]})], []),
        ([ingress({"from": [{"ipBlock": {"cidr": "10.1.0.0/16", "except": ["10.1.0.0/24"]}}]})], ["in"]),
        ([ingress({"from": [{"ipBlock": {"cidr": "192.168.0.0/16"}}]})], ["in"]),
        ([ingress({"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "todo"}}}]})], []),
        ([ingress({"from": [{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "x"}}}]})], ["in"]),
        ([policy("other", "frontend", {"policyTypes": ["Ingress", "Egress"]})], []),
        ([policy("all", "", {"policyTypes": ["Ingress"]})], ["all"]),
        ([ingress({"from": [FROM_BACKEND]}, policyTypes=["Egress"])], []),
    ],
)
def test_a_way_is_closed_by_what_selects_an_end_and_allows_nothing(
    policies: list[dict[str, Any]], closed: list[str]
) -> None:
    assert [name_of(one) for one in closing(policies, BACKEND, POSTGRES, 5432)] == closed


def test_a_pod_without_an_address_is_in_no_block() -> None:
    nowhere = {**BACKEND, "status": {}}
    assert closing([ingress({"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]})], nowhere, POSTGRES, 5432)


@pytest.mark.parametrize(
    ("expression", "met"),
    [
        ({"operator": "In", "values": ["a", "b"]}, True),
        ({"operator": "In", "values": ["b"]}, False),
        ({"operator": "NotIn", "values": ["b"]}, True),
        ({"operator": "NotIn", "values": ["a"]}, False),
        ({"operator": "Exists"}, True),
        ({"operator": "DoesNotExist"}, False),
    ],
)
def test_expressions_of_selectors(expression: dict[str, Any], met: bool) -> None:
    assert matches({"matchExpressions": [{"key": "app", **expression}]}, {"app": "a"}) is met
