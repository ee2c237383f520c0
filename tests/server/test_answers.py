"""Headers are strict, bodies bounded, hosts known, and every failure has its status and its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from dorsi import errors
from dorsi.errors import DorsiError, InvalidFile, Problem, StoreUnavailable, TrainingRefused
from dorsi.server.failures import STATUSES, answer_to, status_of
from dorsi.server.middleware import CONTENT_SECURITY_POLICY


def every(cls: type[DorsiError]) -> Iterator[type[DorsiError]]:
    yield cls
    for each in cls.__subclasses__():
        yield from every(each)


def test_every_cause_has_a_status() -> None:
    assert set(STATUSES) == {cls for cls in every(DorsiError) if cls.__module__ == errors.__name__}


def test_pages_carry_strict_headers(client: Client) -> None:
    headers = client.get("/more/about/").headers
    policy = headers["Content-Security-Policy"]
    assert policy == CONTENT_SECURITY_POLICY
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "private" in headers["Cache-Control"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "192.168.1.5", "127.0.0.1.nip.io"])
def test_other_hosts_are_not_answered(client: Client, host: str) -> None:
    assert client.get("/more/", HTTP_HOST=host).status_code == 400


def test_a_body_beyond_measure_is_not_read(client: Client) -> None:
    answer = client.post(
        "/more/import/", b"x", content_type="text/plain", CONTENT_LENGTH=str(settings.LARGEST_BODY + 1)
    )
    assert answer.status_code == 413
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY, "what is turned away has it as well"


@pytest.mark.parametrize("extra", [{"CONTENT_LENGTH": "many"}, {"HTTP_TRANSFER_ENCODING": "chunked"}])
def test_a_body_must_say_how_long_it_is(client: Client, extra: dict[str, str]) -> None:
    assert client.get("/more/", **extra).status_code == 411


def test_forms_from_elsewhere_are_refused(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="localhost")
    answer = strict.post("/more/delete/")
    assert answer.status_code == 403
    assert "too old" in answer.content.decode()


def test_what_is_not_there_is_told(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_store_that_fails_is_told_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    request = RequestFactory().get("/more/")
    answer = answer_to(request, StoreUnavailable("/journal", "the disk is full", "Free some space."))
    assert answer.status_code == 503
    assert "Free some space." in answer.content.decode()
    assert "the disk is full" in caplog.text


def test_problems_are_told_to_scripts_in_parts() -> None:
    request = RequestFactory().get("/api/v1/day")
    told = answer_to(request, InvalidFile([Problem(file="x", where="sets", message="too many", line=3)]))
    assert (told.status_code, told.headers["Content-Type"]) == (422, "application/problem+json")
    assert b'"line": 3' in told.content
    refused = answer_to(request, TrainingRefused("Stop.", ["numb"], "See a doctor."))
    assert b'"reasons": ["numb"]' in refused.content
    assert b'"type": "training-refused"' in refused.content


def test_an_unlisted_cause_has_the_status_of_its_kind() -> None:
    assert status_of(type("Fuller", (StoreUnavailable,), {})("a", "b", "c")) == 503


def test_a_page_that_cannot_be_shown_does_not_hide_the_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(names: object) -> object:
        raise RuntimeError("no templates today")

    monkeypatch.setattr("dorsi.server.failures.select_template", broken)
    answer = answer_to(RequestFactory().get("/more/"), StoreUnavailable("/journal", "<b>", "c"))
    assert answer.status_code == 503
    assert "&lt;b&gt;" in answer.content.decode()
