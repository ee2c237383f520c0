"""Turns plain mappings (from TOML or YAML) into frozen dataclasses.

Unknown keys are refused with the nearest right spelling, and every problem is reported with its
path, not only the first. Callers decide how to show them.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from dorsi.errors import nearest

T = TypeVar("T")
Report = Callable[[str, str], None]
"""Takes the path of a problem ('technique.cues[1]') and what is wrong there."""

_MISSING = object()


def structure(data: object, cls: type[T], report: Report, path: str = "") -> T | None:
    """An instance of the dataclass `cls` from the mapping `data`, or None after reporting problems."""
    if not isinstance(data, Mapping):
        report(path, f"expected a table of {cls.__name__.lower()} fields, found {describe(data)}")
        return None
    fields = _fields(cast(Hashable, cls))
    failed = False
    for key in data:
        if key not in fields:
            failed = True
            guess = nearest(str(key).replace("_", "-"), [f.replace("_", "-") for f in fields], 1)
            hint = f"; did you mean '{guess[0].replace('-', '_')}'?" if guess else ""
            report(join(path, str(key)), f"is not a known field{hint}")
    values: dict[str, Any] = {}
    for name, (hint_type, required) in fields.items():
        if name not in data:
            if required:
                failed = True
                report(join(path, name), "is missing")
            continue
        value = convert(data[name], hint_type, report, join(path, name))
        if value is _MISSING:
            failed = True
        else:
            values[name] = value
    return None if failed else cls(**values)


def join(path: str, key: str) -> str:
    """The path of `key` below `path`."""
    return f"{path}.{key}" if path else key


def describe(value: object) -> str:
    """A value as a person would name it in an error message."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f"'{value}'" if value else "an empty text"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    return str(value)


def convert(value: object, hint: Any, report: Report, path: str) -> Any:
    """`value` as `hint`; the private mark _MISSING after reporting that it does not fit."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        if value is None:
            return None
        return convert(value, options[0], report, path)
    if origin is tuple:
        return _convert_tuple(value, get_args(hint), report, path)
    if origin in (Mapping, dict) or (origin is not None and isinstance(origin, type) and issubclass(origin, Mapping)):
        return _convert_mapping(value, get_args(hint), report, path)
    if origin is frozenset:
        items = _convert_tuple(value, (get_args(hint)[0], Ellipsis), report, path)
        return items if items is _MISSING else frozenset(items)
    if dataclasses.is_dataclass(hint):
        made = structure(value, hint if isinstance(hint, type) else type(hint), report, path)
        return _MISSING if made is None else made
    return _convert_scalar(value, hint, report, path)


def _convert_tuple(value: object, args: tuple[Any, ...], report: Report, path: str) -> Any:
    if not isinstance(value, list | tuple):
        report(path, f"expected a list, found {describe(value)}")
        return _MISSING
    variadic = len(args) == 2 and args[1] is Ellipsis
    if not variadic and len(value) != len(args):
        report(path, f"expected {len(args)} values, found {len(value)}")
        return _MISSING
    kinds = [args[0]] * len(value) if variadic else list(args)
    items = [
        convert(item, kind, report, f"{path}[{i}]") for i, (item, kind) in enumerate(zip(value, kinds, strict=True))
    ]
    return _MISSING if any(item is _MISSING for item in items) else tuple(items)


def _convert_mapping(value: object, args: tuple[Any, ...], report: Report, path: str) -> Any:
    if not isinstance(value, Mapping):
        report(path, f"expected a table, found {describe(value)}")
        return _MISSING
    pairs = {
        convert(key, args[0], report, join(path, str(key))): convert(item, args[1], report, join(path, str(key)))
        for key, item in value.items()
    }
    return _MISSING if any(k is _MISSING or v is _MISSING for k, v in pairs.items()) else pairs


def _convert_scalar(value: object, hint: Any, report: Report, path: str) -> Any:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        if isinstance(value, str) and value in _members(hint):
            return hint(value)
        allowed = [str(member.value) for member in hint]
        guess = nearest(value, allowed, 1) if isinstance(value, str) else ()
        wanted = f"did you mean '{guess[0]}'?" if guess else f"expected one of: {', '.join(allowed)}"
        report(path, f"{describe(value)} is not possible here; {wanted}")
        return _MISSING
    if hint is date:
        return _convert_date(value, report, path)
    if hint is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if hint is int and isinstance(value, int) and not isinstance(value, bool):
        return value
    if hint in (str, bool) and isinstance(value, hint):
        return value
    if hint is Any or hint is object:
        return value
    words = {float: "a number", int: "a whole number", str: "a text in quotes", bool: "true or false"}
    report(path, f"expected {words.get(hint, hint)}, found {describe(value)}")
    return _MISSING


def _convert_date(value: object, report: Report, path: str) -> Any:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        report(path, f"expected a day such as 2026-03-31, found {describe(value)}")
        return _MISSING


@cache
def _fields(cls: Any) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(cls)
    return {
        field.name: (
            hints[field.name],
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(cls)
        if field.init
    }


@cache
def _members(enum: type[StrEnum]) -> frozenset[str]:
    return frozenset(str(member.value) for member in enum)
