"""Finding: full text, views, counts."""

from uuid import UUID

from todo.actor import Actor
from todo.database import Database
from todo.language import utf16_offsets
from todo.language.highlighting import highlights, search_words
from todo.paging import decode_cursor, encode_cursor, invalid_cursor
from todo.tasks.finding import repository
from todo.tasks.finding.repository import Search
from todo.tasks.finding.schemas import HighlightView, SearchHit, SearchPage, SearchQuery
from todo.tasks.schemas import TaskView, task_views


async def search(database: Database, actor: Actor, query: SearchQuery) -> SearchPage:
    """A page of the tasks that hold all words; none when there is no word."""
    words = search_words(query.q)
    wanted = Search(words, query.done, query.project_id, _rank_and_id(query.cursor), query.limit + 1)
    rows = await repository.search_tasks(database, actor, wanted) if words else []
    page = rows[: query.limit]
    more = len(rows) > query.limit
    cursor = encode_cursor(page[-1]["rank"], str(page[-1]["id"])) if more else None
    hits = [_hit(task, row["found_labels"], words) for task, row in zip(task_views(page), page, strict=True)]
    return SearchPage(items=hits, next_cursor=cursor)


def _hit(task: TaskView, labels: list[UUID], words: tuple[str, ...]) -> SearchHit:
    return SearchHit(
        task=task,
        title=_spans(task.title, words),
        notes=_spans(task.notes, words),
        labels=labels,
    )


def _spans(text: str, words: tuple[str, ...]) -> list[HighlightView]:
    places = (utf16_offsets(text, *span) for span in highlights(text, words))
    return [HighlightView(start=start, end=end) for start, end in places]


def _rank_and_id(cursor: str | None) -> tuple[str, str] | None:
    if cursor is None:
        return None
    rank, task_id = decode_cursor(cursor, 2)
    try:
        return str(float(rank)), str(UUID(task_id))
    except ValueError:
        raise invalid_cursor() from None
