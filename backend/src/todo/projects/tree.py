"""The tree of a person's projects: what is below what, and whose it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from todo.actor import Actor
from todo.changes import writing
from todo.changes.entities import PROJECT
from todo.database import Row, Transaction
from todo.errors import ConflictError, ForbiddenError
from todo.projects import repository

Document = dict[str, Any]
MAX_DEPTH = 8  # levels of projects below one another


@dataclass(frozen=True, slots=True)
class Tree:
    """The person's projects by id, as JSON rows, and their role in each."""

    rows: dict[str, Document]
    roles: dict[str, str]

    def owned(self, project_id: UUID, expected_version: int | None = None) -> Document:
        """One project that may be restructured.

        Raises:
            NotFoundError, ForbiddenError, StaleVersionError: unseen, not the owner, newer.
            ConflictError: it is the Inbox.
        """
        row = self.rows.get(str(project_id))
        if row is None:
            raise writing.not_found(PROJECT)
        if self.roles[row["id"]] != "owner":
            raise not_owner()
        if row["inbox_of_user_id"] is not None:
            raise inbox_is_fixed()
        writing.check_version(PROJECT, row["version"], expected_version)
        return row

    def with_below(self, row: Document) -> list[Document]:
        """A project and those below it that the person owns, from the top down."""
        return [row, *self._below(row["id"])]

    def _below(self, project_id: str) -> Iterator[Document]:
        for row in self.beside(project_id):
            if self.roles[row["id"]] == "owner":
                yield from self.with_below(row)

    def beside(self, parent_id: str | None) -> list[Document]:
        """The projects right below one (None: at the top) in their order; the Inbox has no place among them."""
        found = [row for row in self.rows.values() if self._parent(row) == parent_id and not row["inbox_of_user_id"]]
        return sorted(found, key=lambda row: (row["position"].encode(), row["id"]))

    def check_place(self, row: Document, parent_id: UUID | None) -> None:
        """Whether a project (one of the tree or a new one) may go below another, with all below it.

        Raises:
            NotFoundError, ForbiddenError, ConflictError: as of `owned`; below itself (`circle`), too deep (`too-deep`),
                out of sight (`archived`).
        """
        if parent_id is None:
            return
        parent = self.owned(parent_id)
        if parent["archived_at"] is not None and row.get("archived_at") is None:
            raise ConflictError("The project to go below is in the archive.", slug="archived")
        above = self._path(parent)
        if row["id"] in above:
            raise ConflictError("A project can't be below itself.", slug="circle")
        if len(above) + self._height(row["id"]) > MAX_DEPTH:
            raise ConflictError(f"Projects go at most {MAX_DEPTH} levels deep.", slug="too-deep")

    def _path(self, row: Document) -> list[str]:
        """Ids from a project up to the top."""
        path = [row["id"]]
        while (parent_id := self._parent(self.rows[path[-1]])) and parent_id not in path:
            path.append(parent_id)
        return path

    def _height(self, project_id: str) -> int:
        return 1 + max((self._height(row["id"]) for row in self.beside(project_id)), default=0)

    def _parent(self, row: Document) -> str | None:
        """The project above, if the person may see it."""
        return row["parent_id"] if row["parent_id"] in self.rows else None


async def hold(transaction: Transaction, actor: Actor) -> Tree:
    """The person's projects, which nobody restructures until the transaction ends."""
    await repository.hold_tree(transaction, actor)
    # Read only now: while waiting for the lock, others may have put more below.
    found = await repository.tree(transaction, actor)
    return Tree({row["row"]["id"]: row["row"] for row in found}, {row["row"]["id"]: row["role"] for row in found})


def siblings(rows: Sequence[Document]) -> list[Row]:
    """Rows as `writing.position` takes them."""
    return [{"id": UUID(row["id"]), "position": row["position"]} for row in rows]


def not_owner() -> ForbiddenError:
    return ForbiddenError("Only an owner may change this project.")


def inbox_is_fixed() -> ConflictError:
    return ConflictError("The Inbox can't be changed or deleted.", slug="inbox-is-fixed")
