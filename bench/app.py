"""The app on 5,000 logged sets: what pages and entries cost the server, its start, its memory, its size on the disk."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.clocks import ENVIRONMENT, ROOT, Figure, clock, figure
from bench.histories import plan_text
from bench.installed import installed_mb
from bench.server import SETS, Server, data_folder, serving, started

RUNS = 15
SESSION = 20
"""Sets of a session."""
LONGEST = 5
"""So many of the costliest pages are named."""
_FILES = "a file to download"
_ticks = count()


def figures() -> Iterator[Figure]:
    """All measures of one worker; waits are those of a client on the same machine, CPU is the server's own.

    A budget stands beside both: beside other work on the machine only the CPU says much, and alone they differ by the
    disk and the client.
    """
    with data_folder() as folder:
        yield from _starts(folder)
        with serving(folder) as server:
            yield from _pages(server, folder)
            yield from _logging(server)
            yield from _lists(server)
            yield from _programmes(server)
    yield from _queries()
    yield figure("installed: Dorsi and all packages it needs", [installed_mb()], "MB", 300)


def _starts(folder: Path) -> Iterator[Figure]:
    seconds, idle, after = [], [], []
    with serving(folder) as server:
        # The first start ever collects the static files, which is part of installing.
        server.ask("/today/")
    for _ in range(5):
        held: list[Server] = []

        def first_page(held: list[Server] = held) -> None:
            held.append(started(folder))
            held[0].ask("/today/")

        seconds.append(clock(first_page))
        idle.append(held[0].memory_mb())
        held[0].ask("/progress/")
        after.append(held[0].memory_mb())
        held[0].stop()
    yield figure("start to first page", seconds, "s", 1.5)
    yield figure("memory idle after the first page, all processes", idle, "MB", 120)
    yield figure("memory after the whole journal was looked back on", after, "MB")


def _pages(server: Server, folder: Path) -> Iterator[Figure]:
    """Every page of the table of addresses that answers a GET, warm."""
    pages: dict[str, list[float]] = {}
    files: dict[str, list[float]] = {}
    for name, url in _urls(server, folder).items():
        first = server.ask(url, packed=False)
        if first.status == 200:
            is_page = b"<html" in first.body[:2000]
            kept = pages if is_page else files if _is_file(name) else {}
            kept[name] = _cpu(server, url)
    medians = {name: statistics.median(found) for name, found in pages.items()}
    yield figure(f"server CPU of a page, over {len(pages)} pages", list(medians.values()), "ms", 25)
    for name in sorted(medians, key=lambda each: -medians[each])[:LONGEST]:
        yield figure(f"  one of the costliest: {name}", pages[name], "ms", 25)
    for name, found in sorted(files.items()):
        yield figure(f"  {_FILES}: {name}", found, "ms")


def _cpu(server: Server, url: str, times: int = RUNS) -> list[float]:
    server.ask(url)
    found = []
    for _ in range(times):
        before = server.cpu_s()
        server.ask(url)
        found.append(server.cpu_s() - before)
    return found


def _is_file(name: str) -> bool:
    return "export" in name or "file" in name


def _urls(server: Server, folder: Path) -> dict[str, str]:
    """Addresses by name, with what stands in this journal in the place of the samples."""
    day = server.ask("/api/v1/day", packed=False).document
    work = next(item for block in day["blocks"] for item in block["items"] if item["role"] == "work")
    (session,) = server.ask("/api/v1/sessions?limit=1", packed=False).document["sessions"]
    world = {
        "session": day["plan"]["session"],
        "place": work["place"],
        "logged": session["id"],
        "set": session["sets"][0]["id"],
    }
    found: dict[str, str] = json.loads(_within("addresses", folder, json.dumps(world)))
    return found


def _within(question: str, folder: Path, *told: str) -> str:
    """What the server's own Django says, asked in a process of its own."""
    command = [sys.executable, "-m", "bench.inside", question, *told]
    environment = {**ENVIRONMENT, "DORSI_DATA_DIR": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment)
    return done.stdout


def _logging(server: Server) -> Iterator[Figure]:
    """One set after the other, as the player sends them, each followed by what the day looks like now."""
    cpu, seconds = _session(server)
    yield figure(f"log a set over HTTP, in a session of {SESSION}: server CPU", cpu, "ms", 5)
    yield figure("  the same, as the client waits for it to be on the disk", seconds, "ms", 5)
    for what, path, budget in (
        ("today's session right after a set (GET /api/v1/day)", "/api/v1/day", 20),
        ("the page of today right after a set", "/today/", 20),
        (f"progress over all {SETS:,} sets right after one more", "/progress/", 100),
    ):
        cpu, seconds = _session(server, path)
        yield figure(f"{what}: server CPU", cpu, "ms", budget)
        yield figure("  the same, as the client waits", seconds, "ms", budget)


def _session(server: Server, path: str = "") -> tuple[list[float], list[float]]:
    """A session set by set: the server's CPU and the client's seconds of each set, or of the path asked for after."""
    session = str(uuid4())
    _sent(server, "session", session={"id": session, "on": _day(), "finished": False})
    cpu, seconds = [], []
    for _ in range(SESSION):
        before = server.cpu_s()
        took = _sent(server, "set", session_id=session, set=_set())
        if path:
            before = server.cpu_s()
            took = server.ask(path).seconds
        cpu.append(server.cpu_s() - before)
        seconds.append(took)
    _sent(server, "session-deleted", session_id=session)
    return cpu, seconds


def _set() -> dict[str, Any]:
    return {"id": str(uuid4()), "exercise": "deadlift", "load": [100.0, "kg", "total"], "reps": 5, "rir": 2}


def _sent(server: Server, kind: str, **more: Any) -> float:
    """Seconds until an entry of now was kept."""
    at = datetime.now(UTC) + timedelta(milliseconds=next(_ticks))
    event = {"id": str(uuid4()), "at": at.isoformat().replace("+00:00", "Z"), "kind": kind, **more}
    answer = server.ask(f"/api/v1/events/{event['id']}", "PUT", event)
    if answer.status != 201:
        raise SystemExit(f"An entry was not kept: {answer.status} {answer.body[:500]!r}")
    return answer.seconds


def _day() -> str:
    return datetime.now().astimezone().date().isoformat()


def _lists(server: Server) -> Iterator[Figure]:
    """The sessions that 1,000 sets were logged in, and the page of the log."""
    limit, sets = 0, 0
    for session in server.ask("/api/v1/sessions?limit=100", packed=False).document["sessions"]:
        limit, sets = limit + 1, sets + len(session["sets"])
        if sets >= 1000:
            break
    path = f"/api/v1/sessions?limit={limit}"
    yield figure(f"list of {sets:,} sets (GET {path})", _waits(server, path), "ms", 30)
    yield figure("the log's first page", _waits(server, "/progress/log/"), "ms", 30)


def _waits(server: Server, path: str) -> list[float]:
    server.ask(path)
    return [server.ask(path).seconds for _ in range(RUNS)]


def _programmes(server: Server) -> Iterator[Figure]:
    """A whole programme, taken up in one request."""
    sent = {"text": plan_text()}
    answers = [server.ask("/api/v1/programs", "POST", sent) for _ in range(5)]
    if {answer.status for answer in answers} != {201}:
        raise SystemExit("A programme was not taken up.")
    yield figure("a whole programme created in one request", [answer.seconds for answer in answers], "ms")


def _queries() -> Iterator[Figure]:
    with data_folder() as folder:
        found = json.loads(_within("queries", folder))
    yield figure("queries to log a set", found, "queries", 6)
