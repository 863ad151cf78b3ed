"""Sheets are the worker's: asked for once, drawn from the data of then, kept, and served without work."""

from datetime import date

import pytest
from django.core.files.storage import default_storage

from followups.models import FollowUp
from offices.models import AuditEvent
from publishing.sheets import making, printing
from publishing.sheets.making import NOT_THERE, SheetWish, followed_forms, made_forms, request_forms
from publishing.sheets.offered import sheet_named
from publishing.sheets.printing import Design, Form
from reports.models import Job, JobKind, JobState, WorkerBeat
from reports.work.drafts import OVERTAKEN
from reports.work.jobs import next_in_turn, request
from reports.work.loop import do_next, work_off
from surveys.models import Survey

PAGE = "/skm/3521/2025-S1/publikasi/lembar/"
FORMS = f"{PAGE}hasil/resmi/"
pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def closed(survey):
    Survey.objects.filter(pk=survey.pk).update(start=date(2025, 1, 2), end=date(2025, 6, 30), respondents=110)
    return Survey.objects.get(pk=survey.pk)


@pytest.fixture
def drawn(monkeypatch):
    """What was drawn, in place of files that take seconds; the real ones are read in test_printing.py."""
    seen = []

    def draw(sheet, design, form):
        seen.append((sheet.respondents, design, form))
        return b"%PDF-1.7 lembar" if form in (Form.A4, Form.A3) else b"\x89PNG lembar"

    monkeypatch.setattr(making, "sheet_file", draw)
    return seen


def asked(survey, people, design=Design.OFFICIAL):
    return request_forms(survey, people.staff, "hasil", design, sheet_named(survey, "hasil"))


def now_of(survey, design=Design.OFFICIAL):
    (designs,) = made_forms(survey, [("hasil", sheet_named(survey, "hasil"))])
    return next(each for each in designs if each.design == design)


def test_a_request_draws_nothing_in_the_web_process(as_user, people, closed, drawn):
    answer = as_user(people.staff).post(FORMS)
    assert (answer.status_code, answer.url) == (302, f"{PAGE}#lembar-hasil")
    assert drawn == []
    assert [job.which for job in Job.objects.order_by("pk")] == [f"hasil/resmi/{form.value}" for form in Form]
    page = as_user(people.staff).get(PAGE).content.decode()
    assert "Sedang dibuat: 0 dari 4 berkas siap." in page
    assert 'data-hx-trigger="every 1500ms"' in page
    assert AuditEvent.objects.filter(action="public.sheet").count() == 1


def test_the_worker_makes_all_four_forms_and_the_page_then_offers_them(as_user, people, closed, drawn):
    reader = as_user(people.staff)
    reader.post(FORMS)
    work_off()
    assert [form for _respondents, _design, form in drawn] == list(Form)
    page = reader.get(PAGE).content.decode()
    for form in Form:
        assert f'href="{FORMS}{form.value}/"' in page
    assert f'src="{FORMS}persegi/"' in page
    assert f'href="{PAGE}hasil/berwarna/a4/"' not in page
    picture = reader.get(f"{FORMS}persegi/")
    assert (picture["Content-Type"], b"".join(picture.streaming_content)) == ("image/png", b"\x89PNG lembar")


def test_the_same_sheet_is_served_again_without_work(as_user, people, closed, drawn):
    asked(closed, people)
    work_off()
    reader = as_user(people.admin)
    reader.post(FORMS)
    assert not do_next()
    assert len(drawn) == len(Form)
    first, second = (b"".join(reader.get(f"{FORMS}a4/").streaming_content) for _ in range(2))
    assert first == second == b"%PDF-1.7 lembar"


def test_a_sheet_of_other_data_is_made_anew_and_the_old_one_is_not_offered(as_user, people, closed, drawn):
    asked(closed, people)
    work_off()
    Survey.objects.update(respondents=111)
    reader = as_user(people.staff)
    answer = reader.get(f"{FORMS}a4/", follow=True)
    assert "Lembar itu belum dibuat dari data saat ini." in answer.content.decode()
    assert f'href="{FORMS}a4/"' not in answer.content.decode()
    reader.post(FORMS)
    work_off()
    assert {respondents for respondents, _design, _form in drawn} == {"110", "111"}
    assert reader.get(f"{FORMS}a4/").status_code == 200


def test_what_changed_while_a_job_waited_is_drawn_as_it_is_now(people, closed, drawn):
    asked(closed, people)
    Survey.objects.update(respondents=111)
    work_off()
    assert {respondents for respondents, _design, _form in drawn} == {"111"}
    assert now_of(Survey.objects.get(pk=closed.pk)).is_whole


def test_of_two_requests_that_became_the_same_one_is_made_and_the_other_says_why_not(people, closed, drawn):
    old = asked(closed, people)
    Survey.objects.update(respondents=111)
    asked(Survey.objects.get(pk=closed.pk), people)
    work_off()
    assert len(drawn) == len(Form)
    states = Job.objects.filter(pk__in=[job.pk for _form, job in old.jobs]).values_list("state", "error")
    assert (JobState.FAILED, OVERTAKEN) in set(states) or all(state == JobState.DONE for state, _error in states)
    assert now_of(Survey.objects.get(pk=closed.pk)).is_whole


def test_a_sheet_that_is_there_no_more_ends_with_a_sentence(people, closed, drawn):
    made = asked(closed, people)
    Survey.objects.update(end=None)
    work_off()
    assert set(Job.objects.values_list("state", "error")) == {(JobState.FAILED, NOT_THERE)}
    followed = followed_forms(closed, "hasil", Design.OFFICIAL, made.numbers)
    assert followed.faults == (NOT_THERE,)
    assert not followed.is_underway


def test_a_name_without_end_is_refused_in_a_moment_and_the_page_says_which(as_user, people, closed, monkeypatch):
    monkeypatch.setattr(printing, "LONGEST_NAME", 20)
    monkeypatch.setattr(printing, "pdf_of", None)  # nothing may be laid out
    reader = as_user(people.staff)
    reader.post(FORMS)
    work_off()
    page = reader.get(PAGE).content.decode()
    assert "terdiri atas" in page
    assert "Coba lagi" in page
    assert not default_storage.exists("jobs") or not Job.objects.exclude(file="").exists()


def test_a_page_that_waits_follows_its_jobs_until_they_are_done(as_user, people, closed, drawn):
    made = asked(closed, people)
    reader = as_user(people.staff)
    following = f"{FORMS}?pekerjaan={made.numbers}"
    do_next()
    part = reader.get(following).content.decode()
    assert "1 dari 4 berkas siap" in part
    assert following in part.replace("&amp;", "&")
    assert f'href="{FORMS}a4/"' in part
    work_off()
    whole = reader.get(following).content.decode()
    assert "data-hx-get" not in whole
    assert "Buat lembar" not in whole


@pytest.mark.parametrize("numbers", ["999999", "abc", "1" * 30, "-", "1-2-3"])
def test_jobs_that_are_not_of_this_cycle_are_not_found(as_user, people, closed, numbers):
    assert as_user(people.staff).get(f"{FORMS}?pekerjaan={numbers}").status_code == 404


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_others_can_neither_ask_for_a_sheet_nor_follow_it(as_user, people, closed, drawn, who):
    made = asked(closed, people)
    other = as_user(getattr(people, who))
    assert other.post(FORMS).status_code == 404
    assert other.get(f"{FORMS}?pekerjaan={made.numbers}").status_code == 404
    work_off()
    assert other.get(f"{FORMS}a4/").status_code == 404


def test_without_a_worker_the_page_says_that_nobody_makes_it(as_user, people, closed):
    reader = as_user(people.staff)
    reader.post(FORMS)
    WorkerBeat.objects.all().delete()
    page = reader.get(PAGE).content.decode()
    assert "Permintaan ini tetap tersimpan" in page
    assert '<meta http-equiv="refresh"' in page


def test_a_file_that_the_storage_lost_can_be_asked_for_again(as_user, people, closed, drawn):
    asked(closed, people)
    work_off()
    for job in Job.objects.filter(kind=JobKind.SHEET):
        default_storage.delete(job.file.name)
    reader = as_user(people.staff)
    assert reader.get(f"{FORMS}a4/").status_code == 302
    assert f'action="{FORMS}"' in reader.get(PAGE).content.decode()
    reader.post(FORMS)
    work_off()
    assert reader.get(f"{FORMS}a4/").status_code == 200


def test_a_report_that_is_prepared_does_not_wait_behind_sheets(people, closed, survey):
    asked(closed, people)
    prepare = request(FollowUp.objects.get(survey=survey), JobKind.PREPARE, "f" * 64, people.admin)
    assert next_in_turn() == prepare.pk


def test_a_wish_is_read_back_from_its_key():
    for design in Design:
        for form in Form:
            wish = SheetWish("layanan-7", design, form)
            assert SheetWish.read(wish.key) == wish
