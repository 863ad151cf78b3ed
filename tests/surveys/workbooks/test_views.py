"""The page that takes scores from files, as an admin meets it."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from offices.models import AuditEvent
from surveys.models import Lock, Survey
from tests.mass import sampled
from tests.surveys.workbooks.accepted import CELLS, accepted_scores
from tests.surveys.workbooks.corpus.__main__ import FOLDER
from tests.surveys.workbooks.files import separated, xlsx
from tests.surveys.workbooks.layouts import CODES, NAMES, form_export, numbered
from tests.surveys.workbooks.test_reading import ANSWERS

PAGE = "/skm/3521/2025-S1/berkas/"


def upload(*files):
    return {"uploads": [SimpleUploadedFile(name, content) for name, content in files]}


def scores():
    return {row.element.key: row.score for row in Survey.objects.get().scores.select_related("element")}


@pytest.fixture
def admin(people, survey, as_user):
    return as_user(people.admin)


def test_the_survey_leads_to_it(admin):
    assert f'href="{PAGE}"' in admin.get("/skm/3521/2025-S1/").content.decode()


def test_what_is_found_is_shown_and_nothing_written(admin):
    before = scores()
    response = admin.post(PAGE, upload(form_export(ANSWERS)))
    page = response.content.decode()
    assert response.status_code == 200
    assert "jawaban responden" in page and "5 responden" in page and "Tidak disimpan: " in page
    assert "Nomor HP" in page and "081200000000" not in page and "Nama Orang" not in page
    assert scores() == before


def test_accepted_it_is_stored_and_stands_in_the_trail_with_who_did_it(admin, people):
    response = admin.post(PAGE, accepted_scores())
    assert response.url == "/skm/3521/2025-S1/"
    assert scores()["sarana"] == Decimal("3.5") and Survey.objects.get().respondents == 2
    assert AuditEvent.objects.get(action="survey.import").actor_id == people.admin.pk


def test_what_is_accepted_must_be_what_was_shown(admin):
    before = scores()
    other = CELLS.replace("\t4", "\t2")
    response = admin.post(PAGE, accepted_scores() | {"pasted": other})
    assert response.status_code == 200 and "Simpan nilai ini" in response.content.decode()
    assert scores() == before


def test_what_is_asked_is_answered_on_the_page(admin):
    file = ("skm.xlsx", xlsx(("Data", [["No", *CODES], *numbered(ANSWERS, None)])))
    asked = admin.post(PAGE, upload(file)).content.decode()
    assert 'name="jawab-U8"' in asked and "Sarana dan Prasarana" in asked and "Simpan nilai ini" not in asked
    answered = admin.post(PAGE, upload(file) | {"jawab-U8": "pengaduan"}).content.decode()
    assert "Simpan nilai ini" in answered
    assert '<input type="hidden" name="jawab-U8" value="pengaduan"' in " ".join(answered.split())


def test_one_file_for_each_service_is_named_by_its_file(admin):
    files = [(f"{name}.csv", separated([["No", *NAMES, name], *numbered(ANSWERS)])) for name in ("KTP", "KK")]
    page = " ".join(admin.post(PAGE, upload(*files)).content.decode().split())
    assert "Layanan: KTP (5), KK (5)." in page


@pytest.mark.parametrize(
    ("sent", "told"),
    sampled(
        [
            ({}, "Pilih berkas nilai"),
            ({"pasted": CELLS, **upload(("a.csv", b"x"))}, "Pilih salah satu"),
            (upload(("a.png", b"\x89PNG\r\n\x1a\n000")), "gambar"),
            (upload(("a.xlsx", (FOLDER / "kata-sandi.xlsx").read_bytes())), "dilindungi kata sandi"),
            ({"pasted": "halo"}, "Tidak ditemukan tabel nilai"),
            (upload(*[(f"{at}.csv", b"x") for at in range(21)]), "Paling banyak 20 berkas"),
        ],
        every=3,
        ids=["nothing", "both", "picture", "locked", "no table", "too many"],
    ),
)
def test_what_cannot_be_read_says_why(admin, sent, told):
    response = admin.post(PAGE, sent)
    assert response.status_code == 422 and told in response.content.decode()


def test_what_was_not_even_read_is_said_where_the_page_shows_what_it_found(admin):
    page = admin.post(PAGE, {}).content.decode()
    told = page.partition('id="hasil-berkas"')[2]
    assert "Belum ada yang diperiksa." in told and "Pilih berkas nilai" in told
    assert "Belum tersimpan" not in page and "Belum ada yang diperiksa" not in admin.get(PAGE).content.decode()


def test_the_preview_ranks_what_it_found_beside_what_is_stored(admin):
    row = next(each for each in Survey.objects.get().scores.all() if each.element.key == "persyaratan")
    row.score = Decimal("1.0")
    row.save()
    rows = [["No", *NAMES], *([number, 4, *[3] * 8] for number in range(1, 4))]
    page = admin.post(PAGE, upload(("a.csv", separated(rows)))).content.decode()
    assert "Peringkat dari terendah" in page and "<td>9 (tersimpan 1)</td>" in page


def test_pasted_cells_stay_when_they_are_refused(admin):
    assert "halo dunia" in admin.post(PAGE, {"pasted": "halo dunia"}).content.decode()


@pytest.mark.parametrize("who", ["staff", "head", "supervisor", "stranger"])
def test_only_who_may_change_the_survey_comes_here(people, survey, as_user, who):
    assert as_user(getattr(people, who)).get(PAGE).status_code in {403, 404}


def test_a_frozen_cycle_says_why(admin):
    sent = accepted_scores()
    Survey.objects.update(lock=Lock.SIGNED)
    assert "Simpan nilai ini" not in admin.get(PAGE).content.decode()
    assert admin.post(PAGE, sent).status_code == 403


@pytest.mark.prove
def test_a_part_of_the_page_leads_the_whole_on(admin):
    response = admin.post(PAGE, accepted_scores(), headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"] == "/skm/3521/2025-S1/"
