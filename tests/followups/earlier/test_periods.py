"""The verbs for earlier periods: their limit, what the trail tells of them, and which file is kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from django.core.files.storage import default_storage

from followups.earlier.periods import (
    MOST,
    Recorded,
    add_recorded,
    change_recorded,
    delete_recorded,
    recorded_periods,
    scores_of,
)
from followups.models import RecordedPeriod, RecordedScore
from offices.declining import Declined
from offices.models import AuditEvent
from surveys.periods import Period

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
PLAIN = Recorded(
    index=Decimal("81.36"),
    plans_done=7,
    plans_total=10,
    start=date(2024, 8, 1),
    end=date(2024, 8, 31),
    report_date=None,
    is_public=False,
    scores={"waktu": Decimal("3.20"), "biaya": Decimal(4)},
)
BARE = Recorded(None, None, None, None, None, None, is_public=False, scores={})


@pytest.fixture
def add(survey, people, ngawi):
    """``add(code, given)``: what an admin records of a period."""
    return lambda code, given=PLAIN, office=ngawi, **more: add_recorded(
        office, people.admin, Period.parse(code), survey.instrument, given, **more
    )


def test_a_period_is_recorded_with_its_scores_and_told(add, people):
    row = add("2024-S2")
    assert scores_of(row) == {"waktu": Decimal("3.20"), "biaya": Decimal(4)}
    event = AuditEvent.objects.get()
    assert (event.action, event.actor_id, event.after["period"], event.after["report"]) == (
        "earlier.add",
        people.admin.pk,
        "2024-S2",
        "",
    )


def test_four_periods_are_recorded_and_a_fifth_when_one_is_forgotten(add, people, ngawi):
    rows = [add(str(year), BARE) for year in range(2020, 2020 + MOST)]
    with pytest.raises(Declined) as declined:
        add("2024", BARE)
    assert str(declined.value) == "Paling banyak 4 periode sebelumnya dapat dicatat. Hapus dahulu yang terlama."
    delete_recorded(rows[0], people.admin)
    add("2024", BARE)
    assert [row.period for row in recorded_periods(ngawi)] == ["2024", "2023", "2022", "2021"]


def test_the_limit_is_each_offices_own(add, magetan):
    for year in range(2020, 2020 + MOST):
        add(str(year), BARE)
    assert add("2024", BARE, magetan).office == magetan


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("2024-S2", "Semester II Tahun 2024 sudah dicatat."),
        ("2025-S1", "Siklus Semester I Tahun 2025 sudah ada dalam portal ini, sehingga tidak perlu dicatat."),
    ],
)
def test_a_period_that_is_known_is_refused_at_its_year(add, code, said):
    add("2024-S2")
    with pytest.raises(Declined) as declined:
        add(code)
    assert declined.value.faults == {"year": said}
    assert RecordedPeriod.objects.count() == 1


@pytest.mark.parametrize("code", ["2024", "2024-S1", "2024-T4", "2023-S2"])
def test_periods_that_share_only_a_part_are_others(add, code):
    add("2024-S2", BARE)
    assert add(code, BARE).period == code


def test_a_report_lies_under_its_digest_and_stays_until_another_comes(add, people):
    row = add("2024-S2", report=b"%PDF-1.7 satu")
    first = row.report.name
    assert first == f"earlier/3521/{sha256(b'%PDF-1.7 satu').hexdigest()}.pdf"
    change_recorded(row, people.admin, replace(PLAIN, is_public=True))
    assert (row.report.name, row.size, row.is_public) == (first, 13, True)
    change_recorded(row, people.admin, PLAIN, report=b"%PDF-1.7 lain")
    assert row.report.name != first
    assert default_storage.open(row.report.name).read() == b"%PDF-1.7 lain"
    assert default_storage.exists(first)


def test_what_is_changed_is_told_with_both_versions(add, people):
    row = add("2024-S2")
    change_recorded(row, people.admin, replace(PLAIN, index=None, scores={"waktu": Decimal("3.50")}))
    event = AuditEvent.objects.get(action="earlier.change")
    assert (event.before["index"], event.after["index"]) == ("81.36", None)
    assert (sorted(event.before["scores"]), sorted(event.after["scores"])) == (["biaya", "waktu"], ["waktu"])
    assert scores_of(row) == {"waktu": Decimal("3.50")}


def test_what_is_forgotten_takes_its_scores_along_and_is_told(add, people):
    row = add("2024-S2")
    delete_recorded(row, people.admin)
    assert not RecordedScore.objects.exists()
    event = AuditEvent.objects.get(action="earlier.delete")
    assert (event.before["period"], event.before["plans_done"], event.after) == ("2024-S2", 7, None)


def test_who_comes_second_to_forget_it_is_told(add, people):
    row = add("2024-S2")
    same = RecordedPeriod.objects.get()
    delete_recorded(row, people.admin)
    with pytest.raises(Declined, match=r"^Semester II Tahun 2024 sudah tidak dicatat lagi\.$"):
        delete_recorded(same, people.admin)
    assert AuditEvent.objects.filter(action="earlier.delete").count() == 1
