"""Sample data for the style guide."""

from __future__ import annotations

from dataclasses import dataclass

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """One plausible value for each component."""

    crumbs: tuple[tuple[str, str], ...] = (("Plan", "#"), ("Week 3", "#"))
    tabs: tuple[tuple[str, str, bool], ...] = (
        ("Strength", "#", True),
        ("Volume", "#", False),
        ("Balance", "#", False),
        ("Body", "#", False),
        ("Log", "#", False),
    )
    choices: tuple[tuple[str, str, bool], ...] = (("4 weeks", "#", False), ("12 weeks", "#", True), ("All", "#", False))
    days: tuple[tuple[str, str, str, str, str], ...] = (
        ("M", "16", "done", "Monday 16: Upper back, done", "#"),
        ("T", "17", "rest", "Tuesday 17: rest", ""),
        ("W", "18", "rest", "Wednesday 18: rest", ""),
        ("T", "19", "missed", "Thursday 19: Lower back, missed", "#"),
        ("F", "20", "train", "Friday 20: Lower back", "#"),
        ("S", "21", "rest", "Saturday 21: rest", ""),
        ("S", "22", "rest", "Sunday 22: rest", ""),
    )
    lines: tuple[tuple[str, str], ...] = (
        ("Wide pull-up", "4 × 6-8"),
        ("Chest-supported row", "4 × 8-12"),
        ("Close pulldown", "3 × 10-12"),
    )
    chips: tuple[tuple[str, str], ...] = (("62 min", ""), ("19 sets", ""), ("Next", "accent"))
    columns: Texts = ("Set", "Last time", "Load", "Reps", "RIR")
    sets: tuple[Texts, ...] = (
        ("1", "80 kg × 8", "82.5 kg", "8", "2"),
        ("2", "80 kg × 8", "82.5 kg", "8", "2"),
        ("3", "80 kg × 7", "82.5 kg", "7", "1"),
        ("4", "80 kg × 7", "82.5 kg", "6-8", "1-2"),
    )
    rungs: tuple[Texts, ...] = (
        ("Dead hang", "45 s", "done"),
        ("Slow lowering", "3 × 5", "done"),
        ("Band-assisted", "4 × 8", "done"),
        ("Pull-up", "6 of 8 reps", "here"),
        ("Weighted pull-up", "from 8 clean reps", "ahead"),
    )
    parts: tuple[tuple[str, str, float, float], ...] = (
        ("Width", "42 %", 42, 0),
        ("Thickness", "37 %", 37, 42),
        ("Lower back", "21 %", 21, 79),
    )
    reasons: Texts = (
        "You did 8, 8, 7 and 7 with 80 kg, two in reserve: the whole range, so the load goes up by the smallest step.",
        "2.5 kg is the smallest step your plates make on a barbell.",
    )
    own: Texts = ("Fri 13 Nov: 80 kg × 8, 8, 7, 7", "Estimated maximum: 101 kg, give or take 4")
    heat: tuple[tuple[int, int, str], ...] = tuple(
        (week * 14, day * 14, ("", "", "2", "", "missed", "", "3", "1", "4")[(week * 5 + day * 3) % 9])
        for week in range(26)
        for day in range(7)
    )
    chart_columns: Texts = ("Date", "Estimated maximum", "Best set")
    chart_rows: tuple[Texts, ...] = (
        ("30 Oct", "96 kg", "77.5 kg × 8"),
        ("6 Nov", "98 kg", "80 kg × 7"),
        ("13 Nov", "101 kg", "80 kg × 8"),
    )
