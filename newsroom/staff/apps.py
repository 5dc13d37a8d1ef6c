from django.apps import AppConfig
from django.contrib.auth.apps import AuthConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    default = True
    name = "newsroom.staff"
    verbose_name = _("Staff")

    def ready(self) -> None:
        from . import own_changes, second_factor, sessions  # noqa: F401  (two by being there)

        own_changes.listen()


class AccountsConfig(AuthConfig):
    """Django's, under a name that says to staff what is there."""

    verbose_name = _("Accounts")
