"""A site that quotes somebody in every way it can, and what its readers find at every address."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, QuoteHere
from newsroom.publishing.content import Content
from newsroom.publishing.topics import Topic
from quotes.models import Expert, Quote
from tests.articles.making import live_author, make_article, place
from tests.factories import make_quote, published
from tests.leaks.addresses import every_address
from tests.leaks.answers import Answer, ask
from tests.site_pages.making import make_front_page

from .making import live_expert, live_quote, make_translation

WORDS, IN_JAPANESE = "The zzstrait is narrower than its maps.", "zz海峡は地図よりも狭い。"


@dataclass
class Quoted:
    """A quote and its translation; `articles` show one or the other, `apart` quotes other words."""

    quote: Quote
    translation: Quote
    expert: Expert
    articles: list[Article]
    apart: Article


def quoted_site(editor: User, moderator: User, number: int) -> Quoted:
    """`number` articles show the quote, one its translation; the first is chosen for the front."""
    expert = live_expert(editor, moderator, slug="expert")
    quote = make_quote(WORDS, slug="strait", expert=expert)
    translation = make_translation(quote, text=IN_JAPANESE, slug="strait")
    topic = Topic.objects.create(name="Straits", slug="straits")
    for each in (quote, translation):
        each.topics.add(topic)
        published(each, by=editor, approved_by=moderator)
    other, _edition = live_quote(editor, moderator, text="Quite other words.", expert=expert)
    author = live_author(editor)
    articles = [_article(f"Article {n}", quote, author, editor) for n in range(number)]
    articles.append(_article("記事", translation, author, editor, language="ja"))
    published(make_front_page(lead=articles[0]), by=editor)
    apart = _article("Apart", other, author, editor)
    return Quoted(quote, translation, expert, articles, apart)


def _article(title: str, quote: Quote, author: Content, by: User, **fields: str) -> Article:
    article = make_article(title=title, authors=[author], **fields)
    place(article, QuoteHere, quote=quote)
    published(article, by=by)
    return article


class _Slugs:
    """All that there is to fill into the addresses of the site."""

    def __init__(self) -> None:
        self.slugs: dict[str, dict[str, str]] = defaultdict(dict)
        for kind, slug in Content.objects.exclude(slug="").values_list("kind", "slug"):
            self.slugs[kind][slug] = ""
        self.topics = {
            slug: {"slug": slug} for slug in Topic.objects.values_list("slug", flat=True)
        }


def what_readers_find() -> dict[str, Answer]:
    """At every address of the site, in all languages."""
    client = Client()
    return {address: ask(client, address) for address in every_address(_Slugs())}
