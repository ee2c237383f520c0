"""Reads what an athlete typed (a TOML file, or the same keys inside a programme) and writes it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

import tomli
import tomli_w

from dorsi.athlete.answers import FORMAT, DumbbellRange, Equipment, HealthAnswers, Intake, KnownSet
from dorsi.athlete.checks import intake_problems
from dorsi.athlete.model import Athlete, Goal
from dorsi.athlete.salvage import problems_around
from dorsi.athlete.screened import assumptions, athlete_of
from dorsi.athlete.toml_lines import line_of
from dorsi.errors import InvalidFile, Problem
from dorsi.structure import structure

__all__ = [
    "FORMAT",
    "DumbbellRange",
    "Equipment",
    "HealthAnswers",
    "Intake",
    "KnownSet",
    "assumptions",
    "athlete_of",
    "intake_document",
    "intake_from_mapping",
    "read_athlete",
    "read_intake",
    "write_intake",
]

LineOf = Callable[[str], int | None]
"""Gives the line of a path in the file, if it is known."""


def read_athlete(text: str, file: str) -> Athlete:
    """The screened athlete of a TOML text; raises InvalidFile, or TrainingRefused for a referral."""
    return athlete_of(read_intake(text, file))


def read_intake(text: str, file: str) -> Intake:
    """The answers in a TOML text; raises InvalidFile with every problem and its line."""
    try:
        mapping = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        message = f"is not valid TOML: {error.msg[:1].lower()}{error.msg[1:]}."
        if "dorsi: program/" in text:
            message = "this is a programme, not an athlete file. Look at it with 'dorsi show' or 'dorsi check'."
        raise InvalidFile(
            [Problem(file=file, where="", message=message, line=error.lineno, column=error.colno)]
        ) from error
    if "dorsi" not in mapping:
        message = f'is missing; begin the file with dorsi = "{FORMAT}"'
        missing = [Problem(file=file, where="dorsi", message=message, line=1)]
    else:
        missing = []
    try:
        intake = intake_from_mapping(mapping, file, line_of=lambda path: line_of(text, path))
    except InvalidFile as error:
        raise InvalidFile([*missing, *error.problems]) from None
    if missing:
        raise InvalidFile(missing)
    return intake


def intake_from_mapping(
    mapping: Mapping[str, Any], file: str, *, line_of: LineOf | None = None, under: str = ""
) -> Intake:
    """The answers in a mapping with the keys of an athlete file.

    `under` is the path at which the mapping stands in `file` ('athlete' in a programme); `line_of` is
    asked for the line of each problem by its path inside the mapping. Raises InvalidFile.
    """
    problems: list[Problem] = []
    broken: list[str] = []

    def report(path: str, message: str) -> None:
        broken.append(path)
        shown = path.replace("from_", "from")
        problems.append(
            Problem(
                file=file,
                where=f"{under}.{shown}".strip("."),
                message=message.replace("from_", "from"),
                line=line_of(shown) if line_of else None,
            )
        )

    intake = structure(_renamed(mapping), Intake, report)
    if intake is not None:
        for path, message in intake_problems(intake):
            report(path, message)
    else:
        for path, message in problems_around(_renamed(mapping), tuple(broken)):
            report(path, message)
    if problems or intake is None:
        raise InvalidFile(sorted(problems, key=lambda problem: problem.line or 0))
    return intake


def intake_document(intake: Intake) -> dict[str, Any]:
    """The mapping that reads back as `intake`: the format mark, then whatever differs from the defaults."""
    return {"dorsi": intake.dorsi, **_changed(intake)}


def write_intake(intake: Intake) -> str:
    """The TOML text that reads back as `intake`."""
    return tomli_w.dumps(intake_document(intake))


def _renamed(mapping: Mapping[str, Any]) -> Mapping[str, Any]:
    """The mapping with equipment.dumbbells.from under a name that Python allows."""
    match mapping:
        case {"equipment": {"dumbbells": {"from": lightest, **rest}, **others}}:
            return {**mapping, "equipment": {**others, "dumbbells": {"from_": lightest, **rest}}}
    return mapping


def _changed(value: Any) -> dict[str, Any]:
    """Fields of a dataclass that differ from their defaults, as plain TOML values."""
    document: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if item is not None and item != _default(field):
            document[field.name.rstrip("_")] = _plain(item)
    return document


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


def _plain(value: Any) -> Any:
    if isinstance(value, Goal):
        return dataclasses.asdict(value)
    if dataclasses.is_dataclass(value):
        return _changed(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
