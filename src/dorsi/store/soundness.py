"""Whether a value read from a file is what its fields say, all the way down: JSON lets any type stand anywhere."""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Hashable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

_SIMPLE = (str, int, bool, type(None), date, datetime)


def misfits(value: Any, path: str = "") -> Iterator[str]:
    """The paths, inside a dataclass and those it holds, where something stands that the field's type does not allow."""
    for name, hint, plain in _hints(cast(Hashable, type(value))):
        held = getattr(value, name)
        if type(held) not in plain:
            yield from _of(held, hint, f"{path}.{name}" if path else name)


def _of(value: Any, hint: Any, path: str) -> Iterator[str]:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next((option for option in get_args(hint) if _fits(value, option)), hint)
    if not _fits(value, hint):
        yield path
    elif dataclasses.is_dataclass(value):
        yield from misfits(value, path)
    elif isinstance(value, Mapping):
        key_hint, item_hint = get_args(hint)
        for key, item in value.items():
            yield from _of(key, key_hint, f"{path}.{key}")
            yield from _of(item, item_hint, f"{path}.{key}")
    elif isinstance(value, tuple | frozenset):
        hints = get_args(hint)
        alike = Ellipsis in hints or len(hints) == 1
        for number, item in enumerate(value):
            yield from _of(item, hints[0 if alike else number], f"{path}[{number}]")


def _fits(value: Any, hint: Any) -> bool:
    """Whether the value is of that type, not looking into it."""
    origin = get_origin(hint) or hint
    if origin in (Union, types.UnionType):
        return False
    if origin is tuple:
        hints = get_args(hint)
        return isinstance(value, tuple) and (Ellipsis in hints or len(hints) == len(value))
    if origin is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if origin is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, origin)


@cache
def _hints(cls: Any) -> tuple[tuple[str, Any, frozenset[type]], ...]:
    """Each field's name and type, and the types that settle it without looking further, as most values' do."""
    hints = get_type_hints(cls)
    return tuple((field.name, hints[field.name], _settling(hints[field.name])) for field in dataclasses.fields(cls))


def _settling(hint: Any) -> frozenset[type]:
    options = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    return frozenset(option for option in options if option in _SIMPLE)
