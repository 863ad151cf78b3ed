"""Months, quarters and years beside semesters; every survey that there is keeps the semester that it had."""

from django.db import migrations, models
from django.db.models import F, OrderBy, Q
from django.db.models.expressions import CombinedExpression

KINDS = [(1, "Bulan"), (3, "Triwulan"), (6, "Semester"), (12, "Tahun")]
A_PERIOD = (
    Q(kind=1, number__range=(1, 12))
    | Q(kind=3, number__range=(1, 4))
    | Q(kind=6, number__range=(1, 2))
    | Q(kind=12, number__range=(1, 1))
)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0004_built_in_questionnaires")]

    operations = [
        migrations.AlterModelOptions(
            "survey", {"ordering": ["office", "-year"], "verbose_name": "survei", "verbose_name_plural": "survei"}
        ),
        migrations.RemoveConstraint("survey", "survey_once_per_period"),
        migrations.RemoveConstraint("survey", "survey_semester_1_or_2"),
        migrations.RenameField("survey", "semester", "number"),
        migrations.AlterField("survey", "number", models.PositiveSmallIntegerField("urutan periode dalam setahun")),
        migrations.AddField(
            "survey",
            "kind",
            models.PositiveSmallIntegerField("jenis periode", choices=KINDS, default=6),
            preserve_default=False,
        ),
        migrations.AlterModelOptions(
            "survey",
            {
                "ordering": [
                    "office",
                    "-year",
                    OrderBy(CombinedExpression(F("kind"), "*", F("number")), descending=True),
                    "-kind",
                ],
                "verbose_name": "survei",
                "verbose_name_plural": "survei",
            },
        ),
        migrations.AddConstraint(
            "survey",
            models.UniqueConstraint(fields=["office", "year", "kind", "number"], name="survey_once_per_period"),
        ),
        migrations.AddConstraint("survey", models.CheckConstraint(condition=A_PERIOD, name="survey_period_exists")),
    ]
