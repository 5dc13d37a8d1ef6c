"""The form of every kind: it never saves over what somebody else saved meanwhile."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import UniqueConstraint
from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.content import Content, Publishable
from newsroom.publishing.revisions import Revision
from newsroom.richtext.cleaning import clean_line

from .requests import as_key

OVERWRITE = "_overwrite"
BROUGHT_BACK = "_brought_back"
CONFLICT = "conflict"
# Fields that go with every save, and are nothing of what is saved.
OF_EVERY_SAVE = ("comment", "edit_version")
# Errors that only say why nothing was saved: the page tells of them in its own way.
NO_MISTAKE = frozenset({CONFLICT, BROUGHT_BACK})


class DeletedMeanwhile(Exception):
    """Somebody deleted the content while its form was being saved."""


class SaveComment(forms.CharField):
    """What changed, in a line, for colleagues. It is no change by itself."""

    def __init__(self) -> None:
        length = Revision._meta.get_field("comment").max_length
        hint = forms.TextInput(attrs={"placeholder": _("In a line, for colleagues")})
        super().__init__(label=_("What changed"), required=False, max_length=length, widget=hint)

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class PublishableForm(forms.ModelForm):  # type: ignore[type-arg]
    """`edit_version` is the version that this person was shown.

    Where another one is stored by now, the form has an error and is in `conflict`. The button
    named OVERWRITE saves over the version that was shown beside it, and over no newer one: the
    other text stays in the history. A form that was BROUGHT_BACK is shown with what was kept of
    it, and never saved at once.
    """

    instance: Publishable
    conflict = False
    # A preview takes no lock and does not mind whose address it is.
    will_be_saved = True

    comment = SaveComment()
    edit_version = forms.IntegerField(label=_("version"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edit_version"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk and self.will_be_saved:
            self._take_the_lock()
            if self.instance.version not in (cleaned.get("edit_version"), self._seen_beside_it()):
                self._refuse()
        if BROUGHT_BACK in self.data:
            message = _("This was brought back and is not saved yet.")
            self.add_error(None, ValidationError(message, code=BROUGHT_BACK))
        return cleaned

    def _take_the_lock(self) -> None:
        """The row was read before the lock: what steps write there has to be read again."""
        locked = Content.objects.select_for_update(no_key=True).filter(pk=self.instance.pk)
        row = locked.values_list("version", "settled_at").first()
        if row is None:
            raise DeletedMeanwhile
        self.instance.version, self.instance.settled_at = row

    def _seen_beside_it(self) -> int | None:
        """The version that stood beside this text when somebody chose to save over it."""
        return as_key(self.data.get(OVERWRITE))

    def _refuse(self) -> None:
        self.conflict = True
        message = _("Somebody else saved this after you opened it. Nothing of yours is lost.")
        self.add_error(None, ValidationError(message, code=CONFLICT))

    def non_field_errors(self) -> ErrorList:
        """Without what is no mistake."""
        errors = super().non_field_errors()
        rest = [error for error in errors.as_data() if error.code not in NO_MISTAKE]
        return self.error_class(rest, error_class="nonfield", renderer=self.renderer)

    def validate_unique(self) -> None:
        """Kind and translation key are no form fields, so Django skips their constraints."""
        if not self.will_be_saved:
            return
        super().validate_unique()
        for constraint in Content._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                self._validate(constraint)

    def _validate(self, constraint: UniqueConstraint) -> None:
        try:
            constraint.validate(Content, self.instance)
        except ValidationError as error:
            shown = (name for name in ("slug", "language") if name in constraint.fields)
            field = next((name for name in shown if name in self.fields), None)
            self.add_error(field, error.messages)
