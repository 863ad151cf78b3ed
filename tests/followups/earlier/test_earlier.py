"""Earlier periods are recorded in five minutes, marked as recorded, and compared with."""

import io
from datetime import date
from decimal import Decimal

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from followups.earlier.periods import MOST, delete_recorded
from followups.earlier.trend import COMPOSED, RECORDED, trend_of
from followups.models import RecordedPeriod
from offices.declining import Declined
from offices.models import AuditEvent
from reports.document.gather import source_of
from skm_portal.tidying.sweeping import unused_files
from surveys.models import Survey
from surveys.periods import of_period
from tests.conftest import make_survey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]

PAGE = "/satuan-kerja/3521/periode-sebelumnya/"
NINE = "3,10\n3,20\n3,30\n3,40\n3,50\n3,10\n3,20\n3,30\n3,40"


@pytest.fixture
def admin(as_user, people):
    return as_user(people.admin)


def pdf(pages=1):
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page()
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def given(**changes):
    values = {"year": "2024", "part": "S2", "declared_index": "81,36", "pasted": NINE}
    values |= {"plans_done": "7", "plans_total": "10", "start": "1-8-2024", "end": "31-8-2024"}
    return values | changes


def upload(content, name="laporan.pdf"):
    return SimpleUploadedFile(name, content, "application/pdf")


def flat(response):
    return " ".join(response.content.decode().split())


def test_a_period_is_recorded_with_nine_pasted_values_and_its_report(admin, survey):
    assert admin.post(PAGE, given(report=upload(pdf()))).status_code == 302
    row = RecordedPeriod.objects.get()
    assert (row.period, row.index, row.plans_done, row.plans_total) == ("2024-S2", Decimal("81.36"), 7, 10)
    assert (row.start, row.end) == (date(2024, 8, 1), date(2024, 8, 31))
    assert row.scores.count() == 9 and row.scores.get(element__key="prosedur").score == Decimal("3.2")
    assert default_storage.exists(row.report.name) and row.report.name.endswith(f"{row.sha256}.pdf")
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.after["period"], event.after["report"]) == ("earlier.add", "2024-S2", row.sha256)
    page = flat(admin.get(PAGE))
    assert RECORDED in page and COMPOSED in page
    assert "81,36" in page and "70%" in page


def test_all_but_the_period_may_be_left_out(admin, ngawi):
    assert admin.post(PAGE, {"year": "2024", "part": "T3"}).status_code == 302
    row = RecordedPeriod.objects.get()
    assert (row.period, row.index, row.report.name, row.scores.count()) == ("2024-T3", None, "", 0)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"declared_index": "3,2"}, "25"),
        ({"pasted": "3,1\n3,2"}, "9"),
        ({"plans_done": "8", "plans_total": "7"}, "lebih banyak daripada yang direncanakan"),
        ({"plans_total": ""}, "Isi keduanya"),
        ({"start": "2-9-2024"}, "mendahului tanggal mulai"),
        ({"part": "S3"}, "S3"),
        ({"year": ""}, "Tahun"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(admin, ngawi, changes, told):
    response = admin.post(PAGE, given(**changes))
    assert response.status_code == 422
    assert told in response.content.decode()
    assert 'value="81,36"' in response.content.decode() or "declared_index" in changes
    assert not RecordedPeriod.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7 nothing more", b"GIF89a", pdf()[:200], b"MZ" + pdf(), pdf(pages=0)],
    ids=["head only", "picture", "cut", "something before", "no page"],
)
def test_what_is_no_pdf_is_not_kept(admin, ngawi, content):
    response = admin.post(PAGE, given(report=upload(content)))
    assert response.status_code == 422
    assert "bukan PDF yang dapat dibuka" in response.content.decode()
    assert not RecordedPeriod.objects.exists()


def test_four_periods_and_each_once(admin, survey):
    for year in range(2024 - MOST, 2024):
        assert admin.post(PAGE, given(year=year)).status_code == 302
    assert "Catat periode" not in flat(admin.get(PAGE)).partition("</table>")[2]
    response = admin.post(PAGE, given())
    assert response.status_code == 422 and "Paling banyak 4 periode" in response.content.decode()
    RecordedPeriod.objects.filter(year=2020).delete()
    assert "sudah dicatat" in admin.post(PAGE, given(year="2023")).content.decode()
    taken = admin.post(PAGE, given(year="2025", part="S1")).content.decode()
    assert "Siklus Semester I Tahun 2025 sudah ada dalam portal ini" in taken


def test_a_period_is_changed_and_its_report_stays_until_another_comes(admin, ngawi):
    admin.post(PAGE, given(report=upload(pdf())))
    row = RecordedPeriod.objects.get()
    before = row.sha256
    changed = given(declared_index="82", pasted="")
    assert admin.post(f"{PAGE}{row.pk}/", changed).status_code == 302
    row.refresh_from_db()
    assert (row.index, row.sha256, row.scores.count()) == (82, before, 0)
    admin.post(f"{PAGE}{row.pk}/", changed | {"report": upload(pdf(2))})
    row.refresh_from_db()
    assert row.sha256 != before
    told = list(AuditEvent.objects.filter(action="earlier.change").order_by("pk"))
    assert told[0].before["index"] == "81.360000" and told[1].after["report"] == row.sha256


def test_a_period_is_forgotten_once(admin, people, ngawi):
    admin.post(PAGE, given())
    row = RecordedPeriod.objects.get()
    assert admin.post(f"{PAGE}{row.pk}/hapus/").status_code == 302
    with pytest.raises(Declined, match="Semester II Tahun 2024 sudah tidak dicatat lagi"):
        delete_recorded(row, people.admin)
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["earlier.add", "earlier.delete"]


def test_two_admins_are_told_of_each_other(admin, ngawi):
    admin.post(PAGE, given())
    row = RecordedPeriod.objects.get()
    form = admin.get(f"{PAGE}{row.pk}/").context["form"]
    sent = given(declared_index="80", pasted="") | {name: form[name].value() for name in ("revision", "asal")}
    RecordedPeriod.objects.update(index=90)
    response = admin.post(f"{PAGE}{row.pk}/", sent)
    assert response.status_code == 409
    assert "90" in response.content.decode()
    assert RecordedPeriod.objects.get().index == 90


def test_the_report_is_the_offices_until_it_is_public(as_user, people, admin, ngawi):
    admin.post(PAGE, given(report=upload(content := pdf())))
    row = RecordedPeriod.objects.get()
    address = f"{PAGE}{row.pk}/laporan.pdf"
    for person in (people.staff, people.secretary, people.supervisor):
        assert b"".join(as_user(person).get(address).streaming_content) == content
    assert as_user(people.stranger).get(address).status_code == 404
    anybody = Client()
    in_the_open = address.replace("laporan.pdf", "terbuka.pdf")
    assert (anybody.get(address).status_code, anybody.get(in_the_open).status_code) == (302, 404)
    RecordedPeriod.objects.update(is_public=True)
    response = anybody.get(in_the_open)
    assert response.status_code == 200 and response["Content-Type"] == "application/pdf"
    assert anybody.get(in_the_open.replace("3521", "3520")).status_code == 404


def test_a_report_that_is_no_longer_what_it_was_is_not_given(admin, ngawi):
    admin.post(PAGE, given(report=upload(pdf())))
    row = RecordedPeriod.objects.get()
    default_storage.delete(row.report.name)
    assert admin.get(f"{PAGE}{row.pk}/laporan.pdf").status_code == 404


def test_others_read_and_write_nothing(as_user, people, ngawi):
    staff = as_user(people.staff)
    assert "Catat periode" not in flat(staff.get(PAGE)).partition("Belum ada periode")[2].partition("di bawah")[2]
    assert staff.post(PAGE, given()).status_code == 403
    assert as_user(people.stranger).get(PAGE).status_code == 404


# --- what reads them


def test_a_recorded_period_is_what_a_report_compares_with(admin, survey):
    admin.post(PAGE, given())
    (earlier,) = source_of(survey).earlier
    assert (earlier.period, earlier.index, earlier.scores["prosedur"]) == ("2024-S2", Decimal("81.36"), Decimal("3.20"))
    assert earlier.recorded and earlier.label.endswith("(dicatat, bukan disusun di portal)")


def test_a_cycle_of_the_portal_counts_more_than_what_was_recorded(admin, ngawi, survey):
    admin.post(PAGE, given())
    make_survey(ngawi, period="2024-S2")
    (earlier,) = source_of(survey).earlier
    assert (earlier.index, earlier.recorded) == (Decimal("87.36"), False)
    assert [row.source for row in trend_of(ngawi)] == [COMPOSED, COMPOSED]


def test_the_latest_comes_first_wherever_it_is_from(admin, ngawi, survey):
    admin.post(PAGE, given(year="2023", part="S2"))
    admin.post(PAGE, given(year="2024", part="T4"))
    admin.post(PAGE, given(year="2025", part="S2"))
    make_survey(ngawi, period="2024-S1")
    assert [row.period for row in source_of(survey).earlier] == ["2024-T4", "2024-S1", "2023-S2"]


def test_what_was_recorded_of_a_later_period_is_not_earlier(admin, survey):
    admin.post(PAGE, given(year="2025", part="T2"))
    assert source_of(survey).earlier == ()


def test_the_stored_report_is_verified_and_swept_only_without_its_row(admin, ngawi, capsys):
    admin.post(PAGE, given(report=upload(pdf())))
    row = RecordedPeriod.objects.get()
    call_command("verify_stored")
    assert "1 berkas diperiksa, 0 bermasalah" in capsys.readouterr().out
    soon = timezone.now() + timezone.timedelta(hours=1)
    assert [file.name for file in unused_files(soon)] == []
    with default_storage.open(row.report.name, "wb") as file:
        file.write(b"%PDF-1.7 changed")
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "3521 2024-S2: laporan yang dicatat berubah" in capsys.readouterr().err
    admin.post(f"{PAGE}{row.pk}/hapus/")
    assert AuditEvent.objects.filter(action="earlier.delete").exists()
    assert [file.name for file in unused_files(soon)] == [row.report.name]


@pytest.mark.each_database
@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": 3, "number": 5},
        {"year": 1999},
        {"index": Decimal("24.99")},
        {"plans_done": 3, "plans_total": None},
        {"plans_done": 3, "plans_total": 2},
        {"start": date(2024, 2, 1), "end": date(2024, 1, 1)},
        {"sha256": "0" * 64},
    ],
)
def test_the_database_refuses_what_cannot_be(survey, wrong):
    values = {"office": survey.office, "instrument": survey.instrument, **of_period("2024-S2"), **wrong}
    with pytest.raises(IntegrityError), transaction.atomic():
        RecordedPeriod.objects.create(**values)
    assert Survey.objects.count() == 1
