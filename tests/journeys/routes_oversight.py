"""The addresses of what an evaluator asks of an office, one row each; routes.py takes them in."""

from tests.journeys.row import Row

PEKPPP = "/satuan-kerja/3521/pekppp/"
OVERSIGHT = {
    "pekppp": Row(PEKPPP, get="head admin secretary supervisor"),
}
