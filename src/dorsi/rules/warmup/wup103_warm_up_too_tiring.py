"""WUP103: warm-up sets that take strength away from the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import Role, SetTarget
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Fix, Severity
from dorsi.rules.reps.targets import new_sets
from dorsi.rules.scopes import SessionRule
from dorsi.rules.volume.wording import sets_text
from dorsi.units import number

MOST_SETS = 4
"""Warm-up sets of one exercise that still help (heuristic)."""
MOST_REPS = 20
"""Reps of a warm-up set that still refresh. Source: claim A14's 15-20; RibeiroB21 for tiring ones; heuristic."""
EASY_RIR = 4
"""Reps in reserve a warm-up set leaves at least (heuristic)."""


class WarmUpTooTiring(SessionRule):
    """Flags warm-ups with too many sets, too many reps or too much effort."""

    code = "WUP103"
    slug = "warm-up-too-tiring"
    name = "Warm-up too tiring"
    severity = Severity.ADVICE
    confidence = Grade.LIMITED
    claims = ("A14",)
    references = ("RibeiroA14", "RibeiroB21")
    checks = (
        f"An exercise has at most {MOST_SETS} warm-up sets, none of them longer than {MOST_REPS} reps or closer than "
        f"{EASY_RIR} reps to failure."
    )
    why = (
        "A warm-up readies you for the work sets and trains nothing itself. Long light sets and many of them mostly "
        "leave you more tired for the sets that count."
    )
    limits = (
        "In one trial the kind of warm-up changed nothing, so this is about time as much as strength. The limits are "
        "coaching practice."
    )
    bad = """\
dorsi: program/1
name: Spent before it starts
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 5 x 25 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""
    good = """\
dorsi: program/1
name: Warm and fresh
weeks: 4
sessions:
  - id: upper
    blocks:
      - {warmup: pulldown-medium, sets: 2 x 12-15 light}
      - {exercise: pulldown-medium, sets: 4 x 8-12 @ RIR 2}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per exercise, naming all that is too much."""
        groups: dict[str, list[Entry]] = {}
        for entry in session.entries:
            if entry.role is Role.WARMUP:
                groups.setdefault(entry.exercise.id, []).append(entry)
        for entries in groups.values():
            sets = sum(e.all_sets for e in entries)
            reps = max((e.reps[1] for e in entries if e.reps), default=0)
            rir = min((e.rir for e in entries if e.rir is not None), default=None)
            faults = [
                *([sets_text(sets)] if sets > MOST_SETS else []),
                *([f"{reps} reps in a set"] if reps > MOST_REPS else []),
                *([f"a set with {number(rir)} in reserve"] if rir is not None and rir < EASY_RIR else []),
            ]
            if faults:
                yield self.finding(
                    entries[0].place(),
                    f"The warm-up with {entries[0].exercise.short} is work in itself: {' and '.join(faults)}.",
                    "Do one to three easy sets of 5-15 reps and save the effort for the work.",
                    numbers={
                        "warm-up sets": sets,
                        "most reps": reps,
                        "reps in reserve": "unsaid" if rir is None else rir,
                    },
                    fix=_fix(entries),
                )


def _fix(entries: list[Entry]) -> Fix | None:
    entry = entries[0]
    if len(entries) > 1 or (entry.all_sets > MOST_SETS and len(entry.targets) > 1):
        return None
    return new_sets(entry, [_eased(t) for t in entry.targets], f"Ease the warm-up with {entry.exercise.short}.")


def _eased(target: SetTarget) -> SetTarget:
    sets = (min(target.sets[0], MOST_SETS), min(target.sets[1], MOST_SETS))
    reps = target.reps and (min(target.reps[0], MOST_REPS), min(target.reps[1], MOST_REPS))
    rir = target.rir
    if rir is not None or target.to_max:
        low, high = rir or (0.0, 0.0)
        rir = (max(low, EASY_RIR), max(high, EASY_RIR))
    return replace(target, sets=sets, reps=reps, rir=rir)
