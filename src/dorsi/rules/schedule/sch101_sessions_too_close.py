"""SCH101: two sessions load the same muscles directly with too few hours between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade, Stance
from dorsi.program.evaluate import Place, evaluate
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding, Fix, SetValue, Severity
from dorsi.rules.schedule.spacing import ENOUGH_GAP_HOURS, HARD_HINGE_RIR, Neighbours, neighbours
from dorsi.rules.scopes import WeeklyFinding, joined
from dorsi.units import number


class SessionsTooClose(Rule):
    """Sessions that load the same muscles are two days apart, three around a hard hinge."""

    code = "SCH101"
    slug = "sessions-too-close"
    name = "Sessions too close together"
    severity = Severity.ERROR
    confidence = Grade.LIMITED
    stance = Stance.DEFAULT
    claims = ("A07",)
    references = ("Korak15", "MoranNavarro17", "House")
    checks = (
        "Measures the hours between sessions that load the same muscle group directly, over the weekend too. "
        "Under 48 h is an error. Under 72 h is a warning if one of them holds a heavy hinge of four or more hard "
        "sets, or of sets within one rep of failure, and both load the lower back directly or both hold a hinge."
    )
    why = (
        "After two days most people are back to their usual repetitions on most lifts. Deadlifts take longest, and "
        "sets to failure put recovery back by a day or two."
    )
    limits = (
        "The recovery studies are small and none watched the back grow; in one, trained men repeated a whole-body "
        "session on four days running without losing strength. Grip and test sets are not counted as overlap."
    )
    bad = """
        dorsi: program/1
        name: Back to back
        weeks: 4
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
          - id: rows
            day: tue
            blocks:
              - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
    """
    good = """
        dorsi: program/1
        name: Monday and Thursday
        weeks: 4
        sessions:
          - id: upper
            day: mon
            blocks:
              - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
          - id: lower
            day: thu
            blocks:
              - {exercise: deadlift, sets: 4 x 6 @ RIR 2}
              - {exercise: seated-row-narrow, sets: 4 x 8-12 @ RIR 2}
    """

    def check(self, case: Case) -> Iterator[Finding]:
        """One finding per pair of sessions."""
        yield from joined(case.view, self._weekly(case))

    def _weekly(self, case: Case) -> Iterator[WeeklyFinding]:
        fixes: dict[tuple[int, int], Fix | None] = {}
        for pair in neighbours(case.view):
            if pair.hours >= pair.needed_hours:
                continue
            if pair.indices not in fixes:
                fixes[pair.indices] = _fix(pair, case)
            too_close = pair.hours < ENOUGH_GAP_HOURS
            yield (
                (pair.week,),
                self.finding(
                    Place(session=pair.second.session.id),
                    _message(pair, too_close),
                    f"Move one of the two sessions so that at least {pair.needed_hours} h lie between them.",
                    severity=Severity.ERROR if too_close else Severity.WARNING,
                    numbers={
                        "hours between": pair.hours,
                        "hours needed": pair.needed_hours,
                        "muscles": ", ".join(group.label for group in pair.shared),
                    },
                    fix=fixes[pair.indices],
                ),
            )


def _message(pair: Neighbours, too_close: bool) -> str:
    both = _listed([f"the {group.label.lower()}" for group in pair.shared])
    first, second = pair.first.session, pair.second.session
    if first.day is None or second.day is None:
        said = f"'{first.title}' and '{second.title}' are {pair.hours} h apart and both load {both} directly"
    elif first.day is second.day:
        said = f"Two sessions fall on {first.day.label}, and both load {both} directly with 0 h between them"
    else:
        days = f"{first.day.label} and {second.day.label}"
        said = f"{days} leave {pair.hours} h between two sessions that both load {both} directly"
    if too_close or pair.hard_hinge is None:
        return said + "."
    hinge = pair.hard_hinge
    effort = f"{hinge.hard_sets} hard sets"
    if hinge.rir is not None and hinge.rir <= HARD_HINGE_RIR:
        effort += f" at RIR {number(hinge.rir)}"
    return f"{said}, and {hinge.exercise.short} with {effort} is best given {pair.needed_hours} h."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _fix(pair: Neighbours, case: Case) -> Fix | None:
    """Another of the athlete's own free days for one of the two, if it gives that session room on both sides."""
    if case.athlete is None or pair.first.session.day is None:
        return None
    program = case.view.program
    taken = {s.day for s in program.sessions}
    free = [(bool(case.athlete.trains_on(d)), d.number, d) for d in case.athlete.days if d not in taken]
    for session in (pair.second, pair.first):
        for _, _, day in sorted(free):
            sessions = list(program.sessions)
            sessions[session.index] = replace(session.session, day=day)
            view = evaluate(replace(program, sessions=tuple(sessions)), case.atlas)
            if not any(n.hours < n.needed_hours and session.index in n.indices for n in neighbours(view)):
                return Fix(
                    says=f"Moves '{session.session.title}' to {day.label}, one of your free days.",
                    edits=(SetValue(path=("sessions", session.index, "day"), value=day.value),),
                )
    return None
