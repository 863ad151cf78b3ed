"""A Laporan Survei Kepuasan Masyarakat from the button to the public check: what it holds, and what it leaves open."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.management import CommandError, call_command

from followups.models import ActionPlan
from offices.declining import Declined
from reports.document.gather import document_of
from reports.issuing import Wish, abandon, accept_scan, prepare, reopen, return_to_draft, sign_here, withdraw
from reports.issuing.by_hand.written import ByPen, record_number
from reports.issuing.refusal import Hindered
from reports.kinds.documents import frozen_document
from reports.models import Report, ReportKind, State
from reports.reading.versions import current, versions
from reports.words.language import begun_large
from surveys.fieldwork.keeping import NOTHING, fieldwork_of, save_fieldwork, write_fieldwork
from surveys.locking import CycleLockedError
from surveys.models import Lock, Service, ServiceResult, ServiceScore, Survey
from surveys.respondents.counts import save_profile
from tests.conftest import jpeg
from tests.journeys.scene import fields_on
from tests.reports.issuing.issuing import AGREED, PASSPHRASE, give_key, made
from tests.reports.survey_report.made import fill

pytestmark = pytest.mark.usefixtures("own_media")
SURVEY = ReportKind.SURVEY
PAGE = "/laporan/3521/2025-S1/survei/tanda-tangan/"
DATA = "/skm/3521/2025-S1/"
LATER = "Datanya keliru ketik."


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(date(2025, 7, 20), tick=True)


@pytest.fixture
def whole(survey, people):
    return fill(survey)


def wish(**changes):
    return Wish(way="here", dated=date(2025, 7, 20), reason="Menurut laporan yang dipublikasikan.", **changes)


@pytest.fixture
def prepared(whole, people):
    return made(prepare(whole, people.admin, wish(), SURVEY))


@pytest.fixture
def signed(prepared, people):
    give_key(people.secretary)
    return sign_here(prepared, people.secretary, PASSPHRASE, AGREED)


def now(survey):
    return Survey.objects.get(pk=survey.pk)


def flat(response):
    return " ".join(unescape(response.content.decode()).split())


def test_what_is_not_filled_in_is_named_before_it_can_be_prepared(survey, people, as_user):
    with pytest.raises(Declined, match=r"Yang masih harus dilengkapi: .*Jumlah responden.*Pelaksana survei"):
        prepare(survey, people.admin, wish(), SURVEY)
    assert not Report.objects.exists() and now(survey).results_lock == Lock.OPEN
    page = flat(as_user(people.admin).get(PAGE))
    assert "Yang masih harus dilengkapi" in page and "Profil responden" in page and "Siapkan" not in page


def test_the_rules_on_a_survey_hinder_and_those_on_plans_do_not(whole, people):
    Survey.objects.filter(pk=whole.pk).update(respondents=200, exceeds_population=False)
    with pytest.raises(Hindered) as refused:
        prepare(now(whole), people.admin, wish(), SURVEY)
    assert {finding.place.printed.field.of for finding in refused.value.findings} <= {"survey", "signatory"}


def test_it_is_not_dated_before_the_survey_was_over(whole, people):
    with pytest.raises(Declined, match=r"tidak dapat bertanggal sebelum survei selesai, 30 Juni 2025\."):
        prepare(whole, people.admin, Wish("here", date(2025, 6, 29), reason="Menurut laporan."), SURVEY)
    assert not Report.objects.exists()


def test_it_holds_results_and_leaves_plans_open(prepared, whole, people, as_user):
    assert (now(whole).lock, now(whole).results_lock) == (Lock.OPEN, Lock.PREPARED)
    with pytest.raises(CycleLockedError, match="Laporan SKM periode ini sudah disiapkan"):
        save_fieldwork(now(whole), people.admin, NOTHING)
    with pytest.raises(CycleLockedError):
        save_profile(now(whole), people.admin, {})
    client = as_user(people.admin)
    plan = ActionPlan.objects.filter(position=2).get()
    address = f"/rtl/3521/2025-S1/{plan.pk}/"
    typed = fields_on(client.get(address).content.decode(), address) | {
        "status": "in_progress",
        "description": "Sedang ditata.",
    }
    answer = client.post(address, typed)
    assert answer.status_code == 302
    plan.refresh_from_db()
    assert plan.status == "in_progress"


def test_the_page_of_the_survey_keeps_what_is_held_and_saves_who_signs(signed, whole, people, as_user):
    client = as_user(people.admin)
    page = client.get(DATA)
    assert "Laporan SKM periode ini sudah ditandatangani" in flat(page)
    forms = (page.context["form"], page.context["window"])
    sent = {name: form[name].value() or "" for form in forms for name in form.fields}
    answer = client.post(DATA, sent | {"signatory_name": "Rina Lestari", "respondents": "5", "score_waktu": "1,00"})
    assert answer.status_code == 302
    after = now(whole)
    assert (after.signatory_name, after.respondents) == ("Rina Lestari", 110)
    assert after.scores.get(element__key="waktu").score == whole.scores.get(element__key="waktu").score


def test_what_is_held_is_shown_as_locked_and_never_said_to_be_saved(signed, whole, people, as_user):
    client = as_user(people.admin)
    page = client.get(DATA)
    shown = flat(page)
    assert shown.count("Terkunci: isian ini tercetak dalam Laporan SKM.") == 2
    assert f'href="{PAGE}"' in shown and "Simpan penanda tangan dan masa tindak lanjut" in shown
    forms = (page.context["form"], page.context["window"])
    sent = {name: form[name].value() or "" for form in forms for name in form.fields}
    same = flat(client.post(DATA, sent, follow=True))
    assert "Penanda tangan dan masa tindak lanjut tersimpan." in same
    assert "Tidak disimpan" not in same and "Data survei tersimpan" not in same
    other = flat(client.post(DATA, sent | {"respondents": "5", "score_waktu": "1,00"}, follow=True))
    assert "Data survei tersimpan" not in other
    assert "Tidak disimpan: Waktu Penyelesaian (1,00); Jumlah responden (5). Laporan SKM periode ini" in other or (
        "Tidak disimpan: Jumlah responden (5); Waktu Penyelesaian (1,00). Laporan SKM periode ini" in other
    )


def test_a_service_that_is_renamed_stays_as_it_was_in_what_is_prepared(whole, people, as_user):
    names = ("Legalisasi", "Surat keterangan")
    scored = {row.element: row.score for row in whole.scores.select_related("element")}
    for position, name in enumerate(names, start=1):
        service = Service.objects.create(office=whole.office, name=name, position=position)
        result = ServiceResult.objects.create(survey=whole, service=service, respondents=55)
        scores = [ServiceScore(result=result, element=element, score=score) for element, score in scored.items()]
        ServiceScore.objects.bulk_create(scores)
    admin, page = as_user(people.admin), f"/satuan-kerja/3521/layanan/{service.pk}/"
    assert "(Semester I Tahun 2025)" not in flat(admin.get(page))
    report = made(prepare(whole, people.admin, wish(), SURVEY))
    assert "kecuali dalam laporan yang sudah disiapkan atau ditandatangani (Semester I Tahun 2025)" in flat(
        admin.get(page)
    )
    told = flat(admin.post(page, {"name": "Surat domisili"}, follow=True))
    assert "Nama lama tetap tercetak dalam laporan Semester I Tahun 2025." in told
    kept = frozen_document(Report.objects.get(pk=report.pk))
    assert [row.name for row in kept.found.services.rows] == list(names)
    now_named = document_of(now(whole)).plans.services.rows
    assert [row.name for row in now_named] == ["Legalisasi", "Surat domisili"]


@pytest.mark.parametrize("page", ["responden/", "pelaksanaan/", "berkas/"])
def test_pages_of_results_say_why_nothing_can_be_changed(signed, people, as_user, page):
    shown = flat(as_user(people.admin).get(f"{DATA}{page}"))
    assert "Laporan SKM periode ini sudah ditandatangani" in shown and ">Simpan" not in shown


def test_signed_it_names_itself_in_the_survey_and_has_versions_of_its_own(signed, whole, people):
    assert (signed.state, signed.version, now(whole).results_lock) == (State.SIGNED, 1, Lock.SIGNED)
    assert now(whole).report_date == date(2025, 7, 20)
    assert current(whole, SURVEY).pk == signed.pk and current(whole) is None
    assert list(versions(whole)) == []
    assert signed.signed_file.name.split("/")[3] == "survey-v1"


def test_signed_by_hand_its_number_may_follow(whole, people):
    by_hand = Wish(way="by_hand", dated=None, pen_number=True, reason="Menurut laporan yang dipublikasikan.")
    report = made(prepare(whole, people.admin, by_hand, SURVEY))
    signed = accept_scan(report, people.secretary, jpeg("white"), ByPen(date(2025, 7, 18)))
    assert now(whole).report_date == date(2025, 7, 18) and now(whole).report_number == ""
    record_number(signed, people.secretary, "14/SKM/2025")
    assert now(whole).report_number == "14/SKM/2025"


def test_what_a_follow_up_report_keeps_is_not_written_by_a_later_survey_report(prepared, whole, people):
    Survey.objects.filter(pk=whole.pk).update(lock=Lock.SIGNED)
    give_key(people.secretary)
    sign_here(prepared, people.secretary, PASSPHRASE, AGREED)
    assert now(whole).report_date is None and now(whole).results_lock == Lock.SIGNED


def test_anybody_may_check_it(signed, client):
    page = flat(client.get(f"/verifikasi/{signed.code}/"))
    assert "Laporan Survei Kepuasan Masyarakat" in page and "Diterbitkan dan berlaku" in page


def test_the_follow_up_report_names_it_by_number_date_and_code(signed, whole):
    Report.objects.filter(pk=signed.pk).update(number="12/SKM/2025")
    named = f"nomor 12/SKM/2025 tanggal 20 Juli 2025, kode verifikasi {signed.code}"
    results = document_of(now(whole)).plans.results
    assert f"dalam Laporan Survei Kepuasan Masyarakat {named}." in results.section.text
    assert ("Laporan SKM", (begun_large(named),)) in [(row.name, row.lines) for row in results.origin]
    Report.objects.filter(pk=signed.pk).update(state=State.SUPERSEDED)
    assert signed.code not in document_of(now(whole)).plans.results.section.text


def test_back_to_draft_opens_the_results_again(prepared, whole, people):
    return_to_draft(prepared, people.admin, LATER)
    assert now(whole).results_lock == Lock.OPEN
    save_fieldwork(now(whole), people.admin, fieldwork_of(whole) | {"team": "Budi"})


def test_a_new_version_says_what_was_corrected_and_one_that_says_the_same_is_closed(signed, whole, people):
    following = reopen(signed, people.secretary, LATER)
    assert now(whole).results_lock == Lock.OPEN and following.version == 2
    with pytest.raises(Declined, match="Isi laporan sama dengan versi 1"):
        prepare(now(whole), people.admin, wish(), SURVEY)
    write_fieldwork(whole, fieldwork_of(whole) | {"team": "Budi Santoso"})
    with pytest.raises(Declined, match="sudah berbeda dari versi 1"):
        abandon(following, people.secretary)
    write_fieldwork(whole, fieldwork_of(whole) | {"team": "Sari Utami"})
    assert abandon(following, people.secretary).pk == signed.pk
    assert now(whole).results_lock == Lock.SIGNED


def test_withdrawn_it_holds_nothing(signed, whole, people):
    withdraw(signed, people.secretary, LATER)
    assert now(whole).results_lock == Lock.OPEN and current(whole, SURVEY) is None


def test_versions_are_compared_part_by_part(signed, whole, people, as_user):
    reopen(signed, people.secretary, LATER)
    write_fieldwork(whole, fieldwork_of(whole) | {"places": "Loket dua"})
    page = flat(as_user(people.admin).get("/laporan/3521/2025-S1/survei/bandingkan/"))
    assert "Lokasi Pengumpulan Data" in page and "dua" in page


def test_commands_check_render_and_name_what_is_lacking(survey, tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("check_report", "3521", "2025-S1", kind="survey")
    assert "block Laporan SKM: lengkapi Jumlah responden." in capsys.readouterr().out
    target = tmp_path / "survei.html"
    call_command("render_survey_report", "3521", "2025-S1", html=target)
    assert re.search(r"BAB V</span>\s*<span[^>]*>KESIMPULAN", target.read_text())
    with pytest.raises(CommandError):
        call_command("render_survey_report", "3521", "2025-S9", html=target)
