"""The regulations that section 1.2 cites, with the official titles."""

from datetime import date

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

BASES = [
    (2009, "Undang-Undang Republik Indonesia Nomor 25 Tahun 2009 tentang Pelayanan Publik"),
    (
        2012,
        "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 "
        "tentang Pelayanan Publik",
    ),
    (
        2014,
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia Nomor 15 "
        "Tahun 2014 tentang Pedoman Standar Pelayanan",
    ),
    (
        2017,
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia Nomor 14 "
        "Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik",
    ),
]


def seed(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    basis = apps.get_model("reports", "LegalBasis")
    for position, (year, title) in enumerate(BASES, start=1):
        basis.objects.create(position=position, title=title, valid_from=date(year, 1, 1))


def unseed(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("reports", "LegalBasis").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_first_tables")]
    operations = [migrations.RunPython(seed, unseed)]
