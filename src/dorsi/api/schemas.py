"""The shapes of requests and answers, for checking the ones and documenting both."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Field, Schema

MOST_EVENTS = 500
LONGEST_PROGRAM = 400_000


class Health(Schema):
    """That the server is up, and which version it is."""

    status: Literal["ok"]
    version: str


class Problem(Schema):
    """What went wrong; `type` names the cause for programs, `detail` tells people."""

    type: str
    title: str
    status: int
    detail: str
    problems: list[Any] = []


class EventsIn(Schema):
    """Entries of a journal, each a document as docs/journal.md describes it."""

    events: list[dict[str, Any]] = Field(max_length=MOST_EVENTS)


class EventResult(Schema):
    """What became of one event: kept now, there already, there with another body, or not fit to be kept."""

    id: str
    status: Literal["created", "known", "conflict", "invalid"]
    problems: list[str] = []


class EventsOut(Schema):
    """What became of each event, in the order in which they were sent."""

    results: list[EventResult]


class SessionsOut(Schema):
    """Sessions, newest first; `next` is the cursor of the page after, null on the last."""

    sessions: list[dict[str, Any]]
    next: str | None


class SessionOut(Schema):
    """A session as it stands, with its sets."""

    session: dict[str, Any]
    finished: bool
    deleted: bool = False


class Summary(Schema):
    """What a session came to: records, what follows for the next time, and when that is."""

    records: list[dict[str, Any]]
    next_time: list[dict[str, Any]]
    next: dict[str, Any] | None


class ProgramText(Schema):
    """A programme as YAML, as docs/program-file.md describes it."""

    text: str = Field(min_length=1, max_length=LONGEST_PROGRAM)


class ProgramIn(ProgramText):
    """A programme to take up, from which day on (today if left out), and perhaps whose: an athlete file as TOML."""

    on: str = Field(default="", max_length=10)
    athlete: str = Field(default="", max_length=LONGEST_PROGRAM)


class ProgramOut(Schema):
    """The programme under way: its id, first day, name, weeks and text, and where the athlete is in it."""

    id: str
    on: str
    name: str
    weeks: int
    cycle: int
    week: int
    text: str


class Findings(Schema):
    """What the rules say of a programme."""

    programme: str
    findings: list[dict[str, Any]]
    totals: dict[str, int]


class Marks(Schema):
    """The records as they stand, by exercise id."""

    records: dict[str, dict[str, Any]]


class Lifts(Schema):
    """Every lift whose strength the journal tells."""

    unit: Literal["kg", "lb"]
    lifts: list[dict[str, Any]]
