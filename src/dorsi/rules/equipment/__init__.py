"""What the athlete has, wants and tolerates: equipment, loads it can make, wishes and known strength."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.equipment.eqp101_missing_equipment import MissingEquipment
from dorsi.rules.equipment.eqp102_unreachable_load import UnreachableLoad
from dorsi.rules.equipment.eqp103_excluded_exercise import ExcludedExercise
from dorsi.rules.equipment.eqp104_load_above_known_strength import LoadAboveKnownStrength
from dorsi.rules.equipment.eqp105_painful_exercise import PainfulExercise

RULES: tuple[type[Rule], ...] = (
    MissingEquipment,
    UnreachableLoad,
    ExcludedExercise,
    LoadAboveKnownStrength,
    PainfulExercise,
)
