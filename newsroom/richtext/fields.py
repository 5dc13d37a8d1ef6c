"""Model fields for text. What they store is clean, whichever way it came.

Django passes a value through `to_python` for forms, fixtures, saving, `update()` and exact
look-ups alike, so the fields clean there. Migrations know them as Django's own fields.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from .allowed import NOTE, editor_extensions
from .cleaning import clean_html, clean_line, clean_text
from .links import is_safe_url


class CleanField(models.Field):  # type: ignore[type-arg]
    """Base of the fields that write what they hold in one way; put it before Django's field."""

    def clean_value(self, value: str) -> str:
        """`value` as it is stored. Raises ValidationError where it cannot be."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return self.clean_value(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Leaves on the object what is stored, for a snapshot may be taken of it next."""
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = self.to_python(value)
            setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        bases = type(self).__mro__
        known = next(base.__name__ for base in bases if base.__module__.startswith("django.db."))
        return name, f"django.db.models.{known}", args, kwargs


class CleanCharField(CleanField, models.CharField):  # type: ignore[type-arg]
    """One line of plain text."""

    def clean_value(self, value: str) -> str:
        return clean_line(value)


class CleanTextField(CleanField, models.TextField):  # type: ignore[type-arg]
    """Plain text of any number of lines."""

    def clean_value(self, value: str) -> str:
        return clean_text(value)


class RichTextField(CleanField, ProseEditorField):
    """Formatted text of the elements in `allowed`, written in the prose editor.

    With `notes`, sources are cited at places in it.
    """

    def __init__(self, *args: Any, notes: bool = False, **kwargs: Any) -> None:
        config = {"extensions": editor_extensions(notes=notes)}
        kwargs |= {"config": config, "sanitize": clean_html}
        super().__init__(*args, **kwargs)

    def clean_value(self, value: str) -> str:
        return clean_html(value)


def holds_notes(form_field: Any) -> bool:
    """Whether sources are cited at places in what this field of a form asks for."""
    return NOTE.extension in getattr(form_field, "config", {}).get("extensions", {})


def validate_safe_url(url: str) -> None:
    if not is_safe_url(url):
        raise ValidationError(
            _("Enter a full web address, such as https://example.org/page."), code="unsafe_url"
        )


class SafeURLField(CleanField, models.URLField):  # type: ignore[type-arg]
    """The address of a web page. Show it with `|safe_url`: not every door validates."""

    default_validators = [validate_safe_url]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 2000)
        super().__init__(*args, **kwargs)

    def clean_value(self, value: str) -> str:
        return clean_line(value)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"assume_scheme": "https", **kwargs})
