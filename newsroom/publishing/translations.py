"""Translations and their original: what each was made from, and which are behind.

A translation stands for one revision of its original. It is behind where readers of the original
see another text by now, and not all that came between was minor.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from .content import Content
from .editions import SUBSTANTIVE, Edition
from .guard import LifecycleOnly
from .revisions import Revision


class Basis(LifecycleOnly):
    """The revision of its original that the draft of a translation stands for, and who said so."""

    content = models.OneToOneField(
        Content, on_delete=models.CASCADE, related_name="basis", primary_key=True
    )
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("basis of a translation")
        verbose_name_plural = _("bases of translations")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.content} ← {self.revision}"


def with_basis(contents: QuerySet[Any], at: dt.datetime) -> QuerySet[Any]:
    """Annotates translations, by subqueries: no further query per row.

    `stands_for` is the number of a revision of the original, None where nobody said; `seen` the
    number of the one that readers see; `behind_since` the moment from which the translation is
    behind, None where it is not.
    """
    seen = Edition.objects.live(at).filter(content=OuterRef("original"))
    said = Revision.objects.filter(pk=OuterRef("basis__revision"), content=OuterRef("original"))
    past = _editions_past_the_basis(at).order_by("live_from")
    return contents.annotate(
        stands_for=Subquery(said.values("number")),
        seen=Subquery(seen.values("revision__number")[:1]),
        behind_since=Subquery(past.values("live_from")[:1]),
    )


def _editions_past_the_basis(at: dt.datetime) -> QuerySet[Edition]:
    """Substantive ones since readers last saw the text that the outer translation stands for.

    Where they never saw it: of newer revisions. None while they see nothing of the original.
    """
    of_original = Edition.objects.started(at).filter(content=OuterRef("content"))
    digest = OuterRef(OuterRef("basis__revision__digest"))
    with_its_text = of_original.filter(revision__digest=digest)
    newer = Q(revision__number__gt=OuterRef("basis__revision__number"))
    return (
        Edition.objects.started(at)
        .filter(content=OuterRef("original"), change__in=SUBSTANTIVE)
        .filter(content=OuterRef("basis__revision__content"))
        .filter(Exists(with_its_text) | newer, Exists(of_original.live(at)))
        .exclude(Exists(with_its_text.filter(live_from__gte=OuterRef("live_from"))))
    )


def language_name(code: str) -> str:
    """In the language of whoever reads it."""
    return str(get_language_info(code)["name_translated"])


def translations_behind(at: dt.datetime) -> QuerySet[Any]:
    """Those that have to catch up with their original, the longest behind first."""
    behind = with_basis(Content.objects.exclude(original=None), at).filter(
        behind_since__isnull=False
    )
    return behind.order_by("behind_since", "pk")


def falls_behind(revision: Revision) -> QuerySet[Content]:
    """The translations that are behind once readers see `revision`, unless the change is minor."""
    mine = Content.objects.filter(
        original=revision.content_id, basis__revision__content=revision.content_id
    )
    shown = Edition.objects.filter(
        content=OuterRef("original"), revision__digest=OuterRef("basis__revision__digest")
    )
    older = Q(basis__revision__number__lt=revision.number)
    fall: Any = mine.exclude(basis__revision__digest=revision.digest)
    return fall.filter(older | Exists(shown)).order_by("language")


def in_language(contents: Iterable[int], language: str) -> dict[int, int]:
    """Of these, those that are in another language and have a translation, with its id."""
    siblings = Content.objects.filter(language=language)
    found = _in_another(contents, language).annotate(
        sibling=Subquery(
            siblings.filter(
                kind=OuterRef("kind"), translation_key=OuterRef("translation_key")
            ).values("pk")[:1]
        )
    )
    return dict(found.exclude(sibling=None).values_list("pk", "sibling"))


def untranslated(contents: Iterable[int], language: str) -> QuerySet[Content]:
    """Of these, those that are in another language."""
    return _in_another(contents, language).order_by("kind", "title", "pk")


def _in_another(contents: Iterable[int], language: str) -> QuerySet[Content]:
    there: QuerySet[Content] = Content.objects.filter(pk__in=set(contents))
    return there.exclude(language__in=("", language))
