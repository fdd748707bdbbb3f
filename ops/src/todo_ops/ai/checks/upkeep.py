"""What goes on beside the requests: autoscaling and jobs."""

from collections.abc import Iterator

from todo_ops.ai.facts import Facts, condition, name_of, part_of
from todo_ops.ai.findings import Finding, Rank, finding
from todo_ops.kubernetes.release import is_ready

_WITHOUT_METRICS = ("FailedGetResourceMetric", "FailedGetPodsMetric")


def metrics(facts: Facts) -> Iterator[Finding]:
    """Autoscalers that get no figures; while no pod is ready there can be none."""
    for scaler in facts.mine("HorizontalPodAutoscaler"):
        active = condition(scaler, "ScalingActive")
        if active.get("status") == "False" and active.get("reason") in _WITHOUT_METRICS:
            serves = any(is_ready(pod) for pod in facts.pods(part_of(scaler)))
            title = f"The autoscaler {name_of(scaler)} gets no metrics: nothing is scaled."
            said = str(active.get("message", ""))
            rank = Rank.WARNING if serves else Rank.SYMPTOM
            yield finding("metrics", part_of(scaler), title, said, rank=rank)


def jobs(facts: Facts) -> Iterator[Finding]:
    """Jobs that failed, such as the backup's."""
    for job in facts.mine("Job"):
        failed = condition(job, "Failed")
        if failed.get("status") == "True":
            said = str(failed.get("message", ""))
            yield finding("job", part_of(job), f"The job {name_of(job)} failed.", said, rank=Rank.WARNING)
