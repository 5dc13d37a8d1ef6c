from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TimelineConfig(AppConfig):
    name = "timeline"
    verbose_name = _("Timeline")

    def ready(self) -> None:
        from newsroom.publishing.kinds import register
        from newsroom.publishing.reviews_due import hasten

        from .kind import EVENT
        from .plans import live_plans

        register(EVENT)
        hasten(live_plans)
