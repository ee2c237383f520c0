"""Two plans side by side, in words."""

from __future__ import annotations

from rich.text import Text

from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, heading, listed, say
from dorsi.planner.what_if import Difference, SessionChange
from dorsi.rules.bounds import WEEKLY
from dorsi.units import number

_SAME_POINTS = 0.05


def render_difference(console: Terminal, difference: Difference) -> None:
    """What changed, what it does to each session, volume and time, and whether it is worth it."""
    say(console, Text(f"What if: {difference.says}", f"{STRONG} {ACCENT}"))
    before, after = difference.before.frame, difference.after.frame
    days = [[s.day.label for s in frame.sessions] for frame in (before, after)]
    moved = days[0] != days[1]
    if not (difference.sessions or difference.volume or moved):
        console.print()
        say(console, "Nothing changes: the plan stays exactly as it is, exercise for exercise and set for set.")
        return
    if moved:
        console.print()
        say(console, f"Sessions on {listed(days[1])} instead of {listed(days[0])}.")
    for change in difference.sessions:
        _render_session(console, change)
    if difference.volume:
        heading(console, "Hard sets a week")
        level = difference.after.athlete.level
        rows = []
        for group, (old, new) in difference.volume.items():
            band = WEEKLY[group][level] if group in WEEKLY else None
            inside = band is None or band.low <= new <= band.high
            target = f"target {number(band.low)}-{number(band.high)}" if band else ""
            changed = Text.assemble(f"{number(old)} -> ", (number(new), ACCENT if inside else DOUBT))
            rows.append((group.label, changed, Text(target, QUIET)))
        print_columns(console, [Column(), Column(), Column()], rows)
    heading(console, "All in all")
    old, new = (round(value) for value in difference.minutes)
    length = f"Sessions take about {new} min" + ("" if old == new else f" instead of {old}") + "."
    say(console, f"{length} {_worth(difference.points)}")


def _render_session(console: Terminal, change: SessionChange) -> None:
    heading(console, change.session[:1].upper() + change.session[1:])
    for name in change.gained:
        say(console, name, indent=2, label=Text("+ ", ACCENT))
    for name in change.lost:
        say(console, name, indent=2, label=Text("- ", DOUBT))
    for name, (old, new) in change.sets.items():
        say(console, f"{name}: {old} -> {new} sets", indent=2, label=Text("~ ", QUIET))


def _worth(points: float) -> str:
    if abs(points) < _SAME_POINTS:
        return "For your goals the week is worth as much as before."
    more = "more" if points > 0 else "less"
    return f"By your goals each week is worth {abs(points):.1f} points {more} (a useful set for the lats is about 1)."
