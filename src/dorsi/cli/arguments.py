"""Reading what was typed behind a command: texts, whole numbers, switches and paths, with plain complaints.

Typer builds a pydantic validator for every parameter, which costs each command more time than reading a
whole programme does and speaks of value errors. These readers take the validators' place; a Typer that does not
look for them goes on with its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import typer
from typer.core import TyperCommand

_TYPE_NAME = re.compile(r" <[^>]+>$")


class Reader:
    """Reads the values of one parameter: each by `read`, as a list where it may be given several times."""

    def __init__(self, read: Callable[[Any], Any], wanted: str) -> None:
        self.read, self.wanted = read, wanted

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value as the command wants it. Raises BadParameter in plain words."""
        many = bool(getattr(param, "multiple", False)) or getattr(param, "nargs", 1) == -1
        if value is None:
            return () if many else None
        return [self._one(item, param, ctx) for item in value] if many else self._one(value, param, ctx)

    def _one(self, value: Any, param: Any, ctx: Any) -> Any:
        try:
            return self.read(value)
        except (TypeError, ValueError):
            raise typer.BadParameter(f"'{value}' is not {self.wanted}.", ctx=ctx, param=param) from None


_READERS: Mapping[type, Reader] = {
    str: Reader(str, "a text"),
    int: Reader(int, "a whole number"),
    bool: Reader(bool, "a switch"),
    Path: Reader(Path, "a path"),
}


class PlainCommand(TyperCommand):
    """A command whose parameters are read plainly."""

    def get_params(self, ctx: Any) -> Any:
        """The command's parameters, with plain readers."""
        return read_plainly(super().get_params(ctx), self.callback)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What stands behind the command in its usage line, without Typer's braces."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments and options with their help; the names of Python's types mean nothing to a lifter."""
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            records = [p.get_help_record(ctx) for p in self.get_params(ctx) if p.param_type_name == kind]
            rows = [(_TYPE_NAME.sub("", record[0]), record[1]) for record in records if record]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def read_plainly(params: list[Any], function: Callable[..., Any] | None) -> list[Any]:
    """Gives the parameters of a command the reader for what its function asks for, where there is one."""
    hints = get_type_hints(function) if function else {}
    for param in params:
        hint = hints.get(param.name, bool if getattr(param, "is_flag", False) else None)
        reader = _READERS.get(_element(hint))
        if reader is not None and hasattr(param, "_runtime_param"):
            param._runtime_param = reader
    return params


def _element(hint: Any) -> Any:
    """The type of a single value: str for `str`, `str | None` and `list[str] | None`."""
    if get_origin(hint) is list:
        return get_args(hint)[0]
    options = [option for option in get_args(hint) if option is not NoneType]
    return _element(options[0]) if len(options) == 1 else hint
