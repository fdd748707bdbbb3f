"""Who is spoken to and in which words: tasks and days as that person says them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from todo.actor import Actor
from todo.assistant.wording.words import Asked, Words
from todo.language import FindTasks
from todo.tasks.schemas import TaskView

SHOWN = 15


@dataclass(frozen=True, slots=True)
class Voice:
    """A person and the words for them."""

    words: Words
    actor: Actor

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.actor.now().date()

    def day(self, day: date) -> str:
        """A day as seen from today."""
        return self.words.day(day, self.today)

    def due(self, task: TaskView) -> str:
        """When a task is due: `today at 17:00`, `Friday 4 December`; empty when it has no due date."""
        if task.due_at is None:
            return self.day(task.due_date) if task.due_date else ""
        at = task.due_at.astimezone(ZoneInfo(self.actor.time_zone))
        return self.words.moment(at.date(), at.time(), self.today, twelve_hour=self.actor.habits.twelve_hour)

    def line(self, task: TaskView) -> str:
        """A task in one line."""
        due = self.due(task)
        priority = f" (p{task.priority})" if task.priority < 4 else ""
        return f"{task.title}{priority}" + (f", {due}" if due and not task.completed_at else "")

    def listed(self, lead: str, tasks: Sequence[TaskView]) -> str:
        """The tasks below a line."""
        return self._cut(lead, tasks, [f"- {self.line(task)}" for task in tasks[:SHOWN]])

    def numbered(self, lead: str, tasks: Sequence[TaskView]) -> str:
        """The tasks below a line with the numbers by which a person may name them next."""
        return self._cut(lead, tasks, [f"{number}. {self.line(task)}" for number, task in enumerate(tasks[:SHOWN], 1)])

    def _cut(self, lead: str, tasks: Sequence[TaskView], lines: list[str]) -> str:
        more = [f"- {self.words.and_more(len(tasks) - SHOWN)}"] if len(tasks) > SHOWN else []
        return "\n".join([lead, *lines, *more])

    def asked(self, query: FindTasks) -> Asked:
        """What was asked for, with days for "today" and "tomorrow"."""
        today = self.today
        named = {"today": today, "tomorrow": date.fromordinal(today.toordinal() + 1)}.get(query.scope or "")
        scope = query.scope if query.scope in ("overdue", "upcoming", "none") else None
        first, last = (named, named) if named else (query.due_from, query.due_until)
        return Asked(today, scope, first, last, query.done, query.priority, query.label, query.text)
