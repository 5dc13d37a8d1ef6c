"""My preferences: the page on which a person sets time zone and language of the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone, translation
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from newsroom.publishing.admin.requests import staff

from .models import Preferences, preferences_of
from .time_zones import offered


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Preferences
        fields = ("time_zone", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"] = forms.ChoiceField(
            label=_("Time zone"),
            choices=self._time_zones(),
            help_text=_("Times in the desk are shown, and taken, in this zone."),
        )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"),
            required=False,
            choices=[("", _("The browser's language")), *settings.LANGUAGES],
        )

    def _time_zones(self) -> list[Any]:
        """What is offered, with UTC and the name chosen so far, which may be an old one."""
        places = {name for _region, places in offered() for name, _place in places}
        others = dict.fromkeys(["UTC", self.instance.time_zone])
        return [*((name, name) for name in others if name not in places), *offered()]


def preferences(request: HttpRequest) -> HttpResponse:
    form = PreferencesForm(request.POST or None, instance=preferences_of(staff(request)))
    if request.method == "POST" and form.is_valid():
        _tell_the_time(request, form.save())
        return redirect("preferences")
    context = {"title": _("My preferences"), "form": form}
    return TemplateResponse(request, "admin/staff/preferences.html", context)


def _tell_the_time(request: HttpRequest, chosen: Preferences) -> None:
    """In the new language, and so that a wrong zone is seen at once."""
    with translation.override(chosen.language or translation.get_language()):
        now = time_format(timezone.localtime(timezone=chosen.zone), "TIME_FORMAT")
        text = _("Saved. It is now %(now)s in %(zone)s.")
        messages.success(request, text % {"now": now, "zone": chosen.time_zone})
