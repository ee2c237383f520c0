"""Every address there is, read off the table of addresses, so that none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.server.samples import SAMPLES

_OF_ALLAUTH = "accounts/"
"""Another project's pages, which its own tests look after."""


@dataclass(frozen=True, slots=True)
class Address:
    """A name of the table, and the names of the arguments that it takes."""

    name: str
    arguments: tuple[str, ...]

    def url_in(self, world: Mapping[str, str]) -> str:
        """The address with its sample arguments; `{names}` in these are filled in from the world."""
        return reverse(self.name, kwargs=self._sample(world))

    def spoilt(self, world: Mapping[str, str], nonsense: Sequence[str]) -> Iterator[str]:
        """The address with nonsense in the place of one argument after the other."""
        sample = self._sample(world)
        url = self.url_in(world)
        for name in self.arguments:
            for word in nonsense:
                yield url.replace(f"/{sample[name]}", f"/{quote(word, safe='')}", 1)

    def _sample(self, world: Mapping[str, str]) -> dict[str, str | int]:
        sample = SAMPLES.get(self.name, {})
        return {key: value.format(**world) if isinstance(value, str) else value for key, value in sample.items()}

    def __str__(self) -> str:
        return self.name


def addresses() -> tuple[Address, ...]:
    """All addresses, but for those of allauth."""
    return tuple(_walk(get_resolver(), "", ()))


def _walk(resolver: URLResolver, prefix: str, names: tuple[str, ...]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        path = f"{prefix}{pattern.pattern}"
        if path.startswith(_OF_ALLAUTH):
            continue
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, path, (*names, pattern.namespace) if pattern.namespace else names)
        elif isinstance(pattern, URLPattern):
            yield Address(":".join((*names, str(pattern.name))), _arguments(pattern))


def _arguments(pattern: Any) -> tuple[str, ...]:
    return tuple(pattern.pattern.converters)
