"""Every page of the table of addresses comes with strict headers; over TLS behind a proxy with more of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client, override_settings

from dorsi.server.middleware import CONTENT_SECURITY_POLICY
from tests.server.addresses_known import addresses
from tests.web.answering import plan_text

SAME_EVERYWHERE = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
WORLD = {"session": "a", "place": "1"}
ALLAUTH = ("/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/accounts/2fa/", "/accounts/email/")


def test_every_address_comes_with_strict_headers(alice: Client) -> None:
    alice.post("/api/v1/programs", {"text": plan_text()}, content_type="application/json")
    for url in [*(each.url_in(WORLD) for each in addresses()), *ALLAUTH, "/nowhere/"]:
        answer = alice.get(url)
        assert {name: answer.headers.get(name) for name in SAME_EVERYWHERE} == SAME_EVERYWHERE, url
        assert "Strict-Transport-Security" not in answer.headers, "nobody spoke TLS"


def test_nothing_inline_and_nothing_from_elsewhere_may_run() -> None:
    rules = dict(rule.split(" ", 1) for rule in CONTENT_SECURITY_POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert "unsafe" not in CONTENT_SECURITY_POLICY


@pytest.fixture
def by_proxy(anonymous: Client) -> Client:
    """Someone at a site that a proxy shows to the world."""
    public = replace(settings.DORSI, public_url="https://dorsi.example.org")
    with override_settings(
        DORSI=public, ALLOWED_HOSTS=["dorsi.example.org"], SECURE_HSTS_SECONDS=31_536_000,
        SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"), CSRF_COOKIE_SECURE=True,
        SESSION_COOKIE_SECURE=True,
    ):  # fmt: skip
        yield Client(HTTP_HOST="dorsi.example.org", HTTP_X_FORWARDED_PROTO="https")


def test_behind_tls_browsers_come_back_by_tls_only(by_proxy: Client) -> None:
    assert by_proxy.get("/accounts/login/").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_behind_tls_cookies_travel_by_tls_only(by_proxy: Client) -> None:
    by_proxy.get("/accounts/signup/")
    by_proxy.post("/accounts/signup/", {"email": "carol@example.org", "password1": "pulls-every-monday"})
    assert {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME} <= set(by_proxy.cookies)
    for name, cookie in by_proxy.cookies.items():
        assert cookie["secure"], name
        assert cookie["samesite"] == "Lax", name
    assert by_proxy.cookies[settings.SESSION_COOKIE_NAME]["httponly"]
