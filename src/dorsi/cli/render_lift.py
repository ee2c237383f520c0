"""One exercise on the screen: its estimated maximum over time, what to expect next, records, last sessions."""

from __future__ import annotations

from datetime import date, timedelta

from rich.text import Text

from dorsi.athlete.model import Athlete
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, counted, heading, say
from dorsi.cli.days import short, told
from dorsi.cli.load_text import max_text, span_kg_text, typed_text, whole
from dorsi.cli.sparkline import Dot, Expected, chart
from dorsi.journal.model import LoggedSet
from dorsi.progress.records import LiftRecords, Record, RecordKind
from dorsi.services.reviews import DoneSession, LiftReview, StallView
from dorsi.services.trends import Ahead, Trend
from dorsi.units import duration, mass, number

CHART_DAYS = 182
_HEIGHT = 9
_WIDEST = 90
_REPS_SHOWN = 4


def render_lift(console: Terminal, review: LiftReview) -> None:
    """Prints the exercise's page."""
    say(console, Text.assemble((review.lift.name, f"{STRONG} {ACCENT}"), (f"  {_times(review)}", QUIET)))
    for trend in review.trends:
        _render_trend(console, review, trend)
    if not review.trends:
        say(console, "Nothing of it points to a one-repetition maximum, so there is no curve and no forecast.")
    if review.stall is not None:
        heading(console, "No gain of late")
        say(console, Text.assemble((f"{review.stall.name}: ", STRONG), stall_text(review.stall)))
    if review.records is not None:
        _render_records(console, review, review.records)
    _render_sessions(console, review)


def _times(review: LiftReview) -> str:
    return f"{counted(review.times, 'session')} logged" if review.times else "not logged yet"


def stall_text(view: StallView) -> Text:
    """'no gain since 3 November (2 sessions). One more such session, and the load goes down by a tenth. (STL101)'."""
    text = Text(f"{stall_span(view)}. {view.coach}")
    return text.append(f" ({view.rule})", QUIET) if view.rule else text


def stall_span(view: StallView) -> str:
    """'no gain since 3 November (2 sessions)', 'no gain from 3 to 17 November (3 sessions)'."""
    times, since = counted(view.sessions, "session"), view.since
    if view.until is None:
        return f"no gain since {since.day} {since:%B} ({times})"
    month = "" if (since.month, since.year) == (view.until.month, view.until.year) else f" {since:%B}"
    return f"no gain from {since.day}{month} to {view.until.day} {view.until:%B} ({times})"


def _render_trend(console: Terminal, review: LiftReview, trend: Trend) -> None:
    athlete = review.athlete
    heading(console, "Estimated one-rep maximum" + (", with straps" if trend.straps else ""))
    if trend.now is not None:
        band = span_kg_text(trend.now.low_kg, trend.now.high_kg, trend.body_kg, athlete)
        text = Text.assemble((max_text(trend.now.mean_kg, trend.body_kg, athlete), STRONG), f" today, likely {band}")
        if trend.change is not None:
            text.append(f"; {trend.change.percent:+.1f} % in {round(trend.change.days / 7)} weeks")
        say(console, text.append("."))
    shown = [point for point in trend.points if point.on > review.today - timedelta(days=CHART_DAYS)]
    if len(shown) > 1:
        _render_chart(console, review, trend, shown[0].on)
    _render_ahead(console, review, trend)


def _render_chart(console: Terminal, review: LiftReview, trend: Trend, since: date) -> None:
    unit = review.athlete.units

    def shown(kilograms: float) -> float:
        return float(whole((kilograms - trend.body_kg) * 10, unit)) / 10

    dots = [Dot(on=p.on, value=shown(p.max_kg), hollow=p.deload) for p in trend.points if p.on >= since]
    ahead = trend.ahead
    expected = None
    if ahead is not None:
        expected = Expected(
            on=ahead.on, value=shown(ahead.best.mean_kg), low=shown(ahead.best.low_kg), high=shown(ahead.best.high_kg)
        )
    console.print()
    width = min(console.width - 2, _WIDEST)
    label = "+{:.0f}" if trend.body_kg and min(dot.value for dot in dots) >= 0 else "{:.0f}"
    for line in chart(dots, expected, width=width, height=_HEIGHT, drawing=console.drawing, label=label):
        console.print(Text("  ").append_text(line), no_wrap=True, overflow="ignore", crop=False)
    dot, hollow, mean = ("●", "○", "◆") if console.drawing else ("*", "o", "+")
    parts = [f"{dot} best set of a session, in {unit.value}" + (" on top of body weight" if trend.body_kg else "")]
    parts += [f"{hollow} deload"] if any(each.hollow for each in dots) else []
    parts += [f"{mean} to expect, with the band that holds 4 in 5"] if expected is not None else []
    say(console, "  ".join(parts), style=QUIET, indent=2)


def _render_ahead(console: Terminal, review: LiftReview, trend: Trend) -> None:
    console.print()
    ahead = trend.ahead
    if ahead is None:
        reason = (
            "The next session is a deload and says nothing of strength, so nothing is foretold."
            if trend.deload_ahead
            else "After three sessions there will be a forecast."
        )
        say(console, reason, style=QUIET)
        return
    band = span_kg_text(ahead.best.low_kg, ahead.best.high_kg, trend.body_kg, review.athlete)
    when = f"Next session, {told(ahead.on, review.today)}" if ahead.planned else "Next time"
    text = Text.assemble(
        (f"{when}: ", STRONG), f"a best set worth {max_text(ahead.best.mean_kg, trend.body_kg, review.athlete)}, "
    )
    say(console, text.append(f"in four cases of five {band}.{_reps(ahead, review, trend)}"))


def _reps(ahead: Ahead, review: LiftReview, trend: Trend) -> str:
    if ahead.reps is None or ahead.load_kg is None:
        return ""
    load = planned_text(ahead.load_kg, trend, review.athlete)
    low, high = round(ahead.reps.low), round(ahead.reps.high)
    return f" At {load} that is about {number(ahead.reps.mean)} reps ({low}-{high})."


def planned_text(load_kg: float, trend: Trend, athlete: Athlete) -> str:
    """'122.5 kg', 'body weight + 5 kg'."""
    if not trend.body_kg:
        return mass(load_kg, athlete.units)
    sign = "-" if load_kg < 0 else "+"
    return f"body weight {sign} {mass(abs(load_kg), athlete.units)}" if load_kg else "body weight"


def _render_records(console: Terminal, review: LiftReview, records: LiftRecords) -> None:
    rows = []
    for title, record in (
        ("Heaviest", records.heaviest), ("Estimated maximum", records.estimated_max),
        ("Session volume", records.session_volume), ("Longest", records.longest), ("Farthest", records.farthest),
    ):  # fmt: skip
        if record is not None:
            rows.append(
                (
                    title,
                    _value(record, review),
                    short_year(record.on, review.today),
                )
            )
    rows += [
        ("Most reps", _value(record, review), short_year(record.on, review.today))
        for record in records.reps_at[:_REPS_SHOWN]
    ]
    if rows:
        heading(console, "Records")
        print_columns(console, [Column(style=QUIET), Column(least=16), Column(style=QUIET)], rows)


def _value(record: Record, review: LiftReview) -> Text:
    return record_value(record, review.entries.get(record.set_id), review.body_kg, review.athlete, with_set=True)


def record_value(
    record: Record, entry: LoggedSet | None, body_kg: float, athlete: Athlete, *, with_set: bool = False
) -> Text:
    """'125 kg x 5', '152 kg (8 at 122.5 kg)', '3210 kg', '60 s'; `entry` is the set behind it."""
    load = typed_text(entry.load if entry is not None else None) or ("body weight" if body_kg else "")
    match record.kind:
        case RecordKind.HEAVIEST:
            return Text(load + (f" x {record.reps}" if record.reps else ""))
        case RecordKind.ESTIMATED_MAX:
            text = Text(max_text(record.value, body_kg, athlete))
            return text.append(f" ({record.reps} at {load})", QUIET) if with_set and record.reps else text
        case RecordKind.SESSION_VOLUME:
            return Text(f"{whole(record.value, athlete.units)} {athlete.units.value}")
        case RecordKind.LONGEST:
            return Text(duration(record.value))
        case RecordKind.FARTHEST:
            return Text(f"{number(record.value)} m")
        case _:
            return Text(f"{record.value:.0f} reps" + (f" at {load}" if load else ""))


def short_year(on: date, today: date) -> str:
    """'Mon 23 Nov', with the year where it is another."""
    return f"{short(on)} {on.year}" if on.year != today.year else short(on)


def _render_sessions(console: Terminal, review: LiftReview) -> None:
    heading(console, "Last sessions")
    maxima = {(trend.straps, point.on): (point, trend) for trend in review.trends for point in trend.points}
    rows = []
    for session in review.sessions:
        found = maxima.get((any(entry.straps for entry in session.sets), session.on)) or maxima.get((False, session.on))
        estimate = max_text(found[0].max_kg, found[1].body_kg, review.athlete) if found is not None else ""
        done = _sets(session, review.lift.lifts_body)
        rows.append((short_year(session.on, review.today), done, Text(estimate, QUIET), _mark(session)))
    print_columns(console, [Column(style=QUIET), Column(least=20), Column(right=True), Column()], rows)


def _mark(session: DoneSession) -> Text:
    if session.deload:
        return Text("deload", QUIET)
    return Text("record", ACCENT) if session.record else Text()


def _sets(session: DoneSession, lifts_body: bool) -> str:
    """'122.5 kg x 6, 6, 5 @2; 110 kg x 8': sets by load, the least reserve behind them.

    Where some sets have a load, those of a lift of the body without one say so.
    """
    bare = "body weight" if lifts_body and any(typed_text(entry.load) for entry in session.sets) else ""
    parts: list[str] = []
    runs: list[tuple[str, list[LoggedSet]]] = []
    for entry in session.sets:
        load = typed_text(entry.load) or bare
        if runs and runs[-1][0] == load:
            runs[-1][1].append(entry)
        else:
            runs.append((load, [entry]))
    for load, sets in runs:
        amounts = ", ".join(_amount(entry) for entry in sets)
        reserves = [reserve for entry in sets if (reserve := entry.reserve) is not None]
        left = f", {number(min(reserves))} left" if reserves else ""
        parts.append((f"{load} x {amounts}" if load else amounts) + left)
    return "; ".join(parts) + (" (straps)" if any(entry.straps for entry in session.sets) else "")


def _amount(entry: LoggedSet) -> str:
    if entry.reps is not None:
        return str(entry.reps)
    return duration(entry.seconds) if entry.seconds is not None else f"{number(entry.metres or 0.0)} m"
