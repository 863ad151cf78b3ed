"""Who is told that a plan waits for them, or that it came back: those from whom something is expected, nobody else."""

import pytest

from followups.evidence.proofs import end_approvals
from followups.models import ActionPlan, Review, Status
from followups.months import Month
from followups.realising.realisation import Realisation, approve, realise, send_back
from offices.models import Membership, Notice, NoticeKind, Role, User
from offices.notices.words import sentence_of
from tests.conftest import make_user

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.each_database]
SAID = Realisation(Status.DONE, "Jadwal ditempel di loket.", months=(Month(2025, 10),))


@pytest.fixture(autouse=True)
def in_december(time_machine):
    time_machine.move_to("2025-12-10 09:00+07:00", tick=False)


@pytest.fixture
def plan(survey):
    """Of kul, with a photo, in progress."""
    ActionPlan.objects.filter(position=1).update(status=Status.IN_PROGRESS, programme="Papan {jadwal}")
    return ActionPlan.objects.get(position=1)


def told(kind):
    return sorted(Notice.objects.filter(kind=kind).values_list("user__username", flat=True))


def send(actor, plan, **changes):
    values = {name: getattr(SAID, name) for name in SAID.__dataclass_fields__} | changes
    return realise(actor, plan, Realisation(**values), ActionPlan.objects.get(pk=plan.pk).revision)


def test_what_is_sent_waits_for_the_head_of_its_unit_once(people, plan, ngawi):
    make_user("kasubbag-lain", Role.HEAD, ngawi, "tekhum")
    send(people.staff, plan)
    send(people.staff, plan, obstacle="Hujan.")
    assert told(NoticeKind.WAITS) == ["kasubbag"]
    notice = Notice.objects.get()
    assert sentence_of(notice) == (
        "RTL “Papan {jadwal}” dikirim oleh Operator (operator) pada 10 Desember 2025, 09.00 WIB "
        "dan menunggu persetujuan Anda."
    )
    assert notice.place == f"/rtl/3521/2025-S1/persetujuan/?rtl={plan.pk}"


def test_where_the_unit_has_no_other_head_admin_and_secretary_are_told(people, plan):
    send(people.head, plan)
    assert told(NoticeKind.WAITS) == ["admin", "sekretaris"]


def test_where_nobody_else_is_left_any_head_of_the_office_is_told(people, plan, ngawi):
    make_user("kasubbag-lain", Role.HEAD, ngawi, "tekhum")
    User.objects.filter(pk__in=[people.head.pk, people.secretary.pk]).update(is_active=False)
    send(people.admin, plan)
    assert told(NoticeKind.WAITS) == ["kasubbag-lain"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"lead": "tekhum"}, ["kasubbag-lain"]), ({"all_units": True}, ["kasubbag", "kasubbag-lain"])],
)
def test_who_answers_is_the_unit_that_leads_else_all(people, plan, ngawi, changes, expected):
    make_user("kasubbag-lain", Role.HEAD, ngawi, "tekhum")
    lead = ngawi.units.get(key=changes["lead"]) if "lead" in changes else None
    ActionPlan.objects.filter(pk=plan.pk).update(lead=lead, all_units="all_units" in changes)
    send(people.admin, ActionPlan.objects.get(pk=plan.pk))
    assert told(NoticeKind.WAITS) == expected


def test_what_came_back_is_told_to_the_unit_and_to_who_sent_it(people, plan, ngawi):
    make_user("operator-lain", Role.STAFF, ngawi, "tekhum")
    send(people.admin, plan)
    send_back(people.head, plan, 2, "Fotonya buram.")
    assert told(NoticeKind.RETURNED) == ["admin", "operator"]
    notice = Notice.objects.filter(kind=NoticeKind.RETURNED).first()
    assert "buram" not in f"{notice.told}"
    assert notice.place == f"/rtl/3521/2025-S1/{plan.pk}/"


def test_an_approval_that_its_proofs_ended_waits_again_for_who_did_not_end_it(people, plan):
    send(people.staff, plan)
    approve(people.head, plan, 2)
    Notice.objects.all().delete()
    end_approvals(people.staff, [plan, None])
    assert ActionPlan.objects.get(pk=plan.pk).review == Review.PENDING
    assert told(NoticeKind.WAITS) == ["kasubbag"]


def test_nobody_is_told_of_another_office(people, plan, magetan):
    Membership.objects.create(user=people.stranger, office=magetan, role=Role.HEAD, unit=magetan.units.first())
    send(people.staff, plan)
    assert not Notice.objects.filter(user=people.stranger).exists()
