"""`./todo ai diagnose`: reads a namespace's facts, checks them, and prints causes with evidence and what to do."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from todo_ops.ai import checks, explaining, facts, hosts_check, k8sgpt
from todo_ops.ai.findings import Finding, Rank, finding, ordered
from todo_ops.console import Console
from todo_ops.kubernetes.programs import require
from todo_ops.kubernetes.release import Release, is_ready, require_cluster


@dataclass(frozen=True)
class Options:
    """How the findings are shown."""

    as_json: bool = False
    explain: bool = False


def run(release: Release, options: Options, console: Console) -> int:
    """Print what is wrong with the release. Returns 1 when something is, 0 when nothing was found.

    Raises:
        OpsError: no cluster answers, or there is nothing of the release in the namespace.
    """
    require("kubectl")
    require_cluster(release)
    read = facts.read(release)
    found = diagnose(read, k8sgpt.findings(release))
    if options.as_json:
        print(json.dumps([as_json(one) for one in found], indent=2))
    else:
        show(read, found, console)
    if options.explain and found:
        console.print(f"\nIn the words of the model:\n{explaining.explain(found)}")
    return 1 if found else 0


def diagnose(
    read: facts.Facts, others: Sequence[Finding] = (), resolve: hosts_check.Resolve | None = None
) -> list[Finding]:
    """What is wrong, the causes first; `others` are a second opinion."""
    if not read.mine("Deployment") and not read.mine("StatefulSet"):
        return [_not_installed(read)]
    by_name = hosts_check.hosts(read, resolve or hosts_check.resolves)
    return k8sgpt.merged(ordered([*checks.all_findings(read), *by_name]), others)


def as_json(one: Finding) -> dict[str, object]:
    """A finding for programs."""
    return {**asdict(one), "rank": one.rank.name.lower(), "fixes": one.fixes}


def _not_installed(read: facts.Facts) -> Finding:
    title = f"There is nothing of a release {read.release} in namespace {read.namespace}."
    return finding("not-installed", read.release, title)


def show(read: facts.Facts, found: Sequence[Finding], console: Console) -> None:
    """Print the findings, numbered."""
    where = f"release {read.release} in namespace {read.namespace}"
    if not found:
        waiting = sum(not is_ready(pod) and pod["status"].get("phase") != "Succeeded" for pod in read.pods())
        still = f", {waiting} of them not ready yet" if waiting else ""
        console.print(f"Nothing is wrong with {where}: {len(read.pods())} pods{still}, every check passes.")
    else:
        console.print(f"{len(found)} {'finding' if len(found) == 1 else 'findings'} on {where}:")
    for number, one in enumerate(found, 1):
        color = "red" if one.rank is Rank.CAUSE else "yellow"
        console.print(f"\n{number}. {console.color(one.title, color)} [{one.cause}]")
        for text in one.evidence:
            console.print(f"   shown by: {text}")
        for text in one.fixes:
            console.print(f"   to do: {text}")
    if read.unseen:
        console.print(f"\nNot looked at, as you may not: {', '.join(read.unseen)}.")
