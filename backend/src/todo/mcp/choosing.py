"""Which tasks a call is about: by ids, by words of one title, or by a filter. What is unclear changes nothing."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from todo.actor import Actor
from todo.database import Database
from todo.errors import InvalidInputError, NotFoundError
from todo.language import match_title, near_match, sure_match
from todo.mcp.desk import Desk, UnclearError
from todo.mcp.reasons import Gone, NoSuchTask, NothingMatches, Pool, SeveralTasks
from todo.mcp.schemas import MAX_BATCH
from todo.tasks import service as tasks
from todo.tasks.schemas import TaskPage, TaskQuery, TaskView

MAX_CANDIDATES, PAGE, MAX_READ = 10, 200, 5_000
_WHERE = {"open": "open task", "done": "completed task", "trash": "task in the trash"}


async def chosen(
    desk: Desk,
    database: Database,
    *,
    ids: Sequence[UUID] | None,
    words: str | None,
    matching: str | None,
    pool: Pool = "open",
    slips: bool = False,
) -> list[TaskView]:
    """The tasks that exactly one of the three names, at least one. With `slips` words may have a letter wrong.

    Raises:
        InvalidInputError: not exactly one of the three, a filter that can't be read, or one that finds too many.
        NotFoundError: an id of nothing that the person may see.
        UnclearError: no task or several have the words; the filter finds none.
    """
    given = [ids or None, words, matching]
    if sum(one is not None for one in given) != 1:
        raise InvalidInputError(
            "Choose tasks by exactly one of: ids (from find_tasks), words (of one title), filter (all that match)."
        )
    actor = desk.actor
    if ids:
        return await _by_ids(database, actor, list(dict.fromkeys(ids)), pool)
    if words is not None:
        return [await _by_words(desk, database, words, pool, slips=slips)]
    assert matching is not None
    return await _by_filter(database, actor, matching, pool)


async def _by_ids(database: Database, actor: Actor, ids: Sequence[UUID], pool: Pool) -> list[TaskView]:
    if pool == "trash":
        found = {task.id: task async for task in _all(database, actor, pool, None)}
        missing = [one for one in ids if one not in found]
        if missing:
            raise NotFoundError(
                f"There is no such task of yours in the trash: {missing[0]}. See find_tasks(view='trash').", why=Gone()
            )
        return [found[one] for one in ids]
    read = []
    for task_id in ids:
        try:
            read.append(await tasks.get_task(database, actor, task_id))
        except NotFoundError:
            raise NotFoundError(
                f"There is no such task of yours: {task_id}. Get ids from find_tasks.", why=Gone()
            ) from None
    return read


async def _by_words(desk: Desk, database: Database, words: str, pool: Pool, *, slips: bool) -> TaskView:
    known = [task async for task in _all(database, desk.actor, pool, None)]
    titles = [task.title for task in known]
    found = match_title(words, titles)
    if not found and (near := near_match(words, titles)) is not None:
        if slips:
            return known[near.index]
        detail = f"No {_WHERE[pool]} has the words “{words}”. If you mean this one, say so with its title or its id:"
        offered = desk.shown([known[near.index]])
        raise UnclearError("No such task", detail, NoSuchTask(words, pool, near=True), offered)
    if not found:
        detail = f"No {_WHERE[pool]} has the words “{words}”. Try find_tasks."
        raise UnclearError("No such task", detail, NoSuchTask(words, pool))
    sure = sure_match(found)
    if sure is None:
        matches = [known[match.index] for match in found[:MAX_CANDIDATES]]
        detail = "Several tasks match. Say which one, with more words of its title or its id:"
        raise UnclearError(f"{len(found)} tasks match", detail, SeveralTasks(), desk.shown(matches))
    return known[sure.index]


async def _by_filter(database: Database, actor: Actor, matching: str, pool: Pool) -> list[TaskView]:
    page = await _page(database, actor, pool, matching, None, MAX_BATCH + 1)
    if len(page.items) > MAX_BATCH:
        raise InvalidInputError(f"The filter finds more than {MAX_BATCH} tasks. Narrow it, such as with '& #Project'.")
    if not page.items:
        detail = f"The filter “{matching}” finds no {_WHERE[pool]}."
        raise UnclearError("No tasks match", detail, NothingMatches(matching))
    return page.items


async def _all(database: Database, actor: Actor, pool: Pool, matching: str | None) -> AsyncIterator[TaskView]:
    """Tasks of a pool, page by page."""
    cursor, read = None, 0
    while read < MAX_READ:
        page = await _page(database, actor, pool, matching, cursor, PAGE)
        for task in page.items:
            yield task
        read, cursor = read + len(page.items), page.next_cursor
        if cursor is None:
            return


async def _page(
    database: Database, actor: Actor, pool: Pool, matching: str | None, cursor: str | None, limit: int
) -> TaskPage:
    if pool == "trash":
        return await tasks.list_trashed(database, actor, matching=matching, cursor=cursor, limit=limit)
    given = {"done": True} if pool == "done" else {}
    query = TaskQuery(filter=matching, cursor=cursor, limit=limit, **given)
    return await tasks.list_tasks(database, actor, query)
