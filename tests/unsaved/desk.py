"""A browser with an open form, as requests: what it shows, keeps, and asks the server."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from newsroom.publishing.content import Publishable
from tests.admin_desk.desk import at_the_desk, piece_form

_numbers = count(1)


def tab_name() -> str:
    return f"tab-of-a-test-{next(_numbers)}"


def ping_url(content: Publishable) -> str:
    options = content._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_unsaved", args=[content.pk])


ADD_PIECE_PINGS = "/admin/pieces/piece/add/unsaved/"


class Browser:
    """Signed in as `user`; its pings go to `url`."""

    def __init__(self, user: User, url: str, client: Client | None = None) -> None:
        self.user, self.url = user, url
        self.client = client or at_the_desk(user)
        self.writer = {"x-writer": str(user.pk)}

    def ask(self, **query: Any) -> Any:
        return self.client.get(self.url, query, headers=self.writer)

    def say(self, **what: Any) -> Any:
        body = json.dumps(what)
        return self.client.post(
            self.url, body, content_type="application/json", headers=self.writer
        )

    def keep(self, form: dict[str, Any], tab: str, stamp: int = 1) -> Any:
        return self.say(tab=tab, stamp=str(stamp), pairs=pairs(form))

    def drop(self, tab: str) -> Any:
        return self.client.delete(f"{self.url}?tab={tab}", headers=self.writer)


def pairs(form: dict[str, Any]) -> list[list[str]]:
    return [
        [name, str(value)]
        for name, values in form.items()
        for value in (values if isinstance(values, list) else [values])
    ]


def marked(form: dict[str, Any], tab: str, stamp: int = 1) -> dict[str, Any]:
    """The form as the page's script sends it."""
    return {**form, "unsaved_tab": tab, "unsaved_stamp": str(stamp)}


__all__ = ["Browser", "marked", "pairs", "piece_form", "ping_url", "tab_name"]
