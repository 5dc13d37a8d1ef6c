"""Notes as readers see them: numbers that lead to the list of sources, and back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, ArticleEvent, ArticleQuestion, QuestionsHere, TimelineHere
from articles.models import Section as Text
from newsroom.publishing.previews import preview_url
from newsroom.sources.models import CitedSource, Source
from tests.articles.making import live_author, make_article, place
from tests.factories import cite, make_event, make_question, make_source, published, recorded
from tests.sources.noting import note

pytestmark = pytest.mark.django_db

Get = Callable[[str], str]
ARTICLE = "/en/articles/how-neighbours-talk/"


@pytest.fixture
def get(client: Client) -> Get:
    return lambda address: client.get(address).content.decode()


@pytest.fixture
def treaty(db: None) -> Source:
    return make_source("The treaty")


@pytest.fixture
def speech(db: None) -> Source:
    return make_source("The speech")


def article_of(editor: User, *texts: str, further: str = "") -> Article:
    article = make_article(authors=[live_author(editor)], sources=[further] if further else [])
    for text in texts:
        place(article, Text, text=f"<p>{text}</p>")
    return article


def notes(page: str) -> list[tuple[str, str]]:
    """Where each note leads, and what it shows."""
    return re.findall(r'<sup class="note"><a href="#([\w-]+)"[^>]*>(\d+)</a></sup>', page)


def sources(page: str) -> list[tuple[str, str]]:
    """The numbered list: where each entry stands, and its title."""
    return re.findall(r'<li id="([\w-]+)" value="\d+">\s*<cite[^>]*>([^<]+)</cite>', page)


def test_notes_are_numbered_by_first_appearance_over_the_whole_article(
    get: Get, editor: User, treaty: Source, speech: Source
) -> None:
    texts = [f"One.{note(speech)} Two.{note(treaty)}", f"Three.{note(speech)}"]
    published(article_of(editor, *texts), by=editor)
    page = get(ARTICLE)
    assert notes(page) == [("source-1", "1"), ("source-2", "2"), ("source-1", "1")]
    assert sources(page) == [("source-1", "The speech"), ("source-2", "The treaty")]
    assert page.count('aria-label="Source 1"') == 2


def test_the_list_leads_back_to_the_first_place(get: Get, editor: User, treaty: Source) -> None:
    published(article_of(editor, f"One.{note(treaty)}", f"Two.{note(treaty)}"), by=editor)
    page = get(ARTICLE)
    assert page.count('id="note-1"') == 1
    assert page.index('id="note-1"') < page.index("Two.")
    assert '<a class="back" href="#note-1" aria-label="Back to note 1">' in page


def test_what_is_listed_and_cited_nowhere_follows_without_a_number(
    get: Get, editor: User, treaty: Source
) -> None:
    published(article_of(editor, f"One.{note(treaty)}", further="A history"), by=editor)
    page = get(ARTICLE)
    assert sources(page) == [("source-1", "The treaty")]
    assert page.index("The treaty") < page.index("Further sources") < page.index("A history")


def test_an_article_without_notes_lists_its_sources_as_ever(get: Get, editor: User) -> None:
    published(article_of(editor, "One.", further="A history"), by=editor)
    page = get(ARTICLE)
    assert "A history" in page
    assert notes(page) == sources(page) == []
    assert "Further sources" not in page


def test_the_places_in_a_source_stand_together_in_its_one_entry(
    get: Get, editor: User, treaty: Source
) -> None:
    article = article_of(editor, f"One.{note(treaty)}")
    for locator in ("p. 4", "p. 9"):
        CitedSource.objects.create(content=article, source=treaty, locator=locator)
    published(article, by=editor)
    page = get(ARTICLE)
    assert len(sources(page)) == 1
    assert "p. 4, p. 9" in page


def test_a_preview_shows_the_notes_of_the_draft(get: Get, editor: User, treaty: Source) -> None:
    revision = recorded(article_of(editor, f"One.{note(treaty)}"), editor)
    assert notes(get(preview_url(revision))) == [("source-1", "1")]


def test_no_section_takes_the_place_that_a_note_leads_to(
    get: Get, editor: User, treaty: Source
) -> None:
    article = article_of(editor, f"One.{note(treaty)}")
    for heading in ("Source 1", "Note 1", "Note 2"):
        place(article, Text, heading=heading)
    published(article, by=editor)
    page = get(ARTICLE)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {"source-1", "note-1", "source-1-2", "note-1-2", "note-2"} <= set(ids)


def test_events_and_answers_have_notes_of_their_own_on_their_own_pages(
    get: Get, editor: User, treaty: Source, speech: Source
) -> None:
    text = f"<p>One.{note(speech)} Two.{note(treaty)}</p>"
    published(make_event(slug="met", sources=[], text=text), by=editor)
    published(make_question(slug="why", sources=[], answer=text), by=editor)
    for page in (get("/en/timeline/met/"), get("/en/faqs/why/")):
        assert notes(page) == [("source-1", "1"), ("source-2", "2")]
        assert sources(page) == [("source-1", "The speech"), ("source-2", "The treaty")]


@pytest.mark.parametrize("address", [ARTICLE, "/en/timeline/", "/en/faqs/"])
def test_where_they_are_shown_among_others_their_sources_stand_without_numbers(
    get: Get, editor: User, treaty: Source, address: str
) -> None:
    text = f"<p>One{note(treaty)}.</p>"
    event, question = make_event(sources=[], text=text), make_question(sources=[], answer=text)
    for part in (event, question):
        published(part, by=editor)
    article = article_of(editor, "Words.", further="A history")
    ArticleEvent.objects.create(article=article, event=event)
    ArticleQuestion.objects.create(article=article, question=question)
    place(article, TimelineHere)
    place(article, QuestionsHere)
    published(article, by=editor)
    page = get(address)
    assert "data-source" not in page
    assert notes(page) == sources(page) == []
    if "One" in page:
        assert "<p>One.</p>" in page
        assert "The treaty" in page


def test_a_translated_event_lists_the_sources_of_its_original_and_those_it_cites_itself(
    get: Get, editor: User, treaty: Source
) -> None:
    original = make_event(slug="met", sources=["A history"])
    published(original, by=editor)
    text = f"<p>会った。{note(treaty)}</p>"
    fields = {"original": original, "language": "ja", "title": "会談", "slug": "met"}
    published(make_event(**fields, text=text), by=editor)
    page = get("/ja/timeline/met/")
    assert sources(page) == [("source-1", "The treaty")]
    assert "A history" in page


def test_a_translated_answer_lists_both_until_it_has_a_list_of_its_own(
    get: Get, editor: User, treaty: Source
) -> None:
    original = make_question(slug="why", sources=["A history"])
    published(original, by=editor)
    translation = make_question(
        original=original,
        language="ja",
        title="なぜ",
        slug="why",
        answer=f"<p>はい。{note(treaty)}</p>",
    )
    published(translation, by=editor)
    page = get("/ja/faqs/why/")
    assert [title for _place, title in sources(page)] == ["The treaty"]
    assert "A history" in page
    cite(translation, "条約集")
    published(translation, by=editor, change="update")
    page = get("/ja/faqs/why/")
    assert "条約集" in page
    assert "A history" not in page


def test_readers_see_nothing_of_a_note_whose_source_never_was(
    get: Get, editor: User, treaty: Source
) -> None:
    article = article_of(editor, f"One.{note(treaty)} Two{note(treaty.pk + 1000)}.")
    page = get(preview_url(recorded(article, editor)))
    assert "Two." in page
    assert "data-source" not in page
