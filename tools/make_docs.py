"""Writes the pages of docs/ that come from the code and data; `--check` only tells whether they are up to date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Claim, Exercise, Pattern
from dorsi.program.schema import program_schema
from dorsi.rules.base import Rule
from dorsi.rules.registry import FAMILIES, all_rules

DOCS = Path(__file__).resolve().parent.parent / "docs"
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
    yield "exercises.md", NOTICE + "".join(exercise_index(atlas))
    yield "claims.md", NOTICE + "".join(claim_pages(atlas))
    yield "references.md", NOTICE + "".join(reference_list(atlas))
    yield "program.schema.json", json.dumps(program_schema(atlas), indent=2, ensure_ascii=False) + "\n"


def rule_index() -> Iterator[str]:
    """The list of all rules by family."""
    rules = all_rules()
    yield f"# The {len(rules)} rules\n\n"
    yield "The planner is bound by them and `dorsi check` judges any programme by them. "
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
