"""What people read, kept word for word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import dorsi

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = "src/dorsi/program/data/templates"

READ = {
    "show-guide-c": ("show", f"{TEMPLATES}/guide-c-pull-up-rotation.yaml"),
    "show-guide-d-week-2": ("show", f"{TEMPLATES}/guide-d-eight-weeks.yaml", "--week", "2"),
    "rule-sch101": ("rule", "SCH101"),
    "rule": ("rule",),
    "atlas": ("atlas",),
    "atlas-deadlift": ("atlas", "deadlift"),
    "atlas-lats": ("atlas", "lats"),
    "atlas-trapezius-middle": ("atlas", "trapezius-middle"),
    "atlas-a07": ("atlas", "A07"),
    "atlas-hinges": ("atlas", "exercises", "--pattern", "hinge"),
    "templates": ("templates",),
    "check-guide-b": ("check", f"{TEMPLATES}/guide-b-formula.yaml"),
    "help": ("--help",),
}


@pytest.mark.parametrize("name", READ)
def test_reads_as_before(name: str, golden: Callable[[str, str], None]) -> None:
    done = dorsi(*READ[name], cwd=ROOT)
    assert done.stderr == ""
    assert all(line == line.rstrip() for line in done.stdout.splitlines())
    golden(name, done.stdout)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_show_fits_the_window(width: int, programme: Path) -> None:
    done = dorsi("show", programme, COLUMNS=str(width))
    assert done.returncode == 0
    assert max(len(line) for line in done.stdout.splitlines()) <= width


def test_own_programme(programme: Path, golden: Callable[[str, str], None]) -> None:
    golden("show-own", dorsi("show", programme).stdout)


def test_templates_print_the_file_itself() -> None:
    done = dorsi("templates", "guide-b-formula")
    assert done.stdout == (ROOT / TEMPLATES / "guide-b-formula.yaml").read_text("utf-8")


def test_a_narrow_encoding_gets_plain_bars(programme: Path) -> None:
    done = dorsi("show", programme, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "###" in done.stdout
