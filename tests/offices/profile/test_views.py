"""What an office says of itself, its pictures and its units: who changes it, and what stays as it was."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from followups.models import ActionPlan
from offices.declining import Declined
from offices.models import AuditEvent, Membership, Office, Role, Unit
from offices.profile.units import close_unit, delete_unit, reopen_unit
from reports.document.gather import document_of
from tests.conftest import jpeg, make_user

PROFILE = "/satuan-kerja/3521/"
PICTURES, UNITS = f"{PROFILE}gambar/", f"{PROFILE}unit/"
NIP = "198305032009021002"
PPPK = "198305032023212001"


def fields(**changes):
    return {
        "name": "Komisi Pemilihan Umum Kabupaten Ngawi",
        "short_name": "KPU Ngawi",
        "place": "Ngawi",
        "address": "Jalan Contoh 1",
        "postal_code": "63211",
        "phone": "0351-749000",
        "email": "kpu@example.go.id",
        "website": "kpu.example.go.id",
        "all_units_label": "Seluruh Subbagian",
        "signatory_name": "Sari Utami",
        "signatory_title": "Sekretaris",
        "signatory_nip": "19830503 200902 1 002",
        "social-TOTAL_FORMS": "3",
        "social-INITIAL_FORMS": "0",
        "social-0-platform": "Instagram",
        "social-0-label": "@kpungawi",
        "social-2-platform": "YouTube",
        "social-2-label": "KPU Ngawi",
    } | changes


def picture(data=None, name="logo.jpg"):
    return {"picture": SimpleUploadedFile(name, jpeg() if data is None else data)}


def test_an_admin_saves_the_profile_with_one_event(as_user, people, ngawi):
    response = as_user(people.admin).post(PROFILE, fields())
    assert (response.status_code, response.url) == (302, PROFILE)
    ngawi.refresh_from_db()
    assert (ngawi.short_name, ngawi.signatory_nip) == ("KPU Ngawi", NIP)
    assert ngawi.socials == [
        {"platform": "Instagram", "label": "@kpungawi"},
        {"platform": "YouTube", "label": "KPU Ngawi"},
    ]
    event = AuditEvent.objects.get()
    assert (event.action, event.before["short_name"], event.after["short_name"]) == (
        "office.change",
        "KPU Kabupaten Ngawi",
        "KPU Ngawi",
    )


CALLED = {"head_called": "Kepala Seksi", "secretary_called": "Camat", "admin_called": "", "staff_called": "Petugas"}


def test_the_pages_of_an_office_speak_in_its_own_words_for_roles(as_user, people, survey):
    as_user(people.admin).post(PROFILE, fields(**CALLED))
    assert AuditEvent.objects.get(action="office.change").after["secretary_called"] == "Camat"
    pages = {
        (people.admin, PROFILE): ('value="Kepala Seksi"', 'value="Camat"'),
        (people.secretary, PROFILE): ("Kepala Seksi, Camat, Admin, Petugas", "Hanya Admin"),
        (people.admin, f"{PROFILE}pengguna/"): ("Kepala Seksi (Subbag kul)", "Camat", "Petugas"),
        (people.admin, f"{PROFILE}pengguna/baru/"): ("Camat: membaca", "Kepala Seksi di unit", "Petugas di unit"),
        (people.head, "/"): ("Kepala Seksi, Subbag kul",),
        (people.head, reverse("papers", args=("3521", "2025-S1"))): ("Hanya Admin dan Camat yang dapat",),
    }
    for (person, address), words in pages.items():
        page = as_user(person).get(address).content.decode()
        assert [word for word in words if word not in page] == [], address


@pytest.mark.parametrize("address", [PROFILE, PICTURES, UNITS])
@pytest.mark.parametrize("role", ["staff", "head", "secretary"])
def test_others_of_the_office_read_it_and_are_told_who_changes_it(as_user, people, ngawi, role, address):
    page = as_user(getattr(people, role)).get(address).content.decode()
    assert "Hanya Admin yang dapat mengubah profil satuan kerja." in page
    assert "Simpan" not in page
    assert "Tambah unit" not in page


@pytest.mark.parametrize("address", [PROFILE, UNITS, f"{PICTURES}logo/unggah/", f"{PICTURES}logo/hapus/"])
def test_only_an_admin_of_the_office_writes(as_user, people, ngawi, address):
    refused = as_user(people.secretary).post(address, fields())
    assert refused.status_code == 403
    assert "Hanya Admin" in refused.content.decode()
    assert as_user(people.stranger).post(address, fields()).status_code == 404
    assert as_user(people.stranger).get(PROFILE).status_code == 404
    assert not AuditEvent.objects.exists()


def test_a_refused_profile_keeps_every_field_and_says_where(as_user, people, ngawi):
    wrong = fields(signatory_nip="1983", **{"social-0-label": ""}, name="Nama yang baru")
    response = as_user(people.admin).post(PROFILE, wrong)
    page = response.content.decode()
    assert response.status_code == 422
    assert "NIP harus terdiri atas 18 angka." in page
    assert "kosongkan keduanya" in page
    for typed in ("Nama yang baru", "1983", "0351-749000", "Instagram"):
        assert typed in page
    assert Office.objects.get(code="3521").name != "Nama yang baru"
    assert not AuditEvent.objects.exists()


def test_the_number_of_a_contract_employee_is_taken_when_it_is_said_to_be_one(as_user, people, ngawi):
    client = as_user(people.admin)
    assert client.post(PROFILE, fields(signatory_nip=PPPK)).status_code == 422
    assert client.post(PROFILE, fields(signatory_nip=PPPK, pppk="on")).status_code == 302
    assert "checked" in client.get(PROFILE).content.decode()


def test_a_pattern_for_document_numbers_and_a_limit_of_size_are_kept(as_user, people, ngawi):
    numbered = {
        "number_template": "{nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}",
        "number_classification": "ORT.07",
        "number_unit_code": "3521",
        "pdf_limit_mb": "2",
    }
    assert as_user(people.admin).post(PROFILE, fields(**numbered)).status_code == 302
    ngawi.refresh_from_db()
    assert (ngawi.number_template, ngawi.pdf_limit_mb) == (numbered["number_template"], 2)


@pytest.mark.parametrize("pattern", ["{nomor}/{bulan}", "{nomor}/{kode}"])
def test_a_pattern_that_could_never_be_filled_in_is_refused(as_user, people, ngawi, pattern):
    response = as_user(people.admin).post(PROFILE, fields(number_template=pattern))
    assert "number_template" in response.context["form"].errors


def test_a_row_that_is_emptied_is_gone(as_user, people, ngawi):
    client = as_user(people.admin)
    client.post(PROFILE, fields())
    emptied = {"social-0-platform": "", "social-0-label": "", "social-INITIAL_FORMS": "2"}
    client.post(PROFILE, fields(**emptied))
    assert Office.objects.get(code="3521").socials == [{"platform": "YouTube", "label": "KPU Ngawi"}]


def test_a_draft_prints_the_new_profile(as_user, people, survey, ngawi):
    as_user(people.admin).post(PROFILE, fields())
    survey.refresh_from_db()
    assert document_of(survey).office.short_name == "KPU Ngawi"


def test_a_picture_is_put_shown_and_taken_away(as_user, people, ngawi):
    client = as_user(people.admin)
    assert client.post(f"{PICTURES}sampul-depan/unggah/", picture()).url == PICTURES
    ngawi.refresh_from_db()
    name = ngawi.cover_front.name
    assert name.startswith("offices/3521/")
    assert "logo.jpg" not in name
    assert f"{PICTURES}sampul-depan" in client.get(PICTURES).content.decode()
    assert client.get(f"{PICTURES}sampul-depan").status_code == 200
    assert client.post(f"{PICTURES}sampul-depan/hapus/").url == PICTURES
    ngawi.refresh_from_db()
    assert not ngawi.cover_front
    assert default_storage.exists(name)
    actions = list(AuditEvent.objects.order_by("pk").values_list("action", flat=True))
    assert actions == ["office.picture_set", "office.picture_remove"]


def test_a_file_that_is_no_picture_is_refused_by_name_with_its_reason(as_user, people, ngawi):
    client = as_user(people.admin)
    client.post(f"{PICTURES}logo/unggah/", picture())
    before = Office.objects.get(code="3521").logo.name
    response = client.post(f"{PICTURES}logo/unggah/", picture(b"%PDF-1.7", "surat.pdf"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "surat.pdf" in page
    assert "berformat PDF" in page
    assert Office.objects.get(code="3521").logo.name == before
    assert AuditEvent.objects.count() == 1


def test_an_upload_without_a_file_is_refused(as_user, people, ngawi):
    response = as_user(people.admin).post(f"{PICTURES}logo/unggah/")
    assert response.status_code == 422
    assert "Pilih dahulu berkas gambarnya." in response.content.decode()


def test_there_is_no_fourth_picture(as_user, people, ngawi):
    assert as_user(people.admin).post(f"{PICTURES}name/unggah/", picture()).status_code == 404
    assert as_user(people.admin).post(f"{PICTURES}name/hapus/").status_code == 404


def test_a_unit_is_added_at_the_end_with_a_key_of_its_own(as_user, people, ngawi):
    client = as_user(people.admin)
    client.post(UNITS, {"name": "Subbagian Hukum", "short_name": "Subbag Hukum Tekhum"})
    added = Unit.objects.get(name="Subbagian Hukum")
    assert (added.key, added.position) == ("tekhum2", 4)


def test_two_open_units_cannot_have_one_name(as_user, people, ngawi):
    response = as_user(people.admin).post(UNITS, {"name": "SUBBAGIAN KUL", "short_name": "Lain"})
    assert response.status_code == 422
    assert "sudah memakai nama ini" in response.content.decode()
    assert ngawi.units.count() == 3


def test_a_unit_is_renamed(as_user, people, ngawi):
    kul = ngawi.units.get(key="kul")
    as_user(people.admin).post(f"{UNITS}{kul.pk}/", {"name": "Subbagian Umum", "short_name": "Subbag Umum"})
    kul.refresh_from_db()
    assert (kul.key, kul.name) == ("kul", "Subbagian Umum")
    assert AuditEvent.objects.get().action == "unit.rename"


@pytest.mark.parametrize(
    ("move", "order"),
    [
        ("rendatin naik", "rendatin kul tekhum"),
        ("kul turun", "rendatin kul tekhum"),
        ("kul naik", "kul rendatin tekhum"),
    ],
)
def test_units_are_put_in_order(as_user, people, ngawi, move, order):
    key, to = move.split()
    unit = ngawi.units.get(key=key)
    as_user(people.admin).post(f"{UNITS}{unit.pk}/pindah/", {"arah": to})
    assert " ".join(ngawi.units.values_list("key", flat=True)) == order


def test_a_unit_that_nothing_names_is_deleted(as_user, people, ngawi):
    unit = ngawi.units.get(key="tekhum")
    as_user(people.admin).post(f"{UNITS}{unit.pk}/hapus/")
    assert not ngawi.units.filter(key="tekhum").exists()
    assert AuditEvent.objects.get().action == "unit.delete"


def use_in_plan(unit):
    ActionPlan.objects.first().units.add(unit)


def use_as_lead(unit):
    ActionPlan.objects.update(lead=unit)


def use_in_role(unit):
    Membership.objects.create(user=make_user("baru"), office=unit.office, role=Role.HEAD, unit=unit)


@pytest.mark.parametrize(
    ("use", "word"),
    [(use_in_plan, "rencana tindak lanjut"), (use_as_lead, "rencana tindak lanjut"), (use_in_role, "peran pengguna")],
)
def test_a_unit_that_something_names_is_not_deleted_but_closed(as_user, people, survey, use, word):
    unit = survey.office.units.get(key="tekhum")
    use(unit)
    client = as_user(people.admin)
    response = client.post(f"{UNITS}{unit.pk}/hapus/")
    assert response.status_code == 422
    assert f"dipakai oleh {word}" in response.content.decode()
    assert not AuditEvent.objects.exists()
    assert client.post(f"{UNITS}{unit.pk}/tutup/", {"closed_on": "2026-01-31"}).status_code == 302
    unit.refresh_from_db()
    assert unit.closed_on == date(2026, 1, 31)
    assert "Ditutup mulai 31 Januari 2026" in client.get(UNITS).content.decode()


@pytest.mark.parametrize(
    "late",
    [delete_unit, reopen_unit, lambda *who: close_unit(*who, date(2026, 1, 31))],
    ids=["delete", "reopen", "close"],
)
def test_a_unit_that_was_deleted_meanwhile_is_said_and_written_nowhere(people, ngawi, late):
    unit = ngawi.units.get(key="tekhum")
    delete_unit(ngawi, people.admin, ngawi.units.get(key="tekhum"))
    with pytest.raises(Declined, match="Unit ini sudah dihapus"):
        late(ngawi, people.admin, unit)
    assert [event.action for event in AuditEvent.objects.all()] == ["unit.delete"]


def test_a_unit_is_not_closed_years_ahead(as_user, people, ngawi):
    unit = ngawi.units.get(key="kul")
    response = as_user(people.admin).post(f"{UNITS}{unit.pk}/tutup/", {"closed_on": "01-01-2099"})
    assert response.status_code == 422 and "terlalu jauh" in response.content.decode()


def test_a_name_that_was_pasted_over_two_lines_stands_on_one(as_user, people, ngawi):
    unit = ngawi.units.get(key="kul")
    sent = {"name": "Subbagian\tKeuangan\nUmum", "short_name": "Subbag KU"}
    assert as_user(people.admin).post(f"{UNITS}{unit.pk}/", sent).status_code == 302
    unit.refresh_from_db()
    assert unit.name == "Subbagian Keuangan Umum"


def test_a_closed_unit_is_opened_again_unless_its_name_is_taken(as_user, people, ngawi):
    unit = ngawi.units.get(key="kul")
    client = as_user(people.admin)
    client.post(f"{UNITS}{unit.pk}/tutup/", {"closed_on": "2026-01-31"})
    twin = ngawi.units.create(key="kul2", name=unit.name, short_name="Kembar", position=9)
    assert client.post(f"{UNITS}{unit.pk}/buka/").status_code == 422
    twin.delete()
    assert client.post(f"{UNITS}{unit.pk}/buka/").status_code == 302
    unit.refresh_from_db()
    assert unit.closed_on is None


def test_closing_asks_for_a_day(as_user, people, ngawi):
    unit = ngawi.units.get(key="kul")
    assert as_user(people.admin).post(f"{UNITS}{unit.pk}/tutup/").status_code == 422


def test_a_unit_of_another_office_does_not_exist_here(as_user, people, ngawi, magetan):
    foreign = magetan.units.get(key="kul")
    client = as_user(people.admin)
    for address in (f"{UNITS}{foreign.pk}/", f"/satuan-kerja/3520/unit/{foreign.pk}/"):
        assert client.post(address, {"name": "X", "short_name": "X"}).status_code == 404
