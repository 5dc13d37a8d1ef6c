"""A reader in a browser who says what is wrong with a quote."""

from __future__ import annotations

import re
from typing import Any

import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from newsroom.publishing.editions import Edition
from newsroom.reader_forms import tokens

SAID = {"objection": "misquoted", "explanation": "She said “win”, not “lose”."}
_TOKEN = re.compile(r'name="token" value="([^"]+)"')


def form_of(edition: Edition, language: str = "en") -> str:
    return f"/{language}{edition.path}challenge/"


def token_in(answer: HttpResponse) -> str:
    found = _TOKEN.search(answer.content.decode())
    assert found
    return found[1]


def opened(address: str, seconds_ago: float = 60) -> str:
    """The token of a form that was opened so long ago."""
    now = timezone.now().timestamp()
    with time_machine.travel(now - seconds_ago, tick=False):
        return tokens.make(address)


def send(client: Client, address: str, *, token: str | None = None, **more: Any) -> Any:
    """As a browser sends it; headers are what is written in capitals."""
    meta = {name: more.pop(name) for name in list(more) if name.isupper()}
    meta = {"HTTP_ORIGIN": "http://testserver", **meta}
    token = opened(address) if token is None else token
    return client.post(address, {**SAID, "token": token, "website": "", **more}, **meta)
