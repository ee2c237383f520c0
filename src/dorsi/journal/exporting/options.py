"""What exports ask of the outside: the day, the zone that wall-clock times are in, and how exercises are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from dorsi.journal.model import CUSTOM, LoggedSession, LoggedSet

NOON = time(12)
"""The time of day written for a session whose own is unknown, for formats that cannot do without."""
OTHER = "other:"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOptions:
    """`today` dates the file; `zone` is that of sessions which do not name their own; `names` are exercises' by id."""

    today: date
    zone: str = "UTC"
    names: Mapping[str, str] = field(default_factory=dict)

    def name(self, exercise_id: str) -> str:
        """The exercise's name; made from the id where nobody knows it."""
        known = self.names.get(exercise_id)
        return known or exercise_id.removeprefix(CUSTOM).removeprefix(OTHER).replace("-", " ").capitalize()

    def name_elsewhere(self, entry: LoggedSet) -> str:
        """What the set's exercise is called in the app it came from, else by Dorsi."""
        return entry.name or self.name(entry.exercise)

    def began(self, session: LoggedSession) -> datetime:
        """The session's start on the clock on the wall; noon where the time of day is unknown.

        A zone that this computer does not know counts as the options' own.
        """
        if session.started_at is None:
            return datetime.combine(session.on, NOON)
        try:
            zone = ZoneInfo(session.zone or self.zone)
        except (KeyError, ValueError, OSError):
            zone = ZoneInfo(self.zone)
        return session.started_at.astimezone(zone).replace(tzinfo=None)
