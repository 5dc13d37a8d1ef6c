from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Desk")

    def ready(self) -> None:
        from newsroom.publishing.news import hear_decisions

        from .mails import tell_the_author

        hear_decisions(tell_the_author)
