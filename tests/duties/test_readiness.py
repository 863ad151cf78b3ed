"""The way of a cycle to its signature as home tells it: what stands in the way, whose turn it is, what can wait."""

import pytest

from duties.cycles import cycles_of
from duties.duty import SHOWN
from duties.readiness import readiness_of
from followups.models import ActionPlan, EvidenceUse, Status
from surveys.models import Lock, Survey
from tests.conftest import make_plan
from tests.duties.test_home import text_of
from tests.reports.issuing.issuing import make_ready

PAGE = "/beranda/kesiapan/3521/2025-S1/"
IN_AUGUST, IN_JANUARY = "2025-08-10 09:00+07:00", "2026-01-10 09:00+07:00"


def told(as_user, user):
    return text_of(as_user(user).get(PAGE))


def readiness(survey, user):
    (cycle,) = cycles_of([survey.office])
    return readiness_of(cycle, user)


def test_what_hinders_is_counted_and_each_thing_leads_to_its_field(as_user, people, survey, time_machine):
    time_machine.move_to(IN_JANUARY)
    plan = ActionPlan.objects.get(position=2)
    page = as_user(people.admin).get(PAGE).content.decode()
    assert "1 catatan masih menghalangi penandatanganan." in page
    assert "1 b. Program 2" in page
    assert f'href="/rtl/3521/2025-S1/{plan.pk}/#rtl-{plan.pk}-reason"' in page
    assert "alasan dan strateginya belum diisi" in page


def test_with_nothing_done_it_never_says_that_the_report_is_complete(as_user, people, survey, time_machine):
    time_machine.move_to(IN_AUGUST)
    EvidenceUse.objects.all().delete()
    ActionPlan.objects.update(status=Status.NOT_STARTED)
    page = told(as_user, people.admin)
    assert "2 catatan masih menghalangi penandatanganan." in page
    assert "0 dari 2 RTL selesai. Masa tindak lanjut sampai Desember 2025." in page
    assert "2 catatan baru perlu diselesaikan menjelang laporan." in page
    assert "lengkap" not in page.lower()


def test_an_explained_draft_still_says_how_little_is_done(as_user, people, survey, time_machine):
    time_machine.move_to(IN_AUGUST)
    EvidenceUse.objects.all().delete()
    ActionPlan.objects.update(status=Status.NOT_STARTED)
    make_ready(survey, people)
    page = told(as_user, people.admin)
    assert "Tidak ada catatan yang menghalangi penandatanganan." in page
    assert "0 dari 2 RTL selesai. Masa tindak lanjut sampai Desember 2025." in page
    assert "Siapkan laporan" not in page


@pytest.mark.parametrize(("role", "offered"), [("admin", True), ("secretary", True), ("staff", False)])
def test_when_the_follow_up_is_over_a_ready_report_is_prepared(as_user, people, survey, time_machine, role, offered):
    time_machine.move_to(IN_JANUARY)
    make_ready(survey, people)
    page = as_user(getattr(people, role)).get(PAGE).content.decode()
    assert ("Siapkan laporan" in page) is offered
    assert 'href="/laporan/3521/2025-S1/"' in page


def test_what_others_have_to_settle_is_told_by_whose_turn_it_is(as_user, people, survey, time_machine):
    time_machine.move_to(IN_JANUARY)
    page = told(as_user, people.secretary)
    assert f"Menunggu {survey.office.all_units_label} (1)." in page
    assert "Program 2" not in page


def test_a_long_list_is_folded(people, survey, time_machine):
    time_machine.move_to(IN_JANUARY)
    first = ActionPlan.objects.get(position=1)
    for position in range(3, 12):
        make_plan(first.priority, position, all_units=True)
    found = readiness(survey, people.admin)
    assert (len(found.lines), len(found.more)) == (SHOWN, 10 - SHOWN)
    assert all(len(line.duties) == 1 for line in found.lines + found.more)
    assert sum(len(line.duties) for line in found.lines + found.more) == len(found.refusals)


def test_a_locked_cycle_has_this_way_behind_it(as_user, people, survey):
    Survey.objects.update(lock=Lock.PREPARED)
    assert "sudah disiapkan atau ditandatangani" in told(as_user, people.admin)


def test_a_stranger_is_not_told(as_user, people, survey):
    assert as_user(people.admin).get(PAGE).status_code == 200
    assert as_user(people.stranger).get(PAGE).status_code == 404


def test_home_asks_for_the_way_of_every_draft(as_user, people, survey, ngawi):
    page = as_user(people.staff).get("/").content.decode()
    assert f'data-hx-get="{PAGE}"' in page
    Survey.objects.update(lock=Lock.SIGNED)
    assert f'data-hx-get="{PAGE}"' not in as_user(people.staff).get("/").content.decode()
