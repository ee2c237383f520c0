"""Why a prescription of a programme file is what it is."""

from __future__ import annotations

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.planner.why import Explanation, explain
from dorsi.program.reading import read_program
from dorsi.services.checking import embedded_athlete


def explain_text(text: str, file: str, place: str, athlete: Athlete | None = None) -> Explanation:
    """Explains one place of a programme file, for the athlete given or the one the file carries.

    Raises InvalidFile, TrainingRefused, or UnknownName for a place that is not there.
    """
    atlas = load_atlas()
    program = read_program(text, file, atlas)
    return explain(program, athlete or embedded_athlete(program, file), place, atlas)
