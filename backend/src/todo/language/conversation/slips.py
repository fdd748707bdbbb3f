"""A sentence that nothing understands, read once more with the slip in its verb put right."""

from todo.language.typos import meant_by

_VERBS = frozenset(
    [
        *("complete", "finish", "check", "delete", "remove", "reschedule", "postpone", "rename", "reopen", "restore"),
        *("create", "schedule", "remind", "archive", "prioritize", "change", "update", "shift", "delay", "defer"),
        *("snooze", "uncomplete", "overview"),
    ]
)
_QUESTION = frozenset({"what", "what's", "whats", "which", "show", "list", "anything", "is", "are"})
_ASKED = frozenset(
    ["overdue", "today", "tomorrow", "tasks", "projects", "labels", "completed", "upcoming", "priority", "activity"]
)


def put_right(line: str) -> str | None:
    """The line with its verb, or the word that a question is about, put right; None when none surely is meant."""
    words = line.split()
    if not words:
        return None
    if words[0].lower() in _QUESTION:
        found = [(place, meant_by(word.lower().strip("?!.,"), _ASKED)) for place, word in enumerate(words)]
        slips = [(place, meant) for place, meant in found if meant is not None]
        if len(slips) != 1:
            return None
        [(place, meant)] = slips
        return " ".join([*words[:place], str(meant), *words[place + 1 :]])
    verb = meant_by(words[0].lower(), _VERBS)
    return None if verb is None else " ".join([verb, *words[1:]])
