"""Django's own commands with Dorsi's settings: `python -m dorsi.server shell`, `makemigrations` and the like."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dorsi.server.django_settings")
execute_from_command_line(["python -m dorsi.server", *sys.argv[1:]])
