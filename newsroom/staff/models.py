from __future__ import annotations

import zoneinfo

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils.translation import gettext_lazy as _

from .time_zones import refuse_unknown, site_time_zone


class Preferences(models.Model):
    """How one person wants the desk; whoever chose nothing has no row."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="preferences",
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        default=site_time_zone,
        validators=[refuse_unknown],
    )
    language = models.CharField(
        _("language"), max_length=12, choices=settings.LANGUAGES, blank=True
    )

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.user)

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The site's own where the machine no longer knows the chosen one."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo(site_time_zone())


def preferences_of(user: User) -> Preferences:
    """What the person chose, or what holds for those who chose nothing."""
    try:
        return user.preferences
    except Preferences.DoesNotExist:
        return Preferences(user=user)
