"""How a rest ends, and the screen that stays on."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.player.phone import Hold, Phone
from tests.player.site import Site

LISTEN = """
  globalThis.heard = {tones: 0, shakes: [], notes: [], locks: 0};
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) { heard.tones += 1; return start.apply(this, when); };
  navigator.vibrate = (pattern) => heard.shakes.push(pattern);
  const note = async (title, options) => heard.notes.push([title, options.body]);
  ServiceWorkerRegistration.prototype.showNotification = note;
  Object.defineProperty(Notification, "permission", {get: () => globalThis.allowed ?? "granted"});
  navigator.wakeLock.request = async () => {
    heard.locks += 1;
    globalThis.lock = {released: false, release: async () => { lock.released = true; }};
    return lock;
  };
  globalThis.look = (state) => {
    Object.defineProperty(document, "visibilityState", {value: state, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
  };
"""


def _listening(phone: Hold, site: Site) -> Phone:
    held = phone(site)
    held.run_first(LISTEN)
    held.page.clock.install()
    held.install()
    held.log_until("Barbell row")
    held.log()
    expect(held.part("rest")).to_be_visible()
    return held


def test_a_rest_ends_with_sound_and_shake_and_behind_a_lock_with_a_notification(phone: Hold, mixed: Site) -> None:
    held = _listening(phone, mixed)
    held.page.evaluate("look('hidden')")
    held.page.clock.fast_forward(125_000)
    expect(held.part("time")).to_have_text("Go")
    held.page.wait_for_function("heard.notes.length > 0")
    heard = held.page.evaluate("heard")
    assert heard["tones"] == 3
    assert len(heard["shakes"]) == 1
    assert heard["notes"] == [["The rest is over", "Next: Barbell row, shoulder-width overhand grip, set 2."]]
    held.page.evaluate("look('visible')")
    assert held.page.evaluate("heard.shakes.length") == 1, "it rings once"


def test_a_rest_that_is_looked_at_needs_no_notification(phone: Hold, mixed: Site) -> None:
    held = _listening(phone, mixed)
    held.page.clock.fast_forward(125_000)
    expect(held.part("time")).to_have_text("Go")
    assert held.page.evaluate("[heard.tones, heard.notes.length]") == [3, 0]


def test_a_rest_shortened_and_skipped_is_over(phone: Hold, mixed: Site) -> None:
    held = _listening(phone, mixed)
    ends = held.kept()["rest"]["ends_at"]
    held.tap("shorter")
    expect(held.part("time")).to_have_text("1:45")
    assert held.kept()["rest"]["ends_at"] == ends - 15_000
    held.tap("skip")
    expect(held.part("rest")).to_be_hidden()
    assert held.kept()["rest"] is None


def test_permission_to_notify_is_asked_for_beside_the_rest(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.run_first(
        LISTEN + "globalThis.allowed = 'default'; Notification.requestPermission = async () => allowed = 'granted';"
    )
    held.open()
    held.log_until("Barbell row")
    held.log()
    held.tap("bell")
    expect(held.part("bell")).to_be_hidden()


def test_the_screen_stays_on_and_does_so_again_after_the_phone_was_locked(phone: Hold, mixed: Site) -> None:
    held = _listening(phone, mixed)
    held.page.evaluate("look('visible')")
    assert held.page.evaluate("[heard.locks, lock.released]") == [1, False], "one lock is enough"
    held.page.evaluate("lock.released = true; look('hidden'); look('visible')")
    held.page.wait_for_function("heard.locks === 2 && !lock.released")
    held.tap("open_list")
    held.tap("finish_early")
    held.page.wait_for_function("lock.released")
