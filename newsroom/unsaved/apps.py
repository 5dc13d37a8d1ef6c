from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UnsavedConfig(AppConfig):
    name = "newsroom.unsaved"
    verbose_name = _("Unsaved work")
