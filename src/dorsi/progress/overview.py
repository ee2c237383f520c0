"""Everything that progress pages show, from one reading of the journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas
from dorsi.journal.model import Journal
from dorsi.program.model import Program
from dorsi.progress.adherence import Adherence, adherence_of
from dorsi.progress.balance import Balance, balance_of
from dorsi.progress.body import Body, body_of
from dorsi.progress.deadlift_standards import BestDeadlift, best_deadlift
from dorsi.progress.load_monotony import WeekLoad, week_loads
from dorsi.progress.records import Records, records_of
from dorsi.progress.stalls import Stall, stalls_of
from dorsi.progress.training import Training, training_of
from dorsi.progress.volume import Volume, volume_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All measures of progress as they stand on `training.today`."""

    training: Training = field(repr=False)
    volume: Volume
    balance: Balance
    adherence: Adherence
    records: Records
    stalls: tuple[Stall, ...]
    loads: tuple[WeekLoad, ...]
    body: Body
    deadlift: BestDeadlift | None


def progress_of(
    journal: Journal,
    athlete: Athlete,
    atlas: Atlas,
    today: date,
    *,
    programs: Mapping[str, Program] | None = None,
    distrusted: Collection[str] = frozenset(),
) -> Overview:
    """What the journal shows up to and on `today`; later entries are not looked at.

    `programs` holds the programmes taken up, read from the adoptions' texts, by adoption id: without them nothing
    can be said of planned sessions and deloads. `distrusted` names sets whose numbers are in question.
    """
    known = programs or {}
    training = training_of(journal, athlete, atlas, today, distrusted)
    return Overview(
        training=training,
        volume=volume_of(training, athlete.level),
        balance=balance_of(training),
        adherence=adherence_of(training, journal, known),
        records=records_of(training, athlete.max_pull_ups),
        stalls=stalls_of(training, deload_sessions(training, known)),
        loads=week_loads(training),
        body=body_of(journal.measurements, today),
        deadlift=best_deadlift(training, athlete.sex),
    )


def deload_sessions(training: Training, programs: Mapping[str, Program]) -> frozenset[str]:
    """Ids of the sessions that were trained in a week which their programme means as a deload."""
    return frozenset(
        session.id
        for session in training.sessions
        if session.plan is not None
        and (program := programs.get(session.plan.program)) is not None
        and session.plan.week in program.deload_weeks
    )
