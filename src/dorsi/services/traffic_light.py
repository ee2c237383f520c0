"""What is asked and answered where something hurts, as tables: the player decides nothing that is not in them.

Source: the traffic light of claim C04 and rules HRT101 to HRT103; its numbers are heuristics.
"""

from __future__ import annotations

from typing import Any

from dorsi.athlete.screening import PAINFUL, SORE
from dorsi.atlas.vocabulary import REGIONS
from dorsi.journal.model import Sign
from dorsi.services.coaching import warning_signs

WORST = 10
AMBER_RESERVE = 4
"""Reps in reserve where something aches. Source: rule HRT101."""
STOP = "Stop here: this must be looked at before you train again."
EMERGENCY = "Call for help or go to an emergency department now."
URGENT = "See a doctor in the next days, and at once if it gets worse."
_AFTER = (
    "It is written down, and there is no session until a clinician has agreed to training. If it was a mistake, take "
    "it back."
)
_SIGNS = {
    Sign.SHARP: ("It is sharp", "red"),
    Sign.SPREADING: ("It spreads", "red"),
    Sign.WORSENING: ("It gets worse from set to set", "red"),
    Sign.STIFF_NEXT_DAY: ("It was stiff for more than a day", "amber"),
}
_GO_ON = "Go on as planned. Report it again if it grows or does not go away."
_LIGHTS = (
    ("green", 0, SORE - 1, _GO_ON, _GO_ON),
    (
        "amber",
        SORE,
        PAINFUL - 1,
        "Take an exercise that spares it, or a quarter less load and four reps in reserve.",
        "Take a quarter less load and four reps in reserve, or leave it out.",
    ),
    (
        "red",
        PAINFUL,
        WORST,
        "Stop this exercise for today. Take one that leaves the place alone, or leave it out.",
        "Stop this exercise for today and leave it out.",
    ),
)


def traffic_light() -> dict[str, Any]:
    """Places, signs, lights by score, warning signs, and what is said where one of these is there."""
    return {
        "amber_reserve": AMBER_RESERVE,
        "regions": [{"id": region, "name": name[:1].upper() + name[1:]} for region, name in REGIONS.items()],
        "signs": [{"id": sign.value, "name": name, "light": light} for sign, (name, light) in _SIGNS.items()],
        "lights": [
            {"light": light, "from": low, "to": high, "says": says, "alone": alone}
            for light, low, high, says, alone in _LIGHTS
        ],
        "warnings": [
            {"id": each.id, "kind": each.kind.value, "prompt": each.prompt, "says": each.says}
            for each in warning_signs()
        ],
        "referral": {"title": STOP, "emergency": EMERGENCY, "urgent": URGENT, "after": _AFTER},
    }
