"""Writes programmes as the YAML people read and edit: one key a line, the same bytes every time.

Strings are quoted only where YAML would misread them; short members of a superset stand on one line in
braces, long remarks are folded, sessions are set apart by a blank line. What is written reads back equal.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

import yaml

from dorsi.program.evaluate import week_spans
from dorsi.program.model import Block, BlockKind, Prescription, Program, Role, Session, SetTarget
from dorsi.program.notation import format_sets, parse_sets, span_text
from dorsi.program.reading import FORMAT

LINE_WIDTH = 100
"""Longer remarks are folded, longer superset members unfolded, so that files read well in a narrow window."""
ROLE_KEYS: Mapping[Role, str] = {
    Role.WORK: "exercise",
    Role.WARMUP: "warmup",
    Role.CARDIO: "cardio",
    Role.TEST: "test",
    Role.STRETCH: "stretch",
}
"""The key that names the exercise in a file, by what it is for."""

_STEP = "  "
_NUMERIC = re.compile(r"[-+.]*\d[\d_.]*(?:[eE][-+]?\d+)?$|0[xo][0-9a-fA-F]+$")


def write_program(program: Program) -> str:
    """The programme as the text of a file; `read_program` reads it back to an equal value."""
    lines = [f"dorsi: {FORMAT}", *_field("name", program.name), f"weeks: {program.weeks}"]
    if program.days_between is not None:
        lines.append(f"days_between: {program.days_between}")
    if program.deload_weeks:
        lines.append(f"deload_weeks: {week_spans(sorted(program.deload_weeks))}")
    if program.source:
        lines += _field("source", program.source)
    if program.claims:
        lines.append(f"claims: {_flow(program.claims)}")
    if program.note:
        lines += _field("note", program.note)
    lines.append("sessions:")
    for index, session in enumerate(program.sessions):
        if index:
            lines.append("")
        lines += _as_entry(_session_lines(session, program.weeks))
    if program.reasons:
        lines += ["", "reasons:"]
        for reason in program.reasons:
            lines += _indented(_text_after("-", reason))
    if program.athlete is not None:
        lines += ["", *_nested("athlete:", program.athlete)]
    return "\n".join(lines) + "\n"


def _session_lines(session: Session, weeks: int) -> Iterator[str]:
    yield from _field("id", session.id)
    for key, text in (("name", session.name), ("theme", session.theme)):
        if text:
            yield from _field(key, text)
    if session.day is not None:
        yield f"day: {session.day.value}"
    if session.weeks is not None:
        yield f"weeks: {week_spans(sorted(session.weeks))}"
    if session.also:
        yield f"also: {_flow([part.value for part in session.also])}"
    if session.note:
        yield from _field("note", session.note)
    yield "blocks:"
    for block in session.blocks:
        yield from _as_entry(_block_lines(block, weeks))


def _block_lines(block: Block, weeks: int) -> Iterator[str]:
    if block.kind is BlockKind.SINGLE:
        yield from _item_lines(block.items[0], weeks)
        return
    yield f"{block.kind.value}:"
    for item in block.items:
        lines = list(_item_lines(item, weeks))
        short = "{" + ", ".join(f"{key}: {scalar(value, flow=True)}" for key, value in _item_fields(item)) + "}"
        fits = len(short) <= LINE_WIDTH - 12 and not item.note and _one_line(item)
        yield from _as_entry([short] if fits else lines)
    if block.rest_s is not None:
        yield f"rest: {rest_text(block.rest_s)}"


def _item_lines(item: Prescription, weeks: int) -> Iterator[str]:
    for key, value in _item_fields(item):
        if key == "sets" and not _one_line(item):
            yield "sets:"
            yield from (f"{_STEP}{span}: {scalar(line)}" for span, line in _sets_by_week(item, weeks))
        elif isinstance(value, str):
            yield from _field(key, value)
        else:
            yield f"{key}: {_flow(value) if isinstance(value, tuple) else scalar(value)}"


def _item_fields(item: Prescription) -> Iterator[tuple[str, Any]]:
    yield ROLE_KEYS[item.role], item.exercise
    yield "sets", sets_text(item.sets[0].targets) if item.sets else ""
    if item.tempo is not None:
        yield "tempo", item.tempo
    if item.rest_s is not None:
        yield "rest", rest_text(item.rest_s)
    if item.straps:
        yield "straps", True
    if item.methods:
        yield "method", item.methods[0] if len(item.methods) == 1 else item.methods
    if item.note:
        yield "note", item.note


def _one_line(item: Prescription) -> bool:
    return len(item.sets) == 1 and item.sets[0].weeks is None


def _sets_by_week(item: Prescription, weeks: int) -> Iterator[tuple[str, str]]:
    """Each stretch of weeks with its line; sets for 'all other weeks' are written for the weeks left over."""
    named = frozenset[int]().union(*(entry.weeks for entry in item.sets if entry.weeks is not None))
    seen: set[int] = set()
    for entry in item.sets:
        span = entry.weeks if entry.weeks is not None else frozenset(range(1, weeks + 1)) - named
        span -= seen
        seen |= span
        if span and entry.targets:
            yield week_spans(sorted(span)), sets_text(entry.targets)


def sets_text(targets: tuple[SetTarget, ...]) -> str:
    """The notation of the targets, group by group where the short list would merge equal neighbours."""
    line = format_sets(targets)
    if len(targets) > 1 and parse_sets(line) != targets:
        return "; ".join(format_sets((target,)) for target in targets)
    return line


def rest_text(rest_s: tuple[int, int]) -> str:
    """A rest as written: '3 min', '90 s', '2-3 min'."""
    low, high = rest_s
    if low and low % 60 == 0 and high % 60 == 0:
        return f"{span_text((low // 60, high // 60))} min"
    return f"{span_text(rest_s)} s"


# ---------------------------------------------------------------------- plain YAML
def scalar(value: object, *, flow: bool = False, quote: str | None = None) -> str:
    """A single value as YAML, on one line; `flow` inside braces or brackets, `quote` to keep a quoting style.

    A text is quoted where YAML 1.1 or 1.2 would take it for something else.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return str(yaml.SafeDumper(StringIO()).represent_float(value).value)
    if isinstance(value, list | tuple):
        return _flow(value)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(k, flow=True)}: {scalar(v, flow=True)}" for k, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if not isinstance(value, str):
        raise TypeError(f"a programme file holds plain values only, not {type(value).__name__}")
    return _text_scalar(str(value), flow, quote)


def _text_scalar(text: str, flow: bool, quote: str | None) -> str:
    emitter = yaml.SafeDumper(StringIO(), allow_unicode=True)
    shape = emitter.analyze_scalar(text)
    plain = shape.allow_flow_plain if flow else shape.allow_block_plain
    if plain and not shape.multiline and not quote and _reads_as_text(text):
        return text
    if quote != '"' and shape.allow_single_quoted and not shape.multiline:
        return "'" + text.replace("'", "''") + "'"
    dumped: str = yaml.dump(text, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=10**9)
    return dumped.removesuffix("\n")


def _reads_as_text(text: str) -> bool:
    resolved: str = yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return resolved == "tag:yaml.org,2002:str" and not _NUMERIC.match(text)


def _flow(values: Sequence[object]) -> str:
    return "[" + ", ".join(scalar(value, flow=True) for value in values) + "]"


def _field(key: str, text: str) -> list[str]:
    return _text_after(f"{key}:", text)


def _text_after(head: str, text: str) -> list[str]:
    """The text behind a key or dash: on the same line, or folded below it when long."""
    line = f"{head} {scalar(text)}"
    if len(line) <= LINE_WIDTH or " ".join(text.split()) != text or line.endswith('"'):
        return [line]
    folded = textwrap.wrap(text, LINE_WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{head} >-", *_indented(folded)] if len(folded) > 1 else [line]


def _nested(head: str, value: object) -> list[str]:
    """A value of any depth behind a key or dash: short lists and tables in one line, others unfolded."""
    if isinstance(value, str):
        return _text_after(head, value)
    line = f"{head} {scalar(value, flow=isinstance(value, Mapping | list | tuple))}"
    if isinstance(value, Mapping) and value and (head == "athlete:" or len(line) > LINE_WIDTH - 20):
        lines = [part for k, v in value.items() for part in _nested(f"{scalar(k, flow=True)}:", v)]
        return _as_entry(lines, indent="") if head == "-" else [head, *_indented(lines)]
    if isinstance(value, list | tuple) and value and len(line) > LINE_WIDTH - 20:
        return [head, *_indented(part for item in value for part in _nested("-", item))]
    return [line]


def _indented(lines: Iterator[str] | Sequence[str]) -> list[str]:
    return [_STEP + line if line else "" for line in lines]


def _as_entry(lines: Iterator[str] | Sequence[str], indent: str = _STEP) -> list[str]:
    first, *others = lines
    return [f"{indent}- {first}", *(f"{indent}{_STEP}{line}" if line else "" for line in others)]
