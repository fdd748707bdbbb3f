"""Projects, sections and labels by the name that a person uses, or by id."""

from collections.abc import Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from todo.actor import Actor
from todo.database import Database
from todo.errors import NotFoundError
from todo.labels import service as labels
from todo.labels.schemas import LabelView
from todo.language import match_title, sure_match
from todo.language.text import fold
from todo.mcp.reasons import NoSuchName, Noun, SeveralNamed
from todo.projects import service as projects
from todo.projects.schemas import ProjectView
from todo.sections import service as sections
from todo.sections.schemas import SectionView


class Thing(Protocol):
    @property
    def id(self) -> UUID: ...

    @property
    def name(self) -> str: ...


Found = TypeVar("Found", bound=Thing)


async def project(database: Database, actor: Actor, said: str, *, archived: bool = False) -> ProjectView:
    """The project that a name or id means.

    Raises:
        NotFoundError: none, or several, with what there is.
    """
    known = await projects.list_projects(database, actor, archived=archived)
    return _one("project", said, known)


async def section(database: Database, actor: Actor, project_id: UUID, said: str) -> SectionView:
    """The section of a project that a name or id means; errors as of `project`."""
    return _one("section", said, await sections.list_sections(database, actor, project_id))


async def label(database: Database, actor: Actor, said: str) -> LabelView:
    """The label that a name or id means; errors as of `project`."""
    return _one("label", said.removeprefix("@"), await labels.list_labels(database, actor))


def _one(noun: Noun, said: str, known: Sequence[Found]) -> Found:
    wanted = fold(said.strip().removeprefix("#"))
    exact = [thing for thing in known if wanted in (fold(thing.name), str(thing.id))]
    if len(exact) == 1:
        return exact[0]
    sure = None if exact else sure_match(match_title(said, [thing.name for thing in known]))
    if sure is not None:
        return known[sure.index]
    names = ", ".join(f"“{thing.name}”" for thing in known[:30]) or "none"
    if exact:
        detail = f"Several are called “{said}”. Give the id of the {noun} (organize with action 'list')."
        raise NotFoundError(detail, why=SeveralNamed(noun, said))
    raise NotFoundError(
        f"There is no such {noun} of yours: “{said}”. There are: {names}. Make one with organize, action 'create'.",
        why=NoSuchName(noun, said, tuple(thing.name for thing in known)),
    )
