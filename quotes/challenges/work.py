"""What waits at the desk of those who decide on quotes: what readers say is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsroom.publishing.admin.work import Sort, WorkItem, WorkList, item_about

from .models import Challenge, ChallengeState


def challenges(user: User) -> Iterator[WorkList]:
    """Those about words that somebody else wrote."""
    waiting = Challenge.objects.filter(state=ChallengeState.NEW)
    waiting = waiting.exclude(edition__revision__author=user).order_by("made_at", "pk")
    rows = waiting.select_related("edition__content")
    yield WorkList("challenges", _("Challenged by readers"), Sort.AWAITED, rows, _of_challenge)


def _of_challenge(challenge: Any) -> WorkItem:
    about = item_about(
        challenge.edition.content,
        "change",
        at=challenge.made_at,
        who=challenge.get_objection_display(),
        said=challenge.explanation,
    )
    return replace(about, url=reverse("admin:quotes_challenge_change", args=[challenge.pk]))
