"""A complete draft of each kind: every field and every table of child rows is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from articles.models import (
    Article,
    ArticleEvent,
    ArticleQuestion,
    Author,
    AuthorLink,
    Picture,
    PromoHere,
    QuestionsHere,
    QuoteHere,
    TimelineHere,
)
from faqs.models import Question
from newsroom.images.models import Image
from newsroom.publishing.content import Publishable
from promos.models import Promo
from quotes.models import Expert, Form, Interest, ProfileLink, Quote
from site_pages.models import FrontPage, Identity, Page
from tests.articles.making import make_article, make_author, make_image, place
from tests.factories import (
    make_event,
    make_expert,
    make_promo,
    make_question,
    make_quote,
    make_source,
)
from tests.quotes.making import make_translation
from tests.site_pages.making import make_front_page
from timeline.models import Event, StatusChange
from timeline.status import EventStatus

# Live parts for the drafts that need some, by kind.
Cast = Mapping[str, Any]


def _author(cast: Cast, **fields: Any) -> Author:
    author = make_author(picture=_image(), **fields)
    AuthorLink.objects.create(author=author, label="Page", url="https://example.org/page")
    return author


def _expert(cast: Cast, **fields: Any) -> Expert:
    expert = make_expert(**fields)
    ProfileLink.objects.create(expert=expert, label="Page", url="https://example.org/page")
    Interest.objects.create(expert=expert, organisation="A fund", source=make_source())
    return expert


def _event(cast: Cast, **fields: Any) -> Event:
    event = make_event(**fields)
    if not event.original_id:
        happened, source = EventStatus.HAPPENED, make_source()
        StatusChange.objects.create(event=event, status=happened, on="2023", source=source)
    return event


def _question(cast: Cast, **fields: Any) -> Question:
    return make_question(**fields)


def _quote(cast: Cast, **fields: Any) -> Quote:
    if fields.get("original"):
        return make_translation(**fields)
    spoken = {"form": Form.TRANSLATED, "words_language": "zh-hans"}
    return make_quote(**{"expert": cast["expert"], **spoken, **fields})


def _promo(cast: Cast, **fields: Any) -> Promo:
    return make_promo(courses=("Hangul",), **fields)


def _article(cast: Cast, **fields: Any) -> Article:
    image = _image()
    article = make_article(authors=[cast["author"]], lead_image=image, **fields)
    place(article, Picture, image=image, caption="Two empty chairs")
    if article.language == "en":
        ArticleEvent.objects.create(article=article, event=cast["event"])
        ArticleQuestion.objects.create(article=article, question=cast["question"])
        place(article, TimelineHere)
        place(article, QuestionsHere)
        place(article, QuoteHere, quote=cast["quote"])
        place(article, PromoHere, promo=cast["promo"])
    return article


def _image() -> Image:
    image = make_image()
    for language in ("ja", "ko"):
        image.texts.create(language=language, alt="椅子", caption="机")
    return image


def _page(cast: Cast, **fields: Any) -> Page:
    return Page.objects.create(title="About us", body="<p>We write.</p>", **fields)


def _front_page(cast: Cast, **fields: Any) -> FrontPage:
    return make_front_page(**fields)


def _identity(cast: Cast, **fields: Any) -> Identity:
    return Identity.objects.create(title="The Strait Review", publisher="Strait Press", **fields)


# In such an order that each finds the parts it needs.
MAKERS: dict[str, Callable[..., Publishable]] = {
    "author": _author,
    "expert": _expert,
    "event": _event,
    "question": _question,
    "quote": _quote,
    "promo": _promo,
    "article": _article,
    "page": _page,
    "front_page": _front_page,
    "identity": _identity,
}
