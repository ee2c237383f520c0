"""Starts the app: tables up to date, static files in place, then a worker that answers.

For the local network there is a second worker, by TLS and on this machine's address there, so that its own browser
goes on without certificates.
"""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dorsi.errors import UsageError
from dorsi.server.addresses import lan_address, lan_hosts
from dorsi.server.listening import announce, door_port
from dorsi.settings import Lan, Settings

if TYPE_CHECKING:
    from dorsi.server.arriving import Application

SETTINGS_MODULE = "dorsi.server.django_settings"
LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"
_THREADS = 32
"""At the most: they are started as requests come at once, and most of them only ever wait for slow connections."""
_PATIENCE_S = 5
_LOOK_EVERY_S = 0.05
_STOPPING_S = 3
_LOOK_AROUND_S = 2
_STRAIGHT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""Asks this machine itself, also where the system sends what goes to others through a proxy."""
_OUTLIVES_TERMINAL = hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
"""Whether the process was started with nohup or the like, as it was when it began."""


def prepare() -> None:
    """Opens the database, makes what tables lack, and puts static files in place. Raises StoreUnavailable."""
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS_MODULE
    # Late, because commands import this module to be listed, and Django reads its settings at once.
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import DEFAULT_DB_ALIAS, connections

    from dorsi.server.static_files import collect_static_files
    from dorsi.store.connection import bring_up_to_date, make_private

    if not settings.DORSI.database_url:
        make_private(settings.DORSI.journal_file)
    bring_up_to_date(DEFAULT_DB_ALIAS)
    if settings.DORSI.accounts:
        call_command("migrate", verbosity=0)
    if not settings.DEBUG:
        collect_static_files()
    # Workers are forked from this process, and two must not share a connection.
    connections.close_all()


def ports(wanted: int, lan: Lan) -> int:
    """The port to answer on: the wanted one, or a free one for 0. Raises UsageError where it is taken."""
    host = lan_address()
    if lan is not Lan.OFF and host is None:
        raise UsageError("This computer is in no network that a phone could share. Connect it and start again.")
    port = _free(wanted, EVERYWHERE if lan is Lan.PLAIN else LOOPBACK)
    if lan is Lan.TLS and host is not None:
        _free(port, host)
        _free(door_port(port), host)
    return port


def serve(settings: Settings, port: int, *, when_ready: Callable[[], None]) -> None:
    """Answers on that port until the process is told to stop. `when_ready` is called once it does."""
    announce(port, tls=False)
    with _told_when_it_answers(port, when_ready), _network_listener(settings, port):
        _answer(EVERYWHERE if settings.lan is Lan.PLAIN else LOOPBACK, port)


def serve_network(settings: Settings, port: int) -> None:
    """Answers by TLS on this machine's address in its network, and hands the certificate out beside it."""
    # Late, because only the network listener has to do with certificates.
    from dorsi.server.certificates import certificates_for
    from dorsi.server.doorstep import open_doorstep

    host = lan_address()
    if host is None:
        raise UsageError("This computer is in no network that a phone could share. Connect it and start again.")
    files = certificates_for(settings.data_dir / "tls", tuple(lan_hosts(settings.lan)), datetime.now(UTC))
    announce(port, tls=True)
    _end_with_the_parent()
    with open_doorstep(host, door_port(port), f"https://{host}:{port}", files.authority.read_bytes()):
        _answer(host, port, certificate=files.certificate, key=files.key)


def _answer(address: str, port: int, certificate: Path | None = None, key: Path | None = None) -> None:
    # Late, because granian takes 0.2 s, and what can go wrong should have gone wrong before.
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import MPServer

    server = MPServer(
        "dorsi.server.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=_THREADS,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        workers_kill_timeout=_STOPPING_S,
        ssl_cert=certificate,
        ssl_key=key,
    )
    server.on_startup(_end_with_the_terminal)
    server.serve(target_loader=_application)


def _end_with_the_terminal() -> None:
    """Closing the terminal ends the app, unless whoever started it wanted otherwise; granian would start it anew."""
    if hasattr(signal, "SIGHUP") and not _OUTLIVES_TERMINAL:
        signal.signal(signal.SIGHUP, signal.getsignal(signal.SIGTERM))


def _end_with_the_parent() -> None:
    """Ends this process soon after the one that started it, also where that was killed and could not say so.

    Else nobody would know of it, and it would keep the port. Where the system does not tell that a parent is gone, it
    is left to itself.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_AROUND_S)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def _application(target: str) -> Application:
    """The application, loaded in the worker.

    Ctrl+C reaches every process of a terminal, and this one passes it on as well. A worker that is told twice at once
    may never end, so it does not listen to the terminal.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    _end_with_the_parent()
    # Late, because it is the worker that shall load it.
    from dorsi.server.wsgi import application

    # Off since the command began, which is quicker so; what a server makes for months has to be swept up. What is
    # loaded by now stays for good and need not be looked at each time.
    gc.freeze()
    gc.enable()
    return application


@contextmanager
def _network_listener(settings: Settings, port: int) -> Iterator[None]:
    """The second process, where one is wanted, for as long as this one answers."""
    if settings.lan is not Lan.TLS:
        yield
        return
    # Not of this terminal: what ends this process ends that one.
    process = subprocess.Popen([sys.executable, "-m", "dorsi.server.network", str(port)], start_new_session=True)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(2 * _STOPPING_S)
        except subprocess.TimeoutExpired:
            process.kill()


def _free(wanted: int, address: str) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, wanted))
        except OSError as error:
            if error.errno == errno.EACCES:
                raise UsageError(f"Your system keeps port {wanted} for its own. Choose one from 1024 on.") from None
            remedy = f"Choose another, such as --port {max(wanted - 10, 1024)}."
            raise UsageError(f"Another program listens on port {wanted}. {remedy}") from None
        return int(probe.getsockname()[1])


@contextmanager
def _told_when_it_answers(port: int, act: Callable[[], None]) -> Iterator[None]:
    """Has `act` called when the app answers.

    A timer's signal looks, and no thread, because a process that forks its worker must have none: the worker would
    inherit whatever a thread had locked. Only where there are no such timers, and no forks, does a thread look.
    """
    if not hasattr(signal, "setitimer"):
        threading.Thread(target=_look_until_it_answers, args=(port, act), daemon=True).start()
        yield
        return

    def look(number: int, frame: object) -> None:
        if _answers(port):
            act()
        else:
            signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY_S)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _LOOK_EVERY_S)
    try:
        yield
    finally:
        # Python gives signals up before it ends, and one that came then would kill it.
        signal.setitimer(signal.ITIMER_REAL, 0)


def _look_until_it_answers(port: int, act: Callable[[], None]) -> None:
    while not _answers(port):
        time.sleep(_LOOK_EVERY_S)
    act()


def _answers(port: int) -> bool:
    try:
        _STRAIGHT.open(f"http://{LOOPBACK}:{port}/api/v1/health", timeout=_PATIENCE_S).close()
    except OSError:
        return False
    return True
