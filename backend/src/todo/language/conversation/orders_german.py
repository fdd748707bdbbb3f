"""Plain orders in German, and the English for each: `foreign.py` reads them. Accents may be left out or spelled out."""

_I_HAVE = r"was\s+(?:habe?|muss|soll(?:te)?)\s+ich"
_TO_DO = r"(?:noch\s+)?(?:alles\s+)?(?:zu\s+tun|zu\s+erledigen|vor|tun|machen|erledigen)"
_ARTICLE = r"(?:der|die|das|den|meine?|meinen)"
_FINISHED = r"(?:schon\s+|jetzt\s+|alles\s+)?(?:erledigt|fertig|gemacht|geschafft)"
_I_MEAN, _I_MEANT = r"(?:ich\s+mein(?:t)?e|doch|lieber|besser)", r"mein(?:t)?e\s+ich"
_WHOLE_DAY = (
    r"(?:(?:über)?morgen|heute|(?:nächste[nrs]?\s+|kommende[nrs]?\s+)?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonnabend|sonntag)|nächste\s+woche)"
)
_A_DAY = rf"{_WHOLE_DAY}(?:\s+(?:früh|vormittag|mittag|nachmittag|abend))?"
_DAY = (
    r"(?P<day>(?:über)?morgen|gestern|(?:diese[ns]?\s+|nächste[nrs]?\s+)?(?:montag|dienstag|mittwoch|donnerstag|freitag"
    r"|samstag|sonnabend|sonntag|woche|wochenende|monat))"
)
_QUESTION = r"(?:was|wer|wann|wie|wo|warum|welche[rs]?|ist|sind|hast|hab\s+ich|(?:ich\s+)?bin|bist|wir|du|noch)\b"
_TITLE = rf"(?!{_QUESTION}|(?:ich|er|sie|es|man)\b)"
_ALL = r"(?:alles|(?:alle|sämtliche)\s+(?:meine\s+)?aufgaben)"
_CALLED = r"(?:namens|mit\s+dem\s+namen|das\s+\S+\s+heißt|:)"
_PROJECT, _LABEL = r"(?:neues?\s+)?projekt", r"(?:neues?\s+)?(?:etikett|label)"
_SHOW = r"(?:zeige?(?:\s+mir)?|liste)"
_HESITATION = r"(?:(?:ach|oh|äh|ähm|quatsch|moment|warte|sorry|stopp?)[\s,!]+)*"
_NO = rf"{_HESITATION}(?:nein|nee|ne|nö)[\s,]+"
_WHEN = (
    r"(?:(?:am|um|auf|bis|in|ab)\s+\S.*|(?:über)?morgen\b.*|heute\b.*|(?:nächste[nrs]?|kommende[nrs]?|diese[nrs]?)\s+\S.*"
    r"|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b.*)"
)
_NOW = r"(?:jetzt|doch|nun|eigentlich)"
_ALREADY = r"(?:schon|bereits|jetzt|endlich|gestern|heute|auch)"
_LATE = r"(?:überfällig|zu\s+spät|verspätet)"

# The first that fits the whole line is taken.
ORDERS: tuple[tuple[str, str], ...] = (
    # --- What is said to the assistant itself
    (r"(?:hallo|hi|hey|moin|servus|guten\s+(?:morgen|tag|abend))(?:\s+du)?", "hello"),
    (r"(?:vielen\s+)?dank(?:e)?(?:\s+(?:dir|schön|sehr|schon))?", "thanks"),
    (r"tschüss|tschau|ciao|bis\s+(?:bald|später|dann)|gute\s+nacht", "bye"),
    (r"hilfe|hilf\s+mir|was\s+kannst\s+du(?:\s+(?:alles|für\s+mich\s+tun))?|wie\s+funktioniert\s+das", "help"),
    (r"(?:mach(?:e)?\s+(?:das|es)\s+)?rückgängig(?:\s+machen)?|nimm\s+das\s+zurück|zurücknehmen", "undo"),
    (r"wiederholen|(?:mach(?:e)?\s+)?(?:das\s+)?(?:noch\s*mal|noch\s+einmal)", "redo"),
    (r"(?:nein|nee|ne)(?:[\s,]+danke)?|lieber\s+nicht|vergiss\s+es|schon\s+gut|lass\s+(?:es|das)", "never mind"),
    # --- Verbs alone, which ask back
    (r"(?:(?:eine\s+)?(?:neue\s+)?aufgabe\s+)?(?:hinzufügen|anlegen)|füge?\s+(?:etwas|eine\s+aufgabe)\s+hinzu", "add"),
    (r"erledigen?|abhaken", "complete it"),
    (r"löschen?|entfernen?", "delete it"),
    (rf"{_NO}(?:doch\s+)?(?:den|die|das)\s+andere[nrs]?(?:\s+aufgabe)?", "no, the other one"),
    # --- Of all tasks; that all is done, which may be said of a day, completes nothing
    (rf"(?:erledige|hake?)\s+{_ALL}(?:\s+ab)?|{_ALL}\s+(?:erledigen|abhaken)", "complete everything"),
    (rf"(?:lösche?|entferne?|streiche?)\s+{_ALL}|{_ALL}\s+(?:löschen|entfernen|streichen)", "delete everything"),
    (rf"(?:verschiebe?|schiebe?|verlege?)\s+{_ALL}\s+(?:auf|nach)\s+(?P<when>.+)", "move everything to {when}"),
    # --- Projects and labels
    (
        rf"(?:lege?|erstelle?|mach(?:e)?)\s+(?:(?:ein|das)\s+)?{_PROJECT}\s+(?:{_CALLED}\s+)?(?P<a>.+?)(?:\s+an)?",
        "create a project called {a}",
    ),
    (r"neues\s+projekt\s*:?\s+(?P<a>.+)", "create a project called {a}"),
    (
        rf"(?:lege?|erstelle?|mach(?:e)?)\s+(?:(?:ein|das)\s+)?{_LABEL}\s+(?:{_CALLED}\s+)?(?P<a>.+?)(?:\s+an)?",
        "create a label called {a}",
    ),
    (r"(?:benenne?)\s+(?:das\s+)?projekt\s+(?P<a>.+?)\s+(?:in|zu)\s+(?P<b>.+?)\s+um", "rename the project {a} to {b}"),
    (
        r"(?:benenne?)\s+(?:das\s+)?(?:etikett|label)\s+(?P<a>.+?)\s+(?:in|zu)\s+(?P<b>.+?)\s+um",
        "rename the label {a} to {b}",
    ),
    (r"(?:lösche?|entferne?)\s+(?:das\s+)?projekt\s+(?P<a>.+)", "delete the project {a}"),
    (r"(?:lösche?|entferne?)\s+(?:das\s+)?(?:etikett|label)\s+(?P<a>.+)", "delete the label {a}"),
    (r"archiviere?\s+(?:das\s+)?projekt\s+(?P<a>.+)", "archive the project {a}"),
    (
        rf"(?:{_SHOW}\s+)?(?:(?:alle\s+)?meine\s+)?projekte|welche\s+projekte\s+(?:habe?\s+ich|gibt\s+es)",
        "show my projects",
    ),
    (
        (
            rf"(?:{_SHOW}\s+)?(?:(?:alle\s+)?meine\s+)?(?:etiketten|labels)|welche\s+(?:etiketten|labels)\s+(?:habe?"
            r"\s+ich|gibt\s+es)"
        ),
        "show my labels",
    ),
    (
        rf"(?:{_SHOW}\s+)?(?:(?:den|im|mein(?:en)?)\s+)?papierkorb|was\s+(?:ist|liegt)\s+im\s+papierkorb",
        "show the trash",
    ),
    (
        r"was\s+(?:wurde|hat\s+sich)\s+(?:zuletzt\s+)?geändert|was\s+habe?\s+ich\s+(?:zuletzt\s+)?geändert|verlauf",
        "what changed",
    ),
    # --- Questions
    (
        (
            r"was\s+soll(?:te)?\s+ich\s+(?:heute|jetzt|als\s+nächstes|zuerst)\s+(?:als\s+erstes\s+)?(?:tun|machen"
            r"|anfangen)"
        ),
        "what should i do today?",
    ),
    (
        (
            r"(?:womit|wo)\s+(?:soll|fange?)\s+ich\s+(?:heute\s+|jetzt\s+)?(?:an|anfangen)|was\s+ist\s+(?:jetzt"
            r"\s+)?(?:am\s+wichtigsten|dran|als\s+nächstes\s+dran)|was\s+jetzt|überblick|plane?\s+(?:meinen\s+)?tag"
        ),
        "what should i do today?",
    ),
    (r"was\s+(?:kommt|ist|steht)\s+als\s+nächstes(?:\s+an)?", "what is next?"),
    (
        (
            r"was\s+(?:steht|kommt)\s+(?:demnächst|als\s+nächstes|bald|in\s+nächster\s+zeit)(?:\s+(?:an|auf\s+mich"
            r"\s+zu))?|was\s+(?:steht\s+an|kommt)"
        ),
        "what is coming up?",
    ),
    (rf"wie\s*viele?(?:\s+aufgaben)?\s+(?:sind|habe?\s+ich)\s+(?:noch\s+)?{_LATE}", "how many are overdue?"),
    (
        rf"wie\s*viele?(?:\s+aufgaben)?\s+(?:sind|habe?\s+ich|stehen)\s+(?:noch\s+)?(?:für\s+)?{_DAY}(?:\s+(?:fällig|an|zu\s+tun))?",
        "how many tasks are due {day}?",
    ),
    (
        r"wie\s*viele?(?:\s+aufgaben)?\s+(?:sind|habe?\s+ich|stehen)\s+(?:noch\s+)?(?:für\s+)?heute(?:\s+(?:fällig|an|zu\s+tun))?",
        "how many tasks are due today?",
    ),
    (
        (
            r"wie\s*viele?(?:\s+(?:aufgaben|sachen|dinge))?\s+(?:sind|habe?\s+ich|stehen|liegen)\s+(?:noch\s+)?(?:in|bei|für|auf|im)"
            r"\s+(?:(?:die|der|das|dem|den)\s+)?(?:projekt\s+|liste\s+)?(?P<project>\S+?)(?:s?liste)?(?:\s+(?:offen|übrig|zu\s+tun))?"
        ),
        "how many tasks do i have in #{project}?",
    ),
    (
        r"was\s+(?:steht|liegt|kommt|ist)\s+(?:so\s+)?(?:in\s+den|die)\s+nächsten\s+(?:paar\s+)?tagen?(?:\s+(?:an|dran|fällig))?",
        "what is coming up?",
    ),
    (
        rf"was\s+liegt\s+(?:denn\s+)?(?:noch\s+)?(?:am\s+|im\s+|für\s+)?{_DAY}\s+(?:noch\s+)?an",
        "what is due {day}?",
    ),
    (r"was\s+liegt\s+(?:denn\s+)?heute\s+(?:noch\s+)?an", "what is due today?"),
    (
        rf"{_I_HAVE}\s+{_DAY}\s+(?:für|in|bei)\s+(?:(?:die|der|das|dem|den)\s+)?(?P<project>\S+)(?:\s+{_TO_DO})?",
        "what is due {day} in #{project}?",
    ),
    (
        rf"{_I_HAVE}\s+heute\s+(?:für|in|bei)\s+(?:(?:die|der|das|dem|den)\s+)?(?P<project>\S+)(?:\s+{_TO_DO})?",
        "what is due today in #{project}?",
    ),
    (rf"{_I_HAVE}\s+(?:denn\s+)?heute\s+(?:{_TO_DO}|noch(?:\s+alles)?)", "what is due today?"),
    (rf"{_I_HAVE}\s+morgen\s+{_TO_DO}", "what is due tomorrow?"),
    (rf"(?:{_I_HAVE}|was\s+steht|was\s+ist)\s+diese\s+woche(?:\s+(?:{_TO_DO}|an|fällig))?", "what is due this week?"),
    (
        rf"(?:{_I_HAVE}|was\s+steht|was\s+ist)\s+(?:am\s+|im\s+|für\s+)?{_DAY}(?:\s+(?:{_TO_DO}|an|dran|fällig))?",
        "what is due {day}?",
    ),
    (rf"was\s+(?:steht|kommt|ist)\s+(?:noch\s+|alles\s+)*an\s+(?:am\s+|im\s+)?{_DAY}", "what is due {day}?"),
    (
        rf"was\s+(?:steht|kommt|ist)\s+(?:noch\s+|alles\s+)*{_DAY}\s+(?:noch\s+|alles\s+)*(?:an|dran|fällig|offen|zu\s+tun)",
        "what is due {day}?",
    ),
    (
        r"was\s+(?:steht|kommt|ist)\s+(?:noch\s+|alles\s+)*(?:an\s+)?heute(?:\s+noch)?(?:\s+(?:an|dran|fällig|offen|zu\s+tun))?",
        "what is due today?",
    ),
    (
        rf"habe?\s+ich\s+(?P<day>gestern|diese\s+woche|letzte\s+woche)\s+(?:schon\s+|überhaupt\s+|eigentlich\s+)*(?:et)?was\s+{_FINISHED}",
        "what did i finish {day}?",
    ),
    (
        rf"habe?\s+ich\s+heute\s+(?:schon\s+|überhaupt\s+|eigentlich\s+)*(?:et)?was\s+{_FINISHED}",
        "what did i finish today?",
    ),
    (r"habe?\s+ich\s+(?P<a>.+?)\s+(?:schon|bereits)\s+(?P<did>\w+)", "did i already {a} {did}"),
    (
        (
            r"(?:(?:auf|für)\s+)?wann\s+(?:ist|sind|war|habe?\s+ich|steht)\s+"
            r"(?:das|es|der|die|sie|er|der\s+termin|die\s+aufgabe)(?:\s+(?:jetzt|nun|fällig|dran|verlegt|verschoben))*"
        ),
        "when is that now",
    ),
    (r"wann\s+(?:ist|kommt)\s+(?P<place>(?:die|der|das)\s+\w+)(?:\s+(?:jetzt|fällig|dran))*", "when is {place}"),
    (rf"wann\s+(?:ist|habe?\s+ich)\s+(?:{_ARTICLE}\s+)?(?P<a>.+)", "when is my {a}?"),
    (rf"was\s+habe?\s+ich\s+heute\s+{_FINISHED}", "what did i finish today?"),
    (rf"was\s+habe?\s+ich\s+gestern\s+{_FINISHED}", "what did i finish yesterday?"),
    (rf"was\s+habe?\s+ich\s+diese\s+woche\s+{_FINISHED}", "what did i finish this week?"),
    (rf"was\s+habe?\s+ich\s+letzte\s+woche\s+{_FINISHED}", "what did i finish last week?"),
    (r"(?:was\s+(?:ist|steht)|was\s+muss\s+ich)\s+heute(?:\s+(?:an|dran|fällig|tun|machen))?", "what is due today?"),
    (rf"{_SHOW}\s+(?:die\s+aufgaben\s+(?:für|von)\s+)?heute", "what is due today?"),
    (r"was\s+ist\s+morgen\s+fällig|was\s+steht\s+morgen\s+an", "what is due tomorrow?"),
    (r"(?:ist|hab\s+ich|gibt\s+es|gibts)\s+(?:irgend)?(?:et)?was\s+überfällige?s?", "what is overdue?"),
    (rf"was\s+ist\s+(?:alles\s+)?(?:überfällig|zu\s+spät)|{_SHOW}\s+(?:alles\s+)?überfällige[sn]?", "what is overdue?"),
    (rf"{_SHOW}\s+(?:(?:alle\s+)?(?:meine\s+)?aufgaben|alles)", "show my tasks"),
    (r"was\s+(?:ist|fehlt|bleibt)\s+(?:mir\s+)?noch(?:\s+(?:offen|zu\s+tun|übrig))?", "show my tasks"),
    (
        r"was\s+(?:muss|habe?)\s+ich\s+(?:denn\s+)?noch\s+(?:alles\s+)?(?:machen|tun|zu\s+tun|offen|vor)",
        "show my tasks",
    ),
    (rf"{_SHOW}\s+(?P<place>.+)", "show {place}"),
    (
        rf"{_SHOW}\s+(?:alles\s+(?:in|aus)\s+)?(?:(?:das\s+projekt|die\s+liste|die)\s+)?(?P<project>.+?)(?:s?liste)?",
        "show #{project}",
    ),
    # --- Second thoughts
    (
        (
            rf"{_HESITATION}(?:{_NO})?(?:(?:dann\s+)?(?:lieber\s+)?doch\s+(?:lieber\s+)?nicht|(?:bitte\s+)?lass\s+(?:es|das|ihn|sie)\s+(?:doch\s+"
            r"|lieber\s+|bitte\s+|einfach\s+|so\s*,?\s*)*(?:wie|wo)\s+(?:es|das|er|sie)\s+(?:vorher\s+)?war(?:en)?|(?:alles\s+)?wieder\s+zurück"
            r"|(?:wieder\s+)?(?:so\s+)?wie\s+(?:vorher|zuvor))"
            rf"|{_NO}(?:doch\s+|noch\s+)?nicht"
        ),
        "leave it as it was",
    ),
    (
        rf"{_HESITATION}(?:(?:nein|nee|ne|nö)[\s,]+)?(?:ich\s+mein(?:t)?e|meinte\s+ich)\s+(?:doch\s+)?(?:(?:am|auf|zu|um)\s+)?(?P<a>\S.*)",
        "no, i meant {a}",
    ),
    (rf"{_NO}(?:das|es)\s+war(?:en)?\s+(?P<a>(?:der|die|das)\s+\S.*)", "no, i meant {a}"),
    (rf"{_HESITATION}(?:doch\s+)?(?:lieber|besser)\s+(?:(?:am|auf|zu|um)\s+)?(?P<day>\S.*)", "no, {day}"),
    (
        rf"{_NO}(?:{_I_MEAN}\s+)?(?:(?:am|auf|zu|um(?!\s+\d))\s+)?(?P<a>(?!danke\b)\S.*?)(?:\s+{_I_MEANT})?",
        "no, {a}",
    ),
    (rf"(?:und\s+)?zwar\s+(?P<a>{_WHEN})", "no, {a}"),
    (r"(?:ach|oh|äh|ähm|quatsch|moment|warte|sorry|stopp?)[\s,!]+(?P<a>um\s+\d\S*.*)", "no, {a}"),
    (
        (
            rf"{_HESITATION}(?:aber\s+)?(?:außer|bis\s+auf|nur\s+nicht)\s+(?P<a>\S.*?)[\s,]+(?:die|der|das|den)\s+"
            rf"(?:(?:muss|soll|kommt|bleibt|ist)\s+)?(?:(?:noch|am|auf)\s+)*(?P<when>{_WHOLE_DAY})(?:\s+noch)?(?:\s+(?:sein|machen|weg|raus))?"
        ),
        "except {a}, that one {when}",
    ),
    (rf"{_HESITATION}(?:aber\s+)?(?:außer|bis\s+auf|nur\s+nicht)\s+(?P<a>\S.*)", "except {a}"),
    (
        (
            rf"{_HESITATION}(?P<a>{_TITLE}\S+(?:\s+\S+)??)\s+(?:(?:doch|aber|lieber)\s+)+nicht(?:[\s,]+(?:also\s+|bitte\s+)?(?:mach(?:e)?|nimm)"
            r"\s+(?:das|es|die|den|ihn|sie)\s+(?:wieder\s+auf|zurück|rückgängig))?"
        ),
        "except {a}",
    ),
    (
        rf"{_HESITATION}(?P<a>{_TITLE}.+?)\s+(?:ist|sind|ging|habe?\s+ich)\s+(?:doch\s+|leider\s+)*noch\s+(?:gar\s+)?nicht\s+(?!{_FINISHED}\Z)\w+",
        "i still need {a}",
    ),
    (rf"{_HESITATION}(?P<a>{_TITLE}.+?)\s+brauche?\s+ich\s+(?:doch\s+)?noch", "i still need {a}"),
    # --- Adding
    (
        (
            r"(?:füge?|schreibe?|notiere?)\s+(?P<new>.+?)\s+(?:zu|zum|zur|in|ins|auf)\s+(?:(?:das|dem|der|die|den"
            r"|meine[rn]?)\s+)?(?:projekt\s+|liste\s+)?(?P<project>.+?)(?:s?liste)?(?:\s+hinzu|\s+ein)?"
        ),
        "add {new} #{project}",
    ),
    (
        (
            r"(?:packe?|setze?|steck(?:e)?|tue?|pack)\s+(?P<new>.+?)\s+(?:zu|zum|zur|in|ins|auf)\s+(?:(?:das|dem|der|die|den"
            r"|meine[rn]?)\s+)?(?:projekt\s+|liste\s+)?(?P<project>.+?)(?:s?liste)?(?:\s+rein|\s+drauf)?"
        ),
        "put {new} in {project}",
    ),
    (
        r"(?:mir\s+)?(?P<new>.+?)\s+auf\s+die\s+(?P<project>.+?)(?:s?liste)(?:\s+(?:setzen|schreiben|packen|tun))?",
        "add {new} #{project}",
    ),
    (r"(?:bitte\s+)?füge?\s+(?P<new>.+?)\s+(?:zu\s+(?:meiner\s+liste\s+)?)?hinzu", "add {new}"),
    (r"(?P<new>.+?)\s+(?:hinzufügen|eintragen|notieren|aufschreiben)", "add {new}"),
    (r"(?:trage?|schreibe?)\s+(?:mir\s+|bitte\s+)*(?P<new>.+?)\s+(?:ein|auf)", "add {new}"),
    (r"(?:neue\s+aufgabe|aufgabe|neu|notiere|notier)\s*:?\s+(?P<new>.+)", "add {new}"),
    (
        (
            r"erinnere?\s+mich\s+(?P<when>(?:heute|morgen|übermorgen|am|um|in|nächste[nrs]?|jede[nrs]?|alle|täglich|werktags"
            r"|wöchentlich|monatlich)\b.*?)\s+(?:an|daran,?)"
            r"\s+(?P<new>.+)"
        ),
        "add {new} {when}",
    ),
    (r"erinnere?\s+mich\s+(?:an\s+|daran\s+)?(?P<new>.+)", "add {new}"),
    (r"ich\s+(?:muss|sollte|müsste)\s+(?:noch\s+|unbedingt\s+)?(?P<new>.+)", "i need to {new}"),
    (r"lege?\s+(?:(?:eine|die)\s+(?:neue\s+)?aufgabe\s+)?(?P<new>.+?)\s+an", "add {new}"),
    # --- Opening again, restoring
    (rf"(?P<a>.+?)\s+(?:ist|sind)\s+(?:doch\s+|noch\s+)*(?:nicht|kein)\s+{_FINISHED}", "reopen {a}"),
    (r"(?:öffne?|mach(?:e)?)\s+(?P<a>.+?)\s+wieder(?:\s+auf)?|(?P<b>.+?)\s+wieder\s+öffnen", "reopen {a}{b}"),
    (
        (
            r"(?:stelle?|hole?)\s+(?P<a>.+?)\s+(?:wieder\s+her|(?:wieder\s+)?(?:aus\s+dem\s+papierkorb|zurück))"
            r"|(?P<b>.+?)\s+(?:wiederherstellen|zurückholen)"
        ),
        "restore {a}{b}",
    ),
    # --- Completing
    (
        rf"(?P<a>.+?)\s+(?:ist|sind|habe?\s+ich)\s+{_FINISHED}[\s,]+(?:und\s+)?(?P<b>.+?)\s+auch(?:\s+schon)?",
        "complete {a} and {b}",
    ),
    (rf"(?P<a>.+?)\s+(?:ist|sind|habe?\s+ich)\s+{_FINISHED}", "complete {a}"),
    (r"(?:erledige|hake?)\s+(?P<a>.+?)(?:\s+ab)?", "complete {a}"),
    (
        rf"(?P<a>(?!{_QUESTION}).+?)\s+(?:ist\s+)?(?:schon\s+)?(?:erledigt|abhaken|erledigen|geschafft|fertig)",
        "complete {a}",
    ),
    (
        r"(?:ich\s+)?habe?\s+(?:heute\s+|gerade\s+|schon\s+|eben\s+)*(?P<a>.+?)\s+(?:schon\s+)?(?P<did>\w+)",
        "complete {a} {did}",
    ),
    (
        # What goes out was sent, and what is there was bought.
        rf"(?P<a>(?!{_QUESTION}).+?)\s+(?:ist|sind|ging|gingen)\s+(?:{_ALREADY}\s+)*raus(?:gegangen)?",
        "complete {a} schicken",
    ),
    (rf"(?P<place>(?:die|der|das|den)\s+\w+)\s+habe?\s+ich(?:\s+{_ALREADY})*", "complete {place}"),
    (
        rf"(?P<a>(?!{_QUESTION}).+?)\s+(?:habe?\s+ich|haben\s+wir)(?:\s+(?:{_ALREADY}|noch\s+genug))*",
        "complete {a} kaufen",
    ),
    (r"(?:ich\s+)?habe?\s+(?:schon|bereits)\s+(?P<a>\S+(?:\s+und\s+\S+)?)", "complete {a} kaufen"),
    (
        (
            rf"(?P<a>(?!{_QUESTION}).+?)\s+(?:(?:ist|sind|wurde|wurden|habe?\s+ich)\s+)?(?:schon\s+|jetzt\s+|gerade\s+)?"
            r"(?P<did>\w+)"
        ),
        "complete {a} {did}",
    ),
    # --- Changing
    (
        (
            r"(?:nimm|entferne?|lösche?|streiche?)\s+(?:das|den)\s+(?:datum|termin|fälligkeit)\s+(?:bei|von|für|aus)"
            r"\s+(?P<a>.+?)(?:\s+(?:weg|raus))?"
        ),
        "remove the date from {a}",
    ),
    (
        (
            r"(?:verschiebe?|schiebe?|verlege?|lege?)\s+(?P<a>.+?)\s+um\s+(?P<amount>\S+\s+\S+?)"
            r"(?:\s+(?:nach\s+hinten|weiter|später|auf))?"
        ),
        "push {a} by {amount}",
    ),
    (
        r"(?:ziehe?|verschiebe?|verlege?|schiebe?|lege?)\s+(?P<a>.+?)\s+(?:um\s+)?(?P<amount>\S+\s+\S+?)\s+(?:vor|nach\s+vorne?)",
        "move {a} {amount} earlier",
    ),
    (
        r"(?P<a>(?!was\b|wann\b|wer\b).+?)\s+(?:ist|sind)\s+(?:jetzt\s+)?(?P<when>(?:um|am)\s+.+?),?\s+(?:statt|anstatt|und\s+nicht|nicht)\s+(?P<old>.+)",
        "{a} is {when}, not {old}",
    ),
    (
        rf"(?P<a>(?!{_QUESTION}).+?)\s+(?:ist|sind)\s+(?:{_NOW}\s+)+(?:erst\s+)?(?P<when>(?:um|am)\s+.+)",
        "{a} is now {when}",
    ),
    (
        r"(?P<a>.+?)\s+(?:kann|können)\s+(?:noch\s+)?bis\s+(?:zum\s+)?(?P<when>.+?)\s+warten",
        "{a} can wait until {when}",
    ),
    (
        r"(?P<a>(?!.*\b(?:ich|wir|du|er|man|würden?|will|möchten?|könnten?|sollten?|hat|habe?)\b).+?)\s+(?:doch\s+)?(?:erst|lieber|besser)\s+(?:am\s+)?(?P<day>\S+(?:\s+\S+)?)\s+(?P<b>\w+en)",
        "move {a} {b} to {day}",
    ),
    (
        rf"(?:mach(?:e)?|setze?|lege?|verschiebe?|schiebe?)\s+(?P<a>das|es|die|sie|ihn|den)\s+(?:auf\s+|für\s+)?(?P<when>{_WHEN})",
        "move {a} to {when}",
    ),
    (
        r"(?:(?:und|auch)\s+|(?:mach|setz)e?\s+(?:das|es|sie|ihn)\s+)+(?:auf\s+|mit\s+)?(?:priorität|prio)\s+(?P<p>[1-4])",
        "make it p{p}",
    ),
    (r"(?:und\s+|auch\s+)+(?:auf\s+|mit\s+)?(?P<p>p[1-4])", "make it {p}"),
    (r"(?:und\s+)?(?:ins|in\s+das|in|zum)\s+projekt\s+(?P<project>.+)", "move it to {project}"),
    (
        r"(?P<a>(?!was\b|wer\b|wie\b|das\s+ist\b).+?)\s+(?:ist|sind)\s+(?:jetzt\s+|sehr\s+|wirklich\s+)?dringend",
        "make {a} p1",
    ),
    (r"(?:mach(?:e)?|markiere?)\s+(?P<a>.+?)\s+(?:als\s+)?(?:dringend|wichtig)", "make {a} urgent"),
    (
        (
            r"(?:verschiebe?|schiebe?|verlege?|lege?|packe?)\s+(?P<a>.+?)\s+(?:in|ins|nach|zu|zum|zur)\s+"
            r"(?:(?:das|dem|die|der|den)\s+)?(?:projekt\s+|liste\s+)?(?P<project>.+)"
        ),
        "move {a} to {project}",
    ),
    (r"(?:mach(?:e)?|setze?|gib)\s+(?P<a>.+?)\s+(?:auf\s+|zu\s+)?(?P<p>p[1-4])", "make {a} {p}"),
    (r"(?:mach(?:e)?|setze?|gib)\s+(?P<a>.+?)\s+(?:auf\s+|die\s+)?priorität\s+(?P<p>[1-4])", "make {a} p{p}"),
    (
        r"(?:setze?|stelle?|ändere?)\s+(?:die\s+)?(?:priorität|prio)\s+(?:von|bei|für)\s+(?P<a>.+?)\s+auf\s+p?(?P<p>[1-4])",
        "make {a} p{p}",
    ),
    (r"gib\s+(?P<a>.+?)\s+das\s+(?:etikett|label)\s+@?(?P<label>\S+)", "tag {a} with {label}"),
    (r"benenne?\s+(?P<a>.+?)\s+(?:in|zu)\s+(?P<new>.+?)\s+um", "rename {a} to {new}"),
    (r"(?P<a>.+?)\s+umbenennen\s+(?:in|zu)\s+(?P<new>.+)", "rename {a} to {new}"),
    (r"(?P<a>.+?)\s+(?:in|zu)\s+(?P<new>.+?)\s+umbenennen", "rename {a} to {new}"),
    (
        r"(?:verschiebe?|schiebe?|verlege?|lege?|setze?)\s+(?P<a>.+)\s+(?:auf|nach|zu)\s+(?P<when>.+)",
        "move {a} to {when}",
    ),
    (
        rf"(?:aber\s+)?(?P<a>{_TITLE}.+?)\s+(?:bleibt|bleiben)\s+(?:aber\s+)?(?:(?:bei|am|auf)\s+)?(?P<when>{_A_DAY})",
        "move {a} to {when}",
    ),
    (
        rf"(?P<a>{_TITLE}.+?)\s+(?:verschieb|schieb|verleg|leg|setz)e?\s+(?:bitte\s+)?auf\s+(?P<when>{_A_DAY}(?:\s+um\s+\S.*)?)",
        "move {a} to {when}",
    ),
    (
        rf"(?P<a>{_TITLE}.+?)\s+(?:doch|lieber|besser)\s+(?:(?:doch|lieber|besser|erst|am|auf)\s+)*(?P<when>{_A_DAY}(?:\s+um\s+\S.*)?)",
        "move {a} to {when}",
    ),
    (
        r"(?P<a>.+)\s+(?:auf|nach)\s+(?P<when>.+?)\s+(?:verschieben|verlegen|schieben|setzen|legen)",
        "move {a} to {when}",
    ),
    (
        (
            rf"(?:und\s+)?(?P<a>{_TITLE}.+)\s+auf\s+(?P<when>{_WHOLE_DAY}"
            r"(?:\s+(?:um|gegen)\s+\S.*|\s+\S+\s+uhr(?:\s+\S+)?|\s+(?:früh|vormittag|mittag|nachmittag|abend))?)"
        ),
        "move {a} to {when}",
    ),
    (r"(?:um\s+)?(?P<amount>\S+\s+\S+)\s+(?:später|nach\s+hinten)", "push it by {amount}"),
    (r"(?:um\s+)?(?P<amount>\S+\s+\S+)\s+(?:früher|nach\s+vorne?)", "move it {amount} earlier"),
    (rf"(?P<a>{_TITLE}.+?)\s+(?:um\s+)?(?P<amount>\S+\s+\S+)\s+später", "push {a} by {amount}"),
    (rf"(?P<a>{_TITLE}.+?)\s+(?:um\s+)?(?P<amount>\S+\s+\S+)\s+früher", "move {a} {amount} earlier"),
    (
        rf"(?P<a>{_TITLE}.+?)\s+(?:wurde|wird|ist)\s+(?:jetzt\s+)?auf\s+(?P<when>\S.*?)\s+(?:verlegt|verschoben)(?:\s+worden)?",
        "move {a} to {when}",
    ),
    (
        rf"(?P<place>(?:die|der|das|den)\s+\w+)\s+(?:dann\s+)?(?:erst\s+)?(?:am\s+|für\s+)?(?P<when>{_A_DAY}(?:\s+um\s+\S.*)?)",
        "move {place} to {when}",
    ),
    (
        (
            rf"(?P<a>{_TITLE}.+?)\s+(?:muss|müssen|soll|sollen)\s+(?:doch\s+)?erst\s+(?P<when>(?:(?:am|bis|zum)\s+)?{_A_DAY})"
            r"(?:\s+(?:raus|weg|fertig\s+sein|erledigt\s+sein|sein))?"
        ),
        "move {a} to {when}",
    ),
    # --- Deleting
    (
        rf"(?P<a>{_TITLE}.+?)\s+(?:kann|können|darf|dürfen)\s+(?:jetzt\s+|auch\s+)*(?:weg|raus|gelöscht\s+werden)",
        "delete {a}",
    ),
    (r"(?:schmei(?:ß|ss)e?|wirf|nimm)\s+(?P<a>.+?)\s+(?:raus|weg|von\s+der\s+liste)", "delete {a}"),
    (r"(?:lösche?|entferne?|streiche?)\s+(?P<a>.+)", "delete {a}"),
    (r"(?P<a>.+?)\s+(?:löschen|entfernen|streichen)", "delete {a}"),
    # --- Read only where nothing else fits
    (r"(?:notiz|merke?|idee|erinnerung|to-?do)\s*:\s*(?P<new>.+)", "note: {new}"),
    (r"plane?\s+(?P<new>.+?)(?:\s+ein)?", "schedule {new}"),
    (
        r"(?:um\s+wie\s*viel\s+uhr|an\s+welchem\s+tag|welchen\s+tag)\s+(?:ist|habe?\s+ich)\s+(?:(?:der|die|das|den|meine?n?)\s+)?(?P<a>.+)",
        "when is my {a}?",
    ),
    (
        r"was\s+(?:ist|steht|gibt\s+es|liegt)\s+(?:noch\s+)?(?:im|in|auf|bei|für)\s+(?:(?:der|dem|das|die)\s+)?(?:projekt\s+|liste\s+)?(?P<project>.+?)(?:s?liste)?(?:\s+an)?",
        "what is left in {project}?",
    ),
    (
        rf"{_SHOW}\s+(?:alles,?\s+)?was\s+ich\s+(?:schon\s+)?(?:erledigt|geschafft|gemacht)\s+habe?",
        "show what i have done",
    ),
    (
        r"(?:wiederhole?|setze?|mach(?:e)?|stelle?)\s+(?P<a>.+?)\s+(?:auf\s+)?(?P<when>(?:jede[nrs]?|alle|täglich|wöchentlich|monatlich|jährlich)\b.*)",
        "set {a} to {when}",
    ),
    (
        r"(?:und\s+)?auch\s+(?:noch\s+)?(?P<a>(?!nicht\b)\S.*)|(?:und\s+)?(?P<b>(?!und\b)\S.*?)\s+auch(?:\s+(?:noch|bitte|gleich))*",
        "and also {a}{b}",
    ),
    (
        r"und\s+(?:noch\s+)?(?P<a>(?!(?:danke|tschüss|jetzt|dann|nun|nicht|weiter|so|zwar|was|wie|wann|wo|wer|ich|du|wir|er|sie|es|man)\b)(?!.*\b(?:es|ihn|sie|damit|dazu|davon|dafür)\b)\S.*)",
        "and {a}",
    ),
    (rf"(?P<a>(?!{_QUESTION}).+?)\s+hat\s+(?:oberste|höchste|hohe)\s+priorität", "{a} is top priority"),
)
DAYS = {
    "montag": "monday",
    "dienstag": "tuesday",
    "mittwoch": "wednesday",
    "donnerstag": "thursday",
    "freitag": "friday",
    "samstag": "saturday",
    "sonnabend": "saturday",
    "sonntag": "sunday",
    "woche": "week",
    "wochenende": "weekend",
    "monat": "month",
    "morgen": "tomorrow",
    "ubermorgen": "day after tomorrow",
    "uebermorgen": "day after tomorrow",
    "gestern": "yesterday",
    "letzte": "last",
    "diese": "this",
    "diesen": "this",
    "dieses": "this",
    "nachste": "next",
    "nachsten": "next",
    "nachster": "next",
    "nachstes": "next",
    "naechste": "next",
    "naechsten": "next",
}
ARTICLES = (
    r"(?:das\s+mit\s+(?:der|dem|den)|die\s+sache\s+mit\s+(?:der|dem|den)|der|die|das|den|dem|mein|meine|meinen)\s+"
)
AMOUNTS = {
    **dict.fromkeys(("ein", "eine", "einen", "ne", "nen"), "one"),
    **dict.fromkeys(("zwei", "zwo"), "two"),
    "drei": "three",
    "vier": "four",
    "funf": "five",
    "sechs": "six",
    **dict.fromkeys(("minute", "minuten"), "minutes"),
    **dict.fromkeys(("stunde", "stunden"), "hours"),
    **dict.fromkeys(("tag", "tage", "tagen"), "days"),
    **dict.fromkeys(("woche", "wochen"), "weeks"),
}
# What may be told of a task that is done, and the verb of its title; paying goes by many verbs.
DID = {
    **dict.fromkeys(("bezahlt", "gezahlt", "uberwiesen", "ueberwiesen", "beglichen"), ""),
    "gekauft": "kaufen",
    "eingekauft": "einkaufen",
    "besorgt": "besorgen",
    "bestellt": "bestellen",
    "geholt": "holen",
    "abgeholt": "abholen",
    "angerufen": "anrufen",
    "geschickt": "schicken",
    "abgeschickt": "abschicken",
    "verschickt": "verschicken",
    "geschrieben": "schreiben",
    "gelesen": "lesen",
    "beantwortet": "beantworten",
    "gebucht": "buchen",
    "gemacht": "machen",
    "geputzt": "putzen",
    "gewaschen": "waschen",
    "gegossen": "gießen",
    "rausgebracht": "rausbringen",
    "weggebracht": "wegbringen",
    "gebracht": "bringen",
    "abgegeben": "abgeben",
    "aufgeraumt": "aufräumen",
    "aufgeraeumt": "aufräumen",
    "repariert": "reparieren",
    "unterschrieben": "unterschreiben",
    "ausgefullt": "ausfüllen",
    "ausgefuellt": "ausfüllen",
    "vorbereitet": "vorbereiten",
    "gekocht": "kochen",
}
# What is not done yet is said beside what is: "Mama angerufen, Papa noch nicht".
NOT_YET = (
    r"(?:aber\s+)?\S+(?:\s+\S+){0,3}?\s+(?:noch\s+)?(?:nicht|fehlt\s+noch|(?:war|waren|ist)\s+(?:leider\s+)?(?:aus|ausverkauft|alle|zu))"
    r"|(?!ich\b)\S+(?:\s+\S+)?\s+hat\s+(?:angerufen|geschrieben|zurückgerufen)"
)
AND, BUT = r"und", r"aber"
# Before another of these an order ends.
VERBS = r"(?:füge?|lösche?|erledige|hake?|verschiebe?|schiebe?|zeige?|erinnere?|setze?|notiere?|streiche?|entferne?)"
# "Mach das erste morgen und verschieb das zweite auf freitag": around a place of the list and its day.
PLACE_VERB = r"(?:(?:mach|setz|leg|pack|tu|verschieb|schieb|verleg)e?\s+)"
PLACE_LINK = (
    rf"(?:(?:dann|erst|lieber|besser|bitte|doch|machen\s+wir|kommt|auf|für|zum|zu)\s+|{PLACE_VERB}(?:bitte\s+)?)*"
)
PLACE_WHEN = rf"{PLACE_LINK}(?P<when>{_WHEN}?)(?:\s+(?:verschieben|verlegen|schieben|setzen|legen|machen|bitte))*"
RATHER = r"(?:doch|lieber|besser)"
# "Alles von der Arbeit" is all of that project.
GROUP_OF = r"alles\s+(?:von|aus|in|im|für|bei|zu)\s+(?:(?:der|dem|das|die|den)\s+)?(?:projekt\s+)?(?P<project>\S.*)"
# A question goes on from what was said before, and says that it is asked again.
ASKS = r"(?:(?:auf|für)\s+wann|was|wann|wie|welche[rsn]?|um\s+wie\s*viel|an\s+welchem)"
ASKS_ON, AGAIN = (
    r"(?:und|also|ok(?:ay)?|gut|super|danke|aber)",
    r"(?:noch\s*mal|denn|dann|eigentlich|gleich|genau|jetzt|also)",
)
# What stands before a verb in the past for what it tells to be done, where it is said once for several.
ALREADY_TOLD = ""
# "Erinner mich morgen an die Bank und am Freitag an die Rechnung": what begins both is said once.
SAID_ONCE, ANEW = r"erinner[en]?\s+mich", rf"(?=(?:am|um|in|{_WHOLE_DAY})\b.{{0,40}}?\s(?:an|daran)\s)"
FILLERS = r"(?:bitte|doch|mal)"
NEGATION = r"(?:nicht|nie|niemals|kein\w*|nichts)"
# Around an order: "kannst du bitte … eintragen".
COURTESY = (
    r"(?:(?:kannst|könntest|würdest|magst)\s+du\s+(?:(?:bitte\s+)?so\s+(?:lieb|nett|gut)\s+sein\s+und\s+)?"
    r"|bitte\s+|mal\s+|hey\s+|hallo[,!]?\s+)+"
)
CLOSING = r"(?:[\s,]+(?:bitte|(?:vielen\s+)?dank(?:e(?:\s+(?:dir|schön|sehr))?)?|mal))+"
# There the verb stands last as it is.
IMPERATIVES: dict[str, str] = {}
