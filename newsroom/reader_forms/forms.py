"""The form of a reader: what it checks beside its fields, and how it stands again when refused."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.richtext.cleaning import clean_text
from newsroom.richtext.fields import validate_safe_url

from . import limits, tokens
from .tokens import Age


class CleanText(forms.CharField):
    """Plain text, measured after it is cleaned: browsers send two characters for a line end."""

    def to_python(self, value: Any) -> Any:
        return clean_text(super().to_python(value) or "")


class WebAddress(forms.URLField):
    """The address of a web page. Nothing here ever asks for that page."""

    default_validators = [*forms.URLField.default_validators, validate_safe_url]

    def __init__(self, **kwargs: Any) -> None:
        # As text: browsers would insist on a scheme, which is added here.
        widget = forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"})
        super().__init__(
            **{"assume_scheme": "https", "max_length": 2000, "widget": widget, **kwargs}
        )


class ReaderForm(forms.Form):
    """Made by `reader_form` from what was sent; `per_hour` is what one address may send of it."""

    per_hour = 5

    token = forms.CharField(widget=forms.HiddenInput, required=False)
    # Machines that fill in whatever they find fill in this.
    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, request: HttpRequest) -> None:
        sent = request.POST if request.method == "POST" else None
        super().__init__(sent, initial={"token": tokens.make(request.path)}, label_suffix="")
        self.status = HTTPStatus.OK
        self._request = request

    def is_accepted(self) -> bool:
        """Whether it was sent and may be kept. To be asked once, right before it is kept."""
        if not self.is_bound:
            return False
        if not self.is_valid():
            self._stand_again(HTTPStatus.UNPROCESSABLE_ENTITY)
            return False
        return self._is_first() and self._is_within_limits()

    def refuse(self, why: str, status: HTTPStatus) -> None:
        """Show it again, with all that was typed, and with a new token: this one is used up."""
        self.add_error(None, why)
        self._stand_again(status, token=tokens.make(self._request.path))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("website"):
            raise ValidationError(_("One field has to stay empty, and was not. Send it again."))
        self._check_token(data.get("token", ""))
        return data

    def _check_token(self, token: str) -> None:
        age = tokens.age_of(token, self._request.path)
        if age == Age.TOO_YOUNG:
            raise ValidationError(_("That was very quick. Wait a moment, then send it again."))
        if age == Age.STALE:
            self._stand_again(self.status, token=tokens.make(self._request.path))
            raise ValidationError(_("This page was open for too long. Send it again, please."))

    def _is_first(self) -> bool:
        if tokens.use_up(self.cleaned_data["token"]):
            return True
        why = _("We have this already. To send it once more, or with changes, send it again.")
        self.refuse(why, HTTPStatus.CONFLICT)
        return False

    def _is_within_limits(self) -> bool:
        sender = limits.sender_of(self._request)
        if limits.take_place(type(self).__name__, sender, self.per_hour):
            return True
        why = _("A lot was sent from your address within the hour. Send it again later, please.")
        self.refuse(why, HTTPStatus.TOO_MANY_REQUESTS)
        return False

    def _stand_again(self, status: HTTPStatus, **changed: str) -> None:
        self.status = status
        self.data = {**{name: self.data[name] for name in self.data}, "website": "", **changed}
