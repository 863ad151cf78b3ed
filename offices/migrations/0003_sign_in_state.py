"""What log-in knows of a person: a password to be changed first, and which sessions still count."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0002_audit_is_append_only"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="membership",
            options={"verbose_name": "peran pengguna", "verbose_name_plural": "peran pengguna"},
        ),
        migrations.AddField(
            model_name="user",
            name="must_change_password",
            field=models.BooleanField(default=False, verbose_name="harus mengganti kata sandi"),
        ),
        migrations.AddField(
            model_name="user",
            name="session_epoch",
            field=models.PositiveIntegerField(default=0, verbose_name="angkatan sesi"),
        ),
    ]
