"""What can be begun or opened from anywhere at the desk, as far as this person may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.publishing.content import Publishable
from newsroom.publishing.rights import Right, may
from quotes.models import Quote
from quotes.queue.addresses import queue_url

AppList = Sequence[dict[str, Any]]
"""What Django's admin says of apps and models: only what the person may see, and do."""


@dataclass(frozen=True)
class Action:
    """A page to go to; or, with `form`, the form on every page that does it."""

    label: str
    url: str = ""
    form: str = ""


def actions(request: HttpRequest, apps: AppList) -> Iterator[Action]:
    """What is done most comes first."""
    yield from new_contents(apps)
    yield from _other_beginnings(apps)
    yield Action(_("The desk"), reverse("admin:index"))
    if may(request.user, Right.DECIDE, Quote):
        yield Action(_("Moderation queue"), queue_url())
    yield Action(_("Calendar"), reverse("calendar"))
    yield from _lists(apps)
    yield Action(_("View site"), "/")
    yield Action(_("My account"), reverse("preferences"))
    yield Action(_("Second factor"), reverse("mfa_index"))
    yield Action(_("Change password"), reverse("account_change_password"))
    yield Action(_("Log out"), form="logout-form")


def new_contents(apps: AppList) -> Iterator[Action]:
    for model in _models(apps):
        if model["add_url"] and issubclass(model["model"], Publishable):
            yield _beginning(model)


def _other_beginnings(apps: AppList) -> Iterator[Action]:
    for model in _models(apps):
        if model["add_url"] and not issubclass(model["model"], Publishable):
            yield _beginning(model)


def _beginning(model: dict[str, Any]) -> Action:
    """An admin whose `add_label` is another one is not begun but imported, or sent."""
    model_admin = admin.site.get_model_admin(model["model"])
    named = _("New %(what)s") % {"what": model["model"]._meta.verbose_name}
    return Action(str(getattr(model_admin, "add_label", named)), model["add_url"])


def _lists(apps: AppList) -> Iterator[Action]:
    for model in _models(apps):
        if model["admin_url"]:
            yield Action(capfirst(str(model["name"])), model["admin_url"])


def _models(apps: AppList) -> Iterator[dict[str, Any]]:
    for app in apps:
        yield from app["models"]
