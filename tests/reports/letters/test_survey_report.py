"""The letters that go with the report of a survey: what they say of it, and that they are recorded by themselves."""

from datetime import date

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.letters.own import kept_letter
from reports.letters.standard import SURVEY_REPORT, LetterKind
from reports.letters.values import MEANINGS, InForce, complaint_of, name_of, values_of
from reports.letters.wording import letter_of
from reports.models import OwnLetter, ReportKind, State
from reports.words.prose import text_of
from tests.make_cycle import make_cycle, make_followup
from tests.reports.issued import make_report
from tests.reports.letters.test_letters import words_in
from tests.reports.letters.test_own import write
from tests.reports.shapes import mixed, young
from tests.reports.survey_report.made import survey_report, whole_survey

SURVEY = ReportKind.SURVEY
PAGE, MAIN = "/laporan/3521/2025-S1/survei/surat/", "/laporan/3521/2025-S1/surat/"
REPORT = survey_report(mixed())
UNPLANNED = survey_report(make_cycle(survey=whole_survey(), followup=make_followup(())))
SIGNED = InForce("12/SKM/2025", date(2025, 7, 20), REPORT)


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.mark.parametrize("report", [REPORT, UNPLANNED, survey_report(young())], ids=["mixed", "unplanned", "young"])
@pytest.mark.parametrize("signed", [None, SIGNED], ids=["unsigned", "signed"])
def test_every_placeholder_that_is_offered_stands_for_something(report, signed):
    values = values_of(report, signed)
    assert name_of(report) == SURVEY_REPORT and set(values) == set(MEANINGS[SURVEY_REPORT])
    assert {name for name, value in values.items() if not value} <= {"kalimat_ikm", "kalimat_rencana"}


@pytest.mark.parametrize("which", LetterKind)
def test_each_names_the_report_of_the_survey_and_never_what_was_done(which):
    letter = letter_of(which, REPORT, SIGNED, "Kepala Unit")
    items = " ".join(item.what for item in letter.items)
    said = " ".join((text_of(letter.body), items, *(text for _label, text in letter.facts)))
    assert "Tindak Lanjut SKM" not in said and "telah dilaksanakan" not in said and "{{" not in said
    named = "nomor 12/SKM/2025 tanggal 20 Juli 2025"
    assert (named in said) is (which is not LetterKind.NOTE) and "Laporan Survei Kepuasan Masyarakat" in said


def test_what_is_planned_is_told_where_there_is_something():
    plans = [row for group in REPORT.analysis.plans.groups for row in group.rows]
    assert f"ditetapkan {len(plans)} rencana tindak lanjut" in values_of(REPORT, None)["kalimat_rencana"]
    note = letter_of(LetterKind.NOTE, UNPLANNED, None, "Kepala Unit")
    assert "rencana tindak lanjut (RTL)" not in text_of(note.body)


def test_what_only_the_other_report_knows_is_refused_in_its_letters():
    assert complaint_of("{{ kalimat_capaian }}", SURVEY_REPORT).startswith("Isian berikut tidak dikenal")
    assert complaint_of("{{ kalimat_rencana }}", SURVEY_REPORT) == ""
    assert complaint_of("{{ kalimat_rencana }}").startswith("Isian berikut tidak dikenal")


def test_a_letter_is_written_and_offered_again_for_its_own_report_alone(admin, survey):
    assert write(admin, LetterKind.LETTER, PAGE, number="5/SD/2025", nature="Segera").url == PAGE
    row = OwnLetter.objects.get()
    assert (row.kind, row.number, row.texts) == ("survey", "5/SD/2025", {"nature": "Segera"})
    assert "nomor 5/SD/2025" in admin.get(PAGE).content.decode()
    assert "nomor 5/SD/2025" not in admin.get(MAIN).content.decode()
    assert kept_letter(survey, LetterKind.LETTER).own.texts == {}
    write(admin, LetterKind.LETTER, number="6/SD/2025")
    assert sorted(OwnLetter.objects.values_list("kind", "number")) == [
        ("follow_up", "6/SD/2025"),
        ("survey", "5/SD/2025"),
    ]
    told = AuditEvent.objects.filter(action="letter.write").get().after
    assert told["report_kind"] == "Laporan Survei Kepuasan Masyarakat"


def test_the_files_say_which_report_they_go_with(admin, people, survey):
    followup = FollowUp.objects.get(survey=survey)
    make_report(followup, people.secretary, kind=SURVEY, number="7/SKM/2025", document=REPORT)
    answer = admin.get(f"{PAGE}nota-dinas.docx")
    name = 'attachment; filename="Nota-Dinas-Laporan-SKM-3521-2025-S1.docx"'
    assert answer.headers["Content-Disposition"] == name
    assert "Laporan Survei Kepuasan Masyarakat" in words_in(answer)
    assert "nomor 7/SKM/2025 tanggal 9 Januari 2026" in words_in(admin.get(f"{PAGE}surat-dinas.docx"))
    events = AuditEvent.objects.filter(action="report.letter")
    assert {event.after["report_kind"] for event in events} == {"Laporan Survei Kepuasan Masyarakat"}


@pytest.mark.parametrize("page", ["tanda-tangan/", "penyampaian/"])
def test_they_are_found_on_the_pages_of_the_survey_report(admin, people, survey, page):
    state = State.SIGNED if page == "penyampaian/" else State.WITHDRAWN
    if state is State.SIGNED:
        make_report(FollowUp.objects.get(survey=survey), people.secretary, state, kind=SURVEY)
    assert f'href="{PAGE}"' in admin.get(f"/laporan/3521/2025-S1/survei/{page}").content.decode()


@pytest.mark.parametrize("rest", ["", "surat-dinas/", "surat-dinas.pdf"])
def test_what_completes_a_report_has_no_letters_of_its_own(admin, rest):
    assert admin.get(f"/laporan/3521/2025-S1/penyelesaian/surat/{rest}").status_code == 404
