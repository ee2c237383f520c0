"""The addresses of this machine: the loopback ones, and those by which others in the network reach it."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, ip_address

from dorsi.settings import Lan

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""Hosts that mean this machine when it speaks to itself."""
_SOMEWHERE = ("192.0.2.1", 9)
"""An address that belongs to nobody (RFC 5737): asking for the way there sends nothing."""


def lan_address() -> str | None:
    """This machine's own IPv4 address in its network; None where it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_SOMEWHERE)
            found = ip_address(probe.getsockname()[0])
        except OSError:
            return None
    usable = isinstance(found, IPv4Address) and not (found.is_loopback or found.is_unspecified)
    return str(found) if usable else None


def local_name() -> str | None:
    """The name by which phones and other computers find this one without a name server, such as 'desk.local'."""
    name = socket.gethostname().split(".")[0].lower()
    return f"{name}.local" if name and name != "localhost" else None


def lan_hosts(lan: Lan) -> list[str]:
    """The hosts that others in the network may ask for; none where the app is not open to them."""
    return [] if lan is Lan.OFF else [host for host in (lan_address(), local_name()) if host]


def is_loopback(address: str) -> bool:
    """True if a peer with this address is this machine itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback
