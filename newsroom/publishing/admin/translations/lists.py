"""Languages in lists of contents: a column and a filter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.filters.ticked import Choices, TickedFilter
from newsroom.publishing.content import Content
from newsroom.publishing.kinds import kind_named
from newsroom.publishing.translations import language_name, with_basis

from .behind import compare_url


def with_family(rows: QuerySet[Any], at: dt.datetime) -> QuerySet[Any]:
    """With what `family_in_words` reads: translations of originals, originals of translations."""
    translations = with_basis(Content.objects.order_by("language"), at)
    rows = with_basis(rows, at).select_related("original")
    return rows.prefetch_related(Prefetch("translations", queryset=translations))


def family_in_words(content: Any) -> SafeString:
    """Its language; below, of a translation what it was made from, of an original its others."""
    return format_html(
        "{}{}",
        content.get_language_display(),
        format_html_join("", '<span class="in-language">{}{}{}</span>', _others(content)),
    )


def _others(content: Any) -> Iterator[tuple[SafeString | str, ...]]:
    if content.original:
        said = format_html('<span class="quiet">{}</span> ', _("translation of"))
        yield said, _link(content.original), _mark(content, content.original)
    for row in content.translations.all():
        yield "", _link(row), _mark(row, content)


def _link(content: Content) -> SafeString:
    return format_html(
        '<a href="{}" title="{}: {}" hreflang="{}">{}</a>',
        page_url(content, "change"),
        language_name(content.language),
        content,
        content.language,
        content.language,
    )


def _mark(translation: Any, original: Content) -> SafeString | str:
    """That it is behind, leading to what changed; or that nobody said what it stands for."""
    if translation.behind_since:
        url = compare_url(original, translation.stands_for, translation.seen)
        return format_html(' <a class="is-behind" href="{}">{}</a>', url, _("behind"))
    if translation.stands_for is None:
        return format_html(
            ' <span class="quiet" title="{}">?</span>',
            _("Nobody said which text of the original it stands for."),
        )
    return ""


class TranslationsFilter(TickedFilter):
    """What is behind, what nobody said, and which originals a language lacks."""

    title = gettext_lazy("translations")
    parameter_name = "translations"

    def choices_of(self, model: Any) -> Choices:
        if kind_named(model.kind_name).translates is None:
            return []
        return [
            ("behind", gettext_lazy("Behind the original")),
            ("unsaid", gettext_lazy("Not said what they stand for")),
            *_lacks(),
        ]

    def narrow(self, contents: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        contents = with_basis(contents, timezone.now())
        asked = {
            "behind": Q(behind_since__isnull=False),
            "unsaid": Q(original__isnull=False, stands_for=None),
            **{f"no_{code}": _lacking(code) for code, _name in settings.LANGUAGES},
        }
        wanted = Q()
        for value in values:
            wanted |= asked[value]
        return contents.filter(wanted)


def _lacks() -> Iterator[tuple[str, str]]:
    for code, _name in settings.LANGUAGES:
        yield f"no_{code}", _("Not in %(language)s") % {"language": language_name(code)}


def _lacking(language: str) -> Q:
    """Originals that do not exist in a language."""
    there = Content.objects.filter(
        kind=OuterRef("kind"), translation_key=OuterRef("translation_key"), language=language
    )
    return Q(~Exists(there), original=None)
