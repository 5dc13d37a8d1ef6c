"""What people change about their own way in is audited like what admins change."""

from __future__ import annotations

from functools import partial
from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib.auth.models import User

from newsroom.publishing import audit
from newsroom.publishing.lifecycle.steps import step

ACTIONS = {
    account.password_changed: "change_password",
    account.password_set: "change_password",
    account.password_reset: "reset_password",
    mfa.authenticator_added: "add_second_factor",
    mfa.authenticator_removed: "remove_second_factor",
    mfa.authenticator_reset: "renew_recovery_codes",
}


def listen() -> None:
    for signal, action in ACTIONS.items():
        signal.connect(partial(write_down, action), weak=False, dispatch_uid=__name__)


def write_down(action: str, *, user: User, authenticator: Any = None, **kwargs: Any) -> None:
    with step([], None) as at:
        kind = authenticator.type if authenticator else ""
        audit.append(action, by=user, at=at, label=f"account: {user.get_username()}", kind=kind)
