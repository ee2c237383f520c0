"""`dorsi bench forecast`: a folder of logs, measured and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import dorsi
from tests.services.test_forecasting import strong


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    """Two logs that can be read, and a file that is none."""
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "alice.csv").write_bytes(strong(40))
    (folder / "bob.csv").write_bytes(strong(12, "Lat Pulldown (Cable)"))
    (folder / "notes.txt").write_text("Remember the milk.\n", "utf-8")
    return folder


def test_it_reads_as_before(logs: Path, golden: Callable[[str, str], None]) -> None:
    done = dorsi("bench", "forecast", logs)
    assert (done.returncode, done.stderr) == (0, "")
    golden("bench-forecast", done.stdout)


@pytest.mark.parametrize("width", [60, 110])
def test_it_fits_the_window(logs: Path, width: int) -> None:
    done = dorsi("bench", "forecast", logs, COLUMNS=str(width))
    assert max(map(len, done.stdout.splitlines())) <= width


def test_json_holds_the_figures(logs: Path) -> None:
    found = json.loads(dorsi("bench", "forecast", logs, "--json", "--most-reps", "8").stdout)
    assert (found["dorsi"], found["most_reps"]) == ("bench-forecast/1", 8)
    assert [(log["file"], log["measured"]) for log in found["logs"]] == [("alice.csv", 1), ("bob.csv", 0)]
    assert [each["file"] for each in found["unread"]] == ["notes.txt"]
    assert found["result"]["points"] == 32
    assert {score["method"] for score in found["result"]["reps"]} >= {"forecast", "last reps"}


def test_a_folder_without_long_series_says_so(tmp_path: Path) -> None:
    (tmp_path / "bob.csv").write_bytes(strong(12))
    done = dorsi("bench", "forecast", tmp_path)
    assert done.returncode == 0
    assert "nothing to measure yet" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("weather", "."), 64),
        (("forecast", "nowhere"), 66),
        (("forecast", "file.csv"), 66),
        (("forecast", "empty"), 66),
        (("forecast", ".", "--unit", "stone"), 64),
        (("forecast", ".", "--most-reps", "0"), 64),
    ],
)
def test_wrong_calls_are_refused(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    (tmp_path / "file.csv").write_text("", "utf-8")
    (tmp_path / "empty").mkdir()
    done = dorsi("bench", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
