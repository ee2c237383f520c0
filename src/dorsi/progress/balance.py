"""How the training of the last weeks is shared out: width, thickness and lower back, pulls of both kinds, pushes.

The ranges are coaching practice (claim B11). No trial shows that a ratio prevents injury or builds more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dorsi.atlas.model import Pattern, VolumeGroup
from dorsi.progress.lifts import Lift
from dorsi.progress.training import Training
from dorsi.progress.volume import AVERAGE_WEEKS, Standing
from dorsi.rules.balance.bal101_lopsided_pulls import FEWEST_SETS, WIDEST_RATIO

VERTICAL_TO_HORIZONTAL = (1 / WIDEST_RATIO, WIDEST_RATIO)
"""Vertical pulls for each row (heuristic, claim B11; the bounds of rule BAL101)."""
PULL_TO_PUSH = (1.0, 1.5)
"""Pulls for each push (heuristic)."""
_WIDTH = frozenset({Pattern.VERTICAL_PULL, Pattern.SHOULDER_EXTENSION})
_THICKNESS = frozenset(
    {Pattern.HORIZONTAL_PULL, Pattern.HORIZONTAL_ABDUCTION, Pattern.SCAPULAR_ELEVATION, Pattern.CARRY}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Fractional hard sets for the three sides of a back.

    Width: lats, from pull-ups, pulldowns and straight-arm work. Thickness: mid-back or upper traps, whichever an
    exercise trains more, from rows, face pulls, shrugs and carries. Lower back: erectors, from whatever trains them.
    """

    width: float = 0.0
    thickness: float = 0.0
    lower_back: float = 0.0

    @property
    def total(self) -> float:
        """All three together."""
        return self.width + self.thickness + self.lower_back

    @property
    def percent(self) -> tuple[float, float, float] | None:
        """Width, thickness and lower back in per cent of the three; None where nothing was done."""
        if not self.total:
            return None
        each = 100 / self.total
        return self.width * each, self.thickness * each, self.lower_back * each


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Hard sets of two kinds against each other. `standing` is BELOW where `first` is too few, ABOVE where it is
    too many and None where both together are too few to say; `ratio` is None where the second is nothing."""

    first: float
    second: float
    allowed: tuple[float, float]
    ratio: float | None
    standing: Standing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShares:
    """The shares of the week that begins on `monday`."""

    monday: date
    shares: Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The last four weeks, and the shares of every week. `pull_to_push` is None where no push was logged: then
    the log most likely holds the back alone."""

    shares: Shares
    vertical_to_horizontal: Ratio
    pull_to_push: Ratio | None
    weeks: tuple[WeekShares, ...]


def balance_of(training: Training) -> Balance:
    """Shares and ratios of the 28 days up to today, and shares week by week.

    Source: claim B11 and, for fractional sets, Pelland24; all ranges are heuristics.
    """
    worth = {lift.id: _worth(lift) for lift in training.lifts.values()}
    weeks = {monday: [0.0, 0.0, 0.0] for monday in training.mondays}
    recent = [0.0, 0.0, 0.0]
    vertical = horizontal = pushes = 0.0
    since = training.today - timedelta(weeks=AVERAGE_WEEKS)
    for session in training.sessions:
        week, is_recent = weeks[session.monday], session.on > since
        for bout in session.bouts:
            lift, sets = bout.lift, bout.hard_sets
            for side, value in worth[lift.id]:
                week[side] += value * sets
                recent[side] += value * sets if is_recent else 0.0
            if is_recent:
                vertical += sets if lift.pattern is Pattern.VERTICAL_PULL else 0.0
                horizontal += sets if lift.pattern is Pattern.HORIZONTAL_PULL else 0.0
                pushes += sets if lift.pushes else 0.0
    return Balance(
        shares=_shares(recent),
        vertical_to_horizontal=ratio_of(vertical, horizontal, VERTICAL_TO_HORIZONTAL),
        pull_to_push=ratio_of(vertical + horizontal, pushes, PULL_TO_PUSH) if pushes else None,
        weeks=tuple(WeekShares(monday=monday, shares=_shares(parts)) for monday, parts in weeks.items()),
    )


def ratio_of(first: float, second: float, allowed: tuple[float, float]) -> Ratio:
    """Two numbers of hard sets over four weeks against each other and against the allowed range."""
    standing: Standing | None = None
    if first + second >= FEWEST_SETS * AVERAGE_WEEKS:
        standing = Standing.WITHIN
        if first < allowed[0] * second:
            standing = Standing.BELOW
        elif first > allowed[1] * second:
            standing = Standing.ABOVE
    return Ratio(
        first=first, second=second, allowed=allowed, ratio=first / second if second else None, standing=standing
    )


def _worth(lift: Lift) -> tuple[tuple[int, float], ...]:
    """What a hard set adds to width (0), thickness (1) and lower back (2)."""
    value = lift.values.get
    width = value(VolumeGroup.LATS, 0.0) if lift.pattern in _WIDTH else 0.0
    thick = 0.0
    if lift.pattern in _THICKNESS:
        thick = max(value(VolumeGroup.MID_BACK, 0.0), value(VolumeGroup.UPPER_TRAP, 0.0))
    lower = value(VolumeGroup.ERECTORS, 0.0)
    return tuple((side, worth) for side, worth in enumerate((width, thick, lower)) if worth)


def _shares(parts: list[float]) -> Shares:
    return Shares(width=parts[0], thickness=parts[1], lower_back=parts[2])
