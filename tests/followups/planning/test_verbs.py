"""What the verbs of planning write, to the row and to the trail, and what keeps a plan from being deleted."""

from dataclasses import replace
from datetime import date

import pytest

from followups.models import (
    ActionPlan,
    Completion,
    EvidenceGroup,
    EvidenceUse,
    FollowUp,
    MonthKind,
    Priority,
    Review,
    Status,
)
from followups.months import Month
from followups.planning import plans as planning
from followups.planning.forms import PlanForm, promise_values
from followups.planning.plans import Chosen, Promise, planned_months, promise_of, reason_to_keep
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent
from surveys.models import Element
from tests.conftest import LATER, make_plan, make_survey

pytestmark = pytest.mark.django_db
JULY, OCTOBER, NOVEMBER, DECEMBER = (Month(2025, number) for number in (7, 10, 11, 12))


@pytest.fixture
def admin(people):
    return people.admin


@pytest.fixture
def done(survey):
    return ActionPlan.objects.get(position=1)


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.get(position=2)


@pytest.fixture
def promise(ngawi):
    kul, rendatin = (ngawi.units.get(key=key) for key in ("kul", "rendatin"))
    return Promise(
        programme="Menata loket",
        indicator="Loket tertata",
        target="Dua loket",
        months=(OCTOBER, DECEMBER),
        all_units=False,
        units=(kul.pk, rendatin.pk),
        lead=kul.pk,
    )


def event():
    return AuditEvent.objects.order_by("pk").last()


TOLD = {
    "programme": "Menata loket",
    "indicator": "Loket tertata",
    "target": "Dua loket",
    "months": ["2025-10", "2025-12"],
    "all_units": False,
    "units": ["Subbag kul", "Subbag rendatin"],
    "lead": "Subbag kul",
}


# --- adding and changing


def test_a_plan_is_added_at_the_end_as_it_was_promised(survey, admin, plan, promise):
    made = planning.add_plan(survey, admin, plan.priority, promise)
    assert (made.position, made.status, made.revision) == (3, Status.NOT_STARTED, plan.revision)
    assert promise_of(ActionPlan.objects.get(pk=made.pk)) == promise
    told = event()
    assert (told.action, told.before) == ("plan.add", None)
    assert {name: told.after[name] for name in TOLD} == TOLD
    assert "services" not in told.after


def test_the_first_plan_of_a_priority_has_the_first_place(survey, admin, promise):
    element = Element.objects.get(instrument=survey.instrument, key="biaya")
    priority = Priority.objects.create(followup=FollowUp.objects.get(), element=element, position=2)
    assert planning.add_plan(survey, admin, priority, promise).position == 1


def test_without_units_and_lead_nobody_is_named(survey, admin, plan, promise):
    nobody = replace(promise, units=(), lead=None, all_units=True, months=())
    made = planning.add_plan(survey, admin, plan.priority, nobody)
    assert promise_of(ActionPlan.objects.get(pk=made.pk)) == nobody
    assert (event().after["units"], event().after["lead"], event().after["months"]) == ([], None, [])


def test_a_change_counts_and_tells_what_was_before(survey, admin, plan, promise):
    before = promise_of(plan)
    planning.change_plan(survey, admin, plan, promise, plan.revision)
    row = ActionPlan.objects.get(pk=plan.pk)
    assert (promise_of(row), row.revision, row.position) == (promise, plan.revision + 1, plan.position)
    told = event()
    assert told.action == "plan.change"
    assert (told.before["programme"], told.before["months"]) == (before.programme, ["2025-10"])
    assert {name: told.after[name] for name in TOLD} == TOLD


@pytest.mark.parametrize("off", [-1, 1])
def test_a_change_of_another_version_is_overtaken_and_writes_nothing(survey, admin, plan, promise, off):
    with pytest.raises(Overtaken):
        planning.change_plan(survey, admin, plan, promise, plan.revision + off)
    assert promise_of(ActionPlan.objects.get(pk=plan.pk)) != promise
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("month", [JULY, DECEMBER])
def test_both_ends_of_the_window_are_in_it(survey, admin, plan, promise, month):
    made = planning.add_plan(survey, admin, plan.priority, replace(promise, months=(month,)))
    assert planned_months(made) == (month,)


@pytest.mark.parametrize("month", [Month(2025, 6), Month(2026, 1)])
def test_a_month_beside_the_window_is_refused_with_the_window(survey, admin, plan, promise, month):
    outside = replace(promise, months=(OCTOBER, month))
    with pytest.raises(Declined, match=r"^Bulan \w+ \d{4} berada .* \(Juli 2025 sampai Desember 2025\)\.$"):
        planning.add_plan(survey, admin, plan.priority, outside)
    with pytest.raises(Declined, match="masa tindak lanjut"):
        planning.change_plan(survey, admin, plan, outside, plan.revision)
    assert ActionPlan.objects.count() == 2


# --- months


@pytest.mark.parametrize(
    ("month", "planned", "after", "counts"),
    [
        (NOVEMBER, True, (OCTOBER, NOVEMBER), 1),
        (JULY, True, (JULY, OCTOBER), 1),
        (OCTOBER, True, (OCTOBER,), 0),
        (OCTOBER, False, (), 1),
        (NOVEMBER, False, (OCTOBER,), 0),
        (Month(2031, 1), False, (OCTOBER,), 0),
    ],
)
def test_a_month_comes_and_goes_and_counts_only_where_something_changed(
    survey, admin, plan, month, planned, after, counts
):
    planning.plan_months(survey, admin, plan, [month], planned)
    row = ActionPlan.objects.get(pk=plan.pk)
    assert (planned_months(row), row.revision) == (after, plan.revision + counts)
    assert (event().before, event().after) == ({"months": ["2025-10"]}, {"months": [str(each) for each in after]})


def test_only_planned_months_are_promised(survey, admin, done):
    done.months.create(kind=MonthKind.REALISED, month=date(2025, 9, 1))
    assert planned_months(done) == promise_of(done).months == (OCTOBER,)
    planning.plan_months(survey, admin, done, [OCTOBER], planned=False)
    assert [row.month for row in done.months.filter(kind=MonthKind.REALISED)] == [date(2025, 9, 1)]


# --- order and deletion


def test_moving_tells_both_places(survey, admin, plan):
    planning.move_plan(survey, admin, plan, "up")
    assert (event().before, event().after) == ({"position": 2}, {"position": 1})
    assert [row.programme for row in ActionPlan.objects.order_by("position")] == ["Program 2", "Program 1"]
    planning.move_plan(survey, admin, plan, "up")
    assert (event().before, event().after) == ({"position": 1}, {"position": 1})


def test_a_deleted_plan_leaves_its_words_in_the_trail_and_no_gap(survey, admin, plan):
    third = make_plan(plan.priority, 3)
    EvidenceGroup.objects.create(followup=plan.priority.followup, plan=plan)
    planning.delete_plan(survey, admin, plan)
    assert (event().action, event().before["programme"], event().after) == ("plan.delete", "Program 2", None)
    third.refresh_from_db()
    assert third.position == 2
    with pytest.raises(Declined, match="sudah dihapus"):
        planning.delete_plan(survey, admin, plan)


def filled(**values):
    return lambda plan: ActionPlan.objects.filter(pk=plan.pk).update(**values)


def grouped(note):
    return lambda plan: EvidenceGroup.objects.create(followup=plan.priority.followup, plan=plan, note=note)


def shown(plan):
    photo = EvidenceUse.objects.get().photo
    EvidenceUse.objects.create(group=grouped("")(plan), photo=photo, position=1)


def explained(plan):
    Completion.objects.create(plan=plan, reason="Menunggu.", strategy="Menugaskan.", latest=LATER)


TEXT, PROOF, WHY = (
    "realisasinya sudah diisi",
    "sudah ada bukti dukungnya",
    "alasan atau strategi penyelesaiannya sudah diisi",
)


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ([], ""),
        ([filled(review_note="Lama.")], ""),
        ([grouped("")], ""),
        ([filled(description="Loket dibuka.")], TEXT),
        ([filled(obstacle="Ruang sempit.")], TEXT),
        ([lambda plan: plan.months.create(kind=MonthKind.REALISED, month=date(2025, 9, 1))], TEXT),
        ([filled(status=Status.IN_PROGRESS)], "statusnya Dalam proses"),
        ([filled(status=Status.IMPOSSIBLE)], "statusnya Tidak dapat dilaksanakan"),
        ([shown], PROOF),
        ([grouped("Foto loket.")], PROOF),
        ([explained], WHY),
        ([filled(obstacle="Ruang sempit."), explained], f"{TEXT} dan {WHY}"),
        ([filled(description="Loket."), shown, explained], f"{TEXT}, {PROOF} dan {WHY}"),
    ],
)
def test_a_plan_is_kept_by_all_that_depends_on_it(survey, admin, plan, changes, reasons):
    for change in changes:
        change(plan)
    row = ActionPlan.objects.get(pk=plan.pk)
    told = reason_to_keep(row)
    assert told == (f"RTL ini tidak dapat dihapus, karena {reasons}." if reasons else "")
    if reasons:
        with pytest.raises(Declined, match="tidak dapat dihapus"):
            planning.delete_plan(survey, admin, plan)
        assert ActionPlan.objects.filter(pk=plan.pk).exists()


# --- priorities


def keys():
    return list(Priority.objects.order_by("position").values_list("element__key", flat=True))


def test_priorities_are_written_in_the_order_chosen_and_told_with_their_reasons(survey, admin):
    chosen = [Chosen("biaya", ""), Chosen("waktu", "Antrean panjang."), Chosen("sarana", "")]
    planning.choose_priorities(survey, admin, chosen, ["waktu"])
    assert keys() == ["biaya", "waktu", "sarana"]
    assert event().before == {"waktu": {"position": 1, "rationale": ""}}
    assert event().after == {
        "biaya": {"position": 1, "rationale": ""},
        "waktu": {"position": 2, "rationale": "Antrean panjang."},
        "sarana": {"position": 3, "rationale": ""},
    }
    planning.choose_priorities(survey, admin, [Chosen("waktu", "")], ["biaya", "waktu", "sarana"])
    assert (keys(), Priority.objects.get().rationale) == (["waktu"], "")


@pytest.mark.parametrize("seen", [[], ["biaya"], ["waktu", "biaya"]])
def test_whoever_saw_other_priorities_is_declined(survey, admin, seen):
    with pytest.raises(Declined, match="disimpan lagi sejak"):
        planning.choose_priorities(survey, admin, [Chosen("waktu", "")], seen)


def test_an_element_of_another_instrument_is_declined_and_nothing_is_written(survey, admin):
    with pytest.raises(Declined, match="tidak dikenal"):
        planning.choose_priorities(survey, admin, [Chosen("waktu", ""), Chosen("lain", "")], ["waktu"])
    assert keys() == ["waktu"]


def test_all_that_still_have_plans_are_named(survey, admin):
    planning.choose_priorities(survey, admin, [Chosen("biaya", ""), Chosen("waktu", "")], ["waktu"])
    make_plan(Priority.objects.get(element__key="biaya"), 1)
    with pytest.raises(Declined, match=r"Biaya/Tarif \(1 RTL\); Waktu Penyelesaian \(2 RTL\)\. Hapus dahulu"):
        planning.choose_priorities(survey, admin, [Chosen("sarana", "")], ["biaya", "waktu"])
    assert keys() == ["biaya", "waktu"]


# --- the form


def sent(values):
    return {name: value for name, value in values.items() if value not in ("", [])}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"lead": None},
        {"months": ()},
        {"all_units": True, "units": (), "lead": None},
        {"indicator": "", "target": ""},
    ],
)
def test_what_a_form_shows_is_what_it_sends(survey, plan, promise, changes):
    given = replace(promise, **changes)
    followup = FollowUp.objects.get()
    form = PlanForm(sent(promise_values(given)), office=survey.office, followup=followup, priorities=(), plan=plan)
    assert form.is_valid(), form.errors
    assert form.promise() == given


def test_the_months_of_a_form_are_those_of_the_window_and_of_the_plan(survey, plan):
    plan.months.create(kind=MonthKind.PLANNED, month=date(2026, 3, 1))
    plan.months.create(kind=MonthKind.REALISED, month=date(2026, 5, 1))
    form = PlanForm(office=survey.office, followup=FollowUp.objects.get(), priorities=(), plan=plan)
    months = [month for month, _name in form.fields["months"].choices]
    assert months == ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-03"]
    assert "priority" not in form.fields


def test_a_closed_unit_is_offered_only_to_the_plan_that_has_it(survey, plan, done, ngawi):
    ngawi.units.filter(key="kul").update(closed_on=date(2025, 1, 1))
    kul = ngawi.units.get(key="kul")
    followup = FollowUp.objects.get()

    def leads(of):
        form = PlanForm(office=survey.office, followup=followup, priorities=(), plan=of)
        return [str(pk) for pk, _name in form.fields["lead"].choices]

    assert str(kul.pk) in leads(done)
    assert str(kul.pk) not in leads(plan)
    ActionPlan.objects.filter(pk=plan.pk).update(lead=kul, review=Review.NONE)
    assert str(kul.pk) in leads(ActionPlan.objects.get(pk=plan.pk))


def test_a_plan_of_another_cycle_keeps_its_place(survey, admin, magetan):
    other = make_survey(magetan)
    mine = ActionPlan.objects.get(priority__followup__survey=survey, position=2)
    planning.delete_plan(survey, admin, mine)
    assert ActionPlan.objects.filter(priority__followup__survey=other).count() == 2
