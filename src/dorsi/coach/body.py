"""Discomfort as the coach remembers it, and the signs that end training until someone has looked.

Source: the traffic light of claim C04 and rules HRT101 to HRT103; all of its numbers are heuristics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from dorsi.athlete.screening import PAINFUL, SORE
from dorsi.atlas.model import Exercise
from dorsi.atlas.vocabulary import REGIONS
from dorsi.coach.state import CoachState, Exposure, Sore
from dorsi.journal.model import Hurt, Sign

REMEMBERED_DAYS = 14
AMBER_DAYS = 7
"""How long an amber report keeps an exercise easier, unless a newer one says otherwise."""
RED_DAYS = 10
"""How long a red report keeps the place out of training, unless a newer one says otherwise."""
LIGHT_STRESS = 1
"""Stress that a stand-in may put on a region with some discomfort; on one that hurts it puts none."""
_SHARP = frozenset({Sign.SHARP, Sign.SPREADING, Sign.WORSENING})


def forgotten(state: CoachState, on: date) -> CoachState:
    """The state without reports from more than two weeks ago."""
    if not state.sore or (on - state.sore[0].on).days <= REMEMBERED_DAYS:
        return state
    return replace(state, sore=tuple(s for s in state.sore if (on - s.on).days <= REMEMBERED_DAYS))


def with_hurt(state: CoachState, hurt: Hurt) -> CoachState:
    """The state after a report; warning signs stay until a clinician has cleared them."""
    score = hurt.score
    if Sign.STIFF_NEXT_DAY in hurt.signs:
        score = max(score, SORE)
    if hurt.signs & _SHARP:
        score = max(score, PAINFUL)
    place = _known_place(hurt.place) or hurt.exercise or hurt.place
    warnings = tuple(dict.fromkeys((*state.warnings, *hurt.warnings)))
    before = next((s for s in reversed(state.sore) if s.place == place), None)
    felt = before.exercises if before is not None and before.score >= SORE else ()
    report = Sore(
        on=hurt.on, place=place, score=score, sharp=bool(hurt.signs & _SHARP),
        exercises=tuple(dict.fromkeys((*felt, hurt.exercise))) if hurt.exercise else felt,
    )  # fmt: skip
    return replace(state, sore=(*state.sore, report), warnings=warnings)


def with_set_discomfort(state: CoachState, exercise: Exercise | None, exposure: Exposure) -> CoachState:
    """The state after a session's sets of one exercise: what was felt, or that what was felt before is gone."""
    if exposure.discomfort > 0:
        place = _known_place(exposure.place) or (exercise.id if exercise else exposure.place)
        own = (exercise.id,) if exercise is not None else ()
        report = Sore(on=exposure.on, place=place, score=exposure.discomfort, exercises=own)
        return replace(state, sore=(*state.sore, report))
    if exercise is None or not state.sore:
        return state
    loaded = {s.place for s in state.sore if touches(exercise, s)}
    if not loaded or all(s.score == 0 for s in state.sore if s.place in loaded):
        return state
    eased = tuple(Sore(on=exposure.on, place=place, score=0) for place in sorted(loaded))
    return replace(state, sore=(*state.sore, *eased))


def active(state: CoachState, today: date) -> dict[str, Sore]:
    """The reports that count today by place: the newest of each, while it lasts and is not green."""
    newest: dict[str, Sore] = {}
    for report in state.sore:
        if report.on <= today:
            newest[report.place] = max(report, newest.get(report.place, report), key=lambda s: (s.on, s.score))
    return {
        place: report
        for place, report in newest.items()
        if report.score >= SORE and (today - report.on).days <= (RED_DAYS if report.score >= PAINFUL else AMBER_DAYS)
    }


def touches(exercise: Exercise, report: Sore) -> bool:
    """True if a report is about the exercise: it hurt in it, or it loads the place more than lightly."""
    if exercise.id == report.place or exercise.id in report.exercises:
        return True
    return report.place in REGIONS and exercise.stress.get(report.place, 0) > LIGHT_STRESS


def is_red(report: Sore) -> bool:
    """True for what is left alone until it is better."""
    return report.score >= PAINFUL or report.sharp


def felt(report: Sore, exercises: Mapping[str, Exercise]) -> str:
    """What was reported, as the beginning of a sentence: 'Discomfort 4 of 10 (elbow)'."""
    where = REGIONS.get(report.place) or exercises[report.place].spoken
    if report.sharp:
        return f"Sharp, spreading or growing discomfort ({where})"
    return f"Discomfort {report.score} of 10 ({where})"


def red_sessions(state: CoachState, today: date) -> int:
    """On how many days of the last two weeks something was red."""
    days = {s.on for s in state.sore if s.score >= PAINFUL and 0 <= (today - s.on).days <= REMEMBERED_DAYS}
    return len(days)


def _known_place(place: str) -> str:
    wanted = place.strip().lower().replace(" ", "-")
    return wanted if wanted in REGIONS else ""
