"""The atlas is complete, consistent and carries every claim."""

from __future__ import annotations

import pytest

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Kind, VolumeGroup
from dorsi.atlas.volume import group_values, set_value
from dorsi.errors import UnknownName
from dorsi.program.templates import load_template, template_ids
from dorsi.rules.registry import RULES


def test_tables_contradict_each_other_nowhere(atlas: Atlas) -> None:
    assert atlas.problems() == ()


def test_every_claim_is_carried_or_noted_with_a_reason(atlas: Atlas) -> None:
    carried = {
        claim
        for source in (
            *atlas.exercises.values(),
            *atlas.muscles.values(),
            *atlas.methods.values(),
            *atlas.bones.values(),
            *RULES,
        )
        for claim in source.claims
    } | {claim for template in template_ids() for claim in load_template(template, atlas).claims}
    assert len(atlas.claims) == 105
    for claim in atlas.claims.values():
        if claim.id not in carried:
            assert claim.noted, f"{claim.id} is carried by nothing and not noted"
            assert len(claim.noted) > 20


def test_the_conflicts_name_each_other_and_say_the_policy(atlas: Atlas) -> None:
    for claim in atlas.claims.values():
        if claim.stance == "conflict":
            assert claim.conflicts_with in atlas.claims
            assert len(claim.position) > 40


def test_there_are_at_least_sixty_exercises_with_technique(atlas: Atlas) -> None:
    assert len(atlas.exercises) >= 60
    for exercise in atlas.exercises.values():
        assert exercise.technique.set_up, exercise.id
        assert exercise.technique.execution, exercise.id
        assert exercise.technique.mistakes, exercise.id
        assert exercise.technique.cues, exercise.id
        assert exercise.evidence, exercise.id


def test_short_names_tell_exercises_apart(atlas: Atlas) -> None:
    names = [e.short.lower() for e in atlas.exercises.values()]
    assert len(set(names)) == len(names)
    assert max(len(name) for name in names) <= 24


@pytest.mark.parametrize(
    ("exercise", "group", "value"),
    [
        ("pull-up-medium", VolumeGroup.LATS, 1.0),
        ("pull-up-medium", VolumeGroup.MID_BACK, 0.5),
        ("deadlift", VolumeGroup.ERECTORS, 1.0),
        ("deadlift", VolumeGroup.LATS, 0.0),
        ("barbell-row", VolumeGroup.MID_BACK, 1.0),
        ("barbell-row", VolumeGroup.ERECTORS, 0.5),
        ("shrug-barbell", VolumeGroup.UPPER_TRAP, 1.0),
        ("shrug-supine", VolumeGroup.UPPER_TRAP, 0.0),
        ("chin-up", VolumeGroup.ELBOW_FLEXORS, 1.0),
    ],
)
def test_sets_are_counted_by_involvement(atlas: Atlas, exercise: str, group: VolumeGroup, value: float) -> None:
    assert group_values(atlas.exercise(exercise), atlas).get(group, 0.0) == value


def test_the_line_between_direct_and_indirect() -> None:
    assert [set_value(v) for v in (0.0, 0.25, 0.5, 0.75, 1.0)] == [0.0, 0.0, 0.5, 1.0, 1.0]


@pytest.mark.parametrize(
    ("typed", "meant"), [("pullup", "pull-up-medium"), ("barbel-row", "barbell-row"), ("Deadlft", "deadlift")]
)
def test_unknown_exercises_come_with_the_nearest_name(atlas: Atlas, typed: str, meant: str) -> None:
    with pytest.raises(UnknownName) as caught:
        atlas.exercise(typed)
    assert typed in str(caught.value)
    assert meant in {atlas.exercise_names[s] for s in caught.value.suggestions}


def test_no_muscle_id_is_wasted(atlas: Atlas) -> None:
    trained = {m for e in atlas.exercises.values() for m in e.muscles}
    counted = {m.id for m in atlas.muscles.values() if m.volume_group}
    assert counted <= trained


def test_preparation_never_counts_as_work(atlas: Atlas) -> None:
    for exercise in atlas.exercises.values():
        assert exercise.is_work == (exercise.kind is not Kind.PREPARATION)


def test_the_guides_anatomy_errors_are_corrected(atlas: Atlas) -> None:
    lumborum = atlas.muscles["quadratus-lumborum"]
    assert "iliac" in lumborum.origin.lower() + lumborum.insertion.lower() or "pelvis" in lumborum.origin.lower()
    lower = " ".join(atlas.muscles["trapezius-lower"].functions).lower()
    assert "upward" in lower
    assert "downward" not in lower
    assert atlas.muscles["trapezius-middle"].layer == "superficial"
    assert atlas.muscles["serratus-anterior"].layer != "deep"
    assert any("12" in f or "twelve" in f.lower() for f in atlas.bones["thoracic-spine"].facts)
