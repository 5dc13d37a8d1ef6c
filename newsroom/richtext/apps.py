from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RichtextConfig(AppConfig):
    name = "newsroom.richtext"
    verbose_name = _("rich text")
