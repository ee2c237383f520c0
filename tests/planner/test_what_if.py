"""Two plans side by side: what one changed answer gains and costs."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Pattern, VolumeGroup
from dorsi.errors import InvalidFile, TrainingRefused, UnknownName, UsageError
from dorsi.planner.plan import Plan
from dorsi.planner.what_if import Difference, compare
from dorsi.services.planning import what_if
from tests.planner.plans import athlete_text, plan


@cache
def asked(name: str, **changes: Any) -> Difference:
    """The difference one question makes to an example athlete's plan; lists are given as tuples."""
    return what_if(athlete_text(name), f"{name}.toml", **changes)


def patterns(of: Plan) -> set[Pattern]:
    return {entry.exercise.pattern for entry in of.first_week.work}


def sets_of(of: Plan) -> int:
    return sum(entry.hard_sets for entry in of.first_week.work)


def test_a_plan_does_not_differ_from_itself() -> None:
    same = compare(plan("newcomer"), plan("newcomer"), "nothing")
    assert (same.points, dict(same.volume), same.sessions) == (0.0, {}, ())
    assert same.minutes[0] == same.minutes[1] > 0


def test_two_plans_are_compared_session_by_session() -> None:
    difference = compare(plan("newcomer"), plan("dumbbells-only"), "other equipment")
    for change in difference.sessions:
        assert not change.is_empty
        assert not set(change.gained) & set(change.lost)
        assert all(before != after for before, after in change.sets.values())
    one, other = plan("newcomer").first_week, plan("dumbbells-only").first_week
    for group in VolumeGroup:
        before, after = one.volume.get(group, 0.0), other.volume.get(group, 0.0)
        if group in difference.volume:
            assert difference.volume[group] == (before, after)
        assert (group in difference.volume) is (before != after)
    gained, lost = ({e.exercise.short for e in week.work if e.role == "work"} for week in (other, one))
    assert {name for c in difference.sessions for name in c.gained} >= gained - lost


def test_fewer_minutes_cost_points_and_are_kept() -> None:
    difference = asked("strength", minutes=60)
    assert difference.says == "60 minutes instead of 80"
    assert difference.points < 0
    assert difference.minutes[1] < difference.minutes[0]
    assert difference.after.athlete.minutes == 60
    assert all(session.minutes <= 60 for week in difference.after.view.weeks for session in week.sessions)
    assert any(not change.is_empty for change in difference.sessions)


def test_more_minutes_never_cost_points() -> None:
    difference = asked("newcomer", minutes=70)
    assert difference.points >= -0.005 * abs(difference.before.objective)
    assert sets_of(difference.after) >= sets_of(difference.before)


def test_a_pulley_gives_the_dumbbell_lifter_vertical_pulls() -> None:
    difference = asked("dumbbells-only", add=("pulley",))
    assert Pattern.VERTICAL_PULL not in patterns(difference.before)
    assert Pattern.VERTICAL_PULL in patterns(difference.after)
    assert difference.points > 1
    before, after = difference.volume[VolumeGroup.LATS]
    assert after > before
    assert difference.says == "with pulley"


def test_taking_away_an_exercise_finds_another() -> None:
    difference = asked("strength", without=("deadlift",))
    ids = {entry.exercise.id for week in difference.after.view.weeks for entry in week.work}
    assert "deadlift" not in ids
    assert "deadlift" in {entry.exercise.id for entry in difference.before.first_week.work}
    assert difference.points < 0
    assert any("Deadlift" in change.lost and change.gained for change in difference.sessions)


def test_a_rule_of_taste_can_be_switched_off() -> None:
    difference = asked("newcomer", without=("sel101",))
    assert "SEL101" in difference.says
    assert "switched off" in difference.says
    assert not any(finding.code == "SEL101" for finding in difference.after.findings)


def test_switching_off_the_pull_up_gate_lets_a_newcomer_do_pull_ups() -> None:
    rules = ("GAT101", "GAT106", "GAT107")
    difference = asked("newcomer", without=rules)
    assert all(code in difference.says for code in rules)
    kept = {ban.rule for block in difference.before.blocks for ban in block.bans}
    gone = {ban.rule for block in difference.after.blocks for ban in block.bans}
    assert "GAT101" in kept
    assert not gone & set(rules)


@pytest.mark.parametrize("code", ["RSK101", "rsk102", "EQP105"])
def test_a_health_limit_stays_on(code: str) -> None:
    with pytest.raises(UsageError, match=f"{code.upper()}.* health limit"):
        asked("older-sore-back", without=(code,))


def test_days_and_sessions_change_the_frame() -> None:
    difference = asked("newcomer", days=("mon", "wed", "fri"), sessions=3)
    assert difference.says == "training on mon, wed, fri; 3 sessions a week"
    assert len(difference.after.frame.sessions) == 3
    assert len(difference.before.frame.sessions) == 2


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"without": ("nonsense",)}, "nonsense"),
        ({"add": ("nonsense",)}, "nonsense"),
        ({"add": ("SEL101",)}, "SEL101"),
        ({"add": ("pully",)}, "'pulley'"),
        ({"without": ("deadlft",)}, "'deadlift'"),
    ],
)
def test_unknown_names_are_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(UnknownName, match=says):
        asked("newcomer", **changes)


def test_impossible_answers_are_problems_of_the_answers() -> None:
    with pytest.raises(InvalidFile, match="between 20 and 180"):
        asked("newcomer", minutes=5)
    with pytest.raises(InvalidFile, match="sessions_per_week"):
        asked("newcomer", sessions=3)
    with pytest.raises(InvalidFile, match="days"):
        asked("newcomer", days=("mon", "someday"))


def test_a_referral_is_not_bargained_with() -> None:
    with pytest.raises(TrainingRefused):
        asked("see-a-doctor", minutes=30)


def test_the_answers_of_the_changed_plan_are_embedded() -> None:
    after = asked("strength", minutes=65).after
    assert after.program.athlete is not None
    assert after.program.athlete["minutes"] == 65
    assert load_atlas().exercise(after.first_week.work[0].exercise.id)
