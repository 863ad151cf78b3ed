"""Which kind of report keeps which field of a cycle as it is: refused in words while it is in force, open after it."""

from contextlib import nullcontext
from datetime import date
from decimal import Decimal

import pytest

from followups.models import ActionPlan
from offices.fields import Kind
from offices.models import AuditEvent
from surveys.fields import (
    FIELDWORK_FIELDS,
    SIGNATORY_FIELDS,
    SOURCE_FIELDS,
    STATED_FIELDS,
    SURVEY_FIELDS,
)
from surveys.fieldwork.keeping import NOTHING, fieldwork_of, save_fieldwork
from surveys.locking import (
    FROZEN,
    RESULTS_REASONS,
    CycleLockedError,
    is_frozen,
    open_cycle,
    open_results,
    results_obstacle,
    results_reason,
    set_lock,
)
from surveys.models import Lock, Survey
from tests.journeys.scene import fields_on

RESULTS = (*SURVEY_FIELDS, *SOURCE_FIELDS, *STATED_FIELDS, *FIELDWORK_FIELDS)
HELD = (Lock.PREPARED, Lock.SIGNED)
PAGE = "/skm/3521/2025-S1/"
SURVEY_IN_FORCE = "Laporan SKM periode ini sudah ditandatangani"


def key_of(field):
    return f"{field.of}.{field.key}"


def again(survey):
    return Survey.objects.get(pk=survey.pk)


def held_by(survey, column, lock=Lock.SIGNED):
    set_lock(survey, lock, column)
    return again(survey)


@pytest.mark.parametrize("lock", HELD)
@pytest.mark.parametrize("field", RESULTS, ids=key_of)
def test_results_stay_under_a_report_of_either_kind(field, lock):
    assert not is_frozen(Survey(), field)
    assert is_frozen(Survey(results_lock=lock), field)
    assert is_frozen(Survey(lock=lock), field)


@pytest.mark.parametrize("lock", HELD)
@pytest.mark.parametrize("field", SIGNATORY_FIELDS, ids=key_of)
def test_who_signs_stays_under_a_follow_up_report_alone(field, lock):
    assert is_frozen(Survey(lock=lock), field)
    assert not is_frozen(Survey(results_lock=lock), field)


def test_a_survey_report_holds_nothing_that_a_follow_up_report_does_not():
    assert FROZEN["results_lock"] < FROZEN["lock"]
    assert FROZEN["lock"] - FROZEN["results_lock"] == set(SIGNATORY_FIELDS)


@pytest.mark.parametrize(
    ("column", "lock", "cycle_is_held", "results_are_held"),
    [
        ("lock", Lock.OPEN, False, False),
        ("results_lock", Lock.PREPARED, False, True),
        ("results_lock", Lock.SIGNED, False, True),
        ("lock", Lock.PREPARED, True, True),
        ("lock", Lock.SIGNED, True, True),
        ("", Lock.SIGNED, False, False),
    ],
)
def test_what_writes_to_a_cycle_and_to_its_results(survey, column, lock, cycle_is_held, results_are_held):
    held = held_by(survey, column, lock)
    for verb, is_held in ((open_cycle, cycle_is_held), (open_results, results_are_held)):
        with pytest.raises(CycleLockedError, match="tidak dapat diubah") if is_held else nullcontext(), verb(held):
            pass
    assert bool(results_reason(held)) is results_are_held


@pytest.mark.parametrize("lock", HELD)
def test_the_reason_says_which_report_and_what_to_do(survey, people, lock):
    held = held_by(survey, "results_lock", lock)
    told = RESULTS_REASONS[lock].format("Admin atau Sekretaris")
    assert results_reason(held) == told
    assert {results_obstacle(person, held) for person in (people.admin, people.staff)} == {told}


def test_of_two_reports_that_hold_it_the_follow_up_report_is_named(survey):
    held_by(survey, "results_lock")
    held = held_by(survey, "lock")
    assert results_reason(held).startswith("Laporan periode ini sudah ditandatangani")
    assert results_reason(held_by(held, "lock", Lock.OPEN)).startswith(SURVEY_IN_FORCE)


VALUES = {Kind.TEXT: "Kalimat uji", Kind.DAY: date(2025, 6, 3), Kind.COUNT: 3}


@pytest.mark.parametrize("column", ["lock", "results_lock"])
@pytest.mark.parametrize("field", FIELDWORK_FIELDS, ids=key_of)
def test_each_field_of_the_work_is_refused_in_words_and_open_again_later(survey, people, field, column):
    told = NOTHING | {field.key: VALUES[field.kind]}
    with pytest.raises(CycleLockedError, match="sudah ditandatangani"):
        save_fieldwork(held_by(survey, column), people.admin, told)
    assert fieldwork_of(survey) == NOTHING
    assert not AuditEvent.objects.filter(action="survey.fieldwork").exists()
    save_fieldwork(held_by(survey, column, Lock.OPEN), people.admin, told)
    assert fieldwork_of(survey) == told


TYPED = {
    "start": ("3-6-2025", date(2025, 6, 3)),
    "end": ("27-6-2025", date(2025, 6, 27)),
    "respondents": ("44", 44),
    "population": ("444", 444),
    "declared_index": ("81,25", Decimal("81.25")),
    "report_number": ("7/SKM/2025", "7/SKM/2025"),
    "covered": ("Legalisasi", "Legalisasi"),
    "forums": ("Rapat pleno", "Rapat pleno"),
}


@pytest.fixture
def page(survey, people, as_user):
    """``page(field, text)``: the page of the survey sent with one field changed."""
    client = as_user(people.admin)

    def send(field, text):
        shown = client.get(PAGE)
        forms = (shown.context["form"], shown.context["window"])
        sent = {name: form[name].value() or "" for form in forms for name in form.fields}
        return client.post(PAGE, sent | {field: text})

    return send


@pytest.mark.parametrize(("field", "text", "value"), [(key, *typed) for key, typed in TYPED.items()])
def test_each_field_on_the_page_of_the_survey_stays_and_is_open_again_later(survey, page, field, text, value):
    before = getattr(again(survey), field)
    held_by(survey, "results_lock")
    page(field, text)
    assert getattr(again(survey), field) == before
    held_by(survey, "results_lock", Lock.OPEN)
    page(field, text)
    assert getattr(again(survey), field) == value


@pytest.mark.parametrize("field", ["name", "title"])
def test_who_signs_can_be_changed_under_a_survey_report(survey, page, field):
    held_by(survey, "results_lock")
    page(f"signatory_{field}", "Rina Lestari")
    assert getattr(again(survey), f"signatory_{field}") == "Rina Lestari"


@pytest.mark.parametrize("field", ["description", "obstacle"])
@pytest.mark.parametrize(("column", "is_open"), [("results_lock", True), ("lock", False)])
def test_what_was_done_is_written_under_a_survey_report_and_not_under_a_follow_up_report(
    survey, people, as_user, field, column, is_open
):
    client = as_user(people.admin)
    plan = ActionPlan.objects.get(position=2)
    address = f"/rtl/3521/2025-S1/{plan.pk}/"
    typed = fields_on(client.get(address).content.decode(), address)
    held_by(survey, column)
    answer = client.post(address, typed | {"status": "in_progress", "description": "Mulai.", field: "Kalimat uji."})
    plan.refresh_from_db()
    assert answer.status_code == (302 if is_open else 403)
    assert (getattr(plan, field) == "Kalimat uji.") is is_open


READ = {"staff": 200, "head": 200, "admin": 200, "secretary": 200, "supervisor": 200, "stranger": 404, "nobody": 404}
WORK = f"{PAGE}pelaksanaan/"
REPORT = "/laporan/3521/2025-S1/survei/tanda-tangan/"


@pytest.mark.parametrize(("person", "status"), READ.items())
def test_who_may_read_the_work_and_the_survey_report(survey, people, as_user, person, status):
    client = as_user(getattr(people, person))
    assert [client.get(address).status_code for address in (WORK, REPORT)] == [status, status]


@pytest.mark.parametrize("person", READ)
def test_only_the_admin_writes_how_a_survey_was_carried_out(survey, people, as_user, person):
    answer = as_user(getattr(people, person)).post(WORK, {"team": "Sari Utami"})
    expected = {"admin": 302, "stranger": 404, "nobody": 404}.get(person, 403)
    assert answer.status_code == expected
    assert (fieldwork_of(survey)["team"] == "Sari Utami") is (person == "admin")
