"""Words: whatever a page shows passes through gettext, and figures follow the language.

Every page of the table of addresses is read in a language that is English with an accent on every letter. A word in
plain letters is one that no translator could reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import NoReverseMatch
from django.utils.translation import override

from dorsi.atlas.load import load_atlas
from dorsi.atlas.model import Loading
from dorsi.bootstrap import Desk
from dorsi.coach.coaching_rules import RULES
from dorsi.languages import PSEUDO, known, said
from dorsi.rules.registry import all_rules
from dorsi.services.questioning import Questionnaire
from dorsi.units import MassUnit
from dorsi.web.pages.question_parts import PARTS
from tests.api.calling import session_entry, set_entry
from tests.server.addresses_known import addresses
from tests.server.samples import SESSION, SET
from tests.web.answering import answers
from tests.web.seen import bare_words
from tests.web.test_more import ROWS, log_file
from tests.web.words_world import live, speaking, work_place

UNITS = frozenset({"kg", "lb", "cm", "in", "min", "mmHg"})
NOTATION = frozenset({"max", "RIR", "DELETE"})
FORMATS = frozenset({"CSV", "PDF", "JSON", "YAML", "Excel", "iCalendar", "csv", "json", "xlsx", "strong", "hevy"})
NAMES = frozenset({"Dorsi", "Python", "Django", "SQLite", "Apache", "Strong", "Hevy"})
KNOWN = UNITS | NOTATION | FORMATS | NAMES
"""What is the same in every language."""
OWN = ("Mira", SESSION, SET)
"""The athlete's name, and what a test typed."""
FORMS = (
    "/today/log/", "/today/hurts/", "/today/move/", "/today/skip/", "/progress/body/", "/plan/upload/",
    "/plan/what-if/", "/plan/sets/1/{session}/{place}/", "/more/import/", "/more/settings/", "/more/delete/",
    "/more/backup/", f"/progress/log/{SESSION}/{SET}/",
)  # fmt: skip
"""Pages with forms, which are sent empty and with nonsense."""
NONSENSE = {
    "lines": "foo bar", "place": "tail", "score": "99", "on": "then", "body_mass": "much", "text": "a: [", "to": "x",
    "minutes": "3", "days": "x", "units": "st", "zone": "Nowhere", "word": "no", "reps": "-1", "line-0": "x y z",
    "load": "heavy",
}  # fmt: skip


@pytest.fixture
def accents(client: Client) -> Iterator[Client]:
    """The athlete's browser, set to the accented language."""
    with speaking(PSEUDO):
        client.cookies["dorsi_language"] = PSEUDO
        yield client


@pytest.fixture
def german(client: Client) -> Iterator[Client]:
    """The athlete's browser, set to German: without a catalogue, but with German numbers and dates."""
    with speaking("de"):
        client.cookies["dorsi_language"] = "de"
        yield client


def trained(client: Client, desk: Desk, units: MassUnit = MassUnit.KG) -> dict[str, str]:
    """Fills the journal with weeks and one session that tests know by its id; what addresses name of it."""
    live(desk, units)
    begun, done = session_entry(SESSION), set_entry(SESSION)
    # Earlier than whatever the test does with them.
    begun["at"], done["at"] = (f"{desk.clock.today()}T00:00:00.{each:03}Z" for each in (1, 2))
    done["set"]["id"] = SET
    sent = client.post("/api/v1/events", {"events": [begun, done]}, content_type="application/json")
    assert [each["status"] for each in sent.json()["results"]] == ["created"] * 2
    return work_place(client)


def pages(world: dict[str, str]) -> Iterator[str]:
    """The address of everything that may be a page."""
    for address in addresses():
        if not address.name.startswith("api:"):
            try:
                yield address.url_in(world)
            except (KeyError, NoReverseMatch):
                continue


def is_page(response: object) -> bool:
    """True for HTML that is no detour."""
    kind: str = response.headers.get("Content-Type", "")  # type: ignore[attr-defined]
    return kind.startswith("text/html") and bool(response.content)  # type: ignore[attr-defined]


def leaks(client: Client, urls: Iterator[str] | list[str]) -> dict[str, list[str]]:
    """Bare words of every page."""
    found = {}
    for url in urls:
        response = client.get(url)
        if is_page(response) and (bare := sorted(set(bare_words(response.content.decode(), KNOWN, OWN)))):
            found[url] = bare
    return found


def test_every_page_of_a_newcomer_speaks_the_language(accents: Client) -> None:
    assert leaks(accents, pages({})) == {}


def test_every_page_of_someone_who_trains_speaks_the_language(accents: Client, desk: Desk) -> None:
    assert leaks(accents, pages(trained(accents, desk))) == {}


def test_every_screen_of_the_questionnaire_and_its_plan_speak_the_language(accents: Client, desk: Desk) -> None:
    Questionnaire(desk.drafts).put(answers("intermediate", name="Mira"))
    urls = [f"/questions/{part.slug}/{part.number}/" for part in PARTS]
    assert leaks(accents, [*urls, "/questions/result/"]) == {}


def test_a_referral_speaks_the_language(accents: Client, desk: Desk) -> None:
    Questionnaire(desk.drafts).put(answers("intermediate", name="Mira", screening__yes__urgent="night-pain"))
    assert leaks(accents, ["/questions/result/"]) == {}


def test_what_is_wrong_with_a_form_is_told_in_the_language(accents: Client, desk: Desk) -> None:
    world = trained(accents, desk)
    found = {}
    for form in FORMS:
        for sent in ({}, NONSENSE):
            response = accents.post(form.format(**world), sent)
            assert response.status_code < 500
            if is_page(response):
                typed = (*OWN, *sent.values())
                found[form] = sorted(set(bare_words(response.content.decode(), KNOWN, typed)))
    assert {form: bare for form, bare in found.items() if bare} == {}


def test_what_an_import_would_bring_is_told_in_the_language(accents: Client) -> None:
    theirs = ("Deadlift (Barbell)", "Meadows Row Thing", "some day")
    accents.post("/more/import/", {"file": log_file()})
    page = accents.get("/more/import/preview/").content.decode()
    assert all(name in page for name in theirs)
    assert list(bare_words(page, KNOWN | {"UTC"}, (*ROWS, *theirs))) == []


def test_all_prose_of_the_atlas_and_the_rules_can_be_translated(accents: Client) -> None:
    atlas = load_atlas()
    prose = [
        text for exercise in atlas.exercises.values() for text in (exercise.name, exercise.short, exercise.summary)
    ]
    prose += [claim.statement for claim in atlas.claims.values()]
    prose += [work.finding for work in atlas.references.values()]
    prose += [text for rule in all_rules() for text in (rule.name, rule.checks, rule.why, rule.limits)]
    prose += [text for rule in RULES for text in (rule.name, rule.does, rule.why)]
    with override(PSEUDO):
        assert [text for text in prose if not said(text).startswith("⟦")] == []


def test_the_player_is_told_everything_in_the_language(accents: Client, desk: Desk) -> None:
    live(desk)
    day = accents.get("/api/v1/day").json()
    item = next(item for block in day["blocks"] for item in block["items"] if item["alternatives"])
    card = day["exercises"][item["exercise"]]["card"]
    texts = [day["title"], day["exercises"][item["exercise"]]["name"], card["summary"], *card["execution"]]
    texts += [item["alternatives"][0]["says"], *(each["says"] for each in day["hurts"]["lights"])]
    texts += [decision["says"] for each in day["blocks"] for one in each["items"] for decision in one["decisions"]]
    assert [text for text in texts if not text.startswith("⟦")] == []
    assert all(each["loading"] in set(Loading) for each in day["exercises"].values()), "data stays data"


def test_the_athletes_own_words_stay_as_they_are(accents: Client) -> None:
    with override(PSEUDO):
        assert known("Legs and some arms") == "Legs and some arms"
        assert known("Upper back, block 2") == said("Upper back, block 2") != "Upper back, block 2"


def test_sentences_that_name_a_command_are_not_for_pages() -> None:
    text = "No programme is under way. Take one up with 'dorsi start PLAN.yaml'."
    assert said(text) == "No programme is under way."


def test_the_page_says_which_language_it_is_in(german: Client) -> None:
    assert '<html lang="de" dir="ltr"' in german.get("/welcome/").content.decode()


def test_another_language_is_chosen_in_the_settings(client: Client) -> None:
    choose = "/more/settings/language/"
    assert choose not in client.get("/more/settings/").content.decode(), "there is but one"
    with speaking(PSEUDO):
        assert f'action="{choose}"' in client.get("/more/settings/").content.decode()
        client.post(choose, {"language": PSEUDO})
        assert f'<html lang="{PSEUDO}"' in client.get("/more/settings/").content.decode()
        client.post(choose, {"language": "tlh"})
        assert client.cookies["dorsi_language"].value == PSEUDO


# ---------------------------------------------------------------------- figures
_DRAWN = re.compile(
    r'\s(?:x|y|x1|x2|y1|y2|cx|cy|r|d|width|height|points|viewBox|value|min|max|step)="([\d.,:/ A-Za-z-]{1,200})"'
)
_TOKEN = re.compile(r"<input[^>]*csrfmiddlewaretoken[^>]*>")
_LOAD = re.compile(r"\d+([.,])\d+ (?:kg|lb)\b")
_KILOGRAMS = re.compile(r"[^<>]*\d kg\b[^<>]*")
_CODE = re.compile(r"<(code|pre|textarea|cite)\b.*?</\1>|<(?:input|option)[^>]*>", re.DOTALL)
_PROSE = ("/back/", "/more/", "/plan/templates/", "/plan/why/", "/questions/")
"""Pages that tell of kilograms in prose of the atlas and of rules."""


def test_loads_and_dates_follow_the_language_and_the_athletes_unit(german: Client, desk: Desk) -> None:
    world = trained(german, desk, MassUnit.LB)
    planned = {url for url in pages(world) if url.startswith(("/today/", "/plan/")) and "/check/" not in url}
    loads, kilograms = [], []
    for url in pages(world):
        response = german.get(url)
        if is_page(response) and not url.startswith(_PROSE):
            text = _CODE.sub("", response.content.decode())
            loads += [(url, match[0], match[1]) for match in _LOAD.finditer(text)]
            kilograms += [(url, match[0]) for match in _KILOGRAMS.finditer(text) if url in planned]
    assert len(loads) > 20
    assert [each for each in loads if each[2] != ","] == []
    assert kilograms == [], "logged sets keep the unit they were typed in; what is planned has the athlete's"
    player = german.get("/api/v1/day").json()
    assert player["unit"] == "lb"
    rungs = [rung["words"] for block in player["blocks"] for item in block["items"] for rung in item["ladder"]]
    assert any("," in words for words in rungs)
    assert all("kg" not in words and "." not in words for words in rungs)
    weekdays = r"\b(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\b"
    assert re.search(weekdays, german.get("/plan/").content.decode())


def test_what_browsers_draw_and_send_keeps_the_point(client: Client, desk: Desk) -> None:
    world = trained(client, desk)
    urls = [url for url in pages(world) if url.startswith(("/progress/", "/today/", "/questions/", "/back/"))]
    english = {url: _DRAWN.findall(_TOKEN.sub("", client.get(url).content.decode())) for url in urls}
    with speaking("de"):
        client.cookies["dorsi_language"] = "de"
        theirs = {url: _DRAWN.findall(_TOKEN.sub("", client.get(url).content.decode())) for url in urls}
    assert sum(map(len, english.values())) > 200
    assert {url: drawn for url, drawn in theirs.items() if drawn != english[url]} == {}


@pytest.mark.parametrize("typed", ["62,5", "62.5"])
def test_a_comma_is_understood_where_a_number_is_typed(german: Client, desk: Desk, typed: str) -> None:
    trained(german, desk)
    sent = german.post(f"/progress/log/{SESSION}/{SET}/", {"load": typed, "reps": "8"})
    assert sent.status_code == 302
    found = desk.store.session(SESSION)
    assert found is not None
    assert found.sets[0].load is not None
    assert found.sets[0].load.value == 62.5
    german.post("/progress/body/", {"body_mass": typed, "on": desk.clock.today().isoformat()})
    assert f"{62.5}".replace(".", ",") in german.get("/progress/body/").content.decode()
    german.post("/today/log/", {"lines": f"deadlift 5 {typed} kg", "on": desk.clock.today().isoformat()})
    assert "62,5" in german.get("/progress/log/").content.decode()
