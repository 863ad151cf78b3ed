"""A plan may name the services that it serves."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("followups", "0003_targets_are_months"),
        ("surveys", "0006_services"),
    ]

    operations = [
        migrations.AddField(
            model_name="actionplan",
            name="services",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="surveys.service", verbose_name="layanan yang dilayani"
            ),
        ),
    ]
