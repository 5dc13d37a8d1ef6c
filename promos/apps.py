from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PromosConfig(AppConfig):
    name = "promos"
    verbose_name = _("Promos")

    def ready(self) -> None:
        from newsroom.publishing.kinds import register

        from .kind import PROMO

        register(PROMO)
