import django.db.models.deletion
from django.db import migrations, models

import newsroom.images.models


def one_file_each(apps, schema_editor):
    """Each image has had one file so far, as far as anybody wrote down."""
    Image = apps.get_model("images", "Image")
    ImageFile = apps.get_model("images", "ImageFile")
    for image in Image.objects.iterator():
        ImageFile.objects.create(
            image=image, name=image.file, width=image.width, original=image.original.name
        )


class Migration(migrations.Migration):
    dependencies = [("images", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="ImageFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(db_index=True, max_length=100)),
                ("width", models.PositiveIntegerField()),
                ("original", models.FileField(storage=newsroom.images.models.private_storage, upload_to=newsroom.images.models._original_name)),
                ("has_renditions", models.BooleanField(default=False)),
                ("image", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="files", to="images.image")),
            ],
            options={"verbose_name": "file of an image", "verbose_name_plural": "files of images"},
        ),
        migrations.RunPython(one_file_each, migrations.RunPython.noop),
    ]
