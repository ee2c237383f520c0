"""Planning, asking why, asking what if, and taking it along."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import dorsi


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A plan file and what was said while it was written."""
    athletes = Path(__file__).resolve().parents[2] / "examples" / "athletes"
    path = tmp_path_factory.mktemp("plan") / "plan.yaml"
    done = dorsi("plan", athletes / "newcomer.toml", "-o", path)
    assert done.returncode == 0, done.stderr
    return path, done.stdout


def test_plan_shows_the_week_and_what_comes_next(plan: tuple[Path, str]) -> None:
    _, said = plan
    for heading in ("Back plan for", "Weeks 1-4", "Hard sets a week", "Why this week", "Next"):
        assert heading in said
    assert max(len(line) for line in said.splitlines() if "dorsi " not in line and "plan.yaml" not in line) <= 80


def test_the_written_plan_can_be_shown_checked_and_exported(plan: tuple[Path, str]) -> None:
    path, said = plan
    shown = dorsi("show", path)
    assert shown.returncode == 0
    assert shown.stdout.split("Worth knowing")[0].split("Why this week")[0] in said
    assert dorsi("check", path).returncode == 0
    for form in ("xlsx", "pdf", "csv", "md"):
        assert dorsi("export", path, "-f", form).returncode == 0
        assert path.with_suffix(f".{form}").stat().st_size > 0


def test_a_plan_that_is_there_is_kept(plan: tuple[Path, str], athletes: Path) -> None:
    path, _ = plan
    before = path.read_bytes()
    assert dorsi("plan", athletes / "newcomer.toml", "-o", path).returncode == 73
    assert path.read_bytes() == before


def test_a_calendar_needs_its_monday(plan: tuple[Path, str]) -> None:
    path, _ = plan
    assert dorsi("export", path, "-f", "ics").returncode == 64
    assert dorsi("export", path, "-f", "ics", "--start", "2026-11-32").returncode == 64
    assert dorsi("export", path, "-f", "ics", "--start", "2026-11-23", "--time", "7:30").returncode == 0
    assert "T073000" in path.with_suffix(".ics").read_text("utf-8")


def test_why_answers_for_the_place_it_suggests(plan: tuple[Path, str]) -> None:
    path, said = plan
    command = next(line for line in said.splitlines() if "dorsi why" in line)
    done = dorsi("why", path, command.split()[-1])
    assert done.returncode == 0
    assert "The rules behind it" in done.stdout


def test_why_lists_the_places_there_are(plan: tuple[Path, str]) -> None:
    done = dorsi("why", plan[0], "uper/1")
    assert done.returncode == 64
    assert "upper/1" in done.stderr


def test_what_if_says_what_changes(athletes: Path) -> None:
    done = dorsi("what-if", athletes / "intermediate.toml", "--minutes", "40")
    assert done.returncode == 0
    assert "40 minutes instead of" in done.stdout
    assert "All in all" in done.stdout


def test_what_if_says_when_nothing_changes(athletes: Path) -> None:
    done = dorsi("what-if", athletes / "newcomer.toml", "--without", "rings")
    assert done.returncode == 0
    assert "Nothing changes" in done.stdout


@pytest.mark.parametrize(("name", "code"), [("clash", 4), ("see-a-doctor", 3)])
def test_refusals_are_calm_and_go_to_standard_error(name: str, code: int, athletes: Path) -> None:
    done = dorsi("plan", athletes / f"{name}.toml")
    assert done.returncode == code
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
