"""What stands behind a statement: its grade in words, the works it rests on and the guides' claims about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dorsi.atlas.citing import short_cite
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Claim, Fact, Grade, Reference
from dorsi.languages import said
from dorsi.web.pages.atlas_words import GRADES, VERDICT_TONES, VERDICTS

_BARS = {Grade.STRONG: 4, Grade.MODERATE: 3, Grade.LIMITED: 2, Grade.HEURISTIC: 1}
_DOI = "https://doi.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """How sure something is: the grade's word, what it means, and how many of four bars are filled."""

    grade: str
    word: str
    says: str
    bars: int

    @classmethod
    def from_grade(cls, grade: Grade) -> Sure:
        """A grade of the atlas or of a rule."""
        return cls(grade=grade.value, word=str(GRADES[grade]), says=said(grade.says), bars=_BARS[grade])


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A published work: in short, in full, what it found, how closely it was read, where it is."""

    key: str
    short: str
    cite: str
    finding: str
    read: str
    address: str

    @classmethod
    def from_reference(cls, reference: Reference) -> Work:
        """A work of the atlas."""
        read = {
            "abstract": _("read as an abstract"),
            "secondary": _("read through another work"),
            "background": _("background knowledge"),
            "computed": _("computed from data"),
        }.get(reference.read, reference.read)
        return cls(
            key=reference.key,
            short=short_cite(reference),
            cite=reference.cite,
            finding=said(reference.finding),
            read=read,
            address=f"{_DOI}{reference.doi}" if reference.doi else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A guide's claim in a list: what it says and what became of it."""

    id: str
    guide: str
    statement: str
    verdict: str
    tone: str
    sure: Sure

    @classmethod
    def from_claim(cls, claim: Claim) -> ClaimLine:
        """A claim of the atlas."""
        return cls(
            id=claim.id,
            guide=claim.guide,
            statement=said(claim.statement),
            verdict=str(VERDICTS[claim.verdict]),
            tone=VERDICT_TONES[claim.verdict],
            sure=Sure.from_grade(claim.grade),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """A graded statement with the works behind it."""

    text: str
    sure: Sure
    works: tuple[Work, ...]

    @classmethod
    def from_fact(cls, fact: Fact, atlas: Atlas) -> FactLine:
        """A fact of an exercise."""
        return cls(text=said(fact.fact), sure=Sure.from_grade(fact.grade), works=works_of(fact.references, atlas))


def works_of(keys: Iterable[str], atlas: Atlas) -> tuple[Work, ...]:
    """The works of those keys."""
    return tuple(Work.from_reference(atlas.references[key]) for key in keys if key in atlas.references)


def claims_of(ids: Iterable[str], atlas: Atlas) -> tuple[ClaimLine, ...]:
    """The claims of those ids."""
    return tuple(ClaimLine.from_claim(atlas.claims[each]) for each in ids if each in atlas.claims)
