"""The slip that comes back of a report that was sent: its photo closes the handing on, and only its office sees it."""

import os
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from duties.cycles import cycle_of
from duties.listing import listing_of
from duties.way import way_of
from followups.models import EvidencePhoto, FollowUp
from offices.models import AuditEvent
from offices.trail.entries import unknown_names
from reports.models import Handover, Report
from reports.retouching.retouching import kept_elsewhere
from surveys.models import Lock
from tests.conftest import jpeg
from tests.followups.evidence.pictures import encode, exif_of, flag
from tests.followups.papers.papers import pdf
from tests.reports.issued import make_report

pytestmark = pytest.mark.usefixtures("own_media")
PAGE = "/laporan/3521/2025-S1/penyampaian/"
SENT = {
    "version": "1",
    "kind": "sent",
    "party": "KPU Provinsi Jawa Timur",
    "happened_on": "2026-01-12",
    "expects_receipt": "on",
}
SAYS = {"received_on": "15-1-2026", "received_by": "Wati Contoh"}


@pytest.fixture(autouse=True)
def _in_january(time_machine):
    time_machine.move_to("2026-01-20 09:00+07:00")


@pytest.fixture
def report(people, survey):
    survey.lock = Lock.SIGNED
    survey.save()
    return make_report(FollowUp.objects.get(survey=survey), people.secretary)


@pytest.fixture
def admin(as_user, people, report):
    """The admin's, after the report was sent with a slip."""
    admin = as_user(people.admin)
    assert admin.post(PAGE, SENT).status_code == 302
    return admin


@pytest.fixture
def sent(admin):
    return Handover.objects.get()


def slip(content=None, name="tanda-terima.jpg"):
    return SimpleUploadedFile(name, encode(flag(), exif=exif_of()) if content is None else content)


def address(sent, rest=""):
    return f"{PAGE}{sent.pk}/tanda-terima/{rest}"


def keep(admin, sent, content=None, **said):
    return admin.post(address(sent), SAYS | {"file": slip(content)} | said)


def stage(survey):
    """What the way of the cycle says of the handing on, and whether it is gone."""
    stages = {stage.title: stage for stage in way_of(cycle_of(survey)).stages}
    return stages["Penyampaian"].told, stages["Penyampaian"].state


def waiting(people, survey):
    """What waits for the secretary once a report is signed."""
    return [duty.subject for duty in listing_of(people.secretary, (survey.office,), ()).duties]


def test_the_photo_of_the_slip_closes_the_handing_on(admin, sent, survey, people, as_user):
    assert stage(survey) == ("Dikirim 12 Januari 2026, menunggu tanda terima", "now")
    assert "Tanda terima dari KPU Provinsi Jawa Timur belum disimpan" in waiting(people, survey)
    assert "laporan dikirim 12 Januari 2026, menunggu tanda terima" in admin.get("/").content.decode()
    assert keep(admin, sent).url == PAGE
    assert stage(survey) == ("Diterima 15 Januari 2026 oleh Wati Contoh", "done")
    assert not any("Tanda terima" in subject for subject in waiting(people, survey))
    home = as_user(people.staff).get("/").content.decode()
    assert "laporan diterima 15 Januari 2026 oleh Wati Contoh" in home
    assert '<p class="quiet">Diterima 15 Januari 2026 oleh Wati Contoh.</p>' in home


def test_the_duty_leads_to_where_the_photo_is_taken(admin, sent, survey, people):
    (duty,) = (
        duty
        for duty in listing_of(people.secretary, (survey.office,), ()).duties
        if duty.subject.startswith("Tanda terima")
    )
    assert (duty.place, duty.since, duty.turn) == (address(sent), date(2026, 1, 12), "Admin atau Sekretaris")
    assert 'accept="image/*' in admin.get(duty.place).content.decode()


def test_it_is_kept_with_the_handing_on_without_what_it_says_of_its_maker(admin, sent):
    keep(admin, sent)
    sent.refresh_from_db()
    assert (sent.received_on, sent.received_by) == (date(2026, 1, 15), "Wati Contoh")
    stored = default_storage.open(sent.receipt.name).read()
    assert stored.startswith(b"\xff\xd8\xff") and b"PembuatKamera" not in stored
    page = admin.get(PAGE).content.decode()
    assert "Diterima 15 Januari 2026 oleh Wati Contoh." in page
    assert f'<img src="{address(sent, "berkas/")}"' in page
    shown = admin.get(address(sent, "berkas/"))
    assert (shown["Content-Type"], b"".join(shown.streaming_content)) == ("image/jpeg", stored)


def test_a_scan_as_pdf_is_handed_out_and_not_opened_here(admin, sent):
    keep(admin, sent, pdf(1))
    assert f'<img src="{address(sent, "berkas/")}"' not in admin.get(PAGE).content.decode()
    answer = admin.get(address(sent, "berkas/"))
    assert answer.content == pdf(1)
    assert answer["Content-Disposition"].startswith('attachment; filename="tanda-terima-3521-2025-S1-')


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"received_on": "11-1-2026"}, "Laporan dikirim 12 Januari 2026"),
        ({"received_on": "1-1-2999"}, "belum tiba"),
        ({"received_by": " "}, "tidak boleh kosong"),
        ({"file": ""}, "Pilih foto atau pindaian tanda terimanya."),
        ({"file": SimpleUploadedFile("a.jpg", b"<html><script>alert(1)</script>")}, "HTML"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4 <script>")}, "rusak atau terkunci"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-" + bytes(25 * 2**20))}, "lebih dari 25 MB"),
    ],
    ids=["early", "late", "nobody", "nothing", "html", "broken", "heavy"],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_typed_is_lost(admin, sent, changed, says):
    answer = admin.post(address(sent), SAYS | {"file": slip()} | changed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert says in page
    assert ("Pilih lagi foto" in page) == ("file" not in changed)
    assert f'value="{changed.get("received_by", "Wati Contoh")}"' in page
    sent.refresh_from_db()
    assert not sent.receipt and sent.received_on is None


def test_who_received_it_is_corrected_without_another_photo_and_a_photo_is_replaced(admin, sent):
    keep(admin, sent)
    first = Handover.objects.get()
    assert admin.post(address(sent), SAYS | {"received_by": "Wati  Contoh, S.Sos."}).status_code == 302
    corrected = Handover.objects.get()
    assert (corrected.received_by, corrected.receipt) == ("Wati Contoh, S.Sos.", first.receipt)
    assert keep(admin, sent, jpeg("navy")).status_code == 302
    assert Handover.objects.get().receipt_sha256 != first.receipt_sha256
    events = AuditEvent.objects.filter(action="handover.receipt").order_by("pk")
    assert [event.before.get("sha256") for event in events] == [None, first.receipt_sha256, first.receipt_sha256]


def test_a_wrong_one_is_taken_out_and_is_waited_for_again(admin, sent, survey):
    keep(admin, sent)
    assert admin.post(address(sent, "hapus/")).url == PAGE
    assert stage(survey) == ("Dikirim 12 Januari 2026, menunggu tanda terima", "now")
    event = AuditEvent.objects.get(action="handover.receipt_drop")
    assert event.before["received_on"] == "2026-01-15"
    admin.post(address(sent, "hapus/"))
    assert "sudah dihapus" in admin.get(PAGE).content.decode()
    assert admin.get(address(sent, "berkas/")).status_code == 404


def test_what_was_handed_on_is_not_forgotten_with_the_slip_that_proves_it(admin, sent):
    assert f"{PAGE}{sent.pk}/hapus/" in admin.get(PAGE).content.decode()
    keep(admin, sent)
    assert f"{PAGE}{sent.pk}/hapus/" not in admin.get(PAGE).content.decode()
    admin.post(f"{PAGE}{sent.pk}/hapus/")
    assert "Hapus dahulu tanda terima itu" in admin.get(PAGE).content.decode()
    assert Handover.objects.get().receipt
    admin.post(address(sent, "hapus/"))
    admin.post(f"{PAGE}{sent.pk}/hapus/")
    assert not Handover.objects.exists()


def test_an_old_page_takes_no_slip_out_that_it_did_not_show(admin, sent):
    keep(admin, sent)
    shown = Handover.objects.get().receipt_sha256
    assert f'name="sha256" value="{shown}"' in admin.get(address(sent)).content.decode()
    keep(admin, sent, jpeg("navy"))
    admin.post(address(sent, "hapus/"), {"sha256": shown})
    assert "sudah diganti" in admin.get(PAGE).content.decode()
    assert Handover.objects.get().receipt_sha256 not in ("", shown)


def test_where_no_slip_comes_back_the_handing_on_is_closed_by_a_word(admin, sent, survey):
    admin.post(address(sent, "tidak-ada/"))
    assert stage(survey) == ("Sudah disampaikan", "done")
    assert AuditEvent.objects.get(action="handover.no_receipt").after["expects_receipt"] is False
    keep(admin, sent)
    assert stage(survey)[0] == "Diterima 15 Januari 2026 oleh Wati Contoh"
    admin.post(address(sent, "tidak-ada/"))
    assert "Tanda terimanya sudah disimpan." in admin.get(PAGE).content.decode()


def test_sent_to_two_it_is_closed_when_both_slips_are_there(admin, sent, survey):
    admin.post(PAGE, SENT | {"party": "Bupati Ngawi", "happened_on": "2026-01-13"})
    keep(admin, sent)
    assert stage(survey)[1] == "now"
    keep(admin, Handover.objects.exclude(pk=sent.pk).get(), received_on="14-1-2026", received_by="Agus")
    assert stage(survey) == ("Diterima 15 Januari 2026 oleh Wati Contoh", "done")


def test_what_was_published_or_returned_waits_for_no_slip(admin, report):
    admin.post(PAGE, SENT | {"kind": "published", "party": "Situs web"})
    row = Handover.objects.get(kind="published")
    assert row.expects_receipt is False
    assert admin.get(address(row)).status_code == 404
    assert admin.post(address(row), SAYS | {"file": slip()}).status_code == 404


def test_who_watches_from_above_reads_when_and_by_whom_but_not_the_slip(admin, sent, as_user, people):
    keep(admin, sent)
    watching = as_user(people.supervisor)
    page = watching.get(PAGE).content.decode()
    assert "Diterima 15 Januari 2026 oleh Wati Contoh." in page
    assert address(sent) not in page
    assert watching.get(address(sent, "berkas/")).status_code == 403
    assert as_user(people.staff).get(address(sent, "berkas/")).status_code == 200
    assert as_user(people.stranger).get(address(sent, "berkas/")).status_code == 404


def test_its_file_is_checked_and_stays_until_nothing_names_it(admin, sent, capsys):
    keep(admin, sent)
    name = Handover.objects.get().receipt.name
    os.utime(default_storage.path(name), (0, 0))
    call_command("sweep_files", "--delete")
    assert default_storage.exists(name)
    admin.post(address(sent, "hapus/"))
    call_command("sweep_files", "--delete")
    assert not default_storage.exists(name)
    keep(admin, sent)
    with default_storage.open(Handover.objects.get().receipt.name, "wb") as file:
        file.write(b"rusak")
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "tanda terima berubah" in capsys.readouterr().err
    assert admin.get(address(sent, "berkas/")).status_code == 404


def test_a_photo_that_is_kept_as_a_slip_too_is_not_covered_in_one_place_alone(admin, sent):
    keep(admin, sent)
    photo = EvidencePhoto.objects.get()
    Handover.objects.update(receipt_sha256=photo.sha256)
    assert kept_elsewhere(photo) == ["tanda terima KPU Provinsi Jawa Timur (Semester I Tahun 2025)"]


def test_the_slip_of_a_version_that_was_replaced_is_still_there_and_every_event_has_its_words(admin, sent, report):
    keep(admin, sent)
    Report.objects.update(state="superseded")
    assert "Diterima 15 Januari 2026" in admin.get(PAGE).content.decode()
    for event in AuditEvent.objects.filter(action__startswith="handover"):
        assert unknown_names(event) == set()
