"""What a rule reports: a finding with its place, numbers, reason, remedy and perhaps a safe fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dorsi.atlas.model import Grade
from dorsi.program.evaluate import Place

Path = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a finding matters: an error must not be trained, a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for advice."""
        return ("error", "warning", "advice").index(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """Sets the value at a path of the programme's document (creating the key if need be)."""

    path: Path
    value: str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAt:
    """Removes the key or list entry at a path of the programme's document."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTo:
    """Moves the list entry at `path` to position `index` of the same list."""

    path: Path
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertAt:
    """Inserts a block (a plain mapping) into the list at `path`, before position `index`."""

    path: Path
    index: int
    value: Mapping[str, str | int | bool]


Edit = SetValue | RemoveAt | MoveTo | InsertAt


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A safe change that makes the finding go away: what it does, in words and as edits."""

    says: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a rule has to say about a programme.

    `numbers` holds the figures the judgement rests on, named in plain words; `why` is the rule's reason.
    """

    code: str
    name: str
    severity: Severity
    confidence: Grade
    place: Place
    message: str
    why: str
    remedy: str
    numbers: Mapping[str, float | str] = field(default_factory=dict)
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Errors first, then by place, then by code: the order people read them in."""
        place = self.place
        return (
            self.severity.rank, place.weeks[:1] or (0,), place.session, place.block or 0, place.member or 0,
            self.code, self.message,
        )  # fmt: skip
