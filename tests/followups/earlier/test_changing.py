"""A recorded period that is changed, refused or forgotten: what was typed stays, what is stored is told."""

from decimal import Decimal

import pytest

from followups.earlier.periods import scores_of, told
from followups.models import RecordedPeriod
from offices.models import AuditEvent
from surveys.models import Element
from surveys.periods import Period

PAGE = "/satuan-kerja/3521/periode-sebelumnya/"


@pytest.fixture
def row(ngawi, survey):
    when = {name: getattr(Period.parse("2024-S2"), name) for name in Period.__dataclass_fields__}
    made = RecordedPeriod.objects.create(
        office=ngawi, instrument=survey.instrument, index=Decimal("81.36"), plans_done=7, plans_total=10, **when
    )
    made.scores.create(element=Element.objects.get(key="waktu"), score=Decimal("3.2"))
    return made


@pytest.fixture
def admin(as_user, people, row):
    return as_user(people.admin)


def address(row, verb=""):
    return f"{PAGE}{row.pk}/{verb}"


def sent(**changes):
    return {"declared_index": "81,36", "plans_done": "7", "plans_total": "10", "score_waktu": "3,2"} | changes


def test_the_page_shows_what_is_stored_with_commas(admin, row):
    form = admin.get(address(row)).context["form"]
    assert {name: str(form[name].value()) for name in ("plans_done", "plans_total")} == {
        "plans_done": "7",
        "plans_total": "10",
    }
    page = admin.get(address(row)).content.decode()
    assert 'value="81,36"' in page and 'value="3,20"' in page


def test_a_refused_change_shows_the_page_again_with_what_was_typed(admin, row):
    response = admin.post(address(row), sent(plans_done="11", declared_index="82,5"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "lebih banyak daripada yang direncanakan" in page
    assert 'value="82,5"' in page
    row.refresh_from_db()
    assert (row.index, row.plans_done) == (Decimal("81.36"), 7)
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"plans_done": "", "plans_total": "10"}, "plans_done"),
        ({"plans_done": "7", "plans_total": ""}, "plans_total"),
        ({"plans_done": "11"}, "plans_done"),
        ({"start": "2-9-2024", "end": "1-9-2024"}, "end"),
    ],
)
def test_the_fault_stands_at_the_field_that_it_is_about(admin, row, changes, field):
    assert set(admin.post(address(row), sent(**changes)).context["form"].errors) == {field}


@pytest.mark.parametrize(
    "changes",
    [
        {"plans_done": "10"},
        {"plans_done": "0"},
        {"plans_done": "", "plans_total": ""},
        {"start": "1-9-2024"},
        {"start": "1-9-2024", "end": "1-9-2024"},
    ],
)
def test_what_may_just_be_is_saved(admin, row, changes):
    assert admin.post(address(row), sent(**changes)).status_code == 302
    row.refresh_from_db()
    assert row.plans_done == (int(changes["plans_done"]) if changes.get("plans_done") else row.plans_done)
    assert (row.plans_done is None) == (row.plans_total is None)


def test_a_score_that_is_taken_away_is_gone_and_the_trail_has_both(admin, row):
    assert admin.post(address(row), sent(score_waktu="", score_biaya="4")).status_code == 302
    assert scores_of(row) == {"biaya": Decimal(4)}
    event = AuditEvent.objects.get()
    assert event.action == "earlier.change"
    assert (set(event.before["scores"]), set(event.after["scores"])) == ({"waktu"}, {"biaya"})


def test_what_is_forgotten_is_told_whole(admin, row):
    before = told(row)
    assert admin.post(address(row, "hapus/")).url == PAGE
    assert not RecordedPeriod.objects.exists()
    event = AuditEvent.objects.get()
    assert (event.action, event.before["period"], event.before["plans_total"]) == ("earlier.delete", "2024-S2", 10)
    assert set(event.before) == set(before)


def test_neither_another_office_nor_an_operator_changes_it(as_user, people, row):
    for person, status in ((people.stranger, 404), (people.staff, 403), (people.supervisor, 403)):
        client = as_user(person)
        assert client.post(address(row), sent()).status_code == status
        assert client.post(address(row, "hapus/")).status_code == status
    assert not AuditEvent.objects.exists()
