"""Django's settings, all of them made from Dorsi's: see `dorsi.settings` for what an installation can choose.

In single-user mode there are no accounts and no sessions: the one athlete needs neither, and each request is spared
their queries. Apps and tables for accounts come in with `accounts`.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from dorsi import __version__, languages
from dorsi.bootstrap import debugging, system_settings
from dorsi.server.addresses import LOOPBACK, lan_hosts
from dorsi.server.listening import answers_by_tls
from dorsi.server.secret_files import secret_key
from dorsi.settings import mail_server
from dorsi.store.connection import database

DORSI = system_settings()
"""The settings of this installation."""
DEBUG = debugging()
VERSION = __version__

_PUBLIC = urlsplit(DORSI.public_url)
_SECURE = answers_by_tls() or _PUBLIC.scheme == "https"
"""Whether browsers reach the app by TLS only: then cookies never travel without it."""

SECRET_KEY = secret_key(DORSI.data_dir)
DATABASES: dict[str, dict[str, Any]] = {"default": {**database(DORSI), "CONN_MAX_AGE": None}}
if DORSI.database_url:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "dorsi.store.apps.StoreConfig",
    "dorsi.web.apps.WebConfig",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
_ACCOUNT_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "dorsi.server.middleware.strict_headers",
    "dorsi.server.middleware.bounded_bodies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    *(["django.contrib.sessions.middleware.SessionMiddleware"] if DORSI.accounts else []),
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    *(["django.contrib.auth.middleware.AuthenticationMiddleware"] if DORSI.accounts else []),
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    *(["allauth.account.middleware.AccountMiddleware"] if DORSI.accounts else []),
    "dorsi.server.desks.AccountDesks" if DORSI.accounts else "dorsi.server.desks.LocalDesk",
    "dorsi.server.middleware.TellErrors",
]
ROOT_URLCONF = "dorsi.server.urls"
WSGI_APPLICATION = "dorsi.server.wsgi.application"
_LOADERS: list[Any] = ["django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            # What the app `template_partials` would set up, which imports Django's whole admin to do so.
            "libraries": {"partials": "template_partials.templatetags.partials"},
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                *(["django.contrib.auth.context_processors.auth"] if DORSI.accounts else []),
                "dorsi.server.context.installation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
if DORSI.accounts:
    INSTALLED_APPS += _ACCOUNT_APPS

# Who may speak to it.
ALLOWED_HOSTS = [*LOOPBACK, *([_PUBLIC.hostname] if _PUBLIC.hostname else []), *lan_hosts(DORSI.lan)]
CSRF_TRUSTED_ORIGINS = [DORSI.public_url] if DORSI.public_url else []
CSRF_FAILURE_VIEW = "dorsi.server.failures.forged"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _PUBLIC.scheme == "https" else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _PUBLIC.scheme == "https" else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _SECURE
SESSION_COOKIE_AGE = 90 * 24 * 3600
SESSION_COOKIE_NAME = "dorsi_session"
CSRF_COOKIE_NAME = "dorsi_csrf"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# What it takes in.
LARGEST_BODY = 64 * 1024 * 1024
"""Bytes that any request may have: the log of a lifetime, as other apps write it, is far below."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 4

# What it is served with.
STATIC_URL = "/static/"
STATIC_ROOT = DORSI.data_dir / "dorsi-static"
"""Emptied when they are collected anew, so its name must be one that nobody else gives a folder."""
_STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "dorsi.server.static_storage.HashedFiles"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": _STATIC_STORAGE},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False

USE_TZ = True
TIME_ZONE = DORSI.time_zone or "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = languages.offered(debugging=DEBUG)
LOCALE_PATHS = [languages.FOLDER]
LANGUAGE_COOKIE_NAME = "dorsi_language"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "ERROR", "propagate": True}},
}

# Accounts.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"] if DORSI.accounts else []
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if DORSI.email_url else "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _PUBLIC.scheme or ("https" if _SECURE else "http")
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if DORSI.public_url else 0
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Dorsi"
MFA_ALLOW_UNVERIFIED_EMAIL = not DORSI.email_url
"""Without a mail server nobody could verify an address, and so nobody could protect an account."""
MFA_ADAPTER = "dorsi.server.second_factors.SealedFactors"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _SECURE

EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if DORSI.email_url else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = DORSI.email_from or f"Dorsi <dorsi@{_PUBLIC.hostname or 'localhost'}>"
if DORSI.email_url:
    globals().update(mail_server(DORSI.email_url))
