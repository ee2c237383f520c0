"""Hours between sessions: how many there are, and how many two sessions need. The planner's frame asks too."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from dorsi.athlete.model import Athlete, OtherMuscle, Weekday
from dorsi.atlas.model import Pattern, VolumeGroup
from dorsi.program.evaluate import Entry, ProgramView, SessionView, WeekView
from dorsi.program.model import Role
from dorsi.rules.bounds import WEEKLY
from dorsi.rules.order.priority import heavy_hinges, is_heavy_hinge

HOURS_A_DAY = 24
DAYS_A_WEEK = 7
ENOUGH_GAP_HOURS = 48
"""Enough between sessions for most lifts. Source: Korak15, MoranNavarro17; the line itself is a heuristic."""
FULL_GAP_HOURS = 72
"""For everything to recover, hard hinges included. Source: claim A07, MoranNavarro17; heuristic."""
HARD_HINGE_SETS = 4
"""Hard sets from which a heavy hinge wants the full gap (heuristic)."""
HARD_HINGE_RIR = 1
"""Reps in reserve at or below which a heavy hinge wants the full gap. Source: MoranNavarro17; heuristic."""


def gap_hours(day_a: Weekday, day_b: Weekday) -> int:
    """The shorter way round the week between two days, in hours: Monday and Wednesday 48, Sunday and Monday 24."""
    days = abs(day_a.number - day_b.number)
    return min(days, DAYS_A_WEEK - days) * HOURS_A_DAY


def required_gap_hours(shared: Collection[VolumeGroup], *, hard_hinge: bool = False, both_hinge: bool = False) -> int:
    """Hours that two sessions need between them.

    `shared` are the muscle groups that both load directly; `hard_hinge` says that one of the two holds a
    heavy hinge of many or very hard sets, `both_hinge` that both hold a hinge of some kind.
    """
    if not shared:
        return 0
    if hard_hinge and (both_hinge or VolumeGroup.ERECTORS in shared):
        return FULL_GAP_HOURS
    return ENOUGH_GAP_HOURS


def is_hard_hinge(entry: Entry) -> bool:
    """True for a heavy hinge of many sets or close to failure, which takes longest to get over."""
    close = entry.to_max or (entry.rir is not None and entry.rir <= HARD_HINGE_RIR)
    return is_heavy_hinge(entry.exercise) and (entry.hard_sets >= HARD_HINGE_SETS or close)


def direct_groups(session: SessionView) -> frozenset[VolumeGroup]:
    """Muscle groups the session's work loads directly.

    Grip is left out, having no weekly bounds, and so are test sets: one pull-up attempt is no session.
    """
    return frozenset(
        group
        for entry in session.work
        if entry.role is Role.WORK or is_heavy_hinge(entry.exercise)
        for group, value in entry.values.items()
        if value >= 1 and group in WEEKLY
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Two sessions less than the full gap apart, the earlier one first."""

    week: int
    first: SessionView
    second: SessionView
    hours: int

    @property
    def indices(self) -> tuple[int, int]:
        """Which sessions of the programme these are."""
        return self.first.index, self.second.index

    @property
    def shared(self) -> tuple[VolumeGroup, ...]:
        """What both load directly, in the order of the bounds."""
        both = direct_groups(self.first) & direct_groups(self.second)
        return tuple(group for group in WEEKLY if group in both)

    @property
    def hard_hinge(self) -> Entry | None:
        """The first hard hinge of either session."""
        hinges = (*heavy_hinges(self.first), *heavy_hinges(self.second))
        return next((e for e in hinges if is_hard_hinge(e)), None)

    @property
    def needed_hours(self) -> int:
        """Hours these two should have between them."""
        both = all(any(e.exercise.pattern is Pattern.HINGE for e in s.work) for s in (self.first, self.second))
        return required_gap_hours(self.shared, hard_hinge=self.hard_hinge is not None, both_hinge=both)


def neighbours(view: ProgramView) -> Iterator[Neighbours]:
    """Every two sessions that stand closer than the full gap, week by week.

    The week runs on into the next one, the last week into another like it. Where no session has a
    weekday, the programme's full days between sessions count.
    """
    for number, week in view.in_order():
        dated = [s for s in week.sessions if s.session.day is not None]
        pairs = combinations(sorted(dated, key=_weekday), 2)
        found = [(a, b, _weekday(b) - _weekday(a)) for a, b in pairs]
        following = view.by_week.get(number + 1, week)
        found += [
            (a, b, _weekday(b) + DAYS_A_WEEK - _weekday(a))
            for a in dated
            for b in following.sessions
            if b.session.day is not None
        ]
        if not dated and view.program.days_between is not None:
            step = view.program.days_between + 1
            places = combinations(enumerate(week.sessions), 2)
            found = [(a, b, (j - i) * step) for (i, a), (j, b) in places]
        for first, second, days in found:
            if days * HOURS_A_DAY < FULL_GAP_HOURS:
                yield Neighbours(week=number, first=first, second=second, hours=days * HOURS_A_DAY)


def _weekday(session: SessionView) -> int:
    assert session.session.day is not None, "only sessions with a weekday are asked"
    return session.session.day.number


def days_elsewhere(
    week: WeekView, besides: SessionView, athlete: Athlete | None, *parts: OtherMuscle
) -> frozenset[Weekday]:
    """Days on which one of `parts` is trained outside this session: in other training or beside other sessions."""
    other = {o.day for o in athlete.other_training if set(parts) & set(o.trains)} if athlete else set()
    return frozenset(other) | {
        s.session.day
        for s in week.sessions
        if s.index != besides.index and s.session.day is not None and set(parts) & set(s.session.also)
    }


def day_after(day: Weekday) -> Weekday:
    """The next day of the week."""
    return tuple(Weekday)[(day.number + 1) % DAYS_A_WEEK]
