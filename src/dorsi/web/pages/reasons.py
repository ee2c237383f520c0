"""Why something is so, ready to open under it: the sentence, the rule, its source, its grade and the athlete's own
sets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from dorsi.atlas.citing import short_cite
from dorsi.atlas.load import Atlas
from dorsi.atlas.model import Grade
from dorsi.coach.coaching_rules import RULES, coaching_rule
from dorsi.coach.model import Decision, Evidence
from dorsi.languages import said
from dorsi.planner.why import RuleNote
from dorsi.rules.registry import rule_by_code
from dorsi.web.templatetags.dorsi_tags import day

_COACHING = frozenset(rule.code for rule in RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """`says` is the sentence shown at once; the rest opens under it. `own` are the athlete's sets, `source` the works
    and guide claims behind the rule."""

    says: str
    code: str
    name: str
    why: str
    grade: Grade
    source: str
    own: tuple[str, ...] = ()

    @classmethod
    def from_decision(cls, decision: Decision, atlas: Atlas) -> Reason:
        """A decision of the coach with the rule it follows."""
        own = tuple(_own_set(each) for each in decision.evidence)
        return cls.of_rule(decision.rule, atlas, says=said(decision.says), own=own)

    @classmethod
    def of_rule(cls, code: str, atlas: Atlas, *, says: str = "", own: tuple[str, ...] = ()) -> Reason:
        """A rule, of the coach or of the planner, that stands behind something."""
        if code in _COACHING:
            coach = coaching_rule(code)
            name, why, grade, claims, keys = coach.name, coach.why, coach.grade, coach.claims, coach.references
        else:
            rule = rule_by_code(code)
            name, why, grade, claims, keys = rule.name, rule.why, rule.confidence, rule.claims, rule.references
        return cls(
            says=says or said(why), code=code, name=said(name), why=said(why), grade=grade,
            source=_source(claims, keys, atlas), own=own,
        )  # fmt: skip

    @classmethod
    def from_note(cls, note: RuleNote, atlas: Atlas) -> Reason:
        """A rule that shaped a prescription of a programme."""
        return cls(
            says=said(note.sentence), code=note.code, name=said(note.name), why=said(rule_by_code(note.code).why),
            grade=note.grade, source=_source(note.claims, note.references, atlas),
        )  # fmt: skip


def reasons_of(decisions: Iterable[Decision], atlas: Atlas) -> tuple[Reason, ...]:
    """Decisions with their rules."""
    return tuple(Reason.from_decision(decision, atlas) for decision in decisions)


def _own_set(each: Evidence) -> str:
    return f"{day(each.on)}: {said(each.says)}"


def _source(claims: Sequence[str], keys: Sequence[str], atlas: Atlas) -> str:
    """'Guide claims A05 and C35; ACSM 2009': where a rule comes from, in short."""
    works = [short_cite(atlas.references[key]) for key in keys if key in atlas.references]
    guides = [_("guide claim %(id)s") % {"id": claim} for claim in claims]
    text = "; ".join((*guides, *works))
    return text[:1].upper() + text[1:]
