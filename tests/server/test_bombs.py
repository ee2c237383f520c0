"""Files made to exhaust whoever reads them are turned away with a plain message, by every page that takes a file."""

from __future__ import annotations

import io
import json
import resource
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from dorsi.journal.importing.formats import FORMATS
from tests.web.site import text_of

_MB = 1024 * 1024
MOST_KB = 300 * 1024
"""What reading a bomb may add to the process; unpacked, each would take far more."""


def laughs() -> str:
    """YAML whose nine lines stand for a thousand million entries."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for level in range(1, 10):
        inside = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{inside}]")
    return "\n".join(lines)


def xml_laughs() -> str:
    """The same with entities of XML."""
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{entities}]><x>&e9;</x>'


def zipped(content: bytes, times: int, name: str = "strong.csv") -> bytes:
    """A small archive that unpacks to so many times the content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as file:
        for _ in range(times):
            file.write(content)
    return out.getvalue()


BOMBS = {
    "aliases.yaml": laughs().encode(),
    "entities.xml": xml_laughs().encode(),
    "deep.yaml": b"[" * 200_000,
    "deep.json": b'{"a":' * 200_000,
    "digits.json": b'{"load": ' + b"9" * 100_000 + b"}",
    "zeros.zip": zipped(b"\0" * _MB, 2000),
    "nested.zip": zipped(zipped(b"Date,Workout\n" * 10_000, 400), 1, "inner.zip"),
    "wide.csv": b"Date;" + b"x;" * 500_000,
    "noise.fitnotes": b"SQLite format 3\0" + b"\xff" * _MB,
}


@pytest.mark.parametrize("page", ["/more/import/", "/more/backup/", "/plan/upload/"])
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_with_a_message(client: Client, page: str, name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = client.post(page, {"file": SimpleUploadedFile(name, BOMBS[name])}, follow=True)
    assert answer.status_code == 422
    assert "Traceback" not in text_of(answer)
    assert "went wrong in Dorsi" not in text_of(answer)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_KB


@pytest.mark.parametrize("text", [laughs(), "[" * 200_000, "a: " + "9" * 100_000], ids=["aliases", "depth", "digits"])
def test_a_programme_that_is_a_bomb_is_refused_by_the_interface(client: Client, text: str) -> None:
    for path in ("/api/v1/programs/check", "/api/v1/programs"):
        answer = client.post(path, {"text": text}, content_type="application/json")
        assert answer.status_code in (200, 422)
        assert "created" not in json.dumps(answer.json())


@pytest.mark.parametrize(
    "body", [b"[" * 200_000, b'{"events": ' + b"9" * 100_000 + b"}", b"{}" * 10], ids=["deep", "digits", "twice"]
)
def test_events_that_are_a_bomb_are_refused_by_the_interface(client: Client, body: bytes) -> None:
    assert client.post("/api/v1/events", body, content_type="application/json").status_code in (400, 422)


def test_every_format_is_bounded(client: Client) -> None:
    for each in FORMATS:
        file = SimpleUploadedFile("zeros.zip", BOMBS["zeros.zip"])
        assert client.post("/more/import/", {"file": file, "format": each.name}).status_code == 422, each.name
