"""What the templates promise, whatever the values: safe pods, no secret outside of Secrets, stable selectors, ..."""

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

RESTRICTED = {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}
USERS = {"todo-frontend": 1001, "todo-backend": 1001, "postgres": 70}
SECRETS = {"PASSWORD", "JWT_SECRET_KEY", "OPENAI_API_KEY", "DATABASE_URL", "REMINDER_WEBHOOK_SECRET"}
EXTERNAL = ["postgres.enabled=false", "externalDatabase.host=db", "externalDatabase.existingSecret=login"]
Render = Callable[..., Any]


class TestEveryRelease:
    """With each set of values."""

    def test_pods_satisfy_pod_security_restricted(self, release: Any) -> None:
        for pod in release.pods:
            security = pod.spec["securityContext"]
            assert security["runAsNonRoot"] is True, pod.owner
            assert security["seccompProfile"] == {"type": "RuntimeDefault"}, pod.owner
            assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod.spec), pod.owner
            for container in pod.containers:
                assert container["securityContext"] == RESTRICTED, (pod.owner, container["name"])

    def test_pods_run_as_the_users_of_their_images(self, release: Any) -> None:
        for pod in release.pods:
            for container in pod.containers:
                image = re.split(r"[:@]", container["image"].rpartition("/")[2])[0]
                assert pod.spec["securityContext"]["runAsUser"] == USERS[image], (pod.owner, image)

    def test_pods_get_no_token_of_the_cluster(self, release: Any) -> None:
        [account] = release.all("ServiceAccount")
        assert account["automountServiceAccountToken"] is False
        for pod in release.pods:
            assert pod.spec["automountServiceAccountToken"] is False
            assert pod.spec["serviceAccountName"] == account["metadata"]["name"]
            assert pod.spec["enableServiceLinks"] is False

    def test_only_volumes_are_written_to(self, release: Any) -> None:
        for pod in release.pods:
            volumes = {volume["name"] for volume in pod.spec["volumes"]}
            for container in pod.containers:
                mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
                assert mounts["tmp"] == "/tmp"
                assert set(mounts) <= volumes | {"data"}

    def test_every_container_says_what_it_needs(self, release: Any) -> None:
        for pod in release.pods:
            for container in pod.containers:
                for kind in ("requests", "limits"):
                    assert {"cpu", "memory"} <= set(container["resources"][kind]), (pod.owner, container["name"])

    def test_no_image_is_latest(self, release: Any) -> None:
        for pod in release.pods:
            for container in pod.containers:
                assert re.search(r":[\w.-]+$|@sha256:[0-9a-f]{64}$", container["image"]), container["image"]
                assert not container["image"].endswith(":latest")

    def test_servers_have_three_probes(self, release: Any) -> None:
        for component in ("frontend", "backend"):
            [container] = release.pod(component).spec["containers"]
            assert {"startupProbe", "livenessProbe", "readinessProbe"} <= set(container)

    def test_there_are_no_replicas_beside_an_autoscaler(self, release: Any) -> None:
        scaled = {found["spec"]["scaleTargetRef"]["name"] for found in release.all("HorizontalPodAutoscaler")}
        for deployment in release.all("Deployment"):
            assert ("replicas" in deployment["spec"]) != (deployment["metadata"]["name"] in scaled)

    def test_updates_take_no_pod_away_before_there_is_another(self, release: Any) -> None:
        for deployment in release.all("Deployment"):
            rolling = {"maxUnavailable": 0, "maxSurge": 1}
            assert deployment["spec"]["strategy"] == {"type": "RollingUpdate", "rollingUpdate": rolling}

    def test_selectors_hold_only_what_never_changes(self, release: Any) -> None:
        stable = {"app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/component"}
        for found in [*release.all("Deployment"), *release.all("StatefulSet")]:
            selector = found["spec"]["selector"]["matchLabels"]
            assert set(selector) == stable
            assert selector.items() <= found["spec"]["template"]["metadata"]["labels"].items()

    def test_services_select_pods_by_ports_that_they_have(self, release: Any) -> None:
        for service in release.all("Service"):
            pod = release.pod(service["spec"]["selector"]["app.kubernetes.io/component"])
            assert service["spec"]["selector"].items() <= pod.metadata["labels"].items()
            names = {port["name"] for container in pod.spec["containers"] for port in container["ports"]}
            assert {port["targetPort"] for port in service["spec"]["ports"]} <= names

    def test_config_holds_no_secret(self, release: Any) -> None:
        for config in release.all("ConfigMap"):
            assert not SECRETS & set(config["data"])
            assert not any("PASSWORD" in key or "SECRET" in key for key in config["data"])

    def test_secrets_get_into_pods_by_reference_alone(self, release: Any) -> None:
        for pod in release.pods:
            for container in pod.containers:
                for variable in container.get("env", []):
                    if any(word in variable["name"] for word in SECRETS):
                        assert "secretKeyRef" in variable["valueFrom"], (pod.owner, variable)

    def test_the_web_app_never_sees_the_key(self, release: Any) -> None:
        [container] = release.pod("frontend").spec["containers"]
        assert "envFrom" not in container
        assert not any(word in str(container["env"]) for word in SECRETS)

    def test_each_object_says_whose_it_is(self, release: Any) -> None:
        for found in release.objects:
            labels = found["metadata"]["labels"]
            assert labels["app.kubernetes.io/instance"] == "todo", found["metadata"]["name"]
            assert labels["app.kubernetes.io/managed-by"] == "Helm"

    def test_names_are_unique(self, release: Any) -> None:
        assert len(release.names) == len(release.objects)


class TestTwoReleases:
    def test_they_share_no_name(self, render: Render) -> None:
        everything = ["backup.enabled=true", "metrics.serviceMonitor.enabled=true", "metrics.dashboard.enabled=true"]
        first, second = render(*everything, release="one"), render(*everything, release="two")
        assert first.names & second.names == set()
        assert len(first.names) == len(second.names)

    def test_neither_selects_pods_of_the_other(self, render: Render) -> None:
        first, second = render(release="one"), render(release="two")
        for service in first.all("Service"):
            for pod in second.pods:
                assert not service["spec"]["selector"].items() <= pod.metadata["labels"].items()

    @pytest.mark.parametrize(
        ("release", "settings", "prefix"),
        [
            ("todo", [], "todo"),
            ("my-todo", [], "my-todo"),
            ("prod", [], "prod-todo"),
            ("prod", ["nameOverride=tasks"], "prod-tasks"),
            ("prod", ["fullnameOverride=ours"], "ours"),
            ("a" * 53, [], "a" * 40),
        ],
    )
    def test_names(self, render: Render, release: str, settings: list[str], prefix: str) -> None:
        rendered = render("backup.enabled=true", *settings, release=release)
        assert ("Deployment", f"{prefix}-backend") in rendered.names
        assert all(name == prefix or name.startswith(f"{prefix}-") for _, name in rendered.names)
        assert max(len(name) for _, name in rendered.names) <= 63


class TestSecrets:
    def test_they_are_random_long_and_kept(self, render: Render) -> None:
        first, second = (render().get("Secret", "todo-secrets") for _ in range(2))
        assert set(first["data"]) == {"POSTGRES_PASSWORD", "JWT_SECRET_KEY"}
        for key in first["data"]:
            assert re.fullmatch(r"[0-9a-f]{64}", base64.b64decode(first["data"][key]).decode())
            assert first["data"][key] != second["data"][key]
        assert first["metadata"]["annotations"]["helm.sh/resource-policy"] == "keep"

    def test_random_ones_restart_nothing(self, render: Render) -> None:
        assert len({checksum(render(), "secrets") for _ in range(2)}) == 1

    def test_given_ones_are_used_and_restart_the_api_when_they_change(self, render: Render) -> None:
        one, other = (render(f"secrets.jwtSecretKey={digit * 4}be17df90ac25638e1b07f92d8c3a564") for digit in "12")
        assert base64.b64decode(one.get("Secret", "todo-secrets")["data"]["JWT_SECRET_KEY"]).startswith(b"1111be17")
        assert checksum(one, "secrets") != checksum(other, "secrets")

    def test_an_existing_one_replaces_them(self, render: Render) -> None:
        rendered = render("secrets.existingSecret=mine")
        assert rendered.all("Secret") == []
        assert "'todo-secrets'" not in str(rendered.objects)
        assert environment(rendered.pod("backend"))["JWT_SECRET_KEY"] == ("mine", "JWT_SECRET_KEY")
        assert environment(rendered.pod("postgres"))["POSTGRES_PASSWORD"] == ("mine", "POSTGRES_PASSWORD")


class TestSettings:
    def test_changes_restart_what_reads_them(self, render: Render) -> None:
        before, louder = render(), render("config.logLevel=debug")
        assert checksum(before, "config") != checksum(louder, "config")
        assert checksum(before, "config", "frontend") == checksum(louder, "config", "frontend")
        elsewhere = render("config.backendUrl=http://elsewhere")
        assert checksum(before, "config", "frontend") != checksum(elsewhere, "config", "frontend")

    def test_the_addresses_follow_from_the_ingress(self, render: Render) -> None:
        assert config(render("ingress.host=a.b"))["FRONTEND_URL"] == "http://a.b"
        assert config(render("ingress.host=a.b", "ingress.tls.enabled=true"))["FRONTEND_URL"] == "https://a.b"
        assert config(render("config.frontendUrl=https://c.d"))["FRONTEND_URL"] == "https://c.d"

    def test_mcp_calls_by_the_services_names_are_answered(self, render: Render) -> None:
        hosts = config(render("config.allowedHosts={mcp.a.b}"))["ALLOWED_HOSTS"].split(",")
        assert {"todo-backend:8000", "todo-backend.todo.svc:8000", "mcp.a.b"} <= set(hosts)
        assert config(render())["BACKEND_URL"] == "http://todo-backend:8000"

    def test_the_web_app_listens_everywhere(self, render: Render) -> None:
        """Container engines set HOSTNAME to the pod's name; port-forwarding needs the loopback address."""
        assert environment(render().pod("frontend"))["HOSTNAME"] == "0.0.0.0"

    def test_one_process_a_pod(self, render: Render) -> None:
        assert config(render())["WEB_CONCURRENCY"] == "1"

    def test_the_time_to_stop_covers_every_step(self, render: Render) -> None:
        rendered = render()
        spec = rendered.pod("backend").spec
        steps = spec["containers"][0]["lifecycle"]["preStop"]["sleep"]["seconds"]
        steps += float(config(rendered)["SHUTDOWN_DELAY_SECONDS"])
        assert spec["terminationGracePeriodSeconds"] >= steps + 10

    def test_only_readiness_asks_the_database(self, render: Render) -> None:
        [container] = render().pod("backend").spec["containers"]
        paths = {name: container[name]["httpGet"]["path"] for name in container if name.endswith("Probe")}
        assert paths == {
            "startupProbe": "/health/live",
            "livenessProbe": "/health/live",
            "readinessProbe": "/health/ready",
        }

    def test_a_pod_that_gets_requests_has_loaded_all_that_answers_them(self, render: Render) -> None:
        assert config(render())["ASSISTANT_PRELOAD"] == "true"

    def test_accounts_imports_and_reminders(self, render: Render) -> None:
        usual = config(render())
        assert (usual["SIGN_UP"], usual["SESSION_DAYS"], usual["IMPORT_MAX_BYTES"]) == ("open", "30", "10485760")
        assert (usual["REMINDER_WEBHOOK_URL"], usual["REMINDER_WEBHOOK_PRIVATE"]) == ("", "false")
        hook = ["reminders.webhook.url=https://hooks.a.b/todo", "reminders.webhook.private=true"]
        changed = render("config.signUp=first", "config.sessionDays=7", "config.importMaxBytes=104857600", *hook)
        assert config(changed)["SIGN_UP"] == "first"
        assert config(changed)["SESSION_DAYS"] == "7"
        assert config(changed)["IMPORT_MAX_BYTES"] == "104857600"
        assert config(changed)["REMINDER_WEBHOOK_URL"] == "https://hooks.a.b/todo"
        assert config(changed)["REMINDER_WEBHOOK_PRIVATE"] == "true"

    def test_reminders_are_signed_by_a_key_of_the_secret(self, render: Render) -> None:
        rendered = render("reminders.webhook.url=https://hooks.a.b", "secrets.reminderWebhookSecret=4be17df90ac2")
        [entry] = [
            entry
            for entry in rendered.pod("backend").spec["containers"][0]["env"]
            if entry["name"] == "REMINDER_WEBHOOK_SECRET"
        ]
        assert entry["valueFrom"]["secretKeyRef"]["key"] == "REMINDER_WEBHOOK_SECRET"
        assert "REMINDER_WEBHOOK_SECRET" in rendered.get("Secret", "todo-secrets")["data"]
        assert "REMINDER_WEBHOOK_SECRET" not in environment(render().pod("backend"))

    def test_the_migration_runs_before_the_server_with_the_same_image(self, render: Render) -> None:
        spec = render("backend.image.tag=v9.9.9").pod("backend").spec
        assert [step["name"] for step in spec["initContainers"]] == ["migrate"]
        assert spec["initContainers"][0]["image"] == spec["containers"][0]["image"]
        assert "initContainers" not in render("backend.migrations.enabled=false").pod("backend").spec

    def test_images(self, render: Render) -> None:
        rendered = render("global.imageRegistry=a.b/c/", "frontend.image.registry=d.e", "backend.image.tag=v1.2.3")
        images = {pod.owner: pod.spec["containers"][0]["image"] for pod in rendered.pods}
        assert images["Deployment/todo-frontend"] == "d.e/todo-frontend:v4.0.0"
        assert images["Deployment/todo-backend"] == "a.b/c/todo-backend:v1.2.3"
        assert images["StatefulSet/todo-postgres"] == "postgres:16-alpine"

    def test_extra_variables(self, render: Render) -> None:
        settings = [
            f"{part}.extraEnv[0].name=A,{part}.extraEnv[0].value=b" for part in ("frontend", "backend", "postgres")
        ]
        rendered = render(*settings)
        for component in ("frontend", "backend", "postgres"):
            assert environment(rendered.pod(component))["A"] == "b"


class TestDatabase:
    def test_its_data_has_a_folder_of_its_own_in_a_claim_that_stays(self, render: Render) -> None:
        spec = render().get("StatefulSet", "todo-postgres")["spec"]
        assert spec["persistentVolumeClaimRetentionPolicy"] == {"whenDeleted": "Retain", "whenScaled": "Retain"}
        [claim] = spec["volumeClaimTemplates"]
        assert claim["spec"] == {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "10Gi"}}}
        [container] = spec["template"]["spec"]["containers"]
        [mount] = [mount for mount in container["volumeMounts"] if mount["name"] == "data"]
        assert environment_of(container)["PGDATA"].startswith(mount["mountPath"] + "/")
        assert spec["template"]["spec"]["securityContext"]["fsGroup"] == 70

    def test_it_has_time_to_stop_and_is_not_restarted_for_being_busy(self, render: Render) -> None:
        spec = render().pod("postgres").spec
        assert spec["terminationGracePeriodSeconds"] == 120
        liveness = spec["containers"][0]["livenessProbe"]
        assert "tcpSocket" in liveness
        assert liveness["periodSeconds"] * liveness["failureThreshold"] >= 60

    def test_without_persistence_the_data_goes_with_the_pod(self, render: Render) -> None:
        rendered = render("postgres.persistence.enabled=false")
        assert "volumeClaimTemplates" not in rendered.get("StatefulSet", "todo-postgres")["spec"]
        assert {"name": "data", "emptyDir": {}} in rendered.pod("postgres").spec["volumes"]

    def test_an_external_one_replaces_it(self, render: Render) -> None:
        rendered = render(*EXTERNAL, "externalDatabase.passwordKey=pw")
        assert not [name for _, name in rendered.names if name.endswith("-postgres")]
        assert config(rendered)["DATABASE_HOST"] == "db"
        assert config(rendered)["DATABASE_SSLMODE"] == "require"
        assert environment(rendered.pod("backend"))["DATABASE_PASSWORD"] == ("login", "pw")
        assert "POSTGRES_PASSWORD" not in rendered.get("Secret", "todo-secrets")["data"]

    def test_an_address_in_a_secret_leaves_nothing_of_it_elsewhere(self, render: Render) -> None:
        rendered = render(*EXTERNAL, "externalDatabase.urlKey=url")
        assert not [key for key in config(rendered) if key.startswith("DATABASE_")]
        variables = environment(rendered.pod("backend"))
        assert variables["DATABASE_URL"] == ("login", "url")
        assert "DATABASE_PASSWORD" not in variables

    def test_its_authority_is_mounted_where_the_settings_say(self, render: Render) -> None:
        rendered = render(*EXTERNAL, "externalDatabase.sslMode=verify-full", "externalDatabase.ca.secretName=ca")
        file = Path(config(rendered)["DATABASE_SSLROOTCERT"])
        for container in rendered.pod("backend").containers:
            assert str(file.parent) in {mount["mountPath"] for mount in container["volumeMounts"]}
        assert {"name": "database-ca", "secret": {"secretName": "ca"}} in rendered.pod("backend").spec["volumes"]


class TestNetwork:
    def test_every_pod_starts_with_nothing_allowed(self, render: Render) -> None:
        rendered = render("backup.enabled=true")
        default = rendered.get("NetworkPolicy", "todo-default")["spec"]
        assert default["policyTypes"] == ["Ingress", "Egress"]
        assert "ingress" not in default
        for pod in rendered.pods:
            assert default["podSelector"]["matchLabels"].items() <= pod.metadata["labels"].items()

    def test_the_database_is_reached_by_this_releases_own_pods_alone(self, render: Render) -> None:
        [rule] = render().get("NetworkPolicy", "todo-postgres")["spec"]["ingress"]
        [peer] = rule["from"]
        assert set(peer) == {"podSelector"}
        assert peer["podSelector"]["matchLabels"]["app.kubernetes.io/instance"] == "todo"
        [expression] = peer["podSelector"]["matchExpressions"]
        assert set(expression["values"]) == {"backend", "migrate", "backup", "test"}
        assert rule["ports"] == [{"port": 5432}]

    def test_the_metrics_are_for_monitoring_alone(self, render: Render) -> None:
        rules = render().get("NetworkPolicy", "todo-backend")["spec"]["ingress"]
        [metrics] = [rule for rule in rules if rule["ports"] == [{"port": 9090}]]
        [peer] = metrics["from"]
        assert peer["namespaceSelector"]["matchLabels"] == {"kubernetes.io/metadata.name": "monitoring"}

    def test_the_web_app_reaches_the_api_and_nothing_else(self, render: Render) -> None:
        [rule] = render().get("NetworkPolicy", "todo-frontend")["spec"]["egress"]
        assert rule["ports"] == [{"port": 8000}]
        assert components(rule["to"]) == {"backend"}

    def test_no_rule_is_open_by_an_empty_list(self, render: Render) -> None:
        """A rule without peers would let everybody in."""
        nobody = ["networkPolicy.ingressFrom=null", "networkPolicy.metricsFrom=null"]
        for policy in render(*nobody).all("NetworkPolicy"):
            for rule in policy["spec"].get("ingress", []):
                assert rule["from"], policy["metadata"]["name"]

    def test_tests_reach_what_they_test(self, render: Render) -> None:
        rendered = render()
        for component in ("frontend", "backend"):
            rules = rendered.get("NetworkPolicy", f"todo-{component}")["spec"]["ingress"]
            assert "test" in components(rules[0]["from"])
        assert components(rendered.get("NetworkPolicy", "todo-test")["spec"]["egress"][0]["to"]) == {
            "frontend",
            "backend",
        }

    def test_they_can_be_switched_off(self, render: Render) -> None:
        assert render("networkPolicy.enabled=false").all("NetworkPolicy") == []


class TestScaling:
    def test_two_to_five_pods_at_seventy_percent(self, render: Render) -> None:
        for found in render().all("HorizontalPodAutoscaler"):
            spec = found["spec"]
            assert (spec["minReplicas"], spec["maxReplicas"]) == (2, 5)
            [metric] = spec["metrics"]
            assert metric["resource"] == {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 70}}
            assert spec["behavior"]["scaleUp"]["stabilizationWindowSeconds"] == 0
            assert spec["behavior"]["scaleDown"]["stabilizationWindowSeconds"] == 300

    @pytest.mark.parametrize(
        ("settings", "expected"),
        [
            ([], True),
            (["backend.autoscaling.minReplicas=1"], False),
            (["backend.autoscaling.enabled=false"], True),
            (["backend.autoscaling.enabled=false", "backend.replicaCount=1"], False),
            (["backend.podDisruptionBudget.enabled=false"], False),
        ],
    )
    def test_budgets_only_where_a_pod_can_be_missing(self, render: Render, settings: list[str], expected: bool) -> None:
        assert (("PodDisruptionBudget", "todo-backend") in render(*settings).names) is expected

    def test_pods_are_spread_but_can_share_a_node(self, render: Render) -> None:
        spec = render().pod("backend").spec
        assert list(spec["affinity"]["podAntiAffinity"]) == ["preferredDuringSchedulingIgnoredDuringExecution"]
        assert spec["topologySpreadConstraints"][0]["whenUnsatisfiable"] == "ScheduleAnyway"


class TestEntry:
    def test_the_ingress_needs_no_particular_controller(self, render: Render) -> None:
        ingress = render().get("Ingress", "todo")
        assert "annotations" not in ingress["metadata"]
        [rule] = ingress["spec"]["rules"]
        assert rule["host"] == "todo.local"
        routes = {path["path"]: path["backend"]["service"]["name"] for path in rule["http"]["paths"]}
        assert routes == {"/api": "todo-backend", "/.well-known": "todo-backend", "/": "todo-frontend"}
        assert {path["pathType"] for path in rule["http"]["paths"]} == {"Prefix"}

    def test_the_route_leads_to_the_same(self, render: Render) -> None:
        spec = render("httpRoute.enabled=true", "httpRoute.parentRefs[0].name=gate").get("HTTPRoute", "todo")["spec"]
        assert spec["parentRefs"] == [{"name": "gate"}]
        assert spec["hostnames"] == ["todo.local"]
        routes = {rule["matches"][0]["path"]["value"]: rule["backendRefs"][0] for rule in spec["rules"]}
        assert routes == {"/api": {"name": "todo-backend", "port": 8000}, "/": {"name": "todo-frontend", "port": 3000}}

    def test_tls(self, render: Render) -> None:
        ingress = render("ingress.tls.enabled=true", "ingress.tls.clusterIssuer=le").get("Ingress", "todo")
        assert ingress["spec"]["tls"] == [{"hosts": ["todo.local"], "secretName": "todo-tls"}]
        assert ingress["metadata"]["annotations"] == {"cert-manager.io/cluster-issuer": "le"}
        without = render("ingress.tls.clusterIssuer=le").get("Ingress", "todo")
        assert "annotations" not in without["metadata"]


class TestBackups:
    def test_they_outlive_the_release(self, render: Render) -> None:
        rendered = render("backup.enabled=true")
        claim = rendered.get("PersistentVolumeClaim", "todo-backup")
        assert claim["metadata"]["annotations"] == {"helm.sh/resource-policy": "keep"}
        for owner in ("Job/todo-backup-r1", "CronJob/todo-backup"):
            [pod] = [pod for pod in rendered.pods if pod.owner == owner]
            assert {"name": "backups", "persistentVolumeClaim": {"claimName": "todo-backup"}} in pod.spec["volumes"]
            assert pod.spec["containers"][0]["args"][1:] == ["backup", "/backups", "7"]

    def test_they_log_in_as_the_api_does(self, render: Render) -> None:
        rendered = render("backup.enabled=true", *EXTERNAL)
        [pod] = [pod for pod in rendered.pods if pod.owner == "CronJob/todo-backup"]
        variables = environment(pod)
        assert variables["PGPASSWORD"] == ("login", "POSTGRES_PASSWORD")
        assert variables["PGHOST"] == ("todo-config", "DATABASE_HOST")
        assert variables["PGSSLMODE"] == "require"

    def test_an_existing_claim_is_used(self, render: Render) -> None:
        rendered = render("backup.enabled=true", "backup.persistence.existingClaim=mine", "backup.atRelease=false")
        assert rendered.all("PersistentVolumeClaim") == rendered.all("Job") == []
        assert "'claimName': 'mine'" in str(rendered.get("CronJob", "todo-backup"))


class TestNotes:
    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ([], "Open it: http://todo.local"),
            (["ingress.tls.enabled=true", "ingress.host=a.b"], "Open it: https://a.b"),
            (["ingress.enabled=false"], "port-forward service/todo-frontend 8080:3000"),
            (["secrets.existingSecret=mine"], "Secrets come from mine"),
            (["postgres.persistence.enabled=false"], "WARNING: postgres.persistence.enabled is false"),
            ([], "--set backup.enabled=true"),
            ([], "helm test todo --namespace todo"),
        ],
    )
    def test_they_say_what_comes_next(self, notes: Callable[..., str], settings: list[str], words: str) -> None:
        assert words in notes(*settings)


def config(rendered: Any) -> dict[str, str]:
    """The settings in the ConfigMap."""
    data: dict[str, str] = rendered.get("ConfigMap", "todo-config")["data"]
    return data


def checksum(rendered: Any, name: str, component: str = "backend") -> str:
    """A checksum that restarts the pods of a component when it changes."""
    return str(rendered.pod(component).metadata["annotations"][f"checksum/{name}"])


def environment(pod: Any) -> dict[str, Any]:
    """The variables of a pod's first server: the value, or name and key of where it comes from."""
    return environment_of(pod.spec["containers"][0])


def environment_of(container: dict[str, Any]) -> dict[str, Any]:
    """The variables of a container: the value, or name and key of where it comes from."""
    found: dict[str, Any] = {}
    for variable in container["env"]:
        if "value" in variable:
            found[variable["name"]] = variable["value"]
        else:
            [source] = variable["valueFrom"].values()
            found[variable["name"]] = (source["name"], source["key"])
    return found


def components(peers: list[dict[str, Any]]) -> set[str]:
    """The components of this release among the peers of a network policy."""
    expressions = [peer["podSelector"]["matchExpressions"] for peer in peers if "podSelector" in peer]
    return {value for [expression] in expressions for value in expression["values"]}
