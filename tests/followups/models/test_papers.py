"""Rows of papers, photos, web pages and links: how people know them, and what goes or stays with a person or a plan."""

from datetime import date, timedelta

import pytest
from django.db.models import ProtectedError
from django.utils import timezone

from followups.models import (
    PAPER_KINDS,
    ActionPlan,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    Paper,
    RecordedPeriod,
    RecordedScore,
    UploadLink,
    WebProof,
)
from surveys.models import Element
from surveys.periods import Period, of_period
from tests.conftest import make_photo

pytestmark = pytest.mark.django_db


def paper(followup, **values):
    digest = f"{Paper.objects.count():064d}"
    values = {"kind": "minutes", "file": "papers/a.pdf", "sha256": digest, "size": 9, "pages": 2} | values
    return Paper.objects.create(followup=followup, **values)


@pytest.mark.parametrize(("kind", "words"), PAPER_KINDS)
def test_a_paper_of_each_kind_can_be_kept_and_is_called_by_it(followup, kind, words):
    picture = {"pages": 0, "width": 80, "height": 60}
    assert str(paper(followup, kind=kind, **picture)) == words
    assert str(paper(followup, kind=kind, number="12/2025", **picture)) == f"{words} 12/2025"


@pytest.mark.parametrize(("pages", "is_picture"), [(0, True), (1, False), (2000, False)])
def test_what_has_no_pages_is_a_picture(followup, pages, is_picture):
    assert paper(followup, pages=pages).is_picture is is_picture


def test_papers_stand_by_kind_and_day(followup):
    late = paper(followup, dated_on=date(2025, 9, 1))
    decree = paper(followup, kind="team_decree")
    early = paper(followup, dated_on=date(2025, 7, 1))
    assert list(Paper.objects.all()) == [early, late, decree]


def test_what_somebody_did_stays_when_the_person_is_erased(followup, people):
    paper(followup, kept_by=people.admin)
    photo = make_photo(followup, "ruang.jpg", "navy")
    EvidencePhoto.objects.filter(pk=photo.pk).update(uploaded_by=people.admin)
    plan = ActionPlan.objects.get(position=1)
    UploadLink.objects.create(plan=plan, sha256="a" * 64, made_by=people.admin, ends_at=timezone.now())
    people.admin.delete()
    assert (Paper.objects.get().kept_by, UploadLink.objects.get().made_by) == (None, None)
    assert EvidencePhoto.objects.get(pk=photo.pk).uploaded_by is None


def test_a_photo_that_proves_something_is_not_deleted(followup):
    with pytest.raises(ProtectedError):
        EvidencePhoto.objects.get().delete()
    EvidenceUse.objects.all().delete()
    EvidencePhoto.objects.get().delete()
    assert not EvidencePhoto.objects.exists()


def test_links_stand_with_the_latest_first(followup, time_machine):
    plan = ActionPlan.objects.get(position=1)
    made = []
    for day in (2, 1, 3):
        time_machine.move_to(f"2025-10-0{day}T09:00:00+07:00", tick=False)
        ends_at = timezone.now() + timedelta(days=7)
        made.append(UploadLink.objects.create(plan=plan, sha256=str(day) * 64, ends_at=ends_at))
    assert list(UploadLink.objects.all()) == [made[2], made[0], made[1]]
    assert str(made[0]) == "Tautan unggah Program 1"


def test_a_web_page_and_the_use_of_a_photo_are_called_by_what_they_show(followup):
    page = WebProof(group=EvidenceGroup.objects.get(), address="https://kpu.go.id/", caption="Berita peresmian")
    assert str(page) == "Berita peresmian"
    assert str(EvidenceUse.objects.get()) == "loket.jpg (1)"


@pytest.mark.parametrize("code", ["2024", "2024-S1", "2024-S2", "2024-T1", "2024-T4"])
def test_an_earlier_period_is_called_by_its_office_and_its_code(survey, code):
    row = RecordedPeriod(office=survey.office, instrument=survey.instrument, **of_period(code))
    assert (row.span, row.period) == (Period.parse(code), code)
    assert str(row) == f"KPU Kabupaten Ngawi {code}"


def test_scores_of_an_earlier_period_stand_as_the_instrument_has_them_and_go_with_it(survey):
    row = RecordedPeriod.objects.create(office=survey.office, instrument=survey.instrument, **of_period("2024"))
    for key in ("sarana", "persyaratan", "waktu"):
        element = Element.objects.get(instrument=survey.instrument, key=key)
        RecordedScore.objects.create(recorded=row, element=element, score=3)
    assert [score.element.key for score in row.scores.all()] == ["persyaratan", "waktu", "sarana"]
    assert str(row.scores.all()[0]) == "Persyaratan 3.000000"
    row.delete()
    assert not RecordedScore.objects.exists()
