"""Where Dorsi keeps things and how it shows them: defaults < dorsi.toml < DORSI_* variables < flags."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import ZoneInfo, available_timezones

import tomli

from dorsi.errors import InvalidFile, Problem, UsageError, nearest
from dorsi.structure import describe
from dorsi.units import MassUnit

PREFIX = "DORSI_"
CONFIG_VARIABLE = "DORSI_CONFIG"
CONFIG_FILE = "dorsi.toml"
JOURNAL_FILE = "dorsi.sqlite3"
_OTHER_VARIABLES = (CONFIG_VARIABLE, "DORSI_DEBUG")
_POSTGRES_SCHEMES = ("postgres", "postgresql")
_MAIL_SCHEMES = ("smtp", "smtps")
_YES = ("1", "true", "yes", "on")
_NO = ("", "0", "false", "no", "off")


class Lan(StrEnum):
    """How the app is open to other devices of the same network: not at all, encrypted, or in the clear."""

    OFF = ""
    TLS = "https"
    PLAIN = "http"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One answer to every question that is the installation's, not the athlete's.

    `database_url` empty means a file in `data_dir`; `time_zone` empty means the system's own. The rest is for the web
    app: `accounts` makes it a site of many people, `public_url` is the address by which a proxy shows it to the world,
    `lan` opens it to the local network, `email_url` names the server that sends its mail and `email_from` the sender.
    """

    data_dir: Path
    database_url: str = ""
    time_zone: str = ""
    units: MassUnit = MassUnit.KG
    accounts: bool = False
    public_url: str = ""
    lan: Lan = Lan.OFF
    email_url: str = ""
    email_from: str = ""

    @property
    def journal_file(self) -> Path:
        """The SQLite file that holds the journal unless `database_url` names a server."""
        return self.data_dir / JOURNAL_FILE


def config_path(environ: Mapping[str, str], home: Path, platform: str) -> Path:
    """The settings file: `DORSI_CONFIG` if set, else the platform's usual place. `platform` as in `sys.platform`."""
    named = environ.get(CONFIG_VARIABLE)
    if named:
        return _path(named, home, Path())
    if platform == "win32":
        base = _folder(environ, "APPDATA", home / "AppData" / "Roaming")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = _folder(environ, "XDG_CONFIG_HOME", home / ".config")
    return base / "dorsi" / CONFIG_FILE


def load_settings(
    *,
    environ: Mapping[str, str],
    home: Path,
    platform: str,
    flags: Mapping[str, str | None] | None = None,
    config_text: str = "",
    config_file: Path = Path(CONFIG_FILE),
) -> Settings:
    """The settings that apply. `flags` maps field names to what was typed; None stands for a flag not given.

    A relative folder counts from the settings file's place if it stands there. Raises InvalidFile with every
    problem of the file, UsageError with every problem of variables and flags.
    """
    values: dict[str, Any] = {"data_dir": _data_dir(environ, home, platform)}
    values |= _from_file(config_text, config_file, home)
    mistakes: list[str] = list(_misspelt(environ))
    typed = {name: (PREFIX + name.upper(), environ.get(PREFIX + name.upper())) for name in _NAMES}
    given = {name: (f"--{name.replace('_', '-')}", text) for name, text in (flags or {}).items()}
    for layer in (typed, given):
        for name, (place, text) in layer.items():
            if text is None or (layer is typed and not text):
                continue
            try:
                values[name] = _value(name, text, home, Path())
            except ValueError as error:
                mistakes.append(f"{place}: {error}")
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return Settings(**values)


def postgres_database(url: str) -> dict[str, Any]:
    """A `postgres://` address as an entry of Django's DATABASES. Raises ValueError that says what is wrong with it.

    The message never repeats the address, which may hold a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError("its host or port cannot be read; write postgres://user:password@host:5432/name") from None
    if parts.scheme not in _POSTGRES_SCHEMES:
        raise ValueError(
            f"Dorsi knows no database of the kind '{parts.scheme or 'without a scheme'}'; "
            "write postgres://user:password@host:5432/name, or leave it empty to keep a file in data_dir"
        )
    name = unquote(parts.path.lstrip("/"))
    if not name or not parts.hostname:
        missing = "host" if not parts.hostname else "database name"
        raise ValueError(f"it names no {missing}; write postgres://user:password@host:5432/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname,
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def mail_server(url: str) -> dict[str, Any]:
    """An `smtp://` address as Django's EMAIL settings: STARTTLS, or TLS from the start for `smtps://`.

    Raises ValueError that says what is wrong with it and never repeats the address, which may hold a password.
    """
    example = "write smtp://user:password@host:587, or smtps://user:password@host:465"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(f"its host or port cannot be read; {example}") from None
    if parts.scheme not in _MAIL_SCHEMES or not parts.hostname:
        raise ValueError(f"it names no mail server; {example}")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if secure else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure,
        "EMAIL_TIMEOUT": 10,
    }


def _from_file(text: str, file: Path, home: Path) -> dict[str, Any]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        problem = Problem(
            file=str(file), where="", message=error.msg, line=error.lineno, column=error.colno, remedy="See toml.io."
        )
        raise InvalidFile([problem]) from None
    for key, value in table.items():
        try:
            if key not in _NAMES:
                raise ValueError(f"is no setting{_guess(key, _NAMES)}")
            if isinstance(value, bool) and _READERS[key] is _switch:
                value = str(value).lower()
            if not isinstance(value, str):
                raise ValueError(f"expected a text in quotes, found {describe(value)}")
            values[key] = _value(key, value, home, file.parent)
        except ValueError as error:
            problems.append(Problem(file=str(file), where=key, message=str(error)))
    if problems:
        raise InvalidFile(problems)
    return values


def _misspelt(environ: Mapping[str, str]) -> Iterator[str]:
    """Variables that are nearly one of ours: a slip there would keep the journal in a place nobody meant.

    Others that begin with DORSI_ may belong to a container or a script and are left alone.
    """
    known = (*(PREFIX + name.upper() for name in _NAMES), *_OTHER_VARIABLES)
    for variable in sorted(environ):
        if variable.startswith(PREFIX) and variable not in known and (guess := _guess(variable, known)):
            yield f"{variable}: is no variable that Dorsi reads{guess}"


def _guess(name: str, known: tuple[str, ...]) -> str:
    plain = {candidate.lower().replace("_", "-"): candidate for candidate in known}
    close = nearest(name, plain, 1)
    return f"; did you mean '{plain[close[0]]}'?" if close else ""


def _value(name: str, text: str, home: Path, anchor: Path) -> Any:
    return _READERS[name](text, home, anchor)


def _path(text: str, home: Path, anchor: Path) -> Path:
    if not text.strip() or "\0" in text:
        raise ValueError("expected the path of a folder")
    path = Path(text)
    if path.parts[:1] == ("~",):
        return home.joinpath(*path.parts[1:])
    return anchor / path


def _url(text: str, home: Path, anchor: Path) -> str:
    if text:
        postgres_database(text)
    return text


def _zone(text: str, home: Path, anchor: Path) -> str:
    if text:
        try:
            ZoneInfo(text)
        except (KeyError, ValueError, OSError):
            by_name = {zone.lower().replace("_", "-"): zone for zone in available_timezones()}
            close = nearest(text, by_name, 1)
            hint = f"did you mean '{by_name[close[0]]}'?" if close else "write one such as 'Europe/Rome'"
            raise ValueError(f"'{text}' is no time zone; {hint}") from None
    return text


def _units(text: str, home: Path, anchor: Path) -> MassUnit:
    try:
        return MassUnit(text)
    except ValueError:
        raise ValueError(f"'{text}' is no unit of mass; write 'kg' or 'lb'") from None


def _switch(text: str, home: Path, anchor: Path) -> bool:
    word = text.strip().lower()
    if word not in (*_YES, *_NO):
        raise ValueError(f"'{text}' is neither yes nor no; write 'true' or 'false'")
    return word in _YES


def _lan(text: str, home: Path, anchor: Path) -> Lan:
    try:
        return Lan(text)
    except ValueError:
        raise ValueError(f"'{text}' is no way to open the app to a network; write 'https' or 'http'") from None


def _public_url(text: str, home: Path, anchor: Path) -> str:
    if not text:
        return text
    wrong = f"'{text}' is no address of a site; write one such as https://dorsi.example.org"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ValueError(wrong) from None
    further = parts.path.strip("/") or parts.query or parts.username is not None or port == 0
    if parts.scheme not in ("http", "https") or not parts.hostname or further:
        raise ValueError(wrong)
    return f"{parts.scheme}://{parts.netloc}"


def _mail_url(text: str, home: Path, anchor: Path) -> str:
    if text:
        mail_server(text)
    return text


def _text(text: str, home: Path, anchor: Path) -> str:
    return text.strip()


_READERS: Mapping[str, Callable[[str, Path, Path], Any]] = {
    "data_dir": _path,
    "database_url": _url,
    "time_zone": _zone,
    "units": _units,
    "accounts": _switch,
    "public_url": _public_url,
    "lan": _lan,
    "email_url": _mail_url,
    "email_from": _text,
}
_NAMES = tuple(field.name for field in fields(Settings))


def _data_dir(environ: Mapping[str, str], home: Path, platform: str) -> Path:
    if platform == "win32":
        base = _folder(environ, "LOCALAPPDATA", home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = _folder(environ, "XDG_DATA_HOME", home / ".local" / "share")
    return base / "dorsi"


def _folder(environ: Mapping[str, str], variable: str, otherwise: Path) -> Path:
    """The folder a variable names; relative ones are passed over, as the XDG specification asks."""
    named = Path(environ.get(variable, ""))
    return named if named.is_absolute() else otherwise
