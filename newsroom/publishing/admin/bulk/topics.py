from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.pickers import pick_many
from newsroom.publishing.rights import Right
from newsroom.publishing.topics import Topic

from .chosen import Seen
from .outcomes import Done, NothingToDo
from .page import SeveralPage

_UNTIL_PUBLISHED = gettext_lazy(
    "Each gets a new revision. Live pages stay as they are until that is published."
)


class TopicsOfSeveral(SeveralPage):
    """A save like any other: whoever has the form open is told that somebody saved."""

    right = Right.WRITE
    explanation = _UNTIL_PUBLISHED

    def allowed(self) -> bool:
        return super().allowed() and self.model_admin.has_topics(self.request)

    def change(self, row: Any, topics: Collection[Topic]) -> str:
        """Change the row's topics and answer what was done, "" where that was nothing."""
        raise NotImplementedError

    def take(self, row: Any, seen: Seen, data: dict[str, Any]) -> Done:
        done = self.change(row, data["topics"])
        if not done:
            raise NothingToDo(_("Its topics are like that already."))
        head = lifecycle.record(content=row, by=self.by, comment=done)
        lifecycle.claim_version(content=row, expected=row.version, by=self.by)
        words = _("Saved as revision %(number)s.") % {"number": head.number}
        return Done([f"{done}.", words])


class AddTopics(TopicsOfSeveral):
    heading = gettext_lazy("Add topics to several")
    button = gettext_lazy("Add topics")

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        db_field = self.model_admin.model._meta.get_field("topics")
        field = pick_many(db_field, Topic, self.request, self.model_admin.admin_site)
        field.required = True
        form.fields["topics"] = field
        return form

    def change(self, row: Any, topics: Collection[Topic]) -> str:
        new = [topic for topic in topics if topic not in set(row.topics.all())]
        row.topics.add(*new)
        return _("Topics added: %(topics)s") % {"topics": _named(new)} if new else ""


class RemoveTopics(TopicsOfSeveral):
    """Offers those that one of them has."""

    heading = gettext_lazy("Remove topics from several")
    button = gettext_lazy("Remove topics")

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        uses = [use for row in self.rows for use in row.topic_uses.all()]
        form.fields["topics"] = forms.ModelMultipleChoiceField(
            Topic.objects.filter(pk__in={use.tag_id for use in uses}),
            label=gettext_lazy("topics"),
            widget=forms.CheckboxSelectMultiple,
        )
        return form

    def change(self, row: Any, topics: Collection[Topic]) -> str:
        lost = [topic for topic in row.topics.all() if topic in topics]
        row.topics.remove(*lost)
        return _("Topics removed: %(topics)s") % {"topics": _named(lost)} if lost else ""


def _named(topics: Collection[Topic]) -> str:
    return ", ".join(topic.name for topic in topics)
