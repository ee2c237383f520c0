"""Texts for translators: found in templates, in Python and in the domain, kept in catalogues, compiled."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from tools.messages.catalogues import bring_up_to_date, compile_all, templates
from tools.messages.marked import in_python, in_template
from tools.messages.pseudo import accented

SOURCE = "tools.messages.marked.name_of"


@pytest.fixture(scope="module")
def found() -> Mapping[str, Catalog]:
    """Everything there is to translate."""
    return templates()


@pytest.fixture
def anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files outside the package have names too."""
    monkeypatch.setattr(SOURCE, lambda path: path.name)


@pytest.mark.usefixtures("anywhere")
def test_tags_of_templates(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '{% translate "To day" %}{% translate \'Back\' context "place" %}{% include "x" with a=_("Given") %}'
        "{% blocktranslate count n=many %}{{ n }} set at 5%{% plural %}{{ n }} sets{% endblocktranslate %}"
        "{% blocktranslate trimmed %}\n one\n two {% endblocktranslate %}Bare",
        "utf-8",
    )
    texts = [place.text for place in in_template(page)]
    assert [(text.text, text.plural, text.context) for text in texts] == [
        ("To day", "", ""),
        ("Back", "", "place"),
        ("Given", "", ""),
        ("%(n)s set at 5%%", "%(n)s sets", ""),
        ("one two", "", ""),
    ]


@pytest.mark.usefixtures("anywhere")
def test_calls_in_python(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        'a = _("One " "text")\nb = ngettext("%(n)d set", "%(n)d sets", 2)\nc = other("not this")\n', "utf-8"
    )
    assert [(place.text.text, place.text.plural, place.line) for place in in_python(module)] == [
        ("One text", "", 1),
        ("%(n)d set", "%(n)d sets", 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Start training",
        "Deadlift, conventional",
        "Sessions too close together",
        "Add the smallest step",
        "Eight weeks for mass",
        "Female, male, or rather not say?",
        "No programme is under way.",
    ],
)
def test_what_stands_as_it_is_is_found(found: Mapping[str, Catalog], text: str) -> None:
    assert any(str(message.id).lower().startswith(text.lower()) for message in found["django"] if message.id)


@pytest.mark.parametrize("frame", ["More reps before weight: aim for {top}.", "Rest {text}.", "Back plan for {name}"])
def test_frames_of_sentences_are_found(found: Mapping[str, Catalog], frame: str) -> None:
    assert frame in found["sentences"]


def test_docstrings_and_names_are_not_for_translators(found: Mapping[str, Catalog]) -> None:
    ids = {str(message.id) for message in found["django"]}
    assert not ids & {"utf-8", "pulldown-wide", "structure.py"}
    assert not any(text.startswith("Texts that the domain tells") for text in ids)


def test_a_language_keeps_its_translations_when_texts_change(tmp_path: Path) -> None:
    missing = bring_up_to_date(tmp_path, "de")
    path = tmp_path / "de" / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale="de")
    catalogue["Start training"].string = "Training beginnen"
    catalogue.add("A text that is gone", string="Weg")
    with path.open("wb") as file:
        write_po(file, catalogue)
    assert bring_up_to_date(tmp_path, "de")["django"] == missing["django"] - 1
    assert "A text that is gone" not in path.read_text("utf-8")
    assert len(list(compile_all(tmp_path))) == 2
    assert gettext.translation("django", tmp_path, ["de"]).gettext("Start training") == "Training beginnen"


def test_the_test_language_keeps_what_is_filled_in() -> None:
    assert accented("Week %(n)s of {name}: <b>100%%</b>") == "⟦Ŵééķ %(n)s öƒ {name}: <b>100%%</b>⟧"
