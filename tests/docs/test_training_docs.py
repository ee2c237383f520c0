"""The pages on journal, import and coach say what is: lines read, formats, settings and rules have their place."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Grade
from dorsi.coach import coaching_rules
from dorsi.coach.coaching_rules import CoachingRule
from dorsi.journal.exporting.formats import FORMATS as EXPORTS
from dorsi.journal.importing.foreign import Fate
from dorsi.journal.importing.formats import FORMATS, recognise
from dorsi.journal.model import Journal
from dorsi.journal.quick_entry import read_quick_entry
from dorsi.rules.registry import all_rules
from dorsi.services.calling import Names
from dorsi.settings import PREFIX, Settings
from tests.docs.test_docs import DOCS, ROOT, blocks, contributed, module, text_of


def lines_shown() -> list[str]:
    """The lines of the table that explains the notation."""
    table = text_of(DOCS / "journal.md").split("\n## A line\n", 1)[1].split("\n\nWhat a number means", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


# ---------------------------------------------------------------------- the journal
def test_lines_are_shown_at_all() -> None:
    assert len(lines_shown()) > 15


@pytest.mark.parametrize("line", lines_shown())
def test_every_line_shown_can_be_read_and_names_an_exercise(line: str, atlas: Atlas) -> None:
    names = Names(atlas, Journal())
    reading = read_quick_entry(line, numbered=names.numbered)
    assert reading.mistakes == ()
    assert reading.entry is not None
    assert names.find(reading.entry.exercise) is not None


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings)])
def test_every_setting_and_its_variable_are_documented(setting: str) -> None:
    assert f"| `{setting}` | `{PREFIX}{setting.upper()}` |" in text_of(DOCS / "journal.md")


# ---------------------------------------------------------------------- imports and exports
@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_every_format_that_is_read_is_listed(name: str) -> None:
    section = text_of(DOCS / "importing.md").split("\n## Formats that are read\n", 1)[1].split("\n## ", 1)[0]
    assert re.search(rf"^\| .*`{name}`.*\|", section, re.MULTILINE)


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_that_is_written_is_listed(name: str) -> None:
    section = text_of(DOCS / "importing.md").split("\n## Taking your log elsewhere\n", 1)[1].split("\n## ", 1)[0]
    assert f"\n| `{name}` |" in section


@pytest.mark.parametrize("fate", Fate)
def test_every_fate_of_a_row_is_told(fate: Fate) -> None:
    assert f"\n| {fate} |" in text_of(DOCS / "importing.md")


# ---------------------------------------------------------------------- the coach
def test_rules_mentioned_exist() -> None:
    known = {rule.code for rule in coaching_rules.RULES} | {rule.code for rule in all_rules()}
    mentioned = set(re.findall(r"\b[A-Z]{3}\d{3}\b", text_of(DOCS / "coaching.md")))
    assert len(mentioned) > 20
    assert mentioned <= known


# ---------------------------------------------------------------------- the examples for contributors
def test_the_contributed_importer_reads_its_sample() -> None:
    importer = module(contributed("python", '"""Iron Diary'))["IronDiary"]()
    sample = next(body for body in blocks(ROOT / "CONTRIBUTING.md", "") if body.startswith("Performed;"))
    assert importer.recognises(sample)
    assert recognise(sample) is None, "another format takes the sample for its own"
    log = importer.read(sample)
    assert sum(log.fates.values()) == log.rows == 4
    assert log.fates == {Fate.SET: 2, Fate.REJECTED: 2}
    assert [(entry.load, entry.reps, entry.rir) for entry in log.sessions[0].sets] == [(122.5, 5, 2), (122.5, 4, 1)]


def test_the_contributed_coaching_rule_is_free_and_has_sources(atlas: Atlas) -> None:
    rule = eval(contributed("python", "CoachingRule("), {"CoachingRule": CoachingRule, "Grade": Grade})
    assert rule.code not in {known.code for known in coaching_rules.RULES}
    assert rule.code[:3] in coaching_rules.FAMILIES
    assert set(rule.claims) <= set(atlas.claims)
