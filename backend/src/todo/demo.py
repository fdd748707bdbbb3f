"""The sample account: three weeks of believable work, made through the same services as everybody's tasks."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from todo.accounts import administration
from todo.accounts import service as accounts
from todo.accounts.schemas import Registration
from todo.actor import Actor
from todo.clock import clock_at, utc_now
from todo.config import Settings
from todo.database import Database
from todo.errors import ConflictError
from todo.projects import service as projects
from todo.projects.schemas import Color, ProjectCreate
from todo.tasks import completing
from todo.tasks import service as tasks
from todo.tasks.schemas import TaskCreate

EMAIL, NAME, ZONE = "demo@todo.local", "Robin", "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class Sample:
    """A task of the sample. Days count from today; `done` is the day on which it was completed."""

    project: str
    title: str
    day: int | None = None
    at: time | None = None
    priority: int = 4
    done: int | None = None
    notes: str = ""


PROJECTS: dict[str, Color] = {
    "Website relaunch": "indigo",
    "Home": "teal",
    "Trip to Lisbon": "amber",
    "Reading": "violet",
}
SAMPLES = (
    Sample("Website relaunch", "Collect feedback from the first visitors", -20, done=-19),
    Sample("Website relaunch", "Draft the new site map", -17, priority=2, done=-16),
    Sample("Website relaunch", "Interview three customers", -14, time(14), 2, done=-14),
    Sample("Website relaunch", "Choose typefaces", -11, done=-10),
    Sample("Website relaunch", "Write the copy for the landing page", -6, priority=2, done=-5),
    Sample("Website relaunch", "Review colours for contrast", -3, done=-3),
    Sample("Website relaunch", "Send the invoice for October", -2, priority=1),
    Sample(
        "Website relaunch",
        "Prepare the demo for Thursday",
        0,
        time(10, 30),
        1,
        notes="Show the new **search** first, then the mobile menu.\n\n- laptop and adapter\n- fallback screenshots",
    ),
    Sample("Website relaunch", "Reply to Mira about the logo", 0, priority=3),
    Sample("Website relaunch", "Test the checkout on a phone", 1, priority=2),
    Sample("Website relaunch", "Migrate the old blog posts", 4),
    Sample("Website relaunch", "Launch review with the team", 8, time(15), 2),
    Sample("Website relaunch", "Plan the newsletter for January", 20),
    Sample("Home", "Repair the kitchen tap", -15, done=-13),
    Sample("Home", "Renew the library card", -9, done=-9),
    Sample("Home", "Defrost the freezer", -1),
    Sample("Home", "Water the plants", 0),
    Sample("Home", "Call the landlord about the heating", 0, time(16), 2),
    Sample("Home", "Pay the rent", 6, priority=1),
    Sample("Home", "Take the winter coats out of storage", 3),
    Sample("Home", "Descale the coffee machine"),
    Sample("Trip to Lisbon", "Book the flights", -12, priority=2, done=-12),
    Sample("Trip to Lisbon", "Reserve the apartment in Alfama", -8, done=-7),
    Sample("Trip to Lisbon", "Ask Jonas to look after the cat", 1, time(18)),
    Sample("Trip to Lisbon", "Make a list of restaurants", 5, notes="Start with the ones near the river."),
    Sample("Trip to Lisbon", "Check the passport's expiry date", 2, priority=3),
    Sample("Trip to Lisbon", "Learn twenty words of Portuguese"),
    Sample("Reading", "Finish “The Dispossessed”", -4, done=-4),
    Sample("Reading", "Return the books to the library", 2),
    Sample("Reading", "Pick the next novel for the book club", 7),
    Sample("Inbox", "Thank Lena for the recommendation", 0),
    Sample("Inbox", "Look up the name of that ceramics studio"),
    Sample("Inbox", "Idea: a shelf above the desk"),
)


async def fill_demo_account(settings: Settings) -> dict[str, str]:
    """Make the sample account, or give the one that is there a new password; its tasks are left as they are.

    Returns:
        {"email", "password"}.
    """
    database = Database(settings.dsn)
    await database.open()
    password = secrets.token_urlsafe(9)
    try:
        body = Registration(email=EMAIL, password=password, name=NAME, time_zone=ZONE)
        user = await administration.add(database, body)
        habits = accounts.habits_of(user)
        await _fill(database, Actor(user.id, "import", user.time_zone, user.inbox_project_id, habits=habits))
    except ConflictError:
        await administration.set_password(database, EMAIL, password)
    finally:
        await database.close()
    return {"email": EMAIL, "password": password}


async def _fill(database: Database, actor: Actor) -> None:
    now = utc_now()
    ids = {"Inbox": actor.inbox_project_id}
    with clock_at(now - timedelta(days=21)):
        for name, color in PROJECTS.items():
            written = await projects.create_project(database, actor, ProjectCreate(name=name, color=color))
            ids[name] = written.value.id
        created = await tasks.create_tasks(database, actor, list(_bodies(now, ids)))
    for sample, task in zip(SAMPLES, created.value, strict=True):
        if sample.done is not None:
            with clock_at(_moment(now, sample.done, sample.at or time(17, 20))):
                await completing.complete_task(database, actor, task.id)


def _bodies(now: datetime, ids: dict[str, UUID]) -> Iterator[TaskCreate]:
    today = now.astimezone(ZoneInfo(ZONE)).date()
    for sample in SAMPLES:
        day = None if sample.day is None else today + timedelta(days=sample.day)
        timed = day is not None and sample.at is not None
        yield TaskCreate(
            title=sample.title,
            notes=sample.notes,
            priority=sample.priority,
            project_id=ids[sample.project],
            due_date=None if timed else day,
            due_at=_moment(now, sample.day or 0, sample.at) if timed and sample.at else None,
            time_zone=ZONE if timed else None,
        )


def _moment(now: datetime, day: int, at: time) -> datetime:
    date = now.astimezone(ZoneInfo(ZONE)).date() + timedelta(days=day)
    return datetime.combine(date, at, tzinfo=ZoneInfo(ZONE))
