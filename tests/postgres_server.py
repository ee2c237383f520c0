"""A real PostgreSQL server for tests: on a free port, with everything of it in a folder that goes afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import psycopg

from tests.programs import postgres_binaries, postgres_of_wheel

_USERS = ("postgres", "nobody")
"""Whom the server runs as where the tests run as root, which it refuses."""


class PostgresServer:
    """A server of its own, which has any number of databases."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="dorsi-postgres-"))
        self._user = _other_user()
        self._programs = _binaries(self._folder, self._user)
        password = secrets.token_hex(16)
        port = _free_port()
        secret = self._folder / "password"
        secret.write_text(password)
        if self._user:
            for path in (self._folder, secret):
                shutil.chown(path, self._user)
        data = self._folder / "data"
        self._run(
            "initdb", "-D", data, "-U", "dorsi", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories={self._folder}"
        self._run("pg_ctl", "-D", data, "-w", "-l", self._folder / "log", "-o", settings, "start")
        self._server = f"postgres://dorsi:{password}@127.0.0.1:{port}"
        self._databases = count(1)

    def url(self, database: str = "postgres") -> str:
        """The address of a database."""
        return f"{self._server}/{database}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"test_{next(self._databases)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]  # made here, not typed
        return self.url(name)

    def stop(self) -> None:
        """Stops it and takes its folder away."""
        self._run("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str | Path) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        # Its output goes to a file: the server keeps what it inherits open, and a pipe would never end.
        with (self._folder / "said").open("a") as said:
            done = subprocess.run(
                command, stdout=said, stderr=said, cwd=self._folder, user=self._user, check=False, timeout=120
            )
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{(self._folder / 'said').read_text()}")


def _binaries(folder: Path, user: str | None) -> Path:
    """The server's programs, where that user may run them: those of a wheel may lie in a home of root's."""
    found = postgres_binaries()
    if found is None:
        raise RuntimeError("There is no PostgreSQL server to test with. 'make test' installs one.")
    if user is None or found != postgres_of_wheel():
        return found
    package = found.parent.parent
    for part in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(part, folder / part.name, symlinks=True)
    return folder / package.name / found.parent.name / found.name


def _other_user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(user for user in _USERS if user in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
