"""The planner's law: every athlete gets a programme without errors, or a refusal that names what clashes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, seed, settings

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.errors import WishesClash
from dorsi.planner.plan import plan_program
from dorsi.program.reading import read_program
from dorsi.program.writing import write_program
from dorsi.rules.finding import Severity
from tests.laws.athletes import athletes

ATHLETES = 2000
SHARDS = 20
"""The athletes are drawn in shards with seeds of their own, so that they can be spread over processes."""


@pytest.mark.parametrize("shard", range(SHARDS))
def test_every_athlete_gets_a_sound_programme_or_a_named_clash(shard: int) -> None:
    outcomes: Counter[str] = Counter()

    @seed(shard)
    @settings(
        max_examples=ATHLETES // SHARDS, derandomize=False, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(athlete=athletes())
    def law(athlete: Athlete) -> None:
        outcomes[outcome(athlete)] += 1

    law()
    assert sum(outcomes.values()) >= ATHLETES // SHARDS
    assert outcomes["plan"] > outcomes["clash"], "most athletes must get a programme"


def outcome(athlete: Athlete) -> str:
    """'plan' or 'clash', after checking everything the law promises of either."""
    atlas = load_atlas()
    try:
        plan = plan_program(athlete, atlas)
    except WishesClash as clash:
        assert clash.wishes
        assert all(clash.wishes)
        return "clash"
    errors = [f for f in plan.findings if f.severity is Severity.ERROR]
    assert not errors, [(f.code, str(f.place), f.message) for f in errors]
    assert all(block.gap <= 0.005 for block in plan.blocks)
    text = write_program(plan.program)
    assert read_program(text, "plan.yaml", atlas) == plan.program
    return "plan"
