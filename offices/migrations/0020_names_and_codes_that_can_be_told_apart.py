"""New user names are typed in a–z; a code is one office's, whatever its case."""

from collections import defaultdict
from typing import Any

import django.db.models.functions.text
from django.core.management.base import CommandError
from django.db import migrations, models

import offices.usernames


def refuse_colliding_codes(apps: Any, _editor: Any) -> None:
    """Codes that differ in case only are listed, and nothing is changed then."""
    written: dict[str, list[str]] = defaultdict(list)
    for code in apps.get_model("offices", "Office").objects.order_by("pk").values_list("code", flat=True):
        written[code.lower()].append(code)
    if colliding := [", ".join(codes) for codes in written.values() if len(codes) > 1]:
        groups = "\n".join(f"  {codes}" for codes in colliding)
        raise CommandError(
            "Kode satuan kerja tidak lagi dibedakan menurut huruf besar-kecil. Kode pada tiap baris berikut akan "
            f"menjadi sama, sehingga belum ada yang diubah:\n{groups}\n"
            "Beri kode lain kepada salah satunya, misalnya: python manage.py shell -c "
            "\"from offices.models import Office; Office.objects.filter(code='LAMA').update(code='BARU')\", "
            "lalu jalankan migrate lagi."
        )


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0019_trail_by_office_and_time"),
    ]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="username",
            field=offices.usernames.UsernameField(
                error_messages={"unique": "Nama pengguna ini tidak tersedia. Pilih nama lain."},
                max_length=150,
                unique=True,
                validators=[offices.usernames.valid_username],
                verbose_name="nama pengguna",
            ),
        ),
        migrations.RunPython(refuse_colliding_codes, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="office",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("code"), name="office_code_unique_in_any_case"
            ),
        ),
    ]
