"""Which values the chart takes, which it refuses and how it says so, and that each is documented."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from todo_ops import lint_chart, manifests

PASSWORD = "0f2c7be1d5a9"
KEY = "4be17df90ac25638e1b07f92d8c3a5640b9e7d12"


def test_helm_finds_nothing_to_complain_about(helm: Any, values: list[Path]) -> None:
    options = [f"--values={file}" for file in values]
    done = helm.run("lint", "--strict", "--kube-version", manifests.KUBERNETES_VERSION, *options, manifests.CHART)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("placeholder", ["changeme", "CHANGE-ME-please", "your-password", "<password>", "sk-..."])
@pytest.mark.parametrize("name", ["postgresPassword", "jwtSecretKey", "openaiApiKey", "reminderWebhookSecret"])
def test_placeholders_are_refused(helm: Any, name: str, placeholder: str) -> None:
    value = placeholder + "0123456789abcdef0123456789abcdef" * (name == "jwtSecretKey")
    refuses(helm, f"secrets.{name}={value}", says=f"secrets.{name}")


@pytest.mark.parametrize(
    ("setting", "field"),
    [
        ("secrets.jwtSecretKey=short", "secrets.jwtSecretKey"),
        ("secrets.jwtSecretKey=secret-4be17df90ac25638e1b07f92d8c3a564", "secrets.jwtSecretKey"),
        ("secrets.postgresPassword=Password1", "secrets.postgresPassword"),
        ("frontend.image.tag=latest", "frontend.image.tag"),
        ("backend.image.tag=latest", "backend.image.tag"),
        ("postgres.image.tag=latest", "postgres.image.tag"),
        ("backend.image.tag=a b", "backend.image.tag"),
        ("backend.image.digest=sha256:12", "backend.image.digest"),
        ("backend.image.pullPolicy=Sometimes", "backend.image.pullPolicy"),
        ("backend.resources.requests.memory=512m", "backend.resources.requests.memory"),
        ("backend.resources.requests.memory=0Mi", "backend.resources.requests.memory"),
        ("backend.resources.limits.cpu=lots", "backend.resources.limits.cpu"),
        ("backend.resources.limits.cpu=0", "backend.resources.limits.cpu"),
        ("postgres.persistence.size=-1Gi", "postgres.persistence.size"),
        ("postgres.persistence.accessMode=ReadOnlyMany", "postgres.persistence.accessMode"),
        ("postgres.env.POSTGRES_DB=a-b", "postgres.env.POSTGRES_DB"),
        ("frontend.service.port=70000", "frontend.service.port"),
        ("frontend.replicaCount=0", "frontend.replicaCount"),
        (
            "frontend.autoscaling.targetCPUUtilizationPercentage=0",
            "frontend.autoscaling.targetCPUUtilizationPercentage",
        ),
        ("frontend.preStopSeconds=0", "frontend.preStopSeconds"),
        ("config.logLevel=loud", "config.logLevel"),
        ("config.signUp=maybe", "config.signUp"),
        ("config.sessionDays=0", "config.sessionDays"),
        ("config.importMaxBytes=10", "config.importMaxBytes"),
        ("config.importMaxBytes=10MB", "config.importMaxBytes"),
        ("reminders.webhook.url=hooks.example", "reminders.webhook.url"),
        ("reminders.webhook.private=maybe", "reminders.webhook.private"),
        ("config.frontendUrl=todo.local", "config.frontendUrl"),
        ("config.trustedProxies={everyone}", "config.trustedProxies"),
        ("ingress.host=http://todo.local", "ingress.host"),
        ("ingress.tls.secretName=", "ingress.tls.secretName"),
        ("fullnameOverride=Todo_App", "fullnameOverride"),
        ("backup.keep=0", "backup.keep"),
        ("backup.schedule=daily", "backup.schedule"),
        ("networkPolicy.dnsTo[0].ipBlock.cidr=everywhere", "networkPolicy.dnsTo"),
        ("externalDatabase.sslMode=maybe", "externalDatabase.sslMode"),
    ],
)
def test_values_that_cannot_work_are_refused(helm: Any, setting: str, field: str) -> None:
    refuses(helm, setting, says=field)


@pytest.mark.parametrize(
    "path",
    [
        "ingres",
        "frontend.replicas",
        "backend.image.tags",
        "backend.autoscaling.behavior.scaleup",
        "backend.healthCheck.livenessProbe.period",
        "postgres.persistence.storageclass",
        "externalDatabase.ca.configMap",
        "secrets.password",
        "networkPolicy.from",
        "backup.persistence.claim",
        "metrics.serviceMonitor.label",
    ],
)
def test_typing_errors_are_refused(helm: Any, path: str) -> None:
    refuses(helm, f"{path}=1", says=path.rpartition(".")[2])


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (["backend.autoscaling.minReplicas=9"], "backend.autoscaling.minReplicas is larger"),
        (["frontend.preStopSeconds=30"], "frontend.terminationGracePeriodSeconds must be more"),
        (["backend.shutdownDelaySeconds=31"], "backend.terminationGracePeriodSeconds must be at least 46"),
        (["postgres.enabled=false"], "externalDatabase.host or externalDatabase.urlKey"),
        (["postgres.enabled=false", "externalDatabase.host=db"], "externalDatabase.existingSecret or secrets"),
        (["postgres.enabled=false", "externalDatabase.urlKey=url"], "externalDatabase.existingSecret must name"),
        (
            [
                "postgres.enabled=false",
                "externalDatabase.host=db",
                "externalDatabase.existingSecret=login",
                "externalDatabase.sslMode=verify-full",
            ],
            "externalDatabase.ca must name",
        ),
        (["httpRoute.enabled=true"], "httpRoute.parentRefs must name"),
        (["ingress.tls.issuer=a", "ingress.tls.clusterIssuer=b"], "exclude each other"),
        (["metrics.enabled=false", "metrics.serviceMonitor.enabled=true"], "needs metrics.enabled"),
    ],
)
def test_values_that_do_not_go_together_are_refused(helm: Any, settings: list[str], words: str) -> None:
    refuses(helm, *settings, says=words)


def test_good_secrets_are_taken(helm: Any) -> None:
    settings = [
        f"secrets.postgresPassword={PASSWORD}",
        f"secrets.jwtSecretKey={KEY}",
        "secrets.openaiApiKey=sk-4be17df9",
        "secrets.reminderWebhookSecret=4be17df90ac2",
    ]
    assert helm.template(*(f"--set={setting}" for setting in settings)).returncode == 0


def test_other_charts_may_pass_global_values_on(helm: Any) -> None:
    assert helm.template("--set=global.storageClass=fast").returncode == 0


def refuses(helm: Any, *settings: str, says: str) -> None:
    """Assert that Helm refuses the values and names the field, in either of the ways that versions of Helm write it."""
    done = helm.template(*(f"--set={setting}" for setting in settings))
    assert done.returncode != 0
    assert says in done.stderr.replace("/", "."), done.stderr


def test_every_value_is_documented() -> None:
    """Each value has a comment `# --` above it, or belongs to a block that has one; a section's does not count."""
    text = (manifests.CHART / "values.yaml").read_text("utf-8")
    assert [path for path, documented in documentation(text) if not documented] == []


def documentation(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the path of each single value and whether a comment says what it means."""
    parents: list[tuple[int, str, bool]] = []
    comment = ""
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            comment = comment or line.strip()
            continue
        if found := re.match(r"^( *)([A-Za-z_]+):(.*)", line):
            depth, name, value = len(found[1]), found[2], found[3].strip()
            parents = [parent for parent in parents if parent[0] < depth]
            inherited = any(documented for _, _, documented in parents[1:])
            documented = comment.startswith("# -- ") or inherited
            if value:
                yield ".".join([*(parent[1] for parent in parents), name]), documented
            parents.append((depth, name, documented))
        comment = ""


def test_the_schema_names_every_value(render: Any) -> None:
    """A value that the schema does not name would be refused; one that it names and nobody reads is a typing error."""
    yaml = pytest.importorskip("yaml")
    schema = json.loads((manifests.CHART / "values.schema.json").read_text("utf-8"))
    default = yaml.safe_load((manifests.CHART / "values.yaml").read_text("utf-8"))
    without_default = {path for path in named(schema, schema) if not has(default, path)}
    # What Kubernetes knows and people may add; everything else is in values.yaml.
    allowed = re.compile(r"(resources|behavior|healthCheck|affinity)\.")
    assert [".".join(path) for path in sorted(without_default) if not allowed.search(".".join(path))] == []


def named(schema: dict[str, Any], part: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the path of every value that the schema names."""
    if "$ref" in part:
        part = schema["definitions"][part["$ref"].rpartition("/")[2]]
    for name, inner in part.get("properties", {}).items():
        yield (*path, name)
        yield from named(schema, inner, (*path, name))


def has(values: Any, path: tuple[str, ...]) -> bool:
    """Tell whether values have something at this path."""
    for name in path:
        if not isinstance(values, dict) or name not in values:
            return False
        values = values[name]
    return True


def test_objects_in_the_schema_refuse_what_they_do_not_name() -> None:
    schema = json.loads((manifests.CHART / "values.schema.json").read_text("utf-8"))
    parts = [schema, *schema["definitions"].values()]
    while parts:
        part = parts.pop()
        if "properties" in part and part is not schema["properties"]["global"]:
            assert part["additionalProperties"] is False, part
        parts.extend(inner for inner in part.get("properties", {}).values())


def test_every_switch_is_tried_both_ways(render: Any) -> None:
    yaml = pytest.importorskip("yaml")
    default = yaml.safe_load((manifests.CHART / "values.yaml").read_text("utf-8"))
    seen: dict[tuple[str, ...], set[bool]] = {path: {value} for path, value in switches(default)}
    for files in lint_chart.values_of(manifests.CHART):
        for file in files:
            for path, value in switches(yaml.safe_load(file.read_text("utf-8"))):
                seen[path].add(value)
    assert [".".join(path) for path, found in seen.items() if len(found) < 2] == []


def switches(values: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the path of each value that is true or false, with the value."""
    for name, value in values.items():
        if isinstance(value, bool):
            yield (*path, name), value
        elif isinstance(value, dict):
            yield from switches(value, (*path, name))
