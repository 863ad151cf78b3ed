"""What texts say of the report itself: which figure shows what, how many photos there are, what a table holds."""

import pytest

from reports.document.fields import CAPTION, NOTE, TEXT, UPKEEP_ACTIVITY, PlanAt, SectionAt, UpkeepAt
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.reader import truth_reader
from tests.truth.offices_of import OFFICES, case_with


@pytest.fixture(scope="module")
def reader():
    """Reads texts against an office with 14 figures: eight plans, two of them without, three elements kept up."""
    case = case_with(OFFICES, "kpukab")
    return truth_reader(case.facts, case.earlier)


def said(reader, text, place=None, *thing):
    """The rules that a text breaks at a place, with what the data have in place of it."""
    place = place or Place(TEXT, SectionAt("3.1", ""))
    found = reader.read(TypedText(place, text, thing))
    return [(claim.rule, mention.value) for mention, claim in found if claim]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pendingin udara yang dipasang di ruang tunggu terlihat pada Gambar 11.", "Gambar 6"),
        ("Gambar 3 memperlihatkan apel pelayanan pada hari Senin.", "Gambar 13"),
        ("Kartu kendali dapat dilihat pada Gambar 3, sedangkan brosur di loket pada Gambar 5.", "Gambar 11"),
        ("Jalur landai dan kursi roda disajikan dalam Gambar 4 sampai dengan Gambar 6.", "Gambar 7–9"),
        ("Laporan ini memuat 15 gambar.", "14"),
        ("Seluruh dokumentasi berjumlah 13 gambar.", "14"),
    ],
)
def test_a_figure_that_shows_something_else_is_told_with_the_one_that_shows_it(reader, text, value):
    assert said(reader, text) == [("K90", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Pendingin udara yang dipasang di ruang tunggu terlihat pada Gambar 6.",
        "Gambar 13 memperlihatkan apel pelayanan pada hari Senin.",
        "Jalur landai dan kursi roda disajikan dalam Gambar 7 sampai dengan Gambar 9.",
        "Gambar 3 dalam dokumen rencana strategis memperlihatkan ruang tunggu yang direncanakan.",
        "Suasana pelayanan sehari-hari terlihat pada Gambar 3.",
        "Laporan ini memuat 14 gambar.",
        "Setiap kegiatan dibuktikan dengan sedikitnya satu foto.",
        "Sebanyak 25 foto lain disimpan oleh Subbag KUL.",
    ],
)
def test_a_figure_that_may_show_it_and_photos_of_others_are_left_alone(reader, text):
    assert said(reader, text) == []


def test_a_note_and_a_caption_speak_of_their_own_photos(reader):
    note = Place(NOTE, PlanAt(2, "b"))
    assert said(reader, "Pekerjaan terekam dalam lima foto.", note) == [("K90", "tiga")]
    assert said(reader, "Pekerjaan terekam dalam tiga foto.", note) == []
    assert said(reader, "Satu foto memperlihatkan jalur landai.", note) == []
    assert said(reader, "Keadaan akhir tampak pada Gambar 2.", note) == [("K90", "Gambar 7–9")]
    caption = Place(CAPTION, UpkeepAt(1))
    file = case_with(OFFICES, "kpukab").facts.upkeep[0].data.evidence.photos[0].file
    assert said(reader, "Gambar 11. Maklumat pelayanan", caption, file) == [("K90", "Gambar 12")]
    assert said(reader, "Gambar 12. Maklumat pelayanan", caption, file) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Penanggung jawab setiap kegiatan dapat dibaca pada Tabel 3.1.", "Tabel 2.2"),
        ("Tabel 2.2 memuat nilai rata-rata kesembilan unsur.", "Tabel 2.1"),
        ("Hambatan setiap RTL disajikan dalam Tabel 4.1.", "Tabel 3.1"),
        ("Pemeliharaan unsur dirangkum pada Tabel 3.1, sedangkan jadwal RTL ada pada Tabel 2.2.", "Tabel 3.2"),
        ("Strategi untuk RTL yang belum selesai terdapat pada Tabel 3.2.", "Tabel 4.1"),
        ("Kesimpulan disampaikan dalam BAB III.", "BAB IV"),
        ("BAB I berisi pendahuluan, BAB II berisi realisasi RTL.", "BAB III"),
    ],
)
def test_a_table_or_chapter_that_holds_something_else_is_told_with_the_one_that_holds_it(reader, text, value):
    assert said(reader, text) == [("K91", value)]


@pytest.mark.parametrize(
    "text",
    [
        "RTL yang belum selesai tercantum dalam Tabel 3.1 dan Tabel 4.1.",
        "Rencana yang diteruskan dimuat dalam Tabel 4.1.",
        "Realisasi rencana pada Tabel 2.2 diuraikan dalam Bab III.",
        "Waktu pelaksanaan RTL yang tercantum dalam Tabel 2.2 mempertimbangkan anggaran.",
        "Status RTL dijelaskan pada BAB III, sedangkan RTL yang belum selesai dibahas dalam BAB IV.",
        "Hasil pelaksanaan setiap rencana, termasuk jadwalnya, tercantum pada Tabel 3.1.",
        "Strategi perbaikan dituangkan dalam program pada Tabel 2.2.",
        "Nilai unsur yang dipelihara tercantum pada Tabel 2.1.",
        "Rincian selengkapnya terdapat pada Tabel 2.2.",
        "Tabel 2.2 dalam laporan SKM periode lalu memuat realisasi RTL.",
        "BAB I memuat pendahuluan, BAB II hasil survei dan rencana, BAB III realisasi, dan BAB IV penutup.",
    ],
)
def test_a_table_or_chapter_that_may_hold_it_is_left_alone(reader, text):
    assert said(reader, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Unsur yang dipelihara berjumlah empat unsur.", "tiga"),
        ("Pemeliharaan dilaksanakan pada Biaya/Tarif dan Kompetensi Pelaksana.", "Perilaku Pelaksana dan Produk"),
        ("Maklumat pelayanan tanpa biaya dipasang untuk memelihara unsur Persyaratan.", "Biaya/Tarif"),
        ("Pemeliharaan unsur Biaya/Tarif menjadi tanggung jawab Subbag Tekhum.", "Subbag KUL"),
        ("Maklumat pelayanan tanpa biaya di loket dipasang oleh Subbag Rendatin.", "Subbag KUL"),
        ("Penanggung jawab pemeliharaan unsur Biaya/Tarif adalah Subbag Tekhum.", "Subbag KUL"),
        ("Unsur Perilaku Pelaksana dipelihara dengan memasang maklumat pelayanan tanpa biaya.", "Biaya/Tarif"),
    ],
)
def test_another_element_number_or_unit_of_upkeep_is_told(reader, text, value):
    ((rule, given),) = said(reader, text, Place(TEXT, SectionAt("3.2", "")))
    assert rule == "K92"
    assert given.startswith(value)


@pytest.mark.parametrize(
    "text",
    [
        "Unsur yang dipelihara berjumlah tiga unsur.",
        "Tiga dari sembilan unsur dipelihara.",
        "Pemeliharaan dilaksanakan antara lain pada Biaya/Tarif.",
        "Pemeliharaan tidak mencakup Kompetensi Pelaksana.",
        "Maklumat pelayanan tanpa biaya dipasang untuk memelihara unsur Biaya/Tarif.",
        "Apel pelayanan dihadiri oleh Subbag Tekhum.",
        "Unsur prioritas diperbaiki, sedangkan unsur Biaya/Tarif dipertahankan.",
    ],
)
def test_upkeep_told_as_it_is_and_what_others_do_beside_it_is_left_alone(reader, text):
    assert said(reader, text, Place(TEXT, SectionAt("3.2", ""))) == []


def test_an_upkeep_s_own_text_speaks_of_its_own_unit(reader):
    activity = Place(UPKEEP_ACTIVITY, UpkeepAt(2))
    assert said(reader, "Apel dikoordinasikan oleh Subbag KUL.", activity) == [("K92", "Subbag Parmas-SDM")]
    assert said(reader, "Subbag KUL mengadakan apel pelayanan.", activity) == [("K92", "Subbag Parmas-SDM")]
    assert said(reader, "Penanggung jawab: Subbag KUL.", activity) == [("K92", "Subbag Parmas-SDM")]
    assert said(reader, "Apel dikoordinasikan oleh Subbag Parmas-SDM.", activity) == []
    assert said(reader, "Apel dihadiri Subbag KUL.", activity) == []
