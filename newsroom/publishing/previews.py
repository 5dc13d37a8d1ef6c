"""Addresses of previews: signed, expiring, good for one revision and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from .revisions import Revision

VALID_FOR = dt.timedelta(days=7)
_SALT = "newsroom.publishing.preview"


class BadTokenError(Exception):
    """The token was not made here, has expired, or its revision has no text any more."""


@dataclass(frozen=True)
class SharedLink:
    """The whole address of a preview, for somebody without an account, until it expires."""

    url: str
    revision: Revision
    expires: dt.datetime


def shared_link(revision: Revision) -> SharedLink:
    url = f"{settings.SITE_URL}{preview_url(revision)}"
    return SharedLink(url, revision, expires=timezone.now() + VALID_FOR)


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
