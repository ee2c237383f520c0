"""From a foreign log to sessions of ours: names, units, modes, zones and ids settled, what is there already left out.

Ids come from content: the session's from its app and key, a set's from its session, exercise, numbers and how often
the same stood before it. So the same file, or a longer one of the same log, gives the same ids for the same sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo, available_timezones

from dorsi.atlas.load import Atlas
from dorsi.errors import UnknownName
from dorsi.journal.importing.body_evidence import load_modes
from dorsi.journal.importing.foreign import ForeignLog, ForeignSet, Guess
from dorsi.journal.importing.known import Known
from dorsi.journal.importing.news import News, Thing, new_things, news_of, things_of
from dorsi.journal.importing.settled_measurements import settle_measurements
from dorsi.journal.importing.settled_names import SettledName, settle_names, slug
from dorsi.journal.importing.settled_sessions import SessionMaker
from dorsi.journal.importing.unit_evidence import load_unit
from dorsi.journal.model import CUSTOM, CustomExercise, Journal, LoggedSession
from dorsi.journal.other_lifts import other_lifts
from dorsi.units import MassUnit

ZONE_OPTION = "zone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the athlete said about a file, where it does not say itself or Dorsi would guess wrong.

    `zone` is the zone of wall-clock times as the athlete gave it for this file; where it is empty they are taken for
    times of `home`. `names` maps the file's names to exercise ids, or to
    `settled_names.OWN`. `body_counted` says whether loads of body-weight lifts include the body. None leaves the
    decision to the evidence. How days are written is a matter of reading, see `services.importing.read_log`.
    """

    unit: MassUnit | None = None
    zone: str = ""
    home: str = "UTC"
    names: Mapping[str, str] = field(default_factory=dict)
    body_counted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A log made ours.

    `whole` are the sessions of all the file; `news` what the journal lacks of them, `things` what it lacks beside
    sessions. `decided` are names the athlete settled just now. `lines` finds the file's line by set id.
    """

    whole: tuple[LoggedSession, ...]
    news: News
    things: tuple[Thing, ...]
    names: tuple[SettledName, ...] = ()
    decided: Mapping[str, str] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


def settle(log: ForeignLog, choices: Choices, known: Known, batch: str, atlas: Atlas) -> Settled:
    """Makes the log ours; what Dorsi wrote itself only has to be compared with the journal.

    Raises UnknownName for a zone or an answered exercise that does not exist.
    """
    if log.ours is not None:
        return _settled_ours(log.ours, known, batch, atlas)
    sets: dict[str, list[ForeignSet]] = {}
    for foreign in log.sessions:
        for entry in foreign.sets:
            sets.setdefault(entry.exercise, []).append(entry)
    names = settle_names(sets, choices.names, known.journal, atlas)
    unit, unit_guesses = load_unit(log, choices.unit)
    modes, mode_guesses = load_modes(names.settled, sets, unit, choices.body_counted)
    maker = SessionMaker(
        log=log,
        names=names.settled,
        unit=unit,
        modes=modes,
        zone=zone_called(choices.zone or choices.home),
        batch=batch,
    )
    whole = maker.sessions()
    measurements, measure_guesses = settle_measurements(log.measurements, unit if sets else None, choices.unit)
    return Settled(
        whole=whole,
        news=news_of(whole, known),
        things=new_things([*names.made, *measurements], known),
        names=tuple(names.settled.values()),
        decided=names.decided,
        guesses=(*log.guesses, *unit_guesses, *mode_guesses, *measure_guesses, *_zone_guess(log, choices)),
        lines=maker.lines,
    )


def zone_called(name: str) -> ZoneInfo:
    """The time zone of that name; raises UnknownName with the nearest names."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UnknownName("time zone", name, available_timezones(), hint="Zones are called Europe/Rome.") from None


def _settled_ours(ours: Journal, known: Known, batch: str, atlas: Atlas) -> Settled:
    strange = _strangers(ours, known, atlas)
    exercises = {**ours.exercises, **{exercise.id: exercise for exercise in strange.values()}}
    sessions = tuple(_with_exercises(replace(session, batch=batch), strange) for session in ours.sessions)
    return Settled(
        whole=sessions,
        news=news_of(sessions, known),
        things=new_things(things_of(replace(ours, exercises=exercises)), known),
        decided={name: exercise for name, exercise in ours.names.items() if name not in known.journal.names},
    )


def _strangers(ours: Journal, known: Known, atlas: Atlas) -> dict[str, CustomExercise]:
    """Exercises of one's own in the place of ids that this version of Dorsi does not know."""
    used = {entry.exercise for session in ours.sessions for entry in session.sets}
    tables = (atlas.exercises, other_lifts(), ours.exercises, known.journal.exercises)
    strange = sorted(used.difference(*tables))
    made = {}
    for exercise_id in strange:
        own = exercise_id if exercise_id.startswith(CUSTOM) else f"{CUSTOM}{slug(exercise_id)}"
        made[exercise_id] = CustomExercise(id=own, name=exercise_id.removeprefix(CUSTOM))
    return made


def _with_exercises(session: LoggedSession, strange: Mapping[str, CustomExercise]) -> LoggedSession:
    if not strange or all(entry.exercise not in strange for entry in session.sets):
        return session
    sets = (replace(e, exercise=strange[e.exercise].id) if e.exercise in strange else e for e in session.sets)
    return replace(session, sets=tuple(sets))


def _zone_guess(log: ForeignLog, choices: Choices) -> tuple[Guess, ...]:
    if choices.zone:
        return ()
    local = sum(session.started is not None and session.started.tzinfo is None for session in log.sessions)
    if not local:
        return ()
    return (
        Guess(what=f"times of day are those of {choices.home}", evidence="the file names no zone", option=ZONE_OPTION),
    )
