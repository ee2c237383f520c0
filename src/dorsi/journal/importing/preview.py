"""What an import would bring, before anything is kept: what was read, guessed, doubted, matched and refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from dorsi.athlete.model import OtherMuscle
from dorsi.atlas.load import Atlas
from dorsi.journal.importing.foreign import Fate, ForeignLog, Guess, Rejected
from dorsi.journal.importing.known import Known
from dorsi.journal.importing.oddities import Oddity, OddityKind, oddities, world_ceiling_kg
from dorsi.journal.importing.settle import Settled
from dorsi.journal.importing.settled_names import By, SettledName
from dorsi.journal.model import Measurement
from dorsi.journal.other_lifts import other_lifts


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All that is worth knowing before an import is kept.

    `rows` of the file have exactly one fate each. `sessions` and `sets` count the whole file, the `new_` numbers
    what the journal lacks: sessions that are new as a whole, sets, and everything beside sessions. `sets_there` are in
    the journal already, `sets_deleted` were taken out of it by the athlete and stay out. `matched` are names that
    mean an exercise of ours, `unknown` those that became exercises of their own, with the nearest ones of ours.
    `read_before` is the instant at which the very same file was read.
    """

    file: str
    format: str
    rows: int
    fates: Mapping[Fate, int]
    sessions: int
    sets: int
    first: date | None
    last: date | None
    new_sessions: int
    extended_sessions: int
    new_sets: int
    new_things: int
    sets_there: int
    sets_deleted: int
    guesses: tuple[Guess, ...]
    oddities: tuple[Oddity, ...]
    matched: tuple[SettledName, ...]
    unknown: tuple[SettledName, ...]
    rejected: tuple[Rejected, ...]
    read_before: datetime | None = None

    @property
    def brings_nothing(self) -> bool:
        """True if the journal has all of it."""
        return not (self.new_sessions or self.new_sets or self.new_things)

    @property
    def holds_nothing(self) -> bool:
        """True if the file has neither sets nor measurements."""
        return not self.sets and not any(self.fates.get(fate) for fate in (Fate.SET, Fate.MEASUREMENT))

    @property
    def rejected_by_reason(self) -> tuple[tuple[str, tuple[Rejected, ...]], ...]:
        """Rejected rows under their reasons, the most frequent reason first."""
        return by_reason(self.rejected)


def by_reason(rejected: Iterable[Rejected]) -> tuple[tuple[str, tuple[Rejected, ...]], ...]:
    """Rejected rows under their reasons, the most frequent reason first."""
    groups: dict[str, list[Rejected]] = {}
    for row in rejected:
        groups.setdefault(row.reason, []).append(row)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple((reason, tuple(rows)) for reason, rows in ordered)


def preview_of(
    log: ForeignLog, settled: Settled, known: Known, *, file: str, digest: str, today: date, atlas: Atlas
) -> Preview:
    """The preview of a settled log. Oddities are looked for in all of the file, and shown where they are new."""
    news = settled.news
    present = {session.id for session in known.journal.sessions}
    days = [session.on for session in settled.whole] + [entry.on for entry in log.measurements]
    if log.ours is not None:
        days += [entry.on for entry in log.ours.measurements]
    return Preview(
        file=file,
        format=log.format,
        rows=log.rows,
        fates=log.fates,
        sessions=len(settled.whole),
        sets=sum(len(session.sets) for session in settled.whole),
        first=min(days, default=None),
        last=max(days, default=None),
        new_sessions=sum(session.id not in present for session in news.sessions),
        extended_sessions=sum(session.id in present for session in news.sessions),
        new_sets=sum(len(session.sets) for session in news.sessions),
        new_things=len(settled.things),
        sets_there=news.there,
        sets_deleted=news.deleted,
        guesses=settled.guesses,
        oddities=_new_oddities(settled, known, today, atlas),
        matched=tuple(name for name in settled.names if name.by is not By.OWN),
        unknown=tuple(sorted((n for n in settled.names if n.by is By.OWN), key=lambda name: (-name.sets, name.theirs))),
        rejected=log.rejected,
        read_before=known.files.get(digest),
    )


def _new_oddities(settled: Settled, known: Known, today: date, atlas: Atlas) -> tuple[Oddity, ...]:
    ids = {session.id for session in settled.whole}
    found = oddities(
        settled.whole,
        [thing for thing in settled.things if isinstance(thing, Measurement)],
        today=today,
        ceiling=_ceilings(settled, atlas),
        lines=settled.lines,
        others=[session for session in known.journal.sessions if session.id not in ids],
    )
    sessions = {session.id for session in settled.news.sessions}
    sets = {entry.id for session in settled.news.sessions for entry in session.sets}
    return tuple(oddity for oddity in found if _is_new(oddity, sessions, sets))


def _is_new(oddity: Oddity, sessions: set[str], sets: set[str]) -> bool:
    if oddity.set_id:
        return oddity.set_id in sets
    if oddity.kind is OddityKind.UNIT:
        return bool(sessions)
    return not oddity.session_id or oddity.session_id in sessions


def _ceilings(settled: Settled, atlas: Atlas) -> Callable[[str], float]:
    loadings = {name.exercise: name.loading for name in settled.names}

    @cache
    def ceiling(exercise_id: str) -> float:
        exercise = atlas.exercises.get(exercise_id)
        if exercise is not None:
            return world_ceiling_kg(exercise.loading, exercise.pattern, for_legs=False, for_press=False)
        lift = other_lifts().get(exercise_id)
        if lift is None:
            return world_ceiling_kg(loadings.get(exercise_id), None, for_legs=False, for_press=False)
        legs = OtherMuscle.LEGS in lift.trains
        return world_ceiling_kg(lift.loading, None, for_legs=legs, for_press=bool(lift.trains) and not legs)

    return ceiling
