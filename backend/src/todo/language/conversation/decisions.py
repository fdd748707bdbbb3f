"""A bare yes or no, in each language that dates are read in: the answer to "shall I?"."""

from todo.language.text import fold

_POLITE = {"please", "thanks", "thank you", "bitte", "danke", "por favor", "gracias"}
_YES = {
    *("yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "do it", "go ahead", "yes do it", "approve", "confirm"),
    *("ja", "jawohl", "klar", "mach das", "ja mach das", "einverstanden"),
    *("si", "claro", "vale", "hazlo", "si hazlo", "de acuerdo", "adelante"),
}
_NO = {
    *("no", "n", "nope", "nah", "no thanks", "no thank you", "don't", "do not", "cancel", "reject", "never mind"),
    *("actually no", "actually don't", "better not", "on second thought no"),
    *("nein", "nicht", "lieber nicht", "abbrechen", "nein danke", "doch nicht", "lieber doch nicht"),
    *("mejor no", "no mejor no", "cancela", "cancelar", "no gracias"),
}


def read_decision(said: str) -> bool | None:
    """True for a bare yes, False for a bare no, None for anything else, however it begins."""
    words = " ".join(fold(said).replace("’", "'").translate(_PUNCTUATION).split())
    plain = _without_courtesy(words)
    return True if plain in _YES else False if words in _NO or plain in _NO else None


_PUNCTUATION = str.maketrans(dict.fromkeys(".,!;¡", " "))


def _without_courtesy(words: str) -> str:
    for courtesy in _POLITE:
        if words.endswith(f" {courtesy}"):
            return words.removesuffix(courtesy).strip()
    return words
