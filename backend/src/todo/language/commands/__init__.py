"""Commands: what a sentence of the chat asks for, as a typed intent with its arguments. English only."""

from todo.language.commands.reader import parse_command

__all__ = ["parse_command"]
