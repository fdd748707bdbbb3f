"""In which language a person writes: their own, or English, in which all else is read too."""

import re

from todo.language.conversation.foreign import in_english
from todo.language.text import fold, without_quotes
from todo.language.vocabulary import word_set

# Words that orders and questions are made of, and that no other of the languages has.
_ENGLISH = word_set(
    "what whats what's which when show list add remind delete remove complete finish done move reschedule postpone",
    "rename reopen undo restore create make mark change please thanks thank help hello is are am was did do does the",
    "my it its it's them those these this that and then not with for to due overdue today tomorrow tonight next",
    "week everything anything i i'm i've have has need should could can you your first second third one ones",
    "yesterday called task tasks put on of from off all both none never mind",
)
_OWN = {
    "de": word_set(
        "der die das den dem ein eine einen und oder nicht kein keine ist sind war am um auf zu zur zum im ins fur",
        "von mit bis ab was wann wie welche wer ich mich mir du mein meine heute morgen gestern ubermorgen montag",
        "dienstag mittwoch donnerstag freitag samstag sonntag nachsten nachste woche uhr bitte danke hallo hilfe",
        "alle alles erledige erledigt losche verschiebe fuge hinzu zeig zeige ja nein doch noch auch aufgabe aufgaben",
    ),
    "es": word_set(
        "el la los las lo un una y o que es son esta estan al del de en con por para sin a mi mis tu tus se hoy",
        "manana ayer lunes martes miercoles jueves viernes sabado domingo proxima proximo semana hora gracias hola",
        "ayuda todo toda todos todas anade borra mueve completa muestra si ya tambien tarea tareas cuando como cual",
        "favor",
    ),
}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_LONGEST = 2_000


def language_of(said: str, own: str) -> str:
    """The language that a message is in, as far as it is clear; the person's own where it is not.

    Args:
        own: ISO 639-1 code of the person's language.
    """
    if own not in _OWN or in_english(said, own) != said:
        return own
    words = _WORD.findall(fold(without_quotes(said[:_LONGEST])))
    english, others = (sum(word in known for word in words) for known in (_ENGLISH, _OWN[own]))
    # A word alone, such as "undo", may be of any language.
    return "en" if len(words) > 1 and english > others else own
