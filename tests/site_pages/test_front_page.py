"""The front page: never empty where there is something, never broken."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.editions import Change
from newsroom.publishing.findings import Case
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.previews import preview_url
from newsroom.publishing.refusals import Blocked
from site_pages.models import FrontPage
from site_pages.pages import LATEST
from tests.articles.making import live_article, make_article
from tests.factories import make_event, make_question, published, recorded
from tests.site_pages.making import make_front_page

pytestmark = pytest.mark.django_db


def front(client: Client, language: str = "en"):
    """The view model of the front page; None where it says what other languages have."""
    answer = client.get(f"/{language}/")
    assert answer.status_code == 200
    return answer.context["page"]


def text(client: Client, language: str = "en") -> str:
    answer = client.get(f"/{language}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_choice_it_shows_what_is_newest(client: Client, editor: User) -> None:
    for title in ("Older", "Newer"):
        live_article(editor, title=title)
    published(make_event(title="They meet"), by=editor)
    published(make_question(title="Why do they meet?"), by=editor)
    page = front(client)
    assert page.lead.title == "Newer"
    assert [card.title for card in page.latest] == ["Older"]
    assert [event.headline for event in page.events] == ["They meet"]
    assert [card.title for card in page.questions] == ["Why do they meet?"]


def test_editors_choose_what_stands_first(client: Client, editor: User) -> None:
    chosen, picked = (live_article(editor, title=title)[0] for title in ("Chosen", "Picked"))
    for number in range(LATEST + 2):
        live_article(editor, title=f"Newer {number}")
    published(make_front_page(lead=chosen, picks=(picked,)), by=editor)
    page = front(client)
    assert page.lead.title == "Chosen"
    assert [card.title for card in page.picks] == ["Picked"]
    assert len(page.latest) == LATEST
    shown = text(client)
    assert "What neighbours say" in shown
    assert "Long reads." in shown
    assert shown.count("Picked") == 1


def test_a_lead_that_is_withdrawn_gives_way_to_the_newest(client: Client, editor: User) -> None:
    chosen, _edition = live_article(editor, title="Chosen")
    live_article(editor, title="Newest")
    published(make_front_page(lead=chosen, picks=(chosen,)), by=editor)
    lifecycle.withdraw(content=chosen, reason="Wrong.", by=editor)
    page = front(client)
    assert page.lead.title == "Newest"
    assert page.picks == []


def test_a_withdrawn_front_page_leaves_the_newest(client: Client, editor: User) -> None:
    live_article(editor)
    front_page = make_front_page()
    published(front_page, by=editor)
    lifecycle.withdraw(content=front_page, reason="Wrong.", by=editor)
    page = front(client)
    assert page.title == ""
    assert page.lead.title == "How neighbours talk"


def test_drafts_change_nothing(client: Client, editor: User) -> None:
    live_article(editor)
    front_page = make_front_page()
    published(front_page, by=editor)
    before = text(client)
    FrontPage.objects.update(title="Edited", introduction="Edited")
    recorded(FrontPage.objects.get(), editor)
    recorded(make_article(title="A draft", slug="draft"), editor)
    recorded(make_event(title="A draft"), editor)
    recorded(make_question(title="A draft?"), editor)
    assert text(client) == before


def test_what_is_scheduled_or_was_withdrawn_is_not_shown(client: Client, editor: User) -> None:
    article, _edition = live_article(editor)
    author = article.authors.get().author
    tomorrow = timezone.now() + dt.timedelta(days=1)
    for hidden in (make_article(title="Hidden", authors=[author]), make_event(), make_question()):
        published(hidden, by=editor, opens=tomorrow)
    gone = (
        make_article(title="Gone", authors=[author]),
        make_event(title="Gone"),
        make_question(title="Gone?"),
    )
    for content in gone:
        published(content, by=editor)
        lifecycle.withdraw(content=content, reason="Wrong.", by=editor)
    page = front(client)
    assert (page.lead.title, page.latest) == (article.title, [])
    assert (page.events, page.questions) == ([], [])


def test_a_lead_among_the_picks_is_shown_once(client: Client, editor: User) -> None:
    lead, _edition = live_article(editor)
    published(make_front_page(lead=lead, picks=(lead,)), by=editor)
    page = front(client)
    assert page.lead.title == lead.title
    assert page.picks == page.latest == []


def test_a_preview_shows_drafts(client: Client, editor: User) -> None:
    article = make_article(title="A draft")
    recorded(article, editor)
    answer = client.get(preview_url(recorded(make_front_page(lead=article), editor)))
    assert "A draft" in answer.content.decode()


def test_what_stands_on_it_must_be_public(editor: User) -> None:
    article = make_article()
    recorded(article, editor)
    front_page = make_front_page(picks=(article,))
    with pytest.raises(Blocked) as refusal:
        published(front_page, by=editor)
    assert {finding.code for finding in refusal.value.findings} >= {"part_not_public"}


def test_a_language_has_one(editor: User) -> None:
    make_front_page()
    make_front_page(language="ja")
    with pytest.raises(ValidationError):
        FrontPage(title="Another").full_clean()
    with pytest.raises(IntegrityError):
        make_front_page()


def test_a_language_without_anything_says_what_the_others_have(
    client: Client, editor: User
) -> None:
    live_article(editor)
    page = text(client, "ko")
    assert 'href="/en/articles/how-neighbours-talk/"' in page


def test_an_empty_site_has_a_front_page(client: Client) -> None:
    assert 'href="/en/articles/"' in text(client)


def test_it_changes_when_something_opens(client: Client, editor: User) -> None:
    live_article(editor)
    tomorrow = timezone.now() + dt.timedelta(days=1)
    published(make_question(), by=editor, opens=tomorrow)
    assert front(client).next_change == tomorrow


def test_it_leads_to_the_front_pages_of_the_other_languages(client: Client, editor: User) -> None:
    live_article(editor)
    published(make_front_page(), by=editor)
    assert [(other.language, other.path) for other in front(client).facts.alternates] == [
        ("ja", "/"),
        ("ko", "/"),
    ]


def test_a_restored_front_page_is_as_before(editor: User) -> None:
    one, other = make_article(title="One"), make_article(title="Other")
    front_page = make_front_page(lead=one, picks=(other,))
    before = recorded(front_page, editor)
    front_page.picks.all().delete()
    FrontPage.objects.update(lead=None, introduction="")
    recorded(front_page, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    assert (restored.digest, lost) == (before.digest, [])


@pytest.mark.parametrize(("picked", "codes"), [(True, ["lead_twice"]), (False, [])])
def test_an_article_stands_on_it_once(picked: bool, codes: list[str]) -> None:
    article = make_article()
    front_page = make_front_page(lead=article, picks=(article,) if picked else ())
    kind, case = kind_of(front_page), Case(content=front_page, opens=timezone.now())
    found = kind.findings(kind.take(read_draft(front_page)), case)
    assert [finding.code for finding in found] == codes


def test_it_needs_as_few_queries_with_many_picks_as_with_one(client: Client, editor: User) -> None:
    lead, _edition = live_article(editor, title="Lead")
    front_page = make_front_page(lead=lead, picks=(lead,))
    published(front_page, by=editor)
    counts = []
    for numbers in (range(1), range(1, 12)):
        for number in numbers:
            picked, _edition = live_article(editor, title=f"Article {number}")
            front_page.picks.create(article=picked, position=number)
            published(make_event(title=f"Event {number}"), by=editor)
            published(make_question(title=f"Question {number}?"), by=editor)
        published(front_page, by=editor, change=Change.MINOR)
        with CaptureQueriesContext(connection) as context:
            text(client)
        counts.append(len(context))
    assert counts[0] == counts[1]
