"""Has Python keep what it compiles of the code that every start needs, so that the first one is as quick as any other.

Modules are compiled when they are imported: this imports what the server has imported by its first page. To compile
the packages whole would take three times the room. It leaves no data behind.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module


def main() -> None:
    """Imports what a start imports."""
    # Some environments, such as containers, ask Python to keep nothing.
    sys.dont_write_bytecode = False
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "dorsi.server.django_settings",
            "DORSI_CONFIG": os.devnull,
            "DORSI_DATA_DIR": folder,
            "DORSI_ACCOUNTS": "true",
        }
        # Late, because the settings are read as soon as Django is.
        import django
        from django.conf import settings
        from django.db import connection
        from django.template import engines
        from django.urls import get_resolver

        django.setup()
        for module in ("dorsi.cli.main", "granian.server", *(name.rpartition(".")[0] for name in settings.MIDDLEWARE)):
            import_module(module)
        connection.ensure_connection()
        connection.close()
        _ = engines["django"], get_resolver().reverse_dict


if __name__ == "__main__":
    main()
