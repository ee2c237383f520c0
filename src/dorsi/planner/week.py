"""Stage 2, one week's exercises and sets, as a mixed-integer model.

Variables: an exercise chosen for a session (binary), leading it (binary) and its work sets (integer,
linked to the choice). Stimulus per muscle group is a concave piecewise-linear function of fractional
sets. Rules bind the model through `rules.base.PlanModel`, which `WeekModel` implements.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Amount, Exercise, Grip, Kind, Level, Loading, Pattern, VolumeGroup
from dorsi.atlas.volume import group_values
from dorsi.planner import taste
from dorsi.planner.choice import Ban, Choice, Demands
from dorsi.planner.frame import Frame, Theme
from dorsi.planner.linear import INFINITY, LinearModel, Solution
from dorsi.planner.overhead import fixed_seconds, warm_up_seconds
from dorsi.planner.timing import ROTATION_SETS, seconds_per_set
from dorsi.rules import standards
from dorsi.rules.base import FrameSession, Rule
from dorsi.rules.bounds import WEEKLY
from dorsi.rules.order.priority import Position, is_main_lift, position
from dorsi.rules.volume.vol107_volume_jump import JUMP_SETS, JUMP_SHARE, WATCHED

TASTE = "taste"
_OLDER_SETS = 3
_VERY_SHORT_MINUTES = 30
MANY_PULL_UPS = 15
"""A best set that leaves room for work sets of eight and more."""
GOOD_EXERCISES = 3
"""A session holds three exercises or more where equipment and time allow (heuristic)."""
_NEVER_PLANNED = frozenset({Pattern.TRUNK, Pattern.CARDIO, Pattern.STRETCH, Pattern.HANG, Pattern.SCAPULAR_PROTRACTION})


@dataclass(slots=True)
class _Variables:
    pick: int
    sets: int
    lead: int


@dataclass
class WeekModel:
    """The model of one week; `before` holds the choices of the block before, if there was one."""

    athlete: Athlete
    atlas: Atlas
    frame: Frame
    before: tuple[Choice, ...] = ()
    demands: Demands = field(default_factory=Demands)
    keep_mains: bool = True
    rotating: bool = False

    def __post_init__(self) -> None:
        self.linear = LinearModel()
        self.bans: list[Ban] = []
        self.stimulus: dict[VolumeGroup, list[int]] = {}
        self._values: dict[str, Mapping[VolumeGroup, float]] = {}
        self._candidates: dict[int, list[Exercise]] = {}
        self._variables: dict[tuple[int, str], _Variables] = {}
        for session in self.sessions:
            chosen = [e for e in self.atlas.exercises.values() if self._suits(e, session)]
            self._candidates[session.index] = chosen
            for exercise in chosen:
                self._make_variables(session, exercise)

    # ------------------------------------------------------------------ what rules may ask (PlanModel)
    @property
    def sessions(self) -> Sequence[FrameSession]:
        """The sessions of the frame."""
        return self.frame.sessions

    def candidates(self, session: FrameSession) -> Sequence[Exercise]:
        """Exercises that may be chosen for the session."""
        return self._candidates[session.index]

    def value(self, exercise: Exercise, group: str) -> float:
        """What one set of the exercise is worth for a volume group: 0, 0.5 or 1."""
        if exercise.id not in self._values:
            self._values[exercise.id] = group_values(exercise, self.atlas)
        return self._values[exercise.id].get(VolumeGroup(group), 0.0)

    def pick(self, session: FrameSession, exercise: Exercise) -> int:
        """The variable that is 1 when the exercise is chosen."""
        return self._variables[session.index, exercise.id].pick

    def sets(self, session: FrameSession, exercise: Exercise) -> int:
        """The variable that counts its work sets."""
        return self._variables[session.index, exercise.id].sets

    def forbid(self, session: FrameSession, exercise: Exercise, *, rule: str, reason: str) -> None:
        """Takes the exercise out of the session."""
        self.bans.append(Ban(session=session.index, exercise=exercise.id, rule=rule, reason=reason))
        variables = self._variables[session.index, exercise.id]
        for variable in (variables.pick, variables.sets, variables.lead):
            self.linear.fix(variable, 0.0)

    def at_most(self, amount: Mapping[int, float], bound: float, *, rule: str, reason: str) -> None:
        """A hard upper bound."""
        self.linear.row(amount, -INFINITY, bound, rule=rule, reason=reason)

    def at_least(self, amount: Mapping[int, float], bound: float, *, rule: str, reason: str) -> None:
        """A hard lower bound."""
        self.linear.row(amount, bound, INFINITY, rule=rule, reason=reason)

    def price(self, amount: Mapping[int, float], above: float, each: float, *, rule: str, reason: str) -> None:
        """Costs `each` points for every unit of the amount above `above`."""
        if not amount:
            return
        excess = self.linear.variable(0.0, INFINITY)
        self.linear.row({**amount, excess: -1.0}, -INFINITY, above, rule=rule, reason=reason)
        self.linear.term(excess, -each, rule=rule, reason=reason)

    def reward(self, amount: Mapping[int, float], up_to: float, each: float, *, rule: str, reason: str) -> None:
        """Earns `each` points for every unit of the amount, up to `up_to` units."""
        if not amount:
            return
        earned = self.linear.variable(0.0, up_to)
        self.linear.row({earned: 1.0, **{v: -c for v, c in amount.items()}}, -INFINITY, 0.0, rule=rule, reason=reason)
        self.linear.term(earned, each, rule=rule, reason=reason)

    # ------------------------------------------------------------------ the model itself
    def build(self, rules: Sequence[Rule]) -> LinearModel:
        """The whole model: structure, rules, stimulus and taste."""
        for rule in rules:
            if rule.health or self._is_on(rule.code):
                rule.constrain(self)
        for index, exercise_id in sorted(self.demands.without):
            if (index, exercise_id) in self._variables:
                self.forbid(self.sessions[index], self.atlas.exercises[exercise_id], rule="demand", reason="left out")
        for session in self.sessions:
            self._drop_stand_ins(session)
            self._structure(session)
        self._pulling()
        self._stimulus()
        self._taste()
        return self.linear

    def _is_on(self, code: str) -> bool:
        return code not in self.demands.rules_off

    def choices(self, solution: Solution) -> tuple[Choice, ...]:
        """What a solution chose, main lift first, then by sets and id."""
        found = [
            Choice(
                session=index,
                exercise=self.atlas.exercises[exercise_id],
                sets=round(solution.values[variables.sets]),
                leads=solution.values[variables.lead] > 0.5,
            )
            for (index, exercise_id), variables in self._variables.items()
            if solution.values[variables.pick] > 0.5
        ]
        return tuple(sorted(found, key=lambda c: (c.session, not c.leads, -c.sets, c.exercise.id)))

    def set_bounds(self, exercise: Exercise, *, leads: bool) -> tuple[int, int]:
        """Fewest and most work sets: three to five for a main lift, three or four for other compounds."""
        if self.athlete.age >= standards.OLDER_FROM_AGE or "detrained" in self.athlete.tags:
            return 2, _OLDER_SETS
        if self.athlete.minutes < _VERY_SHORT_MINUTES:
            return 2, 3
        strength = standards.wants_strength(self.athlete)
        beginner = self.athlete.level is Level.BEGINNER
        if leads:
            heavy = exercise.axial is Amount.HIGH and not strength
            rotated = self.rotating and exercise.family == "pull-up"
            return 4 if strength else 3, 4 if beginner or heavy or rotated else 5
        if exercise.kind is Kind.COMPOUND:
            short = self.athlete.minutes < 40
            return 2 if short else 3, 3 if beginner else 4
        return 2, 3 if beginner else 4

    def _suits(self, exercise: Exercise, session: FrameSession) -> bool:
        if not exercise.is_work or exercise.pattern in _NEVER_PLANNED:
            return False
        hinge_side = exercise.pattern in (
            Pattern.HINGE, Pattern.SPINAL_EXTENSION, Pattern.SCAPULAR_ELEVATION, Pattern.CARRY,
        )  # fmt: skip
        values = group_values(exercise, self.atlas)
        loads_pulls = any(values.get(g) == 1 for g in (VolumeGroup.LATS, VolumeGroup.MID_BACK, VolumeGroup.REAR_DELT))
        if not self._in_reach(exercise):
            return False
        if session.theme == Theme.HINGE:
            return hinge_side and not loads_pulls
        if session.theme == Theme.PULLS:
            return not hinge_side and values.get(VolumeGroup.ERECTORS, 0.0) < 1
        if session.theme == Theme.UPPER:
            lower = exercise.pattern in (Pattern.HINGE, Pattern.SPINAL_EXTENSION, Pattern.CARRY)
            return not lower and exercise.axial is not Amount.HIGH
        return True

    def _in_reach(self, exercise: Exercise) -> bool:
        """False for pull-ups at body mass where age asks for sets of eight or more and the best set is too short."""
        many_reps = self.athlete.age >= standards.OLDER_FROM_AGE or "under-18" in self.athlete.tags
        free = exercise.family == "pull-up" and exercise.loading is Loading.BODYWEIGHT_PLUS
        return not (many_reps and free) or (self.athlete.max_pull_ups or 0) >= MANY_PULL_UPS

    def _make_variables(self, session: FrameSession, exercise: Exercise) -> None:
        most = max(self.set_bounds(exercise, leads=False)[1], self.set_bounds(exercise, leads=True)[1])
        self._variables[session.index, exercise.id] = _Variables(
            pick=self.linear.variable(0, 1, integer=True),
            sets=self.linear.variable(0, most, integer=True),
            lead=self.linear.variable(0, 1, integer=True),
        )

    def _possible(self, session: FrameSession) -> list[Exercise]:
        return [e for e in self.candidates(session) if self.linear.upper[self.pick(session, e)] > 0]

    def _drop_stand_ins(self, session: FrameSession) -> None:
        """Leaves out exercises that only stand in for one that is possible, unless the athlete likes them."""
        possible = {e.id for e in self._possible(session)}
        for exercise in self._possible(session):
            better = [e for e in taste.STAND_INS.get(exercise.id, ()) if e in possible]
            if better and exercise.id not in self.athlete.liked and not self.athlete.known_set(exercise.id):
                name = self.atlas.exercises[better[0]].spoken
                self.forbid(session, exercise, rule=TASTE, reason=f"it stands in for the {name}, which you can do")

    def _pulling(self) -> None:
        """A back programme without a single pull is none: at least one vertical pull or row a week."""
        pulls = {
            self.pick(session, exercise): 1.0
            for session in self.sessions
            for exercise in self.candidates(session)
            if exercise.pattern in (Pattern.VERTICAL_PULL, Pattern.HORIZONTAL_PULL)
        }
        needed = "a back programme holds at least one pull"
        self.linear.row(pulls, 1, INFINITY, rule=TASTE, reason=needed)

    def _structure(self, session: FrameSession) -> None:
        leads: dict[int, float] = {}
        picks: dict[int, float] = {}
        seconds: dict[int, float] = {}
        free_pulls: list[int] = []
        early_leads: dict[int, float] = {}
        leading, leading_kind = self._leading(session)
        kept = self._kept_main(session) if self.keep_mains else None
        for exercise in self.candidates(session):
            v = self._variables[session.index, exercise.id]
            if self.linear.upper[v.pick] == 0:
                continue
            picks[v.pick] = 1.0
            low, high = self.set_bounds(exercise, leads=False)
            seconds[v.sets] = seconds_per_set(exercise, self.athlete)
            seconds[v.pick] = exercise.set_up_s + warm_up_seconds(exercise, self.athlete, self.atlas, leads=False)
            lower, upper = {v.sets: 1.0, v.pick: -float(low)}, {v.sets: 1.0, v.pick: -float(high)}
            may_lead = exercise.pattern in leading and exercise.kind is leading_kind
            if may_lead and kept in (None, exercise.id):
                leads[v.lead] = 1.0
                main_low, main_high = self.set_bounds(exercise, leads=True)
                lower[v.lead], upper[v.lead] = -float(main_low - low), -float(main_high - high)
                seconds[v.lead] = warm_up_seconds(exercise, self.athlete, self.atlas, leads=True) - warm_up_seconds(
                    exercise, self.athlete, self.atlas, leads=False
                )
                if self.rotating and exercise.family == "pull-up":
                    extra = ROTATION_SETS - self.set_bounds(exercise, leads=True)[0]
                    seconds[v.lead] += extra * seconds[v.sets] + 2 * exercise.set_up_s
                self.linear.row({v.lead: 1.0, v.pick: -1.0}, -INFINITY, 0, rule=TASTE, reason="a lead is chosen")
            else:
                self.linear.fix(v.lead, 0.0)
            if self._is_on("ORD101") and exercise.pattern is Pattern.HINGE and exercise.axial is Amount.HIGH:
                alone = {v.pick: 1.0, v.lead: -1.0}
                self.linear.row(alone, -INFINITY, 0, rule="ORD101", reason="a heavy hinge stands first")
            place = position(exercise)
            if self._is_on("ORD104") and place is Position.FREE_PULL:
                free_pulls.append(v.pick)
            if place <= Position.FREE_PULL and v.lead in leads:
                early_leads[v.lead] = 1.0
            self.linear.row(lower, 0, INFINITY, rule=TASTE, reason="no smears of single sets")
            self.linear.row(upper, -INFINITY, 0, rule=TASTE, reason="no marathons on one exercise")
        for pick in free_pulls:
            first = {pick: 1.0, **dict.fromkeys(early_leads, -1.0)}
            self.linear.row(first, -INFINITY, 0, rule="ORD104", reason="the most demanding lift stands first")
        trunk = session.theme not in (Theme.UPPER, Theme.PULLS)
        hinges = {self.pick(session, e): 1.0 for e in self.candidates(session) if e.pattern is Pattern.HINGE}
        self.linear.row(hinges, -INFINITY, 1, rule=TASTE, reason="one hinge a session")
        fixed = fixed_seconds(self.athlete, self.atlas, tuple(self.candidates(session)), trunk=trunk)
        self.linear.row(leads, 1, 1, rule=TASTE, reason="one main lift a session")
        worth = "a session worth going for"
        self.linear.row(picks, 1, INFINITY, rule=TASTE, reason=worth)
        self.reward(picks, GOOD_EXERCISES, taste.FULL_SESSION, rule=TASTE, reason=worth)
        if self._is_on("SCH106"):
            self.linear.row(
                seconds, -INFINITY, session.minutes * 60 - fixed,
                rule="SCH106", reason=f"the session fits {session.minutes:.0f} minutes",
            )  # fmt: skip

    def _kept_main(self, session: FrameSession) -> str | None:
        """The lift that led this session in the block before, where it is still allowed: main lifts stay."""
        for choice in self.before:
            if choice.leads and choice.session == session.index:
                pick = self._variables[session.index, choice.exercise.id].pick
                return choice.exercise.id if self.linear.upper[pick] > 0 else None
        return None

    def _leading(self, session: FrameSession) -> tuple[frozenset[Pattern], Kind]:
        """Patterns and kind that may lead: the theme's own, or the next best where rules leave none of them."""
        possible = self._possible(session)
        for kind in (Kind.COMPOUND, Kind.ISOLATION):
            for patterns in taste.leading_patterns(session.theme):
                if any(e.pattern in patterns and e.kind is kind for e in possible):
                    return patterns, kind
        return frozenset(), Kind.COMPOUND

    def _stimulus(self) -> None:
        for group, by_level in WEEKLY.items():
            weight = taste.group_weight(group, self.athlete)
            if not weight:
                continue
            band = by_level[self.athlete.level]
            edges = (0.0, band.start, band.low, (band.low + band.high) / 2, band.high, band.cap)
            total = {
                v.sets: -value
                for (_, exercise_id), v in self._variables.items()
                if (value := self.value(self.atlas.exercises[exercise_id], group))
            }
            parts = []
            for (lower, upper), slope in zip(pairwise(edges), taste.SLOPES, strict=True):
                part = self.linear.variable(0, upper - lower)
                parts.append(part)
                self.linear.term(part, slope * weight, rule="stimulus", reason=f"{group.label}: sets in the week")
            beyond = self.linear.variable(0, INFINITY)
            self.linear.term(
                beyond, taste.BEYOND_CAP * weight, rule="stimulus", reason=f"{group.label}: beyond the cap"
            )
            self.stimulus[group] = [*parts, beyond]
            self.linear.row(
                {**dict.fromkeys(self.stimulus[group], 1.0), **total}, 0, 0, rule="stimulus", reason=group.label
            )
            if self.before and group in WATCHED and self._is_on("VOL107"):
                now = sum(self.value(c.exercise, group) * c.sets for c in self.before)
                most = max(now + JUMP_SETS, now * (1 + JUMP_SHARE))
                volume = {sets: -value for sets, value in total.items()}
                self.price(volume, most, taste.JUMP_COST, rule="VOL107", reason=f"{group.label} rise slowly")

    def _taste(self) -> None:
        by_exercise: dict[str, dict[int, float]] = {}
        by_family: dict[str, dict[int, float]] = {}
        by_grip: dict[Grip, dict[int, float]] = {}
        earlier = {c.exercise.id: c for c in self.before}
        for rank, ((index, exercise_id), v) in enumerate(self._variables.items()):
            exercise = self.atlas.exercises[exercise_id]
            theme = self.sessions[index].theme
            points = taste.exercise_points(exercise, self.athlete) + taste.theme_points(exercise, theme)
            self.linear.term(v.pick, points - 1e-4 * rank, rule=TASTE, reason="preference for the exercise")
            self.linear.term(v.sets, -taste.SET_COST - 1e-5 * rank, rule=TASTE, reason="time and recovery of a set")
            main = taste.MAIN_PREFERENCE.get(exercise_id, 0.0)
            self.linear.term(v.lead, main, rule=TASTE, reason="leads the session")
            if exercise_id in earlier and not earlier[exercise_id].leads:
                self.linear.term(
                    v.pick, -taste.STALE_COST[self.athlete.level], rule=TASTE, reason="the block before used it"
                )
            by_exercise.setdefault(exercise_id, {})[v.pick] = 1.0
            by_family.setdefault(exercise.family, {})[v.pick] = 1.0
            turns = self.rotating and exercise.family == "pull-up"
            grip = exercise.grip
            if grip is not None and grip in taste.GRIP_VARIETY and is_main_lift(exercise) and not turns:
                by_grip.setdefault(grip, {})[v.pick] = 1.0
        if len(self.sessions) > 1:
            cost = taste.REPEAT_COST[self.athlete.level]
            for amount in by_exercise.values():
                self.price(amount, 1, cost, rule=TASTE, reason="the same exercise twice a week")
            for amount in by_family.values():
                if len(amount) > len(self.sessions):
                    self.price(amount, 1, taste.FAMILY_REPEAT_COST, rule=TASTE, reason="the same family twice a week")
        for session in self.sessions:
            if self.rotating:
                self._price_rotation_cousins(session)
            for pattern in taste.ONE_IS_ENOUGH:
                picks = {self.pick(session, e): 1.0 for e in self.candidates(session) if e.pattern is pattern}
                reason = f"a second {pattern.value.replace('-', ' ')} in one session"
                self.price(picks, 1, taste.SECOND_OF_A_KIND, rule=TASTE, reason=reason)
            compounds = {self.pick(session, e): 1.0 for e in self.candidates(session) if is_main_lift(e)}
            self.reward(compounds, 2, taste.SECOND_COMPOUND, rule=TASTE, reason="two compound lifts carry a session")
        for grip, amount in by_grip.items():
            self.reward(amount, 1, taste.GRIP_VARIETY[grip], rule=TASTE, reason=f"a week with {grip.value} pulls in it")

    def _price_rotation_cousins(self, session: FrameSession) -> None:
        vertical = [e for e in self.candidates(session) if e.pattern is Pattern.VERTICAL_PULL]
        amount = {self.pick(session, e): 1.0 for e in vertical if e.kind is Kind.COMPOUND}
        self.price(amount, 1, taste.ROTATION_COUSIN, rule=TASTE, reason="a second pull beside rotating pull-ups")
