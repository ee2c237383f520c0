"""Files in the data folder that nobody else may read: made once, whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from dorsi.errors import StoreUnavailable

_KEY_BYTES = 48


def secret_key(data_dir: Path) -> str:
    """The key that signs cookies and links; made at first use. Raises StoreUnavailable."""
    return kept(data_dir / "secret.key", new_key).decode()


def new_key() -> bytes:
    """A new random key, as text."""
    return secrets.token_urlsafe(_KEY_BYTES).encode()


def kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """What the file holds; where there is none, what `make` gives is kept first. Raises StoreUnavailable."""
    try:
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return _kept_first(file, make())
    except OSError as error:
        reason = f"{file.name} cannot be made or read there ({(error.strerror or 'the system refused').lower()})"
        remedy = "See that you may write to this folder, or set another data_dir."
        raise StoreUnavailable(str(file.parent), reason, remedy) from error


def write_secret(file: Path, content: bytes) -> None:
    """Puts content in the place of the file's. Raises OSError."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as part:
        part.write(content)
    os.replace(part.name, file)


def _kept_first(file: Path, content: bytes) -> bytes:
    """Keeps content under a name that is still free; two processes that try at once end up with the same."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.") as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
        try:
            os.link(part.name, file)
        except FileExistsError:
            return file.read_bytes()
    return content
