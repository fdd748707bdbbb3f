"""Sentences about projects, sections and labels themselves: "create a project called Garden", "delete the label x"."""

import re

from todo.language.commands.context import Context
from todo.language.conversation.requests import Action, Kind, Organize

_KIND = r"(?P<kind>projects?|sections?|labels?|tags?)"
_NAME = r"[\"“'‘]?(?P<name>[^\"”]+?)[\"”'’]?"
_CALLED = r"(?:\s+(?:called|named|for)|:)?"
_VERBS: tuple[tuple[Action, str], ...] = (
    ("create", r"(?:create|make|add|start|set\s+up|open|new)"),
    ("unarchive", r"(?:unarchive|un-archive|reactivate)"),
    ("archive", r"archive"),
    ("delete", r"(?:delete|remove|erase|get\s+rid\s+of|drop)"),
)
_CREATE = re.compile(
    rf"(?:(?:create|set\s+up|new)\s+(?:(?:a|an|the|another)\s+)?(?:new\s+)?{_KIND}{_CALLED}"
    rf"|(?:make|add|start|open)\s+(?:me\s+)?(?:(?:a|an|another)\s+(?:new\s+)?|new\s+)\s*"
    rf"{_KIND.replace('kind', 'made')}{_CALLED}"
    rf")\s+{_NAME}",
    re.IGNORECASE,
)
_ACTS = tuple(
    (
        action,
        (
            re.compile(rf"{verb}\s+(?:(?:the|my)\s+)?{_KIND}{_CALLED}\s+{_NAME}", re.IGNORECASE),
            re.compile(rf"{verb}\s+(?:the|my)\s+{_NAME}\s+{_KIND}", re.IGNORECASE),
        ),
    )
    for action, verb in _VERBS[1:]
)
_TO = r"[\"“'‘]?(?P<to>[^\"”]+?)[\"”'’]?"
_RENAMES = (
    re.compile(rf"rename\s+(?:(?:the|my)\s+)?{_KIND}{_CALLED}\s+{_NAME}\s+(?:to|as|into)\s+{_TO}", re.IGNORECASE),
    re.compile(rf"rename\s+(?:the|my)\s+{_NAME}\s+{_KIND}\s+(?:to|as|into)\s+{_TO}", re.IGNORECASE),
)
_KINDS: dict[str, Kind] = {"project": "project", "section": "section", "label": "label", "tag": "label"}
# "Add label x to y" is about y; "delete the project report" names a task where no project is meant.
_ABOUT_A_TASK = re.compile(r"\s(?:to|from|off|on|in|for|of)\s", re.IGNORECASE)


def read_organize(line: str, context: Context) -> Organize | None:
    """What a line without its politeness asks to be done to a project, section or label."""
    for pattern in _RENAMES:
        if match := pattern.fullmatch(line):
            return Organize("rename", _kind(match), _name(match["name"]), _name(match["to"]))
    if match := _CREATE.fullmatch(line):
        is_task = _is_about_a_task(line, match) or context.split_due(match["name"])[1] is not None
        return None if is_task else Organize("create", _kind(match), _name(match["name"]))
    for action, patterns in _ACTS:
        for pattern in patterns:
            if (match := pattern.fullmatch(line)) and not _is_about_a_task(line, match):
                return Organize(action, _kind(match), _name(match["name"]))
    return None


def _is_about_a_task(line: str, match: re.Match[str]) -> bool:
    is_plural = _said_kind(match).endswith("s")
    is_quoted = line[match.start("name") - 1] in "\"“'‘"
    return is_plural or (not is_quoted and bool(_ABOUT_A_TASK.search(f" {match['name']} ")))


def _kind(match: re.Match[str]) -> Kind:
    return _KINDS[_said_kind(match).removesuffix("s")]


def _said_kind(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return str(groups["kind"] or groups.get("made")).lower()


def _name(said: str) -> str:
    return said.strip(" \"“”'‘’.").lstrip("#@")
