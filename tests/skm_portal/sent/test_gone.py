"""What was deleted or moved while somebody wrote says so, by whom and when, and keeps what was typed."""

import re
from html import unescape

import pytest

from followups.evidence import arranging
from followups.evidence.places import Place
from followups.models import ActionPlan, EvidencePhoto, RecordedPeriod, Upkeep
from followups.planning.plans import delete_plan
from followups.upkeep.care import Care, add_upkeep, delete_upkeep
from offices.models import Membership, Role
from offices.profile.units import add_unit, delete_unit
from reports.cycle.load import load_cycle
from reports.reading.notes import delete_note, write_note
from surveys.offering.kinds import add_service
from tests.conftest import PASSWORD, make_plan
from tests.journeys.scene import fields_on
from tests.reports.rules.clean import clean

pytestmark = pytest.mark.django_db
TEXT = "Menata ulang loket pelayanan supaya antrean lebih pendek"


def page_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def told(response, sentence, text=TEXT):
    """The sentence with who and when, and what was typed."""
    page = page_of(response)
    assert response.status_code == 404
    assert re.search(rf"{sentence} oleh Admin pada \d+ \w+ \d{{4}}, \d\d\.\d\d WIB[.,]", page), page
    assert "tidak memiliki akses" not in page
    assert text in page
    return page


def test_a_plan(as_user, people, survey):
    plan = make_plan(ActionPlan.objects.first().priority, 3)
    delete_plan(survey, people.admin, plan)
    client, address = as_user(people.secretary), f"/rtl/3521/2025-S1/{plan.pk}/"
    told(client.post(f"{address}kembalikan/", {"note": TEXT}), "RTL ini sudah dihapus")
    client = as_user(people.admin)
    for form in (address, f"{address}ubah/"):
        told(client.post(form, {"description": TEXT}), "RTL ini sudah dihapus")
    assert 'href="/rtl/3521/2025-S1/"' in client.get(address).content.decode()


def test_the_photos_of_a_plan_that_is_gone(as_user, people, survey):
    plan = make_plan(ActionPlan.objects.first().priority, 3)
    delete_plan(survey, people.admin, plan)
    client, place = as_user(people.admin), f"/bukti-dukung/3521/2025-S1/rtl/{plan.pk}/"
    told(client.post(f"{place}keterangan/", {"note": TEXT}), "RTL ini sudah dihapus")
    for form in (f"{place}laman/", f"{place}laman/999999/"):
        told(client.post(form, {"caption": TEXT}), "RTL ini sudah dihapus")


def test_an_upkeep(as_user, people, survey):
    row = add_upkeep(survey, people.admin, Care("biaya", "Rencana", "", all_units=True, units=()))
    delete_upkeep(survey, people.admin, row)
    response = as_user(people.admin).post(f"/pemeliharaan/3521/2025-S1/{row.pk}/ubah/", {"plan": TEXT})
    told(response, "Pemeliharaan ini sudah dihapus")
    assert not Upkeep.objects.exists()


def test_a_unit(as_user, people, survey):
    unit = add_unit(survey.office, people.admin, "Subbagian Arsip", "Arsip")
    number = unit.pk
    delete_unit(survey.office, people.admin, unit)
    told(as_user(people.admin).post(f"/satuan-kerja/3521/unit/{number}/", {"name": TEXT}), "Unit ini sudah dihapus")


def test_a_service_and_an_earlier_period(as_user, people, survey):
    client, office = as_user(people.admin), "/satuan-kerja/3521"
    service = add_service(survey.office, people.admin, "KTP")
    client.post(f"{office}/periode-sebelumnya/", {"year": "2024", "part": "S2"})
    period = RecordedPeriod.objects.get()
    for address, typed, sentence in (
        (f"{office}/layanan/{service.pk}/", {"name": TEXT}, "Jenis layanan ini sudah dihapus"),
        (f"{office}/periode-sebelumnya/{period.pk}/", {"pasted": TEXT}, "Periode ini sudah tidak dicatat lagi"),
    ):
        assert client.post(f"{address}hapus/").status_code == 302
        told(client.post(address, typed), sentence)


def test_a_photo_and_a_note(as_user, people, survey, place):
    photo = EvidencePhoto.objects.get()
    note = write_note(survey, people.secretary, "bab-2", TEXT)
    number = note.pk
    delete_note(survey, people.secretary, note)
    page = page_of(as_user(people.secretary).post(f"/laporan/3521/2025-S1/catatan/{number}/hapus/"))
    assert "Catatan pembaca ini sudah dihapus oleh Sekretaris" in page
    ActionPlan.objects.update(status="in_progress")
    arranging.delete_photo(people.admin, photo)
    address = f"/bukti-dukung/3521/2025-S1/{place.address}/foto/{photo.pk}/"
    told(as_user(people.staff).post(address, {"caption": TEXT}), "Foto ini sudah dihapus")


def test_a_photo_that_was_moved_is_followed_with_what_was_typed(as_user, people, survey, followup, place):
    ActionPlan.objects.update(status="in_progress")
    photo, there = EvidencePhoto.objects.get(), Place(followup, plan=ActionPlan.objects.get(position=2))
    arranging.move_photos(people.admin, place, there, [photo.pk])
    client = as_user(people.admin)
    response = client.post(f"/bukti-dukung/3521/2025-S1/{place.address}/foto/{photo.pk}/", {"caption": TEXT})
    page = response.content.decode()
    assert f"Foto ini sudah dipindahkan ke {there.plan}." in page_of(response)
    form = re.search(r'<form method="post" action="([^"]*)">(.*?)</form>', page, re.DOTALL)
    sent = {name: unescape(value) for name, value in re.findall(r'name="([^"]*)"\s+value="([^"]*)"', form[2])}
    assert client.post(form[1], sent).status_code == 302
    photo.refresh_from_db()
    assert photo.caption == TEXT


@pytest.mark.parametrize("what", ["tautan/{}/akhiri", "laman/{}", "laman/{}/hapus"])
def test_the_number_of_a_link_or_a_page_is_not_that_of_a_photo(as_user, people, followup, place, what):
    """The photo with this number is at another place."""
    ActionPlan.objects.update(status="in_progress")
    photo, there = EvidencePhoto.objects.get(), Place(followup, plan=ActionPlan.objects.get(position=2))
    arranging.move_photos(people.admin, place, there, [photo.pk])
    address = f"/bukti-dukung/3521/2025-S1/{place.address}/{what.format(photo.pk)}/"
    page = page_of(as_user(people.admin).post(address))
    assert "Halaman tidak ditemukan" in page
    assert "Foto ini" not in page
    arranging.delete_photo(people.admin, photo)
    assert "Foto ini" not in page_of(as_user(people.admin).post(address))


@pytest.mark.parametrize("name", ["stranger", "nobody"])
def test_strangers_learn_nothing(as_user, people, survey, name):
    plan = make_plan(ActionPlan.objects.first().priority, 3)
    number = plan.pk
    delete_plan(survey, people.admin, plan)
    page = page_of(as_user(getattr(people, name)).post(f"/rtl/3521/2025-S1/{number}/ubah/", {"programme": TEXT}))
    assert "Halaman tidak ditemukan" in page
    assert "dihapus" not in page
    assert "Admin" not in page


def test_what_never_was_is_only_not_found(as_user, people, survey):
    page = page_of(as_user(people.admin).get("/rtl/3521/2025-S1/99999/ubah/"))
    assert "Halaman tidak ditemukan" in page


def test_what_a_page_hides_is_not_shown_as_typed(as_user, people, survey):
    row = add_upkeep(survey, people.admin, Care("biaya", "Rencana", "", all_units=True, units=()))
    delete_upkeep(survey, people.admin, row)
    hidden = {name: f"mesin:3cd7244d {name}:9f86d081" for name in ("asal", "revision", "seen", "wanted")}
    response = as_user(people.admin).post(f"/pemeliharaan/3521/2025-S1/{row.pk}/ubah/", {"plan": TEXT} | hidden)
    assert "mesin" not in told(response, "Pemeliharaan ini sudah dihapus")


def test_what_was_kept_over_a_log_in_is_shown_where_its_plan_is_gone(as_user, people, survey):
    plan = make_plan(ActionPlan.objects.first().priority, 3)
    address = f"/rtl/3521/2025-S1/{plan.pk}/ubah/"
    client = as_user(people.admin)
    sent = fields_on(client.get(address).content.decode(), address) | {"programme": TEXT}
    client.cookies.clear()
    way = client.post(address, sent).url
    delete_plan(survey, people.admin, plan)
    back = client.post(way, {"login": people.admin.username, "password": PASSWORD, "next": address})
    told(client.get(back.url), "RTL ini sudah dihapus")


@pytest.mark.prove
def test_the_old_addresses_of_a_replaced_cycle_say_so_and_lead_to_its_plans(as_user, people):
    old = load_cycle(clean(), lambda _name: None, placeholders=True)
    office, plan = old.office.code, ActionPlan.objects.first().pk
    Membership.objects.create(user=people.staff, office=old.office, role=Role.STAFF, unit=old.office.units.first())
    new = load_cycle(clean(), lambda _name: None, placeholders=True, replace=True, actor=people.admin)
    client = as_user(people.staff)
    for response in (
        client.get(f"/rtl/{office}/{new.period}/{plan}/ubah/"),
        client.post(f"/rtl/{office}/{new.period}/{plan}/ubah/", {"programme": TEXT}),
        client.post(f"/bukti-dukung/{office}/{new.period}/rtl/{plan}/keterangan/", {"note": TEXT}),
    ):
        text = "" if response.wsgi_request.method == "GET" else TEXT
        told(response, "Siklus ini sudah diganti dengan berkas", text)
        assert f'href="/rtl/{office}/{new.period}/"' in response.content.decode()
    assert "Halaman tidak ditemukan" in page_of(client.get(f"/rtl/{office}/{new.period}/999999/ubah/"))
