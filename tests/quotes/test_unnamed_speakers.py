"""Who spoke without being named on it is named nowhere that readers come to."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import QuoteHere
from newsroom.publishing.editions import Change, Edition
from newsroom.publishing.refusals import Blocked
from newsroom.publishing.topics import Topic
from quotes.models import Quote, Record
from tests.articles.making import live_author, make_article, place
from tests.factories import make_quote, published
from tests.quotes.making import WORDS, live_expert, live_quote, make_translation
from tests.quotes.test_quote_findings import found

pytestmark = pytest.mark.django_db

DIPLOMAT = "A diplomat who took part"
OFF: dict[str, Any] = {
    "record": Record.ANONYMOUS,
    "record_reason": "Aki Moriyama would lose her post.",
    "described_as": DIPLOMAT,
    "role": "ambassador",
    "organisation": "Example Embassy",
}


@pytest.fixture(params=[Record.BACKGROUND, Record.ANONYMOUS])
def unnamed(request: pytest.FixtureRequest) -> Quote:
    return make_quote(**OFF | {"record": request.param})


def live(quote: Quote, editor: User, moderator: User, **how: Any) -> Edition:
    return published(quote, by=editor, approved_by=moderator, **how)


def test_no_page_names_them(unnamed: Quote, editor: User, moderator: User, client: Client) -> None:
    live_expert(editor, moderator)
    topic = Topic.objects.create(name="Treaties", slug="treaties")
    unnamed.topics.add(topic)
    edition = live(unnamed, editor, moderator)
    article = make_article(authors=[live_author(editor)])
    place(article, QuoteHere, quote=unnamed)
    addresses = [edition.path, "/quotes/", published(article, by=editor).path]
    for address in (*addresses, "/topics/treaties/"):
        page = client.get(f"/en{address}").content.decode()
        assert DIPLOMAT in page, address
        for secret in ("oriyama", "ambassador", "Example Embassy"):
            assert secret not in page, address
    assert WORDS not in client.get("/en/experts/aki-moriyama/").content.decode()


def test_no_other_language_names_them(
    unnamed: Quote, editor: User, moderator: User, client: Client
) -> None:
    live(unnamed, editor, moderator)
    empty = client.get("/ja/quotes/").content.decode()
    assert DIPLOMAT in empty
    assert "oriyama" not in empty
    edition = live(make_translation(unnamed, described_as="ある外交官"), editor, moderator)
    page = client.get(f"/ja{edition.path}").content.decode()
    assert "ある外交官" in page
    for secret in ("森山", "歴史家", "oriyama"):
        assert secret not in page


def test_the_edition_and_the_address_name_nobody(
    unnamed: Quote, editor: User, moderator: User
) -> None:
    edition = live(unnamed, editor, moderator)
    assert edition.title == DIPLOMAT
    assert edition.path == f"/quotes/quote-{unnamed.translation_key.hex[:8]}/"
    assert not edition.uses.exists()
    assert make_translation(unnamed).slug == unnamed.slug


def test_staff_know_them_by_name(unnamed: Quote, editor: User, moderator: User) -> None:
    assert live(unnamed, editor, moderator).read()["speaker"] == "Aki Moriyama"
    assert unnamed.title.startswith("Aki Moriyama: ")


def test_an_address_that_was_never_public_loses_the_name() -> None:
    quote = make_quote()
    assert quote.slug.startswith("aki-moriyama-")
    quote.record = Record.BACKGROUND
    quote.save()
    assert quote.slug == f"quote-{quote.translation_key.hex[:8]}"


def test_an_address_of_ones_own_choice_stays_where_it_says_nothing(unnamed: Quote) -> None:
    unnamed.slug = "a-word-on-treaties"
    unnamed.save()
    assert unnamed.slug == "a-word-on-treaties"
    unnamed.slug = "moriyama-on-treaties"
    unnamed.save()
    assert unnamed.slug.startswith("quote-")


def test_an_address_that_was_public_has_to_be_changed(editor: User, moderator: User) -> None:
    quote, _edition = live_quote(editor, moderator)
    for name, value in {**OFF, "expert": None}.items():
        setattr(quote, name, value)
    quote.save()
    with pytest.raises(Blocked, match="The address names the speaker"):
        live(quote, editor, moderator, change=Change.UPDATE)
    quote.slug = "a-word-on-treaties"
    quote.save()
    edition = live(quote, editor, moderator, change=Change.UPDATE)
    assert "oriyama" not in f"{edition.path} {edition.title}"


@pytest.mark.parametrize("field", ["text", "described_as", "venue", "original_words", "translator"])
def test_the_name_stands_in_no_field_that_readers_see(field: str, unnamed: Quote) -> None:
    setattr(unnamed, field, "So said AKI Moriyama")
    unnamed.save()
    assert set(found(unnamed)) == {"names_the_speaker"}


def test_no_source_that_readers_see_bears_the_name(unnamed: Quote) -> None:
    source = unnamed.evidence.get().source
    assert source
    source.author = "Aki Moriyama"
    source.save()
    assert set(found(unnamed)) == {"names_the_speaker"}


def test_a_translation_follows_its_original(unnamed: Quote) -> None:
    translation = make_translation(unnamed, described_as="ある外交官")
    assert found(translation) == {}
    Quote.objects.filter(pk=unnamed.pk).update(record=Record.ON_THE_RECORD)
    assert set(found(translation)) == {"record_differs"}
    translation.save()
    assert translation.record == Record.ON_THE_RECORD


def test_a_name_is_taken_from_the_translations_first(
    editor: User, moderator: User, client: Client
) -> None:
    quote, _edition = live_quote(editor, moderator)
    translation, _edition = live_quote(editor, moderator, original=quote)
    for name, value in {**OFF, "expert": None, "slug": "a-word"}.items():
        setattr(quote, name, value)
    quote.save()
    assert set(found(quote)) == {"translation_names_the_speaker"}
    translation.described_as, translation.slug = "ある外交官", "言葉"
    translation.save()
    shown = live(translation, editor, moderator, change=Change.UPDATE)
    assert found(quote) == {}
    assert "森山" not in client.get(f"/ja{shown.path}").content.decode()
