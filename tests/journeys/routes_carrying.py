"""The addresses by which one cycle takes over what an earlier one left open, one row each; routes.py takes them in."""

from tests.journeys.row import Row
from tests.reports.earlier import with_earlier_texts

CARRYING = {
    "carried_over": Row(
        "/skm/3521/2025-S1/bawa/",
        get="admin",
        post="admin",
        given=with_earlier_texts,
        sent={"chosen": ["teks-1.1"]},
        wrong={"chosen": []},
    ),
}
