"""Which rows a survey report tells of: its own, those of the period before, and nothing that was not released."""

from datetime import date

import pytest

from followups.models import ActionPlan, FollowUp, Paper
from followups.papers.kept import Described, content_of, keep_paper, let_go
from offices.declining import Declined
from reports.survey_report.gather import MOST_SUGGESTIONS, survey_report_of
from surveys.basis import state_way, ways_of
from surveys.locking import CycleLockedError
from surveys.models import Lock, Suggestion, Survey
from tests.conftest import jpeg, make_survey
from tests.followups.papers.papers import pdf
from tests.reports.issued import make_report
from tests.reports.survey_report.made import fill

pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def later(survey):
    """The half-year after the one whose plans are told in its annex."""
    return fill(make_survey(survey.office, "2025-S2"))


def followed(document):
    return [(row.programme, row.status) for row in document.annexes.followed]


def test_the_annex_is_made_of_the_period_before(survey, later):
    programme = ActionPlan.objects.filter(priority__followup__survey=survey).first().programme
    document = survey_report_of(later)
    assert followed(document)[0] == (programme.rstrip(" ."), "Sudah") and len(document.annex.figures) == 1
    assert "menurut data pada saat laporan ini disusun" in document.annexes.texts[3][0]
    assert survey_report_of(survey).annexes.followed == ()


def test_a_signed_report_of_it_is_named_by_number_date_and_code(survey, later, people):
    report = make_report(survey_followup(survey), people.secretary, number="77/TL/2025")
    told = survey_report_of(later).annexes.texts[3][0]
    assert "nomor 77/TL/2025" not in told  # while its data may be changed, they need not be what it printed
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED)
    told = survey_report_of(later).annexes.texts[3][0]
    assert f"nomor 77/TL/2025 tanggal 9 Januari 2026, kode verifikasi {report.code}" in told


def survey_followup(survey):
    return ActionPlan.objects.filter(priority__followup__survey=survey).first().priority.followup


def test_nothing_but_released_suggestions_leaves_the_office(later):
    for number in range(MOST_SUGGESTIONS + 2):
        Suggestion.objects.create(survey=later, text=f"Saran {number}", times=number + 1, decision="released")
    Suggestion.objects.create(survey=later, text="Rahasia", times=99, decision="kept")
    Suggestion.objects.create(survey=later, text="Belum dibaca", times=99)
    text = survey_report_of(later).analysis.elements.text
    assert "Rahasia" not in text and "Belum dibaca" not in text
    assert text.count("Saran 21 (22 responden)") == 1 and "Dua saran lain tidak dimuat" in text


def test_the_questionnaire_is_that_by_which_the_scores_came_about(later):
    assert survey_report_of(later).annexes.questions == ()
    state_way(later, None, ways_of(later.instrument)[0].key)
    rows = survey_report_of(later).annexes.questions
    assert len(rows) == 9 and all(len(row.options) == 4 for row in rows)
    assert rows[3].options == ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")


def test_the_days_of_the_survey_are_those_of_the_collection_of_data(later):
    row = survey_report_of(later).collection.work[1]
    assert (row.when, row.workdays) == ("2–30 Juni 2025", "18")
    later.start = later.end = date(2025, 6, 3)
    later.save()
    assert survey_report_of(later).collection.work[1].workdays == "1"


def test_more_plans_and_photos_ask_no_more_of_the_database(later, survey, django_assert_max_num_queries):
    survey_report_of(later)
    with django_assert_max_num_queries(60):
        survey_report_of(later)
    first = ActionPlan.objects.filter(priority__followup__survey=survey).first()
    for position in range(3, 20):
        ActionPlan.objects.create(priority=first.priority, position=position, programme=f"P {position}", status="done")
    with django_assert_max_num_queries(60):
        document = survey_report_of(later)
    assert len(document.annexes.followed) == 19
    assert [status for _name, status in followed(document)].count("Sudah") == 18


def keep_picture(people, survey, kind, colour, caption=""):
    content = content_of(jpeg(colour))
    return keep_paper(people.admin, survey_followup_of(survey), Described(kind, "", None, caption), content)


def survey_followup_of(survey):
    return FollowUp.objects.select_related("survey__office").get(survey=survey)


def test_kept_pictures_of_questionnaire_and_survey_stand_in_their_annexes_before_others(survey, later, people):
    shown = keep_picture(people, later, "survey_photo", "olive", "Pengisian kuesioner di loket")
    asked = keep_picture(people, later, "questionnaire", "navy")
    keep_picture(people, later, "minutes", "red")
    document = survey_report_of(later)
    first, _nothing, third, _none = document.annexes.groups
    assert [figure.caption for group in first for figure in group.figures] == ["Kuesioner yang diisi responden"]
    assert [group.heading for group in third] == [
        "Dokumentasi Pelaksanaan Survei",
        "Dokumentasi Lampiran 4 Nomor 1",
    ]
    assert [figure.number for figure in document.annex.figures] == [1, 2, 3]
    assert third[0].figures[0].caption == "Pengisian kuesioner di loket"
    assert document.source.papers == (shown.sha256, asked.sha256)
    assert "pelaksanaan survei dan tindak lanjut" in document.annexes.texts[2][0]


def test_a_page_shows_each_picture_from_where_it_is_kept(survey, later, people, as_user):
    asked = keep_picture(people, later, "questionnaire", "navy")
    client = as_user(people.supervisor)
    page = as_user(people.admin).get("/laporan/3521/2025-S2/survei/tanda-tangan/").content.decode()
    address = f"/skm/3521/2025-S2/berkas-siklus/gambar/{asked.sha256}/"
    assert address in page and "/bukti-dukung/3521/2025-S1/foto/" in page
    assert client.get(address)["Content-Type"] == "image/jpeg"
    kept = keep_picture(people, later, "minutes", "red")
    assert client.get(f"/skm/3521/2025-S2/berkas-siklus/gambar/{kept.sha256}/").status_code == 404


def test_pages_of_a_pdf_become_pictures_and_many_are_refused(later, people):
    followup = survey_followup_of(later)
    keep_paper(people.admin, followup, Described("questionnaire", "", None), content_of(pdf(2)))
    rows = Paper.objects.filter(kind="questionnaire")
    assert [(row.pages, row.width > 0) for row in rows] == [(0, True), (0, True)]
    with pytest.raises(Declined, match="paling banyak 6 halaman"):
        keep_paper(people.admin, followup, Described("questionnaire", "", None), content_of(pdf(7)))


def test_what_a_signed_survey_report_prints_stays(later, people):
    asked = keep_picture(people, later, "questionnaire", "navy")
    other = keep_picture(people, later, "minutes", "red")
    Survey.objects.filter(pk=later.pk).update(results_lock=Lock.SIGNED)
    with pytest.raises(CycleLockedError, match="Laporan SKM periode ini sudah ditandatangani"):
        let_go(people.admin, Paper.objects.select_related("followup__survey").get(pk=asked.pk))
    with pytest.raises(CycleLockedError):
        keep_picture(people, later, "survey_photo", "olive")
    let_go(people.admin, other)
    assert list(Paper.objects.all()) == [asked]
