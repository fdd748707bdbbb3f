"""Plain orders in German and Spanish: each is the English one, with the words of the person kept."""

import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.language import (
    AddTasks,
    CompleteTasks,
    DeleteTasks,
    FindTasks,
    OutOfScope,
    ProjectName,
    Undo,
    Unknown,
    UpdateTasks,
)
from todo.language.conversation import read_plan
from todo.language.conversation.foreign import day_in_english, in_english

# Acute, tilde, diaeresis: what `NFD` leaves beside the letter.
ACCENTS = "\u0301\u0303\u0308"
NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
GERMAN = {
    "füge Brot kaufen hinzu": "add Brot kaufen",
    "Füge Brot kaufen morgen hinzu.": "add Brot kaufen morgen",
    "Miete zahlen hinzufügen": "add Miete zahlen",
    "neue Aufgabe: Miete zahlen": "add Miete zahlen",
    "erinnere mich an den Termin": "add den Termin",
    "Was ist heute fällig?": "what is due today?",
    "was steht heute an": "what is due today?",
    "was ist heute dran?": "what is due today?",
    "lösche alles": "delete everything",
    "alle Aufgaben löschen": "delete everything",
    "erledige alle meine Aufgaben": "complete everything",
    "hake alles ab": "complete everything",
    "verschiebe alles auf Freitag": "move everything to Freitag",
    "was ist überfällig?": "what is overdue?",
    "zeige meine Aufgaben": "show my tasks",
    "erledige Miete": "complete Miete",
    "hake Miete ab": "complete Miete",
    "Miete ist erledigt": "complete Miete",
    "verschiebe Miete auf Freitag": "move Miete to Freitag",
    "lösche Miete": "delete Miete",
    "rückgängig": "undo",
    "mach das rückgängig!": "undo",
    "schieb Miete auf Montag": "move Miete to Montag",
    "ich muss noch Blumen kaufen": "i need to Blumen kaufen",
    "was hab ich heute noch zu tun?": "what is due today?",
    "was muss ich morgen alles erledigen": "what is due tomorrow?",
    "was steht diese Woche an?": "what is due this week?",
    "wann ist der Zahnarzt?": "when is my Zahnarzt?",
    "was hab ich gestern geschafft?": "what did i finish yesterday?",
    "was habe ich heute schon erledigt": "what did i finish today?",
    "nein, freitag meinte ich": "no, freitag",
    "ne, doch am Freitag": "no, Freitag",
    "nein danke": "never mind",
    "vergiss es": "never mind",
    "Miete ist erledigt und Strom auch": "complete Miete and Strom",
    "Miete hab ich schon erledigt": "complete Miete",
    "hallo": "hello",
    "Danke!": "thanks",
    "was kannst du?": "help",
    "noch einmal": "redo",
    "nimm das zurück": "undo",
    "was soll ich heute tun?": "what should i do today?",
    "Womit soll ich anfangen": "what should i do today?",
    "was steht demnächst an?": "what is coming up?",
    "was ist am Freitag fällig?": "what is due friday?",
    "was habe ich nächste Woche vor": "what is due next week?",
    "was ist übermorgen fällig": "what is due day after tomorrow?",
    "was habe ich diese Woche erledigt?": "what did i finish this week?",
    "welche Projekte habe ich?": "show my projects",
    "zeige meine Etiketten": "show my labels",
    "zeig mir den Papierkorb": "show the trash",
    "was wurde geändert?": "what changed",
    "lege ein Projekt namens Garten an": "create a project called Garten",
    "neues Projekt: Umzug": "create a project called Umzug",
    "erstelle ein Etikett namens eilig": "create a label called eilig",
    "benenne das Projekt Haus in Heim um": "rename the project Haus to Heim",
    "lösche das Projekt Haus": "delete the project Haus",
    "archiviere das Projekt Haus": "archive the project Haus",
    "erledige die zweite": "complete numbers second",
    "die dritte": "numbers third",
    "nein, die zweite": "no, numbers second",
    "zeig mir die letzte": "show numbers last",
    "lösche alle": "delete all of them",
    "verschiebe sie auf Montag": "move it to Montag",
    "verschiebe alles Überfällige auf heute": "move everything overdue to heute",
    "erledige die Rechnung": "complete Rechnung",
    "Rechnung ist doch nicht erledigt": "reopen Rechnung",
    "öffne die Rechnung wieder": "reopen Rechnung",
    "stelle die Rechnung wieder her": "restore Rechnung",
    "hol das Sofa zurück": "restore Sofa",
    "setze Miete auf p1": "make Miete p1",
    "mach Miete Priorität 2": "make Miete p2",
    "gib Miete das Etikett eilig": "tag Miete with eilig",
    "benenne Miete in Pacht um": "rename Miete to Pacht",
    "Miete auf Freitag verschieben": "move Miete to Freitag",
    "Miete auf morgen": "move Miete to morgen",
    "Brot kaufen löschen": "delete Brot kaufen",
    "leg Brot kaufen an": "add Brot kaufen",
    "erinnere mich morgen um 8 an Müll rausbringen": "add Müll rausbringen morgen um 8",
    "Miete bezahlt": "complete Miete",
    "ich habe Mama angerufen": "complete Mama anrufen",
    "die Milch ist gekauft": "complete Milch kaufen",
    "kannst du bitte Eier kaufen für morgen eintragen?": "add Eier kaufen für morgen",
    "könntest du mal die Miete löschen": "delete Miete",
    "trag mir Friseur am Samstag ein": "add Friseur am Samstag",
    "schreib Butter auf": "add Butter",
    "erledige Miete bitte": "complete Miete",
    "Brot umbenennen in Brötchen": "rename Brot to Brötchen",
    "was ist noch offen?": "show my tasks",
    "was muss ich noch machen": "show my tasks",
    "erstelle Projekt Urlaub": "create a project called Urlaub",
}
SPANISH = {
    "borra todo": "delete everything",
    "elimina todas mis tareas": "delete everything",
    "marca todas las tareas como hechas": "complete everything",
    "mueve todo al viernes": "move everything to viernes",
    "añade comprar pan mañana": "add comprar pan mañana",
    "¿Qué hay para hoy?": "what is due today?",
    "qué tengo mañana": "what is due tomorrow?",
    "muestra mis tareas": "show my tasks",
    "completa alquiler": "complete alquiler",
    "marca alquiler como hecho": "complete alquiler",
    "mueve alquiler al viernes": "move alquiler to viernes",
    "borra alquiler": "delete alquiler",
    "deshaz": "undo",
    "¡Deshacer!": "undo",
    "pon comprar flores para el viernes": "schedule comprar flores el viernes",
    "tengo que comprar flores": "i need to comprar flores",
    "que tengo pendiente hoy": "what is due today?",
    "¿qué tengo esta semana?": "what is due this week?",
    "¿cuándo es el dentista?": "when is my dentista?",
    "qué hice ayer": "what did i finish yesterday?",
    "¿qué he hecho hoy?": "what did i finish today?",
    "no, al lunes": "no, lunes",
    "no, mejor el lunes": "no, lunes",
    "no, gracias": "never mind",
    "olvídalo": "never mind",
    "ya hice la compra": "complete compra",
    "ya está hecho el informe": "complete informe",
    "hola": "hello",
    "¡Muchas gracias!": "thanks",
    "¿qué puedes hacer?": "help",
    "rehacer": "redo",
    "¿qué debo hacer hoy?": "what should i do today?",
    "¿por dónde empiezo?": "what should i do today?",
    "¿qué viene próximamente?": "what is coming up?",
    "¿qué hay para el viernes?": "what is due friday?",
    "¿qué tengo la próxima semana?": "what is due next week?",
    "¿qué hay para pasado mañana?": "what is due day after tomorrow?",
    "¿qué he terminado esta semana?": "what did i finish this week?",
    "¿qué proyectos tengo?": "show my projects",
    "mis etiquetas": "show my labels",
    "muestra la papelera": "show the trash",
    "¿qué ha cambiado?": "what changed",
    "crea un proyecto llamado Jardín": "create a project called Jardín",
    "nueva tarea: pagar": "add pagar",
    "crea una etiqueta llamada urgente": "create a label called urgente",
    "renombra el proyecto Casa a Hogar": "rename the project Casa to Hogar",
    "elimina el proyecto Casa": "delete the project Casa",
    "completa la segunda": "complete numbers second",
    "la tercera": "numbers third",
    "muéstrame la última": "show numbers last",
    "borra todas": "delete all of them",
    "muévela al lunes": "move it to lunes",
    "bórrala": "delete it",
    "complétala": "complete it",
    "mueve todo lo atrasado a hoy": "move everything overdue to hoy",
    "reabre el informe": "reopen informe",
    "el informe no está hecho": "reopen informe",
    "restaura el informe": "restore informe",
    "pon el informe en p1": "make informe p1",
    "pon el informe con prioridad 2": "make informe p2",
    "renombra informe a resumen": "rename informe to resumen",
    "recuérdame mañana a las 8 sacar la basura": "add sacar la basura mañana a las 8",
    "recuérdame sacar la basura": "add sacar la basura",
    "ya pagué el alquiler": "complete alquiler",
    "he llamado a mamá": "complete llamar a mamá",
    "compré leche": "complete comprar leche",
    "ya compré leche": "complete comprar leche",
    "hecho: comprar leche": "complete comprar leche",
    "informe listo": "complete informe",
    "la tarea ya está hecha": "complete it",
    "¿puedes apuntar comprar huevos para mañana?": "add comprar huevos para mañana",
    "¿podrías por favor borrar el informe?": "delete informe",
    "completa el informe por favor": "complete informe",
    "el alquiler ya está pagado": "complete alquiler",
    "la leche está comprada": "complete comprar leche",
    "¿qué me falta por hacer?": "show my tasks",
    "crea proyecto vacaciones": "create a project called vacaciones",
}


@pytest.mark.parametrize(("said", "english"), GERMAN.items())
def test_german(said: str, english: str) -> None:
    assert in_english(said, "de") == english


@pytest.mark.parametrize(("said", "english"), SPANISH.items())
def test_spanish(said: str, english: str) -> None:
    assert in_english(said, "es") == english


SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


@pytest.mark.parametrize(("said", "english"), GERMAN.items())
def test_umlauts_may_be_spelled_out(said: str, english: str) -> None:
    assert in_english(said.translate(SPELLED_OUT), "de") == english.translate(SPELLED_OUT)


# An accent alone tells what was done from what is to be done.
ONLY_WITH_ACCENT = {"compré leche"}


@pytest.mark.parametrize(("said", "english"), [(s, e) for s, e in SPANISH.items() if s not in ONLY_WITH_ACCENT])
def test_accents_may_be_left_out(said: str, english: str) -> None:
    bare = unicodedata.normalize(
        "NFC", "".join(one for one in unicodedata.normalize("NFD", said) if one not in ACCENTS)
    )
    kept = unicodedata.normalize(
        "NFC", "".join(one for one in unicodedata.normalize("NFD", english) if one not in ACCENTS)
    )
    assert in_english(bare, "es") == kept


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("la lista", "es"),
        ("mi lista", "es"),
        ("lista de la compra", "es"),
        ("no pagué el alquiler", "es"),
        ("ya leo el informe", "es"),
        ("qué hice", "es"),
        ("Miete nicht bezahlt", "de"),
        ("Mama wurde noch nicht angerufen", "de"),
        ("der Schlüssel ist gefallen", "de"),
        ("ich habe Milch getrunken", "de"),
        ("ich bin fertig", "de"),
        ("wann ist die Miete bezahlt", "de"),
    ],
)
def test_what_reports_no_task_completes_none(said: str, language: str) -> None:
    assert not in_english(said, language).startswith("complete")


@pytest.mark.parametrize(
    ("said", "language", "english"),
    [
        ("pon huevos en compras", "es", "put huevos in Compras"),
        ("añade huevos a la lista de compras", "es", "add huevos #Compras"),
        ("pon huevos en la nevera", "es", "add huevos en la nevera"),
        ("füge Eier zum Einkauf hinzu", "de", "add Eier #Einkauf"),
        ("Eier auf die Einkaufsliste", "de", "add Eier #Einkauf"),
        ("schreibe Eier auf die Einkaufsliste", "de", "add Eier #Einkauf"),
        ("verschiebe die Eier ins Projekt Einkauf", "de", "move Eier to Einkauf"),
    ],
)
def test_a_project_is_meant_where_there_is_one(said: str, language: str, english: str) -> None:
    projects = [ProjectName("1", "Compras"), ProjectName("2", "Einkauf")]
    assert in_english(said, language, projects) == english


@pytest.mark.parametrize(
    ("said", "language", "day"),
    [
        ("am Freitag", "de", "friday"),
        ("nächste Woche", "de", "next week"),
        ("die von übermorgen", "de", "day after tomorrow"),
        ("Miete", "de", None),
        ("la del viernes", "es", "friday"),
        ("la semana que viene", "es", "next week"),
        ("este fin de semana", "es", "this weekend"),
        ("alquiler", "es", None),
        ("friday", "en", None),
    ],
)
def test_days(said: str, language: str, day: str | None) -> None:
    assert day_in_english(said, language) == day


@pytest.mark.parametrize("said", [*GERMAN, *SPANISH])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_people_of_other_languages_are_read_as_before(said: str, language: str) -> None:
    assert in_english(said, language) == said


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize("said", ["add milk tomorrow", "what is due today?", "delete call dad", "undo", "", "x" * 500])
def test_english_stays(said: str, language: str) -> None:
    assert in_english(said, language) == said


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("ist Miete erledigt?", "de"),
        ("Miete ist erledigt?", "de"),
        ("¿está hecho el informe?", "es"),
        ("¿ya hice la compra?", "es"),
    ],
)
def test_a_question_completes_nothing(said: str, language: str) -> None:
    assert in_english(said, language) == said


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("alles erledigt", "de"),
        ("alles ist fertig!", "de"),
        ("todo hecho", "es"),
        ("todo listo", "es"),
        ("todo ya está", "es"),
    ],
)
def test_that_all_is_done_is_no_order_to_complete_all(said: str, language: str) -> None:
    assert "everything" not in in_english(said, language)


@pytest.mark.parametrize(("said", "language"), [("no borres el informe", "es"), ("nein, lösche das nicht", "de")])
def test_what_shall_not_be_done_is_not_done(said: str, language: str) -> None:
    [step] = read_plan(said, now=NOW, time_zone="Europe/Berlin", language_code=language)
    assert isinstance(step, Unknown | OutOfScope)


@pytest.mark.parametrize(
    ("said", "language", "english"),
    [
        ("Milch und Brot hab ich", "de", "complete Milch und Brot kaufen"),
        ("ich hab schon Milch", "de", "complete Milch kaufen"),
        ("die Rechnung ist raus", "de", "complete Rechnung schicken"),
        ("ya tengo la leche y el pan", "es", "complete comprar leche y pan"),
        ("la factura ya salió", "es", "complete enviar factura"),
        ("la segunda ya está", "es", "complete numbers second"),
        ("die zweite hab ich schon", "de", "complete numbers second"),
    ],
)
def test_what_is_there_or_gone_is_done(said: str, language: str, english: str) -> None:
    assert in_english(said, language) == english


@pytest.mark.parametrize(
    "said", ["was hab ich", "was ist raus", "Müll raus", "¿ya tengo la leche?", "¿la factura ya salió?"]
)
def test_what_asks_or_orders_reports_nothing(said: str) -> None:
    assert not any(in_english(said, language).startswith("complete") for language in ("de", "es"))


@pytest.mark.parametrize(
    ("said", "language", "english"),
    [
        ("Mama angerufen, Papa noch nicht", "de", "complete Mama anrufen"),
        ("Miete bezahlt, aber die Rechnung fehlt noch", "de", "complete Miete"),
        ("Miete bezahlt, Rechnung ist raus", "de", "complete Miete and then complete Rechnung schicken"),
        ("ya llamé a mamá, a papá todavía no", "es", "complete llamar a mamá"),
    ],
)
def test_what_is_not_done_yet_stays(said: str, language: str, english: str) -> None:
    assert in_english(said, language) == english


@pytest.mark.parametrize(
    ("said", "language", "english"),
    [
        ("füge Brot hinzu und lösche Miete", "de", "add Brot and then delete Miete"),
        ("marca la factura como hecha y añade sellos", "es", "complete factura and then add sellos"),
        ("erledige Brot und Butter", "de", "complete Brot und Butter"),
        ("añade lavar y planchar", "es", "add lavar y planchar"),
    ],
)
def test_orders_end_before_the_verb_of_the_next(said: str, language: str, english: str) -> None:
    assert in_english(said, language) == english


@pytest.mark.parametrize(
    ("said", "language", "english"),
    [
        ("Notiz: Schlüssel nachmachen", "de", "note: Schlüssel nachmachen"),
        ("plane Umzug am Freitag ein", "de", "schedule Umzug am Freitag"),
        ("um wie viel Uhr ist der Zahnarzt?", "de", "when is my Zahnarzt?"),
        ("was steht noch in Arbeit", "de", "what is left in Arbeit?"),
        ("zeig mir was ich erledigt habe", "de", "show what i have done"),
        ("wiederhole Miete jeden Monat", "de", "set Miete to jeden Monat"),
        ("Zahnarzt ist jetzt um 11", "de", "Zahnarzt is now um 11"),
        ("nota: copiar la llave", "es", "note: copiar la llave"),
        ("programa la mudanza para el viernes", "es", "schedule la mudanza para el viernes"),
        ("¿a qué hora es el dentista?", "es", "when is my dentista?"),
        ("¿qué queda en Trabajo?", "es", "what is left in Trabajo?"),
        ("muestra lo que ya hice", "es", "show what i have done"),
        ("repite el alquiler cada mes", "es", "set alquiler to cada mes"),
        ("el dentista es ahora a las 11", "es", "dentista is now a las 11"),
        ("llamar a papá mejor el domingo", "es", "move llamar a papá to el domingo"),
    ],
)
def test_what_is_read_where_nothing_else_fits(said: str, language: str, english: str) -> None:
    projects = [ProjectName("1", "Arbeit"), ProjectName("2", "Trabajo")]
    assert in_english(said, language, projects) == english
    [step] = read_plan(said, now=NOW, time_zone="Europe/Berlin", projects=projects, language_code=language)
    assert not isinstance(step, Unknown | OutOfScope)


@pytest.mark.parametrize(
    ("said", "language", "english"),
    [
        ("schieb den Zahnarzt um ne Stunde nach hinten", "de", "push Zahnarzt by one hours"),
        ("was hab ich denn heute noch alles", "de", "what is due today?"),
        ("kannst du mir Butter auf die Einkaufsliste setzen", "de", "add Butter #Einkauf"),
        ("oye apúntame bombillas", "es", "add bombillas"),
        ("pásame el informe al viernes", "es", "move informe to viernes"),
    ],
)
def test_orders_as_they_are_spoken(said: str, language: str, english: str) -> None:
    assert in_english(said, language, [ProjectName("1", "Einkauf")]) == english


def test_a_list_is_found_in_singular_and_plural() -> None:
    said = in_english("pon huevos en la lista de la compra", "es", [ProjectName("1", "Compras")])
    assert said == "put huevos in Compras"


@given(st.text(max_size=60), st.sampled_from(["de", "es"]))
def test_no_text_raises(said: str, language: str) -> None:
    assert isinstance(in_english(said, language), str)


@pytest.mark.parametrize(
    ("said", "language", "kind"),
    [
        ("füge Brot kaufen hinzu", "de", AddTasks),
        ("was ist heute fällig?", "de", FindTasks),
        ("erledige Miete", "de", CompleteTasks),
        ("verschiebe Miete auf morgen", "de", UpdateTasks),
        ("lösche Miete", "de", DeleteTasks),
        ("rückgängig", "de", Undo),
        ("añade comprar pan mañana", "es", AddTasks),
        ("completa alquiler", "es", CompleteTasks),
        ("mueve alquiler al viernes", "es", UpdateTasks),
        ("borra alquiler", "es", DeleteTasks),
        ("deshacer", "es", Undo),
    ],
)
def test_each_is_read_as_its_order(said: str, language: str, kind: type) -> None:
    [step] = read_plan(said, now=NOW, time_zone="Europe/Berlin", language_code=language)
    assert isinstance(step, kind)


@pytest.mark.parametrize(
    ("said", "code", "english"),
    [
        ("wie viele sind überfällig", "de", "how many are overdue?"),
        ("wie viele Aufgaben habe ich heute", "de", "how many tasks are due today?"),
        ("verschieb den Zahnarzt um zwei Wochen", "de", "push Zahnarzt by two weeks"),
        ("verleg den Zahnarzt einen Tag nach vorne", "de", "move Zahnarzt one days earlier"),
        ("der Zahnarzt ist um 10 statt um 9", "de", "Zahnarzt is um 10, not um 9"),
        ("alles Überfällige kann bis Montag warten", "de", "everything overdue can wait until Montag"),
        ("ach nee, lieber Freitag", "de", "no, Freitag"),
        ("nein, den anderen", "de", "no, the other one"),
        ("schmeiß die Rechnung raus", "de", "delete Rechnung"),
        ("nimm das Datum bei Mama anrufen weg", "de", "remove the date from Mama anrufen"),
        ("mach das morgen", "de", "move it to morgen"),
        ("und Priorität 2", "de", "make it p2"),
        ("Papa anrufen ist dringend", "de", "make Papa anrufen p1"),
        ("Papa doch erst am Sonntag anrufen", "de", "move Papa anrufen to sunday"),
        ("¿cuántas están atrasadas?", "es", "how many are overdue?"),
        ("retrasa el dentista una semana", "es", "push dentista by one weeks"),
        ("adelanta el dentista 2 días", "es", "move dentista 2 days earlier"),
        ("el dentista es a las 10, no a las 9", "es", "dentista is a las 10, not a las 9"),
        ("todo lo atrasado puede esperar al lunes", "es", "everything overdue can wait until lunes"),
        ("no, la otra", "es", "no, the other one"),
        ("quita lo de la factura", "es", "delete factura"),
        ("quítale la fecha a llamar a mamá", "es", "remove the date from llamar a mamá"),
        ("ponla para mañana", "es", "move it to tomorrow"),
        ("y prioridad 2", "es", "make it p2"),
        ("llamar a papá es urgente", "es", "make llamar a papá p1"),
        ("acabo de llamar a papá", "es", "complete llamar a papá"),
    ],
)
def test_how_people_talk(said: str, code: str, english: str) -> None:
    assert in_english(said, code) == english


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("was ist dringend", "de"),
        ("wie viele Brote brauche ich", "de"),
        ("verschieb den Zahnarzt um einiges", "de"),
        ("ich warte bis Montag", "de"),
        ("Papa anrufen ist dringend?", "de"),
        ("Papa anrufen ist nicht dringend", "de"),
        ("kann die Rechnung bis Montag warten?", "de"),
        ("die Rechnung kann nicht bis Montag warten", "de"),
        ("Papa lieber am Sonntag anrufen?", "de"),
        ("Mama würde lieber am Freitag anrufen", "de"),
        ("ich will lieber morgen schwimmen", "de"),
        ("der Zahnarzt ist um 10 statt um 9?", "de"),
        ("p2", "de"),
        ("Priorität 2", "de"),
        ("¿llamar a papá es urgente?", "es"),
        ("llamar a papá no es urgente", "es"),
        ("¿la factura puede esperar al lunes?", "es"),
        ("la factura no puede esperar al lunes", "es"),
        ("en casa", "es"),
        ("p2", "es"),
        ("qué es urgente", "es"),
        ("retrasa el dentista un poco", "es"),
        ("acabo de despertar", "es"),
    ],
)
def test_what_only_sounds_like_an_order_stays(said: str, code: str) -> None:
    assert in_english(said, code) == said


def test_a_project_is_shown_where_there_is_one() -> None:
    projects = [ProjectName("1", "Einkauf"), ProjectName("2", "Compras")]
    assert in_english("zeig Einkauf", "de", projects) == "show #Einkauf"
    assert in_english("zeig die Einkaufsliste", "de", projects) == "show #Einkauf"
    assert in_english("enséñame compras", "es", projects) == "show #Compras"
    assert in_english("zeig Garten", "de", projects) == "zeig Garten"
