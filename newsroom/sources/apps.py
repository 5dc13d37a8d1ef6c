from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SourcesConfig(AppConfig):
    name = "newsroom.sources"
    verbose_name = _("Sources")

    def ready(self) -> None:
        from newsroom.publishing.attachments import register_attachment
        from newsroom.publishing.rights import grant

        from . import models, rights

        register_attachment("source", models.cite)
        grant(models.Source, rights.SOURCES)
