"""Checks any programme against the rules, and mends what can be mended safely."""

from __future__ import annotations

from dataclasses import dataclass

from dorsi.athlete.intake import athlete_of, intake_from_mapping, read_athlete
from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.errors import InvalidFile
from dorsi.program.editing import apply_edits
from dorsi.program.evaluate import ProgramView, evaluate
from dorsi.program.model import Program
from dorsi.program.reading import read_program
from dorsi.rules.base import Case
from dorsi.rules.checking import check
from dorsi.rules.finding import Finding

_MOST_ATTEMPTS = 120
"""Fixes tried on one programme at the most; a bound against fixes that undo each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A programme, whose it is if known, laid out, with everything the rules have to say."""

    program: Program
    athlete: Athlete | None
    view: ProgramView
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """The text after all safe fixes, what each of them did, and the check of the result."""

    text: str
    done: tuple[str, ...]
    checked: Checked


def check_text(text: str, file: str, athlete: Athlete | None = None, *, skip: frozenset[str] = frozenset()) -> Checked:
    """Checks a programme file; the athlete is the one given, else the one whose answers the file carries.

    Raises InvalidFile for a file that cannot be read and TrainingRefused where the answers call for a referral.
    """
    atlas = load_atlas()
    program = read_program(text, file, atlas)
    whose = athlete or embedded_athlete(program, file)
    view = evaluate(program, atlas)
    return Checked(program=program, athlete=whose, view=view, findings=check(Case(view=view, athlete=whose), skip))


def mend_text(text: str, file: str, athlete: Athlete | None = None, *, skip: frozenset[str] = frozenset()) -> Mended:
    """Applies safe fixes one after the other, each on a freshly checked text, until none is left.

    A fix that does not reduce the findings, or breaks the file, is not kept.
    """
    checked = check_text(text, file, athlete, skip=skip)
    done: list[str] = []
    tried: set[tuple[str, str, str]] = set()
    for _ in range(_MOST_ATTEMPTS):
        found = next((f for f in checked.findings if f.fix and _mark(f) not in tried), None)
        if found is None or found.fix is None:
            break
        tried.add(_mark(found))
        changed = apply_edits(text, found.fix.edits)
        try:
            again = check_text(changed, file, athlete, skip=skip)
        except InvalidFile:
            continue
        if _weight(again.findings) < _weight(checked.findings):
            text, checked = changed, again
            done.append(f"{found.place}: {found.fix.says} ({found.code})")
    return Mended(text=text, done=tuple(done), checked=checked)


def embedded_athlete(program: Program, file: str) -> Athlete | None:
    """The athlete whose answers the programme carries, screened; None when it carries none."""
    if program.athlete is None:
        return None
    return athlete_of(intake_from_mapping(program.athlete, file, under="athlete"))


def athlete_from_text(text: str, file: str) -> Athlete:
    """The screened athlete of an athlete file."""
    return read_athlete(text, file)


def _mark(finding: Finding) -> tuple[str, str, str]:
    """What tells one attempt at a fix from another: the same place may need several, each with its own figures."""
    return finding.code, str(finding.place), finding.message


def _weight(findings: tuple[Finding, ...]) -> tuple[int, ...]:
    """Findings counted by severity, errors first: what a fix must lower."""
    return tuple(sum(f.severity.rank == rank for f in findings) for rank in range(3))
