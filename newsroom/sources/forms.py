"""Forms of texts that cite sources."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from newsroom.richtext.fields import holds_notes
from newsroom.richtext.notes import cited_in

from .models import Source


class CitingForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form whose texts cite no source that does not exist. A preview leaves such notes out."""

    will_be_saved = True

    def _post_clean(self) -> None:
        """After the fields of the model have cleaned what was posted."""
        super()._post_clean()  # type: ignore[misc]
        if self.will_be_saved:
            for name, text in self._cleaned_texts():
                self._require_sources(name, text)

    def _cleaned_texts(self) -> Iterator[tuple[str, str]]:
        for name, field in self.fields.items():
            if holds_notes(field) and name not in self.errors:
                yield name, getattr(self.instance, name)

    def _require_sources(self, name: str, text: str) -> None:
        cited = set(cited_in(text))
        if cited and Source.objects.filter(pk__in=cited).count() < len(cited):
            message = _("A note leads to a source that does not exist. Delete it, or cite another.")
            self.add_error(name, ValidationError(message, code="no_such_source"))
