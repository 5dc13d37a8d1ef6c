"""The form in which an admin makes or changes an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.publishing.refusals import Refused
from newsroom.publishing.rights import Role
from newsroom.richtext.cleaning import clean_text

from .accounts import refuse_to_lock_oneself_out


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    by: User  # the admin who fills it in
    late: bool  # they had to prove that it is them between sending it and now

    class Meta:
        model = User
        fields = (
            "username",
            "first_name",
            "last_name",
            "email",
            "groups",
            "is_superuser",
            "is_active",
        )
        labels = {
            "groups": gettext_lazy("Roles"),
            "is_superuser": gettext_lazy("Admin"),
        }
        help_texts = {
            "username": gettext_lazy("For signing in, and in the history of what is written."),
            "email": gettext_lazy("For signing in as well, and for a link to a new password."),
            "groups": "",
            "is_superuser": gettext_lazy("May do everything, and looks after accounts."),
            "is_active": gettext_lazy(
                "Accounts are not deleted, since what they wrote stays. Who is not active is"
                " signed out and cannot sign in."
            ),
        }
        widgets = {"groups": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles: Any = self.fields["groups"]
        roles.queryset = Group.objects.filter(name__in=Role)
        roles.label_from_instance = lambda group: Role(group.name).label

    def clean_username(self) -> str:
        return self._unlike_others("username", _("Somebody has this name already."))

    def clean_email(self) -> str:
        return self._unlike_others("email", _("Somebody has this address already."))

    def clean_first_name(self) -> str:
        return clean_text(self.cleaned_data["first_name"])

    def clean_last_name(self) -> str:
        return clean_text(self.cleaned_data["last_name"])

    def clean(self) -> None:
        super().clean()
        if self.late:
            raise forms.ValidationError(
                _("Not saved yet: this came after a long while. Look at it once more, then save.")
            )

    def _unlike_others(self, field: str, refusal: str) -> str:
        """Names and addresses open the same door, in capitals or not."""
        given = str(self.cleaned_data[field])
        others = User.objects.exclude(pk=self.instance.pk)
        if given and others.filter(**{f"{field}__iexact": given}).exists():
            raise forms.ValidationError(refusal)
        return given

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        try:
            refuse_to_lock_oneself_out(self.instance, self.by)
        except Refused as refusal:
            self.add_error(None, str(refusal))
