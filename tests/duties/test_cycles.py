"""What a cycle as a whole is owed, each thing with all that is told of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from duties.cycles import OwnCycle, cycle_duties, cycle_of, cycles_of
from duties.duty import CycleFace, Duty, Kind
from followups.models import EvidencePhoto, FollowUp, Medium, Publication, Published
from followups.months import Month
from reports.models import Handover, HandoverKind, Part, ReaderNote, Report, State
from surveys.models import Lock, Survey
from tests.conftest import make_photo, make_survey
from tests.reports.issued import make_report

IN_OCTOBER, IN_JANUARY, IN_MARCH = "2025-10-20 09:00+07:00", "2026-01-05 09:00+07:00", "2026-03-05 09:00+07:00"
FACE = CycleFace("KPU Kabupaten Ngawi", "3521", "2025-S1", "Semester I Tahun 2025")
SIGNING = "/laporan/3521/2025-S1/tanda-tangan/"
LOG = "/skm/3521/2025-S1/publikasi/"
LATE_IN_UTC = datetime(2025, 10, 9, 20, tzinfo=UTC)  # the tenth in Jakarta


@pytest.fixture(autouse=True)
def _in_october(time_machine):
    time_machine.move_to(IN_OCTOBER, tick=False)


def told(survey, user, kind):
    """The one duty of a kind."""
    (duty,) = (duty for duty in cycle_duties(user, cycles_of([survey.office])) if duty.kind is kind)
    return duty


def kinds(survey, user):
    return [duty.kind for duty in cycle_duties(user, cycles_of([survey.office]))]


def lock(survey, state):
    Survey.objects.filter(pk=survey.pk).update(lock=state)


@pytest.fixture
def signed(survey, people, followup):
    report = make_report(followup, people.secretary)
    Report.objects.filter(pk=report.pk).update(signed_at=LATE_IN_UTC, prepared_at=LATE_IN_UTC)
    lock(survey, Lock.SIGNED)
    return report


def handed(report, people, kind, day, note="", **more):
    told = {"party": "KPU Provinsi", "happened_on": day, "note": note, "recorded_by": people.admin}
    return Handover.objects.create(report=report, kind=kind, **told | more)


# --- a cycle and its day


def test_the_latest_period_comes_first_whatever_was_made_first(survey, ngawi, magetan):
    latest, other = make_survey(ngawi, period="2025-S2"), make_survey(magetan, period="2024-S1")
    assert [cycle.survey for cycle in cycles_of([ngawi, magetan])] == [latest, survey, other]
    assert [cycle.survey for cycle in cycles_of([magetan])] == [other]
    assert cycles_of([]) == ()


def test_the_day_is_that_of_the_office(survey, ngawi, time_machine):
    time_machine.move_to("2025-10-31 16:30+00:00")
    (cycle,) = cycles_of([ngawi])
    assert cycle.today == cycle_of(survey).today == date(2025, 10, 31)
    assert cycle.day_of(datetime(2025, 10, 31, 16, 59, tzinfo=UTC)) == date(2025, 10, 31)
    assert cycle.day_of(datetime(2025, 10, 31, 17, 0, tzinfo=UTC)) == date(2025, 11, 1)
    ngawi.zone = "WIT"
    ngawi.save()
    (cycle,) = cycles_of([ngawi])
    assert cycle.today == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("planned", "due"),
    [(None, Month(2026, 1)), (date(2025, 11, 1), Month(2025, 11)), (date(2026, 4, 1), Month(2026, 4))],
)
def test_a_report_is_due_when_planned_else_in_the_month_behind_the_follow_up(survey, planned, due):
    FollowUp.objects.update(report_month=planned)
    assert cycle_of(survey).report_due == due


def test_a_cycle_knows_its_face_its_pages_and_its_lock(survey):
    cycle = cycle_of(survey)
    assert cycle.face == FACE
    assert cycle.page("signing") == SIGNING and cycle.office_page("office_profile") == "/satuan-kerja/3521/"
    assert (cycle.is_open, cycle.is_signed) == (True, False)
    for state, is_open, is_signed in ((Lock.PREPARED, False, False), (Lock.SIGNED, False, True)):
        locked = OwnCycle(replace_lock(cycle.followup, state), cycle.today)
        assert (locked.is_open, locked.is_signed) == (is_open, is_signed)
    assert replace(cycle, today=date(2025, 1, 1)).survey == survey


def replace_lock(followup, state):
    followup.survey.lock = state
    return followup


# --- each thing


def test_photos_without_a_place_are_counted_since_the_first_of_them(survey, people, followup):
    for colour, moment in (("red", datetime(2025, 10, 12, tzinfo=UTC)), ("blue", LATE_IN_UTC)):
        photo = make_photo(followup, f"{colour}.jpg", colour)
        EvidencePhoto.objects.filter(pk=photo.pk).update(uploaded_at=moment)
    assert told(survey, people.admin, Kind.LOOSE) == Duty(
        kind=Kind.LOOSE,
        cycle=FACE,
        place="/bukti-dukung/3521/2025-S1/",
        turn="Admin",
        subject="2 foto belum ditempatkan",
        sentence="Semester I Tahun 2025: 2 foto belum ditempatkan.",
        mine=True,
        since=date(2025, 10, 10),
        told="Semester I Tahun 2025",
    )
    assert not told(survey, people.secretary, Kind.LOOSE).mine


def test_a_readers_note_is_quoted_with_who_wrote_it_and_since_when(survey, people, followup):
    note = ReaderNote.objects.create(followup=followup, part=Part.ANNEX, text="Perjelas.", written_by=people.secretary)
    ReaderNote.objects.filter(pk=note.pk).update(written_at=LATE_IN_UTC)
    assert told(survey, people.admin, Kind.NOTE) == Duty(
        kind=Kind.NOTE,
        cycle=FACE,
        place=f"/laporan/3521/2025-S1/catatan/#catatan-{note.pk}",
        turn="Admin atau Sekretaris",
        subject="Lampiran",
        sentence="Semester I Tahun 2025: lampiran.",
        mine=True,
        since=date(2025, 10, 10),
        told=f"Semester I Tahun 2025 · {people.secretary}",
        quote="Perjelas.",
    )
    ReaderNote.objects.update(done_at=LATE_IN_UTC, done_by=people.admin)
    assert Kind.NOTE not in kinds(survey, people.admin)


def test_notes_wait_in_every_state_of_a_cycle(survey, people, signed, followup):
    ReaderNote.objects.create(followup=followup, part=Part.ANNEX, text="Perjelas.", written_by=people.secretary)
    assert kinds(survey, people.admin) == [Kind.NOTE, Kind.HAND_ON, Kind.PUBLISH]


@pytest.mark.parametrize(
    ("day", "kind", "late"),
    [(IN_JANUARY, Kind.DUE, 0), ("2026-02-01 00:30+07:00", Kind.LATE, 1), (IN_MARCH, Kind.LATE, 2)],
)
def test_a_report_that_is_not_prepared_is_due_and_then_late(survey, people, time_machine, day, kind, late):
    time_machine.move_to(day, tick=False)
    assert told(survey, people.secretary, kind) == Duty(
        kind=kind,
        cycle=FACE,
        place=SIGNING,
        turn="Admin atau Sekretaris",
        subject="Laporan belum disiapkan",
        sentence="Semester I Tahun 2025: laporan belum disiapkan.",
        mine=True,
        since=date(2026, 1, 1),
        late=late,
        told="Semester I Tahun 2025 · Direncanakan Januari 2026",
    )
    assert kinds(survey, people.secretary) == [kind]


def test_before_its_month_a_report_is_not_asked_for(survey, people, time_machine):
    time_machine.move_to("2025-12-31 23:30+07:00", tick=False)
    assert kinds(survey, people.secretary) == []


def test_a_prepared_report_waits_for_its_signature(survey, people, followup):
    report = make_report(followup, people.admin, state=State.PREPARED)
    Report.objects.filter(pk=report.pk).update(prepared_at=LATE_IN_UTC)
    lock(survey, Lock.PREPARED)
    assert told(survey, people.secretary, Kind.SIGN) == Duty(
        kind=Kind.SIGN,
        cycle=FACE,
        place=SIGNING,
        turn="Sekretaris",
        subject="Laporan versi 1 siap ditandatangani",
        sentence="Semester I Tahun 2025: laporan versi 1 siap ditandatangani.",
        mine=True,
        since=date(2025, 10, 10),
        told="Semester I Tahun 2025",
    )
    assert not told(survey, people.admin, Kind.SIGN).mine


@pytest.mark.parametrize(
    ("kind", "subject", "place"),
    [
        (Kind.HAND_ON, "Laporan belum disampaikan", SIGNING),
        (Kind.PUBLISH, "Tindak lanjut dan laporan belum dipublikasikan", LOG),
    ],
)
def test_a_signed_report_waits_to_be_handed_on_and_published(survey, people, signed, kind, subject, place):
    assert told(survey, people.admin, kind) == Duty(
        kind=kind,
        cycle=FACE,
        place=place,
        turn="Admin atau Sekretaris",
        subject=subject,
        sentence=f"Semester I Tahun 2025: {subject[0].lower()}{subject[1:]}.",
        mine=True,
        since=date(2025, 10, 10),
        told="Semester I Tahun 2025 · Versi 1",
    )


def test_of_two_versions_the_later_one_is_told_of(survey, people, signed, followup):
    Report.objects.filter(pk=signed.pk).update(state=State.SUPERSEDED)
    make_report(followup, people.secretary, code="BBBB-BBBB-BBBB-BBBB-BBBB", version=2, content=b"%PDF- dua")
    assert told(survey, people.admin, Kind.HAND_ON).told == "Semester I Tahun 2025 · Versi 2"


@pytest.mark.parametrize(
    ("steps", "left"),
    [
        ([], [Kind.HAND_ON, Kind.PUBLISH]),
        ([HandoverKind.SENT], [Kind.PUBLISH]),
        ([HandoverKind.PUBLISHED], [Kind.HAND_ON]),
        ([HandoverKind.SENT, HandoverKind.PUBLISHED], []),
        ([HandoverKind.SENT, HandoverKind.RETURNED], [Kind.RETURNED]),
        ([HandoverKind.PUBLISHED, HandoverKind.SENT, HandoverKind.RETURNED], [Kind.RETURNED]),
        ([HandoverKind.RETURNED, HandoverKind.SENT], [Kind.PUBLISH]),
    ],
)
def test_what_became_of_a_version_is_told_by_its_last_step(survey, people, signed, steps, left):
    for day, kind in enumerate(steps, 12):
        handed(signed, people, kind, date(2026, 1, day))
    assert kinds(survey, people.secretary) == left


def published(survey, what):
    today = date(2025, 12, 1)
    Publication.objects.create(
        followup=FollowUp.objects.get(survey=survey),
        what=what,
        medium=Medium.WEBSITE,
        place="Laman kantor",
        published_on=today,
        noted_on=today,
    )


def test_what_is_signed_waits_until_the_log_says_that_it_was_published(survey, people, signed):
    Survey.objects.update(report_date=date(2025, 7, 10))
    survey.refresh_from_db()
    left = "Hasil SKM, tindak lanjut, dan laporan belum dipublikasikan"
    assert told(survey, people.secretary, Kind.PUBLISH).subject == left
    published(survey, Published.FOLLOW_UP)
    assert told(survey, people.secretary, Kind.PUBLISH).subject == "Hasil SKM dan laporan belum dipublikasikan"
    published(survey, Published.RESULTS)
    published(survey, Published.REPORT)
    assert Kind.PUBLISH not in kinds(survey, people.secretary)


@pytest.mark.parametrize(
    ("facts", "waits"),
    [
        ({"report_date": date(2025, 10, 10)}, True),
        ({"report_date": date(2025, 10, 11)}, False),
        ({"report_date": None}, False),
        ({"report_date": date(2025, 10, 10), "report_url": "https://kpu.go.id/skm"}, False),
    ],
    ids=["signed", "tomorrow", "unknown", "on the web"],
)
def test_results_are_to_be_published_from_the_day_of_the_surveys_report(survey, people, time_machine, facts, waits):
    time_machine.move_to("2025-10-10 09:00+07:00", tick=False)
    Survey.objects.update(**facts)
    survey.refresh_from_db()
    assert (Kind.PUBLISH in kinds(survey, people.secretary)) == waits


def test_each_receipt_that_is_waited_for_is_told_until_it_comes_back_or_the_report_does(survey, people, signed):
    row = handed(signed, people, HandoverKind.SENT, date(2026, 1, 12), expects_receipt=True)
    handed(signed, people, HandoverKind.SENT, date(2026, 1, 13), party="Bupati Ngawi")
    assert told(survey, people.secretary, Kind.RECEIPT) == Duty(
        kind=Kind.RECEIPT,
        cycle=FACE,
        place=f"/laporan/3521/2025-S1/penyampaian/{row.pk}/tanda-terima/",
        turn="Admin atau Sekretaris",
        subject="Tanda terima dari KPU Provinsi belum disimpan",
        sentence="Semester I Tahun 2025: tanda terima dari KPU Provinsi belum disimpan.",
        mine=True,
        since=date(2026, 1, 12),
        told="Semester I Tahun 2025 · Versi 1",
    )
    assert not told(survey, people.staff, Kind.RECEIPT).mine
    handed(signed, people, HandoverKind.RETURNED, date(2026, 1, 14), note="Tabel 2.1 keliru.")
    assert kinds(survey, people.secretary) == [Kind.RETURNED]


def test_steps_of_one_day_count_in_the_order_in_which_they_were_written(survey, people, signed):
    handed(signed, people, HandoverKind.SENT, date(2026, 1, 12))
    handed(signed, people, HandoverKind.RETURNED, date(2026, 1, 12), note="Tabel 2.1 keliru.")
    assert told(survey, people.secretary, Kind.RETURNED) == Duty(
        kind=Kind.RETURNED,
        cycle=FACE,
        place=SIGNING,
        turn="Sekretaris",
        subject="Laporan dikembalikan oleh KPU Provinsi",
        sentence="Semester I Tahun 2025: laporan dikembalikan oleh KPU Provinsi.",
        mine=True,
        since=date(2026, 1, 12),
        told="Semester I Tahun 2025",
        quote="Tabel 2.1 keliru.",
    )


def test_nothing_of_another_cycle_is_mixed_in(survey, people, followup, magetan):
    other = make_survey(magetan)
    make_photo(FollowUp.objects.get(survey=other), "lepas.jpg", "red")
    assert kinds(survey, people.admin) == []
    both = list(cycle_duties(people.admin, cycles_of([survey.office, magetan])))
    assert [(duty.kind, duty.cycle.code, duty.mine) for duty in both] == [(Kind.LOOSE, "3520", False)]
