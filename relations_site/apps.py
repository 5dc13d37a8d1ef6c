from django.apps import AppConfig


class RelationsSiteConfig(AppConfig):
    name = "relations_site"
    verbose_name = "Relations"

    def ready(self) -> None:
        from relations_site import checks  # noqa: F401  (registers the system checks)
