"""Who prepares and who signs are told which numbers and names of the texts the portal could not check, and where."""

import pytest

from followups.models import ActionPlan, FollowUp
from reports.models import Narrative, Report, State
from tests.reports.issuing.issuing import make_prepared

pytestmark = pytest.mark.usefixtures("own_media")

SIGNING = "/laporan/3521/2025-S1/tanda-tangan/"
SECTION = "/laporan/3521/2025-S1/teks/1.1/"


def flat(response):
    return " ".join(response.content.decode().split())


def write(text):
    Narrative.objects.create(followup=FollowUp.objects.get(), section="1.1", text=text)


def unchecked_on(client):
    return client.get(SIGNING).context["unchecked"]


def test_the_draft_lists_them_in_one_line_with_the_way_to_the_field(as_user, people, survey):
    admin = as_user(people.admin)
    before = unchecked_on(admin)
    write("IKM sebesar 87,36. Gedung dibuka pada 3 Maret 1987 dengan biaya Rp2.500.000.")
    after = unchecked_on(admin)
    assert after.count == before.count + 2
    (added,) = set(after.spots) - set(before.spots)
    assert added == ("Teks laporan, 1.1 Latar Belakang", "“3 Maret 1987”, “2.500.000”", f"{SECTION}#id_text")
    page = flat(admin.get(SIGNING))
    assert f"<summary>{after.count} angka dan nama tidak dapat diperiksa portal</summary>" in page
    assert f'<a class="place" href="{SECTION}#id_text">Teks laporan, 1.1 Latar Belakang</a>' in page


def test_cells_are_read_too_and_lead_to_their_own_fields(as_user, people, survey):
    admin = as_user(people.admin)
    before = set(unchecked_on(admin).spots)
    plan = ActionPlan.objects.order_by("priority__position", "position").first()
    ActionPlan.objects.filter(pk=plan.pk).update(description="Pelatihan dihadiri 37 petugas.")
    (added,) = set(unchecked_on(admin).spots) - before
    assert added[0].startswith("Bab III, Tabel 3.1, nomor 1")
    assert "“37”" in added[1]
    assert added[2].startswith(f"/rtl/3521/2025-S1/{plan.pk}/#rtl-{plan.pk}-description")


def test_who_signs_is_told_what_was_unchecked_when_it_was_prepared(as_user, people, survey):
    write("Gedung dibuka pada 3 Maret 1987.")
    make_prepared(survey, people)
    page = flat(as_user(people.secretary).get(SIGNING))
    assert "angka dan nama tidak dapat diperiksa portal" in page
    assert "“3 Maret 1987”" in page
    report = Report.objects.get(state=State.PREPARED)
    Report.objects.filter(pk=report.pk).update(findings={"findings": [], "unapproved": []})  # of an earlier release
    assert "tidak dapat diperiksa portal" not in flat(as_user(people.secretary).get(SIGNING))


def test_without_any_there_is_no_line(as_user, people, survey):
    write("IKM sebesar 87,36.")
    assert "tidak dapat diperiksa portal" not in flat(as_user(people.admin).get(SIGNING))
