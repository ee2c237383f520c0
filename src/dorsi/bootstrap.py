"""Puts services and store together, and reads what the system says: environment, home, clock and chance."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dorsi.errors import FileMissing, UsageError
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.services.ports import Chance, Clock, JournalStore
from dorsi.settings import CONFIG_VARIABLE, PREFIX, Settings, config_path, load_settings
from dorsi.units import MassUnit

if TYPE_CHECKING:
    from dorsi.services.coaching import Coaching
    from dorsi.services.recording import Recording
    from dorsi.store.drafts import Drafts
    from dorsi.store.journal_repository import JournalRepository

_LOCAL_TIME = "/etc/localtime"
"""Where Unix systems keep, as a link, which time zone is theirs."""


class SystemClock:
    """The system's clock; `zone` is the athlete's, or None for the system's own."""

    def __init__(self, zone: tzinfo | None = None) -> None:
        self._zone = zone

    def now(self) -> datetime:
        """The present instant in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The athlete's local day."""
        return self.now().astimezone(self._zone).date()


class SystemChance:
    """The system's source of random bytes."""

    def bytes(self, count: int) -> bytes:
        """So many random bytes."""
        return os.urandom(count)


def system_settings(flags: Mapping[str, str | None] | None = None) -> Settings:
    """The settings by file, environment and `flags`. Raises InvalidFile, FileMissing, UsageError."""
    try:
        home = Path.home()
    except RuntimeError:
        raise UsageError("Dorsi cannot tell where your home folder is. Set HOME to it.") from None
    file = config_path(os.environ, home, sys.platform)
    return load_settings(
        environ=os.environ,
        home=home,
        platform=sys.platform,
        flags=flags,
        config_text=_config_text(file),
        config_file=file,
    )


def debugging() -> bool:
    """True if the environment asks for a developer's view of faults. Never set it where others can reach the app."""
    return os.environ.get("DORSI_DEBUG", "") not in ("", "0")


def pass_on(settings: Settings) -> None:
    """Puts settings into the environment, so that processes started from this one have the same."""
    for field in fields(settings):
        value = getattr(settings, field.name)
        os.environ[PREFIX + field.name.upper()] = str(value).lower() if isinstance(value, bool) else str(value)


def system_clock(settings: Settings) -> Clock:
    """The clock in the athlete's time zone."""
    return SystemClock(ZoneInfo(settings.time_zone) if settings.time_zone else None)


def zone_name(settings: Settings) -> str:
    """The name of the athlete's time zone: the setting's, else the system's; UTC where the system's has no name."""
    if settings.time_zone:
        return settings.time_zone
    linked = os.path.realpath(_LOCAL_TIME).partition("zoneinfo/")[2]
    for name in (os.environ.get("TZ", "").lstrip(":"), linked):
        try:
            return ZoneInfo(name).key
        except (KeyError, ValueError, OSError):
            continue
    return "UTC"


def system_chance() -> Chance:
    """Random bytes for new ids."""
    return SystemChance()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What one person works with: the journal, what was begun, the time, chance for new ids, units and settings.

    `person` is an id that tells nothing of whose it is, `zone` the name of the person's time zone; `units` are those of
    loads typed without one.
    """

    alias: str
    athlete: int
    person: str
    store: JournalRepository
    drafts: Drafts
    clock: Clock
    chance: Chance
    settings: Settings
    units: MassUnit
    zone: str

    def coaching(self) -> Coaching:
        """The coach at this person's side."""
        from dorsi.services.coaching import Coaching

        return Coaching(self.store, self.clock, self.chance)

    def recording(self) -> Recording:
        """This person's pen."""
        from dorsi.services.recording import Recording

        return Recording(self.store, self.clock, self.chance, units=self.units, zone=self.zone)

    def settle(self, *, units: MassUnit | None = None, zone: str | None = None) -> None:
        """Keeps the units or the time zone that the person chose, from the next request on."""
        from dorsi.store.people import settle

        settle(self.alias, self.athlete, zone=zone, units=units)

    def forget(self) -> None:
        """Deletes everything this person ever entered."""
        from dorsi.store.people import forget

        forget(self.alias, self.athlete)


def open_journal(settings: Settings) -> JournalRepository:
    """The journal of the one athlete who uses this installation, made if there is none. Raises StoreUnavailable."""
    # Late, because Django takes longer to import than most commands, which need no journal, take in all. The
    # repository's module can be imported only after `connect` has configured Django.
    from dorsi.store.connection import connect

    return open_desk(settings, connect(settings)).store


def open_desk(settings: Settings, alias: str, owner: str = "", *, remembering: bool = False) -> Desk:
    """The desk of the person with that account, or (empty) of the one without any, in a database that is open.

    `remembering` makes it one for a single request, which reads nothing twice.

    Raises StoreUnavailable.
    """
    from dorsi.store.drafts import Drafts
    from dorsi.store.journal_repository import JournalRepository
    from dorsi.store.people import person
    from dorsi.store.remembering import RememberingRepository

    chance = system_chance()
    now = datetime.now(UTC)
    who = person(alias, owner, lambda: timed_id(now, chance.bytes(RANDOM_BYTES)), now)
    zone = who.zone or zone_name(settings)
    return Desk(
        alias=alias,
        athlete=who.number,
        person=who.uuid,
        store=(RememberingRepository if remembering else JournalRepository)(alias, who.number),
        drafts=Drafts(alias, who.number),
        clock=SystemClock(ZoneInfo(who.zone)) if who.zone else system_clock(settings),
        chance=chance,
        settings=settings,
        units=MassUnit(who.units) if who.units else settings.units,
        zone=zone,
    )


def open_quickly(settings: Settings) -> JournalStore:
    """The same journal, read without importing Django where it is a file that is there. Raises StoreUnavailable."""
    if settings.database_url:
        return open_journal(settings)
    from dorsi.store.quick_journal import quick_journal

    return quick_journal(settings.journal_file, lambda: open_journal(settings))


def _config_text(file: Path) -> str:
    """The settings file's text; empty if there is none and none was named."""
    try:
        return file.read_text("utf-8-sig")
    except FileNotFoundError:
        if CONFIG_VARIABLE in os.environ:
            raise FileMissing(str(file), f"there is no such file, and {CONFIG_VARIABLE} names it") from None
        return ""
    except UnicodeDecodeError:
        raise FileMissing(str(file), "it is not text in UTF-8") from None
    except OSError as error:
        raise FileMissing(str(file), (error.strerror or "the system refused").lower()) from error
