"""Which sheets a cycle has, and in words why one is not there yet."""

from datetime import date
from decimal import Decimal

import pytest

from followups.models import ActionPlan, Status
from publishing.models import ReleasedPhoto
from publishing.sheets.offered import FOLLOW_UP, NOT_SIGNED, RESULTS, sheets_of
from publishing.sheets.results import NO_END, NO_RESPONDENTS, NO_SCORES
from reports.models import Report, State
from surveys.models import Decision, ElementScore, Service, ServiceResult, ServiceScore, Suggestion, Survey

CLOSED = {"start": date(2025, 1, 2), "end": date(2025, 6, 30), "respondents": 110}


@pytest.fixture
def survey(published):
    Survey.objects.filter(pk=published.survey.pk).update(**CLOSED)
    return Survey.objects.get(pk=published.survey.pk)


def offered(survey):
    return {each.key: each for each in sheets_of(Survey.objects.get(pk=survey.pk))}


def give_result(survey, name, respondents, score="3.20"):
    service = Service.objects.create(office=survey.office, name=name, position=Service.objects.count() + 1)
    result = ServiceResult.objects.create(survey=survey, service=service, respondents=respondents)
    for each in ElementScore.objects.filter(survey=survey):
        ServiceScore.objects.create(result=result, element=each.element, score=Decimal(score))
    return service


def test_a_closed_and_signed_cycle_has_both_sheets_with_words_to_post(survey):
    found = offered(survey)
    assert list(found) == [RESULTS, FOLLOW_UP]
    for each in found.values():
        assert each.sheet is not None
        assert each.lacking == ""
        assert each.caption
    assert found[RESULTS].sheet.index == "87,36"
    assert "1 dari 2 rencana tindak lanjut selesai (50%)." in found[FOLLOW_UP].caption


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"end": None}, NO_END),
        ({"respondents": None}, NO_RESPONDENTS),
        ({"end": date(2999, 1, 1)}, "Survei masih berlangsung sampai 1 Januari 2999."),
    ],
    ids=["no end", "no respondents", "open"],
)
def test_what_a_sheet_waits_for_is_said_in_a_sentence_that_tells_what_to_do(survey, changed, said):
    Survey.objects.filter(pk=survey.pk).update(**changed)
    results = offered(survey)[RESULTS]
    assert results.sheet is None
    assert results.caption == ""
    assert results.lacking.startswith(said)
    assert results.lacking.endswith(".")


def test_a_score_that_is_missing_is_asked_for(survey):
    ElementScore.objects.filter(survey=survey).first().delete()
    assert offered(survey)[RESULTS].lacking == NO_SCORES


@pytest.mark.parametrize("gone", ["withdrawn", "replaced", "unsigned"])
def test_of_what_is_not_in_force_there_is_no_sheet(survey, published, gone):
    of_this = Report.objects.filter(pk=published.report.pk)
    if gone == "withdrawn":
        signed_at = published.report.signed_at
        of_this.update(state=State.WITHDRAWN, withdrawn_at=signed_at, withdrawn_reason="Keliru.")
    elif gone == "replaced":
        of_this.update(state=State.SUPERSEDED)
    else:
        of_this.delete()
    found = offered(survey)[FOLLOW_UP]
    assert found.sheet is None
    assert found.lacking == NOT_SIGNED


def test_a_report_of_another_release_that_cannot_be_read_is_not_guessed_at(survey, published):
    Report.objects.filter(pk=published.report.pk).update(document={"schema": 9999})
    assert offered(survey)[FOLLOW_UP].lacking == NOT_SIGNED


def test_only_photos_that_are_released_and_signed_stand_on_the_sheet(survey, published):
    sheet = offered(survey)[FOLLOW_UP].sheet
    assert [photo.sha256 for photo in sheet.photos] == [published.shown.sha256]
    ReleasedPhoto.objects.create(photo=published.kept_back, sha256=published.kept_back.sha256)
    both = offered(survey)[FOLLOW_UP].sheet.photos
    assert [photo.sha256 for photo in both] == [published.shown.sha256, published.kept_back.sha256]
    ReleasedPhoto.objects.all().delete()
    assert offered(survey)[FOLLOW_UP].sheet.photos == ()


@pytest.mark.parametrize("decision", [each for each in Decision if each != Decision.RELEASED])
def test_what_people_wrote_is_shown_only_when_it_was_released(survey, decision):
    Suggestion.objects.create(survey=survey, text="Tambah kursi.", times=1, decision=Decision.RELEASED)
    Suggestion.objects.create(survey=survey, text="Nomor saya 0812.", times=1, decision=decision)
    assert offered(survey)[FOLLOW_UP].sheet.voices == ("Tambah kursi.",)


def test_each_service_that_may_be_told_has_a_sheet_under_its_own_key(survey):
    services = [give_result(survey, "Legalisir", 50), give_result(survey, "Perizinan", 60, "2.40")]
    found = offered(survey)
    assert list(found) == [RESULTS, *(f"layanan-{service.pk}" for service in services), FOLLOW_UP]
    licences = found[f"layanan-{services[1].pk}"]
    assert licences.title == "Hasil SKM: Perizinan"
    assert (licences.sheet.service, licences.sheet.index, licences.sheet.respondents) == ("Perizinan", "60,00", "60")
    assert "layanan Perizinan" in licences.caption


def test_a_service_of_a_few_people_is_not_offered(survey):
    few = give_result(survey, "Legalisir", 4)
    give_result(survey, "Perizinan", 50)
    give_result(survey, "Lain", 56)
    assert f"layanan-{few.pk}" not in offered(survey)


def test_a_service_of_another_office_of_the_same_name_is_not_meant(survey, published):
    theirs = Service.objects.create(office=published.magetan, name="Legalisir", position=1)
    give_result(survey, "Legalisir", 50)
    give_result(survey, "Perizinan", 60)
    assert f"layanan-{theirs.pk}" not in offered(survey)


def test_the_sheet_of_results_follows_the_data_and_that_of_the_follow_up_the_signature(survey):
    before = offered(survey)
    Survey.objects.filter(pk=survey.pk).update(respondents=222)
    ActionPlan.objects.filter(priority__followup__survey=survey).update(status=Status.DONE, programme="Lain")
    after = offered(survey)
    assert after[RESULTS].sheet.respondents == "222"
    assert after[FOLLOW_UP] == before[FOLLOW_UP]
