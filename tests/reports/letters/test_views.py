"""The page of the letters: who may have them, and which report they name."""

from io import BytesIO

import docx
import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.models import OwnLetter, ReportKind, State
from tests.reports.issued import make_report

PAGE = "/laporan/3521/2025-S1/surat/"
FILE = f"{PAGE}nota-dinas.docx"


@pytest.fixture
def report(people, survey):
    """``report(state, …)``: a version of the survey's report."""

    def made(state=State.SIGNED, **changes):
        return make_report(FollowUp.objects.get(survey=survey), people.secretary, state, **changes)

    return made


@pytest.mark.parametrize("who", ["staff", "head", "admin", "secretary"])
def test_everyone_of_the_office_is_offered_its_letters(who, as_user, people, survey):
    assert FILE in as_user(getattr(people, who)).get(PAGE).content.decode()


def test_who_watches_from_above_has_the_letters_that_leave_the_office_but_not_its_note(as_user, people, survey):
    """A note names who asks for the signature, with a NIP; its number, too, is the office's own."""
    followup = FollowUp.objects.get(survey=survey)
    make_report(followup, people.secretary)
    OwnLetter.objects.create(followup=followup, which="nota-dinas", version=1, number="5/ND/2026")
    OwnLetter.objects.create(followup=followup, which="surat-dinas", version=1, number="6/SD/2026")
    make_report(followup, people.secretary, State.PREPARED, code="CODE-2", version=2)
    assert "5/ND/2026" in as_user(people.staff).get(PAGE).content.decode()
    watching = as_user(people.supervisor)
    page = watching.get(PAGE).content.decode()
    assert "surat-dinas.docx" in page and "6/SD/2026" in page
    assert "nota-dinas" not in page and "5/ND/2026" not in page
    assert [watching.get(f"{PAGE}nota-dinas.{ending}").status_code for ending in ("docx", "pdf")] == [403, 403]
    assert "Nota dinas" not in watching.get("/laporan/3521/2025-S1/penyampaian/").content.decode()
    assert watching.get(f"{PAGE}surat-dinas.docx").status_code == 200


@pytest.mark.parametrize("who", ["staff", "head", "secretary", "supervisor"])
@pytest.mark.parametrize(("state", "page"), [(None, "tanda-tangan/"), (State.SIGNED, "penyampaian/")])
def test_the_letters_are_found_before_and_after_the_signature(who, state, page, report, as_user, people, survey):
    if state:
        report(state)
    client = as_user(getattr(people, who))
    assert f'href="{PAGE}"' in client.get(f"/laporan/3521/2025-S1/{page}").content.decode()
    assert client.get(PAGE).status_code == 200


def test_a_letter_is_told_in_the_trail_by_its_name(as_user, people, survey):
    answer = as_user(people.staff).get(FILE)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Nota-Dinas-3521-2025-S1.docx"'
    event = AuditEvent.objects.get(action="report.letter")
    assert (event.actor_id, event.after) == (people.staff.pk, {"letter": "Nota Dinas"})


@pytest.mark.parametrize("who", ["stranger", "nobody"])
@pytest.mark.parametrize("page", [PAGE, FILE])
def test_to_others_there_are_none_and_nothing_is_told(who, page, as_user, people, survey):
    assert as_user(getattr(people, who)).get(page).status_code == 404
    assert not AuditEvent.objects.filter(action="report.letter").exists()


@pytest.mark.parametrize("page", [PAGE, FILE])
def test_who_is_not_logged_in_is_asked_to(page, client, survey):
    answer = client.get(page)
    assert answer.status_code == 302
    assert answer.url.startswith("/akun/") or "next=" in answer.url


@pytest.mark.parametrize("page", [PAGE, FILE])
def test_nothing_is_sent_there(page, as_user, people, survey):
    assert as_user(people.secretary).post(page).status_code == 405


def said_by(client):
    """The words of the letter that goes with the report."""
    word = docx.Document(BytesIO(client.get(f"{PAGE}surat-dinas.docx").content))
    return " ".join(paragraph.text for paragraph in word.paragraphs)


@pytest.mark.parametrize("state", [State.SUPERSEDED, State.WITHDRAWN, State.PREPARED])
def test_a_version_that_is_not_in_force_is_named_by_no_letter(state, report, as_user, people):
    report(state, number="12/LTL/2026")
    client = as_user(people.staff)
    assert "Laporan belum ditandatangani" in client.get(PAGE).content.decode()
    assert "12/LTL/2026" not in said_by(client)


def test_the_version_in_force_is_named_by_number_and_day(report, as_user, people):
    report(number="12/LTL/2026")
    client = as_user(people.staff)
    assert "Laporan belum ditandatangani" not in client.get(PAGE).content.decode()
    assert "nomor 12/LTL/2026 tanggal 9 Januari 2026." in said_by(client)


def test_what_completes_a_report_is_not_the_report(report, as_user, people):
    report(kind=ReportKind.ADDENDUM)
    assert "Laporan belum ditandatangani" in as_user(people.staff).get(PAGE).content.decode()
