from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0030_reports_have_an_appearance"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="office", name="office_paper_known"),
        migrations.RemoveField(model_name="office", name="has_summary"),
        migrations.RemoveField(model_name="office", name="paper"),
    ]
