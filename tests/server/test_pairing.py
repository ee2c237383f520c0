"""A device is let in by a token that works once and not for long; the cookie it gets can be made void."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from dorsi.server import pairing
from dorsi.server.pairing import forget_devices, new_token
from dorsi.store.models import PairingRow

PHONE = {"REMOTE_ADDR": "192.168.1.77"}


@pytest.fixture
def phone(client: Client) -> Client:
    """A browser elsewhere in the network."""
    return Client(HTTP_HOST="localhost", **PHONE)


def pair(phone: Client, token: str) -> Any:
    """Opens the link behind a code and agrees."""
    phone.get(f"/lan/pair/{token}/")
    return phone.post(f"/lan/pair/{token}/")


def test_a_paired_phone_gets_in(phone: Client) -> None:
    assert phone.get("/more/").status_code == 403
    assert pair(phone, new_token()).status_code == 302
    assert phone.get("/more/").status_code == 200


def test_looking_at_the_link_does_not_use_it_up(phone: Client) -> None:
    token = new_token()
    assert [phone.get(f"/lan/pair/{token}/").status_code for _ in range(3)] == [200] * 3
    assert pair(phone, token).status_code == 302


def test_a_token_lets_one_device_in(phone: Client) -> None:
    token = new_token()
    pair(phone, token)
    other = Client(HTTP_HOST="localhost", **PHONE)
    assert pair(other, token).status_code == 403
    assert other.get("/more/").status_code == 403


def test_a_token_is_good_for_ten_minutes(phone: Client) -> None:
    token = new_token()
    PairingRow.objects.update(ends_at=datetime.now(UTC) - timedelta(seconds=1))
    assert phone.get(f"/lan/pair/{token}/").status_code == 403
    assert pair(phone, token).status_code == 403
    assert timedelta(minutes=10) == pairing.TOKEN_LIFE
    assert not PairingRow.objects.exists(), "what is over is swept away"


def test_what_is_kept_is_no_token(phone: Client) -> None:
    token = new_token()
    assert token not in str(list(PairingRow.objects.values()))


def test_forgotten_devices_are_shut_out(client: Client, phone: Client) -> None:
    pair(phone, new_token())
    assert client.post("/lan/forget/").status_code == 302
    assert phone.get("/more/").status_code == 403
    pair(phone, new_token())
    assert phone.get("/more/").status_code == 200


def test_a_code_that_was_not_used_is_forgotten_as_well(client: Client, phone: Client) -> None:
    token = new_token()
    client.post("/lan/forget/")
    assert pair(phone, token).status_code == 403
    assert phone.get("/more/").status_code == 403


def test_the_cookie_cannot_be_made_elsewhere(phone: Client) -> None:
    pair(phone, new_token())
    value = phone.cookies[pairing.COOKIE].value
    phone.cookies[pairing.COOKIE] = value[:-1] + ("A" if value[-1] != "A" else "B")
    assert phone.get("/more/").status_code == 403


def test_the_cookie_is_out_of_scripts_reach(phone: Client) -> None:
    pair(phone, new_token())
    cookie = phone.cookies[pairing.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_page_with_the_code_is_for_those_inside(client: Client, phone: Client) -> None:
    assert client.get("/lan/").status_code == 200
    assert phone.get("/lan/").status_code == 403
    page = client.get("/lan/").content.decode()
    assert "dorsi serve --lan" in page, "the app is not open to the network here"
    assert "make run SERVE=--lan" in page


def test_the_key_is_private(phone: Client) -> None:
    forget_devices()
    assert (settings.DORSI.data_dir / "pairing.key").stat().st_mode & 0o077 == 0


def test_with_accounts_no_device_is_paired(alice: Client) -> None:
    assert alice.get(f"/lan/pair/{new_token()}/").status_code == 403
    assert alice.post("/lan/forget/").status_code == 404
