from django.db import migrations, models


def back_to_their_images(apps, schema_editor):
    for file in apps.get_model("images", "ImageFile").objects.order_by("pk").select_related("image"):
        file.image.original = file.original.name
        file.image.save(update_fields=["original"])


class Migration(migrations.Migration):
    dependencies = [("images", "0002_files_of_images")]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, back_to_their_images),
        # For the way back: rows that are there get something at first.
        migrations.AlterField(
            model_name="image",
            name="original",
            field=models.FileField(default="", editable=False, upload_to="originals"),
        ),
        migrations.RemoveField(model_name="image", name="original"),
    ]
