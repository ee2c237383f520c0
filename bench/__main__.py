"""Runs every measurement and prints it beside its budget."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent
ATHLETES = ROOT / "examples" / "athletes"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Processes are measured as users start them: Python keeps its compiled modules."""
REFUSED = {"clash.toml", "see-a-doctor.toml"}


def main() -> None:
    """Measures and prints the table."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    table = Table(title=f"Dorsi on one core of {machine()}, medians", title_justify="left")
    for column in ("what", "budget", "measured"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for name, budget, measured in measurements():
        table.add_row(name, budget, measured)
    Console().print(table)


def machine() -> str:
    """The processor's name, as the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return f"{line.split(':', 1)[1].strip()}, Python {platform.python_version()}"
    return f"{platform.machine()}, Python {platform.python_version()}"


def measurements() -> list[tuple[str, str, str]]:
    """Name, budget and result of everything measured."""
    from dorsi.atlas.load import load_atlas
    from dorsi.program.evaluate import evaluate
    from dorsi.program.reading import read_program
    from dorsi.rules.base import Case
    from dorsi.rules.checking import check
    from dorsi.services.planning import plan_from_text

    rows: list[tuple[str, str, str]] = []
    for path in sorted(ATHLETES.glob("*.toml")):
        if path.name in REFUSED:
            continue
        text = path.read_text("utf-8")
        runs = [plan_from_text(text, path.name) for _ in range(3)]
        seconds = statistics.median(plan.solver_seconds for plan in runs)
        gap = max(block.gap for block in runs[0].blocks)
        rows.append((f"solve {path.stem}: all stages, worst gap {gap:.2%}", "<= 1.0 s", f"{seconds:.2f} s"))
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.yaml"
        athlete = str(ATHLETES / "intermediate.toml")
        dorsi(["plan", athlete, "-o", str(plan)])
        rows.append(("dorsi plan, whole process", "<= 2.0 s", f"{process(['plan', athlete]):.2f} s"))
        for arguments in (["--help"], ["rule", "SEL101"], ["show", str(plan)]):
            shown = " ".join(Path(a).name for a in arguments)
            rows.append((f"dorsi {shown}, whole process", "<= 0.25 s", f"{process(arguments, 11):.3f} s"))
    atlas = load_atlas()
    long_text = full_program()
    program = read_program(long_text, "full.yaml", atlas)
    view = evaluate(program, atlas)
    prescriptions = sum(len(w.weeks) * len(s.entries) for w in view.weeks for s in w.sessions)
    parse = warm(lambda: evaluate(read_program(long_text, "full.yaml", atlas), atlas), 60)
    checking = warm(lambda: check(Case(view=evaluate(program, atlas), athlete=None)), 60)
    only_evaluate = warm(lambda: evaluate(program, atlas), 60)
    rows.append((f"parse + evaluate {prescriptions} prescriptions", "<= 5 ms", f"{parse * 1e3:.2f} ms"))
    rows.append(("check all rules on them", "<= 10 ms", f"{(checking - only_evaluate) * 1e3:.2f} ms"))
    rows.append(("peak memory of dorsi plan", "<= 200 MB", f"{peak_megabytes(athlete):.0f} MB"))
    return rows


def full_program() -> str:
    """8 weeks x 2 sessions x 6 exercises, every week written out: mixed ranges, percentages, RIR, supersets."""
    lines = ["dorsi: program/1", "name: Written out in full", "weeks: 8", "deload_weeks: 8", "sessions:"]
    for week in range(1, 9):
        for session, day in (("upper", "mon"), ("lower", "thu")):
            lines += [f"  - id: {session}-{week}", f"    weeks: {week}", f"    day: {day}", "    blocks:"]
            if session == "upper":
                lines += single("pull-up-medium", f"3 x 6-{8 + week % 3} @ RIR 2", "2-3 min")
                lines += single("seated-row-wide", f"3 x {8 + week % 2}-12 @ RIR {week % 3 + 1}", "2 min")
                lines += ["      - superset:"]
                lines += member("pulldown-close", "3 x 10-12 @ RIR 2") + member("face-pull", "3 x 12-20 @ RIR 1")
                lines += single("straight-arm-pulldown", "12, 10", "90 s")
                lines += single("shrug-dumbbell", "2 x 10-15", "60-90 s")
            else:
                lines += single("deadlift", f"3 x 4-6 @ {75 + week}%", "3-4 min")
                lines += single("barbell-row", f"3 x 6-10 @ {60 + 2.5 * week:g} kg, RIR 2", "2-3 min")
                lines += single("dumbbell-row", f"2 x 8-12 @ {24 + 2 * (week // 3)} kg", "2 min")
                lines += ["      - superset:"]
                lines += member("rear-delt-fly", "2 x 12-20") + member("back-extension-45", "2 x 10-15 @ bw+5")
                lines += single("farmers-walk", "2 x 20-40 m @ 24 kg", "90 s")
    return "\n".join(lines) + "\n"


def single(exercise: str, sets: str, rest: str) -> list[str]:
    """Lines of a single block."""
    return [f"      - exercise: {exercise}", f"        sets: {sets}", f"        rest: {rest}"]


def member(exercise: str, sets: str) -> list[str]:
    """Lines of a superset's member."""
    return [f"          - exercise: {exercise}", f"            sets: {sets}"]


def warm(call: Callable[[], object], times: int) -> float:
    """Median seconds of a call after three to warm up."""
    for _ in range(3):
        call()
    return statistics.median(clock(call) for _ in range(times))


def clock(call: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def dorsi(arguments: list[str]) -> None:
    """Runs the command line once."""
    command = [str(Path(sys.executable).parent / "dorsi"), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)


def process(arguments: list[str], times: int = 5) -> float:
    """Median seconds of the command line as a whole process, after one to warm the disk."""
    dorsi(arguments)
    return statistics.median(clock(lambda: dorsi(arguments)) for _ in range(times))


def peak_megabytes(athlete: str) -> float:
    """Peak resident memory of `dorsi plan`, from the operating system's accounts of a fresh process."""
    script = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", script, str(Path(sys.executable).parent / "dorsi"), "plan", athlete]
    kilobytes = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return kilobytes / 1024


if __name__ == "__main__":
    main()
