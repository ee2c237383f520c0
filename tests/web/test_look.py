"""The look keeps what docs/design.md promises: contrast in both themes, no inline style or script, no other host."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory

import dorsi.web
from dorsi.web.templatetags import dorsi_look

WEB = Path(dorsi.web.__file__).parent
CSS = WEB / "static" / "web" / "css"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SPRITE = (WEB / "static" / "web" / "img" / "icons.svg").read_text("utf-8")
TOKENS = (CSS / "tokens.css").read_text("utf-8")

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of the parts of a control, in WCAG 2.2 AA (1.4.3 and 1.4.11)."""
PAIRS = [
    *((ink, on, TEXT) for ink in ("ink", "ink-soft", "ink-faint") for on in ("ground", "surface", "raised", "fill")),
    *(("accent-ink", on, TEXT) for on in ("ground", "surface", "raised", "accent-wash")),
    *(("on-accent", on, TEXT) for on in ("accent", "accent-press")),
    *((state, on, TEXT) for state in ("good", "warn", "bad") for on in ("ground", "surface", f"{state}-wash")),
    *(("ink", f"{state}-wash", TEXT) for state in ("good", "warn", "bad", "accent")),
    *((shape, on, SHAPE) for shape in ("line-strong", "accent", "data-1", "data-2", "data-3") for on in ("surface",)),
    *((f"{state}-solid", "surface", SHAPE) for state in ("good", "warn", "bad")),
]
"""What stands on what."""


def relative(path: Path) -> str:
    return path.relative_to(WEB).as_posix()


def colours(name: str) -> tuple[str, str]:
    """A token's colour by day and by night."""
    found = re.search(rf"--{name}: (?:light-dark\((#\w{{6}}), (#\w{{6}})\)|(#\w{{6}}));", TOKENS)
    assert found, name
    return found[1] or found[3], found[2] or found[3]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "on", "least"), PAIRS)
def test_colours_can_be_told_apart_in_both_themes(ink: str, on: str, least: float) -> None:
    for theme, front, behind in zip(("light", "dark"), colours(ink), colours(on), strict=True):
        assert contrast(front, behind) >= least, f"{theme}: --{ink} on --{on} is {contrast(front, behind):.2f}"


def test_the_browsers_bars_have_the_ground_of_the_theme() -> None:
    assert (dorsi_look.GROUNDS["light"], dorsi_look.GROUNDS["dark"]) == colours("ground")


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_no_template_has_inline_style_or_script_or_a_foreign_address(template: Path) -> None:
    text = template.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=[\"']|href=[\"']javascript:", text)
    assert all("src=" in tag or "json" in tag for tag in re.findall(r"<script[^>]*>", text))
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=relative)
def test_every_icon_that_a_template_names_is_drawn(template: Path) -> None:
    text = template.read_text("utf-8")
    named = re.findall(r"\{% icon \"([\w-]+)\"", text) + re.findall(r"icon_name=\"([\w-]+)\"", text)
    assert [name for name in named if f'<symbol id="{name}"' not in SPRITE] == []


@pytest.mark.parametrize("name", [place for place, _ in dorsi_look._PLACES])
def test_every_place_has_its_icon(name: str) -> None:
    assert f'<symbol id="{name}"' in SPRITE


def test_style_sheets_ask_no_other_host() -> None:
    for sheet in CSS.rglob("*.css"):
        assert "@import" not in sheet.read_text("utf-8")
        assert not re.search(r"url\([\"']?(?:https?:|//)", sheet.read_text("utf-8")), sheet.name


def test_no_token_is_used_that_is_not_defined() -> None:
    sheets = [sheet.read_text("utf-8") for sheet in CSS.rglob("*.css")]
    defined = {name for sheet in sheets for name in re.findall(r"(--[\w-]+)\s*:", sheet)}
    used = {name for sheet in sheets for name in re.findall(r"var\((--[\w-]+)\s*\)", sheet)}
    assert used - defined == set()


# ---------------------------------------------------------------------- the tags
def visit(path: str = "/", **cookies: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    return request


@pytest.mark.parametrize(
    ("cookie", "page_prefers", "shown"),
    [
        ("dark", "auto", "theme-dark"),
        ("light", "dark", "theme-light"),
        ("auto", "dark", "theme-auto"),
        ("", "dark", "theme-dark"),
        ('x" onload="', "auto", "theme-auto"),
    ],
)
def test_the_theme_is_the_chosen_one_else_what_the_page_prefers(cookie: str, page_prefers: str, shown: str) -> None:
    assert dorsi_look.theme_class({"request": visit(theme=cookie)}, page_prefers) == shown


def test_a_chosen_theme_colours_the_browsers_bars_whatever_the_device_prefers() -> None:
    assert "media" not in dorsi_look.theme_colours({"request": visit(theme="dark")})
    assert dorsi_look.theme_colours({"request": visit()}).count("prefers-color-scheme") == 2


@pytest.mark.usefixtures("empty")
def test_an_icon_without_a_label_is_passed_over_and_one_with_a_label_is_read() -> None:
    assert 'aria-hidden="true"' in dorsi_look.icon("close")
    assert 'role="img" aria-label="&lt;Close&gt;"' in dorsi_look.icon("close", label="<Close>")


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_an_error_page_needs_neither_request_nor_context(status: int) -> None:
    page = render_to_string(f"web/errors/{status}.html")
    assert f"Status {status}" in page
    assert "<h1>" in page


@pytest.mark.usefixtures("empty")
def test_an_error_page_says_what_happened() -> None:
    page = render_to_string("web/errors/404.html", {"status": 404, "message": "There is no exercise <plank>."})
    assert "There is no exercise &lt;plank&gt;." in page
