#!/usr/bin/env bash
# Gives a bare Debian machine a cluster of one node for the tests, where scripts beside the checkout can make one.
# Sourced by run after engine.sh: it sets PATH, KUBECONFIG and TODO_TEST_CLUSTER. Says why when it can't.

CLUSTER=../shared/lab/cluster
CLUSTER_LOG=.todo/logs/cluster.log

prepare_cluster() { can_make_cluster && make_cluster && use_cluster && load_images && load_generator; }

can_make_cluster() {
    if [ -x "$CLUSTER/up.sh" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then return 0; fi
    echo "No cluster can be made on this machine." >&2
    return 1
}

make_cluster() {
    if "$CLUSTER/build.sh" >"$CLUSTER_LOG" 2>&1 && "$CLUSTER/up.sh" >>"$CLUSTER_LOG" 2>&1; then
        CLUSTER_STARTED=yes
        return 0
    fi
    # One that ran before stays; what came up of this one goes.
    grep -q "already up" "$CLUSTER_LOG" || "$CLUSTER/down.sh" >>"$CLUSTER_LOG" 2>&1 || true
    tail -n 5 "$CLUSTER_LOG" >&2
    echo "The cluster did not start: its log is $CLUSTER_LOG" >&2
    return 1
}

# Only what other programs need of its settings.
use_cluster() {
    local settings
    # shellcheck source=/dev/null
    settings=$(. "$CLUSTER/env.sh" && printf '%s\n' "$PATH" "$KUBECONFIG")
    { read -r PATH && read -r KUBECONFIG; } <<<"$settings"
    export PATH KUBECONFIG
    # An engine that starts beside a cluster closes the way between pods.
    iptables -P FORWARD ACCEPT
}

load_images() {
    ./todo images || return 1
    local version
    version=$(sed -n 's/^appVersion: "\{0,1\}\([^"]*\).*/\1/p' helm-charts/todo/Chart.yaml)
    "$CLUSTER/load.sh" "todo-backend:v$version" "todo-frontend:v$version" postgres:16-alpine >>"$CLUSTER_LOG" 2>&1
    export TODO_TEST_CLUSTER=1
}

# ApacheBench is one of the rows of the scorecard.
load_generator() {
    command -v ab >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq apache2-utils >/dev/null
}

stop_cluster() {
    [ -z "${CLUSTER_STARTED:-}" ] || "$CLUSTER/down.sh" >>"$CLUSTER_LOG" 2>&1 || true
}
