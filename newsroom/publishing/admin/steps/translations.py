"""The pages of a piece's translations: begin one, say what it stands for, use its own parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.publishing import lifecycle
from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.admin.lists import badge
from newsroom.publishing.admin.translations import Upkeep, upkeep_of
from newsroom.publishing.content import Content
from newsroom.publishing.editions import Edition
from newsroom.publishing.kinds import kind_named
from newsroom.publishing.revisions import Revision, head_of
from newsroom.publishing.rights import Right, may, may_write
from newsroom.publishing.status import status_of
from newsroom.publishing.translations import language_name, with_basis

from .page import StepPage


@dataclass(frozen=True)
class Member:
    """One of a piece's languages; without `content` where it does not exist in it."""

    language: str
    content: Any = None
    url: str = ""
    badge: str = ""
    upkeep: Upkeep | None = None

    @property
    def name(self) -> str:
        return language_name(self.language)


class TranslationForm(forms.Form):
    """`revision` is a number of the original's: what was on the page when it was sent."""

    revision = forms.IntegerField(min_value=1, max_value=2**31)


class BeginForm(TranslationForm):
    language = forms.ChoiceField(choices=settings.LANGUAGES)


class OfTranslations(StepPage):
    """What is done about translations; refused without a form of its own, it leads back."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if kind_named(self.model_admin.model.kind_name).translates is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def root(self) -> Content:
        """The original of the family."""
        return self.content.original or self.content

    def of_root(self, form: forms.Form) -> Revision:
        revisions = Revision.objects.filter(content=self.root.pk).select_related("content")
        return get_object_or_404(revisions, number=form.cleaned_data["revision"])

    def tell_of_lost(self, lost: list[str]) -> None:
        if lost:
            text = _("Deleted since, so it could not come along: %(names)s.")
            messages.warning(self.request, text % {"names": ", ".join(lost)})


class TranslationsPage(OfTranslations):
    """Of an original or a translation: the languages there are, and those that can be begun."""

    right = Right.VIEW
    form_class = BeginForm
    heading = gettext_lazy("Translations")
    template_name = "admin/publishing/translations/page.html"

    begun: Content

    def texts(self) -> list[Revision]:
        """What can be translated: what readers see of the original, and the newest of it."""
        live = Edition.objects.live(timezone.now()).filter(content=self.root.pk)
        seen = Revision.objects.filter(pk__in=live.values("revision")).first()
        texts = {text.pk: text for text in (seen, head_of(self.root)) if text}
        return [text for text in texts.values() if not text.erased_at]

    def members(self) -> Iterator[Member]:
        at, key = timezone.now(), self.root.translation_key
        family = Content.objects.filter(kind=self.root.kind, translation_key=key)
        rows = with_basis(family.with_status(at), at).select_related("basis__said_by")
        found = {row.language: row for row in rows}
        for code, _name in settings.LANGUAGES:
            yield self._member(code, found.get(code))

    def _member(self, language: str, row: Any) -> Member:
        if row is None:
            return Member(language)
        upkeep = Upkeep(row, self.root, self.request.user) if row.original_id else None
        return Member(language, row, page_url(row, "change"), badge(status_of(row)), upkeep)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        members = list(self.members())
        there = [member for member in members if member.content]
        mine = next(member for member in there if member.content.pk == self.content.pk)
        return super().get_context_data(
            members=there,
            missing=[member for member in members if not member.content],
            root=self.root,
            texts=self.texts(),
            may_begin=may(self.request.user, Right.ADD, type(self.content)),
            upkeep=mine.upkeep,
            language=mine.name,
            revisions=self._revisions(mine.upkeep),
            **kwargs,
        )

    def _revisions(self, upkeep: Upkeep | None) -> list[Revision]:
        """What a translation may stand for, for those who may say it."""
        if not (upkeep and upkeep.may_write):
            return []
        revisions = Revision.objects.filter(content=self.root.pk).select_related("author")
        return list(revisions.defer("snapshot"))

    def take(self, form: forms.Form) -> str:
        revision, language = self.of_root(form), form.cleaned_data["language"]
        made, lost = lifecycle.translate(revision=revision, language=language, by=self.by)
        self.begun = made.content
        self.tell_of_lost(lost)
        if upkeep := upkeep_of(self.begun, self.by):
            self._tell_of_parts(upkeep)
        done = _("Begun with the words of revision %(number)s: write the translation over them.")
        return done % {"number": revision.number}

    def _tell_of_parts(self, upkeep: Upkeep) -> None:
        if upkeep.parts:
            messages.warning(self.request, parts_in_words(upkeep))

    def done_url(self) -> str:
        return page_url(self.begun, "change")


def parts_in_words(upkeep: Upkeep) -> SafeString:
    """How many parts a draft shows in another language, with the way to them."""
    count = len(upkeep.parts)
    text = ngettext(
        "%(number)s part is not in %(language)s yet.",
        "%(number)s parts are not in %(language)s yet.",
        count,
    ) % {"number": count, "language": language_name(upkeep.content.language)}
    url = f"{page_url(upkeep.content, 'translations')}#parts"
    return format_html('{} <a href="{}">{}</a>', text, url, _("See which"))


class OnTranslation(OfTranslations):
    """A step on a translation, taken by one button: of what is refused one is told where it was."""

    http_method_names = ["post"]

    def allowed(self) -> bool:
        return may_write(self.request.user, self.content)

    def done_url(self) -> str:
        return page_url(self.content, self.came_from)

    @property
    def came_from(self) -> str:
        return "change" if "from_form" in self.request.POST else "translations"

    def form_invalid(self, form: forms.Form) -> Any:
        for errors in form.errors.values():
            messages.error(self.request, " ".join(map(str, errors)))
        return redirect(self.done_url())


class BasisPage(OnTranslation):
    """Says which text of the original the translation stands for: the newest makes it current."""

    form_class = TranslationForm

    def take(self, form: forms.Form) -> str:
        revision = self.of_root(form)
        lifecycle.stand_for(content=self.content, revision=revision, by=self.by)
        done = _("Noted: it stands for revision %(number)s of the original.")
        return done % {"number": revision.number}


class OwnPartsPage(OnTranslation):
    form_class = forms.Form

    def take(self, form: forms.Form) -> str:
        made, lost = lifecycle.use_translations(content=self.content, by=self.by)
        self.tell_of_lost(lost)
        done = _("The draft shows the translations that there are, as revision %(number)s.")
        return done % {"number": made.number}
