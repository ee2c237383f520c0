"""Commands start fast: what they do not need is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dorsi import __version__
from dorsi.cli.main import COMMANDS
from tests.cli.running import dorsi, environment

_LOOK = (
    "import sys; from dorsi.cli.main import run; run(sys.argv[1:]); print('\\nLOADED', *sys.modules, file=sys.stderr)"
)
_HEAVY = {"numpy", "highspy", "pydantic", "ruamel", "fpdf", "xlsxwriter", "dorsi.planner"}
_RICH_HEAVY = {"rich.markdown", "rich.syntax", "rich.prompt", "rich.traceback", "pygments"}


def loaded(*arguments: str | Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, *map(str, arguments)],
        capture_output=True,
        env=environment(),
        check=True,
        timeout=60,
    )
    return set(done.stderr.decode().rsplit("LOADED", 1)[1].split())


def test_help_needs_next_to_nothing() -> None:
    assert not loaded("--help") & (_HEAVY | {"yaml", "rich.console", "dorsi.atlas", "dorsi.rules"})


@pytest.mark.parametrize("arguments", [("rule", "SCH101"), ("atlas", "deadlift"), ("templates",)])
def test_looking_up_needs_no_planner(arguments: tuple[str, ...]) -> None:
    assert not loaded(*arguments) & (_HEAVY | _RICH_HEAVY)


def test_showing_needs_neither_planner_nor_rules(programme: Path) -> None:
    modules = loaded("show", programme)
    assert not modules & (_HEAVY | _RICH_HEAVY | {"dorsi.rules.registry"})


def test_checking_needs_no_solver(programme: Path) -> None:
    assert not loaded("check", programme) & {"numpy", "highspy", "pydantic", "dorsi.planner"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    done = dorsi(name, "--help")
    assert done.returncode == 0
    assert f"Usage: dorsi {name}" in done.stdout


def test_version() -> None:
    assert dorsi("--version").stdout == f"dorsi {__version__}\n"


def test_without_a_command_the_help_is_shown() -> None:
    assert dorsi().stdout == dorsi("--help").stdout
