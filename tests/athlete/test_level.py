"""The level an athlete starts from."""

from __future__ import annotations

from typing import Any

import pytest

from dorsi.athlete.intake import intake_from_mapping
from dorsi.athlete.level import level_of
from dorsi.atlas.model import Level

SLOWER = {"training_age_months": 36, "pace": "slower"}


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"training_age_months": 5}, "beginner"),
        ({"training_age_months": 5, "pace": "slower"}, "beginner"),
        ({"training_age_months": 6}, "intermediate"),
        ({"training_age_months": 60, "pace": "every-session"}, "beginner"),
        ({"training_age_months": 60, "pace": "weekly-to-monthly"}, "intermediate"),
        ({"training_age_months": 200}, "intermediate"),
        ({"training_age_months": 35, "pace": "slower"}, "intermediate"),
        (SLOWER, "advanced"),
        ({**SLOWER, "regularity": "on-and-off"}, "intermediate"),
        ({**SLOWER, "regularity": "returning", "weeks_off": 4}, "advanced"),
        ({**SLOWER, "regularity": "returning", "weeks_off": 5}, "intermediate"),
        ({**SLOWER, "regularity": "returning"}, "intermediate"),
        ({**SLOWER, "weeks_off": 5}, "intermediate"),
        ({"training_age_months": 12, "weeks_off": 20}, "beginner"),
        ({"training_age_months": 2, "weeks_off": 20}, "beginner"),
        ({**SLOWER, "age": 17}, "intermediate"),
        ({"training_age_months": 2, "age": 15}, "beginner"),
    ],
)
def test_level_follows_training_pace_breaks_and_age(answers: dict[str, Any], level: str) -> None:
    intake = intake_from_mapping({"age": 30, "body_mass": 75, **answers}, "me.toml")
    assert level_of(intake) is Level(level)
