"""Where a statement comes from: grades in words, works in short and in full, claims with what they say."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dorsi.atlas.citing import short_cite
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Grade, Reference
from dorsi.cli.console import ACCENT, QUIET, say

_READ_WORDS = {
    "abstract": "read as abstract",
    "secondary": "read through another work",
    "background": "background knowledge",
    "computed": "computed",
}


def grade_text(grade: Grade) -> str:
    """'limited (small or indirect studies, muscle activity or anatomy)'."""
    return f"{grade.value} ({grade.says})"


def short_cites(keys: Sequence[str], atlas: Atlas) -> list[str]:
    """The works of those keys in short; a key without an entry stands for itself."""
    return [short_cite(atlas.references[key]) if key in atlas.references else key for key in keys]


def render_claims(console: Console, ids: Sequence[str], atlas: Atlas, *, indent: int = 2) -> None:
    """Each claim with the guide it is from and what it says."""
    for claim_id in ids:
        claim = atlas.claims.get(claim_id)
        if claim is None:
            continue
        say(
            console,
            Text.assemble(claim.statement, (f"  (guide {claim.guide}; {claim.verdict.value})", QUIET)),
            indent=indent,
            label=Text(f"{claim_id}  ", ACCENT),
        )


def render_references(console: Console, keys: Sequence[str], atlas: Atlas, *, indent: int = 2) -> None:
    """Each work in full."""
    for key in keys:
        reference = atlas.references.get(key)
        if reference is not None:
            say(console, full_cite(reference), indent=indent, label=Text("- ", QUIET))


def full_cite(reference: Reference) -> Text:
    """The work as printed in a list of sources, with how closely it was read."""
    doi = f" doi:{reference.doi}" if reference.doi else ""
    return Text.assemble(reference.cite, doi, (f"  [{reference.key}; {read_text(reference)}]", QUIET))


def read_text(reference: Reference) -> str:
    """How closely the work was read."""
    return _READ_WORDS.get(reference.read, reference.read)
