"""Measures the strength forecasts on other people's logs, beside rules that need no thought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dorsi.athlete.strength import MOST_REPS
from dorsi.errors import FileMissing, InvalidFile
from dorsi.journal.importing.foreign import ForeignLog
from dorsi.journal.importing.formats import FORMATS
from dorsi.journal.model import LoadMode, LoggedSet, SetKind
from dorsi.progress.series import Exposure, StrengthSet, session_best
from dorsi.progress.walk_forward import LEAST_SESSIONS, WalkForward, walk_forward
from dorsi.services.importing import BackupReader, read_log
from dorsi.units import MassUnit, to_kg

STRAPPED = " (straps)"
"""Marks the series of an exercise's strapped sets."""
Series = Mapping[str, tuple[Exposure, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSeries:
    """One log: each exercise, by the name the log gives it, with its sessions, oldest first.

    `long_enough` is how many of the series have the sessions that a measurement needs.
    """

    file: str
    format: str
    series: Series
    long_enough: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that is no log Dorsi can read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastBench:
    """What was read, what was not, and how the forecasts did on all series of all logs together."""

    logs: tuple[LogSeries, ...]
    unread: tuple[Unread, ...]
    result: WalkForward


def measured(
    files: Iterable[tuple[str, Callable[[], bytes]]],
    *,
    most_reps: int = MOST_REPS,
    unit: MassUnit = MassUnit.KG,
    backup_reader: BackupReader | None = None,
) -> ForecastBench:
    """Reads every log and foretells each of its series session by session.

    `files` are names with what gives their content. `unit` is taken for loads that name none; it matters only in
    logs that mix units, because errors are shares of the load.
    """
    logs: list[LogSeries] = []
    unread: list[Unread] = []
    for name, content in files:
        try:
            log = read_log(content(), name, backup_reader=backup_reader)
        except InvalidFile as error:
            unread.append(Unread(file=name, reason=error.problems[0].message))
            continue
        except FileMissing:
            unread.append(Unread(file=name, reason="the system would not open it"))
            continue
        found = series_of(log, unit)
        if found:
            logs.append(
                LogSeries(file=name, format=_title(log.format), series=found, long_enough=_long(found, most_reps))
            )
        else:
            unread.append(Unread(file=name, reason="it holds no set with a load and reps"))
    together = {f"{log.file}/{name}": exposures for log in logs for name, exposures in log.series.items()}
    return ForecastBench(logs=tuple(logs), unread=tuple(unread), result=walk_forward(together, most_reps))


def series_of(log: ForeignLog, unit: MassUnit = MassUnit.KG) -> Series:
    """The log's exercises as series of strength sets. Help is no load, and sets with straps stand apart."""
    sessions = sorted(_sessions(log, unit), key=lambda session: session[:2])
    found: dict[str, list[Exposure]] = defaultdict(list)
    for on, _, title, sets in sessions:
        lifts: dict[str, list[StrengthSet]] = defaultdict(list)
        for name, done in sets:
            lifts[name + STRAPPED if done.straps else name].append(done)
        for name, own in lifts.items():
            found[name].append(Exposure(on=on, sets=tuple(own), context=title))
    return {name: tuple(exposures) for name, exposures in found.items()}


_Session = tuple[date, str, str, list[tuple[str, StrengthSet]]]


def _sessions(log: ForeignLog, unit: MassUnit) -> Iterator[_Session]:
    for session in log.sessions:
        sets = [
            (done.exercise, _strength(to_kg(done.load, done.unit or unit), done.reps, done.straps, done.kind))
            for done in session.sets
            if done.load and done.load > 0 and done.reps and not _helps(done.mode, done.exercise)
        ]
        yield session.on, str(session.started or ""), session.title, sets
    for own in log.ours.sessions if log.ours is not None else ():
        logged = [(entry.exercise, made) for entry in own.sets if (made := _own(entry)) is not None]
        yield own.on, str(own.started_at or ""), own.title, logged


def _own(entry: LoggedSet) -> StrengthSet | None:
    if entry.load is None or not entry.load.value or not entry.reps or _helps(entry.load.mode, entry.exercise):
        return None
    return _strength(entry.load.kg, entry.reps, entry.straps, entry.kind)


def _strength(load_kg: float, reps: int, straps: bool, kind: SetKind) -> StrengthSet:
    return StrengthSet(load_kg=load_kg, reps=reps, straps=straps, warm_up=kind is SetKind.WARM_UP)


def _long(series: Series, most_reps: int) -> int:
    counts = (sum(session_best(each, most_reps) is not None for each in own) for own in series.values())
    return sum(count >= LEAST_SESSIONS for count in counts)


def _helps(mode: LoadMode | None, exercise: str) -> bool:
    """True if the load takes weight off; the name tells where the log does not."""
    return mode is LoadMode.ASSISTED or "assisted" in exercise.casefold()


def _title(format_name: str) -> str:
    return next((each.title for each in FORMATS if each.name == format_name), format_name)
