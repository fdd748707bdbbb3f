"""What is said to the assistant itself: greetings, thanks, help, undo and redo."""

import re

from todo.language.commands.intents import Greeting, Help, Redo, Undo

_CHANGE = r"(?:that|it|this|(?:the|my|your) last (?:change|action|one|thing|command|step)|what you (?:just )?did)"
_UNDO = re.compile(
    rf"(?:undo|revert|reverse|roll back)(?: {_CHANGE})?|(?:take|put) {_CHANGE} back|undo please"
    r"|undo (?:the |my )?last (?:change|action|event|task|item|reminder|entry|edit|thing)"
    r"(?: (?:on|in|to|from) my \w+)?",
    re.IGNORECASE,
)
_REDO = re.compile(
    rf"(?:redo|repeat)(?: {_CHANGE})?|do (?:it|that) again|undo (?:the|that|my last) undo", re.IGNORECASE
)
_HELP = re.compile(
    r"(?:help|commands|help me|what can (?:you|i) (?:do|say|ask)(?: here| for me)?|what do you do|how does this work"
    r"|how do (?:i use (?:this|you)|you work)|what are you able to do|show (?:me )?(?:the )?(?:help|commands))",
    re.IGNORECASE,
)
_HELLO = re.compile(
    r"(?:hi|hiya|hey|hello|yo|howdy|good (?:morning|afternoon|evening|day))(?: there| again| assistant)?", re.I
)
_THANKS = re.compile(r"(?:many |great,? )?(?:thanks|thank you|thx|cheers)(?: (?:a lot|so much|very much|you))?", re.I)
_GOODBYE = re.compile(r"(?:good ?bye|bye(?: bye)?|see you(?: later)?|good night)", re.I)
_LONGEST = 80  # characters


def read_small_talk(text: str) -> Greeting | Help | None:
    """What the whole text is, before its politeness is taken away: "thanks" alone is no wrapping."""
    if len(text) > _LONGEST:
        return None
    line = " ".join(text.split()).strip(" .,!")
    if line and not line.strip("?"):
        return Help()
    if _HELLO.fullmatch(line):
        return Greeting("hello")
    if _THANKS.fullmatch(line):
        return Greeting("thanks")
    return Greeting("goodbye") if _GOODBYE.fullmatch(line) else None


def read_undo_or_help(line: str) -> Undo | Redo | Help | None:
    """What a request on one line asks of the assistant itself."""
    line = line.rstrip(" !")
    if len(line) > _LONGEST:
        return None
    if _UNDO.fullmatch(line):
        return Undo()
    if _REDO.fullmatch(line):
        return Redo()
    return Help() if _HELP.fullmatch(line) else None
