"""Where a sentence of the standard texts depends on the data, each of its variants: one or many, some, all or none."""

from decimal import Decimal

import pytest

from reports.cycle.model import Realisation
from reports.document.facts import facts_of
from reports.document.sections import section
from tests.cases import in_one_test
from tests.make_cycle import (
    ELEMENT_KEYS,
    make_cycle,
    make_followup,
    make_office,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.shapes import all_impossible, all_nine, bare, mixed, none_done, of, one_open, ties, young


def text(key, cycle):
    return section(key, facts_of(make_source(cycle))).text


def plans(*states, element="waktu", **changes):
    rows = tuple(make_plan(f"Rencana {place}", state, **changes) for place, state in enumerate(states, start=1))
    return make_cycle(followup=make_followup((of(element, *rows),)))


def kept(*elements):
    return make_cycle(followup=make_followup((of("waktu", make_plan()),), tuple(map(make_upkeep, elements))))


ONE, TWO = plans("done"), plans("done", "done")
NO_PLANS = make_cycle(followup=make_followup((of("waktu"),), ()))
NOBODY = make_cycle(office=make_office(parent=None), followup=make_followup((of("waktu", make_plan()),)))
EQUAL = make_cycle(
    survey=make_survey(scores=dict.fromkeys(ELEMENT_KEYS, Decimal("3.10"))),
    followup=make_followup([of("waktu", make_plan()), of("sarana", make_plan("Dua"))]),
)


@pytest.mark.parametrize(
    ("cycle", "sentence"),
    [
        (young(), "Nilai survei untuk periode ini belum dimasukkan."),
        (NO_PLANS, "Rencana tindak lanjut (RTL) atas hasil itu belum disusun."),
        (ONE, "Untuk satu unsur prioritas disusun satu rencana tindak lanjut (RTL)."),
        (mixed(), "Untuk dua unsur prioritas disusun lima rencana tindak lanjut (RTL)."),
        (TWO, "seluruh RTL telah dilaksanakan (2 dari 2)."),
        (none_done(), "Kami berterima kasih kepada masyarakat yang telah memberikan penilaian. Semoga"),
        (TWO, "penilaian serta kepada semua pihak yang telah melaksanakan tindak lanjutnya. Semoga"),
    ],
)
def test_the_preface(cycle, sentence):
    assert sentence in text("kata_pengantar", cycle)


@pytest.mark.parametrize(
    ("cycle", "sentence"),
    [
        (plans("done", "in_progress"), "bahan perbaikan bagi penanggung jawab masing-masing RTL."),
        (plans("done", "impossible"), "bahan perbaikan bagi penanggung jawab masing-masing RTL."),
        (plans("done"), "bahan perbaikan bagi penanggung jawab RTL tersebut."),
        (plans("impossible", "impossible"), "bahan pertimbangan dalam menyusun rencana pada periode berikutnya."),
    ],
)
def test_whom_the_obstacles_serve(cycle, sentence):
    assert sentence in text("3.3", cycle)


@pytest.mark.parametrize(
    ("key", "cycle", "sentence"),
    [
        ("1.1", young(), "menyelenggarakan SKM Semester I Tahun 2025. Hasilnya belum dimasukkan."),
        ("1.1", EQUAL, "Semua unsur memperoleh nilai yang sama, yaitu 3,10."),
        ("1.1", ties(), "sedangkan nilai terendah adalah 3,10 pada unsur Sistem, Mekanisme, dan Prosedur serta"),
        ("1.3", NO_PLANS, "realisasi setiap RTL dan hambatannya; dan\nmenyediakan bahan"),
        ("1.3", kept("biaya"), "melaporkan pemeliharaan unsur bernilai tinggi; dan"),
        ("1.3", kept("produk"), "melaporkan pemeliharaan unsur pelayanan; dan"),
        ("1.4", NO_PLANS, "RTL, realisasi, serta kesimpulan."),
        ("1.4", kept("produk"), "RTL, realisasi, pemeliharaan unsur pelayanan, serta kesimpulan."),
    ],
)
def test_bab_i(key, cycle, sentence):
    assert sentence in text(key, cycle)


@in_one_test(
    ("key", "cycle", "sentence"),
    [
        (
            "2.2",
            plans("done"),
            "satu unsur ditetapkan sebagai prioritas tindak lanjut, yaitu Waktu Penyelesaian.",
        ),
        ("2.2", plans("done", element="biaya"), "tindak lanjut, yaitu Biaya/Tarif.\nUnsur Biaya/Tarif"),
        ("2.2", all_nine(), "Seluruh unsur pelayanan yang dinilai ditetapkan sebagai unsur prioritas tindak lanjut."),
        (
            "2.2",
            EQUAL,
            "prioritas tindak lanjut, yaitu Waktu Penyelesaian serta Sarana dan Prasarana.\nUnsur",
        ),
        ("2.3", NO_PLANS, "atas hasil SKM Semester I Tahun 2025 belum disusun."),
        ("2.3", ONE, "disusun satu rencana tindak lanjut (RTL) dengan masa tindak lanjut Juli–Desember 2025."),
        ("2.3", ONE, "dan penanggung jawab RTL tersebut disajikan dalam Tabel 2.2."),
        ("2.3", TWO, "dan penanggung jawab setiap RTL disajikan dalam Tabel 2.2."),
        ("2.3", bare(), "Program/kegiatan, waktu pelaksanaan, dan penanggung jawab setiap RTL disajikan"),
        ("2.4", NO_PLANS, "Pada periode ini tidak ditetapkan kegiatan pemeliharaan unsur bernilai tinggi."),
        ("2.4", kept("biaya"), "Unsur dengan nilai tinggi dipelihara agar mutunya dapat dipertahankan."),
        ("2.4", kept("produk"), "Unsur pelayanan dipelihara agar mutunya dapat dipertahankan."),
        (
            "2.4",
            kept("biaya", "pengaduan"),
            "unsur Biaya/Tarif serta Penanganan Pengaduan, Saran dan Masukan.",
        ),
    ],
)
def test_bab_ii(key, cycle, sentence):
    assert sentence in text(key, cycle)


@in_one_test(
    ("key", "cycle", "sentence"),
    [
        ("3", NO_PLANS, "Bab ini akan melaporkan realisasi RTL setelah RTL"),
        ("3", kept("produk"), "serta realisasi pemeliharaan unsur pelayanan. Status RTL"),
        ("3", plans("done"), "Status RTL dicatat sebagai Sudah atau Belum."),
        ("3", plans("in_progress"), "atau Belum. Status Belum diberi keterangan apabila RTL masih dalam proses."),
        (
            "3",
            plans("impossible"),
            "Belum. Status Belum diberi keterangan apabila RTL tidak dapat dilaksanakan.",
        ),
        ("3", plans("impossible", "in_progress"), "apabila RTL masih dalam proses atau tidak dapat dilaksanakan."),
        ("3.1", NO_PLANS, "Belum ada RTL yang realisasinya dapat dilaporkan."),
        ("3.1", ONE, "Realisasi RTL sampai laporan ini disusun adalah sebagai berikut."),
        ("3.1", ONE, "dan tantangan atau hambatan RTL tersebut disajikan dalam Tabel 3.1."),
        ("3.1", TWO, "Realisasi RTL sampai laporan ini disusun adalah sebagai berikut."),
        ("3.1", mixed(), "Sampai laporan ini disusun, 2 dari 5 RTL (40%) telah dilaksanakan."),
        ("3.1", TWO, "dan tantangan atau hambatan setiap RTL disajikan dalam Tabel 3.1."),
        ("3.2", NO_PLANS, "sehingga tidak ada realisasi yang dilaporkan."),
        ("3.2", kept("produk"), "Realisasi pemeliharaan unsur pelayanan, beserta nilai, mutu,"),
        ("3.3", NO_PLANS, "Tindak lanjut belum dapat dievaluasi karena RTL belum disusun."),
        ("kata_pengantar", none_done(), "kesimpulan beserta strategi penyelesaian RTL yang belum selesai."),
        ("kata_pengantar", mixed(), "kesimpulan beserta strategi penyelesaian RTL yang masih dapat dilaksanakan."),
        ("kata_pengantar", all_impossible(), "Bab IV memuat kesimpulan."),
        ("3.3", none_done(), "RTL yang belum selesai diteruskan menurut strategi penyelesaian dalam Tabel 4.1."),
        ("3.3", mixed(), "RTL yang masih dapat dilaksanakan diteruskan menurut strategi penyelesaian dalam Tabel 4.1."),
        ("3.3", all_impossible(), "survei berikutnya. RTL yang tidak dapat dilaksanakan tidak diteruskan."),
        ("3.3", ONE, "Laporan ini juga dapat digunakan oleh Komisi Pemilihan Umum Provinsi Contoh"),
    ],
)
def test_bab_iii(key, cycle, sentence):
    assert sentence in text(key, cycle)


@in_one_test(
    ("cycle", "end"),
    [
        (plans("done"), "Status RTL dicatat sebagai Sudah, Dalam proses, atau Belum."),
        (plans("in_progress"), "Status RTL dicatat sebagai Sudah, Dalam proses, atau Belum."),
        (
            plans("impossible", "in_progress"),
            "atau Belum. Status Belum diberi keterangan apabila RTL tidak dapat dilaksanakan.",
        ),
    ],
)
def test_three_words_of_a_status_are_explained_where_an_office_chose_them(cycle, end):
    assert section("3", facts_of(make_source(cycle, statuses="plain"))).text.endswith(end)


def test_obstacles_are_told_of_only_where_somebody_wrote_one():
    calm = plans("done", realisation=Realisation("done", "Selesai."))
    assert "Tantangan dan hambatan yang dicatat" not in text("3.3", calm)
    assert "Tantangan dan hambatan yang dicatat" in text("3.3", ONE)


def test_without_an_office_above_nobody_else_is_promised_the_report():
    assert "dapat digunakan oleh" not in text("3.3", NOBODY)


@pytest.mark.parametrize(
    ("key", "cycle", "sentence"),
    [
        ("4", NO_PLANS, "belum disusun, sehingga pelaksanaannya belum dapat disimpulkan."),
        ("4", ONE, "ditarik kesimpulan sebagai berikut:"),
        ("4.penutup", NO_PLANS, "Demikian laporan ini disusun sebagai pertanggungjawaban"),
        ("4.penutup", one_open(), "Demikian laporan ini disusun sebagai pertanggungjawaban"),
        ("4.penutup", ONE, "Dengan demikian, RTL atas hasil SKM Semester I Tahun 2025 telah dilaksanakan."),
        ("4.penutup", TWO, "Dengan demikian, seluruh RTL atas hasil SKM Semester I Tahun 2025 telah dilaksanakan."),
    ],
)
def test_bab_iv(key, cycle, sentence):
    assert sentence in text(key, cycle)
