"""One exercise: how to do it, what it trains, who should leave it, what is known, and what you made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Loading, Technique
from dorsi.atlas.vocabulary import CONDITION_TAGS, REGIONS
from dorsi.coach.adopted import Adopted, adopted
from dorsi.coach.state import STRAPPED, CoachState, Exposure
from dorsi.languages import all_said, said
from dorsi.program.evaluate import Entry
from dorsi.program.model import Role
from dorsi.units import MassUnit
from dorsi.web.pages.atlas_words import (
    AMOUNTS,
    GRIPS,
    LEVELS,
    LOADINGS,
    PATHS,
    PATTERNS,
    SIDES,
    STRESSES,
    WIDTHS,
    capital,
    equipment_words,
    is_preparation,
)
from dorsi.web.pages.evidence import ClaimLine, FactLine, Sure, Work, claims_of, works_of
from dorsi.web.pages.grips import FAMILIES, hold_of, variants
from dorsi.web.pages.muscle_bars import MuscleBar, muscle_bars
from dorsi.web.templatetags.dorsi_tags import localised, mass, reps, rest

_LAST_SHOWN = 4
_ADDED = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_MINUS, Loading.BODYWEIGHT_SHARE)
_MAIN_MUSCLES = 6
_TRAINS = (Role.WORK, Role.TEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Who should leave it out, why, and what instead; `applies` if that is you."""

    who: str
    why: str
    instead: tuple[str, str] | None
    applies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPlace:
    """A place of the programme where the exercise stands."""

    session: str
    asked: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What was done in one session."""

    on: date
    load: str
    amounts: str
    strapped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePage:
    """Everything the page of an exercise shows."""

    id: str
    name: str
    pattern: tuple[str, str]
    summary: str
    also: tuple[str, ...]
    level: str
    off_by_default: bool
    is_work: bool
    needs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    usual: tuple[tuple[str, str], ...]
    technique: Technique
    mistakes: tuple[tuple[str, str], ...]
    bars: tuple[MuscleBar, ...]
    stresses: tuple[tuple[str, str], ...]
    easier: tuple[tuple[str, str], ...]
    harder: tuple[tuple[str, str], ...]
    grips: str
    warnings: tuple[Caution, ...]
    known: tuple[FactLine, ...]
    sure: Sure
    works: tuple[Work, ...]
    claims: tuple[ClaimLine, ...]
    planned: tuple[PlannedPlace, ...]
    has_plan: bool
    last: tuple[LastTime, ...]

    @classmethod
    def from_exercise(cls, exercise: Exercise, atlas: Atlas, state: CoachState, units: MassUnit) -> ExercisePage:
        """The page of an exercise for an athlete as the coach knows them."""
        plan = plan_of(state)
        cited = {key for fact in exercise.evidence for key in fact.references}
        return cls(
            id=exercise.id,
            name=said(exercise.name),
            pattern=(exercise.pattern.value, str(PATTERNS[exercise.pattern])),
            summary=said(exercise.summary),
            also=all_said(exercise.also),
            level=str(LEVELS[exercise.min_level]),
            off_by_default=exercise.off_by_default,
            is_work=not is_preparation(exercise),
            needs=tuple(map(capital, equipment_words(exercise))),
            facts=tuple(_facts(exercise)),
            usual=tuple(_usual(exercise)),
            technique=_translated(exercise.technique),
            mistakes=tuple((said(each.mistake), said(each.remedy)) for each in exercise.technique.mistakes),
            bars=muscle_bars(exercise, atlas),
            stresses=tuple((capital(said(REGIONS[r])), str(STRESSES[n])) for r, n in exercise.stress.items()),
            easier=_named(exercise.easier, atlas),
            harder=_named(exercise.harder, atlas),
            grips=_grips_address(exercise, atlas),
            warnings=tuple(_warnings(exercise, atlas, plan.athlete if plan is not None else None)),
            known=tuple(FactLine.from_fact(fact, atlas) for fact in exercise.evidence),
            sure=Sure.from_grade(exercise.grade),
            works=works_of((key for key in exercise.references if key not in cited), atlas),
            claims=claims_of(exercise.claims, atlas),
            planned=tuple(_planned(exercise, plan, state)) if plan is not None else (),
            has_plan=plan is not None,
            last=_last(exercise, state, units),
        )

    @property
    def main_bars(self) -> tuple[MuscleBar, ...]:
        """The muscles that do most."""
        return self.bars[:_MAIN_MUSCLES]

    @property
    def other_bars(self) -> tuple[MuscleBar, ...]:
        """The rest of them."""
        return self.bars[_MAIN_MUSCLES:]


def plan_of(state: CoachState) -> Adopted | None:
    """The programme under way, if there is one."""
    if state.adoption is None:
        return None
    return adopted(state.adoption.id, state.adoption.text, state.position.cycle)


def planned_ids(plan: Adopted | None) -> frozenset[str]:
    """The exercises of a programme."""
    if plan is None:
        return frozenset()
    entries = (entry for view in plan.views.values() for entry in view.entries)
    return frozenset(entry.exercise.id for entry in entries)


def _translated(technique: Technique) -> Technique:
    return Technique(
        set_up=all_said(technique.set_up),
        execution=all_said(technique.execution),
        breathing=said(technique.breathing),
        cues=all_said(technique.cues),
    )


def _facts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    if exercise.grip is not None:
        yield _("Grip"), str(GRIPS[exercise.grip])
    if exercise.grip_width is not None:
        yield _("Hands apart"), str(WIDTHS[exercise.grip_width])
    if exercise.elbow_path is not None:
        yield _("Elbows"), str(PATHS[exercise.elbow_path])
    if exercise.laterality in SIDES:
        yield _("Sides"), str(SIDES[exercise.laterality])
    yield _("Load"), str(LOADINGS[exercise.loading])
    if exercise.axial is not Amount.NONE:
        yield _("On the low back"), capital(str(AMOUNTS[exercise.axial]))
    yield _("Skill"), capital(str(AMOUNTS[exercise.skill]))


def _usual(exercise: Exercise) -> Iterator[tuple[str, str]]:
    unit = {Loading.TIME: _("seconds"), Loading.DISTANCE: _("metres")}.get(exercise.loading, _("reps"))
    yield reps(exercise.reps), unit
    if exercise.rir is not None:
        yield reps(exercise.rir), _("in reserve")
    if exercise.rest_s[1]:
        yield rest(exercise.rest_s).replace("-", "–"), _("rest")
    if exercise.tempo:
        yield exercise.tempo, _("tempo")


def _named(ids: Iterable[str], atlas: Atlas) -> tuple[tuple[str, str], ...]:
    return tuple((each, said(atlas.exercises[each].name)) for each in ids)


def _grips_address(exercise: Exercise, atlas: Atlas) -> str:
    """Where to compare its grip with others; empty where it comes with one grip only."""
    pull = next((name for name, family in FAMILIES.items() if family.family == exercise.family), "")
    if not pull or exercise not in variants(exercise.family, atlas):
        return ""
    hold = hold_of(exercise)
    query = f"pull={pull}&width={hold.width}&grip={hold.grip}&path={hold.path}"
    return f"{reverse('web:grips')}?{query}"


def _warnings(exercise: Exercise, atlas: Atlas, athlete: Athlete | None) -> Iterator[Caution]:
    tags = athlete.tags if athlete is not None else frozenset()
    for avoid in sorted(exercise.avoid, key=lambda each: each.tag not in tags):
        instead = atlas.exercises.get(avoid.instead or "")
        yield Caution(
            who=capital(said(CONDITION_TAGS.get(avoid.tag, avoid.tag))),
            why=said(avoid.why),
            instead=(instead.id, said(instead.name)) if instead is not None else None,
            applies=avoid.tag in tags,
        )


def _planned(exercise: Exercise, plan: Adopted, state: CoachState) -> Iterator[PlannedPlace]:
    """Each place once, as it stands in the present week or the first one that has it; warm-up sets left out."""
    ahead = sorted(plan.views, key=lambda key: (key[0] < state.position.week, key[0]))
    told: set[tuple[str, int, int | None]] = set()
    for week, session in ahead:
        for entry in plan.views[week, session].entries:
            place = (session, entry.block_index, entry.member_index)
            trains = entry.role in _TRAINS or not exercise.is_work
            if entry.exercise.id == exercise.id and trains and place not in told:
                told.add(place)
                yield PlannedPlace(
                    session=entry.session.title,
                    asked=_asked(entry, exercise),
                    address=reverse("web:plan-session", args=[week, session]),
                )


def _asked(entry: Entry, exercise: Exercise) -> str:
    spans = [each.reps or each.seconds or each.metres for each in entry.targets]
    amounts = [span for span in spans if span is not None]
    if not amounts:
        return _("%(sets)s × as many as you can") % {"sets": entry.all_sets}
    words = reps((min(low for low, _high in amounts), max(high for _low, high in amounts)))
    return f"{entry.all_sets} × {words}{_unit(exercise)}"


def _last(exercise: Exercise, state: CoachState, units: MassUnit) -> tuple[LastTime, ...]:
    """The latest sessions with the exercise, newest first, strapped ones among them."""
    lifts = {exercise.id: False, f"{exercise.id}{STRAPPED}": True}
    found = [
        LastTime(
            on=exposure.on,
            load=_load(exposure, exercise, units),
            amounts=", ".join(localised(each) for each in exposure.reps) + _unit(exercise),
            strapped=strapped,
        )
        for lift, strapped in lifts.items()
        if lift in state.lifts
        for exposure in state.lifts[lift].exposures
    ]
    return tuple(sorted(found, key=lambda each: each.on, reverse=True)[:_LAST_SHOWN])


def _load(exposure: Exposure, exercise: Exercise, units: MassUnit) -> str:
    kg = exposure.load_kg
    if exercise.loading in _ADDED:
        if kg < 0:
            return _("%(load)s of help") % {"load": mass(-kg, units)}
        return f"+{mass(kg, units)}" if kg else _("body weight")
    return mass(kg, units) if kg else ""


def _unit(exercise: Exercise) -> str:
    return {Loading.TIME: " s", Loading.DISTANCE: " m"}.get(exercise.loading, "")
