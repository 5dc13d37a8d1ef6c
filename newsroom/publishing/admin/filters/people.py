"""By whom a content was begun, and who saved it last."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.revisions import Revision

from .asked import AskedFilter


class PeopleFilter(AskedFilter):
    title = _("person")

    def fields(self) -> dict[str, forms.Field]:
        people = self._people()
        labels = {"saved_by": _("last saved by"), "begun_by": _("begun by")}
        return {
            name: forms.TypedChoiceField(
                choices=[("", _("Anybody")), *people], coerce=int, required=False, label=label
            )
            for name, label in labels.items()
        }

    def _people(self) -> list[tuple[str, str]]:
        """Those who ever saved one of this kind, though they may have left since."""
        theirs = Revision.objects.filter(author=OuterRef("pk"), content__kind=self.model.kind_name)
        people = User.objects.filter(Exists(theirs)).order_by("username")
        return [(str(pk), name) for pk, name in people.values_list("pk", "username")]

    def narrow(self, contents: QuerySet[Any], asked: dict[str, Any]) -> QuerySet[Any]:
        if person := asked.get("saved_by"):
            newest = Revision.objects.filter(pk=OuterRef("head_id"), author=person)
            contents = contents.filter(Exists(newest))
        if person := asked.get("begun_by"):
            first = Revision.objects.filter(content=OuterRef("pk"), number=1, author=person)
            contents = contents.filter(Exists(first))
        return contents
