"""The documentation says what is: links resolve, commands parse, keys, commands, codes and bands have their line."""

from __future__ import annotations

import dataclasses
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import tomli
from typer.main import get_command

from dorsi import errors
from dorsi.athlete.answers import Intake
from dorsi.athlete.ranges import RANGES
from dorsi.athlete.screening_questions import QUESTIONS
from dorsi.atlas.consistency import exercise_problems
from dorsi.atlas.equipment import EQUIPMENT, GROUPS, PRESETS
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Exercise
from dorsi.cli.failures import UNEXPECTED
from dorsi.cli.main import COMMANDS, app
from dorsi.errors import DorsiError
from dorsi.program.evaluate import evaluate
from dorsi.program.export.options import ExportOptions
from dorsi.program.reading import read_program
from dorsi.program.templates import load_template
from dorsi.rules.base import Case
from dorsi.rules.bounds import WEEKLY
from dorsi.rules.registry import all_rules
from dorsi.services.checking import check_text
from dorsi.services.planning import plan_from_text
from dorsi.structure import structure
from dorsi.units import number

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")])
WITH_COMMANDS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`(dorsi [^`]+)`")


def text_of(page: Path) -> str:
    return page.read_text("utf-8")


def prose(page: Path) -> str:
    """The page without its code blocks."""
    return _FENCE.sub("", text_of(page))


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks in that language."""
    return [body for found, body in _FENCE.findall(text_of(page)) if found == language]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# ---------------------------------------------------------------------- links
@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_relative_link_resolves(page: Path) -> None:
    broken = []
    for target in _LINK.findall(prose(page)):
        if target.startswith(("https://", "http://")):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert broken == []


def test_every_page_is_listed_in_the_index() -> None:
    listed = {target.partition("#")[0] for target in _LINK.findall(text_of(DOCS / "README.md"))}
    pages = {page.name for page in DOCS.glob("*.md")} - {"README.md"}
    assert pages <= listed


@pytest.mark.parametrize("page", [*PAGES, DOCS / "plan.svg"], ids=name)
def test_no_page_names_a_place_outside_the_repository(page: Path) -> None:
    text = text_of(page)
    assert re.findall(r"(?<![\w.])/(?:work|home|root|tmp|Users)/\S*", text) == []
    for target in _LINK.findall(prose(page)):
        if not target.startswith(("https://", "http://")):
            assert (page.parent / target.partition("#")[0]).resolve().is_relative_to(ROOT), target


def test_the_picture_asks_no_other_host_for_anything() -> None:
    picture = text_of(DOCS / "plan.svg")
    assert "@font-face" not in picture
    assert "url(http" not in picture
    assert re.findall(r"(?:href|src)=", picture) == []


# ---------------------------------------------------------------------- commands
def whole_commands() -> set[tuple[str, str]]:
    """Every command line in a code block, with its page."""
    lines = (
        (name(page), line.split("  #")[0].strip())
        for page in WITH_COMMANDS
        for body in blocks(page, "console")
        for line in body.splitlines()
    )
    return {(page, line) for page, line in lines if line.startswith(("dorsi ", ".venv/bin/dorsi "))}


def mentioned_commands() -> set[tuple[str, str]]:
    """Every command inside a sentence, which may be cut short ('dorsi check --skip')."""
    return {(name(page), line) for page in WITH_COMMANDS for line in _INLINE.findall(prose(page))}


def group() -> Any:
    return get_command(app)


def test_commands_are_found_at_all() -> None:
    assert {"README.md", "CONTRIBUTING.md", "docs/commands.md", "docs/planning.md"} <= {p for p, _ in whole_commands()}
    assert len(mentioned_commands()) > 10


@pytest.mark.parametrize(("page", "line"), sorted(whole_commands()))
def test_every_command_line_shown_can_be_parsed(page: str, line: str) -> None:
    words = shlex.split(line)[1:]
    words = words[: words.index(">")] if ">" in words else words
    context = group().commands[words[0]].make_context(words[0], words[1:])
    assert context.params


@pytest.mark.parametrize(("page", "line"), sorted(mentioned_commands()))
def test_every_command_mentioned_is_there(page: str, line: str) -> None:
    command, *rest = shlex.split(line)[1:]
    if command == "COMMAND":
        return
    known = group().params if command.startswith("--") else group().commands[command].params
    options = {option for param in known for option in (*param.opts, *param.secondary_opts)}
    assert {word for word in (command, *rest) if word.startswith("-")} <= {*options, "--help"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_its_options_are_documented(command: str) -> None:
    page = text_of(DOCS / "commands.md")
    section = page.split(f"\n## {command}\n", 1)[1].split("\n## ", 1)[0]
    for param in group().commands[command].params:
        names = param.opts if param.param_type_name == "option" else [param.metavar.rstrip(".")]
        for option in names:
            assert f"`{option}`" in section, option
    assert f"\ndorsi {command}" in section, "an example is missing"


def test_no_option_is_documented_that_is_not_there() -> None:
    page = text_of(DOCS / "commands.md").split("\n## Exit codes", 1)[0]
    for section in page.split("\n## ")[1:]:
        command = section.split("\n", 1)[0]
        known = {option for param in group().commands[command].params for option in param.opts}
        assert set(re.findall(r"`(--[a-z-]+)`", "\n".join(re.findall(r"^\| .*$", section, re.MULTILINE)))) <= known


# ---------------------------------------------------------------------- exit codes
def failures() -> list[type[DorsiError]]:
    return [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, DorsiError)]


@pytest.mark.parametrize(
    "kind", [kind for kind in failures() if kind is not DorsiError], ids=lambda kind: kind.__name__
)
def test_every_exit_code_is_documented(kind: type[DorsiError]) -> None:
    rows = re.findall(r"^\| (\d+) \|.*$", text_of(DOCS / "commands.md"), re.MULTILINE)
    row = re.search(rf"^\| {kind.exit_code} \|.*`{kind.__name__}`.*$", text_of(DOCS / "commands.md"), re.MULTILINE)
    assert str(kind.exit_code) in rows
    assert row, f"{kind.__name__} does not stand in the row of exit code {kind.exit_code}"


def test_a_fault_of_dorsi_and_success_are_documented() -> None:
    page = text_of(DOCS / "commands.md")
    for code in (0, 1, 2, UNEXPECTED, 130):
        assert f"\n| {code} |" in page


# ---------------------------------------------------------------------- the athlete file
def keys_of(cls: Any) -> Iterator[tuple[str, str]]:
    """The keys of a table and of the tables in it, each with its section."""
    hints = get_type_hints(cls)
    for field in dataclasses.fields(cls):
        yield cls.__name__, field.name.rstrip("_")
        inner = [hints[field.name], *get_args(hints[field.name])]
        for kind in inner:
            if dataclasses.is_dataclass(kind):
                yield from keys_of(kind)


@pytest.mark.parametrize(("table", "key"), sorted(set(keys_of(Intake))))
def test_every_key_of_an_athlete_is_documented(table: str, key: str) -> None:
    page = text_of(DOCS / "athlete-file.md")
    if table == "DumbbellRange":
        assert re.search(rf"^\| `dumbbells` \|.*\b{key} = ", page, re.MULTILINE)
        return
    heading = {"Goal": "[goal]", "KnownSet": "[[known_set]]", "OtherTraining": "[[other_training]]"}
    heading |= {"Equipment": "[equipment]", "Discomfort": "[[discomfort]]", "HealthAnswers": "[screening]"}
    section = page
    if table in heading:
        section = page.split(f"\n### `{heading[table]}`\n", 1)[1].split("\n##", 1)[0]
    assert re.search(rf"^\| `{key}` \|", section, re.MULTILINE)


@pytest.mark.parametrize("path", RANGES)
def test_ranges_are_those_of_the_reader(path: str) -> None:
    allowed = RANGES[path]
    low, high = number(allowed.low), number(allowed.high)
    rows = "\n".join(re.findall(r"^\| `.*$", text_of(DOCS / "athlete-file.md"), re.MULTILINE))
    key = path.split(".")[-1].rstrip("_")
    row = (
        rf"^\| `dumbbells` \|.*`{key}` {low}-{high}"
        if "dumbbells" in path
        else rf"^\| `{key}` \|.*{low}(-| to ){high}\b"
    )
    assert re.search(row, rows, re.MULTILINE), f"{path}: {low}-{high}"


def test_names_that_may_be_used_are_listed() -> None:
    page = text_of(DOCS / "athlete-file.md")
    for known in (*EQUIPMENT, *GROUPS, *QUESTIONS):
        assert f"`{known}`" in page, known
    for known in PRESETS:
        assert f'`"{known}"`' in page, known


def test_the_example_athlete_gets_a_plan() -> None:
    example = next(body for body in blocks(DOCS / "athlete-file.md", "toml"))
    assert plan_from_text(example, "example.toml").athlete.name == "Daniel"


# ---------------------------------------------------------------------- the programme file
def test_the_example_programme_has_no_errors_or_warnings() -> None:
    page = DOCS / "program-file.md"
    example = next(body for body in blocks(page, "yaml") if body.startswith("dorsi: program/1"))
    found = check_text(example, "example.yaml").findings
    assert [f"{f.code} {f.message}" for f in found if f.severity != "advice"] == []


def test_all_set_notation_shown_can_be_read(atlas: Atlas) -> None:
    sets = text_of(DOCS / "program-file.md").split("\n## Sets\n", 1)[1].split("\n### Different weeks", 1)[0]
    shown = re.findall(r"^\| `([^`]+)` \|", sets, re.MULTILINE)
    assert len(shown) > 15
    for line in shown:
        text = f"dorsi: program/1\nname: n\nsessions: [{{id: a, blocks: [{{warmup: deadlift, sets: '{line}'}}]}}]\n"
        assert read_program(text, "n.yaml", atlas).sessions[0].blocks


def test_every_method_is_named(atlas: Atlas) -> None:
    page = text_of(DOCS / "program-file.md")
    assert [method for method in atlas.methods if f"`{method}`" not in page] == []


# ---------------------------------------------------------------------- safety and evidence
def test_every_health_limit_is_on_the_safety_page() -> None:
    page = text_of(DOCS / "safety.md")
    listed = set(re.findall(r"^\| \[([A-Z]{3}\d+)\]", page, re.MULTILINE))
    assert listed == {rule.code for rule in all_rules() if rule.health}


def test_the_bands_are_those_of_the_planner() -> None:
    page = text_of(DOCS / "evidence.md")
    for group, levels in WEEKLY.items():
        cells = [f"{b.start:g} / {b.low:g}-{b.high:g} / {b.cap:g}" for b in levels.values()]
        assert f"| {group.label} | {' | '.join(cells)} |" in page, group.label


def test_the_number_of_claims_is_right(atlas: Atlas) -> None:
    assert f"{len(atlas.claims)} claims" in text_of(DOCS / "evidence.md")


# ---------------------------------------------------------------------- the examples for contributors
def contributed(language: str, start: str) -> str:
    """The code block of CONTRIBUTING.md that begins so."""
    return next(body for body in blocks(ROOT / "CONTRIBUTING.md", language) if body.startswith(start))


def module(code: str) -> dict[str, Any]:
    """What a module with that code defines."""
    names: dict[str, Any] = {"__name__": "contributed"}
    exec(compile(code, "CONTRIBUTING.md", "exec"), names)
    return names


def test_the_contributed_exercise_fits_the_atlas(atlas: Atlas) -> None:
    problems: list[str] = []
    text = contributed("toml", 'id = "landmine-row"')
    made = structure(tomli.loads(text), Exercise, lambda path, message: problems.append(f"{path} {message}"))
    assert problems == []
    assert made is not None
    assert made.id not in atlas.exercises
    together = {**atlas.exercises, made.id: made}
    assert list(exercise_problems(together, atlas.muscles, EQUIPMENT)) == []
    assert set(made.references) <= set(atlas.references)


def test_the_contributed_rule_keeps_its_word(atlas: Atlas) -> None:
    rule = module(contributed("python", '"""RST105'))["RestUnstated"]()
    assert rule.code not in {known.code for known in all_rules()}
    found = []
    for text in (rule.bad, rule.good):
        view = evaluate(read_program(text, "example.yaml", atlas), atlas)
        found.append(len(list(rule.check(Case(view=view, athlete=None)))))
    assert found == [1, 0]


def test_the_contributed_template_can_be_read(atlas: Atlas) -> None:
    program = read_program(contributed("yaml", "dorsi: program/1\nname: Rings"), "rings.yaml", atlas)
    assert [session.id for session in program.sessions] == ["pull", "row"]


def test_the_contributed_format_writes(atlas: Atlas) -> None:
    to_text = module(contributed("python", '"""Plain text to paste'))["to_text"]
    view = evaluate(load_template("guide-b-formula", atlas), atlas)
    assert "1. Deadlift, conventional: 3-5 x 4-6" in to_text(view, ExportOptions(today=date(2026, 1, 2)))
