"""Who imports: the rights it takes, and the system user for when nobody is named."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext as _

from articles.models import Article, Author
from faqs.models import Question
from manuscripts.models import ImportedManuscript
from newsroom.publishing.refusals import NotAllowed
from newsroom.publishing.rights import READ, Right, Rights, Role, may
from promos.models import Promo
from quotes.models import Expert, Quote
from site_pages.models import Identity
from timeline.models import Event

USERNAME = "manuscript-import"

# What a manuscript can become, beside the site's identity.
DRAFTED: list[type[models.Model]] = [Article, Author, Event, Expert, Promo, Question, Quote]
IMPORTED_MANUSCRIPTS: Rights = {
    Role.WRITER: READ | {Right.ADD},
    Role.EDITOR: READ | {Right.ADD},
    Role.MODERATOR: READ,
}


def may_import(user: Any) -> bool:
    """Whether `user` may write all that a manuscript can become.

    The site's identity is the exception: without the right to that, the follow line is left over.
    """
    return all(may(user, Right.ADD, model) for model in [ImportedManuscript, *DRAFTED])


def require_rights(by: User) -> None:
    """Raises NotAllowed where `by` may not import manuscripts."""
    if not may_import(by):
        raise NotAllowed(_("You have no right to import manuscripts. Ask an editor."))


def importer() -> User:
    """The system user whose drafts these are where nobody is named.

    It cannot sign in: it has no password, and no way to be given one by mail.
    """
    user, made = User.objects.get_or_create(username=USERNAME)
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    user.user_permissions.set(_permissions())
    return user


def _permissions() -> models.QuerySet[Permission]:
    """To write drafts, and no more."""
    drafted = [*DRAFTED, Identity]
    types = ContentType.objects.get_for_models(*drafted).values()
    rights = Right.VIEW, Right.ADD, Right.WRITE
    names = [f"{right}_{model._meta.model_name}" for model in drafted for right in rights]
    return Permission.objects.filter(content_type__in=types, codename__in=names)
