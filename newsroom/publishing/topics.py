"""Topics: our tags, with a name per language. What a reader sees of them is public at once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from newsroom.richtext.fields import CleanCharField


class Topic(TagBase):
    """A subject that content is about. `name` is English and the fallback for the others."""

    name_ja = CleanCharField(_("name in Japanese"), max_length=100, blank=True)
    name_ko = CleanCharField(_("name in Korean"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]

    def name_in(self, language: str) -> str:
        return str(getattr(self, f"name_{language}", "") or self.name)

    @property
    def path(self) -> str:
        return f"/topics/{self.slug}/"


class TopicUse(ItemBase):
    """A draft's topic. A direct key to Content: taggit's generic one misses inherited kinds."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="uses")
    content_object = models.ForeignKey(
        "publishing.Content", on_delete=models.CASCADE, related_name="topic_uses"
    )

    class Meta:
        verbose_name = _("use of a topic")
        verbose_name_plural = _("uses of topics")
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "content_object"], name="publishing_topic_once_per_content"
            )
        ]
