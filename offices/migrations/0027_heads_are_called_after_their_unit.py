from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def keep_the_word(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The portal's word was that of offices with subbagian: those that have units go on with it."""
    offices = apps.get_model("offices", "Office").objects.filter(head_called="", units__isnull=False)
    office_ids = list(offices.values_list("pk", flat=True).distinct())
    apps.get_model("offices", "Office").objects.filter(pk__in=office_ids).update(head_called="Kepala Subbagian")


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0026_offices_have_their_words_for_roles"),
    ]

    operations = [
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(
                choices=[
                    ("staff", "Operator"),
                    ("head", "Kepala Unit"),
                    ("admin", "Admin"),
                    ("secretary", "Sekretaris"),
                    ("supervisor", "Pemantau"),
                ],
                max_length=10,
                verbose_name="peran",
            ),
        ),
        migrations.RunPython(keep_the_word, migrations.RunPython.noop),
    ]
