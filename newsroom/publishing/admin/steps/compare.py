"""What changed between any two revisions of a content."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from newsroom.publishing.admin.requests import as_key
from newsroom.publishing.admin.standing import preview_of
from newsroom.publishing.compare import Comparison, compare
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.revisions import Revision

from .page import ContentPage


class ComparePage(ContentPage, TemplateView):
    """`from` and `to` are numbers of revisions; `to` alone is compared with the one before it.

    Without either: what readers see and the newest, or where that is one, what the newest changed.
    """

    heading = gettext_lazy("Compare")
    template_name = "admin/publishing/compare.html"

    @cached_property
    def new(self) -> Revision | None:
        return self._asked_for("to") or self.standing.head

    @cached_property
    def old(self) -> Revision | None:
        return self._asked_for("from") or self._live() or self._before()

    @property
    def revisions(self) -> QuerySet[Revision]:
        own = Revision.objects.filter(content=self.content.pk)
        return own.select_related("author", "content")

    def _asked_for(self, name: str) -> Revision | None:
        number = self.request.GET.get(name)
        if number is None:
            return None
        found = self.revisions.filter(number=as_key(number) or 0).first()
        if found is None:
            raise Http404
        return found

    def _live(self) -> Revision | None:
        live = self.standing.live.revision if self.standing.live else None
        return None if live == self.new or "to" in self.request.GET else live

    def _before(self) -> Revision | None:
        return self.revisions.filter(number__lt=self.new.number).first() if self.new else None

    def _comparison(self) -> Comparison | None:
        """None where there are no two, or the text of one was erased."""
        if not (self.old and self.new) or self.old.erased_at or self.new.erased_at:
            return None
        kind = kind_of(self.content)
        old, new = (kind.load(side.snapshot, side.schema) for side in (self.old, self.new))
        return compare(old, new, kind)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sides = [side for side in (self.old, self.new) if side]
        return super().get_context_data(
            old=self.old,
            new=self.new,
            sides=[(side, preview_of(side, self.content)) for side in sides],
            comparison=self._comparison(),
            revisions=self.revisions.defer("snapshot"),
            **kwargs,
        )
