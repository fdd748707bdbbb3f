"""A sentence that nothing understands, read once more with the slip in its verb or in its small words put right."""

from todo.language.typos import is_short_slip, meant_by

_VERBS = frozenset(
    [
        *("complete", "finish", "check", "delete", "remove", "reschedule", "postpone", "rename", "reopen", "restore"),
        *("create", "schedule", "remind", "archive", "prioritize", "change", "update", "shift", "delay", "defer"),
        *("snooze", "uncomplete", "overview"),
    ]
)
_QUESTION = frozenset({"what", "what's", "whats", "which", "show", "list", "anything", "is", "are"})
_SMALL = frozenset(
    {"what", "which", "when", "show", "list", "is", "are", "due", "for", "the", "next", "this", "week", "left"}
)
_MOST_WORDS = 20  # nobody asks at greater length
_ASKED = frozenset(
    ["overdue", "today", "tomorrow", "tasks", "projects", "labels", "completed", "upcoming", "priority", "activity"]
)


def put_right(line: str) -> str | None:
    """The line with its verb, or the word that a question is about, put right; None when none surely is meant."""
    words = _with_small_words(line.split())
    if not words:
        return None
    if words != line.split() and words[0].lower() in _QUESTION:
        return " ".join(words)
    if words[0].lower() in _QUESTION:
        found = [(place, meant_by(word.lower().strip("?!.,"), _ASKED)) for place, word in enumerate(words)]
        slips = [(place, meant) for place, meant in found if meant is not None]
        if len(slips) != 1:
            return None
        [(place, meant)] = slips
        return " ".join([*words[:place], str(meant), *words[place + 1 :]])
    verb = meant_by(words[0].lower(), _VERBS)
    return None if verb is None else " ".join([verb, *words[1:]])


def _with_small_words(words: list[str]) -> list[str]:
    """The words with the small ones of a question put right; as they are where it is none even then."""
    put = [_small(word) for word in words] if len(words) <= _MOST_WORDS else words
    return put if put and put[0].lower() in _QUESTION else words


def _small(word: str) -> str:
    near = [one for one in _SMALL if is_short_slip(word.lower(), one)]
    return near[0] if len(near) == 1 and word.lower() not in _SMALL else word
