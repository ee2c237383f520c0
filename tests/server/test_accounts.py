"""Accounts: signing up and in, a forgotten password, a second factor, and no guessing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from dorsi.store.models import AthleteRow

PASSWORD = "pulls-every-monday"
OTHER = "rows-every-thursday"


@pytest.fixture(autouse=True)
def _no_limits_yet() -> None:
    """Forgets who tried how often."""
    cache.clear()


def sign_up(client: Client, email: str = "alice@example.org", password: str = PASSWORD) -> Any:
    return client.post(reverse("account_signup"), {"email": email, "password1": password})


def sign_in(client: Client, password: str = PASSWORD, email: str = "alice@example.org") -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def prove(client: Client) -> None:
    """Types the password once more, as what guards an account asks."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def test_who_signs_up_is_in_and_has_a_journal_of_their_own(anonymous: Client) -> None:
    assert sign_up(anonymous).status_code == 302
    assert anonymous.get("/api/v1/sessions").status_code == 200
    (user,) = User.objects.all()
    assert [row.owner for row in AthleteRow.objects.all()] == [str(user.pk)]


def test_passwords_are_kept_as_argon2(anonymous: Client) -> None:
    sign_up(anonymous)
    assert User.objects.get().password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("password", ["short", "password123", "1234567890123", "alice@example.org"])
def test_weak_passwords_are_refused(anonymous: Client, password: str) -> None:
    assert sign_up(anonymous, password=password).status_code == 200
    assert not User.objects.exists()


def test_who_signs_out_is_out(anonymous: Client) -> None:
    sign_up(anonymous)
    anonymous.post(reverse("account_logout"))
    assert anonymous.get("/more/").status_code == 302
    assert sign_in(anonymous).status_code == 302
    assert anonymous.get("/more/").status_code == 200


def test_a_forgotten_password_is_set_anew_by_mail(anonymous: Client) -> None:
    sign_up(anonymous)
    anonymous.post(reverse("account_logout"))
    mail.outbox.clear()
    anonymous.post(reverse("account_reset_password"), {"email": "alice@example.org"})
    (letter,) = mail.outbox
    link = re.search(r"http://localhost(/accounts/password/reset/key/\S+)", str(letter.body))
    assert link
    form = anonymous.get(link[1], follow=True)
    anonymous.post(form.request["PATH_INFO"], {"password1": OTHER, "password2": OTHER})
    assert sign_in(anonymous, PASSWORD).status_code == 200
    assert sign_in(anonymous, OTHER).status_code == 302


def test_nobody_learns_who_has_an_account(anonymous: Client) -> None:
    sign_up(anonymous)
    stranger = Client(HTTP_HOST="localhost")
    answers = [
        stranger.post(reverse("account_reset_password"), {"email": email}).headers["Location"]
        for email in ("alice@example.org", "nobody@example.org")
    ]
    assert answers[0] == answers[1]


def test_guessing_comes_to_an_end(anonymous: Client) -> None:
    sign_up(anonymous)
    stranger = Client(HTTP_HOST="localhost")
    said = [sign_in(stranger, f"guess number {number}").content.decode() for number in range(12)]
    assert "Too many failed" in said[-1]
    assert sign_in(stranger, PASSWORD).status_code != 302, "not even the right one is taken then"


def test_a_second_factor_is_asked_for_and_kept_sealed(anonymous: Client) -> None:
    sign_up(anonymous)
    assert anonymous.get(reverse("mfa_activate_totp")).status_code == 302, "only after the password once more"
    prove(anonymous)
    page = anonymous.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200
    secret = anonymous.session["mfa.totp.secret"]
    assert anonymous.post(reverse("mfa_activate_totp"), {"code": code_for(secret)}).status_code == 302
    kept = Authenticator.objects.get(type="totp")
    assert secret not in str(kept.data)
    anonymous.post(reverse("account_logout"))
    answer = sign_in(anonymous)
    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert anonymous.get("/more/").status_code == 302, "the password alone is not enough"


def test_passkeys_are_offered(anonymous: Client) -> None:
    assert "passkey" in anonymous.get(reverse("account_login")).content.decode()
    sign_up(anonymous)
    prove(anonymous)
    assert anonymous.get(reverse("mfa_add_webauthn")).status_code == 200


def test_deleting_everything_deletes_the_account(anonymous: Client) -> None:
    sign_up(anonymous)
    prove(anonymous)
    anonymous.get(reverse("mfa_activate_totp"))
    anonymous.post(reverse("mfa_activate_totp"), {"code": code_for(anonymous.session["mfa.totp.secret"])})
    elsewhere = Client(HTTP_HOST="localhost")
    sign_up(elsewhere, "bob@example.org")
    elsewhere.get("/api/v1/sessions")
    assert anonymous.post("/more/delete/", {"word": "no"}).status_code == 422
    assert User.objects.count() == 2
    answer = anonymous.post("/more/delete/", {"word": "DELETE"}, follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("account_login"))
    assert [user.email for user in User.objects.all()] == ["bob@example.org"]
    assert not Authenticator.objects.exists()
    assert [row.owner for row in AthleteRow.objects.all()] == [str(User.objects.get().pk)]
    assert sign_in(anonymous).status_code == 200, "there is nobody of that name"


@pytest.mark.parametrize(
    "name", ["account_login", "account_signup", "account_reset_password", "account_reset_password_done"]
)
def test_the_entrance_needs_no_inline_script_or_style(anonymous: Client, name: str) -> None:
    keeps_the_policy(anonymous.get(reverse(name)).content.decode())


@pytest.mark.parametrize(
    "name",
    [
        "account_email",
        "account_change_password",
        "account_logout",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
    ],
)
def test_what_is_inside_needs_none_either(anonymous: Client, name: str) -> None:
    sign_up(anonymous)
    prove(anonymous)
    answer = anonymous.get(reverse(name))
    assert answer.status_code == 200
    keeps_the_policy(answer.content.decode())


def keeps_the_policy(page: str) -> None:
    """Fails where a page holds what the content security policy would not run."""
    scripts = re.findall(r"<script(?![^>]*(?:src=|application/json))[^>]*>", page)
    assert scripts == []
    assert "<style" not in page
    assert not re.search(r"\s(style|onclick|onsubmit)=", page)
    assert "javascript:" not in page


def code_for(secret: str) -> str:
    """The code that an authenticator shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_a_script_that_asks_for_a_part_is_sent_to_the_login_page_and_back_to_the_page(anonymous: Client) -> None:
    """htmx would put the login form in the place of the part."""
    page = "http://localhost/back/exercises/?q=row"
    answer = anonymous.get("/back/exercises/", {"q": "rows"}, headers={"HX-Request": "true", "HX-Current-URL": page})
    assert answer.status_code == 200
    assert answer.headers["HX-Redirect"] == "/accounts/login/?next=%2Fback%2Fexercises%2F%3Fq%3Drow"
    assert not answer.content
