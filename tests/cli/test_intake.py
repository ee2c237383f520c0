"""`dorsi intake` driven through a pipe: asking, refusing, stopping and going on."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner, Result

from dorsi.athlete.intake import Intake, read_intake
from dorsi.athlete.questions import QUESTIONS, AnswerKind
from dorsi.cli.intake import intake
from dorsi.errors import FileUnwritable, TrainingRefused, UsageError

APP = typer.Typer()
APP.command()(intake)

TYPED = {
    "name": "Alice",
    "age": "30",
    "sex": "female",
    "body_mass": "62,5",
    "training_age_months": "12",
    **{question.id: "no" for question in QUESTIONS if question.kind is AnswerKind.SIGNS},
}
UNASKED = {"guardian_consent", "weeks_off", "clinician_ok", "screening.diastolic"} | {
    "screening.pregnancy_weeks",
    "screening.weeks_postpartum",
}


def lines(**changed: str) -> list[str]:
    """What is typed to get through, with some answers changed (dots in ids become double underscores)."""
    typed = TYPED | {key.replace("__", "."): text for key, text in changed.items()}
    asked = [question.id for question in QUESTIONS if question.id in typed or question.id not in UNASKED]
    return [typed.get(question_id, "") for question_id in asked]


def run(out: Path, typed: list[str], *options: str) -> Result:
    return CliRunner().invoke(APP, ["-o", str(out), *options], input="".join(f"{line}\n" for line in typed))


def written(out: Path) -> Intake:
    return read_intake(out.read_text("utf-8"), out.name)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "alice.toml"


def draft_of(out: Path) -> Path:
    return out.with_name(out.name + ".draft")


def test_answers_become_an_athlete_file_and_the_draft_goes(out: Path) -> None:
    result = run(out, lines(liked="chin-up", discomfort="shoulder 4"))
    assert result.exit_code == 0, result.output
    assert written(out).name == "Alice"
    assert written(out).body_mass == 62.5
    assert written(out).liked == ("chin-up",)
    assert [path.name for path in out.parent.iterdir()] == ["alice.toml"]
    assert "dorsi plan" in result.output.replace("\n", " ")
    assert "planned as intermediate" in result.output
    assert "4/10 in the shoulder" in result.output
    for step in ("1 of 5  You", "5 of 5  Your health"):
        assert step in result.output


def test_a_wrong_answer_is_asked_again_with_the_reason(out: Path) -> None:
    typed = lines()
    typed[2:3] = ["old", "300", "30"]
    result = run(out, typed)
    assert result.exit_code == 0, result.output
    assert "'old' is not a number" in result.output
    assert "between 5 and 110" in result.output
    assert written(out).age == 30


def test_back_returns_to_the_question_before(out: Path) -> None:
    typed = lines()
    typed[:1] = ["back", "Bob", "back", "Alice"]
    result = run(out, typed)
    assert result.exit_code == 0, result.output
    assert "first question" in result.output
    assert written(out).name == "Alice"


@pytest.mark.parametrize("count", [0, 1, 5, 20, len(lines()) - 1])
def test_a_closed_terminal_loses_nothing(out: Path, count: int) -> None:
    stopped = run(out, lines()[:count])
    assert stopped.exit_code == 130
    assert "dorsi intake -o" in stopped.output.replace("\n", " ")
    assert not out.exists()
    assert len(json.loads(draft_of(out).read_text("utf-8"))["answers"]) == count
    resumed = run(out, lines()[count:])
    assert resumed.exit_code == 0, resumed.output
    assert ("Going on where you stopped" in resumed.output) is (count > 0)
    assert written(out).name == "Alice"
    assert not draft_of(out).exists()


def test_control_c_keeps_the_draft(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["Alice", "kg"])

    def answer(*_: object) -> str:
        if (text := next(typed, None)) is None:
            raise KeyboardInterrupt
        return text

    monkeypatch.setattr(Console, "input", answer)
    result = CliRunner().invoke(APP, ["-o", str(out)])
    assert result.exit_code == 130
    assert "2 answers are kept" in result.output
    assert draft_of(out).exists()


def test_an_interrupt_signal_keeps_the_draft(out: Path) -> None:
    program = "import typer; from dorsi.cli.intake import intake; typer.run(intake)"
    process = subprocess.Popen(
        [sys.executable, "-c", program, "-o", str(out)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write("Alice\n")
    process.stdin.flush()
    seen = ""
    while "Kilograms or pounds" not in seen:
        seen += process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest = process.communicate(timeout=20)[0]
    assert process.returncode == 130
    assert "1 answer is kept" in rest
    assert json.loads(draft_of(out).read_text("utf-8"))["answers"] == {"name": "Alice"}


def test_an_emergency_sign_stops_at_once_and_writes_no_athlete_file(out: Path) -> None:
    result = run(out, [*lines(screening__yes__emergency="yes")[:-5], "9"])
    assert isinstance(result.exception, TrainingRefused)
    assert "emergency care now" in str(result.exception)
    assert "No athlete file was written" in result.output
    assert not out.exists()
    assert json.loads(draft_of(out).read_text("utf-8"))["answers"]["name"] == "Alice"


def test_after_a_referral_the_health_questions_come_again(out: Path) -> None:
    refused = run(out, lines(screening__yes__urgent="3"))
    assert isinstance(refused.exception, TrainingRefused)
    assert not out.exists()
    resumed = run(out, ["30", "no", "no", "no", "no", "", ""])
    assert resumed.exit_code == 0, resumed.output
    assert "asked again" in resumed.output
    assert written(out).screening.yes == ()


def test_a_clinicians_yes_is_asked_for_where_it_counts(out: Path) -> None:
    typed = {"screening__yes__clearance": "1"}
    assert isinstance(run(out, lines(**typed, clinician_ok="no")).exception, TrainingRefused)
    result = run(out, lines(**typed, clinician_ok="yes"), "--fresh")
    assert result.exit_code == 0, result.output
    assert written(out).clinician_ok


def test_a_child_is_turned_away_before_the_long_questions(out: Path) -> None:
    result = run(out, ["Tim", "", "11"])
    assert isinstance(result.exception, TrainingRefused)
    assert "under 13" in str(result.exception)


def test_answers_that_contradict_are_asked_again(out: Path) -> None:
    result = run(out, [*lines(sessions_per_week="4"), "2"])
    assert result.exit_code == 0, result.output
    assert "4 sessions need as many days" in result.output
    assert written(out).sessions_per_week == 2


def test_an_athlete_file_is_not_written_over_unasked(out: Path) -> None:
    out.write_text("mine")
    assert isinstance(run(out, lines()).exception, UsageError)
    assert out.read_text() == "mine"
    assert run(out, lines(), "--replace").exit_code == 0
    assert written(out).name == "Alice"


def test_an_unreadable_draft_is_set_aside(out: Path) -> None:
    draft_of(out).write_text("{not json")
    assert run(out, lines()).exit_code == 0
    assert out.with_name("alice.toml.draft.unreadable").read_text() == "{not json"


def test_a_place_that_cannot_be_written_is_said_before_the_first_question(tmp_path: Path) -> None:
    result = run(tmp_path / "gone" / "alice.toml", lines())
    assert isinstance(result.exception, FileUnwritable)
    assert "What shall the plan call you" not in result.output


def test_files_with_health_answers_are_the_owners_alone(out: Path) -> None:
    run(out, lines()[:3])
    assert draft_of(out).stat().st_mode & 0o077 == 0
