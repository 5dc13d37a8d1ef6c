"""On PostgreSQL the database itself refuses two editions of a content at one moment.

Not in Meta.constraints: SQLite has nothing like it, and there the lifecycle's one writer at a
time and the unique constraints must do.
"""

from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations

EXCLUDE = """
ALTER TABLE publishing_edition ADD CONSTRAINT publishing_editions_never_overlap
EXCLUDE USING gist (content_id WITH =, tstzrange(live_from, live_until) WITH &&)
"""
DROP = "ALTER TABLE publishing_edition DROP CONSTRAINT publishing_editions_never_overlap"


def on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql)

    return run


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]

    operations = [
        BtreeGistExtension(),
        migrations.RunPython(on_postgresql(EXCLUDE), on_postgresql(DROP)),
    ]
