"""The rules to look through: those that programmes are checked against, and those that the coach follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dorsi.atlas.load import Atlas
from dorsi.coach.coaching_rules import FAMILIES as COACHING_FAMILIES
from dorsi.coach.coaching_rules import RULES as COACHING_RULES
from dorsi.coach.coaching_rules import CoachingRule, coaching_rule
from dorsi.coach.model import Decision, NextSession
from dorsi.coach.session import next_session
from dorsi.errors import TrainingRefused, UnknownName, nearest
from dorsi.languages import known, said
from dorsi.program.evaluate import Place
from dorsi.program.model import Program
from dorsi.rules.base import Rule
from dorsi.rules.finding import Finding, Severity
from dorsi.rules.registry import FAMILIES, all_rules, rule_by_code
from dorsi.rules.scopes import EntryRule
from dorsi.services.plan_calendar import PlanCalendar
from dorsi.web.pages.evidence import ClaimLine, Sure, Work, claims_of, works_of
from dorsi.web.pages.findings import place_words
from dorsi.web.pages.yaml_marks import Piece, yaml_lines
from dorsi.web.templatetags.dorsi_tags import day

COACH = "coach"
_NAMED = 3
SEVERITIES: Mapping[Severity, tuple[Promise, Promise]] = {
    Severity.ERROR: (
        gettext_lazy("Error"), gettext_lazy("A session that breaks it should not be trained as it is."),
    ),
    Severity.WARNING: (gettext_lazy("Warning"), gettext_lazy("Worth a second look before you train.")),
    Severity.ADVICE: (gettext_lazy("Advice"), gettext_lazy("Fine to train, could be better.")),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule in the list. `severity` is empty for the coach's rules, `fires` counts where it speaks up in your plan."""

    code: str
    name: str
    gist: str
    severity: str
    severity_words: str
    health: bool
    fires: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFamily:
    """Rules of one family."""

    code: str
    name: str
    lines: tuple[RuleLine, ...]

    @property
    def gist(self) -> str:
        """What it is about, by the names of its first rules."""
        named = ", ".join(line.name for line in self.lines[:_NAMED])
        return f"{named} …" if len(self.lines) > _NAMED else named


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """The rules that fit a choice: those of programmes first, then the coach's."""

    programs: tuple[RuleFamily, ...]
    coaching: tuple[RuleFamily, ...]
    count: int
    of: int
    health: int
    firing: tuple[RuleLine, ...]

    @property
    def is_narrowed(self) -> bool:
        """True if some rules are left out."""
        return self.count < self.of

    @classmethod
    def from_choice(cls, chosen: Mapping[str, str], calendar: PlanCalendar | None) -> RulesPage:
        """The rules of a family, of a severity, or with words in them."""
        fires = _fires(calendar)
        programs = _families(FAMILIES, [_rule_line(r, fires) for r in all_rules() if _fits_rule(r, chosen)])
        coaching = _families(
            COACHING_FAMILIES, [_coach_line(r, fires) for r in COACHING_RULES if _fits_coach(r, chosen)]
        )
        lines = [line for family in (*programs, *coaching) for line in family.lines]
        return cls(
            programs=programs,
            coaching=coaching,
            count=len(lines),
            of=len(all_rules()) + len(COACHING_RULES),
            health=sum(rule.health for rule in all_rules()),
            firing=tuple(line for line in lines if line.fires),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """Where a rule speaks up: the place, what it says, what would mend it."""

    place: str
    address: str
    says: str
    remedy: str
    severity: str
    severity_words: str
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """One rule in full. `checks` is what a rule of programmes looks at or what the coach does."""

    code: str
    slug: str
    name: str
    family: tuple[str, str]
    is_coaching: bool
    severity: str
    severity_words: str
    severity_means: str
    health: bool
    binds: bool
    checks: str
    why: str
    limits: str
    bad: tuple[tuple[Piece, ...], ...]
    good: tuple[tuple[Piece, ...], ...]
    sure: Sure
    claims: tuple[ClaimLine, ...]
    works: tuple[Work, ...]
    has_plan: bool
    fires: tuple[Firing, ...]

    @classmethod
    def from_code(cls, code: str, calendar: PlanCalendar | None, atlas: Atlas) -> RulePage:
        """The page of the rule of that code or name; raises UnknownName with the nearest codes."""
        if code.strip().upper() in {rule.code for rule in COACHING_RULES}:
            return cls._of_coach(coaching_rule(code), calendar, atlas)
        try:
            return cls._of_rule(rule_by_code(code), calendar, atlas)
        except UnknownName as error:
            close = error.suggestions or nearest(code, [rule.code for rule in COACHING_RULES])
            raise UnknownName("rule", code, close) from None

    @classmethod
    def _of_rule(cls, rule: Rule, calendar: PlanCalendar | None, atlas: Atlas) -> RulePage:
        words, means = SEVERITIES[rule.severity]
        findings = calendar.findings() if calendar is not None else ()
        return cls(
            code=rule.code,
            slug=rule.slug,
            name=said(rule.name),
            family=(rule.code[:3], said(FAMILIES[rule.code[:3]])),
            is_coaching=False,
            severity=rule.severity.value,
            severity_words=str(words),
            severity_means=str(means),
            health=rule.health,
            binds=type(rule).constrain not in (Rule.constrain, EntryRule.constrain),
            checks=said(rule.checks),
            why=said(rule.why),
            limits=said(rule.limits),
            bad=yaml_lines(rule.bad),
            good=yaml_lines(rule.good),
            sure=Sure.from_grade(rule.confidence),
            claims=claims_of(rule.claims, atlas),
            works=works_of(rule.references, atlas),
            has_plan=calendar is not None,
            fires=tuple(
                _finding(each, calendar.plan.program) for each in findings if calendar and each.code == rule.code
            ),
        )

    @classmethod
    def _of_coach(cls, rule: CoachingRule, calendar: PlanCalendar | None, atlas: Atlas) -> RulePage:
        session = _next(calendar)
        return cls(
            code=rule.code,
            slug="",
            name=said(rule.name),
            family=(rule.code[:3], said(COACHING_FAMILIES[rule.code[:3]])),
            is_coaching=True,
            severity="",
            severity_words="",
            severity_means="",
            health=False,
            binds=False,
            checks=said(rule.does),
            why=said(rule.why),
            limits="",
            bad=(),
            good=(),
            sure=Sure.from_grade(rule.grade),
            claims=claims_of(rule.claims, atlas),
            works=works_of(rule.references, atlas),
            has_plan=calendar is not None,
            fires=tuple(
                _decision(place, each, session) for place, each in _decisions(session) if each.rule == rule.code
            ) if session is not None else (),
        )  # fmt: skip


def _fits_rule(rule: Rule, chosen: Mapping[str, str]) -> bool:
    severity, words = chosen.get("severity", ""), chosen.get("q", "")
    return (
        chosen.get("family", "") in ("", rule.code[:3])
        and severity in ("", rule.severity.value, "health" if rule.health else "")
        and (not words or _mentions((rule.code, rule.slug, said(rule.name), said(rule.checks), said(rule.why)), words))
    )


def _fits_coach(rule: CoachingRule, chosen: Mapping[str, str]) -> bool:
    words = chosen.get("q", "")
    return (
        chosen.get("family", "") in ("", rule.code[:3])
        and chosen.get("severity", "") in ("", COACH)
        and (not words or _mentions((rule.code, said(rule.name), said(rule.does), said(rule.why)), words))
    )


def _mentions(texts: Iterable[str], words: str) -> bool:
    whole = " ".join(texts).lower()
    return all(word in whole for word in words.lower().split())


def _rule_line(rule: Rule, fires: Mapping[str, int]) -> RuleLine:
    return RuleLine(
        code=rule.code, name=said(rule.name), gist=_first_sentence(said(rule.checks)), severity=rule.severity.value,
        severity_words=str(SEVERITIES[rule.severity][0]), health=rule.health, fires=fires.get(rule.code, 0),
    )  # fmt: skip


def _coach_line(rule: CoachingRule, fires: Mapping[str, int]) -> RuleLine:
    return RuleLine(
        code=rule.code, name=said(rule.name), gist=_first_sentence(said(rule.does)), severity="", severity_words="",
        health=False, fires=fires.get(rule.code, 0),
    )  # fmt: skip


def _families(names: Mapping[str, str], lines: Iterable[RuleLine]) -> tuple[RuleFamily, ...]:
    by_code: dict[str, list[RuleLine]] = {}
    for line in lines:
        by_code.setdefault(line.code[:3], []).append(line)
    return tuple(
        RuleFamily(code=code, name=said(name), lines=tuple(by_code[code]))
        for code, name in names.items()
        if code in by_code
    )


def _first_sentence(text: str) -> str:
    head, dot, _rest = text.partition(". ")
    return f"{head}." if dot else text


def _fires(calendar: PlanCalendar | None) -> Mapping[str, int]:
    """How often each rule speaks up in the programme and in the next session."""
    found: dict[str, int] = {}
    session = _next(calendar)
    codes = [finding.code for finding in calendar.findings()] if calendar is not None else []
    codes += [each.rule for _place, each in _decisions(session)] if session is not None else []
    for code in codes:
        found[code] = found.get(code, 0) + 1
    return found


def _next(calendar: PlanCalendar | None) -> NextSession | None:
    """The session that comes next; None where there is none, or a warning sign stands."""
    if calendar is None or calendar.starts is not None:
        return None
    try:
        return next_session(calendar.state, calendar.today)
    except TrainingRefused:
        return None


def _decisions(session: NextSession) -> tuple[tuple[str, Decision], ...]:
    whole = [("", each) for each in session.decisions]
    single = [(item.exercise.id, each) for item in session.items for each in item.decisions]
    named = {item.exercise.id: said(item.exercise.short) for item in session.items}
    return tuple((named.get(place, ""), each) for place, each in (*whole, *single))


def _decision(place: str, decision: Decision, session: NextSession) -> Firing:
    return Firing(
        place=f"{known(session.title)}, {place}" if place else known(session.title),
        address=reverse("web:plan-session", args=[session.ref.week, session.ref.session]),
        says=said(decision.says),
        remedy="",
        severity=Severity.ADVICE.value,
        severity_words=_("Next session"),
        own=tuple(f"{day(each.on)}: {said(each.says)}" for each in decision.evidence),
    )


def _finding(finding: Finding, program: Program) -> Firing:
    return Firing(
        place=place_words(finding.place, program),
        address=_address(finding.place, program),
        says=said(finding.message),
        remedy=said(finding.remedy),
        severity=finding.severity.value,
        severity_words=str(SEVERITIES[finding.severity][0]),
    )


def _address(place: Place, program: Program) -> str:
    """The session's page in the first week it is meant for; the plan for what is about more than a session."""
    session = program.session(place.session) if place.session else None
    if session is None:
        return reverse("web:plan")
    weeks = place.weeks or range(1, program.weeks + 1)
    week = next((number for number in weeks if session.takes_place(number)), None)
    return reverse("web:plan-session", args=[week, session.id]) if week is not None else reverse("web:plan")
