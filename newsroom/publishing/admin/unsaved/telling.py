"""What a page is told about the others at its form, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.publishing.admin.moments import hour
from newsroom.publishing.content import Content
from newsroom.publishing.revisions import Revision


def who_is_here(users: Sequence[User]) -> str:
    """Who else has the form open; "" where nobody has."""
    if not users:
        return ""
    names = get_text_list([name_of(user) for user in users], _("and"))
    sentence = ngettext(
        "%(names)s has this open, too.", "%(names)s have this open, too.", len(users)
    )
    return sentence % {"names": names}


def what_moved(content: Content, version: int, user: User) -> str:
    """Who saved it after this version was opened; "" where nobody did."""
    if content.version == version:
        return ""
    head = Revision.objects.filter(content=content.pk).select_related("author").defer("snapshot")
    newest = head.order_by("-number").first()
    if newest is None:
        return ""
    at = hour(newest.made_at)
    if newest.author == user:
        return _("You saved this in another tab at %(at)s. Saving here shows you both.") % {
            "at": at
        }
    return _("%(who)s saved this at %(at)s. When you save, you see both.") % {
        "who": name_of(newest.author),
        "at": at,
    }


def name_of(user: User) -> str:
    return user.get_full_name() or user.get_username()
