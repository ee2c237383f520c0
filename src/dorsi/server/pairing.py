"""How a device of the local network is let in: a token shown on this machine's screen, used once, then a cookie.

The token lives for ten minutes and only its digest is kept. The cookie names nothing; it is signed with a key of its
own, so that making a new key shuts every paired device out.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.db import DEFAULT_DB_ALIAS
from django.http import HttpRequest, HttpResponse

from dorsi.server.secret_files import kept, new_key, write_secret
from dorsi.store.pairings import Pairings

TOKEN_LIFE = timedelta(minutes=10)
COOKIE = "dorsi_device"
COOKIE_LIFE = timedelta(days=365)
_TOKEN_BYTES = 24
_SALT = "dorsi.server.pairing"


def new_token(alias: str = DEFAULT_DB_ALIAS) -> str:
    """A token that lets one device in, from now on for ten minutes."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    Pairings(alias).add(_digest(token), datetime.now(UTC) + TOKEN_LIFE)
    return token


def is_good(token: str) -> bool:
    """Whether a token could still be used."""
    return Pairings(DEFAULT_DB_ALIAS).knows(_digest(token), datetime.now(UTC))


def use_token(token: str) -> bool:
    """Uses a token up; True for the one who did."""
    return Pairings(DEFAULT_DB_ALIAS).take(_digest(token), datetime.now(UTC))


def let_in(response: HttpResponse) -> None:
    """Gives the device that gets this response the cookie of paired ones."""
    value = _signer().sign(secrets.token_urlsafe(9))
    response.set_cookie(
        COOKIE,
        value,
        max_age=COOKIE_LIFE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def is_paired(request: HttpRequest) -> bool:
    """True if the request comes from a paired device."""
    value = request.COOKIES.get(COOKIE)
    if value is None:
        return False
    try:
        _signer().unsign(value, max_age=COOKIE_LIFE)
    except BadSignature:
        return False
    return True


def forget_devices() -> None:
    """Shuts every paired device out, and whoever holds a code that was not used yet."""
    Pairings(DEFAULT_DB_ALIAS).clear()
    write_secret(_key_file(), new_key())


def _signer() -> TimestampSigner:
    return TimestampSigner(key=kept(_key_file(), new_key).decode(), salt=_SALT)


def _key_file() -> Path:
    folder: Path = settings.DORSI.data_dir
    return folder / "pairing.key"


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
