"""What moderators fill in: an entry of a list, a file of entries."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.richtext.cleaning import clean_line
from quotes.identity.importing import PlannedLine, UnreadableFile, plan
from quotes.identity.models import (
    FigureName,
    KnownOrganisation,
    OrganisationName,
    PublicFigure,
)
from quotes.identity.sheets import Sheet

LARGEST = 1_000_000  # bytes
MOST_NAMES = 200
ENCODINGS = [
    ("utf-8-sig", gettext_lazy("UTF-8")),
    ("cp932", gettext_lazy("Shift_JIS, as spreadsheets save CSV in Japanese")),
    ("cp949", gettext_lazy("EUC-KR, as spreadsheets save CSV in Korean")),
]


class NamesField(forms.CharField):
    """Names, one a line, each checked as `row` is."""

    def __init__(self, row: Any, **kwargs: Any) -> None:
        self.row = row
        widget = forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField"})
        super().__init__(required=False, widget=widget, **kwargs)

    def clean(self, value: Any) -> list[str]:
        lines = (clean_line(line) for line in super().clean(value).splitlines())
        names = list(dict.fromkeys(filter(None, lines)))
        if len(names) > MOST_NAMES:
            raise ValidationError(_("These are more than %(limit)d names.") % {"limit": MOST_NAMES})
        for name in names:
            self._check(name)
        return names

    def _check(self, name: str) -> None:
        try:
            self.row._meta.get_field("text").clean(name, None)
        except ValidationError as error:
            raise ValidationError([f"“{name}”: {message}" for message in error.messages]) from error


class FigureForm(forms.ModelForm):  # type: ignore[type-arg]
    spellings = NamesField(
        FigureName,
        label=gettext_lazy("other spellings"),
        help_text=gettext_lazy(
            "One a line, in all scripts. Hyphens, accents, capitals and the order of names in"
            " letters make no difference; other romanisations do."
        ),
    )

    class Meta:
        model = PublicFigure
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["spellings"] = "\n".join(self.instance.spellings)


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]
    other_names = NamesField(
        OrganisationName,
        label=gettext_lazy("other names"),
        help_text=gettext_lazy("One a line: names in use, short ones, former ones."),
    )

    class Meta:
        model = KnownOrganisation
        fields = ("name_en", "name_ja", "name_ko")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["other_names"] = "\n".join(self.instance.other_names)


class _ListForm(forms.Form):
    """`text` and `lines` are what a valid form brought."""

    text: str
    lines: list[PlannedLine]

    def __init__(self, sheet: Sheet, *args: Any, **kwargs: Any) -> None:
        self.sheet = sheet
        super().__init__(*args, **kwargs)

    def read(self, data: bytes, encoding: str) -> None:
        if len(data) > LARGEST:
            raise ValidationError(_("It is larger than 1 MB. Import it in parts."))
        self.text = _decoded(data, encoding)
        try:
            self.lines = plan(self.sheet, self.text)
        except UnreadableFile as error:
            raise ValidationError(str(error)) from error


class ListFileForm(_ListForm):
    file = forms.FileField(
        label=gettext_lazy("file"),
        help_text=gettext_lazy("CSV, 1 MB at most."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    encoding = forms.ChoiceField(label=gettext_lazy("encoding"), choices=ENCODINGS)

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            data = self.cleaned_data["file"].read(LARGEST + 1)
            self.read(data, self.cleaned_data["encoding"])
        return self.cleaned_data

    def carried(self) -> CarriedListForm:
        """The same, for the page that asks whether to import it."""
        carried = base64.b64encode(self.text.encode()).decode("ascii")
        return CarriedListForm(self.sheet, initial={"carried": carried}, auto_id=False)


class CarriedListForm(_ListForm):
    """Who changes the hidden field changes what they themselves import, and no more."""

    carried = forms.CharField(widget=forms.HiddenInput, strip=False)

    def clean_carried(self) -> str:
        try:
            data = base64.b64decode(self.cleaned_data["carried"], validate=True)
        except (binascii.Error, ValueError) as error:
            raise ValidationError(_("Choose the file again.")) from error
        self.read(data, "utf-8-sig")
        return str(self.cleaned_data["carried"])


def _decoded(data: bytes, encoding: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValidationError(_("This file is UTF-16. Save it as “CSV UTF-8” and try again."))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValidationError(_not_in(encoding)) from error
    if "\x00" in text:
        raise ValidationError(_("This is not a text file. Save it as CSV and try again."))
    return text


def _not_in(encoding: str) -> str:
    if encoding == "utf-8-sig":
        return _(
            "This file is not UTF-8. If a spreadsheet made it, save it as “CSV UTF-8”, or choose"
            " Shift_JIS or EUC-KR here and look whether the names are right."
        )
    return _("This file is not in that encoding. Choose another one.")
