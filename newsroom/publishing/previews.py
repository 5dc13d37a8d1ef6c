"""Addresses of previews: signed, expiring, good for one revision and nothing else."""

from __future__ import annotations

import datetime as dt

from django.core import signing
from django.urls import reverse

from .revisions import Revision

VALID_FOR = dt.timedelta(days=7)
_SALT = "newsroom.publishing.preview"


class BadTokenError(Exception):
    """The token was not made here, has expired, or its revision has no text any more."""


def preview_url(revision: Revision) -> str:
    return reverse("preview", args=[signing.dumps(revision.pk, salt=_SALT)])


def revision_for(token: str) -> Revision:
    try:
        pk = signing.loads(token, salt=_SALT, max_age=VALID_FOR)
    except signing.BadSignature as error:
        raise BadTokenError from error
    revision = Revision.objects.select_related("content").filter(pk=pk, erased_at=None).first()
    if revision is None:
        raise BadTokenError
    return revision
