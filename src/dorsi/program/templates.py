"""The guides' own programmes, shipped as they were written so that they can be trained, checked and compared."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dorsi.atlas.load import Atlas
from dorsi.errors import UnknownName
from dorsi.program.model import Program
from dorsi.program.reading import read_program

_FOLDER = files("dorsi.program") / "data" / "templates"
_SUFFIX = ".yaml"


@cache
def template_ids() -> tuple[str, ...]:
    """The names of the templates, in alphabetical order."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def template_text(template_id: str) -> str:
    """The template's file as text. Raises UnknownName with the nearest names."""
    if template_id not in template_ids():
        raise UnknownName("template", template_id, template_ids(), hint="List them with 'dorsi templates'.")
    return (_FOLDER / f"{template_id}{_SUFFIX}").read_text("utf-8")


def load_template(template_id: str, atlas: Atlas) -> Program:
    """The template as a programme. Raises UnknownName with the nearest names."""
    return read_program(template_text(template_id), f"{template_id}{_SUFFIX}", atlas)
