from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuotesConfig(AppConfig):
    name = "quotes"
    verbose_name = _("Quotes")

    def ready(self) -> None:
        from newsroom.publishing.kinds import register

        from .identity import rights
        from .kind import EXPERT, QUOTE

        register(EXPERT)
        register(QUOTE)
        rights.grant_all()
