"""Whether a set or session from a file that Dorsi wrote, and people may have edited, is one the journal can hold."""

from __future__ import annotations

import math
from datetime import datetime

from dorsi.journal.model import LoggedDiscomfort, LoggedLoad, LoggedSession, LoggedSet, SetKind, Side

_TEXTS = ("id", "exercise", "tempo", "note", "name", "slot")
_WHOLE = ("reps", "rest_s", "run", "superset", "implements")
_NUMBERS = ("rir", "rpe", "seconds", "metres")
_SESSION_TEXTS = ("id", "zone", "title", "note", "source", "batch")
_KINDS: tuple[tuple[str, type], ...] = (
    ("kind", SetKind),
    ("load", LoggedLoad),
    ("side", Side),
    ("discomfort", LoggedDiscomfort),
    ("done_at", datetime),
)
_LARGEST = 1e7
"""Above anything a session can hold in any unit; keeps absurd numbers out of the sums."""


def fault_of_set(entry: LoggedSet) -> str:
    """What makes the set unusable, in words; empty if nothing does."""
    for name in _TEXTS:
        if not isinstance(getattr(entry, name), str):
            return f"{name} is not text"
    if not entry.id or not entry.exercise:
        return "the set has no id" if not entry.id else "the set has no exercise"
    for name, kind in _KINDS:
        value = getattr(entry, name)
        if not isinstance(value, kind) and (value is not None or name == "kind"):
            return f"{name} cannot be read"
    if getattr(entry, "straps") not in (True, False):  # noqa: B009
        return "straps is neither yes nor no"
    return _fault_of_numbers(entry)


def _fault_of_numbers(entry: LoggedSet) -> str:
    for name in _WHOLE:
        value = getattr(entry, name)
        if value is not None and not _is_whole(value):
            return f"{name} is not a whole number of 0 or more"
    for name in _NUMBERS:
        value = getattr(entry, name)
        if value is not None and not _is_number(value):
            return f"{name} is not a number of 0 or more"
    if entry.run is None or not entry.implements:
        return "run or implements is missing"
    if entry.load is not None and not _is_number(entry.load.value):
        return "load is not a number of 0 or more"
    hurt = entry.discomfort
    if hurt is not None and not (_is_whole(hurt.score) and hurt.score <= 10 and isinstance(hurt.place, str)):
        return "discomfort is not a whole number from 0 to 10"
    return ""


def fault_of_session(session: LoggedSession) -> str:
    """What makes the session's own fields unusable, in words; empty if nothing does."""
    for name in _SESSION_TEXTS:
        if not isinstance(getattr(session, name), str):
            return f"{name} is not text"
    if not session.id:
        return "the session has no id"
    if session.duration_s is not None and not _is_whole(session.duration_s):
        return "duration_s is not a whole number of 0 or more"
    if getattr(session, "finished") not in (True, False):  # noqa: B009
        return "finished is neither yes nor no"
    plan = session.plan
    if plan is not None and not (
        isinstance(plan.program, str)
        and isinstance(plan.session, str)
        and _is_whole(plan.week)
        and _is_whole(plan.cycle)
    ):
        return "the planned session cannot be read"
    return ""


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= _LARGEST and math.isfinite(value)
