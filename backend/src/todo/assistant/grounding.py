"""What of a weak model's call the person really said. Models like to invent dates, labels, priorities and projects."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from todo.actor import Actor
from todo.assistant.builtin.acting import when_of
from todo.assistant.draft import Draft
from todo.assistant.expected import fitting_tools
from todo.assistant.history import Item
from todo.assistant.memory import LISTS
from todo.assistant.turns import Names
from todo.language import ProjectName, Span, UpdateTasks, parse_quick_add
from todo.language.conversation import Correct, Request, read_plan
from todo.language.text import blank, fold

# Arguments whose every word must have been said.
_QUOTED = {"due_from", "due_until", "deadline", "duration", "project", "section", "label", "filter", "color"}
_DUE = {"date", "time", "recurrence"}
_LISTED = {"add_labels", "remove_labels"}
# Arguments with few values: which words speak for one.
_EVIDENCE: dict[str, str] = {
    "priority": r"\bp[1-4]\b|priorit|urgent|important|critical|asap|\b(?:high|low|top|medium)\b",
    "done": r"\b(?:done|did|complet|finish|accomplish)",
    "reopen": r"\b(?:reopen|open|undone|un(?:check|mark|complete)|not done|again)",
    "restore": r"\b(?:restore|bring|back|undelete|recover|trash)",
    "forever": r"\b(?:forever|for good|never again|stop|end)",
    "redo": r"\bredo\b|\bagain\b",
    "notes": r"\bnotes?\b|\bdescription\b|\bcomment\b|\bdetails?\b",
}
_SCOPES = {
    "today": r"\b(?:today|heute|hoy|tonight|now|this (?:morning|afternoon|evening))\b",
    "tomorrow": r"\b(?:tomorrow|morgen|manana)\b",
    "overdue": r"\b(?:overdue|uberfallig\w*|vencid\w*|late|missed|past due|behind)\b",
    "upcoming": r"\b(?:upcoming|coming|next|soon|ahead|later)\b",
    "none": r"\b(?:no|without|un)\s*(?:due|date|schedul)|\bundated\b",
    "inbox": r"\binbox\b",
    "completed": r"\b(?:done|did|complet|finish)",
    "trash": r"\b(?:trash|bin|deleted)\b",
}
# Words of the filter language and of ids of rules, which nobody needs to say.
_FREE = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "not",
        "no",
        "date",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "all",
        "is",
        "due",
        "before",
        "after",
        "every",
        "none",
        "project",
    ]
)
_WORD = re.compile(r"[^\W_]+")
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_PLACE = re.compile(rf"\bthe ({'|'.join(_PLACES)}) (?:one|task)\b")
# Weak models copy the order along with the task.
_ORDER = re.compile(r"\A\s*(?:please\s+)?(?:add|create|remind\s+me\s+to)\s+(?=\S)", re.IGNORECASE)
# Only a known section is read as one, so this one is found by its sign: a name may go on over several words.
_SECTION = re.compile(r"(?<!\S)/(?:\"[^\"\n]*\"|\w\S*)(?P<more>(?:[^\S\n]+[^\W\d_]+)*)")
_INVENTED = {"date", "time", "recurrence", "duration", "deadline", "priority", "project", "section", "label"}


@dataclass(frozen=True)
class Grounds:
    """What the person said (folded), who they are, their projects, and which tasks a call may name by id.

    Of what was said last: `own_date` is the date in it in its own words, None when there is none or more than one;
    `fitting` are the tools that fit it, None where any may.
    """

    said: str
    actor: Actor
    draft: Draft
    projects: tuple[ProjectName, ...] = ()
    own_date: str | None = None
    fitting: frozenset[str] | None = None

    @classmethod
    def of(cls, items: Sequence[Item], names: Names, draft: Draft) -> "Grounds":
        """From the conversation. Everything that the person said in it counts: an answer to a question says little."""
        spoken = [str(item["content"]) for item in items if item.get("role") == "user"]
        projects = tuple(ProjectName(str(project.id), project.name) for project in names.projects)
        last = spoken[-1] if spoken else ""
        steps = read_plan(last, projects=projects, **draft.actor.reading)
        own_date, fitting = _own_date(last, steps, draft.actor), fitting_tools(last, steps)
        return cls(" \n ".join(map(fold, spoken)), draft.actor, draft, projects, own_date, fitting)

    def allows(self, tool: str) -> bool:
        """Whether a tool fits what was said: a question changes nothing, and an order is no other order."""
        return self.fitting is None or tool in self.fitting

    def holds(self, value: str) -> bool:
        """Whether every word of a value was said."""
        spoken = set(_WORD.findall(self.said))
        return all(word in spoken or word in _FREE for word in _WORD.findall(fold(value)))

    def speaks_of(self, words: str) -> bool:
        """Whether any word of a title was said: a weak model picks some task of a list when none was named."""
        spoken = _WORD.findall(self.said)
        asked = [word for word in _WORD.findall(fold(words)) if word not in _FREE]
        return any(word[:4] == one[:4] for word in asked for one in spoken)

    def pointed_at(self) -> set[str] | None:
        """The ids that "the first one" names in what was shown last; None when the person points at nothing so."""
        match = _PLACE.search(self.said.rpartition("\n")[2])
        if match is None:
            return None
        lists = [card.tasks for card in self.draft.cards if card.tool in LISTS and card.tasks]
        shown = [str(one.id) for one in (lists[0] if lists else self.draft.memory.shown)]
        place = _PLACES[match[1]]
        return set(shown[place:][:1])

    def known_ids(self) -> set[str]:
        """Ids of tasks that were shown."""
        cards = [task.id for card in self.draft.cards for task in card.tasks]
        return {str(one) for one in cards} | {str(task.id) for task in self.draft.memory.shown}


def _own_date(said: str, steps: Sequence[Request], actor: Actor) -> str | None:
    """The date in a text, in its own words; None when there is none, or more than one."""
    changed = [when_of(step.changes) for step in steps if isinstance(step, UpdateTasks)]
    changed += [step.when for step in steps if isinstance(step, Correct)]
    if changed:
        return changed[0] if len(changed) == 1 else None
    spans = _dates(said, actor)
    is_only = bool(spans) and not _dates(blank(said, spans, " "), actor)
    return " ".join(said[start:end] for start, end in spans) if is_only else None


def _dates(text: str, actor: Actor) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in parse_quick_add(text, **actor.reading).spans if span.kind in _DUE]


def grounded(name: str, arguments: dict[str, Any], grounds: Grounds) -> dict[str, Any]:
    """The arguments of a call without what the person did not say; the tool tells what is missing then."""
    kept = {key: _value(key, value, grounds) for key, value in arguments.items()}
    return {key: value for key, value in kept.items() if value not in (None, [], "")}


def _value(key: str, value: Any, grounds: Grounds) -> Any:
    if key == "items" and isinstance(value, list):
        own_date = grounds.own_date if len(value) == 1 else None
        return [_item(item, grounds, own_date) for item in value if isinstance(item, dict)]
    if key in ("ids", "id", "change_group", "parent_id"):
        return _ids(key, value, grounds)
    if key == "words":
        return value if isinstance(value, str) and grounds.speaks_of(value) else None
    if key in _LISTED and isinstance(value, list):
        return [one for one in value if isinstance(one, str) and grounds.holds(one)]
    if key == "when":
        # Models like to work a date out instead of copying it.
        return value if isinstance(value, str) and grounds.holds(value) else grounds.own_date
    if key in ("due", "view"):
        return value if re.search(_SCOPES.get(str(value), r"(?!)"), grounds.said) else None
    if key in _QUOTED:
        return value if isinstance(value, str) and grounds.holds(value) else None
    if key in _EVIDENCE:
        return value if re.search(_EVIDENCE[key], grounds.said) else None
    return value


def _ids(key: str, value: Any, grounds: Grounds) -> Any:
    if key == "change_group":
        groups = {str(card.change_group) for card in grounds.draft.cards}
        return value if value in groups else None
    pointed = grounds.pointed_at()
    known = grounds.known_ids() if pointed is None else pointed
    if isinstance(value, list):
        return [one for one in value if one in known]
    return value if value in known else None


def _item(item: dict[str, Any], grounds: Grounds, own_date: str | None) -> dict[str, Any]:
    """A new task without the parts of its line that the person did not say, and with their date for a made-up one."""
    text = _ORDER.sub("", str(item.get("text") or ""))
    spans = parse_quick_add(text, projects=grounds.projects, **grounds.actor.reading).spans
    made_up = [span for span in spans if span.kind in _INVENTED and not _was_said(span, text, grounds)]
    own = own_date if all(span in made_up for span in spans if span.kind in _DUE) else None
    for span in reversed(made_up):
        instead, own = (f" {own}", None) if own and span.kind in _DUE else ("", own)
        text = f"{text[: span.start].rstrip()}{instead} {text[span.end :].lstrip()}"
    kept = {"text": _SECTION.sub(lambda match: _section(match, grounds), text).strip()}
    if item.get("notes") and grounds.holds(str(item["notes"])):
        kept["notes"] = item["notes"]
    return kept


def _was_said(span: Span, text: str, grounds: Grounds) -> bool:
    return grounds.holds(text[span.start : span.end]) or _is_priority(span.kind, grounds)


def _section(match: re.Match[str], grounds: Grounds) -> str:
    """A section that the person named, as it is; of one that they did not, what follows its name."""
    if grounds.holds(match[0].removesuffix(match["more"])):
        return match[0]
    words = match["more"].split()
    while words and not grounds.holds(words[0]):
        del words[0]
    return " ".join(words)


def _is_priority(kind: str, grounds: Grounds) -> bool:
    return kind == "priority" and bool(re.search(_EVIDENCE["priority"], grounds.said))
