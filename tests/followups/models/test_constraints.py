"""What must be true of promises, their realisation and their proof, whoever writes it: the database refuses else."""

from datetime import date
from decimal import Decimal

import pytest

from followups.models import (
    ActionPlan,
    Completion,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    FollowUp,
    Paper,
    PlanMonth,
    Priority,
    Publication,
    RecordedPeriod,
    RecordedScore,
    Review,
    Status,
    Upkeep,
    UploadLink,
    WebProof,
)
from surveys.periods import of_period
from tests.conftest import make_photo
from tests.constraints import again, refusal_of, sets, unguarded

pytestmark = pytest.mark.each_database


@pytest.fixture
def filled(survey):
    """A cycle with one row of each kind, and an earlier period that was recorded by hand."""
    followup = FollowUp.objects.get(survey=survey)
    plan = ActionPlan.objects.get(position=2)
    Completion.objects.create(plan=plan, reason="Anggaran.", earliest=date(2026, 1, 1), latest=date(2026, 3, 1))
    element = survey.scores.all()[0].element
    Upkeep.objects.create(followup=followup, element=element, position=1)
    recorded = RecordedPeriod.objects.create(
        office=survey.office, instrument=survey.instrument, **of_period("2024-S2"), plans_done=1, plans_total=2
    )
    RecordedScore.objects.create(recorded=recorded, element=element, score=Decimal(3))
    Paper.objects.create(followup=followup, kind="minutes", file="papers/a.pdf", sha256="a" * 64, size=9, pages=2)
    Publication.objects.create(
        followup=followup,
        what="results",
        medium="website",
        place="Laman",
        published_on=date(2025, 7, 1),
        noted_on=date(2025, 7, 2),
    )
    UploadLink.objects.create(plan=plan, sha256="a" * 64, ends_at="2026-01-01T00:00Z", tried=1)
    WebProof.objects.create(
        group=EvidenceGroup.objects.get(),
        address="https://kpu.go.id/berita",
        caption="Berita",
        opened_on=date(2026, 3, 3),
        noted_on=date(2026, 3, 3),
    )
    return followup


def approved_by_who_submitted(people):
    who = {"submitted_by": people.staff, "reviewed_by": people.staff}
    return sets(ActionPlan, status=Status.DONE, review=Review.APPROVED, **who)


def test_every_constraint_refuses_what_breaks_it(filled, people):
    done = ActionPlan.objects.get(position=1)
    other = make_photo(filled, "ruang.jpg")
    writes = {
        "followup_window_not_reversed": sets(FollowUp, start=date(2026, 1, 1)),
        "followup_months_are_first_days": sets(FollowUp, report_month=date(2026, 1, 2)),
        "priority_once_per_element": again(Priority, position=9),
        "priority_position_unique": lambda: Priority.objects.create(
            followup=filled, element=filled.survey.instrument.elements.exclude(key="waktu")[0], position=1
        ),
        "plan_position_unique": again(ActionPlan),
        "plan_status_known": sets(ActionPlan, status="maybe"),
        "plan_review_known": sets(ActionPlan, review="maybe"),
        "plan_is_named": sets(ActionPlan, programme=""),
        "plan_continues_another": lambda: ActionPlan.objects.filter(pk=done.pk).update(continues=done),
        "plan_review_only_when_done": sets(ActionPlan, status=Status.IN_PROGRESS, review=Review.PENDING),
        "plan_return_has_note": sets(ActionPlan, review=Review.RETURNED),
        "plan_approved_by_second_person": approved_by_who_submitted(people),
        "plan_month_once": again(PlanMonth),
        "plan_month_kind_known": sets(PlanMonth, kind="wished"),
        "plan_month_is_first_day": sets(PlanMonth, month=date(2025, 10, 2)),
        "completion_months_not_reversed": sets(Completion, earliest=date(2026, 4, 1)),
        "completion_months_are_first_days": sets(Completion, latest=date(2026, 3, 31)),
        "upkeep_position_unique": again(Upkeep),
        "evidence_of_plan_or_upkeep": sets(EvidenceGroup, upkeep=Upkeep.objects.get()),
        "photo_name_unique_in_cycle": again(EvidencePhoto),
        "photo_normalised": sets(EvidencePhoto, width=1601),
        "evidence_photo_once_per_group": again(EvidenceUse, position=2),
        "evidence_position_unique": again(EvidenceUse, photo=other),
        "web_proof_once_per_group": again(WebProof),
        "web_proof_leads_to_the_web": sets(WebProof, address="javascript:alert(1)"),
        "web_proof_fits_its_code": sets(WebProof, address="https://kpu.go.id/" + "a" * 383),
        "web_proof_says_what_it_shows": sets(WebProof, caption=""),
        "web_proof_opened_before_noted": sets(WebProof, opened_on=date(2026, 3, 4)),
        "upload_link_has_its_limit": sets(UploadLink, tried=31),
        "upload_link_keeps_what_was_sent": sets(UploadLink, kept=2),
        "publication_says_what_and_where": sets(Publication, medium="radio"),
        "publication_leads_to_the_web": sets(Publication, address="javascript:alert(1)"),
        "publication_proof_is_whole": sets(Publication, proof="publications/a.jpg"),
        "publication_is_noted_after_it_was": sets(Publication, published_on=date(2025, 7, 3)),
        "paper_once_per_cycle": again(Paper),
        "paper_kind_known": sets(Paper, kind="letter"),
        "paper_is_whole": sets(Paper, size=0),
        "paper_that_is_printed_is_a_picture": sets(Paper, kind="questionnaire", pages=0, width=0),
        "recorded_once_per_period": again(RecordedPeriod),
        "recorded_period_exists": sets(RecordedPeriod, number=3),
        "recorded_year_sane": sets(RecordedPeriod, year=1999),
        "recorded_index_in_scale": sets(RecordedPeriod, index=Decimal("24.99")),
        "recorded_plans_together": sets(RecordedPeriod, plans_done=3),
        "recorded_starts_before_end": sets(RecordedPeriod, start=date(2024, 2, 1), end=date(2024, 1, 1)),
        "recorded_report_is_whole": sets(RecordedPeriod, report="laporan.pdf"),
        "recorded_score_once_per_element": again(RecordedScore),
        "recorded_score_in_scale": sets(RecordedScore, score=Decimal("4.01")),
    }
    told = unguarded("followups", writes)
    before = told.pop("plan_continues_another")  # which a trigger refuses first, with more
    assert (told, before.partition("\n")[0]) == ({}, "a plan continues one of another cycle of its office")


@pytest.mark.parametrize(
    "fits",
    [
        {"status": Status.DONE, "review": Review.APPROVED},
        {"status": Status.IN_PROGRESS, "review": Review.RETURNED, "review_note": "Lengkapi foto."},
        {"status": Status.DONE, "review": Review.PENDING},
        {"status": Status.IMPOSSIBLE},
    ],
)
def test_every_state_that_a_plan_may_be_in_can_be_written(survey, fits):
    sets(ActionPlan, **fits)()
    assert ActionPlan.objects.filter(**fits).count() == 1


def test_a_second_person_may_approve(survey, people):
    who = {"submitted_by": people.staff, "reviewed_by": people.head}
    sets(ActionPlan, status=Status.DONE, review=Review.APPROVED, **who)()
    assert ActionPlan.objects.get(review=Review.APPROVED).reviewed_by == people.head


@pytest.mark.parametrize(
    "months",
    [
        {"earliest": None, "latest": None},
        {"earliest": None, "latest": date(2026, 3, 1)},
        {"earliest": date(2026, 3, 1), "latest": None},
        {"earliest": date(2026, 3, 1), "latest": date(2026, 3, 1)},
    ],
)
def test_a_plan_may_be_completed_in_one_month_or_in_none_that_is_known(filled, months):
    sets(Completion, **months)()
    assert Completion.objects.filter(**months).exists()


@pytest.mark.parametrize("size", [(1, 1), (1600, 2400)])
def test_a_photo_may_be_as_large_as_normalising_leaves_it(filled, size):
    sets(EvidencePhoto, width=size[0], height=size[1])()
    assert EvidencePhoto.objects.filter(width=size[0]).exists()


def test_each_row_is_called_by_what_people_know_it_by(filled):
    plan = ActionPlan.objects.get(position=2)
    assert (str(plan), str(plan.completion)) == ("Program 2", "Penyelesaian Program 2")
    assert str(filled) == "Tindak lanjut KPU Kabupaten Ngawi 2025-S1"
    assert str(EvidenceGroup.objects.get()) == "Bukti dukung Program 1"
    assert str(EvidencePhoto(name="loket.jpg")) == "loket.jpg"
    assert str(EvidencePhoto(name="loket.jpg", caption="Loket")) == "Loket"
    assert (str(plan.months.get()), RecordedPeriod.objects.get().period) == ("2025-10", "2024-S2")


FITS = [
    (FollowUp, {"start": date(2025, 7, 1), "end": date(2025, 7, 1)}),
    (FollowUp, {"report_month": None}),
    (FollowUp, {"report_month": date(2026, 1, 1)}),
    (WebProof, {"address": "http://kpu.go.id/"}),
    (WebProof, {"address": "https://kpu.go.id/" + "a" * 382}),
    (WebProof, {"opened_on": date(2000, 1, 1)}),
    (WebProof, {"opened_on": date(2026, 3, 3), "noted_on": date(2026, 3, 3)}),
    (UploadLink, {"tried": 30, "kept": 30}),
    (UploadLink, {"tried": 0, "kept": 0}),
    (RecordedPeriod, {"year": 2000}),
    (RecordedPeriod, {"year": 2999}),
    (RecordedPeriod, {"index": Decimal("25.00")}),
    (RecordedPeriod, {"index": Decimal("100.00")}),
    (RecordedPeriod, {"plans_done": 0, "plans_total": 0}),
    (RecordedPeriod, {"plans_done": 2, "plans_total": 2}),
    (RecordedPeriod, {"plans_done": None, "plans_total": None}),
    (RecordedPeriod, {"start": date(2024, 2, 1), "end": date(2024, 2, 1)}),
    (RecordedPeriod, {"start": None, "end": date(2024, 2, 1)}),
    (RecordedPeriod, {"report": "earlier/a.pdf", "sha256": "a" * 64, "size": 1}),
    (RecordedScore, {"score": Decimal(1)}),
    (RecordedScore, {"score": Decimal(4)}),
    (EvidenceGroup, {"note": ""}),
]


@pytest.mark.parametrize(("model", "fits"), FITS)
def test_what_may_just_be_is_written(filled, model, fits):
    sets(model, **fits)()
    assert model.objects.filter(**{name: value for name, value in fits.items() if value is not None}).exists()


@pytest.mark.parametrize(
    ("model", "wrong"),
    [
        (WebProof, {"opened_on": date(1999, 12, 31)}),
        (WebProof, {"address": "ftp://kpu.go.id/"}),
        (EvidenceGroup, {"plan": None}),
        (EvidencePhoto, {"width": 0}),
        (EvidencePhoto, {"height": 0}),
        (EvidencePhoto, {"height": 2401}),
        (Paper, {"file": ""}),
        (Paper, {"sha256": ""}),
        (RecordedPeriod, {"index": Decimal("100.01")}),
        (RecordedPeriod, {"plans_total": None}),
        (RecordedPeriod, {"size": 1}),
        (RecordedPeriod, {"sha256": "a" * 64}),
        (RecordedPeriod, {"year": 3000}),
        (RecordedScore, {"score": Decimal("0.99")}),
        (Completion, {"earliest": date(2026, 1, 2)}),
        (FollowUp, {"start": date(2025, 7, 2)}),
        (FollowUp, {"end": date(2025, 12, 31)}),
    ],
)
def test_each_side_of_a_constraint_is_held(filled, model, wrong):
    assert refusal_of(sets(model, **wrong))
