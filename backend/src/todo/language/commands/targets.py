"""Which tasks a sentence means: by words of a title, by number in the last answer, "it", "them", or all of a kind."""

import re

from todo.language.commands.context import Context
from todo.language.commands.filters import read_query
from todo.language.commands.intents import ByNumber, ByWords, Except, FindTasks, Matching, Mentioned, Target
from todo.language.commands.sentences import LIST
from todo.language.commands.words import ORDINALS
from todo.language.text import fold, has_words
from todo.language.vocabulary import word_set

_ONE = re.compile(r"(?:it|that|this)(?:\s+(?:one|task|item|reminder|event))?|the\s+(?:task|item|one|reminder|event)")
_ALL = re.compile(
    r"(?:them|those|these|both)(?:\s+(?:all|ones|two|tasks|items|reminders|events))?|(?:all|both)\s+(?:of\s+)?"
    r"(?:them|those|these)|(?:all\s+)?the\s+(?:ones|tasks)\s+(?:above|you\s+(?:just\s+)?(?:listed|showed|found))"
)
_OTHER = re.compile(r"(?:the\s+)?other(?:\s+(?:one|task))?")
_ORDINAL = "|".join(ORDINALS)
_NOUN = r"(?:ones?|things?|tasks?|items?|entry|entries|reminders?)"
_PLACE = rf"(?:#?[1-9][0-9]?(?:st|nd|rd|th)?|{_ORDINAL})"
_PLACES = re.compile(
    rf"(?:(?:the\s+)?(?:numbers?|no\.?|{_NOUN})\s+)?(?:the\s+)?(?P<places>{_PLACE}"
    rf"(?:(?:\s*,\s*|\s+)(?:and\s+|&\s+|or\s+)?(?:the\s+)?{_PLACE}){{0,20}})(?:\s+{_NOUN})?"
)
_FIRST_FEW = re.compile(rf"the\s+(?P<which>first|last)\s+(?P<count>[2-9]|two|three|four|five|six)(?:\s+{_NOUN})?")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MANY = re.compile(
    r"(?:everything|anything|all|any|each|every|both)(?![\w-])|.*\b(?:ones|tasks|to-?dos|reminders|events|appointments)\b"
)
_WHOLE_LIST = re.compile(rf"(?:(?:all\s+(?:of\s+)?|everything\s+|the\s+contents\s+of\s+)(?:on|in|from)?\s*)?{LIST}")
_ALL_IN = re.compile(
    r"(?:everything|all(?:\s+(?:of\s+)?(?:the\s+)?(?:tasks|items|things))?|every\s+task|the\s+tasks)\s+(?:in|on|from|of|under)\s+"
    r"(?:the\s+)?(?:project\s+)?#?(?P<name>\S.*)",
    re.IGNORECASE,
)
_ALL_STUFF = re.compile(
    r"all\s+(?:(?:of\s+)?(?:the|my)\s+)?#?(?P<name>\S+(?:\s+\S+)?)\s+(?:stuff|things|tasks|items|ones)", re.IGNORECASE
)
_WRAPPING = re.compile(
    r"(?:(?:the|my|a|this|that)\s+)?(?:task|to-?do|reminder|event|item|entry)"
    r"(?:\s+(?:called|named|titled|for|about|to))?\s*:?\s+(?=\S)|(?:the|my)\s+(?=\S)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s+(?:(?:that\s+)?(?:i|we)\s+(?:had|have|'ve)\s+(?:scheduled|planned|set|made|added)|(?:task|event|reminder|item|entry))\Z",
    re.IGNORECASE,
)
_ONE_ABOUT = re.compile(
    r"(?:the|that)\s+(?:one|thing|task)\s+(?:about|with|for|from)\s+(?:the\s+|my\s+)?(?P<kind>\S.*)", re.I
)
_ONE_OF_A_KIND = re.compile(r"(?:the|that|this)\s+(?P<kind>\S.*?)\s+(?:one|thing)", re.IGNORECASE)
# No title by themselves, nor at the start of one: the conversation would have to tell which are meant.
_SEVERAL = word_set("all both each every everything anything nothing not never")
_NOT_A_TITLE = _SEVERAL | word_set(
    "it that this them these those one ones none something task tasks todos list lists you stuff thing things me",
    "item items event events",
)
_EXCEPT = re.compile(
    r"(?P<base>\S.*?),?\s+(?:but|except|apart\s+from|other\s+than|excluding)\s+(?:not\s+|for\s+|keep\s+|leave\s+)?(?P<without>\S.*)",
    re.IGNORECASE,
)
_LONGEST_EXCEPTION = 200  # characters: each exception may hold another
_CONDITION = re.compile(r".*\b(?:if|unless|when|until|before)\b", re.IGNORECASE)


def read_target(said: str, context: Context) -> Target | None:
    """The tasks that the words mean; None when they surely mean none, or nobody could say which."""
    said = said.strip(" ,.!")
    folded = " ".join(fold(said).split())
    if pointed := _pointed(folded):
        return pointed
    if len(said) <= _LONGEST_EXCEPTION and (match := _EXCEPT.fullmatch(said)):
        rest = all_but(read_target(match["base"], context), match["without"], context)
        if rest is not None:
            return rest
    if (match := _ALL_IN.fullmatch(said) or _ALL_STUFF.fullmatch(said)) and (project := context.project(match["name"])):
        # Before the lists: a project may be called as people call a list, such as "Chores".
        return Matching(FindTasks(project_id=project.id))
    if _WHOLE_LIST.fullmatch(folded) or _MANY.match(folded):
        query = read_query(folded, context)
        return Matching(query) if query is not None and not folded.startswith("any") else None
    return _by_words(said, context)


def all_but(base: Target | None, without: str, context: Context) -> Except | None:
    """Several tasks without those that the words mean; None where either is not surely that."""
    out = read_target(without, context)
    if not isinstance(out, ByWords | ByNumber | Mentioned):
        return None
    if base == Matching(FindTasks()) and isinstance(out, ByNumber):
        # "All but the last": a number points into what was shown.
        base = Mentioned(several=True)
    is_several = isinstance(base, Matching | ByNumber) or (isinstance(base, Mentioned) and base.several)
    return Except(base, out) if is_several and isinstance(base, Matching | ByNumber | Mentioned) else None


def _pointed(folded: str) -> Target | None:
    """What only the conversation tells: a number of the last answer, "it", "them"."""
    if _ONE.fullmatch(folded):
        return Mentioned()
    if _OTHER.fullmatch(folded):
        return Mentioned(other=True)
    if _ALL.fullmatch(folded):
        return Mentioned(several=True)
    if match := _FIRST_FEW.fullmatch(folded):
        count = _COUNTS.get(match["count"]) or int(match["count"])
        places = range(1, count + 1) if match["which"] == "first" else range(-count, 0)
        return ByNumber(tuple(places))
    if match := _PLACES.fullmatch(folded):
        return ByNumber(tuple(_place(word) for word in re.findall(rf"\b(?:{_PLACE})\b", match["places"])))
    return None


def _place(word: str) -> int:
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))


def _by_words(said: str, context: Context) -> ByWords | None:
    words = _TRAILING.sub("", said)
    if kind := _ONE_ABOUT.fullmatch(words) or _ONE_OF_A_KIND.fullmatch(words):
        words = kind["kind"]
    words = words[match.end() :] if (match := _WRAPPING.match(words)) else words
    is_quoted = words[:1] in "\"'“”`" and words[-1:] in "\"'“”`"
    words, due = (words, None) if is_quoted else context.split_due(words)
    words = _TRAILING.sub("", words).strip(" \"'“”`,.")
    plain = words.lower().split()
    if not has_words(words) or all(word in _NOT_A_TITLE for word in plain) or plain[0] in _SEVERAL:
        return None
    return None if _CONDITION.match(words) else ByWords(words, due.day if due else None)
