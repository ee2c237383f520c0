"""The page, the files it needs without a network, and what makes it an app."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, expect

import dorsi.web
from dorsi.web.pages.player import PlayerPage
from tests.player.phone import PLAYER, Hold
from tests.player.site import Site
from tests.player.wire import wire

WEB = Path(dorsi.web.__file__).parent
SCRIPTS = sorted((WEB / "static/web/js/player").glob("*.js"))
HEAVIEST = 150_000
"""Bytes that the player may take over the wire, with everything (its budget)."""
SMALLEST_TARGET = 48


def test_the_player_weighs_little_over_the_wire(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    with wire(mixed.port) as counted:
        held.page.goto(f"http://localhost:{counted.port}{PLAYER}")
        held.wait_saved_everywhere()
        held.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        held.page.wait_for_load_state("networkidle")
        assert counted.received > HEAVIEST / 2, "the scripts must be among it"
        assert counted.received <= HEAVIEST, "with headers, and with what is kept for days without a network"


def test_files_carry_neither_comments_nor_what_only_pages_need(mixed: Site) -> None:
    with urlopen(mixed.address + PLAYER) as answer:
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        page = answer.read().decode()
    (script,) = re.findall(r'href="(/static/web/js/player/floor\.\w+\.js)"', page)
    with urlopen(mixed.address + script) as answer:
        assert "Content-Security-Policy" not in answer.headers
        assert not re.search(r"^\s*/\*\*[^/]*\*/\s*$", answer.read().decode(), re.MULTILINE)
    (picture,) = set(re.findall(r'href="(/static/web/img/mark\.\w+\.svg)"', page))
    with urlopen(mixed.address + picture) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_without_a_network_other_pages_say_so_and_lead_to_the_player(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()
    mixed.stop()
    held.page.goto(f"{mixed.address}/offline-or-not/")
    expect(held.page.get_by_role("heading", name="No network")).to_be_visible()
    held.page.get_by_role("link", name="Open the player").click()
    expect(held.part("name")).to_have_text("Rowing machine")


def test_any_page_sends_what_a_session_left_behind(phone: Hold, mixed: Site) -> None:
    held = phone(mixed)
    held.install()
    held.wait_saved_everywhere()
    mixed.stop()
    held.log_until("Barbell row")
    held.log()
    mixed.start()
    with held.page.expect_response("**/api/v1/events"):
        held.page.goto(f"{mixed.address}/offline/")
    assert len(mixed.sessions()[0]["sets"]) == 1


def test_the_service_worker_keeps_files_that_are_there(mixed: Site) -> None:
    with urlopen(f"{mixed.address}/sw.js") as answer:
        assert answer.headers["Content-Type"].startswith("text/javascript")
        text = answer.read().decode()
    shell = json.loads(text[text.index("{") : text.rindex(";\nimportScripts")])
    assert shell["page"] == PLAYER
    for address in [*shell["files"], shell["page"], shell["offline"]]:
        with urlopen(mixed.address + address) as answer:
            assert answer.status == 200


def test_the_manifest_names_icons_that_are_there(mixed: Site) -> None:
    with urlopen(f"{mixed.address}/manifest.webmanifest") as answer:
        manifest = json.load(answer)
    assert manifest["display"] == "standalone"
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])
    for icon in manifest["icons"]:
        with urlopen(mixed.address + icon["src"]) as answer:
            assert answer.headers["Content-Type"] == "image/png"


def test_without_javascript_the_page_says_what_to_do(chromium: Browser, mixed: Site) -> None:
    page = chromium.new_page(java_script_enabled=False)
    page.goto(mixed.address + PLAYER)
    told = page.locator(".player--plain")
    expect(told).to_be_visible()
    assert "JavaScript" in told.inner_text()
    assert told.locator("a").get_attribute("href") == "/today/"
    expect(page.locator("dorsi-player")).to_be_hidden()
    page.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_cut_off_and_every_button_is_large_enough(phone: Hold, mixed: Site, width: int) -> None:
    held = phone(mixed)
    held.page.set_viewport_size({"width": width, "height": 844})
    held.open()
    held.log_until("Barbell row")
    held.log()
    sheets = {"open_list": "list_sheet", "open_technique": "technique_sheet", "open_hurts": "hurts_sheet"}
    sheets |= {"open_swap": "swap_sheet", "open_note": "note_sheet", "saved": "saved_sheet"}
    _look(held.page.evaluate(_BOXES, "dorsi-player"), width)
    for button, sheet in sheets.items():
        held.tap(button)
        _look(held.page.evaluate(_BOXES, f'[data-part="{sheet}"]'), width)
        held.page.keyboard.press("Escape")


_BOXES = """(within) => ({
  scroll: document.documentElement.scrollWidth,
  small: [...document.querySelector(within).querySelectorAll("button, a, label.chip, label.warning, .reserve__choice")]
    .filter((each) => each.checkVisibility() && (within.includes("sheet") || !each.closest("dialog")))
    .map((each) => [each.textContent.trim() || each.getAttribute("aria-label"), each.getBoundingClientRect()])
    .filter(([, box]) => box.height < 47.5 || box.width < 47.5)
    .map(([name, box]) => [name, Math.round(box.width), Math.round(box.height)]),
})"""


def _look(seen: dict[str, object], width: int) -> None:
    assert seen["scroll"] == width
    assert seen["small"] == [], f"below {SMALLEST_TARGET} px"


def test_scripts_and_server_agree_on_names() -> None:
    text = (WEB / "static/web/js/player/places.js").read_text()
    said = dict(re.findall(r'export const (\w+) = "([^"]+)"', text))
    assert said["CSRF_COOKIE"] == settings.CSRF_COOKIE_NAME
    assert said["API"] + "day" == reverse("api:day")
    assert reverse("web:player") == PLAYER


def test_every_sentence_that_the_scripts_say_is_there_and_none_is_idle() -> None:
    words = PlayerPage(today="", home="", login="", modules=()).words
    scripts = "\n".join(path.read_text() for path in SCRIPTS)
    named = set(re.findall(r'say\(\s*(?:\w+(?:\.\w+)* \? )?"(\w+)"', scripts)) - {"name"}
    assert named <= set(words), named - set(words)
    families = set(re.findall(r"say\(`(\w+?)_\$\{", scripts))
    idle = {
        name
        for name in words
        if f'"{name}"' not in scripts and not any(name.startswith(f"{stem}_") for stem in families | {"saved"})
    }
    assert idle == set()


def test_every_part_that_the_scripts_name_is_in_the_page() -> None:
    pages = "\n".join(
        path.read_text() for path in [WEB / "templates/web/player.html", *(WEB / "templates/web/player").glob("*")]
    )
    there = set(re.findall(r'data-part="(\w+)"', pages))
    for path in SCRIPTS:
        for name in re.findall(r"\b(?:this\.|this\._)?part\.(\w+)", path.read_text()):
            assert name in there, f"{path.name} names {name}"
