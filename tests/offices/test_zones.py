"""Around midnight: what day it is, and how a time is told, in each of Indonesia's three zones."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client

from duties.duty import Kind
from duties.listing import listing_of
from followups.models import ActionPlan, PlanMonth
from offices.declining import Declined
from offices.models import AuditEvent, Membership, NoticeKind, Office, Role, Zone
from offices.notices.mail import mail_next
from offices.notices.telling import notify
from offices.zones import now_of, today_of
from reports.document.frozen import thaw
from reports.issuing import Wish, prepare
from reports.issuing.preparing import DAYS_AHEAD
from reports.models import Report
from reports.printing.html import print_html
from tests.conftest import make_survey
from tests.mass import sampled
from tests.offices.profile.test_views import fields
from tests.reports.issuing.issuing import make_prepared, make_ready

EVENING = "2026-02-28T15:30:00+00:00"
"""22.30 WIB and 23.30 WITA of 28 February, 00.30 WIT of 1 March."""
AT_EVENING = {Zone.WIB: "28 Februari 2026, 22.30 WIB", Zone.WITA: "28 Februari 2026, 23.30 WITA"} | {
    Zone.WIT: "1 Maret 2026, 00.30 WIT"
}
MIDNIGHTS = [
    (Zone.WIB, "2026-02-28T16:59:59+00:00", "2026-02-28T17:00:00+00:00"),
    (Zone.WITA, "2026-02-28T15:59:59+00:00", "2026-02-28T16:00:00+00:00"),
    (Zone.WIT, "2026-02-28T14:59:59+00:00", "2026-02-28T15:00:00+00:00"),
]
FIRST = date(2026, 3, 1)
AHEAD = timedelta(days=DAYS_AHEAD)
in_each_zone = pytest.mark.parametrize(("zone", "before", "after"), MIDNIGHTS)


def live_in(office, zone):
    Office.objects.filter(pk=office.pk).update(zone=zone)
    office.zone = zone
    return office


@pytest.fixture
def at(time_machine):
    return lambda moment: time_machine.move_to(moment, tick=False)


@in_each_zone
def test_a_day_begins_at_the_offices_own_midnight(zone, before, after, at):
    office = Office(zone=zone)
    at(before)
    assert today_of(office) == date(2026, 2, 28)
    at(after)
    assert (today_of(office), now_of(office).hour) == (FIRST, 0)


def test_an_office_lives_in_the_west_unless_its_profile_says_otherwise(as_user, people, ngawi):
    client, page = as_user(people.admin), "/satuan-kerja/3521/"
    assert Office.objects.get(code="3521").zone == Zone.WIB
    assert client.post(page, fields(zone="WIT")).status_code == 302
    assert Office.objects.get(code="3521").zone == Zone.WIT
    assert client.post(page, fields(zone="WIX")).status_code == 422


@pytest.mark.parametrize("zone", Zone)
def test_the_trail_tells_times_in_the_zone_of_the_office(zone, as_user, people, ngawi, at):
    at(EVENING)
    live_in(ngawi, zone)
    AuditEvent.objects.create(office_code="3521", action="account.log_in", actor_id=people.admin.pk)
    page = as_user(people.admin).get("/riwayat/3521/").text
    assert AT_EVENING[zone] in page


@pytest.mark.parametrize("zone", Zone)
def test_a_notice_tells_its_time_in_the_zone_of_its_reader(zone, as_user, people, ngawi, at, settings):
    at(EVENING)
    live_in(ngawi, zone)
    settings.HAS_MAIL = True
    people.admin.email = "admin@example.go.id"
    people.admin.save()
    notify(people.admin, NoticeKind.ENABLED, people.secretary)
    assert AT_EVENING[zone] in as_user(people.admin).get("/akun/pemberitahuan/").text
    assert mail_next()
    assert AT_EVENING[zone] in mail.outbox[0].body


def dated(day):
    return Wish(way="here", dated=day, reason="Memang demikian adanya.")


@in_each_zone
@pytest.mark.usefixtures("own_media")
def test_how_far_ahead_a_report_may_be_dated_is_counted_from_the_offices_today(zone, before, after, survey, people, at):
    live_in(survey.office, zone)
    at(before)
    with pytest.raises(Declined, match="belum tiba"):
        prepare(survey, people.admin, dated(FIRST + AHEAD))
    make_ready(survey, people)
    at(after)
    assert prepare(survey, people.admin, dated(FIRST + AHEAD)).dated == FIRST + AHEAD


@in_each_zone
@pytest.mark.usefixtures("own_media")
def test_the_form_offers_today(zone, before, after, survey, people, as_user, at):
    live_in(survey.office, zone)
    client = as_user(people.admin)
    for moment, day in ((before, date(2026, 2, 28)), (after, FIRST)):
        at(moment)
        client.force_login(people.admin)
        assert client.get("/laporan/3521/2025-S1/tanda-tangan/").context["form"].initial["dated"] == day


@in_each_zone
def test_a_day_that_is_typed_may_be_today_and_not_tomorrow(zone, before, after, survey, people, as_user, at):
    live_in(survey.office, zone)
    done = ActionPlan.objects.get(position=1)
    page, client = f"/rtl/3521/2025-S1/{done.pk}/", as_user(people.admin)
    at(before)
    client.force_login(people.admin)
    sent = {"status": "done", "description": "Loket.", "completed_on": "01-03-2026", "revision": done.revision}
    answer = client.post(page, sent)
    assert "belum tiba" in answer.text
    at(after)
    client.force_login(people.admin)
    assert "belum tiba" not in client.post(page, sent).text


@pytest.mark.parametrize("zone", Zone)
def test_what_is_due_follows_the_month_of_the_plans_office(zone, survey, people, as_user, at):
    live_in(survey.office, zone)
    at(EVENING)
    ActionPlan.objects.get(position=2).months.update(month=FIRST)
    duties = as_user(people.admin).get("/").context["home"].listing.duties
    assert any(duty.kind == Kind.DUE for duty in duties) is (zone == Zone.WIT)


@pytest.mark.parametrize("zone", sampled(Zone, every=3))
@pytest.mark.usefixtures("own_media")
def test_the_report_prints_when_it_was_prepared_in_the_zone_of_its_office(zone, survey, people, at):
    live_in(survey.office, zone)
    make_ready(survey, people)
    at(EVENING)
    report = prepare(survey, people.admin, dated(today_of(survey.office)))
    page = print_html(thaw(Report.objects.get(pk=report.pk).document))
    day, time, name = AT_EVENING[zone].rpartition(", ")[0], *AT_EVENING[zone].rpartition(", ")[2].split()
    assert f"{day} pukul {time} {name}" in page


@pytest.mark.parametrize("zone", sampled(Zone, every=3))
@pytest.mark.usefixtures("own_media")
def test_the_public_page_of_a_code_tells_times_in_the_zone_of_the_reports_office(zone, survey, people, at):
    at(EVENING)
    live_in(survey.office, zone)
    report = make_prepared(survey, people)
    page = Client().get(f"/verifikasi/{report.code}/").text
    assert AT_EVENING[zone].replace(",", "") in page


def test_of_two_offices_on_one_page_each_has_its_own_month(survey, magetan, people, at):
    at(EVENING)
    live_in(survey.office, Zone.WIT)
    other = make_survey(magetan)
    ActionPlan.objects.filter(position=2).update(all_units=True)
    PlanMonth.objects.filter(plan__position=2).update(month=FIRST)
    Membership.objects.create(user=people.admin, office=magetan, role=Role.ADMIN)
    duties = listing_of(people.admin, [survey.office, magetan]).duties
    assert [duty.cycle.code for duty in duties if duty.kind == Kind.DUE] == [survey.office.code] != [other.office.code]
