"""Rest and tempo: how long between sets, how long a repetition."""

from __future__ import annotations

from dorsi.rules.base import Rule
from dorsi.rules.rest.rst101_rest_too_short import RestTooShort
from dorsi.rules.rest.rst102_tempo_too_slow import TempoTooSlow
from dorsi.rules.rest.rst103_dropped_lowering import DroppedLowering
from dorsi.rules.rest.rst104_rest_too_long import RestTooLong

RULES: tuple[type[Rule], ...] = (
    RestTooShort,
    TempoTooSlow,
    DroppedLowering,
    RestTooLong,
)
