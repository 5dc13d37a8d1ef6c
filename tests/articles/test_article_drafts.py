"""Drafts of articles: what they refuse, what a revision keeps and brings back."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from articles.models import (
    Article,
    ArticleEvent,
    ArticleQuestion,
    Picture,
    PromoHere,
    QuoteHere,
    Section,
)
from newsroom.publishing import lifecycle
from newsroom.publishing.drafts import read_draft
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import Impossible
from newsroom.sources.models import Source
from tests.articles.making import add_parts, make_article, make_author, make_image, place
from tests.factories import make_event, make_promo, make_question, recorded
from tests.quotes.making import make_quote

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def body(article: Article) -> list[tuple[str, str]]:
    """What stands in the body, in order: the types of the blocks and what they say."""
    blocks = kind_of(article).take(read_draft(article))["blocks"]
    return [(block["type"], block.get("heading", "")) for block in blocks]


def test_a_restored_revision_brings_back_the_blocks_the_lists_and_the_sources(
    editor: User, moderator: User
) -> None:
    article = make_article(authors=[make_author()], lead_image=make_image())
    place(article, Picture, image=make_image(), caption="Two empty chairs")
    add_parts(article, editor, moderator)
    before = recorded(article, editor)
    for rows in (article.authors, article.events, article.questions, article.cited_sources):
        rows.all().delete()
    for block in (Section, Picture, QuoteHere, PromoHere):
        block.objects.all().delete()
    Article.objects.update(standfirst="", lead_image=None)
    place(article, Section, heading="Something else", text="<p>Else.</p>")
    recorded(article, editor)
    restored, lost = lifecycle.restore(revision=before, by=editor)
    assert (restored.digest, lost) == (before.digest, [])


def test_what_was_deleted_meanwhile_is_left_out_and_named(editor: User) -> None:
    article = make_article()
    promo = make_promo()
    place(article, PromoHere, promo=promo)
    gone = promo.pk
    ArticleEvent.objects.create(article=article, event=make_event())
    before = recorded(article, editor)
    PromoHere.objects.all().delete()
    article.events.all().delete()
    lifecycle.delete(content=promo, by=editor)
    _restored, lost = lifecycle.restore(revision=before, by=editor)
    assert lost == [f"promo {gone}"]
    assert article.events.count() == 1


def test_saving_what_did_not_change_records_nothing(editor: User, moderator: User) -> None:
    article = make_article(authors=[make_author()])
    add_parts(article, editor, moderator)
    first = recorded(article, editor)
    for section in article.articles_section_set.all():
        section.save()
    assert recorded(article, editor) == first


def test_images_and_sources_of_a_revision_cannot_be_deleted(editor: User) -> None:
    lead, inside = make_image(), make_image()
    article = make_article(lead_image=lead)
    picture = place(article, Picture, image=inside)
    recorded(article, editor)
    picture.delete()
    article.cited_sources.all().delete()
    Article.objects.update(lead_image=None)
    for frozen in (lead, inside, *Source.objects.all()):
        with pytest.raises(ProtectedError):
            frozen.delete()


def test_a_part_that_an_article_shows_cannot_be_deleted(editor: User) -> None:
    promo = make_promo()
    place(make_article(), PromoHere, promo=promo)
    with pytest.raises(Impossible, match="still used"):
        lifecycle.delete(content=promo, by=editor)


def test_a_deleted_draft_takes_its_blocks_along_and_leaves_its_parts(editor: User) -> None:
    article, promo = make_article(), make_promo()
    place(article, PromoHere, promo=promo)
    recorded(article, editor)
    lifecycle.delete(content=article, by=editor)
    assert not Section.objects.exists()
    promo.refresh_from_db()


def test_a_revision_keeps_a_picture_as_it_was_then(editor: User) -> None:
    image = make_image()
    article = make_article(lead_image=image)
    before = recorded(article, editor)
    image.file, image.credit = "images/other.jpg", "Somebody else"
    image.save()
    shown = before.read()["lead_image_shown"]
    assert (shown["file"], shown["alt"]) == ("images/chairs.jpg", "Two chairs at a table")


def test_an_article_shows_parts_in_its_own_language_alone() -> None:
    article = make_article(language="ja")
    rows = [
        ArticleEvent(article=article, event=make_event()),
        ArticleQuestion(article=article, question=make_question()),
        QuoteHere(parent=article, region="main", quote=make_quote()),
        PromoHere(parent=article, region="main", promo=make_promo()),
    ]
    for row in rows:
        with pytest.raises(ValidationError, match="another language"):
            row.full_clean()
    ArticleEvent(article=article, event=make_event(title="会談", language="ja")).full_clean()


def test_a_row_without_its_part_is_refused_in_words() -> None:
    with pytest.raises(ValidationError) as refusal:
        ArticleEvent(article=make_article()).full_clean()
    assert list(refusal.value.error_dict) == ["event"]


def test_blocks_of_all_types_share_one_order() -> None:
    article = make_article()
    place(article, PromoHere, promo=make_promo())
    place(article, Section, heading="After the promo")
    assert body(article) == [
        ("section", "How it began"),
        ("promo", ""),
        ("section", "After the promo"),
    ]
