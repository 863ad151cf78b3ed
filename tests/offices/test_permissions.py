import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse
from offices.models import Membership, Office, Role
from offices.permissions import TABLE, Action, Scope, fetch, may, names_of, refusal, roles_in, visible
from surveys.models import Survey
from tests.conftest import make_office, make_survey, make_user

pytestmark = pytest.mark.each_database

ROLES = ("staff", "head", "admin", "secretary", "supervisor")


def allowed(user, action, queryset, **lookup):
    try:
        fetch(user, action, queryset, **lookup)
    except PermissionDenied:
        return "403"
    except Http404:
        return "404"
    return "ok"


def test_the_table_names_every_action():
    assert set(TABLE) == set(Action)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (Action.VIEW_CYCLE, "ok ok ok ok ok"),
        (Action.DOWNLOAD, "ok ok ok ok ok"),
        (Action.VIEW_RESPONDENTS, "ok ok ok ok 403"),
        (Action.READ_SUGGESTIONS, "403 403 ok ok 403"),
        (Action.RELEASE_SUGGESTIONS, "403 403 ok 403 403"),
        (Action.VIEW_PAPERS, "ok ok ok ok 403"),
        (Action.KEEP_PAPERS, "403 403 ok ok 403"),
        (Action.NOTE_PUBLICATION, "403 403 ok ok 403"),
        (Action.PUBLISH, "403 403 ok ok 403"),
        (Action.VIEW_EVALUATION, "403 ok ok ok ok"),
        (Action.EDIT_SURVEY, "403 403 ok 403 403"),
        (Action.EDIT_PLAN, "403 403 ok 403 403"),
        (Action.EDIT_TEXTS, "403 403 ok ok 403"),
        (Action.MANAGE_PEOPLE, "403 403 ok 403 403"),
        (Action.VIEW_AUDIT, "403 403 ok ok 403"),
        (Action.SIGN, "403 403 403 ok 403"),
    ],
)
def test_each_role_may_do_what_the_table_says_and_strangers_find_nothing(people, survey, action, expected):
    outcome = [allowed(getattr(people, role), action, Survey.objects.all(), pk=survey.pk) for role in ROLES]
    assert " ".join(outcome) == expected
    for outsider in (people.stranger, people.nobody, AnonymousUser()):
        assert allowed(outsider, action, Survey.objects.all(), pk=survey.pk) == "404"


@pytest.mark.parametrize("model", [ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse])
def test_every_row_of_a_cycle_finds_its_office(people, survey, model):
    row = model.objects.first()
    assert fetch(people.admin, Action.VIEW_CYCLE, model.objects.all(), pk=row.pk) == row
    assert allowed(people.stranger, Action.VIEW_CYCLE, model.objects.all(), pk=row.pk) == "404"


def test_an_operator_fills_in_what_the_unit_answers_for(people, survey, ngawi):
    own, everybodys = ActionPlan.objects.all()
    plans = ActionPlan.objects.all()
    other = make_user("operator-lain", Role.STAFF, ngawi, "rendatin")
    assert allowed(people.staff, Action.EDIT_REALISATION, plans, pk=own.pk) == "ok"
    assert allowed(other, Action.EDIT_REALISATION, plans, pk=own.pk) == "403"
    assert allowed(people.staff, Action.EDIT_REALISATION, plans, pk=everybodys.pk) == "ok"
    assert allowed(other, Action.EDIT_REALISATION, plans, pk=everybodys.pk) == "ok"
    assert allowed(people.stranger, Action.EDIT_REALISATION, plans, pk=everybodys.pk) == "404"


def test_only_the_leading_unit_fills_in_a_plan_that_has_one(people, survey, ngawi):
    plan = ActionPlan.objects.first()
    plan.lead = ngawi.units.get(key="rendatin")
    plan.save()
    leading = make_user("operator-lain", Role.STAFF, ngawi, "rendatin")
    assert allowed(leading, Action.EDIT_REALISATION, ActionPlan.objects.all(), pk=plan.pk) == "ok"
    assert allowed(people.staff, Action.EDIT_REALISATION, ActionPlan.objects.all(), pk=plan.pk) == "403"
    assert allowed(leading, Action.EDIT_EVIDENCE, EvidenceUse.objects.all(), group__plan=plan) == "ok"


def test_a_shared_plan_is_listed_once(people, survey, ngawi):
    plan = ActionPlan.objects.first()
    plan.units.set(ngawi.units.all())
    Membership.objects.create(user=people.staff, office=ngawi, role=Role.STAFF, unit=ngawi.units.get(key="rendatin"))
    listed = visible(people.staff, Action.EDIT_REALISATION, ActionPlan.objects.all())
    assert list(listed) == list(ActionPlan.objects.all())


def test_a_head_approves_for_the_own_unit_only(people, survey, ngawi):
    plan = ActionPlan.objects.first()
    other = make_user("kasubbag-lain", Role.HEAD, ngawi, "tekhum")
    assert allowed(people.head, Action.APPROVE, ActionPlan.objects.all(), pk=plan.pk) == "ok"
    assert allowed(other, Action.APPROVE, ActionPlan.objects.all(), pk=plan.pk) == "403"
    assert allowed(people.staff, Action.APPROVE, ActionPlan.objects.all(), pk=plan.pk) == "403"


def test_two_roles_in_one_person_add_up(people, survey, ngawi):
    Membership.objects.create(user=people.admin, office=ngawi, role=Role.SECRETARY)
    assert allowed(people.admin, Action.SIGN, Survey.objects.all(), pk=survey.pk) == "ok"
    assert roles_in(people.admin, ngawi) == {Role.ADMIN, Role.SECRETARY}


def test_a_supervisor_reads_every_office_below_down_the_levels(people, ngawi, province):
    national = Office.objects.create(code="00", name="KPU", short_name="KPU RI", place="Jakarta")
    province.parent = national
    province.save()
    leaf = make_survey(make_office("352101", "Paron", ngawi))
    top = make_user("pemantau-pusat", Role.SUPERVISOR, national)
    for supervisor in (top, people.supervisor):
        assert allowed(supervisor, Action.VIEW_CYCLE, Survey.objects.all(), pk=leaf.pk) == "ok"
        assert allowed(supervisor, Action.EDIT_PLAN, Survey.objects.all(), pk=leaf.pk) == "403"
    assert allowed(people.supervisor, Action.VIEW_OFFICE, Office.objects.all(), code="00") == "404"


def test_a_supervisor_costs_two_queries_however_many_offices(people, province, django_assert_num_queries):
    for number in range(20):
        make_survey(make_office(f"36{number:02}", f"Kota {number}", province))
    with django_assert_num_queries(2):
        assert len(visible(people.supervisor, Action.VIEW_CYCLE, Survey.objects.all())) == 20


def test_lists_hold_the_own_office_only(people, survey, magetan):
    theirs = make_survey(magetan)
    surveys = Survey.objects.all()
    assert list(visible(people.admin, Action.VIEW_CYCLE, surveys)) == [survey]
    assert list(visible(people.stranger, Action.VIEW_CYCLE, surveys)) == [theirs]
    assert list(visible(AnonymousUser(), Action.VIEW_CYCLE, surveys)) == []


def test_the_operator_of_the_server_is_nobody_in_an_office(survey):
    root = make_user("root", is_superuser=True, is_staff=True)
    assert allowed(root, Action.VIEW_CYCLE, Survey.objects.all(), pk=survey.pk) == "404"


def test_the_refusal_says_who_may():
    assert refusal(Action.SIGN, Office()) == "Hanya Sekretaris yang dapat menandatangani laporan."
    assert refusal(Action.EDIT_TEXTS, Office()) == "Hanya Admin dan Sekretaris yang dapat mengubah teks laporan."
    several = "Operator (untuk RTL unitnya), Kepala Unit (untuk RTL unitnya) dan Admin"
    assert refusal(Action.EDIT_REALISATION, Office()) == f"Hanya {several} yang dapat mengisi realisasi RTL ini."


@pytest.mark.parametrize(
    ("action", "names"),
    [
        (Action.EDIT_SURVEY, "Admin"),
        (Action.PREPARE, "Admin atau Sekretaris"),
        (Action.CONFIRM_KEY, "Kepala Unit, Admin atau Sekretaris"),
    ],
)
def test_the_roles_that_may_are_named(action, names):
    assert names_of(action, Office()) == names


def test_those_who_may_for_their_unit_are_named_where_they_count():
    assert names_of(Action.APPROVE, Office()) == "Admin atau Sekretaris"
    both = names_of(Action.APPROVE, Office(), Scope.OFFICE, Scope.UNIT)
    assert both == "Kepala Unit, Admin atau Sekretaris"


def test_an_office_is_told_in_its_own_words_for_roles(people, ngawi):
    Office.objects.filter(pk=ngawi.pk).update(secretary_called="Camat", head_called="Kepala Seksi")
    ngawi.refresh_from_db()
    assert names_of(Action.CONFIRM_KEY, ngawi) == "Kepala Seksi, Admin atau Camat"
    with pytest.raises(PermissionDenied, match="Hanya Camat yang dapat menandatangani laporan"):
        fetch(people.admin, Action.SIGN, Office.objects.all(), pk=ngawi.pk)
    with pytest.raises(PermissionDenied, match="Hanya Admin dan Camat yang dapat mengubah teks laporan"):
        fetch(people.staff, Action.EDIT_TEXTS, Survey.objects.all(), pk=make_survey(ngawi).pk)


def test_who_looks_on_from_above_is_told_in_the_words_of_the_portal(ngawi):
    ngawi.admin_called = "Pengelola data"
    assert refusal(Action.RELEASE_BELOW, ngawi).startswith("Hanya Admin dan Pemantau yang dapat")


def test_may_tells_templates_what_to_offer(people, ngawi):
    assert may(people.secretary, Action.SIGN, ngawi)
    assert may(people.staff, Action.EDIT_REALISATION, ngawi)
    assert may(people.supervisor, Action.VIEW_CYCLE, ngawi)
    assert not may(people.supervisor, Action.EDIT_PLAN, ngawi)
    assert not may(people.stranger, Action.VIEW_CYCLE, ngawi)
    assert not may(AnonymousUser(), Action.VIEW_OFFICE, ngawi)


OF_AN_OFFICE = {
    Action.VIEW_OFFICE: "ok ok ok ok ok",
    Action.EDIT_PRIORITIES: "403 403 ok 403 403",
    Action.EDIT_UPKEEP: "403 403 ok 403 403",
    Action.EDIT_OFFICE: "403 403 ok 403 403",
    Action.PREPARE: "403 403 ok ok 403",
    Action.ANSWER: "403 403 ok ok 403",
    Action.REMARK: "403 ok ok ok 403",
    Action.PARAF: "403 ok ok ok 403",
    Action.REISSUE: "403 403 403 ok 403",
    Action.HAND_ON: "403 403 ok ok 403",
    Action.WRITE_LETTERS: "403 ok ok ok 403",
    Action.VIEW_NOTE: "ok ok ok ok 403",
    Action.CONFIRM_KEY: "403 ok ok ok 403",
    Action.RELEASE_BELOW: "403 403 403 403 ok",
    Action.CONFIRM_KEY_BELOW: "403 403 403 403 ok",
}


def test_what_is_done_to_an_office_is_done_by_those_whom_the_table_names(people, ngawi):
    found = {
        action: " ".join(allowed(getattr(people, role), action, Office.objects.all(), pk=ngawi.pk) for role in ROLES)
        for action in OF_AN_OFFICE
    }
    assert found == OF_AN_OFFICE


def test_an_office_is_seen_from_three_levels_above_and_from_no_further(province):
    chain = [province]
    for code in ("351", "3511", "35111", "351111"):
        chain.append(make_office(code, code, chain[-1]))
    above = make_user("pemantau-provinsi", Role.SUPERVISOR, province)
    seen = set(visible(above, Action.VIEW_OFFICE, Office.objects.all()))
    assert seen == set(chain[1:4])
    assert allowed(above, Action.VIEW_OFFICE, Office.objects.all(), pk=chain[4].pk) == "404"
    second = make_user("pemantau-kedua", Role.SUPERVISOR, chain[1])
    assert set(visible(second, Action.VIEW_OFFICE, Office.objects.all())) == set(chain[2:5])


def test_an_admin_above_does_below_what_is_done_below_and_nothing_else(people, ngawi, province):
    above = make_user("admin-provinsi", Role.ADMIN, province)
    done = {action for action in Action if allowed(above, action, Office.objects.all(), pk=ngawi.pk) == "ok"}
    assert done == {Action.RELEASE_BELOW, Action.CONFIRM_KEY_BELOW}
    assert may(above, Action.RELEASE_BELOW, ngawi) and not may(above, Action.EDIT_OFFICE, ngawi)
    assert may(above, Action.EDIT_OFFICE, province) and not may(above, Action.RELEASE_BELOW, province)


def test_who_has_no_role_sees_no_list_and_holds_nothing(people, ngawi):
    for outsider in (people.nobody, AnonymousUser()):
        assert list(visible(outsider, Action.VIEW_OFFICE, Office.objects.all())) == []
        assert roles_in(outsider, ngawi) == frozenset()
        assert not any(may(outsider, action, ngawi) for action in Action)


def test_what_no_unit_answers_for_is_not_opened_by_a_role_of_a_unit(people, survey, ngawi):
    for queryset, pk in ((Office.objects.all(), ngawi.pk), (Survey.objects.all(), survey.pk)):
        assert allowed(people.staff, Action.EDIT_REALISATION, queryset, pk=pk) == "403"
        assert allowed(people.head, Action.APPROVE, queryset, pk=pk) == "403"
        assert allowed(people.admin, Action.EDIT_REALISATION, queryset, pk=pk) == "ok"
