"""The first visit gets the certificate and the way to the app, and nothing else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from dorsi.server.doorstep import open_doorstep

APP = "https://192.168.1.5:8787"


@pytest.fixture
def door() -> Iterator[str]:
    """The address of a doorstep."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with open_doorstep("127.0.0.1", port, APP, b"the certificate"):
        yield f"http://127.0.0.1:{port}"


def test_it_hands_out_the_certificate(door: str) -> None:
    with urlopen(f"{door}/dorsi.crt", timeout=5) as answer:
        assert answer.read() == b"the certificate"
        assert answer.headers["Content-Type"] == "application/x-x509-ca-cert"


def test_its_page_leads_to_the_app_and_tells_how_to_install(door: str) -> None:
    with urlopen(f"{door}/?x=1", timeout=5) as answer:
        page = answer.read().decode()
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert f'data-pair="{APP}/lan/pair/"' in page
    assert "iPhone" in page
    assert "Android" in page
    assert "<style" not in page


@pytest.mark.parametrize("path", ["/more/", "/../ca.key", "/api/v1/day", "/dorsi.key"])
def test_it_knows_nothing_else(door: str, path: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{door}{path}", timeout=5)
