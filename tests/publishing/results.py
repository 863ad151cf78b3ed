"""Documents whose results may be published, for the tests."""

from datetime import date
from decimal import Decimal

from reports.cycle.model import Photo, PriorityData, ServiceData, StoredPicture
from reports.document.build import build
from tests.make_cycle import NGAWI_SCORES, make_cycle, make_followup, make_plan, make_source, make_survey
from tests.reports.issued import make_signing

PROFILE = {"sex": {"male": 60, "female": 50}, "education": {"sd": 3, "sma": 80, "s1": 27}}
CLOSED = {"start": date(2025, 1, 2), "end": date(2025, 6, 30), "respondents": 110, "population": 1200}


def service(name, respondents, **scores):
    known = {key: Decimal(score) for key, score in NGAWI_SCORES.items()}
    return ServiceData(name, respondents, known | {key: Decimal(score) for key, score in scores.items()})


def document(priorities=(), signing=None, **survey):
    """Of a closed survey; ``survey`` overrides what is known of it."""
    known = CLOSED | {"profile": PROFILE} | survey
    cycle = make_cycle(survey=make_survey(**known), followup=make_followup(tuple(priorities), ()))
    return build(make_source(cycle, signing=signing))


def document_with(photo, **survey):
    """Of one plan that this photo (a row) proves; a second one is open."""
    name = "photos/loket.jpg"
    plan = make_plan("Menambah loket.", photos=(Photo(name, "Loket baru", None),))
    stored = StoredPicture(photo.file.name, photo.sha256, photo.width, photo.height, photo.size, is_placeholder=False)
    waiting = PriorityData("waktu", None, (plan, make_plan("Aplikasi antrean", "in_progress")))
    known = CLOSED | {"profile": PROFILE} | survey
    cycle = make_cycle(survey=make_survey(**known), followup=make_followup((waiting,), ()))
    return build(make_source(cycle, signing=make_signing(), pictures={name: stored}))


def signed_document():
    """Two elements with what was done of them; one plan is open."""
    waiting = PriorityData(
        "waktu", "Antrean panjang.", (make_plan("Menambah loket."), make_plan("Nomor antrean daring"))
    )
    asked = PriorityData("persyaratan", None, (make_plan("Papan persyaratan"), make_plan("Aplikasi", "in_progress")))
    return document((waiting, asked), signing=make_signing())
