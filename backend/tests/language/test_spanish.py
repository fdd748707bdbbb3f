"""Spanish: dates, times, recurrence and quick add. It is Wednesday, 25 November 2026, 10:00 in Berlin."""

import pytest
from language.reading import read, say_due

DAYS = [
    ("Llamar hoy", "2026-11-25"),
    ("Llamar mañana", "2026-11-26"),
    ("Llamar manana", "2026-11-26"),
    ("Llamar pasado mañana", "2026-11-27"),
    ("Llamar el viernes", "2026-11-27"),
    ("Llamar viernes", "2026-11-27"),
    ("Llamar para el viernes", "2026-11-27"),
    ("Llamar el próximo viernes", "2026-12-04"),
    ("Llamar el viernes que viene", "2026-11-27"),
    ("Llamar este viernes", "2026-11-27"),
    ("Llamar el 3 de diciembre", "2026-12-03"),
    ("Llamar el 3 de diciembre de 2027", "2027-12-03"),
    ("Llamar 3 dic", "2026-12-03"),
    ("Llamar el jueves 3 de diciembre", "2026-12-03"),
    ("Llamar el 3", "2026-12-03"),
    ("Llamar el día 15", "2026-12-15"),
    ("Llamar 3/12", "2026-12-03"),
    ("Llamar 3/12/2026", "2026-12-03"),
    ("Llamar en 3 días", "2026-11-28"),
    ("Llamar dentro de una semana", "2026-12-02"),
    ("Llamar en dos meses", "2027-01-25"),
    ("Llamar en un año", "2027-11-25"),
    ("Llamar la próxima semana", "2026-11-30"),
    ("Llamar la semana que viene", "2026-11-30"),
    ("Llamar el próximo mes", "2026-12-01"),
    ("Llamar a fin de mes", "2026-11-30"),
    ("Llamar a mediados de diciembre", "2026-12-15"),
    ("Llamar a principios de enero", "2027-01-01"),
    ("Llamar este fin de semana", "2026-11-28"),
    ("Llamar en enero", "2027-01-01"),
    ("Llamar en navidad", "2026-12-25"),
    ("Llamar el primer lunes de enero", "2027-01-04"),
    ("Llamar el último día del mes", "2026-11-30"),
    ("Llamar 2026-12-03", "2026-12-03"),
]

TIMES = [
    ("Llamar a las 17:00", "2026-11-25 17:00"),
    ("Llamar a las 5", "2026-11-25 17:00"),
    ("Llamar a la 1", "2026-11-25 13:00"),
    ("Llamar a las 5 de la tarde", "2026-11-25 17:00"),
    ("Llamar a las 8 de la mañana", "2026-11-26 08:00"),
    ("Llamar a las 9 de la noche", "2026-11-25 21:00"),
    ("Llamar a las 5 y media", "2026-11-25 17:30"),
    ("Llamar a las 5 y cuarto", "2026-11-25 17:15"),
    ("Llamar a las 6 menos cuarto", "2026-11-25 17:45"),
    ("Llamar a las 5 y diez", "2026-11-25 17:10"),
    ("Llamar a mediodía", "2026-11-25 12:00"),
    ("Llamar a medianoche", "2026-11-26 00:00"),
    ("Llamar esta noche", "2026-11-25 21:00"),
    ("Llamar esta tarde", "2026-11-25 16:00"),
    ("Llamar mañana por la mañana", "2026-11-26 09:00"),
    ("Llamar mañana por la tarde", "2026-11-26 16:00"),
    ("Llamar el viernes a las 9:30", "2026-11-27 09:30"),
    ("Llamar el 3 de diciembre a las 9", "2026-12-03 09:00"),
    ("Llamar en 20 minutos", "2026-11-25 10:20"),
    ("Llamar en una hora", "2026-11-25 11:00"),
    ("Llamar en media hora", "2026-11-25 10:30"),
    ("Llamar en una hora y media", "2026-11-25 11:30"),
]


@pytest.mark.parametrize(("text", "due"), [*DAYS, *TIMES])
def test_dates_and_times(text: str, due: str) -> None:
    task = read(text, language_code="es")
    assert (say_due(task.due), task.title) == (due, "Llamar")


RULES = [
    ("cada día", "FREQ=DAILY", "2026-11-25"),
    ("todos los días", "FREQ=DAILY", "2026-11-25"),
    ("diariamente", "FREQ=DAILY", "2026-11-25"),
    ("cada 3 días", "FREQ=DAILY;INTERVAL=3", "2026-11-25"),
    ("cada semana", "FREQ=WEEKLY", "2026-11-25"),
    ("todas las semanas", "FREQ=WEEKLY", "2026-11-25"),
    ("cada dos semanas", "FREQ=WEEKLY;INTERVAL=2", "2026-11-25"),
    ("cada lunes", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
    ("todos los lunes", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
    ("los martes y jueves", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-26"),
    ("cada lunes, miércoles y viernes", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25"),
    ("cada 2 semanas el martes", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-01"),
    ("cada día laborable", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-25"),
    ("cada fin de semana", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-11-28"),
    ("cada mes", "FREQ=MONTHLY", "2026-11-25"),
    ("mensualmente", "FREQ=MONTHLY", "2026-11-25"),
    ("cada mes el día 15", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15"),
    ("el día 15 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15"),
    ("el último día de cada mes", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30"),
    ("cada tercer viernes", "FREQ=MONTHLY;BYDAY=3FR", "2026-12-18"),
    ("el primer lunes de cada mes", "FREQ=MONTHLY;BYDAY=1MO", "2026-12-07"),
    ("cada 3 meses", "FREQ=MONTHLY;INTERVAL=3", "2026-11-25"),
    ("cada trimestre", "FREQ=MONTHLY;INTERVAL=3", "2026-11-25"),
    ("cada año", "FREQ=YEARLY", "2026-11-25"),
    ("cada año el 3 de marzo", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "2027-03-03"),
    ("cada 3 de marzo", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "2027-03-03"),
    ("cada martes hasta el 20 de diciembre", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261220", "2026-12-01"),
    ("cada día 10 veces", "FREQ=DAILY;COUNT=10", "2026-11-25"),
    ("cada día durante 2 semanas", "FREQ=DAILY;UNTIL=20261208", "2026-11-25"),
    ("cada lunes a partir del 1 de diciembre", "FREQ=WEEKLY;BYDAY=MO", "2026-12-07"),
    ("cada día a las 8 de la mañana", "FREQ=DAILY", "2026-11-26 08:00"),
    ("cada mañana", "FREQ=DAILY", "2026-11-26 09:00"),
]


@pytest.mark.parametrize(("phrase", "rule", "due"), RULES)
def test_recurrence(phrase: str, rule: str, due: str) -> None:
    task = read(f"Nadar {phrase}", language_code="es")
    assert task.recurrence is not None
    assert (str(task.recurrence.rule), say_due(task.due), task.title) == (rule, due, "Nadar")


def test_counting_from_completion() -> None:
    for text in ("Pelo cada! 6 semanas", "Pelo cada 6 semanas después de completar"):
        task = read(text, language_code="es")
        assert task.recurrence is not None
        assert (task.recurrence.anchor, task.title) == ("completion", "Pelo")


@pytest.mark.parametrize(
    ("text", "minutes", "title"),
    [
        ("Leer durante 45 minutos", 45, "Leer"),
        ("Leer durante una hora y media", 90, "Leer"),
        ("Leer mañana de 14:00 a 16:00", 120, "Leer"),
        ("Leer entre las 14:00 y las 15:30", 90, "Leer"),
    ],
)
def test_how_long_it_takes(text: str, minutes: int, title: str) -> None:
    task = read(text, language_code="es")
    assert (task.duration_minutes, task.title) == (minutes, title)


def test_a_range_of_days() -> None:
    task = read("Feria del 3 al 5 de diciembre", language_code="es")
    assert (say_due(task.due), str(task.deadline), task.title) == ("2026-12-03", "2026-12-05", "Feria")


@pytest.mark.parametrize(
    "text",
    [
        "Visitar Mar del Plata",
        "Leer el mar",
        "Comprar 3 manzanas y 2 peras",
        "Leer el periódico",
        "Cantar mañanitas",
        "Preparar viernes santo",
        "Reunión el 31/2",
        "Reunión a las 25",
        'Decir "hasta mañana"',
    ],
)
def test_words_that_are_no_date_stay(text: str) -> None:
    task = read(text, language_code="es")
    assert (task.due, task.title) == (None, text)


def test_labels_are_spanish() -> None:
    task = read("Basura cada lunes y jueves p1 #home", language_code="es")
    assert [span.label for span in task.spans] == ["cada lunes y jueves", "Prioridad 1", "Home"]
    assert [span.label for span in read("x mañana a las 9:00", language_code="es").spans] == ["Mañana", "09:00"]
