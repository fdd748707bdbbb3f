"""Every language that the assistant answers in. Whoever adds one adds a module with all of `words.Words`."""

from collections.abc import Mapping

from todo.assistant.wording import english, german, spanish
from todo.assistant.wording.words import Words

CATALOGUE: Mapping[str, Words] = {"en": english, "de": german, "es": spanish}


def words_of(code: str) -> Words:
    """The sentences of a language by its ISO 639-1 code; English where there are none."""
    return CATALOGUE.get(code, english)
