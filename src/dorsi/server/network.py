"""The process that answers the local network by TLS: `python -m dorsi.server.network PORT`, started by `run`."""

from __future__ import annotations

import os
import sys

from dorsi.bootstrap import system_settings
from dorsi.errors import DorsiError
from dorsi.server import run

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = run.SETTINGS_MODULE
    try:
        run.serve_network(system_settings(), int(sys.argv[1]))
    except DorsiError as error:
        sys.exit(str(error))
