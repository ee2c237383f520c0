"""Django as all tests of a process have it: the web server's own settings, on a folder that goes when the tests end.

Django can be configured once in a process. Accounts are installed; tests of a single-user installation hide them.
With TEST_DATABASE=postgresql in the environment everything is kept on a server that is started for the process.
"""

from __future__ import annotations

import atexit
import os
import tempfile

from tests.postgres_server import PostgresServer

VARIABLE = "TEST_DATABASE"
SERVER = PostgresServer() if os.environ.get(VARIABLE) == "postgresql" else None
"""The server that holds the journals; None where they are files."""
_FOLDER = tempfile.TemporaryDirectory(prefix="dorsi-tests-")
_NEEDED = {
    "DJANGO_SETTINGS_MODULE": "dorsi.server.django_settings",
    "DORSI_ACCOUNTS": "true",
    "DORSI_DEBUG": "",
    "DORSI_CONFIG": os.devnull,
    "DORSI_DATA_DIR": _FOLDER.name,
    "DORSI_DATABASE_URL": SERVER.url() if SERVER is not None else "",
}

if SERVER is not None:
    atexit.register(SERVER.stop)


def configure() -> None:
    """Configures Django; commands that tests start do not inherit what that took."""
    before = {name: text for name, text in os.environ.items() if name.startswith("DORSI_")}
    for name in before:
        del os.environ[name]
    os.environ.update(_NEEDED)
    # Late, because the settings are read as soon as Django is.
    import django

    django.setup()
    for name in _NEEDED:
        del os.environ[name]
    os.environ.update(before)
