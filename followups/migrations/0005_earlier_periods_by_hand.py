"""Earlier periods that an office records by hand."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("followups", "0004_plans_name_services"),
        ("offices", "0019_trail_by_office_and_time"),
        ("surveys", "0006_services"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordedPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Bulan"), (3, "Triwulan"), (6, "Semester"), (12, "Tahun")],
                        verbose_name="jenis periode",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="urutan periode dalam setahun")),
                (
                    "index",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="IKM"),
                ),
                ("plans_done", models.PositiveIntegerField(blank=True, null=True, verbose_name="RTL yang selesai")),
                (
                    "plans_total",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="RTL yang direncanakan"),
                ),
                ("start", models.DateField(blank=True, null=True, verbose_name="mulai survei")),
                ("end", models.DateField(blank=True, null=True, verbose_name="selesai survei")),
                ("report_date", models.DateField(blank=True, null=True, verbose_name="tanggal laporan SKM")),
                (
                    "report",
                    models.FileField(blank=True, max_length=200, upload_to="", verbose_name="laporan bertanda tangan"),
                ),
                ("sha256", models.CharField(blank=True, max_length=64, verbose_name="sidik jari")),
                ("size", models.PositiveIntegerField(default=0, verbose_name="ukuran (byte)")),
                ("is_public", models.BooleanField(default=False, verbose_name="terbuka untuk umum")),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.instrument"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "periode sebelumnya",
                "verbose_name_plural": "periode sebelumnya",
                "ordering": [
                    "office",
                    "-year",
                    models.OrderBy(
                        django.db.models.expressions.CombinedExpression(models.F("kind"), "*", models.F("number")),
                        descending=True,
                    ),
                    "-kind",
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordedScore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.DecimalField(decimal_places=6, max_digits=7, verbose_name="nilai rata-rata")),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.element"
                    ),
                ),
                (
                    "recorded",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="followups.recordedperiod",
                    ),
                ),
            ],
            options={
                "verbose_name": "nilai unsur periode sebelumnya",
                "verbose_name_plural": "nilai unsur periode sebelumnya",
                "ordering": ["recorded", "element__position"],
            },
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.UniqueConstraint(
                fields=("office", "year", "kind", "number"), name="recorded_once_per_period"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", 1), ("number__range", (1, 12))),
                    models.Q(("kind", 3), ("number__range", (1, 4))),
                    models.Q(("kind", 6), ("number__range", (1, 2))),
                    models.Q(("kind", 12), ("number__range", (1, 1))),
                    _connector="OR",
                ),
                name="recorded_period_exists",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__range", (2000, 2999))), name="recorded_year_sane"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("index", None), models.Q(("index__gte", 25), ("index__lte", 100)), _connector="OR"),
                name="recorded_index_in_scale",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("plans_done", None), ("plans_total", None)),
                    models.Q(("plans_done__lte", models.F("plans_total")), ("plans_total__isnull", False)),
                    _connector="OR",
                ),
                name="recorded_plans_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("start", None), ("end", None), ("start__lte", models.F("end")), _connector="OR"),
                name="recorded_starts_before_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("report", ""), ("sha256", ""), ("size", 0)),
                    models.Q(
                        models.Q(("report", ""), _negated=True),
                        models.Q(("sha256", ""), _negated=True),
                        ("size__gt", 0),
                    ),
                    _connector="OR",
                ),
                name="recorded_report_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordedscore",
            constraint=models.UniqueConstraint(fields=("recorded", "element"), name="recorded_score_once_per_element"),
        ),
        migrations.AddConstraint(
            model_name="recordedscore",
            constraint=models.CheckConstraint(
                condition=models.Q(("score__gte", 1), ("score__lte", 4)), name="recorded_score_in_scale"
            ),
        ),
    ]
