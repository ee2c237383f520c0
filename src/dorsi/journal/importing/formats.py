"""The formats Dorsi reads, in the order in which they are tried: the particular before the general."""

from __future__ import annotations

from dorsi.errors import UnknownName
from dorsi.journal.importing.alpha_progression import AlphaProgression
from dorsi.journal.importing.body_weight import BodyWeightTable
from dorsi.journal.importing.dorsi_log import DorsiJournal
from dorsi.journal.importing.dorsi_table import DorsiTable
from dorsi.journal.importing.fit_notes_other import FitNotesOther
from dorsi.journal.importing.fitbod import Fitbod
from dorsi.journal.importing.fitnotes import FitNotes
from dorsi.journal.importing.fitnotes_ios import FitNotesIos
from dorsi.journal.importing.foreign import LogFormat
from dorsi.journal.importing.gymbook import GymBook
from dorsi.journal.importing.hevy import Hevy
from dorsi.journal.importing.hevy_measurements import HevyMeasurements
from dorsi.journal.importing.jefit import Jefit
from dorsi.journal.importing.liftosaur import Liftosaur
from dorsi.journal.importing.progression_app import ProgressionApp
from dorsi.journal.importing.set_table import SetTable
from dorsi.journal.importing.strong import Strong
from dorsi.journal.importing.stronglifts import StrongLifts
from dorsi.journal.importing.wger import Wger

FORMATS: tuple[LogFormat, ...] = (
    DorsiJournal(),
    DorsiTable(),
    ProgressionApp(),
    Strong(),
    Hevy(),
    Fitbod(),
    FitNotesIos(),
    FitNotes(),
    FitNotesOther(),
    StrongLifts(),
    Liftosaur(),
    Jefit(),
    AlphaProgression(),
    GymBook(),
    Wger(),
    HevyMeasurements(),
    SetTable(),
    BodyWeightTable(),
)


def recognise(text: str) -> LogFormat | None:
    """The first format that takes the text for its own, or None."""
    return next((each for each in FORMATS if each.recognises(text)), None)


def format_by_name(name: str) -> LogFormat:
    """The format called `name`; raises UnknownName if there is none."""
    for each in FORMATS:
        if each.name == name:
            return each
    raise UnknownName("log format", name, (each.name for each in FORMATS))
