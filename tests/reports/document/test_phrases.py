"""What each placeholder for words stands for, in a cycle where much is known and in one where nothing is."""

import pytest

from reports.cycle.model import Signatory, UnitData
from reports.document.facts import facts_of
from reports.document.phrases import UNKNOWN, achievement_of, survey_details
from reports.document.vocabulary import ELEMENT_WORDS, WORDS, element_words, nearest, words_of
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_office, make_plan, make_source, make_survey, make_upkeep
from tests.reports.shapes import all_done, bare, mixed, of, one_open, young


def facts(cycle=None):
    return facts_of(make_source(cycle))


def word(name, cycle=None):
    known = facts(cycle)
    return words_of(known)[name][1](known)


MIXED = {
    "satker": "KPU Kabupaten Contoh",
    "satker_lengkap": "Komisi Pemilihan Umum Kabupaten Contoh",
    "satker_atasan": "Komisi Pemilihan Umum Provinsi Contoh",
    "tempat": "Contoh",
    "penandatangan": "Sri Contoh",
    "jabatan_penandatangan": "Sekretaris KPU Kabupaten Contoh",
    "jumlah_unit": "dua",
    "daftar_unit": "Subbagian Keuangan, Umum, dan Logistik serta Subbagian Perencanaan, Data, dan Informasi",
    "daftar_penanggung_jawab": "Subbag Rendatin dan Seluruh Subbagian",
    "periode": "Semester I Tahun 2025",
    "periode_berikutnya": "Semester II Tahun 2025",
    "tahun": "2025",
    "tanggal_survei": "2–30 Juni 2025",
    "tanggal_laporan_skm": "10 Juli 2025",
    "masa_tindak_lanjut": "Juli–Desember 2025",
    "awal_tindak_lanjut": "Juli 2025",
    "akhir_tindak_lanjut": "Desember 2025",
    "bulan_laporan": "Januari 2026",
    "instrumen": "Peraturan Menteri PANRB Nomor 14 Tahun 2017",
    "jumlah_responden": UNKNOWN,
    "jumlah_populasi": "900",
    "keterangan_survei": "Survei dilaksanakan pada 2–30 Juni 2025. Populasi survei berjumlah 900 orang. "
    "Hasilnya dilaporkan dalam laporan SKM tanggal 10 Juli 2025.",
    "ikm": "87,36",
    "ikm_hitung": "87,33",
    "mutu": "B",
    "kinerja": "Baik",
    "mutu_lengkap": "B (Baik)",
    "jumlah_unsur": "sembilan",
    "daftar_unsur": "Persyaratan; Sistem, Mekanisme, dan Prosedur; Waktu Penyelesaian; Biaya/Tarif; Produk Spesifikasi "
    "Jenis Pelayanan; Kompetensi Pelaksana; Perilaku Pelaksana; Sarana dan Prasarana; serta Penanganan Pengaduan, "
    "Saran dan Masukan",
    "unsur_tertinggi": "Biaya/Tarif",
    "nilai_tertinggi": "4,00",
    "unsur_terendah": "Waktu Penyelesaian",
    "nilai_terendah": "3,25",
    "jumlah_prioritas": "dua",
    "daftar_prioritas": "Sistem, Mekanisme, dan Prosedur serta Waktu Penyelesaian",
    "jumlah_rtl": "lima",
    "jumlah_rtl_selesai": "dua",
    "jumlah_rtl_belum": "tiga",
    "persen_selesai": "40%",
    "persen_belum": "60%",
    "capaian": "2 dari 5 RTL (40%) telah dilaksanakan",
    "daftar_rtl": "Menyusun alur, formulir, dan petunjuk; Menata antrean; Menambah loket; Melatih petugas; serta "
    "Menetapkan jadwal",
    "daftar_rtl_selesai": "Menyusun alur, formulir, dan petunjuk serta Melatih petugas",
    "daftar_rtl_belum": "Menata antrean, Menambah loket, dan Menetapkan jadwal",
    "jumlah_pemeliharaan": "dua",
    "daftar_pemeliharaan": "Biaya/Tarif serta Sarana dan Prasarana",
}
KNOWN_TO_THE_YOUNG = {
    "satker",
    "satker_lengkap",
    "tempat",
    "penandatangan",
    "jabatan_penandatangan",
    "jumlah_unit",
    "daftar_unit",
    "periode",
    "periode_berikutnya",
    "tahun",
    "masa_tindak_lanjut",
    "awal_tindak_lanjut",
    "akhir_tindak_lanjut",
    "bulan_laporan",
    "instrumen",
    "jumlah_unsur",
    "daftar_unsur",
}
OF_NOTHING = {
    "keterangan_survei": "",
    "jumlah_prioritas": "nol",
    "jumlah_rtl": "nol",
    "jumlah_rtl_selesai": "nol",
    "jumlah_rtl_belum": "nol",
    "persen_selesai": "0%",
    "persen_belum": "0%",
    "capaian": "belum ada RTL yang ditetapkan",
    "jumlah_pemeliharaan": "nol",
}


@in_one_test("name", WORDS)
def test_a_word_stands_for_what_the_cycle_says(name):
    assert word(name, mixed()) == MIXED[name]


@in_one_test("name", WORDS)
def test_of_a_cycle_that_has_just_begun_nothing_is_made_up(name):
    expected = MIXED[name] if name in KNOWN_TO_THE_YOUNG else OF_NOTHING.get(name, UNKNOWN)
    assert word(name, young()) == expected


@pytest.mark.parametrize(
    ("period", "following"),
    [
        ("2025-S1", "Semester II Tahun 2025"),
        ("2025-S2", "Semester I Tahun 2026"),
        ("2025-B12", "Bulan Januari 2026"),
        ("2025-T2", "Triwulan III Tahun 2025"),
        ("2025", "Tahun 2026"),
    ],
)
def test_the_next_period_is_of_the_same_kind_and_may_be_in_the_next_year(period, following):
    assert word("periode_berikutnya", make_cycle(survey=make_survey(period=period))) == following


@pytest.mark.parametrize(
    ("states", "clause"),
    [
        (("not_started",), "satu-satunya RTL belum selesai dilaksanakan"),
        (("done",), "satu-satunya RTL telah dilaksanakan"),
        (("impossible",), "satu-satunya RTL tidak dapat dilaksanakan"),
        (("impossible", "impossible"), "tidak ada RTL yang dapat dilaksanakan (0 dari 2)"),
        (("impossible", "in_progress"), "belum ada RTL yang selesai (0 dari 2)"),
        (("done", "impossible"), "1 dari 2 RTL (50%) telah dilaksanakan"),
        (("done", "done"), "seluruh RTL telah dilaksanakan (2 dari 2)"),
    ],
)
def test_achievement_is_a_clause_for_every_mixture_of_states(states, clause):
    plans = tuple(make_plan(f"Rencana {place}", state) for place, state in enumerate(states))
    assert word("capaian", make_cycle(followup=make_followup((of("waktu", *plans),)))) == clause


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"start": None, "end": None, "respondents": None, "population": None, "report_date": None}, ""),
        ({"start": None, "end": None, "population": None, "report_date": None}, "Survei diikuti oleh 110 responden."),
        ({"respondents": None, "population": None, "report_date": None}, "Survei dilaksanakan pada 2–30 Juni 2025."),
        (
            {"start": None, "end": None, "respondents": None, "population": 12500, "report_date": None},
            "Populasi survei berjumlah 12.500 orang.",
        ),
        (
            {"start": None, "end": None, "respondents": None, "population": None},
            "Hasilnya dilaporkan dalam laporan SKM tanggal 10 Juli 2025.",
        ),
        (
            {"respondents": 0, "population": 0, "report_date": None},
            "Survei dilaksanakan pada 2–30 Juni 2025 dengan 0 responden dari populasi 0 orang.",
        ),
    ],
)
def test_a_survey_is_described_in_sentences_that_stand_alone(changes, sentence):
    assert survey_details(facts(make_cycle(survey=make_survey(**changes)))) == sentence


def test_units_that_answer_are_named_once_in_the_order_of_the_plans():
    plans = (
        make_plan("Satu", units=("rendatin",)),
        make_plan("Dua", units=("kul", "rendatin")),
        make_plan("Tiga", units=("kul",)),
    )
    cycle = make_cycle(followup=make_followup((of("waktu", *plans),)))
    assert word("daftar_penanggung_jawab", cycle) == "Subbag Rendatin dan Subbag KUL"


def test_what_a_signatory_has_not_is_not_known():
    cycle = make_cycle(signatory=Signatory("", "", None))
    assert (word("penandatangan", cycle), word("jabatan_penandatangan", cycle)) == (UNKNOWN, UNKNOWN)


def test_an_office_of_one_unit_is_told_so():
    office = make_office(units=(UnitData("umum", "Subbagian Umum", "Subbag Umum"),))
    cycle = make_cycle(office=office, followup=make_followup((), ()))
    assert (word("jumlah_unit", cycle), word("daftar_unit", cycle)) == ("satu", "Subbagian Umum")


def test_an_element_that_is_kept_up_twice_is_named_once():
    cycle = make_cycle(followup=make_followup((), (make_upkeep("biaya"), make_upkeep("biaya"))))
    assert (word("jumlah_pemeliharaan", cycle), word("daftar_pemeliharaan", cycle)) == ("dua", "Biaya/Tarif")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unsur_prosedur", "Sistem, Mekanisme, dan Prosedur"),
        ("nilai_prosedur", "3,33"),
        ("mutu_prosedur", "B (Baik)"),
        ("capaian_prosedur", "1 dari 3 RTL (33%)"),
        ("nilai_biaya", "4,00"),
        ("mutu_biaya", "A (Sangat Baik)"),
        ("capaian_biaya", UNKNOWN),
    ],
)
def test_every_element_has_words_of_its_own(name, value):
    assert word(name, mixed()) == value


def test_words_of_elements_are_there_for_each_element_and_kind():
    known = facts()
    assert len(element_words(known)) == len(ELEMENT_WORDS) * len(known.elements)
    assert not element_words(known).keys() & WORDS.keys()
    assert element_words(known)["nilai_waktu"][0] == "nilai unsur Waktu Penyelesaian"


def test_words_of_elements_without_scores_or_plans_are_unknown():
    assert {word(f"{kind}_waktu", young()) for kind in ("nilai", "mutu", "capaian")} == {UNKNOWN}
    known = facts(bare())
    assert achievement_of(known, known.elements["produk"]) == UNKNOWN


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ikn", "ikm"), ("Jumlah RTL", "jumlah_rtl"), ("periode_berikut", "periode_berikutnya"), ("xyz", "")],
)
def test_the_nearest_word_to_a_wrong_one_is_found(typed, meant):
    assert nearest(typed, WORDS) == meant


def test_lists_of_plans_end_no_sentence_of_their_own():
    plan = make_plan("Menata antrean. ", "in_progress")
    assert word("daftar_rtl", make_cycle(followup=make_followup((of("waktu", plan),)))) == "Menata antrean"
    assert word("daftar_rtl_belum", one_open()) == "Menata antrean"
    assert word("daftar_rtl_belum", all_done()) == UNKNOWN
