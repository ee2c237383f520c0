"""Rules by what they look at: one prescription, one session or one week at a time.

A programme repeats itself from week to week; whatever a rule says of several weeks alike it says once.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from dorsi.program.evaluate import Entry, ProgramView, SessionView, WeekView
from dorsi.rules.base import Case, Rule
from dorsi.rules.finding import Finding

WeeklyFinding = tuple[tuple[int, ...], Finding]
"""A finding with the weeks it was made in."""


class EntryRule(Rule):
    """A rule that looks at one prescription at a time."""

    @abstractmethod
    def check_entry(self, entry: Entry, case: Case) -> Iterator[Finding]:
        """What is wrong with this prescription."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Asks `check_entry` of every entry; findings that repeat over weeks become one."""
        for weeks, entry in case.view.distinct_entries:
            for finding in self.check_entry(entry, case):
                yield _placed(finding, place_weeks(case.view, weeks))


class SessionRule(Rule):
    """A rule that looks at one session at a time."""

    @abstractmethod
    def check_session(self, session: SessionView, week: WeekView, case: Case) -> Iterator[Finding]:
        """What is wrong with this session."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Asks `check_session` of every session; findings that repeat over weeks become one."""
        yield from joined(
            case.view,
            (
                (week.weeks, finding)
                for week in case.view.weeks
                for session in week.sessions
                for finding in self.check_session(session, week, case)
            ),
        )


class WeekRule(Rule):
    """A rule about whole weeks. Weeks without training are passed over, deloads too where `spares_deloads` says so."""

    spares_deloads: ClassVar[bool] = False

    @abstractmethod
    def check_week(self, week: WeekView, case: Case) -> Iterator[Finding]:
        """What is wrong in this week; a place that names weeks keeps them, any other gets the view's."""

    def check(self, case: Case) -> Iterator[Finding]:
        """Asks `check_week` of every distinct week and joins what repeats."""
        yield from joined(
            case.view,
            (
                (finding.place.weeks or week.weeks, finding)
                for week in case.view.weeks
                if week.work and not (self.spares_deloads and week.is_deload)
                for finding in self.check_week(week, case)
            ),
        )


def joined(view: ProgramView, found: Iterable[WeeklyFinding]) -> Iterator[Finding]:
    """Each finding once, its place naming all weeks it was made in (none when that is every week)."""
    kept: dict[tuple[object, ...], tuple[Finding, set[int]]] = {}
    for weeks, finding in found:
        place = finding.place
        key = (place.session, place.block, place.member, place.exercise, finding.severity, finding.message)
        kept.setdefault(key, (finding, set()))[1].update(weeks)
    for finding, weeks_found in kept.values():
        yield _placed(finding, place_weeks(view, tuple(sorted(weeks_found))))


def _placed(finding: Finding, weeks: tuple[int, ...]) -> Finding:
    """The finding with its place naming these weeks."""
    if finding.place.weeks == weeks:
        return finding
    return replace(finding, place=replace(finding.place, weeks=weeks))


def place_weeks(view: ProgramView, weeks: tuple[int, ...]) -> tuple[int, ...]:
    """The weeks to name in a place: none when the finding holds in every week of the programme."""
    return weeks if len(weeks) < view.program.weeks else ()
