"""A Laporan Penyelesaian RTL from the button to the public check: its own versions, and nothing else is touched."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from followups.models import ActionPlan, Completion, EvidencePhoto, Review, Status
from offices.declining import Declined
from offices.models import AuditEvent, Office
from reports.issuing import Wish, abandon, prepare, reopen, return_to_draft, sign_here, withdraw
from reports.models import Job, Report, ReportKind, State
from reports.reading.versions import current, versions
from surveys.models import Lock, Survey
from tests.conftest import just_confirmed, make_plan
from tests.reports.addendum.owed import CODE, carried, done, open_plans, with_signed_report
from tests.reports.issuing.issuing import AGREED, PASSPHRASE, again, container, give_key, made, make_ready, work

pytestmark = pytest.mark.usefixtures("own_media")
PAGE = "/laporan/3521/2025-S1/penyelesaian/tanda-tangan/"
MAIN = "/laporan/3521/2025-S1/tanda-tangan/"
ADDENDUM = ReportKind.ADDENDUM


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date.today(), tick=True)


@pytest.fixture
def settled(survey, people):
    """A signed report of two open RTL, one of which is done since."""
    make_plan(open_plans(survey).get().priority, 3, all_units=True)
    with_signed_report(survey, people)
    first = open_plans(survey)[0]
    return done(carried(people, first), people)


def wish(**changes):
    return Wish(way="here", dated=date.today(), **changes)


@pytest.fixture
def prepared(survey, people, settled):
    return made(prepare(survey, people.admin, wish(), ADDENDUM))


@pytest.fixture
def signed(prepared, people):
    give_key(people.secretary)
    return sign_here(prepared, people.secretary, PASSPHRASE, AGREED)


def flat(response):
    return " ".join(unescape(response.content.decode()).split())


def locks():
    return dict(Survey.objects.values_list("year", "lock")) | {
        survey.period: survey.lock for survey in Survey.objects.all()
    }


def test_it_has_versions_of_its_own_and_leaves_report_and_cycles_as_they_were(survey, people, settled):
    before = list(Report.objects.filter(kind=ReportKind.FOLLOW_UP).values())
    locked = locks()
    report = made(prepare(survey, people.admin, wish(), ADDENDUM))
    assert (report.kind, report.version, report.state) == (ADDENDUM, 1, State.PREPARED)
    assert locks() == locked and locked["2025-S1"] == Lock.SIGNED and locked["2025-S2"] == Lock.OPEN
    give_key(people.secretary)
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED
    assert locks() == locked
    assert list(Report.objects.filter(kind=ReportKind.FOLLOW_UP).values()) == before
    assert (current(survey).code, current(survey, ADDENDUM).pk) == (CODE, report.pk)


def test_the_trail_says_of_which_kind_it_was(signed):
    told = AuditEvent.objects.filter(action__in=("report.prepare", "report.ready", "report.sign"))
    assert {event.after["report_kind"] for event in told} == {"Laporan Penyelesaian RTL"}


def test_it_is_not_prepared_before_something_is_done(survey, people, settled):
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.NONE, status=Status.IN_PROGRESS, reviewed_by=None)
    with pytest.raises(Declined, match="Belum ada RTL"):
        prepare(survey, people.admin, wish(), ADDENDUM)
    assert not Report.objects.filter(kind=ADDENDUM).exists()


def test_it_is_not_dated_before_what_it_completes(survey, people, settled):
    with pytest.raises(Declined, match="tidak dapat bertanggal sebelum"):
        prepare(survey, people.admin, Wish(way="by_hand", dated=date(2026, 1, 8)), ADDENDUM)


def test_its_number_is_one_of_the_offices_numbers(survey, people, settled):
    Office.objects.filter(pk=survey.office_id).update(number_template="{nomor}/LTL/2026")
    with pytest.raises(Declined, match="12/LTL/2026 sudah dipakai laporan lain"):
        prepare(survey, people.admin, wish(number="12"), ADDENDUM)
    assert prepare(survey, people.admin, wish(number="13"), ADDENDUM).number == "13/LTL/2026"


def test_what_is_prepared_is_frozen_though_the_next_cycle_goes_on(survey, people, prepared, settled):
    ActionPlan.objects.filter(pk=settled.pk).update(description="Lain sekali.")
    told = again(prepared).document
    assert told["rows"][0]["told"] == ["Loket ditata.", "Jadwal dipasang."]


def test_it_goes_back_to_draft_without_opening_the_cycle(survey, people, prepared):
    return_to_draft(prepared, people.admin, "Tanggal keliru.")
    assert (again(prepared).state, locks()["2025-S1"]) == (State.DRAFT, Lock.SIGNED)
    assert made(prepare(survey, people.admin, wish(), ADDENDUM)).version == 1


def test_a_second_version_says_something_new_and_replaces_the_first(survey, people, signed):
    reopen(signed, people.admin, "RTL terakhir selesai.")
    with pytest.raises(Declined, match="tidak ada yang berubah pada penyelesaian RTL"):
        prepare(survey, people.admin, wish(), ADDENDUM)
    done(carried(people, open_plans(survey)[1]), people)
    report = made(prepare(survey, people.admin, wish(), ADDENDUM))
    sign_here(report, people.secretary, PASSPHRASE, AGREED)
    assert [(row.version, row.state) for row in versions(survey, ADDENDUM)] == [(2, "signed"), (1, "superseded")]
    assert current(survey).code == CODE


def test_a_version_opened_by_mistake_is_closed_and_a_signed_one_withdrawn(survey, people, signed):
    abandon(reopen(signed, people.admin, "Keliru."), people.admin)
    withdraw(signed, people.admin, "Bukti keliru.")
    assert (again(signed).state, locks()["2025-S1"]) == (State.WITHDRAWN, Lock.SIGNED)
    assert current(survey).code == CODE


def test_it_is_not_signed_once_the_report_that_it_completes_is_out_of_force(survey, people, prepared):
    give_key(people.secretary)
    withdraw(current(survey), people.admin, "Angka keliru.")
    with pytest.raises(Declined, match="Laporan yang dilengkapi tidak berlaku lagi"):
        sign_here(prepared, people.secretary, PASSPHRASE, AGREED)
    assert again(prepared).state == State.PREPARED


def test_it_is_withdrawn_with_the_report_that_it_completes(survey, people, signed, client, as_user):
    assert "Laporan penyelesaian yang melengkapinya, bila ada, ikut ditarik" in flat(
        as_user(people.secretary).get(MAIN)
    )
    withdraw(current(survey), people.admin, "Angka keliru.")
    page = flat(client.get(f"/verifikasi/{signed.code}/"))
    assert "Diterbitkan dan berlaku" not in page
    assert "Alasan: Laporan yang dilengkapinya ditarik: Angka keliru." in page
    event = AuditEvent.objects.filter(action="report.withdraw").latest("pk")
    assert event.after["report_kind"] == "Laporan Penyelesaian RTL"


def test_it_is_withdrawn_once_a_new_version_of_what_it_completes_is_signed(survey, people, signed):
    reopen(current(survey), people.admin, "Angka keliru.")
    assert again(signed).state == State.SIGNED
    Completion.objects.update(latest=date(2999, 3, 1))
    make_ready(survey, people)
    sign_here(made(prepare(survey, people.admin, wish())), people.secretary, PASSPHRASE, AGREED)
    left = again(signed)
    assert left.state == State.WITHDRAWN
    assert left.withdrawn_reason == "Laporan yang dilengkapinya sudah digantikan versi 2."


def test_both_reports_may_be_prepared_at_once_and_each_gets_its_own_file(survey, people, settled):
    first = prepare(survey, people.admin, wish(), ADDENDUM)
    other = Job.objects.create(followup=first.followup, kind="prepare", digest="0" * 64)
    assert other.report_kind == ReportKind.FOLLOW_UP
    assert work(first).state == State.PREPARING  # the later job is not its own
    Job.objects.filter(pk=other.pk).delete()
    assert work(first).state == State.PREPARED


def test_the_page_shows_what_will_be_said_and_one_press_prepares_it(as_user, people, settled):
    client = as_user(people.admin)
    assert f'href="{PAGE}"' in flat(client.get(MAIN))
    page = flat(client.get(PAGE))
    for words in ("1 dari 2 RTL Tabel 4.1 sudah selesai", "33% menjadi 67%", "Pratinjau", "nomor 12/LTL/2026"):
        assert words in page, words
    assert "/pemeriksaan/3521/2025-S1/halaman/" not in page
    just_confirmed(client, people.admin)
    answer = client.post(f"{PAGE}siapkan/", {"way": "by_hand", "dated": date.today().strftime("%d-%m-%Y")})
    assert answer.url == PAGE
    report = Report.objects.get(kind=ADDENDUM)
    assert "Berkas sedang dibuat" in flat(client.get(PAGE))
    made(report)
    page = flat(client.get(PAGE))
    assert f'src="{PAGE}berkas/?lihat=1' in page
    assert (
        client.get(f"{PAGE}berkas/")
        .headers["Content-Disposition"]
        .startswith('attachment; filename="Laporan-Penyelesaian-RTL-3521-2025-S1-v1')
    )
    assert client.get(f"{MAIN}berkas/").status_code == 404


def test_its_photos_are_shown_from_the_cycle_that_has_them(as_user, people, settled):
    client = as_user(people.staff)
    pictures = re.findall(r'<img id="[^"]+" src="(/[^"]+)"[^>]*loading="lazy"', flat(client.get(PAGE)))
    assert len(pictures) == 1
    assert client.get(pictures[0]).status_code == 200


def test_a_photo_that_is_about_to_be_signed_is_not_covered_meanwhile(as_user, people, prepared, settled):
    photo = EvidencePhoto.objects.get(uses__group__plan=settled)
    page = f"/bukti-dukung/3521/2025-S2/foto/{photo.pk}/ubah/"
    answer = as_user(people.admin).post(page, {"cara": "samarkan", "kotak": "10,10,100,100"}, follow=True)
    assert "sudah disiapkan untuk ditandatangani" in flat(answer)
    assert EvidencePhoto.objects.get(pk=photo.pk).sha256 == photo.sha256


def test_while_nothing_is_done_the_page_says_what_is_missing(as_user, people, settled):
    ActionPlan.objects.filter(pk=settled.pk).update(review=Review.PENDING, reviewed_by=None)
    page = flat(as_user(people.admin).get(PAGE))
    assert "Belum dapat disiapkan" in page and "mintakan persetujuan" in page
    assert "siapkan/" not in page


@pytest.mark.parametrize("who", ["staff", "head", "supervisor"])
def test_who_does_not_prepare_reads_it(as_user, people, settled, who):
    client = as_user(getattr(people, who))
    assert "Pratinjau" in flat(client.get(PAGE))
    assert client.post(f"{PAGE}siapkan/", {"way": "by_hand"}).status_code == 403


def test_the_list_of_versions_tells_kinds_and_each_file_is_its_own(as_user, people, signed):
    client = as_user(people.secretary)
    for address in (MAIN, PAGE):
        page = flat(client.get(address))
        assert "Laporan Tindak Lanjut SKM, versi 1" in page
        assert "Laporan Penyelesaian RTL, versi 1" in page
    content = b"".join(client.get(f"{PAGE}versi/1/").streaming_content)
    assert content == again(signed).signed_file.read()
    assert b"".join(client.get(f"{MAIN}versi/1/").streaming_content) != content


def test_anybody_who_checks_its_code_is_told_its_kind(client, signed):
    page = flat(client.get(f"/verifikasi/{signed.code}/"))
    assert "Laporan Penyelesaian RTL Semester I Tahun 2025, versi 1" in page
    page = flat(client.get(f"/verifikasi/{CODE}/"))
    assert "Laporan Tindak Lanjut SKM Semester I Tahun 2025, versi 1" in page


def test_a_withdrawn_one_is_not_followed_by_the_report(client, people, signed):
    withdraw(signed, people.admin, "Bukti keliru.")
    assert "Versi penggantinya" not in flat(client.get(f"/verifikasi/{signed.code}/"))


def test_the_console_makes_and_signs_it(survey, people, settled, tmp_path, settings):
    settings.DEBUG = True
    key, secret = tmp_path / "kunci.p12", tmp_path / "frasa"
    key.write_bytes(container())
    secret.write_text(f"{PASSPHRASE}\n")
    drawn, target = tmp_path / "draf.pdf", tmp_path / "laporan.pdf"
    call_command("render_report", "3521", "2025-S1", "--kind", "addendum", "-o", str(drawn))
    assert drawn.read_bytes().startswith(b"%PDF")
    files = ("--p12", str(key), "--passphrase-file", str(secret), "-o", str(target))
    call_command("sign_report", "3521", "2025-S1", "--kind", "addendum", *files)
    report = Report.objects.get(kind=ADDENDUM)
    assert (report.state, target.read_bytes()) == (State.SIGNED, report.signed_file.read())


def test_a_photo_of_it_that_is_gone_is_told(signed, capsys):
    default_storage.delete(again(signed).document["annex"]["groups"][0]["rows"][0][0]["picture"]["path"])
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "(Laporan Penyelesaian RTL) v1: gambar tidak" in capsys.readouterr().err


def test_home_offers_it_once_all_is_done_and_then_asks_for_its_signature(as_user, people, survey, settled, client):
    ready = "Semua RTL dari Tabel 4.1 sudah selesai: laporan penyelesaian dapat disiapkan"
    assert ready not in flat(as_user(people.admin).get("/"))
    done(carried(people, open_plans(survey)[1]), people)
    page = flat(as_user(people.admin).get("/"))
    assert ready in page and f'href="{PAGE}"' in page
    assert ready not in flat(as_user(people.staff).get("/"))
    made(prepare(survey, people.admin, wish(), ADDENDUM))
    assert ready not in flat(as_user(people.admin).get("/"))
    page = flat(as_user(people.secretary).get("/"))
    assert "Laporan penyelesaian versi 1 siap ditandatangani" in page and f'href="{PAGE}"' in page


def test_home_asks_again_for_one_that_was_returned_or_withdrawn(as_user, people, survey, settled):
    done(carried(people, open_plans(survey)[1]), people)
    report = made(prepare(survey, people.admin, wish(), ADDENDUM))
    return_to_draft(report, people.admin, "Tanggal keliru.")
    words = "Laporan penyelesaian versi 1 belum disiapkan untuk ditandatangani"
    assert words in flat(as_user(people.admin).get("/"))
    give_key(people.secretary)
    report = sign_here(made(prepare(survey, people.admin, wish(), ADDENDUM)), people.secretary, PASSPHRASE, AGREED)
    assert "laporan penyelesaian dapat disiapkan" not in flat(as_user(people.admin).get("/"))
    withdraw(report, people.admin, "Bukti keliru.")
    assert "laporan penyelesaian dapat disiapkan" in flat(as_user(people.admin).get("/"))


def test_a_version_opened_by_mistake_is_closed_while_the_report_is_being_replaced(as_user, people, survey, signed):
    reopen(signed, people.admin, "Keliru.")
    reopen(current(survey), people.admin, "Angka keliru.")
    client = as_user(people.secretary)
    page = flat(client.get(PAGE))
    assert "Belum dapat disiapkan" in page and "Batalkan versi 2" in page
    just_confirmed(client, people.secretary)
    client.post(f"{PAGE}batal/")
    assert [row.version for row in versions(survey, ADDENDUM)] == [1]
