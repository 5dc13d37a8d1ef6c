"""The steps in the life of an account: by admins alone, and audited like those of a content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, User
from django.contrib.auth.tokens import default_token_generator
from django.utils.translation import gettext as _

from newsroom.publishing import audit
from newsroom.publishing.lifecycle.steps import step
from newsroom.publishing.refusals import Impossible, NotAllowed

from .adapters import password_link
from .old_address import tell_old_address
from .sessions import end_sessions


def save_account(
    *, user: User, roles: Iterable[Group], by: User, at: dt.datetime | None = None
) -> User:
    """Save a new or changed account. Whoever may no longer come in is out at once."""
    with _step_of_an_admin(by, on=user, at=at) as at:
        refuse_to_lock_oneself_out(user, by)
        had = User.objects.filter(pk=user.pk).values_list("email", flat=True).first()
        _write(user, roles)
        details: dict[str, Any] = {"admin": user.is_superuser, "active": user.is_active}
        details["roles"] = sorted(group.name for group in roles)
        if had is not None and had != user.email:
            details["email_changed"] = True
            tell_old_address(had, user=user, by=by)
        action = "add_account" if had is None else "change_account"
        audit.append(action, by=by, at=at, label=_label(user), **details)
    return user


def _write(user: User, roles: Iterable[Group]) -> None:
    user.is_staff = True
    if not user.password:
        user.set_unusable_password()
    user.save()
    user.groups.set(roles)
    if not user.is_active:
        end_sessions(user)


def reset_second_factor(*, user: User, by: User, at: dt.datetime | None = None) -> None:
    """Forget the devices and codes of somebody who lost them, and end their sessions."""
    with _step_of_an_admin(by, on=user, at=at) as at:
        factors = Authenticator.objects.filter(user=user)
        types = sorted(factors.values_list("type", flat=True))
        factors.delete()
        end_sessions(user)
        audit.append("reset_second_factor", by=by, at=at, label=_label(user), had=types)


def link_for_new_password(*, user: User, by: User, at: dt.datetime | None = None) -> str:
    """An address at which the person chooses a password: once, and within three days."""
    if not user.is_active:
        raise Impossible(_("This account is not active."))
    with _step_of_an_admin(by, on=user, at=at) as at:
        audit.append("give_password_link", by=by, at=at, label=_label(user))
    token = default_token_generator.make_token(user)
    return password_link(f"{user_pk_to_url_str(user)}-{token}")


def refuse_to_lock_oneself_out(user: User, by: User) -> None:
    """So there is always an admin left: the one who acts."""
    if user.pk == by.pk and not (user.is_active and user.is_superuser):
        raise Impossible(_("You cannot take your own rights away. Ask another admin."))


@contextmanager
def _step_of_an_admin(by: User, *, on: User, at: dt.datetime | None) -> Iterator[dt.datetime]:
    """A step with both accounts locked: two admins cannot depose each other at once."""
    with step([], at) as at:
        both = User.objects.filter(pk__in=[by.pk, on.pk]).order_by("pk")
        locked = {user.pk: user for user in both.select_for_update(no_key=True)}
        admin = locked.get(by.pk)
        if not (admin and admin.is_active and admin.is_superuser):
            raise NotAllowed(_("Only an admin looks after accounts. Ask one."))
        yield at


def _label(user: User) -> str:
    return f"account: {user.get_username()}"
