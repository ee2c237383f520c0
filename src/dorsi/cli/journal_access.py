"""The journal as commands use it: opened in the folder that settings name, with clock and chance beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from dorsi import bootstrap
from dorsi.services.ports import Chance, Clock, JournalStore
from dorsi.settings import Settings

DataFolder = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Keep the journal in this folder instead of the usual one.")
]
"""The option of every command that needs the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a command works with: the athlete's journal, the time, chance for new ids, and the settings."""

    store: JournalStore
    clock: Clock
    chance: Chance
    settings: Settings


def desk(data_dir: Path | None = None) -> Desk:
    """Opens the journal, in `data_dir` if one is named. Raises StoreUnavailable, InvalidFile, UsageError."""
    settings = bootstrap.system_settings({"data_dir": None if data_dir is None else str(data_dir)})
    return Desk(
        store=bootstrap.open_quickly(settings),
        clock=bootstrap.system_clock(settings),
        chance=bootstrap.system_chance(),
        settings=settings,
    )
