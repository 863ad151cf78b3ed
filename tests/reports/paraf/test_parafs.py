"""The paraf: who is asked, to what state of the document it is given, what comes of it, and whom it blocks."""

from pathlib import Path

import pytest

from followups.models import ActionPlan
from offices.declining import Declined
from offices.models import AuditEvent, ParafRule, Role, User
from reports.issuing import return_to_draft, sign_here
from reports.issuing.sealing import Signed, seal
from reports.models import Paraf, ReaderNote
from reports.paraf.parafs import (
    agreements_of,
    check_parafs,
    give_paraf,
    lacking,
    lines_of,
    state_of,
    waiting_for,
)
from surveys.models import Lock
from tests.conftest import make_survey, make_user
from tests.reports.issuing.issuing import AGREED, PASSPHRASE, again, give_key, make_prepared, make_preparing, small_pdf


@pytest.fixture
def rendatin(survey, ngawi):
    """The head of a unit that answers for the second plan alone."""
    ActionPlan.objects.filter(position=2).update(all_units=False, lead=ngawi.units.get(key="rendatin"))
    return make_user("kasubbag-rendatin", Role.HEAD, ngawi, "rendatin")


@pytest.fixture
def tekhum(ngawi):
    """The head of a unit that answers for nothing."""
    return make_user("kasubbag-tekhum", Role.HEAD, ngawi, "tekhum")


def set_rule(survey, rule):
    survey.office.paraf = rule
    survey.office.save()


def lines(survey):
    return {line.person: line for line in lines_of(survey, state_of(survey))}


def cycle(survey):
    return ActionPlan.objects.filter(priority__followup__survey=survey)[0].priority.followup_id


def test_the_heads_of_units_that_answer_for_a_plan_are_asked(survey, people, rendatin, tekhum):
    asked = [line.person for line in lines_of(survey, "x")]
    assert sorted(asked) == ["Kasubbag", "Kasubbag-Rendatin"]
    assert lines(survey)["Kasubbag"].post == "Subbag kul"
    User.objects.filter(pk=rendatin.pk).update(is_active=False)
    assert list(lines(survey)) == ["Kasubbag"]


def test_a_plan_of_all_units_asks_every_head(survey, people, rendatin, tekhum):
    ActionPlan.objects.filter(position=2).update(all_units=True, lead=None)
    assert len(lines(survey)) == 3


def test_who_agrees_is_told_with_when_and_the_trail_with_the_state(survey, people, rendatin):
    state = state_of(survey)
    give_paraf(survey, people.head, state)
    line = lines(survey)["Kasubbag"]
    assert (line.agrees, line.is_current, line.verdict, line.is_settled) == (True, True, "Setuju", True)
    assert [line.person for line in lacking(lines_of(survey, state))] == ["Kasubbag-Rendatin"]
    event = AuditEvent.objects.get(action="paraf.give")
    assert event.after == {"paraf": "Setuju", "digest": state}
    assert agreements_of(survey) == {"Kasubbag": True, "Kasubbag-Rendatin": False}


def test_others_who_may_approve_give_one_unasked(survey, people):
    give_paraf(survey, people.admin, state_of(survey))
    line = lines(survey)["Admin"]
    assert (line.is_asked, line.is_settled) == (False, True)


def test_what_should_be_mended_becomes_a_note_at_its_part(survey, people):
    give_paraf(survey, people.head, state_of(survey), ("bab-3", "Sebutkan loketnya."))
    note = ReaderNote.objects.get()
    assert (note.part, note.text, note.written_by) == ("bab-3", "Sebutkan loketnya.", people.head)
    line = lines(survey)["Kasubbag"]
    assert (line.verdict, line.is_settled) == ("Dengan catatan", False)
    assert waiting_for(people.head, [cycle(survey)]) == frozenset()
    ReaderNote.objects.update(done_by=people.admin, done_at=note.written_at)
    assert waiting_for(people.head, [cycle(survey)]) == {cycle(survey)}
    give_paraf(survey, people.head, state_of(survey))
    assert Paraf.objects.count() == 1
    assert lines(survey)["Kasubbag"].is_settled
    assert waiting_for(people.head, [cycle(survey)]) == frozenset()


def test_a_paraf_of_an_earlier_state_is_told_as_such_and_counts_no_more(survey, people):
    give_paraf(survey, people.head, state_of(survey))
    ActionPlan.objects.filter(position=1).update(obstacle="Hujan.")
    line = lines(survey)["Kasubbag"]
    assert (line.agrees, line.is_current, line.is_settled) == (True, False, False)
    ActionPlan.objects.filter(position=1).update(obstacle="")
    assert lines(survey)["Kasubbag"].is_settled


def test_nobody_gives_one_to_what_they_did_not_read(survey, people):
    state = state_of(survey)
    ActionPlan.objects.filter(position=1).update(obstacle="Hujan.")
    with pytest.raises(Declined, match="Draf berubah"):
        give_paraf(survey, people.head, state, ("bab-3", "Catatan."))
    assert not Paraf.objects.exists() and not ReaderNote.objects.exists() and not AuditEvent.objects.exists()


def test_once_it_is_signed_there_is_none_to_give(survey, people):
    survey.lock = Lock.SIGNED
    survey.save()
    with pytest.raises(Declined, match="sudah ditandatangani"):
        give_paraf(survey, people.head, state_of(survey))


def test_a_prepared_report_still_takes_one(survey, people):
    survey.lock = Lock.PREPARED
    survey.save()
    give_paraf(survey, people.head, state_of(survey))


def test_an_office_without_it_has_none_and_asks_nobody(survey, people):
    set_rule(survey, ParafRule.OFF)
    assert waiting_for(people.head, [cycle(survey)]) == frozenset()
    with pytest.raises(Declined, match="tidak memakai paraf"):
        give_paraf(survey, people.head, state_of(survey))


@pytest.mark.parametrize("who", ["staff", "admin", "secretary", "supervisor"])
def test_only_heads_are_waited_for(survey, people, who):
    assert waiting_for(getattr(people, who), [cycle(survey)]) == frozenset()


def test_each_cycle_is_waited_for_by_itself(survey, people, ngawi):
    other = make_survey(ngawi, period="2025-S2")
    give_paraf(survey, people.head, state_of(survey))
    assert waiting_for(people.head, [cycle(survey), cycle(other)]) == {cycle(other)}


@pytest.mark.parametrize("rule", [ParafRule.OFF, ParafRule.SHOWN])
def test_a_lacking_paraf_blocks_nothing_unless_the_office_says_so(survey, people, rule):
    set_rule(survey, rule)
    check_parafs(survey)


def test_where_the_office_says_so_it_names_those_who_lack_it(survey, people, rendatin):
    set_rule(survey, ParafRule.REQUIRED)
    give_paraf(survey, people.head, state_of(survey))
    with pytest.raises(Declined, match="Paraf belum lengkap: Kasubbag-Rendatin"):
        check_parafs(survey)
    give_paraf(survey, rendatin, state_of(survey))
    check_parafs(survey)


@pytest.mark.usefixtures("own_media")
def test_a_report_is_signed_only_with_every_paraf_that_is_wanted(survey, people):
    set_rule(survey, ParafRule.REQUIRED)
    report = make_prepared(survey, people)
    give_key(people.secretary)
    with pytest.raises(Declined, match="Paraf belum lengkap: Kasubbag"):
        sign_here(report, people.secretary, PASSPHRASE, AGREED)
    give_paraf(survey, people.head, state_of(survey))
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).signed_at


@pytest.mark.usefixtures("own_media")
def test_what_is_prepared_keeps_its_parafs_whatever_becomes_of_the_profile(survey, people):
    set_rule(survey, ParafRule.REQUIRED)
    give_paraf(survey, people.head, state_of(survey))
    changed = state_of(survey)
    report = make_prepared(survey, people)
    give_paraf(survey, people.head, state_of(survey))
    survey.office.address = "Jalan Baru 1"
    survey.office.save()
    assert lines(survey)["Kasubbag"].is_settled
    check_parafs(survey)
    return_to_draft(report, people.admin, "Alamat kantor berubah.")
    assert state_of(survey) not in (changed, report.draft_digest)
    with pytest.raises(Declined, match="Paraf belum lengkap"):
        check_parafs(survey)


@pytest.mark.usefixtures("own_media")
def test_what_was_read_as_a_draft_is_agreed_to_as_it_is_prepared(survey, people):
    report = make_preparing(survey, people)
    assert again(report).draft_digest == state_of(survey)
    give_paraf(survey, people.head, report.draft_digest)
    set_rule(survey, ParafRule.REQUIRED)
    check_parafs(survey)


@pytest.mark.usefixtures("own_media")
def test_home_and_stages_count_of_a_prepared_report_what_its_signature_accepts(survey, people):
    give_paraf(survey, people.head, state_of(survey))
    ActionPlan.objects.filter(position=1).update(obstacle="Hujan.")
    assert (agreements_of(survey), waiting_for(people.head, [cycle(survey)])) == ({"Kasubbag": True}, frozenset())
    make_prepared(survey, people)
    assert agreements_of(survey) == {"Kasubbag": False}
    assert waiting_for(people.head, [cycle(survey)]) == {cycle(survey)}
    give_paraf(survey, people.head, state_of(survey))
    assert (agreements_of(survey), waiting_for(people.head, [cycle(survey)])) == ({"Kasubbag": True}, frozenset())


@pytest.mark.usefixtures("own_media")
def test_a_paraf_that_is_gone_when_it_is_sealed_was_never_enough(survey, people, settings):
    set_rule(survey, ParafRule.REQUIRED)
    report = make_prepared(survey, people)
    before = sorted(Path(settings.MEDIA_ROOT).rglob("*.pdf"))
    signed = Signed(small_pdf(9), "ttd", "signed_file", {"signed_sha256": "a"}, {}, "report.sign")
    with pytest.raises(Declined, match="Paraf belum lengkap: Kasubbag"):
        seal(report, people.secretary, signed)
    assert (again(report).state, sorted(Path(settings.MEDIA_ROOT).rglob("*.pdf"))) == (report.state, before)


@pytest.mark.usefixtures("own_media")
def test_who_signs_a_file_that_was_prepared_anew_meanwhile_is_told(survey, people):
    report = make_prepared(survey, people)
    return_to_draft(report, people.admin, "Tanggal keliru.")
    make_prepared(survey, people)
    signed = Signed(small_pdf(9), "ttd", "signed_file", {"signed_sha256": "a"}, {}, "report.sign")
    with pytest.raises(Declined, match="disiapkan lagi"):
        seal(report, people.secretary, signed)
