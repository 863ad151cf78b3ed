"""What home counts is what signing refuses: each refusal is a duty of somebody, and each such duty is a refusal."""

from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings

from duties.cycles import cycles_of
from duties.duty import Kind
from duties.refusals import SETTLED_BY, refusals_of
from followups.models import ActionPlan, Completion, EvidenceUse
from offices.models import Role
from offices.permissions import Action, visible
from reports.cycle.load import load_cycle
from reports.issuing import Wish, prepare
from reports.issuing.refusal import Hindered
from surveys.models import ElementScore, Survey
from tests.conftest import make_user
from tests.mass import in_full
from tests.reports.cycle.files import files_of
from tests.reports.issuing.issuing import explain, make_ready
from tests.strategies import cycles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
generated = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def refused(survey, user):
    (cycle,) = cycles_of([survey.office])
    return refusals_of(cycle, user)


def cast_of(office):
    """Somebody of every role, and staff of every unit."""
    yield make_user("p-admin", Role.ADMIN, office)
    yield make_user("p-sekretaris", Role.SECRETARY, office)
    for number, unit in enumerate(office.units.all()):
        yield make_user(f"p-operator-{number}", Role.STAFF, office, unit.key)


def listed_on_signing_page(survey, user):
    """How many places the page Tanda Tangan lists as hindering."""
    client = Client()
    client.force_login(user)
    page = client.get(f"/laporan/{survey.office.code}/{survey.period}/tanda-tangan/")
    return sum(len(note.spots) for note in page.context["hindering"])


def is_prepared(survey, user):
    """Whether the report would be prepared today, given that nothing new is asked at that moment."""
    try:
        with transaction.atomic():
            prepare(survey, user, Wish("by_hand", date.today(), number="1", early=True, reason="Memang demikian."))
            transaction.set_rollback(True)
    except Hindered:
        return False
    return True


@pytest.mark.any_database
@in_full
def test_what_home_counts_is_what_signing_refuses(in_full):
    @settings(generated, max_examples=100 if in_full else 5)
    @given(cycle=cycles())
    def holds(cycle):
        with transaction.atomic():
            survey = load_cycle(cycle, files_of(cycle).get)
            people = list(cast_of(survey.office))
            found = {user.pk: refused(survey, user) for user in people}
            everything = found[people[0].pk]
            names = [(each.rule, each.finding) for each in everything]
            assert all([(each.rule, each.finding) for each in own] == names for own in found.values())
            assert len(everything) == listed_on_signing_page(survey, people[0])
            blocks = [each for each in everything if each.rule]
            assert is_prepared(survey, people[0]) <= (not blocks or all(_is_warning(survey, each) for each in blocks))
            for at, refusal in enumerate(everything):
                assert refusal.duty.kind is Kind.HINDERS
                assert any(own[at].duty.mine for own in found.values()), f"{refusal} is nobody's turn"
            transaction.set_rollback(True)

    holds()


def _is_warning(survey, refusal):
    from reports.findings.answers import case_now, judged

    found = {item.finding.subject: item.finding for item in judged(survey, case_now(survey), at_signing=True)}
    return found[refusal.finding].severity == "warn"


def test_a_cycle_of_which_home_counts_nothing_is_prepared(survey, people):
    assert refused(survey, people.admin)
    assert not is_prepared(survey, people.admin)
    make_ready(survey, people)
    assert refused(survey, people.admin) == ()
    assert is_prepared(survey, people.admin)


@pytest.mark.parametrize(
    ("broken", "rule", "tab"),
    [
        (lambda: ElementScore.objects.filter(element__key="biaya").delete(), "K01", "/skm/"),
        (lambda: EvidenceUse.objects.all().delete(), "K06", "/rtl/"),
        (lambda: Completion.objects.update(reason=""), "K08", "/rtl/"),
        (lambda: ActionPlan.objects.filter(position=1).update(description=""), "K07", "/rtl/"),
        (lambda: [plan.units.clear() for plan in ActionPlan.objects.filter(position=1)], "K05", "/rtl/"),
        (lambda: Survey.objects.update(signatory_nip="123456789012345678"), "K32", "/skm/"),
    ],
)
def test_one_thing_that_is_spoilt_is_one_refusal_where_it_is_mended(survey, people, broken, rule, tab):
    make_ready(survey, people)
    broken()
    (refusal,) = refused(survey, people.admin)
    assert refusal.rule == rule
    assert refusal.duty.place.startswith(tab)
    assert refusal.duty.mine


def test_an_explained_warning_is_no_duty_any_more(survey, people):
    make_ready(survey, people)
    ActionPlan.objects.filter(position=1).update(description="")
    assert [each.rule for each in refused(survey, people.admin)] == ["K07"]
    explain(survey, people.admin)
    assert refused(survey, people.admin) == ()


class TestWhoseTurn:
    def test_what_is_lacking_of_a_realisation_is_the_turn_of_its_unit(self, survey, people, ngawi):
        plan = ActionPlan.objects.get(position=2)
        plan.all_units = False
        plan.save()
        plan.units.add(ngawi.units.get(key="rendatin"))
        for person, mine in ((people.admin, True), (people.staff, False), (people.secretary, False)):
            reasons = [each.duty for each in refused(survey, person) if each.rule == "K08"]
            assert [(duty.turn, duty.mine) for duty in reasons] == [("Subbag rendatin", mine)]

    def test_the_unit_that_leads_stands_for_all(self, survey, people, ngawi):
        plan = ActionPlan.objects.get(position=2)
        plan.lead = ngawi.units.get(key="kul")
        plan.save()
        assert {each.duty.turn for each in refused(survey, people.staff)} == {"Subbag kul"}
        assert all(each.duty.mine for each in refused(survey, people.staff))

    def test_a_missing_place_of_signing_is_the_admins(self, survey, people):
        make_ready(survey, people)
        survey.office.place = ""
        survey.office.save()
        (refusal,) = refused(survey, people.admin)
        assert refusal.duty.place == "/satuan-kerja/3521/#id_place"
        assert (refusal.duty.turn, refusal.duty.mine) == ("Admin", True)

    @pytest.mark.parametrize("action", sorted(set(SETTLED_BY.values()), key=str))
    def test_an_admin_may_settle_whatever_is_found(self, people, ngawi, action):
        assert action in Action
        assert visible(people.admin, action, type(ngawi).objects.filter(pk=ngawi.pk)).exists()


class TestWhen:
    def test_what_a_young_cycle_cannot_have_yet_is_not_due(self, survey, people, time_machine):
        time_machine.move_to("2025-08-10 09:00+07:00")
        found = {each.rule: each.now for each in refused(survey, people.admin)}
        assert found["K08"] is False
        assert "K09" not in found, "of a plan that nobody has touched all is asked for at once"
        assert all(each.duty.since is None for each in refused(survey, people.admin))

    def test_in_the_last_month_everything_is_due(self, survey, people, time_machine):
        time_machine.move_to("2025-12-10 09:00+07:00")
        found = refused(survey, people.admin)
        assert all(each.now for each in found)
        assert {each.duty.since for each in found} == {date(2025, 12, 1)}

    @pytest.mark.parametrize(
        ("moment", "since"),
        [
            ("2025-11-30 23:30+07:00", None),
            ("2025-12-01 00:30+07:00", date(2025, 12, 1)),
            ("2026-01-10", date(2025, 12, 1)),
        ],
    )
    def test_it_waits_from_the_first_day_of_the_last_month_on(self, survey, people, time_machine, moment, since):
        time_machine.move_to(moment)
        assert {each.duty.since for each in refused(survey, people.admin)} == {since}
