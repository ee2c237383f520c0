"""Where the app listens, and where a device that is invited must go: by the network or by a proxy's address."""

from __future__ import annotations

from dataclasses import dataclass
from os import environ

from dorsi.server.addresses import lan_address
from dorsi.settings import Lan, Settings

_PORT = "SERVING_DORSI_PORT"
_TLS = "SERVING_DORSI_TLS"


def announce(port: int, *, tls: bool) -> None:
    """Tells workers that this process starts on which port they answer, and whether by TLS."""
    environ[_PORT], environ[_TLS] = str(port), "1" if tls else ""


def answers_by_tls() -> bool:
    """Whether this worker's own connections are encrypted."""
    return environ.get(_TLS) == "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """`app_url` is where the app is, `door_url` where a phone gets the certificate first; empty for straight in."""

    app_url: str
    door_url: str = ""

    @property
    def encrypted(self) -> bool:
        """True if the app can work without a network there."""
        return self.app_url.startswith("https:")

    def address(self, token: str) -> str:
        """The address that a code with this token carries."""
        return f"{self.door_url}/#{token}" if self.door_url else f"{self.app_url}/lan/pair/{token}/"


def invitation(settings: Settings) -> Invitation | None:
    """The way in for another device; None where there is none."""
    if settings.public_url:
        return Invitation(app_url=settings.public_url)
    host = lan_address()
    if settings.lan is Lan.OFF or host is None:
        return None
    port = int(environ.get(_PORT, "0"))
    door = f"http://{host}:{door_port(port)}" if settings.lan is Lan.TLS else ""
    return Invitation(app_url=f"{settings.lan.value}://{host}:{port}", door_url=door)


def door_port(port: int) -> int:
    """The port beside the app's, where a phone's first visit goes."""
    return port + 1
