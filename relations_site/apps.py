from django.apps import AppConfig


class RelationsSiteConfig(AppConfig):
    name = "relations_site"
    verbose_name = "Relations"
