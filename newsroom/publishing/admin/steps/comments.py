"""The page on which staff talk about a content: comment, answer, resolve, reopen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.comments import Comment, Thread, threads_of
from newsroom.publishing.compare import Piece, outline
from newsroom.publishing.kinds import kind_of
from newsroom.publishing.refusals import Impossible
from newsroom.publishing.revisions import Revision
from newsroom.publishing.rights import Right, may

from .page import StepPage


class CommentForm(forms.Form):
    """A remark about the `revision` on the page, or something done to the `thread` of one."""

    ACTIONS = ("comment", "answer", "resolve", "reopen")

    action = forms.ChoiceField(choices=[(name, name) for name in ACTIONS], required=False)
    thread = forms.ModelChoiceField(Comment.objects.none(), required=False)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    place = forms.ChoiceField(label=gettext_lazy("about"), required=False)
    text = forms.CharField(
        label=gettext_lazy("comment"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("action") not in ("", "comment") and not cleaned.get("thread"):
            self.add_error(None, _("This comment is not there any more."))
        return cleaned


class CommentsPage(StepPage):
    """For all who may see the content; which threads they may settle, the lifecycle knows.

    What is said is about the newest revision, or the one whose number is asked for.
    """

    right = Right.VIEW
    form_class = CommentForm
    heading = gettext_lazy("Comments")
    button = gettext_lazy("Comment")
    template_name = "admin/publishing/comments.html"

    def impossible(self) -> str:
        return "" if self.standing.head else _("Nothing was saved yet.")

    @cached_property
    def revision(self) -> Revision | None:
        """What its writer saw, though a newer one may be saved by now."""
        return self.asked_for()

    @cached_property
    def pieces(self) -> list[Piece]:
        """What the revision says; comments may be about one piece of it."""
        if self.revision is None or self.revision.erased_at:
            return []
        return outline(self.revision.read(), kind_of(self.content))

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        places = [(piece.key, str(piece.label)) for piece in self.pieces]
        form.fields["place"].choices = [("", _("The whole")), *places]
        own = Comment.objects.filter(revision__content=self.content.pk)
        form.fields["thread"].queryset = own.select_related("revision__content")
        return form

    def get_initial(self) -> dict[str, Any]:
        number = self.revision.number if self.revision else None
        return {"place": self.request.GET.get("place", ""), "revision": number}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        labels = {piece.key: piece.label for piece in self.pieces}
        threads = [_shown(thread, labels) for thread in threads_of(self.content)]
        return super().get_context_data(
            threads=threads, revision=self.revision, review_url=self._review_url(), **kwargs
        )

    def _review_url(self) -> str:
        """For those who may decide on what waits: from there they came, or go."""
        waits = self.standing.waiting and may(self.by, Right.DECIDE, type(self.content))
        return page_url(self.content, "review") if waits else ""

    def take(self, form: Any) -> str:
        thread, text = form.cleaned_data["thread"], form.cleaned_data["text"]
        match form.cleaned_data["action"]:
            case "answer":
                lifecycle.answer(comment=thread, text=text, by=self.by)
                return _("Answered.")
            case "resolve":
                lifecycle.resolve(comment=thread, by=self.by)
                return _("Resolved.")
            case "reopen":
                lifecycle.reopen(comment=thread, by=self.by)
                return _("Open again.")
        return self._comment(text, form.cleaned_data["place"])

    def _comment(self, text: str, place: str) -> str:
        if self.revision is None:
            raise Impossible(self.impossible())
        lifecycle.comment(revision=self.revision, text=text, place=place, by=self.by)
        return _("Your comment is there.")

    def done_url(self) -> str:
        page = page_url(self.content, "comments")
        if self.revision is None or self.revision == self.standing.head:
            return page
        return f"{page}?revision={self.revision.number}"


def _shown(thread: Thread, labels: dict[str, Any]) -> dict[str, Any]:
    place = thread.comment.place
    return {"thread": thread, "about": labels.get(place, _("A part that is gone")) if place else ""}
