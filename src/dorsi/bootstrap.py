"""Puts services and store together, and reads what the system says: environment, home, clock and chance."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from dorsi.errors import FileMissing, UsageError
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.services.ports import Chance, Clock, JournalStore
from dorsi.settings import CONFIG_VARIABLE, Settings, config_path, load_settings

if TYPE_CHECKING:
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


def open_journal(settings: Settings) -> JournalRepository:
    """The journal of the one athlete who uses this installation, made if there is none. Raises StoreUnavailable."""
    # Late, because Django takes longer to import than most commands, which need no journal, take in all. The
    # repository's module can be imported only after `connect` has configured Django.
    from dorsi.store.connection import connect

    alias = connect(settings)
    from dorsi.store.journal_repository import JournalRepository, local_athlete

    now = system_clock(settings).now()
    return JournalRepository(alias, local_athlete(alias, timed_id(now, os.urandom(RANDOM_BYTES)), now))


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
