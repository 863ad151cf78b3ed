"""The real case of KPU Kabupaten Ngawi, Semester I 2025, against what its printed report says."""

from pathlib import Path

import pytest

from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from tests.make_cycle import ELEMENT_KEYS, make_instrument, make_source

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "ngawi-2025-s1.cycle.json"

pytestmark = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference case of Ngawi does not lie beside the checkout"
)


@pytest.fixture(scope="module")
def case():
    keys = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
    return case_of(make_source(parse_cycle(REFERENCE.read_bytes(), keys)))


@pytest.fixture(scope="module")
def document(case):
    return case.document


@pytest.fixture(scope="module")
def rows(document):
    return {f"{group.number}{row.point}": row for group in document.realisation.groups for row in group.rows}


def test_ten_rtl_seven_done_three_open(document, rows):
    assert len(rows) == 10
    assert [key for key, row in rows.items() if row.status == "Sudah"] == ["1b", "1c", "2b", "2c", "3a", "3b", "3c"]
    assert [key for key, row in rows.items() if row.status.startswith("Belum")] == ["1a", "1d", "2a"]
    done, open_, _strategy = document.conclusion.points
    assert done.lead == "Sebanyak 7 dari 10 RTL (70%) telah dilaksanakan."
    assert open_.lead == "Sebanyak 3 dari 10 RTL (30%) belum selesai dilaksanakan."
    assert (len(done.items), len(open_.items)) == (7, 3)


def test_achievement_by_element(document):
    rows = document.realisation.evaluation.achievement.rows
    assert [(row.element, row.done, row.total, row.share.text) for row in rows] == [
        ("Waktu Penyelesaian", 2, 4, "50%"),
        ("Persyaratan", 2, 3, "67%"),
        ("Kompetensi Pelaksana", 3, 3, "100%"),
    ]


def test_the_published_index_is_printed_beside_the_recomputed_one(document):
    results = document.plans.results
    assert (results.index_text, results.recomputed, results.grade_text) == ("87,36", "87,33", "B (Baik)")
    assert (str(results.index.envelope.lowest), str(results.index.envelope.highest)) == ("87.21", "87.44")


def test_sarana_is_an_a(document):
    scores = {row.key: (row.score_text, row.grade) for row in document.plans.results.rows}
    assert scores["sarana"] == ("3,76", "A")
    assert [grade for _score, grade in scores.values()] == list("BBBABBBAA")
    assert [(row.score_text, row.category) for row in document.realisation.upkeep_rows] == [
        ("4,00", "A (Sangat Baik)"),
        ("3,76", "A (Sangat Baik)"),
        ("3,89", "A (Sangat Baik)"),
    ]


def test_priorities_are_the_three_lowest(document):
    assert [group.element for group in document.plans.table.groups] == [
        "Waktu Penyelesaian",
        "Persyaratan",
        "Kompetensi Pelaksana",
    ]
    text = "".join(run.text for run in document.plans.priorities.blocks[0].lines[0])
    assert "Tidak ada unsur lain yang memperoleh nilai lebih rendah daripada ketiga unsur tersebut." in text


def test_plans_stand_in_their_months(document):
    months = {f"{g.number}{row.point}": row.months for g in document.plans.table.groups for row in g.rows}
    assert (months["1a"], months["1b"]) == ("Oktober 2025", "Oktober 2025")
    assert (months["1c"], months["1d"]) == ("Oktober–November 2025", "Oktober–Desember 2025")
    assert months["2c"] == "Juli–Desember 2025"
    assert document.plans.table.months == tuple((name, 2025) for name in ("Jul", "Agu", "Sep", "Okt", "Nov", "Des"))


def test_twenty_five_figures_in_ten_groups(document):
    assert [figure.number for figure in document.annex.figures] == list(range(1, 26))
    assert len(document.annex.groups) == 10
    assert document.annex.groups[0].heading == "Bukti Dukung Tabel 3.1 Nomor 1 Poin b"


def test_rows_refer_to_their_figures(document, rows):
    figures = {key: [run for proof in row.proofs for run in proof.figures] for key, row in rows.items()}
    assert (figures["1a"], figures["1b"], figures["1c"], figures["1d"]) == ([], ["1–2"], ["3–5"], [])
    upkeep = [[run for proof in row.proofs for run in proof.figures] for row in document.realisation.upkeep_rows]
    assert upkeep == [["22"], ["23–24"], ["25"]]


def test_tabel_4_1_gives_strategy_and_target_of_the_open_plans(document, rows):
    strategies = document.conclusion.rows
    assert [row.programme for row in strategies] == [rows[key].programme for key in ("1a", "1d", "2a")]
    assert [row.target for row in strategies] == [
        "mulai Februari 2026, paling lambat April 2026",
        "mulai April 2026, paling lambat Juli 2026",
        "mulai Februari 2026, paling lambat April 2026",
    ]
    assert {row.responsible for row in strategies} == {("Seluruh Bagian",)}


def test_it_is_signed_in_ngawi_in_january(document):
    signature = document.conclusion.signature
    assert signature.place_and_date == "Ngawi, Januari 2026"
    assert signature.nip == "NIP. 19830503 200902 1 002"


def test_nothing_blocks_it(case):
    assert [finding.id for finding in findings_of(case) if finding.severity == "block"] == []
