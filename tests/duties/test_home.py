import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, Completion, EvidenceUse, FollowUp, Review, Status
from offices.models import Office
from reports.models import State
from surveys.models import ElementScore, Lock, Survey
from tests.conftest import LATER, PASSWORD, make_office, make_plan, make_survey
from tests.journeys.test_access import MOST_QUERIES
from tests.mass import sampled
from tests.reports.issued import make_report


@pytest.fixture
def in_october(time_machine):
    """The month for which both plans of the cast were promised."""

    time_machine.move_to("2025-10-20 09:00+07:00", tick=False)


def text_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def home_of(as_user, user):
    return text_of(as_user(user).get("/"))


class TestWhereLogInLeads:
    def test_who_has_tasks_arrives_at_them(self, as_user, people, survey):
        assert as_user(people.staff).get("/mulai/").url == "/"
        assert as_user(people.head).get("/mulai/").url == "/"

    def test_who_only_reads_one_cycle_arrives_at_its_report(self, as_user, people, survey, in_october):
        assert as_user(people.secretary).get("/mulai/").url == "/laporan/3521/2025-S1/"
        assert as_user(people.supervisor).get("/mulai/").url == "/laporan/3521/2025-S1/"

    def test_who_sees_several_or_none_arrives_at_home(self, as_user, people, survey, ngawi):
        make_survey(ngawi, period="2025-S2")
        assert as_user(people.secretary).get("/mulai/").url == "/"
        assert as_user(people.nobody).get("/mulai/").url == "/"

    def test_an_admin_arrives_at_home_whatever_there_is_to_do(self, as_user, people, survey):
        assert as_user(people.admin).get("/mulai/").url == "/"
        complete(survey)
        assert as_user(people.admin).get("/mulai/").url == "/"

    def test_who_signs_arrives_at_home_once_it_is_their_turn(self, as_user, people, survey, followup, in_october):
        prepared(followup, people.admin)
        assert as_user(people.secretary).get("/mulai/").url == "/"
        assert as_user(people.supervisor).get("/mulai/").url == "/laporan/3521/2025-S1/"

    def test_who_types_the_name_of_the_portal_takes_this_way_too(self, client, people, survey):
        assert client.get("/").url == "/akun/masuk/"

    def test_log_in_takes_this_way(self, client, people, survey):
        answer = client.post("/akun/masuk/", {"login": "sekretaris", "password": PASSWORD})
        assert answer.url == "/mulai/"


def prepared(followup, user):
    """A report that waits for its signature, with the lock that goes with it."""
    make_report(followup, user, state=State.PREPARED)
    Survey.objects.filter(pk=followup.survey_id).update(lock=Lock.PREPARED)


def progress_on(response):
    return text_of(response).split("Menunggu Anda")[-1].split("KPU Kabupaten Ngawi", 1)[-1]


def complete(survey):
    """What the cast's cycle lacks of a complete draft."""
    office = survey.office
    office.address, office.signatory_name, office.signatory_title = "Jalan Ahmad Yani 1", "Sari", "Sekretaris"
    office.save()
    plan = ActionPlan.objects.get(position=2)
    Completion.objects.create(plan=plan, reason="Menunggu anggaran.", strategy="Mengusulkan anggaran.", latest=LATER)


class TestTasks:
    @pytest.fixture(autouse=True)
    def _now(self, in_october):
        pass

    def test_what_is_mine_and_due_this_month(self, as_user, people, survey):
        page = home_of(as_user, people.staff)
        assert "Dijadwalkan bulan ini 1 Program 2" in page
        assert "Terlambat" not in page

    def test_what_is_late_from_the_last_planned_month(self, as_user, people, survey, time_machine):
        time_machine.move_to("2025-12-01 00:30+07:00")
        page = home_of(as_user, people.staff)
        assert "Terlambat 1 Program 2" in page
        assert "terlambat 2 bulan" in page

    def test_the_month_is_that_of_the_office_not_of_the_clock_of_greenwich(self, as_user, people, survey, time_machine):
        time_machine.move_to("2025-10-31 23:30+00:00")
        assert "Terlambat 1" in home_of(as_user, people.staff)

    def test_what_was_returned_to_me_with_its_note(self, as_user, people, survey):
        ActionPlan.objects.filter(position=1).update(
            status=Status.IN_PROGRESS, review=Review.RETURNED, review_note="Foto belum jelas."
        )
        page = home_of(as_user, people.staff)
        assert "Dikembalikan untuk diperbaiki 1 Program 1" in page
        assert "Foto belum jelas." in page

    def test_what_is_done_without_proof(self, as_user, people, survey):
        EvidenceUse.objects.all().delete()
        assert "Tanpa bukti dukung 1 Program 1" in home_of(as_user, people.staff)

    def test_plans_of_another_unit_are_not_mine(self, as_user, people, survey, ngawi):
        plan = ActionPlan.objects.get(position=2)
        plan.lead = ngawi.units.get(key="rendatin")
        plan.save()
        assert "Program 2" not in home_of(as_user, people.staff)
        assert "Program 2" in home_of(as_user, people.admin)

    def test_nothing_is_asked_for_in_a_locked_cycle(self, as_user, people, survey):
        survey.lock = Lock.SIGNED
        survey.save()
        page = home_of(as_user, people.staff)
        assert "Program 2" not in page
        assert "Tidak ada yang menunggu Anda pada Oktober 2025." in page

    def test_another_office_has_its_own_tasks(self, as_user, people, survey, magetan):
        make_survey(magetan)
        assert home_of(as_user, people.staff).count("Program 2") == 1


class TestWaitingForMe:
    @pytest.fixture
    def pending(self, survey, people):
        ActionPlan.objects.filter(position=1).update(review=Review.PENDING, submitted_by=people.staff)

    @pytest.mark.parametrize("role", ["head", "admin", "secretary"])
    def test_who_may_approve_sees_what_waits(self, as_user, people, pending, role):
        page = home_of(as_user, getattr(people, role))
        assert "Menunggu persetujuan Anda 1 Program 1" in page
        assert "dikirim oleh Operator" in page

    def test_others_and_the_submitter_do_not(self, as_user, people, pending):
        assert "Menunggu persetujuan" not in home_of(as_user, people.staff)
        assert "Menunggu persetujuan" not in home_of(as_user, people.supervisor)
        ActionPlan.objects.update(submitted_by=people.head)
        assert "Menunggu persetujuan" not in home_of(as_user, people.head)


class TestGuide:
    def test_an_admin_of_an_empty_office_is_told_where_to_begin(self, as_user, people):
        page = home_of(as_user, people.admin)
        assert "Mulai di sini" in page
        assert "Belum diisi: alamat, nama penanda tangan, jabatan penanda tangan." in page
        assert "Buat siklus" in page
        assert "Mulai di sini" not in home_of(as_user, people.staff)

    def test_what_the_cycle_lacks_is_counted(self, as_user, people, survey):
        ElementScore.objects.filter(element__key="biaya").delete()
        ActionPlan.objects.get(position=2).months.all().delete()
        page = home_of(as_user, people.admin)
        assert "8 dari 9 unsur sudah bernilai." in page
        assert "1 RTL tanpa bulan." in page
        assert "1 RTL belum selesai dan belum diberi alasan serta strategi." in page

    def test_it_is_gone_once_a_draft_lacks_nothing(self, as_user, people, survey):
        assert "Mulai di sini" in home_of(as_user, people.admin)
        complete(survey)
        assert "Mulai di sini" not in home_of(as_user, people.admin)

    def test_it_is_gone_for_good_once_a_report_was_signed(self, as_user, people, survey, ngawi):
        ElementScore.objects.all().delete()
        assert "Mulai di sini" in home_of(as_user, people.admin)
        Survey.objects.update(lock=Lock.SIGNED)
        assert "Mulai di sini" not in home_of(as_user, people.admin)

    def test_it_is_gone_with_the_second_cycle(self, as_user, people, survey, ngawi):
        assert "Mulai di sini" in home_of(as_user, people.admin)
        make_survey(ngawi, period="2025-S2")
        assert "Mulai di sini" not in home_of(as_user, people.admin)


class TestStrip:
    def test_two_cycles_that_overlap_are_told_with_where_each_is(self, as_user, people, survey, ngawi, in_october):
        make_survey(ngawi, period="2025-S2")
        FollowUp.objects.filter(survey__number=2).update(start=date(2026, 1, 1), end=date(2026, 6, 1))
        page = home_of(as_user, people.staff)
        assert "Semester I Tahun 2025 : melaksanakan RTL" in page
        assert "tindak lanjut Jul 2025–Des 2025 · laporan Jan 2026" in page
        assert "Semester II Tahun 2025 : survei dan rencana" in page

    def test_a_survey_is_told_by_its_days_where_both_are_known(self, as_user, people, survey, in_october):
        Survey.objects.update(start=date(2025, 3, 3))
        assert "survei Jan 2025–Jun 2025 ·" in home_of(as_user, people.staff)
        Survey.objects.update(end=date(2025, 4, 25))
        assert "survei Mar 2025–Apr 2025 ·" in home_of(as_user, people.staff)

    def test_a_cycle_leads_to_its_page(self, as_user, people, survey, in_october):
        assert 'href="/skm/3521/2025-S1/ikhtisar/"' in as_user(people.staff).get("/").content.decode()

    def test_without_a_cycle_in_these_months_there_is_none(self, as_user, people, survey, time_machine):
        time_machine.move_to("2028-10-20 09:00+07:00")
        assert "Siklus KPU Kabupaten Ngawi" not in home_of(as_user, people.staff)


class TestProgress:
    def test_the_office_stands_by_status_and_by_element(self, as_user, people, survey):
        page = home_of(as_user, people.secretary)
        assert "1 dari 2 RTL selesai" in page
        assert "1 selesai" in page
        assert "Waktu Penyelesaian 1 dari 2 selesai" in page

    def test_of_two_cycles_both_are_shown_while_both_owe_something(self, as_user, people, survey, ngawi):
        make_survey(ngawi, period="2025-S2")
        page = progress_on(as_user(people.secretary).get("/"))
        assert page.index("Semester II Tahun 2025") < page.index("Semester I Tahun 2025")

    def test_of_signed_cycles_only_the_latest_is_shown(self, as_user, people, survey, ngawi):
        make_survey(ngawi, period="2025-S2")
        Survey.objects.update(lock=Lock.SIGNED)
        page = progress_on(as_user(people.secretary).get("/"))
        assert "Semester II Tahun 2025" in page
        assert "Semester I Tahun 2025" not in page

    def test_a_supervisor_sees_the_offices_below(self, as_user, people, survey, magetan):
        page = home_of(as_user, people.supervisor)
        assert "Satuan kerja yang Anda pantau 2" in page
        assert "KPU Kabupaten Magetan Belum ada siklus." in page
        assert "Semester I Tahun 2025 · Draf · 1 dari 2 RTL selesai" in page

    def test_without_a_role_the_page_says_whom_to_ask(self, as_user, people):
        assert "belum memiliki peran" in home_of(as_user, people.nobody)


@pytest.mark.parametrize("role", sampled(["staff", "head", "admin", "secretary", "supervisor"], every=3))
def test_home_costs_the_same_with_3_and_with_30_plans(as_user, people, survey, role, django_assert_num_queries):
    client = as_user(getattr(people, role))
    ActionPlan.objects.filter(position=1).update(review=Review.PENDING)
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    assert len(few) <= MOST_QUERIES
    first = ActionPlan.objects.filter(position=1).get()
    for position in range(3, 31):
        more = make_plan(first.priority, position, review=Review.PENDING, status=Status.DONE)
        more.units.add(first.units.get())
    if role == "supervisor":
        make_survey(make_office("3701", "Kota Satu", survey.office.parent))
    with django_assert_num_queries(len(few)):
        client.get("/")


def test_a_card_says_state_index_grade_and_how_the_plans_stand(as_user, people, survey):
    page = as_user(people.admin).get("/skm/").content.decode()
    for words in ("Semester I Tahun 2025", "Draf", "87,36", "Mutu B (Baik)", "1 dari 2 RTL selesai"):
        assert words in page
    assert "1 selesai" in page
    assert "1 belum dimulai" in page
    assert 'x="50" width="50"' in page


def test_the_state_of_a_cycle_is_a_word(as_user, people, survey):
    survey.lock = Lock.SIGNED
    survey.save()
    assert "Ditandatangani" in as_user(people.admin).get("/skm/").content.decode()


def test_a_young_cycle_says_what_is_missing(as_user, people, survey):
    ElementScore.objects.all().delete()
    ActionPlan.objects.filter(status=Status.NOT_STARTED).delete()
    page = as_user(people.admin).get("/skm/").content.decode()
    assert "Nilai survei belum ada." in page


def test_only_offices_below_are_listed_for_a_supervisor(as_user, people, survey, magetan, ngawi):
    make_survey(magetan)
    page = as_user(people.supervisor).get("/skm/").content.decode()
    assert "Kabupaten Ngawi" in page
    assert "Kabupaten Magetan" in page
    page = as_user(people.admin).get("/skm/").content.decode()
    assert "Kabupaten Magetan" not in page


def test_without_a_cycle_the_page_says_whom_to_ask(as_user, people):
    assert "Belum ada siklus" in as_user(people.admin).get("/skm/").content.decode()
    page = as_user(people.nobody).get("/skm/").content.decode()
    assert "belum memiliki peran" in page


def test_the_list_costs_the_same_with_many_cycles_and_plans(
    as_user, people, survey, province, django_assert_num_queries
):
    client = as_user(people.supervisor)
    client.get("/skm/")
    with CaptureQueriesContext(connection) as few:
        client.get("/skm/")
    for number in range(5):
        other = make_survey(make_office(f"37{number:02}", f"Kota {number}", province))
        for position in range(3, 9):
            make_plan(ActionPlan.objects.filter(priority__followup__survey=other).first().priority, position)
    with django_assert_num_queries(len(few)):
        client.get("/skm/")


def test_the_menu_names_the_person_and_the_roles_and_leads_out(as_user, people, survey):
    page = " ".join(as_user(people.staff).get("/skm/").content.decode().split())
    assert 'action="/akun/keluar/"' in page
    assert "Operator, Subbag kul, KPU Kabupaten Ngawi" in page


# --- what comes next, told after each change

FOLLOWING = "/beranda/berikutnya/"


def what_follows(client, path="/"):
    answer = client.get(FOLLOWING, headers={"HX-Current-URL": f"http://testserver{path}"})
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def test_an_office_that_begins_is_led_to_its_next_step(as_user, people, survey, in_october):
    answer = what_follows(as_user(people.admin))
    assert answer == 'Berikutnya: <a href="/satuan-kerja/3521/">Lengkapi profil satuan kerja</a>'
    Office.objects.update(
        place="Ngawi", address="Jalan Ahmad Yani", signatory_name="Sari", signatory_title="Sekretaris"
    )
    ElementScore.objects.filter(survey=survey).first().delete()
    assert what_follows(as_user(people.admin)) == 'Berikutnya: <a href="/skm/3521/2025-S1/">Masukkan nilai survei</a>'


def test_on_its_own_page_it_says_what_is_still_missing(as_user, people, survey, in_october):
    answer = what_follows(as_user(people.admin), "/satuan-kerja/3521/")
    assert answer.startswith("Masih di halaman ini: Lengkapi profil satuan kerja. Belum diisi: ")


def test_who_has_duties_is_led_to_the_first_that_home_names(as_user, people, survey, in_october):
    client = as_user(people.staff)
    home = client.get("/").content.decode()
    first = re.search(r'<ul class="duties">\s*<li>\s*(<a href="[^"]+">[^<]+</a>)', home)[1]
    assert what_follows(client) == f"Berikutnya: {unescape(first)}"


def test_who_has_nothing_to_do_is_told_so(as_user, people, survey, in_october):
    ActionPlan.objects.update(status=Status.NOT_STARTED)
    assert what_follows(as_user(people.supervisor)) == "Tidak ada lagi yang menunggu Anda."


def test_only_a_change_that_was_stored_asks_what_comes_next(as_user, people, survey):
    client = as_user(people.admin)
    address = "/satuan-kerja/3521/unit/"
    unit = {"name": "Subbagian Perencanaan", "short_name": "Subbag Perencanaan"}
    asked = f'data-hx-get="{FOLLOWING}"'
    assert asked not in client.get(address).content.decode()
    assert asked not in client.post(address, unit | {"name": ""}).content.decode()
    assert asked in client.post(address, unit, follow=True).content.decode()
