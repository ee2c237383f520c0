"""Athlete files: what is read, what is refused and where the problem is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.athlete.intake import (
    Intake,
    assumptions,
    intake_document,
    intake_from_mapping,
    read_athlete,
    read_intake,
    write_intake,
)
from dorsi.athlete.model import Discomfort, Goal, OtherMuscle, OtherTraining, Pace, Weekday
from dorsi.athlete.toml_lines import line_of
from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.model import Level
from dorsi.errors import InvalidFile, TrainingRefused
from dorsi.units import MassUnit

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "athletes").glob("*.toml"))
LEAST = 'dorsi = "athlete/1"\nage = 30\nbody_mass = 80\ntraining_age_months = 12\n'


def shown(extra: str, base: str = LEAST) -> list[str]:
    """The problems of the smallest good file with `extra` below it."""
    with pytest.raises(InvalidFile) as caught:
        read_intake(base + extra, "me.toml")
    return [str(problem) for problem in caught.value.problems]


def test_the_smallest_file_takes_every_default() -> None:
    athlete = read_athlete(LEAST, "me.toml")
    assert athlete.days == (Weekday.MON, Weekday.THU)
    assert athlete.equipment == frozenset(PRESETS["full-gym"])
    assert athlete.level is Level.INTERMEDIATE
    assert athlete.max_pull_ups is None
    assert not athlete.trunk_ready
    assert not athlete.tags


def test_what_was_not_answered_is_said() -> None:
    unsaid = " ".join(assumptions(read_intake(LEAST, "me.toml")))
    assert "pull-ups" in unsaid
    assert "plank" in unsaid
    assert assumptions(read_intake(LEAST + "max_pull_ups = 0\ntrunk_ready = false\n", "me.toml")) == ()


@pytest.mark.parametrize(
    ("extra", "line", "words"),
    [
        ("minuts = 50\n", 5, ["minuts", "did you mean 'minutes'"]),
        ("minutes = 10\n", 5, ["minutes", "between 20 and 180", "found 10"]),
        ('minutes = "an hour"\n', 5, ["minutes", "whole number", "'an hour'"]),
        ("minutes = true\n", 5, ["minutes", "whole number"]),
        ("height_cm = 20\n", 5, ["between 100 and 250 cm"]),
        ('days = ["mon",\n  "mon"]\n', 6, ["days[1]", "twice"]),
        ("days = []\n", 5, ["at least one weekday"]),
        ('pace = "slow"\n', 5, ["pace", "'slower'"]),
        ("sessions_per_week = 3\n", 5, ["3 sessions", "days"]),
        ('liked = [\n  "chin-up",\n  "pulup-wide",\n]\n', 7, ["liked[1]", "'pull-up-wide'"]),
        ('liked = ["lat-pulldown"]\n', 5, ["pulldown-"]),
        ('liked = ["chin-up"]\nnever = ["chin-up"]\n', 6, ["never[0]", "also in 'liked'"]),
        ("[goal]\nwidht = 3\n", 6, ["goal.widht", "'width'"]),
        ("[goal]\nwidth = 6\n", 6, ["goal.width", "between 0 and 5"]),
        ("[goal]\nwidth=0\nthickness=0\nlower_back=0\nbalance=0\nstrength=0\n", 5, ["goal", "above 0"]),
        ('[equipment]\npreset = "fullgym"\n', 6, ["'full-gym'"]),
        ('[equipment]\nadd = ["pully"]\n', 6, ["equipment.add[0]", "'pulley'"]),
        ("[equipment]\nplates = []\n", 6, ["at least one plate"]),
        ("[equipment]\nplates = [20, 0]\n", 6, ["equipment.plates[1]", "found 0"]),
        ("[equipment]\ndumbbells = { from = 9, to = 3, step = 1 }\n", 6, ["'from' is heavier"]),
        ("[equipment]\ndumbbells = { from = 9, to = 30 }\n", 6, ["dumbbells.step", "missing"]),
        ("[equipment.dumbbells]\nfrom = -1\nto = 3\nstep = 1\n", 6, ["dumbbells.from:", "between"]),
        ('[[known_set]]\nexercise = "deadlift"\nload = 5\n', 5, ["known_set[0].reps", "missing"]),
        ('[[known_set]]\nexercise = "deadlit"\nload = 5\nreps = 5\n', 6, ["'deadlift'"]),
        ('[[known_set]]\nexercise = "deadlift"\nload = -5\nreps = 5\n', 7, ["below 0 means help"]),
        ('[[discomfort]]\nplace = "sholder"\nscore = 2\n', 6, ["body region", "'shoulder'"]),
        ('[[discomfort]]\nplace = "zzzzzz"\nscore = 2\n', 6, ["body region or exercise", "neck"]),
        ('[[discomfort]]\nplace = "hip"\nscore = 11\n', 7, ["between 0 and 10"]),
        ('[[other_training]]\nday = "mon"\ntrains = ["leg"]\n', 7, ["trains[0]", "'legs'"]),
        ('[[other_training]]\nday = "mon"\ntrains = []\n', 7, ["say what is trained"]),
        ('[screening]\nyes = ["darkurine"]\n', 6, ["'dark-urine'"]),
        ("[screening]\nsystolic = 130\n", 6, ["screening.diastolic"]),
        ("[screening]\nsystolic = 80\ndiastolic = 90\n", 7, ["lower than systolic"]),
    ],
)
def test_a_problem_is_shown_on_its_line_with_what_would_be_right(extra: str, line: int, words: list[str]) -> None:
    (problem,) = shown(extra)
    assert problem.startswith(f"me.toml:{line}: ")
    for word in words:
        assert word in problem


def test_every_problem_is_reported_at_once_in_the_order_of_the_lines() -> None:
    problems = shown(
        'pace = 3\nminutes = 5\nbody = 1\nliked = ["nonsuch-lift"]\n'
        '[goal]\nwidth = 9\n[[known_set]]\nexercise = "deadlit"\nload = "x"\n',
        LEAST.replace("age = 30", "age = 300"),
    )
    lines = [int(problem.split(":")[1]) for problem in problems]
    assert lines == sorted(lines)
    assert {2, 5, 6, 7, 8, 10, 11, 12, 13} <= set(lines)


def test_missing_answers_and_a_missing_format_are_named() -> None:
    problems = shown("", "name = 'A'\n")
    assert any("dorsi" in problem and 'dorsi = "athlete/1"' in problem for problem in problems)
    for key in ("age", "body_mass", "training_age_months"):
        assert any(f"{key}: is missing" in problem for problem in problems)


def test_another_format_is_refused() -> None:
    (problem,) = shown("", LEAST.replace("athlete/1", "athlete/9"))
    assert "athlete/9" in problem


def test_broken_toml_is_shown_with_line_and_column() -> None:
    (problem,) = shown("name = \n")
    assert problem.startswith("me.toml:5:8: is not valid TOML")


def test_a_mapping_inside_another_file_is_named_by_its_place() -> None:
    with pytest.raises(InvalidFile) as caught:
        intake_from_mapping({"age": 30, "body_mass": 1, "training_age_months": 1}, "plan.yaml", under="athlete")
    assert "plan.yaml: athlete.body_mass: must be between 25 and 300 kg" in str(caught.value)


def test_pounds_are_kept_as_typed_and_planned_in_kilograms() -> None:
    text = LEAST.replace("80", "180") + (
        'units = "lb"\n[equipment]\ndumbbells = { from = 10, to = 50, step = 10 }\n'
        '[[known_set]]\nexercise = "deadlift"\nload = 225\nreps = 5\n'
    )
    intake, athlete = read_intake(text, "me.toml"), read_athlete(text, "me.toml")
    assert intake.body_mass == 180
    assert athlete.units is MassUnit.LB
    assert athlete.body_mass_kg == pytest.approx(81.65, abs=0.01)
    assert athlete.steps.bar_kg == pytest.approx(20.41, abs=0.01)
    assert athlete.steps.dumbbell_max_kg == pytest.approx(22.68, abs=0.01)
    assert athlete.known_sets[0].load_kg == pytest.approx(102.06, abs=0.01)


def test_limits_are_shown_in_the_unit_that_is_typed() -> None:
    (problem,) = shown('units = "lb"\n', LEAST.replace("80", "900"))
    assert "lb, found 900" in problem


def test_groups_are_added_and_single_items_removed() -> None:
    athlete = read_athlete(
        LEAST + '[equipment]\npreset = "none"\nadd = ["pulley", "rings"]\nremove = ["cable-column"]\n', "me.toml"
    )
    assert athlete.equipment == {"pulldown-station", "low-row-station", "rings"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_read_and_survive_being_written(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    intake = read_intake(text, path.name)
    assert read_intake(write_intake(intake), path.name) == intake
    if path.stem == "see-a-doctor":
        with pytest.raises(TrainingRefused):
            read_athlete(text, path.name)
    else:
        read_athlete(text, path.name)


def test_only_what_differs_from_the_defaults_is_written() -> None:
    document = intake_document(read_intake(LEAST, "me.toml"))
    assert list(document) == ["dorsi", "age", "body_mass", "training_age_months"]


INTAKES = st.builds(
    Intake,
    name=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20),
    age=st.integers(5, 110),
    body_mass=st.floats(70, 290).map(lambda value: round(value, 2)),
    units=st.sampled_from(MassUnit),
    training_age_months=st.integers(0, 900),
    pace=st.none() | st.sampled_from(Pace),
    trunk_ready=st.none() | st.booleans(),
    days=st.lists(st.sampled_from(Weekday), min_size=1, unique=True).map(tuple),
    goal=st.builds(Goal, width=st.integers(1, 5), strength=st.integers(0, 5)),
    other_training=st.lists(
        st.builds(
            OtherTraining,
            day=st.sampled_from(Weekday),
            trains=st.lists(st.sampled_from(OtherMuscle), min_size=1, unique=True).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    discomfort=st.lists(
        st.builds(Discomfort, place=st.sampled_from(["neck", "hip", "deadlift"]), score=st.integers(0, 10)),
        max_size=3,
    ).map(tuple),
)


@given(INTAKES)
def test_whatever_is_written_reads_back_the_same(intake: Intake) -> None:
    assert read_intake(write_intake(intake), "me.toml") == intake


def test_lines_are_found_in_tables_lists_and_strings_with_brackets() -> None:
    text = (
        'a = "[x] # no"\nb = [ # one\n  "p, q",\n  { c = 1 }, [2,\n  3],\n]\n'
        "[t]\n# note\nk = 1\n[[s]]\nk = 2\n[[s]]\nk = 3\n"
    )
    expected = {"a": 1, "b": 2, "b[0]": 3, "b[1].c": 4, "b[2]": 4, "t": 7, "t.k": 9, "s[1].k": 13, "s[0].gone": 10}
    assert {path: line_of(text, path) for path in expected} == expected
    assert line_of(text, "nowhere") is None
