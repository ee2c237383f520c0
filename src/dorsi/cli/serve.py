"""`dorsi serve`: the app in a browser, on this machine, for its network, or as a site with accounts."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dorsi import bootstrap
from dorsi.cli.journal_access import DataFolder
from dorsi.errors import UsageError
from dorsi.server import run
from dorsi.settings import Lan, Settings

PORT = 8787
LAST = 65534
"""The last port that leaves one beside it, which --lan needs."""


def serve(
    port: Annotated[
        int, typer.Option("--port", "-p", metavar="PORT", min=0, max=LAST, help="Where to listen; 0 takes any.")
    ] = PORT,
    lan: Annotated[bool, typer.Option("--lan", help="Let a phone in the same network in, by a code to scan.")] = False,
    http: Annotated[bool, typer.Option("--http", help="With --lan: without encryption, and with less.")] = False,
    accounts: Annotated[bool, typer.Option("--accounts", help="A site of many people, each with an account.")] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    data: DataFolder = None,
) -> None:
    """Open the app in a browser: for you alone, unless you say otherwise."""
    settings = _settings(data, lan=lan, http=http, accounts=accounts)
    bootstrap.pass_on(settings)
    chosen = run.ports(port, settings.lan)
    run.prepare()
    run.serve(settings, chosen, when_ready=_ready(settings, chosen, open_browser=open_browser))


def _settings(data: Path | None, *, lan: bool, http: bool, accounts: bool) -> Settings:
    if http and not lan:
        raise UsageError("--http is about the network: write --lan --http.")
    flags = {
        "data_dir": None if data is None else str(data.absolute()),
        "accounts": "true" if accounts else None,
        "lan": (Lan.PLAIN if http else Lan.TLS).value if lan else None,
    }
    settings = bootstrap.system_settings(flags)
    if settings.accounts and settings.lan is not Lan.OFF:
        raise UsageError("A site with accounts belongs behind a proxy with a certificate of its own; leave --lan out.")
    return settings


def _ready(settings: Settings, port: int, *, open_browser: bool) -> Callable[[], None]:
    """What is said once the app answers."""
    url = f"http://{run.LOOPBACK}:{port}"

    def say() -> None:
        typer.echo(f"Dorsi is ready: {settings.public_url or url}")
        if not settings.accounts and (settings.lan is not Lan.OFF or settings.public_url):
            _invite(settings, url)
        typer.echo("Stop it with Ctrl+C.")
        if open_browser:
            webbrowser.open(settings.public_url or url)

    return say


def _invite(settings: Settings, url: str) -> None:
    """Shows the code that lets one device in."""
    # Late, because these need Django, which is set up by now.
    from dorsi.server.codes import code_lines
    from dorsi.server.listening import invitation
    from dorsi.server.pairing import new_token

    place = invitation(settings)
    if place is None:
        return
    address = place.address(new_token())
    typer.echo(f"\nOn your phone, scan this; it is good for one device and ten minutes:\n\n{code_lines(address)}")
    typer.echo(f"Or open {address}")
    if not place.encrypted:
        typer.echo(
            "Without encryption browsers do not keep the player for use without a network, and neither keep the screen "
            "awake nor notify you. An open player still logs without a network. Leave --http out for all of it."
        )
    if not settings.public_url:
        typer.echo(f"Codes for more devices: {url}/lan/")
