"""Whatever goes wrong: plain words, the right exit code, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dorsi import errors
from dorsi.cli import main
from dorsi.cli.failures import report
from dorsi.errors import DorsiError, Problem
from tests.cli.running import START, dorsi, environment

EXAMPLES: dict[type[DorsiError], tuple[DorsiError, int]] = {
    errors.FileMissing: (errors.FileMissing("a.yaml"), 66),
    errors.FileUnwritable: (errors.FileUnwritable("a.yaml", "the disk is full"), 73),
    errors.InvalidFile: (errors.InvalidFile([Problem(file="a.yaml", where="weeks", message="is missing")]), 65),
    errors.AtlasBroken: (errors.AtlasBroken(["a row"]), 70),
    errors.UnknownName: (errors.UnknownName("rule", "XYZ", ["SCH101"]), 64),
    errors.UsageError: (errors.UsageError("That makes no sense."), 64),
    errors.TrainingRefused: (errors.TrainingRefused("See a doctor.", ["chest pain"], "Go now."), 3),
    errors.WishesClash: (errors.WishesClash(["20 minutes"], ["30 minutes"]), 4),
    errors.PlanUnproven: (errors.PlanUnproven(["upper/2: too heavy (VOL104)"]), 70),
    errors.StoreUnavailable: (errors.StoreUnavailable("a.sqlite3", "the disk is full", "Free some space."), 74),
    errors.SolverFailed: (errors.SolverFailed("block 1", "unknown"), 70),
}


def every_error(cls: type[DorsiError] = DorsiError) -> list[type[DorsiError]]:
    return [found for sub in cls.__subclasses__() for found in (sub, *every_error(sub))]


def test_no_error_is_missing_from_the_table() -> None:
    assert {cls for cls in every_error() if cls.__module__ == "dorsi.errors"} == set(EXAMPLES)


@pytest.mark.parametrize("cls", EXAMPLES, ids=lambda cls: cls.__name__)
def test_every_error_has_its_exit_code_and_words(cls: type[DorsiError], capsys: pytest.CaptureFixture[str]) -> None:
    error, code = EXAMPLES[cls]
    assert report(error) == code == cls.exit_code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert " ".join(str(error).split())[:20] in " ".join(shown.err.split())


def assert_plain(done: subprocess.CompletedProcess[str], code: int) -> None:
    assert done.returncode == code, done.stderr
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr + done.stdout


COMMANDS = [
    ("show",),
    ("check",),
    ("plan",),
    ("why", "upper/1"),
    ("what-if", "--minutes", "60"),
    ("export", "-f", "csv"),
]


def with_file(command: tuple[str, ...], file: Path) -> list[str | Path]:
    return [command[0], file, *command[1:]]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_missing_file(command: tuple[str, ...], tmp_path: Path) -> None:
    assert_plain(dorsi(*with_file(command, tmp_path / "gone.yaml"), cwd=tmp_path), 66) if command[
        0
    ] != "check" else None


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\x89PNG\r\n\x1a\n\xff\xfe", 66), (b"a\0b", 66), (b"", 65), (b"a: [1, 2\nb: }", 65), (b"x" * 9_000_000, 66)],
    ids=["binary", "null byte", "empty", "broken", "huge"],
)
def test_unreadable_files(command: tuple[str, ...], content: bytes, code: int, tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_bytes(content)
    done = dorsi(*with_file(command, file), cwd=tmp_path)
    if command[0] == "check":
        assert done.returncode == code
        assert "Traceback" not in done.stdout + done.stderr
    else:
        assert_plain(done, code)


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    done = dorsi("show", tmp_path)
    assert_plain(done, 66)
    assert "folder" in done.stderr


def test_output_that_cannot_be_written(programme: Path, tmp_path: Path) -> None:
    assert_plain(dorsi("export", programme, "-o", tmp_path / "no" / "such" / "plan.csv"), 73)


def test_the_way_out_of_a_file_that_cannot_be_written_holds_for_every_command(tmp_path: Path) -> None:
    done = dorsi("backup", tmp_path / "no" / "such.dorsi", "--data", tmp_path / "data")
    assert_plain(done, 73)
    assert "or name another place" in " ".join(done.stderr.split())
    assert " -o" not in done.stderr


def test_output_that_is_there_is_kept(programme: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    target.write_text("precious")
    assert_plain(dorsi("export", programme, "-o", target), 73)
    assert target.read_text() == "precious"
    assert dorsi("export", programme, "-o", target, "--force").returncode == 0
    assert target.read_text() != "precious"


def test_problems_are_one_a_line_with_their_number(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text(
        "dorsi: program/1\nname: X\nweeks: 0\nsessions:\n"
        "  - id: a\n    blocks:\n      - {exercise: pulup, sets: 3 x 8}\n"
    )
    done = dorsi("show", file)
    lines = done.stderr.splitlines()
    assert done.returncode == 65
    assert lines[0].startswith(f"{file}:3:")
    assert "pull-up" in lines[1]
    assert lines[-1].startswith("2 problems")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("plann",), "'plan'"),
        (("show",), "Missing argument"),
        (("show", "x", "--week", "two"), "not a valid int"),
        (("show", "x", "--wek", "2"), "--week"),
    ],
)
def test_usage_errors(arguments: tuple[str, ...], hint: str) -> None:
    done = dorsi(*arguments)
    assert_plain(done, 2)
    assert hint in done.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("rule", "sessions-to-close"), "sessions-too-close"),
        (("atlas", "dedlift"), "deadlift"),
        (("templates", "guide-x"), "dorsi templates"),
        (("atlas", "--pattern", "hing"), "hinge"),
        (("export", "x.yaml", "-f", "docx"), "xlsx"),
        (("check", "x.yaml", "--skip", "RSK101"), "cannot be switched off"),
        (("what-if", "x.toml"), "--minutes"),
    ],
)
def test_unknown_names_and_senseless_calls(arguments: tuple[str, ...], hint: str) -> None:
    done = dorsi(*arguments)
    assert_plain(done, 64)
    assert hint in " ".join(done.stderr.split())


def test_a_week_beyond_the_programme(programme: Path) -> None:
    assert_plain(dorsi("show", programme, "--week", "9"), 64)


def test_own_faults_are_owned_up_to(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(main.COMMANDS, "broken", main.Entry("tests.cli.test_failures", "broken", "Breaks.", "Train"))
    monkeypatch.delenv("DORSI_DEBUG", raising=False)
    assert main.run(["broken"]) == 70
    shown = capsys.readouterr()
    assert "DORSI_DEBUG=1" in shown.err
    assert "Traceback" not in shown.err
    monkeypatch.setenv("DORSI_DEBUG", "1")
    assert main.run(["broken"]) == 70
    assert "Traceback" in capsys.readouterr().err


def broken() -> None:
    """Breaks."""
    raise ZeroDivisionError("as if")


def test_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(main.COMMANDS, "slow", main.Entry("tests.cli.test_failures", "interrupted", "Waits.", "Train"))
    assert main.run(["slow"]) == 130


def interrupted() -> None:
    """Is stopped by the user."""
    raise KeyboardInterrupt


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("arguments", [("rule",), ("atlas", "claims"), ("templates", "guide-d-eight-weeks")])
def test_a_reader_who_leaves_early(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*START, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(60) == 0
    assert said == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_plainly() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*START, "templates"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 73
    assert "Cannot write the output" in done.stderr
    assert "Traceback" not in done.stderr
