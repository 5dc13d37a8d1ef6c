from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "newsroom.search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from newsroom.publishing.upkeep import recorded

        from .upkeep import index_draft

        recorded.connect(index_draft)
