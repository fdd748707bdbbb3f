"""Servers that run together: readiness, sudden ends, stopping, orphans."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from todo_ops import process_table, processes
from todo_ops.process_table import ProcessId
from todo_ops.processes import NotReadyError, Processes, Program, ProgramEndedError, end_orphans

SERVER = (
    "import http.server, sys\n"
    "class Answer(http.server.BaseHTTPRequestHandler):\n"
    "    def do_GET(self):\n"
    "        self.send_response(int(sys.argv[2])); self.end_headers()\n"
    "http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Answer).serve_forever()"
)


def program(code: str = SERVER, *, status: int = 200, name: str = "Server") -> Program:
    port = process_table.free_port()
    command = [sys.executable, "-c", code, str(port), str(status)]
    return Program(name, command, dict(os.environ), f"http://127.0.0.1:{port}/")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Processes]:
    with Processes(tmp_path) as group:
        yield group


class TestReadiness:
    def test_an_answer_is_enough(self, running: Processes) -> None:
        running.start(program())
        running.wait_until_ready()
        running.check()

    @pytest.mark.parametrize("status", [302, 401, 404])
    def test_any_answer_but_a_server_error(self, running: Processes, status: int) -> None:
        running.start(program(status=status))
        running.wait_until_ready()

    def test_a_server_error_is_not(self, running: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(processes, "READY_SECONDS", 1)
        running.start(program(status=503))
        with pytest.raises(NotReadyError, match="does not answer at"):
            running.wait_until_ready()

    def test_an_early_end_shows_the_log(self, running: Processes) -> None:
        running.start(program("import sys; sys.exit('no such setting')", name="Web app"))
        with pytest.raises(
            ProgramEndedError, match=r"(?s)Web app ended .*exit code 1\..*web-app\.log:.*no such setting"
        ):
            running.wait_until_ready()

    def test_a_proxy_is_not_asked(self, running: Processes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        running.start(program())
        running.wait_until_ready()


class TestStopping:
    def test_all_end_with_the_block(self, tmp_path: Path) -> None:
        with Processes(tmp_path) as group:
            for name in ("One", "Two"):
                group.start(program(name=name))
            group.wait_until_ready()
            recorded = [ProcessId(**entry) for entry in json.loads((tmp_path / "processes.json").read_text())]
            assert len(recorded) == 2
        assert not any(process_table.is_running(process) for process in recorded)
        assert not (tmp_path / "processes.json").exists()

    def test_one_that_ignores_the_request_is_ended(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(processes, "STOP_SECONDS", 0.2)
        stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + SERVER
        with Processes(tmp_path) as group:
            group.start(program(stubborn))
            group.wait_until_ready()
            [entry] = json.loads((tmp_path / "processes.json").read_text())
        assert not process_table.is_running(ProcessId(**entry))

    def test_children_of_a_server_end_with_it(self, tmp_path: Path) -> None:
        forking = (
            "import subprocess, sys\n"
            "subprocess.Popen([sys.executable, '-c', 'import signal; "
            "signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.pause()'])\n" + SERVER
        )
        with Processes(tmp_path) as group:
            group.start(program(forking))
            group.wait_until_ready()
            [entry] = json.loads((tmp_path / "processes.json").read_text())
            [child] = process_table.descendants(entry["pid"])
        assert process_table.wait_until_gone(child, 5)


class TestOrphans:
    def test_they_are_ended(self, tmp_path: Path) -> None:
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as orphan:
            process = process_table.identify(orphan.pid)
            assert process
            record = tmp_path / "processes.json"
            record.write_text(json.dumps([{"pid": process.pid, "started": process.started}]))
            end_orphans(record)
            assert not process_table.is_running(process)
        assert not record.exists()

    def test_somebody_elses_process_with_the_same_pid_is_spared(self, tmp_path: Path) -> None:
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
            process = process_table.identify(other.pid)
            assert process
            record = tmp_path / "processes.json"
            record.write_text(json.dumps([{"pid": process.pid, "started": process.started - 60}]))
            end_orphans(record)
            assert process_table.is_running(process)
            other.kill()

    @pytest.mark.parametrize("content", ["", "{", "[1]", '[{"pid": "x", "started": 1}]', '[{"pid": 1}]'])
    def test_a_damaged_record_is_dropped(self, tmp_path: Path, content: str) -> None:
        record = tmp_path / "processes.json"
        record.write_text(content)
        end_orphans(record)
        assert not record.exists()

    def test_no_record_no_orphans(self, tmp_path: Path) -> None:
        end_orphans(tmp_path / "missing.json")


class TestProcessTable:
    def test_a_pid_that_nobody_has(self) -> None:
        assert process_table.identify(2**22 + 1) is None
        assert process_table.working_directory(2**22 + 1) is None
        assert process_table.descendants(2**22 + 1) == []

    def test_a_zombie_is_gone(self) -> None:
        process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        known = process_table.identify(process.pid)
        assert known
        assert process_table.is_running(known)
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert process_table.identify(process.pid) is None
        assert process_table.wait_until_gone(known, 0)
        process.communicate()

    def test_processes_are_found_by_name_and_folder(self, tmp_path: Path) -> None:
        with subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, cwd=tmp_path) as here:
            assert process_table.named_in("cat", tmp_path) == [here.pid]
            assert process_table.named_in("dog", tmp_path) == []
            assert process_table.named_in("cat", tmp_path / "elsewhere") == []
            assert process_table.working_directory(here.pid) == tmp_path
            here.kill()

    def test_killing_spares_those_that_have_ended(self) -> None:
        with subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE) as process:
            known = process_table.identify(process.pid)
            assert known
            process_table.kill([known])
            process_table.kill([known, ProcessId(2**22 + 1, 0)])
            assert not process_table.is_running(known)

    def test_ports(self) -> None:
        import socket

        with socket.socket() as holder:
            holder.bind(("127.0.0.1", 0))
            holder.listen()
            port = holder.getsockname()[1]
            assert not process_table.port_is_free(port)
            assert f"(pid {os.getpid()})" in (process_table.port_holder(port) or "")
        assert process_table.port_is_free(port)
        assert process_table.port_holder(port) is None
