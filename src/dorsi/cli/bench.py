"""`dorsi bench`: measures how good Dorsi's forecasts are on a folder of real training logs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dorsi.athlete.strength import MOST_REPS
from dorsi.cli.columns import Column, print_columns
from dorsi.cli.console import ACCENT, QUIET, STRONG, Terminal, counted, heading, say, terminal
from dorsi.cli.foreign_file import read_bytes
from dorsi.errors import FileMissing, UnknownName, UsageError
from dorsi.progress.walk_forward import FIRST_PREDICTED, JUMP, LEAST_SESSIONS, OURS, BreakBias, Score, WalkForward
from dorsi.services.forecasting import ForecastBench, measured
from dorsi.store.fitnotes_backup import fitnotes_backup_in
from dorsi.units import MassUnit

WHAT = ("forecast",)
_HIGHEST_REPS = 30


def bench(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What to measure: forecast.")],
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder of training logs of any format.")],
    unit: Annotated[str, typer.Option("--unit", metavar="UNIT", help="Unit of loads that name none: kg or lb.")] = "kg",
    most_reps: Annotated[
        int, typer.Option("--most-reps", metavar="N", help="Leave out sets of more reps than this.")
    ] = MOST_REPS,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Measure the forecasts on real logs: each session foretold from those before it, beside simple rules."""
    if what.strip().lower() not in WHAT:
        raise UnknownName("measurement", what, WHAT, hint="There is 'dorsi bench forecast FOLDER'.")
    if not 1 <= most_reps <= _HIGHEST_REPS:
        raise UsageError(f"--most-reps goes from 1 to {_HIGHEST_REPS}.")
    result = measured(_logs(folder), most_reps=most_reps, unit=_unit(unit), backup_reader=fitnotes_backup_in)
    if as_json:
        typer.echo(json.dumps({"dorsi": "bench-forecast/1", "most_reps": most_reps, **_document(result)}, indent=2))
    else:
        _render(terminal(), result, most_reps)


def _unit(text: str) -> MassUnit:
    wanted = text.strip().lower()
    if wanted not in [unit.value for unit in MassUnit]:
        raise UsageError(f"'{text}' is no unit of mass: write kg or lb.")
    return MassUnit(wanted)


def _logs(folder: str) -> list[tuple[str, Callable[[], bytes]]]:
    """The files of the folder by name, none read yet."""
    path = Path(folder)
    if not path.is_dir():
        reason = "it is a file; name the folder it is in" if path.exists() else "there is no such folder"
        raise FileMissing(folder, reason)
    files = [file for file in sorted(path.iterdir()) if file.is_file() and not file.name.startswith(".")]
    if not files:
        raise FileMissing(folder, "there is no file in it")
    return [(file.name, lambda file=file: read_bytes(str(file))) for file in files]  # type: ignore[misc]


def _document(result: ForecastBench) -> dict[str, object]:
    """The result for scripts; percentages and reps as the screen shows them, unrounded."""
    logs = [
        {"file": log.file, "format": log.format, "series": len(log.series), "measured": log.long_enough}
        for log in result.logs
    ]
    return {"logs": logs, "unread": [asdict(each) for each in result.unread], "result": asdict(result.result)}


def _render(console: Terminal, bench_: ForecastBench, most_reps: int) -> None:
    result = bench_.result
    say(console, Text("Forecasts on real logs", f"{STRONG} {ACCENT}"))
    verb = "has" if result.series == 1 else "have"
    held = sum(len(log.series) for log in bench_.logs)
    say(
        console,
        f"{counted(len(bench_.logs), 'log')} with {counted(held, 'exercise')}, of which {result.series} {verb} "
        f"{LEAST_SESSIONS} sessions or more with sets of 1-{most_reps} reps: {counted(result.points, 'session')} "
        f"foretold, each from those before it, the first {FIRST_PREDICTED} of a series apart.",
        style=QUIET,
    )
    if result.points:
        _render_scores(console, result)
        _render_bands(console, result)
        _render_breaks(console, result)
    else:
        console.print()
        say(console, f"No exercise has {LEAST_SESSIONS} such sessions, so there is nothing to measure yet.")
    _render_files(console, bench_)


def _render_scores(console: Terminal, result: WalkForward) -> None:
    jumps = result.points - result.calm_points
    heading(console, "Best set of the next session", "error in percent of its estimated maximum (Epley)")
    _scores(console, result.best, "{:.2f} %")
    heading(console, "Reps of that set, its weight being known", "error in reps")
    _scores(console, result.reps, "{:.2f}")
    console.print()
    says = "Each figure is the mean of the series' mean errors."
    if jumps:
        says += (
            f" 'Without jumps' leaves out {counted(jumps, 'session')} at which, or in the two steps before which, a "
            f"best changed by a factor of {JUMP:g} or more: a slip, another machine, another way to count."
        )
    say(console, says, style=QUIET)


def _scores(console: Terminal, scores: Sequence[Score], form: str) -> None:
    rows = [
        (
            Text("Dorsi's forecast", STRONG) if score.method == OURS else Text(score.method),
            *(
                Text("-" if value is None else form.format(value), STRONG if score.method == OURS else "")
                for value in (score.calm, score.everywhere)
            ),
        )
        for score in scores
    ]
    columns = [Column(), Column("without jumps", right=True), Column("all sessions", right=True)]
    print_columns(console, columns, rows)


def _render_bands(console: Terminal, result: WalkForward) -> None:
    heading(console, "The 80 % bands held", "should be near 80 %")
    shares = {
        "best set, without jumps": result.best_coverage_calm,
        "best set, all sessions": result.best_coverage,
        "reps": result.reps_coverage,
    }
    rows = [(name, "-" if share is None else f"{share:.0%}") for name, share in shares.items()]
    print_columns(console, [Column(), Column(right=True)], rows)


def _render_breaks(console: Terminal, result: WalkForward) -> None:
    breaks = [bias for bias in result.breaks if bias.points]
    if not breaks:
        return
    heading(console, "After days off", "how far predictions lie above the truth on average")
    rows = [
        (
            _span(bias),
            str(bias.points),
            _percent(bias.last_value_percent),
            Text(_percent(bias.forecast_percent), STRONG),
        )
        for bias in breaks
    ]
    columns = [
        Column("days", least=12), Column("sessions", right=True), Column("last value", right=True),
        Column("forecast", right=True),
    ]  # fmt: skip
    print_columns(console, columns, rows)


def _span(bias: BreakBias) -> str:
    days = f"{bias.from_days} or more" if bias.to_days is None else f"{bias.from_days}-{bias.to_days}"
    return f"{days}, {'without jumps' if bias.calm_only else 'all'}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:+.1f} %"


def _render_files(console: Terminal, bench_: ForecastBench) -> None:
    if bench_.logs:
        heading(console, "Logs")
        rows = [(log.file, log.format, f"{log.long_enough} of {len(log.series)}") for log in bench_.logs]
        print_columns(
            console, [Column("file", least=20), Column("format", least=10), Column("measured", right=True)], rows
        )
    if bench_.unread:
        heading(console, "Not read")
        for each in bench_.unread:
            say(console, f"{each.reason}.", indent=2, label=f"{each.file}: ", hang=2)
