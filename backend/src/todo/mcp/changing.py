"""`update_tasks`, `reschedule_tasks`, `complete_tasks` and `delete_tasks`: one transaction and one change each."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from todo.actor import Command
from todo.boundary import Notes, SearchText, Title
from todo.changes import service as changes
from todo.changes.entities import TASK
from todo.clock import utc_now
from todo.database import Database, Transaction
from todo.errors import InvalidInputError, NotFoundError
from todo.labels import service as labels
from todo.language import parse_quick_add
from todo.mcp import names
from todo.mcp.choosing import chosen
from todo.mcp.desk import Desk, headline, told
from todo.mcp.reasons import Pool
from todo.mcp.schemas import DryRun, Ids, LabelNames, Matching, OwnWords, ProjectWords, ToolOutput, Words
from todo.tasks import completing, places, recurring, service
from todo.tasks.rescheduling import rescheduled
from todo.tasks.schemas import Priority, TaskMove, TaskPatch, TaskView

Part = Callable[[Transaction, Command, TaskView], Awaitable[list[TaskView]]]
NONE = ("none", "null", "")


@dataclass(frozen=True, slots=True)
class _Job:
    """What is done to each chosen task: `verb` is the command's name without its noun, `past` how it is reported."""

    verb: str
    past: str
    part: Part
    pool: Pool = "open"


@dataclass(frozen=True, slots=True)
class _Choice:
    ids: Sequence[UUID] | None
    words: str | None
    matching: str | None


class Changing:
    """Tools that change tasks; docstrings and descriptions are what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @told
    async def update_tasks(
        self,
        ids: Ids = None,
        words: Words = None,
        filter: Matching = None,
        title: Annotated[Title | None, Field(description="A new title, for one task only")] = None,
        notes: Annotated[Notes | None, Field(description="Markdown that takes the place of the notes")] = None,
        priority: Annotated[Priority | None, Field(description="1 is highest, 4 is none")] = None,
        project: ProjectWords = None,
        section: Annotated[SearchText | None, Field(description="Name or id; 'none' for out of any section")] = None,
        add_labels: LabelNames = None,
        remove_labels: LabelNames = None,
        duration: Annotated[SearchText | None, Field(description="Such as '45 min' or '1h30m'; 'none' clears")] = None,
        deadline: OwnWords = None,
        dry_run: DryRun = False,
    ) -> ToolOutput:
        """Change title, notes, priority, project, section, labels, duration or deadline of tasks.

        Choose the tasks by ids, words or filter. For due dates use reschedule_tasks.
        """
        wanted = (title, notes, priority, project, section, add_labels, remove_labels, duration, deadline)
        if all(one is None for one in wanted):
            raise InvalidInputError("Say what to change: title, notes, priority, project, section, labels, duration...")
        values: dict[str, Any] = {"title": title, "notes": notes, "priority": priority}
        values = {name: value for name, value in values.items() if value is not None}
        if duration is not None:
            values["duration_minutes"] = _minutes(duration)
        if deadline is not None:
            values["deadline"] = None if deadline.strip().lower() in NONE else self._desk.day(deadline)
        edit = _Edit(self._desk, values, project, section, add_labels or [], remove_labels or [])
        choice = _Choice(ids, words, filter)
        return await self._run(choice, _Job("edit", "Changed", edit.part), dry_run=dry_run, only_one=title is not None)

    @told
    async def reschedule_tasks(
        self,
        when: Annotated[
            SearchText,
            Field(
                description="In the person's own words: 'friday 5pm', 'in 2 weeks', '+1 day' (each from where it is), "
                "'every monday', or 'none' for no date"
            ),
        ],
        ids: Ids = None,
        words: Words = None,
        filter: Matching = None,
        dry_run: DryRun = False,
    ) -> ToolOutput:
        """Give tasks another due date.

        A rule by which a task recurs stays, unless `when` says another or 'none'; the time of day stays when only a
        day is given.
        """
        meant, actor = self._desk.when(when), self._desk.actor
        now = actor.now()

        async def part(transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
            patch = rescheduled(task, meant, now=now, time_zone=actor.time_zone)
            return [(await service.update_in(transaction, command, task.id, patch)).value]

        job = _Job("reschedule", "Rescheduled", part)
        return await self._run(_Choice(ids, words, filter), job, dry_run=dry_run)

    @told
    async def complete_tasks(
        self,
        ids: Ids = None,
        words: Words = None,
        filter: Matching = None,
        reopen: Annotated[bool, Field(description="Not done after all")] = False,
        forever: Annotated[bool, Field(description="End the series of a task that recurs")] = False,
        dry_run: DryRun = False,
    ) -> ToolOutput:
        """Complete tasks, or with `reopen` open completed ones again. A task that recurs goes on to its next date."""
        if reopen and forever:
            raise InvalidInputError("Give reopen or forever, not both.")
        if reopen:
            job = _Job("reopen", "Reopened", _reopened, "done")
        else:
            job = _Job("complete", "Completed", _stopped if forever else _completed)
        return await self._run(_Choice(ids, words, filter), job, dry_run=dry_run)

    @told
    async def delete_tasks(
        self,
        ids: Ids = None,
        words: Words = None,
        filter: Matching = None,
        restore: Annotated[bool, Field(description="Take them out of the trash")] = False,
        dry_run: DryRun = False,
    ) -> ToolOutput:
        """Move tasks to the trash with all below them, or with `restore` take them out of it again.

        The answer lists every task that goes.
        """
        job = _Job("restore", "Restored", _restored, "trash") if restore else _Job("delete", "Deleted", _deleted)
        return await self._run(_Choice(ids, words, filter), job, dry_run=dry_run)

    async def _run(self, choice: _Choice, job: _Job, *, dry_run: bool, only_one: bool = False) -> ToolOutput:
        async with self._desk.opened(dry_run=dry_run) as database:
            tasks = await self._chosen(database, choice, job)
            if only_one and len(tasks) > 1:
                raise InvalidInputError("A title is for one task. Choose one by its id or words.")
            command = Command(self._desk.actor, f"{job.verb}_task" + ("s" if len(tasks) > 1 else ""))
            async with database.transaction() as transaction:
                await places.hold_all(transaction, command.actor, [task.id for task in tasks], [])
                after = await _perform(transaction, command, job, tasks)
                changed = await changes.changes_of(transaction, command)
        return ToolOutput(
            title=headline(job.past, len(after), dry_run=dry_run),
            detail=None if changed else "It was so already: nothing changed.",
            tasks=self._desk.shown(after),
            change_group=command.group_id if changed and not dry_run else None,
        )

    async def _chosen(self, database: Database, choice: _Choice, job: _Job) -> list[TaskView]:
        """What is deleted must have been named without a slip."""
        slips = job.verb != "delete"
        return await chosen(
            self._desk,
            database,
            ids=choice.ids,
            words=choice.words,
            matching=choice.matching,
            pool=job.pool,
            slips=slips,
        )


async def _perform(transaction: Transaction, command: Command, job: _Job, tasks: Sequence[TaskView]) -> list[TaskView]:
    """What the tasks are afterwards. One that went along with an earlier one is there already."""
    after: dict[UUID, TaskView] = {}
    for task in _parents_first(tasks):
        if task.id not in after:
            after |= {one.id: one for one in await job.part(transaction, command, task)}
    return list(after.values())


def _parents_first(tasks: Sequence[TaskView]) -> list[TaskView]:
    """The tasks, each after those above it."""
    by_id = {task.id: task for task in tasks}

    def depth(task: TaskView) -> int:
        above = by_id.get(task.parent_id) if task.parent_id else None
        return 1 + depth(above) if above else 0

    return sorted(tasks, key=depth)


async def _completed(transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
    return (await completing.complete_in(transaction, command, [task.id])).value


async def _stopped(transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
    return (await completing.complete_in(transaction, command, [task.id], advance=recurring.stopped)).value


async def _reopened(transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
    return [(await service.reopen_task(transaction, command.actor, task.id, command=command)).value]


async def _deleted(transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
    rows = await places.delete(transaction, command, task.id)
    # Rows have everybody's labels, of which nobody sees those of others.
    labelled = {str(task.id): task.label_ids}
    return [TaskView.model_validate(row | {"label_ids": labelled.get(row["id"], [])}) for row in rows]


async def _restored(transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
    try:
        # Back already, along with one above it.
        return [await service.get_task(transaction, command.actor, task.id)]
    except NotFoundError:
        await changes.restore_in(transaction, command, TASK, task.id)
    return [await service.get_task(transaction, command.actor, task.id)]


@dataclass(frozen=True, slots=True)
class _Edit:
    """What `update_tasks` does to each task. `values` are fields of a patch that are the same for all."""

    desk: Desk
    values: dict[str, Any]
    project: str | None
    section: str | None
    add: Sequence[str]
    remove: Sequence[str]

    async def part(self, transaction: Transaction, command: Command, task: TaskView) -> list[TaskView]:
        database = transaction.as_database()
        values = dict(self.values)
        if self.project is not None:
            values["project_id"] = (await names.project(database, command.actor, self.project)).id
        if self.add or self.remove:
            values["label_ids"] = await self._labels(database, transaction, command, task)
        after = (await service.update_in(transaction, command, task.id, TaskPatch(**values))).value
        if self.section is not None:
            await places.move(transaction, command, task.id, await self._section(database, command, after))
            after = await service.get_task(transaction, command.actor, task.id)
        return [after]

    async def _labels(
        self, database: Database, transaction: Transaction, command: Command, task: TaskView
    ) -> list[UUID]:
        gone = {(await names.label(database, command.actor, name)).id for name in self.remove}
        added = await labels.named_in(transaction, command, [name.removeprefix("@") for name in self.add])
        return [one for one in dict.fromkeys([*task.label_ids, *added.values()]) if one not in gone]

    async def _section(self, database: Database, command: Command, task: TaskView) -> TaskMove:
        assert self.section is not None
        if self.section.strip().lower() in NONE:
            return TaskMove(section_id=None, parent_id=None)
        found = await names.section(database, command.actor, task.project_id, self.section)
        return TaskMove(section_id=found.id)


def _minutes(said: str) -> int | None:
    """A length in words.

    Raises:
        InvalidInputError: nothing that can be read as one.
    """
    if said.strip().lower() in NONE:
        return None
    text = f"for {said.strip()} min" if said.strip().isdigit() else f"for {said.strip()}"
    read = parse_quick_add(text, now=utc_now(), time_zone="UTC", kinds=("date", "time", "duration"))
    rest = text[: read.spans[0].start] + text[read.spans[0].end :] if read.spans else text
    # "1h 30" is no hour: a number that was not read would be lost.
    is_whole = [span.kind for span in read.spans] == ["duration"] and not any(sign.isdigit() for sign in rest)
    if read.duration_minutes is None or not is_whole:
        raise InvalidInputError(f"“{said}” is no length of time. Say for example '45 min' or '1h30m'.")
    return read.duration_minutes
