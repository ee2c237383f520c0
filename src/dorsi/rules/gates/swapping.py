"""Replacing an exercise that an athlete is not ready for by one that fits."""

from __future__ import annotations

from collections.abc import Sequence

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role, SetTarget
from dorsi.rules.finding import Fix, SetValue
from dorsi.rules.reps.targets import has_one_line, sets_edit
from dorsi.rules.standards import rep_range, rir_range

KEYS = {Role.WORK: "exercise", Role.TEST: "test", Role.WARMUP: "warmup", Role.CARDIO: "cardio", Role.STRETCH: "stretch"}
"""The key that names an exercise in a programme file, by role."""


def fits(exercise: Exercise, athlete: Athlete) -> bool:
    """True if the athlete has what it takes: equipment, level, no condition against it, no veto."""
    return (
        athlete.owns(exercise.equipment)
        and exercise.min_level.rank <= athlete.level.rank
        and not exercise.off_by_default
        and exercise.id not in athlete.never
        and not any(avoid.tag in athlete.tags for avoid in exercise.avoid)
    )


def first_fitting(choices: Sequence[str], athlete: Athlete, atlas: Atlas) -> Exercise | None:
    """The first of these exercises that fits the athlete."""
    return next((e for e in map(atlas.exercise, choices) if fits(e, athlete)), None)


def swap(entry: Entry, choices: Sequence[str], athlete: Athlete, atlas: Atlas) -> Fix | None:
    """The fix that puts the first fitting choice, not yet in the session, in the entry's place.

    Sets keep their number; reps and effort become the usual ones of the new exercise. None if nothing
    fits or the sets differ by week.
    """
    there = {item.exercise for block in entry.session.blocks for item in block.items}
    new = first_fitting([choice for choice in choices if choice not in there], athlete, atlas)
    if new is None or not has_one_line(entry):
        return None
    easy = tuple(map(float, rir_range(new, athlete)))
    sets = (sum(t.sets[0] for t in entry.targets), sum(t.sets[1] for t in entry.targets))
    target = SetTarget(sets=sets, reps=rep_range(new, athlete), rir=(easy[0], easy[1]))
    renamed = SetValue(path=(*entry.path, KEYS[entry.role]), value=new.id)
    return Fix(
        says=f"Replace {entry.exercise.short} by {new.short}.", edits=(renamed, sets_edit(entry, [target]))
    )
