"""What publishing itself offers to the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from django.contrib.auth.models import User

from .comments import comments
from .drafts import drafts
from .editions import editions
from .lists import WorkList
from .reviews import reviews


def publishing_work(
    user: User, at: dt.datetime, *, decided_elsewhere: Collection[str] = ()
) -> Iterator[WorkList]:
    """Decisions on kinds that an app lists itself are `decided_elsewhere`."""
    yield from reviews(user, at, elsewhere=decided_elsewhere)
    yield from comments(user, at)
    yield from drafts(user, at)
    yield from editions(user, at)
