"""The guides' programmes, with every example athlete, are coached for weeks without a hitch."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from dorsi.athlete.intake import intake_document, read_intake
from dorsi.atlas.load import load_atlas
from dorsi.coach.adopted import adopted
from dorsi.coach.checking import findings_for
from dorsi.errors import InvalidFile
from dorsi.program.model import Role
from dorsi.program.templates import load_template, template_ids, template_text
from dorsi.program.writing import write_program
from tests.laws.lives import Character, Life
from tests.planner.plans import PLANNED, athlete_text

WEEKS = 6


@cache
def text_of(template: str, athlete: str) -> str:
    """The template's text with the example athlete's answers in it."""
    answers = intake_document(read_intake(athlete_text(athlete), athlete))
    return write_program(replace(load_template(template, load_atlas()), athlete=answers))


@pytest.mark.parametrize("athlete", PLANNED)
@pytest.mark.parametrize("template", template_ids())
def test_every_template_can_be_coached_for_every_example_athlete(template: str, athlete: str) -> None:
    life = Life(text=text_of(template, athlete), character=Character(seed=11, long_breaks=0.0), weeks=WEEKS)
    moments = list(life.moments())
    assert len(moments) >= WEEKS
    for moment in moments:
        for item in moment.session.items:
            assert item.sets
            for planned in item.sets:
                amounts = (planned.reps, planned.seconds, planned.metres, planned.to_max or None)
                assert any(amount is not None for amount in amounts) or item.role is Role.WARMUP
    last = moments[-1]
    findings_for(last.session, last.state, last.today)


def test_a_template_of_nobody_is_no_programme_to_take_up() -> None:
    with pytest.raises(InvalidFile):
        adopted("any", template_text(template_ids()[0]), 1)
