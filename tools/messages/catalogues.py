"""Catalogues: made from the texts that are found, brought up to date, and compiled.

Each language has two. `django.po` holds texts as they stand, `sentences.po` the frames of sentences with data in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from tools.messages.found import Place, gathered
from tools.messages.marked import marked
from tools.messages.pseudo import accented
from tools.messages.told import frames, whole

NAMES = ("django", "sentences")
PSEUDO = "en_XA"
_HEADER = "# Texts of Dorsi. docs/translating.md says how to translate them.\n"


def templates() -> Mapping[str, Catalog]:
    """Both catalogues without any translation, by name."""
    whole_texts = (place for source in (marked(), whole()) for place in source)
    return {"django": _catalogue(whole_texts), "sentences": _catalogue(frames())}


def _catalogue(places: Iterable[Place]) -> Catalog:
    catalogue = Catalog(project="Dorsi", header_comment=_HEADER.strip(), fuzzy=False)
    for text, seen in sorted(gathered(places), key=lambda pair: pair[1]):
        catalogue.add(
            (text.text, text.plural) if text.plural else text.text,
            locations=[(file, line) for file, line in seen],
            flags=["python-format"] if text.is_format else [],
            context=text.context or None,
        )
    return catalogue


def bring_up_to_date(folder: Path, language: str) -> Mapping[str, int]:
    """Writes the language's catalogues with all present texts and the translations there are; how many are missing."""
    missing = {}
    for name, template in templates().items():
        path = folder / language / "LC_MESSAGES" / f"{name}.po"
        catalogue = _read(path) if path.exists() else Catalog(locale=language, project="Dorsi", fuzzy=False)
        catalogue.header_comment = _HEADER.strip()
        catalogue.update(template, no_fuzzy_matching=name == "sentences")
        _write(path, catalogue)
        missing[name] = sum(1 for each in catalogue if each.id and (each.fuzzy or not _is_done(each.string)))
    return missing


def compile_all(folder: Path) -> Iterator[Path]:
    """Makes the file that Dorsi reads of each catalogue."""
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        with compiled.open("wb") as file:
            write_mo(file, _read(path))
        yield compiled


def write_pseudo(folder: Path) -> Path:
    """Makes the accented language, with the texts of Django and allauth as well; the folder it lies in."""
    for name, catalogue in templates().items():
        if name == "django":
            for path in _of_others():
                _add_missing(catalogue, _read(path))
        _fill(catalogue, accented)
        compiled = folder / PSEUDO / "LC_MESSAGES" / f"{name}.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with compiled.open("wb") as file:
            write_mo(file, catalogue)
    return folder / PSEUDO


def _of_others() -> Iterator[Path]:
    packages = Path(django.__file__).parent
    yield packages / "conf/locale/en/LC_MESSAGES/django.po"
    for app in ("auth", "sessions"):
        yield from (packages / "contrib" / app).glob("locale/en/LC_MESSAGES/django.po")
    yield from (packages.parent / "allauth").glob("locale/en/LC_MESSAGES/django.po")


def _add_missing(catalogue: Catalog, other: Catalog) -> None:
    for message in other:
        first = message.id[0] if isinstance(message.id, tuple) else message.id
        if first and catalogue.get(first, message.context) is None:
            catalogue.add(message.id, context=message.context)


def _fill(catalogue: Catalog, translate: Callable[[str], str]) -> None:
    for message in catalogue:
        if isinstance(message.id, tuple):
            message.string = tuple(translate(text) for text in message.id)
        elif message.id:
            message.string = translate(message.id)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path.parts[-3] in ("en", PSEUDO) else path.parts[-3])


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, omit_header=False, ignore_obsolete=True)


def _is_done(translation: str | tuple[str, ...]) -> bool:
    return all(translation) if isinstance(translation, tuple) else bool(translation)
