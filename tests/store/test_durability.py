"""What was acknowledged survives a kill at any moment, nothing is half there, and writers do not lose each other."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections

from dorsi.bootstrap import open_journal
from dorsi.journal.codec import session_document
from dorsi.journal.folding import journal_of
from dorsi.settings import Settings
from dorsi.store.backup import read_backup, write_backup
from dorsi.store.journal_repository import JournalRepository
from tests.store.entries import instant
from tests.store.writer import SETS_IN_A_SESSION

pytestmark = pytest.mark.sqlite
ROOT = Path(__file__).resolve().parents[2]
KILLS = 300
LONGEST_S = 0.015
"""A writer lives up to so long after its first acknowledged append, or is killed while it opens the journal."""


@contextmanager
def writer(settings: Settings, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.store.writer", str(settings.data_dir), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield process


def lines_until(process: subprocess.Popen[str], wanted: str) -> list[str]:
    assert process.stdout is not None
    found = []
    while (line := process.stdout.readline().strip()) != wanted:
        assert line, "the writer is gone"
        found.append(line)
    return found


def assert_sound(journal: JournalRepository) -> None:
    """The file is whole, and sessions are what their events fold to."""
    with connections[journal.alias].cursor() as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    folded = journal_of(journal.events()).sessions
    assert [session_document(session) for session in journal.journal().sessions] == [
        session_document(session) for session in folded
    ]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")
def test_what_was_acknowledged_survives_being_killed(settings: Settings) -> None:
    chance = random.Random(1)
    acknowledged: list[str] = []
    with writer(settings) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(KILLS):
            process.stdin.write("go\n")
            process.stdin.flush()
            said, _, pid = process.stdout.readline().strip().partition(" ")
            assert said == "pid"
            # Every third is killed while it opens the journal, the first of them while it makes the tables.
            if number % 3:
                acknowledged += process.stdout.readline().split()
            time.sleep(chance.uniform(0, LONGEST_S))
            os.kill(int(pid), signal.SIGKILL)
            for line in lines_until(process, "dead"):
                acknowledged += line.split()
        process.stdin.close()
    journal = open_journal(settings)
    events = list(journal.events())
    kept = {event.id for event in events}
    assert len(acknowledged) > KILLS
    assert not set(acknowledged) - kept
    # A writer that was killed between the append and the acknowledgement has kept one append more, never a part of it.
    assert len(kept) - len(acknowledged) <= KILLS * 2
    assert all(session.sets for session in journal.journal().sessions)
    assert {event.session_id for event in events} == {session.id for session in journal.journal().sessions}
    assert_sound(journal)


def test_two_writers_at_once_lose_nothing(settings: Settings) -> None:
    with writer(settings, "60") as first, writer(settings, "60") as second:
        told = [process.communicate()[0].split() for process in (first, second)]
    journal = open_journal(settings)
    kept = {event.id for event in journal.events()}
    assert kept == {*told[0], *told[1]}
    assert len(kept) == 2 * (60 + 60 // SETS_IN_A_SESSION)
    assert_sound(journal)


def test_a_backup_made_while_another_process_writes_is_what_was_there_at_one_moment(
    settings: Settings, tmp_path: Path
) -> None:
    journal = open_journal(settings)
    seen = set()
    with writer(settings, "150") as process:
        assert process.stdout is not None
        told: list[str] = []
        while line := process.stdout.readline():
            told += line.split()
            if len(told) % 10 == 0:
                write_backup(journal, tmp_path / "backup", instant(0))
                backup = [event.id for event in read_backup((tmp_path / "backup").read_bytes())]
                seen.add(tuple(backup))
                assert backup[: len(told)] == told
    assert len(seen) > 1
    for backup in seen:
        assert list(backup) == told[: len(backup)]
