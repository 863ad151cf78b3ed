"""Each table of the workbook cell by cell: what somebody filters, sorts and adds up stands in its column. Pure."""

from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import Realisation
from reports.document.build import build
from reports.workbook.tables import table_pages
from tests.make_cycle import (
    NGAWI_SCORES,
    make_completion,
    make_cycle,
    make_followup,
    make_photos,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.shapes import SHAPES, bare, mixed, of, young


def pages_of(cycle, **source):
    return {page.name: page for page in table_pages(build(make_source(cycle, **source)))}


def rows(page):
    """Each row by the heads of its columns."""
    return [dict(zip((column.head for column in page.columns), row, strict=True)) for row in page.rows]


WHOLE = pages_of(mixed())


def test_scores_are_numbers_in_the_order_of_the_instrument():
    (first, second, *_others, last) = WHOLE["Tabel 2.1"].rows
    assert first == (1, "Persyaratan", Decimal("3.27"), Decimal("81.75"), "B (Baik)")
    assert second[:3] == (2, "Sistem, Mekanisme, dan Prosedur", Decimal("3.33"))
    assert last == (9, "Penanganan Pengaduan, Saran dan Masukan", Decimal("3.89"), Decimal("97.25"), "A (Sangat Baik)")


def test_the_index_stands_below_the_scores_over_its_own_columns():
    total = WHOLE["Tabel 2.1"].total
    assert (total.label, total.over) == ("Indeks Kepuasan Masyarakat (IKM)", 3)
    assert total.values == (Decimal("87.36"), "B (Baik)")
    assert total.over + len(total.values) == len(WHOLE["Tabel 2.1"].columns)


@pytest.mark.parametrize(("declared", "is_told"), [(None, False), ("87.33", False), ("87.36", True), ("85.00", False)])
def test_an_index_that_was_rounded_otherwise_where_it_was_published_is_told_beneath(declared, is_told):
    """One that no rounding explains is not printed at all."""
    survey = make_survey(declared_index=declared and Decimal(declared))
    notes = pages_of(make_cycle(survey=survey))["Tabel 2.1"].notes
    assert any("perhitungan ulang dari nilai unsur menghasilkan 87,33." in note for note in notes) is is_told


@pytest.mark.parametrize(("score", "places"), [("3.27", 2), ("3.271", 3), ("3.333333", 3)])
def test_scores_are_shown_with_as_many_decimals_as_the_report_gives_them(score, places):
    survey = make_survey(scores=NGAWI_SCORES | {"waktu": Decimal(score)})
    page = pages_of(make_cycle(survey=survey))["Tabel 2.1"]
    column = page.columns[2]
    assert (column.head, column.places) == ("Nilai Rata-Rata (NRR)", places)
    assert page.rows[2][2] == Decimal(score)


def test_elements_without_scores_have_a_dash_and_no_index_is_made_up():
    page = pages_of(young())["Tabel 2.1"]
    assert {row[2:4] for row in page.rows} == {("–", "–")}
    assert page.total is None and page.columns[2].places == 2


def test_plans_have_their_number_their_element_their_details_and_a_mark_in_each_month():
    page = WHOLE["Tabel 2.2"]
    first = page.rows[0]
    assert first[:2] == ("1 a", "Sistem, Mekanisme, dan Prosedur")
    assert first[2].split("\n") == [
        "Menyusun alur, formulir, dan petunjuk",
        "Indikator: Jadwal ditetapkan",
        "Target: Satu dokumen",
    ]
    months = [column.head for column in page.columns[3:-1]]
    assert months == ["Jul\n2025", "Agu\n2025", "Sep\n2025", "Okt\n2025", "Nov\n2025", "Des\n2025"]
    assert [head for head, mark in zip(months, first[3:-1], strict=True) if mark == "•"] == ["Okt\n2025"]
    assert [row[0] for row in page.rows] == ["1 a", "1 b", "1 c", "2 a", "2 b"]
    assert page.notes[0] == "Tanda • menunjukkan bulan yang direncanakan."


def test_a_priority_without_plans_says_so_in_a_row_as_wide_as_the_others():
    page = pages_of(bare())["Tabel 2.2"]
    (last,) = page.rows[2:]
    assert last[:3] == ("2", "Produk Spesifikasi Jenis Pelayanan", "Belum ada RTL.")
    assert set(last[3:]) == {""} and len(last) == len(page.columns)


def test_a_window_too_long_for_columns_has_its_months_in_words():
    long = make_followup(start=Month(2025, 1), end=Month(2026, 12))
    page = pages_of(make_cycle(followup=long))["Tabel 2.2"]
    assert len(page.columns) == 5
    assert page.rows[0][3] == "Oktober 2025"
    assert not any("Tanda •" in note for note in page.notes)


def test_a_cycle_without_plans_says_so_in_place_of_rows():
    pages = pages_of(young())
    assert [(pages[name].rows, pages[name].empty) for name in ("Tabel 2.2", "Tabel 3.1")] == [
        ((), "Belum ada rencana tindak lanjut.")
    ] * 2


def test_realisations_can_be_filtered_by_status_and_sorted_by_day():
    done, going, impossible, *_others = rows(WHOLE["Tabel 3.1"])
    assert done["No"] == "1 a" and done["Status Tindak Lanjut"] == "Sudah"
    assert (done["Rencana"], done["Pelaksanaan"]) == ("Oktober 2025", "Oktober 2025")
    assert done["Tanggal selesai"] == date(2025, 10, 20)
    assert (going["Status Tindak Lanjut"], going["Pelaksanaan"], going["Tanggal selesai"]) == (
        "Belum (dalam proses)",
        "–",
        None,
    )
    assert impossible["No"] == "1 c" and impossible["Tanggal selesai"] is None


def test_realisations_of_two_priorities_are_told_apart_though_their_letters_are_the_same():
    """Plan a of each: the days are those of its own priority."""
    days = (date(2025, 9, 1), date(2025, 11, 30))
    plans = [
        make_plan(f"Rencana {day}", realisation=Realisation("done", "Selesai.", None, (Month.of(day),), day))
        for day in days
    ]
    pages = pages_of(make_cycle(followup=make_followup([of("waktu", plans[0]), of("biaya", plans[1])])))
    assert [(row["No"], row["Tanggal selesai"], row["Pelaksanaan"]) for row in rows(pages["Tabel 3.1"])] == [
        ("1 a", days[0], "September 2025"),
        ("2 a", days[1], "November 2025"),
    ]


def test_texts_of_several_paragraphs_stand_in_one_cell_line_by_line():
    realisation = Realisation("in_progress", "Satu.\n\nDua.", "Kurang petugas.\nKurang ruang.")
    followup = make_followup([of("waktu", make_plan("Rencana", "in_progress", realisation=realisation))])
    (row,) = rows(pages_of(make_cycle(followup=followup))["Tabel 3.1"])
    assert row["Tantangan/Hambatan"] == "Kurang petugas.\nKurang ruang."
    assert row["Deskripsi Realisasi Tindak Lanjut"] == "Satu.\nDua."


def test_proof_is_named_by_the_figures_of_the_annex():
    proofs = [row["Dokumentasi Kegiatan"] for row in rows(WHOLE["Tabel 3.1"])]
    assert proofs == ["Lampiran (Gambar 1–3)", "–", "–", "Lampiran (Gambar 3)", "–"]


def test_kept_elements_have_their_score_beside_what_was_done():
    first, second = rows(WHOLE["Tabel 3.2"])
    assert (first["No"], first["Unsur Pelayanan"], first["Nilai Rata-Rata (NRR)"]) == (
        1,
        "Biaya/Tarif",
        Decimal("4.00"),
    )
    assert (first["Nilai Konversi"], first["Mutu Layanan"]) == (Decimal("100.00"), "A (Sangat Baik)")
    assert first["Bentuk Realisasi Pemeliharaan"] == "Pengumuman bebas biaya dipasang di loket."
    assert [row["Bukti Dukung"] for row in (first, second)] == ["Lampiran (Gambar 4)", "Tanpa foto"]
    assert (second["No"], second["Penanggung Jawab"]) == (2, "Seluruh Subbagian")


def test_a_kept_element_of_no_score_has_dashes():
    cycle = make_cycle(survey=make_survey(scores={}), followup=make_followup((), (make_upkeep(),)))
    (row,) = rows(pages_of(cycle)["Tabel 3.2"])
    assert (row["Nilai Rata-Rata (NRR)"], row["Nilai Konversi"]) == ("–", "–")


def test_what_is_left_open_has_its_way_and_its_month():
    page = WHOLE["Tabel 4.1"]
    assert [row[0] for row in page.rows] == ["1 b", "2 b"], "what cannot be done is not to be completed"
    assert page.rows[0][1:3] == ("Menata antrean.", "Menugaskan pelaksana pengganti.")
    assert page.rows[0][3:] == ("mulai Februari 2026, paling lambat April 2026", "Subbag KUL")


def test_who_answers_for_a_plan_stands_line_by_line():
    plan = make_plan("Rencana", "in_progress", units=("kul", "rendatin"), completion=make_completion(units=("*",)))
    pages = pages_of(make_cycle(followup=make_followup([of("waktu", plan)])))
    assert pages["Tabel 2.2"].rows[0][-1] == "Subbag KUL\nSubbag Rendatin\nKoordinator: Subbag Rendatin"
    assert pages["Tabel 4.1"].rows[0][-1] == "Seluruh Subbagian"


@pytest.mark.parametrize("shape", ["mixed", "all_nine", "long_window"])
def test_tables_that_are_wide_lie_across_and_the_scores_stand_upright(shape):
    pages = pages_of(SHAPES[shape]())
    lying = {name for name, page in pages.items() if page.landscape}
    assert lying & {"Tabel 2.1", "Tabel 3.3"} == set()
    assert {"Tabel 2.2", "Tabel 3.1"} <= lying


def test_short_names_are_explained_beneath_the_tables_that_use_them():
    explained = [name for name, page in WHOLE.items() if any("Subbag KUL" in note for note in page.notes)]
    assert explained == ["Tabel 2.2", "Tabel 3.2", "Tabel 4.1"]


def test_photos_of_one_plan_do_not_lend_their_figures_to_the_next():
    plans = (make_plan("Satu", photos=make_photos(2, "satu")), make_plan("Dua", photos=make_photos(1, "dua")))
    pages = pages_of(make_cycle(followup=make_followup([of("waktu", *plans)], ())))
    assert [row[9] for row in pages["Tabel 3.1"].rows] == ["Lampiran (Gambar 1–2)", "Lampiran (Gambar 3)"]
