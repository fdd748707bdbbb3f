"""A few plain orders in German and Spanish, said in the English that everything else reads. Titles stay as they are."""

import re

# In each language: what is said whole, and the English for it. Whoever adds a language adds a table.
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"(?:bitte\s+)?(?:füge|fuege)\s+(?P<a>.+?)\s+hinzu", "add {a}"),
        (r"(?P<a>.+?)\s+(?:hinzufügen|hinzufuegen)", "add {a}"),
        (r"(?:neue\s+aufgabe|aufgabe|neu|notiere)\s*:?\s+(?P<a>.+)", "add {a}"),
        (r"erinnere\s+mich\s+(?:an\s+)?(?P<a>.+)", "add {a}"),
        (r"(?:was\s+(?:ist|steht)|was\s+muss\s+ich)\s+heute(?:\s+(?:an|fällig|tun|machen))?", "what is due today?"),
        (r"(?:zeige?|zeig\s+mir|zeige\s+mir)\s+(?:die\s+aufgaben\s+(?:für|von)\s+)?heute", "what is due today?"),
        (r"was\s+ist\s+morgen\s+fällig|was\s+steht\s+morgen\s+an", "what is due tomorrow?"),
        (r"was\s+ist\s+überfällig|zeige?\s+(?:mir\s+)?(?:alles\s+)?überfällige[sn]?", "what is overdue?"),
        (r"zeige?(?:\s+mir)?\s+(?:(?:alle\s+)?(?:meine\s+)?aufgaben|alles)", "show my tasks"),
        (r"(?:erledige|hake)\s+(?P<a>.+?)(?:\s+ab)?", "complete {a}"),
        (r"(?P<a>.+?)\s+(?:ist\s+)?(?:erledigt|abhaken|erledigen)", "complete {a}"),
        (r"(?:verschiebe|verlege)\s+(?P<a>.+)\s+(?:auf|nach|zu)\s+(?P<b>.+)", "move {a} to {b}"),
        (r"(?:lösche|loesche|entferne)\s+(?P<a>.+)", "delete {a}"),
        (r"(?P<a>.+?)\s+(?:löschen|entfernen)", "delete {a}"),
        (r"(?:mach(?:e)?\s+(?:das|es)\s+)?rückgängig(?:\s+machen)?", "undo"),
    ),
    "es": (
        (r"(?:añade|anade|agrega|apunta|crea)\s+(?:la\s+tarea\s+)?(?P<a>.+)", "add {a}"),
        (r"recuérdame\s+(?P<a>.+)", "add {a}"),
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
        if match := pattern.fullmatch(line):
            return english.format(**match.groupdict())
    return said
