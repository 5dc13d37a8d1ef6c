"""The form fields of pickers, and how an admin comes to have them."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.options import BaseModelAdmin
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.requests import as_key

from .choices import Pickable
from .shelf import Shelf, shelf_of
from .widgets import ManyPicker, Picker

GONE = _("This is no longer there. Choose another one.")


class PickedField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Looks up what was chosen where the form's other rows look: all in one query."""

    default_error_messages = {"invalid_choice": GONE}

    def __init__(self, *args: Any, shelf: Shelf, **kwargs: Any) -> None:
        self.shelf = shelf
        super().__init__(*args, **kwargs)

    def to_python(self, value: Any) -> Model | None:
        if value in self.empty_values:
            return None
        if found := self.shelf.get(getattr(value, "pk", value)):
            return found
        raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


class ManyPickedField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    default_error_messages = {"invalid_choice": GONE, "invalid_pk_value": GONE}

    def clean(self, value: Any) -> Any:
        if any(as_key(key) is None for key in value or ()):
            raise ValidationError(GONE, code="invalid_pk_value")
        return super().clean(value)


def pick(
    db_field: Any,
    model: type[Model],
    request: HttpRequest,
    site: AdminSite,
    *,
    originals: bool = False,
) -> dict[str, Any]:
    """What `formfield` needs for a picker of `model`; an original is no new one."""
    shelf, admin = _shelf(model, request, site)
    add = not originals and admin.has_add_permission(request)
    widget = Picker(
        shelf,
        label=capfirst(db_field.verbose_name),
        choices_url=admin.choices_url() + ("?originals=on" if originals else ""),
        add_url=admin.add_url() if add else "",
    )
    return {"form_class": PickedField, "shelf": shelf, "widget": widget}


def pick_many(
    db_field: Any, model: type[Model], request: HttpRequest, site: AdminSite
) -> ManyPickedField:
    shelf, admin = _shelf(model, request, site)
    label = capfirst(db_field.verbose_name)
    widget = ManyPicker(shelf, label=label, choices_url=admin.choices_url(), add_url="")
    objects = model._default_manager.all()
    return ManyPickedField(objects, label=label, required=False, widget=widget)


def _shelf(model: type[Model], request: HttpRequest, site: AdminSite) -> tuple[Shelf, Pickable]:
    model_admin = cast("Pickable", site.get_model_admin(model))
    return shelf_of(request, model_admin), model_admin


class Picks(BaseModelAdmin):  # type: ignore[type-arg]
    """Fields named in `autocomplete_fields` are pickers."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            model = db_field.remote_field.model
            kwargs |= pick(db_field, model, request, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
