"""The overview of progress on the screen: short sections, each left out where there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, DOUBT, QUIET, STRONG, Terminal, counted, heading, listed, say
from dorsi.cli.days import short, told
from dorsi.cli.load_text import added_span_text, added_text, tenths, whole
from dorsi.cli.render_lift import record_value, stall_span, stall_text
from dorsi.cli.render_muscle import ROOMY
from dorsi.cli.sparkline import Span, amount_style, band_bar, bar_signs, sparkline
from dorsi.progress.balance import Ratio
from dorsi.progress.records import Record, RecordKind
from dorsi.progress.volume import AVERAGE_WEEKS, Standing
from dorsi.services.reviews import Review
from dorsi.services.trends import Trend
from dorsi.units import number

_LIFTS_SHOWN = 8
_RECORDS_SHOWN = 8
_STALLS_SHOWN = 8
_POINTS = 12
_BAR, _NARROW_BAR = 24, 14
_WEEKS = 12
_STRENGTH_SPAN, _MASS_SPAN = 0.15, 0.04
"""Shares of a value that a line of blocks spans at least: less is a day's form."""
_SAMENESS = 2.0
"""Monotony from which all days of a week are much alike (heuristic of the same coaching practice as the measure)."""


def render_progress(console: Terminal, review: Review) -> None:
    """Prints the whole picture."""
    plan = f"{review.plan}, week {review.week}" if review.plan else "no programme under way"
    say(console, Text("Progress", f"{STRONG} {ACCENT}"))
    say(console, f"{told(review.today, review.today).partition(', ')[2]}; {plan}", style=QUIET)
    _render_volume(console, review)
    _render_balance(console, review)
    _render_steadiness(console, review)
    _render_lifts(console, review)
    _render_records(console, review)
    _render_stalls(console, review)
    _render_deadlift(console, review)
    _render_body(console, review)
    console.print()
    say(console, "'dorsi progress deadlift' or 'dorsi progress lats' goes into one exercise or muscle.", style=QUIET)


def _render_volume(console: Terminal, review: Review) -> None:
    groups = [each for each in review.overview.volume.groups if each.band is not None]
    level = review.athlete.level.value
    whose = f"against what suits {'an' if level[0] in 'aeiou' else 'a'} {level} lifter"
    whose += "" if review.level_known else ", for want of a stated level"
    heading(console, "Hard sets a week", f"over the last {AVERAGE_WEEKS} weeks, {whose}")
    most = max(max(each.average, each.band.cap) for each in groups if each.band is not None)
    width = _BAR if console.width >= ROOMY else _NARROW_BAR
    rows = []
    for each in groups:
        assert each.band is not None, "groups without a band were left out"
        span = Span(low=each.band.low, high=each.band.high, cap=each.band.cap)
        rows.append(
            (
                each.group.label,
                band_bar(each.average, span, most, width, drawing=console.drawing),
                Text(number(round(each.average, 1)), amount_style(each.average, span)),
                Text(f"{number(span.low)}-{number(span.high)}", QUIET),
                Text(number(each.this_week), QUIET),
            )
        )
    columns = [Column(), Column(), Column("a week", right=True), Column("target"), Column("this week", right=True)]
    print_columns(console, columns, rows)
    full, room, above = bar_signs(console.drawing)
    signs = f"{full} done  {room} room to the top of the target  {above} room to the ceiling"
    say(console, signs, style=QUIET, indent=2)


def _render_balance(console: Terminal, review: Review) -> None:
    balance = review.overview.balance
    rows: list[tuple[str, Text]] = []
    if balance.shares.percent is not None:
        shares = " : ".join(f"{share:.0f}" for share in balance.shares.percent)
        rows.append(("Width : thickness : lower back", Text(f"{shares} %")))
    rows += _ratio("Vertical pulls for each row", balance.vertical_to_horizontal)
    if balance.pull_to_push is not None:
        rows += _ratio("Pulls for each push", balance.pull_to_push)
    if rows:
        heading(console, "Balance", f"over the last {AVERAGE_WEEKS} weeks; the ranges are coaching practice")
        print_columns(console, [Column(), Column(least=14)], rows)


def _ratio(name: str, ratio: Ratio) -> Iterator[tuple[str, Text]]:
    if ratio.ratio is None and not ratio.first:
        return
    value = "all" if ratio.ratio is None else f"{ratio.ratio:.1f}"
    low, high = (number(round(bound, 1)) for bound in ratio.allowed)
    text = Text(value, DOUBT if ratio.standing in (Standing.BELOW, Standing.ABOVE) else "")
    yield name, text.append(f"  usual {low} to {high}", QUIET)


def _render_steadiness(console: Terminal, review: Review) -> None:
    adherence, training = review.overview.adherence, review.overview.training
    heading(console, "Steadiness")
    weeks = training.mondays[-_WEEKS:]
    per_week = [sum(session.monday == monday for session in training.sessions) for monday in weeks]
    if len(per_week) > 1:
        line = sparkline([float(count) for count in per_week], drawing=console.drawing)
        say(console, Text.assemble("Sessions a week  ", (line, ACCENT), (f"  {_per_week(per_week)}", QUIET)), indent=2)
    streak = adherence.streak
    parts = [f"{counted(len(training.sessions), 'session')} in the journal"]
    if adherence.kept is not None:
        parts.append(f"{100 * adherence.kept:.0f} % of the planned ones done")
    parts.append(
        f"{counted(streak.current, 'week')} in a row"
        + (f" (longest {streak.longest})" if streak.longest > streak.current else "")
    )
    say(console, f"{', '.join(parts)}.", indent=2)
    for week in review.overview.loads[-2:]:
        if week.jump is not None:
            says = f"The week of {short(week.monday)} had {week.jump:.1f} times the work of the one before."
            say(console, says, indent=2, style=DOUBT)
    finished = [week for week in review.overview.loads if week.monotony is not None][-1:]
    for week in finished:
        value = week.monotony or 0.0
        alike = "its days were much alike" if value >= _SAMENESS else "hard and easy days differ"
        says = f"Monotony of the week of {short(week.monday)}: {value:.1f}, {alike}."
        say(console, says, indent=2, style=QUIET)
    deloads = sorted(monday for monday in review.deload_weeks if monday in weeks)
    if deloads:
        says = f"Deload in the week of {listed([short(monday) for monday in deloads])}."
        say(console, says, indent=2, style=QUIET)


def _per_week(counts: list[int]) -> str:
    low, high = min(counts), max(counts)
    return f"{low} in each of {len(counts)} weeks" if low == high else f"{low} to {high} over {len(counts)} weeks"


def _render_lifts(console: Terminal, review: Review) -> None:
    trends = [trend for trend in review.trends if len(trend.points) > 1][:_LIFTS_SHOWN]
    if not trends:
        return
    heading(console, "Lifts", "estimated one-rep maximum, and what the next best set should be worth")
    roomy = console.width >= ROOMY
    rows = [_lift_row(console, review, trend, roomy=roomy) for trend in trends]
    columns = [Column("lift", least=12), Column("now", right=True), Column("trend")]
    columns += [Column("change", right=True)] if roomy else []
    columns += [Column("next, 4 in 5", least=10)]
    print_columns(console, columns, rows)
    if any(trend.body_kg for trend in trends):
        say(console, "With a sign: on top of body weight, or less than it.", style=QUIET, indent=2)
    left = sum(len(trend.points) > 1 for trend in review.trends) - len(trends)
    if left:
        say(console, f"{counted(left, 'lift')} more with shorter histories.", style=QUIET, indent=2)


def _lift_row(console: Terminal, review: Review, trend: Trend, *, roomy: bool) -> tuple[str | Text, ...]:
    points = [point.max_kg for point in trend.points if not point.deload][-_POINTS:]
    ahead: str | Text = ""
    if trend.deload_ahead:
        ahead = Text("deload", QUIET)
    elif trend.ahead is not None:
        best = trend.ahead.best
        ahead = added_span_text(best.low_kg, best.high_kg, trend.body_kg, review.athlete)
    change = trend.change
    percent = 0 if change is None else round(change.percent)
    moved = "" if change is None else f"{f'{percent:+d}' if percent else '0'} % in {round(change.days / 7)} wk"
    name = trend.lift.name + (", straps" if trend.straps else "")
    now = added_text(trend.now.mean_kg, trend.body_kg, review.athlete) if trend.now is not None else ""
    line = Text(sparkline(points, drawing=console.drawing, least_span=_STRENGTH_SPAN), ACCENT)
    return (name, now, line, Text(moved, QUIET), ahead) if roomy else (name, now, line, ahead)


def _render_records(console: Terminal, review: Review) -> None:
    if not review.records:
        return
    heading(console, "Records", "of the last four weeks")
    training = review.overview.training
    rows = []
    for record in review.records[:_RECORDS_SHOWN]:
        lift = training.lifts[record.exercise]
        body_kg = training.body_mass.on(record.on) if lift.lifts_body else 0.0
        rows.append((short(record.on), lift.name, _record_words(record, body_kg, review)))
    print_columns(console, [Column(style=QUIET), Column(least=12), Column(least=20)], rows)
    left = len(review.records) - _RECORDS_SHOWN
    if left > 0:
        say(console, f"{counted(left, 'record')} more.", style=QUIET, indent=2)


def _record_words(record: Record, body_kg: float, review: Review) -> Text:
    """'heaviest: 125 kg x 5', '12 reps at 16 kg, before 11'."""
    text = record_value(record, review.entries.get(record.set_id), body_kg, review.athlete)
    if record.kind is RecordKind.REPS:
        return text.append(f", before {record.previous:.0f}" if record.previous else "", QUIET)
    names = {
        RecordKind.HEAVIEST: "heaviest",
        RecordKind.ESTIMATED_MAX: "estimated maximum",
        RecordKind.FIRST_PULL_UP: "first pull-up",
    }
    return Text(f"{names.get(record.kind, record.kind.value)}: ", QUIET).append_text(text)


def _render_stalls(console: Terminal, review: Review) -> None:
    if not review.stalls:
        return
    heading(console, "No gain of late", "a heuristic, no diagnosis")
    # Lifts that the coach leaves alone come last, and why is said once.
    alone = [view for view in review.stalls if not view.rule]
    for view in [view for view in review.stalls if view.rule]:
        say(console, Text.assemble((f"{view.name}: ", STRONG), stall_text(view)), indent=2)
    for view in alone[:_STALLS_SHOWN]:
        say(console, Text.assemble((f"{view.name}: ", STRONG), f"{stall_span(view)}."), indent=2)
    if len(alone) > _STALLS_SHOWN:
        say(console, f"{counted(len(alone) - _STALLS_SHOWN, 'lift')} more, for a shorter time.", style=QUIET, indent=2)
    for reason in dict.fromkeys(view.coach for view in alone):
        say(console, reason, style=QUIET, indent=2)


def _render_deadlift(console: Terminal, review: Review) -> None:
    deadlift = review.overview.deadlift
    if deadlift is None:
        return
    place, units = deadlift.place, review.athlete.units
    heading(console, "Best deadlift beside people who compete")
    how = ", estimated" if deadlift.estimated else ""
    body = tenths(place.body_mass_kg, units)
    what = f"{whole(place.deadlift_kg, units)} {units.value}{how}, at {body} body mass"
    if place.percentile is None:
        first, last = place.marks[0], place.marks[-1]
        below = place.deadlift_kg < first.kg
        where = f"below that of {100 - first.percent} %" if below else f"above that of {last.percent} %"
    else:
        where = f"above that of {place.percentile:.0f} %"
    say(console, f"{what}: {where} of competitors of that size.", indent=2)
    say(console, " ".join(place.caveats), indent=2, style=QUIET)


def _render_body(console: Terminal, review: Review) -> None:
    body, units = review.overview.body, review.athlete.units
    if not body.mass and not body.taper:
        return
    heading(console, "Body")
    if body.mass:
        last = body.mass[-1]
        line = sparkline(
            [point.average_kg for point in body.mass[-_WEEKS:]], drawing=console.drawing, least_span=_MASS_SPAN
        )
        text = Text.assemble("Body mass ", (tenths(last.average_kg, units), STRONG), "  ", (line, ACCENT))
        if body.change_kg_per_week is not None:
            sign = "+" if body.change_kg_per_week > 0 else ""
            text.append(f"  {sign}{tenths(body.change_kg_per_week, units)} a week over the last four", QUIET)
        say(console, text, indent=2)
    if body.taper:
        last_taper, first = body.taper[-1], body.taper[0]
        text = Text.assemble("Shoulders to waist ", (f"{last_taper.ratio:.2f}", STRONG))
        if first.on != last_taper.on:
            text.append(f"  {first.ratio:.2f} on {short(first.on)}", QUIET)
        say(console, text, indent=2)
