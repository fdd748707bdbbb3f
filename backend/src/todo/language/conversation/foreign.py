"""A few plain orders in German and Spanish, said in the English that everything else reads. Titles stay as they are."""

import re

_I_HAVE, _TO_DO = (
    r"was\s+(?:habe?|muss)\s+ich",
    r"(?:noch\s+)?(?:alles\s+)?(?:zu\s+tun|zu\s+erledigen|vor|tun|machen|erledigen)",
)
_ARTICLE = r"(?:der|die|das|den|meine?|meinen)"
_FINISHED = r"(?:schon\s+|jetzt\s+|alles\s+)?(?:erledigt|fertig|gemacht|geschafft)"
_I_MEAN, _I_MEANT = r"(?:ich\s+mein(?:t)?e|doch|lieber|besser)", r"mein(?:t)?e\s+ich"
_PENDING, _I_WANTED_TO_SAY = r"(?:pendiente|que\s+hacer|por\s+hacer)", r"(?:mejor|quise\s+decir|quería\s+decir|digo)"
# In each language: what is said whole, and the English for it. Whoever adds a language adds a table.
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"(?:bitte\s+)?(?:füge|fuege)\s+(?P<a>.+?)\s+hinzu", "add {a}"),
        (r"(?P<a>.+?)\s+(?:hinzufügen|hinzufuegen)", "add {a}"),
        (r"(?:neue\s+aufgabe|aufgabe|neu|notiere)\s*:?\s+(?P<a>.+)", "add {a}"),
        (r"erinnere\s+mich\s+(?:an\s+)?(?P<a>.+)", "add {a}"),
        (r"ich\s+(?:muss|sollte|müsste)\s+(?:noch\s+|unbedingt\s+)?(?P<a>.+)", "i need to {a}"),
        (rf"{_I_HAVE}\s+heute\s+{_TO_DO}", "what is due today?"),
        (rf"{_I_HAVE}\s+morgen\s+{_TO_DO}", "what is due tomorrow?"),
        (
            rf"(?:{_I_HAVE}|was\s+steht|was\s+ist)\s+diese\s+woche(?:\s+(?:{_TO_DO}|an|fällig))?",
            "what is due this week?",
        ),
        (rf"wann\s+(?:ist|habe?\s+ich)\s+(?:{_ARTICLE}\s+)?(?P<a>.+)", "when is my {a}?"),
        (rf"was\s+habe?\s+ich\s+heute\s+{_FINISHED}", "what did i finish today?"),
        (rf"was\s+habe?\s+ich\s+gestern\s+{_FINISHED}", "what did i finish yesterday?"),
        (r"(?:nein|nee|ne)(?:[\s,]+danke)?|lieber\s+nicht|vergiss\s+es|schon\s+gut", "never mind"),
        (
            rf"(?:nein|nee|ne)[\s,]+(?:{_I_MEAN}\s+)?(?:(?:am|auf|zu|um)\s+)?(?P<a>(?!danke\b)\S.*?)(?:\s+{_I_MEANT})?",
            "no, {a}",
        ),
        (r"(?:was\s+(?:ist|steht)|was\s+muss\s+ich)\s+heute(?:\s+(?:an|fällig|tun|machen))?", "what is due today?"),
        (r"(?:zeige?|zeig\s+mir|zeige\s+mir)\s+(?:die\s+aufgaben\s+(?:für|von)\s+)?heute", "what is due today?"),
        (r"was\s+ist\s+morgen\s+fällig|was\s+steht\s+morgen\s+an", "what is due tomorrow?"),
        (r"was\s+ist\s+überfällig|zeige?\s+(?:mir\s+)?(?:alles\s+)?überfällige[sn]?", "what is overdue?"),
        (r"zeige?(?:\s+mir)?\s+(?:(?:alle\s+)?(?:meine\s+)?aufgaben|alles)", "show my tasks"),
        (r"(?:erledige|hake)\s+(?P<a>.+?)(?:\s+ab)?", "complete {a}"),
        (
            rf"(?P<a>.+?)\s+(?:ist|sind|habe?\s+ich)\s+{_FINISHED}[\s,]+(?:und\s+)?(?P<b>.+?)\s+auch(?:\s+schon)?",
            "complete {a} and {b}",
        ),
        (rf"(?P<a>.+?)\s+(?:ist|sind|habe?\s+ich)\s+{_FINISHED}", "complete {a}"),
        (r"(?P<a>.+?)\s+(?:ist\s+)?(?:erledigt|abhaken|erledigen)", "complete {a}"),
        (
            r"(?:verschiebe?|schiebe?|verlege?|lege?|setze?)\s+(?P<a>.+)\s+(?:auf|nach|zu)\s+(?P<b>.+)",
            "move {a} to {b}",
        ),
        (r"(?:lösche?|loesche?|entferne?|streiche?)\s+(?P<a>.+)", "delete {a}"),
        (r"(?P<a>.+?)\s+(?:löschen|entfernen)", "delete {a}"),
        (r"(?:mach(?:e)?\s+(?:das|es)\s+)?rückgängig(?:\s+machen)?", "undo"),
    ),
    "es": (
        (r"(?:tengo\s+que|debo|hay\s+que)\s+(?P<a>.+)", "i need to {a}"),
        (r"(?:añade|anade|agrega|apunta|anota|crea|pon|ponme)\s+(?:la\s+tarea\s+)?(?P<a>.+)", "add {a}"),
        (r"recuérdame\s+(?P<a>.+)", "add {a}"),
        (rf"qu[ée]\s+(?:tengo|hay|me\s+queda)\s+{_PENDING}\s+(?:para\s+)?hoy", "what is due today?"),
        (r"qu[ée]\s+(?:hay|tengo|toca)\s+(?:que\s+hacer\s+)?(?:para\s+)?esta\s+semana", "what is due this week?"),
        (r"cu[áa]ndo\s+(?:es|tengo|toca)\s+(?:(?:el|la|mi|lo\s+del?)\s+)?(?P<a>.+)", "when is my {a}?"),
        (r"qu[ée]\s+(?:hice|he\s+hecho|termin[ée])\s+hoy", "what did i finish today?"),
        (r"qu[ée]\s+(?:hice|he\s+hecho|termin[ée])\s+ayer", "what did i finish yesterday?"),
        (r"no,?\s+gracias|mejor\s+no|olv[íi]dalo|d[ée]jalo", "never mind"),
        (
            rf"no[\s,]+(?:{_I_WANTED_TO_SAY}\s+)?(?:(?:al|el|a\s+la|para\s+el|a)\s+)?(?P<a>(?!gracias\b)\S.*)",
            "no, {a}",
        ),
        (r"(?:ya\s+)?est[áa]\s+(?:hech[oa]|list[oa])\s+(?P<a>.+)", "complete {a}"),
        (r"(?:ya\s+)?(?:hice|he\s+hecho|termin[ée]|acab[ée])\s+(?P<a>.+)", "complete {a}"),
        (r"(?:qué|que)\s+(?:hay|tengo|toca)\s+(?:para\s+)?hoy", "what is due today?"),
        (r"(?:muéstrame|muestra|enséñame)\s+(?:las\s+tareas\s+de\s+)?hoy", "what is due today?"),
        (r"(?:qué|que)\s+(?:hay|tengo|toca)\s+(?:para\s+)?mañana", "what is due tomorrow?"),
        (r"(?:qué|que)\s+está\s+(?:vencido|atrasado)", "what is overdue?"),
        (r"(?:muéstrame|muestra|enséñame)\s+(?:(?:todas\s+)?(?:mis|las)\s+tareas|todo)", "show my tasks"),
        (r"(?:completa|termina|marca)\s+(?P<a>.+?)(?:\s+como\s+hech[oa])?", "complete {a}"),
        (r"(?:mueve|pasa|cambia)\s+(?P<a>.+)\s+(?:al|a\s+la|a|para\s+el|para)\s+(?P<b>.+)", "move {a} to {b}"),
        (r"(?:borra|elimina|quita)\s+(?P<a>.+)", "delete {a}"),
        (r"(?:deshacer|deshaz(?:lo)?)", "undo"),
    ),
}
_COMPILED = {
    language: tuple((re.compile(said, re.IGNORECASE), english) for said, english in table)
    for language, table in _TABLES.items()
}
_LONGEST = 400


def in_english(said: str, language: str) -> str:
    """The order in English; what is no order of that language comes back as it is."""
    line = said.strip().strip("¿¡?!. ")
    if language not in _COMPILED or len(line) > _LONGEST or "\n" in line:
        return said
    for pattern, english in _COMPILED[language]:
        # "Ist das erledigt?" asks; nothing is completed for it.
        is_asked = "?" in said and english.startswith("complete")
        if (match := pattern.fullmatch(line)) and not is_asked:
            return english.format(**match.groupdict())
    return said
