"""How a command shows its own arguments: without the names of Python's types."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand

_TYPE_NAME = re.compile(r" <[^>]+>$| (INTEGER|TEXT|PATH)$")


class PlainCommand(TyperCommand):
    """A command whose help names arguments and options in plain words."""

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
