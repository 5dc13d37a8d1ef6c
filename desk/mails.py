"""Mails to staff, each in the language that the person reads the desk in."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from newsroom.publishing.admin.contents import page_url
from newsroom.publishing.audit import label_of
from newsroom.publishing.reviews import Review
from newsroom.staff.models import preferences_of


def tell_the_author(review: Review) -> None:
    """What was decided, to who wrote the revision and who submitted it."""
    if settings.MAIL_IS_SENT:
        for person in _concerned(review):
            with override(preferences_of(person).language or settings.LANGUAGE_CODE):
                _send(review, person)


def _concerned(review: Review) -> Iterable[User]:
    people = {review.revision.author, review.asked_by} - {review.decided_by}
    return sorted((who for who in people if who.is_active and who.email), key=lambda who: who.pk)


def _send(review: Review, person: User) -> None:
    content = review.revision.content
    subject = _("%(decision)s: %(title)s") % {
        "decision": review.get_decision_display(),
        "title": label_of(content),
    }
    text = render_to_string(
        "desk/decision.txt",
        {
            "review": review,
            "label": label_of(content),
            "url": f"{settings.SITE_URL}{page_url(content, 'change')}",
        },
    )
    send_mail(subject, text, None, [person.email])
