"""Every address, for everybody: Alice whose it is, Bob with Alice's ids, nobody, wrong methods, nonsense.

The list of addresses is the table itself; one that takes arguments fails here until it has samples.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.api.calling import API, entry, send, session_entry, set_entry
from tests.server.addresses_known import Address, addresses
from tests.server.samples import SAMPLES, SESSION, SET
from tests.web.answering import plan_text

SECRET = "alice-keeps-this-to-herself"
OPEN = ("api:health", "web:manifest", "web:service-worker", "web:offline", "lan-pair")
"""What anybody may ask for; the test below sees that it tells nothing."""
EVERY = addresses()
NOTHING_THERE = {"api:api-root": 404, "lan-devices": 404, "lan-pair": 403, "web:plan-what-if-ready": 204}
"""What Alice finds nothing at with a GET; with accounts, no devices are paired, and what is made ahead is not told."""
FIELDS = ("q", "page", "week", "load", "on", "to", "file", "text", "place", "score", "units", "zone", "answer", "batch")
"""Names that forms and addresses ask for; what a page does not know it must pass over."""
METHODS = ("get", "post", "put", "patch", "delete")
NONSENSE = ("0", "999999999999", "x" * 300, "%", "ünï", "None", "a b", "<script>", "-1")
WORST = ("x" * 300, "ünï\0", "-1")
"""What is typed into fields; addresses get all of `NONSENSE`."""
NO_ANSWER = ("api:api-root",)
"""ninja's root, which is there for no method."""


def test_each_address_with_arguments_has_samples() -> None:
    needed = {address.name: set(address.arguments) for address in EVERY if address.arguments}
    assert {name: set(sample) for name, sample in SAMPLES.items()} == needed


@pytest.fixture
def world(alice: Client) -> dict[str, str]:
    """Alice's programme, a session with her secret in it, a measurement and a discomfort."""
    alice.post(f"{API}/programs", {"text": plan_text()}, content_type="application/json")
    begun = session_entry(SESSION, title=SECRET, note=SECRET)
    done = set_entry(SESSION, note=SECRET)
    hurt = {"id": "alice-hurt", "on": begun["session"]["on"], "place": "elbow", "score": 2}
    said = send(alice, begun, {**done, "set": {**done["set"], "id": SET}}, entry("hurt", thing=hurt))
    assert said == ["created"] * 3
    day = alice.get(f"{API}/day").json()
    items = [item for block in day["blocks"] for item in block["items"] if item["role"] == "work"]
    return {"session": day["plan"]["session"], "place": items[0]["place"]}


def test_alice_finds_what_is_hers(alice: Client, world: dict[str, str]) -> None:
    found = {str(address): alice.get(address.url_in(world)).status_code for address in EVERY}
    others = {name: status for name, status in found.items() if status not in (200, 302, 405)}
    assert others == NOTHING_THERE


POSTED = [address for address in EVERY if address.name not in NO_ANSWER]


@pytest.mark.parametrize("address", POSTED, ids=str)
def test_what_alice_sends_empty_is_answered(alice: Client, world: dict[str, str], address: Address) -> None:
    assert alice.post(address.url_in(world)).status_code < 500


def test_bob_finds_nothing_of_hers(alice: Client, bob: Client, world: dict[str, str]) -> None:
    bob.post(f"{API}/programs", {"text": plan_text()}, content_type="application/json")
    before = hers(alice)
    for address in EVERY:
        for method in METHODS:
            answer = getattr(bob, method)(address.url_in(world))
            assert answer.status_code < 500, f"{method} {address}"
            assert SECRET not in content(answer), f"{method} {address}"
    assert hers(alice) == before, "and he changed nothing"


def test_nobody_gets_in(alice: Client, anonymous: Client, world: dict[str, str]) -> None:
    before = hers(alice)
    for address in EVERY:
        for method in METHODS:
            answer = getattr(anonymous, method)(address.url_in(world))
            assert SECRET not in content(answer)
            if address.name not in OPEN:
                assert answer.status_code in (302, 401), f"{method} {address}"
                to_login = answer.headers.get("Location", "").startswith("/accounts/login/")
                assert to_login is (answer.status_code == 302), f"{method} {address}"
    assert hers(alice) == before


@pytest.mark.parametrize(
    "sender",
    [
        {"REMOTE_ADDR": "192.168.1.77"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_COOKIE": "dorsi_device=forged:1abc:signature"},
    ],
    ids=["another device", "behind a proxy", "with a forged cookie"],
)
def test_without_accounts_other_devices_do_not_get_in(client: Client, sender: dict[str, str]) -> None:
    client.post(f"{API}/programs", {"text": plan_text()}, content_type="application/json")
    other = {"HTTP_HOST": "localhost", **sender}
    if "HTTP_COOKIE" in sender:
        other["REMOTE_ADDR"] = "10.0.0.5"
    for address in EVERY:
        for method in METHODS:
            answer = getattr(client, method)(address.url_in({"session": "a", "place": "1"}), **other)
            if address.name not in OPEN:
                assert answer.status_code == 403, f"{method} {address}"


def test_wrong_methods_are_told(alice: Client, world: dict[str, str]) -> None:
    wrong = {
        f"{method} {address}": getattr(alice, method)(address.url_in(world)).status_code
        for address in EVERY
        for method in ("patch", "delete")
        if address.name not in NO_ANSWER
    }
    assert {name: status for name, status in wrong.items() if status != 405} == {}


def test_nonsense_in_addresses_is_answered(alice: Client, world: dict[str, str]) -> None:
    for address in EVERY:
        for url in address.spoilt(world, NONSENSE):
            assert alice.get(url).status_code < 500, url


def test_nonsense_in_fields_is_answered(alice: Client, world: dict[str, str]) -> None:
    for address in EVERY:
        url = address.url_in(world)
        for word in WORST:
            typed = dict.fromkeys(FIELDS, word)
            assert alice.get(url, typed).status_code < 500, f"{url} {word!r}"
            assert alice.post(url, typed).status_code < 500, f"{url} {word!r}"
        assert alice.post(url, b"\xff\x00{", content_type="application/json").status_code < 500, url


def hers(alice: Client) -> Any:
    """Alice's sessions and programme."""
    return alice.get(f"{API}/sessions").json(), alice.get(f"{API}/program").json()


def content(answer: Any) -> str:
    """The body, whether it came whole or in parts."""
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return str(whole.decode("utf-8", "replace"))
