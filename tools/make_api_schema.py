"""Writes docs/api.json, the OpenAPI description of the JSON interface; `--check` only says whether it is up to date."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "docs" / "api.json"


def main(arguments: list[str]) -> int:
    """0 if the file is, or now is, what the code says."""
    made = schema_text()
    if "--check" not in arguments:
        FILE.write_text(made, "utf-8")
        return 0
    if FILE.exists() and FILE.read_text("utf-8") == made:
        return 0
    print("docs/api.json is not what the code says. 'make docs' writes it.", file=sys.stderr)
    return 1


def schema_text() -> str:
    """The description as the code gives it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DORSI_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "dorsi.server.django_settings"}
        # Late, because the settings are read as soon as Django is.
        import django

        django.setup()
        from dorsi.api.interface import interface

        schema = interface.get_openapi_schema(path_prefix="/api/v1/")
        # What follows from the rest is told by ninja in an order that may change.
        return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
