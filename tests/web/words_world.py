"""A journal with ten weeks in it, and the accented language, for tests of words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from django.conf import settings
from django.test import Client, override_settings
from tools.messages.catalogues import write_pseudo

from dorsi import languages
from dorsi.athlete.intake import intake_document, read_intake
from dorsi.bootstrap import Desk
from dorsi.journal import events
from dorsi.journal.identity import RANDOM_BYTES, timed_id
from dorsi.program.writing import write_program
from dorsi.services.planning import plan_from_intake
from dorsi.units import MassUnit
from tests.laws import lives
from tests.web.answering import EXAMPLES

WEEKS = 8


@cache
def accented_folder() -> Path:
    """Where the accented language lies, made once in a process."""
    folder = Path(mkdtemp(prefix="dorsi-words-", dir=settings.DORSI.data_dir))
    write_pseudo(folder)
    return folder


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """The site offers the language besides English: the accented one, or one of which only the formats are known."""
    paths = [accented_folder()] if code == languages.PSEUDO else []
    languages.forget()
    with override_settings(LANGUAGES=[("en", "English"), (code, code)], LOCALE_PATHS=paths):
        yield
    languages.forget()


@cache
def _plan(units: MassUnit) -> str:
    intake = read_intake((EXAMPLES / "newcomer.toml").read_text("utf-8"), "newcomer")
    intake = replace(intake, units=units)
    return write_program(replace(plan_from_intake(intake).program, athlete=intake_document(intake)))


@cache
def _lived(ending: date, units: MassUnit) -> tuple[events.Event, ...]:
    start = ending - timedelta(weeks=WEEKS, days=ending.weekday())
    character = lives.Character(seed=3, stalls_after=4, hurts=0.1)
    life = lives.Life(text=_plan(units), character=character, weeks=WEEKS + 1, first_day=start)
    for _moment in life.moments():
        pass
    found: list[events.Event] = []

    def add(body: events.Body, on: date) -> None:
        at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC) + timedelta(seconds=len(found))
        found.append(events.Event(id=timed_id(at, len(found).to_bytes(RANDOM_BYTES, "big")), at=at, body=body))

    for adoption in life.journal.adoptions:
        add(events.Noted(thing=adoption), adoption.on)
    for session in life.journal.sessions:
        if session.on < ending:
            add(events.SessionLogged(session=replace(session, sets=())), session.on)
            for entry in session.sets:
                add(events.SetLogged(session_id=session.id, entry=entry), session.on)
    return tuple(found)


def live(desk: Desk, units: MassUnit = MassUnit.KG) -> None:
    """Fills the journal with weeks of training up to yesterday."""
    desk.settle(units=units)
    desk.store.append(_lived(desk.clock.today(), units))


def work_place(client: Client) -> dict[str, str]:
    """The session to come and the place of its first work, for addresses."""
    day = client.get("/api/v1/day").json()
    items = [item for block in day["blocks"] for item in block["items"] if item["role"] == "work"]
    return {"session": day["plan"]["session"], "place": items[0]["place"]}
