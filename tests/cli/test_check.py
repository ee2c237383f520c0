"""`dorsi check`: its formats, exit codes and mends."""

from __future__ import annotations

import json
import re
import stat
from pathlib import Path

import pytest

from tests.cli.running import dorsi

CLOSE = """\
# kept: the heading
dorsi: program/1
name: Too close
weeks: 4
sessions:
  - id: a
    day: mon  # kept: after work
    blocks:
      # kept: why this one
      - exercise: pulldown-medium
        sets: 4 x 8-12 @ RIR 2
  - id: b
    day: tue
    blocks:
      - exercise: seated-row-narrow
        sets: 4 x 8-12 @ RIR 2
"""


@pytest.fixture
def close(tmp_path: Path) -> Path:
    path = tmp_path / "close.yaml"
    path.write_text(CLOSE, "utf-8")
    return path


def test_errors_give_one(close: Path) -> None:
    done = dorsi("check", close)
    assert done.returncode == 1
    assert "error SCH101" in done.stdout
    assert "Why:" in done.stdout
    assert "Do:" in done.stdout
    assert re.search(r"^\d+ errors?\b", done.stdout.splitlines()[-1])


def test_warnings_give_one_only_if_strict() -> None:
    template = "src/dorsi/program/data/templates/guide-b-formula.yaml"
    root = Path(__file__).resolve().parents[2]
    assert dorsi("check", template, cwd=root).returncode == 0
    assert dorsi("check", template, "--strict", cwd=root).returncode == 1


def test_skipped_rules_say_nothing(close: Path) -> None:
    assert "SCH101" not in dorsi("check", close, "--skip", "sch101,VOL102").stdout


def test_json_has_a_stable_shape(close: Path) -> None:
    document = json.loads(dorsi("check", close, "--format", "json").stdout)
    assert document["dorsi"] == "check/1"
    (file,) = document["files"]
    assert set(file) == {"file", "programme", "athlete", "mended", "problems", "findings"}
    finding = next(f for f in file["findings"] if f["code"] == "SCH101")
    assert set(finding) == {
        "code", "name", "severity", "confidence", "place", "line", "message", "why", "remedy", "numbers", "fix",
    }  # fmt: skip
    assert finding["severity"] == "error"
    assert finding["line"] == CLOSE.splitlines().index("  - id: b") + 1
    assert sum(document["totals"].values()) == len(file["findings"])


def test_github_lines_name_file_and_line(close: Path) -> None:
    lines = dorsi("check", close, "--format", "github").stdout.splitlines()
    assert all(
        re.match(r"::(error|warning|notice) file=[^:]+,line=\d+,title=[A-Z]{3}\d{3}::\S", line) for line in lines
    )
    assert any("line=12,title=SCH101" in line for line in lines)


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_one_unreadable_file_does_not_hide_the_others(form: str, close: Path, tmp_path: Path) -> None:
    done = dorsi("check", tmp_path / "gone.yaml", close, "--format", form)
    assert done.returncode == 66
    assert "gone.yaml" in done.stdout
    assert "SCH101" in done.stdout


def test_invalid_file_gives_65(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text("dorsi: program/1\nname: X\n")
    done = dorsi("check", file, "--format", "github")
    assert done.returncode == 65
    assert done.stdout.startswith(f"::error file={file},line=")


def test_fix_mends_in_place_and_keeps_comments(close: Path) -> None:
    close.chmod(0o640)
    done = dorsi("check", close, "--fix")
    text = close.read_text("utf-8")
    assert "Mended" in done.stdout
    assert text != CLOSE
    assert text.count("kept:") == 3
    assert stat.S_IMODE(close.stat().st_mode) == 0o640
    assert not list(close.parent.glob(".close.yaml.*"))
    again = dorsi("check", close, "--fix")
    assert "Mended" not in again.stdout


def test_standard_input_is_read_and_mended_to_standard_output(close: Path) -> None:
    assert dorsi("check", "-", typed=CLOSE).returncode == 1
    done = dorsi("check", "-", "--fix", typed=CLOSE)
    assert done.stdout.startswith("# kept: the heading")
    assert "Mended" in done.stderr


def test_the_athlete_named_is_the_one_checked_for(close: Path, athletes: Path) -> None:
    done = dorsi("check", close, "--athlete", athletes / "newcomer.toml")
    assert "Mira, beginner" in " ".join(done.stdout.split())
