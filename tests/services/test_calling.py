"""Which exercise a typed name means."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Loading
from dorsi.journal.model import CustomExercise, Journal, LoadMode
from dorsi.services.calling import Names


def names(*planned: str, **journal: Any) -> Names:
    atlas = load_atlas()
    return Names(atlas, Journal(**journal), [atlas.exercises[each] for each in planned])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("deadlift", "deadlift"),
        ("Deadlifts", "deadlift"),
        ("pull up", "pull-up-medium"),
        ("RDL", "romanian-deadlift"),
        ("bench press", "other:bench-press"),
        ("other:bench-press", "other:bench-press"),
        ("back extension 45", "back-extension-45"),
        ("Seated row, narrow", "seated-row-narrow"),
    ],
)
def test_any_usual_name(typed: str, meant: str) -> None:
    called = names().find(typed)
    assert called is not None
    assert (called.id, called.guess) == (meant, False)


def test_in_doubt_it_is_what_is_planned() -> None:
    assert names().find("row") is None
    called = names("deadlift", "barbell-row", "row-ergometer").find("row")
    assert called is not None
    assert (called.id, called.guess) == ("barbell-row", True)
    assert names("barbell-row", "t-bar-row").find("row") is None
    assert names("barbell-row", "t-bar-row").near("row")[:2] == ("Barbell row", "T-bar row")


def test_a_pull_up_with_weight_is_the_planned_one() -> None:
    planned = names("pull-up-weighted")
    with_weight, without = planned.find("pull-up", added=True), planned.find("pull-up")
    assert (with_weight and with_weight.id, without and without.id) == ("pull-up-weighted", "pull-up-medium")
    both = names("pull-up-weighted", "pull-up-medium").find("pull-up", added=True)
    assert both is not None
    assert both.id == "pull-up-medium"


def test_the_athletes_own_names_come_first() -> None:
    own = CustomExercise(id="custom:bench-press", name="Bench press", loading=Loading.TIME)
    called = names(exercises={own.id: own}).find("bench press")
    assert called is not None
    assert (called.id, called.loading) == (own.id, Loading.TIME)
    decided = names(names={"thing": "face-pull"}).find("Thing")
    assert decided is not None
    assert decided.id == "face-pull"


@pytest.mark.parametrize(
    ("exercise", "mode", "loaded"),
    [
        ("deadlift", LoadMode.TOTAL, True),
        ("pull-up-medium", LoadMode.ADDED, False),
        ("pull-up-assisted", LoadMode.ASSISTED, True),
        ("band-row", LoadMode.TOTAL, False),
        ("inverted-row", LoadMode.ADDED, False),
        ("plank", LoadMode.TOTAL, False),
    ],
)
def test_what_a_load_without_a_sign_means(exercise: str, mode: LoadMode, loaded: bool) -> None:
    called = names().called(exercise)
    assert (called.mode, called.is_loaded) == (mode, loaded)


def test_near_names_for_a_slip() -> None:
    assert "Deadlift" in names().near("deaddlifft")
    assert names().near("xyzzy") == ()
