"""Copies of families of tasks, as rows: what is left out, and that they hang together. No database."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from todo.actor import Actor
from todo.boundary import new_id
from todo.errors import ConflictError
from todo.tasks import places

ME = Actor(new_id(), "api", "UTC", new_id())


def row(row_id: str, parent_id: str | None = None, **fields: Any) -> dict[str, Any]:
    return {
        "id": row_id,
        "parent_id": parent_id,
        "title": row_id,
        "completed_at": None,
        "deleted_at": None,
        "completion_count": 3,
        "created_by": str(new_id()),
        **fields,
    }


@st.composite
def forests(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Families of tasks, some done or in the trash."""
    rows: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 12))):
        parent = draw(st.none() | st.sampled_from([one["id"] for one in rows])) if rows else None
        moment = st.none() | st.just("2026-11-25T12:00:00+00:00")
        rows.append(row(str(number), parent, completed_at=draw(moment), deleted_at=draw(moment)))
    return draw(st.permutations(rows))


def titles(rows: list[dict[str, Any]]) -> set[str]:
    return {one["title"] for one in rows}


class TestUnfinished:
    def test_leaves_out_what_is_done_or_gone_and_all_below(self) -> None:
        moment = "2026-11-25T12:00:00+00:00"
        rows = [row("a"), row("b", "a", completed_at=moment), row("c", "b"), row("d", deleted_at=moment), row("e", "d")]
        assert titles(places.unfinished(rows)) == {"a"}

    @given(forests())
    def test_nothing_is_left_hanging_and_nothing_open_is_left_out(self, rows: list[dict[str, Any]]) -> None:
        kept = places.unfinished(rows)
        ids = {one["id"] for one in kept}
        by_id = {one["id"]: one for one in rows}

        def is_open(one: dict[str, Any]) -> bool:
            here = one["completed_at"] is None and one["deleted_at"] is None
            return here and (one["parent_id"] is None or is_open(by_id[one["parent_id"]]))

        assert ids == {one["id"] for one in rows if is_open(one)}
        assert all(one["parent_id"] is None or one["parent_id"] in ids for one in kept)


class TestCopied:
    @given(forests())
    def test_hang_together_as_the_rows_do(self, rows: list[dict[str, Any]]) -> None:
        kept = places.unfinished(rows)
        copies = places.copied(kept, ME, {})
        names = {one["id"]: one["title"] for one in copies}
        shape = {(one["title"], one["parent_id"] and names[one["parent_id"]]) for one in copies}
        assert shape == {(one["title"], one["parent_id"]) for one in kept}
        assert not set(names) & {one["id"] for one in rows}

    def test_are_open_by_the_person_and_have_no_past(self) -> None:
        [copy] = places.copied([row("a", completed_at="2026-11-25T12:00:00+00:00")], ME, {})
        assert (copy["completed_at"], copy["completion_count"]) == (None, 0)
        assert copy["created_by"] == str(ME.user_id)

    def test_have_the_ids_that_are_given(self) -> None:
        top = str(new_id())
        first, below = places.copied([row("a"), row("b", "a")], ME, {"a": top})
        assert (first["id"], below["parent_id"]) == (top, top)

    def test_too_many_are_refused(self) -> None:
        rows = [row(str(number)) for number in range(places.MAX_COPIED + 1)]
        with pytest.raises(ConflictError) as caught:
            places.copied(rows, ME, {})
        assert caught.value.slug == "too-many"
        assert len(places.copied(rows[1:], ME, {})) == places.MAX_COPIED
