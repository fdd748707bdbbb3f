"""What a model is told besides the conversation: day and zone, names of projects and labels, what was shown last."""

from todo.assistant.draft import Draft
from todo.assistant.turns import Names
from todo.mcp.tools import INSTRUCTIONS

MOST_SHOWN, MOST_NAMES = 30, 100
LANGUAGES = {"en": "English", "de": "German (say du)", "es": "Spanish (say tú)"}
RULES = (
    "You act on this person's tasks with the tools, and on nothing else. Do what was said and no more. Copy dates, "
    "labels and names in the person's own words. Ask when it is unclear which task is meant. Answer in a sentence or "
    "two: people see the tools' results beside your answer."
)


def brief(names: Names, draft: Draft) -> str:
    """The instructions of a turn."""
    now = draft.actor.now()
    projects = ", ".join(project.name for project in names.projects[:MOST_NAMES]) or "none"
    labels = ", ".join(names.labels[:MOST_NAMES]) or "none"
    shown = [f"{n}. {task.title} (id {task.id})" for n, task in enumerate(draft.memory.shown[:MOST_SHOWN], 1)]
    parts = [
        INSTRUCTIONS,
        RULES,
        f"Answer in {LANGUAGES[draft.voice.words.CODE]}; titles and names stay as they are.",
        f"It is {now:%A} {now:%Y-%m-%d %H:%M} in {draft.actor.time_zone}.",
        f"Projects: {projects}.",
        f"Labels: {labels}.",
    ]
    return "\n".join([*parts, "Shown last:", *shown] if shown else parts)
