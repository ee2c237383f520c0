"""What the log shows: sessions newest first, one session set by set, and one set to mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.journal.exporting.formats import FORMATS
from dorsi.journal.model import LoggedSession, LoggedSet
from dorsi.languages import known
from dorsi.web.pages.progress_words import amount_words, load_words, set_facts, sets_words, short_day
from dorsi.web.templatetags.dorsi_tags import day as day_words

SESSIONS_A_PAGE = 12
LINES_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """A session in short; `lines` are exercises with their sets."""

    address: str
    on: str
    title: str
    facts: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """A page of the log. `newer` and `older` are addresses, empty at the ends."""

    total: str
    sessions: tuple[SessionCard, ...]
    newer: str
    older: str
    place: str
    is_filtered: bool
    exports: tuple[tuple[str, str, str], ...]

    @classmethod
    def from_sessions(
        cls, sessions: Sequence[LoggedSession], names: Mapping[str, str], exercise: str, page: int, today: date
    ) -> LogPage:
        """Page number `page`, from 1, of the sessions (oldest first) that hold the exercise, or of all."""
        found = [narrowed for session in reversed(sessions) if (narrowed := _narrowed(session, exercise)).sets]
        pages = max(1, -(-len(found) // SESSIONS_A_PAGE))
        page = min(max(1, page), pages)
        shown = found[(page - 1) * SESSIONS_A_PAGE : page * SESSIONS_A_PAGE]
        sets = sum(len(session.sets) for session in found)
        return cls(
            total=_("%(sets)s in %(sessions)s") % {
                "sets": ngettext("%(count)d set", "%(count)d sets", sets) % {"count": sets},
                "sessions": ngettext("%(count)d session", "%(count)d sessions", len(found)) % {"count": len(found)},
            },
            sessions=tuple(_card(session, names, today) for session in shown),
            newer=_page_address(exercise, page - 1) if page > 1 else "",
            older=_page_address(exercise, page + 1) if page < pages else "",
            place=_("Page %(page)d of %(pages)d") % {"page": page, "pages": pages} if pages > 1 else "",
            is_filtered=bool(exercise),
            exports=tuple(
                (each.name, _format_name(each.name), reverse("web:progress-export", args=[each.name]))
                for each in FORMATS.values()
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRow:
    """A set to be tapped and mended."""

    address: str
    number: int
    load: str
    amount: str
    facts: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPart:
    """A stretch of one exercise."""

    name: str
    address: str
    sets: tuple[SetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """One session set by set."""

    title: str
    on: str
    facts: tuple[str, ...]
    note: str
    runs: tuple[RunPart, ...]

    @classmethod
    def from_session(cls, session: LoggedSession, names: Mapping[str, str], today: date) -> SessionPage:
        """The page of a session."""
        runs = []
        for exercise, sets in groupby(session.sets, key=lambda entry: entry.exercise):
            rows = tuple(_set_row(session, entry, number) for number, entry in enumerate(sets, 1))
            address = reverse("web:progress-lift", args=[exercise])
            runs.append(RunPart(name=names[exercise], address=address, sets=rows))
        return cls(
            title=known(session.title) or _("Session"),
            on=f"{day_words(session.on)} {session.on.year}" if session.on.year != today.year else day_words(session.on),
            facts=_facts(session),
            note=session.note,
            runs=tuple(runs),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPage:
    """One set to mend."""

    name: str
    on: str
    was: str
    session_address: str
    delete_address: str

    @classmethod
    def from_set(cls, session: LoggedSession, entry: LoggedSet, names: Mapping[str, str]) -> SetPage:
        """The page of a set."""
        return cls(
            name=names[entry.exercise],
            on=day_words(session.on),
            was=sets_words([entry]),
            session_address=reverse("web:progress-session", args=[session.id]),
            delete_address=reverse("web:progress-set-delete", args=[session.id, entry.id]),
        )


def exercise_choices(sessions: Sequence[LoggedSession], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The exercises of the journal by name."""
    logged = {entry.exercise for session in sessions for entry in session.sets}
    return sorted(((each, names[each]) for each in logged), key=lambda choice: choice[1].lower())


def _narrowed(session: LoggedSession, exercise: str) -> LoggedSession:
    if not exercise:
        return session
    return replace(session, sets=tuple(entry for entry in session.sets if entry.exercise == exercise))


def _card(session: LoggedSession, names: Mapping[str, str], today: date) -> SessionCard:
    lines = [(names[exercise], sets_words(list(sets)))
             for exercise, sets in groupby(session.sets, key=lambda entry: entry.exercise)]  # fmt: skip
    return SessionCard(
        address=reverse("web:progress-session", args=[session.id]),
        on=short_day(session.on, today),
        title=known(session.title) or _("Session"),
        facts=_facts(session),
        lines=tuple(lines[:LINES_SHOWN]),
        more=max(0, len(lines) - LINES_SHOWN),
    )


def _facts(session: LoggedSession) -> tuple[str, ...]:
    facts = []
    if session.duration_s:
        facts.append(_("%(count)d min") % {"count": round(session.duration_s / 60)})
    facts.append(ngettext("%(count)d set", "%(count)d sets", len(session.sets)) % {"count": len(session.sets)})
    if session.plan is not None:
        facts.append(_("week %(week)d") % {"week": session.plan.week})
    if not session.finished:
        facts.append(_("still open"))
    return tuple(facts)


def _set_row(session: LoggedSession, entry: LoggedSet, number: int) -> SetRow:
    return SetRow(
        address=reverse("web:progress-set", args=[session.id, entry.id]),
        number=number,
        load=load_words(entry.load),
        amount=amount_words(entry),
        facts=set_facts(entry),
        note=entry.note,
    )


def _page_address(exercise: str, page: int) -> str:
    query = {"exercise": exercise} if exercise else {}
    return f"?{urlencode({**query, 'page': page})}"


def _format_name(name: str) -> str:
    return {
        "json": _("Everything (JSON)"), "csv": _("Sets (CSV)"), "xlsx": _("Workbook (Excel)"),
        "strong": _("For Strong"), "hevy": _("For Hevy"),
    }[name]  # fmt: skip
