"""The instrument of PermenPANRB 14/2017: definitions of its annex, in the order of its questionnaire."""

from datetime import date
from decimal import Decimal

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

KEY = "permenpanrb-14-2017"
ELEMENTS = [
    (
        "persyaratan",
        "Persyaratan",
        "Syarat yang harus dipenuhi dalam pengurusan suatu jenis pelayanan, baik persyaratan teknis maupun "
        "administratif.",
    ),
    (
        "prosedur",
        "Sistem, Mekanisme, dan Prosedur",
        "Tata cara pelayanan yang dibakukan bagi pemberi dan penerima pelayanan, termasuk pengaduan.",
    ),
    (
        "waktu",
        "Waktu Penyelesaian",
        "Jangka waktu yang diperlukan untuk menyelesaikan seluruh proses pelayanan dari setiap jenis pelayanan.",
    ),
    (
        "biaya",
        "Biaya/Tarif",
        "Ongkos yang dikenakan kepada penerima layanan dalam mengurus dan/atau memperoleh pelayanan dari "
        "penyelenggara yang besarnya ditetapkan berdasarkan kesepakatan antara penyelenggara dan masyarakat.",
    ),
    (
        "produk",
        "Produk Spesifikasi Jenis Pelayanan",
        "Hasil pelayanan yang diberikan dan diterima sesuai dengan ketentuan yang telah ditetapkan. Produk "
        "pelayanan ini merupakan hasil dari setiap spesifikasi jenis pelayanan.",
    ),
    (
        "kompetensi",
        "Kompetensi Pelaksana",
        "Kemampuan yang harus dimiliki oleh pelaksana meliputi pengetahuan, keahlian, keterampilan, dan pengalaman.",
    ),
    ("perilaku", "Perilaku Pelaksana", "Sikap petugas dalam memberikan pelayanan."),
    (
        "sarana",
        "Sarana dan Prasarana",
        "Sarana adalah segala sesuatu yang dapat dipakai sebagai alat dalam mencapai maksud dan tujuan. "
        "Prasarana adalah segala sesuatu yang merupakan penunjang utama terselenggaranya suatu proses. "
        "Sarana: benda bergerak (komputer, mesin); prasarana: benda tidak bergerak (gedung).",
    ),
    (
        "pengaduan",
        "Penanganan Pengaduan, Saran dan Masukan",
        "Tata cara pelaksanaan penanganan pengaduan dan tindak lanjut.",
    ),
]
BANDS = [
    ("A", "Sangat Baik", "88.31"),
    ("B", "Baik", "76.61"),
    ("C", "Kurang Baik", "65.00"),
    ("D", "Tidak Baik", "25.00"),
]


def seed(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    instrument = apps.get_model("surveys", "Instrument").objects.create(
        key=KEY,
        name="Peraturan Menteri PANRB Nomor 14 Tahun 2017",
        valid_from=date(2017, 1, 1),
    )
    element, band = apps.get_model("surveys", "Element"), apps.get_model("surveys", "GradeBand")
    for position, (key, name, definition) in enumerate(ELEMENTS, start=1):
        element.objects.create(instrument=instrument, key=key, name=name, definition=definition, position=position)
    for letter, label, lowest in BANDS:
        band.objects.create(instrument=instrument, letter=letter, label=label, lowest=Decimal(lowest))


def unseed(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("surveys", "Instrument").objects.filter(key=KEY).delete()


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_first_tables")]
    operations = [migrations.RunPython(seed, unseed)]
