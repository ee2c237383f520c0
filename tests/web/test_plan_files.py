"""Programmes as files: taken along, printed, brought, checked, and the guides' own."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dorsi.atlas.load import load_atlas
from dorsi.bootstrap import Desk
from dorsi.program.export.formats import FORMATS
from dorsi.program.reading import MAX_BYTES, read_program
from dorsi.program.templates import template_ids, template_text
from dorsi.services.plan_calendar import plan_calendar
from tests.coach.making import programme
from tests.web.following import TEXT, log_row, take_up
from tests.web.site import text_of

BOMB = "a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\n"


def crowd(sessions: int, each: int) -> str:
    """A programme of so many sessions with so many exercises in each."""
    lines = "      - {exercise: deadlift, sets: 3 x 5}\n" * each
    written = (f"  - id: s{number}\n    blocks:\n{lines}" for number in range(sessions))
    return "dorsi: program/1\nname: x\nweeks: 52\nsessions:\n" + "".join(written)


@pytest.mark.parametrize("form", [*FORMATS, "yaml"])
def test_the_plan_can_be_taken_along_in_every_format(client: Client, desk: Desk, form: str) -> None:
    take_up(desk, ago=10)
    response = client.get(f"/plan/export/{form}/")
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    assert len(response.content) > 200
    if form == "yaml":
        read_program(response.content.decode(), "again", load_atlas())


@pytest.mark.parametrize("ahead", [-4, 3])
def test_the_calendar_file_holds_the_coming_sessions_on_the_days_that_the_plan_shows(
    client: Client, desk: Desk, ahead: int
) -> None:
    take_up(desk, ago=-ahead)
    if ahead < 0:
        log_row(client, desk, 4)
    file = client.get("/plan/export/ics/").content.decode()
    days = re.findall(r"DTSTART;VALUE=DATE:(\d{8})", file)
    calendar = plan_calendar(desk.store, desk.coaching())
    assert days == [f"{each:%Y%m%d}" for each in calendar.coming.values()]
    assert len(days) == (5 if ahead < 0 else 6)
    assert min(days) >= f"{desk.clock.today():%Y%m%d}"
    assert "T180000" not in file


def test_a_printed_week_has_a_cell_for_each_set(client: Client, desk: Desk) -> None:
    take_up(desk)
    page = text_of(client.get("/plan/print/?week=1"))
    assert page.count('class="sheet"') == 1
    assert page.count('<td class="blank">') == 4 * 3
    assert text_of(client.get("/plan/print/")).count('class="sheet"') == 2
    assert client.get("/plan/print/?week=99").status_code == 404
    assert client.get(f"/plan/print/?week={'9' * 5000}").status_code == 200


def test_places_on_paper_count_what_stands_there(client: Client, desk: Desk) -> None:
    """The first exercise is for other weeks only, so the second is number one."""
    row = {"exercise": "barbell-row", "sets": {"2": "3 x 6-10 @ RIR 2"}}
    take_up(desk, programme(row, "pulldown-wide 3 x 8-12 @ RIR 2", {"exercise": "deadlift", "sets": "5, 3"}, weeks=2))
    page = text_of(client.get("/plan/print/?week=1"))
    assert re.findall(r"<tr[^>]*> ?<td>(\w+)</td>", page) == ["1", "2"]
    assert "3 × 8–12" in page
    assert ">5, 3<" in page


def test_a_programme_is_checked_before_it_is_taken_up(client: Client, desk: Desk) -> None:
    response = client.post("/plan/upload/", {"text": TEXT}, follow=True)
    page = text_of(response)
    assert "Made for a test" in page
    assert "Take it up" in page
    assert not desk.store.journal().adoptions
    client.post("/plan/upload/check/", {"on": desk.clock.today().isoformat(), "anyway": "on"})
    assert len(desk.store.journal().adoptions) == 1
    assert client.get("/plan/upload/check/").headers["Location"] == "/plan/upload/"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose a file, or paste the programme here."),
        ({"text": "weeks: 4"}, "Line 1"),
        ({"text": "dorsi: program/1\nname: x\nsessions: []\n"}, "at least one session"),
        ({"text": BOMB}, "Line 2"),
        ({"text": crowd(sessions=500, each=5)}, "sessions hold more than 2000"),
        ({"text": crowd(sessions=1, each=51)}, "Line 5: session holds more than 50"),
        ({"text": "[" * 5000}, "The text is nested too deeply"),
        ({"text": "x: " + "y" * MAX_BYTES}, "too large"),
        ({"file": SimpleUploadedFile("x.yaml", b"x" * (MAX_BYTES + 1))}, "too large"),
        ({"file": SimpleUploadedFile("x.yaml", b"just words")}, "Line 1: The text does not hold a programme"),
        ({"file": SimpleUploadedFile("x.yaml", b"")}, "empty"),
        ({"file": SimpleUploadedFile("x.yaml", b"\xff\xfe\x00")}, "not plain text"),
        ({"file": SimpleUploadedFile("x.yaml", b"a: [")}, "not readable YAML"),
    ],
)
def test_a_file_that_is_no_programme_is_said_to_be_none(client: Client, sent: dict[str, object], said: str) -> None:
    response = client.post("/plan/upload/", sent)
    assert response.status_code == 422
    page = text_of(response)
    assert said in page
    assert "&#x27;dorsi " not in page
    if "text" in sent:
        assert str(sent["text"]).splitlines()[0].replace("&", "&amp;") in page


def test_the_guides_programmes_are_all_there(client: Client) -> None:
    page = text_of(client.get("/plan/templates/"))
    for name in template_ids():
        assert f'href="/plan/templates/{name}/"' in page
    assert client.get(f"/plan/templates/{template_ids()[0]}/?file=1").content.decode() == template_text(
        template_ids()[0]
    )


def test_a_guides_programme_needs_to_know_whom_it_is_for(client: Client, desk: Desk) -> None:
    page = text_of(client.get("/plan/templates/guide-a-upper-and-lower/"))
    assert "Answer the questions first" in page
    sent = {"on": desk.clock.today().isoformat(), "anyway": "on"}
    assert client.post("/plan/templates/guide-a-upper-and-lower/", sent).status_code == 400
    assert not desk.store.journal().adoptions


def test_its_errors_have_to_be_accepted(client: Client, desk: Desk) -> None:
    take_up(desk)
    address, sent = "/plan/templates/guide-d-eight-weeks/", {"on": desk.clock.today().isoformat()}
    response = client.post(address, sent)
    assert response.status_code == 422
    assert "Its errors stand." in text_of(response)
    assert "is under way" in text_of(client.post(address, {**sent, "anyway": "on"}, follow=True))
    state = desk.coaching().state()
    assert state.adoption is not None
    assert "Guide D" in state.adoption.text
    assert "body_mass: 80" in state.adoption.text


def test_a_programme_that_begins_later_is_not_called_under_way(client: Client, desk: Desk) -> None:
    take_up(desk)
    later = {"on": (desk.clock.today() + timedelta(days=3)).isoformat(), "anyway": "on"}
    page = text_of(client.post("/plan/templates/guide-d-eight-weeks/", later, follow=True))
    assert "begins on" in page
    assert "is under way" not in page


def test_a_first_day_that_is_over_is_refused(client: Client, desk: Desk) -> None:
    take_up(desk)
    response = client.post("/plan/templates/guide-b-formula/", {"on": "2020-01-01", "anyway": "on"})
    assert response.status_code == 422
    assert "2020-01-01" in text_of(response)
    assert len(desk.store.journal().adoptions) == 1
