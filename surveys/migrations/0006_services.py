"""The services of an office, and the results of a survey for each of them."""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0019_trail_by_office_and_time"),
        ("surveys", "0005_periods_of_four_kinds"),
    ]

    operations = [
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="nama")),
                ("position", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("in_use", models.BooleanField(default=True, verbose_name="dipakai")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "jenis layanan",
                "verbose_name_plural": "jenis layanan",
                "ordering": ["office", "position", "id"],
            },
        ),
        migrations.CreateModel(
            name="ServiceResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("respondents", models.PositiveIntegerField(verbose_name="jumlah responden")),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.service"
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="services", to="surveys.survey"
                    ),
                ),
            ],
            options={
                "verbose_name": "hasil per layanan",
                "verbose_name_plural": "hasil per layanan",
                "ordering": ["survey", "service__position", "service__id"],
            },
        ),
        migrations.CreateModel(
            name="ServiceScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "score",
                    models.DecimalField(
                        decimal_places=6,
                        max_digits=7,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("1")),
                            django.core.validators.MaxValueValidator(Decimal("4")),
                        ],
                        verbose_name="nilai rata-rata",
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.element"
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="surveys.serviceresult"
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai unsur per layanan",
                "verbose_name_plural": "nilai unsur per layanan",
                "ordering": ["result", "element__position"],
            },
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(fields=("office", "name"), name="service_name_unique_in_office"),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="service_is_named"),
        ),
        migrations.AddConstraint(
            model_name="serviceresult",
            constraint=models.UniqueConstraint(fields=("survey", "service"), name="service_result_once"),
        ),
        migrations.AddConstraint(
            model_name="servicescore",
            constraint=models.UniqueConstraint(fields=("result", "element"), name="service_score_once_per_element"),
        ),
        migrations.AddConstraint(
            model_name="servicescore",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 1), ("score__lte", 4)), name="service_score_in_scale"
            ),
        ),
    ]
