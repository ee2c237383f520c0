"""Planning, reading and checking programmes."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.clocks import ATHLETES, Figure, dorsi, figure, peak_megabytes, process, warm
from dorsi.atlas.load import load_atlas
from dorsi.program.evaluate import evaluate
from dorsi.program.reading import read_program
from dorsi.rules.base import Case
from dorsi.rules.checking import check
from dorsi.services.planning import plan_from_text

REFUSED = {"clash.toml", "see-a-doctor.toml"}


def figures() -> Iterator[Figure]:
    """Everything about programmes."""
    yield from _solving()
    yield from _commands()
    yield from _checking()


def _solving() -> Iterator[Figure]:
    for path in sorted(ATHLETES.glob("*.toml")):
        if path.name in REFUSED:
            continue
        text = path.read_text("utf-8")
        runs = [plan_from_text(text, path.name) for _ in range(3)]
        gap = max(block.gap for block in runs[0].blocks)
        seconds = [plan.solver_seconds for plan in runs]
        yield figure(f"solve {path.stem}: all stages, worst gap {gap:.2%}", seconds, "s", 1.0)


def _commands() -> Iterator[Figure]:
    athlete = str(ATHLETES / "intermediate.toml")
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan.yaml"
        dorsi(["plan", athlete, "-o", str(plan)])
        yield figure("dorsi plan, whole process", process(["plan", athlete]), "s", 2.0)
        for arguments in (["--help"], ["rule", "SEL101"], ["show", str(plan)]):
            shown = " ".join(Path(a).name for a in arguments)
            yield figure(f"dorsi {shown}, whole process", process(arguments, 11), "s", 0.25)
    command = [str(Path(sys.executable).parent / "dorsi"), "plan", athlete]
    yield figure("peak memory of dorsi plan", [peak_megabytes(command)], "MB", 200)


def _checking() -> Iterator[Figure]:
    atlas = load_atlas()
    long_text = full_program()
    program = read_program(long_text, "full.yaml", atlas)
    view = evaluate(program, atlas)
    prescriptions = sum(len(w.weeks) * len(s.entries) for w in view.weeks for s in w.sessions)
    parse = warm(lambda: evaluate(read_program(long_text, "full.yaml", atlas), atlas), 60)
    only_evaluate = min(warm(lambda: evaluate(program, atlas), 60))
    checking = warm(lambda: check(Case(view=evaluate(program, atlas), athlete=None)), 60)
    yield figure(f"parse + evaluate {prescriptions} prescriptions", parse, "ms", 5)
    yield figure("check all rules on them", [seconds - only_evaluate for seconds in checking], "ms", 10)


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
