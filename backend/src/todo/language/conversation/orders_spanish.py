"""Plain orders in Spanish, and the English for each: `foreign.py` reads them. Accents may be left out."""

_PENDING, _I_WANTED_TO_SAY = r"(?:pendiente|que\s+hacer|por\s+hacer)", r"(?:mejor|quise\s+decir|quería\s+decir|digo)"
_SHOW = r"(?:muestra(?:me)?|muéstrame|enseña(?:me)?|enséñame|lista|ver)"
_A_DAY = (
    r"(?:pasado\s+mañana|mañana|ayer|(?:este\s+|el\s+próximo\s+)?(?:lunes|martes|miércoles|jueves|viernes|sábado"
    r"|domingo)(?:\s+q(?:ue)?\s+viene)?|(?:esta|la\s+próxima)\s+semana|(?:este|el)\s+fin\s+de\s+semana|este\s+mes|la\s+semana\s+que\s+viene)"
)
_DAY = rf"(?P<day>{_A_DAY})"
_DONE = r"(?:hech[oa]s?|list[oa]s?|terminad[oa]s?|completad[oa]s?|acabad[oa]s?)"
_I_DID = r"(?:hice|he\s+hecho|terminé|acabé|he\s+terminado|he\s+completado|completé)"
_TO = r"(?:al|a\s+la|a|para\s+el|para\s+la|para)"
_MOVE = r"(?:(?:muéve|pása|cámbia|apláza)me|mueve|pasa|cambia|aplaza)"
_ALL = r"(?:todo|todas\s+(?:las|mis)\s+tareas)"
_CALLED = r"(?:llamad[oa]|que\s+se\s+llame|con\s+el\s+nombre(?:\s+de)?|:)"

# The first that fits the whole line is taken.
ORDERS: tuple[tuple[str, str], ...] = (
    # --- What is said to the assistant itself
    (r"hola|buenas|buenos\s+días|buenas\s+(?:tardes|noches)", "hello"),
    (r"(?:muchas\s+|mil\s+)?gracias", "thanks"),
    (r"adiós|chao|hasta\s+(?:luego|pronto|mañana)", "bye"),
    (r"ayuda|ayúdame|qué\s+(?:puedes|sabes)\s+hacer|cómo\s+funciona(?:\s+esto)?", "help"),
    (r"deshacer|deshaz(?:lo)?(?:\s+eso)?", "undo"),
    (r"rehacer|rehaz(?:lo)?|otra\s+vez|repítelo", "redo"),
    (r"no,?\s+gracias|mejor\s+no|olvídalo|déjalo|nada", "never mind"),
    # --- Verbs alone, which ask back
    (r"(?:añadir|añade|agrega|agregar)(?:\s+(?:algo|una\s+tarea))?|nueva\s+tarea", "add"),
    (r"completar?|termina", "complete it"),
    (r"borrar?|eliminar?", "delete it"),
    (r"no[\s,]+(?:la|el|lo)\s+otr[oa](?:\s+tarea)?", "no, the other one"),
    # --- Of all tasks
    (rf"(?:completa|termina|marca)\s+{_ALL}(?:\s+como\s+hech[oa]s?)?", "complete everything"),
    (rf"(?:borra|elimina|quita)\s+{_ALL}", "delete everything"),
    (rf"(?:mueve|pasa|aplaza)\s+{_ALL}\s+{_TO}\s+(?P<when>.+)", "move everything to {when}"),
    # --- Projects and labels
    (
        rf"(?:crea|añade|haz)\s+(?:(?:un|el)\s+)?(?:nuevo\s+)?proyecto\s+(?:nuevo\s+)?(?:{_CALLED}\s+)?(?P<a>.+)",
        "create a project called {a}",
    ),
    (r"(?:nuevo\s+proyecto|proyecto\s+nuevo)\s*:?\s+(?P<a>.+)", "create a project called {a}"),
    (
        rf"(?:crea|añade|haz)\s+(?:(?:una|la)\s+)?(?:nueva\s+)?etiqueta\s+(?:nueva\s+)?(?:{_CALLED}\s+)?(?P<a>.+)",
        "create a label called {a}",
    ),
    (
        r"(?:renombra|cambia\s+el\s+nombre\s+del?)\s+(?:el\s+)?proyecto\s+(?P<a>.+?)\s+(?:a|por|como)\s+(?P<b>.+)",
        "rename the project {a} to {b}",
    ),
    (
        r"(?:renombra|cambia\s+el\s+nombre\s+de)\s+(?:la\s+)?etiqueta\s+(?P<a>.+?)\s+(?:a|por|como)\s+(?P<b>.+)",
        "rename the label {a} to {b}",
    ),
    (r"(?:borra|elimina|quita)\s+(?:el\s+)?proyecto\s+(?P<a>.+)", "delete the project {a}"),
    (r"(?:borra|elimina|quita)\s+(?:la\s+)?etiqueta\s+(?P<a>.+)", "delete the label {a}"),
    (r"archiva\s+(?:el\s+)?proyecto\s+(?P<a>.+)", "archive the project {a}"),
    (rf"(?:{_SHOW}\s+)?(?:mis|los|todos\s+mis)\s+proyectos|qué\s+proyectos\s+(?:tengo|hay)", "show my projects"),
    (rf"(?:{_SHOW}\s+)?(?:mis|las|todas\s+mis)\s+etiquetas|qué\s+etiquetas\s+(?:tengo|hay)", "show my labels"),
    (rf"(?:{_SHOW}\s+)?(?:la\s+|mi\s+)?papelera|qué\s+hay\s+en\s+la\s+papelera", "show the trash"),
    (r"qué\s+(?:ha\s+cambiado|cambió|he\s+cambiado|cambié)(?:\s+(?:últimamente|hoy))?|historial", "what changed"),
    # --- Questions
    (
        (
            r"qué\s+(?:debo|debería|tengo\s+que|puedo)\s+hacer\s+(?:hoy|ahora|primero)|por\s+dónde\s+empiezo|qué"
            r"\s+hago\s+(?:hoy|ahora|primero)|qué\s+es\s+lo\s+más\s+(?:importante|urgente)|resumen|planea\s+mi\s+día"
        ),
        "what should i do today?",
    ),
    (
        r"qué\s+(?:viene|hay|tengo)\s+(?:próximamente|después|pronto|luego|en\s+los\s+próximos\s+días)|qué\s+viene",
        "what is coming up?",
    ),
    (
        r"cuánt[ao]s(?:\s+tareas)?\s+(?:están|hay|tengo)\s+(?:atrasad|vencid)[ao]s",
        "how many are overdue?",
    ),
    (
        (
            r"cuánt[ao]s(?:\s+(?:tareas|cosas))?\s+(?:hay|tengo|(?:me\s+)?quedan)\s+(?:en|de)\s+(?:(?:el|la|los|las)\s+)?"
            r"(?:proyecto\s+|lista\s+(?:de\s+)?)?(?P<project>\S+)"
        ),
        "how many tasks do i have in #{project}?",
    ),
    (r"cuánt[ao]s(?:\s+tareas)?\s+(?:hay|tengo|(?:me\s+)?quedan)\s+(?:para\s+)?hoy", "how many tasks are due today?"),
    (
        rf"cuánt[ao]s(?:\s+tareas)?\s+(?:hay|tengo|(?:me\s+)?quedan)\s+(?:para\s+)?{_DAY}",
        "how many tasks are due {day}?",
    ),
    (
        rf"qué\s+(?:tengo|hay|toca)\s+(?:en\s+(?:el\s+|la\s+)?|del?\s+(?:la\s+)?|para\s+(?:el\s+|la\s+)?)(?P<project>\S+)\s+(?:para\s+)?{_DAY}",
        "what is due {day} in #{project}?",
    ),
    (
        r"qué\s+(?:tengo|hay|toca)\s+(?:en\s+(?:el\s+|la\s+)?|del?\s+(?:la\s+)?|para\s+(?:el\s+|la\s+)?)(?P<project>\S+)\s+(?:para\s+)?hoy",
        "what is due today in #{project}?",
    ),
    (rf"qué\s+(?:tengo|hay|me\s+queda)\s+{_PENDING}\s+(?:para\s+)?hoy", "what is due today?"),
    (r"qué\s+(?:hay|tengo|toca)\s+(?:que\s+hacer\s+)?(?:para\s+)?esta\s+semana", "what is due this week?"),
    (
        r"(?:ahora\s+)?(?:para\s+)?cuándo\s+(?:es|está|queda|quedó|quedo|era|toca|sería)(?:\s+(?:eso|es[ae]|est[aeo]|la\s+tarea|la\s+cita|ahora))*",
        "when is that now",
    ),
    (r"(?:para\s+)?cuándo\s+(?:es|está|queda)\s+(?P<place>(?:la|el)\s+\w+)", "when is {place}"),
    (r"cuándo\s+(?:es|tengo|toca)\s+(?:(?:el|la|mi|lo\s+del?)\s+)?(?P<a>.+)", "when is my {a}?"),
    (rf"qué\s+{_I_DID}\s+hoy", "what did i finish today?"),
    (rf"qué\s+{_I_DID}\s+ayer", "what did i finish yesterday?"),
    (rf"qué\s+{_I_DID}\s+esta\s+semana", "what did i finish this week?"),
    (rf"qué\s+{_I_DID}\s+la\s+semana\s+pasada", "what did i finish last week?"),
    (r"qué\s+(?:hay|tengo|toca|(?:me\s+)?(?:queda|falta))\s+(?:por\s+hacer\s+)?(?:para\s+)?hoy", "what is due today?"),
    (rf"{_SHOW}\s+(?:las\s+tareas\s+de\s+)?hoy", "what is due today?"),
    (r"qué\s+(?:hay|tengo|toca)\s+(?:para\s+)?mañana", "what is due tomorrow?"),
    (
        rf"qué\s+(?:hay|tengo|toca|(?:me\s+)?(?:queda|falta))\s+(?:(?:que\s+hacer|por\s+hacer|pendiente)\s+)?(?:para\s+)?(?:el\s+)?{_DAY}",
        "what is due {day}?",
    ),
    (r"(?:hay|tengo)\s+(?:algo|alguna\s+tarea)\s+(?:atrasad|vencid|retrasad)[oa]s?", "what is overdue?"),
    (rf"qué\s+(?:está|hay|tengo)\s+(?:vencido|atrasado)|{_SHOW}\s+lo\s+atrasado", "what is overdue?"),
    (rf"{_SHOW}\s+(?:(?:todas\s+)?(?:mis|las)\s+tareas|todo)", "show my tasks"),
    (r"qué\s+(?:me\s+)?(?:falta|queda)(?:\s+(?:por\s+hacer|pendiente))?|qué\s+tengo\s+pendiente", "show my tasks"),
    (rf"{_SHOW}\s+(?P<place>.+)", "show {place}"),
    (
        rf"{_SHOW}\s+(?:(?:el\s+proyecto|la\s+lista(?:\s+de)?|lo\s+del?|las?|los?|el)\s+)?(?P<project>.+)",
        "show #{project}",
    ),
    # --- Second thoughts
    (
        (
            r"(?:(?:no|mejor|espera|bueno|perdona|perdón)[\s,]+)*(?:déjal[oa]s?\s+(?:tal\s+)?(?:como|donde)\s+estaban?(?:\s+antes)?"
            r"|(?:pon|vuelve\s+a\s+poner)l[oa]s?\s+(?:como|donde)\s+estaban?|como\s+estaba(?:\s+antes)?)"
            r"|(?:(?:no|espera|perdona|perdón|uy)[\s,]+)+(?:todavía\s+|aún\s+)?no\s+(?:l[aoe]s?\s+(?:he\s+)?\w+|est[aá]n?)"
        ),
        "leave it as it was",
    ),
    (
        (
            r"(?:(?:no|perdona|perdón|espera|uy|ay)[\s,]+)*(?:quise\s+decir|quería\s+decir|me\s+refería\s+a|me\s+refiero\s+a)"
            r"\s+(?:(?:al|a\s+la|a)\s+)?(?P<a>\S.*)"
        ),
        "no, i meant {a}",
    ),
    (r"no[\s,]+era(?:n)?\s+(?P<a>(?:el|la|los|las)\s+\S.*)", "no, i meant {a}"),
    (
        rf"y\s+(?P<a>(?:el|la|los|las|lo)\s+\S.*?)\s+(?:al|a\s+la|para\s+el|para)\s+(?P<when>(?:hoy|{_A_DAY})(?:\s+a\s+las?\s+\S.*)?)",
        "move {a} to {when}",
    ),
    (
        rf"(?:no[\s,]+)?mejor\s+(?:(?:al|el|para\s+el)\s+)?(?P<a>a\s+las?\s+\S.*|(?:hoy|{_A_DAY})(?:\s+a\s+las?\s+\S.*)?)",
        "no, {a}",
    ),
    (
        r"(?P<amount>(?:\d+|un|una|dos|tres|cuatro|cinco|seis)\s+\S+)\s+(?:más\s+tarde|después)",
        "push it by {amount}",
    ),
    (
        r"(?P<amount>(?:\d+|un|una|dos|tres|cuatro|cinco|seis)\s+\S+)\s+(?:antes|más\s+temprano)",
        "move it {amount} earlier",
    ),
    (
        rf"no[\s,]+(?:(?:perdona|perdón|espera|perdon)[\s,]+)?(?:{_I_WANTED_TO_SAY}\s+)?(?:(?:al|el|a\s+la|para\s+el|a)\s+)?(?P<a>(?!gracias\b)\S.*)",
        "no, {a}",
    ),
    (
        (
            rf"(?:(?:perdona|perdón|espera|uy|ay|digo)[\s,]+)+(?:{_I_WANTED_TO_SAY}\s+)?(?:(?:al|el|a\s+la|para\s+el|a)\s+)?"
            rf"(?P<a>(?:hoy|{_A_DAY})(?:\s+a\s+las?\s+.+)?)"
        ),
        "no, {a}",
    ),
    (r"(?:y|pero)\s+(?P<a>a\s+las?\s+\S.*)", "no, {a}"),
    (
        (
            r"(?:pero\s+)?(?:menos|excepto|salvo)\s+(?P<a>\S.*?)[\s,]+(?:es[aeo]|que|est[ae])\s+(?:(?:es|va|queda|se\s+queda)\s+)?"
            rf"(?:para\s+)?(?:el\s+)?(?P<when>hoy|{_A_DAY})"
        ),
        "except {a}, that one {when}",
    ),
    (r"(?:pero\s+)?(?:menos|excepto|salvo)\s+(?P<a>\S.*)", "except {a}"),
    (
        (
            r"(?:(?:perdona|perdón|espera|uy|ay|pero|no)[\s,]+)*(?P<a>(?:el|la|los|las)\s+\S+(?:\s+\S+){0,2}?)\s+no"
            r"(?:[\s,]+(?:desmárca|reábre|ábre|déja)l[aoe]s?(?:\s+(?:abiert|pendiente)\w*)?)?"
        ),
        "except {a}",
    ),
    (
        r"(?:(?:perdona|perdón|espera|uy|ay|pero|no)[\s,]+)*(?P<a>(?:el|la|los|las|lo)\s+\S+(?:\s+\S+){0,3}?)\s+(?:todavía|aún)\s+no\s+(?:l[aoe]s?\s+)?(?:he\s+|est[aá]n?\s+)?\w+",
        "i still need {a}",
    ),
    (
        r"(?:(?:perdona|perdón|espera|uy|ay|pero)[\s,]+)*(?:todavía|aún)\s+(?:necesito|no\s+(?:he\s+)?\w+)\s+(?P<a>(?:el|la|los|las)\s+\S.*)",
        "i still need {a}",
    ),
    (
        rf"(?:pero\s+)?(?P<a>(?!qué\b|no\b|si\b).+?)\s+(?:déja|pása|muéve|pon|cámbia)l[aoe]s?\s+(?:(?:para|al|a)\s+)?(?:(?:el|la)\s+)?(?P<when>(?:hoy|{_A_DAY})(?:\s+a\s+las?\s+\S.*)?)",
        "move {a} to {when}",
    ),
    (
        rf"(?:pero\s+)?(?P<a>(?!qué\b|no\b|si\b).+?)\s+se\s+queda\s+(?:(?:para|en)\s+)?(?:el\s+)?(?P<when>hoy|{_A_DAY})",
        "move {a} to {when}",
    ),
    (
        rf"(?P<group>tod[oa]s?\s+l[oa]s?\s+.+?)\s+(?:para\s+el|para\s+la|para|al|a\s+la|a)\s+(?P<when>hoy|{_A_DAY})",
        "move {group} to {when}",
    ),
    # --- Opening again, restoring
    (r"(?:reabre|abre\s+otra\s+vez|vuelve\s+a\s+abrir)\s+(?P<a>.+)", "reopen {a}"),
    (rf"(?P<a>.+?)\s+(?:no|aún\s+no|todavía\s+no)\s+está\s+{_DONE}", "reopen {a}"),
    (r"(?:restaura|recupera|saca\s+de\s+la\s+papelera)\s+(?P<a>.+?)(?:\s+de\s+la\s+papelera)?", "restore {a}"),
    (rf"(?:pon|ponl[aoe]|hazl[ao])\s+(?:para\s+|en\s+)?(?:el\s+)?{_DAY}", "move it to {day}"),
    (
        rf"ponl[aoe]\s+(?:para\s+|en\s+)?(?:el\s+)?(?P<when>(?:hoy|{_A_DAY})\s+a\s+las?\s+\S.*)",
        "move it to {when}",
    ),
    (
        rf"(?P<place>(?:la|el)\s+\w+)\s+(?:para|al)\s+(?:el\s+)?(?P<when>(?:hoy|{_A_DAY})(?:\s+a\s+las?\s+\S.*)?)",
        "move {place} to {when}",
    ),
    (
        r"(?:sube|baja|pon|cambia)\s+la\s+prioridad\s+(?:del?|a)\s+(?P<a>.+?)\s+(?:a|en)\s+(?:la\s+)?p?(?P<p>[1-4])",
        "make {a} p{p}",
    ),
    (r"(?:y\s+|también\s+|pon(?:le|la|lo)\s+)+(?:con\s+|en\s+)?(?:la\s+)?prioridad\s+(?P<p>[1-4])", "make it p{p}"),
    (r"(?:y\s+|también\s+|pon(?:le|la|lo)\s+)+(?:con\s+|en\s+)?(?P<p>p[1-4])", "make it {p}"),
    (
        r"(?:y\s+|también\s+|pon(?:la|lo)\s+|méte(?:la|lo)\s+)+en\s+(?:el\s+proyecto\s+)?(?P<project>.+)",
        "move it to {project}",
    ),
    (
        r"(?P<a>(?!qué\b|cuál\b|quién\b|no\b|si\b).+?)\s+(?:es|son)\s+(?:muy\s+)?urgentes?",
        "make {a} p1",
    ),
    (r"(?:haz|marca|pon)\s+(?P<a>.+?)\s+(?:como\s+)?urgente", "make {a} urgent"),
    (
        rf"pon\s+(?P<new>\S+\s+.+?)\s+para\s+(?P<when>(?:el|la|hoy|{_A_DAY})\b.*)",
        "schedule {new} {when}",
    ),
    (
        r"(?:quita|quítale|borra|elimina)\s+la\s+fecha\s+(?:a|del?|de\s+la)\s+(?P<a>.+)",
        "remove the date from {a}",
    ),
    (
        r"(?:retrasa|aplaza|pospón|pospon|mueve)\s+(?P<a>.+)\s+(?P<amount>(?:\d+|un|una|dos|tres|cuatro|cinco|seis)\s+\S+)",
        "push {a} by {amount}",
    ),
    (
        r"(?:adelanta)\s+(?P<a>.+)\s+(?P<amount>(?:\d+|un|una|dos|tres|cuatro|cinco|seis)\s+\S+)",
        "move {a} {amount} earlier",
    ),
    (
        r"(?P<a>(?!qué\b|cuándo\b|quién\b|no\b).+?)\s+(?:es|son)\s+(?:ahora\s+)?(?P<when>(?:a\s+las?|el)\s+.+?),?\s+(?:y\s+)?(?:no|en\s+vez\s+de)\s+(?P<old>.+)",
        "{a} is {when}, not {old}",
    ),
    (
        r"(?P<a>.+?)\s+pueden?\s+esperar\s+(?:hasta\s+el|hasta\s+la|hasta|al|a\s+la|a)\s+(?P<when>.+)",
        "{a} can wait until {when}",
    ),
    # --- Changing, where it could be taken for adding
    (r"(?:pon|ponle|dale|marca|cambia)\s+(?P<a>.+?)\s+(?:en\s+|a\s+|como\s+|con\s+)?(?P<p>p[1-4])", "make {a} {p}"),
    (
        (
            r"(?:pon|ponle|dale|marca|cambia)\s+(?P<a>.+?)\s+(?:en\s+|a\s+|como\s+|con\s+)?(?:la\s+)?prioridad"
            r"\s+(?P<p>[1-4])"
        ),
        "make {a} p{p}",
    ),
    (r"(?:pon|ponle|añade)\s+(?:a\s+)?(?P<a>.+?)\s+la\s+etiqueta\s+@?(?P<label>\S+)", "tag {a} with {label}"),
    # --- Adding
    (
        (
            r"(?:añade|agrega|apunta|anota)\s+(?P<new>.+)\s+(?:a|en)\s+(?:(?:la\s+lista|el\s+proyecto)\s+)?"
            r"(?:de\s+)?(?:la\s+|las\s+|el\s+|los\s+)?(?P<project>.+)"
        ),
        "add {new} #{project}",
    ),
    (
        (
            r"(?:pon|mete|pasa)\s+(?P<new>.+)\s+(?:a|en)\s+(?:(?:la\s+lista|el\s+proyecto)\s+)?"
            r"(?:de\s+)?(?:la\s+|las\s+|el\s+|los\s+)?(?P<project>.+)"
        ),
        "put {new} in {project}",
    ),
    (r"(?:tengo\s+que|debo|hay\s+que)\s+(?P<new>.+)", "i need to {new}"),
    (
        (
            r"(?:(?:añáde|agréga|apúnta|anóta|créa)me|añade|agrega|apunta|anota|crea|pon|ponme)\s+(?:la\s+tarea\s+)?"
            r"(?P<new>.+)"
        ),
        "add {new}",
    ),
    (r"(?:nueva\s+tarea|tarea\s+nueva|tarea)\s*:?\s+(?P<new>.+)", "add {new}"),
    (
        (
            r"(?:recuérdame|avísame)\s+(?P<when>(?:hoy|mañana|pasado\s+mañana|el|la|a\s+las?|en)\b.*?)\s+(?:que\s+|de\s+"
            r"|para\s+)?(?P<new>\w+[aei]r(?:me|lo|la)?\b.*)"
        ),
        "add {new} {when}",
    ),
    (r"(?:recuérdame|avísame)\s+(?:que\s+|de\s+|para\s+)?(?P<new>.+)", "add {new}"),
    # --- Completing
    (rf"(?:ya\s+)?(?:está|están)\s+{_DONE}\s+(?P<a>.+)", "complete {a}"),
    (rf"(?P<a>.+?)\s+(?:ya\s+)?(?:está|están)\s+{_DONE}(?:\s+ya)?", "complete {a}"),
    # What went out was sent, and what is there was bought.
    (r"(?P<a>.+?)\s+(?:ya\s+)?(?:salió|salieron|ha\s+salido|han\s+salido|se\s+envió)", "complete enviar {a}"),
    (r"(?:ya\s+tengo|tengo\s+ya|ya\s+tenemos)\s+(?P<a>.+)", "complete comprar {a}"),
    (r"(?P<a>.+?)\s+ya\s+(?:l[ao]s?\s+)?(?:tengo|tenemos)", "complete comprar {a}"),
    (r"(?P<place>(?:la|el)\s+\w+)\s+(?:ya\s+)?l[ao]\s+(?:he\s+)?(?P<did>\w+)", "complete {place}"),
    (r"(?P<a>.+?)\s+ya\s+l[aoe]s?\s+(?:he\s+)?(?P<did>\w+)", "complete {did} {a}"),
    (r"(?P<a>(?!qué\b|cuándo\b|quién\b|cómo\b|no\b|si\b|tod[oa]s?\b).+?)\s+ya\s+(?:está|están)", "complete {a}"),
    (r"(?P<a>.+?)\s+(?:ya\s+)?(?:está|están)\s+(?P<did>\w+)", "complete {did} {a}"),
    (r"acabo\s+de\s+(?P<a>\w+[aei]r\b.+)", "complete {a}"),
    (r"(?:ya\s+)?(?:hice|he\s+hecho|terminé|acabé|he\s+terminado)\s+(?P<a>.+)", "complete {a}"),
    (r"(?:también\s+)?(?:ya\s+(?:l[aoe]s?\s+)?(?:he\s+)?|he\s+)(?P<did>\w+)\s+(?P<a>.+)", "complete {did} {a}"),
    (r"(?:también\s+)?(?P<did>\w{2,}[éí])\s+(?P<a>.+)", "complete {did} {a}"),
    (r"(?:completa|termina|marca)\s+(?P<a>.+?)(?:\s+como\s+hech[oa]s?)?", "complete {a}"),
    (r"(?:compléta|termína|márca)l[ao]s?(?:\s+como\s+hech[ao]s?)?", "complete it"),
    (
        r"(?:hech[oa]s?|listo|terminad[oa]s?|completad[oa]s?)[\s:,]+(?P<a>(?!(?:del?|para|por|con|a)\b).+)",
        "complete {a}",
    ),
    (
        # "La lista" is a list.
        rf"(?P<a>(?!qué\b|cuándo\b|quién\b|cómo\b|no\b).+?)(?<!\bla)(?<!\bmi)(?<!\bde)(?<!\buna)\s+(?:ya\s+)?{_DONE}",
        "complete {a}",
    ),
    # --- Moving, renaming, deleting
    (r"(?:renombra|cambia\s+el\s+nombre\s+de)\s+(?P<a>.+?)\s+(?:a|por|como)\s+(?P<new>.+)", "rename {a} to {new}"),
    (
        rf"{_MOVE}\s+(?P<a>.+?)\s+{_TO}\s+(?P<when>(?:hoy|{_A_DAY})\s+a\s+las?\s+.+)",
        "move {a} to {when}",
    ),
    (rf"{_MOVE}\s+(?P<a>.+)\s+{_TO}\s+(?P<when>.+)", "move {a} to {when}"),
    (rf"(?:muéve|pása|cámbia|apláza)l[ao]\s+{_TO}\s+(?P<when>.+)", "move it to {when}"),
    (r"(?:borra|elimina|quita)\s+(?P<a>.+)", "delete {a}"),
    (r"(?:bórra|elimína|quíta)l[ao]", "delete it"),
    (
        r"(?P<a>(?!qué\b|cuál\b|quién\b|no\b|si\b).+?)\s+(?:se\s+puede\s+(?:borrar|quitar|eliminar)|ya\s+no\s+hace\s+falta)",
        "delete {a}",
    ),
    # --- Read only where nothing else fits
    (r"ya\s+(?:l[ao]s?\s+)?(?:he\s+)?(?P<did>\w+)\s+(?P<a>.+)", "did i already {did} {a}"),
    (r"(?:nota|idea|recordatorio|pendiente)\s*:\s*(?P<new>.+)", "note: {new}"),
    (r"(?:programa|agenda|planifica|planea)\s+(?P<new>.+)", "schedule {new}"),
    (
        r"(?:a\s+qué\s+hora|qué\s+día)\s+(?:es|tengo|toca)\s+(?:(?:el|la|mi|lo\s+del?)\s+)?(?P<a>.+)",
        "when is my {a}?",
    ),
    (
        r"qué\s+(?:hay|tengo|(?:me\s+)?(?:queda|falta))\s+(?:todavía\s+|aún\s+)?(?:en|de|para)\s+(?:(?:el\s+proyecto|la\s+lista(?:\s+de)?|el|la|los|las)\s+)?(?P<project>.+)",
        "what is left in {project}?",
    ),
    (rf"{_SHOW}\s+(?:todo\s+)?lo\s+que\s+(?:ya\s+)?{_I_DID}", "show what i have done"),
    (
        r"(?:repite|(?:pon|haz)\s+que)\s+(?P<a>.+?)\s+(?:se\s+repita\s+)?(?:para\s+)?(?P<when>(?:cada|todos\s+los|todas\s+las)\b.*)",
        "set {a} to {when}",
    ),
    (
        r"(?P<a>(?!qué\b|no\b|si\b).+?)\s+(?:es\s+(?:lo\s+)?(?:más\s+)?prioritari[oa]|tiene\s+(?:máxima\s+)?prioridad)",
        "{a} is top priority",
    ),
    (
        r"(?P<a>(?!qué\b|cuándo\b|no\b|si\b).+?)\s+(?:es|son)\s+(?:ahora|al\s+final|en\s+realidad)\s+(?P<when>(?:a\s+las?|el)\s+.+)",
        "{a} is now {when}",
    ),
    (
        (
            r"(?P<a>(?!qué\b|cuándo\b|no\b|si\b).+?)\s+se\s+(?:ha\s+)?(?:movido|movió|cambiado|cambia|pasa|pasado|retrasado"
            r"|adelantado)\s+(?:al|a\s+la|a)\s+(?P<when>\S.*)"
        ),
        "move {a} to {when}",
    ),
    (rf"(?P<a>.+?)\s+mejor\s+(?P<when>(?:el\s+)?{_A_DAY})", "move {a} to {when}"),
    (r"(?:y\s+)?también\s+(?P<a>(?!no\b)\S.*)|(?:y\s+)?(?P<b>(?!y\b)\S.*?)\s+también", "and also {a}{b}"),
    (
        r"y\s+(?P<a>(?!(?:gracias|ahora|luego|qué|cómo|cuándo|cuál|quién|yo|tú|no|si|ya|a\s+las?)\b)(?!(?:pon|haz|da|cambia|mueve|pasa|marca|quita|borra)(?:l[aoe]s?)?\b)\S.*)",
        "and {a}",
    ),
)
DAYS = {
    "lunes": "monday",
    "martes": "tuesday",
    "miercoles": "wednesday",
    "jueves": "thursday",
    "viernes": "friday",
    "sabado": "saturday",
    "domingo": "sunday",
    "manana": "tomorrow",
    "pasado manana": "day after tomorrow",
    "ayer": "yesterday",
    "esta semana": "this week",
    "proxima semana": "next week",
    "semana que viene": "next week",
    "fin de semana": "this weekend",
    "este mes": "this month",
}
ARTICLES = r"(?:(?:lo|la|el|los|las)\s+(?:de\s+(?:l[ao]s?|el)|del?)|el|la|los|las|mi|mis)\s+"
AMOUNTS = {
    **dict.fromkeys(("un", "una"), "one"),
    "dos": "two",
    "tres": "three",
    "cuatro": "four",
    "cinco": "five",
    "seis": "six",
    **dict.fromkeys(("minuto", "minutos"), "minutes"),
    **dict.fromkeys(("hora", "horas"), "hours"),
    **dict.fromkeys(("dia", "dias"), "days"),
    **dict.fromkeys(("semana", "semanas"), "weeks"),
}


def _told(*infinitives: str) -> dict[str, str]:
    """The first person of the past and the participle of each, without accents: "compre", "comprado"."""
    told = {}
    for infinitive in infinitives:
        stem, is_ar = infinitive[:-2], infinitive.endswith("ar")
        spelled = {"g": f"{stem}u", "c": f"{stem[:-1]}qu", "z": f"{stem[:-1]}c"}.get(stem[-1], stem) if is_ar else stem
        told[f"{spelled}{'e' if is_ar else 'i'}"] = infinitive
        participle = f"{stem}{'ad' if is_ar else 'id'}"
        told |= {f"{participle}{ending}": infinitive for ending in ("o", "a", "os", "as")}
    return told


# What may be told of a task that is done, and the verb of its title; paying goes by many verbs.
DID = {
    **_told(
        "comprar", "llamar", "enviar", "mandar", "leer", "reservar", "limpiar", "lavar", "regar", "sacar", "recoger"
    ),
    **_told(
        "arreglar",
        "pedir",
        "cocinar",
        "estudiar",
        "entregar",
        "firmar",
        "preparar",
        "responder",
        "contestar",
        "ordenar",
    ),
    "escribi": "escribir",
    "escrito": "escribir",
    "pague": "",
    "pagado": "",
    "transferi": "",
    "transferido": "",
}
# What is not done yet is said beside what is: "ya llamé a mamá, a papá todavía no".
NOT_YET = (
    r"(?:pero\s+)?\S+(?:\s+\S+){0,3}?\s+(?:todavía|aún)\s+no"
    r"|\S+(?:\s+\S+){0,3}?\s+(?:estaban?|está|están)\s+(?:agotad[oa]s?|cerrad[oa]s?)"
    r"|(?:pero\s+)?(?:todavía|aún)\s+no\s+\S+(?:\s+\S+){0,3}"
    r"|pero\s+\S+(?:\s+\S+){0,3}?\s+no"
)
AND, BUT = r"y", r"pero"
# Before another of these an order ends.
VERBS = (
    r"(?:añade|agrega|apunta|anota|borra|elimina|quita|marca|completa|termina|mueve|pasa|cambia|aplaza|muestra|muéstrame"
    r"|recuérdame|crea|renombra|reabre|pon(?:l[aoe])?)"
)
# "Pon la primera para mañana y la segunda pásala al viernes": around a place of the list and its day.
PLACE_VERB = r"(?:(?:pon(?:me)?|pasa|mueve|deja|haz|cambia)(?:l[aoe]s?)?\s+|(?:pása|muéve|déja|cámbia|haz)l[aoe]s?\s+)"
PLACE_LINK = rf"(?:mejor\s+)?{PLACE_VERB}?(?:mejor\s+)?(?:(?:para|al|a|hasta)\s+(?:(?:el|la)\s+)?|(?:el|la)\s+)?"
PLACE_WHEN = (
    rf"{PLACE_LINK}(?P<when>(?:hoy|{_A_DAY})(?:\s+(?:a\s+las?|por\s+la)\s+\S.*)?)(?:\s+(?:mejor|por\s+favor|porfa))*"
)
RATHER = r"mejor"
# "Todo lo del trabajo" is all of that project.
GROUP_OF = r"todo\s+(?:lo\s+)?(?:de|en)l?\s*(?:\b(?:la|el|los|las)\s+)?(?:proyecto\s+)?(?P<project>\S.*)"
# A question goes on from what was said before, and says that it is asked again.
ASKS = r"(?:(?:ahora\s+)?(?:para\s+)?cuándo|qué|cuánt[oa]s|a\s+qué\s+hora|cuál(?:es)?)"
ASKS_ON, AGAIN = r"(?:y|entonces|pues|ok|vale|bueno|gracias|genial)", r"(?:entonces|pues|ahora|otra\s+vez|al\s+final)"
# What stands before a verb in the past for what it tells to be done, where it is said once for several.
ALREADY_TOLD = "ya "
# "Recuérdame mañana pedir cita y el viernes pagar la luz": what begins both is said once.
SAID_ONCE, ANEW = r"(?:recuérda|avísa)me", rf"(?=(?:hoy|(?:el\s+|la\s+)?{_A_DAY})\b.{{0,40}}?\s\w+[aei]r\b)"
FILLERS = r"(?:por\s+favor|ya)"
NEGATION = r"(?:no|nunca|nada|ningun\w*)"
# Around an order: "¿puedes … por favor?".
COURTESY = (
    r"(?:(?:me\s+)?(?:puedes|podrías|quieres|serías\s+tan\s+amable\s+de)\s+(?:por\s+favor\s+)?"
    r"|por\s+favor[,\s]+|oye[,\s]+|hola[,!]?\s+)+"
)
CLOSING = r"(?:[\s,]+(?:por\s+favor|(?:muchas\s+|mil\s+)?gracias|porfa))+"
# There the verb stands in its infinitive.
IMPERATIVES = {
    "anadir": "añade",
    "agregar": "agrega",
    "apuntar": "apunta",
    "anotar": "anota",
    "crear": "crea",
    "poner": "pon",
    "completar": "completa",
    "terminar": "termina",
    "marcar": "marca",
    "mover": "mueve",
    "cambiar": "cambia",
    "pasar": "pasa",
    "borrar": "borra",
    "eliminar": "elimina",
    "quitar": "quita",
    "mostrar": "muestra",
    "recordarme": "recuérdame",
    "mostrarme": "muéstrame",
    "ponerme": "ponme",
    "reabrir": "reabre",
}
