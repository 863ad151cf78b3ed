"""After signing: where a report went, and a new version because it came back."""

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.models import Handover, Report, State
from surveys.models import Lock, Survey
from tests.reports.issued import make_report

pytestmark = pytest.mark.each_database

PAGE = "/laporan/3521/2025-S1/penyampaian/"
SENT = {"version": "1", "kind": "sent", "party": "KPU Provinsi Jawa Timur", "happened_on": "2026-01-12"}
RETURNED = SENT | {"kind": "returned", "happened_on": "2026-01-20", "note": "Tabel 2.1 keliru."}


@pytest.fixture
def report(people, survey):
    survey.lock = Lock.SIGNED
    survey.save()
    return make_report(FollowUp.objects.get(survey=survey), people.secretary)


def test_it_is_recorded_with_version_day_and_link(as_user, people, report):
    client = as_user(people.admin)
    client.post(PAGE, SENT | {"kind": "published", "link": "https://KAB-ngawi.kpu.go.id/tl|1"})
    row = Handover.objects.get()
    assert (row.report, str(row.happened_on), row.recorded_by) == (report, "2026-01-12", people.admin)
    assert row.link == "https://kab-ngawi.kpu.go.id/tl%7C1"
    page = client.get(PAGE).content.decode()
    assert "Dipublikasikan" in page and "12 Januari 2026, versi 1" in page
    assert AuditEvent.objects.get(action="handover.record").after["party"] == SENT["party"]


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"happened_on": "2999-01-01"}, "happened_on", "belum tiba"),
        ({"happened_on": "2026-01-08"}, "happened_on", "Laporan bertanggal 9 Januari 2026"),
        ({"kind": "returned", "note": " "}, "note", "alasan pengembalian"),
        ({"link": "javascript:alert(1)"}, "link", "bukan alamat situs web"),
        ({"link": "ftp://kpu.go.id/tl"}, "link", "harus diawali https://"),
        ({"link": "https://u:p@kpu.go.id/"}, "link", "tidak boleh memuat nama pengguna atau kata sandi"),
        ({"link": "https://127.0.0.1/tl"}, "link", "satu komputer atau jaringan"),
        ({"version": "2"}, "version", "bukan salah satu dari pilihan"),
        ({"kind": "lost"}, "kind", "bukan salah satu dari pilihan"),
    ],
)
def test_what_cannot_be_is_refused_in_words_at_its_field(as_user, people, report, changed, field, says):
    answer = as_user(people.admin).post(PAGE, SENT | changed)
    assert answer.status_code == 422
    faults = answer.context["form"].errors
    assert list(faults) == [field] and len(faults[field]) == 1
    assert says in faults[field][0]
    assert not Handover.objects.exists()


def test_the_same_is_not_recorded_twice_but_what_differs_is(as_user, people, report):
    admin = as_user(people.admin)
    assert admin.post(PAGE, SENT).status_code == 302
    again = admin.post(PAGE, SENT)
    assert again.status_code == 422 and "sudah dicatat" in again.content.decode()
    assert Handover.objects.count() == 1
    assert admin.post(PAGE, SENT | {"party": "Bawaslu"}).status_code == 302
    assert Handover.objects.count() == 2


def test_an_unsigned_report_went_nowhere(as_user, people, survey):
    make_report(FollowUp.objects.get(survey=survey), people.secretary, State.PREPARED)
    client = as_user(people.admin)
    assert "setelah laporan ditandatangani" in client.get(PAGE).content.decode()
    assert client.post(PAGE, SENT).status_code == 422


def test_a_wrong_record_is_taken_out_and_the_trail_keeps_it(as_user, people, report):
    client = as_user(people.admin)
    client.post(PAGE, SENT)
    client.post(f"{PAGE}{Handover.objects.get().pk}/hapus/")
    assert not Handover.objects.exists()
    assert AuditEvent.objects.get(action="handover.remove").before["party"] == SENT["party"]


def test_a_return_opens_a_new_version_with_its_reason(as_user, people, report):
    client = as_user(people.secretary)
    client.post(PAGE, RETURNED)
    row = Handover.objects.get()
    assert f'action="{PAGE}{row.pk}/perbaiki/"' in client.get(PAGE).content.decode()
    client.post(f"{PAGE}{row.pk}/perbaiki/")
    draft = Report.objects.get(version=2)
    assert draft.reason == "Dikembalikan oleh KPU Provinsi Jawa Timur: Tabel 2.1 keliru."
    assert (draft.state, Survey.objects.get().lock) == (State.DRAFT, Lock.OPEN)
    report.refresh_from_db()
    assert report.state == State.SIGNED


def test_only_a_return_of_the_version_in_force_opens_a_new_one(as_user, people, report):
    client = as_user(people.secretary)
    client.post(PAGE, SENT)
    row = Handover.objects.get()
    assert "perbaiki" not in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}{row.pk}/perbaiki/").status_code == 404
    assert Report.objects.count() == 1


def test_the_admin_records_a_return_but_does_not_reopen(as_user, people, report):
    client = as_user(people.admin)
    client.post(PAGE, RETURNED)
    assert "perbaiki" not in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}{Handover.objects.get().pk}/perbaiki/").status_code == 403
