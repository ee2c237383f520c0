"""The journal's events: what was entered, never changed once written; corrections are events too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypeAlias

from dorsi.journal.model import (
    Adoption,
    Answer,
    Clearance,
    CustomExercise,
    Hurt,
    LoggedSession,
    LoggedSet,
    Measurement,
    Move,
    Skip,
    Swap,
)

TICK = timedelta(milliseconds=1)
"""What an entry that has to hold after another comes later, where the other's clock was ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLogged:
    """A session with any number of sets; a later one of the same id replaces title, times and notes and adds sets."""

    session: LoggedSession


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDeleted:
    """The session and all its sets are gone."""

    session_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogged:
    """A set of a session; a later one of the same set id is a correction of it."""

    session_id: str
    entry: LoggedSet


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDeleted:
    """The set is gone."""

    session_id: str
    set_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Something beside sessions: a measurement, a programme taken up, a swap, a discomfort and the like."""

    thing: Measurement | Adoption | Move | Skip | Swap | Hurt | Clearance | Answer | CustomExercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What `Noted` said under this id holds no longer."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSettled:
    """The athlete's word that another app's `name` (normalised) means this exercise."""

    name: str
    exercise: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A file was read into the journal: its name, format, the digest of its bytes and what became of its rows."""

    file: str
    format: str
    digest: str
    sessions: int = 0
    sets: int = 0
    fates: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportUndone:
    """All that came in one batch (an import, or what one command entered) is void, as if it had never been."""

    batch: str


Body: TypeAlias = (
    SessionLogged | SessionDeleted | SetLogged | SetDeleted | Noted | Withdrawn | NameSettled | Imported | ImportUndone
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the journal: `id` is a version 7 UUID made by the client, `at` its clock in UTC.

    `batch` names what it came with: an import, or all that one command entered. Events apply in the order of
    `key`, wherever and whenever they arrive, so two devices that exchange theirs end up with the same journal.
    """

    id: str
    at: datetime
    body: Body
    batch: str = ""

    @property
    def key(self) -> tuple[datetime, str]:
        """The order in which events apply."""
        return self.at, self.id

    @property
    def session_id(self) -> str:
        """The session it belongs to; empty for events beside sessions."""
        body = self.body
        if isinstance(body, SessionLogged):
            return body.session.id
        if isinstance(body, SessionDeleted | SetLogged | SetDeleted):
            return body.session_id
        return ""

    @property
    def on(self) -> date | None:
        """The day it is about, where its body says so."""
        body = self.body
        if isinstance(body, SessionLogged):
            return body.session.on
        if isinstance(body, Noted) and not isinstance(body.thing, CustomExercise):
            return body.thing.on
        return None
