"""All tables in one place, for migrations and for the test that compares them with the database."""

from sqlmodel import SQLModel

from todo.accounts.tables import AppUser, Attempt, Session
from todo.assistant.tables import Approval, AssistantUsage, Conversation, Message
from todo.changes.tables import Change, ChangeGroup
from todo.filters.tables import SavedFilter
from todo.labels.tables import Label
from todo.projects.tables import Project, ProjectMember
from todo.reminders.tables import Reminder, ReminderDelivery
from todo.sections.tables import Section
from todo.tasks.tables import Task

TABLES = (
    AppUser,
    Session,
    Attempt,
    Project,
    ProjectMember,
    Section,
    Label,
    SavedFilter,
    Task,
    ChangeGroup,
    Change,
    Conversation,
    Message,
    Approval,
    AssistantUsage,
    Reminder,
    ReminderDelivery,
)
METADATA = SQLModel.metadata
