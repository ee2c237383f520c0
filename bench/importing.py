"""Another app's log of 100,000 rows, from its bytes to the journal's database."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from time import perf_counter

from bench.clocks import Figure, figure, peak_megabytes
from dorsi.bootstrap import open_journal, system_chance, system_clock
from dorsi.journal.importing.settle import Choices
from dorsi.services.importing import keep, prepare, read_log
from dorsi.settings import Settings

ROWS = 100_000
SETS = 20
FIRST = datetime(2001, 1, 1, 18, 0)  # noqa: DTZ001 - these logs tell wall-clock time
FILE = "strong.csv"
HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
EXERCISES = (
    ("Deadlift (Barbell)", 120.0), ("Bent Over Row (Barbell)", 60.0), ("Lat Pulldown (Cable)", 55.0),
    ("Pull Up", 0.0), ("Seated Row (Cable)", 50.0), ("Bench Press (Barbell)", 80.0), ("Squat (Barbell)", 100.0),
    ("Bicep Curl (Dumbbell)", 12.5), ("Lateral Raise (Dumbbell)", 10.0), ("My Own Invention", 20.0),
)  # fmt: skip


def figures() -> Iterator[Figure]:
    """The whole way and its three stages, and the memory that it takes."""
    data = strong_csv(ROWS)
    stages = [_stages(data) for _ in range(3)]
    whole = [sum(seconds) for seconds in stages]
    yield figure(f"import of {ROWS:,} rows, end to end into SQLite", whole, "s", 6)
    for number, stage in enumerate(("read", "prepare", "keep")):
        yield figure(f"  of it to {stage}", [seconds[number] for seconds in stages], "s")
    script = "from bench.importing import ROWS, run, strong_csv; run(strong_csv(ROWS))"
    yield figure("  peak memory", [peak_megabytes([sys.executable, "-c", script])], "MB")


def run(data: bytes) -> None:
    """Imports the log into a journal that is thrown away."""
    _stages(data)


def strong_csv(rows: int) -> bytes:
    """A log as Strong exports it: five sessions a week of 20 sets, warm-ups among them."""
    random = Random(2)
    lines = [HEADER]
    for session in range(rows // SETS):
        at = FIRST + timedelta(days=session * 7 // 5, minutes=random.randint(0, 90))
        chosen = random.sample(EXERCISES, 5)
        for name, first_kg in chosen:
            kg = first_kg and round((first_kg * (1 + session / 20_000)) / 2.5) * 2.5
            for number in range(SETS // len(chosen)):
                order, weight = ("W", kg / 2) if number == 0 else (str(number), kg)
                reps, rpe = random.randint(4, 12), random.choice(("", "7.5", "8", "9"))
                lines.append(f'{at},"Pull day",1h 5m,"{name}",{order},{weight},{reps},0,0,"","",{rpe}')
    return "\n".join(lines).encode()


def _stages(data: bytes) -> tuple[float, ...]:
    """Seconds of reading, preparing and keeping the log in an empty journal."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), time_zone="Europe/Rome")
        store = open_journal(settings)
        moments = [perf_counter()]
        log = read_log(data, FILE)
        moments.append(perf_counter())
        choices = Choices(zone=settings.time_zone)
        prepared = prepare(log, data, FILE, choices, store, system_clock(settings), system_chance())
        moments.append(perf_counter())
        keep(prepared, store)
        moments.append(perf_counter())
    assert prepared.preview.new_sets == log.rows, "every row was a set, and new"
    return tuple(later - earlier for earlier, later in pairwise(moments))
