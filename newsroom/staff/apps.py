from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "newsroom.staff"
    verbose_name = _("Staff")

    def ready(self) -> None:
        from . import own_changes, second_factor, sessions  # noqa: F401  (two by being there)

        own_changes.listen()
        # What staff find there; Django's own name for it is about code.
        apps.get_app_config("auth").verbose_name = _("Accounts")
