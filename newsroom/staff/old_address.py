"""The mail to the address that an account had, so that nobody's way in is moved unnoticed."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import override

from .models import preferences_of


def tell_old_address(address: str, *, user: User, by: User) -> None:
    """In the language in which the person reads the desk; nothing where there is no mail."""
    if settings.MAIL_IS_SENT and address:
        with override(preferences_of(user).language or settings.LANGUAGE_CODE):
            send_mail(_("Your address was changed"), _text(user, by), None, [address])


def _text(user: User, by: User) -> str:
    text = _(
        "%(by)s has changed the e-mail address of your account %(name)s at %(site)s."
        " Links for a new password no longer come here.\n\n"
        "If you did not expect this, speak to an admin at once."
    )
    return text % {
        "by": by.get_full_name() or by.get_username(),
        "name": user.get_username(),
        "site": settings.SITE_URL,
    }
