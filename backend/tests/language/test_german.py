"""German: dates, times, recurrence and quick add. It is Wednesday, 25 November 2026, 10:00 in Berlin."""

import pytest
from language.reading import read, say_due

DAYS = [
    ("Anruf heute", "2026-11-25"),
    ("Anruf morgen", "2026-11-26"),
    ("Anruf übermorgen", "2026-11-27"),
    ("Anruf uebermorgen", "2026-11-27"),
    ("Anruf am Freitag", "2026-11-27"),
    ("Anruf bis Freitag", "2026-11-27"),
    ("Anruf am Fr", "2026-11-27"),
    ("Anruf nächsten Freitag", "2026-12-04"),
    ("Anruf diesen Freitag", "2026-11-27"),
    ("Anruf Freitag nächster Woche", "2026-12-04"),
    ("Anruf nächste Woche Montag", "2026-11-30"),
    ("Anruf am 3. Dezember", "2026-12-03"),
    ("Anruf am 3. Dez. 2027", "2027-12-03"),
    ("Anruf am Donnerstag, den 3. Dezember", "2026-12-03"),
    ("Anruf 3 dezember 2026", "2026-12-03"),
    ("Anruf am 3.12.", "2026-12-03"),
    ("Anruf 3.12.2026", "2026-12-03"),
    ("Anruf 03.12.26", "2026-12-03"),
    ("Anruf am 1. März", "2027-03-01"),
    ("Anruf am 1. maerz", "2027-03-01"),
    ("Anruf am 5.", "2026-12-05"),
    ("Anruf in 3 Tagen", "2026-11-28"),
    ("Anruf in einer Woche", "2026-12-02"),
    ("Anruf in zwei Monaten", "2027-01-25"),
    ("Anruf in einem Jahr", "2027-11-25"),
    ("Anruf nächste Woche", "2026-11-30"),
    ("Anruf nächsten Monat", "2026-12-01"),
    ("Anruf nächstes Jahr", "2027-01-01"),
    ("Anruf Ende des Monats", "2026-11-30"),
    ("Anruf Mitte Dezember", "2026-12-15"),
    ("Anruf Anfang Januar", "2027-01-01"),
    ("Anruf am Wochenende", "2026-11-28"),
    ("Anruf im Januar", "2027-01-01"),
    ("Anruf an Heiligabend", "2026-12-24"),
    ("Anruf am ersten Montag im Januar", "2027-01-04"),
    ("Anruf am letzten Tag des Monats", "2026-11-30"),
    ("Anruf 2026-12-03", "2026-12-03"),
]

TIMES = [
    ("Anruf um 15 Uhr", "2026-11-25 15:00"),
    ("Anruf um 15:30 Uhr", "2026-11-25 15:30"),
    ("Anruf 15:30", "2026-11-25 15:30"),
    ("Anruf um 8", "2026-11-25 20:00"),
    ("Anruf um 8 Uhr morgens", "2026-11-26 08:00"),
    ("Anruf um 8 Uhr abends", "2026-11-25 20:00"),
    ("Anruf um halb vier", "2026-11-25 15:30"),
    ("Anruf um viertel nach drei", "2026-11-25 15:15"),
    ("Anruf um viertel vor vier", "2026-11-25 15:45"),
    ("Anruf um zehn nach drei", "2026-11-25 15:10"),
    ("Anruf um Mitternacht", "2026-11-26 00:00"),
    ("Anruf heute Abend", "2026-11-25 19:00"),
    ("Anruf heute Abend um 8", "2026-11-25 20:00"),
    ("Anruf morgen früh", "2026-11-26 09:00"),
    ("Anruf morgen Nachmittag", "2026-11-26 15:00"),
    ("Anruf Montag Morgen", "2026-11-30 09:00"),
    ("Anruf am Freitag um 9:30", "2026-11-27 09:30"),
    ("Anruf am 3.12. um 9 Uhr", "2026-12-03 09:00"),
    ("Anruf in 20 Minuten", "2026-11-25 10:20"),
    ("Anruf in einer Stunde", "2026-11-25 11:00"),
    ("Anruf in einer halben Stunde", "2026-11-25 10:30"),
    ("Anruf in anderthalb Stunden", "2026-11-25 11:30"),
    ("Anruf in 1 Stunde und 15 Minuten", "2026-11-25 11:15"),
]


@pytest.mark.parametrize(("text", "due"), [*DAYS, *TIMES])
def test_dates_and_times(text: str, due: str) -> None:
    task = read(text, language_code="de")
    assert (say_due(task.due), task.title) == (due, "Anruf")


RULES = [
    ("jeden Tag", "FREQ=DAILY", "2026-11-25"),
    ("14-tägig", "FREQ=WEEKLY;INTERVAL=2", "2026-11-25"),
    ("1x pro Woche", "FREQ=WEEKLY", "2026-11-25"),
    ("täglich", "FREQ=DAILY", "2026-11-25"),
    ("alle 3 Tage", "FREQ=DAILY;INTERVAL=3", "2026-11-25"),
    ("jeden zweiten Tag", "FREQ=DAILY;INTERVAL=2", "2026-11-25"),
    ("jede Woche", "FREQ=WEEKLY", "2026-11-25"),
    ("wöchentlich", "FREQ=WEEKLY", "2026-11-25"),
    ("alle zwei Wochen", "FREQ=WEEKLY;INTERVAL=2", "2026-11-25"),
    ("jeden Montag", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
    ("jeden Mo, Mi und Fr", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-11-25"),
    ("montags", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
    ("dienstags und donnerstags", "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-26"),
    ("jeden zweiten Dienstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-01"),
    ("alle 2 Wochen am Dienstag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-12-01"),
    ("jeden Werktag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-25"),
    ("jedes Wochenende", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-11-28"),
    ("jeden Monat", "FREQ=MONTHLY", "2026-11-25"),
    ("monatlich", "FREQ=MONTHLY", "2026-11-25"),
    ("jeden 1.", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01"),
    ("jeden Monat am 15.", "FREQ=MONTHLY;BYMONTHDAY=15", "2026-12-15"),
    ("am letzten Tag jedes Monats", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30"),
    ("jeden 3. Freitag", "FREQ=MONTHLY;BYDAY=3FR", "2026-12-18"),
    ("jeden Monat am letzten Freitag", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27"),
    ("alle 3 Monate", "FREQ=MONTHLY;INTERVAL=3", "2026-11-25"),
    ("vierteljährlich", "FREQ=MONTHLY;INTERVAL=3", "2026-11-25"),
    ("jedes Jahr", "FREQ=YEARLY", "2026-11-25"),
    ("jedes Jahr am 3. März", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "2027-03-03"),
    ("jeden Dienstag bis 20. Dezember", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261220", "2026-12-01"),
    ("jeden Tag 10 mal", "FREQ=DAILY;COUNT=10", "2026-11-25"),
    ("jeden Tag für 2 Wochen", "FREQ=DAILY;UNTIL=20261208", "2026-11-25"),
    ("jeden Montag ab 1. Dezember", "FREQ=WEEKLY;BYDAY=MO", "2026-12-07"),
    ("alle 12 Stunden ab 19 Uhr", "FREQ=HOURLY;INTERVAL=12", "2026-11-25 19:00"),
    ("jeden Tag um 8 Uhr", "FREQ=DAILY", "2026-11-26 08:00"),
    ("jeden Morgen", "FREQ=DAILY", "2026-11-26 09:00"),
]


@pytest.mark.parametrize(("phrase", "rule", "due"), RULES)
def test_recurrence(phrase: str, rule: str, due: str) -> None:
    task = read(f"Sport {phrase}", language_code="de")
    assert task.recurrence is not None
    assert (str(task.recurrence.rule), say_due(task.due), task.title) == (rule, due, "Sport")


def test_counting_from_completion() -> None:
    for text in ("Haare alle! 6 Wochen", "Haare alle 6 Wochen nach Erledigung"):
        task = read(text, language_code="de")
        assert task.recurrence is not None
        assert (task.recurrence.anchor, task.title) == ("completion", "Haare")


@pytest.mark.parametrize(
    ("text", "minutes", "title"),
    [
        ("Lernen für 45 Minuten", 45, "Lernen"),
        ("Lernen für anderthalb Stunden", 90, "Lernen"),
        ("Lernen morgen 14-16 Uhr", 120, "Lernen"),
        ("Lernen von 14:00 bis 15:30", 90, "Lernen"),
        ("Lernen zwischen 14 Uhr und 16 Uhr", 120, "Lernen"),
    ],
)
def test_how_long_it_takes(text: str, minutes: int, title: str) -> None:
    task = read(text, language_code="de")
    assert (task.duration_minutes, task.title) == (minutes, title)


def test_a_range_of_days() -> None:
    task = read("Messe vom 3. bis 5. Dezember", language_code="de")
    assert (say_due(task.due), str(task.deadline), task.title) == ("2026-12-03", "2026-12-05", "Messe")


@pytest.mark.parametrize(
    "text",
    [
        "Morgenstern lesen",
        "Das Mittagessen planen",
        "Die Montagsrunde vorbereiten",
        "Lies das so",
        "Mach es so wie Bo",
        "Kauf 3 Äpfel und 2 Birnen",
        "Den Freitag Bericht lesen",
        "Sag guten Morgen",
        "Karfreitag basteln",
        "Treffen am 31.2.",
        "Treffen um 25 Uhr",
        'Sag "bis morgen"',
    ],
)
def test_words_that_are_no_date_stay(text: str) -> None:
    task = read(text, language_code="de")
    assert (task.due, task.title) == (None, text)


def test_labels_are_german() -> None:
    task = read("Müll jeden Mo und Do p1 #home", language_code="de")
    assert [span.label for span in task.spans] == ["jeden Mo und Do", "Priorität 1", "Home"]
    assert [span.label for span in read("x am 3. Dezember", language_code="de").spans] == ["Do 3. Dez"]
    assert [span.label for span in read("x morgen um 9", language_code="de").spans] == ["Morgen", "09:00"]
