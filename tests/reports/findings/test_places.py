"""Every place that a rule can name leads to a page that opens, and to its field there; none to an error."""

import pytest

from followups.models import ActionPlan, EvidenceGroup, Upkeep
from offices.models import Role, User
from reports.cycle.load import load_cycle
from reports.document import fields as printed
from reports.document.fields import PRINTED, ElementAt, PlanAt, PriorityAt, SectionAt, UpkeepAt, WholeCycle
from reports.document.sections import SECTIONS, name_of
from reports.findings.answers import case_now
from reports.findings.places import Whereabouts
from reports.rules.finding import Place
from reports.rules.registry import findings_of
from surveys.models import Survey
from tests.conftest import make_user
from tests.reports.findings.ids import ids_of
from tests.reports.rules.clean import changed, clean, judged_case
from tests.reports.rules.test_mutations import DONE, MUTATIONS, mutated, signing_of

THINGS = {
    WholeCycle: [printed.CYCLE],
    ElementAt: [ElementAt(8, "sarana")],
    PriorityAt: [PriorityAt(2, "persyaratan")],
    PlanAt: [PlanAt(1, "a"), PlanAt(2, "b")],
    UpkeepAt: [UpkeepAt(2)],
    SectionAt: [SectionAt(key, name_of(key)) for key in SECTIONS],
}
NO_INPUT = {"version", "evidence", "priority", "followup"}
"""Where a page has no single input: signing, the proofs of a cycle, the choice of priorities, a row without plans."""


def cases():
    yield from (judged_case(mutated(change)) for change, _expected in MUTATIONS.values())
    yield judged_case(clean(), placeholders=("photos/jadwal.jpg",))
    yield judged_case(clean(), signing=signing_of(demo=True, number=""))
    yield judged_case(changed(clean(), f"{DONE}.units", ("kul", "rendatin")))
    yield judged_case(changed(clean(), f"{DONE}.lead", None))
    yield judged_case(changed(changed(clean(), f"{DONE}.units", ("kul", "rendatin")), f"{DONE}.lead", None))


@pytest.fixture(scope="module")
def loaded(shared_db):
    with shared_db():
        survey = load_cycle(clean(), lambda _name: None, placeholders=True)
        return survey.pk, make_user("admin", Role.ADMIN, survey.office).pk


@pytest.fixture
def survey(db, loaded):
    return Survey.objects.get(pk=loaded[0])


@pytest.fixture
def admin(survey, loaded):
    return User.objects.get(pk=loaded[1])


@pytest.fixture
def whereabouts(survey, admin):
    return Whereabouts(survey, case_now(survey), admin)


@pytest.fixture
def opened(as_user, admin):
    client, pages = as_user(admin), {}

    def ids(path):
        if path not in pages:
            page = client.get(path)
            assert page.status_code == 200, path
            pages[path] = ids_of(page)
        return pages[path]

    return ids


@pytest.mark.prove
def test_every_place_of_every_mutation_opens_and_has_its_field(whereabouts, opened):
    places = {str(finding.place): finding.place for case in cases() for finding in findings_of(case)}
    assert len(places) > 45
    for place in places.values():
        where = whereabouts.of(place)
        ids = opened(where.page)
        assert where.field in ids or (not where.field and place.printed.field.of in NO_INPUT), (str(place), where)


@pytest.mark.prove
def test_so_does_every_field_that_is_printed(whereabouts, opened):
    for field in PRINTED:
        for kind in field.tables:
            for thing in THINGS[kind]:
                where = whereabouts.of(Place(field, thing))
                ids = opened(where.page)
                assert where.field in ids or (not where.field and field.field.of in NO_INPUT), (field, where)


@pytest.mark.parametrize(
    ("place", "tab", "field"),
    [
        (Place(printed.ALL_SCORES), "survey", "id_score_persyaratan"),
        (Place(printed.GRADE, ElementAt(8, "sarana")), "survey", "id_grade_sarana"),
        (Place(printed.SIGNATORY_NIP), "survey", "id_signatory_nip"),
        (Place(printed.REPORT_MONTH), "survey", "id_report_month"),
        (Place(printed.PRIORITIES), "priorities", ""),
        (Place(printed.RATIONALE, PriorityAt(2, "persyaratan")), "priorities", "id_rationale_persyaratan"),
        (Place(printed.PLANS, PriorityAt(2, "persyaratan")), "plan_table", ""),
        (Place(printed.KEY), "signing", ""),
        (Place(printed.ALL_PHOTOS), "evidence", ""),
        (Place(printed.TEXT, SectionAt("1.3", "1.3 Maksud dan Tujuan")), "texts", "id_text"),
    ],
    ids=str,
)
def test_it_leads_to_that_very_field(whereabouts, place, tab, field):
    where = whereabouts.of(place)
    assert (where.tab, where.field) == (tab, field)


def test_it_leads_to_that_very_plan_and_upkeep(survey, whereabouts):
    third = ActionPlan.objects.filter(priority__followup__survey=survey)[2]
    second = Upkeep.objects.filter(followup__survey=survey)[1]
    plan, upkeep = PlanAt(2, "a"), UpkeepAt(2)
    programme = f"#rtl-{third.pk} .programme"
    leads = {
        Place(printed.PROGRAMME, plan): (
            "plan_table",
            f"/{third.pk}/ubah/#id_programme",
            f"#rtl-{third.pk} .programme",
        ),
        Place(printed.PLAN_UNITS, plan): ("plan_table", "#div_id_units", programme),
        Place(printed.OBSTACLE, plan): ("realisations", f"/{third.pk}/#rtl-{third.pk}-obstacle", f"#rtl-{third.pk}"),
        Place(printed.COMPLETION_UNITS, plan): ("realisations", f"#rtl-{third.pk}-units_0", f"#rtl-{third.pk}"),
        Place(printed.PLAN_PROOF, plan): ("realisations", f"/{third.pk}/#bukti-dukung", f"#rtl-{third.pk}"),
        Place(printed.UPKEEP_ACTIVITY, upkeep): ("upkeep", "/ubah/#id_activity", f"#pemeliharaan-{second.pk}"),
        Place(printed.UPKEEP_PROOF, upkeep): ("upkeep", f"/pemeliharaan/{second.pk}/", f"#pemeliharaan-{second.pk}"),
        Place(printed.NOTE, upkeep): (
            "evidence",
            f"#keterangan-bukti-pemeliharaan-{second.pk}",
            f"section[aria-labelledby='judul-bukti-pemeliharaan-{second.pk}'] > header",
        ),
    }
    for place, (tab, end, row) in leads.items():
        where = whereabouts.of(place)
        assert (where.tab, where.row) == (tab, row)
        assert where.address.endswith(end)
        assert where.rows_page == whereabouts._url(tab)


def test_who_may_not_edit_is_led_to_the_row(survey):
    reader = make_user("operator", Role.STAFF, survey.office, "kul")
    places = Whereabouts(survey, case_now(survey), reader)
    plan = ActionPlan.objects.filter(priority__followup__survey=survey).first()
    upkeep = Upkeep.objects.filter(followup__survey=survey).first()
    assert places.of(Place(printed.PROGRAMME, PlanAt(1, "a"))).field == f"rtl-{plan.pk}"
    assert places.of(Place(printed.UPKEEP_PLAN, UpkeepAt(1))).field == f"pemeliharaan-{upkeep.pk}"


def test_what_was_deleted_meanwhile_leads_to_the_page_of_all(survey, admin, opened):
    case = case_now(survey)
    last = Upkeep.objects.filter(followup__survey=survey).last()
    EvidenceGroup.objects.filter(upkeep=last).delete()
    last.delete()
    places = Whereabouts(survey, case, admin)
    gone = [Place(printed.UPKEEP_ACTIVITY, UpkeepAt(2)), Place(printed.PROGRAMME, PlanAt(9, "a"))]
    assert [places.of(place).tab for place in gone] == ["upkeep", "plan_table"]
    assert [places.of(place).field for place in gone] == ["", ""]
    for place in gone:
        opened(places.of(place).page)
