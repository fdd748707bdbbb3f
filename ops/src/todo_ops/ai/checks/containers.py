"""Containers that do not start, or do not keep running: image, settings, memory, probes, crashes."""

import re
from collections.abc import Iterator

from todo_ops.ai.facts import Facts, Thing, ended, name_of, part_of, statuses, waiting_for
from todo_ops.ai.findings import Finding, Rank, finding
from todo_ops.kubernetes.release import is_ready

_PULL = ("ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull")
_UNCONFIGURED = ("CreateContainerConfigError", "CreateContainerError")
# With a limit of a few MiB not even the container can be made; the runtimes say so each in their own words.
_TOO_SMALL = re.compile(r"memory.*(?:limit|too low|oom)|oom.?kill|(?:limit|too low|oom).*memory", re.IGNORECASE)
# A probe that asks for the wrong thing, unlike a server that answers 503 because something else is broken.
_WRONG_PROBE = re.compile(r"statuscode: 4\d\d|connection refused|no such host")


def images(facts: Facts) -> Iterator[Finding]:
    """Images that no node can get."""
    for pod in facts.pods():
        for container in statuses(pod):
            waiting = waiting_for(container)
            if waiting.get("reason") in _PULL:
                said = [text for text in facts.events("Pod", name_of(pod), "Failed") if "image" in text]
                title = f"No node can get the image {container.get('image', '?')} of the {part_of(pod)}."
                yield finding("image", part_of(pod), title, waiting.get("message", ""), *said[:1])


def missing_objects(facts: Facts) -> Iterator[Finding]:
    """Secrets, keys of Secrets and ConfigMaps that a pod needs and that are not there."""
    for pod in facts.pods():
        part = part_of(pod)
        for waiting in map(waiting_for, statuses(pod)):
            if waiting.get("reason") in _UNCONFIGURED and not _TOO_SMALL.search(waiting.get("message", "")):
                title = f"The {part} can't start: something that its settings name is not there."
                yield finding("secret", part, title, waiting.get("message", ""))
        unmounted = [text for text in facts.events("Pod", name_of(pod), "FailedMount") if "not found" in text]
        if unmounted and not is_ready(pod):
            title = f"The {part} can't start: a volume's Secret or ConfigMap is not there."
            yield finding("secret", part, title, unmounted[-1])


def memory(facts: Facts) -> Iterator[Finding]:
    """Containers that were killed because they needed more memory than they may."""
    for pod in facts.pods():
        for container in statuses(pod):
            name = str(container["name"])
            if _is_out_of_memory(facts, pod, container):
                limit = _limit(pod, name) or "its node's"
                title = f"The {part_of(pod)} needs more memory than its limit allows: {limit}."
                shown = f"{name_of(pod)}/{name}: {_how(container)}, {container.get('restartCount', 0)} restarts"
                yield finding("memory", part_of(pod), title, shown)


def _is_out_of_memory(facts: Facts, pod: Thing, container: Thing) -> bool:
    if any(end.get("reason") == "OOMKilled" for end in ended(container)):
        return True
    said = [str(state.get("message", "")) for state in (*ended(container), waiting_for(container))]
    said += facts.events("Pod", name_of(pod), "Failed")
    return not is_ready(pod) and any(_TOO_SMALL.search(text) for text in said)


def _limit(pod: Thing, container: str) -> str:
    specs = [*pod["spec"].get("initContainers", []), *pod["spec"]["containers"]]
    found = (one.get("resources", {}).get("limits", {}).get("memory", "") for one in specs if one["name"] == container)
    return str(next(found, ""))


def _how(container: Thing) -> str:
    end = next(iter(ended(container)), {})
    return f"{end.get('reason', 'not started')}, exit code {end.get('exitCode', '?')}"


def probes(facts: Facts) -> Iterator[Finding]:
    """Containers that run, and whose probes fail."""
    for pod in facts.pods():
        said, part = facts.events("Pod", name_of(pod), "Unhealthy"), part_of(pod)
        if not said or is_ready(pod) or not any(map(_has_run, pod["status"].get("containerStatuses", []))):
            continue
        if _may_be_starting(pod, said[-1]):
            yield finding("probe", part, f"The {part} has not started yet.", said[-1], rank=Rank.SYMPTOM)
        else:
            rank = Rank.CAUSE if _WRONG_PROBE.search(said[-1]) and not _is_ending(pod) else Rank.SYMPTOM
            yield finding("probe", part, f"The {part} runs, and its probe fails.", said[-1], rank=rank)


def _may_be_starting(pod: Thing, said: str) -> bool:
    """Whether a startup probe that is refused is one of a server that has only begun."""
    restarted = any(one.get("restartCount") for one in pod["status"].get("containerStatuses", []))
    return said.startswith("Startup probe") and "connection refused" in said and not restarted


def _has_run(container: Thing) -> bool:
    return "running" in container.get("state", {}) or bool(container.get("restartCount"))


def _is_ending(pod: Thing) -> bool:
    """Whether a container ends by itself: nothing listens then, whatever the probe asks for."""
    found = pod["status"].get("containerStatuses", [])
    ends = [end for one in found for end in ended(one)]
    return any(end.get("exitCode") not in (0, 137, 143) or end.get("reason") == "OOMKilled" for end in ends)


def crashes(facts: Facts) -> Iterator[Finding]:
    """Containers that end again and again; the end of the log says why."""
    for pod in facts.pods():
        for container in statuses(pod):
            if is_ready(pod) or not _fails(pod, container):
                continue
            log = facts.log(pod, str(container["name"])).strip().splitlines()
            often = "ends again and again" if container.get("restartCount") else "ended"
            title = f"The container {container['name']} of the {part_of(pod)} {often}."
            shown = f"{name_of(pod)}: {_how(container)}, {container.get('restartCount', 0)} restarts"
            yield finding("crash", part_of(pod), title, shown, *log[-4:], rank=Rank.SYMPTOM)


def _fails(pod: Thing, container: Thing) -> bool:
    """Whether it ended with an error and is to run again; what runs once (a job's) is the job's to tell."""
    failed = any(end.get("exitCode") for end in ended(container))
    return failed and (bool(container.get("restartCount")) or pod["spec"].get("restartPolicy") == "Always")
