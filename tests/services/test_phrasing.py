"""Sentences of the domain in another language: frames are found again, their data is translated and put back."""

from __future__ import annotations

import pytest

from dorsi.services.phrasing import Phrasing, without_commands

WORDS = {
    "Deadlift": "Kreuzheben", "deadlift": "Kreuzheben", "Pulldown, wide": "Latzug, weit", "row": "Rudern",
    "and": "und", "more help": "mehr Hilfe", "Upper back": "Oberer Rücken", "Monday": "Montag",
    "the minimum": "das Minimum",
}  # fmt: skip
FRAMES = {
    "Rest {text}.": "Pause: {text}.",
    "{exercise} stands at {load}, {text} is needed": "{exercise} steht bei {load}, nötig ist {text}",
    "{fewer} set{s} fewer today": "heute {fewer} Sätze weniger",
    "{load} of help": "{load} Hilfe",
    "{count} or fewer: {load} {it} in the next set.": "{count} oder weniger: nächster Satz mit {load} {it}.",
    "{theme}, block {number}": "{theme}, Block {number}",
    "Back plan for {name}": "Rückenplan für {name}",
    "{first} of {second}": "{first} von {second}",
    "{lift} at {sets} (target {band})": "{lift}: {sets} ({band})",
    "nothing fits": "",
}


@pytest.fixture
def german() -> Phrasing:
    return Phrasing(FRAMES, lambda text: WORDS.get(text, text), ",")


@pytest.mark.parametrize(
    ("english", "theirs"),
    [
        ("Deadlift", "Kreuzheben"),
        ("Rest 2-3 min.", "Pause: 2-3 min."),
        ("Deadlift stands at 62.5 kg, the minimum is needed.", "Kreuzheben steht bei 62,5 kg, nötig ist das Minimum."),
        ("2 sets fewer today", "heute 2 Sätze weniger"),
        ("1 set fewer today", "heute 1 Sätze weniger"),
        ("22.5 kg of help", "22,5 kg Hilfe"),
        ("7 or fewer: 5 kg more help in the next set.", "7 oder weniger: nächster Satz mit 5 kg mehr Hilfe."),
        ("Rest 90 s. Rest 2 min.", "Pause: 90 s. Pause: 2 min."),
        ("deadlift, Pulldown, wide and row", "Kreuzheben, Latzug, weit und Rudern"),
        ("Row", "Rudern"),
        ("62.5", "62,5"),
        ("7:30", "7:30"),
        ("Something nobody translated at 2.5 m", "Something nobody translated at 2,5 m"),
        ("", ""),
    ],
)
def test_what_is_said_in_the_language(german: Phrasing, english: str, theirs: str) -> None:
    assert german.said(english) == theirs


def test_a_frame_of_few_letters_is_not_forced_on_a_long_sentence(german: Phrasing) -> None:
    sentence = "A whole sentence of words that the catalogue has no frame for at all"
    assert german.said(sentence) == sentence


def test_a_list_of_sentences_with_brackets_comes_apart_between_them(german: Phrasing) -> None:
    assert (
        german.said("row at 9 (target 4-6) and deadlift at 8 (target 2-3)") == "Rudern: 9 (4-6) und Kreuzheben: 8 (2-3)"
    )


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Upper back, block 2", "Oberer Rücken, Block 2"),
        ("Back plan for Mira", "Rückenplan für Mira"),
        ("Upper back", "Oberer Rücken"),
        ("Leg day of doom", "Leg day of doom"),
        ("My thing, block 2", "My thing, block 2"),
        ("Deadlift and curls", "Deadlift and curls"),
    ],
)
def test_what_people_wrote_themselves_stays_as_it_is(german: Phrasing, text: str, theirs: str) -> None:
    assert german.known(text) == theirs


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("There is no such rule. List them all with 'dorsi rule'.", "There is no such rule."),
        ("Nothing is there. Write --force to go on. Then it works.", "Nothing is there. Then it works."),
        ("Nothing to leave out here.", "Nothing to leave out here."),
    ],
)
def test_pages_name_no_commands(told: str, left: str) -> None:
    assert without_commands(told) == left
