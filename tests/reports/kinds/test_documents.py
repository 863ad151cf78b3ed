"""What a report of each kind says, now and as it was frozen."""

import pytest

from followups.models import ActionPlan, FollowUp
from offices.declining import Declined
from reports.addendum.model import AddendumDocument
from reports.document.frozen import FrozenDataError
from reports.document.gather import document_of
from reports.document.model import ReportDocument
from reports.kinds.documents import MAKING, document_now, draft_digest, frozen_document
from reports.models import ReportKind
from tests.reports.addendum.addenda import addendum
from tests.reports.addendum.owed import carried, done, open_plans, with_signed_report
from tests.reports.issued import make_report

FOLLOW_UP, ADDENDUM = ReportKind.FOLLOW_UP, ReportKind.ADDENDUM


def test_every_kind_can_be_made():
    assert set(MAKING) == set(ReportKind)


def test_a_follow_up_report_is_there_for_every_cycle_and_another_only_where_something_was_settled(survey, people):
    assert isinstance(document_now(survey, FOLLOW_UP), ReportDocument)
    with pytest.raises(Declined, match="sudah ditandatangani dan masih berlaku"):
        document_now(survey, ADDENDUM)
    with_signed_report(survey, people)
    with pytest.raises(Declined, match=r"Belum ada RTL dari Tabel 4\.1 yang selesai"):
        document_now(survey, ADDENDUM)
    done(carried(people, open_plans(survey).get()), people)
    assert isinstance(document_now(survey, ADDENDUM), AddendumDocument)


def test_the_digest_of_a_draft_is_another_where_it_says_something_else(survey):
    before = draft_digest(document_of(survey), FOLLOW_UP)
    assert draft_digest(document_of(survey), FOLLOW_UP) == before
    ActionPlan.objects.filter(position=1).update(description="Loket dibuka pukul tujuh.")
    assert draft_digest(document_of(survey), FOLLOW_UP) != before


def test_another_day_makes_no_other_draft_of_what_completes_a_report(survey, people, time_machine):
    with_signed_report(survey, people)
    done(carried(people, open_plans(survey).get()), people)
    digests = []
    said = []
    for day in ("2026-03-30", "2026-04-02"):
        time_machine.move_to(f"{day} 09:00+07:00", tick=False)
        document = document_now(survey, ADDENDUM)
        digests.append(draft_digest(document, ADDENDUM))
        said.append(document.opening[2].partition(",")[0])
    assert said == ["Sampai dengan 30 Maret 2026", "Sampai dengan 2 April 2026"]
    assert digests[0] == digests[1]


def test_a_version_is_read_as_what_its_kind_says_it_is(survey, people):
    followup = FollowUp.objects.get(survey=survey)
    of_cycle = make_report(followup, people.secretary)
    of_cycle.refresh_from_db()
    assert isinstance(frozen_document(of_cycle), ReportDocument)
    of_addendum = make_report(
        followup, people.secretary, kind=ADDENDUM, document=addendum(), code="BBBB-BBBB-BBBB-BBBB-BBBB"
    )
    of_addendum.refresh_from_db()
    assert frozen_document(of_addendum) == addendum()
    of_addendum.document = of_cycle.document
    with pytest.raises(FrozenDataError):
        frozen_document(of_addendum)
