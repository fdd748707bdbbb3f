"""`python -m todo accounts`: what an operator does, and what is refused."""

import io
import json
import sys

import httpx
import pytest
from support import KEY, PASSWORD, Person, assert_problem
from todo.__main__ import main

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _environment(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"DATABASE_URL": database_url, "JWT_SECRET_KEY": KEY, "SIGN_UP": "closed"}.items():
        monkeypatch.setenv(name, value)


async def accounts(*arguments: str) -> int:
    """Run the command as a program would, beside this test's own loop."""
    import anyio

    return await anyio.to_thread.run_sync(main, ["accounts", *arguments])


async def login(client: httpx.AsyncClient, email: str, password: str) -> httpx.Response:
    return await client.post("/api/auth/login", json={"email": email, "password": password})


def password_in(text: str) -> str:
    return text.split("The password, said only now: ")[1].split()[0]


class TestAdd:
    async def test_makes_an_account_where_nobody_may_sign_up(
        self, anonymous: httpx.AsyncClient, capsys: Printed
    ) -> None:
        options = ["--name", "Ann Lee", "--language", "de", "--time-zone", "Europe/Berlin"]
        assert await accounts("add", "Ann@Example.com", *options) == 0
        said = capsys.readouterr().out
        assert said.startswith("ann@example.com has an account.")
        response = await login(anonymous, "ann@example.com", password_in(said))
        assert response.status_code == 200, response.text
        user = response.json()["user"]
        assert (user["name"], user["language"], user["time_zone"]) == ("Ann Lee", "de", "Europe/Berlin")

    async def test_takes_a_password_and_does_not_repeat_it(
        self, anonymous: httpx.AsyncClient, capsys: Printed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nmore\n"))
        assert await accounts("add", "ben@example.com", "--password-stdin") == 0
        assert PASSWORD not in capsys.readouterr().out
        assert (await login(anonymous, "ben@example.com", PASSWORD)).status_code == 200

    @pytest.mark.parametrize(
        ("options", "reason"),
        [
            (["not an address"], "email"),
            (["cy@example.com", "--language", "xx"], "language"),
            (["cy@example.com", "--language", "german"], "language"),
            (["cy@example.com", "--time-zone", "Mars/Olympus"], "IANA"),
            (["cy@example.com", "--name", " "], "name"),
        ],
    )
    async def test_bad_input_is_one_line(self, options: list[str], reason: str, capsys: Printed) -> None:
        assert await accounts("add", *options) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("todo: ")
        assert reason in err
        assert err.count("\n") == 1

    async def test_a_short_password_is_refused(self, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
        assert await accounts("add", "dee@example.com", "--password-stdin") == 1
        assert "password" in capsys.readouterr().err

    async def test_a_taken_address_is_refused(self, owner: Person, capsys: Printed) -> None:
        assert await accounts("add", owner.user["email"].upper()) == 1
        assert "exists" in capsys.readouterr().err


class TestPassword:
    async def test_another_one_ends_every_session(
        self, anonymous: httpx.AsyncClient, owner: Person, capsys: Printed
    ) -> None:
        assert await accounts("password", owner.user["email"]) == 0
        assert_problem(await owner.client.get("/api/auth/me"), 401)
        assert_problem(await login(anonymous, owner.user["email"], PASSWORD), 401, "wrong-credentials")
        new = password_in(capsys.readouterr().out)
        assert (await login(anonymous, owner.user["email"], new)).status_code == 200

    @pytest.mark.parametrize("typed", ["short", "", "x" * 257])
    async def test_bad_ones_change_nothing(
        self, owner: Person, typed: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        assert await accounts("password", owner.user["email"], "--password-stdin") == 1
        assert "password" in capsys.readouterr().err
        assert (await owner.client.get("/api/auth/me")).status_code == 200

    @pytest.mark.parametrize("action", [["password"], ["delete", "--yes"]])
    async def test_finds_an_address_in_every_form_that_sign_up_takes(self, action: list[str], capsys: Printed) -> None:
        assert await accounts("add", "eve@bücher.example") == 0
        # Upper case, the letters of a network's own, and an accent by itself.
        for typed in (" EVE@XN--BCHER-KVA.example", "Eve@bu\N{COMBINING DIAERESIS}cher.example "):
            assert await accounts("password", typed) == 0, capsys.readouterr().err
        assert await accounts(action[0], "eve@xn--bcher-kva.example", *action[1:]) == 0, capsys.readouterr().err
        assert await accounts("delete", "eve@bücher.example", "--yes") == (1 if action[0] == "delete" else 0)

    async def test_what_is_no_address_is_told_so(self, capsys: Printed) -> None:
        for action in (["password", "eve"], ["delete", "eve@", "--yes"]):
            assert await accounts(*action) == 1
            assert capsys.readouterr().err.startswith("todo: email: ")

    async def test_nobody(self, capsys: Printed) -> None:
        assert await accounts("password", "nobody@example.com") == 1
        assert capsys.readouterr().err == "todo: Nobody here has the address nobody@example.com.\n"


class TestDelete:
    async def test_takes_the_account_away(self, owner: Person, stranger: Person, capsys: Printed) -> None:
        await owner.add("Goes too")
        await stranger.add("Stays")
        assert await accounts("delete", owner.user["email"], "--yes") == 0
        assert "is deleted" in capsys.readouterr().out
        assert_problem(await owner.client.get("/api/auth/me"), 401)
        assert await stranger.titles() == ["Stays"]

    async def test_asks_and_takes_only_the_address_for_an_answer(
        self, owner: Person, capsys: Printed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for typed, terminal in (("yes", True), (owner.user["email"], False)):
            answer = io.StringIO(f"{typed}\n")
            monkeypatch.setattr(answer, "isatty", lambda terminal=terminal: terminal)
            monkeypatch.setattr(sys, "stdin", answer)
            assert await accounts("delete", owner.user["email"]) == 1
            assert "Nothing was deleted" in capsys.readouterr().err
        assert (await owner.client.get("/api/auth/me")).status_code == 200
        answer = io.StringIO(f"{owner.user['email']}\n")
        monkeypatch.setattr(answer, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", answer)
        assert await accounts("delete", owner.user["email"]) == 0
        assert_problem(await owner.client.get("/api/auth/me"), 401)


class TestList:
    async def test_says_who_is_there(self, owner: Person, capsys: Printed) -> None:
        await owner.add("One")
        assert await accounts("list") == 0
        (line,) = [line for line in capsys.readouterr().out.splitlines() if owner.user["email"] in line]
        assert "(Ada): since 20" in line
        assert line.endswith(", 1 task")

    async def test_for_programs(self, owner: Person, capsys: Printed) -> None:
        assert await accounts("list", "--json") == 0
        listed = json.loads(capsys.readouterr().out)
        (mine,) = [account for account in listed if account["email"] == owner.user["email"]]
        assert mine.keys() == {"email", "name", "created_at", "last_used_at", "tasks"}
        assert mine["tasks"] == 0


@pytest.mark.parametrize("arguments", [[], ["dance"], ["add"], ["delete", "a@b.de", "--now"], ["list", "all"]])
async def test_other_words_are_refused_with_usage(arguments: list[str], capsys: Printed) -> None:
    with pytest.raises(SystemExit) as caught:
        await accounts(*arguments)
    assert caught.value.code == 2
    assert "usage: python -m todo" in capsys.readouterr().err


async def test_a_database_that_is_not_there_is_one_line(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://todo:secret@127.0.0.1:1/todo")
    assert await accounts("list") == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "secret" not in err
