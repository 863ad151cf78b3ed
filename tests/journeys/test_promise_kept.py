"""What Tabel 4.1 promised: from home in its month to the next cycle, its approval, and the report that says so."""

import re
from html import unescape

import pytest

from followups.models import ActionPlan, EvidenceGroup, EvidenceUse
from reports.models import Report
from surveys.models import Survey
from tests.conftest import make_photo
from tests.reports.addendum.owed import open_plans, with_signed_report


def flat(response):
    return " ".join(unescape(response.content.decode()).split())


def link_to(page, words):
    """Where the link with these words leads."""
    found = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>(?:(?!</a>).)*{words}', page)
    assert found, words
    return found[1]


@pytest.mark.usefixtures("own_media")
def test_a_promise_is_kept_by_following_home_and_the_signed_report_stays(as_user, people, survey, time_machine):
    with_signed_report(survey, people)
    signed = list(Report.objects.values()), list(open_plans(survey).values()), list(Survey.objects.values())
    time_machine.move_to("2026-03-10 09:00+07:00")
    staff = as_user(people.staff)
    asked = link_to(flat(staff.get("/")), "Program 2")
    assert "Siklus Semester II Tahun 2025 dimulai" in flat(staff.get(asked))
    address = staff.post(asked).url
    later = ActionPlan.objects.get(continues__in=open_plans(survey))
    group = EvidenceGroup.objects.create(followup=later.priority.followup, plan=later)
    EvidenceUse.objects.create(group=group, photo=make_photo(later.priority.followup), position=1)
    told = {"revision": "1", "status": "done", "description": "Loket ditata.", "months": ["2026-03"]}
    assert staff.post(address, told).status_code == 302
    head = as_user(people.head)
    approval = {"revision": ActionPlan.objects.get(pk=later.pk).revision}
    assert head.post(f"{address}setujui/", approval).status_code == 302
    admin = as_user(people.admin)
    page = flat(admin.get(link_to(flat(admin.get("/")), "Semua RTL dari Tabel 4.1 sudah selesai")))
    assert "realisasi 50% menjadi 100%" in page
    mine = Survey.objects.filter(pk=survey.pk)
    assert (list(Report.objects.values()), list(open_plans(survey).values()), list(mine.values())) == signed
