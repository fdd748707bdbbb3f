"""The client and the load generator, against small servers that behave and misbehave."""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import pytest
from cluster_kit import INGRESS, FakeCluster, items
from fake_app import HOST, Asked, Last, answer, chunked, serving
from todo_ops import cli
from todo_ops.errors import OpsError, ProcessFailedError
from todo_ops.verify import address, app, load, traffic
from todo_ops.verify.app import UnexpectedAnswerError
from todo_ops.verify.client import Address, BrokenAnswerError, Connection
from todo_ops.verify.load import Load, Result

T = TypeVar("T")
HEALTHY = answer(200, {"status": "ok", "database": "ok"})


def with_connection(found: Address, work: Callable[[Connection], Awaitable[T]], seconds: float = 30) -> T:
    async def connected() -> T:
        async with Connection(found, seconds) as connection:
            return await work(connection)

    return asyncio.run(connected())


class TestClient:
    def test_what_is_sent(self) -> None:
        with serving(lambda asked: answer(201, {"id": 1}, "Change-Group: g")) as (found, asked):
            made = with_connection(found, lambda c: c.request("POST", "/api/x", {"a": 1}, "t", Accept="text/html"))
        assert (made.status, made.json(), made.headers["change-group"]) == (201, {"id": 1}, "g")
        assert (asked[0].method, asked[0].path, json.loads(asked[0].body)) == ("POST", "/api/x", {"a": 1})
        assert "content-length" not in asked[0].headers, "a proxy made with Go would cut off an answer now and then"
        assert asked[0].headers["host"] == HOST
        assert asked[0].headers["authorization"] == "Bearer t"
        assert asked[0].headers["accept"] == "text/html"

    def test_one_connection_for_many_requests(self) -> None:
        threads: set[int] = set()

        def reply(asked: Asked) -> bytes:
            threads.add(threading.get_ident())
            return answer(204) if asked.method == "DELETE" else chunked(b"event: ", b"done\n\n")

        async def two(connection: Connection) -> list[bytes]:
            return [(await connection.request(method, "/")).body for method in ("GET", "DELETE", "GET")]

        with serving(reply) as (found, _):
            assert with_connection(found, two) == [b"event: done\n\n", b"", b"event: done\n\n"]
        assert len(threads) == 1

    def test_a_server_that_closes_is_asked_over_a_new_one(self) -> None:
        async def two(connection: Connection) -> int:
            return sum([(await connection.request("GET", "/")).status for _ in range(2)])

        with serving(lambda asked: answer(200, {}, "Connection: close")) as (found, _):
            assert with_connection(found, two) == 400

    @pytest.mark.parametrize(
        "broken",
        [
            None,
            b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
            chunked(b"event: text\n", end=False),
            b"HTTP/1.1 200 OK\r\n\r\n",
            b"hello\r\n\r\n",
        ],
    )
    def test_half_an_answer_is_none(self, broken: bytes | None) -> None:
        ends_there = None if broken is None else Last(broken)
        with (
            serving(lambda asked: ends_there) as (found, _),
            pytest.raises(BrokenAnswerError, match=r"ended (before|after)"),
        ):
            with_connection(found, lambda connection: connection.request("GET", "/"))

    @pytest.mark.parametrize(
        ("sent", "said"),
        [
            (b"HTTP/1.1 200 OK\r\n", "before it began"),
            (chunked(b"x", end=False), "and status 200"),
            (chunked(b"event: text\n", end=False), r"cut off after 1 chunks, 12 bytes, b'event: text\\n'"),
        ],
    )
    def test_when_an_answer_broke_off_is_said(self, sent: bytes, said: str) -> None:
        with serving(lambda asked: Last(sent)) as (found, _), pytest.raises(BrokenAnswerError, match=said):
            with_connection(found, lambda connection: connection.request("GET", "/"))

    def test_no_answer_in_time(self) -> None:
        with serving(lambda asked: b"") as (found, _), pytest.raises(TimeoutError):
            with_connection(found, lambda connection: connection.request("GET", "/"), seconds=0.1)

    def test_nobody_there(self) -> None:
        with serving(lambda asked: HEALTHY) as (found, _):
            pass
        with pytest.raises(OSError, match="Connect call failed"):
            with_connection(found, lambda c: c.request("GET", "/"))


class TestLoad:
    def test_every_request_is_counted_with_its_status_and_time(self) -> None:
        with serving(lambda asked: answer(200 if asked.path == "/good" else 503)) as (found, asked):

            async def send(connection: Connection, count: int) -> int:
                path = "/bad" if count == 1 else "/good"
                return (await connection.request("GET", path)).status

            loading = Load(found, send, connections=3)
            with load.running(loading):
                wait_for(lambda: loading.result.requests >= 12)
        result = loading.result
        assert result.requests == len(asked) == len(result.durations)
        assert result.statuses[503] == result.failed == 3
        assert result.problems() == "3 x 503"

    def test_it_goes_on_when_the_server_breaks_off(self) -> None:
        def reply(asked: Asked) -> bytes | None:
            return None if len(seen) % 2 else HEALTHY

        with serving(reply) as (found, seen):
            loading = Load(found, load.get("/"), connections=2)
            with load.running(loading):
                wait_for(lambda: len(loading.result.failures) >= 4 and loading.result.statuses[200] >= 2)
        assert loading.result.requests == len(seen)
        assert loading.result.failed == len(loading.result.failures)
        assert "BrokenAnswerError" in loading.result.problems()

    def test_a_stream_without_its_final_event_is_a_failure(self) -> None:
        async def talk(connection: Connection, count: int) -> int:
            await app.chat(connection, "t", "hello")
            return 200

        with serving(lambda asked: chunked(b'event: text\ndata: {"delta": "a"}\n\n')) as (found, _):
            loading = Load(found, talk, connections=1)
            with load.running(loading):
                wait_for(lambda: loading.result.failed > 0)
        assert "ended with text instead of done or error" in loading.result.problems()

    def test_a_new_connection_for_each_where_asked(self) -> None:
        threads: set[int] = set()

        def reply(asked: Asked) -> bytes:
            threads.add(threading.get_ident())
            return HEALTHY

        with serving(reply) as (found, seen):
            loading = Load(found, load.get("/"), connections=1, pause=0.01, keep_alive=False)
            with load.running(loading):
                wait_for(lambda: len(seen) >= 5)
        assert len(threads) > 1 or len(seen) > 1
        assert not loading.result.failed

    def test_a_long_pause_ends_with_the_load(self) -> None:
        with serving(lambda asked: HEALTHY) as (found, seen):
            loading = Load(found, load.get("/"), connections=2, pause=3600)
            with load.running(loading):
                wait_for(lambda: len(seen) >= 1)
        assert loading.result.requests == len(seen) == 1

    def test_percentiles(self) -> None:
        result = Result([number / 1000 for number in range(1, 101)])
        assert [round(result.percentile(share)) for share in (0.0, 0.5, 0.95, 0.99, 1.0)] == [1, 51, 96, 100, 100]
        assert Result().percentile(0.95) == float("inf")

    def test_the_summary(self) -> None:
        result = Result([0.01] * 4, failures=["OSError: gone"], seconds=2)
        result.statuses[200] = 4
        assert str(result) == "5 requests, 2/s, 1 failed, p50 10 ms, p95 10 ms, p99 10 ms"
        assert result.problems() == "OSError: gone"


def wait_for(condition: Callable[[], bool]) -> None:
    ticks = threading.Event()
    for _ in range(1000):
        if condition():
            return
        ticks.wait(0.01)
    raise AssertionError("it never came about")


class TestAddress:
    @pytest.mark.parametrize(
        ("url", "expected"),
        [
            ("http://127.0.0.1:8080", Address("http", "127.0.0.1", 8080, "127.0.0.1:8080")),
            ("https://todo.example.com/", Address("https", "todo.example.com", 443, "todo.example.com")),
        ],
    )
    def test_of_a_url(self, url: str, expected: Address) -> None:
        assert address.parse(url) == expected

    @pytest.mark.parametrize("url", ["todo.local", "ftp://todo.local", "http://", "http://a:b"])
    def test_not_of_anything_else(self, url: str) -> None:
        with pytest.raises(OpsError, match="is not an address"):
            address.parse(url)

    def test_a_number_is_asked_for_the_host_of_the_ingress(self, fake: FakeCluster) -> None:
        fake.answer("get ingress", INGRESS)
        assert address.find(fake.release(), "http://10.0.0.1").host == "todo.local"
        assert address.find(fake.release(), "http://[::1]:8080").host == "todo.local"
        fake.answer("get ingress", "NotFound", 1)
        assert address.find(fake.release(), "http://10.0.0.1:81").host == "10.0.0.1:81"

    def test_a_name_needs_no_cluster(self, fake: FakeCluster) -> None:
        assert address.find(fake.release(), "http://todo.example.com").host == "todo.example.com"
        assert fake.calls() == []

    def test_where_it_may_be_the_likeliest_first(self, fake: FakeCluster) -> None:
        fake.has("minikube")
        fake.answer("current-context", "minikube")
        fake.answer("minikube ip", "192.168.49.2")
        nodes = [{"type": "InternalIP", "address": "192.168.49.2"}, {"type": "Hostname", "address": "minikube"}]
        fake.answer("get nodes", items({"status": {"addresses": nodes}}, {"status": {"addresses": []}}))
        ingress: dict[str, Any] = {**INGRESS, "status": {"loadBalancer": {"ingress": [{"ip": "10.0.0.9"}]}}}
        places = [str(found) for found in address.candidates(fake.release(), ingress)]
        servers = ("10.0.0.9", "192.168.49.2", "127.0.0.1")
        assert places == [f"http://todo.local at {server}:80" for server in servers]

    def test_secure_where_the_ingress_is(self, fake: FakeCluster) -> None:
        fake.answer("get nodes", "Forbidden", 1)
        ingress = {"spec": {"rules": [{"host": "todo.local"}], "tls": [{}]}}
        (found,) = address.candidates(fake.release(), ingress)
        assert (found.scheme, found.port) == ("https", 443)

    def test_something_else_that_answers_is_not_the_app(self) -> None:
        with serving(lambda asked: HEALTHY) as (found, _):
            assert asyncio.run(address.answers(found))
        with serving(lambda asked: answer(404, {"title": "Not Found"})) as (found, _):
            assert not asyncio.run(address.answers(found))
        with serving(lambda asked: answer(200, b"<html>")) as (found, _):
            assert not asyncio.run(address.answers(found))

    def test_found_a_little_later(self, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        fake.answer("get nodes", items())
        fake.answer("get ingress", INGRESS)
        said = iter([False, False, True])

        async def at_last(found: Address) -> bool:
            return next(said)

        monkeypatch.setattr(address, "answers", at_last)
        monkeypatch.setattr(address, "PAUSE_SECONDS", 0)
        assert address.find(fake.release()).server == "127.0.0.1"

    def test_found_nowhere(self, fake: FakeCluster, monkeypatch: pytest.MonkeyPatch) -> None:
        fake.answer("get nodes", items())
        fake.answer("get ingress", "NotFound", 1)
        with pytest.raises(OpsError, match=r"has no ingress. Run \./todo port-forward"):
            address.find(fake.release())

        async def never(found: Address) -> bool:
            return False

        monkeypatch.setattr(address, "answers", never)
        monkeypatch.setattr(address, "PATIENCE_SECONDS", 0)
        monkeypatch.setattr(address, "PAUSE_SECONDS", 0)
        fake.answer("get ingress", INGRESS)
        with pytest.raises(ProcessFailedError, match=r"todo\.local answers at none of 127\.0\.0\.1:80"):
            address.find(fake.release())


class TestCommand:
    def test_a_load_on_a_path(self, fake: FakeCluster, capsys: pytest.CaptureFixture[str]) -> None:
        def reply(asked: Asked) -> bytes:
            return answer(201, {"token": "t"}) if asked.method == "POST" else answer(200, {})

        with serving(reply) as (found, seen):
            url = f"http://localhost:{found.port}"
            assert cli.main(["load", "--url", url, "--connections", "2", "--seconds", "1", "--path", "/api/me"]) == 0
        assert {asked.path for asked in seen} == {"/api/auth/register", "/api/me"}
        assert seen[-1].headers["authorization"] == "Bearer t"
        assert "0 failed, p50" in capsys.readouterr().err

    def test_errors_fail_it(self, fake: FakeCluster) -> None:
        def reply(asked: Asked) -> bytes:
            return answer(201, {"token": "t"}) if asked.method == "POST" else answer(500)

        with serving(reply) as (found, _):
            assert cli.main(["load", "--url", f"http://localhost:{found.port}", "--seconds", "1"]) == 1

    @pytest.mark.parametrize("option", ["--connections", "--seconds"])
    def test_wrong_numbers(self, option: str) -> None:
        with pytest.raises(SystemExit):
            cli.main(["load", option, "0"])

    def test_dry_runs(self, fake: FakeCluster) -> None:
        assert cli.main(["load", "--dry-run"]) == cli.main(["smoke", "--dry-run"]) == 0
        assert fake.calls() == []


class TestApacheBench:
    REPORT = "Complete requests:      1000\nFailed requests:        {failed}\n  95%    180\n"

    def test_a_whole_report(self) -> None:
        assert traffic.judge_ab(self.REPORT.format(failed=0)).passed
        judged = traffic.judge_ab(self.REPORT.format(failed=2))
        assert (judged.value, judged.passed) == ("1000 requests, 2 failed, p95 180 ms", False)
        assert not traffic.judge_ab(self.REPORT.format(failed=0).replace("1000", "940")).passed

    def test_no_report(self) -> None:
        with pytest.raises(ProcessFailedError, match="no report"):
            traffic.judge_ab("apr_socket_recv: Connection refused")


class TestApp:
    def test_pages_are_followed_to_the_end(self) -> None:
        def reply(asked: Asked) -> bytes:
            last = "cursor=b" in asked.path
            return answer(200, {"items": [{"id": "2" if last else "1"}], "next_cursor": None if last else "b"})

        with serving(reply) as (found, seen):
            tasks = app.call(found, lambda connection: app.tasks(connection, "t"))
        assert [task["id"] for task in tasks] == ["1", "2"]
        assert len(seen) == 2

    def test_events(self) -> None:
        stream = 'event: text\ndata: {"delta": "a"}\n\n: a remark\n\nevent: done\ndata: {}\n\n'
        assert app.events(stream) == [("text", {"delta": "a"}), ("done", {})]

    def test_an_unexpected_answer_shows_what_came(self) -> None:
        refused = pytest.raises(UnexpectedAnswerError, match=r"signing up answered 429 instead of 201.*slow down")
        with serving(lambda asked: answer(429, {"detail": "slow down"})) as (found, _), refused:
            app.call(found, app.sign_up)

    def test_mcp_that_answers_with_an_error(self) -> None:
        refused = pytest.raises(UnexpectedAnswerError, match="MCP initialize answered")
        with serving(lambda asked: answer(200, {"error": {"code": -32600}})) as (found, _), refused:
            app.call(found, lambda connection: app.mcp_tools(connection, "t"))
