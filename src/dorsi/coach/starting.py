"""The first load of a lift that has no history yet. Source: rule PRG105; heuristic."""

from __future__ import annotations

from dorsi.athlete.loads import lightest, next_step, reachable
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise, Loading
from dorsi.coach.inference import inferred_load
from dorsi.coach.load import AMBER_FACTOR, Load, Target, top_for_step
from dorsi.coach.model import Decision
from dorsi.coach.modifiers import Modifiers
from dorsi.coach.summing import body_kg
from dorsi.planner.prescribe import planned_load

_BODY = (Loading.BODYWEIGHT_PLUS, Loading.BODYWEIGHT_SHARE)


def first_load(
    exercise: Exercise,
    target: Target,
    stated_kg: float | None,
    athlete: Athlete,
    modifiers: Modifiers,
    atlas: Atlas,
    *,
    amber: bool,
) -> Load:
    """A load for a lift without a history: the programme's, the known set's, a kindred lift's, or none."""
    middle = target.amount[0] + (target.amount[1] - target.amount[0]) / 3
    load, says = stated_kg, "This is the load the programme starts from."
    if load is None:
        load, says = planned_load(exercise, athlete), "This load comes from the set you told us of."
    if load is None and exercise.loading is not Loading.TIME:
        found = inferred_load(exercise, athlete, atlas, middle, sum(target.reserve) / 2)
        if found is not None:
            name = atlas.exercises[found.source].spoken
            load, says = found.load_kg, f"A cautious start inferred from your {name}. Adjust it set by set."
    if exercise.loading in _BODY and (load is None or load < 0):
        load, says = 0.0, "Your own body is the load to begin with."
    factor = min(modifiers.load, AMBER_FACTOR if amber else 1.0)
    if load is not None and factor < 1 and exercise.loading not in _BODY:
        body = body_kg(exercise, athlete.body_mass_kg)
        made = reachable((body + load) * factor - body, exercise, athlete)
        load = made if made is not None else lightest(exercise, athlete)
    aims = (round(middle),) * target.sets
    decisions = () if load is None else (Decision(rule="PRG105", says=says),)
    if load is None:
        return Load(load_kg=None, aims=aims, amount=target.amount, cap_kg=None, decisions=decisions)
    body, up = body_kg(exercise, athlete.body_mass_kg), next_step(load, exercise, athlete)
    return Load(
        load_kg=load,
        aims=aims,
        amount=target.amount,
        cap_kg=load,
        decisions=decisions,
        step_kg=None if up is None else round(up - load, 4),
        step_from=None if up is None else top_for_step(target, exercise, body + load, body + up),
    )
