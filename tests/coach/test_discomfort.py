"""The traffic light: green, amber, red, what is sharp, what belongs to an exercise, and red flags."""

from __future__ import annotations

import pytest

from dorsi.coach.model import NextSession
from dorsi.errors import TrainingRefused
from dorsi.journal.model import Clearance, Hurt, LoggedDiscomfort, Sign
from tests.coach.making import ROW, coached, done, hurt, lead, load_of, programme, rules, session_rules, topped, work
from tests.journal.making import a_session as session_on
from tests.journal.making import day, straight

PULLDOWN = "pulldown-medium 3 x 6-10 @ RIR 2"
"""Loads the shoulder somewhat (2 of 3) and the lower back not at all."""
ONLY_THIS_PULLDOWN = {
    "equipment": {"preset": "none", "add": ["pulldown-station"]},
    "never": ["pulldown-wide", "pulldown-close", "pulldown-underhand", "pulldown-one-arm", "pulldown-behind"],
}
ONLY_THIS_ROW = {"equipment": {"preset": "none", "add": ["barbell"]}, "never": ["t-bar-row", "dead-row"]}


def rows(*hurts: Hurt, on: int = 3) -> NextSession:
    """The session after rows with 60 kg on day 0 and these reports."""
    return coached(programme(ROW), topped(0, 60), hurts=hurts, on=on)


def test_green_changes_nothing() -> None:
    item = lead(rows(hurt(2, "lower-back", 2)))
    assert item.exercise.id == "barbell-row"
    assert item.sets[0].load_kg == 62.5


def test_amber_brings_an_easier_exercise_of_the_same_pattern_with_four_in_reserve() -> None:
    item = lead(rows(hurt(2, "lower-back", 4)))
    assert item.planned == "barbell-row"
    assert item.exercise.pattern.value == "horizontal-pull"
    assert item.exercise.stress.get("lower-back", 0) <= 1
    assert item.sets[0].reserve == (4, 4)
    assert rules(item)[0] == "HRT101"


def test_amber_without_an_easier_exercise_takes_a_quarter_of_the_load() -> None:
    """75 % of 60 kg are 45 kg."""
    text = programme(PULLDOWN, athlete=ONLY_THIS_PULLDOWN)
    session = coached(text, done(0, "pulldown-medium", 60, 10, 10, 10, rir=2), hurts=(hurt(2, "shoulder", 4),))
    item = lead(session)
    assert item.exercise.id == "pulldown-medium"
    assert item.sets[0].load_kg == 45
    assert item.sets[0].reserve == (4, 4)
    assert rules(item) == ("HRT101",)


def test_red_brings_what_does_not_load_the_place_at_all() -> None:
    item = lead(rows(hurt(2, "lower-back", 6)))
    assert item.exercise.id != "barbell-row"
    assert "lower-back" not in item.exercise.stress
    assert rules(item)[0] == "HRT102"


def test_red_without_anything_that_spares_the_place_leaves_it_out() -> None:
    text = programme(ROW, "side-plank 2 x 20-40 s", athlete=ONLY_THIS_ROW)
    session = coached(text, topped(0, 60), hurts=(hurt(2, "lower-back", 6),))
    assert [item.exercise.id for item in work(session)] == ["side-plank"]
    assert "HRT102" in session_rules(session)


@pytest.mark.parametrize("sign", [Sign.SHARP, Sign.SPREADING, Sign.WORSENING])
def test_what_is_sharp_spreading_or_worse_is_red_whatever_its_score(sign: Sign) -> None:
    assert rules(lead(rows(hurt(2, "lower-back", 2, signs=frozenset({sign})))))[0] == "HRT102"


def test_stiffness_on_the_next_day_is_amber_whatever_its_score() -> None:
    assert rules(lead(rows(hurt(2, "lower-back", 1, signs=frozenset({Sign.STIFF_NEXT_DAY})))))[0] == "HRT101"


def test_an_exercise_that_hurts_is_eased_and_no_other_of_the_same_place() -> None:
    text = programme(ROW, "deadlift 3 x 5-8 @ RIR 2")
    row, deadlift = work(coached(text, topped(0, 60), hurts=(hurt(2, "barbell-row", 6),)))
    assert row.exercise.id != "barbell-row"
    assert deadlift.exercise.id == "deadlift"


def test_a_place_that_hurts_changes_all_that_loads_it_and_nothing_else() -> None:
    text = programme("deadlift 3 x 5-8 @ RIR 2", ROW, PULLDOWN)
    session = coached(text, topped(0, 60), hurts=(hurt(2, "lower-back", 6),))
    assert {item.planned or item.exercise.id for item in work(session)} >= {"pulldown-medium"}
    for item in work(session):
        assert "lower-back" not in item.exercise.stress
    assert "pulldown-medium" in [item.exercise.id for item in work(session)]


def test_discomfort_felt_in_a_set_counts_like_a_report() -> None:
    felt = LoggedDiscomfort(score=6, place="lower-back")
    sets = straight(3, "barbell-row", 60, 10, rir=2, discomfort=felt)
    assert rules(lead(coached(programme(ROW), session_on(0, sets))))[0] == "HRT102"


def test_work_without_discomfort_ends_an_amber_report_early() -> None:
    session = coached(programme(ROW), topped(3, 60), hurts=(hurt(2, "lower-back", 4),))
    assert lead(session).exercise.id == "barbell-row"
    assert load_of(session) == 62.5


@pytest.mark.parametrize(("score", "lasts"), [(4, 7), (6, 10)])
def test_an_old_report_is_over(score: int, lasts: int) -> None:
    report = hurt(2, "lower-back", score)
    assert lead(rows(report, on=2 + lasts)).exercise.id != "barbell-row"
    assert lead(rows(report, on=3 + lasts)).exercise.id == "barbell-row"


def test_a_newer_green_report_ends_an_older_red_one() -> None:
    assert lead(rows(hurt(1, "lower-back", 6), hurt(2, "lower-back", 1))).exercise.id == "barbell-row"


def test_red_on_two_days_within_two_weeks_asks_for_an_examination() -> None:
    assert "HRT103" not in session_rules(rows(hurt(2, "lower-back", 6)))
    assert "HRT103" not in session_rules(rows(hurt(2, "lower-back", 6), hurt(2, "hip", 6)))
    assert "HRT103" in session_rules(rows(hurt(1, "lower-back", 6), hurt(2, "lower-back", 6)))


def test_red_days_more_than_two_weeks_apart_ask_for_nothing() -> None:
    reports = (hurt(0, "lower-back", 6), hurt(14, "lower-back", 6))
    assert "HRT103" in session_rules(rows(*reports, on=14))
    assert "HRT103" not in session_rules(rows(*reports, on=15))


def test_a_red_flag_ends_training_until_it_was_looked_at() -> None:
    flag = hurt(2, "lower-back", 5, warnings=("bladder-or-bowel",))
    with pytest.raises(TrainingRefused):
        rows(flag)
    with pytest.raises(TrainingRefused):
        rows(flag, on=100)
    cleared = (Clearance(id="cleared", on=day(5)),)
    session = coached(programme(ROW), topped(0, 60), hurts=(flag,), clearances=cleared, on=6)
    assert load_of(session) == 62.5


def test_a_new_red_flag_after_the_clearance_ends_training_again() -> None:
    flags = tuple(hurt(number, "lower-back", 5, warnings=("bladder-or-bowel",)) for number in (2, 7))
    cleared = (Clearance(id="cleared", on=day(5)),)
    with pytest.raises(TrainingRefused):
        coached(programme(ROW), topped(0, 60), hurts=flags, clearances=cleared, on=8)


def test_training_goes_on_at_the_load_from_before_the_discomfort() -> None:
    """The light row with four in reserve on day 5 was asked for; the load of day 0 is where it goes on."""
    easy = done(5, "chest-supported-row", 14, 10, 10, 10, rir=4)
    session = coached(programme(ROW), topped(0, 60), easy, hurts=(hurt(2, "lower-back", 4),), on=10)
    assert lead(session).exercise.id == "barbell-row"
    assert load_of(session) == 62.5


SHARP = frozenset({Sign.SHARP})


def elbow(*, signs: frozenset[Sign] = SHARP) -> NextSession:
    """The session after an elbow was sore in the pulldown, which loads it a little (1 of 3), as the row does."""
    text = programme(PULLDOWN, ROW)
    return coached(text, topped(0, 60), hurts=(hurt(2, "elbow", 4, exercise="pulldown-medium", signs=signs),))


def test_an_exercise_that_hurt_is_changed_however_little_it_loads_the_place() -> None:
    for session in (elbow(), elbow(signs=frozenset())):
        assert "pulldown-medium" not in [
            item.exercise.id for item in work(session) if not any(rule.startswith("HRT") for rule in rules(item))
        ]
    assert "pulldown-medium" not in [item.exercise.id for item in work(elbow())]


def test_what_loads_a_red_place_a_little_stays_and_is_named() -> None:
    (says,) = [each.says for each in elbow().decisions if "stays" in each.says]
    assert says.startswith("Sharp, spreading or growing discomfort (elbow): ")
    assert "Barbell row" in says


def test_a_report_that_changes_nothing_says_so() -> None:
    (says,) = [each.says for each in rows(hurt(2, "knee", 4)).decisions if each.rule == "HRT101"]
    assert says == "Discomfort 4 of 10 (knee): little or nothing in this session loads it, so nothing changes."


def test_a_green_report_ends_what_was_felt_in_an_exercise_too() -> None:
    felt = hurt(1, "elbow", 6, exercise="barbell-row")
    assert "barbell-row" not in [item.exercise.id for item in work(rows(felt))]
    assert lead(rows(felt, hurt(2, "elbow", 1))).exercise.id == "barbell-row"
