"""A model field for dates: people's words in, EDTF stored."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from newsroom.richtext.fields import CleanCharField

from .edtf import EdtfError, parse
from .words import from_words


class EdtfField(CleanCharField):
    """Holds the EDTF of what was typed, or "" where blank is allowed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return (from_words(text) or text.strip()) if isinstance(text, str) else text

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        if value:
            try:
                parse(value)
            except EdtfError as error:
                raise ValidationError(str(error)) from error
