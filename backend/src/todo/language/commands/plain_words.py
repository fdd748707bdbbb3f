"""Words that questions about tasks are made of. A question that holds any other word is about something else."""

from todo.language.vocabulary import word_set

_PLAIN = word_set(
    # what is asked about
    "agenda appointment appointments calendar chores content contents date day deadline deadlines due entries",
    "errands event events item items list lists plan plans plate reminder reminders schedule stuff task tasks",
    "thing things todo todos",
    # what is said about it
    "active available busy coming current currently exactly far free going happening left listed many moment one ones",
    "much next now off open out outstanding pending planned remaining right scheduled showing some something",
    "still waiting written yet set supposed various first start begin",
    # who asks, and how
    "asked check could did display do does down find give go had has have hear inform know let like look",
    "looking looks made must need needs please pull put read recall remember reminded repeat retrieve see set",
    "should show state tell trying view want wanted will would write wrote can i i'd i'm i've me my us we",
    # the words between
    "a about again all aloud already also am an and any anything are as at back be been by entire every",
    "everything for from get got how if in is it kind kinds lot loud of on over so that the them there they",
    "this through to up was were what what's whats what've which whole with work you",
)


def is_plain(words: str) -> bool:
    """Whether all of the words are such words; no words are."""
    return all(word in _PLAIN for word in words.split())
