from datetime import date
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, Completion, Status
from tests.conftest import jpeg, make_photo, make_plan

REPORT = "/laporan/3521/2025-S1/"
FINDINGS = "/pemeriksaan/3521/2025-S1/"


def test_the_report_is_shown_within_the_portal(as_user, people, survey):
    page = as_user(people.staff).get(REPORT).content.decode()
    assert "Komisi Pemilihan Umum Kabupaten Ngawi" in page
    assert "Loket dibuka lebih awal." in page
    assert 'href="/pemeriksaan/3521/2025-S1/"' in page
    assert f'src="/bukti-dukung/3521/2025-S1/foto/{sha256(jpeg()).hexdigest()}.jpg"' in page


def test_what_is_typed_into_the_data_is_text_on_the_page(as_user, people, survey):
    ActionPlan.objects.update(description="<script>alert('&')</script>")
    page = as_user(people.staff).get(REPORT).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_mended_fault_disappears(as_user, people, survey):
    client = as_user(people.admin)
    before = client.get(FINDINGS).context["blocking_count"]
    plan = ActionPlan.objects.get(status=Status.NOT_STARTED)
    Completion.objects.create(
        plan=plan,
        reason="Anggaran belum cair.",
        strategy="Diusulkan kembali.",
        latest=date(2027, 3, 1),
        all_units=True,
    )
    assert client.get(FINDINGS).context["blocking_count"] < before


@pytest.mark.parametrize("address", [REPORT, FINDINGS, f"{REPORT}pdf/"])
def test_a_page_costs_the_same_with_many_plans_and_photos(as_user, people, survey, address):
    client = as_user(people.admin)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    plan = ActionPlan.objects.first()
    for number in range(12):
        make_plan(plan.priority, 3 + number)
        photo = make_photo(plan.evidence.followup, f"foto-{number}.jpg")
        plan.evidence.uses.create(photo=photo, position=2 + number)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)
