"""Two phones before one session: nothing twice, nothing lost."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.player.phone import Hold
from tests.player.site import Site


def test_sets_of_two_phones_end_in_one_session_each_once(phone: Hold, mixed: Site) -> None:
    first, second = phone(mixed), phone(mixed)
    for held in (first, second):
        held.install()
        held.wait_saved_everywhere()

    mixed.stop()
    first.log_until("Barbell row")
    first.log()
    first.log()
    second.log_until("Barbell row")
    second.part("amount").fill("7")
    second.log()

    mixed.start()
    for held in (first, second, first):
        held.find_network()
    (session,) = mixed.sessions()
    assert [entry["slot"] for entry in session["sets"]] == ["2", "2", "2"]
    assert len({entry["id"] for entry in session["sets"]}) == 3
    for held in (first, second):
        held.page.reload()
        expect(held.part("name")).to_have_text("Pulldown, close")
        assert {entry["id"] for entry in held.kept()["sets"]} == {entry["id"] for entry in session["sets"]}


def test_a_set_deleted_on_one_phone_goes_from_the_other(phone: Hold, mixed: Site) -> None:
    first, second = phone(mixed), phone(mixed)
    first.open()
    first.log_until("Barbell row")
    first.log()
    first.wait_saved_everywhere()
    second.open()
    expect(second.part("count")).to_have_text("1 of 11 done")

    second.tap("open_list")
    second.page.locator(".plan__set").first.click()
    second.tap("edit_delete")
    second.wait_saved_everywhere()
    first.page.reload()
    expect(first.part("count")).to_have_text("1 of 11 done")
    assert first.kept()["sets"] == []
    assert [session for session in mixed.sessions() if session.get("sets")] == []


def test_a_correction_that_waits_is_not_undone_by_what_the_server_still_has(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.log_until("Barbell row")
    held.log()
    held.wait_saved_everywhere()
    held.page.route("**/api/v1/events", lambda route: route.abort())
    held.tap("open_list")
    held.page.locator(".plan__set").first.click()
    held.part("edit_amount").fill("4")
    held.part("edit_form").locator("[type=submit]").click()
    expect(held.part("saved")).to_have_attribute("data-state", "here")
    with held.page.expect_response("**/api/v1/sessions/*"):
        held.page.reload()
    held.page.wait_for_timeout(200)
    assert held.kept()["sets"][0]["reps"] == 4
    held.page.unroute("**/api/v1/events")
    held.find_network()
    assert mixed.sessions()[0]["sets"][0]["reps"] == 4


def test_a_session_finished_elsewhere_is_finished_here(phone: Hold, mixed: Site) -> None:
    first, second = phone(mixed), phone(mixed)
    first.open()
    first.log_until("Barbell row")
    first.log()
    first.wait_saved_everywhere()
    second.open()
    second.tap("open_list")
    second.tap("finish_early")
    second.tap("end")
    second.wait_saved_everywhere()
    first.page.reload()
    expect(first.part("finish_title")).to_have_text("Session done")


def test_entries_of_someone_else_stay_on_the_phone_and_hold_nothing_up(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()
    held.page.evaluate(
        """async () => {
          const request = indexedDB.open("dorsi-player");
          const database = await new Promise((done) => { request.onsuccess = () => done(request.result); });
          const write = database.transaction("outbox", "readwrite");
          const [id, at] = ["01a20308-813f-7000-b7d8-bcfa2fe18b60", "2026-01-01T10:00:00.000Z"];
          const event = {id, at, kind: "withdrawn", thing_id: "x"};
          write.objectStore("outbox").add({athlete: "someone-else", session: "theirs", event});
          await new Promise((done) => { write.oncomplete = done; });
          database.close();
        }"""
    )
    held.log_until("Barbell row")
    held.log()
    expect(held.part("saved")).to_have_attribute("data-state", "someone-else")
    assert len(mixed.sessions()[0]["sets"]) == 1
    assert mixed.notes("withdrawn") == []
