from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FaqsConfig(AppConfig):
    name = "faqs"
    verbose_name = _("Questions and answers")

    def ready(self) -> None:
        from newsroom.publishing.kinds import register

        from .kind import QUESTION

        register(QUESTION)
