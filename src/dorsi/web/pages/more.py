"""What More shows: its menu, settings, formats to take away, backups and what stands behind Dorsi."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dorsi.atlas.load import load_atlas
from dorsi.coach.coaching_rules import RULES
from dorsi.journal.events import Event
from dorsi.journal.exporting.formats import FORMATS
from dorsi.journal.folding import journal_of
from dorsi.languages import said
from dorsi.rules.registry import all_rules
from dorsi.store.journal_repository import Extent
from dorsi.units import MassUnit
from dorsi.web.forms.more import THEME_NAMES, BackupForm, SettingsForm, zones
from dorsi.web.pages.question_parts import SLUGS, STEP_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few things to choose."""

    value: str
    name: str
    note: str = ""
    ending: str = ""
    here: bool = False


_STEP_NOTES: Mapping[str, Promise] = {
    "you": gettext_lazy("Age, body weight, unit"),
    "training": gettext_lazy("Level, goals, what you lift"),
    "week": gettext_lazy("Days, minutes, other training"),
    "gym": gettext_lazy("Equipment, load steps, likes"),
    "health": gettext_lazy("What the plan must spare"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """Unit, zone, theme and language to choose, and the answers behind the plan to change. `languages` is empty where
    there is but one."""

    form: SettingsForm
    themes: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    answers: tuple[Choice, ...]
    has_plan: bool
    counts_in: str
    zones: tuple[tuple[str, list[tuple[str, str]]], ...]

    @classmethod
    def from_choices(cls, form: SettingsForm, theme: str, *, has_plan: bool, units: MassUnit) -> SettingsPage:
        """The page with what is chosen now."""
        return cls(
            form=form,
            themes=tuple(
                Choice(value=value, name=str(name), here=value == theme) for value, name in THEME_NAMES.items()
            ),
            languages=_languages(),
            answers=tuple(
                Choice(value=slug, name=str(STEP_NAMES[step]), note=str(_STEP_NOTES[slug]))
                for step, slug in SLUGS.items()
            ),
            has_plan=has_plan,
            counts_in=_("kilograms") if units is MassUnit.KG else _("pounds"),
            zones=zones(),
        )


def _languages() -> tuple[Choice, ...]:
    offered, here = dict(settings.LANGUAGES), get_language()
    if len(offered) == 1:
        return ()
    return tuple(Choice(value=code, name=str(name), here=code == here) for code, name in offered.items())


_FORMAT_NAMES: Mapping[str, Promise] = {
    "json": gettext_lazy("Everything, as Dorsi keeps it"),
    "csv": gettext_lazy("Table of sets"),
    "xlsx": gettext_lazy("Workbook"),
    "strong": gettext_lazy("For Strong"),
    "hevy": gettext_lazy("For Hevy"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportPage:
    """The log to take away; `sets` is how much there is of it."""

    formats: tuple[Choice, ...]
    sessions: int
    sets: int
    first: date | None
    last: date | None

    @classmethod
    def from_counts(cls, sessions: int, sets: int, first: date | None, last: date | None) -> ExportPage:
        """The page for a log of that size."""
        return cls(
            formats=tuple(
                Choice(
                    value=each.name,
                    name=str(_FORMAT_NAMES[each.name]),
                    note=said(each.description),
                    ending=each.extension,
                )
                for each in FORMATS.values()
            ),
            sessions=sessions,
            sets=sets,
            first=first,
            last=last,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """How much a journal holds."""

    entries: int
    sessions: int
    first: date | None
    last: date | None

    @classmethod
    def from_extent(cls, extent: Extent) -> Holds:
        """What the journal itself says."""
        return cls(entries=extent.entries, sessions=extent.sessions, first=extent.first, last=extent.last)

    @classmethod
    def from_events(cls, events: Sequence[Event]) -> Holds:
        """What these events amount to."""
        sessions = journal_of(events).sessions if events else ()
        return cls(
            entries=len(events),
            sessions=len(sessions),
            first=sessions[0].on if sessions else None,
            last=sessions[-1].on if sessions else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPage:
    """A backup to take, one to restore, and what it would replace; `file` is empty until one was looked at."""

    now: Holds
    form: BackupForm
    file: str = ""
    then: Holds | None = None
    can_go_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What Dorsi knows and under which licence it comes."""

    version: str
    licence: str
    counts: tuple[tuple[str, int], ...]
    parts: tuple[tuple[str, str], ...]

    @classmethod
    def from_versions(cls, version: str, licence: str, parts: Mapping[str, Any]) -> AboutPage:
        """The page for this installation."""
        atlas = load_atlas()
        counts = (
            (_("Exercises"), len(atlas.exercises)),
            (_("Planning rules"), len(all_rules())),
            (_("Coaching rules"), len(RULES)),
            (_("Claims weighed"), len(atlas.claims)),
            (_("Works cited"), len(atlas.references)),
        )
        return cls(version=version, licence=licence, counts=counts, parts=tuple(parts.items()))
