"""`search` and `fetch`: tasks as documents, in the form that ChatGPT's connectors and deep research expect."""

from typing import Annotated
from uuid import UUID

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from todo.boundary import SearchText
from todo.mcp.desk import Desk, told
from todo.mcp.reading import as_text, due_in_words, read_task
from todo.mcp.schemas import Document, SearchResult, SearchResults
from todo.tasks.finding import service as finding
from todo.tasks.finding.schemas import SearchQuery


class Connecting:
    """Tools that read; docstrings and descriptions are what a model reads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @told
    async def search(self, query: Annotated[SearchText, Field(description="Words that a task holds")]) -> SearchResults:
        """Search the titles, notes and labels of all tasks, open and done; the best hits first. Give ids to fetch."""
        page = await finding.search(self._desk.database, self._desk.actor, SearchQuery(q=query))
        found = [
            SearchResult(id=str(hit.task.id), title=hit.task.title, url=self._desk.url(hit.task.id))
            for hit in page.items
        ]
        return SearchResults(results=found)

    @told
    async def fetch(
        self,
        id: Annotated[str, Field(description="An id from search", max_length=100)],
    ) -> Document:
        """One task as a text, with its notes and subtasks."""
        try:
            task_id = UUID(id)
        except ValueError:
            raise ToolError("That is no id. Take one from the results of search.") from None
        task, reading = await read_task(self._desk, task_id)
        facts = {
            "project": reading.project,
            "due": due_in_words(task, self._desk.actor),
            "priority": str(task.priority),
            "completed_at": task.completed_at and task.completed_at.isoformat(),
        }
        return Document(
            id=id,
            title=task.title,
            text=as_text(task, reading, self._desk.actor),
            url=self._desk.url(task.id),
            metadata={name: value for name, value in facts.items() if value},
        )
