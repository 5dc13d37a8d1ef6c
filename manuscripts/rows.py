"""Rows that are checked before they are saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

M = TypeVar("M", bound=models.Model)


def save_row(row: M) -> M:
    """Save what `full_clean` finds nothing wrong with.

    Raises ValidationError otherwise, its messages with the thing and the field before them.
    """
    try:
        row.full_clean()
    except ValidationError as error:
        raise ValidationError(list(_named_messages(row, error))) from error
    row.save()
    return row


def _named_messages(row: models.Model, error: ValidationError) -> Iterator[str]:
    thing = capfirst(str(row._meta.verbose_name))
    for name, messages in error.message_dict.items():
        field = "" if name == NON_FIELD_ERRORS else str(row._meta.get_field(name).verbose_name)
        place = f"{thing}, {field}" if field else thing
        beginning = Truncator(row).chars(60)
        for message in messages:
            yield _("%(place)s (“%(beginning)s”): %(message)s") % {
                "place": place,
                "beginning": beginning,
                "message": message,
            }
