"""What a rule asks of the planner's model is what the solver does, on models small enough to do in the head."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from dorsi.athlete.model import Athlete, Goal, Weekday
from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Exercise, Level, VolumeGroup
from dorsi.planner.frame import Frame, Theme
from dorsi.planner.linear import LinearModel, Solution
from dorsi.planner.plan import plan_program
from dorsi.planner.solver import solve
from dorsi.planner.week import Demands, WeekModel
from dorsi.rules.base import FrameSession
from dorsi.rules.bounds import WEEKLY
from dorsi.rules.registry import all_rules
from tests.planner.plans import week_frame

FEW = ("barbell-row", "deadlift", "pulldown-medium", "rear-delt-fly", "seated-row-narrow")
ATHLETE = Athlete(equipment=frozenset(PRESETS["full-gym"]), max_pull_ups=9, trunk_ready=True)


def few_exercises() -> Atlas:
    """The atlas with five exercises only."""
    atlas = Atlas()
    whole = load_atlas()
    atlas.__dict__["exercises"] = {exercise_id: whole.exercises[exercise_id] for exercise_id in FEW}
    return atlas


def one_day(theme: Theme = Theme.FULL, minutes: int = 60) -> Frame:
    session = FrameSession(index=0, id="back", theme=theme.value, day=Weekday.MON, minutes=float(minutes))
    return Frame(sessions=(session,), gaps_hours=(168,), reasons=(), points=0.0)


class Tiny:
    """A model of one session with nothing in it but what a test asks for."""

    def __init__(self) -> None:
        self.model = WeekModel(athlete=ATHLETE, atlas=few_exercises(), frame=one_day())
        self.session = self.model.sessions[0]

    def exercise(self, exercise_id: str) -> Exercise:
        return self.model.atlas.exercises[exercise_id]

    def pick(self, exercise_id: str) -> int:
        return self.model.pick(self.session, self.exercise(exercise_id))

    def sets(self, exercise_id: str) -> int:
        return self.model.sets(self.session, self.exercise(exercise_id))

    def solved(self) -> Solution | None:
        return solve(self.model.linear, "tiny")


@pytest.fixture
def tiny() -> Tiny:
    return Tiny()


WHY: Mapping[str, str] = {"rule": "TST101", "reason": "because"}


def test_a_session_offers_what_its_theme_allows() -> None:
    def offered(theme: Theme) -> set[str]:
        model = WeekModel(athlete=ATHLETE, atlas=few_exercises(), frame=one_day(theme))
        return {exercise.id for exercise in model.candidates(model.sessions[0])}

    assert offered(Theme.FULL) == set(FEW)
    assert offered(Theme.UPPER) == {"pulldown-medium", "rear-delt-fly", "seated-row-narrow"}
    assert "deadlift" in offered(Theme.HINGE)
    assert offered(Theme.HINGE).isdisjoint({"pulldown-medium", "seated-row-narrow", "barbell-row", "rear-delt-fly"})
    assert "deadlift" not in offered(Theme.PULLS)


def test_price_costs_every_unit_above_the_bound_and_nothing_below(tiny: Tiny) -> None:
    sets = tiny.sets("barbell-row")
    tiny.model.at_least({sets: 1.0}, 4, **WHY)
    tiny.model.price({sets: 1.0}, 2, 1.5, **WHY)
    tiny.model.price({sets: 1.0}, 4, 7.0, **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert solution.values[sets] == 4
    assert solution.objective == pytest.approx(-3.0)


def test_a_priced_amount_is_avoided_when_nothing_asks_for_it(tiny: Tiny) -> None:
    pick = tiny.pick("deadlift")
    tiny.model.price({pick: 1.0}, 0, 1.0, **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert (solution.values[pick], solution.objective) == (0, 0)


@pytest.mark.parametrize(("most", "points"), [(2, 4.0), (3, 6.0), (4, 6.0)])
def test_reward_earns_up_to_its_bound(tiny: Tiny, most: int, points: float) -> None:
    sets = tiny.sets("barbell-row")
    tiny.model.at_most({sets: 1.0}, most, **WHY)
    tiny.model.reward({sets: 1.0}, 3, 2.0, **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert solution.objective == pytest.approx(points)
    assert solution.values[sets] >= min(most, 3)


def test_reward_and_price_weigh_against_each_other(tiny: Tiny) -> None:
    sets = tiny.sets("barbell-row")
    tiny.model.reward({sets: 1.0}, 4, 1.0, **WHY)
    tiny.model.price({sets: 1.0}, 2, 3.0, **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert solution.values[sets] == 2
    assert solution.objective == pytest.approx(2.0)


def test_at_most_binds_a_sum(tiny: Tiny) -> None:
    both = {tiny.sets("barbell-row"): 1.0, tiny.sets("deadlift"): 2.0}
    tiny.model.at_most(both, 5, **WHY)
    tiny.model.reward({tiny.sets("barbell-row"): 1.0}, 9, 1.0, **WHY)
    tiny.model.reward({tiny.sets("deadlift"): 1.0}, 9, 3.0, **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert solution.amount(both) <= 5
    assert solution.objective == pytest.approx(7.0)


def test_a_forbidden_exercise_is_never_chosen_and_the_reason_is_kept(tiny: Tiny) -> None:
    tiny.model.reward({tiny.pick("deadlift"): 1.0}, 1, 100.0, **WHY)
    tiny.model.forbid(tiny.session, tiny.exercise("deadlift"), **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert solution.values[tiny.pick("deadlift")] == 0
    assert solution.values[tiny.sets("deadlift")] == 0
    assert [(ban.exercise, ban.rule, ban.reason) for ban in tiny.model.bans] == [("deadlift", "TST101", "because")]


def test_what_is_asked_for_and_forbidden_has_no_solution(tiny: Tiny) -> None:
    tiny.model.at_least({tiny.pick("deadlift"): 1.0}, 1, **WHY)
    assert tiny.solved() is not None
    tiny.model.forbid(tiny.session, tiny.exercise("deadlift"), **WHY)
    assert tiny.solved() is None


def test_bounds_on_nothing_hold_only_if_zero_fits(tiny: Tiny) -> None:
    tiny.model.at_most({}, 0, **WHY)
    tiny.model.price({}, 0, 5.0, **WHY)
    tiny.model.reward({}, 3, 5.0, **WHY)
    solution = tiny.solved()
    assert solution is not None
    assert solution.objective == 0
    tiny.model.at_least({}, 1, **WHY)
    assert tiny.solved() is None


def test_an_empty_linear_model_sums_terms_of_one_variable() -> None:
    linear = LinearModel()
    x = linear.variable(0, 10)
    linear.term(x, 2.0, rule="a", reason="one")
    linear.term(x, -0.5, rule="b", reason="two")
    linear.row({x: 1.0}, 0, 4, rule="a", reason="cap")
    solution = solve(linear, "two terms")
    assert solution is not None
    assert linear.objective() == {x: 1.5}
    assert solution.objective == pytest.approx(6.0)


# ---------------------------------------------------------------------- the model as a whole
def lat_points(sets: int, level: Level) -> float:
    """What the objective gives for that many direct lat sets a week, everything but stimulus left out."""
    athlete = Athlete(equipment=frozenset(PRESETS["full-gym"]), level=level)
    model = WeekModel(athlete=athlete, atlas=load_atlas(), frame=one_day())
    linear = model.build(())
    parts = set(model.stimulus[VolumeGroup.LATS])
    linear.rows[:] = [row for row in linear.rows if parts & row.amount.keys()]
    linear.terms[:] = [term for term in linear.terms if term.variable in parts]
    for exercise in model.candidates(model.sessions[0]):
        variable = model.sets(model.sessions[0], exercise)
        linear.lower[variable] = linear.upper[variable] = 0
    pulldown = model.sets(model.sessions[0], model.atlas.exercises["pulldown-medium"])
    linear.lower[pulldown] = linear.upper[pulldown] = sets
    solution = solve(linear, "stimulus", gap=0.0)
    assert solution is not None
    return solution.objective


@pytest.mark.parametrize("level", list(Level))
def test_each_further_lat_set_is_worth_no_more_than_the_one_before(level: Level) -> None:
    band = WEEKLY[VolumeGroup.LATS][level]
    points = [lat_points(sets, level) for sets in range(int(band.cap) + 4)]
    steps = [b - a for a, b in pairwise(points)]
    assert points[0] == 0
    assert all(later <= earlier + 1e-6 for earlier, later in pairwise(steps))
    assert all(step > 0 for step in steps[: int(band.low)])
    assert all(step < 0 for step in steps[int(band.cap) :])
    best = max(range(len(points)), key=points.__getitem__)
    assert band.low <= best <= band.high


@pytest.mark.parametrize("group", [VolumeGroup.LATS, VolumeGroup.MID_BACK, VolumeGroup.ERECTORS])
def test_the_first_sets_of_a_week_are_the_ones_worth_most(group: VolumeGroup) -> None:
    model = WeekModel(athlete=Athlete(), atlas=load_atlas(), frame=one_day())
    points = model.build(()).objective()
    worth = [points[part] for part in model.stimulus[group]]
    assert len(worth) == 6
    assert all(earlier > later for earlier, later in pairwise(worth))


def test_goals_shift_what_a_set_is_worth() -> None:
    def terms(goal: Goal) -> float:
        model = WeekModel(athlete=Athlete(goal=goal), atlas=load_atlas(), frame=one_day())
        linear = model.build(())
        first = model.stimulus[VolumeGroup.LATS][0]
        return linear.objective()[first]

    assert terms(Goal(width=5)) > terms(Goal(width=1))


@pytest.mark.parametrize(
    ("athlete", "exercise", "leads", "bounds"),
    [
        (Athlete(level=Level.BEGINNER), "seated-row-narrow", True, (3, 4)),
        (Athlete(level=Level.BEGINNER), "seated-row-narrow", False, (3, 3)),
        (Athlete(), "seated-row-narrow", True, (3, 5)),
        (Athlete(), "deadlift", True, (3, 4)),
        (Athlete(goal=Goal(width=1, thickness=1, balance=1, strength=5)), "deadlift", True, (4, 5)),
        (Athlete(age=70), "seated-row-narrow", True, (2, 3)),
        (Athlete(tags=frozenset({"detrained"})), "seated-row-narrow", True, (2, 3)),
        (Athlete(minutes=25), "seated-row-narrow", True, (2, 3)),
        (Athlete(), "rear-delt-fly", False, (2, 4)),
    ],
)
def test_set_bounds(athlete: Athlete, exercise: str, leads: bool, bounds: tuple[int, int]) -> None:
    model = WeekModel(athlete=athlete, atlas=few_exercises(), frame=one_day())
    assert model.set_bounds(model.atlas.exercises[exercise], leads=leads) == bounds


def test_one_exercise_leads_and_a_heavy_hinge_is_it_or_absent(atlas: Atlas) -> None:
    frame = week_frame(ATHLETE)
    assert frame is not None
    model = WeekModel(athlete=ATHLETE, atlas=atlas, frame=frame)
    solution = solve(model.build(all_rules()), "week")
    assert solution is not None
    choices = model.choices(solution)
    for session in frame.sessions:
        own = [choice for choice in choices if choice.session == session.index]
        assert [choice.leads for choice in own] == [True] + [False] * (len(own) - 1)
        for choice in own:
            low, high = model.set_bounds(choice.exercise, leads=choice.leads)
            assert low <= choice.sets <= high


def test_what_a_demand_leaves_out_is_not_chosen(atlas: Atlas) -> None:
    frame = one_day()
    free = WeekModel(athlete=ATHLETE, atlas=atlas, frame=frame)
    found = solve(free.build(all_rules()), "free")
    assert found is not None
    main = free.choices(found)[0].exercise.id
    model = WeekModel(athlete=ATHLETE, atlas=atlas, frame=frame, demands=Demands(without=frozenset({(0, main)})))
    solution = solve(model.build(all_rules()), "without")
    assert solution is not None
    assert main not in {choice.exercise.id for choice in model.choices(solution)}
    assert solution.objective <= found.objective * 1.005


def test_a_session_too_short_for_its_warm_up_has_no_solution(atlas: Atlas) -> None:
    model = WeekModel(athlete=ATHLETE, atlas=atlas, frame=one_day(minutes=5))
    assert solve(model.build(all_rules()), "short") is None


def test_the_same_model_has_the_same_answer_to_the_last_bit(atlas: Atlas) -> None:
    def answer() -> Solution:
        frame = week_frame(ATHLETE)
        assert frame is not None
        solution = solve(WeekModel(athlete=ATHLETE, atlas=atlas, frame=frame).build(all_rules()), "again")
        assert solution is not None
        return solution

    one, other = answer(), answer()
    assert one.values == other.values
    assert one.objective == other.objective


def test_the_time_of_a_session_holds_when_an_attempt_comes_between_warm_up_and_work() -> None:
    """The bar is set up twice then: once for the warm-up, once again after the pull-up attempt."""
    athlete = Athlete(
        level=Level.ADVANCED,
        max_pull_ups=0,
        minutes=24,
        days=(Weekday.MON, Weekday.WED, Weekday.FRI),
        equipment=frozenset(PRESETS["bar-and-rings"]),
    )
    made = plan_program(athlete, load_atlas())
    assert all(session.minutes <= 24 for week in made.view.weeks for session in week.sessions)
