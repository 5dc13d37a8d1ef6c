from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "newsroom.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from . import checks  # noqa: F401  (registers the system checks)
        from .rights import grant_on_migrate

        post_migrate.connect(grant_on_migrate, dispatch_uid="newsroom.publishing.rights")
