"""The list of open sessions, so that their owner can see and end them."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0009_temporary_passwords_lapse"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stamp", models.CharField(max_length=64, verbose_name="cap")),
                ("device", models.CharField(max_length=60, verbose_name="perangkat")),
                ("address", models.GenericIPAddressField(verbose_name="alamat jaringan")),
                ("begun", models.DateTimeField(default=django.utils.timezone.now, verbose_name="dimulai")),
                ("seen", models.DateTimeField(default=django.utils.timezone.now, verbose_name="terakhir dipakai")),
                ("stays", models.BooleanField(default=False, verbose_name="tetap masuk")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="open_sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sesi",
                "verbose_name_plural": "sesi",
            },
        ),
    ]
