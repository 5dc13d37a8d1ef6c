from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.pickers import Choice, Pickable, second_line
from newsroom.publishing.admin.requests import staff

from .encoding import encode
from .library import take
from .models import Image, ImageText
from .uses import renew_drafts


class ImageForm(forms.ModelForm):  # type: ignore[type-arg]
    upload = forms.FileField(
        label=_("picture"),
        required=False,
        help_text=_("JPEG, PNG, WebP, GIF or AVIF, at most 10 MB and 40 megapixels."),
    )

    class Meta:
        model = Image
        fields = ("title", "credit", "licence", "decorative")

    def clean_upload(self) -> File[bytes] | None:
        upload: File[bytes] | None = self.cleaned_data["upload"]
        if upload:
            self.encoded = encode(upload)
        elif not self.instance.file:
            raise ValidationError(_("Choose a picture."))
        return upload


def _told_of(renewed: int) -> str:
    words = ngettext(
        "%(number)d draft that shows it has a new revision. Readers see the change once that is"
        " published.",
        "%(number)d drafts that show it have a new revision. Readers see the change once these are"
        " published.",
        renewed,
    )
    return words % {"number": renewed}


class ImageTextInline(admin.StackedInline):  # type: ignore[type-arg]
    model = ImageText
    extra = 1
    max_num = 3
    fields = (("language", "alt"), "caption")


@admin.register(Image)
class ImageAdmin(Pickable):
    form = ImageForm
    inlines = (ImageTextInline,)
    list_display = ("thumbnail", "title", "credit", "decorative")
    list_display_links = ("thumbnail", "title")
    search_fields = ("title", "credit", "texts__alt", "texts__caption")
    ordering = ("-pk",)

    def choices(self, request: HttpRequest) -> QuerySet[Image]:
        return super().choices(request).prefetch_related("texts")

    def choice(self, obj: Any) -> Choice:
        alts = {words.language: words.alt for words in obj.texts.all()}
        alt = alts.get(get_language() or "") or next(iter(alts.values()), "")
        decorative = _("decorative") if obj.decorative else ""
        detail = second_line(alt, decorative, obj.credit)
        return Choice(obj.title, detail, thumbnail=obj.url)

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        if upload := form.cleaned_data["upload"]:
            take(obj, upload, form.encoded)
        else:
            obj.save()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if change and (renewed := renew_drafts(form.instance, staff(request))):
            messages.info(request, _told_of(len(renewed)))

    @admin.display(description=_("picture"))
    def thumbnail(self, image: Image) -> str:
        return format_html(
            '<img src="{}" width="96" alt="{}" loading="lazy">', image.url, image.title
        )
