"""Sessions of ours from those of a foreign log, with ids that the same content always gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha1
from uuid import UUID
from zoneinfo import ZoneInfo

from dorsi.journal.identity import content_id
from dorsi.journal.importing.foreign import ForeignLog, ForeignSession, ForeignSet
from dorsi.journal.importing.settled_names import SettledName
from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSession, LoggedSet
from dorsi.units import MassUnit


@dataclass(slots=True, kw_only=True)
class SessionMaker:
    """Makes the sessions of one log; `lines` then finds the file's line by set id.

    `unit` is that of loads which name none, `modes` what a positive number means for each name.
    """

    log: ForeignLog
    names: Mapping[str, SettledName]
    unit: MassUnit
    modes: Mapping[str, LoadMode]
    zone: ZoneInfo
    batch: str
    lines: dict[str, int] = field(default_factory=dict)
    _loads: dict[tuple[float, MassUnit | None, LoadMode], LoggedLoad] = field(default_factory=dict)
    _plain: dict[str, str] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """The app the log comes from, whatever the dialect: what its name says before the first hyphen."""
        return self.log.format.partition("-")[0]

    def sessions(self) -> tuple[LoggedSession, ...]:
        """All sessions of the log in its order; two of one key stay two."""
        self._plain = {theirs: " ".join(theirs.casefold().split()) for theirs in self.names}
        met: Counter[str] = Counter()
        made = []
        for foreign in self.log.sessions:
            met[foreign.key] += 1
            again = (str(met[foreign.key]),) if met[foreign.key] > 1 else ()
            made.append(self._session(foreign, content_id("session", self.family, foreign.key, *again)))
        return tuple(made)

    def _session(self, foreign: ForeignSession, session_id: str) -> LoggedSession:
        ids = _SetIds(session_id)
        started_at, on = self._moment(foreign.started, foreign.on)
        return LoggedSession(
            id=session_id,
            on=on,
            started_at=started_at,
            zone=self.zone.key if started_at else "",
            duration_s=foreign.duration_s,
            title=foreign.title,
            note=foreign.note,
            sets=tuple([self._set(entry, ids) for entry in foreign.sets]),
            run_notes=foreign.run_notes,
            source=self.log.format,
            batch=self.batch,
        )

    def _set(self, entry: ForeignSet, ids: _SetIds) -> LoggedSet:
        """The set; its id leaves out what apps add or rename later: effort, kind, notes, rest and unit."""
        name = self.names[entry.exercise]
        content = f"{self._plain[entry.exercise]}\x1f{_short(entry.load)}\x1f{entry.reps}"
        if entry.seconds is not None or entry.metres is not None or entry.side is not None:
            content += f"\x1f{_short(entry.seconds)}\x1f{_short(entry.metres)}\x1f{entry.side or ''}"
        set_id = ids.next(content)
        self.lines[set_id] = entry.line
        return LoggedSet(
            id=set_id,
            exercise=name.exercise,
            kind=entry.kind,
            load=None if entry.load is None else self._load(entry.load, entry),
            reps=entry.reps,
            rir=entry.rir,
            rpe=entry.rpe,
            seconds=entry.seconds,
            metres=entry.metres,
            side=entry.side,
            straps=entry.straps,
            tempo=entry.tempo,
            rest_s=entry.rest_s,
            note=entry.note,
            run=entry.run,
            superset=entry.superset,
            implements=entry.implements,
            name=entry.exercise,
            done_at=None if entry.done_at is None else self._moment(entry.done_at, entry.done_at.date())[0],
        )

    def _load(self, value: float, entry: ForeignSet) -> LoggedLoad:
        mode = entry.mode or self.modes[entry.exercise]
        if value < 0:
            mode = LoadMode.ASSISTED
        key = (value, entry.unit, mode)
        load = self._loads.get(key)
        if load is None:
            load = self._loads[key] = LoggedLoad(value=abs(value), unit=entry.unit or self.unit, mode=mode)
        return load

    def _moment(self, at: datetime | None, on: date) -> tuple[datetime | None, date]:
        """The instant in UTC and the local day. A time that a change of clocks skips counts from before the change,
        one that it repeats is the first of the two."""
        if at is None:
            return None, on
        try:
            local = at.replace(tzinfo=self.zone, fold=0) if at.tzinfo is None else at.astimezone(self.zone)
            return local.astimezone(UTC), on if at.tzinfo is None else local.date()
        except OverflowError:
            return None, on


class _SetIds:
    """Version 5 UUIDs of sets in the namespace of their session (RFC 9562, section 5.5).

    They are those of `uuid.uuid5(session, content and how often it stood before)`, made several times as fast: logs
    hold a hundred thousand sets.
    """

    def __init__(self, session_id: str) -> None:
        self._session = sha1(UUID(session_id).bytes, usedforsecurity=False)
        self._met: dict[str, int] = {}

    def next(self, content: str) -> str:
        again = self._met[content] = self._met.get(content, 0) + 1
        digest = self._session.copy()
        digest.update(f"{content}\x1f{again}".encode(errors="surrogatepass"))
        text = digest.hexdigest()
        variant = "89ab"[int(text[16], 16) & 3]
        return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"


def _short(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
