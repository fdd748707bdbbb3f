"""Words that are days in one place and something else in another: titles of series, topics, lengths, tails."""

import pytest
from language.reading import read, say_due


def _said(text: str, code: str = "en") -> tuple[str, str | None]:
    task = read(text, language_code=code)
    return task.title, say_due(task.due)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "watch Wednesday on netflix"),
        ("en", "rewatch wednesday with the kids"),
        ("en", "read Friday by Robert Heinlein"),
        ("en", "watch Friday the 13th with Sam"),
        ("es", "ver Miércoles con Ana"),
        ("es", "ver Viernes 13 con Leo"),
        ("de", "Film Freitag der 13. sehen"),
        ("es", "la peli Martes 13"),
        ("en", "read Tuesdays with Leo"),
        ("en", "mail Bo re: Friday numbers"),
        ("en", "notes regarding monday"),
    ],
)
def test_a_title_or_a_topic_is_no_date(code: str, text: str) -> None:
    assert _said(text, code) == (text, None)


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("watch match wednesday", "watch match", "2026-12-02"),
        ("watch the match wednesday on tv", "watch the match on tv", "2026-12-02"),
        ("watch wednesday's match friday", "watch wednesday's match", "2026-11-27"),
        ("watch friday at 8pm", "watch", "2026-11-27 20:00"),
        ("watch friday", "watch", "2026-11-27"),
        ("watch on friday with Sam", "watch with Sam", "2026-11-27"),
        ("reply to the re: mail friday", "reply to the re: mail", "2026-11-27"),
    ],
)
def test_a_day_after_what_is_watched_is_a_date(text: str, title: str, due: str) -> None:
    assert _said(text) == (title, due)


@pytest.mark.parametrize(
    ("code", "text", "title", "minutes"),
    [
        ("en", "call Tom 10 min about the car", "call Tom about the car", 10),
        ("en", "walk 20 min tomorrow", "walk", 20),
        ("en", "walk 1 hour every day", "walk", 60),
        ("en", "walk 90 minutes friday at 5pm", "walk", 90),
        ("de", "Anna anrufen 5 min wegen Auto", "Anna anrufen wegen Auto", 5),
        ("de", "lesen 30 Minuten morgen", "lesen", 30),
        ("es", "llamar a Ana 10 min sobre el coche", "llamar a Ana sobre el coche", 10),
        ("es", "leer 20 minutos mañana", "leer", 20),
    ],
)
def test_how_long_it_takes_in_the_middle_of_a_line(code: str, text: str, title: str, minutes: int) -> None:
    task = read(text, language_code=code)
    assert (task.title, task.duration_minutes) == (title, minutes)


@pytest.mark.parametrize(
    "text",
    [
        *("boil eggs 10 min", "30 min run", "sing 2 hours before christmas", "film the 5 min speech", "10 min"),
        *("write a 10 min speech", "arrive 10 min early", "the 20 min about dogs"),
    ],
)
def test_an_amount_that_says_something_else_stays(text: str) -> None:
    task = read(text)
    assert task.duration_minutes is None
    assert "min" in task.title or "hours" in task.title


@pytest.mark.parametrize(
    ("code", "text", "title", "due"),
    [
        ("en", "report by friday at the latest", "report", "2026-11-27"),
        ("en", "report friday latest, then rest", "report, then rest", "2026-11-27"),
        ("en", "ring Bo 8am sharp tomorrow", "ring Bo", "2026-11-26 08:00"),
        ("en", "read friday latest news", "read latest news", "2026-11-27"),
        ("de", "Bericht morgen spätestens", "Bericht", "2026-11-26"),
        ("es", "informe el viernes como muy tarde", "informe", "2026-11-27"),
    ],
)
def test_what_belongs_to_a_date_goes_with_it(code: str, text: str, title: str, due: str) -> None:
    assert _said(text, code) == (title, due)


@pytest.mark.parametrize(
    ("code", "text", "title", "due"),
    [
        ("en", "pack the day before december 3", "pack", "2026-12-02"),
        ("en", "rest the day after christmas", "rest", "2026-12-26"),
        ("en", "invoice first working day of next month", "invoice", "2026-12-01"),
        ("en", "reports third working day of the month", "reports", "2026-12-03"),
        ("de", "packen am Tag vor Heiligabend", "packen", "2026-12-23"),
        ("de", "Abend mi 9.12.", "Abend", "2026-12-09"),
        ("de", "Zug do 9.12 Uhr", "Zug", "2026-11-26 09:12"),
        ("de", "Arzt do 14.30", "Arzt", "2026-11-26 14:30"),
        ("de", "Fr 2.50 Euro an Tom", "2.50 Euro an Tom", "2026-11-27"),
        ("es", "dentista miércoles 2", "dentista", "2026-12-02"),
        ("es", "lunes 3 huevos", "3 huevos", "2026-11-30"),
        ("es", "cena antes de fin de año", "cena", "2026-12-31"),
        ("de", "vorm 6.12. Stiefel putzen", "Stiefel putzen", "2026-12-06"),
        ("es", "lechugas pal domingo", "lechugas", "2026-11-29"),
        ("es", "en tres cuartos de hora mirar el horno", "mirar el horno", "2026-11-25 10:45"),
        ("en", "in three quarters of an hour check the oven", "check the oven", "2026-11-25 10:45"),
        ("en", "three o clock call", "call", "2026-11-25 15:00"),
        ("en", "cards by new year", "cards", "2027-01-01"),
        ("de", "Film Freitag mit Leo", "Film mit Leo", "2026-11-27"),
        ("en", "read friday the 4th", "read", "2026-12-04"),
        ("en", "flight twenty to nine tomorrow", "flight", "2026-11-26 08:40"),
        ("en", "read ten to twelve tomorrow", "read ten to twelve", "2026-11-26"),
        ("en", "visit between 8 and 12 tuesday", "visit", "2026-12-01 08:00"),
        ("en", "score between 8 and 12", "score between 8 and 12", None),
    ],
)
def test_days_that_are_counted_from_others(code: str, text: str, title: str, due: str | None) -> None:
    assert _said(text, code) == (title, due)


@pytest.mark.parametrize(
    ("code", "text", "title", "rule"),
    [
        ("en", "once a month clean the filter", "clean the filter", "FREQ=MONTHLY"),
        ("en", "twice a year clean the filter", "clean the filter", "FREQ=MONTHLY;INTERVAL=6"),
        ("de", "1x im Monat Filter reinigen", "Filter reinigen", "FREQ=MONTHLY"),
        ("de", "einmal die Woche Sport", "Sport", "FREQ=WEEKLY"),
        ("es", "una vez a la semana limpiar", "limpiar", "FREQ=WEEKLY"),
        ("en", "read tuesdays with Ana", "read with Ana", "FREQ=WEEKLY;BYDAY=TU"),
        ("en", "netball every thursday til dec 20", "netball", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261220"),
    ],
)
def test_how_often_in_several_words_may_come_first(code: str, text: str, title: str, rule: str) -> None:
    task = read(text, language_code=code)
    assert (task.title, str(task.recurrence and task.recurrence.rule)) == (title, rule)


@pytest.mark.parametrize("text", ["daily notes for Ana", "weekly report template", "monthly magazine"])
def test_how_often_in_one_word_may_be_an_adjective(text: str) -> None:
    assert (read(text).title, read(text).recurrence) == (text, None)
