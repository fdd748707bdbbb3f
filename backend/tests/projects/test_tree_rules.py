"""The tree of projects as rows: whose it is, what is below what, and where a project may go. No database."""

import contextlib
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.boundary import new_id
from todo.errors import ConflictError, ForbiddenError, NotFoundError, StaleVersionError
from todo.projects.tree import MAX_DEPTH, Tree, siblings

IDS = [str(new_id()) for _ in range(12)]


def row(number: int, parent: int | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "id": IDS[number],
        "parent_id": None if parent is None else IDS[parent],
        "position": f"{number:02}V",
        "version": 1,
        "inbox_of_user_id": None,
        "archived_at": None,
        **fields,
    }


def tree(*rows: dict[str, Any], **roles: str) -> Tree:
    """A tree in which the person owns all but what `roles` ("_3"="viewer") says."""
    given_roles = {IDS[int(number[1:])]: role for number, role in roles.items()}
    return Tree({one["id"]: one for one in rows}, {one["id"]: given_roles.get(one["id"], "owner") for one in rows})


def numbers(rows: list[dict[str, Any]]) -> list[int]:
    return [IDS.index(one["id"]) for one in rows]


class TestOwned:
    def test_one_of_theirs_at_its_version(self) -> None:
        project = row(0, version=3)
        assert tree(project).owned(UUID(IDS[0]), 3) is project
        with pytest.raises(StaleVersionError, match="at version 3 now"):
            tree(project).owned(UUID(IDS[0]), 2)

    def test_unseen_read_only_and_inbox(self) -> None:
        with pytest.raises(NotFoundError):
            tree(row(0)).owned(UUID(IDS[1]))
        for role in ("editor", "viewer"):
            with pytest.raises(ForbiddenError):
                tree(row(0), _0=role).owned(UUID(IDS[0]))
        with pytest.raises(ConflictError) as caught:
            tree(row(0, inbox_of_user_id=str(new_id()))).owned(UUID(IDS[0]))
        assert caught.value.slug == "inbox-is-fixed"


class TestBelow:
    def test_from_the_top_down_in_order(self) -> None:
        found = tree(row(3, 1), row(2, 0), row(1, 0), row(0), row(4))
        assert numbers(found.with_below(found.rows[IDS[0]])) == [0, 1, 3, 2]
        assert numbers(found.with_below(found.rows[IDS[4]])) == [4]

    def test_not_what_others_own(self) -> None:
        found = tree(row(0), row(1, 0), row(2, 1), _1="editor")
        assert numbers(found.with_below(found.rows[IDS[0]])) == [0]

    def test_beside_are_those_below_the_same_without_the_inbox(self) -> None:
        found = tree(row(2), row(0), row(1, 0), row(3, inbox_of_user_id=str(new_id())))
        assert numbers(found.beside(None)) == [0, 2]
        assert numbers(found.beside(IDS[0])) == [1]
        assert siblings(found.beside(IDS[0])) == [{"id": UUID(IDS[1]), "position": "01V"}]

    def test_below_what_the_person_cannot_see_is_at_the_top(self) -> None:
        found = tree(row(1, 0), row(2))
        assert numbers(found.beside(None)) == [1, 2]

    def test_order_is_by_bytes(self) -> None:
        found = tree(row(0, position="a"), row(1, position="Z"), row(2, position="Za"))
        assert numbers(found.beside(None)) == [1, 2, 0]


class TestPlace:
    def test_the_top_is_free(self) -> None:
        tree(row(0)).check_place(row(1), None)

    def test_not_below_itself(self) -> None:
        found = tree(row(0), row(1, 0), row(2, 1))
        for target in (0, 1, 2):
            with pytest.raises(ConflictError) as caught:
                found.check_place(found.rows[IDS[0]], UUID(IDS[target]))
            assert caught.value.slug == "circle"

    def test_not_out_of_sight_unless_it_is_already(self) -> None:
        found = tree(row(0, archived_at="2026-11-25T00:00:00Z"), row(1), row(2, archived_at="2026-11-25T00:00:00Z"))
        with pytest.raises(ConflictError) as caught:
            found.check_place(found.rows[IDS[1]], UUID(IDS[0]))
        assert caught.value.slug == "archived"
        found.check_place(found.rows[IDS[2]], UUID(IDS[0]))

    @given(above=st.integers(1, 9), height=st.integers(1, 9))
    def test_levels_are_counted_with_all_below(self, above: int, height: int) -> None:
        stem = [row(0), *(row(n, n - 1) for n in range(1, min(above, 6)))]
        branch = [row(6), *(row(n, n - 1) for n in range(7, 6 + min(height, 6)))]
        found = tree(*stem, *branch)
        fits = len(stem) + len(branch) <= MAX_DEPTH
        outcome = contextlib.nullcontext() if fits else pytest.raises(ConflictError, match="levels deep")
        with outcome:
            found.check_place(branch[0], UUID(stem[-1]["id"]))
