"""What staff do in a browser, as requests: fill in forms, press buttons, open pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, User
from django.test import Client
from django.urls import reverse

from newsroom.publishing.content import Publishable
from newsroom.publishing.revisions import Revision
from tests.factories import recorded
from tests.pieces.models import Note, Piece, Shown


def at_the_desk(user: AbstractBaseUser) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user)
    return client


def url(content: Publishable, page: str = "change") -> str:
    return reverse(f"admin:pieces_{content.kind}_{page}", args=[content.pk])


def piece_form(piece: Piece | None = None, **fields: Any) -> dict[str, Any]:
    """What a browser posts from a piece's form: as it was opened, but for `fields`."""
    shown = list(Shown.objects.filter(piece=piece)) if piece else []
    opened = {
        "edit_version": piece.version if piece else 0,
        "title": piece.title if piece else "",
        "slug": piece.slug if piece else "",
        "language": piece.language if piece else "en",
        "original": (piece.original_id or "") if piece else "",
        "topics": [topic.pk for topic in piece.topics.all()] if piece else [],
        "text": piece.text if piece else "",
    }
    return {**opened, **rows_form(shown), **fields}


def rows_form(shown: Sequence[Shown]) -> dict[str, Any]:
    """What a browser posts for the rows of what a piece shows."""
    posted: dict[str, Any] = {"shown-TOTAL_FORMS": len(shown), "shown-INITIAL_FORMS": 0}
    for number, row in enumerate(shown):
        posted["shown-INITIAL_FORMS"] += 1 if row.pk else 0
        posted[f"shown-{number}-id"] = row.pk or ""
        posted[f"shown-{number}-piece"] = row.piece_id or ""
        posted[f"shown-{number}-part"] = row.part_id
        posted[f"shown-{number}-position"] = row.position
    return posted


def note_form(note: Note | None = None, **fields: Any) -> dict[str, Any]:
    opened = {
        "edit_version": note.version if note else 0,
        "title": note.title if note else "",
        "slug": note.slug if note else "",
        "topics": [],
        "text": note.text if note else "",
    }
    return {**opened, **fields}


def told(response: Any) -> list[str]:
    """The messages on the page that a browser sees in the end."""
    return [unescape(str(message)) for message in response.context["messages"]]


def opened(response: Any) -> dict[str, Any]:
    """What a browser would post from the form as it was opened."""
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    forms = [response.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    fields = {field.html_name: field.value() for form in forms for field in form}
    return {name: value for name, value in fields.items() if value is not None}


def saved(piece: Piece | Note, text: str, by: User) -> Revision:
    """The revision that a save with other words makes."""
    piece.text = text
    piece.save()
    return recorded(piece, by)
