"""More: settings, imports, taking the log away, backups, deleting."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dorsi.bootstrap import Desk, open_desk
from dorsi.journal.exporting.formats import FORMATS
from dorsi.services.importing import imports
from dorsi.store.backup import FORMAT
from dorsi.units import MassUnit
from tests.web.answering import plan_text
from tests.web.site import few_queries, text_of

PAGES = (
    "/more/", "/more/about/", "/more/settings/", "/more/import/", "/more/export/", "/more/backup/", "/more/delete/",
)  # fmt: skip
HEAD = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
ROWS = (
    "2026-03-02 18:30:00,Back,1h 5m,Deadlift (Barbell),1,100,5,0,0,,,",
    "2026-03-02 18:30:00,Back,1h 5m,Meadows Row Thing,1,30,8,0,0,,,",
    "2026-03-09 18:30:00,Back,1h 5m,Deadlift (Barbell),1,102.5,5,0,0,,,",
    "some day,Back,1h 5m,Deadlift (Barbell),2,100,5,0,0,,,",
)


def log_file(*rows: str, name: str = "strong.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join((HEAD, *(rows or ROWS))).encode())


def brought(client: Client) -> None:
    client.post("/more/import/", {"file": log_file()})
    client.post("/more/import/preview/", {"keep": "1", "unit": "kg"})


def again(desk: Desk) -> Desk:
    """The same person's desk, with what was settled since."""
    return open_desk(settings.DORSI, desk.alias)


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_there_with_few_queries_and_takes_no_other_method(client: Client, address: str) -> None:
    with few_queries():
        response = client.get(address)
    assert response.status_code == 200
    assert 'aria-current="page"' in response.content.decode()
    assert client.delete(address).status_code == 405


@pytest.mark.parametrize("address", [*PAGES, "/more/export/json/", "/more/backup/file/", "/more/import/preview/"])
def test_nobody_gets_in_unknown_where_there_are_accounts(anonymous: Client, address: str) -> None:
    assert anonymous.get(address).headers["Location"].startswith("/accounts/login/")


# ---------------------------------------------------------------------- settings
def test_unit_and_zone_are_kept(client: Client, desk: Desk) -> None:
    response = client.post("/more/settings/", {"units": "lb", "zone": "Pacific/Auckland"})
    assert response.headers["Location"] == "/more/settings/"
    assert again(desk).units is MassUnit.LB
    assert again(desk).zone == "Pacific/Auckland"


def test_a_setting_that_is_none_is_told_beside_its_field(client: Client, desk: Desk) -> None:
    response = client.post("/more/settings/", {"units": "lb", "zone": "Mars/Olympus"})
    assert response.status_code == 422
    assert "There is no such time zone." in text_of(response)
    assert re.search(r'value="lb"[^>]*checked', response.content.decode())
    assert again(desk).units is MassUnit.KG


def test_the_theme_is_kept_by_the_browser(client: Client) -> None:
    client.post("/more/settings/theme/", {"theme": "dark"})
    assert client.cookies["theme"].value == "dark"
    assert 'class="theme-dark"' in client.get("/more/settings/").content.decode()
    client.post("/more/settings/theme/", {"theme": "pink"})
    assert client.cookies["theme"].value == "dark"
    assert client.get("/more/settings/theme/").status_code == 405


def test_settings_lead_to_the_answers_behind_the_plan(client: Client, desk: Desk) -> None:
    desk.coaching().start(plan_text(), "plan.yaml")
    page = text_of(client.get("/more/settings/"))
    assert 'action="/questions/change/gym/"' in page
    assert "Nothing changes before you start it." in page


# ---------------------------------------------------------------------- import
def test_a_log_is_looked_at_before_anything_is_kept(client: Client, desk: Desk) -> None:
    response = client.post("/more/import/", {"file": log_file()})
    assert response.headers["Location"] == "/more/import/preview/"
    assert imports(desk.store) == ()
    page = text_of(client.get("/more/import/preview/"))
    assert "Strong" in page
    assert "2 sessions, 3 sets" in page
    assert "Loads are in" in page
    assert "Meadows Row Thing" in page
    assert "1 row not understood" in page


def test_kept_it_can_be_taken_back(client: Client, desk: Desk) -> None:
    client.post("/more/import/", {"file": log_file()})
    kept = client.post("/more/import/preview/", {"keep": "1", "unit": "lb"}, follow=True)
    assert "Kept: 3 sets." in text_of(kept)
    session = desk.store.journal().sessions[0]
    assert session.sets[0].load is not None
    assert session.sets[0].load.unit is MassUnit.LB
    (record,) = imports(desk.store)
    undone = client.post("/more/import/undo/", {"batch": record.batch}, follow=True)
    assert "taken back" in text_of(undone)
    assert desk.store.journal().sessions == ()


def test_what_is_said_about_a_file_holds_until_it_is_kept(client: Client, desk: Desk) -> None:
    client.post("/more/import/", {"file": log_file()})
    said = {
        "unit": "kg", "zone": "Asia/Tokyo", "theirs-0": "Meadows Row Thing", "typed-0": "Barbell row", "again": "1",
    }  # fmt: skip
    assert client.post("/more/import/preview/", said).headers["Location"] == "/more/import/preview/"
    page = client.get("/more/import/preview/").content.decode()
    assert re.search(r'value="Asia/Tokyo" selected', page)
    assert re.search(r'name="unit"\s+value="kg"\s+checked', page)
    client.post("/more/import/preview/", {**said, "keep": "1"})
    exercises = {entry.exercise for session in desk.store.journal().sessions for entry in session.sets}
    assert exercises == {"deadlift", "barbell-row"}
    assert desk.store.journal().sessions[0].zone == "Asia/Tokyo"


def test_an_own_exercise_can_say_what_it_trains(client: Client, desk: Desk) -> None:
    client.post("/more/import/", {"file": log_file()})
    said = {"keep": "1", "theirs-0": "Meadows Row Thing", "ours-0": "", "muscle-0": "lats"}
    client.post("/more/import/preview/", said)
    (own,) = desk.store.journal().exercises.values()
    assert own.name == "Meadows Row Thing"
    assert own.muscles


def test_a_name_that_is_no_exercise_is_told_and_nothing_is_kept(client: Client, desk: Desk) -> None:
    client.post("/more/import/", {"file": log_file()})
    said = {"keep": "1", "theirs-0": "Meadows Row Thing", "typed-0": "xyzzy plugh"}
    client.post("/more/import/preview/", said)
    assert imports(desk.store) == ()
    page = text_of(client.get("/more/import/preview/"))
    assert "Dorsi knows no exercise of that name." in page
    assert 'value="xyzzy plugh"' in page


def test_forged_choices_do_no_harm(client: Client, desk: Desk) -> None:
    client.post("/more/import/", {"file": log_file()})
    said = {"unit": "stone", "zone": "Mars/Olympus", "theirs-0": "Meadows Row Thing", "ours-0": "no-such", "again": "1"}
    client.post("/more/import/preview/", said)
    assert client.get("/more/import/preview/").status_code == 200


def test_left_alone_nothing_is_kept(client: Client, desk: Desk) -> None:
    client.post("/more/import/", {"file": log_file()})
    assert client.post("/more/import/preview/", {"drop": "1"}).headers["Location"] == "/more/import/"
    assert imports(desk.store) == ()
    assert client.get("/more/import/preview/").headers["Location"] == "/more/import/"


def test_the_same_file_again_brings_nothing(client: Client) -> None:
    brought(client)
    client.post("/more/import/", {"file": log_file()})
    page = text_of(client.get("/more/import/preview/"))
    assert "Nothing new in it" in page
    assert 'name="keep"' not in page


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (SimpleUploadedFile("notes.txt", b"buy milk\n"), "This is no training log that Dorsi knows"),
        (SimpleUploadedFile("empty.csv", b""), "That file is empty."),
        (SimpleUploadedFile("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(400)), "not a text file"),
    ],
)
def test_a_file_that_is_no_log_is_told_beside_the_field(client: Client, file: SimpleUploadedFile, says: str) -> None:
    file.seek(0)
    response = client.post("/more/import/", {"file": file})
    assert response.status_code == 422
    assert says in text_of(response)


def test_no_file_at_all(client: Client) -> None:
    response = client.post("/more/import/", {"format": "strong"})
    assert response.status_code == 422
    assert "Choose a file." in text_of(response)
    assert re.search(r'value="strong" selected', response.content.decode())


def test_an_import_that_is_none_cannot_be_taken_back(client: Client) -> None:
    brought(client)
    assert client.post("/more/import/undo/", {"batch": "nobody's"}).status_code == 404


# ---------------------------------------------------------------------- taking away, keeping safe
def test_every_format_can_be_taken_away(client: Client) -> None:
    brought(client)
    page = text_of(client.get("/more/export/"))
    for name, form in FORMATS.items():
        assert f'href="/more/export/{name}/"' in page
        response = client.get(f"/more/export/{name}/")
        assert response.headers["Content-Type"].startswith(form.media_type)
        assert response.headers["Content-Disposition"].endswith(f'.{form.extension}"')
        assert response.content
    assert client.get("/more/export/stone-tablet/").status_code == 404


def test_a_backup_comes_back_and_the_restore_can_be_undone(client: Client, desk: Desk) -> None:
    brought(client)
    content = client.get("/more/backup/file/").content
    brought_sessions = len(desk.store.journal().sessions)
    (record,) = imports(desk.store)
    client.post("/more/import/undo/", {"batch": record.batch})
    assert desk.store.journal().sessions == ()
    look = client.post("/more/backup/", {"file": SimpleUploadedFile("journal.dorsi", content)})
    assert "Put this in the place of your log?" in text_of(look)
    assert desk.store.journal().sessions == ()
    client.post("/more/backup/restore/")
    assert len(desk.store.journal().sessions) == brought_sessions
    assert "Go back to it" in text_of(client.get("/more/backup/"))
    client.post("/more/backup/restore/", {"back": "1"})
    assert desk.store.journal().sessions == ()


def test_what_is_no_backup_is_told_and_changes_nothing(client: Client, desk: Desk) -> None:
    brought(client)
    response = client.post("/more/backup/", {"file": SimpleUploadedFile("x.dorsi", b"not packed")})
    assert response.status_code == 422
    assert "no backup that Dorsi made" in text_of(response)
    assert client.post("/more/backup/restore/").headers["Location"] == "/more/backup/"
    assert desk.store.journal().sessions


def test_ids_with_strokes_and_dots_break_no_page(client: Client, desk: Desk) -> None:
    desk.recording().enter(["deadlift 3x5 100"], done=True, on=desk.clock.today() - timedelta(days=2))
    (mine,) = desk.store.journal().sessions
    text = client.get("/more/export/json/").content.decode().replace("deadlift", "custom:row/curl")
    for name in ("2026/11/20", "..", "~1"):
        log = text.replace(mine.id, name).replace(mine.id[:-4], f"{name}/")
        client.post("/more/import/", {"file": SimpleUploadedFile("log.json", log.encode())})
        client.post("/more/import/preview/", {"keep": "1"})
    assert {session.id for session in desk.store.journal().sessions} == {mine.id, "2026/11/20", "..", "~1"}
    seen: set[str] = set()
    ahead = {"/progress/", "/progress/log/"}
    while ahead:
        page = client.get(address := ahead.pop())
        assert page.status_code == 200, address
        seen.add(address)
        ahead |= set(re.findall(r'href="(/progress/l(?:og|ift)/[^"?]*/)"', text_of(page))) - seen
        ahead -= {each for each in ahead if "/export/" in each}
    assert {"/progress/log/2026~111~120/", "/progress/log/~../", "/progress/log/~01/"} <= seen
    assert "/progress/lift/custom:row~1curl/" in seen


def test_a_backup_full_of_mistakes_tells_the_first_few(client: Client) -> None:
    lines = [json.dumps({"dorsi": FORMAT, "events": 40}), *["{}"] * 40]
    text = "".join(f"{line}\n" for line in lines).encode()
    seal = json.dumps({"sha256": hashlib.sha256(text).hexdigest()}).encode()
    packed = gzip.compress(text + seal + b"\n")
    response = client.post("/more/backup/", {"file": SimpleUploadedFile("x.dorsi", packed)})
    assert response.status_code == 422
    page = text_of(response)
    assert page.count("#warning") == 5
    assert ".." not in page.partition("field__errors")[2].partition("</ul>")[0]


# ---------------------------------------------------------------------- deleting
def test_everything_goes_once_the_word_is_typed(client: Client, desk: Desk) -> None:
    brought(client)
    desk.coaching().start(plan_text(), "plan.yaml", desk.clock.today() + timedelta(days=1))
    assert client.post("/more/delete/", {"word": "delete"}).status_code == 422
    assert desk.store.journal().sessions
    response = client.post("/more/delete/", {"word": "DELETE"})
    assert response.headers["Location"] == "/welcome/"
    assert "storage" in response.headers["Clear-Site-Data"]
    assert list(again(desk).store.events()) == []
    assert client.get("/").headers["Location"] == "/welcome/"


def test_nobody_sees_or_deletes_what_is_someone_elses(alice: Client, bob: Client) -> None:
    brought(alice)
    assert "strong.csv" not in text_of(bob.get("/more/import/"))
    bob.post("/more/delete/", {"word": "DELETE"})
    assert "strong.csv" in text_of(alice.get("/more/import/"))
