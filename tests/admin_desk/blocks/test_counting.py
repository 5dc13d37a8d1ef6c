"""How long the body is and takes to read: the words that readers read, live."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Section
from newsroom.publishing import lifecycle
from tests.admin_desk.browsing import open_form

pytestmark = pytest.mark.django_db(transaction=True)


def length(page):
    return page.locator("[data-body-length]")


def rewrite(article, ada, *texts, language="en"):
    article.articles_section_set.all().delete()
    for number, text in enumerate(texts):
        Section.objects.create(parent=article, region="main", ordering=number, text=text)
    article.language = language
    article.save()
    lifecycle.record(content=article, by=ada)


def test_words_of_headings_and_text_are_counted_and_nothing_else(desk, article, ada):
    rewrite(
        article, ada, "<p>One two</p><p>three</p><ul><li><p>fo<strong>ur</strong></p></li></ul>"
    )
    section = article.articles_section_set.get()
    section.heading, section.subheading, section.anchor = "Five six", "seven", "an-anchor"
    section.save()
    page = open_form(desk, article)
    expect(length(page)).to_have_text("Words: 7 · 1 min to read")


def test_reading_takes_a_minute_for_230_words(desk, article, ada):
    rewrite(article, ada, f"<p>{'word ' * 700}</p>", f"<p>{'word ' * 680}</p>")
    expect(length(open_form(desk, article))).to_have_text("Words: 1,380 · 6 min to read")


def test_korean_is_counted_in_words(desk, article, ada):
    rewrite(article, ada, "<p>한국과 일본은 가까운 이웃이다.</p>", language="ko")
    expect(length(open_form(desk, article))).to_have_text("Words: 4 · 1 min to read")


def test_japanese_is_counted_in_characters_500_a_minute(desk, article, ada):
    rewrite(article, ada, f"<p>{'日韓関係の' * 300}</p>", "<p>鱻 𠮷。</p>", language="ja")
    expect(length(open_form(desk, article))).to_have_text("Characters: 1,503 · 3 min to read")


def test_the_count_follows_typing_deleting_copying_and_the_language(body):
    page = body.page
    expect(length(page)).to_have_text("Words: 6 · 1 min to read")
    body.begin("Two")
    page.keyboard.type("three more words ")
    expect(length(page)).to_have_text("Words: 9 · 1 min to read")
    body.tool("Two", "Delete").click()
    expect(length(page)).to_have_text("Words: 4 · 1 min to read")
    page.locator(".block-deleted").get_by_role("button", name="Undo").click()
    body.tool("Two", "Duplicate").click()
    expect(length(page)).to_have_text("Words: 14 · 1 min to read")
    page.select_option("[name=language]", "ja")
    expect(length(page)).to_have_text("Characters: 46 · 1 min to read")
