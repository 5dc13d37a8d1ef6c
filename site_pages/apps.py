from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SitePagesConfig(AppConfig):
    name = "site_pages"
    verbose_name = _("Site pages")

    def ready(self) -> None:
        from newsroom.publishing.kinds import register

        from .kind import FRONT_PAGE, IDENTITY, PAGE

        for kind in (FRONT_PAGE, IDENTITY, PAGE):
            register(kind)
