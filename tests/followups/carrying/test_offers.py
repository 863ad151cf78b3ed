"""What a new cycle is offered of the last one: which rows, what is said of each, and which are ticked at first."""

from datetime import date
from decimal import Decimal

import pytest

from followups.carrying.continuing import continue_plan, next_home, plans_to_carry, promise_anew
from followups.carrying.offers import UNKNOWN_ELEMENT, offers_of
from followups.models import ActionPlan, Completion, FollowUp, Priority, Status, Upkeep
from followups.months import Month
from surveys.models import Element, ElementScore, Instrument, Lock, Survey
from surveys.periods import of_period
from tests.conftest import make_plan, make_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(survey):
    """Semester I 2025, signed: one plan done, one open."""
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED)
    survey.refresh_from_db()
    return survey


@pytest.fixture
def new(old):
    """Semester II 2025, without scores; its months are January to June 2026."""
    survey = Survey.objects.create(
        office=old.office, instrument=old.instrument, **of_period("2025-S2"), signatory_name="", signatory_title=""
    )
    FollowUp.objects.create(survey=survey, start=date(2026, 1, 1), end=date(2026, 6, 1))
    return survey


def open_plan(**completion):
    plan = ActionPlan.objects.get(position=2)
    if completion:
        Completion.objects.update_or_create(plan=plan, defaults=completion)
    return plans_to_carry(ActionPlan.objects.filter(pk=plan.pk)).get()


def score(survey, **scores):
    elements = {element.key: element for element in survey.instrument.elements.all()}
    ElementScore.objects.bulk_create(
        ElementScore(survey=survey, element=element, score=Decimal(scores.get(key, "3.90")))
        for key, element in elements.items()
    )


def closed(unit):
    unit.closed_on = date(2025, 8, 1)
    unit.save()


# --- which cycle


def test_the_first_cycle_of_an_office_is_offered_nothing(survey):
    assert offers_of(survey) is None


def test_the_last_cycle_before_this_one_offers(new, old, magetan):
    make_survey(magetan, "2025-S1")
    Survey.objects.filter(pk=make_survey(old.office, "2024-S2").pk).update(lock=Lock.SIGNED)
    assert offers_of(new).origin == old
    assert offers_of(old).origin.period == "2024-S2"


# --- plans


def test_plans_that_are_not_settled_are_offered_with_what_will_be_written(new, old):
    plan = open_plan(reason="Anggaran.", strategy="Dianggarkan.", latest=date(2026, 3, 1))
    plan.completion.units.add(old.office.units.get(key="kul"))
    (offer,) = offers_of(new).plans
    assert (offer.key, offer.title, offer.proposed, offer.obstacle) == (f"rtl-{plan.pk}", "1 b. Program 2", True, "")
    facts = dict(offer.facts)
    assert facts["Unsur"] == "Waktu Penyelesaian"
    assert facts["Status periode lalu"] == "Belum dimulai"
    assert (facts["Tenggat"], facts["Direncanakan"]) == ("Maret 2026", "Maret 2026")
    assert facts["Penanggung jawab"] == "Subbag kul"
    assert {"Anggaran.", "Dianggarkan."} <= set(facts.values())


def test_what_is_not_known_is_chosen_later_and_nothing_empty_is_told(new):
    facts = dict(offers_of(new).plans[0].facts)
    assert facts["Direncanakan"] == "bulan dipilih kemudian"
    assert "Tenggat" not in facts and "" not in facts.values()


@pytest.mark.parametrize(
    ("status", "offered"),
    [(Status.NOT_STARTED, 1), (Status.IN_PROGRESS, 1), (Status.DONE, 0), (Status.IMPOSSIBLE, 0)],
)
def test_only_an_open_plan_goes_on(new, status, offered):
    ActionPlan.objects.filter(position=2).update(status=status)
    assert len(offers_of(new).plans) == offered


def test_a_plan_that_goes_on_already_is_shown_with_that(new, people):
    continue_plan(new, people.admin, open_plan())
    (offer,) = offers_of(new).plans
    assert offer.obstacle == "Sudah dibawa."


def test_a_plan_of_an_element_that_the_new_instrument_lacks_cannot_be_taken(new):
    other = Instrument.objects.create(key="lain", name="Lain", valid_from=date(2024, 1, 1))
    Element.objects.create(instrument=other, key="lain", name="Lain", definition="", position=1)
    Survey.objects.filter(pk=new.pk).update(instrument=other)
    new = Survey.objects.get(pk=new.pk)
    assert [offer.obstacle for offer in offers_of(new).plans] == [UNKNOWN_ELEMENT]
    assert [offer.obstacle for offer in offers_of(new).priorities] == [UNKNOWN_ELEMENT]


@pytest.mark.parametrize(
    ("now", "lock", "proposed"),
    [
        ("2025-12-31", Lock.OPEN, False),
        ("2026-01-01", Lock.OPEN, True),
        ("2025-10-01", Lock.SIGNED, True),
    ],
)
def test_while_its_own_months_are_not_over_a_plan_of_a_draft_is_not_ticked(new, old, time_machine, now, lock, proposed):
    time_machine.move_to(f"{now} 09:00+07:00", tick=False)
    Survey.objects.filter(pk=old.pk).update(lock=lock)
    (offer,) = offers_of(new).plans
    assert offer.proposed is proposed
    assert offer.note == ("" if proposed else "Masa tindak lanjutnya masih berjalan.")


# --- what a plan promises anew


@pytest.mark.parametrize(
    ("earliest", "latest", "months"),
    [
        (None, date(2026, 3, 1), [3]),
        (date(2026, 2, 1), date(2026, 3, 1), [2, 3]),
        (date(2025, 11, 1), date(2026, 2, 1), [1, 2]),
        (date(2026, 5, 1), date(2026, 9, 1), [5, 6]),
        (None, date(2025, 11, 1), []),
        (None, date(2026, 7, 1), []),
    ],
)
def test_it_is_planned_in_the_months_of_its_deadline_that_lie_in_the_window(new, earliest, latest, months):
    plan = open_plan(earliest=earliest, latest=latest)
    promise = promise_anew(plan, FollowUp.objects.get(survey=new))
    assert promise.months == tuple(Month(2026, number) for number in months)


def test_units_that_were_closed_stay_behind_and_a_lead_with_them(new, old):
    kul, rendatin = (old.office.units.get(key=key) for key in ("kul", "rendatin"))
    plan = open_plan(reason="Anggaran.")
    plan.completion.units.set([kul, rendatin])
    ActionPlan.objects.filter(pk=plan.pk).update(all_units=False, lead=rendatin)
    followup = FollowUp.objects.get(survey=new)
    promise = promise_anew(open_plan(), followup)
    assert (promise.all_units, promise.units, promise.lead) == (False, (kul.pk, rendatin.pk), rendatin.pk)
    closed(rendatin)
    promise = promise_anew(open_plan(), followup)
    assert (promise.units, promise.lead) == ((kul.pk,), None)


def test_where_all_units_answer_a_lead_that_is_open_stays(new, old):
    kul = old.office.units.get(key="kul")
    plan = open_plan()
    ActionPlan.objects.filter(pk=plan.pk).update(lead=kul)
    followup = FollowUp.objects.get(survey=new)
    promise = promise_anew(open_plan(), followup)
    assert (promise.all_units, promise.lead) == (True, kul.pk)
    closed(kul)
    assert promise_anew(open_plan(), followup).lead is None


# --- priorities, upkeep, signatory


def test_without_scores_each_priority_is_offered_and_none_is_ticked(new):
    (offer,) = offers_of(new).priorities
    assert (offer.key, offer.note, offer.proposed) == ("unsur-waktu", "Nilai periode ini belum ada.", False)


def test_with_scores_only_those_that_are_still_low_are_offered(new):
    score(new, waktu="2.10")
    (offer,) = offers_of(new).priorities
    assert (offer.key, offer.proposed) == ("unsur-waktu", True)
    ElementScore.objects.filter(survey=new, element__key="waktu").update(score=Decimal("3.99"))
    assert offers_of(new).priorities == ()


def test_a_priority_that_is_one_already_cannot_be_taken_again(new, old):
    element = old.instrument.elements.get(key="waktu")
    Priority.objects.create(followup=FollowUp.objects.get(survey=new), element=element, position=1)
    assert offers_of(new).priorities[0].obstacle == "Sudah menjadi unsur prioritas."


def add_care(survey, plan, position=1):
    element = survey.instrument.elements.get(key="biaya")
    followup = FollowUp.objects.get(survey=survey)
    return Upkeep.objects.create(followup=followup, element=element, position=position, plan=plan, all_units=True)


@pytest.mark.parametrize(
    ("there", "here", "obstacles"),
    [
        (["A"], [], [""]),
        (["A"], ["A"], ["Sudah ada."]),
        (["A"], ["B"], ["Sudah ada."]),
        (["A", "B"], ["A"], ["Sudah ada.", ""]),
        (["A", "B"], ["A", "C"], ["Sudah ada.", "Sudah ada."]),
    ],
)
def test_upkeep_is_there_where_it_says_the_same_or_as_much(new, old, there, here, obstacles):
    for survey, plans in ((old, there), (new, here)):
        for position, plan in enumerate(plans, 1):
            add_care(survey, plan, position)
    assert [offer.obstacle for offer in offers_of(new).upkeep] == obstacles


def test_upkeep_is_told_with_its_plan_and_who_answers(new, old):
    add_care(old, "Mengumumkan biaya.")
    (offer,) = offers_of(new).upkeep
    assert dict(offer.facts) == {"Rencana": "Mengumumkan biaya.", "Penanggung jawab": "Seluruh Subbagian"}


def test_the_signatory_is_ticked_where_none_is_named_and_replaces_another_only_when_chosen(new, old):
    (offer,) = offers_of(new).signatory
    assert (offer.title, offer.proposed, offer.replaces) == ("Sari Utami", True, False)
    Survey.objects.filter(pk=new.pk).update(signatory_name="Budi", signatory_title="Plt.")
    (offer,) = offers_of(Survey.objects.get(pk=new.pk)).signatory
    assert (offer.proposed, offer.replaces, dict(offer.facts)["Menggantikan"]) == (False, True, "Budi")
    same = {"signatory_name": old.signatory_name, "signatory_title": old.signatory_title}
    Survey.objects.filter(pk=new.pk).update(**same)
    assert offers_of(Survey.objects.get(pk=new.pk)).signatory == ()


# --- where a plan goes on


def test_the_first_later_cycle_that_can_be_written_to_is_its_home(old, new, ngawi, magetan):
    make_survey(magetan, "2025-S2")
    later = make_survey(ngawi, "2026-S1")
    assert next_home(old) == new
    Survey.objects.filter(pk=new.pk).update(lock=Lock.PREPARED)
    assert next_home(old) == later
    assert next_home(later) is None


def test_a_plan_that_goes_on_stands_behind_those_that_are_there(new, old, people):
    element = old.instrument.elements.get(key="waktu")
    priority = Priority.objects.create(followup=FollowUp.objects.get(survey=new), element=element, position=1)
    make_plan(priority, 4)
    plan = continue_plan(new, people.admin, open_plan())
    assert (plan.priority, plan.position, plan.status) == (priority, 5, Status.NOT_STARTED)
