"""What the rules say of a programme, as pages show it: by severity and rule, each finding at its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from dorsi.atlas.load import load_atlas
from dorsi.languages import known, said
from dorsi.program.evaluate import Place, week_spans
from dorsi.program.model import Program
from dorsi.rules.finding import Finding, Severity
from dorsi.web.pages.reasons import Reason

ROWS_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One thing that a rule has to say: where, what and what to do."""

    text: str
    remedy: str
    place: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFindings:
    """All that one rule has to say of a programme, with its reason; `more` are those beyond the first few."""

    severity: str
    severity_words: str
    rows: tuple[FindingRow, ...]
    more: tuple[FindingRow, ...]
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the rules say of a programme, by severity; the counts are of single findings."""

    errors: tuple[RuleFindings, ...]
    warnings: tuple[RuleFindings, ...]
    advice: tuple[RuleFindings, ...]
    counts: tuple[int, int, int]

    @property
    def all(self) -> tuple[RuleFindings, ...]:
        """Everything, errors first."""
        return (*self.errors, *self.warnings, *self.advice)

    @classmethod
    def of(cls, findings: Iterable[Finding], program: Program, *, linked: bool = False) -> Findings:
        """Findings in the order people read them in; `linked` ones lead to the session."""
        grouped: dict[Severity, dict[str, list[Finding]]] = {severity: {} for severity in Severity}
        for finding in sorted(findings, key=lambda each: each.sort_key):
            grouped[finding.severity].setdefault(finding.code, []).append(finding)
        errors, warnings, advice = (
            tuple(_rule_findings(severity, same, program, linked=linked) for same in grouped[severity].values())
            for severity in (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
        )
        counts = tuple(sum(map(len, grouped[severity].values())) for severity in Severity)
        return cls(errors=errors, warnings=warnings, advice=advice, counts=(counts[0], counts[1], counts[2]))


def _rule_findings(severity: Severity, findings: Sequence[Finding], program: Program, *, linked: bool) -> RuleFindings:
    words = {Severity.ERROR: _("Error"), Severity.WARNING: _("Look at this"), Severity.ADVICE: _("Advice")}
    rows = tuple(
        FindingRow(
            text=said(finding.message),
            remedy=said(finding.remedy),
            place=place_words(finding.place, program),
            address=_place_address(finding.place, program) if linked else "",
        )
        for finding in findings
    )
    return RuleFindings(
        severity=severity.value,
        severity_words=words[severity],
        rows=rows[:ROWS_SHOWN],
        more=rows[ROWS_SHOWN:],
        reason=Reason.of_rule(findings[0].code, load_atlas(), says=_("Why")),
    )


def place_words(place: Place, program: Program) -> str:
    """'Upper back, barbell row (weeks 1–4)': by name, since pages number exercises otherwise than the file does."""
    session = program.session(place.session) if place.session else None
    parts = [known(session.title)] if session is not None else []
    exercise = load_atlas().exercises.get(place.exercise)
    if exercise is not None:
        parts.append(said(exercise.short))
    text = ", ".join(parts)
    if place.weeks and len(place.weeks) < program.weeks:
        spans = week_spans(place.weeks).replace("-", "–")
        weeks = _("week %(weeks)s") if len(place.weeks) == 1 else _("weeks %(weeks)s")
        text = f"{text} ({weeks % {'weeks': spans}})" if text else weeks % {"weeks": spans}
    return (text or _("The whole programme"))[:1].upper() + (text or _("The whole programme"))[1:]


def _place_address(place: Place, program: Program) -> str:
    session = program.session(place.session) if place.session else None
    if session is None:
        return ""
    week = next((n for n in place.weeks or range(1, program.weeks + 1) if session.takes_place(n)), None)
    return reverse("web:plan-session", args=[week, session.id]) if week is not None else ""
