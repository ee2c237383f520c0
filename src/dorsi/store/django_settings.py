"""What Django must know to load the store's models: for commands and developers' tools, which have no web server.

`connection.connect` configures Django with these and adds databases one by one. Tools name this module:
`python -m django makemigrations --settings dorsi.store.django_settings`.
"""

from __future__ import annotations

from typing import Any

INSTALLED_APPS = ["dorsi.store.apps.StoreConfig"]
DATABASES: dict[str, dict[str, Any]] = {}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LOGGING_CONFIG = None
