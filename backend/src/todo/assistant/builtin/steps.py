"""How the built-in assistant answers: the steps that were asked for, one after another, each with its words."""

from collections.abc import Sequence

from todo.assistant.builtin.acting import perform
from todo.assistant.builtin.calls import Call, Script
from todo.assistant.memory import Named
from todo.assistant.talk import Talk
from todo.language import OutOfScope, Unknown
from todo.language.conversation import HalfUnderstood

__all__ = ["Call", "Script", "answer", "go_on"]


def answer(talk: Talk, said: str) -> Script:
    """The answer to what was said: a reply to a question that was open, or a new request."""
    unfinished = talk.memory.unfinished
    talk.remember(unfinished=None)
    if unfinished is not None and unfinished.candidates:
        chosen = talk.chosen(said, unfinished.candidates)
        if chosen is not None:
            words = yield from _replied(talk, unfinished.said, unfinished.step, chosen)
            talk.remember(passed_over=[one for one in unfinished.candidates if chosen and one not in chosen])
            return words
    return (yield from go_on(talk, said, 0))


def go_on(talk: Talk, said: str, first: int, chosen: Sequence[Named] | None = None) -> Script:
    """Do the steps of a request from one on (from 0); that one with the tasks that were chosen, if any were."""
    steps = talk.read(said)
    words: list[str] = []
    for number in range(first, len(steps)):
        # After an approval the request goes on with the step that follows.
        talk.wait(said, number + 1)
        outcome = yield from perform(talk, steps[number], chosen if number == first else None)
        words.append(outcome.text)
        if outcome.candidates:
            talk.wait(said, number, outcome.candidates)
            return "\n\n".join(words)
        if not outcome.ok:
            words += [talk.words.LEFT_OUT] if steps[number + 1 :] else []
            break
    puzzled = isinstance(steps[-1], Unknown | OutOfScope | HalfUnderstood)
    talk.remember(unfinished=None, said=said, passed_over=[], puzzled=puzzled)
    return "\n\n".join(words)


def _replied(talk: Talk, said: str, step: int, chosen: Sequence[Named]) -> Script:
    if not chosen:
        return talk.words.DISMISSED
    return (yield from go_on(talk, said, step, chosen))
