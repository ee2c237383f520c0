"""Changes the sets of a programme under way: the file's own lines, checked again before anything is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Exercise
from dorsi.errors import InvalidFile, UnknownName
from dorsi.program.editing import apply_edits
from dorsi.program.evaluate import week_spans
from dorsi.program.model import BlockKind, Prescription, Program
from dorsi.program.notation import NotationError, parse_sets
from dorsi.program.positions import follow, locate
from dorsi.program.reading import read_program
from dorsi.program.writing import sets_text
from dorsi.rules.finding import Finding, Path, SetValue, Severity
from dorsi.rules.registry import rule_by_code
from dorsi.services.checking import check_text

NAME = "the programme"
"""What the programme is called in messages about its text."""
_MEMBERS = "abc"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """One line of sets: the weeks it is for in words (empty: all), and the notation."""

    weeks: str
    line: str
    is_deload: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """What a programme asks at one place, as its file has it; `path` is where that stands in the document."""

    session: str
    place: str
    exercise: Exercise
    lines: tuple[SetLine, ...]
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A programme's text after a change, and what the rules find in it that they did not find before."""

    text: str
    new: tuple[Finding, ...]

    @property
    def refused(self) -> tuple[Finding, ...]:
        """New findings that nobody can wave through: health limits."""
        return tuple(f for f in self.new if f.severity is Severity.ERROR and rule_by_code(f.code).health)

    @property
    def serious(self) -> tuple[Finding, ...]:
        """New errors, which the athlete has to accept knowingly."""
        return tuple(f for f in self.new if f.severity is Severity.ERROR)


def prescribed_at(text: str, session: str, place: str) -> Prescribed:
    """What the programme asks in a place ("3", "2b") of a session. Raises InvalidFile, UnknownName."""
    atlas = load_atlas()
    program = read_program(text, NAME, atlas)
    places = _places(program, session)
    if place not in places:
        raise UnknownName("place", f"{session}/{place}", [f"{session}/{known}" for known in places])
    path, item = places[place]
    lines = [
        SetLine(
            weeks="" if entry.weeks is None else week_spans(sorted(entry.weeks)),
            line=sets_text(entry.targets),
            is_deload=entry.weeks is not None and entry.weeks <= program.deload_weeks,
        )
        for entry in item.sets
    ]
    return Prescribed(
        session=session, place=place, exercise=atlas.exercises[item.exercise], lines=tuple(lines), path=path
    )


def line_problem(line: str) -> str:
    """What is wrong with a line of set notation, with a remedy; empty if it can be read."""
    try:
        parse_sets(line)
    except NotationError as error:
        return f"{error.message[:1].upper()}{error.message[1:]}. {error.remedy}"
    return ""


def with_sets(text: str, session: str, place: str, lines: Sequence[str], athlete: Athlete | None) -> Changed:
    """The programme with other lines of sets in a place, one for each that is there now, in their order.

    Raises InvalidFile where a line is no set notation, UnknownName for a place that is not there.
    """
    asked = prescribed_at(text, session, place)
    keys = _keys(text, asked.path)
    edits = [
        SetValue(path=(*asked.path, "sets", *key), value=new.strip())
        for key, old, new in zip(keys, asked.lines, lines, strict=True)
        if new.strip() != old.line
    ]
    changed = apply_edits(text, edits)
    known = {(f.code, str(f.place), f.message) for f in check_text(text, NAME, athlete).findings}
    found = check_text(changed, NAME, athlete).findings
    return Changed(text=changed, new=tuple(f for f in found if (f.code, str(f.place), f.message) not in known))


def _keys(text: str, path: Path) -> list[tuple[str, ...]]:
    """The keys under 'sets' in the file, one for each line; an empty one where the sets stand on a single line."""
    part = follow(locate(text), (*path, "sets"))
    if part is None:
        raise InvalidFile([])
    pairs = part.content.pairs
    return [(key.text,) for key, _ in pairs] if pairs else [()]


def _places(program: Program, session_id: str) -> Mapping[str, tuple[Path, Prescription]]:
    """The places of a session with what stands there and where."""
    found: dict[str, tuple[Path, Prescription]] = {}
    for number, session in enumerate(program.sessions):
        if session.id != session_id:
            continue
        for at, block in enumerate(session.blocks):
            base: Path = ("sessions", number, "blocks", at)
            grouped = block.kind is not BlockKind.SINGLE
            for member, item in enumerate(block.items):
                name = f"{at + 1}{_MEMBERS[member]}" if grouped else str(at + 1)
                found[name] = ((*base, block.kind.value, member) if grouped else base, item)
    return found
