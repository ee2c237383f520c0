"""What in a session prepares for the work, and what in a session needs preparing."""

from __future__ import annotations

from collections.abc import Iterable

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Pattern
from dorsi.program.evaluate import Entry, Place, SessionView
from dorsi.program.model import Role
from dorsi.rules.base import Case
from dorsi.rules.equipment.suitability import suits
from dorsi.rules.finding import Fix, InsertAt


def before(session: SessionView, entry: Entry) -> tuple[Entry, ...]:
    """What comes before the entry's block in the session's running order."""
    return tuple(e for e in session.entries if e.block_index < entry.block_index)


def before_work(session: SessionView) -> tuple[Entry, ...]:
    """What comes before the first work of the session; everything if there is no work."""
    return before(session, session.work[0]) if session.work else session.entries


def is_lumbar_heavy(entry: Entry) -> bool:
    """True for hard work with a high load on the lower back."""
    return entry.is_work and entry.axial_sets > 0


def readies_the_lower_back(entry: Entry) -> bool:
    """True for cardio, trunk and hip drills, and light sets of a lift that loads the lower back.

    Source: claim C30; which drills count is a judgement.
    """
    if entry.role is Role.CARDIO:
        return True
    exercise = entry.exercise
    prepares = entry.role in (Role.WARMUP, Role.STRETCH) or not exercise.is_work
    moves_the_trunk = exercise.pattern in (Pattern.HINGE, Pattern.SPINAL_EXTENSION, Pattern.TRUNK)
    loads_it = exercise.axial.rank >= Amount.MEDIUM.rank
    return prepares and (moves_the_trunk or loads_it or exercise.id == "cat-camel")


def first_suitable(choices: Iterable[str], case: Case) -> Exercise | None:
    """The first of these that suits the athlete; of an unknown one, the first that needs no equipment."""
    for exercise in _exercises(choices, case.atlas):
        if suits(exercise, case.athlete) if case.athlete else () in exercise.equipment:
            return exercise
    return None


def inserted(session: SessionView, index: int, key: str, exercise: str, sets: str, says: str) -> Fix:
    """The fix that puts a block of preparation in front of block `index`."""
    edit = InsertAt(path=("sessions", session.index, "blocks"), index=index, value={key: exercise, "sets": sets})
    return Fix(says=says, edits=(edit,))


def session_place(session: SessionView) -> Place:
    """The place of a whole session."""
    return Place(session=session.session.id)


def _exercises(names: Iterable[str], atlas: Atlas) -> Iterable[Exercise]:
    return (atlas.exercise(name) for name in names)
