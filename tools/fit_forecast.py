"""Fits the constants of the strength forecasts to a folder of real logs, and shows how far to trust them.

    python tools/fit_forecast.py FOLDER [--athletes 60] [--seed 1]

Every setting of a small grid is tried on every series. For each log the setting that is best on all the *other* logs
is picked and judged on that one, so that the printed error was not fitted to it. That holds for the constants of the
grids only: which predictors there are, and their priors, was found by looking at all logs of the folder. Simulated
athletes, whose habits are known, tell whether the predictors learn what they are meant to learn. Nothing is written:
the frozen constants stand in dorsi/progress/forecast.py, reps_forecast.py and layoff.py, rounded.

A layoff's size is chosen by the bias after breaks, not by the error: most breaks cost little and a few
cost much, so that the median fall is near nothing where the mean is not.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from statistics import fmean
from typing import Any
from unittest.mock import patch

from dorsi.progress import forecast, layoff, reps_forecast
from dorsi.progress.pooling import Pooling
from dorsi.progress.series import Exposure, StrengthSet, epley_kg
from dorsi.progress.walk_forward import OURS, Score, walk_forward
from dorsi.services.forecasting import Series, measured

BEST_GRID: Mapping[str, Sequence[float]] = {
    "DIP_BELOW_LAST": (0.0, 0.25, 0.4),
    "DIP_BELOW_USUAL": (0.0, 0.3, 0.5),
    "RISE_LOST": (0.0, 0.15, 0.3),
    "sharpness": (5.0, 10.0, 15.0),
}
REPS_GRID: Mapping[str, Sequence[float]] = {
    "sharpness": (4.0, 8.0, 12.0),
    "patience": (2.0, 4.0, 8.0),
    "median_share": (0.0, 0.5, 1.0),
}
LAYOFF_GRID: Mapping[str, Sequence[float]] = {
    "LARGEST_LOSS": (0.0, 0.05, 0.075, 0.09),
    "HALF_LOST_DAYS": (9.0, 13.0, 20.0),
}
STYLES = ("steps of reps", "steps of load", "waves", "heavy and light", "same again", "free")


def logs_in(folder: Path) -> dict[str, Series]:
    """Every readable log of the folder: exercise name to exposures, oldest first."""
    found = measured((path.name, path.read_bytes) for path in sorted(folder.iterdir()) if path.is_file())
    for unread in found.unread:
        print(f"skipped, {unread.file}: {unread.reason}")
    return {log.file: log.series for log in found.logs}


def simulated(seed: int, athletes: int) -> dict[str, Series]:
    """Athletes of known habits, with growth, day form, layoffs, light days and slips of the pen; one log a style."""
    random = Random(seed)
    logs: dict[str, dict[str, Sequence[Exposure]]] = {style: {} for style in STYLES}
    for number in range(athletes):
        style = STYLES[number % len(STYLES)]
        logs[style][str(number)] = tuple(_training(random, style))
    return dict(logs)


def _training(random: Random, style: str) -> Iterator[Exposure]:
    """One simulated series; the load for so many reps follows Epley from a maximum that moves from day to day."""
    maximum, step = random.lognormvariate(4.3, 0.5), random.choice((1.0, 2.5, 2.5, 5.0))
    low = random.choice((5, 6, 8))
    high = low + random.choice((2, 4))
    usual_gap, form = random.choice((3, 4, 7)), random.choice((0.01, 0.02, 0.03))
    growth, light, slip = random.uniform(0.0, 0.2), random.choice((0.0, 0.05)), random.choice((0.0, 0.01))
    on, lost, load = date(2024, 1, 1), 0.0, maximum * 0.75
    for place in range(random.randint(25, 70)):
        gap = random.choice((20, 35, 60, 120)) if random.random() < 0.03 else max(1, round(random.gauss(usual_gap, 1)))
        on += timedelta(days=gap)
        lost = max(lost * math.exp(-gap / 14.0), layoff.loss_after(gap) * random.uniform(0.3, 1.7))
        maximum *= math.exp(growth * min(gap, 10) / 365.0)
        today = maximum * math.exp(random.gauss(-lost, form))
        reps, title = low, ""
        match style:
            case "steps of reps":
                reps = max(1, min(high, _reps_at(load, today)))
            case "steps of load":
                reps = max(1, min(low, _reps_at(load, today)))
            case "waves":
                reps, title = (8, 5, 3, 10)[place % 4], f"week {place % 4 + 1}"
                load = today * (0.95, 0.97, 0.98, 0.75)[place % 4] / epley_kg(1.0, reps)
            case "heavy and light":
                reps, title = (5, 10)[place % 2], "AB"[place % 2]
                load = today * (0.97, 0.88)[place % 2] / epley_kg(1.0, reps)
            case "same again":
                load = load + step if _reps_at(load, today) > low + 2 else load
            case _:
                reps = random.randint(low, high)
                load = today * random.uniform(0.93, 1.0) / epley_kg(1.0, reps)
        used = round(load / step) * step
        if random.random() < light:
            used = round(used * random.uniform(0.7, 0.9) / step) * step
        if random.random() < slip:
            used *= random.choice((10.0, 2.0, 0.1))
        yield Exposure(on=on, context=title, sets=(StrengthSet(load_kg=max(step, used), reps=reps),) * 3)
        if (style == "steps of reps" and reps >= high) or (style == "steps of load" and reps >= low):
            load += step
        elif style in ("steps of reps", "steps of load") and reps < low - 1:
            load = today * 0.95 / epley_kg(1.0, low)


def _reps_at(load: float, maximum: float) -> int:
    return int(30.0 * (maximum / load - 1.0))


def _settings(grid: Mapping[str, Sequence[float]]) -> list[dict[str, float]]:
    return [dict(zip(grid, values, strict=True)) for values in product(*grid.values())]


def _frozen_at(module: object, setting: Mapping[str, float]) -> ExitStack:
    """A context in which the module's constants, or fields of its POOLING, have these values."""
    stack = ExitStack()
    fields: dict[str, Any] = {name: value for name, value in setting.items() if not name.isupper()}
    if fields:
        pooling: Pooling = vars(module)["POOLING"]
        stack.enter_context(patch.object(module, "POOLING", replace(pooling, **fields)))
    for name in setting.keys() - fields.keys():
        stack.enter_context(patch.object(module, name, setting[name]))
    return stack


def _ours(scores: Sequence[Score], *, calm: bool) -> float | None:
    return next((score.calm if calm else score.everywhere for score in scores if score.method == OURS), None)


def _errors(logs: Mapping[str, Series], measure: str) -> dict[str, list[float]]:
    """Our error on every long enough series, by log."""
    found: dict[str, list[float]] = {}
    for log, series in logs.items():
        results = (walk_forward({name: exposures}) for name, exposures in series.items())
        values = [_ours(getattr(result, measure), calm=measure == "best") for result in results]
        found[log] = [value for value in values if value is not None]
    return {log: values for log, values in found.items() if values}


def _overall(errors: Mapping[str, Sequence[float]], *, without: str = "") -> float:
    """The mean of the logs' mean errors, each log weighed by the root of its number of series."""
    kept = [values for log, values in errors.items() if log != without]
    weights = [math.sqrt(len(values)) for values in kept]
    return sum(weight * fmean(values) for weight, values in zip(weights, kept, strict=True)) / sum(weights)


def _leave_one_out(title: str, module: object, grid: Mapping[str, Sequence[float]], logs: Mapping[str, Series]) -> None:
    measure = "best" if module is forecast else "reps"
    tried: list[tuple[dict[str, float], dict[str, list[float]]]] = []
    for setting in _settings(grid):
        with _frozen_at(module, setting):
            tried.append((setting, _errors(logs, measure)))
    frozen = _errors(logs, measure)
    print(f"\n{title}: {len(tried)} settings, {len(frozen)} logs with a long enough series")
    for log, values in frozen.items():
        if len(frozen) > 1:
            setting, errors = min(tried, key=lambda each: _overall(each[1], without=log))
            print(f"  {log[:44]:44} {len(values):3} series  left out {fmean(errors[log]):6.3f}  {setting}")
        print(f"  {'':44} {'':10}    frozen {fmean(values):6.3f}")
    setting, errors = min(tried, key=lambda each: _overall(each[1]))
    worst = max(_overall(each) for _, each in tried)
    print(f"  best of all {_overall(errors):.3f} {setting}; worst {worst:.3f}; frozen {_overall(frozen):.3f}")


def _breaks(logs: Mapping[str, Series]) -> None:
    print("\nAfter days off, calm points: percent above the truth")
    everything = {f"{log}/{name}": exposures for log, series in logs.items() for name, exposures in series.items()}
    for setting in _settings(LAYOFF_GRID):
        with _frozen_at(layoff, setting):
            result = walk_forward(everything)
        told = [
            f"from {bias.from_days} d: last {bias.last_value_percent:+.1f} ours {bias.forecast_percent:+.1f}"
            for bias in result.breaks
            if bias.calm_only and bias.last_value_percent is not None and bias.forecast_percent is not None
        ]
        print(f"  {setting}: error {_ours(result.best, calm=True):.3f}; {'; '.join(told)}")


def _shown(title: str, logs: Mapping[str, Series]) -> None:
    print(f"\n{title}")
    for log, series in logs.items():
        result = walk_forward(series)
        if result.points:
            best = "  ".join(f"{score.method} {score.everywhere:.2f}" for score in result.best)
            reps = "  ".join(f"{score.method} {score.everywhere:.2f}" for score in result.reps)
            print(
                f"  {log[:44]:44} {result.points:5} points\n    inside:  best {result.best_coverage:.2f}"
                f" reps {result.reps_coverage:.2f}\n    best, %: {best}\n    reps:    {reps}"
            )


def main() -> None:
    """Reads the folder, fits, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--athletes", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    logs = logs_in(given.folder)
    _shown("Frozen constants, all points", logs)
    _shown("Frozen constants on simulated athletes", simulated(given.seed, given.athletes))
    _leave_one_out("Best set, percent, calm points", forecast, BEST_GRID, logs)
    _leave_one_out("Reps at the weight", reps_forecast, REPS_GRID, logs)
    _breaks(logs)


if __name__ == "__main__":
    main()
