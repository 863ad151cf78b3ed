"""The three forms of statistical metadata: what the portal knows is filled in, the rest says who has to."""

from dataclasses import replace
from datetime import date

import pytest

from offices.models import Office
from publishing.data.metadata import TO_FILL_IN, metadata_forms
from publishing.data.tables import OfOffice
from publishing.models import PublicFace
from publishing.open.period import Behind, open_period
from tests.publishing.results import document

INSTRUMENT = "Permen PANRB 14/2017"
BEHIND = Behind(2, date(2026, 1, 9), "ABCD-EFGH", "Laporan Tindak Lanjut SKM")
PAGE = "/publik/3521/metadata/"


def forms(parent=("35", "KPU Jawa Timur"), **survey):
    period = open_period(document(**survey), BEHIND, {}, INSTRUMENT)
    return {form.key: dict(form.rows) for form in metadata_forms(OfOffice("3521", "KPU Ngawi", parent, (period,)))}


def test_there_are_three_in_the_order_of_the_regulation():
    period = open_period(document(), BEHIND, {}, INSTRUMENT)
    made = metadata_forms(OfOffice("3521", "KPU Ngawi", ("", ""), (period,)))
    assert [form.key for form in made] == ["ms-keg", "ms-var", "ms-ind"]
    assert [form.title.split(":")[0] for form in made] == ["MS-Keg", "MS-Var", "MS-Ind"]
    for form in made:
        asked = [label for label, _value in form.rows]
        assert len(set(asked)) == len(asked)
        assert all(value for _label, value in form.rows)


def test_without_a_signed_report_there_is_nothing_to_describe():
    assert metadata_forms(OfOffice("3521", "KPU Ngawi", ("", ""), ())) == ()


def test_the_activity_says_who_asked_whom_when():
    said = forms()["ms-keg"]
    assert said["Judul kegiatan"] == "Survei Kepuasan Masyarakat KPU Ngawi Semester I Tahun 2025"
    assert said["Tahun"] == "2025"
    assert said["Instansi penyelenggara"] == "KPU Ngawi"
    assert said["Instansi di atasnya"] == "KPU Jawa Timur"
    assert said["Waktu pengumpulan data"] == "2 Januari–30 Juni 2025"
    assert said["Jumlah responden"] == "110"
    assert said["Variabel yang dikumpulkan"].split("; ") == list(document().element_names.values())


def test_numbers_are_grouped_as_in_the_report():
    assert forms(respondents=1110)["ms-keg"]["Jumlah responden"] == "1.110"


@pytest.mark.parametrize(
    ("survey", "asked"),
    [
        ({"start": None}, "Waktu pengumpulan data"),
        ({"end": None}, "Waktu pengumpulan data"),
        ({"respondents": None}, "Jumlah responden"),
        ({}, "Identitas rekomendasi BPS"),
        ({}, "Metode pengumpulan data"),
    ],
)
def test_what_nobody_told_the_portal_is_left_to_the_office_in_words(survey, asked):
    assert forms(**survey)["ms-keg"][asked] == TO_FILL_IN == "(diisi oleh satuan kerja)"


def test_an_office_with_none_above_has_a_dash_there():
    assert forms(parent=("", ""))["ms-keg"]["Instansi di atasnya"] == "–"


def test_the_variable_names_every_element_with_its_key():
    said = forms()["ms-var"]["Klasifikasi isian"]
    for key, name in document().element_names.items():
        assert f"{name} ({key})" in said
    assert forms()["ms-var"]["Referensi waktu"] == "Semester I Tahun 2025"


def test_the_indicator_says_from_where_on_each_grade_is_earned_and_which_report_tells_it():
    said = forms()["ms-ind"]
    for grade in document().grades:
        assert f"{grade.letter} ({grade.label}) mulai {str(grade.lowest).replace('.', ',')}" in said["Interpretasi"]
    assert said["Publikasi ketersediaan"] == "Laporan ditandatangani 9 Januari 2026"


def test_the_latest_of_several_periods_is_described():
    first, second = (open_period(document(period=period), BEHIND, {}, INSTRUMENT) for period in ("2025-S2", "2025-S1"))
    made = metadata_forms(OfOffice("3521", "KPU Ngawi", ("", ""), (first, second)))
    assert dict(made[0].rows)["Judul kegiatan"].endswith("Semester II Tahun 2025")


def test_the_page_shows_every_answer_of_every_form(client, published):
    page = client.get(PAGE).content.decode()
    for title in ("Metadata Kegiatan Statistik", "Metadata Variabel Statistik", "Metadata Indikator Statistik"):
        assert title in page
    assert page.count("<dt>") == page.count("<dd>") == sum(len(rows) for rows in forms().values())


def test_an_open_office_that_signed_nothing_says_so(client, published):
    page = client.get("/publik/3519/metadata/").content.decode()
    assert "Belum ada hasil yang ditandatangani." in page
    assert "<dt>" not in page


def test_a_name_is_no_markup(client, published):
    Office.objects.filter(pk=published.ngawi.pk).update(name="<b>Dinas</b> & Rekan")
    page = client.get(PAGE).content.decode()
    assert "&lt;b&gt;Dinas&lt;/b&gt; &amp; Rekan" in page
    assert "<b>Dinas" not in page


def test_it_closes_with_the_page(client, published):
    assert client.get(PAGE).status_code == 200
    PublicFace.objects.filter(office=published.ngawi).delete()
    assert client.get(PAGE).status_code == 404


def test_the_variable_names_the_instrument_by_which_was_asked():
    other = replace(open_period(document(), BEHIND, {}, INSTRUMENT), instrument="Keputusan Wali Kota 7/2024")
    told = metadata_forms(OfOffice("3521", "KPU", ("", ""), (other,)))
    assert dict(told[1].rows)["Referensi pemilihan"] == "Keputusan Wali Kota 7/2024"
