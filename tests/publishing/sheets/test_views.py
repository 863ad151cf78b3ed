"""The page of publication sheets: what waits is said, what is there is downloaded by whoever reads the cycle."""

from datetime import date

import pytest

from followups.models import EvidencePhoto, FollowUp
from publishing.models import ReleasedPhoto
from publishing.sheets import making, views
from publishing.sheets.printing import Form
from reports.models import Job
from reports.work.loop import do_next, work_off
from surveys.models import Lock, Survey
from tests.publishing.results import signed_document
from tests.reports.issued import make_report

PAGE = "/skm/3521/2025-S1/publikasi/lembar/"
pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def closed(survey):
    Survey.objects.update(start=date(2025, 1, 2), end=date(2025, 6, 30), respondents=110)


def test_before_the_survey_is_closed_the_page_says_what_it_waits_for(as_user, people, survey):
    reader = as_user(people.staff)
    page = reader.get(PAGE).content.decode()
    assert "Isi tanggal selesai survei." in page
    assert "Tandatangani laporannya dahulu." in page
    assert "lembar/hasil/" not in page
    assert reader.get(f"{PAGE}hasil/resmi/a4/").status_code == 404


def test_a_sheet_is_saved_under_a_name_that_says_what_it_is(as_user, people, closed):
    reader = as_user(people.supervisor)
    reader.post(f"{PAGE}hasil/resmi/")
    do_next()
    assert "87,36, mutu pelayanan B (Baik), dari 110 responden" in reader.get(PAGE).content.decode()
    answer = reader.get(f"{PAGE}hasil/resmi/a4/")
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert answer["Content-Disposition"] == 'attachment; filename="hasil-3521-2025-S1-a4-resmi.pdf"'
    assert answer["Cache-Control"] == "private, no-cache"


def test_a_browser_that_has_a_sheet_is_not_sent_it_again_until_its_data_change(as_user, people, closed, monkeypatch):
    monkeypatch.setattr(making, "sheet_file", lambda *_wanted: b"%PDF-1.7 lembar")
    reader = as_user(people.staff)
    address = f"{PAGE}hasil/resmi/a4/"
    tags = []
    for respondents in (110, 111):
        Survey.objects.update(respondents=respondents)
        reader.post(f"{PAGE}hasil/resmi/")
        work_off()
        tags.append(reader.get(address)["ETag"])
        assert reader.get(address, headers={"if-none-match": tags[-1]}).status_code == 304
    assert reader.get(address, headers={"if-none-match": tags[0]}).status_code == 200


@pytest.mark.parametrize("wrong", ["rahasia/resmi/a4/", "hasil/emas/a4/", "hasil/resmi/a5/", "layanan-9/resmi/a4/"])
def test_what_there_is_not_is_not_found(as_user, people, closed, wrong):
    assert as_user(people.staff).get(f"{PAGE}{wrong}").status_code == 404


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_a_draft_shows_to_nobody_outside(as_user, people, closed, who):
    assert as_user(getattr(people, who)).get(PAGE).status_code == 404
    assert as_user(getattr(people, who)).get(f"{PAGE}hasil/resmi/a4/").status_code == 404


def test_who_is_not_logged_in_is_asked_to(client, closed):
    assert client.get(f"{PAGE}hasil/resmi/a4/").status_code == 302


def test_the_sheet_of_the_follow_up_says_what_was_signed_whatever_is_typed_since(as_user, people, closed, survey):
    make_report(FollowUp.objects.get(survey=survey), people.secretary, document=signed_document())
    Survey.objects.update(lock=Lock.OPEN)
    page = as_user(people.staff).get(PAGE).content.decode()
    assert "3 dari 4 rencana tindak lanjut selesai (75%)." in page
    assert "Program 1" not in page


def test_photos_are_chosen_once_and_told_in_the_trail(as_user, people, survey):
    admin = as_user(people.admin)
    photo = EvidencePhoto.objects.get()
    choose = "/skm/3521/2025-S1/publikasi/foto/"
    assert 'type="checkbox"' in admin.get(choose).content.decode()
    assert admin.post(choose, {"foto": [photo.pk]}).url == PAGE
    assert ReleasedPhoto.objects.get().sha256 == photo.sha256
    assert "checked" in admin.get(choose).content.decode()
    wrong = admin.post(choose, {"foto": [photo.pk + 1]})
    assert wrong.status_code == 422
    assert "sudah diganti atau dihapus" in wrong.content.decode()
    admin.post(choose, {})
    assert not ReleasedPhoto.objects.exists()
    assert as_user(people.head).get(choose).status_code == 403


def test_who_asks_for_too_many_sheets_is_told_to_wait_and_nobody_else_is(as_user, people, closed, monkeypatch):
    monkeypatch.setattr(views, "MOST_A_MINUTE", 1)
    reader = as_user(people.staff)
    reader.post(f"{PAGE}hasil/resmi/")
    refused = reader.post(f"{PAGE}hasil/berwarna/", follow=True)
    assert views.TOO_MANY in refused.content.decode()
    assert Job.objects.count() == len(Form)
    as_user(people.admin).post(f"{PAGE}hasil/berwarna/")
    assert Job.objects.count() == 2 * len(Form)
