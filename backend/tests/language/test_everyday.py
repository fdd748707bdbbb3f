"""Dates as people type them in a hurry, and words that only look like dates."""

import pytest
from language.reading import read, say_due


@pytest.mark.parametrize(
    ("code", "text", "title", "due"),
    [
        # Rough times, and parts of the day beside a day.
        ("en", "call mum tomorrow 5ish", "call mum", "2026-11-26 17:00"),
        ("en", "call mum around 11ish", "call mum", "2026-11-25 11:00"),
        ("en", "mow lawn first thing saturday", "mow lawn", "2026-11-28 09:00"),
        ("en", "mow lawn first thing in the morning friday", "mow lawn", "2026-11-27 09:00"),
        ("en", "do the first thing on the list", "do the first thing on the list", None),
        ("en", "ask Bo at lunch", "ask Bo", "2026-11-25 12:00"),
        ("en", "ask Bo for lunch", "ask Bo for lunch", None),
        ("en", "ask Bo at night", "ask Bo at night", None),
        ("de", "anrufen so gegen 5", "anrufen", "2026-11-25 17:00"),
        ("de", "anrufen morgen so gegen 5", "anrufen", "2026-11-26 17:00"),
        ("es", "llamar mañana a primera hora", "llamar", "2026-11-26 09:00"),
        ("es", "llamar mañana temprano", "llamar", "2026-11-26 09:00"),
        ("es", "comer temprano", "comer temprano", None),
        # Hours that only a day beside them shows to be such.
        ("en", "be there by 8 tomorrow", "be there", "2026-11-26 08:00"),
        ("en", "be there tomorrow by 8", "be there", "2026-11-26 08:00"),
        ("en", "win by 8", "win by 8", None),
        ("en", "table for 5 tomorrow", "table for 5", "2026-11-26"),
        ("es", "enviar antes de las 6", "enviar", "2026-11-25 18:00"),
        ("es", "retro a las 15h", "retro", "2026-11-25 15:00"),
        ("de", "Sport um 19h", "Sport", "2026-11-25 19:00"),
        ("de", "Arzt um 8 Uhr 15 am Freitag", "Arzt", "2026-11-27 08:15"),
        ("de", "um 20 Uhr 15 Leute treffen", "15 Leute treffen", "2026-11-25 20:00"),
        # Minutes are counted to 24 where people do.
        ("de", "Zug 6:45", "Zug", "2026-11-26 06:45"),
        ("de", "Film 7:30 abends", "Film", "2026-11-25 19:30"),
        ("es", "tren mañana 6:45", "tren", "2026-11-26 06:45"),
        ("en", "train tomorrow 6:45", "train", "2026-11-26 18:45"),
        # Parts of an hour up to the one that is named.
        ("de", "Bus um halb 5", "Bus", "2026-11-25 16:30"),
        ("de", "Bus um dreiviertel 3", "Bus", "2026-11-25 14:45"),
        ("de", "Bus um viertel 3", "Bus", "2026-11-25 14:15"),
        ("de", "Bus um Viertel vor 3", "Bus", "2026-11-25 14:45"),
        # Counted from another day.
        ("en", "cancel netflix 2 days before dec 20", "cancel netflix", "2026-12-18"),
        ("en", "pack 1 day before christmas", "pack", "2026-12-24"),
        ("de", "packen 2 Tage vor dem 20. Dezember", "packen", "2026-12-18"),
        ("es", "preparar 2 días antes del 20 de diciembre", "preparar", "2026-12-18"),
        ("en", "sing 2 hours before christmas", "sing 2 hours", "2026-12-25"),
        ("de", "heute in einer Woche Abgabe", "Abgabe", "2026-12-02"),
        ("es", "de aquí a dos semanas revisar", "revisar", "2026-12-09"),
        ("es", "sacar el pan en hora y media", "sacar el pan", "2026-11-25 11:30"),
        # Edges in one word, and the week after the next.
        ("de", "Miete am Monatsletzten", "Miete", "2026-11-30"),
        ("de", "Bericht bis zum Jahresende", "Bericht", "2026-12-31"),
        ("de", "Mail bis Feierabend", "Mail", "2026-11-25"),
        ("de", "Feierabend genießen", "Feierabend genießen", None),
        ("de", "Elternabend übernächsten Dienstag", "Elternabend", "2026-12-08"),
        ("de", "Urlaub übernächste Woche", "Urlaub", "2026-12-07"),
        ("es", "cancelar a primeros de enero", "cancelar", "2027-01-01"),
        # A number in front of a verb is a day, in front of a thing it counts.
        ("es", "el 20 llevar el coche", "llevar el coche", "2026-12-20"),
        ("es", "el 20 aniversario", "el 20 aniversario", None),
        ("de", "Rechnung bis zum 10. bezahlen", "Rechnung bezahlen", "2026-12-10"),
        ("de", "bis spätestens 10. bezahlen", "bezahlen", "2026-12-10"),
        ("de", "am 5. Stock vorbei", "am 5. Stock vorbei", None),
        # Abbreviations with a dot.
        ("es", "médico 3 dic. 12:15", "médico", "2026-12-03 12:15"),
        ("de", "Zahnarzt nä. Di 14:30", "Zahnarzt", "2026-12-01 14:30"),
    ],
)
def test_in_a_hurry(code: str, text: str, title: str, due: str | None) -> None:
    task = read(text, language_code=code)
    assert (task.title, say_due(task.due)) == (title, due)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "buy 3 march posters"),
        ("en", "write to Mr Friday"),
        ("en", "watch Saturday Night Live"),
        ("en", "swim mon wed fri"),
        ("de", "Sonntag (Zeitung) kündigen"),
        ("de", "Herrn Freitag schreiben"),
        ("de", "Mail an Frau Montag"),
        ("de", "Budget fürs nächste Jahr planen"),
        ("de", "So viel lesen"),
        ("es", "comprar pan de la mañana"),
        ("es", "leer El hombre que fue Jueves"),
        ("es", "escribir a Domingo por lo del coche"),
        ("es", "hablar con la señora Abril"),
    ],
)
def test_names_and_things_are_no_dates(code: str, text: str) -> None:
    task = read(text, language_code=code)
    assert (task.title, task.spans) == (text, ())


@pytest.mark.parametrize(
    ("code", "text", "due"),
    [
        ("en", "dentist 3 march bring the card", "2027-03-03"),
        ("en", "3 march posters up", "2027-03-03"),
        ("de", "Zeitung Sonntag (die dicke)", "2026-11-29"),
        ("de", "Sonntag: Zeitung holen", "2026-11-29"),
        ("de", "Herrn Sommer am Freitag schreiben", "2026-11-27"),
        ("es", "Dentista Martes", "2026-12-01"),
        ("es", "reunión con Ana el Martes", "2026-12-01"),
        ("es", "REUNIÓN CON ANA MARTES", "2026-12-01"),
        ("es", "pan para mañana", "2026-11-26"),
    ],
)
def test_what_stands_beside_a_name_is_read(code: str, text: str, due: str) -> None:
    assert say_due(read(text, language_code=code).due) == due


@pytest.mark.parametrize(
    ("code", "text", "rule", "due"),
    [
        ("en", "bins on tuesday nights", "FREQ=WEEKLY;BYDAY=TU", "2026-12-01 20:00"),
        ("de", "Mittwochs Sport", "FREQ=WEEKLY;BYDAY=WE", "2026-11-25"),
        ("de", "werktags Tabletten um 8 Uhr", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-26 08:00"),
        ("de", "Abends Zähne putzen", "FREQ=DAILY", "2026-11-25 19:00"),
        ("de", "Tonnen raus dienstags abends", "FREQ=WEEKLY;BYDAY=TU", "2026-12-01 19:00"),
        ("es", "basura un viernes sí y otro no", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27"),
        ("es", "regar un día sí y otro no", "FREQ=DAILY;INTERVAL=2", "2026-11-25"),
        ("es", "pastilla todas las noches a las 10", "FREQ=DAILY", "2026-11-25 22:00"),
        ("es", "alquiler el 1 de cada mes", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01"),
        ("es", "gimnasio entre semana a las 8", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-26 08:00"),
    ],
)
def test_habits(code: str, text: str, rule: str, due: str) -> None:
    task = read(text, language_code=code)
    assert task.recurrence is not None
    assert (str(task.recurrence.rule), say_due(task.due)) == (rule, due)


@pytest.mark.parametrize(
    ("code", "text", "first", "last"),
    [
        ("de", "Messe 7.-9.12.", "2026-12-07", "2026-12-09"),
        ("de", "Messe vom 7. bis 9.12.", "2026-12-07", "2026-12-09"),
        ("de", "Urlaub 21.12.-3.1.", "2026-12-21", "2027-01-03"),
        ("es", "congreso 7/12-9/12", "2026-12-07", "2026-12-09"),
        ("es", "congreso del 7 al 9/12", "2026-12-07", "2026-12-09"),
    ],
)
def test_days_from_and_to(code: str, text: str, first: str, last: str) -> None:
    task = read(text, language_code=code)
    assert (say_due(task.due), str(task.deadline)) == (first, last)


@pytest.mark.parametrize(
    ("code", "text", "minutes"),
    [
        ("en", "yoga friday 6pm 90 min", 90),
        ("en", "yoga every friday 6pm 1h30m", 90),
        ("es", "estudiar mañana por la tarde 2 horas", 120),
        ("de", "lernen morgen um 15 Uhr 45 Minuten", 45),
        ("en", "walk the dog 20 min", None),
        ("en", "tomorrow 2 hours of maths", None),
    ],
)
def test_how_long_it_takes_right_after_when(code: str, text: str, minutes: int | None) -> None:
    assert read(text, language_code=code).duration_minutes == minutes


@pytest.mark.parametrize(
    ("code", "text", "title", "priority"),
    [
        ("en", "buy stamps friday priority 2", "buy stamps", 2),
        ("en", "buy stamps, prio 1, friday", "buy stamps", 1),
        ("de", "Briefmarken kaufen Priorität 3", "Briefmarken kaufen", 3),
        ("es", "comprar sellos, prioridad 1", "comprar sellos", 1),
        ("en", "write the priority 1 page", "write the priority 1 page", None),
        ("en", "discuss priority 5", "discuss priority 5", None),
        ("en", "set priorities", "set priorities", None),
    ],
)
def test_a_priority_in_words(code: str, text: str, title: str, priority: int | None) -> None:
    task = read(text, language_code=code)
    assert (task.title, task.priority) == (title, priority)
