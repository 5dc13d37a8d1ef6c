"""Public figures and organisations that a new site knows. Moderators take it from there."""

from django.db import migrations

from quotes.identity.first_lists import fill


def forwards(apps, schema_editor):
    fill(apps)


class Migration(migrations.Migration):
    dependencies = [("quotes", "0003_identity")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
