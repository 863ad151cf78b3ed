"""What stands on whose list, from rows; each sort of thing with the one that takes it off again."""

from datetime import date

import pytest

from duties.duty import Kind
from duties.listing import listing_of
from followups.models import ActionPlan, EvidenceUse, FollowUp, MonthKind, Review, Status
from offices.audit import record
from offices.models import Membership, Office, Role, User
from offices.permissions import Action, visible
from reports.models import Handover, HandoverKind, Part, ReaderNote, State
from surveys.models import Lock, Survey
from tests.conftest import make_photo, make_plan, make_survey
from tests.reports.issued import make_report


@pytest.fixture(autouse=True)
def _in_october(time_machine):
    time_machine.move_to("2025-10-20 09:00+07:00", tick=False)


def duties_of(user, *kinds):
    offices = [row for row in visible(user, Action.VIEW_OFFICE, Office.objects.all()) if row.code == "3521"]
    found = listing_of(user, offices).duties
    return [duty for duty in found if duty.kind in kinds] if kinds else list(found)


def kinds_of(user):
    return [duty.kind for duty in duties_of(user)]


def lock(survey, state):
    Survey.objects.filter(pk=survey.pk).update(lock=state)


class TestPlans:
    def test_a_duty_says_whose_turn_it_is_since_when_and_where(self, people, survey, time_machine):
        time_machine.move_to("2025-12-03 09:00+07:00")
        (late,) = duties_of(people.staff, Kind.LATE)
        plan = ActionPlan.objects.get(position=2)
        assert late.place == f"/rtl/3521/2025-S1/{plan.pk}/"
        assert late.turn == survey.office.all_units_label
        assert late.since == date(2025, 11, 1)
        assert late.late == 2
        assert late.sentence == "RTL “Program 2” terlambat 2 bulan."

    def test_the_unit_that_leads_is_named_first(self, people, survey, ngawi):
        plan = ActionPlan.objects.get(position=2)
        plan.lead = ngawi.units.get(key="kul")
        plan.save()
        assert duties_of(people.staff, Kind.DUE)[0].turn.startswith("Subbag kul (koordinator)")

    def test_late_stands_before_what_was_returned_and_says_both(self, people, survey, time_machine):
        time_machine.move_to("2025-12-03 09:00+07:00")
        ActionPlan.objects.update(status=Status.IN_PROGRESS, review=Review.RETURNED, review_note="Foto belum jelas.")
        first = duties_of(people.staff)[0]
        assert first.kind is Kind.LATE
        assert "Dikembalikan untuk diperbaiki" in first.also
        assert first.quote == "Foto belum jelas."

    def test_approval_waits_since_the_realisation_was_sent(self, people, survey, time_machine):
        plan = ActionPlan.objects.get(position=1)
        ActionPlan.objects.filter(pk=plan.pk).update(review=Review.PENDING, submitted_by=people.staff)
        time_machine.move_to("2025-10-02 09:00+07:00")
        record(people.staff, "plan.realise", plan, survey.office)
        time_machine.move_to("2025-10-20 09:00+07:00")
        (waits,) = duties_of(people.head, Kind.APPROVE)
        assert waits.since == date(2025, 10, 2)
        assert waits.turn == "Kepala Unit, Admin atau Sekretaris"
        assert "dikirim oleh Operator" in waits.told
        assert duties_of(people.staff, Kind.APPROVE) == []

    def test_a_plan_of_a_unit_waits_for_the_head_of_that_unit_only(self, people, survey, ngawi):
        other = make_plan(ActionPlan.objects.first().priority, 3, status=Status.DONE, review=Review.PENDING)
        other.units.add(ngawi.units.get(key="rendatin"))
        assert duties_of(people.head, Kind.APPROVE) == []
        assert len(duties_of(people.secretary, Kind.APPROVE)) == 1

    def test_what_is_done_is_told_apart(self, people, survey, ngawi):
        assert [plan.programme for plan in listing_of(people.staff, [ngawi]).done] == ["Program 1"]
        EvidenceUse.objects.all().delete()
        assert listing_of(people.staff, [ngawi]).done == ()

    def test_a_past_cycle_that_still_owes_something_stays(self, people, survey, ngawi, time_machine):
        time_machine.move_to("2026-09-01 09:00+07:00")
        later = make_survey(ngawi, period="2025-S2")
        FollowUp.objects.filter(survey=later).update(start=date(2026, 1, 1), end=date(2026, 12, 1))
        plan = ActionPlan.objects.get(priority__followup__survey=later, position=2)
        plan.months.filter(kind=MonthKind.PLANNED).update(month=date(2026, 12, 1))
        assert [duty.cycle.period for duty in duties_of(people.staff, Kind.LATE)] == ["2025-S1"]


class TestCycles:
    def test_loose_photos_wait_for_the_admin(self, people, survey, followup):
        make_photo(followup, "lepas.jpg", "red")
        (loose,) = duties_of(people.admin, Kind.LOOSE)
        assert (loose.subject, loose.place) == ("1 foto belum ditempatkan", "/bukti-dukung/3521/2025-S1/")
        assert duties_of(people.staff, Kind.LOOSE) == []
        lock(survey, Lock.SIGNED)
        assert duties_of(people.admin, Kind.LOOSE) == []

    def test_a_readers_note_waits_for_those_who_write_texts_but_its_writer(self, people, survey, followup):
        note = ReaderNote.objects.create(
            followup=followup, part=Part.CHAPTER_1, text="Perjelas.", written_by=people.secretary
        )
        (told,) = duties_of(people.admin, Kind.NOTE)
        assert told.place == f"/laporan/3521/2025-S1/catatan/#catatan-{note.pk}"
        assert told.quote == "Perjelas."
        assert duties_of(people.secretary, Kind.NOTE) == []
        assert duties_of(people.staff, Kind.NOTE) == []

    def test_a_report_is_due_in_its_month_and_late_afterwards(self, people, survey, followup, time_machine):
        assert duties_of(people.secretary) == []
        time_machine.move_to("2026-01-05 09:00+07:00")
        (due,) = duties_of(people.secretary, Kind.DUE)
        assert (due.subject, due.place) == ("Laporan belum disiapkan", "/laporan/3521/2025-S1/tanda-tangan/")
        time_machine.move_to("2026-03-05 09:00+07:00")
        (late,) = duties_of(people.secretary, Kind.LATE)
        assert (late.late, late.turn) == (2, "Admin atau Sekretaris")
        assert [duty.subject for duty in duties_of(people.staff, Kind.LATE)] == ["Program 2"]

    def test_the_month_that_was_planned_for_the_report_counts(self, people, survey, followup):
        FollowUp.objects.update(report_month=date(2025, 8, 1))
        (late,) = duties_of(people.secretary, Kind.LATE)
        assert late.late == 2

    def test_a_prepared_report_waits_for_its_signatory(self, people, survey, followup):
        make_report(followup, people.admin, state=State.PREPARED)
        lock(survey, Lock.PREPARED)
        (sign,) = duties_of(people.secretary, Kind.SIGN)
        assert (sign.subject, sign.turn) == ("Laporan versi 1 siap ditandatangani", "Sekretaris")
        assert duties_of(people.admin, Kind.SIGN) == []

    def test_a_signed_report_waits_to_be_handed_on_and_published(self, people, survey, followup):
        report = make_report(followup, people.secretary)
        lock(survey, Lock.SIGNED)
        assert kinds_of(people.admin) == [Kind.HAND_ON, Kind.PUBLISH, Kind.NEXT]
        told = {"report": report, "party": "KPU Provinsi", "happened_on": "2026-01-12", "recorded_by": people.admin}
        Handover.objects.create(kind=HandoverKind.SENT, **told)
        assert kinds_of(people.admin) == [Kind.PUBLISH, Kind.NEXT]
        Handover.objects.create(kind=HandoverKind.PUBLISHED, **told)
        assert kinds_of(people.admin) == [Kind.NEXT]
        assert kinds_of(people.staff) == []

    def test_what_was_returned_wants_a_new_version_before_anything_else(self, people, survey, followup):
        report = make_report(followup, people.secretary)
        lock(survey, Lock.SIGNED)
        told = {"report": report, "party": "KPU Provinsi", "recorded_by": people.admin}
        Handover.objects.create(kind=HandoverKind.SENT, happened_on="2026-01-12", **told)
        Handover.objects.create(kind=HandoverKind.RETURNED, happened_on="2026-01-14", note="Tabel 2.1 keliru.", **told)
        (back,) = duties_of(people.secretary)
        assert back.kind is Kind.RETURNED
        assert (back.since, back.quote) == (date(2026, 1, 14), "Tabel 2.1 keliru.")

    def test_the_next_cycle_begins_with_its_period(self, people, survey, time_machine):
        (begin,) = duties_of(people.admin, Kind.NEXT)
        assert (begin.subject, begin.since) == ("Buat siklus Semester II Tahun 2025", date(2025, 7, 1))
        assert begin.place == "/satuan-kerja/3521/siklus-baru/"
        assert duties_of(people.secretary, Kind.NEXT) == []
        make_survey(survey.office, period="2025-S2")
        assert duties_of(people.admin, Kind.NEXT) == []
        time_machine.move_to("2026-01-01 00:30+07:00")
        assert duties_of(people.admin, Kind.NEXT)[0].cycle.period == "2026-S1"


class TestPeople:
    """An office that lacks somebody to bring a cycle to its end is told so before it stands still."""

    def test_who_signs_is_missed_when_the_report_is_due(self, people, survey, time_machine):
        Membership.objects.filter(role=Role.SECRETARY).delete()
        assert duties_of(people.admin, Kind.PEOPLE) == []
        time_machine.move_to("2026-01-05 09:00+07:00")
        (wanted,) = duties_of(people.admin, Kind.PEOPLE)
        assert wanted.subject == "Tambahkan Sekretaris"
        assert wanted.told == "Semester I Tahun 2025 · belum ada yang dapat menandatangani"
        assert wanted.place == "/satuan-kerja/3521/pengguna/"
        assert duties_of(people.head, Kind.PEOPLE) == []

    def test_the_office_calls_them_by_its_own_name(self, people, survey, ngawi, time_machine):
        time_machine.move_to("2026-01-05 09:00+07:00")
        Membership.objects.filter(role=Role.SECRETARY).delete()
        ngawi.secretary_called = "Camat"
        ngawi.save()
        assert duties_of(people.admin, Kind.PEOPLE)[0].subject == "Tambahkan Camat"

    def test_a_second_person_is_missed_for_what_one_alone_sent(self, people, survey):
        Membership.objects.filter(role__in=[Role.SECRETARY, Role.HEAD]).delete()
        ActionPlan.objects.filter(status=Status.DONE).update(review=Review.PENDING, submitted_by=people.admin)
        (wanted,) = duties_of(people.admin, Kind.PEOPLE)
        assert wanted.subject == "Tambahkan orang kedua"
        assert wanted.sentence == "Di KPU Kabupaten Ngawi belum ada orang lain yang dapat menyetujui 1 RTL."

    def test_who_lost_the_account_is_nobody(self, people, survey):
        Membership.objects.filter(role=Role.HEAD).delete()
        ActionPlan.objects.filter(status=Status.DONE).update(review=Review.PENDING, submitted_by=people.admin)
        assert duties_of(people.admin, Kind.PEOPLE) == []
        User.objects.filter(pk=people.secretary.pk).update(is_active=False)
        assert [duty.subject for duty in duties_of(people.admin, Kind.PEOPLE)] == ["Tambahkan orang kedua"]

    def test_the_head_of_any_unit_is_somebody(self, people, survey):
        Membership.objects.filter(role=Role.SECRETARY).delete()
        ActionPlan.objects.filter(status=Status.DONE).update(review=Review.PENDING, submitted_by=people.admin)
        assert duties_of(people.admin, Kind.PEOPLE) == []

    def test_a_signed_cycle_lacks_nobody(self, people, survey, time_machine):
        time_machine.move_to("2026-01-05 09:00+07:00")
        Membership.objects.filter(role=Role.SECRETARY).delete()
        lock(survey, Lock.SIGNED)
        assert duties_of(people.admin, Kind.PEOPLE) == []


@pytest.mark.parametrize("role", ["staff", "head", "admin", "secretary"])
def test_each_duty_leads_to_a_page_that_its_person_may_open(as_user, people, survey, followup, role, time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00")
    make_photo(followup, "lepas.jpg", "red")
    ReaderNote.objects.create(followup=followup, part=Part.ANNEX, text="Perjelas.", written_by=people.secretary)
    ActionPlan.objects.filter(position=1).update(review=Review.PENDING, submitted_by=people.admin)
    client = as_user(getattr(people, role))
    found = duties_of(getattr(people, role))
    assert found
    for duty in found:
        assert client.get(duty.place).status_code == 200, duty


def test_the_people_of_another_office_have_nothing_here(people, survey):
    assert duties_of(people.stranger) == []
    assert duties_of(people.nobody) == []
