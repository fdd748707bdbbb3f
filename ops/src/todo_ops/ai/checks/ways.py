"""Ways between the parts, and in from outside: NetworkPolicies, services, the ingress."""

from collections.abc import Iterator

from todo_ops.ai import reachability
from todo_ops.ai.facts import Facts, Thing, labels, name_of, part_of
from todo_ops.ai.findings import PORTS, Finding, Rank, finding

# Who must reach whom: the way of every request.
WAYS = (("frontend", "backend"), ("backend", "postgres"))
CALLED = {"postgres": "database"}


def network(facts: Facts) -> Iterator[Finding]:
    """NetworkPolicies that close a way that every request takes."""
    for source, target in WAYS:
        for one, other in zip(facts.pods(source)[:1], facts.pods(target)[:1], strict=False):
            closed = reachability.closing(facts.all("NetworkPolicy"), one, other, PORTS[target])
            if closed:
                names = ", ".join(sorted(map(name_of, closed)))
                title = f"NetworkPolicies keep the {source} from the {CALLED.get(target, target)}."
                shown = f"none of {names} allows port {PORTS[target]} of {name_of(other)} to {name_of(one)}"
                yield finding("network", "network", title, shown)


def endpoints(facts: Facts) -> Iterator[Finding]:
    """Services that select no pod at all."""
    for service in facts.mine("Service"):
        selector = service["spec"].get("selector") or {}
        if selector and not any(selector.items() <= labels(pod).items() for pod in facts.all("Pod")):
            shown = f"its selector is {', '.join(f'{key}={value}' for key, value in selector.items())}"
            title = f"No pod stands behind the service {name_of(service)}."
            yield finding("service", part_of(service), title, shown, rank=Rank.SYMPTOM)


def ingress(facts: Facts) -> Iterator[Finding]:
    """Ways in: a class that nobody serves, a missing certificate, services that are not there."""
    for way in facts.mine("Ingress"):
        yield from _without_controller(facts, way)
        yield from _without_certificate(facts, way)
        yield from _without_service(facts, way)


def _without_controller(facts: Facts, way: Thing) -> Iterator[Finding]:
    if "ingressclasses" in facts.unseen:
        return
    classes = {name_of(one) for one in facts.all("IngressClass")}
    wanted = way["spec"].get("ingressClassName")
    if wanted not in classes if wanted else not classes:
        title = f"No controller serves the ingress {name_of(way)}: there is no class {wanted or 'at all'}."
        known = f"classes of the cluster: {', '.join(sorted(classes)) or 'none'}"
        yield finding("ingress-class", "ingress", title, known)


def _without_certificate(facts: Facts, way: Thing) -> Iterator[Finding]:
    for tls in way["spec"].get("tls") or []:
        secret = tls.get("secretName", "")
        if facts.secrets is not None and secret and "tls.crt" not in facts.secrets.get(secret, ()):
            title = f"The certificate of the ingress is not there: the Secret {secret} has no tls.crt."
            yield finding("certificate", "ingress", title)


def _without_service(facts: Facts, way: Thing) -> Iterator[Finding]:
    services = {name_of(one) for one in facts.all("Service")}
    paths = [path for rule in way["spec"].get("rules") or [] for path in rule.get("http", {}).get("paths", [])]
    for name in sorted({path["backend"].get("service", {}).get("name", "") for path in paths} - services - {""}):
        title = f"The ingress {name_of(way)} leads to a service {name} that does not exist."
        yield finding("ingress-service", "ingress", title)
