"""Secrets of second factors, sealed before they are kept: a stolen database alone gives nobody's codes away."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings


class SealedFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Seals with a key made from the installation's secret one."""

    def encrypt(self, text: str) -> str:
        """The text, sealed."""
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text that was sealed."""
        return _fernet().decrypt(encrypted_text.encode()).decode()


def _fernet() -> Fernet:
    return Fernet(urlsafe_b64encode(sha256(b"dorsi.server.second_factors" + settings.SECRET_KEY.encode()).digest()))
