"""`dorsi progress`: what the journal shows, as a whole, for one exercise or for one muscle."""

from __future__ import annotations

from typing import Annotated

import typer

from dorsi.atlas.model import VolumeGroup
from dorsi.cli.console import terminal
from dorsi.cli.journal_access import DataFolder, desk
from dorsi.cli.render_lift import render_lift
from dorsi.cli.render_muscle import render_muscle
from dorsi.cli.render_progress import render_progress
from dorsi.services.coaching import Coaching
from dorsi.services.reviewing import Reviewing


def progress(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="An exercise or a muscle; without it, everything.")
    ] = None,
    data: DataFolder = None,
) -> None:
    """See what your training shows: volume, balance, strength with a forecast, records, stalls, body."""
    at = desk(data)
    reviewing = Reviewing(at.store, Coaching(at.store, at.clock, at.chance))
    console = terminal()
    wanted = " ".join(name or []).strip()
    if not wanted:
        render_progress(console, reviewing.review())
        return
    found = reviewing.find(wanted)
    if isinstance(found, VolumeGroup):
        render_muscle(console, reviewing.muscle(found))
    else:
        render_lift(console, reviewing.lift(found))
