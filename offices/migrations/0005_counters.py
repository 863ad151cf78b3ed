"""Counters of what was done how often, apart from the cache, which anybody can fill."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0004_number_and_size"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64, unique=True, verbose_name="kunci")),
                ("count", models.PositiveIntegerField(verbose_name="jumlah")),
                ("ends_at", models.DateTimeField(db_index=True, verbose_name="berakhir pada")),
            ],
            options={
                "verbose_name": "penghitung",
                "verbose_name_plural": "penghitung",
            },
        ),
    ]
