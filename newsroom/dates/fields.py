from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.richtext.cleaning import clean_line
from newsroom.richtext.fields import CleanField

from .edtf import EdtfError
from .words import read


class EdtfField(CleanField, models.CharField):  # type: ignore[type-arg]
    """A date in canonical EDTF. Editors may write it in words, as in “16 March 2023”."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 64)
        super().__init__(*args, **kwargs)

    def clean_value(self, value: str) -> str:
        text = clean_line(value)
        try:
            return read(text).canonical if text else ""
        except EdtfError as error:
            raise ValidationError(str(error), code="invalid_date") from error

    def formfield(self, **kwargs: Any) -> Any:
        usual = _("Such as 16 March 2023, 2023-03, 1990s, c. 1910, 1910/1945 or 2024/..")
        return super().formfield(**{"help_text": self.help_text or usual, **kwargs})
