"""The picker in a form: a search box, and a card for what was chosen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .shelf import Card, Shelf

_EMPTY = (None, "")


class Picker(forms.Widget):
    """Chooses one. `label` names it, `add_url` is where a new one is made, or "".

    The value is a hidden input's; whatever changes it and says so with a `change` event gets the
    card of what it holds by then.
    """

    template_name = "admin/publishing/pickers/picker.html"
    many = False

    class Media:
        js = (
            "admin/js/jquery.init.js",
            "admin_desk/pickers/cards.js",
            "admin_desk/pickers/search.js",
        )

    def __init__(self, shelf: Shelf, *, label: str, choices_url: str, add_url: str) -> None:
        super().__init__()
        self.shelf, self.label = shelf, label
        self.choices_url, self.add_url = choices_url, add_url
        self.model_label, self.model_labels = shelf.model_labels

    def use_required_attribute(self, initial: Any) -> bool:
        """The search box is empty however much was chosen."""
        return False

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_search" if id_ else id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        attrs = self.build_attrs({"aria-label": self.label, **self.attrs}, attrs)
        return {
            "name": name,
            "id": attrs.pop("id", ""),
            "attrs": flatatt(attrs),
            "picker": self,
            "chosen": self._chosen(value),
        }

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """By the project's templates, which the renderer of forms does not know."""
        return render_to_string(self.template_name, self.get_context(name, value, attrs))

    def _chosen(self, value: Any) -> list[tuple[Any, Card | None]]:
        """What is chosen; no card for what is no longer there, or is not for this person."""
        return [] if value in _EMPTY else [(value, self.shelf.card(value))]


class ManyPicker(Picker):
    """Chooses several: a hidden input for each."""

    many = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Nothing chosen leaves no trace in what is posted."""
        return False

    def _chosen(self, value: Any) -> list[tuple[Any, Card | None]]:
        values = [one for one in value or () if one not in _EMPTY]
        self.shelf.expect(lambda: values)
        return [(one, self.shelf.card(one)) for one in values]
