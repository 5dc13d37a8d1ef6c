"""What readers find at the address of an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, ArticleEvent, Picture, PromoHere, Section
from faqs.models import Question
from newsroom.publishing import lifecycle
from newsroom.publishing.editions import Change
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.pages import PageFacts
from newsroom.publishing.parts import LiveParts
from newsroom.publishing.previews import preview_url
from newsroom.publishing.refusals import Blocked
from newsroom.publishing.topics import Topic
from tests.articles.making import (
    add_parts,
    live_author,
    make_article,
    make_image,
    place,
)
from tests.factories import make_promo, published, recorded

pytestmark = pytest.mark.django_db

Get = Callable[[str], str]
HOUR = dt.timedelta(hours=1)
HOME = "/en/articles/how-neighbours-talk/"


@pytest.fixture
def get(client: Client) -> Get:
    def text(address: str) -> str:
        answer = client.get(address)
        assert answer.status_code == 200
        return answer.content.decode()

    return text


@pytest.fixture
def full(editor: User, moderator: User) -> tuple[Article, list]:
    """A live article that shows one live part of each kind: event, question, promo, quote."""
    article = make_article(authors=[live_author(editor)])
    parts = add_parts(article, editor, moderator)
    published(article, by=editor)
    return article, parts


def test_an_article_shows_all_that_it_is_made_of(get: Get, editor: User, moderator: User) -> None:
    author = live_author(editor)
    article = make_article(
        authors=[author], sources=["Joint statement"], lead_image=make_image(file="images/lead.jpg")
    )
    article.topics.set([Topic.objects.create(name="Diplomacy", slug="diplomacy")])
    place(article, Picture, image=make_image(), caption="Two empty chairs")
    parts = add_parts(article, editor, moderator)
    published(article, by=editor)
    page = get(HOME)
    shown = ["How neighbours talk", "A long way to a short talk.", "It began with a letter."]
    shown += ["images/lead.jpg", "images/chairs.jpg", "Two empty chairs", "Joint statement"]
    shown += ['href="/en/authors/hana-mori/"', 'href="/en/topics/diplomacy/"']
    event, question, promo, quote = parts
    shown += [event.title, question.title, promo.heading, quote.text]
    assert [words for words in shown if words not in page] == []


def test_blocks_stand_in_their_order(get: Get, editor: User, moderator: User) -> None:
    article = make_article(authors=[live_author(editor)])
    _event, _question, promo, quote = add_parts(article, editor, moderator)
    place(article, Section, heading="The end", text="<p>That was all.</p>")
    published(article, by=editor)
    page = get(HOME)
    places = [
        page.index(words) for words in ("with a letter", quote.text, promo.heading, "was all")
    ]
    assert places == sorted(places)


def test_the_contents_lead_to_the_sections_and_the_questions(get: Get, full: object) -> None:
    page = get(HOME)
    for anchor in ("how-it-began", "questions"):
        assert f'href="#{anchor}"' in page
        assert page.count(f'id="{anchor}"') == 1


def test_sections_of_the_same_name_have_anchors_of_their_own(get: Get, editor: User) -> None:
    article = make_article(authors=[live_author(editor)])
    for heading in ("Sources", "How it began", "☃"):
        place(article, Section, heading=heading, text="<p>More.</p>")
    published(article, by=editor)
    page = get(HOME)
    for anchor in ("how-it-began", "how-it-began-2", "sources", "sources-2", "section"):
        assert page.count(f'id="{anchor}"') == 1


def test_an_anchor_outlives_its_heading(editor: User) -> None:
    section = make_article().articles_section_set.get()
    section.heading = "Quite another beginning"
    section.save()
    assert section.anchor == "how-it-began"


def test_a_withdrawn_quote_leaves_a_notice(
    get: Get, full: tuple[Article, list], moderator: User
) -> None:
    quote = full[1][3]
    lifecycle.withdraw(content=quote, reason="It was never said.", by=moderator)
    page = get(HOME)
    assert quote.text not in page
    assert "It was never said." in page


def test_parts_that_ended_leave_nothing(full: tuple[Article, list], admin: User) -> None:
    for part in full[1]:
        lifecycle.set_end(edition=part.editions.get(), ends=timezone.now() + HOUR, by=admin)
    later = compose(full[0], at=timezone.now() + 2 * HOUR)
    assert [type(block).__name__ for block in later.blocks] == ["SectionBlock"] * 2


def test_parts_that_were_withdrawn_leave_nothing_but_the_notice_of_the_quote(
    full: tuple[Article, list], admin: User
) -> None:
    for part in full[1]:
        lifecycle.withdraw(content=part, reason="Wrong.", by=admin)
    names = [type(block).__name__ for block in compose(full[0]).blocks]
    assert names == ["SectionBlock", "SectionBlock", "WithdrawnQuoteBlock"]


def compose(article: Article, *, at: dt.datetime | None = None):
    """The page of the article's live edition as of `at`."""
    at = at or timezone.now()
    edition = article.editions.live(at).get()
    facts = PageFacts(language="en", path=edition.path, at=at)
    return kind_of(article).compose(edition.read(), LiveParts(at), facts)


def test_readers_see_nothing_of_an_edit_before_it_is_published(
    get: Get, editor: User, full: tuple[Article, list]
) -> None:
    article = full[0]
    before = get(HOME)
    Article.objects.update(title="Edited title", standfirst="Edited standfirst")
    Section.objects.update(heading="Edited heading", text="<p>Edited text</p>")
    ArticleEvent.objects.update(headline="Edited headline")
    place(article, PromoHere, promo=make_promo(heading="Edited promo"))
    recorded(Article.objects.get(), editor)
    assert get(HOME) == before


def test_a_preview_shows_the_draft_with_draft_parts(get: Get, editor: User) -> None:
    article = make_article()
    promo = make_promo(heading="Not public yet")
    recorded(promo, editor)
    place(article, PromoHere, promo=promo)
    page = get(preview_url(recorded(article, editor)))
    assert "It began with a letter." in page
    assert "Not public yet" in page


def test_publishing_names_the_parts_that_readers_would_not_see(editor: User) -> None:
    article = make_article(authors=[live_author(editor)])
    promo = make_promo()
    place(article, PromoHere, promo=promo)
    recorded(promo, editor)
    with pytest.raises(Blocked) as refusal:
        published(article, by=editor)
    assert [finding.part for finding in refusal.value.findings] == [promo.pk]


def test_events_and_questions_that_stand_nowhere_need_not_be_public(
    editor: User, moderator: User
) -> None:
    article = make_article()
    add_parts(article, editor, moderator)
    article.articles_timelinehere_set.all().delete()
    article.articles_questionshere_set.all().delete()
    snapshot = recorded(article, editor).read()
    shown = {*article.events.values_list("event", flat=True)}
    shown |= {*article.questions.values_list("question", flat=True)}
    assert not shown & set(kind_of(article).project(snapshot).uses)


def test_an_event_bears_the_headline_that_the_article_gives_it(
    get: Get, editor: User, moderator: User
) -> None:
    article = make_article(authors=[live_author(editor)])
    add_parts(article, editor, moderator)
    ArticleEvent.objects.update(headline="The day it began")
    published(article, by=editor)
    assert "The day it began" in get(HOME)


def never_goes_stale(question: Question, editor: User) -> None:
    question.review_every = None
    question.save()
    published(question, by=editor, change=Change.MINOR)


def test_the_page_changes_when_a_promo_opens(full: tuple[Article, list], editor: User) -> None:
    article, (_event, question, promo, _quote) = full
    never_goes_stale(question, editor)
    assert compose(article).next_change is None
    promo.shown_from = timezone.now() + HOUR
    promo.save()
    published(promo, by=editor, change=Change.UPDATE)
    page = compose(article)
    assert page.next_change == promo.shown_from
    assert "PromoBlock" not in [type(block).__name__ for block in page.blocks]


def test_the_page_changes_when_a_plan_is_overdue(full: tuple[Article, list], editor: User) -> None:
    article, (event, question, *_others) = full
    never_goes_stale(question, editor)
    event.date, event.status = "2099-01-01", "planned"
    event.save()
    published(event, by=editor, change=Change.UPDATE)
    [shown] = next(block.events for block in compose(article).blocks if hasattr(block, "events"))
    assert compose(article).next_change == shown.overdue_from is not None


def test_the_byline_uses_the_names_of_the_language(get: Get, editor: User) -> None:
    author = live_author(editor, "Hana Mori", name_ja="森 はな")
    article = make_article(authors=[author], language="ja")
    published(article, by=editor)
    page = get("/ja/articles/how-neighbours-talk/")
    assert "森 はな" in page
    assert "Hana Mori" not in page


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as context:
        assert client.get(address).status_code == 200
    return len(context)


def test_a_page_needs_as_few_queries_with_fifty_blocks_of_each_kind_as_with_one(
    client: Client, editor: User, moderator: User
) -> None:
    topic = Topic.objects.create(name="Trade", slug="trade")
    counts = []
    for number in (1, 50):
        author = live_author(editor, f"Author of {number}")
        article = make_article(title=f"With {number}", authors=[author])
        add_parts(article, editor, moderator, number)
        for _picture in range(number):
            place(article, Picture, image=make_image())
        article.topics.add(topic)
        edition = published(article, by=editor)
        counts.append(queries(client, f"/en{edition.path}"))
    assert counts[0] == counts[1] <= 8
