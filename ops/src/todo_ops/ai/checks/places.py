"""Where pods run and what they store: claims, nodes, quotas, and what else keeps pods from being made."""

from collections.abc import Iterator

from todo_ops.ai.facts import Facts, Thing, condition, name_of, part_of
from todo_ops.ai.findings import Finding, finding

_PRESSURES = ("MemoryPressure", "DiskPressure", "PIDPressure")
_MAKERS = ("ReplicaSet", "StatefulSet", "Job")


def claims(facts: Facts) -> Iterator[Finding]:
    """Claims that have no volume, and pods that name a claim that is not there."""
    for claim in facts.mine("PersistentVolumeClaim"):
        if claim["status"].get("phase") != "Bound":
            yield _unbound(facts, claim)
    for pod in facts.pods():
        said = [text for text in _unscheduled(facts, pod) if "persistentvolumeclaim" in text and "not found" in text]
        if said:
            title = f"The {part_of(pod)} waits for a claim that does not exist."
            yield finding("claim", part_of(pod), title, said[-1])


def _unbound(facts: Facts, claim: Thing) -> Finding:
    classes = {name_of(one) for one in facts.all("StorageClass")}
    wanted = claim["spec"].get("storageClassName")
    if "storageclasses" in facts.unseen or wanted in classes:
        why = "none has been made for it"
    elif wanted:
        why = f"there is no storage class {wanted}"
    else:
        why = "it names no storage class, and the cluster has no default"
    said = facts.events("PersistentVolumeClaim", name_of(claim))
    known = f"storage classes of the cluster: {', '.join(sorted(classes)) or 'none'}"
    return finding("claim", part_of(claim), f"The claim {name_of(claim)} has no volume: {why}.", *said[-1:], known)


def scheduling(facts: Facts) -> Iterator[Finding]:
    """Pods that no node takes, for another reason than their claims."""
    for pod in facts.pods():
        said = _unscheduled(facts, pod)
        if said and "persistentvolumeclaim" not in said[-1].lower():
            yield finding("pending", part_of(pod), f"No node takes a pod of the {part_of(pod)}.", said[-1])


def _unscheduled(facts: Facts, pod: Thing) -> list[str]:
    found = condition(pod, "PodScheduled")
    said = facts.events("Pod", name_of(pod), "FailedScheduling")
    return [*said, str(found.get("message", ""))] if found.get("status") == "False" else []


def nodes(facts: Facts) -> Iterator[Finding]:
    """Nodes that are not ready, or short of something."""
    for node in facts.all("Node"):
        name, ready = name_of(node), condition(node, "Ready")
        if ready and ready["status"] != "True":
            yield finding("node", name, f"The node {name} is not ready.", str(ready.get("message", "")))
        for kind in _PRESSURES:
            if (pressure := condition(node, kind)).get("status") == "True":
                yield finding("node", name, f"The node {name} has {kind}.", str(pressure.get("message", "")))


def refused_pods(facts: Facts) -> Iterator[Finding]:
    """Pods that the cluster refuses to make: a quota, Pod Security, a webhook."""
    for kind in _MAKERS:
        for maker in facts.mine(kind):
            said = facts.events(kind, name_of(maker), "FailedCreate")
            if said and _lacks_pods(maker):
                yield _refused(part_of(maker), said[-1])


def _lacks_pods(maker: Thing) -> bool:
    status = maker.get("status", {})
    if maker["kind"] == "Job":
        return not (status.get("active") or status.get("succeeded"))
    return int(status.get("readyReplicas", 0)) < int(maker["spec"].get("replicas", 1))


def _refused(part: str, said: str) -> Finding:
    if "quota" in said:
        return finding("quota", part, f"A quota of the namespace leaves no room for the {part}.", said)
    if "PodSecurity" in said:
        return finding("pod-security", part, f"The namespace's Pod Security refuses the {part}.", said)
    return finding("refused", part, f"The cluster refuses to make pods of the {part}.", said)
