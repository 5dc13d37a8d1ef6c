"""How articles and authors are published."""

from django.conf import settings

from newsroom.publishing.ageing import with_review_every
from newsroom.publishing.kinds import Appearance, Children, Kind, Translates
from newsroom.publishing.rights import EDITORS_RUN
from newsroom.sources.snapshots import CITED_SOURCES

from . import (
    author_findings,
    author_outline,
    author_pages,
    author_snapshots,
    findings,
    outline,
    pages,
    snapshots,
)
from .models import Article, Author, AuthorLink, Picture

_BLOCKS = tuple(
    Children(model, "parent", order_by=("ordering", "pk"))
    for model, _fields in snapshots.BLOCKS.values()
    if model is not Picture
)
_PICTURES = Children(
    Picture,
    "parent",
    order_by=("ordering", "pk"),
    select_related=("image",),
    prefetch_related=("image__texts",),
)
_LISTS = tuple(
    Children(model, "article", order_by=("position", "pk"))
    for model, _fields in snapshots.LISTS.values()
)

ARTICLE = Kind(
    model=Article,
    schema=3,
    take=snapshots.take,
    put_back=snapshots.put_back,
    project=snapshots.project,
    outline=outline.outline,
    findings=findings.find,
    rights=EDITORS_RUN,
    approval=lambda: bool(settings.APPROVE_ARTICLES),
    translates=Translates(parts=frozenset({"quote", "promo", "event", "question"})),
    children=(*_BLOCKS, _PICTURES, *_LISTS, CITED_SOURCES),
    select_related=("lead_image",),
    compose=pages.compose,
    template="articles/article.html",
    upgrades={1: with_review_every, 2: snapshots.with_focal_points},
    appears=Appearance(lists=("/articles/", "/"), under_topics=True, as_card=True),
)
AUTHOR = Kind(
    model=Author,
    schema=2,
    take=author_snapshots.take,
    put_back=author_snapshots.put_back,
    project=author_snapshots.project,
    outline=author_outline.outline,
    findings=author_findings.find,
    rights=EDITORS_RUN,
    children=(Children(AuthorLink, "author", order_by=("position", "pk")),),
    select_related=("picture",),
    compose=author_pages.compose,
    template="authors/author.html",
    upgrades={1: author_snapshots.with_profile},
    appears=Appearance(lists=("/authors/", "/articles/", "/")),
)
