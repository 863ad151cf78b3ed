"""Reading a cycle from its rows."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import FollowUp
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.parse import parse_cycle
from reports.cycle.read import find_survey, known_instruments, read_cycle, read_pictures
from surveys.models import Survey
from tests.conftest import make_photo
from tests.reports.cycle.files import INSTRUMENTS, changed, files_of, text_of

pytestmark = pytest.mark.django_db


def load(text):
    cycle = parse_cycle(text, INSTRUMENTS)
    return load_cycle(cycle, files_of(cycle).get)


def test_the_seeded_instrument_is_known():
    assert known_instruments() == INSTRUMENTS


def test_pictures_are_those_that_the_cycle_names():
    survey = load(text_of("full"))
    make_photo(FollowUp.objects.get(survey=survey), "baki.jpg")
    pictures = read_pictures(survey)
    assert set(pictures) == {"photos/01.jpg", "photos/02.jpg", "photos/CONTOH-03.jpg"}
    assert [name for name, picture in pictures.items() if picture.is_placeholder] == ["photos/CONTOH-03.jpg"]


def test_queries_do_not_grow_with_plans_and_photos():
    small = queries_of(load(text_of("full")))
    assert queries_of(load(many_plans(40))) == small


def many_plans(count):
    """The complete file of another office with many plans, each with photos, units, months and completion."""
    data = json.loads(changed("office.code", "9903"))
    plan = data["followup"]["priorities"][0]["plans"][0]
    for number in range(count):
        twin = json.loads(json.dumps(plan))
        for n, photo in enumerate(twin["evidence"]["photos"]):
            photo["file"] = f"photos/{number}-{n}.jpg"
        data["followup"]["priorities"][number % 2]["plans"].append(twin)
    return json.dumps(data)


def queries_of(survey):
    survey = Survey.objects.get(pk=survey.pk)
    with CaptureQueriesContext(connection) as queries:
        read_cycle(survey)
        read_pictures(survey)
    return len(queries)


def test_a_cycle_is_found_by_code_and_period(survey):
    assert find_survey("3521", "2025-S1") == survey


@pytest.mark.parametrize(("code", "period"), [("3521", "2025-S2"), ("9999", "2025-S1"), ("3521", "2025"), ("", "")])
def test_an_unknown_cycle_is_named(survey, code, period):
    with pytest.raises(CycleFaults, match="tidak ada dalam portal"):
        find_survey(code, period)
