"""From checked answers to the athlete the rules see: screening, level, kilograms, equipment items."""

from __future__ import annotations

from collections.abc import Iterable

from dorsi.athlete.answers import Equipment, Intake
from dorsi.athlete.level import level_of
from dorsi.athlete.model import Athlete, KnownSet, LoadSteps
from dorsi.athlete.screening import PREGNANCY_PLAN_WEEKS, screen
from dorsi.atlas.equipment import GROUPS, PRESETS
from dorsi.units import MassUnit, to_kg

_USUAL_LB = Equipment(
    bar=45.0,
    trap_bar=55.0,
    plates=(45.0, 35.0, 25.0, 10.0, 5.0, 2.5),
    stack_step=10.0,
    kettlebells=(18.0, 26.0, 35.0, 44.0, 53.0, 70.0),
)
_USUAL_DUMBBELLS_LB = (5.0, 100.0, 5.0)


def athlete_of(intake: Intake) -> Athlete:
    """The screened athlete; raises TrainingRefused for a referral."""
    screening = screen(intake)
    return Athlete(
        name=intake.name,
        sex=intake.sex,
        age=intake.age,
        body_mass_kg=to_kg(intake.body_mass, intake.units),
        height_cm=intake.height_cm,
        units=intake.units,
        level=level_of(intake),
        training_age_months=intake.training_age_months,
        regularity=intake.regularity,
        weeks_off=intake.weeks_off,
        goal=intake.goal,
        days=tuple(sorted(intake.days, key=lambda day: day.number)),
        minutes=intake.minutes,
        sessions_per_week=intake.sessions_per_week,
        weeks=min(intake.weeks, PREGNANCY_PLAN_WEEKS) if "pregnancy" in screening.tags else intake.weeks,
        other_training=intake.other_training,
        equipment=items_of(intake.equipment),
        steps=load_steps(intake.equipment, intake.units),
        max_pull_ups=intake.max_pull_ups,
        known_sets=tuple(
            KnownSet(exercise=k.exercise, load_kg=to_kg(k.load, intake.units), reps=k.reps, rir=k.rir)
            for k in intake.known_set
        ),
        discomforts=intake.discomfort,
        tags=screening.tags,
        trunk_ready=bool(intake.trunk_ready),
        powerlifter=intake.powerlifter,
        straps=intake.straps,
        behind_the_head=intake.behind_the_head,
        liked=intake.liked,
        disliked=intake.disliked,
        never=intake.never,
    )


def assumptions(intake: Intake) -> tuple[str, ...]:
    """What the plan takes for granted because it was not answered, in sentences for the plan."""
    sentences = []
    if intake.max_pull_ups is None:
        sentences.append("You did not say how many pull-ups you can do, so the plan counts on none until you do.")
    if intake.trunk_ready is None:
        sentences.append(
            "You did not say whether a 60 s plank and 15 clean back extensions are there, so the plan assumes not yet."
        )
    return tuple(sentences)


def items_of(equipment: Equipment) -> frozenset[str]:
    """Ids of the items at hand: the preset, with items and groups added, then others removed."""
    return (frozenset(PRESETS[equipment.preset]) | _expanded(equipment.add)) - _expanded(equipment.remove)


def _expanded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(item for name in names for item in GROUPS.get(name, (name,)))


def load_steps(equipment: Equipment, units: MassUnit) -> LoadSteps:
    """The loads the equipment can make, in kilograms; what was left out takes the unit's usual sizes."""

    def chosen(stated: float | None, usual_lb: float | None, usual_kg: float) -> float:
        if stated is not None:
            return to_kg(stated, units)
        return usual_kg if units is MassUnit.KG or usual_lb is None else to_kg(usual_lb, units)

    def several(
        stated: tuple[float, ...] | None, usual_lb: tuple[float, ...] | None, usual_kg: tuple[float, ...]
    ) -> tuple[float, ...]:
        if stated is None and units is MassUnit.KG:
            return usual_kg
        return tuple(to_kg(value, units) for value in (stated if stated is not None else usual_lb or ()))

    usual = LoadSteps()
    bells = equipment.dumbbells
    lightest, heaviest, step = (bells.from_, bells.to, bells.step) if bells else (None, None, None)
    return LoadSteps(
        bar_kg=chosen(equipment.bar, _USUAL_LB.bar, usual.bar_kg),
        trap_bar_kg=chosen(equipment.trap_bar, _USUAL_LB.trap_bar, usual.trap_bar_kg),
        plates_kg=tuple(sorted(several(equipment.plates, _USUAL_LB.plates, usual.plates_kg), reverse=True)),
        dumbbell_min_kg=chosen(lightest, _USUAL_DUMBBELLS_LB[0], usual.dumbbell_min_kg),
        dumbbell_max_kg=chosen(heaviest, _USUAL_DUMBBELLS_LB[1], usual.dumbbell_max_kg),
        dumbbell_step_kg=chosen(step, _USUAL_DUMBBELLS_LB[2], usual.dumbbell_step_kg),
        stack_step_kg=chosen(equipment.stack_step, _USUAL_LB.stack_step, usual.stack_step_kg),
        kettlebells_kg=tuple(sorted(several(equipment.kettlebells, _USUAL_LB.kettlebells, usual.kettlebells_kg))),
    )
