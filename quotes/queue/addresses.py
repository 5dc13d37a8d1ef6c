"""Where quotes are decided on."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from newsroom.publishing.reviews import Review


def queue_url(review: Review | None = None) -> str:
    """The queue, which gives the next one; or this one in it."""
    if review is None:
        return reverse("admin:quotes_queue")
    return reverse("admin:quotes_queue_one", args=[review.pk])


def back_to_queue(posted: Any, waiting: Review | None) -> str:
    """For steps that begin at a quote in the queue; "" for those that began elsewhere."""
    return queue_url(waiting) if waiting and "queue" in posted else ""
