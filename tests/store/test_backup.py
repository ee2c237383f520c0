"""A backup holds everything, is the same for the same journal, and is refused when anything about it is wrong."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorsi.errors import FileUnwritable, InvalidFile
from dorsi.journal.codec import event_document
from dorsi.journal.events import Event, Imported, ImportUndone, NameSettled, Noted
from dorsi.journal.model import Answer, CustomExercise, Hurt, LoggedSession, PlanRef, Sign
from dorsi.store import backup
from dorsi.store.backup import backup_of, read_backup, write_backup
from dorsi.store.journal_repository import JournalRepository
from tests.store.entries import a_set, day, event, instant, session_logged, set_logged

NOW = instant(0)
EVENTS = (
    session_logged("a", 1, a_set("1"), a_set("2", exercise="тяга \ud800")),
    set_logged("a", "3"),
    event(Noted(thing=Answer(id="n", on=day(1), set_id="1", true=False))),
    event(Noted(thing=Hurt(id="h", on=day(1), place="hip", score=4, signs=frozenset({Sign.SHARP, Sign.SPREADING})))),
    event(Noted(thing=CustomExercise(id="custom:x", name="X", muscles={"lats": 1.0}))),
    event(NameSettled(name="rudern", exercise="barbell-row"), batch="i"),
    event(Imported(file="log.csv", format="strong", digest="0", fates={"set": 3}), batch="i"),
    event(ImportUndone(batch="i")),
)


def sealed(lines: list[Any]) -> bytes:
    """A backup of these lines whose check sum is right."""
    text = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    sealed_text = text + (json.dumps({"sha256": hashlib.sha256(text).hexdigest()}) + "\n").encode()
    return gzip.compress(sealed_text, mtime=0)


def with_event(document: Any) -> bytes:
    return sealed([{"dorsi": "journal/1", "events": 1}, document])


def changed(change: Callable[[dict[str, Any]], object], of: Event = EVENTS[0]) -> dict[str, Any]:
    document = json.loads(json.dumps(event_document(of)))
    change(document)
    return dict(document)


def problems_of(data: bytes) -> str:
    with pytest.raises(InvalidFile) as caught:
        read_backup(data, "my.backup")
    assert all(problem.file == "my.backup" and problem.remedy for problem in caught.value.problems)
    return str(caught.value)


def test_a_journal_comes_back_as_it_was(journal: JournalRepository, tmp_path: Path) -> None:
    journal.append(EVENTS)
    whole = journal.journal()
    assert write_backup(journal, tmp_path / "backup", NOW) == len(EVENTS)
    journal.append([set_logged("a", "4")])
    assert journal.replace_all(read_backup((tmp_path / "backup").read_bytes())) == len(EVENTS)
    assert tuple(journal.events()) == EVENTS
    assert journal.journal() == whole


def test_an_empty_journal_has_a_backup_too() -> None:
    assert read_backup(backup_of((), NOW)) == ()


def test_the_same_journal_gives_the_same_bytes() -> None:
    assert backup_of(EVENTS, NOW) == backup_of(EVENTS, NOW)
    assert backup_of(EVENTS, NOW) != backup_of(EVENTS[1:], NOW)


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights elsewhere")
def test_only_the_owner_can_read_a_backup(journal: JournalRepository, tmp_path: Path) -> None:
    write_backup(journal, tmp_path / "backup", NOW)
    assert stat.S_IMODE((tmp_path / "backup").stat().st_mode) == 0o600


def test_a_backup_that_cannot_be_written_leaves_nothing(journal: JournalRepository, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    for target in (tmp_path / "taken", tmp_path / "no" / "folder"):
        with pytest.raises(FileUnwritable):
            write_backup(journal, target, NOW)
    assert [file.name for file in tmp_path.iterdir() if file.name != "data"] == ["taken"]


@given(cut=st.integers(0, len(backup_of(EVENTS, NOW)) - 1))
def test_a_backup_that_was_cut_off_is_refused(cut: int) -> None:
    problems_of(backup_of(EVENTS, NOW)[:cut])


@given(place=st.integers(0, len(gzip.decompress(backup_of(EVENTS, NOW))) - 2), byte=st.integers(1, 255))
def test_a_backup_that_was_altered_is_refused(place: int, byte: int) -> None:
    text = bytearray(gzip.decompress(backup_of(EVENTS, NOW)))
    text[place] ^= byte
    problems_of(gzip.compress(bytes(text)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not whole"),
        (b"Date,Exercise\n", "no backup that Dorsi made"),
        (gzip.compress(b"", mtime=0), "check sum"),
        (sealed([{"name": "else"}]), "no backup of a journal"),
        (sealed([["list"]]), "no backup of a journal"),
        (sealed([{"dorsi": "journal/2", "events": 0}]), "newer version"),
        (sealed([{"dorsi": "journal/1", "events": 2}]), "holds 0"),
        (sealed([{"dorsi": "journal/1", "events": 2}, *[event_document(EVENTS[1])] * 2]), "twice"),
    ],
)
def test_what_is_no_backup_is_refused_with_the_reason(data: bytes, said: str) -> None:
    assert said in problems_of(data)


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (["list"], ":2"),
        (changed(lambda d: d.update(kind="other")), "other"),
        (changed(lambda d: d.pop("at")), "at"),
        (changed(lambda d: d.update(at="0001-01-01T00:00:00+14:00")), "event"),
        (changed(lambda d: d.update(id=7)), "id"),
        (changed(lambda d: d.update(id="")), "id"),
        (changed(lambda d: d.update(id="x" * 65)), "id"),
        (changed(lambda d: d["session"].update(title=["list"])), "body.session.title"),
        (changed(lambda d: d["session"].update(finished=1)), "body.session.finished"),
        (changed(lambda d: d["session"]["sets"][1].update(reps="8")), "body.session.sets[1].reps"),
        (changed(lambda d: d["session"]["sets"][0].update(rir=float("inf"))), ":2"),
        (changed(lambda d: d["session"]["sets"][0].update(load=["heavy", "kg", "total"])), "load.value"),
        (changed(lambda d: d["session"].update(run_notes=[[1, "a"], 2])), "event"),
        (changed(lambda d: d.update(session_id=None), EVENTS[1]), "session_id"),
        (changed(lambda d: d["thing"].update(true="no"), EVENTS[2]), "true"),
        (changed(lambda d: d["thing"].update(muscles={"lats": True}), EVENTS[4]), "lats"),
        (changed(lambda d: d.update(fates={"set": "3"}), EVENTS[6]), "body.fates.set"),
    ],
)
def test_a_value_that_cannot_stand_where_it_does_is_named(document: Any, place: str) -> None:
    assert place in problems_of(with_event(document))


def test_every_problem_is_told_at_once() -> None:
    wrong = changed(lambda d: d["session"]["sets"][0].update(reps="8", rest_s=1.5))
    assert problems_of(sealed([{"dorsi": "journal/1", "events": 2}, wrong, {}])).count("my.backup") == 3


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "MAX_BYTES", 100_000)
    assert "larger" in problems_of(gzip.compress(b" " * 100_001))


def test_every_field_of_a_sound_journal_passes() -> None:
    session = LoggedSession(id="p", on=day(1), run_notes=((0, "slow"),), plan=PlanRef(program="p", session="s", week=1))
    events = (event(EVENTS[0].body.__class__(session=session)), *EVENTS)  # type: ignore[call-arg]
    assert read_backup(backup_of(events, NOW)) == events
