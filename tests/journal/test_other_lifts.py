"""Lifts outside the atlas: complete rows, ids of their own, mistakes named."""

from __future__ import annotations

import pytest

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Loading
from dorsi.errors import AtlasBroken
from dorsi.journal.other_lifts import OTHER, other_lifts, read_other_lifts


def test_ids_and_names_stand_once_and_beside_the_atlas() -> None:
    lifts = other_lifts()
    assert len({lift.name for lift in lifts.values()}) == len(lifts) >= 180
    assert all(key == lift.id and key.startswith(OTHER) for key, lift in lifts.items())
    assert not set(lifts) & set(load_atlas().exercises)


def test_every_muscle_is_trained_by_some_lift() -> None:
    assert {muscle for lift in other_lifts().values() for muscle in lift.trains} == set(OtherMuscle)


def test_squats_hinges_and_pulls_from_the_floor_load_the_lower_back() -> None:
    lifts = other_lifts()
    for lift in ("squat", "front-squat", "stiff-leg-deadlift", "deficit-deadlift", "power-clean", "snatch-pull"):
        assert lifts[OTHER + lift].heavy_hinge_or_squat
    for lift in ("leg-press", "goblet-squat", "bench-press", "calf-raise", "running", "hip-thrust"):
        assert not lifts[OTHER + lift].heavy_hinge_or_squat


def test_loading_says_what_the_number_means() -> None:
    lifts = other_lifts()
    assert lifts["other:dip"].loading is Loading.BODYWEIGHT_PLUS
    assert lifts["other:dip-assisted"].loading is Loading.BODYWEIGHT_MINUS
    assert lifts["other:push-up"].loading is Loading.BODYWEIGHT
    assert lifts["other:running"].trains == ()


def test_every_mistake_in_the_file_is_named() -> None:
    row = 'trains = ["chest"], loading = "external"'
    text = f"""lift = [
      {{id = "other:a", name = "A", {row}}},
      {{id = "other:a", name = "A again", {row}}},
      {{id = "b", name = "B", {row}}},
      {{id = "other:c", name = "C", trains = ["tail"], loading = "external"}},
      {{name = "D", {row}}},
    ]"""
    with pytest.raises(AtlasBroken) as caught:
        read_other_lifts(text)
    problems = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4
    for part in (
        "other:a: stands there twice",
        "b: the id must begin",
        "other:c: trains[0] 'tail'",
        "row 5: id is missing",
    ):
        assert part in problems
