"""What the built-in assistant knows while it answers one turn."""

from collections.abc import Sequence
from uuid import UUID

from todo.actor import Actor
from todo.assistant.draft import Draft
from todo.assistant.memory import Memory, Named, Unfinished
from todo.assistant.wording.voice import Voice
from todo.assistant.wording.words import Words
from todo.language import ProjectName
from todo.language.conversation import Request, choose, read_plan
from todo.language.symbols import read_project
from todo.language.text import fold
from todo.projects.schemas import ProjectView


class Talk:
    """The person, the names of their things, and what was spoken of. Reads words; calls nothing."""

    def __init__(self, projects: Sequence[ProjectView], labels: Sequence[str], draft: Draft) -> None:
        self.draft = draft
        self.projects, self.labels = projects, labels
        self._names = [ProjectName(str(project.id), project.name) for project in projects]

    @property
    def actor(self) -> Actor:
        return self.draft.actor

    @property
    def voice(self) -> Voice:
        """Who is answered, and in which words."""
        return self.draft.voice

    @property
    def words(self) -> Words:
        return self.draft.voice.words

    @property
    def memory(self) -> Memory:
        return self.draft.memory

    def remember(self, **changes: object) -> None:
        """Note what a later turn may refer to."""
        self.draft.memory = self.draft.memory.model_copy(update=changes)

    def wait(self, said: str, step: int, candidates: Sequence[Named] = ()) -> None:
        """Note where a request goes on once the person has chosen or decided."""
        self.remember(unfinished=Unfinished(said=said, step=step, candidates=list(candidates)))

    def read(self, said: str) -> tuple[Request, ...]:
        """The steps that a text asks for."""
        return read_plan(said, projects=self._names, **self.actor.reading)

    def chosen(self, said: str, candidates: Sequence[Named]) -> tuple[Named, ...] | None:
        """Which of the candidates a reply picks; None when it is no reply."""
        titles = [one.title for one in candidates]
        due = [one.day(self.actor.time_zone) for one in candidates]
        picked = choose(said, titles, due=due, **self.actor.reading)
        return None if picked is None else tuple(candidates[place] for place in picked)

    def project(self, project_id: str | UUID) -> ProjectView | None:
        """One of the person's projects."""
        return next((project for project in self.projects if str(project.id) == str(project_id)), None)

    def beside(self, words: str, added: str) -> str:
        """The line that adds one thing more to the project of what was added."""
        found = read_project(added, self._names)
        return f"{words} {added[found.start : found.end]}" if found else words

    def has_project(self, name: str) -> bool:
        """Whether a project has that name."""
        return any(fold(project.name) == fold(name) for project in self.projects)

    def has_label(self, name: str) -> bool:
        """Whether a label has that name."""
        return any(fold(label) == fold(name) for label in self.labels)
