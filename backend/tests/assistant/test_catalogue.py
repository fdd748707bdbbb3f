"""The catalogue of sentences: each language has each, with its own grammar, dates and clock."""

import inspect
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import ModuleType
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import MODULES, words_in, words_of_language
from todo.actor import Actor, Habits
from todo.assistant.wording import english, german, spanish, words
from todo.assistant.wording.catalogue import CATALOGUE, words_of
from todo.assistant.wording.outcomes import MOST_NAMES, refused
from todo.assistant.wording.words import Asked, Kind, Words
from todo.boundary import new_id
from todo.language import Greeting, OutOfScope, Unknown, language_codes
from todo.language.conversation import Request, read_plan
from todo.mcp.reasons import (
    Gone,
    NoDate,
    NoSuchName,
    NoSuchTask,
    NothingMatches,
    Other,
    Pressing,
    PressingKind,
    SeveralNamed,
    SeveralTasks,
    Why,
)

TODAY = date(2026, 12, 30)  # a Wednesday
EACH = pytest.mark.parametrize("said", MODULES.values(), ids=MODULES)
WHYS: list[Why] = [
    NoSuchTask("tea"),
    NoSuchTask("tea", "done"),
    NoSuchTask("tea", "trash"),
    NoSuchTask("tea", near=True),
    SeveralTasks(),
    NothingMatches("p1"),
    Gone(),
    *(NoSuchName(kind, "x", ("a", "b")) for kind in get_args(Kind)),
    NoSuchName("project", "x"),
    *(SeveralNamed(kind, "x") for kind in get_args(Kind)),
    NoDate("soonish"),
    NoDate("soonish", day=True),
    *(Other(slug, "In English.") for slug in get_args(words.Trouble)),
]
FUNCTIONS = [name for name, found in vars(Words).items() if inspect.isfunction(found) and not name.startswith("_")]
FAMILIES = {
    "LEADS": words.Deed,
    "NOUNS": words.Kind,
    "NOTICES": words.Notice,
    "PAST": words.Past,
    "SUGGESTIONS": words.Suggested,
}


def constants() -> list[str]:
    """Names of what a language has without a function."""
    return [name for name in Words.__annotations__ if name != "CODE"]


def texts(said: ModuleType) -> list[str]:
    """All sentences of a language that need no values."""
    found = [getattr(said, name) for name in constants()]
    return [text for one in found for text in (one.values() if isinstance(one, Mapping) else [one])]


class TestEachLanguageHasEach:
    def test_none_is_answered_in_that_is_not_read(self) -> None:
        assert set(CATALOGUE) <= set(language_codes())
        assert words_of("fr") is english

    @EACH
    def test_sentences(self, said: ModuleType) -> None:
        for name in constants():
            assert getattr(said, name), name
        for name, of in FAMILIES.items():
            assert set(getattr(said, name)) == set(get_args(of)), name
        assert set(said.WHICH) == set(english.WHICH)
        assert CATALOGUE[said.CODE] is said

    @EACH
    def test_functions_with_the_same_arguments(self, said: ModuleType) -> None:
        for name in FUNCTIONS:
            wanted = list(inspect.signature(getattr(Words, name)).parameters.values())[1:]
            found = list(inspect.signature(getattr(said, name)).parameters.values())
            assert [(one.kind, one.default) for one in found] == [(one.kind, one.default) for one in wanted], name

    @pytest.mark.parametrize("said", [german, spanish], ids=["de", "es"])
    def test_no_sentence_is_left_in_english(self, said: ModuleType) -> None:
        same = set(texts(said)) & set(texts(english))
        assert same == set()

    @pytest.mark.parametrize("said", [german, spanish], ids=["de", "es"])
    def test_every_trouble_has_its_own_sentence(self, said: ModuleType) -> None:
        sentences = {refused(Other(slug, "x"), said) for slug in get_args(words.Trouble)}
        assert len(sentences) == len(get_args(words.Trouble))
        assert refused(Other("unheard-of", "In English."), said) not in sentences
        assert "English" not in refused(Other("unheard-of", "In English."), said)

    def test_english_keeps_what_the_tools_say(self) -> None:
        assert refused(Other("unheard-of", "Do it so."), english) == "Do it so."

    @EACH
    @pytest.mark.parametrize("why", WHYS, ids=str)
    def test_every_reason_is_a_sentence(self, why: Why, said: ModuleType) -> None:
        sentence = refused(why, said)
        assert sentence[0].isupper() or not sentence[0].isalpha()
        assert sentence[-1] in ".:?"
        assert sentence.endswith(":") is (isinstance(why, NoSuchTask) and why.near)

    @pytest.mark.parametrize(
        ("why", "kept"),
        [
            (NoSuchTask("Grüner Tee"), "Grüner Tee"),
            (NoSuchName("label", "x", ("Größe", "año")), "Größe"),
            (SeveralNamed("project", "Home"), "Home"),
            (NoDate("soonish"), "soonish"),
        ],
    )
    @EACH
    def test_names_and_words_go_through_as_they_are(self, said: ModuleType, why: Why, kept: str) -> None:
        assert said.quoted(kept) in refused(why, said)

    @EACH
    def test_of_very_many_names_some_are_told(self, said: ModuleType) -> None:
        names = tuple(f"name {number}" for number in range(MOST_NAMES + 1))
        sentence = refused(NoSuchName("label", "x", names), said)
        assert said.quoted(names[-2]) in sentence
        assert names[-1] not in sentence
        assert refused(NoSuchName("label", "x"), said) == said.no_such("label", "x")


class TestExamples:
    """What the assistant says that one may say, it understands."""

    @EACH
    def test_every_example_is_read(self, said: ModuleType) -> None:
        sentences = [*texts(said), *(refused(why, said) for why in WHYS)]
        examples = {one for text in sentences for one in re.findall(QUOTED[said.CODE], text)} - NO_ORDERS
        assert len(examples) > 10
        unread = {
            example for example in examples if isinstance(read(example, said.CODE), Unknown | OutOfScope | Greeting)
        }
        assert unread == set()

    @pytest.mark.parametrize("said", [german, spanish], ids=["de", "es"])
    @pytest.mark.parametrize("kind", ["today", "ahead", "overdue", "catch-up", "finished"])
    def test_every_suggestion_means_what_the_english_one_means(self, kind: Any, said: ModuleType) -> None:
        wanted, found = read(english.SUGGESTIONS[kind], "en"), read(said.SUGGESTIONS[kind], said.CODE)
        assert same(found) == same(wanted)

    @EACH
    def test_the_suggested_task_has_its_time(self, said: ModuleType) -> None:
        [text] = read(said.SUGGESTIONS["add"], said.CODE).texts  # type: ignore[union-attr]
        assert {"en": "5pm", "de": "17 Uhr", "es": "17"}[said.CODE] in text


QUOTED = {"en": "“([^”]*)”", "de": "„([^“]*)“", "es": "«([^»]*)»"}
# Dates, names, and an order that stands for the last of several.
NO_ORDERS = {
    *("x", "a", "b", "tea", "soonish", "friday 5pm", "in 2 weeks", "make it p1"),
    *("Freitag um 17 Uhr", "in 2 Wochen", "viernes a las 17", "en 2 semanas"),
}


def read(said: str, code: str) -> Request:
    now = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
    return read_plan(said, now=now, time_zone="Europe/Berlin", language_code=code)[0]


def same(request: Request) -> str:
    """The request without the person's own words for a date."""
    return re.sub(r"when='[^']*'", "when", repr(request))


class TestDays:
    @pytest.mark.parametrize(
        ("day", "en", "de", "es"),
        [
            (date(2026, 12, 30), "today", "heute", "hoy"),
            (date(2026, 12, 31), "tomorrow", "morgen", "mañana"),
            (date(2026, 12, 29), "yesterday", "gestern", "ayer"),
            (date(2026, 12, 4), "Friday 4 December", "am Freitag, 4. Dezember", "el viernes 4 de diciembre"),
            (date(2027, 1, 1), "Friday 1 January 2027", "am Freitag, 1. Januar 2027", "el viernes 1 de enero de 2027"),
            (
                date(2028, 2, 29),
                "Tuesday 29 February 2028",
                "am Dienstag, 29. Februar 2028",
                "el martes 29 de febrero de 2028",
            ),
            (date(2025, 3, 2), "Sunday 2 March 2025", "am Sonntag, 2. März 2025", "el domingo 2 de marzo de 2025"),
            (date(2026, 5, 6), "Wednesday 6 May", "am Mittwoch, 6. Mai", "el miércoles 6 de mayo"),
            (date(2026, 8, 1), "Saturday 1 August", "am Samstag, 1. August", "el sábado 1 de agosto"),
            (date(2026, 9, 3), "Thursday 3 September", "am Donnerstag, 3. September", "el jueves 3 de septiembre"),
            (date(2026, 7, 6), "Monday 6 July", "am Montag, 6. Juli", "el lunes 6 de julio"),
        ],
    )
    def test_seen_from_today(self, day: date, en: str, de: str, es: str) -> None:
        assert [said.day(day, TODAY) for said in CATALOGUE.values()] == [en, de, es]

    def test_tomorrow_across_the_years_end(self) -> None:
        eve = date(2026, 12, 31)
        assert [said.day(eve + timedelta(days=1), eve) for said in CATALOGUE.values()] == [
            "tomorrow",
            "morgen",
            "mañana",
        ]
        new_year = date(2027, 1, 1)
        assert [said.day(eve, new_year) for said in CATALOGUE.values()] == ["yesterday", "gestern", "ayer"]
        assert german.day(date(2026, 12, 30), new_year) == "am Mittwoch, 30. Dezember 2026"

    @pytest.mark.parametrize(
        ("at", "en", "de", "es"),
        [
            (time(0, 0), "00:00", "0 Uhr", "a las 0:00"),
            (time(0, 30), "00:30", "0:30 Uhr", "a las 0:30"),
            (time(1, 0), "01:00", "1 Uhr", "a la 1:00"),
            (time(1, 15), "01:15", "1:15 Uhr", "a la 1:15"),
            (time(9, 5), "09:05", "9:05 Uhr", "a las 9:05"),
            (time(12, 0), "12:00", "12 Uhr", "a las 12:00"),
            (time(13, 0), "13:00", "13 Uhr", "a las 13:00"),
            (time(15, 0), "15:00", "15 Uhr", "a las 15:00"),
            (time(23, 59), "23:59", "23:59 Uhr", "a las 23:59"),
        ],
    )
    def test_a_clock_of_24_hours(self, at: time, en: str, de: str, es: str) -> None:
        found = [said.moment(TODAY + timedelta(days=1), at, TODAY, twelve_hour=False) for said in CATALOGUE.values()]
        assert found == [f"tomorrow at {en}", f"morgen um {de}", f"mañana {es}"]

    @pytest.mark.parametrize(
        ("at", "shown", "article"),
        [
            (time(0, 0), "12\u00a0AM", "a las"),
            (time(1, 0), "1\u00a0AM", "a la"),
            (time(9, 5), "9:05\u00a0AM", "a las"),
            (time(12, 0), "12\u00a0PM", "a las"),
            (time(13, 30), "1:30\u00a0PM", "a la"),
            (time(17, 0), "5\u00a0PM", "a las"),
            (time(23, 59), "11:59\u00a0PM", "a las"),
        ],
    )
    def test_a_clock_of_12_hours(self, at: time, shown: str, article: str) -> None:
        found = [said.moment(TODAY, at, TODAY, twelve_hour=True) for said in CATALOGUE.values()]
        assert found == [f"today at {shown}", f"heute um {shown}", f"hoy {article} {shown}"]

    @given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)), today=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
    def test_two_days_are_never_said_alike(self, day: date, today: date) -> None:
        for said in CATALOGUE.values():
            assert said.day(day, today) != said.day(day + timedelta(days=1), today)
            assert (str(day.year) in said.day(day, today)) is (day.year != today.year and abs((day - today).days) > 1)


def asked(**fields: Any) -> Asked:
    return Asked(TODAY, **fields)


TOMORROW, FRIDAY = TODAY + timedelta(days=1), date(2027, 1, 1)


class TestFound:
    @pytest.mark.parametrize(
        ("count", "of", "en", "de", "es"),
        [
            (0, {}, "Nothing.", "Keine Aufgaben.", "Ninguna tarea."),
            (1, {}, "1 task:", "1 Aufgabe:", "1 tarea:"),
            (2, {}, "2 tasks:", "2 Aufgaben:", "2 tareas:"),
            (
                0,
                {"first": TODAY, "last": TODAY},
                "Nothing due today.",
                "Heute ist nichts fällig.",
                "No hay nada para hoy.",
            ),
            (
                1,
                {"first": TODAY, "last": TODAY},
                "1 task due today:",
                "1 Aufgabe, die heute fällig ist:",
                "1 tarea para hoy:",
            ),
            (
                3,
                {"first": TOMORROW, "last": TOMORROW},
                "3 tasks due tomorrow:",
                "3 Aufgaben, die morgen fällig sind:",
                "3 tareas para mañana:",
            ),
            (0, {"scope": "overdue"}, "Nothing overdue.", "Keine überfälligen Aufgaben.", "Ninguna tarea atrasada."),
            (1, {"scope": "overdue"}, "1 task overdue:", "1 überfällige Aufgabe:", "1 tarea atrasada:"),
            (2, {"scope": "overdue"}, "2 tasks overdue:", "2 überfällige Aufgaben:", "2 tareas atrasadas:"),
            (0, {"scope": "none"}, "Nothing without a date.", "Keine Aufgaben ohne Datum.", "Ninguna tarea sin fecha."),
            (2, {"scope": "none"}, "2 tasks without a date:", "2 Aufgaben ohne Datum:", "2 tareas sin fecha:"),
            (
                0,
                {"scope": "upcoming"},
                "Nothing coming up.",
                "Keine Aufgaben, die demnächst anstehen.",
                "Ninguna tarea para los próximos días.",
            ),
            (
                1,
                {"scope": "upcoming"},
                "1 task coming up:",
                "1 Aufgabe, die demnächst ansteht:",
                "1 tarea para los próximos días:",
            ),
            (0, {"done": True}, "Nothing done.", "Keine erledigten Aufgaben.", "Ninguna tarea completada."),
            (1, {"done": True}, "1 task done:", "1 erledigte Aufgabe:", "1 tarea completada:"),
            (2, {"done": True}, "2 tasks done:", "2 erledigte Aufgaben:", "2 tareas completadas:"),
            (
                0,
                {"done": True, "first": TODAY, "last": TODAY},
                "Nothing done today.",
                "Heute wurde nichts erledigt.",
                "No completaste nada hoy.",
            ),
            (
                1,
                {"done": True, "first": TODAY, "last": TODAY},
                "1 task done today:",
                "1 Aufgabe, die heute erledigt wurde:",
                "1 tarea completada hoy:",
            ),
            (
                2,
                {"done": True, "first": TODAY, "last": TODAY},
                "2 tasks done today:",
                "2 Aufgaben, die heute erledigt wurden:",
                "2 tareas completadas hoy:",
            ),
            (1, {"priority": 1}, "1 task with priority 1:", "1 Aufgabe mit Priorität 1:", "1 tarea con prioridad 1:"),
            (0, {"label": "home"}, "Nothing with @home.", "Keine Aufgaben mit @home.", "Ninguna tarea con @home."),
            (2, {"text": "tea"}, "2 tasks with “tea”:", "2 Aufgaben mit „tea“:", "2 tareas con «tea»:"),
            (
                2,
                {"first": FRIDAY, "last": FRIDAY},
                "2 tasks due on Friday 1 January 2027:",
                "2 Aufgaben, die am Freitag, 1. Januar 2027 fällig sind:",
                "2 tareas para el viernes 1 de enero de 2027:",
            ),
            (
                2,
                {"first": TODAY, "last": FRIDAY},
                "2 tasks due from today to Friday 1 January 2027:",
                "2 Aufgaben, die von heute bis Freitag, 1. Januar 2027 fällig sind:",
                "2 tareas de hoy al viernes 1 de enero de 2027:",
            ),
            (
                0,
                {"first": date(2026, 12, 28), "last": TOMORROW},
                "Nothing due from Monday 28 December to tomorrow.",
                "Von Montag, 28. Dezember bis morgen ist nichts fällig.",
                "No hay nada del lunes 28 de diciembre a mañana.",
            ),
            (
                1,
                {"last": TODAY},
                "1 task due until today:",
                "1 Aufgabe, die bis heute fällig ist:",
                "1 tarea hasta hoy:",
            ),
            (
                1,
                {"first": FRIDAY},
                "1 task due from Friday 1 January 2027:",
                "1 Aufgabe, die ab Freitag, 1. Januar 2027 fällig ist:",
                "1 tarea desde el viernes 1 de enero de 2027:",
            ),
            (
                1,
                {"priority": 2, "label": "home", "text": "tea", "first": TODAY, "last": TODAY},
                "1 task with priority 2 with @home due today with “tea”:",
                "1 Aufgabe mit Priorität 2 mit @home mit „tea“, die heute fällig ist:",
                "1 tarea con prioridad 2 con @home con «tea» para hoy:",
            ),
        ],
    )
    def test_in_each_language(self, count: int, of: dict[str, Any], en: str, de: str, es: str) -> None:
        assert [said.found(count, asked(**of)) for said in CATALOGUE.values()] == [en, de, es]

    @given(count=st.integers(0, 500), priority=st.none() | st.integers(1, 4), done=st.booleans(), days=st.booleans())
    def test_ends_in_a_colon_where_a_list_follows(
        self, count: int, priority: int | None, done: bool, days: bool
    ) -> None:
        of = asked(priority=priority, done=done, first=TODAY if days else None, last=TODAY if days else None)
        for said in CATALOGUE.values():
            assert said.found(count, of).endswith(":" if count else ".")


COUNTS: list[tuple[str, Callable[[Words, int], str], dict[str, list[str]]]] = [
    (
        "tasks",
        lambda said, n: said.tasks(n),
        {
            "en": ["0 tasks", "1 task", "2 tasks", "21 tasks"],
            "de": ["keine Aufgaben", "1 Aufgabe", "2 Aufgaben", "21 Aufgaben"],
            "es": ["ninguna tarea", "1 tarea", "2 tareas", "21 tareas"],
        },
    ),
    (
        "changes",
        lambda said, n: said.changes(n),
        {
            "en": ["No changes", "1 change", "2 changes", "21 changes"],
            "de": ["Keine Änderungen", "1 Änderung", "2 Änderungen", "21 Änderungen"],
            "es": ["Ningún cambio", "1 cambio", "2 cambios", "21 cambios"],
        },
    ),
    (
        "projects",
        lambda said, n: said.things("project", n),
        {
            "en": ["No projects", "1 project", "2 projects", "21 projects"],
            "de": ["Keine Projekte", "1 Projekt", "2 Projekte", "21 Projekte"],
            "es": ["Ningún proyecto", "1 proyecto", "2 proyectos", "21 proyectos"],
        },
    ),
    (
        "sections",
        lambda said, n: said.things("section", n),
        {
            "en": ["No sections", "1 section", "2 sections", "21 sections"],
            "de": ["Keine Abschnitte", "1 Abschnitt", "2 Abschnitte", "21 Abschnitte"],
            "es": ["Ninguna sección", "1 sección", "2 secciones", "21 secciones"],
        },
    ),
    (
        "labels",
        lambda said, n: said.you_have("label", n),
        {
            "en": ["You have no labels yet.", "You have 1 label:", "You have 2 labels:", "You have 21 labels:"],
            "de": [
                "Du hast noch keine Etiketten.",
                "Du hast 1 Etikett:",
                "Du hast 2 Etiketten:",
                "Du hast 21 Etiketten:",
            ],
            "es": [
                "Aún no tienes ninguna etiqueta.",
                "Tienes 1 etiqueta:",
                "Tienes 2 etiquetas:",
                "Tienes 21 etiquetas:",
            ],
        },
    ),
    (
        "completed",
        lambda said, n: said.did("complete", n),
        {
            "en": ["Completed no tasks", "Completed 1 task", "Completed 2 tasks", "Completed 21 tasks"],
            "de": ["Keine Aufgaben erledigt", "1 Aufgabe erledigt", "2 Aufgaben erledigt", "21 Aufgaben erledigt"],
            "es": ["Ninguna tarea completada", "1 tarea completada", "2 tareas completadas", "21 tareas completadas"],
        },
    ),
    (
        "would have deleted",
        lambda said, n: said.did("delete", n, would=True),
        {
            "en": [
                "Would have deleted no tasks",
                "Would have deleted 1 task",
                "Would have deleted 2 tasks",
                "Would have deleted 21 tasks",
            ],
            "de": [
                "Würde keine Aufgaben löschen",
                "Würde 1 Aufgabe löschen",
                "Würde 2 Aufgaben löschen",
                "Würde 21 Aufgaben löschen",
            ],
            "es": [
                "Se iba a eliminar: ninguna tarea",
                "Se iba a eliminar: 1 tarea",
                "Se iba a eliminar: 2 tareas",
                "Se iba a eliminar: 21 tareas",
            ],
        },
    ),
    (
        "found",
        lambda said, n: said.counted(n),
        {
            "en": ["Found no tasks", "Found 1 task", "Found 2 tasks", "Found 21 tasks"],
            "de": ["Keine Aufgaben gefunden", "1 Aufgabe gefunden", "2 Aufgaben gefunden", "21 Aufgaben gefunden"],
            "es": ["Ninguna tarea encontrada", "1 tarea encontrada", "2 tareas encontradas", "21 tareas encontradas"],
        },
    ),
    (
        "subtasks",
        lambda said, n: said.subtasks(n),
        {
            "en": ["0 subtasks", "1 subtask", "2 subtasks", "21 subtasks"],
            "de": ["keine Unteraufgaben", "1 Unteraufgabe", "2 Unteraufgaben", "21 Unteraufgaben"],
            "es": ["ninguna subtarea", "1 subtarea", "2 subtareas", "21 subtareas"],
        },
    ),
    (
        "late",
        lambda said, n: said.pressing(Pressing("overdue", n)),
        {
            "en": ["overdue by no days", "overdue by 1 day", "overdue by 2 days", "overdue by 21 days"],
            "de": [
                "seit 0 Tagen überfällig",
                "seit 1 Tag überfällig",
                "seit 2 Tagen überfällig",
                "seit 21 Tagen überfällig",
            ],
            "es": ["0 días de retraso", "1 día de retraso", "2 días de retraso", "21 días de retraso"],
        },
    ),
    (
        "in a project",
        lambda said, n: said.in_project(n, "Home"),
        {
            "en": ["0 tasks in Home:", "1 task in Home:", "2 tasks in Home:", "21 tasks in Home:"],
            "de": ["Keine Aufgaben in Home:", "1 Aufgabe in Home:", "2 Aufgaben in Home:", "21 Aufgaben in Home:"],
            "es": ["Ninguna tarea en Home:", "1 tarea en Home:", "2 tareas en Home:", "21 tareas en Home:"],
        },
    ),
]


class TestCounts:
    @pytest.mark.parametrize("code", CATALOGUE)
    @pytest.mark.parametrize(("name", "say", "wanted"), COUNTS, ids=[name for name, *_ in COUNTS])
    def test_none_one_two_many(
        self, name: str, say: Callable[[Words, int], str], wanted: dict[str, list[str]], code: str
    ) -> None:
        assert [say(CATALOGUE[code], number) for number in (0, 1, 2, 21)] == wanted[code]

    @pytest.mark.parametrize(
        ("overdue", "today", "en", "de", "es"),
        [
            (
                0,
                0,
                "Nothing is overdue and nothing is due today.",
                "Nichts ist überfällig, heute ist nichts fällig.",
                "No hay nada atrasado y nada para hoy.",
            ),
            (
                1,
                0,
                "1 task is overdue and nothing is due today.",
                "1 Aufgabe ist überfällig, heute ist nichts fällig.",
                "Tienes 1 tarea atrasada y nada para hoy.",
            ),
            (
                2,
                1,
                "2 tasks are overdue and 1 is due today.",
                "2 Aufgaben sind überfällig, heute ist 1 fällig.",
                "Tienes 2 tareas atrasadas y 1 para hoy.",
            ),
            (
                0,
                3,
                "Nothing is overdue and 3 are due today.",
                "Nichts ist überfällig, heute sind 3 fällig.",
                "No hay nada atrasado y 3 para hoy.",
            ),
        ],
    )
    def test_where_things_stand(self, overdue: int, today: int, en: str, de: str, es: str) -> None:
        assert [said.standing(overdue, today) for said in CATALOGUE.values()] == [en, de, es]

    @pytest.mark.parametrize(
        ("kind", "en", "de", "es"),
        [
            ("due-today", "due today", "heute fällig", "para hoy"),
            ("past-deadline", "past its deadline", "Frist verstrichen", "fuera de plazo"),
            ("deadline-today", "deadline today", "Frist heute", "el plazo acaba hoy"),
            ("deadline-ahead", "deadline in 1 day", "Frist in 1 Tag", "el plazo acaba en 1 día"),
            ("priority", "priority 1", "Priorität 1", "prioridad 1"),
            ("waiting", "waiting for 1 day", "wartet seit 1 Tag", "espera desde hace 1 día"),
            (
                "free",
                "no date, and nothing is more urgent",
                "ohne Datum, und nichts ist dringender",
                "sin fecha, y nada es más urgente",
            ),
        ],
    )
    def test_why_a_task_comes_first(self, kind: PressingKind, en: str, de: str, es: str) -> None:
        assert [said.pressing(Pressing(kind, 1)) for said in CATALOGUE.values()] == [en, de, es]

    @pytest.mark.parametrize(
        ("day", "en", "de", "es"),
        [
            (
                TOMORROW,
                "The fullest day ahead is tomorrow with 5 tasks.",
                "Am vollsten wird es morgen: 5 Aufgaben.",
                "El día más lleno será mañana: 5 tareas.",
            ),
            (
                FRIDAY,
                "The fullest day ahead is Friday 1 January 2027 with 5 tasks.",
                "Am vollsten wird es am Freitag, 1. Januar 2027: 5 Aufgaben.",
                "El día más lleno será el viernes 1 de enero de 2027: 5 tareas.",
            ),
        ],
    )
    def test_the_fullest_day(self, day: date, en: str, de: str, es: str) -> None:
        assert [said.fullest(day, 5, TODAY) for said in CATALOGUE.values()] == [en, de, es]


class TestThings:
    @pytest.mark.parametrize(
        ("kind", "de", "es"),
        [
            ("project", "Projekt „X“ angelegt", "Proyecto «X» creado"),
            ("section", "Abschnitt „X“ angelegt", "Sección «X» creada"),
            ("label", "Etikett „X“ angelegt", "Etiqueta «X» creada"),
        ],
    )
    def test_what_was_made_agrees_with_its_noun(self, kind: Kind, de: str, es: str) -> None:
        found = [said.organized("create", kind, "X") for said in CATALOGUE.values()]
        assert found == [f"Created {kind} “X”", de, es]

    @EACH
    @pytest.mark.parametrize("action", get_args(words.Ordering))
    @pytest.mark.parametrize("kind", get_args(Kind))
    def test_every_deed_and_its_trial(self, kind: Kind, action: Any, said: ModuleType) -> None:
        done, would = (said.organized(action, kind, "X", would=would) for would in (False, True))
        assert done != would
        assert said.quoted("X") in done
        assert said.quoted("X") in would

    @pytest.mark.parametrize(
        ("kind", "de", "es"),
        [
            ("project", "Das Projekt „X“ löschen?", "¿Eliminar el proyecto «X»?"),
            ("section", "Den Abschnitt „X“ löschen?", "¿Eliminar la sección «X»?"),
            ("label", "Das Etikett „X“ löschen?", "¿Eliminar la etiqueta «X»?"),
        ],
    )
    def test_questions_before_deleting(self, kind: Kind, de: str, es: str) -> None:
        assert [said.ask_to_delete(kind, "X") for said in CATALOGUE.values()] == [f"Delete the {kind} “X”?", de, es]

    @pytest.mark.parametrize(
        ("deed", "en", "de", "es"),
        [
            ("delete", "Delete 1 task?", "1 Aufgabe löschen?", "¿Eliminar 1 tarea?"),
            ("complete", "Complete 1 task?", "1 Aufgabe erledigen?", "¿Completar 1 tarea?"),
            ("reopen", "Reopen 1 task?", "1 Aufgabe wieder öffnen?", "¿Reabrir 1 tarea?"),
            ("restore", "Restore 1 task?", "1 Aufgabe wiederherstellen?", "¿Restaurar 1 tarea?"),
            ("change", "Change 1 task?", "1 Aufgabe ändern?", "¿Cambiar 1 tarea?"),
            ("reschedule", "Reschedule 1 task?", "1 Aufgabe verschieben?", "¿Reprogramar 1 tarea?"),
        ],
    )
    def test_questions_before_changing(self, deed: Any, en: str, de: str, es: str) -> None:
        assert [said.ask(deed, 1) for said in CATALOGUE.values()] == [en, de, es]

    @pytest.mark.parametrize(
        ("kind", "de", "es"),
        [
            ("project", "Du hast kein Projekt namens „X“", "No tienes ningún proyecto llamado «X»"),
            ("section", "Du hast keinen Abschnitt namens „X“", "No tienes ninguna sección llamada «X»"),
            ("label", "Du hast kein Etikett namens „X“", "No tienes ninguna etiqueta llamada «X»"),
        ],
    )
    def test_none_of_that_name(self, kind: Kind, de: str, es: str) -> None:
        assert german.no_such(kind, "X").startswith(de)
        assert spanish.no_such(kind, "X").startswith(es)
        assert english.no_such(kind, "X").startswith(f"You have no {kind} called “X”")

    def test_the_inbox_is_called_as_in_the_app(self) -> None:
        assert [said.INBOX for said in CATALOGUE.values()] == ["Inbox", "Eingang", "Bandeja de entrada"]
        assert [said.within(None) for said in CATALOGUE.values()] == [
            "in Inbox",
            "im Eingang",
            "en la bandeja de entrada",
        ]
        assert [said.within("Home") for said in CATALOGUE.values()] == ["in Home", "in Home", "en Home"]


class TestTheWordsThemselves:
    def test_the_check_of_answers_knows_no_english_in_other_languages(self) -> None:
        for code in ("de", "es"):
            known = words_of_language(code)
            assert not known & {"task", "tasks", "due", "today", "changed", "the", "nothing", "overdue", "completed"}
        assert {"task", "due", "today", "friday", "overdue"} <= words_of_language("en")

    @pytest.mark.parametrize("code", CATALOGUE)
    def test_every_sentence_passes_that_check_itself(self, code: str) -> None:
        said = MODULES[code]
        for text in [*texts(said), *(refused(why, said) for why in WHYS if not isinstance(why, Other))]:
            assert words_in(re.sub(QUOTED[code], " ", text)) <= words_of_language(code) | {"tea", "x"}

    def test_people_are_addressed_as_friends(self) -> None:
        assert [text for text in texts(german) if re.search(r"\b(?:Sie|Ihnen|Ihre?[nrms]?)\b", text)] == []
        assert [text for text in texts(spanish) if {"usted", "ustedes"} & words_in(text)] == []


def test_the_voice_follows_the_persons_settings() -> None:
    from todo.assistant.draft import Draft
    from todo.assistant.memory import Memory

    habits = Habits(language="es", twelve_hour=True)
    actor = Actor(new_id(), "assistant", "Europe/Berlin", new_id(), habits=habits)
    assert Draft(new_id(), actor, Memory()).voice.words is spanish
    assert Draft(new_id(), actor, Memory(), language="en").voice.words is english
