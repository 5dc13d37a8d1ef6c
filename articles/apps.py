from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self) -> None:
        from newsroom.publishing.kinds import register

        from .kind import ARTICLE, AUTHOR

        register(ARTICLE)
        register(AUTHOR)
