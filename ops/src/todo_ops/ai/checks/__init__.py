"""The checks: each looks at the facts for one kind of trouble. Pure; nothing here asks the cluster."""

from collections.abc import Callable, Iterator

from todo_ops.ai.checks import containers, logs, places, upkeep, ways
from todo_ops.ai.facts import Facts
from todo_ops.ai.findings import Finding

Check = Callable[[Facts], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *(containers.images, containers.missing_objects, containers.memory, logs.database_errors),
    *(places.claims, places.scheduling, places.nodes, places.refused_pods),
    *(ways.network, ways.ingress, ways.endpoints),
    *(containers.probes, containers.crashes, upkeep.metrics, upkeep.jobs),
)


def all_findings(facts: Facts) -> list[Finding]:
    """What every check finds."""
    return [finding for check in CHECKS for finding in check(facts)]
