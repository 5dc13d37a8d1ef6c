"""Addresses claimed by editions, and given back by those that never opened."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from newsroom.publishing.addresses import Address, languages_claimed
from newsroom.publishing.editions import Edition
from newsroom.publishing.refusals import Impossible


def claim(edition: Edition) -> None:
    """Claim the edition's path. Two contents can race for it: the database decides."""
    if not edition.path:
        return
    try:
        with transaction.atomic():
            for language in languages_claimed(edition.language):
                _claim(edition, language)
    except IntegrityError as error:
        raise Impossible(_("Another piece has just taken this address.")) from error


def _claim(edition: Edition, language: str) -> None:
    own = Address.objects.filter(
        path=edition.path, language=language, content=edition.content_id
    ).exists()
    if not own:
        Address.objects.create(path=edition.path, language=language, content_id=edition.content_id)


def release_unused(content_id: int) -> None:
    """Give back addresses at which nothing of the content was or will be public."""
    shown = Edition.objects.filter(content=content_id).values_list("path", flat=True)
    Address.objects.filter(content=content_id).exclude(path__in=list(shown)).delete()
