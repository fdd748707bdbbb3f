"""The horizon: whatever order ids are committed in, nothing is passed over and nothing is told twice."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st
from todo.live.horizon import Horizon, Look


@dataclass
class Log:
    """A database as far as ids, transactions and what is committed go."""

    given_out: int = 0
    begun: int = 0
    last_ended: int = 0
    open: dict[int, list[int]] = field(default_factory=dict)
    committed: set[int] = field(default_factory=set)

    def begin(self, ids: int) -> None:
        self.begun += 1
        self.open[self.begun] = [self.given_out + n + 1 for n in range(ids)]
        self.given_out += ids

    def end(self, which: int, *, commit: bool) -> None:
        if self.open:
            number = sorted(self.open)[which % len(self.open)]
            ids = self.open.pop(number)
            self.committed |= set(ids) if commit else set()
            self.last_ended = max(self.last_ended, number)

    def look_at(self, horizon: Horizon) -> bool:
        """What a process does: look, and where something is missing, begin a transaction to measure by."""
        missing = (n for n in range(horizon.position + 1, self.given_out + 1) if n not in self.committed)
        complete = next(missing, self.given_out + 1) - 1
        # PostgreSQL's snapshots reach to the last transaction that has ended; open ones may lie beyond.
        within = [number for number in self.open if number <= self.last_ended]
        settled = horizon.advance(Look(self.given_out, complete, min(within, default=self.last_ended + 1)))
        if not settled and horizon.needs_number:
            self.begun += 1
            self.last_ended = self.begun
            horizon.wait_for(self.given_out, self.begun)
        return settled


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("begin"), st.integers(1, 3)),
        st.tuples(st.just("commit"), st.integers(0, 5)),
        st.tuples(st.just("roll back"), st.integers(0, 5)),
        st.tuples(st.just("look"), st.just(0)),
    ),
    max_size=60,
)


@given(steps=STEPS)
def test_every_committed_id_is_told_once_and_in_order(steps: list[tuple[str, int]]) -> None:
    log, horizon, told = Log(), Horizon(0), list[int]()

    def look() -> bool:
        before = horizon.position
        settled = log.look_at(horizon)
        told.extend(n for n in range(before + 1, horizon.position + 1) if n in log.committed)
        return settled

    for step, number in steps:
        if step == "begin":
            log.begin(number)
        elif step == "look":
            look()
        else:
            log.end(number, commit=step == "commit")
    while log.open:
        log.end(0, commit=True)
    look()
    assert look(), "two looks settle a log in which nothing moves"
    assert told == sorted(log.committed)


def test_what_is_complete_is_told_though_others_write() -> None:
    log, horizon = Log(), Horizon(0)
    log.begin(2)
    log.end(0, commit=True)
    log.begin(1)
    assert not log.look_at(horizon)
    assert horizon.position == 2


def test_an_id_that_was_rolled_back_holds_nobody_up_for_longer_than_those_who_wrote_then() -> None:
    log, horizon = Log(), Horizon(0)
    log.begin(1)
    log.begin(1)
    log.end(0, commit=False)
    log.look_at(horizon)
    assert horizon.position == 0, "the first id might still come"
    log.begin(1)
    log.end(0, commit=True)
    log.look_at(horizon)
    assert horizon.position == 2, "the third transaction, which goes on, can't hold the first id"


def test_it_never_goes_back() -> None:
    horizon = Horizon(10)
    horizon.advance(Look(latest=3, complete=3, all_ended=9))
    assert horizon.position == 10
