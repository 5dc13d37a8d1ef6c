"""What the pickers of one form have chosen, fetched together: one query for each model."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from newsroom.publishing.admin.requests import as_key

from .choices import Choice, Pickable


@dataclass(frozen=True)
class Card:
    """What was chosen, as a form shows it, and the page it leads to."""

    choice: Choice
    url: str


class Shelf:
    """Everything of one model that this request's pickers hold.

    Formsets say what they `expect` to be asked for; the first question fetches all of it.
    Somebody who may not view the model finds the shelf empty.
    """

    def __init__(self, model_admin: Pickable, request: HttpRequest) -> None:
        self._admin, self._request = model_admin, request
        self._expected: list[Callable[[], Iterable[Any]]] = []
        self._found: dict[int, Model | None] = {}
        self._cards: dict[int, Card] = {}

    @property
    def model_labels(self) -> tuple[str, str]:
        """What one of these is called, and several."""
        return str(self._admin.opts.verbose_name), str(self._admin.opts.verbose_name_plural)

    def expect(self, values: Callable[[], Iterable[Any]]) -> None:
        self._expected.append(values)

    def get(self, value: Any) -> Model | None:
        key = as_key(value)
        if key is None:
            return None
        if key not in self._found:
            self._fetch(key)
        return self._found[key]

    def card(self, value: Any) -> Card | None:
        """Made once for each thing, however many rows show it."""
        found = self.get(value)
        if found is None:
            return None
        if found.pk not in self._cards:
            self._cards[found.pk] = Card(self._admin.choice(found), self._admin.change_url(found))
        return self._cards[found.pk]

    def cards(self, values: Collection[Any]) -> list[tuple[Any, Card]]:
        """Of those that are there, in one query."""
        self.expect(lambda: values)
        return [(value, card) for value in values if (card := self.card(value))]

    def _fetch(self, key: int) -> None:
        values = [value for expected in self._expected for value in expected()]
        self._expected.clear()
        keys = {key, *filter(None, map(as_key, values))} - self._found.keys()
        found = self._visible().in_bulk(keys)
        self._found |= {key: found.get(key) for key in keys}

    def _visible(self) -> Any:
        choices = self._admin.choices(self._request)
        may_view = self._admin.has_view_permission(self._request)
        return choices if may_view else choices.none()


def shelf_of(request: HttpRequest, model_admin: Pickable) -> Shelf:
    """The one that all pickers of this model share while the request is answered.

    It lies on the request, and goes with it: a shelf holds on to its request.
    """
    shelves: dict[Pickable, Shelf] = vars(request).setdefault("shelves", {})
    return shelves.setdefault(model_admin, Shelf(model_admin, request))
