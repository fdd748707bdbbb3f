"""Taking an account away, with all that is its person's alone."""

from uuid import UUID

from todo.accounts import repository
from todo.database import Database

# Rows a statement, so that each is done within the time that a statement may take.
BATCH = 2000


async def remove(database: Database, user_id: UUID) -> None:
    """Delete the person, their projects that nobody else is a member of, and every record of what they did.

    One transaction: all of it is gone, or nothing is. What they added to a project with other members stays there.
    """
    async with database.transaction() as transaction:
        await repository.lock_user(transaction, user_id)
        while await repository.delete_tasks(transaction, user_id, BATCH) == BATCH:
            pass
        while await repository.delete_changes(transaction, user_id, BATCH) == BATCH:
            pass
        await repository.delete_projects(transaction, user_id)
        await repository.delete_user(transaction, user_id)
