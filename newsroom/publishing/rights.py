"""Who may do what: each kind declares its row of the table, groups follow on migrate."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .content import Content
from .kinds import all_kinds, kind_of
from .refusals import NotAllowed
from .revisions import Revision


class Role(StrEnum):
    """The groups of staff. Admins are superusers and need no group."""

    WRITER = "Writer"
    EDITOR = "Editor"
    MODERATOR = "Moderator"

    @property
    def label(self) -> str:
        """What staff call it, in their language; the group keeps its one name."""
        return str(_NAMES[self])


_NAMES = {
    Role.WRITER: gettext_lazy("Writer"),
    Role.EDITOR: gettext_lazy("Editor"),
    Role.MODERATOR: gettext_lazy("Moderator"),
}


class Right(StrEnum):
    """What can be done with a content; each is a permission on its kind's model."""

    VIEW = "view"
    ADD = "add"
    WRITE = "change"
    WRITE_OTHERS = "change_others"
    DELETE = "delete"
    SUBMIT = "submit"
    DECIDE = "decide"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


Rights = Mapping[Role, frozenset[Right]]

READ = frozenset({Right.VIEW})
WRITE_OWN = READ | {Right.ADD, Right.WRITE, Right.SUBMIT, Right.DELETE}
WRITE_ALL = WRITE_OWN | {Right.WRITE_OTHERS}
RUN = WRITE_ALL | {Right.DECIDE, Right.PUBLISH, Right.WITHDRAW}

# The rows of the design's table.
EDITORS_RUN: Rights = {
    Role.WRITER: WRITE_OWN,
    Role.EDITOR: RUN,
    Role.MODERATOR: READ,
}
MODERATORS_DECIDE: Rights = {
    Role.WRITER: WRITE_OWN,
    Role.EDITOR: WRITE_ALL | {Right.PUBLISH},
    Role.MODERATOR: RUN,
}
EDITORS_ONLY: Rights = {
    Role.WRITER: READ,
    Role.EDITOR: RUN,
    Role.MODERATOR: READ,
}

_tools: dict[type[models.Model], Rights] = {}


def grant(model: type[models.Model], rights: Rights) -> None:
    """The row of a model that is no content: a topic, a source, an image."""
    _tools[model] = rights


def _codename(model: type[models.Model], right: Right) -> str:
    return f"{model._meta.app_label}.{right}_{model._meta.model_name}"


def may(user: Any, right: Right, model: type[models.Model]) -> bool:
    return bool(user.is_active and user.has_perm(_codename(model, right)))


def may_write(user: Any, content: Content) -> bool:
    """Others' drafts are open to those who may write others', one's own to writers."""
    model = kind_of(content).model
    if not may(user, Right.WRITE, model):
        return False
    return may(user, Right.WRITE_OTHERS, model) or _began(user, content)


def kinds_with(user: Any, right: Right) -> list[str]:
    """The names of the kinds with which this person may do this."""
    return [kind.name for kind in all_kinds() if may(user, right, kind.model)]


def writable(user: Any, *, kind: str = "kind", content: str = "pk") -> Q:
    """The twin, for the database, of `may_write`: of contents, or of rows that name one."""
    own, others = (kinds_with(user, right) for right in (Right.WRITE, Right.WRITE_OTHERS))
    first = Revision.objects.filter(content=OuterRef(content), number=1).exclude(author=user)
    all_of_them = Q(**{f"{kind}__in": [name for name in own if name in others]})
    return all_of_them | (Q(**{f"{kind}__in": own}) & Q(~Exists(first)))


def _began(user: Any, content: Content) -> bool:
    first = Revision.objects.filter(content_id=content.pk, number=1).only("author").first()
    return first is None or first.author_id == user.pk


def require(user: Any, right: Right, content: Content) -> None:
    """Raises NotAllowed, in words, where `user` may not."""
    if not may(user, right, kind_of(content).model):
        raise NotAllowed(_("You have no right to do this. Ask an editor or a moderator."))


def require_writing(user: Any, content: Content) -> None:
    if not may_write(user, content):
        raise NotAllowed(_("This draft belongs to somebody else. Ask an editor to change it."))


def require_admin(user: Any) -> None:
    if not (user.is_active and user.is_superuser):
        raise NotAllowed(_("Only an admin may erase text. Ask one."))


def grant_on_migrate(sender: AppConfig, **kwargs: Any) -> None:
    """Give each group exactly its rights on the models of the app just migrated."""
    # Django makes permissions in this same signal, perhaps after us.
    create_permissions(sender, verbosity=0)
    kinds: dict[type[models.Model], Rights] = {kind.model: kind.rights for kind in all_kinds()}
    for model, rights in (kinds | _tools).items():
        if model._meta.app_config == sender:
            for role in Role:
                _set(Group.objects.get_or_create(name=role)[0], model, rights.get(role, READ))


def _set(group: Group, model: type[models.Model], rights: frozenset[Right]) -> None:
    everything = Permission.objects.filter(content_type=ContentType.objects.get_for_model(model))
    wanted = everything.filter(codename__in=[f"{r}_{model._meta.model_name}" for r in rights])
    group.permissions.remove(*everything.exclude(pk__in=wanted))
    group.permissions.add(*wanted)
