"""English, the language that the commands are read in."""

from todo.language.grammar import language

ENGLISH = language("en")
