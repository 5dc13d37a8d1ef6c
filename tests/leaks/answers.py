"""What the site answers at an address: all of it, headers included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from django.test import Client

from .markers import words_in

# Of forms, whose pages nobody stores: each has another.
_TOKEN = re.compile(r'(?<=name="token" value=")[^"]+')


@dataclass(frozen=True)
class Answer:
    address: str
    method: str
    status: int
    headers: dict[str, str]
    body: str

    @property
    def words(self) -> frozenset[str]:
        """The marker words in it."""
        return words_in(unquote("\n".join([*self.headers.values(), self.body])))


def ask(client: Client, address: str, method: str = "GET") -> Answer:
    answer = client.generic(method, address)
    body = b"".join(answer) if answer.streaming else answer.content
    text = _TOKEN.sub("", body.decode())
    return Answer(address, method, answer.status_code, dict(answer.headers), text)
