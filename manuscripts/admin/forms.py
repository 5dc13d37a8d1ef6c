"""What staff give to import: a file or pasted text, and the same again to confirm it."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manuscripts.apply import require_whole
from manuscripts.ledger import Parsed
from manuscripts.lines import Line, UnreadableManuscript, read_plain_text, text_of
from manuscripts.parse import parse
from newsroom.publishing.refusals import Refused

LARGEST = 1_000_000  # bytes
MOST_LINES = 10_000
LONGEST_NAME = 200


@dataclass(frozen=True)
class Given:
    """A manuscript as it was given, read. `language` is "" where its letters tell it."""

    data: bytes
    name: str
    language: str
    parsed: Parsed

    @property
    def text(self) -> str:
        return text_of(self.data)

    def carried(self) -> CarriedForm:
        """The same, for the page that asks whether to import it."""
        carried = base64.b64encode(self.data).decode("ascii")
        initial = {"carried": carried, "name": self.name, "language": self.language}
        return CarriedForm(initial=initial, auto_id=False)


class _ManuscriptForm(forms.Form):
    """`given` is what a valid form brought."""

    given: Given

    language = forms.ChoiceField(
        label=gettext_lazy("language"),
        choices=[("", gettext_lazy("Told by its letters")), *settings.LANGUAGES],
        required=False,
    )

    def read(self, data: bytes, name: str) -> None:
        language = self.cleaned_data["language"]
        try:
            parsed = parse(_lines(data), language)
            require_whole(parsed)
        except (UnreadableManuscript, Refused) as error:
            raise ValidationError(str(error)) from error
        self.given = Given(data, name[:LONGEST_NAME], language, parsed)


def _lines(data: bytes) -> list[Line]:
    if len(data) > LARGEST:
        raise ValidationError(_("It is larger than 1 MB of text. Import it in parts."))
    lines = list(read_plain_text(data))
    if not lines:
        raise ValidationError(_("There is not one word in it. Was it the right file?"))
    if len(lines) > MOST_LINES:
        raise ValidationError(_("It has more than 10,000 lines. Import it in parts."))
    return lines


class ImportForm(_ManuscriptForm):
    file = forms.FileField(
        label=gettext_lazy("file"),
        help_text=gettext_lazy("Plain text in UTF-8, 1 MB at most."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
    )
    text = forms.CharField(
        label=gettext_lazy("or its text"),
        help_text=gettext_lazy("Blank lines count: headings are told by them."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    field_order = ("file", "text", "language")

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self._read_one(self.cleaned_data["file"], self.cleaned_data["text"])
        return self.cleaned_data

    def _read_one(self, file: UploadedFile[Any] | None, text: str) -> None:
        if bool(file) == bool(text.strip()):
            raise ValidationError(_("Choose a file or paste the text: one of the two."))
        if file:
            self.read(file.read(LARGEST + 1), file.name or "")
        else:
            self.read(text.replace("\r\n", "\n").encode(), _("Pasted text"))


class CarriedForm(_ManuscriptForm):
    """Hidden fields. Who changes them changes what they themselves import, and no more."""

    carried = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_NAME)
    field_order = ("carried", "name", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self.read(_decoded(self.cleaned_data["carried"]), self.cleaned_data["name"])
        return self.cleaned_data


def _decoded(carried: str) -> bytes:
    try:
        return base64.b64decode(carried, validate=True)
    except (binascii.Error, ValueError) as error:
        message = _("The manuscript did not come back whole. Give it once more.")
        raise ValidationError(message) from error
