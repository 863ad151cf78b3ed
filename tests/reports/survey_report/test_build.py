"""What a Laporan Survei Kepuasan Masyarakat says of any survey, and how its parts are numbered."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.earlier import EarlierPeriod
from reports.printing.html import print_html
from reports.survey_report.texts import says_the_same, texts_of
from tests.make_cycle import ELEMENT_KEYS, make_cycle, make_source
from tests.mass import examples
from tests.reports import shapes
from tests.reports.issued import make_signing
from tests.reports.survey_report.made import PROFILE, before, survey_report, whole_survey


def said(document):
    return "\n".join(section.text for section in document.sections)


def visible(document):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", print_html(document)))


def of_scores(scores):
    return make_cycle(survey=whole_survey(scores=dict(zip(ELEMENT_KEYS, map(Decimal, scores), strict=True))))


def test_chapters_and_annexes_are_those_of_the_template():
    titles = [f"{entry.label} {entry.title}".strip() for entry in survey_report().contents if entry.level == 1]
    assert titles[-9:] == [
        "BAB I PENDAHULUAN",
        "BAB II PENGUMPULAN DATA",
        "BAB III HASIL PENGOLAHAN DATA SURVEI",
        "BAB IV ANALISIS HASIL SURVEI",
        "BAB V KESIMPULAN",
        "Lampiran 1 Kuesioner",
        "Lampiran 2 Hasil Pengolahan Data",
        "Lampiran 3 Dokumentasi",
        "Lampiran 4 Laporan Hasil Tindak Lanjut SKM Periode Sebelumnya",
    ]


@pytest.mark.parametrize("shape", ["young", "bare", "mixed"])
def test_every_shape_of_a_cycle_gives_a_whole_report(shape):
    document = survey_report(getattr(shapes, shape)(), followed=before())
    page = visible(document)
    assert "{{" not in page and "None" not in page
    assert not [section.unknown_placeholders for section in document.sections if section.unknown_placeholders]
    anchors = [entry.anchor for entry in (*document.contents, *document.tables, *document.charts, *document.figures)]
    assert len(set(anchors)) == len(anchors)
    html = print_html(document)
    assert all(f'id="{anchor}"' in html for anchor in anchors)


def test_tables_are_numbered_without_a_gap_whatever_is_lacking():
    for questions in ((), None):
        changes = {} if questions is None else {"questions": questions}
        labels = [entry.label for entry in survey_report(followed=before(), **changes).tables]
        of_annexes = [label for label in labels if label.startswith("Tabel L.")]
        assert of_annexes == [f"Tabel L.{number}" for number in range(1, len(of_annexes) + 1)]
        assert labels[:4] == ["Tabel 2.1", "Tabel 2.2", "Tabel 3.1", "Tabel 3.2"]


def test_what_was_typed_of_the_fieldwork_is_printed_and_never_read_as_markup():
    survey = whole_survey(fieldwork=replace(whole_survey().fieldwork, team="*Sari* {{ ikm }}\n1. Budi"))
    document = survey_report(make_cycle(survey=survey))
    team = document.collection.carried_out[0].blocks[-1]
    assert [line[0].text for line in team.lines] == ["*Sari* {{ ikm }}", "1. Budi"]
    assert not any(run.bold for line in team.lines for run in line)


def test_activities_have_their_days_and_working_days():
    rows = survey_report().collection.work
    assert [(row.when, row.workdays) for row in rows] == [
        ("19–23 Mei 2025", "5"),
        ("2–30 Juni 2025", "18"),
        ("1 Juli 2025", "1"),
        ("(belum diisi)", "–"),
    ]


@pytest.mark.parametrize(("people", "verdict"), [(186, "Terpenuhi"), (185, "Belum terpenuhi")])
def test_the_sample_is_enough_from_the_number_of_the_table_on(people, verdict):
    document = survey_report(make_cycle(survey=whole_survey(respondents=people, population=360)))
    assert dict(document.collection.sample)["Kecukupan jumlah responden"] == verdict
    assert f"jumlah minimum {verdict.lower()}" in document.collection.people.text


def test_counts_of_few_are_hidden_but_for_those_of_the_regulation():
    survey = whole_survey(profile=PROFILE | {"sex": {"male": 108, "female": 2}})
    found = survey_report(make_cycle(survey=survey)).found
    told = {row.label: row.count for each in found.characteristics for row in each.rows}
    assert told["Perempuan"] == "2" and told["Di bawah 17 tahun"] == "*" and told["17–25 tahun"] == "60"
    assert found.characteristics_head.legend and "kerahasiaan" in found.characteristics_head.legend[0]
    shares = {row.label: row.share for each in found.characteristics for row in each.rows}
    assert shares["Laki-laki"] == "98,18%" and shares["Di bawah 17 tahun"] == "*"


def test_the_lowest_and_the_highest_elements_are_told_and_none_twice():
    text = survey_report(
        of_scores(["3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9"])
    ).analysis.elements.text
    lowest, highest = text.split("Tiga unsur dengan nilai tertinggi")
    assert lowest.count("NRR") == highest.count("NRR") == 3
    assert "Persyaratan: NRR 3,1" in lowest and "Pengaduan" in highest


@pytest.mark.parametrize("scores", [["3.5"] * 9, ["3.4"] + ["3.5"] * 8, ["3.4"] * 8 + ["3.5"]])
def test_equal_scores_stand_together(scores):
    text = survey_report(of_scores(scores)).analysis.elements.text
    assert text.count("NRR") in (0, 9)
    assert ("Semua unsur" in text) is (len(set(scores)) == 1)


@given(st.lists(st.integers(100, 400), min_size=9, max_size=9))
@settings(max_examples=examples(20))
def test_no_element_is_both_weak_and_strong(scores):
    text = survey_report(of_scores([f"{score / 100:.2f}" for score in scores])).analysis.elements.text
    named = re.findall(r"^(.+): NRR", text, re.MULTILINE)
    assert len(named) == len(set(named))


def test_released_suggestions_are_printed_as_they_were_written():
    document = survey_report(suggestions=(("Tambah *kursi*.", 3), ("Jam {{ x }}", 1)), unprinted=2)
    text = document.analysis.elements.text
    assert "Tambah *kursi*. (3 responden)" in text and "Jam {{ x }}" in text and "Dua saran lain" in text
    assert "Saran dan masukan responden" not in survey_report().analysis.elements.text


def test_the_annex_tells_what_became_of_the_plans_before_with_few_photos_of_each():
    document = survey_report(followed=before(photos=5))
    assert [(row.programme, row.status) for row in document.annexes.followed] == [
        ("Menata loket", "Sudah"),
        ("Melatih petugas", "Dalam proses"),
    ]
    assert [figure.number for figure in document.annex.figures] == [1, 2]
    assert document.annexes.followed[0].proofs and not document.annexes.followed[1].proofs
    assert document.annexes.texts[3][0].startswith("Atas hasil SKM Semester II Tahun 2024, 1 dari 2 RTL (50%)")
    assert document.source.photos_of == "2024-S2"


def test_counts_alone_and_nothing_at_all_are_told_as_such():
    counted = replace(before(), plans=(), pictures={}, report="Jumlah ini menurut catatan satuan kerja.")
    document = survey_report(followed=counted)
    assert document.annexes.followed_head is None and "menurut catatan" in document.annexes.texts[3][0]
    assert "tidak tercatat" in survey_report().annexes.texts[3][0]


def test_what_is_lacking_is_named_by_the_labels_of_its_fields():
    assert survey_report().lacking == ("Waktu penyusunan dan pelaporan hasil",)
    lacking = survey_report(shapes.young()).lacking
    assert {"Nilai", "Jumlah responden", "Mulai survei", "Pelaksana survei", "Profil responden"} <= set(lacking)


def test_a_published_index_is_told_beside_the_computed_one():
    found = survey_report(make_cycle(survey=whole_survey(declared_index=Decimal("87.36")))).found.results
    assert found.index_text == "87,36" and "perhitungan ulang" in " ".join(found.notes)


def test_an_index_before_is_told_where_there_is_no_trend_yet():
    earlier = EarlierPeriod("2024-S2", "Semester II Tahun 2024", Decimal("84.83"), {}, ())
    document = survey_report(source=make_source(make_cycle(survey=whole_survey()), earlier=(earlier,)))
    assert "IKM Semester II Tahun 2024 adalah 84,83" in document.analysis.development.text
    assert "belum dapat disajikan" in survey_report().analysis.development.text


def test_a_prepared_one_is_sealed_and_says_the_same_as_its_draft():
    cycle = make_cycle(survey=whole_survey())
    signed = survey_report(source=make_source(cycle, signing=make_signing()))
    assert signed.closing.signature.seal and "9 Januari 2026" in signed.closing.signature.place_and_date
    draft = survey_report(cycle)
    assert draft.closing.signature.seal is None and says_the_same(draft, signed)
    other = make_cycle(survey=whole_survey(respondents=111))
    assert not says_the_same(draft, survey_report(other))
    keys = [text.key for text in texts_of(signed)]
    assert len(set(keys)) == len(keys)


def test_what_is_realised_of_this_survey_changes_nothing():
    cycle = make_cycle(survey=whole_survey())
    plans = cycle.followup.priorities[0].plans
    undone = tuple(replace(plan, realisation=replace(plan.realisation, status="not_started")) for plan in plans)
    followup = replace(cycle.followup, priorities=(replace(cycle.followup.priorities[0], plans=undone),))
    assert survey_report(cycle) == survey_report(replace(cycle, followup=followup))


def test_an_office_words_sections_itself_with_placeholders_and_unknown_ones_hinder():
    own = {"background": "Survei {{ periode }} *penting*.", "conclusion": "IKM {{ ikm }}; {{ ikan }}."}
    survey = whole_survey(fieldwork=replace(whole_survey().fieldwork, **own))
    document = survey_report(make_cycle(survey=survey))
    background = document.opening.sections[0]
    assert background.text == "Survei Semester I Tahun 2025 penting." and background.own
    assert document.closing.conclusion.text == "IKM 87,33; {{ ikan }}."
    assert "isian {{ ikan }} yang tidak dikenal pada Bab V" in document.lacking
    assert not document.opening.sections[2].own
