"""The application that a WSGI server runs."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from dorsi.server.arriving import timed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dorsi.server.django_settings")
application = timed(get_wsgi_application())
