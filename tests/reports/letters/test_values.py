"""What a placeholder of a letter stands for, and what is said of one that stands for nothing: pure."""

from dataclasses import replace
from datetime import date

import pytest

from reports.document.build import build
from reports.letters.values import DOTS, MEANINGS, InForce, complaint_of, name_of, values_of
from tests.make_cycle import make_cycle, make_followup, make_office, make_plan, make_source, make_survey
from tests.reports.shapes import mixed, of, young

REPORT = build(make_source(mixed()))
YOUNG = build(make_source(young()))
SIGNED = InForce("7/LTL/2026", date(2026, 12, 31), REPORT)
SENTENCES = {"kalimat_ikm", "kalimat_capaian"}


def with_plans(*statuses):
    plans = [make_plan(status=status) for status in statuses]
    return build(make_source(make_cycle(followup=make_followup((of("waktu", *plans),), ()))))


@pytest.mark.parametrize("report", [REPORT, YOUNG], ids=["mixed", "young"])
@pytest.mark.parametrize("signed", [None, SIGNED], ids=["unsigned", "signed"])
def test_every_placeholder_that_is_offered_stands_for_something(report, signed):
    values = values_of(report, signed)
    assert set(values) == set(MEANINGS[name_of(report)])
    assert {name for name, value in values.items() if not value} <= SENTENCES


def test_of_a_young_cycle_what_is_not_known_is_left_to_the_pen_and_no_sentence_speaks_of_it():
    values = values_of(YOUNG, None)
    assert {name for name, value in values.items() if value == DOTS} == {
        "satker_atasan",
        "nomor_laporan",
        "tanggal_laporan",
        "ikm",
        "mutu_lengkap",
    }
    assert [values[name] for name in sorted(SENTENCES)] == ["", ""]
    assert (values["jumlah_rtl"], values["jumlah_rtl_selesai"]) == ("0", "0")


def test_the_results_are_those_that_are_printed():
    values = values_of(REPORT, None)
    results = REPORT.plans.results
    assert (values["ikm"], values["mutu_lengkap"]) == (results.index_text, results.grade_text)
    assert values["kalimat_ikm"] == (
        f"Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar {results.index_text} "
        f"dengan mutu pelayanan {results.grade_text}."
    )
    assert results.index_text[0].isdigit() and results.grade_text.startswith(("A", "B"))


def test_office_and_signatory_are_called_as_in_the_report():
    values = values_of(REPORT, None)
    office = REPORT.source.office
    assert (values["satker"], values["satker_lengkap"]) == (office.short_name, office.name)
    assert values["satker_atasan"] == office.parent.name
    assert values["jabatan_penandatangan"] == REPORT.source.signatory.title
    assert values["periode"] == REPORT.period_label


def test_who_signs_without_a_title_is_left_to_the_pen():
    source = make_source(make_cycle(survey=make_survey()))
    signatory = replace(source.cycle.signatory, title="")
    nameless = build(replace(source, cycle=replace(source.cycle, signatory=signatory)))
    assert values_of(nameless, None)["jabatan_penandatangan"] == DOTS


@pytest.mark.parametrize(
    ("signed", "number", "day", "ending"),
    [
        (None, DOTS, DOTS, "Semester I Tahun 2025"),
        (SIGNED, "7/LTL/2026", "31 Desember 2026", "nomor 7/LTL/2026 tanggal 31 Desember 2026"),
        (replace(SIGNED, number=""), DOTS, "31 Desember 2026", "Semester I Tahun 2025 tanggal 31 Desember 2026"),
    ],
    ids=["unsigned", "signed", "without a number"],
)
def test_the_version_in_force_is_named_by_number_and_day(signed, number, day, ending):
    values = values_of(REPORT, signed)
    assert (values["nomor_laporan"], values["tanggal_laporan"]) == (number, day)
    assert values["laporan"].startswith(f"Laporan Tindak Lanjut SKM {REPORT.source.office.name} ")
    assert values["laporan"].endswith(ending)


def test_figures_are_those_of_the_version_that_is_sent_whatever_was_changed_for_the_next():
    """Names, too, may have changed: a letter is written in the office's present name."""
    renamed = build(make_source(make_cycle(office=make_office(name="Kantor Baru", short_name="KB"))))
    values = values_of(renamed, replace(SIGNED, document=with_plans("done", "done", "in_progress")))
    assert (values["jumlah_rtl"], values["jumlah_rtl_selesai"]) == ("3", "2")
    assert (values["satker_lengkap"], values["satker"]) == ("Kantor Baru", "KB")


@pytest.mark.parametrize(
    ("statuses", "done", "said"),
    [
        ((), "0", ""),
        (
            ("not_started",),
            "0",
            "Sampai laporan disusun, belum ada rencana tindak lanjut (RTL) yang selesai dari 1 RTL.",
        ),
        (
            ("in_progress", "impossible"),
            "0",
            "Sampai laporan disusun, belum ada rencana tindak lanjut (RTL) yang selesai dari 2 RTL.",
        ),
        (
            ("done", "in_progress"),
            "1",
            "Sampai laporan disusun, 1 dari 2 rencana tindak lanjut (RTL) telah dilaksanakan.",
        ),
    ],
)
def test_only_what_is_done_counts_as_done(statuses, done, said):
    values = values_of(with_plans(*statuses), None)
    assert (values["jumlah_rtl"], values["jumlah_rtl_selesai"]) == (str(len(statuses)), done)
    assert values["kalimat_capaian"] == said


@pytest.mark.parametrize("text", ["", "Tanpa isian.", "Terlampir {{ laporan }}.", "{{ikm}} dan {{  mutu_lengkap  }}"])
def test_of_a_text_whose_placeholders_all_stand_for_something_nothing_is_said(text):
    assert complaint_of(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ laporn }}", "tidak dikenal: {{ laporn }}. Yang paling mendekati: {{ laporan }}."),
        ("{{ zzzz }}", "tidak dikenal: {{ zzzz }}. Pilih dari daftar Data otomatis."),
        ("{{ ikm }} {{ imk }}", "tidak dikenal: {{ imk }}. Yang paling mendekati: {{ ikm }}."),
        ("{{ laporn }} {{ zzzz }}", "tidak dikenal: {{ laporn }}, {{ zzzz }}. Yang paling mendekati: {{ laporan }}."),
        ("{{ laporn }} {{ lapran }}", "{{ laporn }}, {{ lapran }}. Yang paling mendekati: {{ laporan }}."),
    ],
)
def test_what_stands_for_nothing_is_named_with_the_nearest_that_does(text, said):
    assert complaint_of(text).startswith("Isian berikut tidak dikenal: ")
    assert complaint_of(text).endswith(said)


def test_a_placeholder_of_the_report_alone_is_none_of_a_letter():
    assert "tidak dikenal: {{ daftar_unit }}" in complaint_of("Kepada {{ daftar_unit }}.")


@pytest.mark.parametrize("line", ["Terlampir {{ laporan }.", "Terlampir { laporan }}."])
def test_a_brace_that_is_missing_is_asked_for_in_its_line(line):
    said = complaint_of(f"Dengan hormat,\n{line}")
    assert line in said and "Dengan hormat" not in said
