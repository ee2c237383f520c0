"""The rules browser."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from textwrap import dedent

import pytest
from django.test import Client

from dorsi.bootstrap import Desk
from dorsi.coach.coaching_rules import RULES as COACHING_RULES
from dorsi.rules.base import Rule
from dorsi.rules.registry import all_rules
from dorsi.web.pages.yaml_marks import yaml_lines
from tests.web.site import few_queries, text_of

ADDRESSES = ("/more/rules/", "/more/rules/BAL101/", "/more/rules/PRG101/")
LOPSIDED = """\
dorsi: program/1
name: Pull-ups and more pull-ups
weeks: 4
sessions:
  - id: upper
    name: Upper back
    day: mon
    blocks:
      - {exercise: pull-up-medium, sets: 4 x 6-10 @ RIR 2}
      - {exercise: pulldown-close, sets: 4 x 8-12 @ RIR 2}
      - {exercise: seated-row-narrow, sets: 3 x 8-12 @ RIR 2}
"""


def follow(desk: Desk, athletes: Path, *, days_ahead: int = 0) -> None:
    """Takes up the lopsided programme."""
    athlete = (athletes / "intermediate.toml").read_text("utf-8")
    on = desk.clock.today() + timedelta(days=days_ahead)
    desk.coaching().start(LOPSIDED, "two.yaml", on=on, athlete=athlete, athlete_file="intermediate.toml")


def shown(page: str) -> set[str]:
    """The codes of the rules listed."""
    codes = (*(rule.code for rule in all_rules()), *(rule.code for rule in COACHING_RULES))
    return {code for code in codes if f"/more/rules/{code}/" in page}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_opens_with_few_queries_with_a_programme_or_without(
    client: Client, desk: Desk, athletes: Path, address: str
) -> None:
    with few_queries():
        assert client.get(address).status_code == 200
    follow(desk, athletes)
    with few_queries():
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_looks_in_without_signing_in(anonymous: Client, address: str) -> None:
    response = anonymous.get(address)
    assert response.status_code == 302
    assert "/accounts/login/" in response["Location"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_are_for_reading(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_every_rule_is_listed_and_has_its_page(client: Client) -> None:
    codes = shown(text_of(client.get("/more/rules/")))
    assert len(codes) == len(all_rules()) + len(COACHING_RULES)
    assert [code for code in codes if client.get(f"/more/rules/{code}/").status_code != 200] == []


def test_rules_are_narrowed_by_family_severity_and_words(client: Client) -> None:
    by_family = shown(text_of(client.get("/more/rules/", {"family": "BAL"})))
    assert {code[:3] for code in by_family} == {"BAL"}
    health = shown(text_of(client.get("/more/rules/", {"severity": "health"})))
    assert health == {rule.code for rule in all_rules() if rule.health}
    errors = shown(text_of(client.get("/more/rules/", {"severity": "error"})))
    assert errors == {rule.code for rule in all_rules() if rule.severity.value == "error"}
    coach = shown(text_of(client.get("/more/rules/", {"severity": "coach"})))
    assert coach == {rule.code for rule in COACHING_RULES}
    assert shown(text_of(client.get("/more/rules/", {"q": "lopsided"}))) == {"BAL101"}


def test_nothing_found_says_so(client: Client) -> None:
    assert "No rule fits" in text_of(client.get("/more/rules/", {"q": "zzz"}))


def test_a_choice_that_is_none_is_said_beside_its_field_and_the_rest_is_kept(client: Client) -> None:
    response = client.get("/more/rules/", {"family": "XXX", "q": "grip"})
    page = text_of(response)
    assert response.status_code == 400
    assert 'id="id_family_error"' in page
    assert 'value="grip"' in page


def test_a_script_gets_the_results_alone(client: Client) -> None:
    page = text_of(client.get("/more/rules/", {"q": "grip"}, headers={"HX-Request": "true"}))
    assert "<html" not in page
    assert 'id="results"' in page


def test_a_rule_says_what_why_where_it_ends_how_sure_and_shows_two_programmes(client: Client) -> None:
    rule = next(each for each in all_rules() if each.code == "BAL101")
    page = text_of(client.get("/more/rules/lopsided-pulls/"))
    for text in (rule.name, rule.checks, rule.why, rule.limits, "Heuristic"):
        assert text in page
    assert "Draws a finding" in page
    assert '<span class="yaml__key">exercise</span>' in page
    assert "/back/claims/B11/" in page


@pytest.mark.parametrize("code", ["BAL110", "PRG1011", "nonsense"])
def test_a_code_that_is_not_there_is_answered(client: Client, code: str) -> None:
    assert client.get(f"/more/rules/{code}/").status_code == 404


def test_a_coaching_rule_that_is_misspelt_is_suggested(client: Client) -> None:
    assert "PRG101" in text_of(client.get("/more/rules/PRG1011/"))


def test_a_rule_says_where_it_speaks_up_in_the_plan(client: Client, desk: Desk, athletes: Path) -> None:
    assert "In your plan" not in text_of(client.get("/more/rules/BAL101/"))
    follow(desk, athletes)
    page = text_of(client.get("/more/rules/BAL101/"))
    assert "In your plan" in page
    assert "8 sets of pull-ups and pulldowns a week against 3 of rows" in page
    assert "At work in your plan now" in text_of(client.get("/more/rules/"))
    assert "Your plan keeps it everywhere" in text_of(client.get("/more/rules/RSK101/"))


def test_a_coaching_rule_says_where_it_decides_in_the_next_session(client: Client, desk: Desk, athletes: Path) -> None:
    follow(desk, athletes)
    decided = {each.rule for item in desk.coaching().next().items for each in item.decisions}
    assert decided, "the first session decides something"
    page = text_of(client.get(f"/more/rules/{min(decided)}/"))
    assert "In your next session" in page


def test_a_programme_that_is_still_to_begin_is_checked_too(client: Client, desk: Desk, athletes: Path) -> None:
    follow(desk, athletes, days_ahead=5)
    assert "8 sets of pull-ups" in text_of(client.get("/more/rules/BAL101/"))


def test_yaml_is_cut_without_losing_a_character() -> None:
    text = 'a: 1  # why\nlist:\n  - {sets: 4 x 6-10 @ RIR 2, name: "x: y"}\n'
    lines = yaml_lines(text)
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text.strip("\n")
    kinds = {piece.text: piece.kind for line in lines for piece in line if piece.kind}
    assert kinds["# why"] == "comment"
    assert kinds["sets"] == "key"
    assert kinds['"x: y"'] == "quoted"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_example_survives_colouring(rule: Rule) -> None:
    for text in (dedent(rule.bad), dedent(rule.good)):
        joined = "\n".join("".join(piece.text for piece in line) for line in yaml_lines(text))
        assert joined.strip() == text.strip()
