"""WUP102: a heavy lift from the lower back without sets that lead up to it."""

from __future__ import annotations

from collections.abc import Iterator

from dorsi.atlas.model import ExternalKind, Grade
from dorsi.program.evaluate import Entry, SessionView, WeekView
from dorsi.program.model import LoadKind, Role
from dorsi.rules.base import Case
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.reps.slots import hangs_on_the_lower_back, is_heavy_hinge
from dorsi.rules.reps.targets import hard_targets
from dorsi.rules.scopes import SessionRule
from dorsi.rules.warmup.preparation import before, inserted, is_lumbar_heavy
from dorsi.rules.warmup.ramp import ramp_steps, ramp_text

HEAVY_REPS = 8
"""Sets that may end at this many reps or fewer are heavy (heuristic)."""
HEAVY_PERCENT = 80.0
"""Share of the one-rep maximum from which a set is heavy, whatever its reps (heuristic)."""
FEWEST_WARM_UPS = 2
"""Warm-up sets before a heavy lift, where the ramp has that many. Source: claim A21; heuristic."""


class HeavyLiftWithoutRamp(SessionRule):
    """Flags heavy hinges and unsupported barbell rows that start at the work load."""

    code = "WUP102"
    slug = "heavy-lift-without-ramp"
    name = "Heavy lift without a ramp"
    severity = Severity.WARNING
    confidence = Grade.LIMITED
    claims = ("A21",)
    references = ("RibeiroB20", "RibeiroB21")
    checks = (
        f"A heavy hinge or an unsupported barbell row in sets of {HEAVY_REPS} or fewer, or from {HEAVY_PERCENT:.0f}% "
        f"of the one-rep maximum, has at least {FEWEST_WARM_UPS} warm-up sets of the same movement before it. One is "
        "enough if another such lift came first, or if the load is light."
    )
    why = (
        "Rising loads rehearse the very pattern you are about to do heavily, and served lifters better in trials "
        "than one light set. On these lifts the first heavy rep should not be the first rep."
    )
    limits = (
        "Some trials found no difference between kinds of warm-up, and the number of steps is coaching practice. "
        "Deload weeks are exempt. Work sets of the same movement earlier in the session count as warm-up."
    )
    bad = """\
dorsi: program/1
name: Straight to the bar
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: 1 x 15 light}
      - {exercise: deadlift, sets: 4 x 5 @ 80%, rest: 4 min}
"""
    good = """\
dorsi: program/1
name: Up to the bar
weeks: 4
sessions:
  - id: lower
    blocks:
      - {warmup: deadlift, sets: "8 @ 45%; 5 @ 65%; 3 @ 80%"}
      - {exercise: deadlift, sets: 4 x 5 @ 80%, rest: 4 min}
"""

    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """One finding per lift that lacks its ramp."""
        for entry in session.work:
            if week.is_deload or not needs_ramp(entry):
                continue
            earlier = before(session, entry)
            first = not any(is_lumbar_heavy(e) for e in earlier)
            done = sum(e.all_sets for e in earlier if _leads_up_to(e, entry))
            steps = ramp_steps(_share_of_1rm(entry), first)
            wanted = min(FEWEST_WARM_UPS, len(steps))
            if done >= wanted:
                continue
            name, text = entry.exercise.short, ramp_text(steps)
            yield self.finding(
                entry.place(),
                f"{name} is heavy work and has {done or 'no'} warm-up {'set' if done == 1 else 'sets'} before it; "
                f"at least {wanted} should lead up to it.",
                f"Build up in steps of the work load: {text}.",
                numbers={"warm-up sets": done, "at least": wanted},
                fix=inserted(
                    session,
                    entry.block_index,
                    "warmup",
                    entry.exercise.id,
                    text,
                    f"Add warm-up sets of {name}: {text}.",
                ),
            )


def needs_ramp(entry: Entry) -> bool:
    """True for heavy sets of a lift with a bar that the lower back must hold up."""
    exercise = entry.exercise
    barbell = is_heavy_hinge(exercise) or exercise.external_kind is ExternalKind.BARBELL
    if not entry.is_work or not barbell or not hangs_on_the_lower_back(exercise):
        return False
    share = _share_of_1rm(entry)
    low = min((t.reps[0] for t in hard_targets(entry) if t.reps), default=None)
    return (low is not None and low <= HEAVY_REPS) or (share is not None and 100 * share >= HEAVY_PERCENT)


def _share_of_1rm(entry: Entry) -> float | None:
    """The highest share of the one-rep maximum asked for; None if no percentage is given."""
    loads = (t.load for t in hard_targets(entry))
    shares = [load.percent[1] / 100 for load in loads if load and load.kind is LoadKind.PERCENT and load.percent]
    return max(shares, default=None)


def _leads_up_to(earlier: Entry, entry: Entry) -> bool:
    """True for warm-up sets of the same pattern, and for work of it that loaded the lower back."""
    same = earlier.exercise.pattern is entry.exercise.pattern
    return same and (earlier.role is Role.WARMUP or is_lumbar_heavy(earlier))
