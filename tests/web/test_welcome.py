"""The first page, and the welcome with its ways in."""

from __future__ import annotations

from django.test import Client

from dorsi.bootstrap import Desk
from dorsi.services.questioning import Questionnaire
from tests.web.answering import plan_text
from tests.web.site import few_queries, text_of


def test_home_leads_to_the_welcome_while_there_is_no_plan(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/welcome/"


def test_home_leads_to_today_once_there_is_one(client: Client, desk: Desk) -> None:
    desk.coaching().start(plan_text(), "plan.yaml")
    assert client.get("/").headers["Location"] == "/today/"


def test_the_welcome_offers_three_ways_in(client: Client) -> None:
    with few_queries():
        response = client.get("/welcome/")
    page = text_of(response)
    assert response.status_code == 200
    assert 'href="/questions/"' in page
    assert 'href="/more/import/"' in page
    assert "Take a ready programme" in page


def test_the_welcome_goes_on_where_answers_were_begun(client: Client, desk: Desk) -> None:
    Questionnaire(desk.drafts).put({"name": "Mara", "units": "kg"})
    assert "Go on: 1 % answered" in text_of(client.get("/welcome/"))


def test_a_page_to_read_takes_nothing(client: Client) -> None:
    assert client.post("/welcome/").status_code == 405
    assert client.post("/").status_code == 405


def test_nobody_gets_in_unknown_where_there_are_accounts(anonymous: Client) -> None:
    for address in ("/", "/welcome/"):
        assert anonymous.get(address).headers["Location"].startswith("/accounts/login/")
