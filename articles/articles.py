"""Articles, and the ordered lists of what an article shows beside its blocks."""

from __future__ import annotations

from content_editor.models import Region
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.ageing import Ageing
from newsroom.publishing.content import Publishable
from newsroom.richtext.fields import CleanCharField, CleanTextField

from .authors import Author


class Article(Ageing, Publishable):
    """A long read. Its body is made of blocks: see `blocks`."""

    kind_name = "article"
    regions = [Region(key="main", title=_("body"))]

    standfirst = CleanTextField(
        _("standfirst"),
        blank=True,
        help_text=_("One or two sentences below the title: what the article is about and why."),
    )
    lead_image = models.ForeignKey(
        "images.Image",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lead image"),
    )

    class Meta(Publishable.Meta):
        verbose_name = _("article")
        verbose_name_plural = _("articles")


class ArticleAuthor(models.Model):
    """An author of an article, in the order of the byline."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="authors")
    author = models.ForeignKey(
        Author, on_delete=models.PROTECT, related_name="+", verbose_name=_("author")
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("author of the article")
        verbose_name_plural = _("authors of the article")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="articles_author_once")
        ]

    def __str__(self) -> str:
        return str(self.author)


class ArticleEvent(models.Model):
    """An event of the article's timeline, which stands where the timeline block is."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="events")
    event = models.ForeignKey(
        "timeline.Event", on_delete=models.PROTECT, related_name="+", verbose_name=_("event")
    )
    headline = CleanCharField(
        _("headline here"),
        max_length=200,
        blank=True,
        help_text=_("In place of the event's own headline, in this article alone."),
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("event of the article")
        verbose_name_plural = _("events of the article")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "event"], name="articles_event_once")
        ]

    def __str__(self) -> str:
        return self.headline or str(self.event)

    def clean(self) -> None:
        super().clean()
        require_same_language(self, "event")


class ArticleQuestion(models.Model):
    """A question that the article answers, where the questions block is."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="questions")
    question = models.ForeignKey(
        "faqs.Question", on_delete=models.PROTECT, related_name="+", verbose_name=_("question")
    )
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("question of the article")
        verbose_name_plural = _("questions of the article")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "question"], name="articles_question_once")
        ]

    def __str__(self) -> str:
        return str(self.question)

    def clean(self) -> None:
        super().clean()
        require_same_language(self, "question")


def require_same_language(row: models.Model, part: str, article: str = "article") -> None:
    """Pages never mix languages silently: an article shows the translations into its own.

    The draft of a translation may still have parts of its original: readers get none of it.
    """
    # Either is missing while a form that left it out is being told so.
    shown, page = getattr(row, part, None), getattr(row, article, None)
    if shown and page and shown.language not in ("", page.language, *_of_original(page)):
        message = _("This is in another language. Choose its translation into the article's.")
        raise ValidationError({part: message})


def _of_original(page: Publishable) -> list[str]:
    return [page.original.language] if page.original else []
