from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ManuscriptsConfig(AppConfig):
    name = "manuscripts"
    verbose_name = _("Manuscripts")

    def ready(self) -> None:
        from newsroom.publishing.rights import grant

        from . import importer, models

        grant(models.ImportedManuscript, importer.IMPORTED_MANUSCRIPTS)
