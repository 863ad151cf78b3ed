"""The addresses by which one cycle takes over what an earlier one left open, one row each; routes.py takes them in."""

from offices.models import Office
from surveys.models import Lock, Survey
from tests.conftest import make_survey
from tests.journeys.row import Row
from tests.reports.earlier import with_earlier_texts


def with_a_signed_cycle(scene):
    """Semester I is signed and Semester II is begun, so that what was left open may go on."""
    Survey.objects.filter(office__code="3521").update(lock=Lock.SIGNED)
    make_survey(Office.objects.get(code="3521"), "2025-S2")


CARRYING = {
    "plan_continue": Row(
        "/rtl/3521/2025-S1/{plan}/teruskan/",
        get="staff head admin",
        post="staff head admin",
        given=with_a_signed_cycle,
    ),
    "carried_over": Row(
        "/skm/3521/2025-S1/bawa/",
        get="admin",
        post="admin",
        given=with_earlier_texts,
        sent={"chosen": ["teks-1.1"]},
        wrong={"chosen": []},
    ),
}
