"""`/api/tasks/{id}/reminders` and `/api/reminders`."""

from uuid import UUID

from fastapi import APIRouter, Response

from todo.accounts.dependencies import CurrentActor
from todo.dependencies import (
    CHANGE_GROUP_HEADER,
    CurrentDatabase,
    ExpectedVersion,
    changed,
    created,
    problems,
    set_headers,
)
from todo.reminders import service
from todo.reminders.schemas import ReminderCreate, ReminderFields, ReminderList, ReminderView

router = APIRouter(prefix="/api", tags=["reminders"], responses=problems(401, 422))


@router.get("/tasks/{task_id}/reminders", responses=problems(404))
async def list_reminders(database: CurrentDatabase, actor: CurrentActor, task_id: UUID) -> ReminderList:
    """Your reminders of a task; other members have their own."""
    return await service.list_reminders(database, actor, task_id)


@router.post(
    "/tasks/{task_id}/reminders",
    status_code=201,
    responses={201: CHANGE_GROUP_HEADER, 200: {"model": ReminderView}, **problems(404, 409)},
)
async def create_reminder(
    response: Response, database: CurrentDatabase, actor: CurrentActor, task_id: UUID, body: ReminderCreate
) -> ReminderView:
    """Remind me of a task. The same `id` again answers 200 with the reminder that is there."""
    return created(response, await service.create_reminder(database, actor, task_id, body))


@router.put("/reminders/{reminder_id}", responses={200: CHANGE_GROUP_HEADER, **problems(404, 412)})
async def update_reminder(
    response: Response,
    database: CurrentDatabase,
    actor: CurrentActor,
    version: ExpectedVersion,
    reminder_id: UUID,
    body: ReminderFields,
) -> ReminderView:
    """Another moment for a reminder."""
    return changed(response, await service.update_reminder(database, actor, reminder_id, body, version))


@router.delete("/reminders/{reminder_id}", status_code=204, responses={204: CHANGE_GROUP_HEADER, **problems(404, 412)})
async def delete_reminder(
    response: Response, database: CurrentDatabase, actor: CurrentActor, version: ExpectedVersion, reminder_id: UUID
) -> None:
    """Remind me no longer; undo brings it back."""
    set_headers(response, await service.delete_reminder(database, actor, reminder_id, version))
