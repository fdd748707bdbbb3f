"""What the plan asks for in its sections 5 and 10, and what shows it. docs/VALIDATION.md is made of this."""

from dataclasses import dataclass

from todo_ops.validation.ways import Answers, Lasts, Names, Row, Todo, Version, Way


@dataclass(frozen=True)
class Criterion:
    """One line of the checklist.

    `asks` is the plan's demand, `way` shows it, `needs` (keys of `needs.NEEDS`) say where it can be tried. `note` tells
    where the plan's letter was left.
    """

    name: str
    asks: str
    way: Way
    needs: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Part:
    """Criteria under one heading of the plan."""

    title: str
    criteria: tuple[Criterion, ...]


IMAGES = Todo("test images")
DOCUMENTS = Todo("test system -k 'readme or documents'")
ASK = Todo("test ops -k test_ai_ask")
DIAGNOSE = Todo("test cluster -k test_ai")
# It ends with 1 when it has something to suggest.
IMAGE_REPORT = Todo("ai image --own", (0, 1))
ENGINE, HELM, CLUSTER = ("engine",), ("helm",), ("cluster",)
NOT_EVERYWHERE = "The plan calls it optional."
OWN_IMAGE = "`gordon` asks Docker's own assistant; this report needs none."
OWN_AGENT = (
    "Without kubectl-ai the tool's own agent does it; a scripted model shows that each command is shown and asked for."
)
OWN_DIAGNOSIS = "There is no such call of kagent; ten broken systems are diagnosed instead, without a model."

PREREQUISITES = Part(
    "Phase 0: prerequisites",
    (
        Criterion(
            "docker",
            "`docker --version` shows 27+",
            Version(("docker", "--version"), (20, 10)),
            ("docker",),
            "20.10 is enough: what is used of it is BuildKit and Compose 2.",
        ),
        Criterion("gordon", "`docker ai` answers", Answers(("docker", "ai", "version")), ("gordon",), NOT_EVERYWHERE),
        Criterion("minikube", "`minikube status` shows Running", Answers(("minikube", "status")), ("minikube",)),
        Criterion(
            "nodes",
            "`kubectl get nodes` shows Ready",
            Answers(("kubectl", "wait", "--for=condition=Ready", "nodes", "--all", "--timeout=10s")),
            CLUSTER,
        ),
        Criterion("cluster", "the cluster has what the system needs", Todo("cluster --driver current"), CLUSTER),
        Criterion("helm", "`helm version` shows 3.16+", Version(("helm", "version", "--short"), (3, 16)), HELM),
        Criterion(
            "kubectl-ai",
            "`kubectl-ai version` works",
            Answers(("kubectl-ai", "version")),
            ("kubectl-ai",),
            NOT_EVERYWHERE,
        ),
    ),
)
CONTAINERS = Part(
    "Phase 1: images",
    (
        Criterion("image-frontend", "the frontend's image is < 200 MB", IMAGES, ENGINE),
        Criterion("image-backend", "the backend's image is < 150 MB", IMAGES, ENGINE),
        Criterion("images-run", "both images run", IMAGES, ENGINE),
        Criterion(
            "images-health",
            "health checks pass: `/api/health` (frontend), `/health` (backend)",
            IMAGES,
            ENGINE,
            "The API's probes are `/health/live` and `/health/ready`; `/health` is the report.",
        ),
        Criterion("image-advice", "suggestions for smaller images", IMAGE_REPORT, ("images",), OWN_IMAGE),
    ),
)
CHART = Part(
    "Phase 2: the chart",
    (
        Criterion(
            "chart-lint",
            "`helm lint` passes without warnings",
            Answers(("helm", "lint", "--strict", "helm-charts/todo")),
            HELM,
        ),
        Criterion(
            "chart-metadata",
            "the metadata has name, version, appVersion",
            Names("helm-charts/todo/Chart.yaml", ("name:", "version:", "appVersion:")),
        ),
        Criterion("chart-values", "values.yaml has every parameter", Todo("test chart -k test_values"), HELM),
        Criterion(
            "chart-helpers",
            "_helpers.tpl has name, fullname, labels",
            Names(
                "helm-charts/todo/templates/_helpers.tpl",
                ('define "todo.name"', 'define "todo.fullname"', 'define "todo.labels"'),
            ),
        ),
    ),
)
MANIFESTS = Part(
    "Phase 3: templates",
    (
        Criterion("templates", "templates are configured by values", Todo("test chart -k test_schema"), HELM),
        Criterion("probes", "every deployment has probes", Todo("test chart -k three_probes"), HELM),
        Criterion(
            "resources", "every deployment has requests and limits", Todo("test chart -k says_what_it_needs"), HELM
        ),
        Criterion("hpa-target", "autoscalers aim at 70 % CPU", Todo("test chart -k at_seventy_percent"), HELM),
        Criterion(
            "ingress",
            "the ingress leads / to the frontend, /api to the backend",
            Todo("test chart -k TestEntry"),
            HELM,
            "By a real `/api` prefix, without rewriting or annotations of one controller.",
        ),
        Criterion(
            "secrets-example",
            "secrets are kept out of Git",
            Answers(("git", "check-ignore", "kubernetes/secrets.yaml")),
            ("git",),
            "The example itself is in Git, at kubernetes/secrets.yaml.example; the filled file is not.",
        ),
        Criterion("manifests", "the plain manifests are the chart's", Todo("manifests --check"), HELM),
    ),
)
SCRIPTS = Part(
    "Phase 4: scripts",
    (
        Criterion("doors", "there is a script for `sh` and PowerShell each", Todo("test ops -k test_doors")),
        Criterion("setup", "setup-minikube.sh completes", Answers(("scripts/setup-minikube.sh",)), ("minikube",)),
        Criterion("build", "build-images.sh builds both images", Answers(("scripts/build-images.sh",)), ENGINE),
        Criterion("deploy", "deploy.sh installs the chart", Todo("test cluster -k test_commands"), CLUSTER),
        Criterion("pods", "all pods run within 2 minutes", Row("install"), CLUSTER),
        Criterion(
            "html",
            "the app's address returns its page",
            Row("smoke"),
            CLUSTER,
            "On a copy with a host of its own, so that the one of `todo.local` is left alone.",
        ),
    ),
)
VALIDATION = Part(
    "Phase 5: validation",
    (
        Criterion("smoke", "smoke tests pass", Row("smoke"), CLUSTER),
        Criterion("load", "load tests trigger scaling, from 2 to 3+ pods", Row("autoscaling"), CLUSTER),
        Criterion("bench", "1000 requests, 100 at once, all succeed", Row("apache-bench"), CLUSTER),
        Criterion("ask", "kubectl-ai scales resources", ASK, (), OWN_AGENT),
        Criterion("analysis", "kagent analyses the cluster's health", DIAGNOSE, CLUSTER, OWN_DIAGNOSIS),
        Criterion("rolling", "a rolling update has zero downtime", Row("rolling-upgrade"), CLUSTER),
        Criterion("rollback", "a broken version is rolled back within 2 minutes", Row("broken-image"), CLUSTER),
    ),
)
PAGES = Part(
    "Phase 6: documents",
    (
        Criterion("readme", "README has prerequisites, installation, usage", DOCUMENTS),
        Criterion(
            "deployment",
            "DEPLOYMENT.md has diagrams",
            Names("docs/DEPLOYMENT.md", ("ingress or gateway", "PostgreSQL")),
        ),
        Criterion("troubleshooting", "TROUBLESHOOTING.md covers 10+ issues", DOCUMENTS),
        Criterion(
            "demo",
            "the outline of the demo covers all key features",
            Names("docs/DEMO.md", ("sign", "quick add", "undo", "scale", "upgrade")),
        ),
        Criterion(
            "ai-examples",
            "examples of the AI tools with what they answer",
            Names("docs/AI-DEVOPS.md", ("./todo ai diagnose", "./todo ai ask", "./todo ai image")),
        ),
    ),
)
DEPLOYMENT = Part(
    "Metrics: deployment",
    (
        Criterion("install-time", "Helm installs in < 2 minutes", Row("install"), CLUSTER),
        Criterion("start-frontend", "a frontend pod starts in < 30 s", Row("frontend-start"), CLUSTER),
        Criterion("start-backend", "a backend pod starts in < 45 s", Row("backend-start"), CLUSTER),
        Criterion("health", "health checks pass at 100 %", Row("health"), CLUSTER),
        Criterion("size", "images < 200 MB (frontend), < 150 MB (backend)", IMAGES, ENGINE),
    ),
)
FUNCTIONS = Part(
    "Metrics: functions",
    (
        Criterion("features", "all features work", Todo("test backend frontend system e2e")),
        Criterion("downtime", "zero downtime during rolling updates", Row("rolling-upgrade"), CLUSTER),
        Criterion("scaling", "autoscaling under load", Row("autoscaling"), CLUSTER),
        Criterion("data-pod", "data persists when the database's pod goes", Row("database-pod-lost"), CLUSTER),
        Criterion("data-all", "data persists when every pod goes", Row("every-pod-lost"), CLUSTER),
    ),
)
OPERATIONS = Part(
    "Metrics: AI for operations",
    (
        Criterion("optimise", "suggestions for the images", IMAGE_REPORT, ("images",), OWN_IMAGE),
        Criterion("three-commands", "kubectl-ai runs at least 3 commands", ASK, (), OWN_AGENT),
        Criterion("cluster-health", "kagent analyses the cluster", DIAGNOSE, CLUSTER, OWN_DIAGNOSIS),
    ),
)
READING = Part(
    "Metrics: documents",
    (
        Criterion("ten-minutes", "README leads to a running system in 10 minutes", DOCUMENTS),
        Criterion("ten-issues", "TROUBLESHOOTING.md covers 10+ issues", DOCUMENTS),
        Criterion("demo-length", "the demo takes 90 seconds", Lasts("docs/images/demo.vtt", 90)),
    ),
)
PARTS = (
    *(PREREQUISITES, CONTAINERS, CHART, MANIFESTS, SCRIPTS, VALIDATION, PAGES),
    *(DEPLOYMENT, FUNCTIONS, OPERATIONS, READING),
)
CRITERIA = tuple(criterion for part in PARTS for criterion in part.criteria)
