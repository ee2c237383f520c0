"""The authority vouches for local addresses only; certificates are renewed in time and when addresses change."""

from __future__ import annotations

import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from cryptography import x509

from dorsi.errors import StoreUnavailable
from dorsi.server.certificates import certificates_for

NOW = datetime.now(UTC)
HOSTS = ("192.168.1.5", "desk.local")


def leaf(folder: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / "leaf.crt").read_bytes())


def authority(folder: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / "ca.crt").read_bytes())


def test_nobody_else_may_read_the_keys(tmp_path: Path) -> None:
    certificates_for(tmp_path / "tls", HOSTS, NOW)
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "tls").iterdir()} == {0o600}
    assert (tmp_path / "tls").stat().st_mode & 0o777 == 0o700


def test_the_certificate_is_for_these_hosts(tmp_path: Path) -> None:
    certificates_for(tmp_path, HOSTS, NOW)
    names = leaf(tmp_path).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(name.value) for name in names] == ["192.168.1.5", "desk.local", "localhost", "127.0.0.1"]


def test_it_stays_until_there_is_a_reason(tmp_path: Path) -> None:
    certificates_for(tmp_path, HOSTS, NOW)
    first = leaf(tmp_path)
    certificates_for(tmp_path, HOSTS, NOW + timedelta(days=300))
    assert leaf(tmp_path) == first


@pytest.mark.parametrize(
    ("hosts", "days"), [(("192.168.1.6", "desk.local"), 0), (HOSTS, 380)], ids=["new address", "about to end"]
)
def test_it_is_renewed_by_the_same_authority(tmp_path: Path, hosts: tuple[str, ...], days: int) -> None:
    certificates_for(tmp_path, HOSTS, NOW)
    before, first = authority(tmp_path), leaf(tmp_path)
    certificates_for(tmp_path, hosts, NOW + timedelta(days=days))
    assert leaf(tmp_path) != first
    assert authority(tmp_path) == before, "phones have installed it"


def test_an_old_authority_is_followed_by_a_new_one(tmp_path: Path) -> None:
    certificates_for(tmp_path, HOSTS, NOW)
    before = authority(tmp_path)
    certificates_for(tmp_path, HOSTS, NOW + timedelta(days=3600))
    assert authority(tmp_path) != before


def test_it_may_vouch_for_local_addresses_only(tmp_path: Path) -> None:
    certificates_for(tmp_path, HOSTS, NOW)
    bounds = authority(tmp_path).extensions.get_extension_for_class(x509.NameConstraints)
    assert bounds.critical
    allowed = {str(each.value) for each in bounds.value.permitted_subtrees or []}
    assert "192.168.0.0/16" in allowed
    assert not {name for name in allowed if name.endswith((".com", "0.0.0.0/0"))}


def test_a_device_that_installed_the_authority_trusts_the_app(tmp_path: Path) -> None:
    files = certificates_for(tmp_path, HOSTS, NOW)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files.certificate, files.key)
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"https://127.0.0.1:{server.server_port}/"
    trusting = ssl.create_default_context(cafile=str(files.authority))
    with urlopen(url, context=trusting, timeout=10) as answer:
        assert answer.status == 200
    with pytest.raises(URLError, match="CERTIFICATE_VERIFY_FAILED"):
        urlopen(url, timeout=10)
    server.shutdown()
    server.server_close()


class Quiet(BaseHTTPRequestHandler):
    """Answers and says nothing."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="certificates"):
        certificates_for(tmp_path / "file" / "tls", HOSTS, NOW)


def test_a_certificate_and_a_key_that_do_not_belong_together_are_made_anew(tmp_path: Path) -> None:
    """As they are where a process ended between writing the one and the other."""
    certificates_for(tmp_path / "a", HOSTS, NOW)
    certificates_for(tmp_path / "b", HOSTS, NOW)
    (tmp_path / "b" / "leaf.key").replace(tmp_path / "a" / "leaf.key")
    files = certificates_for(tmp_path / "a", HOSTS, NOW)
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(files.certificate, files.key)


@pytest.mark.parametrize("name", ["ca.crt", "ca.key", "leaf.crt", "leaf.key"])
def test_damaged_certificates_are_told(tmp_path: Path, name: str) -> None:
    certificates_for(tmp_path, HOSTS, NOW)
    (tmp_path / name).write_bytes(b"-----BEGIN NOTHING-----")
    with pytest.raises(StoreUnavailable, match="damaged"):
        certificates_for(tmp_path, HOSTS, NOW)
