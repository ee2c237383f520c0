from __future__ import annotations

import pytest

from dorsi.athlete.model import Sex
from dorsi.atlas.load import load_atlas
from dorsi.progress.formula import Formula, formula_for, set_max_kg, share_of_max
from dorsi.progress.series import StrengthSet


@pytest.mark.parametrize(
    ("exercise", "sex", "formula"),
    [
        ("pulldown-medium", Sex.MALE, Formula.OCONNER),
        ("seated-row-narrow", Sex.UNSTATED, Formula.OCONNER),
        ("pull-up-medium", Sex.MALE, Formula.PULL_UP),
        ("pull-up-medium", Sex.UNSTATED, Formula.PULL_UP),
        ("pull-up-medium", Sex.FEMALE, Formula.OCONNER),
        ("pull-up-assisted", Sex.MALE, Formula.PULL_UP),
        ("barbell-row", Sex.FEMALE, Formula.MEDIAN),
        ("deadlift", Sex.MALE, Formula.MEDIAN),
    ],
)
def test_each_lift_gets_the_formula_that_suits_it(exercise: str, sex: Sex, formula: Formula) -> None:
    assert formula_for(load_atlas().exercise(exercise), sex) is formula


@pytest.mark.parametrize("formula", list(Formula))
def test_one_rep_is_the_maximum_and_more_reps_a_smaller_share(formula: Formula) -> None:
    shares = [share_of_max(reps, formula) for reps in range(1, 13)]
    assert shares[0] == 1.0
    assert shares == sorted(shares, reverse=True)
    assert 0.66 < shares[-1] < 0.80


def test_oconner_gives_a_pulldown_less_credit_for_ten_reps_than_epley_and_brzycki() -> None:
    done = StrengthSet(load_kg=80.0, reps=10)
    assert set_max_kg(done, Formula.OCONNER) == pytest.approx(100.0)
    assert set_max_kg(done, Formula.MEDIAN) == pytest.approx(80.0 / 0.75)


def test_a_reported_reserve_adds_the_reps_left_and_what_people_misjudge() -> None:
    to_failure = set_max_kg(StrengthSet(load_kg=100.0, reps=5, reserve=0.0))
    two_left = set_max_kg(StrengthSet(load_kg=100.0, reps=5, reserve=2.0))
    assert to_failure == set_max_kg(StrengthSet(load_kg=100.0, reps=5))
    assert two_left == pytest.approx(100.0 / share_of_max(7.95))


@pytest.mark.parametrize(
    "done",
    [
        StrengthSet(load_kg=60.0, reps=13),
        StrengthSet(load_kg=60.0, reps=11, reserve=2.0),
        StrengthSet(load_kg=60.0, reps=5, reserve=5.0),
        StrengthSet(load_kg=60.0, reps=0),
        StrengthSet(load_kg=0.0, reps=8),
        StrengthSet(load_kg=60.0, reps=5, warm_up=True),
    ],
)
def test_sets_that_say_too_little_give_no_estimate(done: StrengthSet) -> None:
    assert set_max_kg(done) is None
