"""Texts that the domain tells, which knows no gettext: prose that stands in it whole, and sentences it puts together.

A whole text is translated as it stands. Of a sentence with data in it, `f"Rest {text}."`, the frame `Rest {text}.` is
translated; `dorsi.services.phrasing` finds the frame again that a sentence was made from.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tools.messages.found import SOURCE, Place, Text, name_of

from dorsi.services.phrasing import without_commands

DOMAIN = (
    "athlete", "atlas", "coach", "errors.py", "journal", "planner", "program", "progress", "rules", "services",
    "structure.py", "units.py",
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]{2,}|[A-Z][\w-]+")
"""A word, not an id such as pulldown-wide."""
_NO_PROSE = re.compile(r"[{}\\<>|*^=]|_\w|\w_|\.\w|^[\w.-]+/[\w./-]+$|^--|\(\?")
_FORMAT = re.compile(r"[A-Z][^{}\n]*[a-z] [^{}\n]*(?:\{[a-z_]+\}[^{}\n]*)+")
"""A sentence whose places `str.format` fills."""
_CAPITAL = re.compile(r"^[A-Z][a-z]+$")
_SAYING = frozenset({"label", "name", "says", "title", "words", "why", "help", "prompt", "text", "spoken", "unit"})
"""Arguments whose single words are shown, not only texts of several."""
_SILENT = frozenset(
    {
        "id", "key", "code", "cite", "doi", "references", "claims", "family", "equipment", "tempo", "easier", "harder",
        "read", "topic", "zones", "latin", "conflicts_with",
    }
)  # fmt: skip
"""Fields of atlas rows that are not prose."""


def whole() -> Iterator[Place]:
    """Texts that are shown as they stand."""
    for path in _modules():
        yield from _constants(path)
    yield from _of_atlas()
    yield from _of_rules()
    yield from _of_programmes()
    yield from _of_tables()


def frames() -> Iterator[Place]:
    """What surrounds the data of sentences that are put together: 'Rest {text}.'."""
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr) and (frame := _frame(node)):
                yield Place(text=Text(text=frame), file=name_of(path), line=node.lineno)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _FORMAT.fullmatch(node.value):
                yield Place(text=Text(text=node.value), file=name_of(path), line=node.lineno)


def _modules() -> Iterator[Path]:
    for part in DOMAIN:
        folder = SOURCE / part
        yield from [folder] if folder.is_file() else sorted(folder.rglob("*.py"))


def _constants(path: Path) -> Iterator[Place]:
    tree = ast.parse(path.read_text("utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        for constant, alone in _said_by(node):
            if id(constant) in inside or not (isinstance(constant, ast.Constant) and isinstance(constant.value, str)):
                continue
            text = without_commands(constant.value.strip())
            if _is_prose(text) or (alone and _WORD.fullmatch(text)):
                yield Place(text=Text(text=text), file=name_of(path), line=constant.lineno)


def _said_by(node: ast.AST) -> Iterator[tuple[ast.AST, bool]]:
    """What may be a text at this node, and whether a single word counts there."""
    if isinstance(node, ast.Expr):
        return
    if isinstance(node, ast.Dict):
        yield from ((value, True) for value in node.values)
    elif isinstance(node, ast.IfExp):
        yield from ((branch, True) for branch in (node.body, node.orelse))
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Choice":
        yield from ((one, True) for one in node.args)
    elif isinstance(node, ast.keyword):
        yield node.value, node.arg in _SAYING
    elif isinstance(node, ast.Return) and node.value is not None:
        yield node.value, True
    else:
        yield from ((child, False) for child in ast.iter_child_nodes(node))


def _is_prose(text: str) -> bool:
    if _NO_PROSE.search(text):
        return False
    return (len(_LETTERS.findall(text)) >= 2 and " " in text.strip()) or bool(_CAPITAL.match(text))


def _frame(node: ast.JoinedStr) -> str:
    """The sentence with names in the place of data; empty where too little of it is fixed to know it again."""
    parts: list[str] = []
    names: dict[str, int] = {}
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        elif isinstance(value, ast.FormattedValue):
            name = _name(value.value)
            names[name] = names.get(name, 0) + 1
            parts.append(f"{{{name}{names[name] if names[name] > 1 else ''}}}")
    fixed = "".join(part for part in parts if not part.startswith("{"))
    if any("{" in part and not part.startswith("{") for part in parts) or re.search(r"[<>|\\]", fixed):
        return ""
    return "".join(parts) if _LETTERS.search(fixed) else ""


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id.strip("_").lower()
    if isinstance(node, ast.Attribute):
        return node.attr.strip("_").lower()
    if isinstance(node, ast.Call):
        inner = [one for one in node.args if isinstance(one, ast.Name | ast.Attribute)]
        return _name(inner[0]) if inner else _name(node.func)
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant) and node.left.value == "s":
        return "s"
    return "it"


def _of_atlas() -> Iterator[Place]:
    """Prose of the atlas: exercises, muscles, claims, methods, bones."""
    from dorsi.atlas.load import load_atlas

    atlas = load_atlas()
    for table in ("exercises", "muscles", "claims", "methods", "bones", "references"):
        for key, row in getattr(atlas, table).items():
            place = partial(_atlas_place, f"atlas/data/{table}/{key}")
            yield from _prose(row, place)
            yield from (place(getattr(row, name)) for name in ("spoken", "shown_as") if hasattr(row, name))


def _of_rules() -> Iterator[Place]:
    """Prose of rules, most of which takes its figures from constants."""
    from dorsi.coach.coaching_rules import RULES
    from dorsi.rules.registry import all_rules

    for rule in all_rules():
        for field in ("name", "checks", "why", "limits"):
            if text := getattr(rule, field, ""):
                yield _atlas_place(f"rules/{rule.code}", text)
    for coaching in RULES:
        yield from _prose(coaching, partial(_atlas_place, f"coach/{coaching.code}"))


def _of_programmes() -> Iterator[Place]:
    """Names and notes of the programmes that come with Dorsi."""
    from dorsi.atlas.load import load_atlas
    from dorsi.program.reading import read_program
    from dorsi.program.templates import template_ids, template_text

    for name in template_ids():
        program = read_program(template_text(name), name, load_atlas())
        title, source = program.name.partition(", ")[2].capitalize(), program.source[:1].upper() + program.source[1:]
        for text in (program.name, title, program.note, source, *_notes(program)):
            yield _atlas_place(f"program/data/templates/{name}", text)


def _of_tables() -> Iterator[Place]:
    """What goes with the table of deadlifts."""
    from dorsi.progress.deadlift_standards import standards

    yield from (_atlas_place("progress/data/deadlift-standards", text) for text in standards().caveats)


def _notes(program: Any) -> Iterator[str]:
    for session in program.sessions:
        yield from (session.title, session.theme, session.note)
        yield from (item.note for block in session.blocks for item in block.items)


def _atlas_place(file: str, text: str) -> Place:
    return Place(text=Text(text=text), file=file, line=0)


def _prose(value: Any, place: Callable[[str], Place]) -> Iterator[Place]:
    if isinstance(value, str) and type(value) is str:
        if _LETTERS.search(value):
            yield place(value)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _SILENT:
                yield from _prose(getattr(value, field.name), place)
    elif isinstance(value, tuple):
        for one in value:
            yield from _prose(one, place)
