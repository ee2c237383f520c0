"""The equipment Dorsi knows, the names people use for groups of it, and gym presets."""

from __future__ import annotations

from collections.abc import Mapping

EQUIPMENT: Mapping[str, str] = {
    "pull-up-bar": "pull-up bar",
    "parallel-bar": "parallel (neutral) pull-up handles",
    "rings": "gymnastic rings",
    "low-bar": "fixed bar at hip height",
    "dip-belt": "belt for hanging weight",
    "assisted-pull-up-machine": "assisted pull-up machine",
    "bands": "resistance bands",
    "box": "box or step",
    "pulldown-station": "lat pulldown station",
    "low-row-station": "seated cable row",
    "cable-column": "adjustable cable",
    "barbell": "barbell and plates",
    "trap-bar": "trap bar",
    "rack": "rack with pins",
    "t-bar": "T-bar or landmine",
    "t-bar-chest-supported": "chest-supported T-bar machine",
    "row-machine": "chest-supported row machine",
    "rear-delt-machine": "rear-delt machine",
    "dumbbells": "dumbbells",
    "kettlebells": "kettlebells",
    "flat-bench": "flat bench",
    "incline-bench": "adjustable bench",
    "back-extension-45": "45-degree back extension",
    "roman-chair": "Roman chair (horizontal back extension)",
    "reverse-hyper": "reverse hyperextension bench",
    "farmers-handles": "farmer's walk handles",
    "rower": "rowing ergometer",
    "bike": "stationary bike",
    "treadmill": "treadmill",
}

GROUPS: Mapping[str, tuple[str, ...]] = {
    "pulley": ("pulldown-station", "low-row-station", "cable-column"),
    "cables": ("pulldown-station", "low-row-station", "cable-column"),
    "machines": ("assisted-pull-up-machine", "t-bar-chest-supported", "row-machine", "rear-delt-machine"),
    "bench": ("flat-bench", "incline-bench"),
    "cardio": ("rower", "bike", "treadmill"),
}
"""Words that stand for several items; accepted wherever equipment is named."""

PRESETS: Mapping[str, tuple[str, ...]] = {
    "full-gym": tuple(item for item in EQUIPMENT if item not in {"reverse-hyper", "farmers-handles", "rings"}),
    "home-dumbbells": ("dumbbells", "flat-bench", "incline-bench", "bands", "box"),
    "bar-and-rings": ("pull-up-bar", "parallel-bar", "rings", "low-bar", "bands", "box"),
    "hotel": ("dumbbells", "flat-bench", "bands", "treadmill", "bike", "box"),
    "none": (),
}
"""Starting points of the questionnaire; every item can be switched on or off afterwards."""
