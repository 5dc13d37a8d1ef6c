"""What somebody has typed into a content's form so far, as a draft. Nothing of it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.core.exceptions import PermissionDenied
from django.db.models import Model, prefetch_related_objects
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst

from newsroom.publishing.content import Publishable
from newsroom.publishing.drafts import Draft, read_rows
from newsroom.publishing.kinds import Children, kind_of
from newsroom.publishing.topics import Topic

if TYPE_CHECKING:
    from .forms import PublishableForm

    Form = ModelForm[Any]

# An inline formset, whose model Django's types do not know.
FormSet = Any


@dataclass(frozen=True)
class Problem:
    """Why a field, or a whole row, is not shown as it was typed; `field` is its id, or ""."""

    where: str
    message: str
    field: str


@dataclass(frozen=True)
class Typed:
    """A content's form and those of its rows, bound to what was posted, and validated."""

    form: PublishableForm
    formsets: Sequence[FormSet]

    @property
    def draft(self) -> Draft:
        return draft_of(self.form, self.formsets)

    def problems(self) -> Iterator[Problem]:
        yield from _problems_of(self.form)
        for formset in self.formsets:
            name = capfirst(formset.model._meta.verbose_name)
            for number, form in enumerate(formset.forms, start=1):
                if not _is_deleted(form):
                    yield from _problems_of(form, f"{name} {number}")
            yield from (Problem(name, str(said), "") for said in formset.non_form_errors())


def typed(model_admin: ModelAdmin[Any], request: HttpRequest, content: Publishable | None) -> Typed:
    """Bind and validate what was posted from the form of `content`, or of a new one.

    It takes no lock, compares no version, and asks for nothing that only saving needs: whether
    the address is free. Files are looked at, not stored.
    """
    if content is None:
        allowed = model_admin.has_add_permission(request)
    else:
        allowed = model_admin.has_change_permission(request, content)
    if not allowed:
        raise PermissionDenied
    fields = flatten_fieldsets(model_admin.get_fieldsets(request, content))
    change = content is not None
    # Every formset copies what was posted, and a QueryDict takes its time over that.
    request.POST = MultiValueDict(dict(request.POST.lists()))  # type: ignore[assignment]
    admin: Any = model_admin
    bound = admin.get_form(request, content, change=change, fields=fields)
    form = bound(request.POST, request.FILES, instance=content)
    formsets, _inlines = admin._create_formsets(request, form.instance, change)
    form.will_be_saved = False
    form.full_clean()
    for formset in formsets:
        formset.full_clean()
    return Typed(form, formsets)


def draft_of(form: PublishableForm, formsets: Sequence[FormSet]) -> Draft:
    """What the form says, from forms that were validated; it reads hardly anything.

    A field with an error counts as it was saved. A row without what it shows is left out.
    """
    content, kind = form.instance, kind_of(form.instance)
    prefetch_related_objects([content], *kind.select_related)
    by_model = {formset.model: formset for formset in formsets}
    rows = {
        children.model: _rows(children, by_model.get(children.model), content)
        for children in kind.children
    }
    return Draft(content=content, rows=rows, topics=_topics(form))


def _rows(children: Children, formset: FormSet | None, content: Publishable) -> list[Model]:
    if formset is None:
        return read_rows(children, content) if content.pk else []
    return in_order(children, [form.instance for form in formset.forms if _is_shown(formset, form)])


def in_order(children: Children, rows: list[Model]) -> list[Model]:
    """The rows as a draft holds them, with what a snapshot of them needs."""
    rows = list(rows)
    for name in reversed(children.order_by):
        rows.sort(key=lambda row: _place(row, name), reverse=name.startswith("-"))
    prefetch_related_objects(rows, *children.select_related, *children.prefetch_related)
    return rows


def _place(row: Model, name: str) -> tuple[bool, Any]:
    """New rows have no key yet, and come last."""
    value = getattr(row, name.lstrip("-"))
    return value is None, value


def _is_shown(formset: FormSet, form: Form) -> bool:
    if _is_deleted(form) or (form.instance._state.adding and not form.has_changed()):
        return False
    keys = (field for field in form.instance._meta.fields if field.is_relation and not field.null)
    return not any(key.name in form.errors for key in keys if key != formset.fk)


def _is_deleted(form: Form) -> bool:
    return bool(form.cleaned_data.get("DELETE"))


def _topics(form: PublishableForm) -> list[Topic]:
    content = form.instance
    if "topics" in form.cleaned_data:
        return list(form.cleaned_data["topics"].order_by("pk"))
    return list(content.topics.order_by("pk")) if content.pk else []


def _problems_of(form: Form, name: str = "") -> Iterator[Problem]:
    for field, messages in form.errors.items():
        if field in form.fields:
            where = ", ".join(part for part in (name, str(form[field].label)) if part)
            at = str(form[field].auto_id)
            yield from (Problem(where, str(message), at) for message in messages)
    yield from (Problem(name, str(message), "") for message in form.non_field_errors())
