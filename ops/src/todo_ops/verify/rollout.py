"""Rows on changes of what runs: an upgrade under load, a broken version and the way back, secrets that stay."""

import hashlib
import json
import secrets
import time
from typing import Any

from todo_ops.kubernetes import pod_states
from todo_ops.verify import app, load
from todo_ops.verify.client import Connection
from todo_ops.verify.context import PARTS, TIMEOUT_SECONDS, Context, Measurement, timed, wait_until

ROLLBACK_SECONDS = 120
BROKEN_TAG = "v0.0.0-broken"
PULL_FAILED = ("ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "InvalidImageName")


def everyday_load(context: Context) -> list[load.Load]:
    """Return what goes on all the time: people read, write, open the web app, and talk to the assistant."""
    token = context.account.token

    async def write(connection: Connection, count: int) -> int:
        return (await connection.request("POST", "/api/tasks", {"title": f"Task {count}"}, token)).status

    async def talk(connection: Connection, count: int) -> int:
        await app.chat(connection, token, "what is due tomorrow?")
        return 200

    return [
        load.Load(context.address, load.get("/api/tasks?limit=5", token), connections=4, pause=0.1, name="reading"),
        load.Load(context.address, load.get("/sign-in"), connections=2, pause=0.2, keep_alive=False, name="web"),
        load.Load(context.address, write, connections=2, pause=0.1, name="writing"),
        load.Load(context.address, talk, connections=3, pause=0.05, name="chat"),
    ]


def judged(loads: list[load.Load], value: str, *, passed: bool = True) -> Measurement:
    """Return a measurement that also needs every request of the loads to have been answered well."""
    sent = sum(each.result.requests for each in loads)
    failed = sum(each.result.failed for each in loads)
    problems = "; ".join(f"{each.name}: {each.result.problems()}" for each in loads if each.result.failed)
    chats = loads[-1].result.requests
    text = f"{value}{failed} of {sent} requests failed, {chats} chat streams {problems}".strip()
    return Measurement(text, passed and not failed and all(each.result.requests for each in loads))


def rolling_upgrade(context: Context) -> Measurement:
    """Every pod of the app is replaced under load: no request fails, each chat stream has its final event."""
    loads = everyday_load(context)
    before = context.names("frontend") | context.names("backend")
    mark = secrets.token_hex(4)
    started = time.monotonic()
    with load.running(*loads):
        context.upgrade(*(f"{part}.podAnnotations.verify=r{mark}" for part in PARTS))
        seconds = time.monotonic() - started
        wait_until(lambda: not before & _all_names(context), TIMEOUT_SECONDS, "the old pods are gone")
    return judged(loads, f"{seconds:.0f} s, ")


def _all_names(context: Context) -> set[str]:
    """Return the names of all pods, with those that are on their way out."""
    found = context.release.get("pods", "--selector", context.release.selector)["items"]
    return {pod["metadata"]["name"] for pod in found}


def broken_image(context: Context) -> Measurement:
    """An image that does not exist: the old pods go on serving, and a rollback ends well."""
    loads = everyday_load(context)
    before = context.names("backend")
    with load.running(*loads):
        context.upgrade(f"backend.image.tag={BROKEN_TAG}", wait=False)
        try:
            wait_until(lambda: any(map(_pull_failed, context.release.pods("backend"))), 60, "the image can't be pulled")
            kept = before <= context.names("backend")
        finally:
            started = time.monotonic()
            _roll_back(context)
            seconds = time.monotonic() - started
    found = judged(loads, f"rollback {seconds:.0f} s, ", passed=kept)
    return timed(found.value, seconds, ROLLBACK_SECONDS, passed=bool(found.passed))


def _pull_failed(pod: dict[str, Any]) -> bool:
    container = pod_states.failing_container(pod)
    waiting = container.get("state", {}).get("waiting", {}) if container else {}
    return waiting.get("reason") in PULL_FAILED


def _roll_back(context: Context) -> None:
    waiting = ["--wait", "--timeout", f"{TIMEOUT_SECONDS}s"]
    context.release.programs.change("helm rollback", *context.release.helm("rollback", context.release.name, *waiting))


def secrets_stay(context: Context) -> Measurement:
    """An upgrade that names no secret changes none, and sessions of before still count."""
    token = context.account.token
    before = fingerprint(context)
    context.upgrade()
    answer = app.call(context.address, lambda connection: connection.request("GET", "/api/auth/me", token=token))
    same = before == fingerprint(context)
    value = f"{'same' if same else 'other'} secrets, session answered {answer.status}"
    return Measurement(value, same and answer.status == 200)


def fingerprint(context: Context) -> str:
    """Return a hash of the release's secrets: they themselves are never shown."""
    data = context.release.get(f"secret/{context.release.fullname}-secrets")["data"]
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
