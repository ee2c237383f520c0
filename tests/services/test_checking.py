"""Checking a text, for whom it was written, and mending what can be mended safely."""

from __future__ import annotations

import pytest
import yaml

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Level
from dorsi.errors import InvalidFile, TrainingRefused
from dorsi.program.model import Program
from dorsi.program.reading import read_program
from dorsi.program.templates import template_ids, template_text
from dorsi.services.checking import Checked, athlete_from_text, check_text, embedded_athlete, mend_text
from tests.planner.plans import athlete_text, plan, plan_text

FIXABLE = tuple(name for name in template_ids() if name != "guide-c-pull-up-rotation")
"""Templates with something to mend; guide C's draws no finding with a safe fix."""
PROGRAMME = """\
# mine, and this line stays
dorsi: program/1
name: Two days  # as agreed
weeks: 4
athlete:
  name: Ana
  age: 30
  body_mass: 70
  training_age_months: 24
  max_pull_ups: 3
sessions:
  - id: back
    blocks:
      - warmup: pulldown-medium
        sets: 2 x 10 light
      - exercise: pull-up-medium
        sets: 4 x 8-10
      - exercise: seated-row-narrow
        sets: 3 x 8-12
"""


def weight(checked: Checked) -> tuple[int, int, int]:
    """Errors, warnings and advice counted."""
    found = [finding.severity.rank for finding in checked.findings]
    return found.count(0), found.count(1), found.count(2)


def exercises(program: Program) -> list[str]:
    return [item.exercise for s in program.sessions for b in s.blocks for item in b.items if item.role == "work"]


def test_the_athlete_in_the_file_is_the_one_checked_for() -> None:
    checked = check_text(PROGRAMME, "mine.yaml")
    assert checked.athlete is not None
    assert checked.athlete.name == "Ana"
    assert any(finding.code == "GAT101" and "3" in finding.message for finding in checked.findings)
    strong = check_text(PROGRAMME.replace("max_pull_ups: 3", "max_pull_ups: 18"), "mine.yaml")
    assert not any(finding.code == "GAT101" for finding in strong.findings)


def test_an_athlete_given_counts_more_than_the_one_in_the_file() -> None:
    other = Athlete(name="Bo", max_pull_ups=18, level=Level.ADVANCED)
    checked = check_text(PROGRAMME, "mine.yaml", other)
    assert checked.athlete is other
    assert not any(finding.code == "GAT101" for finding in checked.findings)


def test_a_programme_without_answers_is_checked_for_nobody() -> None:
    checked = check_text(template_text("guide-b-formula"), "b.yaml")
    assert checked.athlete is None
    assert embedded_athlete(checked.program, "b.yaml") is None
    assert checked.findings


def test_a_plan_is_checked_for_the_athlete_it_was_made_for() -> None:
    checked = check_text(plan_text("newcomer"), "plan.yaml")
    assert checked.athlete == plan("newcomer").athlete == athlete_from_text(athlete_text("newcomer"), "newcomer.toml")
    assert checked.findings == plan("newcomer").findings


def test_findings_stand_in_reading_order() -> None:
    findings = check_text(template_text("guide-d-eight-weeks"), "d.yaml").findings
    assert [f.severity.rank for f in findings] == sorted(f.severity.rank for f in findings)
    assert list(findings) == sorted(findings, key=lambda f: f.sort_key)


def test_a_rule_can_be_skipped_unless_it_guards_health() -> None:
    text = template_text("guide-a-upper-and-lower")
    skipped = {f.code for f in check_text(text, "a.yaml", skip=frozenset({"SEL101", "RSK107"})).findings}
    assert "SEL101" not in skipped
    assert "RSK107" in skipped


def test_broken_answers_are_problems_of_the_file() -> None:
    with pytest.raises(InvalidFile, match="athlete"):
        check_text(PROGRAMME.replace("age: 30", "age: old"), "mine.yaml")
    with pytest.raises(InvalidFile):
        check_text(PROGRAMME.replace("pull-up-medium", "pull-up-mediun"), "mine.yaml")


def test_answers_that_need_a_clinician_are_not_checked_around() -> None:
    with pytest.raises(TrainingRefused):
        check_text(PROGRAMME.replace("  max_pull_ups: 3\n", "  screening: {yes: [leg-nerve-signs]}\n"), "mine.yaml")


# ---------------------------------------------------------------------- mending
@pytest.mark.parametrize("name", FIXABLE)
def test_mending_lowers_what_the_rules_find(name: str) -> None:
    before = check_text(template_text(name), name)
    mended = mend_text(template_text(name), name)
    assert mended.done
    assert weight(mended.checked) < weight(before)
    assert weight(mended.checked)[0] <= weight(before)[0]


@pytest.mark.parametrize("name", template_ids())
def test_a_mended_file_can_be_read_and_is_what_was_checked(name: str) -> None:
    mended = mend_text(template_text(name), name)
    program = read_program(mended.text, name, load_atlas())
    assert program == mended.checked.program
    assert check_text(mended.text, name).findings == mended.checked.findings
    original = read_program(template_text(name), name, load_atlas())
    assert (program.name, program.weeks, program.note) == (original.name, original.weeks, original.note)
    assert [session.id for session in program.sessions] == [session.id for session in original.sessions]
    assert len(exercises(program)) == len(exercises(original)), "no exercise is lost"


def test_the_behind_the_neck_pulldown_is_replaced_and_the_deadlift_shortened() -> None:
    mended = mend_text(template_text("guide-a-upper-and-lower"), "a.yaml")
    assert "pulldown-behind" not in exercises(mended.checked.program)
    codes = {finding.code for finding in mended.checked.findings}
    assert codes.isdisjoint({"RSK107", "REP102", "VOL104", "WUP102"})
    assert all("(" in line and line.endswith(")") for line in mended.done)


def test_what_was_fine_is_left_byte_for_byte() -> None:
    text = template_text("guide-c-pull-up-rotation")
    mended = mend_text(text, "c.yaml")
    assert (mended.text, mended.done) == (text, ())


def test_comments_and_answers_survive_mending() -> None:
    mended = mend_text(PROGRAMME, "mine.yaml")
    assert mended.done
    assert mended.text.startswith("# mine, and this line stays\n")
    assert "name: Two days  # as agreed" in mended.text
    assert yaml.safe_load(mended.text)["athlete"] == yaml.safe_load(PROGRAMME)["athlete"]


@pytest.mark.parametrize("name", [name for name in template_ids() if name != "guide-d-eight-weeks"])
def test_mending_twice_changes_nothing_more(name: str) -> None:
    once = mend_text(template_text(name), name)
    again = mend_text(once.text, name)
    assert (again.text, again.done) == (once.text, ())


def test_a_fix_that_does_not_help_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dorsi.services.checking.apply_edits", lambda text, edits: f"{text}# tried\n")
    mended = mend_text(PROGRAMME, "mine.yaml")
    assert (mended.text, mended.done) == (PROGRAMME, ())


def test_skipped_rules_are_not_mended() -> None:
    mended = mend_text(template_text("guide-a-upper-and-lower"), "a.yaml", skip=frozenset({"REP102"}))
    assert not any("REP102" in line for line in mended.done)
    deadlift = next(i for s in mended.checked.program.sessions for b in s.blocks for i in b.items
                    if i.exercise == "deadlift" and i.role == "work")  # fmt: skip
    assert deadlift.sets[0].targets[0].reps == (6, 12)
