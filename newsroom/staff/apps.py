from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "newsroom.staff"
    verbose_name = _("Staff")

    def ready(self) -> None:
        from . import second_factor, sessions  # noqa: F401  (both listen to sign-ins)
