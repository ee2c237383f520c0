"""How progress reads: maxima, spans, records, sets, weeks, in the athlete's unit and language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dorsi.atlas.model import Level
from dorsi.journal.model import LoadMode, LoggedLoad, LoggedSet, SetKind, Side
from dorsi.progress.pull_up_ladder import Reached, Rung, Step
from dorsi.progress.records import Record, RecordKind
from dorsi.units import MassUnit, from_kg
from dorsi.web.templatetags.dorsi_tags import localised

MINUS = "−"


def whole(mass_kg: float, units: MassUnit) -> int:
    """The mass in the unit, rounded: no estimate is better than that."""
    return round(from_kg(mass_kg, units))


def max_words(system_kg: float, body_kg: float, units: MassUnit) -> str:
    """'152 kg', '+34 kg', '−10 kg': with a sign where it comes on top of the body."""
    return f"{max_number(system_kg, body_kg, units)} {units.value}"


def max_number(system_kg: float, body_kg: float, units: MassUnit) -> str:
    """As `max_words`, without the unit."""
    value = whole(system_kg - body_kg, units)
    return signed(value) if body_kg else str(value)


def span_words(low_kg: float, high_kg: float, body_kg: float, units: MassUnit) -> str:
    """'147–157 kg', '+28 to +40 kg'."""
    low, high = whole(low_kg - body_kg, units), whole(high_kg - body_kg, units)
    if not body_kg:
        return f"{low}–{high} {units.value}"
    return _("%(low)s to %(high)s") % {"low": signed(low), "high": f"{signed(high)} {units.value}"}


def signed(value: float) -> str:
    """A number with its sign: '+5', '−3', '0'."""
    text = localised(abs(value))
    return f"+{text}" if value > 0 else f"{MINUS}{text}" if value < 0 else text


def load_words(load: LoggedLoad | None) -> str:
    """A load as it was typed: '62.5 kg', '+10 kg', '20 kg of help', 'body weight', '' where there is none."""
    if load is None:
        return ""
    text = f"{localised(load.value)} {load.unit.value}"
    if load.mode is LoadMode.ASSISTED:
        return _("%(load)s of help") % {"load": text}
    if load.mode is LoadMode.ADDED:
        return f"+{text}" if load.value else _("body weight")
    return text if load.value else ""


def kilograms_words(load_kg: float | None, lifts_body: bool, units: MassUnit) -> str:
    """A load in kilograms, help negative, in the athlete's unit: '62.5 kg', '+10 kg', 'body weight'."""
    value = round(from_kg(abs(load_kg or 0.0), units), 1)
    text = f"{localised(value)} {units.value}"
    if not lifts_body:
        return text if load_kg else ""
    if not load_kg:
        return _("body weight")
    return f"+{text}" if load_kg > 0 else _("%(load)s of help") % {"load": text}


def amount_words(entry: LoggedSet) -> str:
    """'8', '45 s', '40 m'."""
    if entry.reps is not None:
        return str(entry.reps)
    if entry.seconds is not None:
        return seconds_words(entry.seconds)
    return f"{localised(entry.metres)} m" if entry.metres is not None else "?"


def seconds_words(seconds: float) -> str:
    """'45 s', '2 min', '1:30 min'."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes}:{rest:02} min" if rest else f"{minutes} min"


def sets_words(sets: Sequence[LoggedSet]) -> str:
    """'140 kg × 5, 5, 4; 120 kg × 8': sets of one exercise, warm-ups left out where others are there."""
    worked = [entry for entry in sets if entry.kind is not SetKind.WARM_UP] or list(sets)
    parts = []
    for load, alike in groupby(worked, key=lambda entry: load_words(entry.load)):
        amounts = ", ".join(amount_words(entry) for entry in alike)
        parts.append(f"{load} × {amounts}" if load else amounts)
    return "; ".join(parts)


def reserve_words(sets: Sequence[LoggedSet]) -> str:
    """'1 in reserve': the least of the sets; '' where nothing was said."""
    told = [reserve for entry in sets if (reserve := entry.reserve) is not None]
    return _("%(reps)s in reserve") % {"reps": localised(min(told))} if told else ""


def set_facts(entry: LoggedSet) -> tuple[str, ...]:
    """What else a set says: its kind, effort, side, straps, discomfort."""
    kinds = {
        SetKind.WARM_UP: _("warm-up"), SetKind.TEST: _("test"), SetKind.DROP: _("drop set"),
        SetKind.FAILURE: _("to failure"),
    }  # fmt: skip
    facts = [kinds[entry.kind]] if entry.kind in kinds else []
    facts += [reserve_words([entry])] if entry.reserve is not None else []
    facts += [{Side.LEFT: _("left"), Side.RIGHT: _("right")}[entry.side]] if entry.side is not None else []
    facts += [_("straps")] if entry.straps else []
    if entry.discomfort is not None:
        facts.append(_("discomfort %(score)d") % {"score": entry.discomfort.score})
    return tuple(facts)


def record_value(record: Record, entry: LoggedSet | None, body_kg: float, units: MassUnit) -> str:
    """'125 kg × 5', '152 kg', '3,210 kg', '60 s', '12 × 16 kg'; `entry` is the set behind it."""
    load = load_words(entry.load) if entry is not None else ""
    load = load or (_("body weight") if body_kg else "")
    match record.kind:
        case RecordKind.HEAVIEST:
            return f"{load} × {record.reps}" if record.reps else load
        case RecordKind.ESTIMATED_MAX:
            return max_words(record.value, body_kg, units)
        case RecordKind.SESSION_VOLUME:
            return f"{whole(record.value, units):,} {units.value}".replace(",", "\N{NO-BREAK SPACE}")
        case RecordKind.LONGEST:
            return seconds_words(record.value)
        case RecordKind.FARTHEST:
            return f"{localised(record.value)} m"
        case _:
            return f"{load} × {record.value:.0f}" if load else reps_words(round(record.value))


def record_name(kind: RecordKind) -> str:
    """What a record is about."""
    return {
        RecordKind.HEAVIEST: _("Heaviest set"),
        RecordKind.REPS: _("Most reps at a load"),
        RecordKind.ESTIMATED_MAX: _("Estimated maximum"),
        RecordKind.SESSION_VOLUME: _("Most in a session"),
        RecordKind.FIRST_PULL_UP: _("First pull-up"),
        RecordKind.LONGEST: _("Longest"),
        RecordKind.FARTHEST: _("Farthest"),
    }[kind]


def reps_words(count: int) -> str:
    """'1 rep', '8 reps'."""
    return ngettext("%(count)d rep", "%(count)d reps", count) % {"count": count}


def sessions_words(count: int) -> str:
    """'1 session', '8 sessions'."""
    return ngettext("%(count)d session", "%(count)d sessions", count) % {"count": count}


def weeks_words(count: int) -> str:
    """'1 week', '8 weeks'."""
    return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}


def level_words(level: Level) -> str:
    """'an intermediate lifter'."""
    return {
        Level.BEGINNER: _("a beginner"),
        Level.INTERMEDIATE: _("an intermediate lifter"),
        Level.ADVANCED: _("an advanced lifter"),
    }[level]


def short_day(on: date, today: date) -> str:
    """'23 Nov', with the year where it is another."""
    return date_format(on, "j M") if on.year == today.year else date_format(on, "j M Y")


def rung_name(step: Step) -> str:
    """A step of the pull-up ladder."""
    return {
        Step.HANG: _("Dead hang"),
        Step.LOWERING: _("Slow lowering"),
        Step.HELPED: _("Pull-ups with help"),
        Step.FIRST: _("First pull-up"),
        Step.WORK_SETS: _("Eight in a row"),
        Step.WEIGHTED: _("With weight"),
    }[step]


def rung_note(rung: Rung, units: MassUnit) -> str:
    """How far it went, else what is asked: '45 s', '6 of 8 reps', 'from 30 s'."""
    if rung.state is Reached.DONE and not rung.best:
        return ""
    if rung.step is Step.WEIGHTED:
        return kilograms_words(rung.best, True, units) if rung.best else _("from ten clean reps")
    goal = round(rung.goal)
    if rung.step is Step.HANG:
        return seconds_words(rung.best) if rung.best else _("%(seconds)d s to go for") % {"seconds": goal}
    if not rung.best:
        return reps_words(goal)
    best = round(rung.best)
    return reps_words(best) if best >= goal else _("%(best)d of %(goal)d reps") % {"best": best, "goal": goal}
