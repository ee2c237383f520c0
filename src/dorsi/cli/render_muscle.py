"""One muscle group on the screen: its weeks against the target, and what trained it."""

from __future__ import annotations

from rich.text import Text

from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, heading, say
from dorsi.cli.days import short
from dorsi.cli.sparkline import Span, amount_style, band_bar, bar_signs
from dorsi.progress.volume import AVERAGE_WEEKS, Standing
from dorsi.services.reviews import MuscleReview
from dorsi.units import number

WIDE, NARROW = 36, 22
"""Cells of a bar in windows of 76 columns and more, and in narrower ones."""
ROOMY = 76
_STANDING = {Standing.BELOW: "below the target", Standing.WITHIN: "on target", Standing.ABOVE: "above the target"}


def render_muscle(console: Terminal, review: MuscleReview) -> None:
    """Prints the group's weeks as bars and its exercises."""
    volume, band = review.volume, review.volume.band
    say(console, Text.assemble((review.group.label, f"{STRONG} {ACCENT}"), ("  hard sets a week", QUIET)))
    level = review.athlete.level.value
    text = f"{number(round(volume.average, 1))} a week over the last {AVERAGE_WEEKS} weeks"
    if band is not None and volume.standing is not None:
        whose = f"for {'a' if level[0] not in 'aeiou' else 'an'} {level} lifter"
        text += f": {_STANDING[volume.standing]} of {number(band.low)}-{number(band.high)} {whose}"
        text += "" if review.level_known else ", for want of a stated level"
    else:
        text += "; it has no target of its own"
    say(console, f"{text}.")
    span = None if band is None else Span(low=band.low, high=band.high, cap=band.cap)
    most = max([week.sets for week in review.weeks] + ([band.cap] if band is not None else [1.0]))
    width = WIDE if console.width >= ROOMY else NARROW
    console.print()
    rows = []
    for week in review.weeks:
        eased = week.deload or not week.over
        note = "deload" if week.deload else "" if week.over else "so far"
        rows.append(
            (
                short(week.monday),
                band_bar(week.sets, span, most, width, drawing=console.drawing, quiet=eased),
                Text(number(week.sets), amount_style(week.sets, span, quiet=eased)),
                Text(note, QUIET),
            )
        )
    print_columns(console, [Column(style=QUIET), Column(), Column(right=True), Column()], rows)
    if band is not None:
        full, room, above = bar_signs(console.drawing)
        signs = f"{full} done  {room} room to the top of the target  {above} room to the ceiling. "
        says = "A set counts 1 for what it trains directly and 0.5 for what helps; the targets are rules of thumb."
        say(console, signs + says, style=QUIET, indent=2)
    if review.givers:
        heading(console, "What gave them", f"sets a week over the last {AVERAGE_WEEKS} weeks")
        most = review.givers[0].sets
        givers = [
            (
                each.name,
                band_bar(each.sets, None, most, width // 2, drawing=console.drawing),
                number(round(each.sets, 1)),
            )
            for each in review.givers
        ]
        print_columns(console, [Column(least=16), Column(), Column(right=True)], givers)
