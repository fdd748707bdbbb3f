"""The assistant's sentences in Spanish. What they hold is told in `words.Words`."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from todo.assistant.wording.words import Asked, Deed, Kind, Notice, Ordering, Past, Suggested, upper_first
from todo.mcp.reasons import Pool, Pressing

CODE = "es"
INBOX = "Bandeja de entrada"
ABILITIES = (
    "Puedo añadir tareas («añade pagar el alquiler mañana a las 17 p1»), decirte qué toca («¿qué hay para esta "
    "semana?») o por dónde empezar («¿qué debo hacer hoy?»), cambiar tareas («mueve pagar el alquiler al viernes», "
    "«pon pagar el alquiler en p1»), completarlas, reabrirlas o eliminarlas («completa la segunda»), ocuparme de "
    "proyectos y etiquetas («crea un proyecto llamado Jardín») y deshacer el último cambio («deshacer»)."
)
DISMISSED = "De acuerdo, no he cambiado nada."
LEFT_OUT = "He dejado sin hacer lo que venía después."
NOTHING_SPOKEN_OF = "No sé a qué tarea te refieres. Di palabras de su título, por ejemplo «completa pagar el alquiler»."
TOO_MANY = (
    "Son más de 100 tareas, así que no he cambiado nada. Dilo con más detalle, por ejemplo con un proyecto o un día."
)
NOTHING_TO_LEAVE_OUT = (
    "No he encontrado lo que hay que dejar fuera, así que no he cambiado nada. Di palabras de su título."
)
TAKEN_BACK = "Lo he deshecho. ¿A qué tarea te refieres?"
NOTHING_DONE = "Ahora no he cambiado nada. Para deshacer el cambio anterior, di «deshacer» otra vez."
WELCOME, GOODBYE, HELLO = "De nada.", "¡Hasta pronto!", "¡Hola!"
WHAT_TO_ADD = "¿Qué añado? Dilo con la tarea, por ejemplo «añade pagar el alquiler mañana a las 17 p1»."
ONLY_TASKS = "Solo me ocupo de tus tareas, así que no he cambiado nada."
NOT_UNDERSTOOD = "No lo he entendido y no he cambiado nada."
NOTHING_FITS = "Ninguna tarea encaja, así que no he cambiado nada."
NO_LIST_YET = "Aún no he mostrado ninguna lista. Pide una primero, por ejemplo «¿qué hay para hoy?»."
WHICH_ONE = "¿A cuál te refieres?"
SEVERAL_FIT = "Encajan varias tareas. ¿A cuál te refieres?"
ALREADY_SO = "Ya estaba así: no ha cambiado nada."
MORE_THAN_SHOWN = "Hay más; busca con más detalle."
IN_TRASH, TRASH_EMPTY = "En la papelera:", "La papelera está vacía."
CHANGED_LATELY, NOTHING_CHANGED_YET = "Cambios recientes, primero el último:", "Aún no ha cambiado nada."
WAS_UNDONE = "deshecho"
THIS_ONE = "Si es esta, dilo con su título:"
GONE = "Ya no lo encuentro. Pide primero una lista, por ejemplo «¿qué hay para hoy?»."
NOTHING_WAITING, IN_THIS_ORDER = "No te espera nada.", "En este orden:"
APPROVE_FIRST = "Solo lo haré si lo apruebas."
CHANGED_SINCE = (
    "Algo de esto ha cambiado desde que pregunté, así que todavía no he hecho nada. Ahora quedaría de este modo:"
)
ASK_ANEW = (
    "Algo de esto ha cambiado desde que pregunté, así que todavía no he hecho nada. Dilo otra vez si aún lo quieres."
)
EXPIRED = "Pasó demasiado tiempo desde la pregunta, así que no se ha cambiado nada. Dilo otra vez si aún lo quieres."
REJECTED = "No se ha cambiado nada."
HALF_DONE = "El modelo se ha interrumpido aquí. Lo hecho hasta ahora se queda; puedes deshacerlo."
FAILED, DONE = "No ha funcionado", "Hecho."
NO_SUCH_TASK, SEVERAL_TASKS = "No existe esa tarea", "Encajan varias tareas"
NOTHING_UNDONE = "No se ha deshecho nada"
LEADS: Mapping[Deed, str] = {
    "add": "Añadido:",
    "complete": "Completado:",
    "reopen": "Abierto de nuevo:",
    "delete": "Eliminado:",
    "restore": "Restaurado:",
    "change": "Cambiado:",
    "reschedule": "Reprogramado:",
}
NOUNS: Mapping[Kind, str] = {"project": "proyecto", "section": "sección", "label": "etiqueta"}
WHICH: Mapping[Deed, str] = {
    "complete": "¿Qué tarea está hecha? Di palabras de su título, por ejemplo «completa pagar el alquiler».",
    "reopen": "¿Qué tarea está otra vez abierta? Di palabras de su título, por ejemplo «reabre pagar el alquiler».",
    "delete": "¿Qué tarea elimino? Di palabras de su título, por ejemplo «elimina pagar el alquiler».",
    "restore": ("¿Qué tarea saco de la papelera? Di palabras de su título, por ejemplo «restaura pagar el alquiler»."),
    "change": "¿Qué cambio? Di qué tarea y cómo, por ejemplo «mueve pagar el alquiler al viernes».",
}
NOTICES: Mapping[Notice, str] = {
    "model-unavailable": "No se puede contactar con el modelo, así que responde el asistente integrado.",
    "model-slow": "El modelo tardó demasiado, así que responde el asistente integrado.",
    "model-refused-key": "El proveedor del modelo rechazó la clave, así que responde el asistente integrado.",
    "model-quota": "Se agotó la cuota del modelo, así que responde el asistente integrado.",
    "model-nonsense": "La respuesta del modelo no tenía sentido, así que responde el asistente integrado.",
    "model-steps": "El modelo ha dado demasiados pasos, así que responde el asistente integrado.",
    "budget": "Se agotó el presupuesto de hoy para el modelo, así que responde el asistente integrado.",
}
PAST: Mapping[Past, str] = {
    "add": "Añadido",
    "edit": "Cambiado",
    "move": "Movido",
    "complete": "Completado",
    "reopen": "Abierto de nuevo",
    "delete": "Eliminado",
    "restore": "Restaurado",
    "duplicate": "Duplicado",
    "skip": "Omitido",
    "archive": "Archivado",
    "unarchive": "Sacado del archivo",
    "undo": "Deshecho",
    "redo": "Rehecho",
    "import": "Importado",
}
SUGGESTIONS: Mapping[Suggested, str] = {
    "today": "¿Qué debo hacer hoy?",
    "ahead": "¿Qué viene próximamente?",
    "overdue": "¿Qué está atrasado?",
    "catch-up": "Mueve todo lo atrasado a hoy",
    "add": "Añade comprar leche mañana a las 17",
    "finished": "¿Qué he terminado esta semana?",
}
_TROUBLES: Mapping[str, str] = {
    "nothing-to-undo": "No hay nada que deshacer.",
    "nothing-to-redo": "No hay nada que rehacer.",
    "already-undone": "Eso ya se deshizo.",
    "undo-conflict": "Lo impide algo más reciente, así que no he deshecho nada.",
    "forbidden": "Este proyecto solo puedes leerlo.",
    "stale-version": "Eso cambió entretanto, así que no he hecho nada. Dilo otra vez.",
    "not-found": GONE,
    "date-too-far": "Esa fecha queda demasiado lejos.",
    "no-time-of-day": "Alguna de estas tareas no tiene hora. Di un día y una hora.",
    "name-taken": "Ese nombre ya está en uso, así que no he cambiado nada.",
    "inbox-is-fixed": "La bandeja de entrada se queda como está.",
    "too-many": "No caben más. Elimina algunos que ya no necesites.",
    "too-many-reminders": "No caben más recordatorios. Elimina algunos que ya no necesites.",
    "too-deep": "No se puede anidar tanto. Elige un lugar más arriba.",
    "circle": "Nada puede estar debajo de sí mismo. Elige otro lugar.",
    "archived": "Ese proyecto está en el archivo. Sácalo primero.",
    "not-recurring": "Esa tarea no se repite.",
    "invalid-filter": "No puedo leer ese filtro.",
}
_GENERAL = "Así no ha podido ser, de modo que no he cambiado nada."
# Participle of one task and of several, infinitive.
_DID: Mapping[Deed, tuple[str, str, str]] = {
    "add": ("añadida", "añadidas", "añadir"),
    "complete": ("completada", "completadas", "completar"),
    "reopen": ("reabierta", "reabiertas", "reabrir"),
    "delete": ("eliminada", "eliminadas", "eliminar"),
    "restore": ("restaurada", "restauradas", "restaurar"),
    "change": ("cambiada", "cambiadas", "cambiar"),
    "reschedule": ("reprogramada", "reprogramadas", "reprogramar"),
}
# Participle of a project and of a section or label, conditional.
_ORGANIZED: Mapping[Ordering, tuple[str, str, str]] = {
    "create": ("creado", "creada", "crearía"),
    "rename": ("renombrado", "renombrada", "renombraría"),
    "recolor": ("recoloreado", "recoloreada", "recolorearía"),
    "move": ("movido", "movida", "movería"),
    "archive": ("archivado", "archivada", "archivaría"),
    "unarchive": ("desarchivado", "desarchivada", "desarchivaría"),
    "delete": ("eliminado", "eliminada", "eliminaría"),
}
_KINDS: Mapping[Kind, tuple[str, str]] = {
    "project": ("proyecto", "proyectos"),
    "section": ("sección", "secciones"),
    "label": ("etiqueta", "etiquetas"),
}
_POOLS = {
    "open": "Ninguna tarea abierta",
    "done": "Ninguna tarea completada",
    "trash": "Ninguna tarea de la papelera",
}
_WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre"),
    "diciembre",
)
_NEAR = {0: "hoy", 1: "mañana", -1: "ayer"}


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else f"ninguna {one}"


def tasks(number: int) -> str:
    return _count(number, "tarea", "tareas")


def things(kind: Kind, number: int) -> str:
    one, many = _KINDS[kind]
    return f"{number} {one if number == 1 else many}" if number else upper_first(_no(kind))


def changes(number: int) -> str:
    return f"{number} {'cambio' if number == 1 else 'cambios'}" if number else "Ningún cambio"


def and_more(number: int) -> str:
    return f"y {number} más"


def quoted(text: str) -> str:
    return f"«{text}»"


# --- Days


def _date(day: date, today: date) -> str:
    year = "" if day.year == today.year else f" de {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} de {_MONTHS[day.month - 1]}{year}"


def day(day: date, today: date) -> str:
    return _NEAR.get((day - today).days) or f"el {_date(day, today)}"


def moment(day_: date, at: time, today: date, *, twelve_hour: bool) -> str:
    return f"{day(day_, today)} {_clock(at, twelve_hour=twelve_hour)}"


def _clock(at: time, *, twelve_hour: bool) -> str:
    hour = at.hour % 12 or 12 if twelve_hour else at.hour
    article = "a la" if hour == 1 else "a las"
    if twelve_hour:
        minutes = f":{at:%M}" if at.minute else ""
        return f"{article} {hour}{minutes}\u00a0{'AM' if at.hour < 12 else 'PM'}"
    return f"{article} {hour}:{at:%M}"


def _span(asked: Asked) -> str:
    first, last, today = asked.first, asked.last, asked.today
    if first and last and first != last:
        return f"{_joined('de', day(first, today))} {_joined('a', day(last, today))}"
    if first and last:
        return day(first, today) if asked.done else f"para {day(first, today)}"
    return f"desde {day(first, today)}" if first else f"hasta {day(last, today)}" if last else ""


def _joined(preposition: str, day: str) -> str:
    """ "del lunes", "al lunes", "de hoy", "a mañana"."""
    return f"{preposition}l {day.removeprefix('el ')}" if day.startswith("el ") else f"{preposition} {day}"


# --- What was found


def found(count: int, asked: Asked) -> str:
    span = _span(asked)
    if not count and asked.only_days and span:
        return f"No completaste nada {span}." if asked.done else f"No hay nada {span}."
    parts = [f"con prioridad {asked.priority}" if asked.priority else "", f"con @{asked.label}" if asked.label else ""]
    parts += [f"con {quoted(asked.text)}" if asked.text else "", _scope(asked), span]
    text = " ".join(part for part in [_noun(count, asked), *parts] if part)
    return f"{text}:" if count else f"{upper_first(text)}."


def _noun(count: int, asked: Asked) -> str:
    if asked.scope == "overdue":
        return _count(count, "tarea atrasada", "tareas atrasadas")
    return _count(count, "tarea completada", "tareas completadas") if asked.done else tasks(count)


def _scope(asked: Asked) -> str:
    return {"none": "sin fecha", "upcoming": "para los próximos días"}.get(asked.scope or "", "")


def in_project(count: int, name: str | None) -> str:
    return f"{upper_first(tasks(count))} {within(name)}:"


def undone(titles: str, *, redo: bool) -> str:
    word = "Rehecho" if redo else "Deshecho"
    return f"{word}: {titles}." if titles else f"{word}."


def standing(overdue: int, today: int) -> str:
    late = f"Tienes {_count(overdue, 'tarea atrasada', 'tareas atrasadas')}" if overdue else "No hay nada atrasado"
    due = f"{today} para hoy" if today else "nada para hoy"
    return f"{late} y {due}."


def fullest(day_: date, count: int, today: date) -> str:
    near = _NEAR.get((day_ - today).days)
    return f"El día más lleno será {near or day(day_, today)}: {tasks(count)}."


def pressing(reason: Pressing) -> str:
    days = f"{reason.number} {'día' if reason.number == 1 else 'días'}"
    return {
        "overdue": f"{days} de retraso",
        "due-today": "para hoy",
        "past-deadline": "fuera de plazo",
        "deadline-today": "el plazo acaba hoy",
        "deadline-ahead": f"el plazo acaba en {days}",
        "priority": f"prioridad {reason.number}",
        "waiting": f"espera desde hace {days}",
        "free": "sin fecha, y nada es más urgente",
    }[reason.kind]


# --- Projects, labels, one task


def _no(kind: Kind) -> str:
    return "ningún proyecto" if kind == "project" else f"ninguna {_KINDS[kind][0]}"


def _with_article(kind: Kind) -> str:
    return "el proyecto" if kind == "project" else f"la {_KINDS[kind][0]}"


def _named(kind: Kind, name: str) -> str:
    return f"{'llamado' if kind == 'project' else 'llamada'} {quoted(name)}"


def you_have(kind: Kind, number: int) -> str:
    return f"Tienes {things(kind, number)}:" if number else f"Aún no tienes {_no(kind)}."


def open_tasks(number: int) -> str:
    return f"{number} {'abierta' if number == 1 else 'abiertas'}"


def within(project: str | None) -> str:
    return f"en {project}" if project else "en la bandeja de entrada"


def recurs(rule: str) -> str:
    return f"se repite {rule}"


def subtasks(number: int) -> str:
    return _count(number, "subtarea", "subtareas")


def no_such(kind: Kind, name: str) -> str:
    return f"No tienes {_no(kind)} {_named(kind, name)}, así que no he cambiado nada."


def there_already(kind: Kind, name: str) -> str:
    a_thing = "un proyecto" if kind == "project" else f"una {_KINDS[kind][0]}"
    return f"Ya tienes {a_thing} {_named(kind, name)}, así que no he cambiado nada."


def organized(action: Ordering, kind: Kind, name: str, *, would: bool = False) -> str:
    masculine, feminine, would_do = _ORGANIZED[action]
    if would:
        return f"Se {would_do} {_with_article(kind)} {quoted(name)}"
    return f"{upper_first(_KINDS[kind][0])} {quoted(name)} {masculine if kind == 'project' else feminine}"


# --- Deeds, questions, refusals


def did(deed: Deed, number: int, *, would: bool = False) -> str:
    one, many, infinitive = _DID[deed]
    if would:
        return f"Se iba a {infinitive}: {tasks(number)}"
    return f"{upper_first(tasks(number))} {many if number > 1 else one}"


def counted(number: int) -> str:
    return f"{upper_first(tasks(number))} {'encontradas' if number > 1 else 'encontrada'}"


def ask(deed: Deed, number: int) -> str:
    return f"¿{upper_first(_DID[deed][2])} {tasks(number)}?"


def ask_to_delete(kind: Kind, name: str) -> str:
    return f"¿Eliminar {_with_article(kind)} {quoted(name)}?"


def maybe_a_task(line: str) -> str:
    return f"Si es una tarea, di «añade {line}»."


def half_understood(text: str) -> str:
    return f"No sé qué quieres con {quoted(text)}, así que no he cambiado nada. Dilo todo otra vez, por favor."


def too_high(count: int) -> str:
    return f"La última lista tiene {tasks(count)}. Di un número hasta {count}."


def on_the_list(texts: Sequence[str]) -> str:
    return f"Ya está en tu lista: {', '.join(map(quoted, texts))}."


def none_has(words: str, pool: Pool) -> str:
    return f"{_POOLS[pool]} encaja con {quoted(words)}."


def there_are(names: Sequence[str]) -> str:
    return f"Hay: {', '.join(map(quoted, names))}."


def several_named(kind: Kind, name: str) -> str:
    several = "Varios" if kind == "project" else "Varias"
    return f"{several} {_KINDS[kind][1]} se llaman {quoted(name)}, así que no he cambiado nada."


def no_date(said: str) -> str:
    return f"No puedo leer {quoted(said)} como fecha. Di por ejemplo «viernes a las 17» o «en 2 semanas»."


def trouble(slug: str, detail: str) -> str:
    return _TROUBLES.get(slug, _GENERAL)
