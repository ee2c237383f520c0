"""`dorsi serve` as a process: it answers, keeps its files private, says what stands in the way, and ends when told."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPSHandler, Request, build_opener, urlopen

import pytest

from dorsi.server.addresses import lan_address
from tests.cli.running import dorsi, environment

START = [sys.executable, "-c", "import sys; from dorsi.cli.main import run; sys.exit(run())", "serve"]
PATIENCE_S = 60


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server on a free port, and what it said until it was ready."""
    command = [*START, "--data", str(folder), *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment(), start_new_session=True
    )
    said: list[str] = []
    reader = threading.Thread(target=listen, args=(process, said), daemon=True)
    reader.start()
    reader.join(PATIENCE_S)
    try:
        yield process, "".join(said)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE_S)


def listen(process: subprocess.Popen[str], said: list[str]) -> None:
    """Takes down what it says until it is ready, or ends."""
    for line in process.stdout or ():
        said.append(line)
        if "Stop it" in line:
            return


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: str


def get(port: int, path: str, **headers: str) -> Answer:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))


def port_in(said: str) -> int:
    found = re.search(r"http://127\.0\.0\.1:(\d+)", said)
    assert found, said
    return int(found[1])


def test_it_answers_with_everything_a_page_needs(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--port", "0") as (process, said):
        port = port_in(said)
        assert json.loads(get(port, "/api/v1/health").body)["status"] == "ok"
        page = get(port, "/more/about/").body
        files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
        assert files
        for file in files:
            answer = get(port, file)
            assert answer.status == 200, file
            assert "immutable" in str(answer.headers["cache-control"]), "hashed names can be kept for good"
        assert get(port, "/more/", Host="evil.example").status == 400
    assert process.returncode == 0


def test_its_files_are_its_owners_alone(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--port", "0"):
        for name in ("dorsi.sqlite3", "secret.key"):
            assert (tmp_path / "data" / name).stat().st_mode & 0o077 == 0
        assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = dorsi("serve", "--data", tmp_path, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 64
    assert "Another program listens" in " ".join(done.stderr.split())


@pytest.mark.parametrize("port", ["-1", "65535", "99999"])
def test_a_port_that_cannot_be_is_told(tmp_path: Path, port: str) -> None:
    done = dorsi("serve", "--data", tmp_path, "--port", port)
    assert done.returncode == 2
    assert "not in the range" in " ".join(done.stderr.split())


def test_ctrl_c_ends_all_of_it(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--port", "0") as (process, said):
        port = port_in(said)
        # As a terminal does: to every process in it, the worker as well.
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE_S) == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.parametrize("options", [(), ("--lan",)], ids=["alone", "network"])
def test_nothing_of_it_outlives_a_process_that_was_killed(tmp_path: Path, options: tuple[str, ...]) -> None:
    """A listener that nobody knows of would keep the port, and the network's door open."""
    if options and lan_address() is None:
        options = ()
    with serving(tmp_path / "data", "--port", "0", *options) as (process, said):
        ports = [("127.0.0.1", port_in(said))]
        if options:
            host, door = re.search(r"http://([\d.]+):(\d+)/#", said).groups()  # type: ignore[union-attr]
            ports += [(host, int(door)), (host, int(door) - 1)]
            when_open(f"http://{host}:{door}/dorsi.crt")
        process.kill()
        end = time.monotonic() + PATIENCE_S
        while any(listens(*port) for port in ports):
            assert time.monotonic() < end, ports
            time.sleep(0.2)


def test_connections_that_send_nothing_do_not_keep_others_waiting(tmp_path: Path) -> None:
    unfinished = (
        b"POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\nCookie: dorsi_csrf=" + b"a" * 32 + b"\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na="
    )
    with serving(tmp_path / "data", "--port", "0", "--accounts") as (_, said), ExitStack() as stack:
        port = port_in(said)
        slow = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(8)]
        for each in slow:
            each.sendall(unfinished)
        assert get(port, "/api/v1/health").status == 200


def listens(host: str, port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0


@pytest.mark.parametrize(
    ("options", "says"), [(("--http",), "--lan"), (("--lan", "--accounts"), "leave --lan out")], ids=str
)
def test_options_that_contradict_each_other_are_told(tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    done = dorsi("serve", "--data", tmp_path, *options)
    assert done.returncode == 64
    assert says in " ".join(done.stderr.split())


def test_a_journal_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "dorsi.sqlite3").write_text("Dear diary. " * 100)
    done = dorsi("serve", "--data", tmp_path, "--port", "0")
    assert done.returncode == 74
    assert "no database" in " ".join(done.stderr.split())


def test_with_accounts_a_visitor_is_led_to_the_login(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--port", "0", "--accounts") as (_, said):
        answer = get(port_in(said), "/more/")
        assert (answer.status, answer.headers["location"]) == (302, "/accounts/login/?next=%2Fmore%2F")
        assert get(port_in(said), "/accounts/signup/").status == 200


def test_a_phone_is_invited_by_a_code_and_gets_in_by_tls(tmp_path: Path) -> None:
    host = lan_address()
    if host is None:
        done = dorsi("serve", "--data", tmp_path, "--port", "0", "--lan")
        assert "no network" in " ".join(done.stderr.split())
        return
    with serving(tmp_path / "data", "--port", "0", "--lan") as (_, said):
        port = port_in(said)
        door, token = re.search(rf"(http://{re.escape(host)}:\d+)/#(\S+)", said).groups()  # type: ignore[union-attr]
        (tmp_path / "ca.crt").write_bytes(when_open(f"{door}/dorsi.crt"))
        phone = Phone(f"https://{host}:{port}", tmp_path / "ca.crt")
        assert phone.status("/more/about/") == 403
        assert phone.status("/more/about/", Host=f"localhost:{port}") == 403, "whatever it says whom it means"
        page = phone.read(f"/lan/pair/{token}/")
        form = {"csrfmiddlewaretoken": re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]}  # type: ignore[index]
        phone.read(f"/lan/pair/{token}/", form)
        assert phone.status("/more/about/") == 200
        assert all(cookie.secure for cookie in phone.cookies)
        assert get(port, "/lan/").status == 200, "this machine's own browser goes on as before"


def when_open(url: str) -> bytes:
    """What is there, as soon as the listener of the network, which starts last, answers."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urlopen(url, timeout=PATIENCE_S) as answer:
                return bytes(answer.read())
        except URLError:
            assert time.monotonic() < end
            time.sleep(0.1)


class Phone:
    """A browser that trusts the authority of a file and keeps cookies."""

    def __init__(self, url: str, authority: Path) -> None:
        self._url = url
        self.cookies = CookieJar()
        context = ssl.create_default_context(cafile=str(authority))
        self._opener = build_opener(HTTPSHandler(context=context), HTTPCookieProcessor(self.cookies))
        when = time.monotonic() + PATIENCE_S
        while self.status("/api/v1/health") != 200:
            assert time.monotonic() < when
            time.sleep(0.1)

    def status(self, path: str, **headers: str) -> int:
        try:
            with self._opener.open(Request(self._url + path, headers=headers), timeout=PATIENCE_S) as answer:
                return int(answer.status)
        except HTTPError as error:
            error.close()
            return error.code
        except URLError:
            return 0

    def read(self, path: str, form: Mapping[str, str] | None = None) -> str:
        body = urlencode(form).encode() if form is not None else None
        request = Request(self._url + path, body, {"Referer": self._url + path})
        with self._opener.open(request, timeout=PATIENCE_S) as answer:
            return str(answer.read().decode())
