"""The guides' own programmes, measured and judged: figures that were worked out by hand, not by this code."""

from __future__ import annotations

from functools import cache

import pytest

from dorsi.athlete.model import Athlete
from dorsi.atlas.equipment import PRESETS
from dorsi.atlas.model import Level, VolumeGroup
from dorsi.program.evaluate import SessionView
from dorsi.program.templates import template_ids, template_text
from dorsi.rules.finding import Finding, Severity
from dorsi.services.checking import Checked, check_text

LATS, MID, LOWER = VolumeGroup.LATS, VolumeGroup.MID_BACK, VolumeGroup.ERECTORS
GUIDE_A, GUIDE_B, GUIDE_D = "guide-a-upper-and-lower", "guide-b-formula", "guide-d-eight-weeks"


@cache
def checked(name: str) -> Checked:
    """The template checked for nobody in particular: an intermediate lifter."""
    return check_text(template_text(name), f"{name}.yaml")


def findings(name: str, code: str) -> list[Finding]:
    return [finding for finding in checked(name).findings if finding.code == code]


def places(name: str, code: str) -> list[str]:
    return [str(finding.place) for finding in findings(name, code)]


def session(name: str, week: int, session_id: str) -> SessionView:
    return next(s for s in checked(name).view.by_week[week].sessions if s.session.id == session_id)


def lifter(max_pull_ups: int) -> Athlete:
    return Athlete(
        level=Level.INTERMEDIATE, max_pull_ups=max_pull_ups, trunk_ready=True, equipment=frozenset(PRESETS["full-gym"])
    )


# ---------------------------------------------------------------------- volume, counted by hand
@pytest.mark.parametrize(
    ("name", "week", "session_id", "volume"),
    [
        (GUIDE_A, 1, "upper", {LATS: 12, MID: 8, LOWER: 0, VolumeGroup.REAR_DELT: 6, VolumeGroup.ELBOW_FLEXORS: 6}),
        (GUIDE_A, 1, "middle-lower", {LATS: 8, MID: 10.5, LOWER: 7, VolumeGroup.REAR_DELT: 4}),
        (GUIDE_D, 1, "first", {LATS: 16, MID: 12, LOWER: 2, VolumeGroup.REAR_DELT: 8}),
        (GUIDE_D, 2, "second", {LATS: 18, MID: 12.5, LOWER: 2, VolumeGroup.REAR_DELT: 9}),
        (GUIDE_D, 4, "fourth", {LATS: 15, MID: 10.5, LOWER: 1.5, VolumeGroup.REAR_DELT: 7.5}),
    ],
)
def test_volume_of_a_session(name: str, week: int, session_id: str, volume: dict[VolumeGroup, float]) -> None:
    found = session(name, week, session_id).volume
    assert {group: found.get(group, 0.0) for group in volume} == volume


def test_volume_of_guide_as_week() -> None:
    week = checked(GUIDE_A).view.by_week[1]
    assert (week.volume[LATS], week.volume[MID], week.volume[LOWER]) == (20, 18.5, 7)
    assert week.volume[VolumeGroup.REAR_DELT] == week.volume[VolumeGroup.ELBOW_FLEXORS] == 10


def test_guide_d_repeats_its_four_weeks() -> None:
    by_week = checked(GUIDE_D).view.by_week
    assert all(by_week[week].volume == by_week[week + 4].volume for week in range(1, 5))


# ---------------------------------------------------------------------- guide A
def test_guide_a_holds_three_near_identical_pulls() -> None:
    names = {(str(f.numbers["first"]), str(f.numbers["second"])) for f in findings(GUIDE_A, "SEL101")}
    assert ("Pull-up, wide", "Pulldown, wide") in names
    assert ("Pulldown, wide", "Pulldown, behind neck") in names
    assert all(place.startswith("upper") for place in places(GUIDE_A, "SEL101"))


def test_guide_a_pulls_behind_the_head() -> None:
    (finding,) = findings(GUIDE_A, "RSK107")
    assert finding.place.exercise == "pulldown-behind"
    assert finding.fix is not None


def test_guide_a_loads_the_lower_back_in_nine_sets_of_one_session() -> None:
    assert session(GUIDE_A, 1, "middle-lower").axial_sets == 9
    (finding,) = findings(GUIDE_A, "VOL104")
    assert finding.severity is Severity.ERROR
    assert (finding.numbers["heavy sets a session"], finding.numbers["cap"]) == (9, 8)


def test_guide_a_deadlifts_for_up_to_twelve_reps() -> None:
    (finding,) = findings(GUIDE_A, "REP102")
    assert finding.place.exercise == "deadlift"
    assert (finding.numbers["reps"], finding.numbers["most reps"]) == (12, 10)


def test_guide_as_upper_day_stands_at_the_end_of_what_a_session_gives() -> None:
    upper = [f for f in findings(GUIDE_A, "VOL103") if f.place.session == "upper"]
    assert [(f.numbers["muscle group"], f.numbers["sets in the session"]) for f in upper] == [("Lats", 12.0)]
    assert {f.severity for f in upper} == {Severity.ADVICE}, "twelve is the cap itself, not beyond it"


def test_a_beginner_is_warned_of_guide_as_volume() -> None:
    beginner = Athlete(level=Level.BEGINNER, max_pull_ups=0, equipment=frozenset(PRESETS["full-gym"]))
    found = check_text(template_text(GUIDE_A), "a.yaml", beginner).findings
    errors = {f.code for f in found if f.severity is Severity.ERROR}
    assert {"VOL101", "VOL104"} <= errors
    assert "GAT101" in {f.code for f in found}


def test_guide_as_variant_without_pull_ups_still_tests_one() -> None:
    assert places("guide-a-no-pull-ups", "GAT102") == []
    assert "VOL104" in {f.code for f in checked("guide-a-no-pull-ups").findings}


# ---------------------------------------------------------------------- guide B
def test_guide_b_has_no_row() -> None:
    (finding,) = findings(GUIDE_B, "BAL103")
    assert "no row" in finding.message
    (lopsided,) = findings(GUIDE_B, "BAL101")
    assert (lopsided.numbers["vertical pulls"], lopsided.numbers["rows"]) == (10, 0)


def test_guide_b_starts_cold_and_trains_the_back_once() -> None:
    assert places(GUIDE_B, "WUP101") == ["formula/1"]
    assert findings(GUIDE_B, "SCH104")


def test_guide_bs_order_is_sound() -> None:
    assert [f.code for f in checked(GUIDE_B).findings if f.code.startswith("ORD")] == []


# ---------------------------------------------------------------------- guide C
def test_guide_cs_rotation_is_a_remark_and_no_warning() -> None:
    alike = findings("guide-c-pull-up-rotation", "SEL101")
    assert alike
    assert {f.severity for f in alike} == {Severity.ADVICE}
    assert not any(f.severity is Severity.ERROR for f in checked("guide-c-pull-up-rotation").findings)


# ---------------------------------------------------------------------- guide D
def test_guide_d_has_no_hinge() -> None:
    (finding,) = findings(GUIDE_D, "BAL104")
    assert str(finding.place) == "whole programme"
    assert finding.numbers["hinges and extensions"] == 0


def test_guide_ds_sessions_are_over_twelve_sets() -> None:
    errors = [f for f in findings(GUIDE_D, "VOL103") if f.severity is Severity.ERROR]
    lats = {f.place.session: f.numbers["sets in the session"] for f in errors if f.numbers["muscle group"] == "Lats"}
    assert lats == {"first": 16, "second": 18, "third": 15, "fourth": 15}
    middle = [f.place.session for f in errors if f.numbers["muscle group"] == "Mid-back"]
    assert middle == ["second"]


def test_guide_d_rows_unsupported_to_the_maximum() -> None:
    (finding,) = findings(GUIDE_D, "REP105")
    assert finding.severity is Severity.ERROR
    assert str(finding.place) == "weeks 4, 8, fourth/5"
    assert finding.place.exercise == "barbell-row-underhand"


def test_guide_ds_triset_works_one_muscle_three_times() -> None:
    triset = [f for f in findings(GUIDE_D, "MET104") if f.place.session == "fourth"]
    assert [f.severity for f in triset] == [Severity.WARNING]
    assert (triset[0].numbers["shared"], triset[0].numbers["exercises"]) == ("lats", 3)


@pytest.mark.parametrize(
    ("max_pull_ups", "severity"), [(8, Severity.ERROR), (14, Severity.ERROR), (16, Severity.WARNING)]
)
def test_guide_ds_fifteen_pull_ups_a_round_are_out_of_reach(max_pull_ups: int, severity: Severity) -> None:
    found = check_text(template_text(GUIDE_D), "d.yaml", lifter(max_pull_ups)).findings
    second = [f for f in found if f.code == "GAT107" and f.place.session == "second"]
    assert [(f.severity, f.numbers["reps asked for"], f.numbers["best set"]) for f in second] == [
        (severity, 15, max_pull_ups)
    ]


def test_who_does_twenty_pull_ups_can_do_guide_ds_rounds() -> None:
    found = check_text(template_text(GUIDE_D), "d.yaml", lifter(20)).findings
    assert not any(f.code == "GAT107" for f in found)


@pytest.mark.parametrize("name", template_ids())
def test_every_finding_says_where_why_and_what_to_do(name: str) -> None:
    for finding in checked(name).findings:
        assert finding.message.endswith((".", "!", "?"))
        assert finding.why
        assert finding.remedy
        assert str(finding.place)
