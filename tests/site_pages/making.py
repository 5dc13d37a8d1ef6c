"""Site pages that nothing stands in the way of."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from newsroom.publishing.editions import Edition
from site_pages.models import FrontPage, FrontPick, Identity, Page
from tests.factories import published


def make_front_page(*, picks: tuple[Article, ...] = (), **fields: Any) -> FrontPage:
    words = {"title": "What neighbours say", "introduction": "Long reads."}
    front_page = FrontPage.objects.create(**words | fields)
    for position, article in enumerate(picks):
        FrontPick.objects.create(front_page=front_page, article=article, position=position)
    return front_page


def live_page(editor: User, **fields: Any) -> tuple[Page, Edition]:
    words = {"title": "About us", "slug": "about", "body": "<p>We write.</p>"}
    page = Page.objects.create(**words | fields)
    return page, published(page, by=editor)


def live_identity(editor: User, **fields: Any) -> Identity:
    words = {"title": "The Strait Review", "publisher": "Strait Press"}
    identity = Identity.objects.create(**words | fields)
    published(identity, by=editor)
    return identity
