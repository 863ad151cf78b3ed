"""A user name is stored in its normal form and is one person's, whatever its case."""

import django.contrib.auth.validators
import django.db.models.functions.text
from django.db import migrations, models

import offices.usernames


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("offices", "0007_names_in_normal_form"),
    ]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="username",
            field=offices.usernames.UsernameField(
                error_messages={"unique": "Nama pengguna ini tidak tersedia. Pilih nama lain."},
                max_length=150,
                unique=True,
                validators=[
                    django.contrib.auth.validators.UnicodeUsernameValidator(
                        message="Gunakan huruf, angka, dan tanda @ . + - _ saja, tanpa spasi."
                    )
                ],
                verbose_name="nama pengguna",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("username"), name="user_name_unique_in_any_case"
            ),
        ),
    ]
