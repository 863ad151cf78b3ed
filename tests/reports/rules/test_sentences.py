"""What a finding says in its sentence: which elements, days, months and figures it is about."""

from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.rules.case import case_of
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.reports.rules.clean import all_of, clean, photo
from tests.reports.rules.test_near_misses import CARE, DONE, OPEN, SECOND, realised, with_changes


def sentences(cycle, rule, **source):
    findings = all_of(case_of(make_source(cycle, **source)))
    return [finding.message for finding in findings if finding.id == rule]


SAID = {
    "the elements on both sides of the cut": (
        [("survey.scores.kompetensi", Decimal("3.28")), ("survey.scores.prosedur", Decimal("3.28"))],
        "N6",
        "Persyaratan (3,27) dipilih dan Sistem, Mekanisme, dan Prosedur serta Kompetensi Pelaksana (3,28) tidak",
    ),
    "each lower one with its score": (
        [("followup.priorities.1.element", "produk")],
        "K20",
        "Kompetensi Pelaksana (3,30) bernilai lebih rendah dan tidak dipilih",
    ),
    "how many answered and how many the table asks for": (
        [("survey.respondents", 268)],
        "K15",
        "Responden 268 orang, sedangkan populasi 900 memerlukan 269",
    ),
    "how many there are at most": ([("survey.respondents", 901)], "K16", "Responden 901 orang melebihi populasi 900"),
    "both grades of a score on the edge": (
        [("survey.scores.sarana", Decimal("3.53"))],
        "K14",
        "3,53, berada di batas mutu B dan A",
    ),
    "the index and what rounding allows": (
        [("survey.declared_index", Decimal("87.90"))],
        "N3",
        "IKM yang dipublikasikan, 87,90, tidak dapat diperoleh dari nilai unsur (",
    ),
    "the published grade and the right one": (
        [("survey.declared_grades", {"sarana": "B"})],
        "N2",
        "dipublikasikan B, padahal nilai 3,76 bermutu A",
    ),
    "when it was done and when the survey began": (
        realised(DONE, months=(), completed_on=date(2025, 6, 1)),
        "K21",
        "Pelaksanaan 1 Juni 2025 mendahului survei",
    ),
    "the first month that is too early": (
        realised(DONE, months=(Month(2025, 4), Month(2025, 5), Month(2025, 10)), completed_on=None),
        "K21",
        "Pelaksanaan April 2025 mendahului survei",
    ),
    "the first month that is too late": (
        realised(DONE, months=(Month(2025, 10), Month(2026, 2), Month(2026, 3)), completed_on=None),
        "K63",
        "RTL dilaksanakan pada Februari 2026, padahal laporan ini memuat keadaan sampai 31 Desember 2025",
    ),
    "the day that is too late": (
        realised(DONE, months=(), completed_on=date(2026, 1, 1)),
        "K63",
        "RTL selesai pada 1 Januari 2026, padahal laporan ini memuat keadaan sampai 31 Desember 2025",
    ),
    "for how many months something was done": (
        realised(DONE, description="Diperbarui setiap triwulan.", months=(Month(2025, 8), Month(2025, 10))),
        "T5",
        "Teks menyebut setiap triwulan, padahal pelaksanaannya hanya 3 bulan",
    ),
    "which figures are of another time": (
        [(f"{DONE}.evidence.photos", tuple(photo(f"foto{at}", date(2025, 6, at)) for at in (1, 2)))],
        "K22",
        "Gambar 1 bertanggal 1 Juni 2025, sebelum survei (2 Juni 2025)",
    ),
    "of what the note is already": (
        [(f"{SECOND}.evidence.note", "Foto jadwal di ruang pelayanan")],
        "K26",
        "sama dengan keterangan bukti dukung RTL 1 a",
    ),
    "of whose upkeep the note is already": (
        [("followup.upkeep.1.evidence.note", "Foto tarif di loket")],
        "K26",
        "sama dengan keterangan bukti dukung Tabel 3.2 nomor 1",
    ),
    "of which plan the name is already": (
        [(f"{OPEN}.programme", "Menyusun jadwal pelayanan")],
        "K27",
        "RTL ini bernama sama dengan RTL 1 a",
    ),
    "the target and the report": (
        [(f"{OPEN}.completion.latest", Month(2025, 11))],
        "K60",
        "ditargetkan selesai paling lambat November 2025, padahal laporan bertanggal Desember 2025",
    ),
    "from how many months on a report is late": (
        [("followup.report_month", Month(2026, 1))],
        "T9",
        "Laporan terbit lebih dari 6 bulan sesudah periode survei berakhir",
    ),
    "the score of an element below the mean": (
        [(f"{CARE}.element", "produk")],
        "K31",
        "bernilai 3,31, di bawah rata-rata semua unsur",
    ),
    "the period and the days of its survey": (
        [("survey.start", date(2024, 6, 30))],
        "K64",
        "Survei Semester I Tahun 2025 dilaksanakan pada",
    ),
    "the day and the last of the report": (
        [("survey.report_date", date(2026, 1, 1))],
        "K63",
        "1 Januari 2026, padahal laporan ini memuat keadaan sampai 31 Desember 2025",
    ),
}


@in_one_test("what", SAID)
def test_a_finding_says_in_its_sentence(what):
    changes, rule, words = SAID[what]
    [sentence, *_others] = sentences(with_changes(*changes), rule)
    assert words in sentence


EDGE = [
    ("survey.scores.pengaduan", Decimal("4.00")),
    ("survey.scores.sarana", Decimal("3.99")),
    ("survey.scores.prosedur", Decimal("3.39")),
]
"""With these the index is 88,31, where A begins; rounding of the scores alone may have put it there."""


@pytest.mark.parametrize(("declared", "told"), [(None, True), ("88.40", False), ("88.25", False), ("90.00", True)])
def test_an_index_on_the_edge_is_told_unless_the_published_one_says_on_which_side(declared, told):
    cycle = with_changes(*EDGE, ("survey.declared_index", declared and Decimal(declared)))
    on_edge = [sentence for sentence in sentences(cycle, "K14") if sentence.startswith("IKM")]
    assert on_edge == (
        [
            "IKM 88,31 berada di batas mutu B dan A bila nilai unsur dibulatkan; isi nilai unsur dengan desimal "
            "lengkap, atau isi IKM yang dipublikasikan."
        ]
        if told
        else []
    )


def test_an_index_far_from_an_edge_is_not():
    assert sentences(clean(), "K14") == []
