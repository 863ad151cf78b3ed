"""User names in their normal form; names that would become one are listed, and nothing is changed then."""

import unicodedata
from collections import defaultdict
from typing import Any

from django.core.management.base import CommandError
from django.db import migrations


def normal_name(text: str) -> str:
    """As offices/usernames.py had it on the day of this migration."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", folded).strip()


def normalise_names(apps: Any, _editor: Any) -> None:
    users = apps.get_model("offices", "User").objects
    written: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pk, name in users.order_by("pk").values_list("pk", "username"):
        written[normal_name(name)].append((pk, name))
    if colliding := [rows for rows in written.values() if len(rows) > 1]:
        raise CommandError(sentence_about(colliding))
    for name, [(pk, as_written)] in written.items():
        if name != as_written:
            users.filter(pk=pk).update(username=name)


def sentence_about(colliding: list[list[tuple[int, str]]]) -> str:
    groups = "\n".join("  " + ", ".join(f"{name!r} (id {pk})" for pk, name in rows) for rows in colliding)
    return (
        "Nama pengguna tidak lagi dibedakan menurut huruf besar-kecil, lebar, dan spasi di tepi. Nama pada tiap baris "
        f"berikut akan menjadi sama, sehingga belum ada yang diubah:\n{groups}\n"
        "Beri nama lain kepada salah satunya, misalnya: python manage.py shell -c "
        "\"from offices.models import User; User.objects.filter(pk=ID).update(username='nama.baru')\", "
        "lalu jalankan migrate lagi."
    )


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0006_accounts_that_are_told_of"),
    ]

    operations = [migrations.RunPython(normalise_names, migrations.RunPython.noop)]
