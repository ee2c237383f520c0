"""What a process that serves is set up with, apart from what it answers."""

from __future__ import annotations

import gc
import signal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from dorsi.errors import StoreUnavailable
from dorsi.server import run
from dorsi.server.static_files import collect_static_files

PLAIN_FILES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def test_a_worker_sweeps_up_what_it_makes(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command's entry point does without, which is quicker; a server would grow for as long as it runs."""
    monkeypatch.setattr(signal, "pthread_sigmask", lambda *_: None)
    monkeypatch.setattr(run, "_end_with_the_parent", lambda: None)
    gc.disable()
    try:
        run._application("")
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


def test_a_proxy_for_the_world_outside_does_not_hide_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    class Healthy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with HTTPServer(("127.0.0.1", 0), Healthy) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        assert run._answers(server.server_port)
        thread.join()


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    """Whoever keeps a journal beside a project of their own may have a folder called static there."""
    own = tmp_path / "static" / "own.css"
    own.parent.mkdir()
    own.write_text("body {}")
    with override_settings(STATIC_ROOT=tmp_path / settings.STATIC_ROOT.name, STORAGES=PLAIN_FILES):
        collect_static_files()
    assert own.read_text() == "body {}"
    assert (tmp_path / settings.STATIC_ROOT.name / "web" / "js" / "site.js").is_file()


def test_files_that_cannot_be_put_there_are_told(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with (
        override_settings(STATIC_ROOT=in_the_way / "below", STORAGES=PLAIN_FILES),
        pytest.raises(StoreUnavailable, match="pages' files"),
    ):
        collect_static_files()
