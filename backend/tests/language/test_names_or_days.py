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
        ("en", "flight twenty to nine tomorrow", "flight", "2026-11-26 08:40"),
        ("en", "read ten to twelve tomorrow", "read ten to twelve", "2026-11-26"),
        ("en", "visit between 8 and 12 tuesday", "visit", "2026-12-01 08:00"),
        ("en", "score between 8 and 12", "score between 8 and 12", None),
    ],
)
def test_days_that_are_counted_from_others(code: str, text: str, title: str, due: str | None) -> None:
    assert _said(text, code) == (title, due)
