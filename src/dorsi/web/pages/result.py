"""A plan as it is handed over: the weeks, the sessions, the work for each muscle, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.athlete.model import Athlete
from dorsi.atlas.load import Atlas, load_atlas
from dorsi.atlas.model import Laterality, Level
from dorsi.languages import all_said, known, said
from dorsi.planner.reasons import of_entry, standing_rules
from dorsi.program.evaluate import Entry, ProgramView, SessionView, WeekView
from dorsi.program.model import Load, LoadKind, Role, SetTarget
from dorsi.program.notation import amount_text
from dorsi.rules.bounds import WEEKLY
from dorsi.rules.finding import Severity
from dorsi.services.questioning import Proposal
from dorsi.units import MassUnit, from_kg
from dorsi.web.forms.start import StartForm, first_day
from dorsi.web.pages.question_parts import SLUGS, STEP_NAMES
from dorsi.web.pages.reasons import Reason
from dorsi.web.templatetags.dorsi_tags import localised, reps, rest

_WORK = (Role.WORK, Role.TEST)
_LEVELS: Mapping[Level, Callable[[], str]] = {
    Level.BEGINNER: lambda: _("Your plan, as a beginner"),
    Level.INTERMEDIATE: lambda: _("Your plan, as an intermediate lifter"),
    Level.ADVANCED: lambda: _("Your plan, as an advanced lifter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise: what is asked, the load large beside it, and why."""

    name: str
    asked: str
    load: str
    rest: str
    sentences: tuple[str, ...]
    rules: tuple[Reason, ...]

    @property
    def load_in_words(self) -> bool:
        """True for a load without a number, which stands back."""
        return not any(character.isdecimal() for character in self.load)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """One session of the first training week."""

    day: str
    name: str
    minutes: int
    exercises: tuple[Exercise, ...]
    warm_up: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Weekly sets of a muscle against its band, with percentages of a bar."""

    label: str
    value: str
    band: str
    state: str
    at: float
    low: float
    span: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMark:
    """One week of the plan."""

    number: int
    is_deload: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """The plan, ready to begin. `level` and `facts` say for whom and how it is laid out."""

    name: str
    level: str
    facts: tuple[str, ...]
    first_day: date
    form: StartForm
    replaces: bool
    weeks: tuple[WeekMark, ...]
    sessions: tuple[SessionCard, ...]
    reasons: tuple[str, ...]
    volumes: tuple[Volume, ...]
    warnings: tuple[Reason, ...]
    steps: tuple[tuple[str, str], ...]

    @classmethod
    def from_proposal(cls, proposal: Proposal, form: StartForm, *, replaces: bool) -> ResultPage:
        """The page for a plan that was just made."""
        checked = proposal.checked
        assert checked.athlete is not None, "a plan carries the answers it was made from"
        program, view, athlete, atlas = checked.program, checked.view, checked.athlete, load_atlas()
        week = view.by_week[next(n for n in range(1, program.weeks + 1) if n not in program.deload_weeks)]
        return cls(
            name=athlete.name,
            level=_LEVELS[athlete.level](),
            facts=tuple(_facts(view, week)),
            first_day=first_day(_today(form), program),
            form=form,
            replaces=replaces,
            weeks=tuple(
                WeekMark(number=number, is_deload=number in program.deload_weeks)
                for number in range(1, program.weeks + 1)
            ),
            sessions=tuple(_session(each, view, athlete, atlas) for each in week.sessions),
            reasons=all_said(filter(None, (program.note, *program.reasons))),
            volumes=tuple(_volumes(week, athlete.level)),
            warnings=tuple(
                Reason.of_rule(f.code, atlas, says=said(f.message))
                for f in checked.findings
                if f.severity is Severity.WARNING
            ),
            steps=tuple((slug, str(STEP_NAMES[step])) for step, slug in SLUGS.items()),
        )


def _today(form: StartForm) -> date:
    return date.fromisoformat(form.fields["on"].widget.attrs["min"])


def _facts(view: ProgramView, week: WeekView) -> Iterator[str]:
    weeks, sessions = view.program.weeks, len(week.sessions)
    yield ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}
    yield ngettext("%(count)d session a week", "%(count)d sessions a week", sessions) % {"count": sessions}
    longest = max(round(each.minutes) for each in week.sessions)
    yield _("up to %(count)d min") % {"count": longest}


def _session(each: SessionView, view: ProgramView, athlete: Athlete, atlas: Atlas) -> SessionCard:
    session = each.session
    work = [entry for entry in each.entries if entry.role in _WORK]
    return SessionCard(
        day=said(session.day.label) if session.day else "",
        name=known(session.title.partition(", block")[0]),
        minutes=round(each.minutes),
        exercises=tuple(_exercise(entry, view, athlete, atlas) for entry in work),
        warm_up=tuple(
            dict.fromkeys(said(e.exercise.short) for e in each.entries if e.role in (Role.CARDIO, Role.WARMUP))
        ),
    )


def _exercise(entry: Entry, view: ProgramView, athlete: Athlete, atlas: Atlas) -> Exercise:
    asked = ", ".join(_sets_words(target) for target in entry.targets)
    if entry.exercise.laterality is not Laterality.BILATERAL:
        asked = _("%(sets)s each side") % {"sets": asked}
    return Exercise(
        name=said(entry.exercise.name),
        asked=asked,
        load=_load_words(entry.targets, entry, athlete.units),
        rest=rest(entry.rest_s) if entry.rest_s else "",
        sentences=all_said(of_entry(entry, view, athlete)),
        rules=tuple(
            Reason.of_rule(code, atlas, says=said(sentence)) for code, sentence in standing_rules(entry, athlete)
        ),
    )


def _sets_words(target: SetTarget) -> str:
    """'4 × 6–12', 'as many as you can'."""
    if target.to_max and target.sets == (1, 1) and target.reps is None:
        return _("as many as you can")
    return f"{reps(target.sets)} × {amount_text(target).replace('-', '–')}"


def _load_words(targets: Sequence[SetTarget], entry: Entry, units: MassUnit) -> str:
    load: Load | None = next((target.load for target in targets if target.load is not None), None)
    if load is None:
        found = entry.prescription.note.startswith(("Find the ", "Set the "))
        return _("find it") if found else ""
    if load.kind is LoadKind.LIGHT:
        return _("light")
    if load.kind is LoadKind.PERCENT:
        return f"{reps(load.percent)} %" if load.percent else ""
    value = load.typed if load.typed is not None else from_kg(load.kg, units)
    sign = "+" if load.kind is LoadKind.BODYWEIGHT and value > 0 else ""
    if load.kind is LoadKind.BODYWEIGHT and not value:
        return _("body weight")
    return f"{sign}{localised(value)} {load.unit.value}"


def _volumes(week: WeekView, level: Level) -> Iterator[Volume]:
    most = max(bands[level].cap for bands in WEEKLY.values())
    for group, bands in WEEKLY.items():
        band, amount = bands[level], week.volume.get(group, 0.0)
        yield Volume(
            label=said(group.label),
            value=localised(amount),
            band=reps((band.low, band.high)),
            state="below" if amount < band.low else "above" if amount > band.cap else "within",
            at=round(100 * min(amount, most) / most, 1),
            low=round(100 * band.low / most, 1),
            span=round(100 * (band.high - band.low) / most, 1),
        )
