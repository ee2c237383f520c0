"""The languages that Dorsi speaks, and whatever the domain says in the reader's own.

Pages, forms and messages mark their texts for gettext. The domain knows no gettext and tells in English; its texts pass
through `said` where they reach a reader. A language is a folder below `locale` with two catalogues, see
docs/translating.md.
"""

from __future__ import annotations

import gettext as catalogues
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.formats import get_format
from django.utils.functional import lazy
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext, to_language, to_locale

from dorsi.services.phrasing import Phrasing, without_commands

FOLDER = Path(__file__).resolve().parent / "locale"
ENGLISH = "en"
PSEUDO = "en-xa"
"""English with accents, for tests and developers; see tools/messages/pseudo.py."""
_LOGGED = frozenset({"open", "done", "beside"})
"""Names of what was logged, which goes back as it came."""
_OWN_NAMES = {ENGLISH: "English", PSEUDO: "Ⱥççéñţš"}


def offered(*, debugging: bool = False) -> list[tuple[str, str]]:
    """English and every language that has a compiled catalogue, each by its code and its own name."""
    compiled = sorted(path.parts[-3] for path in FOLDER.glob("*/LC_MESSAGES/django.mo"))
    found = [to_language(name) for name in compiled]
    return [(code, own_name(code)) for code in (ENGLISH, *found) if code != PSEUDO or debugging]


def own_name(code: str) -> str:
    """The language's name as its speakers write it: 'Deutsch'; the code where nobody knows."""
    try:
        return _OWN_NAMES.get(code) or str(get_language_info(code)["name_local"]).capitalize()
    except KeyError:
        return code


def said(text: str) -> str:
    """A text of the domain in the reader's language: prose, or a sentence with data in it.

    Sentences that name a command are left out: whoever reads a page has no terminal.
    """
    text = without_commands(text)
    language = get_language() or ENGLISH
    if not text or language == ENGLISH:
        return text
    return _said(text, language)


def known(text: str) -> str:
    """A text that the domain or the athlete wrote: the domain's in the reader's language, the athlete's as it is."""
    language = get_language() or ENGLISH
    if not text or language == ENGLISH:
        return text
    return _phrasing(language).known(text)


def all_said(texts: Iterable[str]) -> tuple[str, ...]:
    """Several such texts."""
    return tuple(map(said, texts))


def in_english(text: str) -> SafeString:
    """A text that has to stay English, such as what is wrong with a file, marked as such for screen readers."""
    text = without_commands(text)
    if (get_language() or ENGLISH) == ENGLISH:
        return conditional_escape(text)
    return format_html('<span lang="en">{}</span>', text)


def document_said(value: Any) -> Any:
    """A JSON document for a reader: texts that the domain tells are in the reader's language, all else as it was."""
    return value if (get_language() or ENGLISH) == ENGLISH else _document(value, None)


_TELLERS: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys(
        (
            "after", "breathing", "cues", "emergency", "execution", "last", "load", "mistake", "name", "plates_at",
            "prompt", "remedy", "says", "set_up", "short", "summary", "urgent", "warnings", "words",
        ),
        said,
    ),
    **dict.fromkeys(("title", "theme", "note"), known),
}  # fmt: skip
"""How the texts under a name of a document are told; names that are not here hold data."""
lazily_said = lazy(said, str)
"""A text of the domain that is translated when it is shown, for forms, which are made once."""


def forget() -> None:
    """Reads the catalogues anew when they are next needed."""
    _said.cache_clear()
    _phrasing.cache_clear()


@lru_cache(maxsize=8192)
def _said(text: str, language: str) -> str:
    return _phrasing(language).said(text)


@lru_cache
def _phrasing(language: str) -> Phrasing:
    return Phrasing(_frames(language), gettext, str(get_format("DECIMAL_SEPARATOR", language)))


def _frames(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for folder in settings.LOCALE_PATHS:
        catalogue = catalogues.translation("sentences", folder, [to_locale(language)], fallback=True)
        texts = vars(catalogue).get("_catalog", {})
        found |= {key: text for key, text in texts.items() if isinstance(key, str) and key}
    return found


def _document(value: Any, tell: Callable[[str], str] | None) -> Any:
    if isinstance(value, dict):
        return {name: each if name in _LOGGED else _document(each, _TELLERS.get(name)) for name, each in value.items()}
    if isinstance(value, list | tuple):
        # A list of texts and numbers, such as a load, is data.
        alike = all(isinstance(each, str) for each in value)
        return [_document(each, tell if alike else None) for each in value]
    return tell(value) if tell is not None and isinstance(value, str) else value
