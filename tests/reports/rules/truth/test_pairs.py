"""Two texts of a report that cannot both be right are told once, with both of what they say."""

import pytest

from tests.reports.rules.test_near_misses import ids, with_changes
from tests.truth.offices_of import OFFICES, case_with

PLAN = "followup.priorities[1].plans[0].realisation"


def told(*texts):
    """What the reading says of pairs in an office whose second priority's first plan adds chairs and coolers."""
    return [claim.message for claim in case_with(OFFICES, "kpukab", texts).reading.claims if claim.rule == "K93"]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Sebanyak 20 kursi baru dipasang di ruang tunggu lantai satu.",
            "Di ruang tunggu lantai satu telah dipasang 24 kursi baru.",
            ("20 kursi", "24 kursi"),
        ),
        (
            "Penambahan kursi ruang tunggu menghabiskan biaya Rp12.000.000.",
            "Biaya penambahan kursi ruang tunggu adalah Rp15.000.000.",
            ("Rp12.000.000", "Rp15.000.000"),
        ),
        (
            "Kursi ruang tunggu dibersihkan petugas setiap hari Senin.",
            "Setiap hari Kamis kursi ruang tunggu dibersihkan petugas.",
            ("Senin", "Kamis"),
        ),
        (
            "Kursi baru dipasang pada tiga dari lima ruang tunggu.",
            "Kursi baru telah dipasang pada empat dari lima ruang tunggu.",
            ("tiga dari lima ruang", "empat dari lima ruang"),
        ),
    ],
)
def test_another_number_of_the_same_is_told_with_both(one, other, values):
    (message,) = told((f"{PLAN}.description", one), ("narrative.3.1", other))
    assert all(value in message for value in values)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Sebanyak 20 kursi dipasang di ruang tunggu."),
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Semula terdapat 12 kursi di ruang tunggu."),
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Tahun depan akan dipasang 30 kursi di ruang tunggu."),
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Sebanyak 20 kursi di ruang tunggu, lalu 4 kursi menyusul."),
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Dua pendingin udara dipasang di ruang tunggu."),
        ("Rapat pertama kursi tunggu dihadiri 14 petugas.", "Rapat kedua kursi tunggu dihadiri 17 petugas."),
        ("Tiga dari lima ruang tunggu diberi kursi.", "Dua dari lima ruang tunggu belum diberi kursi."),
        ("Tunggu layanan kursi nonprioritas 27 menit.", "Tunggu layanan kursi prioritas 45 menit."),
        ("Sebanyak 40% pemohon memakai kursi tunggu.", "Pada hari Jumat, 70% pemohon memakai kursi tunggu."),
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Dua kursi roda disiapkan di meja penerima tamu."),
        ("Sebanyak 20 kursi dipasang di ruang tunggu.", "Kurang dari 30 kursi dipasang di ruang tunggu."),
    ],
)
def test_numbers_of_something_else_are_left_alone(one, other):
    assert told((f"{PLAN}.description", one), ("narrative.3.1", other)) == []


def test_no_obstacle_beside_an_obstacle_is_told():
    obstacle = (f"{PLAN}.obstacle", "Tidak ada hambatan.")
    (message,) = told(obstacle, (f"{PLAN}.description", "Pemasangan kursi terhambat pengiriman."))
    assert "terhambat pengiriman" in message
    assert told(obstacle, (f"{PLAN}.description", "Kursi dipasang tanpa hambatan.")) == []
    assert told(obstacle, (f"{PLAN}.description", "Kursi khusus disiapkan bagi pemohon dengan hambatan fisik.")) == []
    but = (f"{PLAN}.obstacle", "Tidak ada hambatan selain pengiriman.")
    assert told(but, (f"{PLAN}.description", "Pemasangan kursi terhambat pengiriman.")) == []


def test_no_obstacle_beside_a_reason_for_not_being_done_is_told():
    plan = "followup.priorities[0].plans[2]"
    obstacle = (f"{plan}.realisation.obstacle", "Kegiatan berjalan lancar tanpa hambatan.")
    (message,) = told(obstacle, (f"{plan}.completion.reason", "Rekap menunggu data dari loket."))
    assert "menunggu data" in message
    assert told(obstacle, (f"{plan}.completion.reason", "Pemantauan dijadwalkan sampai Maret 2026.")) == []


def test_a_target_need_not_be_what_was_reached():
    plan = "followup.priorities[1].plans[0]"
    reached = (f"{PLAN}.description", "Sebanyak 20 kursi baru dipasang di ruang tunggu.")
    assert told((f"{plan}.target", "24 kursi baru dipasang di ruang tunggu"), reached) == []


@pytest.mark.parametrize(
    ("obstacle", "contradicts"),
    [
        ("Nihil", True),
        ("Tidak ada.", True),
        ("Tidak ada kendala yang berarti.", True),
        ("Belum ada ruang penyimpanan.", False),
        ("Tidak ada petugas pengganti.", False),
    ],
)
def test_only_who_says_that_there_is_no_obstacle_denies_the_reason(obstacle, contradicts):
    cycle = with_changes(
        ("followup.priorities.0.plans.1.realisation.obstacle", obstacle),
        ("followup.priorities.0.plans.1.completion.reason", "Menunggu kesepakatan dengan instansi lain."),
    )
    assert ("K93" in ids(cycle)) is contradicts


def test_an_office_without_a_signatory_is_read_all_the_same():
    nobody = [("signatory.title", ""), ("signatory.name", ""), ("signatory.nip", None)]
    said = ("narrative", {"1.1": "Laporan ditandatangani oleh Sekretaris KPU Kabupaten Contoh, Budi Santoso."})
    assert "K33" in ids(with_changes(*nobody, said))
