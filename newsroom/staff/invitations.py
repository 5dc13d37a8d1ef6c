"""The mail with which a new member of staff comes in."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from .accounts import link_for_new_password


def invite(user: User, *, by: User) -> bool:
    """Mail the link for a first password; False where there is no mail or no address."""
    if not (settings.MAIL_IS_SENT and user.email):
        return False
    link = link_for_new_password(user=user, by=by)
    text = _(
        "%(by)s has made an account for you at %(site)s. Your name there is %(name)s.\n\n"
        "Choose a password within three days:\n%(link)s"
    )
    told = {
        "by": by.get_full_name() or by.get_username(),
        "site": settings.SITE_URL,
        "name": user.get_username(),
        "link": link,
    }
    user.email_user(_("Your account"), text % told)
    return True
