"""Web pages as proof: who adds them where, what they count for, what of it is undone and told."""

import re
from dataclasses import replace
from datetime import date

import pytest
from time_machine import travel

from followups.evidence.places import Place
from followups.evidence.proofs import proofs_of
from followups.evidence.web.citing import MOST, Cited, change_cited, cite
from followups.models import ActionPlan, EvidenceGroup, EvidenceUse, Review, Status, Upkeep, WebProof
from followups.realising.rows import plans_for_rows
from followups.timeline.steps import steps_of
from offices.models import AuditEvent
from offices.trail.entries import unknown_names
from surveys.models import Element, Lock, Survey
from tests.followups.evidence.evidence import PAGE, at, text

NEWS = {"address": "https://kpu.go.id/berita/loket", "caption": "Berita loket baru", "opened_on": "03-03-2026"}
CITED = Cited(NEWS["address"], NEWS["caption"], date(2026, 3, 3))


@pytest.fixture(autouse=True)
def _march():
    with travel("2026-03-04T05:00Z", tick=False):
        yield


@pytest.fixture
def upkeep(followup):
    element = Element.objects.get(key="biaya")
    return Place(followup, upkeep=Upkeep.objects.create(followup=followup, element=element, position=1))


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def add(client, place, **more):
    return client.post(at(place, "laman/"), NEWS | more)


def stored():
    return list(WebProof.objects.order_by("pk").values_list("pk", "address", "caption", "opened_on"))


@pytest.mark.parametrize("where", ["open_plan", "upkeep"])
def test_a_page_with_its_day_is_proof_and_shown_where_photos_are(admin, request, where):
    place = request.getfixturevalue(where)
    response = add(admin, place, kembali=f"{PAGE}?halaman=1")
    assert (response.status_code, response["Location"]) == (302, f"{PAGE}?halaman=1")
    for address in (PAGE, at(place)):
        page = text(admin.get(address))
        assert f'href="{NEWS["address"]}"' in page and "Diakses 3 Maret 2026" in page and NEWS["caption"] in page
    assert "Tambah laman web sebagai bukti" in text(admin.get(at(place)))


def test_the_form_stands_on_the_page_of_realisation_and_leads_back_there(admin, open_plan):
    page = f"/rtl/3521/2025-S1/{open_plan.plan.pk}/"
    assert f'action="{at(open_plan, "laman/")}"' in text(admin.get(page))
    add(admin, open_plan, kembali=page)
    assert NEWS["caption"] in text(admin.get(page))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"address": "javascript:alert(1)"}, "harus diawali https://"),
        ({"address": ""}, "Isi alamat laman"),
        ({"caption": " "}, "Isi judul laman"),
        ({"caption": "x" * 301}, "300"),
        ({"opened_on": ""}, "Isi tanggal ketika laman itu dibuka"),
        ({"opened_on": "05-03-2026"}, "belum tiba"),
        ({"opened_on": "31-12-1999"}, "terlalu lampau"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(admin, open_plan, wrong, said):
    response = add(admin, open_plan, **wrong)
    page = text(response)
    assert response.status_code == 422 and said in page and 'aria-invalid="true"' in page
    kept = {name: value for name, value in NEWS.items() if name not in wrong}
    assert all(f'value="{value}"' in page for value in kept.values())
    assert stored() == []


def test_the_same_page_twice_and_more_than_a_reader_can_open_are_refused(admin, people, open_plan):
    add(admin, open_plan)
    assert "sudah menjadi bukti dukung di sini" in text(add(admin, open_plan))
    for number in range(1, MOST):
        cite(people.admin, open_plan, Cited(f"https://kpu.go.id/{number}", "Berita", date(2026, 3, 3)))
    assert f"Paling banyak {MOST} laman" in text(add(admin, open_plan, address="https://kpu.go.id/lagi"))
    assert WebProof.objects.count() == MOST


def test_what_people_write_is_never_markup(admin, open_plan):
    add(admin, open_plan, caption='<b onclick="x">Loket</b> {{ 7|add:7 }}')
    page = text(admin.get(at(open_plan)))
    assert "&lt;b onclick=" in page and "<b onclick" not in page and "{{ 7|add:7 }}" in page


def test_a_unit_adds_to_its_own_plans_and_nobody_to_what_is_prepared(as_user, people, done, upkeep):
    assert add(as_user(people.supervisor), done).status_code == 403
    staff = as_user(people.staff)
    assert add(staff, upkeep).status_code == 403
    assert add(staff, done).status_code == 302
    Survey.objects.update(lock=Lock.PREPARED)
    proof = WebProof.objects.get()
    assert add(staff, done, address="https://kpu.go.id/lain").status_code == 403
    assert staff.post(at(done, f"laman/{proof.pk}/"), NEWS | {"caption": "Lain"}).status_code == 403
    assert staff.post(at(done, f"laman/{proof.pk}/hapus/")).status_code == 403
    assert "sudah disiapkan" in text(staff.get(at(done, f"laman/{proof.pk}/")))
    assert "Ubah<span" not in text(staff.get(at(done)))


def test_the_tray_has_photos_alone(admin, followup):
    assert admin.get(at(Place(followup), "laman/")).status_code == 404


def test_it_counts_as_proof_wherever_a_plan_without_proof_is_told_of(admin, people, open_plan):
    plan = open_plan.plan
    assert plans_for_rows().get(pk=plan.pk).proofs == 0
    add(admin, open_plan)
    assert plans_for_rows().get(pk=plan.pk).proofs == 1
    sent = {"status": "done", "description": "Sudah.", "completed_on": "01-12-2025", "revision": plan.revision}
    response = admin.post(f"/rtl/3521/2025-S1/{plan.pk}/", sent)
    assert response.status_code == 302
    assert ActionPlan.objects.get(pk=plan.pk).status == Status.DONE
    assert "bukti dukung terakhir" in text(
        admin.post(at(open_plan, f"laman/{WebProof.objects.get().pk}/hapus/"), follow=True)
    )
    assert WebProof.objects.exists()


def test_the_last_photo_may_go_where_a_page_proves(admin, done):
    add(admin, done)
    admin.post(at(done, f"foto/{EvidenceUse.objects.get().photo_id}/lepas/"))
    assert not EvidenceUse.objects.exists() and WebProof.objects.exists()


def test_an_approved_plan_waits_again_and_a_decision_rests_on_the_pages(admin, done):
    ActionPlan.objects.filter(pk=done.plan.pk).update(review=Review.APPROVED)
    before = proofs_of(done.plan)
    add(admin, done)
    assert ActionPlan.objects.get(pk=done.plan.pk).review == Review.PENDING
    assert proofs_of(done.plan) != before


def test_a_plan_with_a_page_is_not_deleted(admin, open_plan):
    add(admin, open_plan)
    page = text(admin.post(f"/rtl/3521/2025-S1/{open_plan.plan.pk}/hapus/", follow=True))
    assert "sudah ada bukti dukungnya" in page


def test_a_group_that_says_and_shows_nothing_is_not_kept(admin, open_plan):
    add(admin, open_plan)
    admin.post(at(open_plan, f"laman/{WebProof.objects.get().pk}/hapus/"))
    assert not EvidenceGroup.objects.filter(plan=open_plan.plan).exists()


def changed(client, place):
    client.post(at(place, f"laman/{WebProof.objects.get().pk}/"), NEWS | {"caption": "Berita lain"})


def deleted(client, place):
    client.post(at(place, f"laman/{WebProof.objects.get().pk}/hapus/"))


@pytest.mark.parametrize("change", [changed, deleted])
def test_what_was_done_last_is_undone_and_the_trail_has_words_for_it(admin, open_plan, change):
    add(admin, open_plan)
    before = stored()
    change(admin, open_plan)
    assert stored() != before
    step = re.search(r'name="langkah" value="(\d+)"', text(admin.get(PAGE)))[1]
    assert "Perubahan terakhir Anda diurungkan." in text(admin.post(f"{PAGE}urungkan/", {"langkah": step}, follow=True))
    assert stored() == before
    assert [unknown_names(event) for event in AuditEvent.objects.all() if unknown_names(event)] == []


def test_what_was_added_by_mistake_is_taken_back(admin, open_plan):
    add(admin, open_plan)
    step = re.search(r'name="langkah" value="(\d+)"', text(admin.get(PAGE)))[1]
    admin.post(f"{PAGE}urungkan/", {"langkah": step})
    assert stored() == []


def test_what_another_one_changed_meanwhile_is_not_undone(admin, people, open_plan):
    add(admin, open_plan)
    step = re.search(r'name="langkah" value="(\d+)"', text(admin.get(PAGE)))[1]
    change_cited(people.staff, WebProof.objects.get(), replace(CITED, caption="Berita lain"))
    assert "diubah lagi sesudahnya" in text(admin.post(f"{PAGE}urungkan/", {"langkah": step}, follow=True))
    assert stored()[0][2] == "Berita lain"


def test_of_two_who_change_a_page_neither_overwrites_the_other(admin, people, open_plan):
    add(admin, open_plan)
    page = at(open_plan, f"laman/{WebProof.objects.get().pk}/")
    form = text(admin.get(page))
    opened = {name: re.search(rf'name="{name}" value="([^"]*)"', form)[1] for name in ("revision", "asal")}
    change_cited(people.staff, WebProof.objects.get(), replace(CITED, caption="Berita lain"))
    response = admin.post(page, NEWS | opened | {"caption": "Judul saya"})
    assert response.status_code == 409 and "Judul saya" in text(response) and "Berita lain" in text(response)


def test_the_timeline_of_its_plan_tells_of_it_and_that_of_others_does_not(admin, done, open_plan):
    add(admin, open_plan)
    deleted(admin, open_plan)
    own = [step.action for step in steps_of(open_plan.plan)]
    assert own[:2] == ["Menghapus laman bukti", "Menambah laman bukti"]
    assert "Menambah laman bukti" not in [step.action for step in steps_of(done.plan)]


def test_who_approves_sees_the_pages(admin, as_user, people, done):
    add(admin, done)
    plan = done.plan
    ActionPlan.objects.filter(pk=plan.pk).update(review=Review.PENDING, submitted_by=people.staff)
    page = text(as_user(people.head).get("/rtl/3521/2025-S1/persetujuan/"))
    assert NEWS["address"] in page and "Diakses 3 Maret 2026" in page
    assert 'Bukti dukung <span class="count">2</span>' in " ".join(page.split())


def test_the_list_of_realisations_calls_no_page_a_photo(admin, open_plan):
    add(admin, open_plan)
    page = text(admin.get("/rtl/3521/2025-S1/realisasi/"))
    assert page.count("<dd>1 bukti</dd>") == 2 and "1 foto" not in page


def test_who_comes_late_to_a_deleted_page_is_told_by_whom(admin, open_plan):
    add(admin, open_plan)
    page = at(open_plan, f"laman/{WebProof.objects.get().pk}/")
    deleted(admin, open_plan)
    response = admin.get(page)
    assert response.status_code == 404 and "Laman bukti ini sudah dihapus" in text(response)
