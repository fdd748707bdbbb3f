"""The assistant's sentences in German. What they hold is told in `words.Words`."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from todo.assistant.wording.words import Asked, Deed, Kind, Notice, Ordering, Past, Suggested, upper_first
from todo.mcp.reasons import Pool, Pressing

CODE = "de"
INBOX = "Eingang"
ABILITIES = (
    "Ich kann Aufgaben anlegen („füge Miete zahlen morgen um 17 Uhr p1 hinzu“), sagen, was fällig ist („was ist diese "
    "Woche fällig?“) oder was als Nächstes dran ist („was soll ich heute tun?“), Aufgaben ändern („verschiebe Miete "
    "zahlen auf Freitag“, „setze Miete zahlen auf p1“), sie abhaken, wieder öffnen oder löschen („erledige die "
    "zweite“), mich um Projekte und Etiketten kümmern („lege ein Projekt namens Garten an“) und die letzte Änderung "
    "zurücknehmen („rückgängig“)."
)
DISMISSED = "Gut, ich habe nichts geändert."
LEFT_OUT = "Was danach kommen sollte, habe ich weggelassen."
NOTHING_SPOKEN_OF = (
    "Ich weiß nicht, welche Aufgabe du meinst. Nenne Wörter aus ihrem Titel, zum Beispiel „erledige Miete zahlen“."
)
TOO_MANY = (
    "Das sind mehr als 100 Aufgaben, deshalb habe ich nichts geändert. Grenze es ein, etwa auf ein Projekt oder einen "
    "Tag."
)
NOTHING_TO_LEAVE_OUT = (
    "Was ich auslassen soll, habe ich nicht gefunden, deshalb habe ich nichts geändert. Nenne Wörter aus dem Titel."
)
TAKEN_BACK = "Das habe ich zurückgenommen. Welche Aufgabe meinst du?"
NOTHING_DONE = "Ich habe eben nichts geändert. Um die Änderung davor zurückzunehmen, sag noch einmal „rückgängig“."
WELCOME, GOODBYE, HELLO = "Gern geschehen.", "Bis bald!", "Hallo!"
WHAT_TO_ADD = (
    "Was soll ich anlegen? Sag es mit der Aufgabe, zum Beispiel „füge Miete zahlen morgen um 17 Uhr p1 hinzu“."
)
ONLY_TASKS = "Ich kümmere mich nur um deine Aufgaben, deshalb habe ich nichts geändert."
NOT_UNDERSTOOD = "Das habe ich nicht verstanden und nichts geändert."
NOTHING_FITS = "Dazu passt keine Aufgabe, deshalb habe ich nichts geändert."
NO_LIST_YET = "Ich habe noch keine Liste gezeigt. Frag zuerst nach einer, zum Beispiel „was ist heute fällig?“."
WHICH_ONE = "Welche meinst du?"
SEVERAL_FIT = "Mehrere Aufgaben passen. Welche meinst du?"
ALREADY_SO = "Das war schon so: Nichts hat sich geändert."
MORE_THAN_SHOWN = "Es gibt noch mehr; grenze die Suche ein."
IN_TRASH, TRASH_EMPTY = "Im Papierkorb:", "Der Papierkorb ist leer."
CHANGED_LATELY, NOTHING_CHANGED_YET = "Zuletzt geändert, das Neueste zuerst:", "Noch ist nichts geändert worden."
WAS_UNDONE = "rückgängig gemacht"
THIS_ONE = "Wenn du diese meinst, sag es mit ihrem Titel:"
GONE = "Das finde ich nicht mehr. Frag zuerst nach einer Liste, zum Beispiel „was ist heute fällig?“."
NOTHING_WAITING, IN_THIS_ORDER = "Es wartet nichts auf dich.", "In dieser Reihenfolge:"
APPROVE_FIRST = "Das mache ich erst, wenn du es bestätigst."
CHANGED_SINCE = (
    "Einiges davon hat sich geändert, seit ich gefragt habe, deshalb habe ich noch nichts getan. So wäre es jetzt:"
)
ASK_ANEW = (
    "Einiges davon hat sich geändert, seit ich gefragt habe, deshalb habe ich noch nichts getan. Sag es noch einmal, "
    "wenn du es weiterhin möchtest."
)
EXPIRED = (
    "Die Frage ist zu lange her, deshalb wurde nichts geändert. Sag es noch einmal, wenn du es weiterhin möchtest."
)
REJECTED = "Es wurde nichts geändert."
HALF_DONE = "Hier hat das Modell abgebrochen. Was bis dahin getan wurde, bleibt; rückgängig machen kannst du es."
FAILED, DONE = "Das hat nicht geklappt", "Erledigt."
NO_SUCH_TASK, SEVERAL_TASKS = "Keine solche Aufgabe", "Mehrere Aufgaben passen"
NOTHING_UNDONE = "Nichts rückgängig gemacht"
LEADS: Mapping[Deed, str] = {
    "add": "Angelegt:",
    "complete": "Erledigt:",
    "reopen": "Wieder offen:",
    "delete": "Gelöscht:",
    "restore": "Wiederhergestellt:",
    "change": "Geändert:",
    "reschedule": "Verschoben:",
}
NOUNS: Mapping[Kind, str] = {"project": "Projekt", "section": "Abschnitt", "label": "Etikett"}
WHICH: Mapping[Deed, str] = {
    "complete": "Welche Aufgabe ist erledigt? Nenne Wörter aus ihrem Titel, zum Beispiel „erledige Miete zahlen“.",
    "reopen": "Welche Aufgabe ist wieder offen? Nenne Wörter aus ihrem Titel, etwa „öffne Miete zahlen wieder“.",
    "delete": "Welche Aufgabe soll ich löschen? Nenne Wörter aus ihrem Titel, zum Beispiel „lösche Miete zahlen“.",
    "restore": (
        "Welche Aufgabe soll ich aus dem Papierkorb holen? Nenne Wörter aus ihrem Titel, zum Beispiel „stelle Miete "
        "zahlen wieder her“."
    ),
    "change": "Was soll ich ändern? Sag, welche Aufgabe und wie, zum Beispiel „verschiebe Miete zahlen auf Freitag“.",
}
NOTICES: Mapping[Notice, str] = {
    "model-unavailable": "Das Modell ist nicht erreichbar, deshalb antwortet der eingebaute Assistent.",
    "model-slow": "Das Modell hat zu lange gebraucht, deshalb antwortet der eingebaute Assistent.",
    "model-refused-key": (
        "Der Anbieter des Modells hat den Schlüssel abgelehnt, deshalb antwortet der eingebaute Assistent."
    ),
    "model-quota": "Das Kontingent des Modells ist aufgebraucht, deshalb antwortet der eingebaute Assistent.",
    "model-nonsense": "Die Antwort des Modells war unbrauchbar, deshalb antwortet der eingebaute Assistent.",
    "model-steps": "Das Modell hat zu viele Schritte gebraucht, deshalb antwortet der eingebaute Assistent.",
    "budget": "Das heutige Budget für das Modell ist aufgebraucht, deshalb antwortet der eingebaute Assistent.",
}
PAST: Mapping[Past, str] = {
    "add": "Angelegt",
    "edit": "Geändert",
    "move": "Verschoben",
    "complete": "Erledigt",
    "reopen": "Wieder geöffnet",
    "delete": "Gelöscht",
    "restore": "Wiederhergestellt",
    "duplicate": "Kopiert",
    "skip": "Übersprungen",
    "archive": "Archiviert",
    "unarchive": "Aus dem Archiv geholt",
    "undo": "Rückgängig gemacht",
    "redo": "Wiederholt",
    "import": "Importiert",
}
SUGGESTIONS: Mapping[Suggested, str] = {
    "today": "Was soll ich heute tun?",
    "ahead": "Was steht demnächst an?",
    "overdue": "Was ist überfällig?",
    "catch-up": "Verschiebe alles Überfällige auf heute",
    "add": "Füge Milch kaufen morgen um 17 Uhr hinzu",
    "finished": "Was habe ich diese Woche erledigt?",
}
_TROUBLES: Mapping[str, str] = {
    "nothing-to-undo": "Es gibt nichts, was ich rückgängig machen könnte.",
    "nothing-to-redo": "Es gibt nichts, was ich wiederholen könnte.",
    "already-undone": "Das ist schon rückgängig gemacht.",
    "undo-conflict": "Etwas Neueres steht im Weg, deshalb habe ich nichts zurückgenommen.",
    "forbidden": "Dieses Projekt darfst du nur lesen.",
    "stale-version": "Das wurde inzwischen geändert, deshalb habe ich nichts getan. Sag es noch einmal.",
    "not-found": GONE,
    "date-too-far": "Dieses Datum liegt zu weit weg.",
    "no-time-of-day": "Dabei ist eine Aufgabe ohne Uhrzeit. Nenne stattdessen Tag und Uhrzeit.",
    "name-taken": "Dieser Name ist schon vergeben, deshalb habe ich nichts geändert.",
    "inbox-is-fixed": "Der Eingang bleibt, wie er ist.",
    "too-many": "Für mehr davon ist kein Platz. Lösche einige, die du nicht mehr brauchst.",
    "too-many-reminders": "Für mehr Erinnerungen ist kein Platz. Lösche einige, die du nicht mehr brauchst.",
    "too-deep": "So tief geht es nicht. Wähle einen Platz weiter oben.",
    "circle": "Etwas kann nicht unter sich selbst stehen. Wähle einen anderen Platz.",
    "archived": "Dieses Projekt liegt im Archiv. Hol es zuerst heraus.",
    "not-recurring": "Diese Aufgabe kommt nicht noch einmal.",
    "invalid-filter": "Diesen Filter kann ich nicht lesen.",
}
_GENERAL = "Das ging so nicht, deshalb habe ich nichts geändert."
# Participle and infinitive: "3 Aufgaben erledigt", "Würde 3 Aufgaben erledigen".
_DID: Mapping[Deed, tuple[str, str]] = {
    "add": ("angelegt", "anlegen"),
    "complete": ("erledigt", "erledigen"),
    "reopen": ("wieder geöffnet", "wieder öffnen"),
    "delete": ("gelöscht", "löschen"),
    "restore": ("wiederhergestellt", "wiederherstellen"),
    "change": ("geändert", "ändern"),
    "reschedule": ("verschoben", "verschieben"),
}
_ORGANIZED: Mapping[Ordering, tuple[str, str]] = {
    "create": ("angelegt", "anlegen"),
    "rename": ("umbenannt", "umbenennen"),
    "recolor": ("umgefärbt", "umfärben"),
    "move": ("verschoben", "verschieben"),
    "archive": ("archiviert", "archivieren"),
    "unarchive": ("aus dem Archiv geholt", "aus dem Archiv holen"),
    "delete": ("gelöscht", "löschen"),
}
# Each with its plural, and with "das", "kein" and "ein" before it.
_KINDS: Mapping[Kind, tuple[str, str, str, str, str]] = {
    "project": ("Projekt", "Projekte", "das Projekt", "kein Projekt", "ein Projekt"),
    "section": ("Abschnitt", "Abschnitte", "den Abschnitt", "keinen Abschnitt", "einen Abschnitt"),
    "label": ("Etikett", "Etiketten", "das Etikett", "kein Etikett", "ein Etikett"),
}
_POOLS = {"open": "Keine offene Aufgabe", "done": "Keine erledigte Aufgabe", "trash": "Keine Aufgabe im Papierkorb"}
_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November"),
    "Dezember",
)
_NEAR = {0: "heute", 1: "morgen", -1: "gestern"}


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'keine'} {one if number == 1 else many}"


def tasks(number: int) -> str:
    return _count(number, "Aufgabe", "Aufgaben")


def things(kind: Kind, number: int) -> str:
    one, many, *_ = _KINDS[kind]
    return upper_first(_count(number, one, many))


def changes(number: int) -> str:
    return upper_first(_count(number, "Änderung", "Änderungen"))


def and_more(number: int) -> str:
    return f"und {number} weitere"


def quoted(text: str) -> str:
    return f"„{text}“"


# --- Days


def _date(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]}, {day.day}. {_MONTHS[day.month - 1]}{year}"


def _plain(day: date, today: date) -> str:
    return _NEAR.get((day - today).days) or _date(day, today)


def day(day: date, today: date) -> str:
    return _NEAR.get((day - today).days) or f"am {_date(day, today)}"


def moment(day_: date, at: time, today: date, *, twelve_hour: bool) -> str:
    return f"{day(day_, today)} um {_clock(at, twelve_hour=twelve_hour)}"


def _clock(at: time, *, twelve_hour: bool) -> str:
    minutes = f":{at:%M}" if at.minute else ""
    if twelve_hour:
        return f"{at.hour % 12 or 12}{minutes}\u00a0{'AM' if at.hour < 12 else 'PM'}"
    return f"{at.hour}{minutes} Uhr"


def _span(asked: Asked) -> str:
    first, last, today = asked.first, asked.last, asked.today
    if first and last:
        is_one = first == last
        return day(first, today) if is_one else f"von {_plain(first, today)} bis {_plain(last, today)}"
    return f"ab {_plain(first, today)}" if first else f"bis {_plain(last, today)}" if last else ""


# --- What was found


def found(count: int, asked: Asked) -> str:
    span = _span(asked)
    if not count and asked.only_days and span:
        return f"{upper_first(span)} {'wurde nichts erledigt' if asked.done else 'ist nichts fällig'}."
    parts = [f"mit Priorität {asked.priority}" if asked.priority else "", f"mit @{asked.label}" if asked.label else ""]
    parts += [f"mit {quoted(asked.text)}" if asked.text else "", "ohne Datum" if asked.scope == "none" else ""]
    which = " ".join(part for part in [_noun(count, asked), *parts] if part)
    text = f"{which}{_clause(count, asked, span)}"
    return f"{text}:" if count else f"{upper_first(text)}."


def _noun(count: int, asked: Asked) -> str:
    is_done = asked.done and not (asked.first or asked.last)
    if asked.scope == "overdue":
        return _count(count, "überfällige Aufgabe", "überfällige Aufgaben" if count else "überfälligen Aufgaben")
    if is_done:
        return _count(count, "erledigte Aufgabe", "erledigte Aufgaben" if count else "erledigten Aufgaben")
    return tasks(count)


def _clause(count: int, asked: Asked, span: str) -> str:
    """What follows the noun, with its verb last."""
    if asked.scope == "upcoming":
        return f", die demnächst {'ansteht' if count == 1 else 'anstehen'}"
    if not span:
        return ""
    if asked.done:
        return f", die {span} erledigt {'wurde' if count == 1 else 'wurden'}"
    return f", die {span} fällig {'ist' if count == 1 else 'sind'}"


def in_project(count: int, name: str | None) -> str:
    return f"{upper_first(tasks(count))} {within(name)}:"


def undone(titles: str, *, redo: bool) -> str:
    word = "Wiederholt" if redo else "Rückgängig gemacht"
    return f"{word}: {titles}." if titles else f"{word}."


def standing(overdue: int, today: int) -> str:
    late = f"{tasks(overdue)} {'ist' if overdue == 1 else 'sind'} überfällig" if overdue else "Nichts ist überfällig"
    due = f"heute {'ist' if today == 1 else 'sind'} {today} fällig" if today else "heute ist nichts fällig"
    return f"{late}, {due}."


def fullest(day_: date, count: int, today: date) -> str:
    return f"Am vollsten wird es {day(day_, today)}: {tasks(count)}."


def pressing(reason: Pressing) -> str:
    days = f"{reason.number} {'Tag' if reason.number == 1 else 'Tagen'}"
    return {
        "overdue": f"seit {days} überfällig",
        "due-today": "heute fällig",
        "past-deadline": "Frist verstrichen",
        "deadline-today": "Frist heute",
        "deadline-ahead": f"Frist in {days}",
        "priority": f"Priorität {reason.number}",
        "waiting": f"wartet seit {days}",
        "free": "ohne Datum, und nichts ist dringender",
    }[reason.kind]


# --- Projects, labels, one task


def you_have(kind: Kind, number: int) -> str:
    one, many, *_ = _KINDS[kind]
    none = f"Du hast noch {_count(0, one, many)}."
    return f"Du hast {_count(number, one, many)}:" if number else none


def open_tasks(number: int) -> str:
    return f"{number} offen"


def within(project: str | None) -> str:
    return f"in {project}" if project else "im Eingang"


def recurs(rule: str) -> str:
    return f"wiederholt sich {rule}"


def subtasks(number: int) -> str:
    return _count(number, "Unteraufgabe", "Unteraufgaben")


def no_such(kind: Kind, name: str) -> str:
    return f"Du hast {_KINDS[kind][3]} namens {quoted(name)}, deshalb habe ich nichts geändert."


def there_already(kind: Kind, name: str) -> str:
    return f"Du hast schon {_KINDS[kind][4]} namens {quoted(name)}, deshalb habe ich nichts geändert."


def organized(action: Ordering, kind: Kind, name: str, *, would: bool = False) -> str:
    done, do = _ORGANIZED[action]
    return f"Würde {_KINDS[kind][2]} {quoted(name)} {do}" if would else f"{_KINDS[kind][0]} {quoted(name)} {done}"


# --- Deeds, questions, refusals


def did(deed: Deed, number: int, *, would: bool = False) -> str:
    done, do = _DID[deed]
    return f"Würde {tasks(number)} {do}" if would else f"{upper_first(tasks(number))} {done}"


def counted(number: int) -> str:
    return f"{upper_first(tasks(number))} gefunden"


def ask(deed: Deed, number: int) -> str:
    return f"{upper_first(tasks(number))} {_DID[deed][1]}?"


def ask_to_delete(kind: Kind, name: str) -> str:
    return f"{upper_first(_KINDS[kind][2])} {quoted(name)} löschen?"


def maybe_a_task(line: str) -> str:
    return f"Wenn es eine Aufgabe ist, sag „füge {line} hinzu“."


def half_understood(text: str) -> str:
    return f"Was du mit {quoted(text)} möchtest, weiß ich nicht, deshalb habe ich nichts geändert. Sag bitte alles neu."


def too_high(count: int) -> str:
    return f"Die letzte Liste hat {tasks(count)}. Sag eine Zahl bis {count}."


def on_the_list(texts: Sequence[str]) -> str:
    return f"Schon auf deiner Liste: {', '.join(map(quoted, texts))}."


def none_has(words: str, pool: Pool) -> str:
    return f"{_POOLS[pool]} passt zu {quoted(words)}."


def there_are(names: Sequence[str]) -> str:
    return f"Es gibt: {', '.join(map(quoted, names))}."


def several_named(kind: Kind, name: str) -> str:
    return f"Mehrere {_KINDS[kind][1]} heißen {quoted(name)}, deshalb habe ich nichts geändert. Benenne eins um."


def no_date(said: str) -> str:
    return f"{quoted(said)} kann ich nicht als Datum lesen. Sag etwa „Freitag um 17 Uhr“ oder „in 2 Wochen“."


def trouble(slug: str, detail: str) -> str:
    return _TROUBLES.get(slug, _GENERAL)
