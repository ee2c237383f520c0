"""Where a deadlift stands among those of people who compete: by sex and body mass, with the caveats of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise

import tomli

from dorsi.athlete.model import Sex
from dorsi.errors import AtlasBroken
from dorsi.progress.training import Training
from dorsi.structure import structure

JUDGED = ("deadlift", "deadlift-sumo")
"""The ways of lifting that a meet accepts; a trap bar is another lift."""
_FILE = "deadlift-standards.toml"
_EXACT_KG = 0.1
"""An estimate so near to the load is the load itself: a single rep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One weight class of one sex: deadlifts in kilograms at the table's percentages. `class_to_kg` is None for
    the class without an upper limit."""

    sex: Sex
    lifters: int
    median_ratio: float
    kg: tuple[float, ...]
    class_to_kg: float | None = None

    @property
    def body_mass_kg(self) -> float:
        """The body mass the row stands for: that of its middle lifter."""
        return self.kg[len(self.kg) // 2 - 1] / self.median_ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """The table: `percents` of the competitors lift less than the figure of a row at the same place."""

    percents: tuple[int, ...]
    caveats: tuple[str, ...]
    row: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What `percent` of the competitors of that sex and body mass stay below, in kilograms."""

    percent: int
    kg: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a deadlift stands. `percentile` is None outside the table: below the first mark or above the last."""

    deadlift_kg: float
    body_mass_kg: float
    percentile: float | None
    marks: tuple[Mark, ...]
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BestDeadlift:
    """The athlete's best deadlift without straps, and its place. `estimated` says that it was worked out from more
    reps than one or from reps in reserve."""

    on: date
    set_id: str
    estimated: bool
    place: Place


@cache
def standards() -> Standards:
    """The table as shipped. Raises AtlasBroken naming what is wrong in it.

    Source: raw deadlifts at drug-tested powerlifting meets, lifters by weight class (the head of the data file
    says what they are not).
    """
    problems: list[str] = []
    text = (files("dorsi.progress") / "data" / _FILE).read_text("utf-8")
    table = structure(tomli.loads(text), Standards, lambda path, message: problems.append(f"{_FILE}: {path} {message}"))
    if table is not None:
        problems += [
            f"{_FILE}: row {number} does not rise through {len(table.percents)} figures"
            for number, row in enumerate(table.row, start=1)
            if len(row.kg) != len(table.percents) or any(low >= high for low, high in pairwise(row.kg))
        ]
    if problems or table is None:
        raise AtlasBroken(problems)
    return table


def deadlift_place(deadlift_kg: float, sex: Sex, body_mass_kg: float) -> Place | None:
    """The place of a deadlift; None where sex is unstated or a number makes no sense.

    Between the typical body masses of two classes the figures are interpolated; lighter or heavier than all of
    them, those of the outermost class hold. Percentiles in between two marks are interpolated as well.
    """
    table = standards()
    rows = sorted((row for row in table.row if row.sex is sex), key=lambda row: row.body_mass_kg)
    if not rows or deadlift_kg <= 0 or body_mass_kg <= 0:
        return None
    masses = [row.body_mass_kg for row in rows]
    kg = [_interpolated(body_mass_kg, masses, figures) for figures in zip(*(row.kg for row in rows), strict=True)]
    is_inside = kg[0] <= deadlift_kg <= kg[-1]
    return Place(
        deadlift_kg=deadlift_kg,
        body_mass_kg=body_mass_kg,
        percentile=_interpolated(deadlift_kg, kg, table.percents) if is_inside else None,
        marks=tuple(Mark(percent=percent, kg=mark) for percent, mark in zip(table.percents, kg, strict=True)),
        caveats=table.caveats,
    )


def best_deadlift(training: Training, sex: Sex) -> BestDeadlift | None:
    """The best estimated maximum of all deadlifts without straps, compared at the body mass of that day.

    None where there is none or sex is unstated. Sumo counts, as it does at meets.
    """
    found = [
        (best.max_kg, bout.on, best)
        for lift in JUDGED
        for bout in training.by_lift.get(lift, ())
        if (best := bout.bare_hands) is not None and best.max_kg is not None
    ]
    if not found:
        return None
    max_kg, on, best = max(found, key=lambda deadlift: deadlift[0])
    place = deadlift_place(max_kg, sex, training.body_mass.on(on))
    is_estimate = best.load_kg is None or abs(max_kg - best.load_kg) > _EXACT_KG
    return BestDeadlift(on=on, set_id=best.entry.id, estimated=is_estimate, place=place) if place else None


def _interpolated(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """The value at `x` on the line through the points, held level outside of them."""
    if x <= xs[0]:
        return ys[0]
    for (x0, y0), (x1, y1) in pairwise(zip(xs, ys, strict=True)):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return ys[-1]
