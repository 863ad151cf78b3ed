"""The counts from which an office is told what is next: each from the rows that it counts."""

import pytest

from duties.guide import Standing
from duties.standing import standing_of
from followups.models import ActionPlan, Completion, EvidenceGroup, EvidenceUse, MonthKind, Priority, Status, Upkeep
from offices.models import Role
from reports.models import Narrative
from surveys.models import Element, ElementScore
from tests.conftest import LATER, make_photo, make_plan, make_survey, make_user

UNPROVEN = {"unproven": 1}
COMPLETE = {"reason": "Menunggu anggaran.", "strategy": "Mengusulkan anggaran.", "latest": LATER}


@pytest.fixture
def office(ngawi):
    ngawi.address, ngawi.signatory_name, ngawi.signatory_title = "Jalan Ahmad Yani 1", "Sari", "Sekretaris"
    ngawi.save()
    return ngawi


@pytest.fixture
def first(survey):
    return ActionPlan.objects.get(position=1)


@pytest.fixture
def second(survey):
    return ActionPlan.objects.get(position=2)


def changed(office, survey, before):
    """Which counts are others than before."""
    after = standing_of(office, survey)
    names = Standing.__dataclass_fields__
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


def test_an_office_without_a_cycle_is_told_by_its_profile_units_and_people(office):
    assert standing_of(office, None) == Standing(units=3)


@pytest.mark.parametrize(
    ("field", "gap"),
    [
        ("place", "tempat penandatanganan"),
        ("address", "alamat"),
        ("signatory_name", "nama penanda tangan"),
        ("signatory_title", "jabatan penanda tangan"),
    ],
)
def test_each_gap_of_the_profile_is_named(office, field, gap):
    setattr(office, field, "")
    assert standing_of(office, None).profile_gaps == (gap,)


def test_closed_units_and_people_of_no_unit_do_not_count(office, magetan):
    office.units.filter(key="kul").update(closed_on="2025-01-01")
    assert (standing_of(office, None).units, standing_of(office, None).people) == (2, 0)
    make_user("admin", Role.ADMIN, office)
    make_user("sekretaris", Role.SECRETARY, office)
    make_user("lain", Role.STAFF, magetan, "kul")
    make_user("lama", Role.STAFF, office, "kul", is_active=False)
    assert standing_of(office, None).people == 0
    make_user("operator", Role.STAFF, office, "kul")
    make_user("kasubbag", Role.HEAD, office, "kul")
    assert (standing_of(office, None).people, standing_of(office, None).units) == (2, 2)


def test_a_cycle_is_told_by_its_counts(office, survey):
    assert standing_of(office, survey) == Standing(
        units=3, has_cycle=True, scores=9, priorities=1, plans=2, photos=1, unexplained=1
    )


def test_nothing_of_another_cycle_counts(office, survey, magetan):
    before = standing_of(office, survey)
    other = make_survey(magetan)
    plan = ActionPlan.objects.filter(priority__followup__survey=other).first()
    plan.months.all().delete()
    EvidenceUse.objects.filter(group__plan=plan).delete()
    assert changed(office, survey, before) == {}


def test_each_row_that_is_added_or_lost_changes_just_its_count(office, survey, followup, first, second):
    element = Element.objects.get(instrument=survey.instrument, key="biaya")
    for change, counts in (
        (lambda: ElementScore.objects.filter(survey=survey, element=element).delete(), {"scores": 8}),
        (
            lambda: Priority.objects.create(followup=followup, element=element, position=2),
            {"priorities": 2, "planless": 1},
        ),
        (lambda: make_photo(followup, "lepas.jpg", "red"), {"photos": 2, "loose": 1}),
        (lambda: Upkeep.objects.create(followup=followup, element=element, position=1), {"upkeep": 1}),
        (lambda: Narrative.objects.create(followup=followup, section="background", text="Sendiri."), {"own_texts": 1}),
        (lambda: second.months.all().delete(), {"unscheduled": 1}),
        (first.units.clear, {"unassigned": 1}),
        (lambda: make_plan(first.priority, 3, all_units=True), {"plans": 3, "unexplained": 2}),
    ):
        before = standing_of(office, survey)
        change()
        assert changed(office, survey, before) == counts


def test_a_photo_that_proves_two_things_is_one(office, survey, followup, second):
    before = standing_of(office, survey)
    group = EvidenceGroup.objects.create(followup=followup, plan=second)
    EvidenceUse.objects.create(group=group, photo=EvidenceUse.objects.get().photo, position=1)
    assert "photos" not in changed(office, survey, before)
    assert (before.photos, before.loose) == (1, 0)


def test_realised_months_are_no_schedule(office, survey, second):
    second.months.update(kind=MonthKind.REALISED)
    assert standing_of(office, survey).unscheduled == 1


@pytest.mark.parametrize(
    ("spoil", "counts"),
    [
        (lambda plan: EvidenceUse.objects.filter(group__plan=plan).delete(), UNPROVEN | {"loose": 1}),
        (lambda plan: ActionPlan.objects.filter(pk=plan.pk).update(description=""), UNPROVEN),
        (lambda plan: ActionPlan.objects.filter(pk=plan.pk).update(status=Status.IN_PROGRESS), {"unexplained": 2}),
    ],
)
def test_what_is_done_is_held_to_proof_and_description_and_what_is_open_to_its_reason(
    office, survey, first, spoil, counts
):
    before = standing_of(office, survey)
    spoil(first)
    assert changed(office, survey, before) == counts


@pytest.mark.parametrize(
    ("status", "completion", "unexplained"),
    [
        (Status.NOT_STARTED, None, 1),
        (Status.NOT_STARTED, COMPLETE, 0),
        (Status.IN_PROGRESS, COMPLETE, 0),
        (Status.NOT_STARTED, COMPLETE | {"reason": ""}, 1),
        (Status.NOT_STARTED, COMPLETE | {"strategy": ""}, 1),
        (Status.IMPOSSIBLE, COMPLETE | {"strategy": "", "latest": None}, 0),
        (Status.IMPOSSIBLE, COMPLETE | {"reason": "", "strategy": "", "latest": None}, 1),
        (Status.IMPOSSIBLE, None, 1),
    ],
)
def test_what_is_open_owes_a_reason_and_unless_it_is_impossible_a_strategy(
    office, survey, second, status, completion, unexplained
):
    ActionPlan.objects.filter(pk=second.pk).update(status=status)
    if completion is not None:
        Completion.objects.create(plan=second, **completion)
    assert standing_of(office, survey).unexplained == unexplained
