"""A day's training as it stands: the session to do, and what of it is logged already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dorsi.athlete.model import Athlete
from dorsi.coach.adopted import adopted
from dorsi.coach.model import NextSession, PlannedItem, Timing
from dorsi.coach.session import next_session
from dorsi.coach.state import CoachState
from dorsi.journal.model import LoggedSession, LoggedSet, SetKind
from dorsi.program.model import Role
from dorsi.services.coaching import Coaching
from dorsi.services.ports import JournalStore

_WORK = (Role.WORK, Role.TEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDay:
    """The next session, whose it is, and today's sets.

    `open` is a session of today that is not finished, `finished` one that is; `done` holds the sets of the open one
    by the place they fill, `beside` those that fill none.
    """

    today: date
    athlete: Athlete
    session: NextSession
    open: LoggedSession | None = None
    finished: LoggedSession | None = None
    done: Mapping[str, tuple[LoggedSet, ...]] = field(default_factory=dict)
    beside: tuple[LoggedSet, ...] = ()

    @property
    def is_on(self) -> bool:
        """True if the session is for today: it is due or late, or has been begun."""
        return self.session.timing is not Timing.EARLY or self.open is not None

    def left(self, item: PlannedItem) -> int:
        """How many sets of an exercise are still to do."""
        return max(0, len(item.sets) - len(self.done.get(item.slot, ())))


def training_day(store: JournalStore, coaching: Coaching, state: CoachState | None = None) -> TrainingDay:
    """The day as it stands; `state` is what the coach knows, where that was asked already.

    Raises UsageError without a programme, TrainingRefused while a warning sign stands.
    """
    state, today = state or coaching.state(), coaching.today
    session = next_session(state, today)
    assert state.adoption is not None, "a next session comes from a programme taken up"
    logged = [each for each in store.recent(today).sessions if each.on == today and each.sets]
    begun = next((each for each in reversed(logged) if not each.finished), None)
    done, beside = _by_place(session, begun.sets if begun is not None else ())
    return TrainingDay(
        today=today,
        athlete=adopted(state.adoption.id, state.adoption.text, state.position.cycle).athlete,
        session=session,
        open=begun,
        finished=next((each for each in reversed(logged) if each.finished), None),
        done=done,
        beside=beside,
    )


def _by_place(
    session: NextSession, sets: Sequence[LoggedSet]
) -> tuple[Mapping[str, tuple[LoggedSet, ...]], tuple[LoggedSet, ...]]:
    """Sets by the place they fill: the one they name, else the first of their exercise that has room."""
    filled: dict[str, list[LoggedSet]] = {}
    beside: list[LoggedSet] = []
    for entry in sets:
        item = _place_of(entry, session.items, filled)
        if item is None:
            beside.append(entry)
        else:
            filled.setdefault(item.slot, []).append(entry)
    return {slot: tuple(found) for slot, found in filled.items()}, tuple(beside)


def _place_of(
    entry: LoggedSet, items: Sequence[PlannedItem], filled: Mapping[str, Sequence[LoggedSet]]
) -> PlannedItem | None:
    warm_up = entry.kind is SetKind.WARM_UP
    fitting = [i for i in items if i.exercise.id == entry.exercise and (i.role not in _WORK) is warm_up]
    named = next((item for item in fitting if item.slot == entry.slot), None)
    roomy = next((item for item in fitting if len(filled.get(item.slot, ())) < len(item.sets)), None)
    return named or roomy or (fitting[-1] if fitting else None)
