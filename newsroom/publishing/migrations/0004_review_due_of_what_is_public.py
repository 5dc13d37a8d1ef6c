"""Editions that opened before they knew when to be looked at again."""

import datetime as dt

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

# What articles and questions begin with; their snapshots of that time do not say.
DAYS = 180
KINDS = ("article", "question")


def fill(apps, schema_editor):
    editions = apps.get_model("publishing", "Edition").objects
    current = Q(live_until=None) | Q(live_until__gt=timezone.now())
    for edition in editions.filter(current, kind__in=KINDS, review_due=None).iterator():
        due = edition.live_from + dt.timedelta(days=DAYS)
        editions.filter(pk=edition.pk).update(review_due=due)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0003_comments_size_and_review_due")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
