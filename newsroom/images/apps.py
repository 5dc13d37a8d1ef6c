from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImagesConfig(AppConfig):
    name = "newsroom.images"
    verbose_name = _("Images")

    def ready(self) -> None:
        from newsroom.publishing.attachments import register_attachment
        from newsroom.publishing.rights import grant

        from . import models, rights

        register_attachment("image", models.use_images)
        for model in (models.Image, models.ImageText):
            grant(model, rights.IMAGES)
