"""Codes that a phone's camera reads: for a page, and for a terminal."""

from __future__ import annotations

import io

import segno


def code_svg(address: str) -> str:
    """The code as SVG for a page; dark on light in either theme, because cameras expect it so."""
    out = io.BytesIO()
    segno.make(address, error="m").save(
        out, kind="svg", xmldecl=False, svgns=True, border=4, scale=1, omitsize=True, light="#fff", dark="#000",
        svgclass="code", lineclass=None,
    )  # fmt: skip
    return out.getvalue().decode()


def code_lines(address: str) -> str:
    """The code for a terminal, two rows in a line."""
    out = io.StringIO()
    segno.make(address, error="l").terminal(out, compact=True, border=2)
    return out.getvalue()
