from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "newsroom.publishing"
    verbose_name = _("Publishing")

    def ready(self) -> None:
        from . import checks  # noqa: F401  (registers the system checks)
        from .rights import READ, WRITE_ALL, Role, grant, grant_on_migrate
        from .topics import Topic

        grant(Topic, {Role.EDITOR: WRITE_ALL, Role.WRITER: READ, Role.MODERATOR: READ})
        post_migrate.connect(grant_on_migrate, dispatch_uid="newsroom.publishing.rights")
