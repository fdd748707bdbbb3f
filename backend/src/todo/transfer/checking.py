"""Makes a document hold together: every reference leads somewhere, nothing is below itself, nothing lies too deep."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from todo.language.recurrence import RuleError, parse_rule
from todo.projects.tree import MAX_DEPTH as MAX_PROJECT_DEPTH
from todo.tasks.places import MAX_DEPTH
from todo.transfer.draft import Draft, unreadable
from todo.transfer.schemas import MAX_TASKS, AccountDocument, ProjectRecord, SectionRecord, TaskRecord, WarningCode


class Identified(Protocol):
    """A record of a document."""

    @property
    def id(self) -> str: ...


class Nested(Identified, Protocol):
    """A record that may be below another of its kind."""

    parent_id: str | None


I = TypeVar("I", bound=Identified)  # noqa: E741
N = TypeVar("N", bound=Nested)
Warn = Callable[[N, WarningCode, str], None]


def check(draft: Draft) -> None:
    """Mend what can be mended, with a warning for each.

    Raises:
        InvalidInputError: two records have one id, or something is in a project or section that the file lacks.
    """
    document = draft.document
    projects = _by_id("projects", document.projects)
    sections = _by_id("sections", document.sections)
    _by_id("labels", document.labels)
    tasks = _by_id("tasks", document.tasks)
    if sum(len(task.reminders) for task in document.tasks) > MAX_TASKS:
        raise unreadable([("tasks", f"have more than {MAX_TASKS} reminders")])
    _check_places(document, projects, sections)
    _check_rules(document)
    _nest_projects(draft, projects)
    _nest_tasks(draft, tasks)
    _place_tasks(draft, sections, tasks)
    _keep_labels(draft)


def _by_id(kind: str, records: Sequence[I]) -> dict[str, I]:
    found: dict[str, I] = {}
    for index, record in enumerate(records):
        if record.id in found:
            raise unreadable([(f"{kind}.{index}.id", "is the id of an earlier one too")])
        found[record.id] = record
    return found


def _check_places(
    document: AccountDocument, projects: Mapping[str, ProjectRecord], sections: Mapping[str, SectionRecord]
) -> None:
    missing = [
        (f"sections.{index}.project_id", "names no project of this file")
        for index, section in enumerate(document.sections)
        if section.project_id not in projects
    ]
    for index, task in enumerate(document.tasks):
        if task.project_id not in projects:
            missing.append((f"tasks.{index}.project_id", "names no project of this file"))
        if task.section_id is not None and task.section_id not in sections:
            missing.append((f"tasks.{index}.section_id", "names no section of this file"))
    if missing:
        raise unreadable(missing[:20])


def _check_rules(document: AccountDocument) -> None:
    refused = []
    for index, task in enumerate(document.tasks):
        try:
            if task.recurrence is not None:
                task.recurrence.rule = str(parse_rule(task.recurrence.rule))
        except RuleError as error:
            refused.append((f"tasks.{index}.recurrence.rule", str(error)))
    if refused:
        raise unreadable(refused[:20])


def _nest_projects(draft: Draft, projects: Mapping[str, ProjectRecord]) -> None:
    def warn(project: ProjectRecord, code: WarningCode, message: str) -> None:
        draft.warn(code, project.name, message)

    for project in projects.values():
        parent = projects.get(project.parent_id or "")
        if parent is not None and (project.is_inbox or parent.is_inbox):
            project.parent_id = None
            warn(project, "parent-elsewhere", "The Inbox has nothing below it. The project is at the top.")
        elif parent is not None and parent.archived_at is not None and project.archived_at is None:
            project.parent_id = None
            warn(project, "parent-elsewhere", "The project above is in the archive. This one is at the top.")
    _nest(projects, MAX_PROJECT_DEPTH, warn)


def _nest_tasks(draft: Draft, tasks: Mapping[str, TaskRecord]) -> None:
    def warn(task: TaskRecord, code: WarningCode, message: str) -> None:
        draft.warn(code, task.title, message, draft.lines.get(task.id))

    for task in tasks.values():
        parent = tasks.get(task.parent_id or "")
        if parent is None:
            continue
        if parent.project_id != task.project_id:
            task.parent_id = None
            warn(task, "parent-elsewhere", "The task above is in another project. This one is at the top.")
        elif parent.deleted_at is not None and task.deleted_at is None:
            task.parent_id = None
            warn(task, "parent-elsewhere", "The task above is in the trash. This one is at the top.")
    _nest(tasks, MAX_DEPTH, warn)


def _nest(records: Mapping[str, N], deepest: int, warn: Warn[N]) -> None:
    """Take records to the top whose parent is missing or below them, and up where they lie too deep."""
    depths: dict[str, int] = {}
    for record in records.values():
        if record.parent_id is not None and record.parent_id not in records:
            record.parent_id = None
            warn(record, "parent-unknown", "What it is below is not in this file. It is at the top.")
    for record in records.values():
        path = _path(records, record, depths, warn)
        for one in reversed(path):
            depths[one.id] = _settle(records, one, depths, deepest, warn)


def _path(records: Mapping[str, N], record: N, depths: Mapping[str, int], warn: Warn[N]) -> list[N]:
    """A record and those above it whose depth is not known yet; a circle is opened where it closes."""
    path: list[N] = []
    seen: set[str] = set()
    here: N | None = record
    while here is not None and here.id not in depths:
        path.append(here)
        seen.add(here.id)
        if here.parent_id in seen:
            here.parent_id = None
            warn(here, "circle", "It would be below itself. It is at the top.")
        here = records[here.parent_id] if here.parent_id else None
    return path


def _settle(records: Mapping[str, N], record: N, depths: Mapping[str, int], deepest: int, warn: Warn[N]) -> int:
    """The level of a record, 1 at the top, after it was put beside what is at the last level."""
    if record.parent_id is None:
        return 1
    if depths[record.parent_id] < deepest:
        return depths[record.parent_id] + 1
    record.parent_id = records[record.parent_id].parent_id
    warn(record, "too-deep", f"Only {deepest} levels are possible. It is one level up.")
    return deepest


def _place_tasks(draft: Draft, sections: Mapping[str, SectionRecord], tasks: Mapping[str, TaskRecord]) -> None:
    """A task is in the section of the task above it, and in none of another project."""
    for task in tasks.values():
        if task.section_id is not None and sections[task.section_id].project_id != task.project_id:
            task.section_id = None
            line = draft.lines.get(task.id)
            draft.warn("section-elsewhere", task.title, "Its section is of another project. It is in none.", line)
    for task in tasks.values():
        top = task
        while top.parent_id is not None:
            top = tasks[top.parent_id]
        task.section_id = top.section_id


def _keep_labels(draft: Draft) -> None:
    known = {label.id for label in draft.document.labels}
    for task in draft.document.tasks:
        kept = [label for label in dict.fromkeys(task.label_ids) if label in known]
        if len(kept) < len(set(task.label_ids)):
            line = draft.lines.get(task.id)
            draft.warn("label-unknown", task.title, "It has a label that is not in this file.", line)
        task.label_ids = kept
