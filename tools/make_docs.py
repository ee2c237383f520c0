"""Writes the pages of docs/ that come from the code and data; `--check` only tells whether they are up to date."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from html import escape, unescape
from inspect import getsource
from io import StringIO
from pathlib import Path
from types import ModuleType

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Claim, Exercise, Pattern
from dorsi.cli.render_program import render_program
from dorsi.coach.coaching_rules import FAMILIES as COACHING_FAMILIES
from dorsi.coach.coaching_rules import RULES as COACHING_RULES
from dorsi.planner import taste
from dorsi.program.schema import schema_text
from dorsi.rules.base import Rule
from dorsi.rules.registry import FAMILIES, all_rules
from dorsi.services.planning import plan_from_text

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PICTURED = "examples/athletes/newcomer.toml"
PICTURE_WIDTH = 84
PICTURE_LINES = 44
"""Lines of the plan a picture holds at most; it ends before the second heading of weeks if that comes first."""
_FONT_FACES = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_PIECE = re.compile(r'<text class="(?P<style>[^"]+)" x="(?P<x>[^"]+)" (?P<y>y="[^"]+") textLength="[^"]+" '
                    r'(?P<clip>clip-path="[^"]+")>(?P<words>[^<]*)</text>')  # fmt: skip
_WORDS = re.compile(r"\S+(?: \S+)*")
_PRICED = re.compile(r"PRICE|POINTS|REWARD|COST")
_BLANK = "&#160;"
_CHARACTER_PX = 12.2
"""Width of a character in the pictures rich makes."""
NOTICE = "<!-- Written by `make docs`; change the code or data it comes from instead. -->\n\n"
SEVERITY_WORDS = {
    "error": "must not be trained like this",
    "warning": "should be looked at",
    "advice": "could be better",
}


def pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Every generated page: path below docs/ and text."""
    yield "rules/README.md", NOTICE + "".join(rule_index())
    for prefix, title in FAMILIES.items():
        rules = [rule for rule in all_rules() if rule.code.startswith(prefix)]
        yield f"rules/{prefix.lower()}.md", NOTICE + f"# {title}\n\n" + "\n".join(rule_card(r, atlas) for r in rules)
    yield "coaching-rules.md", NOTICE + "".join(coaching_rules())
    yield "exercises.md", NOTICE + "".join(exercise_index(atlas))
    yield "claims.md", NOTICE + "".join(claim_pages(atlas))
    yield "references.md", NOTICE + "".join(reference_list(atlas))
    yield "program.schema.json", schema_text(atlas)
    yield "prices.md", NOTICE + "".join(price_pages())
    yield "plan.svg", picture()


def rule_index() -> Iterator[str]:
    """The list of all rules by family."""
    rules = all_rules()
    yield f"# The {len(rules)} rules\n\n"
    bound = sum(type(rule).constrain is not Rule.constrain for rule in rules)
    yield f"`dorsi check` judges any programme by them, those of the planner included; {bound} of them also take "
    yield "part in its choice of exercises and sets. "
    yield "Severity: " + "; ".join(f"**{name}** {words}" for name, words in SEVERITY_WORDS.items()) + ".\n"
    for prefix, title in FAMILIES.items():
        yield f"\n## [{title}]({prefix.lower()}.md)\n\n| Code | Flags | Severity | Evidence |\n|---|---|---|---|\n"
        for rule in (r for r in rules if r.code.startswith(prefix)):
            link = f"[{rule.code}]({prefix.lower()}.md#{anchor(rule)})"
            yield f"| {link} | {rule.name} | {rule.severity} | {rule.confidence} |\n"


def anchor(rule: Rule) -> str:
    """The anchor of a rule's heading."""
    return f"{rule.code}-{rule.slug}".lower()


def rule_card(rule: Rule, atlas: Atlas) -> str:
    """One rule: rationale, sources, grade and both examples."""
    lines = [
        f"## {rule.code} {rule.slug}",
        f"**{rule.name}.** Severity: {rule.severity}"
        + (" (a health limit that cannot be switched off)" if rule.health else "")
        + f". Evidence: {rule.confidence} ({rule.confidence.says})."
        + (" The planner is bound by it." if type(rule).constrain is not Rule.constrain else ""),
        rule.checks,
        f"**Why.** {rule.why}",
        f"**Limits.** {rule.limits}",
    ]
    if rule.claims:
        stated = "\n".join(f"- [{c}](../claims.md#{c.lower()}): {atlas.claims[c].statement}" for c in rule.claims)
        lines.append(f"**In the guides**\n\n{stated}")
    if rule.references:
        found = "\n".join(f"- {atlas.references[k].cite} {atlas.references[k].finding}" for k in rule.references)
        lines.append(f"**Research**\n\n{found}")
    lines.append(f"**Draws the finding**\n\n```yaml\n{rule.bad.strip()}\n```")
    lines.append(f"**Does not**\n\n```yaml\n{rule.good.strip()}\n```")
    return "\n\n".join(lines) + "\n"


def coaching_rules() -> Iterator[str]:
    """What the coach does, by family, each with its reason, grade and sources."""
    yield f"# The {len(COACHING_RULES)} coaching rules\n\n"
    yield "What the coach does from one session to the next. Every decision in a session names the rule it follows, "
    yield "and `dorsi why` shows it with your own sets behind it. A grade of heuristic means that the exact numbers "
    yield "are coaching practice: nobody has tested them against others.\n"
    for prefix, title in COACHING_FAMILIES.items():
        yield f"\n## {title}\n"
        for rule in (r for r in COACHING_RULES if r.code.startswith(prefix)):
            claims = [f"[{claim}](claims.md#{claim.lower()})" for claim in rule.claims]
            keys = [f"[{key}](references.md)" for key in rule.references]
            sources = f" From {', '.join([*claims, *keys])}." if claims or keys else ""
            yield f"\n### {rule.code} {rule.name}\n\n{rule.does}\n\n**Why.** {rule.why}\n\n"
            yield f"*Evidence: {rule.grade} ({rule.grade.says}).*{sources}\n"


def exercise_index(atlas: Atlas) -> Iterator[str]:
    """All exercises by pattern."""
    yield f"# The {len(atlas.exercises)} exercises\n\n`dorsi atlas ID` shows technique, mistakes and evidence.\n"
    for pattern in Pattern:
        found = [e for e in atlas.exercises.values() if e.pattern is pattern]
        title = pattern.value.replace("-", " ").capitalize()
        yield f"\n## {title}\n\n| Id | Exercise | Trains directly | Lower back | Needs | From |\n"
        yield "|---|---|---|---|---|---|\n"
        yield from (exercise_row(exercise, atlas) for exercise in found)


def exercise_row(exercise: Exercise, atlas: Atlas) -> str:
    """One row of the exercise table."""
    direct = dict.fromkeys(atlas.muscles[m].shown_as for m, share in exercise.muscles.items() if share >= 0.75)
    needs = " or ".join(" + ".join(option) or "nothing" for option in exercise.equipment)
    trained = ", ".join(direct) or "-"
    return f"| `{exercise.id}` | {exercise.name} | {trained} | {exercise.axial} | {needs} | {exercise.min_level} |\n"


def claim_pages(atlas: Atlas) -> Iterator[str]:
    """All claims with our stance."""
    yield "# What the guides say, and what Dorsi does about it\n"
    guide = ""
    for claim in atlas.claims.values():
        if claim.guide != guide:
            guide = claim.guide
            yield f"\n## Guide {guide}\n"
        yield claim_card(claim)


def claim_card(claim: Claim) -> str:
    """One claim."""
    against = f" with {claim.conflicts_with}" if claim.conflicts_with else ""
    keys = f" ({', '.join(claim.references)})" if claim.references else ""
    noted = f"\n\n*Noted only:* {claim.noted}" if claim.noted else ""
    return (
        f"\n### {claim.id}\n\n{claim.statement}\n\n*{claim.stance}{against}; {claim.verdict}, evidence {claim.grade}.* "
        f"{claim.position}{keys}{noted}\n"
    )


def reference_list(atlas: Atlas) -> Iterator[str]:
    """All references."""
    yield "# References\n\nHow each was read is said behind it: nobody here claims to have read more than that.\n\n"
    for reference in sorted(atlas.references.values(), key=lambda r: r.key.lower()):
        doi = f" doi:{reference.doi}." if reference.doi else ""
        yield f"- **{reference.key}.** {reference.cite}{doi} {reference.finding} *(read: {reference.read})*\n"


def price_pages() -> Iterator[str]:
    """Every price of the planner: those of its taste, and those that rules put on what they would rather not see."""
    yield "# The planner's prices\n\n"
    yield "What they mean and how they are used stands in [planning](planning.md#the-objective). All of them are "
    yield "heuristics, tuned by reading the plans they make. One point is about what one more useful set for the lats "
    yield "is worth.\n\n## Taste\n\n| Name | Points | What it prices |\n|---|---|---|\n"
    tables = []
    for name, value, says in constants(taste):
        if isinstance(value, Mapping) and any(isinstance(key, str) and key in load_atlas().exercises for key in value):
            tables.append((name, value, says))
        elif price := price_text(value):
            yield f"| `{name}` | {price} | {says} |\n"
    for name, value, says in tables:
        if all(isinstance(price, float) for price in value.values()):
            yield f"\n## `{name}`\n\n{says}\n\n| Exercise | Points |\n|---|---|\n"
            yield from (f"| `{key}` | {price:g} |\n" for key, price in sorted(value.items(), key=lambda row: -row[1]))
    yield "\n## Rules\n\nWhat a rule charges or grants where it bends the plan instead of forbidding.\n\n"
    yield "| Rule | Name | Points | What it prices |\n|---|---|---|---|\n"
    for rule in all_rules():
        for name, value, says in constants(sys.modules[type(rule).__module__]):
            if _PRICED.search(name) and (price := price_text(value)):
                link = f"[{rule.code}](rules/{rule.code[:3].lower()}.md#{anchor(rule)})"
                yield f"| {link} | `{name}` | {price} | {says or rule.name} |\n"


def constants(module: ModuleType) -> Iterator[tuple[str, object, str]]:
    """The constants a module defines, each with its value and the sentence that stands below it, if one does."""
    body = ast.parse(getsource(module)).body
    for statement, after in zip(body, [*body[1:], None], strict=True):
        target = statement.target if isinstance(statement, ast.AnnAssign) else None
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            target = statement.targets[0]
        if isinstance(target, ast.Name) and target.id.isupper():
            below = after.value if isinstance(after, ast.Expr) else None
            says = " ".join(str(below.value).split()) if isinstance(below, ast.Constant) else ""
            yield target.id, getattr(module, target.id), says


def price_text(value: object) -> str:
    """A price as text: '0.35', 'beginner 1.5, advanced 0.9', '1.7, 1.2'; empty for anything that is no price."""
    if isinstance(value, Mapping):
        prices = [(getattr(key, "value", key), price_text(price)) for key, price in value.items()]
        return ", ".join(f"{key} {price}" for key, price in prices) if all(price for _, price in prices) else ""
    if isinstance(value, tuple):
        parts = [price_text(item) for item in value]
        return ", ".join(parts) if all(parts) else ""
    return f"{value:g}" if isinstance(value, float) else ""


def picture() -> str:
    """The opening of the newcomer's plan as a picture of a terminal that asks no other host for anything."""
    made = plan_from_text((ROOT / PICTURED).read_text("utf-8"), PICTURED)
    console = _terminal(PICTURE_WIDTH)
    with console.capture() as printed:
        render_program(console, made.view, level=made.athlete.level.value)
    shown = _terminal(PICTURE_WIDTH, record=True)
    shown.print(Text.assemble(("$ ", "dim"), f"dorsi plan {PICTURED}"))
    shown.print(Text.from_ansi("\n".join(_opening(printed.get().splitlines()))))
    svg = shown.export_svg(title="dorsi plan", theme=SVG_EXPORT_THEME, unique_id="dorsi-plan")
    svg = _FONT_FACES.sub("", svg).replace("Fira Code, monospace", "'Fira Code', Menlo, Consolas, monospace")
    svg = _PIECE.sub(_placed, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _placed(piece: re.Match[str]) -> str:
    """A piece of text cut at its gaps, each part at its own place: some viewers drop or narrow blanks."""
    return "".join(
        f'<text class="{piece["style"]}" x="{float(piece["x"]) + part.start() * _CHARACTER_PX:.6g}" {piece["y"]} '
        f'textLength="{len(part[0]) * _CHARACTER_PX:.6g}" {piece["clip"]}>{escape(part[0]).replace(" ", _BLANK)}</text>'
        for part in _WORDS.finditer(unescape(piece["words"]).replace("\xa0", " "))
    )


def _terminal(width: int, *, record: bool = False) -> Console:
    """A console that looks the same whatever terminal and environment the docs are made in."""
    return Console(
        file=StringIO(),
        record=record,
        width=width,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )


def _opening(lines: list[str]) -> list[str]:
    """The lines up to the second heading of weeks, an ellipsis where the plan goes on."""
    headings = [number for number, line in enumerate(lines) if Text.from_ansi(line).plain.startswith("Week")]
    end = min([PICTURE_LINES, *headings[1:2]])
    return [*lines[:end], "..."] if end < len(lines) else lines


def main(check: bool) -> int:
    """Writes or compares all pages; 1 if a comparison fails."""
    stale = []
    wanted = dict(pages(load_atlas()))
    for name, text in wanted.items():
        path = DOCS / name
        if check:
            if not path.exists() or path.read_text("utf-8") != text:
                stale.append(name)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    leftover = {p.relative_to(DOCS).as_posix() for p in (DOCS / "rules").glob("*.md")} - wanted.keys()
    for name in sorted(leftover):
        if check:
            stale.append(name)
        else:
            (DOCS / name).unlink()
    if stale:
        print("Generated docs are out of date (run 'make docs'): " + ", ".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
