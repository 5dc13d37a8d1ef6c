"""Choosing pictures from one's own machine: one for an image, or several for the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import IO, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.cleaning import clean_line

from .encoding import Encoded, encode
from .models import Image

AT_ONCE = 20
_ACCEPT = {"accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"}
_LIMITS = _(
    "JPEG, PNG, WebP, GIF or AVIF, at most 10 MB and 40 megapixels. Of one that moves, readers get"
    " the first frame."
)


NOT_KEPT = _(
    "There is no room for this picture just now, or the storage does not answer. Nothing was saved:"
    " choose it again in a few minutes, and tell whoever runs the site if that does not help."
)


class ImageForm(forms.ModelForm):  # type: ignore[type-arg]
    """`made` is what became of the upload, or why nothing did: that takes seconds, so whoever shows
    the form has it read before a transaction begins."""

    made: Encoded | ValidationError | None = None
    upload = forms.FileField(
        label=_("picture"),
        required=False,
        help_text=_LIMITS,
        widget=forms.FileInput(attrs=_ACCEPT),
    )

    class Meta:
        model = Image
        fields = ("focus_x", "focus_y", "title", "credit", "licence", "decorative")

    def clean_upload(self) -> File[bytes] | None:
        upload: File[bytes] | None = self.cleaned_data["upload"]
        if isinstance(self.made, ValidationError):
            raise self.made
        if not self.made and (upload or not self.instance.file):
            raise ValidationError(gettext("Choose a picture."))
        return upload


def read(upload: IO[bytes]) -> Encoded | ValidationError:
    try:
        return encode(upload)
    except ValidationError as refusal:
        return refusal


class _SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """All of them: Django's own takes the last."""
        return files.getlist(name)


class _SeveralFilesField(forms.FileField):
    def clean(self, data: Any, initial: Any = None) -> Any:
        """Each file is looked at by itself: one that is refused keeps out no other."""
        if not data:
            raise ValidationError(gettext("Choose a picture."))
        if len(data) > AT_ONCE:
            most = gettext("Choose at most %(number)d pictures at a time.")
            raise ValidationError(most % {"number": AT_ONCE})
        return data


class SeveralForm(forms.Form):
    upload = _SeveralFilesField(
        label=_("pictures"),
        help_text=_LIMITS,
        widget=_SeveralFilesInput(attrs=_ACCEPT),
    )

    @property
    def files_chosen(self) -> Sequence[UploadedFile[bytes]]:
        return self.cleaned_data["upload"]


def title_of(name: str | None) -> str:
    """What the file was called, as words; staff find the picture by it until it has a title."""
    words = PurePath(name or "").stem.replace("_", " ").replace("-", " ")
    return clean_line(words)[:200].strip() or gettext("Picture")
