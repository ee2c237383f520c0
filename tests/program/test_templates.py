"""The templates say what the guides say: the tables here are written from the claims, not from the files."""

from __future__ import annotations

import pytest

from dorsi.atlas.load import load_atlas
from dorsi.errors import UnknownName
from dorsi.program.evaluate import evaluate
from dorsi.program.model import Program, Session
from dorsi.program.templates import load_template, template_ids, template_text
from dorsi.program.writing import sets_text

ATLAS = load_atlas()
Row = tuple[str, str, str]
WARM = ("cardio brisk-march", "1 x 5 min")

EXPECTED: dict[str, dict[str, list[tuple[str, str]]]] = {
    # A15, A19
    "guide-a-upper-and-lower": {
        "upper": [
            ("warmup pulldown-wide", "2-3 x 15-20 light"),
            ("work pull-up-wide", "4 x 6-12"),
            ("work pulldown-wide", "4 x 6-12"),
            ("work pulldown-behind", "4 x 6-12"),
            ("work shrug-dumbbell", "4 x 12-15"),
        ],
        "middle-lower": [
            ("warmup deadlift", "1 x 15-20 light"),
            ("work deadlift", "4-5 x 6-12"),
            ("work barbell-row", "3-4 x 6-12"),
            ("work seated-row-narrow", "4 x 6-12"),
        ],
    },
    # A18: pulldowns open, one maximum set of pull-ups every session
    "guide-a-no-pull-ups": {
        "upper": [
            ("warmup pulldown-wide", "2-3 x 15-20 light"),
            ("work pulldown-wide", "4 x 6-12"),
            ("work pulldown-behind", "4 x 6-12"),
            ("test pull-up-wide", "1 x max"),
            ("work shrug-dumbbell", "4 x 12-15"),
        ],
        "middle-lower": [
            ("warmup deadlift", "1 x 15-20 light"),
            ("work deadlift", "4-5 x 6-12"),
            ("work barbell-row", "3-4 x 6-12"),
            ("work seated-row-narrow", "4 x 6-12"),
            ("test pull-up-wide", "1 x max"),
        ],
    },
    # B14
    "guide-b-formula": {
        "formula": [
            ("work deadlift", "3-5 x 4-6"),
            ("work chin-up", "3-5 x 4-6"),
            ("work pull-up-wide", "3-5 x 4-6"),
        ],
    },
    # C20 between C30 (before) and C19, C32, C33 (after)
    "guide-c-pull-up-rotation": {
        session: [
            WARM,
            ("warmup back-extension-45", "1 x 15-20 light"),
            *pulls,
            ("work rear-delt-fly", "3 x 12-15"),
            ("work reverse-hyperextension", "3 x 12-15"),
        ]
        for session, pulls in {
            "three-types": [(f"work {kind}", "2 x 6-12") for kind in ("pull-up-wide", "pull-up-narrow", "chin-up")],
            "wide": [("work pull-up-wide", "3-4 x 6-12")],
            "narrow": [("work pull-up-narrow", "3-4 x 6-12")],
            "reverse": [("work chin-up", "3-4 x 6-12")],
        }.items()
    },
    "guide-d-eight-weeks": {
        # D15
        "first": [
            WARM,
            ("warmup barbell-row", "2 x 15-20 light"),
            ("work pull-up-medium", "4 x max"),
            ("superset: work pulldown-wide", "4 x 10"),
            ("superset: work seated-row-narrow", "4 x 10"),
            ("work barbell-row", "4 x 10"),
        ],
        # D16
        "second": [
            WARM,
            ("warmup barbell-row-underhand", "2 x 15-20 light"),
            ("superset: work pulldown-wide", "4 x 10"),
            ("superset: work pull-up-medium", "4 x 15"),
            ("work seated-row-narrow", "3 x max"),
            ("work barbell-row-underhand", "10, 10, 8, 6"),
            ("work pulldown-one-arm", "3 x 10"),
        ],
        # D17
        "third": [
            WARM,
            ("warmup barbell-row", "2 x 15-20 light"),
            ("work pull-up-medium", "max, 10, 8, 8"),
            ("work pulldown-wide", "3 x 10"),
            ("work barbell-row", "8, 6, 6, 5"),
            ("work seated-row-one-arm", "4 x 15"),
        ],
        # D18
        "fourth": [
            WARM,
            ("warmup barbell-row-underhand", "2 x 15-20 light"),
            ("triset: work pull-up-medium", "3 x 10"),
            ("triset: work pulldown-wide", "3 x 10"),
            ("triset: work seated-row-narrow", "3 x 10"),
            ("work pulldown-wide", "3 x 12"),
            ("work barbell-row-underhand", "3 x max"),
        ],
    },
}


def rows(session: Session) -> list[tuple[str, str]]:
    """Each exercise of a session with its role and sets."""
    found = []
    for block in session.blocks:
        group = "" if len(block.items) == 1 else f"{block.kind.value}: "
        for item in block.items:
            assert [entry.weeks for entry in item.sets] == [None]
            found.append((f"{group}{item.role.value} {item.exercise}", sets_text(item.sets[0].targets)))
    return found


def template(name: str) -> Program:
    return load_template(name, ATLAS)


def test_the_list_of_templates() -> None:
    assert set(template_ids()) == set(EXPECTED)
    assert list(template_ids()) == sorted(template_ids())


@pytest.mark.parametrize("name", EXPECTED)
def test_sets_are_those_of_the_claims(name: str) -> None:
    assert {session.id: rows(session) for session in template(name).sessions} == EXPECTED[name]


@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("guide-a-upper-and-lower", {"A15", "A19"}),
        ("guide-a-no-pull-ups", {"A18"}),
        ("guide-b-formula", {"B14"}),
        ("guide-c-pull-up-rotation", {"C20"}),
        ("guide-d-eight-weeks", {"D15", "D16", "D17", "D18"}),
    ],
)
def test_templates_name_their_guide_and_claims(name: str, claims: set[str]) -> None:
    program = template(name)
    assert program.source == f"guide {name.split('-')[1].upper()}"
    assert claims <= set(program.claims) <= set(ATLAS.claims)
    assert "unaltered" in program.note


def test_every_claimed_template_is_shipped() -> None:
    shipped = {claim for name in template_ids() for claim in template(name).claims}
    assert {claim.id for claim in ATLAS.claims.values() if claim.kind == "template"} <= shipped


def test_guide_a_keeps_three_days_between_its_sessions() -> None:
    assert template("guide-a-upper-and-lower").days_between == 3
    assert template("guide-a-no-pull-ups").days_between == 3


def test_guide_c_goes_round_in_two_weeks() -> None:
    program = template("guide-c-pull-up-rotation")
    by_week = [[s.id for s in program.sessions if s.takes_place(week)] for week in range(1, program.weeks + 1)]
    assert by_week == [["three-types", "wide"], ["narrow", "reverse"]] * 4


def test_guide_d_alternates_four_variants_twice() -> None:
    program = template("guide-d-eight-weeks")
    assert [view.weeks for view in evaluate(program, ATLAS).weeks] == [(1, 5), (2, 6), (3, 7), (4, 8)]
    by_week = [[s.id for s in program.sessions if s.takes_place(week)] for week in range(1, 9)]
    assert by_week == [["first"], ["second"], ["third"], ["fourth"]] * 2


def test_an_unknown_template_is_refused_with_a_suggestion() -> None:
    with pytest.raises(UnknownName, match="'guide-b-formula'"):
        template_text("guide-b-formulae")
    with pytest.raises(UnknownName):
        template_text("../templates/guide-b-formula")
