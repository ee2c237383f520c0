"""What the app takes on the disk: its own package, and every one that it needs, as they are installed here."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from importlib.metadata import Distribution, distribution
from importlib.util import cache_from_source
from pathlib import Path

from packaging.requirements import Requirement

import dorsi

_BLOCK = 512


def installed_mb() -> float:
    """Megabytes on the disk, compiled modules included; packages for developers are left out."""
    needed: dict[str, frozenset[str]] = {}
    _need("dorsi", frozenset(), needed)
    own = (file for file in Path(dorsi.__file__).parent.rglob("*") if file.is_file())
    others = (file for name in needed for file in _files(distribution(name)))
    return sum(_on_disk(file) for file in {*own, *others}) / 1e6


def _need(name: str, extras: Collection[str], needed: dict[str, frozenset[str]]) -> None:
    """Adds a package and what it needs in turn, with these of its extras."""
    key = name.lower().replace("_", "-")
    known = needed.get(key)
    if known is not None and known >= set(extras):
        return
    needed[key] = (known or frozenset()) | frozenset(extras)
    for line in distribution(name).requires or ():
        other = Requirement(line)
        if other.marker is None or any(other.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            _need(other.name, other.extras, needed)


def _files(package: Distribution) -> Iterator[Path]:
    for listed in package.files or ():
        file = Path(str(package.locate_file(listed)))
        yield file
        if file.suffix == ".py":
            yield Path(cache_from_source(str(file)))


def _on_disk(file: Path) -> int:
    return file.stat().st_blocks * _BLOCK if file.exists() else 0
