"""The realisation of plans, through the pages."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, EvidenceUse, Priority, Review, Status
from offices.models import AuditEvent, Membership, Role
from surveys.models import Element, Lock
from tests.conftest import make_photo, make_plan, make_survey, make_user
from tests.mass import sampled

LIST = "/rtl/3521/2025-S1/realisasi/"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def in_december(time_machine):
    time_machine.move_to("2025-12-10 09:00+07:00", tick=False)


@pytest.fixture
def plan(survey):
    """The first plan: of unit kul, with a photo, in progress."""
    ActionPlan.objects.filter(position=1).update(status=Status.IN_PROGRESS, description="")
    return ActionPlan.objects.get(position=1)


def address(plan):
    return f"/rtl/3521/2025-S1/{plan.pk}/"


def filled(**changes):
    values = {"revision": 1, "status": "done", "description": "Jadwal ditempel.", "months": ["2025-10"]}
    return values | changes


def text_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def saved_as_done(as_user, people, plan, who="staff"):
    as_user(getattr(people, who)).post(address(plan), filled())
    return ActionPlan.objects.get(pk=plan.pk)


def test_the_unit_that_answers_for_a_plan_fills_it_in(as_user, people, plan):
    response = as_user(people.staff).post(address(plan), filled(), follow=True)
    assert "Realisasi tersimpan." in text_of(response)
    assert "Belum disetujui" in text_of(response)
    plan.refresh_from_db()
    assert (plan.status, plan.description) == (Status.DONE, "Jadwal ditempel.")
    assert [event.action for event in AuditEvent.objects.all()] == ["plan.realise"]


def test_a_stranger_finds_nothing_and_a_wrong_role_reads_why_not(as_user, people, plan, ngawi):
    other = make_user("orang-rendatin", Role.STAFF, ngawi, "rendatin")
    for refused in (people.secretary, people.supervisor, other):
        response = as_user(refused).post(address(plan), filled())
        assert response.status_code == 403
        assert "yang dapat mengisi realisasi RTL ini" in text_of(response)
        page = as_user(refused).get(address(plan))
        assert "yang dapat mengisi realisasi RTL ini" in text_of(page)
        assert "<textarea" not in page.content.decode()
    assert as_user(people.stranger).post(address(plan), filled()).status_code == 404
    assert as_user(people.stranger).get(address(plan)).status_code == 404
    assert as_user(people.stranger).get(LIST).status_code == 404
    assert as_user(people.admin).post(address(plan), filled()).status_code == 302


def test_a_plan_is_found_in_its_own_cycle_only(as_user, people, plan, ngawi):
    make_survey(ngawi, period="2025-S2")
    assert as_user(people.admin).get(f"/rtl/3521/2025-S2/{plan.pk}/").status_code == 404


def test_a_locked_cycle_says_why_and_changes_nothing(as_user, people, plan, survey):
    survey.lock = Lock.PREPARED
    survey.save()
    client = as_user(people.staff)
    response = client.post(address(plan), filled(description="Tulisan panjang."))
    assert response.status_code == 403
    assert "sudah disiapkan untuk ditandatangani" in text_of(response)
    assert "Tulisan panjang." in text_of(response)
    for page in (client.get(address(plan)), client.get(LIST)):
        assert "sudah disiapkan untuk ditandatangani" in text_of(page)
        assert "Isi realisasi" not in text_of(page)
    plan.refresh_from_db()
    assert plan.status == Status.IN_PROGRESS
    assert not AuditEvent.objects.exists()


def test_a_refused_form_keeps_every_field(as_user, people, plan, ngawi):
    unit = ngawi.units.get(key="kul")
    sent = filled(
        description="",
        obstacle="Ruang & waktu",
        months=["2025-10", "2025-11"],
        completed_on="2025-11-03",
        reason="Alasan lama",
        strategy="Strategi lama",
        earliest="2026-01",
        latest="x",
        units=[str(unit.pk)],
    )
    response = as_user(people.staff).post(address(plan), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Masukkan pilihan yang valid" in page
    for kept in ("Ruang &amp; waktu", "Alasan lama", "Strategi lama", 'value="2025-11-03"', 'value="2026-01" selected'):
        assert kept in page
    for checked in ("2025-10", "2025-11", str(unit.pk), "done"):
        assert re.search(rf'value="{checked}"[^>]*checked', page), checked
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    sampled(
        [
            ({"description": ""}, "Uraikan apa yang dilaksanakan"),
            ({"months": []}, "Pilih bulan pelaksanaan atau isi tanggal selesai"),
            ({"status": ""}, "Pilih status."),
            ({"description": "x" * 4001}, "Teks ini 4.001 karakter; paling banyak 4.000"),
            ({"completed_on": "2025-02-30"}, "Tulis tanggal yang ada"),
            ({"completed_on": "2025-12-11"}, "Tanggal selesai belum tiba"),
            ({"status": "impossible"}, "Isi alasan mengapa"),
            ({"months": ["2031-01"]}, "Masukkan pilihan yang valid"),
            ({"units": ["0"]}, "Masukkan pilihan yang valid"),
        ],
        every=3,
    ),
)
def test_each_fault_is_said_where_it_is(as_user, people, plan, wrong, told):
    response = as_user(people.staff).post(address(plan), filled(**wrong))
    assert response.status_code == 422
    assert told in text_of(response)


def test_sudah_without_proof_is_refused_with_the_way_to_add_one(as_user, people, plan):
    EvidenceUse.objects.all().delete()
    response = as_user(people.staff).post(address(plan), filled())
    assert response.status_code == 422
    assert "memerlukan sedikitnya satu bukti dukung" in text_of(response)


def test_line_ends_of_a_browser_change_nothing(as_user, people, plan):
    client = as_user(people.staff)
    client.post(address(plan), filled(description="Satu\r\nDua"))
    client.post(address(plan), filled(description="Satu\r\nDua", revision=2))
    plan.refresh_from_db()
    assert (plan.description, plan.revision) == ("Satu\nDua", 2)


def test_units_of_the_completion_are_several_or_all(as_user, people, plan, ngawi):
    client = as_user(people.staff)
    several = [str(unit.pk) for unit in ngawi.units.all()[:2]]
    client.post(address(plan), filled(status="in_progress", units=several))
    assert plan.completion.units.count() == 2
    answer = client.post(address(plan), filled(status="in_progress", units=["*", several[0]], revision=2))
    assert "Pilih seluruh unit, atau unit tertentu saja; tidak keduanya." in text_of(answer)
    assert plan.completion.units.count() == 2
    client.post(address(plan), filled(status="in_progress", units=["*"], revision=2))
    plan.completion.refresh_from_db()
    assert (plan.completion.all_units, plan.completion.units.count()) == (True, 0)


def test_months_of_the_window_are_offered_as_far_as_they_have_come(as_user, people, plan, time_machine):
    time_machine.move_to("2025-09-15 09:00+07:00")
    page = text_of(as_user(people.staff).get(address(plan)))
    assert "Juli 2025 Agustus 2025 September 2025 Bulan ketika" in page
    time_machine.move_to("2027-01-15 09:00+07:00")
    page = text_of(as_user(people.staff).get(address(plan)))
    assert "Desember 2025 Januari 2026 Februari 2026 Maret 2026 Bulan ketika" in page


def test_the_target_is_a_month_of_a_list_that_begins_with_the_report(as_user, people, plan):
    page = as_user(people.staff).get(address(plan)).content.decode()
    target = page[page.index('name="latest"') :].partition("</select>")[0]
    assert re.findall(r"<option[^>]*>([^<]*)</option>", target)[:3] == ["Pilih bulan", "Januari 2026", "Februari 2026"]
    assert 'label="2026"' in target
    answer = as_user(people.staff).post(address(plan), filled(status="in_progress", latest="2026-02"), follow=True)
    assert "Realisasi tersimpan." in text_of(answer)
    assert str(plan.completion.latest) == "2026-02-01"


def test_a_form_without_the_version_it_was_opened_on_is_asked(as_user, people, plan):
    response = as_user(people.staff).post(address(plan), filled(revision=""))
    assert response.status_code == 409 and "Belum tersimpan" in text_of(response)


def test_a_fault_in_a_field_that_the_status_hides_is_in_sight(as_user, people, plan):
    page = as_user(people.staff).post(address(plan), filled(status="not_started", months=["2031-01"])).content.decode()
    work = page.partition('<div class="asked of-in_progress of-done stack ')[2]
    assert work.startswith("held")
    assert "errorlist" in work.partition('<div class="asked of-not_started')[0]


class TestTwoPeople:
    @pytest.fixture
    def changed(self, as_user, people, plan):
        as_user(people.admin).post(address(plan), filled(description="Versi admin.", obstacle="Sama"))
        return plan

    def second(self, as_user, people, plan, **changes):
        values = filled(description="Versi operator.", obstacle="Sama", months=["2025-11"], reason="Alasan")
        return as_user(people.staff).post(address(plan), values | changes)

    def test_the_second_is_shown_both_versions_of_what_differs(self, as_user, people, changed):
        response = self.second(as_user, people, changed)
        page = text_of(response)
        assert response.status_code == 409
        for text in ("Versi operator.", "Versi admin.", "November 2025", "Oktober 2025", "(kosong)"):
            assert text in page
        assert "Tantangan/hambatan" not in page
        changed.refresh_from_db()
        assert changed.description == "Versi admin."

    def test_for_each_field_one_version_is_chosen(self, as_user, people, changed):
        choice = {"revision": 2, "pilihan-description": "tersimpan", "pilihan-months": "saya", "pilihan-reason": "saya"}
        assert self.second(as_user, people, changed, **choice).status_code == 302
        changed.refresh_from_db()
        assert changed.description == "Versi admin."
        assert [str(month) for month in changed.months.filter(kind="realised")] == ["2025-11"]
        assert changed.completion.reason == "Alasan"

    @pytest.mark.parametrize(("which", "left"), [("saya", "Versi operator."), ("tersimpan", "Versi admin.")])
    def test_or_one_version_as_a_whole(self, as_user, people, changed, which, left):
        assert self.second(as_user, people, changed, revision=2, pilihan=which).status_code == 302
        changed.refresh_from_db()
        assert changed.description == left

    def test_what_the_choice_page_carries_is_all_that_was_typed(self, as_user, people, changed):
        page = self.second(as_user, people, changed).content.decode()
        carried = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))
        carried.pop("csrfmiddlewaretoken", None)
        assert carried["revision"] == "2"
        assert as_user(people.staff).post(address(changed), carried).status_code == 302
        changed.refresh_from_db()
        assert (changed.description, changed.completion.reason) == ("Versi operator.", "Alasan")

    def test_a_third_version_is_shown_again(self, as_user, people, changed):
        as_user(people.admin).post(address(changed), filled(description="Versi ketiga.", revision=2))
        response = self.second(as_user, people, changed, revision=2, pilihan="tersimpan")
        assert response.status_code == 409
        assert "Versi ketiga." in text_of(response)
        assert "Versi operator." in text_of(response)


class TestInTheList:
    def test_a_row_opens_its_form_saves_and_closes(self, as_user, people, plan):
        client = as_user(people.staff)
        assert f'data-hx-get="{address(plan)}"' in client.get(LIST).content.decode()
        opened = client.get(address(plan), **HTMX).content.decode()
        assert opened.strip().startswith("<li")
        assert f'data-hx-target="#rtl-{plan.pk}"' in opened
        closed = client.post(address(plan), filled(), **HTMX)
        assert closed.status_code == 200
        assert f'id="rtl-{plan.pk}"' in closed.content.decode()
        assert "<form" not in closed.content.decode()
        assert "Tersimpan" in text_of(closed)

    def test_a_refused_row_stays_open(self, as_user, people, plan):
        response = as_user(people.staff).post(address(plan), filled(description="", obstacle="Tetap"), **HTMX)
        assert response.status_code == 422
        assert response.content.decode().strip().startswith("<li")
        assert "Tetap" in text_of(response)

    def test_two_versions_are_chosen_from_in_the_row(self, as_user, people, plan):
        as_user(people.admin).post(address(plan), filled(description="Versi admin."))
        response = as_user(people.staff).post(address(plan), filled(), **HTMX)
        assert response.content.decode().strip().startswith("<li")
        assert "Versi admin." in text_of(response)

    def test_all_plans_are_there_by_element_with_status_proofs_and_approval(self, as_user, people, plan, survey):
        priority = Priority.objects.create(
            followup=plan.priority.followup, element=Element.objects.get(key="biaya"), position=2
        )
        make_plan(priority, 1, status=Status.DONE, review=Review.APPROVED)
        page = text_of(as_user(people.staff).get(LIST))
        for words in ("1 a. Program 1", "1 b. Program 2", "2 a. Program 1", "1 bukti", "Belum ada", "Disetujui"):
            assert words in page
        assert "Waktu" in page

    def test_ones_own_are_marked(self, as_user, people, plan):
        make_plan(plan.priority, 3)
        assert text_of(as_user(people.staff).get(LIST)).count("Tugas unit Anda") == 2
        assert "Tugas unit Anda" not in text_of(as_user(people.admin).get(LIST))
        assert "Tugas unit Anda" not in text_of(as_user(people.supervisor).get(LIST))

    def test_without_plans_it_says_what_comes_first(self, as_user, people, survey):
        EvidenceUse.objects.all().delete()
        for plan in ActionPlan.objects.all():
            if hasattr(plan, "evidence"):
                plan.evidence.delete()
            plan.delete()
        assert "belum mempunyai RTL" in text_of(as_user(people.staff).get(LIST))
        Priority.objects.all().delete()
        assert "Belum ada RTL" in text_of(as_user(people.staff).get(LIST))


class TestApproval:
    @pytest.fixture
    def pending(self, as_user, people, plan):
        return saved_as_done(as_user, people, plan)

    @pytest.mark.parametrize("role", ["head", "admin", "secretary"])
    def test_a_second_person_approves(self, as_user, people, pending, role):
        client = as_user(getattr(people, role))
        assert "Setujui" in text_of(client.get(address(pending)))
        page = client.post(f"{address(pending)}setujui/", {"revision": 2}, follow=True)
        assert "disetujui" in text_of(page)
        pending.refresh_from_db()
        assert pending.review == Review.APPROVED

    def test_who_may_not_approve_reads_why(self, as_user, people, pending, ngawi):
        other = make_user("kasubbag-lain", Role.HEAD, ngawi, "rendatin")
        for refused in (people.staff, people.supervisor, other):
            for verb in ("setujui", "kembalikan"):
                response = as_user(refused).post(f"{address(pending)}{verb}/", {"revision": 2, "note": "x"})
                assert response.status_code == 403
                assert "yang dapat menyetujui atau mengembalikan" in text_of(response)
            assert "Setujui" not in text_of(as_user(refused).get(address(pending)))
        assert as_user(people.stranger).post(f"{address(pending)}setujui/", {"revision": 2}).status_code == 404
        pending.refresh_from_db()
        assert pending.review == Review.PENDING

    def test_one_person_of_two_roles_does_not_approve_what_they_submitted(self, as_user, people, plan, ngawi):
        Membership.objects.create(user=people.staff, office=ngawi, role=Role.SECRETARY)
        pending = saved_as_done(as_user, people, plan)
        client = as_user(people.staff)
        assert "Menunggu persetujuan atasan" in text_of(client.get(address(pending)))
        response = client.post(f"{address(pending)}setujui/", {"revision": 2})
        assert response.status_code == 422
        assert "Anda sendiri yang mengirim" in text_of(response)
        pending.refresh_from_db()
        assert pending.review == Review.PENDING

    def test_a_return_stands_on_the_page_with_its_note(self, as_user, people, pending):
        as_user(people.head).post(f"{address(pending)}kembalikan/", {"revision": 2, "note": "Foto belum jelas."})
        page = text_of(as_user(people.staff).get(address(pending)))
        assert "Dikembalikan oleh Kasubbag, 10 Desember 2025." in page
        assert "Foto belum jelas." in page
        pending.refresh_from_db()
        assert (pending.status, pending.review) == (Status.IN_PROGRESS, Review.RETURNED)

    def test_a_return_needs_a_note_and_keeps_a_long_one(self, as_user, people, pending):
        client = as_user(people.head)
        response = client.post(f"{address(pending)}kembalikan/", {"revision": 2, "note": " "})
        assert response.status_code == 422
        assert "Tulis apa yang perlu diperbaiki" in text_of(response)
        response = client.post(f"{address(pending)}kembalikan/", {"revision": 2, "note": "n" * 1001})
        assert response.status_code == 422
        assert "n" * 1001 in text_of(response)
        assert AuditEvent.objects.filter(action="plan.return").count() == 0

    def test_what_changed_meanwhile_is_read_again_first(self, as_user, people, pending):
        response = as_user(people.head).post(f"{address(pending)}setujui/", {"revision": 1})
        assert response.status_code == 422
        assert "Periksa sekali lagi" in text_of(response)

    def test_a_locked_cycle_is_not_decided_on(self, as_user, people, pending, survey):
        survey.lock = Lock.SIGNED
        survey.save()
        client = as_user(people.head)
        assert client.post(f"{address(pending)}setujui/", {"revision": 2}).status_code == 403
        assert client.post(f"{address(pending)}kembalikan/", {"revision": 2, "note": "x"}).status_code == 403
        assert "Setujui" not in text_of(client.get(address(pending)))

    def test_the_report_page_says_how_many_wait(self, as_user, people, pending):
        report = "/laporan/3521/2025-S1/"
        assert "1 RTL berstatus Sudah belum disetujui" in text_of(as_user(people.head).get(report))
        as_user(people.head).post(f"{address(pending)}setujui/", {"revision": 2})
        assert "belum disetujui" not in text_of(as_user(people.head).get(report))


def test_an_ended_session_comes_back_to_the_plan(client, people, plan):
    response = client.post(address(plan), filled())
    assert response.url == f"/akun/masuk/?next={address(plan)}"


@pytest.mark.parametrize("which", ["list", "page"])
def test_a_page_costs_the_same_with_3_and_with_30_plans(as_user, people, plan, which, django_assert_num_queries):
    target = LIST if which == "list" else address(plan)
    client = as_user(people.staff)
    client.get(target)
    with CaptureQueriesContext(connection) as few:
        client.get(target)
    assert len(few) <= 25
    for position in range(3, 31):
        more = make_plan(plan.priority, position)
        more.units.add(plan.units.get())
        EvidenceUse.objects.create(
            group=plan.evidence, photo=make_photo(plan.priority.followup, f"{position}.jpg"), position=position
        )
    with django_assert_num_queries(len(few)):
        client.get(target)
