"""Heads of cards and refusals: said in the person's language from what a tool did, never from its English."""

from typing import Any
from uuid import UUID

import pytest
from todo.actor import Actor
from todo.assistant.draft import Draft
from todo.assistant.guard import examine
from todo.assistant.memory import Memory
from todo.assistant.wording import english, german, outcomes, spanish
from todo.assistant.wording.voice import Voice
from todo.boundary import new_id
from todo.mcp.reasons import Gone, NoSuchTask, NothingMatches, Other, SeveralTasks, Why
from todo.mcp.schemas import Activity, More, Organized, Overview, ToolOutput, ToolTask

ACTOR = Actor(new_id(), "assistant", "Europe/Berlin", new_id())
VOICES = {words.CODE: Voice(words, ACTOR) for words in (english, german, spanish)}
ENGLISH = "This is in English, for models."
MOMENT = "2026-11-25T09:30:00Z"


def tasks(count: int) -> list[ToolTask]:
    none = dict.fromkeys(("due_date", "due_at", "time_zone", "completed_at", "deleted_at"))
    common: dict[str, Any] = {"notes": "", "priority": 4, "version": 1, "created_at": MOMENT, "updated_at": MOMENT}
    return [ToolTask(id=UUID(int=n), project_id=UUID(int=9), title=f"Tea {n}", **common, **none) for n in range(count)]


def organized(kind: str, *names: str) -> More:
    return More(**{f"{kind}s": [Organized(id=UUID(int=n), name=name) for n, name in enumerate(names)]})


def standing(overdue: int, today: int) -> More:
    return More(overview=Overview(overdue=overdue, today=today, inbox=0, days=[], next_steps=[]))


def change() -> Activity:
    return Activity(change_group=UUID(int=1), at=MOMENT, via="web", summary="Add task: Tea", changes=[])


@pytest.mark.parametrize(
    ("name", "arguments", "output", "titles"),
    [
        ("add_tasks", {}, {"tasks": tasks(1)}, ["Added 1 task", "1 Aufgabe angelegt", "1 tarea añadida"]),
        (
            "add_tasks",
            {"dry_run": True},
            {"tasks": tasks(1)},
            ["Would have added 1 task", "Würde 1 Aufgabe anlegen", "Se iba a añadir: 1 tarea"],
        ),
        (
            "complete_tasks",
            {},
            {"tasks": tasks(2)},
            ["Completed 2 tasks", "2 Aufgaben erledigt", "2 tareas completadas"],
        ),
        (
            "complete_tasks",
            {"reopen": True},
            {"tasks": tasks(1)},
            ["Reopened 1 task", "1 Aufgabe wieder geöffnet", "1 tarea reabierta"],
        ),
        ("delete_tasks", {}, {"tasks": tasks(3)}, ["Deleted 3 tasks", "3 Aufgaben gelöscht", "3 tareas eliminadas"]),
        (
            "delete_tasks",
            {"restore": True},
            {"tasks": tasks(1)},
            ["Restored 1 task", "1 Aufgabe wiederhergestellt", "1 tarea restaurada"],
        ),
        (
            "reschedule_tasks",
            {"when": "x"},
            {"tasks": tasks(1)},
            ["Rescheduled 1 task", "1 Aufgabe verschoben", "1 tarea reprogramada"],
        ),
        (
            "update_tasks",
            {"priority": 1},
            {"tasks": tasks(1)},
            ["Changed 1 task", "1 Aufgabe geändert", "1 tarea cambiada"],
        ),
        ("find_tasks", {}, {"tasks": tasks(2)}, ["Found 2 tasks", "2 Aufgaben gefunden", "2 tareas encontradas"]),
        ("find_tasks", {}, {}, ["Found no tasks", "Keine Aufgaben gefunden", "Ninguna tarea encontrada"]),
        ("undo", {}, {}, ["Undone", "Rückgängig gemacht", "Deshecho"]),
        ("undo", {"redo": True}, {}, ["Redone", "Wiederholt", "Rehecho"]),
        ("activity", {}, {"more": More(activity=[change()])}, ["1 change", "1 Änderung", "1 cambio"]),
        ("activity", {}, {"more": More(activity=[])}, ["No changes", "Keine Änderungen", "Ningún cambio"]),
        (
            "overview",
            {},
            {"more": standing(1, 0)},
            [
                "1 task is overdue and nothing is due today",
                "1 Aufgabe ist überfällig, heute ist nichts fällig",
                "Tienes 1 tarea atrasada y nada para hoy",
            ],
        ),
        (
            "organize",
            {"action": "list", "kind": "label"},
            {"more": organized("label", "a", "b")},
            ["2 labels", "2 Etiketten", "2 etiquetas"],
        ),
        (
            "organize",
            {"action": "list", "kind": "project"},
            {"more": organized("project")},
            ["No projects", "Keine Projekte", "Ningún proyecto"],
        ),
        (
            "organize",
            {"action": "rename", "kind": "project", "name": "Home"},
            {"more": organized("project", "House")},
            ["Renamed project “House”", "Projekt „House“ umbenannt", "Proyecto «House» renombrado"],
        ),
        (
            "organize",
            {"action": "delete", "kind": "section", "name": "Later", "dry_run": True},
            {"more": organized("section", "Later")},
            [
                "Would have deleted section “Later”",
                "Würde den Abschnitt „Later“ löschen",
                "Se eliminaría la sección «Later»",
            ],
        ),
        ("get_task", {}, {"title": "Tea", "tasks": tasks(1)}, ["Tea", "Tea", "Tea"]),
    ],
)
def test_the_head_of_a_card(name: str, arguments: dict[str, Any], output: dict[str, Any], titles: list[str]) -> None:
    given = ToolOutput(**{"title": ENGLISH, **output})
    assert [outcomes.told(name, arguments, given, None, voice).title for voice in VOICES.values()] == titles


@pytest.mark.parametrize(
    ("name", "detail", "details"),
    [
        ("update_tasks", ENGLISH, [english.ALREADY_SO, german.ALREADY_SO, spanish.ALREADY_SO]),
        ("find_tasks", ENGLISH, [english.MORE_THAN_SHOWN, german.MORE_THAN_SHOWN, spanish.MORE_THAN_SHOWN]),
        ("undo", "Tee, Café", ["Tee, Café"] * 3),
        ("find_tasks", None, [None] * 3),
    ],
)
def test_what_is_said_below(name: str, detail: str | None, details: list[str | None]) -> None:
    given = ToolOutput(title=ENGLISH, detail=detail)
    assert [outcomes.told(name, {}, given, None, voice).detail for voice in VOICES.values()] == details


class TestRefusals:
    @pytest.mark.parametrize("code", VOICES)
    def test_why_is_said_in_the_persons_words(self, code: str) -> None:
        voice = VOICES[code]
        refused = ToolOutput(ok=False, title="No such task", detail=ENGLISH, tasks=tasks(2))
        told = outcomes.told("complete_tasks", {}, refused, NoSuchTask("tea"), voice)
        assert (told.ok, told.title) == (False, voice.words.NO_SUCH_TASK)
        assert told.detail == outcomes.refused(NoSuchTask("tea"), voice.words)
        assert told.tasks == refused.tasks

    @pytest.mark.parametrize(
        ("name", "why", "titles"),
        [
            ("complete_tasks", NoSuchTask("tea"), ["No such task", "Keine solche Aufgabe", "No existe esa tarea"]),
            ("complete_tasks", NothingMatches("p1"), ["No such task", "Keine solche Aufgabe", "No existe esa tarea"]),
            ("get_task", Gone(), ["No such task", "Keine solche Aufgabe", "No existe esa tarea"]),
            (
                "delete_tasks",
                SeveralTasks(),
                ["Several tasks match", "Mehrere Aufgaben passen", "Encajan varias tareas"],
            ),
            ("undo", Other("x", "x"), ["Nothing was undone", "Nichts rückgängig gemacht", "No se ha deshecho nada"]),
            ("organize", Other("x", "x"), ["That did not work", "Das hat nicht geklappt", "No ha funcionado"]),
            ("find_tasks", None, ["That did not work", "Das hat nicht geklappt", "No ha funcionado"]),
        ],
    )
    def test_the_head_of_the_card(self, name: str, why: Why | None, titles: list[str]) -> None:
        given = ToolOutput(ok=False, title="No", detail=ENGLISH)
        assert [outcomes.told(name, {}, given, why, voice).title for voice in VOICES.values()] == titles

    @pytest.mark.parametrize("code", ["de", "es"])
    def test_what_nobody_foresaw_is_said_in_general(self, code: str) -> None:
        told = outcomes.told("undo", {}, ToolOutput(ok=False, title="No", detail=ENGLISH), None, VOICES[code])
        assert told.detail == outcomes.refused(Other("", ""), VOICES[code].words)
        assert ENGLISH not in str(told)

    def test_in_english_the_tool_is_believed(self) -> None:
        told = outcomes.told("undo", {}, ToolOutput(ok=False, title="No", detail=ENGLISH), None, VOICES["en"])
        assert told.detail == ENGLISH


class TestDraft:
    def draft(self, language: str) -> Draft:
        return Draft(new_id(), ACTOR, Memory(), language=language)

    @pytest.mark.parametrize("code", ["de", "es"])
    def test_the_card_is_the_persons_and_the_record_is_the_models(self, code: str) -> None:
        draft = self.draft(code)
        card = draft.record("1", "find_tasks", {}, ToolOutput(title="Found 1 task", tasks=tasks(1)))
        assert card.title == VOICES[code].words.counted(1)
        told = [item["output"] for item in draft.items if item["type"] == "function_call_output"]
        assert len(told) == 1
        assert "Found 1 task" in told[0]
        assert card.title not in told[0]

    def test_titles_stay_as_they_are(self) -> None:
        draft = self.draft("de")
        card = draft.record("1", "find_tasks", {}, ToolOutput(title="Found 1 task", tasks=tasks(1)))
        assert [task.title for task in card.tasks] == ["Tea 0"]

    def test_why_is_kept_with_the_refusal(self) -> None:
        draft = self.draft("es")
        card = draft.record("1", "get_task", {}, ToolOutput(ok=False, title="No", detail=ENGLISH), Gone())
        assert card.detail == spanish.GONE


class TestQuestions:
    @pytest.mark.parametrize(
        ("code", "name", "arguments", "title"),
        [
            ("en", "delete_tasks", {"ids": ["x"]}, "Delete 0 tasks?"),
            ("de", "delete_tasks", {"ids": ["x"]}, "Keine Aufgaben löschen?"),
            ("de", "organize", {"action": "delete", "kind": "label", "name": "home"}, "Das Etikett „home“ löschen?"),
            ("es", "organize", {"action": "delete", "kind": "label", "name": "home"}, "¿Eliminar la etiqueta «home»?"),
        ],
    )
    async def test_are_asked_in_the_persons_words(
        self, code: str, name: str, arguments: dict[str, Any], title: str
    ) -> None:
        async def run(*_: Any) -> ToolOutput:
            return ToolOutput(title=ENGLISH)

        database: Any = None
        asked = await examine(run, database, VOICES[code], name, arguments)
        assert asked is not None
        assert asked.view.title == title  # type: ignore[union-attr]
