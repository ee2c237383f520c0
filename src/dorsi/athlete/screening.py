"""Decides from the health answers whether a plan may be built, and what binds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dorsi.athlete.answers import Intake
from dorsi.athlete.model import Regularity
from dorsi.athlete.screening_questions import QUESTIONS, Kind
from dorsi.atlas.vocabulary import REGIONS
from dorsi.errors import TrainingRefused

YOUNGEST_AGE = 13
ADULT_AGE = 18
PRESSURE_REFUSED = (180, 110)
PRESSURE_HIGH = (160, 100)
PRESSURE_RAISED = (140, 90)
PREGNANCY_PLAN_WEEKS = 4
"""Length of a plan in pregnancy, which changes too fast for more (heuristic)."""
FIRST_TRIMESTER_WEEKS = 13
POSTPARTUM_WEEKS = 12
DETRAINED_WEEKS = 4
SORE = 3
"""Discomfort from which the traffic light turns amber (heuristic)."""
PAINFUL = 5
"""Discomfort from which it turns red (heuristic)."""

_REGION_TAGS = {
    "shoulder": "overhead-pain",
    "lower-back": "lower-back-pain",
    "neck": "neck-nerve-signs",
    "elbow": "elbow-tendon-pain",
    "wrist": "wrist-pain",
    "hip": "hip-pain",
    "hamstring": "hamstring-pain",
    "knee": "knee-pain",
    "ribs": "rib-pain",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The outcome where training may go on: condition tags, and sentences for the plan."""

    tags: frozenset[str]
    notes: tuple[str, ...]


def screen(intake: Intake) -> Screening:
    """Tags and notes for the plan.

    Raises TrainingRefused for an emergency or urgent sign whatever else is answered, for under-13s,
    and for everything that needs a clinician's or guardian's yes and lacks it.

    Source: warning signs Finucane20, Verhagen16, UMEM24; blood pressure AHA07, AHA24; pregnancy
    ACOG804; the young AAP20, Lloyd14. The scores for discomfort are heuristics.
    """
    yes = _answered(intake)
    _refuse_emergencies(yes)
    _refuse_urgent(intake, yes)
    refuse_child(intake.age)
    _refuse_without_guardian(intake)
    _refuse_uncleared(intake, yes)
    tags: set[str] = set()
    notes: list[str] = []
    for tag, note in _bindings(intake, yes):
        if tag:
            tags.add(tag)
        if note and note not in notes:
            notes.append(note)
    return Screening(tags=frozenset(tags), notes=tuple(notes))


def refuse_emergency(question_ids: tuple[str, ...]) -> None:
    """Raises TrainingRefused if one of these answers is an emergency sign; lets a questionnaire "
    "stop early."""
    _refuse_emergencies(question_ids)


def _answered(intake: Intake) -> tuple[str, ...]:
    """Ids answered yes, with those that the figures imply, in the order of the questions."""
    health = intake.screening
    yes = set(health.yes)
    if health.pregnancy_weeks is not None:
        yes.add("pregnant")
    if health.weeks_postpartum is not None and health.weeks_postpartum < POSTPARTUM_WEEKS:
        yes.add("recent-birth")
    return tuple(question for question in QUESTIONS if question in yes)


def _reasons(yes: tuple[str, ...], kind: Kind) -> list[str]:
    return [QUESTIONS[name].says for name in yes if name in QUESTIONS and QUESTIONS[name].kind is kind]


def _refuse_emergencies(yes: tuple[str, ...]) -> None:
    if reasons := _reasons(yes, Kind.EMERGENCY):
        raise TrainingRefused(
            "Stop here and get emergency care now.",
            reasons,
            "Call your emergency number or go to an emergency department today; do not drive yourself if you "
            "feel unwell. Dorsi builds no plan until a doctor has seen you and the answer has changed.",
        )


def _refuse_urgent(intake: Intake, yes: tuple[str, ...]) -> None:
    reasons = _reasons(yes, Kind.URGENT)
    if _pressure_from(intake, PRESSURE_REFUSED):
        health = intake.screening
        reasons.append(
            f"A blood pressure of {health.systolic}/{health.diastolic} is too high to lift with; "
            f"{PRESSURE_REFUSED[0]}/{PRESSURE_REFUSED[1]} is the limit."
        )
    if reasons:
        raise TrainingRefused(
            "See a clinician before you train again.",
            reasons,
            "Book the next free appointment and take this list along; if it gets quickly worse, "
            "treat it as an "
            "emergency. Once it has been examined and the answer has changed, Dorsi will plan with you.",
        )


def refuse_child(age: int) -> None:
    """Raises TrainingRefused for children under 13."""
    if age < YOUNGEST_AGE:
        raise TrainingRefused(
            f"Dorsi makes no plans for children under {YOUNGEST_AGE}.",
            ["Strength training can be good for children, taught by someone who is there to watch."],
            "Find a qualified coach, a school or a club.",
        )


def _refuse_without_guardian(intake: Intake) -> None:
    if intake.age < ADULT_AGE and not intake.guardian_consent:
        raise TrainingRefused(
            "Ask a parent or guardian first.",
            [f"At {intake.age} you need their consent, and someone qualified to watch your technique."],
            "When they agree, set guardian_consent = true.",
        )


def _refuse_uncleared(intake: Intake, yes: tuple[str, ...]) -> None:
    reasons = _reasons(yes, Kind.CLEARANCE)
    if _pressure_from(intake, PRESSURE_HIGH) and not {"pressure-treated", "pressure-not-controlled"} & set(yes):
        health = intake.screening
        reasons.append(f"A blood pressure of {health.systolic}/{health.diastolic} should be treated before you lift.")
    if reasons and not intake.clinician_ok:
        raise TrainingRefused(
            "Ask your clinician before you start.",
            reasons,
            "If they agree that you may lift, set clinician_ok = true and Dorsi will plan within these limits.",
        )


def _pressure_from(intake: Intake, limit: tuple[int, int]) -> bool:
    health = intake.screening
    return (health.systolic or 0) >= limit[0] or (health.diastolic or 0) >= limit[1]


def _bindings(intake: Intake, yes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Pairs of a tag and a note, either of them possibly empty."""
    for name in yes:
        question = QUESTIONS[name]
        note = question.note or question.says
        yield "", note
        for tag in question.tags:
            yield tag, ""
    yield from _pressure_bindings(intake, yes)
    weeks = intake.screening.pregnancy_weeks
    if "pregnant" in yes and weeks is None:
        yield (
            "pregnancy-late",
            "The week of pregnancy is not stated, so the plan keeps to the later months' limits.",
        )
    elif weeks is not None and weeks + PREGNANCY_PLAN_WEEKS > FIRST_TRIMESTER_WEEKS:
        yield (
            "pregnancy-late",
            f"The plan covers {PREGNANCY_PLAN_WEEKS} weeks and keeps to the later months' limits; answer the questions "
            "again before the next, and let your midwife or doctor say when to stop.",
        )
    if intake.age < ADULT_AGE:
        yield (
            "under-18",
            "You are under 18: train with someone qualified watching, keep three reps in hand, and test no maximum.",
        )
    if intake.training_age_months < 1:
        yield (
            "detrained",
            "These are your first weeks: stop short of failure, with few slow lowerings. Dark urine means hospital.",
        )
    elif intake.weeks_off >= DETRAINED_WEEKS:
        yield (
            "detrained",
            f"You come back after {intake.weeks_off} weeks: stop short of failure, with few slow lowerings. "
            "Dark urine means hospital.",
        )
    elif intake.regularity is Regularity.RETURNING and not intake.weeks_off:
        yield (
            "detrained",
            "You come back after a break: stop short of failure at first, with few slow lowerings. "
            "Dark urine means hospital.",
        )
    yield from _discomfort_bindings(intake)


def _pressure_bindings(intake: Intake, yes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    figures = f"{intake.screening.systolic}/{intake.screening.diastolic}"
    if _pressure_from(intake, PRESSURE_HIGH):
        yield "hypertension", ""
        yield (
            "hypertension-uncontrolled",
            f"{figures} is high even so: keep loads light, breathe out on effort, and have it checked this week.",
        )
    elif _pressure_from(intake, PRESSURE_RAISED):
        told = {"pressure-treated", "pressure-not-controlled"} & set(yes)
        yield (
            "hypertension",
            "" if told else f"{figures} is raised: breathe out on effort, never grind, and have it measured again.",
        )


def _discomfort_bindings(intake: Intake) -> Iterator[tuple[str, str]]:
    worst: dict[str, int] = {}
    for discomfort in intake.discomfort:
        worst[discomfort.place] = max(discomfort.score, worst.get(discomfort.place, 0))
    for place, score in worst.items():
        if place not in REGIONS or score < SORE:
            continue
        where = REGIONS[place]
        if score < PAINFUL:
            note = f"Discomfort of {score}/10 in the {where}: what loads it most is left out, the rest starts easier."
        else:
            note = (
                f"Discomfort of {score}/10 in the {where}: train around it, and see a physiotherapist "
                "or doctor "
                "if it is no better in two weeks."
            )
        yield _REGION_TAGS.get(place, ""), note
