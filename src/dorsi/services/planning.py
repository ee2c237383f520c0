"""From an athlete's answers to a plan, and to the difference one changed answer makes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from dorsi.athlete.answers import Intake
from dorsi.athlete.intake import intake_document, intake_from_mapping, read_intake
from dorsi.athlete.screened import assumptions, athlete_of
from dorsi.athlete.screening import screen
from dorsi.atlas.equipment import EQUIPMENT, GROUPS
from dorsi.atlas.load import load_atlas
from dorsi.errors import UnknownName, UsageError, WishesClash
from dorsi.planner.choice import Demands
from dorsi.planner.plan import Plan, plan_program
from dorsi.planner.what_if import Difference, compare
from dorsi.rules.base import Rule
from dorsi.rules.registry import rule_by_code
from dorsi.services.plans_made import PlansMade


def plan_from_text(text: str, file: str) -> Plan:
    """The plan for an athlete file. Raises InvalidFile, TrainingRefused or WishesClash."""
    return plan_from_intake(read_intake(text, file))


def plan_from_intake(intake: Intake, demands: Demands | None = None) -> Plan:
    """The plan for checked answers. Raises TrainingRefused or WishesClash."""
    athlete = athlete_of(intake)
    return plan_program(
        athlete,
        load_atlas(),
        answers=intake_document(intake),
        notes=(*screen(intake).notes, *assumptions(intake)),
        demands=demands,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A change that makes room for a programme where the answers as they stand allow none."""

    says: str
    clash: WishesClash
    plan: Plan


def what_if(
    text: str,
    file: str,
    *,
    minutes: int | None = None,
    days: Sequence[str] = (),
    sessions: int | None = None,
    add: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Difference | Opened:
    """As `what_if_of`, for an athlete file."""
    intake = read_intake(text, file)
    return what_if_of(intake, minutes=minutes, days=days, sessions=sessions, add=add, without=without)


def what_if_of(
    intake: Intake,
    *,
    minutes: int | None = None,
    days: Sequence[str] = (),
    sessions: int | None = None,
    add: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Difference | Opened:
    """The plan as asked, the plan with something changed, and the difference; the new plan alone where the
    answers as they stand clash and the change makes room.

    `add` names equipment to have; `without` names equipment, rules or exercises to do without.
    Raises UnknownName for a name that is none of these.
    """
    changed, demands, says = _changed(intake, minutes, days, sessions, add, without)
    try:
        before = _PLANS.get(intake, None)
    except WishesClash as clash:
        return Opened(says=says, clash=clash, plan=_PLANS.get(changed, demands))
    return compare(before, _PLANS.get(changed, demands), says)


def plan_ahead(intake: Intake) -> None:
    """Makes the plan that the next what-if question about these answers starts from, if there is one."""
    with suppress(WishesClash):
        _PLANS.get(intake, None)


def changed_plan(
    intake: Intake,
    *,
    minutes: int | None = None,
    days: Sequence[str] = (),
    sessions: int | None = None,
    add: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Plan:
    """The plan with something changed, as `what_if_of` compares it. Raises WishesClash where there is none."""
    changed, demands, _says = _changed(intake, minutes, days, sessions, add, without)
    return _PLANS.get(changed, demands)


_PLANS = PlansMade(4, plan_from_intake)


def _changed(
    intake: Intake,
    minutes: int | None,
    days: Sequence[str],
    sessions: int | None,
    add: Sequence[str],
    without: Sequence[str],
) -> tuple[Intake, Demands, str]:
    atlas = load_atlas()
    document = intake_document(intake)
    says: list[str] = []
    rules_off: list[str] = []
    gone: list[str] = []
    never: list[str] = []
    equipment = intake.equipment
    if minutes is not None and minutes != intake.minutes:
        document["minutes"] = minutes
        says.append(f"{minutes} minutes instead of {intake.minutes}")
    if days:
        document["days"] = list(days)
        says.append(f"training on {', '.join(days)}")
    if sessions is not None:
        document["sessions_per_week"] = sessions
        says.append(f"{sessions} sessions a week")
    for name in add:
        _known_equipment(name)
        says.append(f"with {EQUIPMENT.get(name, name)}")
    for name in without:
        if name in EQUIPMENT or name in GROUPS:
            gone.append(name)
            says.append(f"without {EQUIPMENT.get(name, name)}")
        elif name in atlas.exercises:
            never.append(name)
            says.append(f"without {atlas.exercises[name].spoken}")
        else:
            rule = _known_rule(name)
            if rule.health:
                raise UsageError(f"{rule.code} ({rule.name.lower()}) is a health limit and cannot be switched off.")
            rules_off.append(rule.code)
            says.append(f"with the rule {rule.code} ({rule.name.lower()}) switched off")
    changed = intake_from_mapping(document, "the changed answers")
    equipment = replace(
        equipment,
        add=tuple(dict.fromkeys((*equipment.add, *add))),
        remove=tuple(dict.fromkeys((*(r for r in equipment.remove if r not in add), *gone))),
    )
    changed = replace(changed, equipment=equipment, never=(*changed.never, *never))
    return changed, Demands(rules_off=frozenset(rules_off)), "; ".join(says) or "nothing changed"


def _known_equipment(name: str) -> None:
    if name not in EQUIPMENT and name not in GROUPS:
        raise UnknownName("equipment", name, [*EQUIPMENT, *GROUPS])


def _known_rule(name: str) -> Rule:
    try:
        return rule_by_code(name)
    except UnknownName:
        known = [*EQUIPMENT, *GROUPS, *load_atlas().exercises]
        raise UnknownName("equipment, exercise or rule", name, known) from None
