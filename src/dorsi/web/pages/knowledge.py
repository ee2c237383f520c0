"""Methods, and what the guides claim: each with its evidence and what Dorsi does about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Claim, Method, Verdict
from dorsi.coach.coaching_rules import RULES as COACHING_RULES
from dorsi.languages import all_said, said
from dorsi.rules.registry import all_rules
from dorsi.web.pages.atlas_words import LEVELS, PATTERNS, STANCES, VERDICT_TONES, VERDICTS
from dorsi.web.pages.evidence import ClaimLine, Sure, Work, claims_of, works_of

GUIDES: Mapping[str, Promise] = {
    "A": gettext_lazy("A two-session split, grip widths and how to combine exercises"),
    "B": gettext_lazy("Anatomy, functions and a formula for choosing exercises"),
    "C": gettext_lazy("Tips for a powerful back"),
    "D": gettext_lazy("Exercises and an eight-week programme"),
    "E": gettext_lazy("Technique, exercise by exercise"),
}
"""What each guide is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodCard:
    """A way to make or arrange sets."""

    id: str
    name: str
    summary: str
    how: tuple[str, ...]
    dose: str
    why: str
    level: str
    off_by_default: bool
    only: tuple[str, ...]
    never: tuple[str, ...]
    sure: Sure
    works: tuple[Work, ...]
    claims: tuple[str, ...]

    @classmethod
    def from_method(cls, method: Method, atlas: Atlas) -> MethodCard:
        """A method of the atlas."""
        return cls(
            id=method.id,
            name=said(method.name),
            summary=said(method.summary),
            how=all_said(method.how),
            dose=said(method.dose),
            why=said(method.why),
            level=str(LEVELS[method.min_level]),
            off_by_default=method.off_by_default,
            only=tuple(str(PATTERNS[pattern]) for pattern in method.only_patterns),
            never=tuple(str(PATTERNS[pattern]) for pattern in method.never_with),
            sure=Sure.from_grade(method.grade),
            works=works_of(method.references, atlas),
            claims=method.claims,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodsPage:
    """The methods that Dorsi uses, and those that it offers only to who asks."""

    usual: tuple[MethodCard, ...]
    asked_for: tuple[MethodCard, ...]

    @classmethod
    def from_atlas(cls, atlas: Atlas) -> MethodsPage:
        """All methods."""
        cards = [MethodCard.from_method(method, atlas) for method in atlas.methods.values()]
        return cls(
            usual=tuple(card for card in cards if not card.off_by_default),
            asked_for=tuple(card for card in cards if card.off_by_default),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many claims fared alike: a part of the bar, in percent from `start`."""

    verdict: str
    name: str
    tone: str
    count: int
    percent: float
    start: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsPage:
    """Claims by guide, and how all of them fared."""

    groups: tuple[tuple[str, str, tuple[ClaimLine, ...]], ...]
    count: int
    of: int
    tallies: tuple[Tally, ...]

    @classmethod
    def from_choice(cls, chosen: Mapping[str, str], atlas: Atlas) -> ClaimsPage:
        """The claims of a guide, with a verdict, or with a word in them."""
        groups: dict[str, list[ClaimLine]] = {}
        for claim in atlas.claims.values():
            if _fits(claim, chosen):
                groups.setdefault(claim.guide, []).append(ClaimLine.from_claim(claim))
        return cls(
            groups=tuple((guide, str(GUIDES.get(guide, "")), tuple(lines)) for guide, lines in groups.items()),
            count=sum(map(len, groups.values())),
            of=len(atlas.claims),
            tallies=_tallies(atlas),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Where a claim is put to work: a kind of page, its name and what it is called there."""

    kind: str
    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """One claim: what the guide says, what the evidence says, what Dorsi does about it, and where."""

    line: ClaimLine
    verdict: str
    stance: str
    position: str
    noted: str
    against: ClaimLine | None
    works: tuple[Work, ...]
    carriers: tuple[Carrier, ...]
    before: str
    after: str

    @classmethod
    def from_claim(cls, claim: Claim, atlas: Atlas) -> ClaimPage:
        """The page of a claim."""
        ids = list(atlas.claims)
        at = ids.index(claim.id)
        against = claims_of((claim.conflicts_with,), atlas) if claim.conflicts_with else ()
        return cls(
            line=ClaimLine.from_claim(claim),
            verdict=claim.verdict.value,
            stance=str(STANCES[claim.stance]),
            position=said(claim.position),
            noted=said(claim.noted or ""),
            against=against[0] if against else None,
            works=works_of(claim.references, atlas),
            carriers=_carriers(claim.id, atlas),
            before=ids[at - 1] if at else "",
            after=ids[at + 1] if at + 1 < len(ids) else "",
        )


def _fits(claim: Claim, chosen: Mapping[str, str]) -> bool:
    words = chosen.get("q", "").lower()
    text = f"{claim.id} {said(claim.statement)} {said(claim.position)}".lower()
    return (
        chosen.get("guide", "") in ("", claim.guide)
        and chosen.get("verdict", "") in ("", claim.verdict.value)
        and all(word in text for word in words.split())
    )


def _tallies(atlas: Atlas) -> tuple[Tally, ...]:
    found, start = [], 0.0
    for verdict in Verdict:
        count = sum(claim.verdict is verdict for claim in atlas.claims.values())
        percent = count / len(atlas.claims) * 100
        found.append(
            Tally(
                verdict=verdict.value, name=str(VERDICTS[verdict]), tone=VERDICT_TONES[verdict], count=count,
                percent=round(percent, 2), start=round(start, 2),
            )
        )  # fmt: skip
        start += percent
    return tuple(found)


def _carriers(claim: str, atlas: Atlas) -> tuple[Carrier, ...]:
    rules = [Carrier(kind="rule", id=r.code, name=said(r.name)) for r in all_rules() if claim in r.claims]
    coach = [Carrier(kind="rule", id=r.code, name=said(r.name)) for r in COACHING_RULES if claim in r.claims]
    muscles = [Carrier(kind="muscle", id=m.id, name=said(m.name)) for m in atlas.muscles.values() if claim in m.claims]
    methods = [Carrier(kind="method", id=m.id, name=said(m.name)) for m in atlas.methods.values() if claim in m.claims]
    exercises = [
        Carrier(kind="exercise", id=e.id, name=said(e.name)) for e in atlas.exercises.values() if claim in e.claims
    ]
    return (*rules, *coach, *exercises, *muscles, *methods)
