"""`organize`: projects, sections and labels."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from todo.actor import Actor
from todo.boundary import Name
from todo.changes.service import Written
from todo.database import Database
from todo.errors import InvalidInputError
from todo.labels import service as labels
from todo.labels.schemas import LabelCreate, LabelPatch, LabelView
from todo.mcp import names
from todo.mcp.desk import Desk, count, told
from todo.mcp.schemas import DryRun, More, OrganizeAction, Organized, OrganizeKind, ProjectWords, ToolOutput
from todo.projects import restructuring
from todo.projects import service as projects
from todo.projects.schemas import Color, ProjectCreate, ProjectMove, ProjectPatch, ProjectView
from todo.sections import service as sections
from todo.sections.schemas import SectionCreate, SectionMove, SectionPatch, SectionView

TOP = ("none", "null", "", "top")
_PAST = {
    "create": "Created",
    "rename": "Renamed",
    "recolor": "Recolored",
    "move": "Moved",
    "archive": "Archived",
    "unarchive": "Unarchived",
    "delete": "Deleted",
}


@dataclass(frozen=True, slots=True)
class _Request:
    """What was asked for, with who asks and where it is done."""

    database: Database
    actor: Actor
    name: str | None
    new_name: str | None
    color: Color | None
    parent: str | None
    project: str | None

    def needed(self, what: str) -> str:
        """An argument that this action can't do without.

        Raises:
            InvalidInputError: it is missing.
        """
        value: str | None = getattr(self, what)
        if value is None:
            raise InvalidInputError(f"This action needs {what}. Example: {_EXAMPLES[what]}")
        return value


_EXAMPLES = {
    "name": "organize(action='create', kind='project', name='Garden')",
    "new_name": "organize(action='rename', kind='label', name='shop', new_name='shopping')",
    "color": "organize(action='recolor', kind='project', name='Garden', color='green')",
    "parent": "organize(action='move', kind='project', name='Garden', parent='Home'), with 'none' for the top",
    "project": "organize(action='create', kind='section', name='Later', project='Garden')",
}
Thing = ProjectView | SectionView | LabelView
Deed = Callable[[_Request], Awaitable[tuple[Thing, UUID | None]]]


class Organizing:
    """The tool for what tasks are sorted by; docstrings and descriptions are what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @told
    async def organize(
        self,
        action: OrganizeAction,
        kind: OrganizeKind,
        name: Annotated[Name | None, Field(description="Name or id of what it is about; the name of a new one")] = None,
        new_name: Annotated[Name | None, Field(description="For rename")] = None,
        color: Annotated[Color | None, Field(description="For create and recolor")] = None,
        parent: Annotated[Name | None, Field(description="The project above, for create and move; 'none': top")] = None,
        project: ProjectWords = None,
        dry_run: DryRun = False,
    ) -> ToolOutput:
        """List, create, rename, recolor, move, archive or delete projects, sections or labels.

        Sections are in a `project`. Deleting a project or section takes its tasks along; undo brings all back.
        """
        async with self._desk.opened(dry_run=dry_run) as database:
            request = _Request(database, self._desk.actor, name, new_name, color, parent, project)
            if action == "list":
                return await _listed(request, kind)
            deed = _DEEDS.get((action, kind))
            if deed is None:
                raise InvalidInputError(f"A {kind} can't be {_PAST[action].lower()}. {_possible(kind)}")
            thing, group_id = await deed(request)
        said = f"Would have {_PAST[action].lower()}" if dry_run else _PAST[action]
        return ToolOutput(
            title=f"{said} {kind} “{thing.name}”",
            change_group=None if dry_run else group_id,
            more=_more(kind, [_organized(thing)]),
        )


def _possible(kind: OrganizeKind) -> str:
    return "Possible: list, " + ", ".join(action for action, of in _DEEDS if of == kind) + "."


async def _listed(request: _Request, kind: OrganizeKind) -> ToolOutput:
    database, actor = request.database, request.actor
    if kind == "label":
        found: list[Thing] = [*await labels.list_labels(database, actor)]
    elif kind == "section":
        goal = await names.project(database, actor, request.needed("project"))
        found = [*await sections.list_sections(database, actor, goal.id)]
    else:
        archived = await projects.list_projects(database, actor, archived=True)
        found = [*await projects.list_projects(database, actor), *archived]
    listed = [_organized(thing) for thing in found]
    return ToolOutput(title=count(len(listed), kind).capitalize(), more=_more(kind, listed))


def _organized(thing: Thing) -> Organized:
    common: dict[str, Any] = {"id": thing.id, "name": thing.name}
    match thing:
        case ProjectView():
            common |= {"parent_id": thing.parent_id, "is_inbox": thing.is_inbox, "color": thing.color}
            return Organized(archived=thing.archived_at is not None, open_tasks=thing.open_task_count, **common)
        case SectionView():
            return Organized(project_id=thing.project_id, **common)
        case _:
            return Organized(color=thing.color, **common)


def _more(kind: OrganizeKind, found: list[Organized]) -> More:
    return More(**{f"{kind}s": found})


def _done(written: Written[Any]) -> tuple[Thing, UUID | None]:
    return written.value, written.group_id


# --- Projects


async def _create_project(request: _Request) -> tuple[Thing, UUID | None]:
    above = await _above(request) if request.parent else None
    given: dict[str, Any] = {"color": request.color} if request.color else {}
    body = ProjectCreate(name=request.needed("name"), parent_id=above, **given)
    return _done(await projects.create_project(request.database, request.actor, body))


async def _rename_project(request: _Request) -> tuple[Thing, UUID | None]:
    body = ProjectPatch(name=request.needed("new_name"))
    return await _patch_project(request, body)


async def _recolor_project(request: _Request) -> tuple[Thing, UUID | None]:
    request.needed("color")
    return await _patch_project(request, ProjectPatch.model_validate({"color": request.color}))


async def _patch_project(request: _Request, body: ProjectPatch) -> tuple[Thing, UUID | None]:
    found = await _project(request)
    return _done(await projects.update_project(request.database, request.actor, found.id, body, None))


async def _move_project(request: _Request) -> tuple[Thing, UUID | None]:
    request.needed("parent")
    body, found = ProjectMove(parent_id=await _above(request)), await _project(request)
    return _done(await restructuring.move_project(request.database, request.actor, found.id, body))


async def _archive_project(request: _Request) -> tuple[Thing, UUID | None]:
    found = await _project(request)
    return _done(await restructuring.archive_project(request.database, request.actor, found.id))


async def _unarchive_project(request: _Request) -> tuple[Thing, UUID | None]:
    found = await names.project(request.database, request.actor, request.needed("name"), archived=True)
    return _done(await restructuring.unarchive_project(request.database, request.actor, found.id))


async def _delete_project(request: _Request) -> tuple[Thing, UUID | None]:
    found = await _project(request)
    return found, (await restructuring.delete_project(request.database, request.actor, found.id)).group_id


async def _project(request: _Request) -> ProjectView:
    return await names.project(request.database, request.actor, request.needed("name"))


async def _above(request: _Request) -> UUID | None:
    said = request.parent or ""
    if said.strip().lower() in TOP:
        return None
    return (await names.project(request.database, request.actor, said)).id


# --- Sections


async def _create_section(request: _Request) -> tuple[Thing, UUID | None]:
    goal = await names.project(request.database, request.actor, request.needed("project"))
    body = SectionCreate(name=request.needed("name"))
    return _done(await sections.create_section(request.database, request.actor, goal.id, body))


async def _rename_section(request: _Request) -> tuple[Thing, UUID | None]:
    body, found = SectionPatch(name=request.needed("new_name")), await _section(request)
    return _done(await sections.update_section(request.database, request.actor, found.id, body))


async def _move_section(request: _Request) -> tuple[Thing, UUID | None]:
    goal = await names.project(request.database, request.actor, request.needed("parent"))
    body, found = SectionMove(project_id=goal.id), await _section(request)
    return _done(await sections.move_section(request.database, request.actor, found.id, body))


async def _delete_section(request: _Request) -> tuple[Thing, UUID | None]:
    found = await _section(request)
    return found, (await sections.delete_section(request.database, request.actor, found.id)).group_id


async def _section(request: _Request) -> SectionView:
    goal = await names.project(request.database, request.actor, request.needed("project"))
    return await names.section(request.database, request.actor, goal.id, request.needed("name"))


# --- Labels


async def _create_label(request: _Request) -> tuple[Thing, UUID | None]:
    given: dict[str, Any] = {"color": request.color} if request.color else {}
    body = LabelCreate(name=request.needed("name").removeprefix("@"), **given)
    return _done(await labels.create_label(request.database, request.actor, body))


async def _rename_label(request: _Request) -> tuple[Thing, UUID | None]:
    return await _patch_label(request, LabelPatch(name=request.needed("new_name")))


async def _recolor_label(request: _Request) -> tuple[Thing, UUID | None]:
    request.needed("color")
    return await _patch_label(request, LabelPatch.model_validate({"color": request.color}))


async def _patch_label(request: _Request, body: LabelPatch) -> tuple[Thing, UUID | None]:
    found = await _label(request)
    return _done(await labels.update_label(request.database, request.actor, found.id, body))


async def _delete_label(request: _Request) -> tuple[Thing, UUID | None]:
    found = await _label(request)
    return found, (await labels.delete_label(request.database, request.actor, found.id)).group_id


async def _label(request: _Request) -> LabelView:
    return await names.label(request.database, request.actor, request.needed("name"))


_DEEDS: dict[tuple[OrganizeAction, OrganizeKind], Deed] = {
    ("create", "project"): _create_project,
    ("rename", "project"): _rename_project,
    ("recolor", "project"): _recolor_project,
    ("move", "project"): _move_project,
    ("archive", "project"): _archive_project,
    ("unarchive", "project"): _unarchive_project,
    ("delete", "project"): _delete_project,
    ("create", "section"): _create_section,
    ("rename", "section"): _rename_section,
    ("move", "section"): _move_section,
    ("delete", "section"): _delete_section,
    ("create", "label"): _create_label,
    ("rename", "label"): _rename_label,
    ("recolor", "label"): _recolor_label,
    ("delete", "label"): _delete_label,
}
