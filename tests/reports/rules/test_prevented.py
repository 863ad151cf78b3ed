"""What cannot go wrong because of how the report is made: for each fault of that kind, the reason why as a test.

docs/rules.md says it in words; a test there holds the two together.
"""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from reports.cycle.faults import CycleFaults
from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.document.source import Signing
from reports.models import LegalBasis, Report
from reports.printing.html import print_html
from surveys.models import ElementScore
from tests.make_cycle import ELEMENT_KEYS, make_instrument, make_photos, make_upkeep
from tests.reports.document.test_build import SIGNED
from tests.reports.printing.test_html import Page
from tests.reports.rules.clean import changed, clean, document_of, photo

PREVENTED = {}
NAMES = {element.key: element.name for element in make_instrument().elements}
STYLE = (Path(__file__).parents[3] / "static" / "css" / "page.css").read_text()
OPEN, DONE = "followup.priorities.0.plans.1", "followup.priorities.0.plans.0"


def proves(*ids):
    def keep(proof):
        PREVENTED.update(dict.fromkeys(ids, proof))
        return proof

    return keep


def make_world():
    """A report with everything that these faults are about: three photos of one plan, upkeep of two like elements."""
    cycle = changed(clean(), f"{DONE}.evidence.photos", (photo("jadwal"), *make_photos(2, "loket")))
    cycle = changed(cycle, "followup.upkeep", (*cycle.followup.upkeep, make_upkeep("sarana", (photo("ruang"),))))
    document = document_of(cycle, signing=SIGNED)
    html = print_html(document)
    return SimpleNamespace(document=document, html=html, page=Page(html), cycle=cycle)


@pytest.fixture(scope="module")
def world():
    return make_world()


def texts(document, *names):
    """What sections of Bab II and III say."""
    sections = [
        getattr(part, name) for part in (document.plans, document.realisation) for name in names if hasattr(part, name)
    ]
    return " ".join(run.text for part in sections for block in part.blocks for line in block.lines for run in line)


@proves("N1")
def one_stored_score_for_each_element_key(world):
    in_results = {row.element: (row.score_text, row.grade) for row in world.document.plans.results.rows}
    in_upkeep = {row.element: (row.score_text, row.category[0]) for row in world.document.realisation.upkeep_rows}
    assert len(in_upkeep) == 3
    assert in_upkeep.items() <= in_results.items()
    assert "score_once_per_element" in {constraint.name for constraint in ElementScore._meta.constraints}


@proves("N2")
def grades_follow_from_scores(world):
    cycle = changed(world.cycle, "survey.declared_grades", dict.fromkeys(ELEMENT_KEYS, "D"))
    for score, grade in (("3.76", "A"), ("3.25", "B"), ("2.00", "D")):
        rows = document_of(changed(cycle, "survey.scores.sarana", Decimal(score))).plans.results.rows
        assert next(row.grade for row in rows if row.key == "sarana") == grade


@proves("N4", "N5")
def heads_of_tables_are_fixed(world):
    heads = re.findall(r"<table class=\"tabel-(?:21|32)\".*?</thead>", world.html, re.DOTALL)
    assert len(heads) == 2
    in_both = (">Nilai Rata-Rata (NRR)<", ">Nilai Konversi<", ">Mutu Layanan<")
    assert all(name in head for head in heads for name in in_both)
    assert not any("IKM" in head for head in heads)
    assert all(row.category in {"A (Sangat Baik)", "B (Baik)"} for row in world.document.realisation.upkeep_rows)


@proves("M1", "M2", "M3", "M16", "M17")
def names_of_elements_come_from_the_instrument(world):
    printed = [row.element for row in world.document.plans.results.rows]
    assert printed == list(NAMES.values())
    groups = (
        *world.document.plans.table.groups,
        *world.document.realisation.groups,
        *world.document.realisation.upkeep_rows,
    )
    assert {group.element for group in groups} <= set(printed)
    assert "Waktu Pelayanan" not in world.page.text


@proves("M4", "M5", "M6", "M7", "M8", "M9")
def a_plan_has_one_name(world):
    document = document_of(changed(world.cycle, f"{OPEN}.programme", "Menata ulang antrean & loket"))
    conclusion = document.conclusion
    assert document.plans.table.groups[0].rows[1].programme == "Menata ulang antrean & loket"
    assert document.realisation.groups[0].rows[1].programme == "Menata ulang antrean & loket"
    assert conclusion.rows[0].programme == "Menata ulang antrean & loket"
    told = [text for point in conclusion.points for item in point.items for text in item]
    assert any("Menata ulang antrean & loket" in text for text in told)
    assert not any("Menata antrean" in text for text in told)


@proves("M10", "M12")
def units_come_from_the_offices_list(world):
    keys = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
    file = Path(__file__).parents[2] / "data" / "full.cycle.json"
    unknown = re.sub(r'"units": \[\s*"[\w*-]+"', '"units": ["semua-sdm"', file.read_text(), count=1)
    assert unknown != file.read_text()
    with pytest.raises(CycleFaults, match="semua-sdm"):
        parse_cycle(unknown.encode(), keys)
    names = {unit.short_name for unit in world.cycle.office.units} | {world.cycle.office.all_units_label}
    rows = (row for group in world.document.plans.table.groups for row in group.rows)
    assert {name.removeprefix("Koordinator: ") for row in rows for name in row.responsible} <= names


@proves("M15")
def legal_bases_come_from_a_register(world):
    section = world.document.introduction.sections[1]
    titles = [line[0].text for block in section.blocks if block.kind == "ol" for line in block.lines]
    assert any("Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik" in t for t in titles)
    assert LegalBasis._meta.get_field("title").unique or LegalBasis._meta.get_field("position").unique


@proves("T1")
def survey_and_followup_have_periods_of_their_own(world):
    told = texts(world.document, "plans", "priorities")
    assert "masa tindak lanjut Juli–November 2025" in told
    assert not re.search(r"(?:selama|sepanjang)(?: periode)? Semester", world.page.text)


@proves("T2")
def months_are_short_and_have_their_year(world):
    months = world.document.plans.table.months
    assert months == tuple((name, 2025) for name in ("Jul", "Agu", "Sep", "Okt", "Nov"))


@proves("T6")
def a_target_is_a_month(world):
    (row,) = world.document.conclusion.rows
    assert row.target == "paling lambat April 2026"


@proves("T8")
def a_prepared_report_has_its_day(world):
    assert world.document.conclusion.signature.place_and_date == "Contoh, 9 Januari 2026"
    assert "report_prepared_is_complete" in {constraint.name for constraint in Report._meta.constraints}
    assert not {"None", ""} & {str(Signing.__annotations__["dated"])}


@proves("S1", "S2", "S3", "S4")
def realisation_is_told_from_the_status(world):
    told = texts(world.document, "priorities", "introduction")
    for group in world.document.realisation.groups:
        assert group.element in told
        assert f"{group.number}\N{NO-BREAK SPACE}{group.rows[0].point}" in told
    done = changed(world.cycle, f"{OPEN}.realisation.status", "done")
    assert texts(document_of(done), "priorities") != texts(world.document, "priorities")


@proves("S5")
def a_plan_can_be_in_progress(world):
    row = world.document.realisation.groups[0].rows[1]
    assert (row.status_key, row.status) == ("in_progress", "Belum (dalam proses)")


@proves("S10", "S11")
def what_was_met_and_done_stands_once(world):
    cycle = changed(world.cycle, f"{DONE}.realisation.obstacle", "Ruang tunggu sempit sekali.")
    shown = Page(print_html(document_of(cycle))).text
    assert "Ruang tempel terbatas." not in " ".join(document_of(cycle).realisation.groups[0].rows[0].obstacle)
    assert shown.count("Ruang tunggu sempit sekali.") == 1


@proves("F1", "F2", "F13")
def evidence_belongs_to_its_plan(world):
    first = world.document.annex.groups[0]
    assert (first.heading, first.subject) == ("Bukti Dukung Tabel 3.1 Nomor 1 Poin a", "Menyusun jadwal pelayanan")
    moved = document_of(
        changed(world.cycle, "followup.priorities.0.plans", world.cycle.followup.priorities[0].plans[::-1])
    )
    assert moved.annex.groups[0].heading == "Bukti Dukung Tabel 3.1 Nomor 1 Poin b"


@proves("F3")
def each_figure_has_its_caption(world):
    captions = [figure.caption for figure in world.document.annex.groups[0].figures]
    assert captions == [
        "Kegiatan jadwal (15 Oktober 2025)",
        "Dokumentasi Menyusun jadwal pelayanan",
        "Dokumentasi Menyusun jadwal pelayanan",
    ]


@proves("F4", "F5")
def figures_stand_beneath_their_heading_and_note(world):
    for group in re.findall(r'<section class="bukti">.*?</section>', world.html, re.DOTALL):
        assert group.index("<h2") < group.index("<figure")
        assert group.rindex("bukti-catatan") < group.index("<figure")
    assert [f.number for group in world.document.annex.groups for f in group.figures] == list(range(1, 8))


@proves("F7", "F8")
def lists_are_made_from_what_is_there(world):
    listed = [number for entry in world.document.figures for number in re.findall(r"\d+", entry.label)]
    assert [entry.anchor for entry in world.document.figures] == [f"gambar-{n}" for n in (1, 2, 4, 5, 6, 7)]
    assert listed == [str(figure.number) for figure in world.document.annex.figures]
    contents = [entry.label for entry in world.document.contents]
    assert [label for label in contents if label.startswith(("2.", "3."))] == [
        "2.1",
        "2.2",
        "2.3",
        "2.4",
        "3.1",
        "3.2",
        "3.3",
    ]
    assert {entry.anchor for entry in world.document.contents} <= set(world.page.ids)


@proves("F9")
def references_are_computed(world):
    row = world.document.realisation.groups[0].rows[0]
    assert [(proof.anchor, proof.figures) for proof in row.proofs] == [("bukti-1", ("1–3",))]
    assert 'data-dari="#gambar-1" data-sampai="#gambar-3"' in world.html


@proves("F10")
def captions_of_tables_stand_above_in_one_form(world):
    for caption in re.findall(r'<p class="tabel-judul".*?<table', world.html, re.DOTALL):
        assert re.search(r"Tabel \d\.\d<", caption)
        assert "Semester I Tahun 2025" in caption
    chapters = world.html[world.html.index('id="bab-1"') :]  # the summary before them numbers nothing
    assert chapters.count('<p class="tabel-judul"') == chapters.count("<table")


@proves("F11")
def rows_are_not_parted(world):
    assert re.search(r"\.laporan tr,[^}]*break-inside: avoid", STYLE)
    assert "rowspan" not in world.html


@proves("F12")
def points_are_a_numbered_list(world):
    (points,) = re.findall(r'<ol class="butir">.*?</ol>', world.html, re.DOTALL)
    assert points.count("<li>") >= 3
    assert "<ol" not in points[3:]


@proves("F14")
def the_title_is_one(world):
    assert world.document.title == "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM)"
    assert world.document.period_label == "Semester I Tahun 2025"
    assert "TAHUN 2025 SEMESTER I" not in world.page.text.upper()


@proves("F15")
def lists_of_the_standard_text_have_one_form(world):
    scope = world.document.introduction.sections[3]
    for block in scope.blocks:
        if block.kind != "p":
            last = ["".join(run.text for run in line)[-1] for line in block.lines]
            assert set(last) <= set(".;") | ({last[0]} if len(set(last)) == 1 else set())


@proves("F18")
def there_is_one_place_to_sign(world):
    assert world.page.ids.count("tanda-tangan") == 1
    assert world.document.preface.signature.anchor == "tanda-tangan-pengantar"
    assert world.document.conclusion.signature.anchor == "tanda-tangan"


@pytest.mark.parametrize("fault", PREVENTED)
def test_it_cannot_happen(world, fault):
    PREVENTED[fault](world)


def test_the_proofs_can_fail():
    world = make_world()
    rows = world.document.realisation.upkeep_rows
    swapped = replace(rows[0], score_text=rows[1].score_text, category=rows[1].category)
    broken = replace(world.document.realisation, upkeep_rows=(swapped, *rows[1:]))
    world.document = replace(world.document, realisation=broken)
    with pytest.raises(AssertionError):
        one_stored_score_for_each_element_key(world)
